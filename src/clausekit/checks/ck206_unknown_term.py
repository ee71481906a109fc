"""Misspelt name in a text

Definitions, recitals and prose use the names that the treaty declares. In a text nothing else catches a misspelt one:
it is printed as it stands, and the reader is left to wonder whether `the Demarcaton Line` is the Demarcation Line.

Correct the spelling. If another name is meant, declare it.

bad:
    party Ukraine.
    party Moldova.
    zone Demarcation Line means "the line set out in Annex A".
    action cross.

    rule: No Party shall cross the Demarcation Line.
    nature: text "The Demarcaton Line is no frontier.".  # warning: [CK206]

good:
    party Ukraine.
    party Moldova.
    zone Demarcation Line means "the line set out in Annex A".
    action cross.

    rule: No Party shall cross the Demarcation Line.
    nature: text "The Demarcation Line is no frontier.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import Wording, wordings
from clausekit.checks.wording import found_in
from clausekit.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, report
from clausekit.model.names import LONGEST_WORD, edits
from clausekit.source import Span

RULE = Rule("CK206", "unknown-term", Severity.WARNING)
# In a shorter word, one letter makes another word (`Charter`, `Chapter`); in these a letter dropped, added or swapped makes none.
SHORTEST = 7
_CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_a-z][\w'’-]*")


@check(RULE)
def unknown_term(survey: Survey) -> Iterator[Diagnostic]:
    """Capitalised words of a text that differ by a slip of the keyboard from a capitalised word of a declared name, and stand nowhere else."""
    known, variants = _words_of_names(survey)
    if not known:
        return
    for wording in wordings(survey):
        for word in dict.fromkeys(_CAPITALISED.findall(wording.text)):
            if len(word) >= SHORTEST and word not in known:
                meant = _meant(word, known, variants)
                if meant is not None:
                    yield _misspelt(survey, wording, word, meant)


def _words_of_names(survey: Survey) -> tuple[set[str], dict[str, str]]:
    """The long capitalised words of the declared names, and what each becomes when one letter is dropped."""
    known: set[str] = set()
    for part in survey.vocabulary.declared.values():
        written = f"{part.name} {getattr(part, 'display', None) or ''}"  # type: ignore[attr-defined]
        known.update(word for word in _CAPITALISED.findall(written) if SHORTEST <= len(word) <= LONGEST_WORD)
    variants: dict[str, str] = {}
    for word in sorted(known):
        for at in range(1, len(word)):
            variants.setdefault(word[:at] + word[at + 1 :], word)
    return known, variants


def _meant(word: str, known: set[str], variants: dict[str, str]) -> str | None:
    """The word of a declared name of which `word` is a misspelling. An ending makes another form of a word (`Russian`, `Parties`), not a slip."""
    if len(word) > LONGEST_WORD:
        return None
    shortened = [word[:at] + word[at + 1 :] for at in range(1, len(word))]
    near = [variants.get(word), *(each for each in shortened if each in known), *(variants.get(each) for each in shortened)]
    for meant in near:
        if meant is None or meant[-2:] != word[-2:] or edits(word, meant, 1) is None:
            continue
        if len(word) != len(meant) or sorted(word) == sorted(meant):
            return meant
    return None


def _misspelt(survey: Survey, wording: Wording, word: str, meant: str) -> Diagnostic:
    place: Span | None = found_in(survey.source, wording.part.span, word)
    return report(
        RULE,
        f"`{word}` looks like a misspelling of `{meant}`, a word of a declared name",
        Label(place or wording.part.span, f"did you mean `{meant}`?"),
        help=f"write `{meant}`, or declare the name that is meant",
        fix=Fix(f"replace with `{meant}`", (Edit(place, meant),), "meaning") if place else None,
    )
