"""`import clausekit`: what it offers, what it loads, and that nothing of it prints, exits or is shared."""

from __future__ import annotations

import subprocess
import sys
import typing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import clausekit
from clausekit.model.published.declarations import DeclaredActor
from clausekit.model.published.treaty import Treaty
from clausekit.pipeline import library
from tests.cli.conftest import CLEAN, ONE, UNREADABLE, WRONG

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_what_is_offered_is_there():
    assert set(clausekit.__all__) <= set(dir(clausekit))
    for name in clausekit.__all__:
        assert getattr(clausekit, name).__doc__ is not None or name == "__version__"
    with pytest.raises(AttributeError, match="module `clausekit` has no attribute `red`"):
        clausekit.red  # noqa: B018


def test_what_is_offered_to_type_checkers_is_what_is_offered():
    """The block for type checkers and the table for the interpreter name the same things from the same places."""
    import ast

    tree = ast.parse(Path(clausekit.__file__).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    told = {alias.asname or alias.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert told == clausekit._HOMES
    assert {*told, "__version__"} == set(clausekit.__all__)


def test_a_name_loads_what_it_needs_and_no_more():
    program = "import sys, clausekit\nbefore = set(sys.modules)\nclausekit.Severity\nprint(*set(sys.modules) - before)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert "clausekit.diagnostics" in loaded
    assert "clausekit.syntax" not in loaded
    assert "pydantic" not in loaded


def test_reading_and_checking_load_no_pydantic_and_no_jinja():
    program = f"import sys, clausekit\nclausekit.check(clausekit.parse({ONE!r}))\nprint(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split())
    assert "clausekit.checks.engine" in loaded
    assert loaded & {"pydantic", "jinja2", "lark"} == set()


def test_read():
    reading = clausekit.read(EXAMPLES / "framework.clause")
    assert isinstance(reading, clausekit.Reading)
    assert isinstance(reading.treaty, clausekit.Treaty)
    assert reading.treaty.title is not None
    assert not reading.has_errors
    assert clausekit.read(str(EXAMPLES / "framework.clause")).treaty == reading.treaty


def test_read_what_is_not_there(tmp_path):
    with pytest.raises(clausekit.UnreadableFileError, match="there is no such file") as problem:
        clausekit.read(tmp_path / "gone.clause")
    assert problem.value.name.endswith("gone.clause")
    assert str(problem.value) == f"{problem.value.name}: {problem.value.reason}"


def test_parse_never_raises():
    for text in ("", "\x00", "((((", '"', "party", UNREADABLE, "\ud800"):
        reading = clausekit.parse(text, "notes")
        assert reading.source.name == "notes"
        assert reading.diagnostics
    assert clausekit.parse("").treaty is None


def test_check_a_reading():
    reading = clausekit.parse(ONE)
    assert clausekit.check(reading) == reading.diagnostics
    assert {finding.code for finding in clausekit.check(reading, select=["CK3"])} == {"CK301"}
    assert "CK301" not in {finding.code for finding in clausekit.check(reading, ignore=["no-deadline"])}
    strict = clausekit.check(reading, strict=True)
    assert [finding.code for finding in strict if finding.severity is clausekit.Severity.ERROR] == ["CK207"]
    assert all(finding.span is not None for finding in strict)


def test_check_a_treaty_built_in_python():
    built = Treaty(actors=(DeclaredActor(role="party", name="Poland"),), clauses=clausekit.parse(ONE).treaty.clauses)
    text = clausekit.treaty_text(built)
    findings = clausekit.check(built, select=["CK405"])
    assert [text[finding.span.start : finding.span.end] for finding in findings] == ["breach"]


def test_draft():
    reading = clausekit.parse(CLEAN)
    text = clausekit.draft(reading)
    assert text == clausekit.draft(reading, format="text", language="en") == clausekit.draft(reading.treaty)
    assert "# Agreement on Talks" in clausekit.draft(reading, format="md")
    assert Treaty.model_validate_json(clausekit.draft(reading, format="json")) == reading.treaty


def test_a_reading_with_errors_is_not_drafted_unasked():
    reading = clausekit.parse(WRONG)
    with pytest.raises(ValueError, match="<text> has 1 error; see `diagnostics`, or draft it `anyway`"):
        clausekit.draft(reading)
    assert "1 error remains" in clausekit.draft(reading, anyway=True)
    with pytest.raises(ValueError, match="<text> holds nothing to draft"):
        clausekit.draft(clausekit.parse(""), anyway=True)


def test_what_cannot_be_said_in_a_draft():
    with pytest.raises(clausekit.WordingError, match="there is no format `odt`"):
        clausekit.draft(clausekit.parse(CLEAN), format="odt")
    with pytest.raises(clausekit.WordingError, match="language `xx`"):
        clausekit.draft(clausekit.parse(CLEAN), language="xx")


def test_format():
    assert clausekit.format("party   Poland .  # who") == "party Poland.  # who\n"
    with pytest.raises(clausekit.UnreadableTextError) as problem:
        clausekit.format(UNREADABLE)
    assert problem.value.diagnostics[0].severity is clausekit.Severity.ERROR
    assert isinstance(problem.value, ValueError)


def test_nothing_is_shared_between_threads(capfd):
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*.clause")] * 3

    def done(text: str) -> tuple[clausekit.Reading, str | bytes, str]:
        parsed = [clausekit.parse(text, libraries=[EXAMPLES]) for _ in range(2)]
        return parsed[0], clausekit.draft(parsed[1]), clausekit.format(text)

    alone = [done(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(done, texts))
    assert [(reading.diagnostics, drafted, laid_out) for reading, drafted, laid_out in together] == [
        (reading.diagnostics, drafted, laid_out) for reading, drafted, laid_out in alone
    ]
    assert capfd.readouterr() == ("", "")


def test_every_function_is_typed():
    for name in ("read", "parse", "check", "draft", "format_text", "simulate", "treaty_text"):
        function = getattr(library, name)
        arguments = function.__code__.co_varnames[: function.__code__.co_argcount + function.__code__.co_kwonlyargcount]
        assert set(function.__annotations__) == {*arguments, "return"}
        assert function.__doc__
    assert typing.TYPE_CHECKING is False
