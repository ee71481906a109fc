"""How sentences are read: each file of the corpus pairs them with an outline that a lawyer can check.

`pytest --snapshot-update` writes the outlines anew; read the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.source import Source
from clausekit.syntax.canonical import canonical
from clausekit.syntax.parser import parse
from clausekit.syntax.printer import print_document
from tests.syntax.outline import outline
from tests.syntax.placeless import placeless

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "syntax"
READINGS = sorted((CORPUS / "readings").glob("*.txt"))
GOOD = sorted((CORPUS / "good").glob("*.clause"))


DIFFERENT = """
France shall consult.
UK shall consult.
France may consult.
France shall assist.
France shall consult within 3 days.
x: France shall consult.
France shall consult with UK.
France shall consult on UK.
France shall consult unless UK.
France shall consult except UK.
If x, France shall consult.
When x, France shall consult.
If not x, France shall consult.
France or UK shall consult.
France and UK shall consult.
France jointly shall consult.
France shall consult source "x".
France shall: (a) consult.
France shall consult at least 3 days before x.
France shall consult within 3 days of x.
Any France shall consult.
Each France shall consult.
France as x shall consult.
France shall consult, failing which UK shall assist.
France shall consult, and UK shall assist.
France shall sign or ratify.
France shall sign and ratify.
France shall consult 3 ships.
France shall consult at most 3 ships.
France shall consult subject to x.
France shall consult notwithstanding x.
France shall suspend article 3.
France shall suspend clause 3a.
France shall suspend paragraph 3 of article 4.
""".strip().split("\n")


def pairs(text: str) -> list[tuple[str, str]]:
    """The sentences of a file and their outlines. Sentences stand behind `>`; empty lines part the pairs."""
    found = []
    for block in text.split("\n\n")[1:]:
        lines = block.strip("\n").split("\n")
        sentence = "\n".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
        found.append((sentence, "\n".join(line for line in lines if not line.startswith("> "))))
    return found


def written(text: str) -> str:
    """The file as it should be: its title, and each sentence with the outline of how it is read."""
    blocks = [text.partition("\n\n")[0]]
    blocks += ["\n".join(f"> {line}" for line in sentence.split("\n")) + "\n" + outline(sentence) for sentence, _ in pairs(text)]
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_sentences_are_read_as_the_outlines_say(path, request):
    text = path.read_text(encoding="utf-8")
    if request.config.getoption("--snapshot-update"):
        path.write_text(written(text), encoding="utf-8")
        text = path.read_text(encoding="utf-8")
    for sentence, meant in pairs(text):
        assert outline(sentence) == meant, sentence
    assert written(text) == text


def test_there_are_readings():
    assert len(READINGS) >= 12
    assert sum(len(pairs(path.read_text(encoding="utf-8"))) for path in READINGS) >= 180


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_samples_of_the_design_are_read_whole(path):
    source = Source(path.read_text(encoding="utf-8"), path.name)
    document, found = parse(source)
    assert [finding.message for finding in found] == []
    printed = print_document(document, source)
    again, found = parse(Source(printed))
    assert [finding.message for finding in found] == []
    assert placeless(again.items) == placeless(canonical(document).items)
    assert [comment.text for comment in again.comments] == [comment.text for comment in document.comments]
    assert print_document(again, Source(printed)) == printed


def test_an_outline_shows_every_difference():
    """What the outline leaves out, these tests could not see."""
    assert len({outline(sentence) for sentence in DIFFERENT}) == len(DIFFERENT)
