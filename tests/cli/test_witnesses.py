"""Courses of events that show flaws: told in JSON, drawn in HTML, written out as event logs, and played from them."""

from __future__ import annotations

import json
import re
import shlex
from xml.etree import ElementTree as ET

import pytest

from clausekit.checks.registry import checks
from tests.cli.test_proofs import CLASH
from tests.logic.variants import VARIANTS, Variant

CODES = {each.proved: each.rule.code for each in checks() if each.proved}
SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
# These are shown by the sentences themselves, and not by a course of events.
WITHOUT = ("dead", "redundant")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "kept"))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.name)
def test_each_flaw_of_the_framework_agreement_is_told_drawn_and_played(variant: Variant, program, files):
    files(variant_clause=variant.text)
    asked = ("check", "variant.clause", "--select", CODES[variant.question], "--budget", "3600")
    told = [each["proof"] for each in json.loads(program(*asked, "--format", "json").out)["diagnostics"]]
    assert all(proof["verdict"] in ("shown", "refuted") for proof in told)
    assert any(proof["core"] for proof in told) or variant.question == "expectation"
    shown = [proof["witness"] for proof in told if "witness" in proof]
    assert bool(shown) == (variant.question not in WITHOUT)
    page = program(*asked, "--format", "html", "--witnesses", "logs")
    drawn = SVG.findall(page.out)
    assert len(drawn) == len(shown)
    assert [ET.fromstring(each).tag for each in drawn] == ["{http://www.w3.org/2000/svg}svg"] * len(shown)
    assert all(float(each.get("x", "0")) >= 0 for one in drawn for each in ET.fromstring(one).iter("{http://www.w3.org/2000/svg}text"))
    commands = [line.partition("; play it: clausekit ")[2] for line in page.err.splitlines() if line.startswith("wrote ")]
    assert len(commands) == len(shown)
    for command in commands:
        played = program(*shlex.split(command), "--anyway")
        assert (played.status, played.err) == (0, "")
        assert "enters into force" in played.out or "Nothing happens" in played.out


def test_a_picture_shows_who_is_bound_to_what_and_where_it_clashes(program):
    page = program("check", "-", "--format", "html", given=CLASH).out
    (drawn,) = SVG.findall(page)
    texts = ["".join(each.itertext()) for each in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")]
    assert "response: must deploy forces to Alba by 3 March 2027" in texts
    assert "truce: must not deploy forces to Alba until 2 April 2027" in texts
    assert "both cannot be complied with, 1 February 2027" in texts
    assert "Corva" in texts
    assert "1 February 2027: attack on Alba; mediation" in texts
    assert "Alba</text>" not in drawn.replace("attack on Alba; mediation</text>", "")  # who is not bound has no lane


def test_a_page_says_what_the_text_says(program):
    page = program("check", "-", "--format", "html", given=CLASH).out
    root = ET.fromstring(page.replace("<!doctype html>\n", "").replace('<meta charset="utf-8">', "").replace(re.search("<meta name[^>]*>", page)[0], ""))
    said = " ".join("".join(root.itertext()).split())
    assert "error CK411: Corva can come into a position in which it cannot comply with both `response` and `truce`" in said
    assert "1 January 2027: The treaty enters into force." in said
    assert "proved again, this takes the flaw away and brings no other" in said


def test_what_is_no_text_of_ours_is_written_as_text(program):
    page = program("check", "-", "--no-prover", "--format", "html", given='party "<script>alert(1)</script>".\nX shall <b>pay</b>.\n').out
    assert "<script>" not in page
    assert "<b>" not in page


def test_an_event_log_is_written_for_each_course_of_events(program, files, tmp_path):
    files(clash_clause=CLASH)
    checked = program("check", "clash.clause", "--witnesses", "a/b")
    assert [each.name for each in (tmp_path / "a" / "b").iterdir()] == ["CK411-response.jsonl"]
    lines = [json.loads(line) for line in (tmp_path / "a" / "b" / "CK411-response.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted((line["on"], line["event"]) for line in lines) == [("2027-02-01", "attack on Alba"), ("2027-02-01", "mediation")]
    assert "play it: clausekit simulate clash.clause --events a/b/CK411-response.jsonl --in-force 2027-01-01 --until 2027-02-02" in checked.err


def test_logs_cannot_be_written_below_a_file(program, files):
    files(clash_clause=CLASH)
    outcome = program("check", "clash.clause", "--witnesses", "clash.clause")
    assert outcome.status == 2
    assert "clash.clause" in outcome.err
