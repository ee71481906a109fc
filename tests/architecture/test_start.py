"""Start-up is a feature: what is heavy is loaded by the command that needs it, not by the name of the program."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"holidays", "icalendar", "jinja2", "lark", "pydantic", "z3"}


def loaded_by(statement: str) -> set[str]:
    """The top-level packages in memory after `statement` in a new interpreter."""
    program = f"{statement}\nimport sys\nprint(*sorted(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["clausekit", "clausekit.cli"])
def test_nothing_heavy_is_loaded(module):
    loaded = loaded_by(f"import {module}")
    assert "clausekit" in loaded
    assert loaded & HEAVY == set()


def test_a_heavy_import_would_be_seen():
    assert loaded_by("import lark") & HEAVY == {"lark"}
