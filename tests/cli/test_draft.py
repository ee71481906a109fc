"""`clausekit draft`: what is drafted, what is refused, and how it is written."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from clausekit.drafting import draft as drafting
from clausekit.drafting.format import Format
from clausekit.model.published.treaty import Treaty
from tests.cli.conftest import CLEAN, ONE, UNREADABLE, WRONG

SAID = "In the event of a breach, forces shall be deployed."


def test_one_sentence(program):
    drafted = program("draft", "-", given=ONE)
    assert (drafted.status, drafted.err) == (0, "")
    assert SAID in drafted.out


def test_a_file_with_errors_is_refused(program, files):
    files(help_clause=WRONG)
    drafted = program("draft", "help.clause", "-o", "help.md")
    assert (drafted.status, drafted.out) == (1, "")
    assert "error[CK201]" in drafted.err
    assert drafted.err.endswith("clausekit: help.clause was not drafted: mend 1 error first, or draft it all the same with --anyway, which says so on top\n")
    assert not Path("help.md").exists()


def test_only_errors_are_shown_when_a_draft_is_refused(program, files):
    files(help_clause=WRONG)
    assert program("draft", "help.clause").err.count("[CK") == 1
    assert program("check", "help.clause").out.count("[CK") > 1


def test_anyway_it_is_drafted_and_stamped(program):
    drafted = program("draft", "-", "--anyway", given=WRONG)
    assert (drafted.status, drafted.err) == (1, "")
    assert "NOT FOR SIGNATURE" in drafted.out
    assert "1 error remains" in drafted.out


@pytest.mark.parametrize("text", ["", UNREADABLE.splitlines()[1]])
def test_where_nothing_was_read_nothing_can_be_drafted(text, program):
    drafted = program("draft", "-", "--anyway", given=text)
    assert (drafted.status, drafted.out) == (1, "")
    assert drafted.err.endswith("clausekit: <stdin> was not drafted: mend 1 error first\n")


@pytest.mark.parametrize(
    ("output", "beginning"),
    [
        ("a.md", "# "),
        ("a.markdown", "# "),
        ("a.html", "<!"),
        ("a.HTM", "<!"),
        ("a.json", "{"),
        ("a.xml", "<?xml"),
        ("a.AKN", "<?xml"),
        ("a.txt", " "),
        ("a", " "),
    ],
)
def test_the_suffix_chooses_the_format(output, beginning, program, files):
    files(one_clause=CLEAN)
    drafted = program("draft", "one.clause", "-o", output)
    assert drafted == (0, "", f"wrote {output}\n")
    assert Path(output).read_text(encoding="utf-8").startswith(beginning)


def test_the_format_asked_for_comes_before_the_suffix(program, files):
    files(one_clause=CLEAN)
    program("draft", "one.clause", "-o", "a.html", "--format", "md")
    assert Path("a.html").read_text(encoding="utf-8").startswith("# ")


def test_json_is_the_treaty(program):
    import clausekit

    assert Treaty.model_validate_json(program("draft", "-", "--format", "json", given=CLEAN).out) == clausekit.parse(CLEAN).treaty


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "htm"], "draft: there is no format `htm`; did you mean `html`?; there are: text, md, html, docx, pdf, akn, json"),
        (["-o", "a.odt"], "draft: no format is known for `.odt` files; choose one with `--format`: text, md, html, docx, pdf, akn, json"),
        (["--language", "xx"], "there are no templates for the language `xx`; there are for: en, fr, uk"),
        (["--templates", "nowhere"], "nowhere: there is no such folder of templates"),
        (["-o", "no/such/a.md"], "no/such/a.md: there is no folder `no/such`; make it first"),
        (["-o", "folder.md"], "folder.md: this is a folder; name a file in it"),
        (["-o", "one.clause/a.md"], "one.clause/a.md: `one.clause` is not a folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_told_in_one_line(arguments, told, program, files):
    files(one_clause=ONE)
    Path("folder.md").mkdir()
    assert program("draft", "one.clause", *arguments) == (2, "", f"clausekit: {told}\n")
    assert sorted(path.name for path in Path().iterdir()) == ["folder.md", "one.clause"]


def test_a_faulty_template_is_named(program, files):
    files(one_clause=ONE, mine__en__phrases_jinja="{% macro %}", mine__en__words_toml="")
    Path("mine/en/phrases_jinja").rename("mine/en/phrases.jinja")
    Path("mine/en/words_toml").rename("mine/en/words.toml")
    drafted = program("draft", "one.clause", "--templates", "mine")
    assert (drafted.status, drafted.out, drafted.err.count("\n")) == (2, "", 1)
    assert "phrases.jinja" in drafted.err


def test_what_is_there_is_replaced_whole_and_keeps_its_permissions(program, files):
    files(one_clause=ONE, a="old")
    old = Path("a")
    old.chmod(0o640)
    with old.open("rb") as kept:  # whoever reads it goes on reading the old text
        assert program("draft", "one.clause", "-o", "a").status == 0
        assert kept.read() == b"old"
    assert SAID in old.read_text(encoding="utf-8")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["a", "one.clause"]


def test_a_new_file_has_the_usual_permissions(program, files):
    files(one_clause=ONE)
    mask = os.umask(0o027)
    try:
        program("draft", "one.clause", "-o", "a")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(Path("a").stat().st_mode) == 0o640


def test_a_link_stays_a_link(program, files):
    files(one_clause=ONE, there__a="old")
    Path("a").symlink_to("there/a")
    assert program("draft", "one.clause", "-o", "a").status == 0
    assert Path("a").is_symlink()
    assert SAID in Path("there/a").read_text(encoding="utf-8")


def test_a_device_is_written_as_it_is(program, files):
    files(one_clause=ONE)
    assert program("draft", "one.clause", "-o", os.devnull).status == 0
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_what_cannot_be_written_whole_is_not_written_at_all(program, files, monkeypatch):
    files(one_clause=ONE, a="old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("clausekit.source.files.os.replace", full)
    assert program("draft", "one.clause", "-o", "a") == (2, "", "clausekit: a: it cannot be written: no space left on device\n")
    assert Path("a").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["a", "one.clause"]


def test_a_file_that_may_not_be_written(program, files, monkeypatch):
    files(one_clause=ONE, a="old")
    monkeypatch.setattr("clausekit.source.files.os.access", lambda *_: False)  # the superuser, who may run this, may write anywhere
    assert program("draft", "one.clause", "-o", "a") == (2, "", "clausekit: a: you have no permission to write it\n")
    assert Path("a").read_text(encoding="utf-8") == "old"


@pytest.fixture
def packed(monkeypatch):
    """A format that is no text, as another package may add it."""
    known = drafting.formats()
    monkeypatch.setattr(
        "clausekit.drafting.draft.formats", lambda: known | {"packed": Format("packed", ".packed", is_text=False, render=lambda *_: b"\x00\xff")}
    )
    monkeypatch.setattr("clausekit.cli.draft.formats", drafting.formats)


def test_what_is_no_text_is_not_thrown_at_a_terminal(program, files, packed, monkeypatch):
    files(one_clause=ONE)
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    told = "clausekit: draft: a terminal cannot show packed; name a file to write with `-o`\n"
    assert program("draft", "one.clause", "--format", "packed") == (2, "", told)
    assert program("draft", "one.clause", "-o", "a.packed").status == 0
    assert Path("a.packed").read_bytes() == b"\x00\xff"


def test_what_is_no_text_can_be_sent_on(files, packed, capsysbinary):
    files(one_clause=ONE)
    from clausekit.cli import run

    assert run(["draft", "one.clause", "--format", "packed"]) == 0
    assert capsysbinary.readouterr().out == b"\x00\xff"


def test_the_drafts_of_the_issue_come_out_as_json_schema_says(program):
    import jsonschema

    schema = json.loads(program("schema").out)
    jsonschema.validate(json.loads(program("draft", "-", "--format", "json", given=CLEAN).out), schema)


def test_the_words_that_a_language_lacks_are_lines_to_paste(program):
    drafted = program("draft", "-", "--language", "fr", given="party Alba. party Brena. Alba shall report within 3 days.")
    assert (drafted.status, drafted.out) == (2, "")
    assert "<U+000A>" not in drafted.err
    assert '  party Alba: "…".' in drafted.err.splitlines()
