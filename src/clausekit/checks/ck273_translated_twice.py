"""Name that is translated twice

One name has one translation in each language. Where two lines give it different ones, the draft would have to choose.

Strike one of the two. The other forms of a name (its plural, its cases) stand on the same line, behind commas.

bad:
    party Russia.
    party Ukraine.

    translation French.
      party Russia: "la Russie".
      party Ukraine: "l’Ukraine", feminine.
      party Russia: "la Fédération de Russie".  # error: [CK273]

good:
    party Russia.
    party Ukraine.

    translation French.
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import key_of, shown
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.languages import name_of
from clausekit.model.translations import Translated
from clausekit.source import Span
from clausekit.source.volume import Volume

RULE = Rule("CK273", "translated-twice", Severity.ERROR)


@check(RULE)
def translated_twice(survey: Survey) -> Iterator[Diagnostic]:
    """Lines on what a line before them has translated already. Files that are used may both say the same."""
    for translation in survey.treaty.translations:
        first: dict[tuple[str, str], Translated] = {}
        for entry in translation.entries if translation.language else ():
            before = first.setdefault(key_of(entry.kind, entry.name), entry)
            if before is entry or (before == entry and _page(survey, before.span) != _page(survey, entry.span)):
                continue
            again = "the same again" if before.text == entry.text else "translated otherwise here"
            yield report(
                RULE,
                f"`{shown(entry)}` is translated into {name_of(translation.language)} twice",
                at(entry, again),
                at(before, "translated here"),
                help="strike one of the two; other forms of a name stand behind commas on its line",
            )


def _page(survey: Survey, span: Span | None) -> int:
    """Where the file begins that a line stands in."""
    return survey.source.page(span.start).start if isinstance(survey.source, Volume) and span is not None else 0
