"""A finding about a sentence of a used file points into that file, in every format, and shows the sentence that brought it in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from clausekit.pipeline.library import check, draft, read
from clausekit.report import github, json_format, junit, sarif, text
from clausekit.report.findings import FileFindings

MAIN = """\
party Arendia.
party Belmora.

article one "One"
  one: Arendia shall report within 3 days.

use "part" with Members = Parties, Delay = 12 days.
"""
PART = """\
parameter Members: group.
parameter Delay: period.
action report.

article two "Two"
  # a comment
  two: Each Member shall report to the Hgih Council within Delay, failing which each Member shall consult.
  broken: Each Member consult.
"""


@pytest.fixture
def found(tmp_path, monkeypatch) -> FileFindings:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "part.clause").write_text(PART, encoding="utf-8")
    (tmp_path / "main.clause").write_text(MAIN, encoding="utf-8")
    reading = read("main.clause")
    return FileFindings(reading.source, reading.source.name, reading.diagnostics)


def one(found: FileFindings, code: str):
    (each,) = (each for each in found.diagnostics if each.code == code)
    return each


def words(label) -> str:
    return label.source.text[label.span.start : label.span.end]


def test_labels_carry_their_file(found):
    deadline = one(found, "CK301")
    assert deadline.labels[0].source.name == "part.clause"
    assert words(deadline.labels[0]) == "consult"
    assert deadline.citation == "Article 2, paragraph 1"
    used = deadline.labels[-1]
    assert used.source is None
    assert used.message == "used here"
    assert found.source.text[used.span.start : used.span.end].startswith('use "part"')


def test_a_sentence_that_cannot_be_read_is_shown_as_it_stands(found):
    broken = one(found, "CK105")
    assert broken.labels[0].source.name == "part.clause"
    assert broken.labels[0].source.position(broken.span.start).line == 8
    assert words(broken.labels[0]) == "."


def test_replaced_words_are_shown_as_they_stand(tmp_path, monkeypatch):
    """The place of a finding about a value is the name that it stands for."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "part.clause").write_text('parameter Delay: period.\nlate: text "x".\n   If alarm, the Parties shall consult within Delay.', encoding="utf-8")
    (tmp_path / "main.clause").write_text('party A.\nparty B.\nuse "part" with Delay = 9,999,999 days.', encoding="utf-8")
    (large,) = (each for each in read("main.clause").diagnostics if each.code == "CK306")
    assert words(large.labels[0]) == "Delay"


def test_the_terminal(found):
    drawn = text.render([found])
    block = next(block for block in drawn.split("\n\n") if "CK301" in block)
    assert " --> part.clause:7:99  (Article 2, paragraph 1)" in block
    assert "7 | " in block
    assert " ::: main.clause:7:1" in block
    assert "used here" in block
    assert block.index("part.clause") < block.index("main.clause")


def test_json(found):
    told = json.loads(json_format.render([found]))
    deadline = next(each for each in told["diagnostics"] if each["code"] == "CK301")
    assert deadline["file"] == "part.clause"
    assert deadline["range"]["start"] == {"line": 7, "column": 99}
    assert deadline["related"][-1] == {
        "message": "used here",
        "file": "main.clause",
        "range": {"start": {"line": 7, "column": 1}, "end": {"line": 7, "column": 51}},
    }
    assert told["files"] == ["main.clause"]


