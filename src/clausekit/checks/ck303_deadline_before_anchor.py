"""Deadline earlier than what it counts from

A deadline that has passed before the duty arises can only be missed: nobody can perform by a day that lies before the treaty was signed, or answer by June
for what can fail no earlier than September.

Correct one of the two dates, or count the deadline from the event: `within 30 days of …`.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action return prisoners as "return of prisoners".
    action impose sanctions as "imposition of sanctions".

    prisoners: Russia shall return prisoners by 2027-09-30,
    failing which Poland shall impose sanctions on Russia by 2027-06-30.  # error: [CK303]

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action return prisoners as "return of prisoners".
    action impose sanctions as "imposition of sanctions".

    prisoners: Russia shall return prisoners by 2027-09-30,
    failing which Poland shall impose sanctions on Russia within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from clausekit.checks.owed import Cited, cited
from clausekit.checks.registry import check
from clausekit.checks.survey import StatementUse, Survey, TimingUse
from clausekit.checks.windows import ENDING, last_day
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.citations import Provision
from clausekit.model.clauses import Stated, Statement
from clausekit.model.modality import modality
from clausekit.model.qualifiers import When
from clausekit.model.terms import Occurs, Timing
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK303", "deadline-before-anchor", Severity.ERROR)
_HELP = "correct one of the two dates, or count this deadline from the event, as in `within 30 days of …`"


class _Dated(NamedTuple):
    """A deadline that names its last day."""

    timing: Timing
    day: int


@check(RULE)
def deadline_before_anchor(survey: Survey) -> Iterator[Diagnostic]:
    """Dated deadlines that lie before the signature, before the failure they answer for, or before the violation they answer for."""
    signed = survey.treaty.done_on
    dated = [(use, day) for use in survey.timed(ENDING) if _limits_an_act(use) and (day := last_day(use.timing)) is not None]
    for use, day in dated:
        if signed is not None and day < signed.toordinal():
            yield _found(_Dated(use.timing, day), f"the treaty is signed on {signed.isoformat()}, later than this", None)
        elif isinstance(use.stated, StatementUse) and use.stated.openings:
            failing = _violation(survey, use.stated.openings, use.stated.provision)
            if failing is not None and day <= failing.day:
                said = "what this answers for can be violated only after that day"
                yield _found(_Dated(use.timing, day), said, at(failing.timing, "violated only after this day"))
    for sentence, _ in survey.sentences if dated else ():
        if sentence.rungs:
            yield from _ladder([sentence.statements, *(rung.statements for rung in sentence.rungs)])


def _limits_an_act(use: TimingUse) -> bool:
    """Not a day on which something is so: a treaty may take effect, and have been recognised, before it is signed (VCLT 28)."""
    return use.timing.kind != "on" or isinstance(use.stated, StatementUse)


def _ladder(steps: list[tuple[Stated, ...]]) -> Iterator[Diagnostic]:
    """Steps that are due before the step they answer for can have failed."""
    for earlier, later in pairwise(steps):
        failing = _earliest_failure(earlier)
        if failing is None:
            continue
        for timing in _timings(later):
            day = last_day(timing)
            if day is not None and day <= failing.day:
                said = "the step it answers for can fail only after that day"
                yield _found(_Dated(timing, day), said, at(failing.timing, "fails only after this day"))


def _violation(survey: Survey, openings: tuple[When, ...], here: Provision) -> _Dated | None:
    """The earliest day that ends without what `openings` say was violated; None unless every duty violated has a date."""
    for opening in openings:
        if opening.word == "while" or len(opening.condition.alternatives) != 1:
            continue
        for atom in opening.condition.alternatives[0]:
            if isinstance(atom, Occurs) and not atom.negated and atom.event.name == "violation" and atom.event.references:
                dates = [_only_after(survey, each) for each in cited(survey, atom.event.references, here)]
                return min((each for each in dates if each is not None), key=lambda each: each.day) if dates and None not in dates else None
    return None


def _only_after(survey: Survey, found: Cited) -> _Dated | None:
    """The day up to which nothing that was cited can be violated, read once."""
    known = survey.once(_known)
    if id(found) not in known:
        known[id(found)] = None if found.open_ended else _earliest_failure([each.stated for each in found.owed])
    return known[id(found)]


def _known(_: Survey) -> dict[int, _Dated | None]:
    return {}


def _earliest_failure(statements: Iterable[Stated]) -> _Dated | None:
    dated: list[_Dated] = []
    for stated in statements:
        if not isinstance(stated, Statement) or modality(stated, stated.bearer) == "prohibition":
            return None
        for limb in stated.limbs:
            days = [_Dated(timing, day) for timing in limb.timing if (day := last_day(timing)) is not None]
            if not days:
                return None
            dated.append(min(days, key=lambda each: each.day))
    return min(dated, key=lambda each: each.day, default=None)


def _timings(statements: Iterable[Stated]) -> Iterator[Timing]:
    for stated in statements:
        if not isinstance(stated, Statement):
            yield from stated.timing
        else:
            for limb in stated.limbs:
                yield from limb.timing


def _found(late: _Dated, said: str, other: Label | None) -> Diagnostic:
    labels = [at(late.timing, "this deadline"), *([other] if other else [])]
    return report(RULE, f"this deadline has passed before it can begin to run: {said}", *labels, help=_HELP)
