"""`clausekit translate`: the lines of a translation that are to be filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import clausekit
from tests.cli.conftest import CLEAN, UNREADABLE

TREATY = """treaty "Agreement on Relief" short "Agreement".
party Ukraine.
party Russia "the Russian Federation".
term Relief means "food and 20 tents".
action send as "sending".
event flood.
recital "Mindful of floods".
article 1 "Help"
  help: If flood, then Russia shall send 500 boats to Ukraine within 3 days.
  text "Relief is free".
"""
WANTED = """translation Ukrainian.
  title: "".  # "Agreement on Relief"
  short: "".  # "Agreement"

  party Ukraine: "", genitive "", dative "", accusative "", instrumental "".  # masculine or feminine or neuter
  party Russia: "", genitive "", dative "", accusative "", instrumental "".  # "the Russian Federation"; masculine or feminine or neuter

  term Relief: "" means "".

  action send: "" as "".

  event flood: "", genitive "".
  unit boats: "", plural "", plural genitive "".

  recital 1: "".  # "Mindful of floods"
  article 1: "".  # "Help"
  paragraph 2 of article 1: "".  # "Relief is free"
"""


def test_a_line_for_all_that_a_drafter_wrote(program, files):
    files(relief_clause=TREATY)
    assert program("translate", "relief.clause", "--language", "Ukrainian") == (0, WANTED, "")
    assert program("translate", "relief.clause", "--language", "uk").out == WANTED


def test_what_is_written_can_be_read_as_it_stands_and_laid_out(program, files):
    files(relief_clause=TREATY)
    skeleton = program("translate", "relief.clause", "--language", "French").out
    laid_out = program("fmt", "-", given=skeleton)
    assert (laid_out.status, laid_out.err) == (0, "")
    assert [each.code for each in clausekit.parse(TREATY + skeleton).diagnostics if each.severity == "error"] == []
    assert laid_out.out.count('""') == skeleton.count('""'), "what is to be filled in is still there"


def test_what_is_filled_in_is_not_asked_again(program, files):
    files(relief_clause=TREATY + 'use "relief.fr".\n')
    filled = re.sub(r'""', '"mot"', program("translate", "relief.clause", "--language", "fr", "--anyway").out)
    files(relief__fr_clause="")
    Path("relief.fr.clause").write_text(filled, encoding="utf-8")
    done = program("translate", "relief.clause", "--language", "fr")
    assert done == (0, "", "relief.clause: nothing is missing in its translation into French\n")
    Path("relief.fr.clause").write_text(filled.replace("  recital 1:", "  # recital 1:"), encoding="utf-8")
    assert program("translate", "relief.clause", "--language", "fr").out == 'translation French.\n  recital 1: "".  # "Mindful of floods"\n'


def test_the_file_to_write(program, files):
    files(talks_clause=CLEAN)
    made = program("translate", "talks.clause", "--language", "fr", "-o", "talks.fr.clause")
    assert (made.status, made.out) == (0, "")
    assert made.err == 'wrote talks.fr.clause; fill it in, and write `use "talks.fr".` into talks.clause\n'
    written = Path("talks.fr.clause").read_text(encoding="utf-8")
    again = program("translate", "talks.clause", "--language", "fr", "-o", "talks.fr.clause")
    assert again == (2, "", "clausekit: talks.fr.clause: there is such a file already, and it is not overwritten\n")
    assert Path("talks.fr.clause").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--language", "Klingon"), "`Klingon` is no language that clausekit drafts in; there are English (en), French (fr), Ukrainian (uk)"),
        ((), "--language"),
    ],
)
def test_what_cannot_be_translated_into(arguments, said, program, files):
    files(talks_clause=CLEAN)
    made = program("translate", "talks.clause", *arguments)
    assert (made.status, made.out) == (2, "")
    assert said in made.err


def test_a_file_with_mistakes_is_translated_whole_or_not_at_all(program, files):
    files(bad_clause=UNREADABLE)
    made = program("translate", "bad.clause", "--language", "fr", "-o", "bad.fr.clause")
    assert (made.status, made.out) == (2, "")
    assert "has errors" in made.err
    assert not Path("bad.fr.clause").exists()
