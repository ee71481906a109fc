"""The folder of pages: made from the checks, and what is committed is what they make today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.checks.page import page
from clausekit.checks.pages import FAMILIES, INDEX, contents, main, write_pages
from clausekit.checks.registry import pages

COMMITTED = Path(__file__).resolve().parents[2] / "docs" / "checks"


def test_the_committed_pages_are_current():
    """After a change to a check: `make docs`."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.iterdir()}
    assert sorted(committed) == sorted(contents())
    assert [name for name, text in contents().items() if committed[name] != text] == []


def test_every_check_has_its_page_in_its_family():
    index = contents()[INDEX]
    assert {each.rule.code[:3] for each in pages()} <= set(FAMILIES)
    for each in pages():
        assert f"[{each.rule.code}]({each.rule.code}-{each.rule.name}.md) | `{each.rule.name}` | {each.rule.severity} | {page(each).title}" in index
    assert re.findall(r"\]\((CK[^)]*)\)", index) == sorted(name for name in contents() if name != INDEX)


def test_a_page_shows_reason_and_examples():
    text = contents()["CK201-unknown-party.md"]
    shown = page(next(each for each in pages() if each.rule.code == "CK201"))
    assert text.startswith("# CK201: Unknown party\n\n`unknown-party` is an error")
    assert shown.reason in text
    assert shown.good in text
    assert re.search(r"Syldavja .*  # error: CK201\n", text)


def test_a_page_without_an_example_says_why():
    text = contents()["CK901-failed-check.md"]
    assert "There is no example: " in text
    assert "```" not in text


def test_pages_of_checks_that_are_gone_are_removed(tmp_path):
    (tmp_path / "CK299-long-gone.md").write_text("stale")
    (tmp_path / "NOTES.md").write_text("mine")
    names = write_pages(str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names, "NOTES.md"])
    assert (tmp_path / INDEX).read_text(encoding="utf-8") == contents()[INDEX]


@pytest.mark.parametrize("arguments", [[], ["one", "two"]])
def test_one_folder_is_asked_for(arguments, capsys):
    assert main(arguments) == 2
    assert "usage:" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert main([str(tmp_path / "file" / "checks")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_folder_is_written_from_the_command(tmp_path, capsys):
    assert main([str(tmp_path / "made" / "checks")]) == 0
    assert f"{len(contents())} pages" in capsys.readouterr().out
