"""What `clausekit translate` asks a translator for is what a draft in that language draws on: no name too few, and none too many."""

from __future__ import annotations

from pathlib import Path

import pytest

import clausekit
from clausekit.checks.survey import Survey
from clausekit.checks.translating import Wanted, missing
from clausekit.drafting.build import build
from clausekit.drafting.lexicon import Lexicon
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.model.translations import Form, Translated, Translation

ROOT = Path(__file__).resolve().parents[2]
TREATIES = sorted(path for folder in ("examples", "examples/treaties", "examples/modules") for path in (ROOT / folder).glob("*.clause"))
CASES = ("genitive", "dative", "accusative", "instrumental", "locative")
FORMS = ("singular", "plural", *(f"{number}{case}" for number in ("", "singular ", "plural ") for case in CASES))


def filled_in(each: Wanted) -> Translated:
    """A line with invented words: the name in every form, and a noun, which a draft takes where it has need of one."""
    forms = (Form(-1, -1, "masculine", ""), *(Form(-1, -1, form, "mots") for form in FORMS))
    return Translated(-1, -1, each.kind, each.name, "mot", "nom", "sens" if each.has_meaning else "", forms)


@pytest.mark.parametrize(
    ("path", "language"), [*((path, "fr") for path in TREATIES), (TREATIES[0].parent / "framework.clause", "uk")], ids=lambda each: getattr(each, "stem", each)
)
def test_a_draft_draws_on_every_line_and_needs_no_other(path, language, monkeypatch):
    reading = clausekit.read(path)
    assert reading.record is not None
    bare = reading.record._replace(translations=())
    wanted = missing(Survey(bare, reading.volume or reading.source), Translation(-1, -1, language, ()))
    drawn_on: set[tuple[str, str]] = set()
    looked_up = Lexicon.entry

    def entry(self: Lexicon, kinds: tuple[str, ...], name: str) -> Translated | None:
        found = looked_up(self, kinds, name)
        drawn_on.update({(found.kind, found.name)} if found is not None else ())
        return found

    monkeypatch.setattr(Lexicon, "entry", entry)
    lines = Translation(-1, -1, language, tuple(filled_in(each) for each in wanted))
    build(bare._replace(translations=(lines,)), Phrasebook(language))  # it would refuse, had it to do without a name
    assert [(each.kind, each.name) for each in wanted if (each.kind, each.name) not in drawn_on] == []
