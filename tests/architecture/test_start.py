"""Start-up is a feature: what is heavy is loaded by the command that needs it, not by the name of the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clausekit.checks.registry import proved_checks

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"docx", "holidays", "icalendar", "jinja2", "lark", "lxml", "pycountry", "pydantic", "typst", "z3"}


def modules_of(statement: str) -> set[str]:
    """The modules in memory after `statement` in a new interpreter."""
    program = f"{statement}\nimport sys\nprint()\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def loaded_by(statement: str) -> set[str]:
    """The top-level packages in memory after `statement` in a new interpreter."""
    return {name.partition(".")[0] for name in modules_of(statement)}


def check(*arguments: str) -> str:
    """A statement that checks files as the program does."""
    return f"from clausekit.cli import run; run({['check', '--no-cache', *arguments]})"


@pytest.mark.parametrize("module", ["clausekit", "clausekit.cli"])
def test_nothing_heavy_is_loaded(module):
    loaded = loaded_by(f"import {module}")
    assert "clausekit" in loaded
    assert loaded & HEAVY == set()


def test_a_heavy_import_would_be_seen():
    assert loaded_by("import lark") & HEAVY == {"lark"}


def test_reading_alone_loads_neither_the_prover_nor_what_it_reads():
    modules = modules_of(check("--no-prover", str(ROOT / "examples" / "framework.clause")))
    rooms = {".".join(name.split(".")[:2]) for name in modules if name.startswith("clausekit.")}
    assert rooms & {"clausekit.norms", "clausekit.logic", "clausekit.chronicle", "clausekit.drafting"} == set()
    assert {name.partition(".")[0] for name in modules} & HEAVY == set()
    assert modules & {each.module for each in proved_checks()} == set()


def test_the_solver_is_loaded_where_there_is_something_to_prove(tmp_path):
    idle = tmp_path / "idle.clause"
    idle.write_text('party Alba.\nnote: text "Alba is glad".\n', encoding="utf-8")
    clashing = tmp_path / "clashing.clause"
    clashing.write_text("party Alba.\naction pay.\nevent need.\na: If need, Alba shall pay.\nb: If need, Alba shall not pay.\n", encoding="utf-8")
    assert "z3" not in loaded_by(check(str(idle)))
    assert "z3" in loaded_by(check(str(clashing)))
