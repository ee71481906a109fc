"""Duty with no deadline

A duty without a deadline is owed, but never late: no date comes on which anybody can say that it was broken, and whatever answers for its breach never
begins. The side that is slow gains.

Say by when: `within 30 days of …`, `by 2027-01-01`, `every 6 months`, or `at all times` for a standing duty. A duty to respect or maintain something is
standing by its nature, and is only told as information. A prohibition needs no deadline, nor does a duty to ensure that a number is never passed: to pass it
is to break the duty. A political commitment has no deadline to break. `Within an unstated period` says that the time was left open on purpose.

bad:
    party Ukraine.
    guarantor Poland pledging 500 troops.
    action assist.
    action respect.

    help: Poland shall assist Ukraine.  # warning: [CK301]
    borders: Poland shall respect the borders of Ukraine.  # info: [CK301]

good:
    party Ukraine.
    guarantor Poland pledging 500 troops.
    action assist.
    action respect.

    help: Poland shall assist Ukraine within 10 days of request by Ukraine.
    borders: Poland shall respect the borders of Ukraine at all times.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, report
from clausekit.model.clauses import Act
from clausekit.model.qualifiers import When
from clausekit.model.terms import Occurs
from clausekit.source import Span

RULE = Rule("CK301", "no-deadline", Severity.WARNING)
# `before` and `for` bound a duty in time as well as a date does; `not earlier than`, `from` and `after` only say when it begins. `at any time` says that the
# bearer chooses; `unstated`, that nobody has chosen yet.
BOUNDING = frozenset({
    "within", "by", "on", "before", "until", "exactly", "not later than", "for", "every", "first day of month", "at the same time as", "at all times",
    "at any time", "immediately", "as soon as possible", "indefinitely", "unstated",
})  # fmt: skip
# They say when a standing duty begins, and it is standing from then on.
_BEGINNING = frozenset({"from", "after", "not earlier than"})
# Acts that nobody performs once and is done with.
STANDING = frozenset(
    "respect refrain abstain maintain keep protect preserve uphold observe ensure remain comply cooperate co-operate abide honour honor "
    "treat regard recognise recognize retain safeguard defend".split()
)


@check(RULE)
def no_deadline(survey: Survey) -> Iterator[Diagnostic]:
    """Duties whose time is not bounded. Vague deadlines are told elsewhere; a duty owed while a status holds is bounded by it."""
    for use in survey.limbs:
        if use.within.modality == "duty" and not _bounded(use):
            act = use.limb.act
            name = act.action
            if name == "do so":
                yield report(
                    RULE,
                    "`do so` repeats the act before it, but nothing says whether it repeats the deadline",
                    at(act, "by when?"),
                    help="give this act its own deadline, as in `do so within 21 days of entry into force`",
                )
            elif act.ensured:
                yield from _brought_about(survey, act)
            elif name.partition(" ")[0].lower() not in STANDING or act.aspect:
                aspect = f"{act.aspect} to " if act.aspect == "begin" else "complete the act to " if act.aspect else ""
                yield report(
                    RULE,
                    f"no deadline says by when to {aspect}{name}",
                    at(act, "by when?"),
                    help="add `within … days of …`, `by` a date, or `at all times` for a standing duty",
                )
            elif not any(timing.kind in _BEGINNING for timing in use.limb.timing):
                yield _standing(act)


def _bounded(use: LimbUse) -> bool:
    for timing in use.limb.timing:
        if timing.kind in BOUNDING or (timing.kind == "times" and (timing.period is not None or timing.bound == "at most")):
            return True
    for opening in use.within.openings:
        if opening.word == "while":
            return True
    return any(isinstance(qualifier, When) and qualifier.word == "while" for qualifier in use.limb.qualifiers)


def _brought_about(survey: Survey, act: Act) -> Iterator[Diagnostic]:
    """What has to be made to happen, and has no time; what has to be so, or must not happen, is broken whenever it is otherwise."""
    for atom in (atom for condition in act.ensured for alternative in condition.alternatives for atom in alternative):
        if isinstance(atom, Occurs) and not atom.negated:
            found = survey.vocabulary.happening(atom.event.name)
            if found is None or found.kind != "status":
                yield report(
                    RULE,
                    f"no deadline says by when to bring about `{atom.event.name}`",
                    at(atom, "by when?"),
                    help="add `within … days of …`, or `at all times` for what must always be so",
                )
                return


def _standing(act: Act) -> Diagnostic:
    fix = None
    if act.span is not None:
        end = act.span.end
        fix = Fix("add `at all times`", (Edit(Span(end, end), " at all times"),), "meaning")
    found = report(
        RULE,
        f"the duty to {act.action} is a standing one, but without `at all times` it is never late, and so never broken",
        at(act, "for how long?"),
        help="add `at all times`, or say until when",
        fix=fix,
    )
    return found._replace(severity=Severity.INFO)
