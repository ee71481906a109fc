"""A clause file → the codes that its comments expect: `# atop NAMES = VALUE [for MEMBERS; VALUE for MEMBERS] [from CLAUSES]`.

NAMES are joined by commas. VALUE is a number, or `not derivable`. CLAUSES are the labels of every sentence that the code follows from; where they are left out,
any will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clausekit.codes.scheme import Coding
from clausekit.codes.schemes import scheme
from clausekit.model.resolve import resolve
from clausekit.source import Source
from clausekit.syntax.parser import parse

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT / "tests" / "corpus" / "codes").glob("*.clause"))
_LINE = re.compile(r"# atop (?P<names>[a-z0-9, ]+?) = (?P<values>.+?)(?: from (?P<clauses>.+))?")


class Expected(NamedTuple):
    """What one variable must be: its values by member (`""` for the treaty), and its clauses, if the file says them."""

    name: str
    values: dict[str, int]
    clauses: set[str] | None


def expected(path: Path) -> Iterator[Expected]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# atop "):
            match = _LINE.fullmatch(line)
            assert match is not None, line
            clauses = {label.strip() for label in match["clauses"].split(",")} if match["clauses"] else None
            for name in match["names"].split(","):
                yield Expected(name.strip(), _values(match["values"]), clauses)


def _values(written: str) -> dict[str, int]:
    if written == "not derivable":
        return {}
    made = {}
    for part in written.split(";"):
        value, _, members = part.strip().partition(" for ")
        made |= dict.fromkeys((member.strip() for member in members.split(",")), int(value))
    return made


def coded(path: Path, acts: dict[str, tuple[str, ...]] | None = None) -> Coding:
    """The codes of a clause file, every sentence of which must be read."""
    return coded_text(path.read_text(encoding="utf-8"), acts)


def coded_text(text: str, acts: dict[str, tuple[str, ...]] | None = None) -> Coding:
    document, faults = parse(Source(text))
    assert [fault.message for fault in faults] == []
    treaty, unusable = resolve(document)
    assert [fault.message for fault in unusable] == []
    return scheme("atop").code(treaty, acts or {})
