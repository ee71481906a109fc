"""Time between leaving and entering

Forces leave an area, and others may enter it later. Between the last day of leaving and the first day of entering nobody holds it; if entering begins first,
both are there at once. Under the Dayton Agreement the one side leaves within 45 days, the other enters from the 91st day on, and the Implementation Force
secures the area in between (Annex 1-A, Article IV).

Say who keeps order between the two days; or, where both would be there, move one of the days.

bad:
    party Ukraine.
    party Moldova.
    zone Valley means "the valley set out in Annex A".
    event transfer.
    action vacate.
    action enter.

    leaving: Ukraine shall vacate Valley within 45 days of transfer.  # info: [CK724]
    entering: Moldova shall not enter Valley until 91 days after transfer.

good:
    party Ukraine.
    party Moldova.
    zone Valley means "the valley set out in Annex A".
    event transfer.
    action vacate.
    action enter.

    leaving: Ukraine shall vacate Valley within 45 days of transfer.
    entering: Moldova shall not enter Valley until 45 days after transfer.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.acts import enters, leaves
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.windows import first_day, last_day, longest, shortest, spoken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import EventTerm, Timing
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK724", "leaving-and-entering", Severity.INFO)

# A zone, and the event from which its times count; None for a date.
_Where = tuple[str, EventTerm | None]


class _Moment(NamedTuple):
    """When somebody must have left a zone, or may enter it: a timing with a period from an event, or with a day."""

    use: LimbUse
    timing: Timing
    day: int | None


@check(RULE)
def leaving_and_entering(survey: Survey) -> Iterator[Diagnostic]:
    """Zones that one must leave and another may enter, counted from one event or by date: days when neither is there, or both are (a warning)."""
    if not survey.treaty.zones:
        return
    left: dict[_Where, _Moment] = {}
    entered: list[tuple[_Where, _Moment]] = []
    kinds: dict[str, str] = {}
    for use in survey.limbs:
        action = use.limb.act.action
        if action not in kinds:
            kinds[action] = "leaves" if leaves(survey, action) else "enters" if enters(survey, action) else ""
        for timing in use.limb.timing if kinds[action] else ():
            leaving = _left(use, timing) if kinds[action] == "leaves" else None
            entering = _entered(use, timing) if kinds[action] == "enters" else None
            if leaving is not None:
                for zone in _zones(survey, use):
                    left.setdefault((zone, timing.anchor), leaving)
            elif entering is not None:
                entered += [((zone, timing.anchor), entering) for zone in _zones(survey, use)]
    for where, entering in entered:
        leaving = left.get(where)
        if leaving is not None and _others(survey, leaving.use, entering.use):
            yield from _compared(where[0], leaving, entering, peaceful=_keeps_the_peace(survey, entering.use))


def _others(survey: Survey, one: LimbUse, other: LimbUse) -> bool:
    """Whether it is not the same who leave and who enter, as far as their names tell."""
    left, entered = (survey.actors_bound(use.within.bearer) for use in (one, other))
    if left and entered:
        return left != entered
    names = [[actor.name for actor in use.within.bearer.actors.members] if use.within.bearer else [] for use in (one, other)]
    return names[0] != names[1]


def _left(use: LimbUse, timing: Timing) -> _Moment | None:
    """By when somebody must have left."""
    if timing.kind in ("within", "by") and use.within.modality == "duty":
        return _moment(use, timing, last_day(timing))
    return None


def _entered(use: LimbUse, timing: Timing) -> _Moment | None:
    """From when on entering is no longer forbidden, or is allowed."""
    if use.within.modality == "prohibition" and timing.kind == "until":
        return _moment(use, timing, last_day(timing))
    if use.within.modality in ("duty", "permission") and timing.kind in ("from", "not earlier than", "exactly", "on"):
        return _moment(use, timing, first_day(timing))
    return None


def _moment(use: LimbUse, timing: Timing, day: int | None) -> _Moment | None:
    return _Moment(use, timing, day) if day is not None or (timing.period is not None and timing.anchor is not None) else None


def _zones(survey: Survey, use: LimbUse) -> Iterator[str]:
    act = use.limb.act
    for actors in (act.objects, *(role.actors for role in act.roles)):
        for actor in actors.members if actors is not None else ():
            found = survey.vocabulary.thing(actor.name)
            if found is not None and found.kind == "zone":
                yield found.name


def _keeps_the_peace(survey: Survey, use: LimbUse) -> bool:
    """Whether those who enter are known to be no Parties: a force of observers may well come before the others have left."""
    parties = set(survey.vocabulary.parties())
    entering = set(survey.actors_bound(use.within.bearer))
    return bool(entering) and parties.isdisjoint(entering)


def _compared(zone: str, leaving: _Moment, entering: _Moment, *, peaceful: bool) -> Iterator[Diagnostic]:
    gap = _gap(leaving, entering)
    if gap is None or gap == 0 or (gap < 0 and peaceful):
        return
    labels = at(leaving.timing, "left by then"), at(entering.timing, "entered from then on")
    if gap > 0:
        help_ = "see that a sentence says who keeps order there in between, or move one of the two days"
        yield report(RULE, f"between {_spoken(leaving)} and {_spoken(entering)} nobody holds `{zone}`", *labels, help=help_)
    else:
        help_ = "move one of the two days, so that the one has left when the other comes"
        yield report(RULE, f"`{zone}` may be entered before it has been left", *labels, help=help_)._replace(severity=Severity.WARNING)


def _gap(leaving: _Moment, entering: _Moment) -> int | None:
    """More than 0 where entering certainly comes later than leaving by a day at least, less where it may come before; None where nobody can say."""
    if leaving.day is not None and entering.day is not None:
        return _sign(entering.day - leaving.day, 1)
    late, early = leaving.timing.period, entering.timing.period
    if late is None or early is None:
        return None
    most = longest(late)
    last = longest(early)
    if most is None or last is None:
        return None
    if shortest(early) > most:
        return _sign(shortest(early) - most, 24)
    return -1 if last < shortest(late) else 0


def _sign(difference: int, unit: int) -> int:
    """The next day is no gap."""
    return 1 if difference > unit else -1 if difference < 0 else 0


def _spoken(moment: _Moment) -> str:
    return spoken(moment.timing.period) if moment.timing.period is not None else moment.timing.on.isoformat() if moment.timing.on else "one day"
