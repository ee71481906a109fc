"""Findings of every kind: any text, labels anywhere in it or beside it, any words."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity
from clausekit.report.findings import FileFindings
from clausekit.source import Source, Span

# What has tricked programs like this one before, oftener than chance would bring it.
ODD = st.sampled_from(list("\n\r\t \x00\x1b\x7f\x85\u0301\u200d\u202e\u2028\u2067\ufeff\uffff\ud800\udc80中👩🏽اש:%,<>&'\"|^"))
TEXTS = st.lists(st.text(max_size=30) | ODD | st.just("\r\n") | st.text("ab ", min_size=40, max_size=150), max_size=12).map("".join)
WORDS = st.lists(st.text(max_size=12) | ODD | st.sampled_from(["shall", "a duty", "`Syldavia`", "x" * 120]), max_size=12).map(" ".join)
NAMES = st.sampled_from(["a.clause", "-", "<stdin>", "/abs/é.clause", "../up one/b:c,d%.clause", "", "C:\\x.clause", "::error::x"]) | st.text(max_size=20)
RULES = st.builds(
    lambda code, name, severity: Rule(f"CK{code}", name, severity),
    st.integers(100, 104),
    st.sampled_from(["unknown-party", "two-modals", "x"]),
    st.sampled_from(Severity),
)


@st.composite
def diagnostics(draw: st.DrawFn, length: int) -> Diagnostic:
    spans = st.builds(Span, st.integers(-3, length + 3), st.integers(-3, length + 3))
    inside = st.builds(lambda start, size: Span(start, min(length, start + size)), st.integers(0, length), st.integers(0, 20))
    used = st.none() | st.builds(Source, TEXTS, NAMES)  # a place in a file that the file uses
    labels = st.builds(Label, st.one_of(inside, inside, spans, st.none()), WORDS, used)
    fixes = st.builds(Fix, WORDS, st.lists(st.builds(Edit, spans, WORDS), max_size=3).map(tuple), st.sampled_from(["layout", "meaning"]))
    return Diagnostic(
        draw(RULES),
        draw(st.sampled_from(Severity)),
        draw(WORDS),
        tuple(draw(st.lists(labels, max_size=5))),
        draw(WORDS),
        draw(st.none() | fixes),
        draw(st.just("") | st.just("Article 5, paragraph 1") | WORDS),
        tuple(draw(st.lists(WORDS, max_size=3))),
    )


@st.composite
def file_findings(draw: st.DrawFn) -> FileFindings:
    name = draw(NAMES)
    text = draw(st.none() | TEXTS)
    found = tuple(draw(st.lists(diagnostics(length=len(text or "")), max_size=4)))
    return FileFindings(None if text is None else Source(text, name), name, found)


def findings() -> st.SearchStrategy[list[FileFindings]]:
    return st.lists(file_findings(), max_size=3)
