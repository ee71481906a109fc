"""What the parser says of real mistakes and of any text can be drawn in every format."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.report import github, json_format, junit, sarif, text
from clausekit.report.findings import FileFindings
from clausekit.source import Source
from clausekit.syntax.parser import parse
from tests.report.strategies import TEXTS

TOKENS = st.lists(
    st.sampled_from(["if", "breach", "then", "shall", "may not", "France", ",", ".", "\n", '"', "article 5", "within 30 days", "(a)", "%", "\u202e"])
)


@given(TEXTS | TOKENS.map(" ".join))
@settings(max_examples=60)
def test_any_text_is_reported_in_every_format(given_text):
    source = Source(given_text, "any.clause")
    files = [FileFindings(source, source.name, tuple(parse(source)[1]))]
    drawing = text.render(files)
    assert drawing.count("--> any.clause") >= len(files[0].diagnostics)
    assert len(json.loads(json_format.render(files))["diagnostics"]) == len(files[0].diagnostics)
    for render in (sarif.render, github.render, junit.render):
        assert render(files).endswith("\n")
        assert render(files) == render(files)


def test_a_mistake_is_shown_where_it_stands():
    source = Source("party France.\n\nFrance shall shall consult.\n", "twice.clause")
    drawing = text.render([FileFindings(source, source.name, tuple(parse(source)[1]))])
    assert " --> twice.clause:3:14\n" in drawing
    assert " 3 | France shall shall consult.\n   |              ^^^^^" in drawing
