"""Name that contains `and` or `or`

In a sentence, `and` and `or` join: `Trinidad and Tobago shall consult` binds two actors, neither of which is declared.
A name that contains one of them can be declared, but no sentence can use it.

Declare a shorter name, with the full one in quotation marks; the draft uses the full one.

bad:
    party Trinidad and Tobago.  # error: [CK223]
    party Venezuela.
    action consult.

    talks: The Parties shall consult every 6 months.

good:
    party Trinidad "Trinidad and Tobago".
    party Venezuela.
    action consult.

    talks: The Parties shall consult every 6 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import declared_names
from clausekit.checks.wording import at, found_in
from clausekit.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, report
from clausekit.model.part import Part

RULE = Rule("CK223", "hidden-conjunction", Severity.ERROR)
_JOINS = frozenset({"and", "or"})


@check(RULE)
def hidden_conjunction(survey: Survey) -> Iterator[Diagnostic]:
    """Declared names that a sentence would take apart."""
    for part in (*survey.treaty.actors, *declared_names(survey)):
        name: str = part.name  # type: ignore[attr-defined]
        words = name.split(" ")
        joins = next((at for at, word in enumerate(words) if word.lower() in _JOINS), None)
        if joins is not None:
            shorter = " ".join(words[:joins]) or "another name"
            kind = type(part).__name__.lower()
            yield report(
                RULE,
                f"`{words[joins]}` in `{name}` would join two names in every sentence that uses it",
                at(part, "declared with a conjunction"),
                help=f"declare a shorter name with its full text in quotation marks: `{getattr(part, 'role', kind)} {shorter} \"{name}\"`",
                fix=_shortened(survey, part, name, shorter),
            )


def _shortened(survey: Survey, part: Part, name: str, shorter: str) -> Fix | None:
    place = found_in(survey.source, part.span, name)
    if place is None or getattr(part, "display", None):
        return None
    return Fix(f"declare it as `{shorter}`", (Edit(place, f'{shorter} "{name}"'),), "meaning")
