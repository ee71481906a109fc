"""`clausekit fmt`: canonical layout, the same meaning, and nothing touched that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.syntax.nodes import ClauseNode
from tests.cli.conftest import UNREADABLE

UGLY = (
    'party   Ukraine .   # who asks\nparty Poland.\n\n\n\narticle 1  "Help"\nhelp:\n  within thirty days of request by Ukraine, Poland shall   assist Ukraine'
)
LAID_OUT = 'party Ukraine.  # who asks\nparty Poland.\n\narticle 1 "Help"\n  help: Poland shall assist Ukraine within 30 days of request by Ukraine.\n'


def test_a_file_is_laid_out_in_place(program, files):
    files(help_clause=UGLY)
    Path("help.clause").chmod(0o600)
    assert program("fmt", "help.clause") == (0, "", "")
    assert Path("help.clause").read_text(encoding="utf-8") == LAID_OUT
    assert Path("help.clause").stat().st_mode & 0o777 == 0o600


def test_what_is_laid_out_already_is_not_written_again(program, files):
    files(help_clause=LAID_OUT)
    before = Path("help.clause").stat()
    assert program("fmt", "help.clause") == (0, "", "")
    assert Path("help.clause").stat().st_mtime_ns == before.st_mtime_ns
    assert Path("help.clause").stat().st_ino == before.st_ino


def test_standard_input_is_filtered(program):
    assert program("fmt", "-", given=UGLY) == (0, LAID_OUT, "")
    assert program("fmt", "-", given=LAID_OUT) == (0, LAID_OUT, "")


def test_check_changes_nothing_and_lists_what_would(program, files):
    files(help_clause=UGLY, drafts__a_clause=LAID_OUT, drafts__b_clause=UGLY)
    assert program("fmt", "help.clause", "drafts", "--check") == (1, "help.clause\ndrafts/b.clause\n", "")
    assert program("fmt", "drafts/a.clause", "--check") == (0, "", "")
    assert Path("help.clause").read_text(encoding="utf-8") == UGLY
    assert program("fmt", "--check", "-", given=UGLY) == (1, "<stdin>\n", "")


def test_diff_changes_nothing_and_shows_what_would(program, files):
    files(help_clause=UGLY)
    shown = program("fmt", "help.clause", "--diff")
    assert (shown.status, shown.err) == (1, "")
    assert shown.out.startswith("--- help.clause\tas it is\n+++ help.clause\tlaid out\n@@")
    assert "-party   Ukraine .   # who asks\n+party Ukraine.  # who asks\n" in shown.out
    assert Path("help.clause").read_text(encoding="utf-8") == UGLY


def test_a_file_that_cannot_be_read_whole_is_left_as_it_is(program, files):
    files(bad_clause=UNREADABLE, help_clause=UGLY)
    laid_out = program("fmt", "bad.clause", "help.clause")
    assert (laid_out.status, laid_out.out) == (1, "")
    assert "error[CK1" in laid_out.err
    assert "bad.clause:2:" in laid_out.err
    assert laid_out.err.endswith("clausekit: bad.clause was left as it is\n")
    assert Path("bad.clause").read_text(encoding="utf-8") == UNREADABLE
    assert Path("help.clause").read_text(encoding="utf-8") == LAID_OUT


def test_standard_input_that_cannot_be_read_gives_no_output(program):
    laid_out = program("fmt", "-", given=UNREADABLE)
    assert (laid_out.status, laid_out.out) == (1, "")


def test_a_file_that_is_not_there_does_not_keep_the_others(program, files):
    files(help_clause=UGLY)
    assert program("fmt", "gone.clause", "help.clause") == (2, "", "clausekit: gone.clause: there is no such file\n")
    assert Path("help.clause").read_text(encoding="utf-8") == LAID_OUT


def test_one_way_to_change_nothing_at_a_time(program):
    assert "not allowed with argument --check" in program("fmt", "a", "--check", "--diff").err


def test_the_byte_order_mark_and_foreign_line_ends_do_not_matter(program, files):
    files(help_clause=b"\xef\xbb\xbf" + UGLY.replace("\n", "\r\n").encode())
    assert program("fmt", "help.clause").status == 0
    assert Path("help.clause").read_bytes().replace(b"\xef\xbb\xbf", b"") == LAID_OUT.encode()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda text: text.replace("Poland shall", "Poland may"), "a sentence would mean something else"),
        (lambda text: text.replace("shall assist", "assist"), "line 5 could no longer be read"),
        (lambda text: text.replace("  # who asks", ""), "a comment would be lost or moved past another"),
    ],
    ids=["meaning", "syntax", "comment"],
)
def test_a_printer_that_errs_spoils_no_file(spoil, told, program, files, monkeypatch):
    """Before a file is written its new text is read again: a fault of ours is found before it costs anybody a sentence."""
    from clausekit.syntax.printer import print_document

    files(help_clause=UGLY)
    monkeypatch.setattr("clausekit.pipeline.layout.print_document", lambda *parts: spoil(print_document(*parts)))
    laid_out = program("fmt", "help.clause")
    assert laid_out == (2, "", f"clausekit: help.clause was left as it is: laid out, {told}; this is a fault of clausekit, and worth a report\n")
    assert Path("help.clause").read_text(encoding="utf-8") == UGLY


def test_the_proof_looks_into_every_node(program, monkeypatch, files):
    """Two treaties may be equal where two texts are not; the sentences themselves must stay the same too."""
    from clausekit.syntax.canonical import canonical

    def forgetful(document):
        return canonical(document)._replace(items=tuple(item for item in canonical(document).items if not isinstance(item, ClauseNode)))

    files(help_clause=UGLY)
    monkeypatch.setattr("clausekit.syntax.printer.canonical", forgetful)
    assert program("fmt", "help.clause").status == 2
    assert Path("help.clause").read_text(encoding="utf-8") == UGLY


def test_a_file_that_may_not_be_written(program, files, monkeypatch):
    files(help_clause=UGLY)
    monkeypatch.setattr("clausekit.source.files.os.access", lambda *_: False)  # the superuser, who may run this, may write anywhere
    assert program("fmt", "help.clause") == (2, "", "clausekit: help.clause: you have no permission to write it\n")
    assert Path("help.clause").read_text(encoding="utf-8") == UGLY


def test_a_comment_stands_apart_where_the_drafter_set_it_apart(program):
    apart = "# The whole file.\n\n# Of the party.\nparty Poland.  # who\n# Of nothing.\n\nPoland shall consult.\n\n# The end.\n\n# Really.\n"
    assert program("fmt", "-", given=apart) == (0, apart, "")
    assert program("fmt", "-", given=apart.replace("\n\n", "\n\n\n\n")) == (0, apart, "")


def test_the_article_that_begins_a_sentence_gets_its_capital(program):
    assert program("fmt", "-", given="the Parties shall consult within 3 days") == (0, "The Parties shall consult within 3 days.\n", "")


def test_what_a_file_uses_is_not_looked_for(program):
    used = program("fmt", "-", given='use "nowhere" with A=three days.')
    assert used == (0, 'use "nowhere" with A = 3 days.\n', "")
