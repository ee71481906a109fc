"""Deadlock: do duties wait for each other in a circle, so that nobody is ever bound to begin?

What is claimed, exactly: each norm of the circle is set off, or falls due, only by what another norm of the circle asks for; nothing else in the treaty sets
any of them off. Any of the acts can be done at will at any time, and would then bind the others: but nobody is bound to do the first, and where nobody does,
nobody answers for anything. `kind` is `nobody begins`.

Two prohibitions can wait for each other too: each forbids an act until the act that the other forbids. Then neither act can ever be the lawful first one.
`kind` is `neither may begin`.

The witness is a history in which all that can come from outside has happened, and nobody has acted at will: nothing is owed, done or violated. Circles that
hang together by violations alone are those of recourse: see the question on guarantees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import DAY, Bringing
from clausekit.logic.replay import nobody_begins, replay, violations
from clausekit.logic.waits import Blocked, Waits
from clausekit.norms.history import Entry, is_of
from clausekit.norms.norm import Code, Names, Norm

_YEAR = 366 * DAY
# Prohibitions that end with an event: those that can wait for each other. So many are compared.
_ENDING = ("before", "until")
_MOST_COMPARED = 200


def deadlock(code: Code) -> Iterator[Answer]:
    """Circles of duties, the smallest first; then pairs of prohibitions that wait for each other."""
    waits = Waits(code)
    for numbers, blocked in waits.circles():
        if is_of_recourse(code, blocked):
            continue
        witness = _nothing_happens(code, waits, numbers)
        if nobody_begins(replay(code, witness), numbers):
            steps = tuple(Step(number, said(code, code.norms[number], blocked[number])) for number in numbers)
            yield Answer("deadlock", "shown", numbers, _bearers(code, numbers), witness, "nobody begins", steps)
    yield from _neither_may_begin(code)


def is_of_recourse(code: Code, blocked: dict[int, Blocked]) -> bool:
    """Whether a circle hangs together by failures alone: guarantees, steps, and what a violation sets off."""
    return all(
        each.test is None or (each.test.pattern is not None and each.test.pattern.name == "violation") or code.norms[number].guaranteed is not None
        for number, each in blocked.items()
    )


def said(code: Code, norm: Norm, blocked: Blocked) -> str:
    """What a norm waits for, in words."""
    names = [code.norms[number].label or code.norms[number].citation for number in blocked.on]
    pattern = blocked.test.pattern if blocked.test is not None else None
    doers = [name for role in pattern.roles if role.preposition == "by" for name in role.who.names] if pattern is not None else []
    if pattern is not None and doers and norm.bearer.names:
        others = "" if set(names) <= {norm.label or norm.citation} else f", which only {' and '.join(dict.fromkeys(names))} asks for"
        return f"binds {_listed(norm.bearer.names)} only once {_listed(doers, 'or')} has acted: {pattern.said or pattern.name}{others}"
    what = pattern.said or pattern.name if pattern is not None else blocked.test.name if blocked.test is not None else "failure"
    return f"waits for {what}, which only {' and '.join(dict.fromkeys(names))} {'asks' if len(set(names)) == 1 else 'ask'} for"


def _listed(names: Iterable[str], conjunction: str = "and") -> str:
    found = list(names)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} {conjunction} {found[-1]}"


def _bearers(code: Code, numbers: tuple[int, ...]) -> Names:
    return tuple(dict.fromkeys(name for number in numbers for name in code.norms[number].bearer.names))


def _nothing_happens(code: Code, waits: Waits, numbers: tuple[int, ...]) -> Witness:
    """Everything happens that comes from outside and that the norms of a circle also hang on; then a year passes."""
    bringing = Bringing(code)
    entries: dict[str, Entry] = {}
    at = bringing.first
    for number in numbers:
        for test in islice(waits.outside(number), 4):
            story = next(bringing.meeting(((test,),), at), None)
            for entry in story.entries if story is not None else ():
                entries.setdefault(entry.said or entry.name, entry)
    told = tuple(sorted(entries.values(), key=lambda entry: entry.at))
    until = max((entry.at for entry in told), default=at) + _YEAR
    return Witness(told, bringing.in_force, until, until)


# ---------------------------------------------------------------- prohibitions


def _neither_may_begin(code: Code) -> Iterator[Answer]:
    """Pairs of prohibitions, each until the act that the other forbids."""
    ending = [norm for norm in code.norms if norm.modality == "prohibition" and not norm.guards and _ends_with(norm)][:_MOST_COMPARED]
    for place, first in enumerate(ending):
        for second in ending[place + 1 :]:
            if _waits(code, first, second) and _waits(code, second, first):
                witness = _one_begins(code, first)
                if violations(replay(code, witness), (first.number,)):
                    numbers = (first.number, second.number)
                    steps = tuple(Step(norm.number, f"forbids {norm.said} until {_until(norm)}") for norm in (first, second))
                    yield Answer("deadlock", "shown", numbers, _bearers(code, numbers), witness, "neither may begin", steps)


def _ends_with(norm: Norm) -> bool:
    return any(window.kind in _ENDING and window.anchor is not None for window in norm.windows)


def _until(norm: Norm) -> str:
    anchors = [window.anchor for window in norm.windows if window.kind in _ENDING and window.anchor is not None]
    return " or ".join(test.pattern.said for anchor in anchors for alternative in anchor for test in alternative if test.pattern is not None)


def _waits(code: Code, first: Norm, second: Norm) -> bool:
    """Whether the first prohibition lasts until an act that the second forbids to everybody who could do it."""
    bringing = Bringing(code)
    for window in first.windows:
        if window.kind not in _ENDING or window.anchor is None:
            continue
        for test in (test for alternative in window.anchor for test in alternative):
            pattern = test.pattern
            if pattern is None or len(window.anchor) > 1:
                return False
            doers = {name for role in pattern.roles if role.preposition == "by" for name in role.who.names}
            if not doers or not doers <= set(second.bearer.names):
                return False
            event, _ = bringing.event(pattern, bringing.first)
            return any(is_of(act, event, {}) for act in second.acts)
    return False


def _one_begins(code: Code, norm: Norm) -> Witness:
    """Somebody does what a prohibition forbids, although nothing has happened before."""
    bringing = Bringing(code)
    done, _ = bringing.event(norm.acts[0], bringing.first, norm.bearer.names[:1])
    return Witness((done,), bringing.in_force, done.at, done.at)
