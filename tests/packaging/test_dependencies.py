"""What the package says it needs is what its code imports: no more, no less."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


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
    return found - sys.stdlib_module_names - {"benchmarks", "clausekit", "tests"}


def test_what_is_imported_is_required():
    assert sorted(imported("src")) == sorted(map(name_of, PROJECT["dependencies"]))


def test_what_tests_and_benchmarks_import_is_asked_for():
    named = {"importlinter": "import_linter", "markdown_it": "markdown_it_py"}
    extras = PROJECT["optional-dependencies"]
    asked_for = {name_of(each) for group in (PROJECT["dependencies"], extras["test"], extras["bench"]) for each in group}
    assert {named.get(module, module) for module in imported("tests", "benchmarks")} - asked_for == set()


def test_everything_asked_for_is_pinned():
    """A checkout installs the versions that were tested."""
    pinned = {name_of(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if "==" in line}
    wanted = {name_of(each) for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()) for each in group}
    assert wanted - pinned == set()
