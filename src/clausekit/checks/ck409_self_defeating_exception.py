"""Exception that undoes the whole sentence

`If armed attack …, unless armed attack` takes back in its exception what its opening gives: whenever the sentence would apply, the exception is already met,
and nothing is left of it.

Take the exception out, or say how it differs from the case itself.

bad:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.

    aid: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days, unless armed attack on Ukraine.  # error: [CK409]

good:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.

    aid: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days, unless waiver by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.qualifiers import Restriction, When
from clausekit.model.terms import Atom, Condition

RULE = Rule("CK409", "self-defeating-exception", Severity.ERROR)


@check(RULE)
def self_defeating_exception(survey: Survey) -> Iterator[Diagnostic]:
    """`unless` and `except` with one of the very conditions on which the sentence depends in every case."""
    for qualifier, use in survey.qualifiers:
        if not isinstance(qualifier, Restriction) or qualifier.kind == "provided that" or qualifier.condition is None:
            continue
        openings = use.within.openings if isinstance(use, LimbUse) else use.openings
        if openings:
            trigger = _met(openings, qualifier.condition)
            if trigger is not None:
                yield report(
                    RULE,
                    f"the `{qualifier.kind}` is met whenever the sentence applies, so it never applies",
                    at(qualifier, "takes back"),
                    at(trigger, "what is given here"),
                    help="take the exception out, or say how it differs from the case itself",
                )


def _met(openings: tuple[When, ...], exception: Condition) -> Atom | None:
    """The condition that is met in every case of the openings and by itself meets the exception."""
    sufficient = [alternative[0] for alternative in exception.alternatives if len(alternative) == 1]
    for opening in openings:
        if len(opening.condition.alternatives) == 1:
            for atom in opening.condition.alternatives[0]:
                if atom in sufficient:
                    return atom
    return None
