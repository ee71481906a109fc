"""The standard library: every part described, used by an example that is in order, and shown on its page as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.modules.pages import main, page, part_of, parts
from clausekit.pipeline.library import draft, read
from clausekit.source import Source

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "modules"
PAGE = ROOT / "docs" / "standard-library.md"
TREATIES = sorted(EXAMPLES.glob("*.clause"))
# What a first library has to hold (point 2 of the plan of the whole language), by the beginnings of paths.
WANTED = [
    "std/collective-defence",
    "std/consultation",
    "std/guarantee/joint",
    "std/guarantee/several",
    "std/guarantee/subsidiary",
    "std/escalation-ladder",
    "std/snap-back",
    "std/ceasefire",
    "std/verification-mission",
    "std/joint-commission",
    "std/withdrawal",
    "std/amendment",
    "std/dispute-settlement",
    "std/final-clauses",
]


def test_the_page_is_current():
    """After a change to a part: `make docs`."""
    assert PAGE.read_text(encoding="utf-8") == page(str(EXAMPLES))


def test_what_a_first_library_holds():
    paths = [each.path for each in parts()]
    assert set(WANTED) <= set(paths)
    assert sum(path.startswith("std/entry-into-force/") for path in paths) == 5


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_the_examples_are_in_order(path):
    reading = read(path)
    assert [(each.code, each.message) for each in reading.diagnostics if each.severity != "info"] == []
    assert len(reading.sources) > 1
    assert draft(reading, format="html")


def test_every_part_is_used_by_an_example():
    used = {source.name.replace("\\", "/").removesuffix(".clause") for path in TREATIES for source in read(path).sources}
    assert [each.path for each in parts() if each.path not in used] == []


def test_the_head_of_a_part_is_taken_apart():
    text = "# Talks\n#\n# Who talks: all.\n# And when.\n#\n# More.\n#\n# Delay: how soon.\n# Long Delay: how late.\n\n"
    part = part_of(Source(text + "parameter Delay: period.\nparameter Long Delay: period.\n"), "std/talks")
    assert (part.title, part.paragraphs) == ("Talks", ("Who talks: all. And when.", "More."))
    assert [(parameter.name.text, meaning) for parameter, meaning in part.parameters] == [("Delay", "how soon"), ("Long Delay", "how late")]


@pytest.mark.parametrize(
    "text",
    [
        "parameter Delay: period.\n\nThe Parties shall consult within Delay.\n",
        "# Talks\n\nparameter Delay: period.\n",
        "# Talks\n#\n# What for.\n\nparameter Delay: period.\n",
        "# Talks\n#\n# What for.\n#\n# Delay: how soon.\n# Other: nothing.\n\nparameter Delay: period.\nparameter Third: date.\n",
    ],
    ids=["no head", "no reason", "a parameter not described", "another one described"],
)
def test_a_part_that_is_not_described_is_refused(text):
    with pytest.raises(ValueError, match="describe each of its parameters"):
        part_of(Source(text, "talks.clause"), "std/talks")


def test_the_page_is_written_from_the_command(tmp_path, capsys):
    written = tmp_path / "library.md"
    assert main([str(written), str(EXAMPLES)]) == 0
    assert written.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")
    assert f"{len(parts())} parts" in capsys.readouterr().out
    assert main([]) == 2
    assert "usage:" in capsys.readouterr().err
    assert main([str(tmp_path / "nowhere" / "library.md"), str(EXAMPLES)]) == 2
    assert "no folder" in capsys.readouterr().err