def test_sarif(found):
    (run,) = json.loads(sarif.render([found]))["runs"]
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["main.clause", "part.clause"]
    deadline = next(each for each in run["results"] if each["ruleId"] == "CK301")
    place = deadline["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "part.clause", "index": 1}
    assert place["region"]["startLine"] == 7
    assert deadline["relatedLocations"][-1]["physicalLocation"]["artifactLocation"] == {"uri": "main.clause", "index": 0}


def test_github(found):
    line = next(line for line in github.render([found]).splitlines() if "CK301" in line)
    assert "file=part.clause,line=7,col=99" in line
    assert "main.clause, line 7: used here" in line


def test_junit(found):
    assert "CK301 no-deadline (part.clause:7:99)" in junit.render([found])


def test_findings_of_the_file_come_first(found):
    order = [each.labels[0].source is None for each in found.in_order()]
    assert order == sorted(order, reverse=True)


def test_selecting_keeps_the_places(tmp_path, found):
    reading = read(tmp_path / "main.clause")
    (deadline,) = check(reading, select=["CK301"])
    assert deadline.labels[0].source.name == str(tmp_path / "part.clause")
    undeclared = [each.severity for each in check(reading, strict=True) if each.code == "CK207"]
    assert undeclared
    assert set(undeclared) == {"error"}


def test_one_file_used_twice_is_cited_twice(tmp_path):
    (tmp_path / "part.clause").write_text('article same "Same"\n  duty: The Parties shall consult.', encoding="utf-8")
    (tmp_path / "main.clause").write_text('party A.\nparty B.\nuse "part" as First.\nuse "part" as Second.', encoding="utf-8")
    deadlines = [each for each in read(tmp_path / "main.clause").diagnostics if each.code == "CK301"]
    assert [each.citation for each in deadlines] == ["Article 1", "Article 2"]
    assert deadlines[0].span == deadlines[1].span
    assert [each.labels[-1].span.start for each in deadlines] == [18, 39]


def test_no_fix_edits_what_others_use(tmp_path):
    (tmp_path / "part.clause").write_text("Arendja shall train guards within 3 days.", encoding="utf-8")
    (tmp_path / "main.clause").write_text('party Arendia.\nuse "part".\nBelmora shall consult within 3 days.', encoding="utf-8")
    reading = read(tmp_path / "main.clause")
    misspelt = [each for each in reading.diagnostics if each.code == "CK201" and each.labels[0].source is not None]
    assert [each.fix for each in misspelt] == [None]
    edits = [edit for each in reading.diagnostics if each.fix for edit in each.fix.edits]
    assert edits
    assert all(edit.span.end <= len(reading.source.text) for edit in edits)


def test_a_file_that_uses_nothing_has_one_source(tmp_path):
    (tmp_path / "main.clause").write_text(MAIN.partition("use")[0], encoding="utf-8")
    reading = read(tmp_path / "main.clause")
    assert reading.sources == (reading.source,)
    assert all(label.source is None for each in reading.diagnostics for label in each.labels)
    assert Path(reading.source.name).name == "main.clause"


def test_a_declaration_is_offered_to_the_file_itself(tmp_path):
    (tmp_path / "part.clause").write_text("event alarm.\nIf alarm, then the Parties shall consult within 3 days.", encoding="utf-8")
    (tmp_path / "main.clause").write_text('party Arendia.\nuse "part".\nArendia shall train guards within 3 days.', encoding="utf-8")
    reading = read(tmp_path / "main.clause")
    (undeclared,) = (each for each in reading.diagnostics if each.code == "CK207")
    (edit,) = undeclared.fix.edits
    assert reading.source.text[: edit.span.start].rstrip(".") == "party Arendia"


def test_a_file_that_uses_nothing_pays_nothing():
    program = "import sys, clausekit; clausekit.parse('A shall report within 3 days.'); print([name for name in sys.modules if 'modules' in name])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_place_of_the_treaty_is_found_in_its_file(tmp_path):
    (tmp_path / "part.clause").write_text("parameter Delay: period.\n\nduty: The Parties shall consult within Delay.", encoding="utf-8")
    (tmp_path / "main.clause").write_text('party A.\nparty B.\nuse "part" with Delay = 3 days.\nlast: A shall report within 3 days.', encoding="utf-8")
    reading = read(tmp_path / "main.clause")
    first, last = reading.record.clauses
    source, span = reading.place(first.span)
    assert (Path(source.name).name, source.text[span.start : span.end]) == ("part.clause", "duty: The Parties shall consult within Delay")
    source, span = reading.place(last.span)
    assert (source, source.text[span.start : span.end]) == (reading.source, "last: A shall report within 3 days")
    assert reading.volume.position(first.span.start) == (3, 1)
    assert reading.volume.text[first.span.start : first.span.end] == "duty: The Parties shall consult within 3 days"


def test_what_could_not_be_read_keeps_its_place_in_the_draft(found, tmp_path):
    (tmp_path / "again.clause").write_text(MAIN + "Arendia consult.\n", encoding="utf-8")
    for name in ("main.clause", "again.clause"):
        drafted = draft(read(name), anyway=True)
        article = drafted[drafted.index("Article 2") :]
        assert article.index("Each Party shall report") < article.index("“Each Party consult”"), article
    stamp = " ".join(drafted.split())
    assert "2 sentences that could not be read stand in square brackets" in stamp
    assert drafted.index("“Each Party consult”") < drafted.index("“Arendia consult”")
