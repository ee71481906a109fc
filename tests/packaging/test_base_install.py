"""What works without any extra: everything but the formats that need one, and these say which."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.test_dependencies import OPTIONAL, PROJECT, asked_for

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "examples/framework.clause"
# Distributions by the names their modules have.
MODULES = {"python_docx": "docx", "z3_solver": "z3"}
BASE = {requirement.partition(">")[0] for requirement in PROJECT["dependencies"]}
ABSENT = sorted(MODULES.get(name, name) for name in asked_for(*OPTIONAL) - BASE)
RUN = f"""import sys
for name in {ABSENT!r}:
    sys.modules[name] = None  # as if it were not installed
from clausekit.cli import main
sys.exit(main())
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, timeout=120, cwd=ROOT, check=False)


def test_the_extras_are_thought_away():
    assert {"docx", "z3", "lxml", "typst"} <= set(ABSENT)


@pytest.mark.parametrize(
    "command",
    [
        ("check", EXAMPLE, "--no-prover"),
        *(("draft", EXAMPLE, "--format", form) for form in ("text", "md", "html", "json")),
        ("draft", EXAMPLE, "--language", "en,fr", "--format", "html"),
        ("graph", EXAMPLE),
        ("report", EXAMPLE),
        ("translate", EXAMPLE, "--language", "fr"),
        ("test", EXAMPLE),
        ("duties", EXAMPLE, "--in-force", "2026-06-01"),
    ],
    ids=" ".join,
)
def test_it_works_without_them(command):
    done = run(*command)
    assert done.returncode == 0, done.stderr
    assert "fault of clausekit" not in done.stderr


@pytest.mark.parametrize(("form", "extra"), [("docx", "word"), ("pdf", "pdf"), ("akn", "xml")])
def test_a_format_says_what_it_needs(form, extra, tmp_path):
    target = tmp_path / f"draft.{form}"
    done = run("draft", EXAMPLE, "--format", form, "-o", str(target))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"`clausekit[{extra}]`" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not target.exists()


def test_the_names_of_the_formats_are_known_without_them():
    said = json.dumps(run("draft", EXAMPLE, "--format", "odt").stderr)
    assert all(form in said for form in ("docx", "pdf", "akn"))
