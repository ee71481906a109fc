"""The language reference is whole: it shows every form of the grammar, and lists exactly what is reserved and what is built in."""

from __future__ import annotations

import re

import pytest

from clausekit.model.vocabulary import NOUN_OF_ACT, PLURAL_OF_ROLE, PRONOUNS, TREATY_EVENTS
from clausekit.syntax import tables
from clausekit.syntax.words import HARD
from tests.docs.pages import DOCS
from tests.docs.snippets import fences

TEXT = "\n".join(page.read_text(encoding="utf-8") for page in (DOCS / "language.md", *sorted((DOCS / "language").glob("*.md"))))
# Everything shown as code, in lower case and single-spaced.
SHOWN = " ".join(" ".join([*re.findall(r"`([^`\n]+)`", TEXT), *(line for fence in fences(TEXT) for line in fence.lines)]).lower().replace(",", " ").split())


def section(heading: str) -> str:
    """The text under a heading, up to the next."""
    return re.split(r"^#+ ", TEXT.split(f" {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def forms() -> dict[str, set[str]]:
    """Each keyword and fixed phrase of the grammar, with the ways to write it."""
    found: dict[str, set[str]] = {}
    stored = tables.load()
    for first in stored.words:
        for name, rest, *_ in stored.group(first):
            if first.isalpha():
                found.setdefault(name, set()).add(" ".join([first, *rest]))
    return found


@pytest.mark.parametrize(("name", "written"), sorted(forms().items()), ids=sorted(forms()))
def test_every_form_is_shown(name, written):
    assert any(re.search(rf"\b{re.escape(form)}\b", SHOWN) for form in written), written


def test_hard_words_are_listed():
    listed = section("Hard words").split("\n\n")[1]
    assert re.findall(r"`(\w+)`", listed) != []
    assert set(re.findall(r"`(\w+)`", listed)) == HARD


def test_what_is_built_in_is_listed():
    listed = section("Built-in names")
    assert set(re.findall(r"`(\w+)`/`(\w+)`", listed)) == set(NOUN_OF_ACT.items())
    names = set(re.findall(r"`([^`]+?)(?: of …)?`", listed))
    assert {*PLURAL_OF_ROLE, *PLURAL_OF_ROLE.values(), *PRONOUNS, *TREATY_EVENTS} <= names


# What is no construct of a treaty, or is told in full under the headings behind it.
WITHOUT_PRECEDENT = {"Entry into force", "At a glance", "How they are counted", "A scenario", "What must be so", "Playing them"}
_CITED = re.compile(r"\b(?:Articles?|[Pp]aragraphs?|[Pp]oints?|Sections?|Strand|[Aa]nnex|Treaty|Convention|Agreement|Declaration|Memorandum)\b")


def sections() -> list[tuple[str, str]]:
    """Every section of the reference, with its text up to the next heading."""
    parts = [
        part
        for page in sorted((DOCS / "language").glob("*.md"))
        for part in re.split(r"^#{2,3} (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    ]
    return list(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize(("heading", "text"), sections(), ids=[heading for heading, _ in sections()])
def test_every_construct_has_a_real_precedent(heading, text):
    cited = re.findall(r"^\*\*Precedents?\.\*\* ((?:[^\n]+\n)+)", text, re.MULTILINE)
    assert bool(cited) == (heading not in WITHOUT_PRECEDENT)
    assert all(_CITED.search(each) for each in cited), cited
