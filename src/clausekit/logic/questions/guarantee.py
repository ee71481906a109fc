"""Guarantees and recourse: is there somebody left to answer, and does the order of recourse come to an end?

* `nobody left`: a violation of what is guaranteed for which every guarantor answers itself, so that all of them drop out and the guarantee binds nobody.
* `never ends`: the failure of each sentence of a circle opens the next: whoever does not perform is followed by one who does not either, round and round,
  and the same duty comes back.
* `never begins`: each sentence of a circle is opened by the failure of another one and by nothing else: steps, guarantees and consequences that answer one
  another and no duty that somebody owes to begin with.

Left to the checks of the text: a single guarantor of what it alone can break, and guarantees that cite one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import DAY, Bringing, Story
from clausekit.logic.parts import Parts
from clausekit.logic.questions.deadlock import is_of_recourse, said
from clausekit.logic.replay import comes_back, nobody_begins, nobody_is_left, replay
from clausekit.logic.waits import Waits
from clausekit.norms.norm import Code, Names, Norm, Pattern

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
        part = Parts(code).of((norm.number, surety.number))
        story = Bringing(part.code).violating(part.norm(norm.number), surety.bearer.names)
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
    follows = _follows(code)
    told: set[int] = set()
    for start in follows:
        circle = _shortest_circle(follows, start) if start not in told else ()
        if not circle or not told.isdisjoint(circle) or all(code.norms[number].guaranteed is not None for number in circle):
            continue
        witness = _round_and_round(code, circle)
        if witness is not None:
            told.update(circle)
            steps = tuple(Step(number, f"its failure opens {_label(code, circle[(place + 1) % len(circle)])}") for place, number in enumerate(circle))
            yield Answer("guarantee", "shown", circle, _bearers(code, circle), witness, "never ends", steps)


def _follows(code: Code) -> dict[int, tuple[int, ...]]:
    """What the failure of each duty or commitment opens: its next step, what guarantees it, what its violation triggers."""
    failing = [norm for norm in code.norms if norm.modality in ("duty", "commitment")]
    standing: defaultdict[int, list[Norm]] = defaultdict(list)
    for norm in failing:
        standing[norm.provision].append(norm)
    found: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for other in failing:
        for number in other.after:
            found[number][other.number] = None
        for norm in (norm for provision in sorted(other.guaranteed or ()) for norm in standing[provision]):
            if norm is not other and (not other.duties_of or set(other.duties_of) & set(norm.bearer.names)):
                found[norm.number][other.number] = None
        for pattern in _violations_in(other):
            for norm in (norm for provision in sorted(pattern.clauses or ()) for norm in standing[provision]):
                role = next((each.who for each in pattern.roles if each.preposition == "by"), None)
                if role is None or not role.names or set(role.names) & set(norm.bearer.names):
                    found[norm.number][other.number] = None
    return {norm.number: tuple(found[norm.number]) for norm in failing}


def _violations_in(norm: Norm) -> Iterator[Pattern]:
    """The violations that trigger a norm."""
    for alternative in norm.trigger or ():
        for test in alternative:
            if test.pattern is not None and not test.negated and test.pattern.name == "violation":
                yield test.pattern


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
    part = Parts(code).of(circle)
    bringing = Bringing(part.code)
    for number in circle:
        story: Story | None = next(bringing.opening(part.norm(number)), None)
        if story is None:
            continue
        for span in _SPANS:
            witness = Witness(story.entries, bringing.in_force, story.at + span, story.at + span)
            if comes_back(replay(part.code, witness), [part.numbers[each] for each in circle], story.at):
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
            steps = tuple(Step(number, said(code, code.norms[number], blocked[number])) for number in numbers)
            yield Answer("guarantee", "shown", numbers, _bearers(code, numbers), witness, "never begins", steps)


def _label(code: Code, number: int) -> str:
    return code.norms[number].label or code.norms[number].citation


def _bearers(code: Code, numbers: tuple[int, ...]) -> Names:
    return tuple(dict.fromkeys(name for number in numbers for name in code.norms[number].bearer.names))
