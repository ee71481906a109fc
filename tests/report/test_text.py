from __future__ import annotations

import re
from pathlib import Path
from unicodedata import category, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.diagnostics import Diagnostic, Label, Rule, Severity
from clausekit.report import text
from clausekit.report.findings import FileFindings
from clausekit.report.legible import visible, wrap
from clausekit.source import Source, Span
from tests.report.cases import DRAWINGS, SYLDAVIA, UNKNOWN, found
from tests.report.strategies import findings

RULE = Rule("CK201", "unknown-party", Severity.ERROR)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def columns(line: str) -> int:
    """As a terminal counts, told apart from the code under test."""
    return sum(0 if category(c) in {"Mn", "Me"} else 2 if east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawings(name, golden):
    golden(f"{name}.txt", text.render([DRAWINGS[name]]))


@pytest.mark.parametrize("name", ["several-on-one-line", "long-line", "long-words-everywhere"])
def test_drawings_in_a_narrow_window(name, golden):
    drawing = text.render([DRAWINGS[name]], width=50)
    assert max(map(columns, drawing.splitlines())) <= 50
    golden(f"{name}-narrow.txt", drawing)


def test_every_golden_file_is_of_a_drawing():
    names = {path.stem.removesuffix("-narrow") for path in (Path(__file__).parent / "golden").glob("*.txt")}
    assert names == set(DRAWINGS)


def test_a_finding_is_drawn_as_the_design_shows():
    assert text.render([found(SYLDAVIA, UNKNOWN)]) == (
        "error[CK201]: `Syldavja` is not a party to this treaty\n"
        " --> framework.clause:12:14  (Article 3, paragraph 1)\n"
        "   |\n"
        " 3 | party Syldavia.\n"
        "   |       -------- did you mean `Syldavia`?\n"
        "12 | notice: Syldavja shall notify the other Parties within 30 days.\n"
        "   |         ^^^^^^^^ bears this duty\n"
        "   = fix: replace with `Syldavia`\n"
        "\n"
        "1 error in framework.clause\n"
    )


def test_colours_are_only_for_who_asks():
    coloured = text.render([found(SYLDAVIA, UNKNOWN)], colour=True)
    assert "\x1b[1;31merror[CK201]\x1b[0m: " in coloured
    assert "\x1b[1;31m^^^^^^^^\x1b[0m" in coloured
    assert "\x1b[1;34m--------\x1b[0m" in coloured
    assert "\x1b" not in text.render([found(SYLDAVIA, UNKNOWN)])


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        (["error", "error", "warning"], "2 errors, 1 warning in a.clause"),
        (["error", "info"], "1 error, 1 note in a.clause"),
        (["info", "info", "info"], "a.clause: no errors, 3 notes"),
        (["warning"], "a.clause: no errors, 1 warning"),
        ([], "a.clause: no errors, no warnings"),
    ],
)
def test_the_last_line_counts(severities, line):
    diagnostics = tuple(Diagnostic(RULE, Severity(severity), "m") for severity in severities)
    assert text.render([FileFindings(None, "a.clause", diagnostics)]).splitlines()[-1] == line


@pytest.mark.parametrize(
    ("errors", "line"),
    [
        ([1, 0, 2], "3 errors in 2 of 3 files"),
        ([1, 1], "2 errors in 2 files"),
        ([0, 0], "2 files: no errors, no warnings"),
        ([], "no file was checked"),
    ],
)
def test_the_last_line_counts_over_files(errors, line):
    files = [FileFindings(None, f"{at}.clause", (Diagnostic(RULE, Severity.ERROR, "m"),) * number) for at, number in enumerate(errors)]
    assert text.render(files).splitlines()[-1] == line


@pytest.mark.parametrize(
    "character", ["\x00", "\x08", "\x1b", "\x7f", "\x85", "\x9b", "\u200b", "\u200f", "\u202a", "\u202e", "\u2028", "\u2066", "\u2069", "\ufeff"]
)
def test_what_cannot_be_seen_is_shown_by_its_number(character):
    file = found(f"a{character}b shall\n", Diagnostic(RULE, Severity.ERROR, "m", (Label(Span(1, 2), "hidden"),)))
    rows = text.render([file]).splitlines()
    shown = f"<U+{ord(character):04X}>"
    assert rows[3] == f" 1 | a{shown}b shall"
    assert rows[4] == f"   |  {'^' * len(shown)} hidden"


