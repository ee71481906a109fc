"""Decision that one alone can prevent

Duties and powers of others hang on a decision, and one member can keep it from ever being taken, by its vote or by staying away, even if all others are
willing. Where it is the author of what is to be found, it is judge in its own cause.

Let the decision be taken without it: a rule that excludes the Party concerned, fewer votes, a lower quorum, or another body where the first cannot agree.

bad:
    party Alba.
    party Brena.
    party Corva.
    party Dorn.
    body Court means Alba, Brena, Corva and Dorn, deciding by two thirds with a quorum of 4.
    action deploy forces.
    event attack "an attack".

    answer: If attack by Alba as determined by the Court, then Brena shall deploy forces within 30 days.  # warning: [CK419] # info: [CK419]

good:
    party Alba.
    party Brena.
    party Corva.
    party Dorn.
    body Court means Alba, Brena, Corva and Dorn, deciding by two thirds with a quorum of 3.
    action deploy forces.
    event attack "an attack".

    answer: If attack by Alba as determined by the Court, then Brena shall deploy forces within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import listed
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity
from clausekit.logic.answers import Step
from clausekit.norms.consent import entry_rules
from clausekit.norms.history import JUDGING
from clausekit.norms.norm import Norm

RULE = Rule("CK419", "capture", Severity.WARNING)


@check(RULE, proved="capture")
def capture(survey: Survey) -> Iterator[Diagnostic]:
    """Decisions that one alone can prevent, whether it is concerned or not; entry into force is for everybody to know."""
    for told, case in survey.proved.of("capture"):
        parties = told.answer.parties
        what = f"a finding of {told.answer.reason}" if any(_hangs_on_a_finding(norm) for norm in case.norms) else told.answer.reason
        who = f"{case.who} {'can' if len(parties) == 1 else 'can each'} alone"
        if told.answer.kind == "entry into force":
            message = f"{who} keep the treaty from entering into force"
            made = case.found(RULE, message, help="leave it at that, if nothing is to be in force without it", severity=Severity.INFO)
            rules = [rule for rule in entry_rules(case.code) if rule.whom is None]  # what is said of those who join later is another matter
            places = [Label(rule.span, "waits for it") for rule in rules if rule.span is not None]
            yield made._replace(labels=tuple(places) or made.labels)
            continue
        bodies = [Label(body.span, "decides so") for body in survey.treaty.bodies if body.span is not None and _is_spoken_of(body.name, told.answer.steps)]
        own = ", which may be about its own act" if told.answer.kind == "own cause" else ""
        made = case.found(
            RULE,
            f"{who} prevent {what}{own}, and {listed(case.names)} {'relies' if len(case.names) == 1 else 'rely'} on it",
            severity=None if told.answer.kind == "own cause" else Severity.INFO,
            help="let it be decided without the Party concerned, by fewer votes or a lower quorum, or by another body where the first cannot agree",
        )
        yield made._replace(labels=(*made.labels, *bodies))


def _is_spoken_of(body: str, steps: Iterable[Step]) -> bool:
    """Whether the sum of votes is one of a body."""
    return any(f" {body} " in f" {step.said} " for step in steps)


def _hangs_on_a_finding(norm: Norm) -> bool:
    """Whether what sets a norm off must be found by somebody, and is no finding in itself."""
    patterns = (test.pattern for alternative in norm.trigger or () for test in alternative if test.pattern is not None)
    return any(role.preposition in JUDGING for pattern in patterns for role in pattern.roles)
