"""Grammar files → parse tables, kept beside the grammar so that Lark need not run at every start.

A table whose fingerprint does not match the grammar is never used: it is made anew.
"""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from clausekit import resources

if TYPE_CHECKING:
    from lark import Lark

FILE_NAME = "clause.tables.json"
START = "item"

FusedWord = tuple[str, list[str], str]
"""A fused terminal or keyword: its name, the words that follow its first word, and what must be seen after them.

That is a pattern, or "" for nothing, or `LIMB` or `PHRASE`: a modal within that reach; or `LIFE` or `LIFE_PHRASE`: a verb of the life of a treaty.
"""
LIMB, PHRASE, LIFE, LIFE_PHRASE = "LIMB", "PHRASE", "LIFE", "LIFE_PHRASE"

Recipe = tuple[str, int, str, list[int] | None]
"""How a rule reduces: its symbol and length for the parser, its builder and plan for the node.

`plan` lists the children kept: their index, doubled, plus one when the child is a list to be spread; -1 stands for a missing optional. It is None
when every child is kept as it is. A builder of "" passes a single child on; "*" makes a list.
"""


class Tables(TypedDict):
    """What is stored. A row (state → actions) or goto is a text, `3 17 5 -4`, because few of them are ever needed in one run.

    Its numbers are pairs of a symbol (its index in `symbols`) and what to do: shift to that state, or, if negative, reduce by the rule `~number`.
    """

    fingerprint: str
    start: list[int]
    symbols: list[str]
    rules: list[Recipe]
    rows: list[str]
    row_of_state: list[int]
    gotos: list[str]
    words: dict[str, list[FusedWord]]


def load(grammars: Path | None = None) -> Tables:
    """The tables of the grammar (the installed one); made, and kept where possible, when they are missing or stale."""
    grammars = grammars or resources.folder("grammars")
    path = grammars / FILE_NAME
    expected = fingerprint(grammars)
    try:
        tables: Tables = json.loads(path.read_bytes())
        if tables["fingerprint"] == expected:
            return tables
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # absent, cut short, or something else altogether: make it anew
    tables = build(grammars)
    try:
        write(tables, path)
    except OSError:
        pass  # a read-only installation: the tables live for this process only
    return tables


def fingerprint(grammars: Path) -> str:
    """What the tables depend on: the grammar files, and the module that decides their shape. It guards against staleness, not against malice."""
    sources = (Path(__file__).with_name("lark_tables.py"), *sorted(grammars.glob("*.lark")))
    return " ".join(f"{zlib.crc32(source.read_bytes()):08x}" for source in sources)


def write(tables: Tables, path: Path) -> None:
    """Store the tables whole: written aside, then renamed. Raises OSError where that cannot be done."""
    import tempfile  # slow to import, and needed once in the life of an installation

    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".tables-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(tables, file, separators=(",", ":"), sort_keys=True)
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise


def build(grammars: Path) -> Tables:
    """Work the tables out from the grammar files. Raises Lark's own errors when the grammar is wrong."""
    from clausekit.syntax import lark_tables

    return lark_tables.build(grammars)


def lark_parser(grammars: Path | None = None, start: str = START) -> Lark:
    """Stock Lark on the same grammar: the tables come from it, and with `start` for a whole file it is what tests and benchmarks compare with."""
    from clausekit.syntax import lark_tables

    return lark_tables.parser(grammars or resources.folder("grammars"), start)


if __name__ == "__main__":  # python -m clausekit.syntax.tables: make them before packaging
    write(build(resources.folder("grammars")), resources.folder("grammars") / FILE_NAME)
