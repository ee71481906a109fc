"""What the package says it needs is what its code imports: no more, no less."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
# The extras that users ask for; the others are for those who build clausekit.
OPTIONAL = [name for name in EXTRAS if name not in ("test", "lint", "bench")]
NAMED = {"importlinter": "import_linter", "docx": "python_docx", "markdown_it": "markdown_it_py", "z3": "z3_solver"}


def name_of(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("-", "_")


def imported(*folders: str) -> set[str]:
    found = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                found.add(node.module.partition(".")[0])
    return {NAMED.get(name, name) for name in found - sys.stdlib_module_names - {"benchmarks", "clausekit", "tests"}}


def asked_for(*groups: str) -> set[str]:
    """What the package requires, and what is asked for with some extras, and with those that these name."""
    named = {extra for group in groups for each in EXTRAS[group] for extra in re.findall(r"clausekit\[(\w+)\]", each)}
    return {name_of(each) for group in (PROJECT["dependencies"], *(EXTRAS[name] for name in {*groups, *named})) for each in group} - {"clausekit"}


def test_what_is_imported_is_required():
    """What only some commands need is asked for by an extra; of tzdata, the standard library makes use."""
    assert sorted(imported("src")) == sorted(asked_for(*OPTIONAL) - {"tzdata"})


def test_what_tests_and_benchmarks_import_is_asked_for():
    assert imported("tests", "benchmarks") - asked_for("test", "bench") == set()


def test_everything_asked_for_is_pinned():
    """A checkout installs the versions that were tested."""
    pinned = {name_of(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if "==" in line}
    assert asked_for(*EXTRAS) - pinned == set()
