"""The recipes of CONTRIBUTING.md work as they are written: the check finds what it plants, the format renders a draft."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from clausekit.checks.page import Mark, page, unmarked
from clausekit.checks.registry import Check
from clausekit.checks.survey import Survey
from clausekit.drafting.build import build
from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.pipeline import read_source
from clausekit.source import Source

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def snippet(language: str, containing: str) -> str:
    (found,) = (text for text in re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL) if containing in text)
    return found


@pytest.fixture
def module(monkeypatch):
    """Turns a snippet into a module that can be looked up by its name, as a file of the project would be."""

    def make(name: str, text: str) -> ModuleType:
        made = ModuleType(name)
        monkeypatch.setitem(sys.modules, name, made)
        exec(compile(text, name, "exec"), made.__dict__)
        return made

    return make


def marks_of(check: Check, text: str) -> list[Mark]:
    source = Source(text, "example.clause")
    reading = read_source(source)
    assert [each for each in reading.diagnostics if each.severity == "error"] == []
    found = check.run(Survey(reading.record, source))
    return [Mark(source.position(each.span.start).line, str(each.severity), each.code) for each in found]


def test_the_recipe_of_a_check(module):
    made = module("ck590_untitled_article", snippet("python", "@check(RULE)"))
    (check,) = (value for value in vars(made).values() if isinstance(value, Check))
    shown = page(check)
    assert marks_of(check, shown.bad) == list(shown.marks)
    assert marks_of(check, shown.good) == []
    planted, marks = unmarked(snippet("clause", check.rule.code))
    assert marks_of(check, planted) == list(marks)
    assert f"src/clausekit/checks/{made.__name__}.py" in GUIDE


def test_the_recipe_of_a_format(module):
    made = module("json_lines", snippet("python", "FORMAT = Format("))
    assert isinstance(made.FORMAT, Format)
    phrases = Phrasebook("en")
    framework = Source((ROOT / "examples" / "framework.clause").read_text(encoding="utf-8"))
    document = build(read_source(framework).record, phrases)
    lines = made.FORMAT.render(document, phrases).splitlines()
    assert len(lines) > len(document.sections) > 0
    assert all(json.loads(line)["text"] for line in lines)


def test_the_guide_names_a_format_as_the_code_does():
    """The lines to change in `formats()` are there to be changed."""
    shown = snippet("python", "json_lines.FORMAT)").replace("json_lines, ", "").replace(", json_lines.FORMAT", "")
    code = (ROOT / "src" / "clausekit" / "drafting" / "draft.py").read_text(encoding="utf-8")
    assert all(line in code for line in shown.splitlines())
