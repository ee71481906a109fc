"""The reader holds to Lark: what stock Lark reads with the same grammar, rule by rule, is what the walk over its tables reads.

Stock Lark chooses a terminal before it knows what the rest of the sentence can be, and so refuses some sentences that the walk reads (one comma
among several that a list or an opening may have). It never reads one otherwise, but for such commas: which of them closes an opening, only the
walk looks ahead to see.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from clausekit.source import Source
from clausekit.syntax import nodes, tables
from clausekit.syntax.builders import BUILDERS
from clausekit.syntax.parser import parse
from clausekit.syntax.printer import print_document
from tests.syntax import generate
from tests.syntax.placeless import placeless
from tests.syntax.test_readings import READINGS, pairs

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "examples").rglob("*.clause"), *(ROOT / "tests/corpus/syntax/good").glob("*.clause"), *(ROOT / "tests/drafting").rglob("*.clause")])
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
TEXTS |= {path.stem: ".\n".join(sentence.rstrip(".") for sentence, _ in pairs(path.read_text(encoding="utf-8"))) for path in READINGS}


# Where stock Lark must choose before it has read on: a comma or an `and` may go on with a list, or part or begin something else; `of` may belong to a name.
CHOSEN_TOO_EARLY = frozenset({"_ALSO", "_ALSO_LIFE", "_BARE_COMMA", "_CLOSING_COMMA", "_MORE", "_OF", "_OF_ROLE"})
# A comma of a list, not one that stands before a slot.
LISTING = re.compile(r",(?!\s+(?:then|failing|unless|except|provided|subject|notwithstanding|without|and|or)\b)")


@cache
def stock() -> Lark:
    return tables.lark_parser()


def built(tree: Tree | Token | None) -> object:
    """The node of a tree as Lark gives it: the builder of each rule, called bottom up."""
    if not isinstance(tree, Tree):
        if tree is None:
            return None
        written = str(tree) if tree.type == "STRING" else " ".join(tree.split())
        return nodes.Token(str(tree.type), written, tree.start_pos or 0, tree.end_pos or 0)
    start, end = (0, 0) if tree.meta.empty else (tree.meta.start_pos, tree.meta.end_pos)
    return BUILDERS[tree.data](start, end, *map(built, tree.children))


def compared(text: str) -> tuple[int, int, int]:
    """How many sentences of a text were read, how many of them stock Lark reads too, and how many it loses where it chooses too early.

    Raises AssertionError where it reads one otherwise.
    """
    document, _ = parse(Source(text))
    read = lost = 0
    for item in document.items:
        sentence = text[item.start : item.end]
        try:
            tree = stock().parse(sentence)
        except UnexpectedInput as refusal:
            lost += getattr(getattr(refusal, "token", None), "type", "") in CHOSEN_TOO_EARLY
            continue
        node = built(tree)
        assert placeless(node) == placeless(item), sentence
        assert (node.start, node.end) == (0, len(sentence))
        read += 1
    return len(document.items), read, lost


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_stock_lark_reads_the_same(text):
    sentences, read, _ = compared(text)
    assert read >= 0.7 * sentences


def test_stock_lark_reads_nearly_all():
    sentences, read, lost = map(sum, zip(*map(compared, TEXTS.values()), strict=True))
    assert sentences > 1500
    assert read > 0.95 * sentences
    assert read + lost > 0.995 * sentences


@settings(max_examples=100)
@given(generate.documents(1))
def test_stock_lark_reads_what_is_generated(document):
    text = print_document(document)
    if not LISTING.search(text):
        compared(text)
