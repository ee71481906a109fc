"""Name that is declared and never used

A definition that no provision uses is a trace of something that was struck, or of something that was never written. In
the first case it misleads; in the second a duty is missing.

Use the name where it was meant, or strike its declaration.

bad:
    party Ukraine.
    party Poland.
    zone Border Strip means "the strip set out in Annex A".  # warning: [CK211]
    action consult.

    talks: The Parties shall consult every 6 months.

good:
    party Ukraine.
    party Poland.
    zone Border Strip means "the strip set out in Annex A".
    action consult.
    action station tanks.

    talks: The Parties shall consult every 6 months.
    no tanks: No Party shall station tanks in the Border Strip.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import begun, begun_by_an_actor, unknown_names
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import Declaration, declared_names, forms, mentions
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import DeclaredActor
from clausekit.model.names import key

RULE = Rule("CK211", "unused-name", Severity.WARNING)


@check(RULE)
def unused_name(survey: Survey) -> Iterator[Diagnostic]:
    """Declarations, other than of named actors, that no provision, declaration or text draws on."""
    if not survey.whole or not survey.citations.provisions:
        return  # the use may stand in a sentence that was not read; a file of declarations alone is there to be used by others
    told_of = {key(name.near) for name in unknown_names(survey) if name.near}
    for act, _ in survey.unknown_acts:
        actor, rest = begun_by_an_actor(survey, act.action)
        phrase = rest or act.action
        told_of |= {key(actor), key(phrase), key(begun(survey, phrase)[0])}
    for part in declared_names(survey):
        name = part.name
        if name not in survey.uses and key(name) not in mentions(survey) and not _meant_elsewhere(part, told_of):
            kind = "class" if isinstance(part, DeclaredActor) else type(part).__name__.lower()
            yield report(
                RULE,
                f"the {kind} `{name}` is declared and never used",
                at(part, "no provision and no text speaks of it"),
                help="use it where it was meant, or strike the declaration",
            )


def _meant_elsewhere(part: Declaration, told_of: set[str]) -> bool:
    """Whether a misspelt or longer name is probably this one: then it is used, and told of there."""
    return any(key(form) in told_of for form in forms(part))