def test_a_huge_line_is_read_only_where_it_is_shown():
    source = Source("x " * 5_000_000 + "Syldavja" + " y" * 5_000_000, "big.clause")
    at = 10_000_000
    drawn = text.draw(FileFindings(source, "big.clause", ()), Diagnostic(RULE, Severity.ERROR, "m", (Label(Span(at, at + 8), "here"),)))
    assert drawn.splitlines()[-1].endswith("^^^^^^^^ here")
    assert len(drawn) < 400


def test_a_cut_at_the_left_leaves_no_accent_behind():
    line = "e\u0301" * 100 + "Syldavja"
    rows = text.render([found(line, Diagnostic(RULE, Severity.ERROR, "m", (Label(Span(200, 208), "here"),)))]).splitlines()
    assert rows[3] == " 1 | …" + "e\u0301" * 61 + "Syldavja"
    assert rows[4] == "   | " + " " * 62 + "^^^^^^^^ here"


def test_an_accented_word_is_not_cut_for_its_accents():
    word = "e\u0301" * 50
    assert wrap(word, 60) == [word]
    assert wrap(word, 49) == ["e\u0301" * 24 + "…" + "e\u0301" * 24]


@given(findings(), st.integers(0, 200))
def test_no_row_is_too_wide_and_nothing_hidden_is_printed(files, width):
    drawing = text.render(files, width=width)
    names = {place for file in files for place in re.findall(r".*(?:-->|:::).*", drawing) if place}
    rows = [row for row in drawing.split("\n")[:-2] if row not in names]
    assert all(columns(row) <= max(width, text.LEAST_WIDTH) for row in rows)
    assert all(character == "\n" or character.isprintable() or category(character) == "Zs" for character in drawing)
    assert drawing.endswith("\n")


@given(findings())
def test_colours_change_nothing_else(files):
    assert ANSI.sub("", text.render(files, colour=True)) == text.render(files)


@given(findings())
def test_every_message_is_there(files):
    words = re.sub(r"[\s|]", "", text.render(files, width=10_000))
    for file in files:
        for diagnostic in file.diagnostics:
            for message in (diagnostic.message, diagnostic.help, *(label.message for label in diagnostic.labels)):
                shown = re.sub(r"[\s|]", "", "".join(visible(word) for word in message.split()))
                assert shown in words


PRINTED = st.text(st.characters(min_codepoint=33, max_codepoint=126) | st.sampled_from("中한é\u202e\x00"), min_size=1, max_size=60)


@given(PRINTED, st.data())
def test_carets_stand_under_their_words(line, data):
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    rows = text.render([found(line, Diagnostic(RULE, Severity.ERROR, "m", (Label(Span(start, end)),)))], width=1000).split("\n")
    assert rows[3] == f" 1 | {visible(line)}"
    assert rows[4] == f"   | {' ' * columns(visible(line[:start]))}{'^' * columns(visible(line[start:end]))}"


def test_of_very_many_the_gravest_are_drawn(monkeypatch):
    monkeypatch.setattr(text, "MOST_DRAWN", 3)
    severities = [Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.ERROR]
    labelled = [Diagnostic(RULE, severity, f"number {at}", (Label(Span(at, at + 1)),)) for at, severity in enumerate(severities)]
    drawn = text.render([FileFindings(Source("abcde"), "many.clause", tuple(labelled))])
    assert re.findall(r"number \d", drawn) == ["number 1", "number 2", "number 4"]
    assert "\n\n2 more, none graver than these, are left out; `--format json` lists them all.\n\n" in drawn
    assert drawn.endswith("2 errors, 2 warnings, 1 note in many.clause\n")
    monkeypatch.setattr(text, "MOST_DRAWN", 5)
    assert "left out" not in text.render([FileFindings(Source("abcde"), "many.clause", tuple(labelled))])
