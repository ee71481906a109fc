"""Line of a translation outside any translation

A name, a colon and a text in quotation marks say what something is called in another language. Where no `translation` stands above the line, nobody can
tell in which.

Begin the translation with its language: `translation French.` A declaration has no colon: `party Russia "the Russian Federation".`

bad:
    party Russia.
    party Russia: "la Fédération de Russie".  # error: [CK270]

good:
    party Russia.

    translation French.
      party Russia: "la Fédération de Russie".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import shown
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK270", "line-without-language", Severity.ERROR)
_TEXTS = frozenset({"term", "zone"})


@check(RULE)
def line_without_language(survey: Survey) -> Iterator[Diagnostic]:
    """Lines before any `translation`, or behind the heading that ends one."""
    for translation in survey.treaty.translations:
        for entry in translation.entries if not translation.language else ():
            declared = f"{shown(entry)} {'means ' if entry.kind in _TEXTS else ''}"
            yield report(
                RULE,
                f"`{shown(entry)}:` says what something is in another language, but not in which",
                at(entry, "in no translation"),
                help=f'put `translation French.`, or another language, above it; if this is to be English, write `{declared}"…".` without the colon',
            )
