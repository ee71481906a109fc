"""A file that is there to be used can be checked and laid out by itself, and is no treaty by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.modules.shelves import packaged
from clausekit.pipeline.layout import lay_out
from clausekit.pipeline.library import UnreadableTextError, draft, format_text, parse
from clausekit.source import Source

PARTS = sorted(path for path in Path(__file__).parents[2].joinpath("templates", "library").rglob("*.clause"))
HEAD = """\
parameter Members: group.
parameter Protected: party.
parameter Somebody: actor.
parameter Council: body.
parameter Area: zone.
parameter Base: instrument.
parameter Vote Rule: rule.
parameter Kept: clause.
parameter Trigger: event.
parameter Answer: action.
parameter Delay: period.
parameter Delay Limit: period.
parameter Ceiling: number.
parameter Start: date.
parameter Area Text: text.
"""
SENTENCES = """\
zone Shore means Area Text.
body Assembly means the Members, deciding by Vote Rule.
measure tanks.

article help "Help"
  help: If Trigger as determined by Council, then the Members jointly shall Answer within Delay of
      request by Protected, failing which any Member may suspend clause Kept.
  forces: Each Member shall deploy forces to Somebody of at most Ceiling troops from Start.
  entry: No Member shall enter Area until Start, in accordance with article 51 of Base.
  leaving: Any Member may withdraw with Delay notice, not earlier than Delay Limit after entry into
      force.
  review: The Members shall report every Delay.
  limit: Each Member shall ensure that tanks in Shore are at most Ceiling.
"""


def errors(text: str) -> list[str]:
    return [f"{each.code} {each.message}" for each in parse(text).diagnostics if each.severity == "error"]


def test_parameters_are_declared_names():
    reading = parse(HEAD + SENTENCES)
    assert reading.has_parameters
    named = HEAD.replace("parameter ", "").split(":")[0]
    assert errors(HEAD + SENTENCES) == []
    assert [each.message for each in reading.diagnostics if named in each.message] == []


def test_what_is_wrong_is_found_where_it_stands():
    text = HEAD + SENTENCES + "  wrong: Each Mmeber shall report to Membres within Delay.\n  Each Member consult within Delay.\n"
    found = {each.code: each for each in parse(text).diagnostics if each.severity == "error"}
    assert set(found) == {"CK201", "CK204", "CK105"}
    for code, words in (("CK201", {"Mmeber"}), ("CK204", {"Membres"}), ("CK105", {"consult", "within", "."})):
        span = found[code].span
        assert text[span.start : span.end] in words


def test_it_has_no_treaty_and_no_draft():
    reading = parse(HEAD + SENTENCES)
    assert reading.record is None
    assert reading.treaty is None
    with pytest.raises(ValueError, match="has parameters, and is no treaty by itself"):
        draft(reading)


def test_values_are_not_asked_about():
    """Whether a term is long enough is for the file that gives it."""
    text = "parameter Term: period.\nparameter Notice Period: period.\n"
    text += "remains in force for Term.\nAny Party may withdraw with Notice Period notice, not earlier than Term after entry into force.\n"
    assert parse(text).diagnostics == ()


def test_an_unused_parameter_is_told():
    reading = parse('parameter Delay: period.\nparameter Members: group.\nuse "std/entry-into-force/by-all" with Delay = Delay.\n')
    (found,) = reading.diagnostics
    assert (found.code, found.message) == ("CK246", "nothing in this file draws on the parameter `Members`")


def test_a_nested_use_gets_what_the_file_gets():
    assert errors('parameter Delay: period.\nuse "std/entry-into-force/by-all" with Delay = Delay.\n') == []
    wrong = errors('parameter Delay: number.\nuse "std/entry-into-force/by-all" with Delay = Delay.\n')
    assert wrong == ["CK247 `Delay` is a number, and `Delay` stands for a period"]


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_every_part_of_the_library_is_in_order(path):
    text = path.read_text(encoding="utf-8")
    assert [each.message for each in parse(text).diagnostics] == []
    assert format_text(text) == text
    assert path.is_relative_to(packaged().folder)


# ---------------------------------------------------------------- layout


def test_layout_keeps_the_names_of_parameters():
    laid_out = format_text(HEAD + SENTENCES)
    assert laid_out.startswith(HEAD)
    assert format_text(laid_out) == laid_out
    for name in (
        "means Area Text.",
        "within Delay of",
        "at most Ceiling troops from Start",
        "until Start",
        "with Delay notice",
        "Delay Limit after",
        "every Delay.",
    ):
        assert name in " ".join(laid_out.split()), name
    assert "are at most Ceiling." in " ".join(laid_out.split())
    assert "90000" not in laid_out


def test_layout_is_idempotent_and_expands_nothing():
    text = 'PARAMETER  Delay : Period. use   "x"  as  Second with A=Delay,B = thirty days , C="say ""no""".  # kept\nthe Parties shall consult within   delay'
    once = format_text(text)
    assert once == (
        'parameter Delay: period.\nuse "x" as Second with A = Delay, B = 30 days and C = "say ""no""".  # kept\nThe Parties shall consult within Delay.\n'
    )
    assert format_text(once) == once


def test_layout_does_not_take_a_value_for_a_parameter():
    """Whatever values the file itself holds."""
    text = "parameter Delay: period.\nparameter Ceiling: number.\nparameter Start: date.\n\n"
    text += "The Parties shall consult within 900001 days and within 900000 days, unless waiver.\n".replace(" and within 900000 days", "")
    text += "The Parties shall deploy at most 900000 troops until 9001-01-01.\nThe Parties shall deploy at most Ceiling troops within Delay, until Start.\n"
    laid_out = format_text(text)
    for written in ("within 900001 days", "at most 900000 troops", "until 9001-01-01", "at most Ceiling troops", "within Delay", "until Start"):
        assert written in laid_out


def test_layout_tells_what_cannot_be_read_where_it_stands():
    text = "parameter Delay: period.\nThe Parties shall consult within Delay.\nEach Party consult within Delay.\n"
    printed, (found,) = lay_out(Source(text))
    assert printed is None
    assert found.span.start > text.index("Each")
    with pytest.raises(UnreadableTextError):
        format_text(text)


def test_lines_are_kept_within_the_width():
    long = "parameter Extraordinarily Long Name of a Period of Time: period.\n"
    text = long + "The Parties shall consult within Extraordinarily Long Name of a Period of Time of request by any Party as determined by Council.\n"
    assert max(map(len, format_text(text).splitlines())) <= 100
