"""Grammar files → parse tables, kept beside the grammar so that Lark need not run at every start.

They are kept as lines of text. Few of them are needed in one run, and each is made into what it says when it is: that takes a quarter of the time that
reading all of them would. Tables whose fingerprint does not match the grammar are never used: they are made anew.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from clausekit import resources

if TYPE_CHECKING:
    from pathlib import Path

    from lark import Lark

FILE_NAME = "clause.tables.txt"
START = "item"

FusedWord = tuple[str, list[str], str, frozenset[str]]
"""A fused terminal or keyword: its name, the words that follow its first word, and what must be seen after them.

That is a pattern, or "" for nothing, or `LIMB` or `PHRASE`: a modal within that reach; or `LIFE` or `LIFE_PHRASE`: a verb of the life of a treaty. Of most
patterns the first one or two characters are known that the word behind must have; the set is empty where it may have any.
"""
LIMB, PHRASE, LIFE, LIFE_PHRASE = "LIMB", "PHRASE", "LIFE", "LIFE_PHRASE"

Recipe = tuple[str, int, str, list[int] | None]
"""How a rule reduces: its symbol and length for the parser, its builder and plan for the node.

`plan` lists the children kept: their index, doubled, plus one when the child is a list to be spread; -1 stands for a missing optional. It is None
when every child is kept as it is. A builder of "" passes a single child on; "*" makes a list.
"""
_ANYTHING: frozenset[str] = frozenset()
# How a builder of "" and a plan of None are written, and the last line.
_PASSES_ON, _AS_IT_IS, _LAST = ".", "all", "end"


class Tables:
    """The tables, from the lines that `stored` made of them. Raises ValueError if some are missing."""

    def __init__(self, text: str) -> None:
        """Find out where the lines of each kind begin."""
        lines = text.split("\n")
        self.fingerprint, start, symbols, row_of_state, counts, *_ = lines
        first, final = start.split()
        self.start, self.final = int(first), int(final)
        self._symbols = symbols.split(" ")
        self._row_of_state = row_of_state.split(" ")
        self._lines = lines
        rows, rules, words = map(int, counts.split())
        self._rows_at = 5
        self._gotos_at = self._rows_at + rows
        self._rules_at = self._gotos_at + len(self._row_of_state)
        words_at = self._rules_at + rules
        if lines[words_at + words :] != [_LAST, ""]:
            message = "the tables are cut short"
            raise ValueError(message)
        self._groups: dict[str, str] = {}
        self._read: dict[str, list[FusedWord]] = {}
        self.words_of: dict[str, list[str]] = {}
        """By the name of each terminal, the words that it may begin with."""
        for line in lines[words_at:-2]:
            word, names, group = line.split("\t", 2)
            self._groups[word] = group
            for name in names.split(" "):
                self.words_of.setdefault(name, []).append(word)

    def row(self, state: int) -> dict[str, int]:
        """What each terminal does in a state: shift to that state, or, if negative, reduce by the rule `~number`."""
        return self._unpacked(self._lines[self._rows_at + int(self._row_of_state[state])])

    def goto(self, state: int) -> dict[str, int]:
        """The state behind each symbol that was read in a state."""
        return self._unpacked(self._lines[self._gotos_at + state])

    def rule(self, number: int) -> Recipe:
        """How a rule reduces."""
        symbol, length, builder, *plan = self._lines[self._rules_at + number].split(" ")
        return symbol, int(length), "" if builder == _PASSES_ON else builder, None if plan == [_AS_IT_IS] else list(map(int, plan))

    @property
    def words(self) -> Iterable[str]:
        """The first word of every keyword and fused terminal."""
        return self._groups.keys()

    def group(self, word: str) -> list[FusedWord]:
        """The keywords and fused terminals that begin with a word, the one to try first in front."""
        found = self._read.get(word)
        if found is None:
            found = []
            for entry in self._groups[word].split("\t"):
                spelt, begins, seen = entry.split("|", 2)
                name, *rest = spelt.split(" ")
                found.append((name, rest, seen, frozenset(begins.split(" ")) if begins else _ANYTHING))
            self._read[word] = found
        return found

    def _unpacked(self, text: str) -> dict[str, int]:
        numbers = list(map(int, text.split()))
        return dict(zip(map(self._symbols.__getitem__, numbers[::2]), numbers[1::2], strict=True))


def stored(
    *,
    fingerprint: str,
    start: tuple[int, int],
    rows: Sequence[Mapping[str, int]],
    gotos: Sequence[Mapping[str, int]],
    rules: Sequence[Recipe],
    words: Mapping[str, Sequence[FusedWord]],
) -> str:
    """The tables as lines. A row or goto is `3 17 5 -4`: pairs of a symbol, by its number, and what to do. Rows that are alike are written once."""
    symbols = {symbol: str(number) for number, symbol in enumerate(sorted({symbol for row in (*rows, *gotos) for symbol in row}))}

    def packed(row: Mapping[str, int]) -> str:
        return " ".join(f"{symbols[symbol]} {target}" for symbol, target in sorted(row.items()))

    different = {text: str(number) for number, text in enumerate(dict.fromkeys(map(packed, rows)))}
    recipes = [
        " ".join((symbol, str(length), builder or _PASSES_ON, *([_AS_IT_IS] if plan is None else map(str, plan)))) for symbol, length, builder, plan in rules
    ]
    groups = [
        "\t".join(
            (
                word,
                " ".join(dict.fromkeys(name for name, *_ in group)),
                *(f"{' '.join((name, *rest))}|{' '.join(sorted(begins))}|{seen}" for name, rest, seen, begins in group),
            )
        )
        for word, group in words.items()
    ]
    states, counts = " ".join(different[packed(row)] for row in rows), f"{len(different)} {len(recipes)} {len(groups)}"
    lines = (fingerprint, f"{start[0]} {start[1]}", " ".join(symbols), states, counts, *different, *map(packed, gotos), *recipes, *groups, _LAST, "")
    return "\n".join(lines)


def load(grammars: str | Path | None = None) -> Tables:
    """The tables of the grammar (the installed one); made, and kept where possible, when they are missing or stale."""
    grammars = str(grammars or resources.place("grammars"))
    path = os.path.join(grammars, FILE_NAME)
    expected = fingerprint(grammars)
    try:
        with open(path, encoding="utf-8") as file:
            tables = Tables(file.read())
        if tables.fingerprint == expected:
            return tables
    except (OSError, ValueError):
        pass  # absent, cut short, or something else altogether: make it anew
    text = build(grammars)
    try:
        write(text, path)
    except OSError:
        pass  # a read-only installation: the tables live for this process only
    return Tables(text)


def fingerprint(grammars: str | Path) -> str:
    """What the tables depend on: the grammar files, and the modules that decide their shape. It guards against staleness, not against malice."""
    made_by = [os.path.join(os.path.dirname(__file__), name) for name in ("lark_tables.py", "tables.py")]
    sources = [*made_by, *(os.path.join(grammars, name) for name in sorted(os.listdir(grammars)) if name.endswith(".lark"))]
    found: list[str] = []
    for source in sources:
        with open(source, "rb") as file:
            found.append(f"{zlib.crc32(file.read()):08x}")
    return " ".join(found)


def write(text: str, path: str | Path) -> None:
    """Store the tables whole: written aside, then renamed. Raises OSError where that cannot be done."""
    import tempfile  # slow to import, and needed once in the life of an installation

    handle, aside = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".tables-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except OSError:
        os.unlink(aside)
        raise


def build(grammars: str | Path) -> str:
    """Work the tables out from the grammar files, as lines. Raises Lark's own errors when the grammar is wrong."""
    from clausekit.syntax import lark_tables

    return lark_tables.build(grammars)


def lark_parser(grammars: str | Path | None = None, start: str = START) -> Lark:
    """Stock Lark on the same grammar: the tables come from it, and with `start` for a whole file it is what tests and benchmarks compare with."""
    from clausekit.syntax import lark_tables

    return lark_tables.parser(grammars or resources.place("grammars"), start)


if __name__ == "__main__":  # python -m clausekit.syntax.tables: make them before packaging
    write(build(resources.place("grammars")), os.path.join(resources.place("grammars"), FILE_NAME))
