"""Name that a sentence takes apart

`In`, `on`, `with`, `for` and `between` open a role: whom an act is done with, and where. A declared name that contains
one of them is read as two things wherever it is used. `Finland shall report to the Commission for Fisheries` reports
to `the Commission`, for `Fisheries`, neither of which is declared.

Declare a shorter name, with the full one in quotation marks; the draft uses the full one.

bad:
    party Finland.
    party Estonia.
    body Commission for Fisheries means Finland and Estonia, deciding by consensus.  # error: [CK223]
    action set quotas.

    quotas: The Commission for Fisheries shall set quotas every year.

good:
    party Finland.
    party Estonia.
    body Fisheries Commission "the Commission for Fisheries" means Finland and Estonia, deciding by
        consensus.
    action set quotas.

    quotas: The Fisheries Commission shall set quotas every year.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import Declaration, all_declarations
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Action, Event, Measure, Status

RULE = Rule("CK223", "name-taken-apart", Severity.ERROR)
# What happens or is done, how it is decided and what is measured is called by no proper name.
_UNNAMED = (Action, Event, Measure, Status)
_ROLES = frozenset({"in", "on", "with", "for", "between", "as"})


@check(RULE)
def name_taken_apart(survey: Survey) -> Iterator[Diagnostic]:
    """Declared names that hold a word by which sentences open a role."""
    for part in all_declarations(survey):
        name = part.name
        role = next((word for word in name.split(" ") if word.lower() in _ROLES), None)
        if role is not None:
            yield report(
                RULE,
                f"`{name}` is read as two things wherever it is used: `{role}` opens a role",
                at(part, "declared with a word that opens a role"),
                help=f'declare it under another name, and put this one in quotation marks behind it: `"{_shown(part)}"`',
            )


def _shown(part: Declaration) -> str:
    """What the draft could print for a declared name."""
    return part.name if isinstance(part, _UNNAMED) else f"the {part.name}"
