"""Small rooms: which library lives where, how long a module and a function may be, and what a room says of itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "clausekit"

# One room knows each of these; the others see only what that room hands on.
HOME_OF = {
    "lark": "syntax",
    "z3": "logic",
    "jinja2": "drafting",
    "docx": "drafting",
    "typst": "drafting",
    "lxml": "drafting",
    "pycountry": "drafting",
    "icalendar": "chronicle",
}
# A person reads a module in one sitting and a function on one screen.
MOST_LINES_IN_A_MODULE = 400
MOST_LINES_IN_A_FUNCTION = 60

MODULES = sorted(PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every top-level package that a module imports by name, wherever the import stands, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module.partition(".")[0]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"import_module", "importlib.import_module", "__import__"}:
            argument = node.args[0] if node.args else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield node.lineno, argument.value.partition(".")[0]


def strangers(library: str, room: str, modules: list[Path]) -> list[str]:
    return [
        f"{path}:{line}"
        for path in modules
        if path.relative_to(PACKAGE).parts[0] != room
        for line, name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name == library
    ]


@pytest.mark.parametrize(("library", "room"), HOME_OF.items())
def test_a_library_is_imported_only_in_its_room(library, room):
    assert strangers(library, room, MODULES) == []


def test_an_import_is_found_wherever_it_stands():
    text = 'import os\ndef f():\n    from lark.lexer import Token\n    importlib.import_module("z3.z3")\nif x:\n    import jinja2.ext as e\n'
    assert sorted(name for _, name in imported(ast.parse(text))) == ["jinja2", "lark", "os", "z3"]


@pytest.mark.parametrize("folder", ["grammars", "templates"])
def test_no_python_among_the_resources(folder):
    """A `.py` file there would make the folder a package, and break editable installations."""
    assert (ROOT / folder).is_dir()
    assert [named(path) for path in (ROOT / folder).rglob("*.py*")] == []


def test_no_module_is_too_long():
    places = [*MODULES, *ROOT.glob("benchmarks/**/*.py"), *ROOT.glob("tests/**/*.py")]
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in places}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_IN_A_MODULE} == {}


def test_no_function_is_too_long():
    lengths = {
        f"{named(path)}: {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert lengths
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_IN_A_FUNCTION} == {}


def test_every_room_says_its_arrow():
    rooms = [path for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE]
    firsts = {named(path): (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0] for path in rooms}
    assert firsts
    assert {name: first for name, first in firsts.items() if not set(first) & {"→", "↔"}} == {}


def test_no_room_for_odds_and_ends():
    vague = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert [named(path) for path in MODULES if set(path.relative_to(PACKAGE).with_suffix("").parts) & vague] == []
