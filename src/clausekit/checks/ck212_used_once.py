"""Definition that is used once

A defined term earns its place by being used again and again. One that is used once sends the reader to another page for
a few words that could have stood in the sentence itself, and is one more definition to keep in step.

Write it out where it is used, unless the definition is wanted for its own sake.

bad:
    party Ukraine.
    party Poland.
    term Cultural Property means "movable property of great importance to the cultural heritage of  # info: [CK212]
        either people".
    action export.

    custody: No Party shall export the Cultural Property.

good:
    party Ukraine.
    party Poland.
    term Cultural Property means "movable property of great importance to the cultural heritage of
        either people".
    action export.
    action return.

    custody: No Party shall export the Cultural Property.
    return: Each Party shall return the Cultural Property by 2027-12-31.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import unknown_names
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import mentions
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.names import key

RULE = Rule("CK212", "used-once", Severity.INFO)


@check(RULE)
def used_once(survey: Survey) -> Iterator[Diagnostic]:
    """Defined terms that one provision or text draws on, once. Other names are declared to be known, not to save words."""
    if not survey.whole:
        return  # the second use may stand in a sentence that was not read
    misspelt = {key(name.near) for name in unknown_names(survey) if name.near}
    for part in survey.treaty.terms:
        used = survey.uses.get(part.name, [])
        mentioned = mentions(survey).get(key(part.name), 0)
        if len(used) + mentioned == 1 and key(part.name) not in misspelt:
            labels: list[Label] = [at(part, "defined here"), *(at(use, "used here, and nowhere else") for use in used)]
            yield report(RULE, f"the term `{part.name}` is used only once", *labels, help="write it out where it is used, unless it is wanted for its own sake")
