"""Capacity: can duties that are active together ask for more than was pledged, or a decision for more members than are left?

* `beyond pledges`: one duty that asks for more than those who bear it have pledged. The witness is a history in which each gives all that it pledged, and all
  answer for the rest.
* `pledges`: two or three duties of one unit that are due at the same time, each of which can be performed, and all of which cannot. One act serves every duty
  that it fits, so that only what must be given separately is added up: by different acts, or to different recipients.
* `pledges left`: the one whose act sets a duty off drops out of those who bear it, and the others have pledged too little.
* `members left`: the same, where so many must act.
* `quorum`: a rule leaves the Party concerned out of the vote, and no step of it can be met by those who are left.

The witness of the others is a history in which all of them are due; `steps` are the sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice

from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import DAY, Bringing, Story
from clausekit.logic.parts import Parts
from clausekit.logic.pledging import NOTHING, Asked, Pledges, asked, feasible
from clausekit.logic.replay import bearers_of, binds_together, in_time, replay, violations
from clausekit.logic.votes import Votes
from clausekit.model.treaty import Treaty
from clausekit.norms.history import JUDGING, Happening
from clausekit.norms.norm import Code, Names, Norm, Pattern

# Duties that are added up with each other, of one unit, and how many at once.
_MOST_DUTIES = 60
_MOST_AT_ONCE = 3
_MOST_WAYS = 4


def capacity(treaty: Treaty, code: Code) -> Iterator[Answer]:
    """Duties that ask too much together; duties whose author drops out; rules that exclude too many."""
    pledges = Pledges(code)
    for unit in dict.fromkeys(pledge.unit for pledge in code.pledges):
        yield from _beyond_pledges(code, pledges, unit)
        yield from _together(code, pledges, unit)
        yield from _pledges_left(code, pledges, unit)
    yield from _members_left(code)
    yield from _quorum(treaty, code)


# ---------------------------------------------------------------- one by itself


def _beyond_pledges(code: Code, pledges: Pledges, unit: str) -> Iterator[Answer]:
    """Duties that nobody who keeps to its pledge can perform, each with a history in which everybody gives all that it pledged."""
    for norm in code.norms:
        demand = asked(norm, norm.bearer.names, unit)
        pledged = pledges.of(norm.bearer.names, unit)
        if demand is None or pledged is None or not norm.bearer.names or feasible([demand], pledged):
            continue
        witness = _all_given(code, norm, pledged, unit)
        if witness is not None:
            yield Answer("capacity", "shown", (norm.number,), norm.bearer.names, witness, "beyond pledges", tuple(_sum([demand], pledged, unit)))


def _all_given(code: Code, norm: Norm, pledged: dict[str, Decimal], unit: str) -> Witness | None:
    """A history in which a duty is due, everybody gives what it pledged on the last day, and somebody answers for what is missing."""
    part = Parts(code).of((norm.number,))
    bringing = Bringing(part.code)
    story = bringing.violating(part.norm(norm.number), norm.bearer.names)
    if story is None or any(isinstance(entry, Happening) and norm.provision in entry.clauses for entry in story.entries):
        return None  # where nothing bounds it, a violation can only be told of, whatever was given
    calendar = code.calendar
    last = calendar.begins(calendar.day(story.at - 1))
    given = tuple(
        bringing.event(norm.acts[0], last, (name,), dict(story.bindings))[0]._replace(amounts=((amount, unit),)) for name, amount in pledged.items() if amount
    )
    witness = Witness((*story.entries, *given), bringing.in_force, story.at, story.at)
    return witness if violations(replay(code, witness), (norm.number,), since=story.at) else None


# ---------------------------------------------------------------- several at once


def _together(code: Code, pledges: Pledges, unit: str) -> Iterator[Answer]:
    """The smallest sets of duties that cannot all be performed, each of which has no smaller one in it."""
    duties = [norm for norm in code.norms if asked(norm, norm.bearer.names, unit) is not None and norm.bearer.names][:_MOST_DUTIES]
    alone = [norm for norm in duties if _is_feasible(pledges, (norm,), unit)]
    told: list[set[int]] = []
    for size in range(1, _MOST_AT_ONCE + 1):
        for some in combinations(alone, size):
            numbers = {norm.number for norm in some}
            if any(each <= numbers for each in told) or any(_one_act_serves(one, other) for one, other in combinations(some, 2)):
                continue
            if size == 1:
                answer = _twice(code, pledges, some[0], unit)
            else:
                answer = None if _is_feasible(pledges, some, unit) else _shown_together(code, pledges, some, unit)
            if answer is not None:
                told.append(numbers)
                yield answer


def _is_feasible(pledges: Pledges, norms: tuple[Norm, ...], unit: str) -> bool:
    """Whether duties can be performed at once; also where one of those who bear them has no bound."""
    pledged = pledges.of(dict.fromkeys(name for norm in norms for name in norm.bearer.names), unit)
    return pledged is None or feasible([duty for norm in norms if (duty := asked(norm, norm.bearer.names, unit)) is not None], pledged)


def _one_act_serves(first: Norm, second: Norm) -> bool:
    """Whether one act could perform both: it is of the same kind, and to the same recipients and places, as far as they say."""
    if first.for_each or second.for_each:
        return False
    return any(one.name == other.name and _roles_agree(one, other) for one in first.acts for other in second.acts)


def _roles_agree(one: Pattern, other: Pattern) -> bool:
    for role in one.roles:
        same = [each for each in other.roles if each.preposition == role.preposition and not each.absent]
        if not role.absent and role.who.names and same and all(each.who.names and not set(each.who.names) & set(role.who.names) for each in same):
            return False
    return True


def _shown_together(code: Code, pledges: Pledges, norms: tuple[Norm, ...], unit: str) -> Answer | None:
    """The history in which all of some duties are due at once."""
    numbers = tuple(norm.number for norm in norms)
    part = Parts(code).of(numbers)
    bringing = Bringing(part.code)
    story: Story | None = Story((), bringing.first)
    for norm in sorted(norms, key=lambda each: each.trigger is not None):
        story = _added(bringing, story, part.norm(norm.number)) if story is not None else None
    if story is None:
        return None
    witness = Witness(story.entries, bringing.in_force, story.at, story.at)
    timeline = replay(code, witness)
    if not binds_together(timeline, numbers, story.at):
        return None
    bearing = {number: tuple(name for each in in_time(timeline, number, story.at) for name in each.bearers) for number in numbers}
    duties = [duty for norm in norms if (duty := asked(norm, bearing[norm.number], unit)) is not None]
    pledged = pledges.of(dict.fromkeys(name for names in bearing.values() for name in names), unit)
    if pledged is None or feasible(duties, pledged):
        return None
    return Answer("capacity", "shown", numbers, tuple(pledged), witness, "pledges", tuple(_sum(duties, pledged, unit)))


def _added(bringing: Bringing, story: Story, norm: Norm) -> Story | None:
    """A history in which one more duty is set off."""
    for more in islice(bringing.opening(norm, story.at), _MOST_WAYS):
        made = Story((*story.entries, *more.entries), max(story.at, more.at), more.bindings)
        if in_time(bringing.play(made), norm.number, made.at):
            return made
    return None


def _twice(code: Code, pledges: Pledges, norm: Norm, unit: str) -> Answer | None:
    """One duty that is set off twice, for two different recipients."""
    variables = {role.who.refers for act in norm.acts for role in act.roles if role.who.refers}
    part = Parts(code).of((norm.number,))
    bringing = Bringing(part.code)
    first = next(bringing.opening(part.norm(norm.number)), None) if variables and norm.trigger is not None and not norm.after else None
    if first is None or not first.bindings:
        return None
    others = bringing.apart_from(tuple(first.bindings.values()))
    second = next(others.opening(part.norm(norm.number), first.at + DAY), None)
    if second is None or all(first.bindings.get(name) == second.bindings.get(name) for name in variables):
        return None
    witness = Witness((*first.entries, *second.entries), bringing.in_force, second.at, second.at)
    due = in_time(replay(code, witness), norm.number, second.at)
    bound = [each for each in due if norm.mode != "each"] or [each._replace(bearers=(name,)) for each in due for name in each.bearers]
    duties = [duty for each in bound if (duty := asked(norm, each.bearers, unit)) is not None]
    pledged = pledges.of(dict.fromkeys(name for duty in duties for name in duty.bearers), unit)
    if pledged is None or len({tuple(sorted(each.bindings.items())) for each in due}) < 2 or feasible(duties, pledged):
        return None
    return Answer("capacity", "shown", (norm.number,), tuple(pledged), witness, "pledges", tuple(_sum(duties, pledged, unit)))


def _sum(duties: list[Asked], pledged: dict[str, Decimal], unit: str) -> Iterator[Step]:
    for duty in duties:
        who = "from each" if duty.mode in ("each", "all") and len(duty.bearers) > 1 else "from " + ", ".join(duty.bearers)
        yield Step(duty.norm, f"asks for {duty.amount:,f} {unit} {who}")
    yield Step(-1, f"pledged: {', '.join(f'{name} {amount:,f}' for name, amount in pledged.items())}, together {sum(pledged.values(), NOTHING):,f} {unit}")


# ---------------------------------------------------------------- whoever drops out


def _pledges_left(code: Code, pledges: Pledges, unit: str) -> Iterator[Answer]:
    """Duties that those who are left cannot perform once the author of their trigger has dropped out."""
    for norm in code.norms:
        if asked(norm, norm.bearer.names, unit) is None or norm.mode == "each" or not _is_feasible(pledges, (norm,), unit):
            continue
        for who, bearers, witness in _without_author(code, norm):
            left = asked(norm, bearers, unit)
            pledged = pledges.of(bearers, unit)
            if left is not None and pledged is not None and not feasible([left], pledged):
                yield Answer("capacity", "shown", (norm.number,), (who,), witness, "pledges left", tuple(_sum([left], pledged, unit)))
                break


def _members_left(code: Code) -> Iterator[Answer]:
    """Duties of so many, of whom fewer are left once the author of their trigger has dropped out."""
    for norm in code.norms:
        if norm.modality != "duty" or norm.mode != "number" or not isinstance(norm.need, int) or norm.need > len(norm.bearer.names):
            continue
        for who, bearers, witness in _without_author(code, norm):
            if len(bearers) < norm.need:
                step = Step(norm.number, f"asks for {norm.need} of {len(norm.bearer.names)}, and without {who} {len(bearers)} are left")
                yield Answer("capacity", "shown", (norm.number,), (who,), witness, "members left", (step,))
                break


def _without_author(code: Code, norm: Norm) -> Iterator[tuple[str, Names, Witness]]:
    """Whose act can set a duty off and thereby leaves those who bear it, who is then left, and the history."""
    if norm.trigger is None and norm.guaranteed is None:
        return
    part = Parts(code).of((norm.number,))
    bringing = Bringing(part.code)
    for who in norm.bearer.names:
        if who not in code.parties or who in norm.bearer.singly:
            continue
        for story in islice(bringing.opening(part.norm(norm.number), by=(who,)), _MOST_WAYS):
            witness = Witness(story.entries, bringing.in_force, story.at, story.at)
            bearers = next(iter(bearers_of(replay(code, witness), norm.number)), ())
            if bearers and who not in bearers and set(bearers) | {who} >= set(norm.bearer.names) - set(story.bindings.values()):
                yield who, bearers, witness
                break


# ---------------------------------------------------------------- votes


def _quorum(treaty: Treaty, code: Code) -> Iterator[Answer]:
    """Rules that nobody can meet once the Party concerned has no vote."""
    votes = Votes(treaty)
    for body in treaty.bodies:
        found = list(votes.out_of_reach(body))
        if found:
            parties = tuple(dict.fromkeys(name for names, _ in found for name in names))
            yield Answer("capacity", "shown", _relying(code, body.name), parties, kind="quorum", steps=(Step(-1, found[0][1]),), reason=body.name)


def _relying(code: Code, body: str) -> tuple[int, ...]:
    """The norms that hang on what a body finds or does, or that it bears."""
    found = []
    for norm in code.norms:
        patterns = [test.pattern for alternative in norm.trigger or () for test in alternative if test.pattern is not None]
        acting = {name for pattern in patterns for role in pattern.roles if role.preposition == "by" or role.preposition in JUDGING for name in role.who.names}
        if body in acting or body in norm.bearer.names:
            found.append(norm.number)
    return tuple(found)
