"""Guarantees and recourse: is there somebody left to answer, and does the order of recourse come to an end?

* `nobody left`: a violation of what is guaranteed for which every guarantor answers itself, so that all of them drop out and the guarantee binds nobody.
* `never ends`: the failure of each sentence of a circle opens the next: whoever does not perform is followed by one who does not either, round and round,
  and the same duty comes back.
* `never begins`: each sentence of a circle is opened by the failure of another one and by nothing else: steps, guarantees and consequences that answer one
  another and no duty that somebody owes to begin with.

Left to the checks of the text: a single guarantor of what it alone can break, and guarantees that cite one another.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import DAY, Bringing, Story
from clausekit.logic.questions.deadlock import is_of_recourse, said
from clausekit.logic.quiet import quieted
from clausekit.logic.replay import comes_back, nobody_begins, nobody_is_left, replay
from clausekit.logic.waits import Waits
from clausekit.norms.norm import Code, Names, Norm

_BREAKABLE = ("duty", "prohibition")
# How long the play of a circle of failures is followed, and in which steps: until each of its sentences has come back.
_SPANS = (366 * DAY, 5 * 366 * DAY, 20 * 366 * DAY)


def guarantee(code: Code) -> Iterator[Answer]:
    """Guarantees that nobody is left to honour; circles of recourse that never end; those that never begin."""
    for surety in code.norms:
        if surety.guaranteed and surety.modality == "duty":
            answer = _nobody_left(code, surety)
            if answer is not None:
                yield answer
    yield from _never_ends(code)
    yield from _never_begins(code)


# ---------------------------------------------------------------- nobody left


def _nobody_left(code: Code, surety: Norm) -> Answer | None:
    """The first violation of what is guaranteed that every guarantor answers for itself."""
    guarantors = set(surety.bearer.names)
    guaranteed = [norm for norm in code.norms if norm.provision in (surety.guaranteed or ()) and norm.modality in _BREAKABLE and norm.number != surety.number]
    breakers = {name for norm in guaranteed for name in (surety.duties_of or norm.bearer.names)}
    if len(guarantors) == 1 and breakers == guarantors:
        return None
    for norm in guaranteed:
        if not guarantors <= set(norm.bearer.names) or (surety.duties_of and not guarantors <= set(surety.duties_of)):
            continue
        story = Bringing(quieted(code, (norm.number, surety.number))).violating(
            norm, tuple(sorted(guarantors)) if len(guarantors) == 1 else surety.bearer.names
        )
        if story is None:
            continue
        bringing = Bringing(code)
        witness = Witness(story.entries, bringing.in_force, story.at, story.at)
        if nobody_is_left(replay(code, witness), surety.number, story.at):
            parties = surety.bearer.names
            step = Step(norm.number, f"is violated by {', '.join(parties)}, and nobody else guarantees it")
            return Answer("guarantee", "shown", (norm.number, surety.number), parties, witness, "nobody left", (step,))
    return None


# ---------------------------------------------------------------- circles of failures


def _never_ends(code: Code) -> Iterator[Answer]:
    """Circles in which the failure of each sentence opens the next, and the last opens the first."""
    follows = {norm.number: _opened_by(code, norm) for norm in code.norms if norm.modality in ("duty", "commitment")}
    told: set[int] = set()
    for start in follows:
        circle = _shortest_circle(follows, start)
        if not circle or not told.isdisjoint(circle) or all(code.norms[number].guaranteed is not None for number in circle):
            continue
        witness = _round_and_round(code, circle)
        if witness is not None:
            told.update(circle)
            steps = tuple(Step(number, f"its failure opens {_label(code, circle[(place + 1) % len(circle)])}") for place, number in enumerate(circle))
            yield Answer("guarantee", "shown", circle, _bearers(code, circle), witness, "never ends", steps)


def _opened_by(code: Code, norm: Norm) -> tuple[int, ...]:
    """The duties and commitments that the failure of a norm opens: its next step, what guarantees it, what its violation triggers."""
    found = []
    for other in code.norms:
        if other.modality not in ("duty", "commitment"):
            continue
        is_step = norm.number in other.after
        answers = other.guaranteed is not None and norm.provision in other.guaranteed and other is not norm
        if answers and other.duties_of and not set(other.duties_of) & set(norm.bearer.names):
            answers = False
        if is_step or answers or _is_triggered_by(other, norm):
            found.append(other.number)
    return tuple(found)


def _is_triggered_by(other: Norm, norm: Norm) -> bool:
    for alternative in other.trigger or ():
        for test in alternative:
            pattern = test.pattern
            if pattern is None or test.negated or pattern.name != "violation" or norm.provision not in (pattern.clauses or ()):
                continue
            role = next((each.who for each in pattern.roles if each.preposition == "by"), None)
            if role is None or not role.names or set(role.names) & set(norm.bearer.names):
                return True
    return False


def _shortest_circle(follows: dict[int, tuple[int, ...]], start: int) -> tuple[int, ...]:
    """The shortest way from a norm back to it; empty for none."""
    paths: list[tuple[int, ...]] = [(start,)]
    seen = {start}
    while paths:
        ahead: list[tuple[int, ...]] = []
        for path in paths:
            for number in follows.get(path[-1], ()):
                if number == start:
                    return path
                if number not in seen:
                    seen.add(number)
                    ahead.append((*path, number))
        paths = ahead
    return ()


def _round_and_round(code: Code, circle: tuple[int, ...]) -> Witness | None:
    """The history in which the first of them fails, and nobody does anything any more."""
    small = quieted(code, circle)
    bringing = Bringing(small)
    for number in circle:
        norm = code.norms[number]
        story: Story | None = next(bringing.opening(norm), None)
        if story is None:
            continue
        for span in _SPANS:
            witness = Witness(story.entries, bringing.in_force, story.at + span, story.at + span)
            if comes_back(replay(small, witness), circle, story.at):
                return witness if comes_back(replay(code, witness), circle, story.at) else None
    return None


def _never_begins(code: Code) -> Iterator[Answer]:
    """Circles of consequences none of which answers a duty that stands outside."""
    for numbers, blocked in Waits(code).circles():
        if not is_of_recourse(code, blocked) or not all(each.on for each in blocked.values()):
            continue
        if all(code.norms[number].guaranteed is not None for number in numbers):
            continue
        bringing = Bringing(code)
        witness = Witness((), bringing.in_force, bringing.first, bringing.first)
        if nobody_begins(replay(code, witness), numbers):
            steps = tuple(Step(number, said(code, blocked[number])) for number in numbers)
            yield Answer("guarantee", "shown", numbers, _bearers(code, numbers), witness, "never begins", steps)


def _label(code: Code, number: int) -> str:
    return code.norms[number].label or code.norms[number].citation


def _bearers(code: Code, numbers: tuple[int, ...]) -> Names:
    return tuple(dict.fromkeys(name for number in numbers for name in code.norms[number].bearer.names))
