"""Two names that are hard to tell apart

`Installation` for a place and `Installations` for a list, `security zone` and `security zones`, `inspection` and
`inspections`: two declared names that differ in one letter are taken for one another by drafters, translators and
judges alike, and no check can say that the wrong one stands somewhere.

Give one of them a name that differs in a whole word.

bad:
    party Ukraine.
    party Moldova.
    zone Restricted Area means "the area set out in Annex A".
    term Restricted Areas means "the areas in which the carrying of arms is restricted by national law".  # warning: [CK224]
    action station tanks.
    action search.

    no tanks: No Party shall station tanks in the Restricted Area.
    no search: No Party shall search the Restricted Areas.
    patrols: text "Patrols in the Restricted Areas are announced.".

good:
    party Ukraine.
    party Moldova.
    zone Restricted Area means "the area set out in Annex A".
    term Arms-Free Places means "the areas in which the carrying of arms is restricted by national law".
    action station tanks.
    action search.

    no tanks: No Party shall station tanks in the Restricted Area.
    no search: No Party shall search the Arms-Free Places.
    patrols: text "Patrols in the Arms-Free Places are announced.".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import Declaration, declared_names
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.names import LONGEST_WORD, edits, key

RULE = Rule("CK224", "confusable-names", Severity.WARNING)
# A shorter word is read whole (`zone A`, `zone B`); the names of States are what they are, and are not looked at.
SHORTEST = 5


@check(RULE)
def confusable_names(survey: Survey) -> Iterator[Diagnostic]:
    """Declared names that differ by one letter of one word: two of them become the same when that letter is dropped from one or both."""
    names: dict[str, Declaration] = {}
    blurred: dict[str, str] = {}
    for part in declared_names(survey):
        name = key(part.name)
        if name in names:
            continue  # the same name twice is told elsewhere
        names[name] = part
        alike = next((known for variant in _blurs(name) if (known := blurred.setdefault(variant, name)) != name and _one_apart(name, known)), None)
        if alike is not None:
            yield report(
                RULE,
                f"`{part.name}` and `{names[alike].name}` differ in a single letter",
                at(part, "easily taken for the other"),
                at(names[alike], "declared here"),
                help="give one of them a name that differs in a whole word",
            )


def _blurs(name: str) -> Iterator[str]:
    """A name as it stands, and with each letter of its longer words dropped in turn."""
    yield name
    words = name.split(" ")
    for at_word, word in enumerate(words):
        if SHORTEST <= len(word) <= LONGEST_WORD:
            for letter in range(len(word)):
                yield " ".join([*words[:at_word], word[:letter] + word[letter + 1 :], *words[at_word + 1 :]])


def _one_apart(name: str, other: str) -> bool:
    pairs = [(one, another) for one, another in zip(name.split(" "), other.split(" "), strict=False) if one != another]
    return len(pairs) == 1 and max(map(len, pairs[0])) >= SHORTEST and edits(*pairs[0], 1) is not None
