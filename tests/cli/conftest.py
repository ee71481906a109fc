"""The program, run in this process: what it says on each stream, and how it ends."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

import pytest

from clausekit.cli import run


class Outcome(NamedTuple):
    """How a run ended, and what it said."""

    status: int
    out: str
    err: str


Program = Callable[..., Outcome]


@pytest.fixture
def program(capsys, monkeypatch) -> Program:
    """Run `clausekit` with these arguments; `given` is its standard input."""
    for name in ("NO_COLOR", "CLAUSEKIT_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run_it(*arguments: object, given: str | bytes = b"") -> Outcome:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        status = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Outcome(status, said.out, said.err)

    return run_it


@pytest.fixture
def files(tmp_path, monkeypatch) -> Callable[..., None]:
    """Write clause files into an empty folder, and go there; a name with underscores for dots: `one_clause="…"`."""
    monkeypatch.chdir(tmp_path)

    def write(**texts: str | bytes) -> None:
        for name, text in texts.items():
            path = tmp_path / name.replace("__", "/").replace("_clause", ".clause")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)

    return write


ONE = "if breach then deploy forces"
CLEAN = 'treaty "Agreement on Talks".\nparty Ukraine.\nparty Poland.\naction consult.\n\ntalks: The Parties shall consult every 6 months.\n'
WRONG = "party Poland.\nparty Ukraine.\n\nhelp: Polland shall assist Ukraine within 30 days.\n"
UNREADABLE = "party Poland.\nPoland assist Ukraine.\n"
