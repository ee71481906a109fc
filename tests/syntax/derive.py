"""Sentences derived from the grammar itself, rule by rule: whatever the grammar allows, in every spelling, whether or not a drafter would write it.

The nodes of `generate` print as canonical text; these show the rest: every way to say the same, every list with and without its commas. Some of what the
grammar allows is not what the reader sees (`every` before a unit is a time, `at least 3` of something an amount), so that a derivation need not be read as it
was made. What is read must be printed as it reads.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st
from lark.grammar import Rule

from clausekit.syntax import lark_tables, tables
from clausekit.syntax.builders import BUILDERS
from clausekit.syntax.machine import Machine
from clausekit.syntax.nodes import Name

# What stands for the terminals that are shapes, not words.
SHAPES = {
    "WORD": (
        "breach",
        "Ukraine",
        "France",
        "Participant",
        "Allies",
        "forces",
        "troops",
        "consult",
        "assist",
        "victim",
        "Charter",
        "peace",
        "law",
        "Council",
        "IV",
    ),
    "NUMBER": ("3", "20,000", "12", "55", "2.5", "1"),
    "DATE": ("2027-01-01", "1 January 2028", "31 december 2030"),
    "TIME": ("22:00", "00:30"),
    "ZONE": ("+02:00", "-09:30"),
    "STRING": ('"so it says"', "“curly”", '"a ""b"" c"', '""'),
    "MARK": ("(a)", "(b)", "(ii)", "(3)"),
    "LABEL": ("response", "no force", "first report"),
    "ENTRY": ("title", "done at", "party France", "action deploy forces", "clause response", "article response"),
}
# Rules that pass their only child on, and those of names, which are read as runs of words, are not reduced by the reader.
UNSEEN = frozenset({"", "name", "longer_name"})


class Grammar:
    """The rules of the clause language as Lark compiles them, and the shortest text of each."""

    def __init__(self) -> None:
        compiled = tables.lark_parser()
        self.rules: list[Rule] = list(compiled.rules)
        self.tables = tables.Tables(lark_tables.tables_of(compiled, ""))
        self.seen = {number: rule for rule, number in lark_tables.numbered(compiled).items() if self.tables.rule(number)[2] not in UNSEEN}
        """The rules that the reader reduces, by their numbers in its tables."""
        self.of: dict[str, list[Rule]] = {}
        for rule in self.rules:
            self.of.setdefault(str(rule.origin.name), []).append(rule)
        self.spellings = {**{name: list(texts) for name, texts in SHAPES.items()}, **_spellings(self.tables)}
        self._shortest: dict[str, int] = {}
        self._measure()
        self.above = self._parents()

    def _measure(self) -> None:
        """The least number of words that each symbol takes."""
        changed = True
        while changed:
            changed = False
            for rule in self.rules:
                length = sum(self.length(symbol) for symbol in rule.expansion)
                if length < self._shortest.get(str(rule.origin.name), 1_000_000):
                    self._shortest[str(rule.origin.name)] = length
                    changed = True

    def length(self, symbol: Any) -> int:
        return 1 if symbol.is_term else self._shortest.get(str(symbol.name), 1_000_000)

    def cost(self, rule: Rule) -> int:
        return sum(map(self.length, rule.expansion))

    def _parents(self) -> dict[str, list[tuple[int, Rule, int]]]:
        """For each symbol, the rules that it can stand in, with the length of the shortest sentence around it there."""
        around = {tables.START: 0}
        waiting = [(0, tables.START)]
        found: dict[str, list[tuple[int, Rule, int]]] = {}
        while waiting:
            length, name = heapq.heappop(waiting)
            if length > around[name]:
                continue
            for rule in self.of[name]:
                for place, symbol in enumerate(rule.expansion):
                    if symbol.is_term:
                        continue
                    outside = length + self.cost(rule) - self.length(symbol)
                    found.setdefault(str(symbol.name), []).append((outside, rule, place))
                    if outside < around.get(str(symbol.name), 1_000_000):
                        around[str(symbol.name)] = outside
                        heapq.heappush(waiting, (outside, str(symbol.name)))
        return found


def _spellings(stored: tables.Tables) -> dict[str, list[str]]:
    """Every spelling of every word and fused terminal."""
    found: dict[str, list[str]] = {}
    for first in stored.words:
        for name, rest, *_ in stored.group(first):
            found.setdefault(name, []).append(" ".join((first, *rest)))
    return found


@cache
def grammar() -> Grammar:
    return Grammar()


def texts() -> st.SearchStrategy[str]:
    """Items in which any rule of the grammar is as likely as any other."""
    return st.builds(text_with, st.sampled_from(sorted(grammar().seen)), st.randoms(use_true_random=False), size=st.integers(0, 8))


def text_with(number: int, chance: Random, *, size: int = 0) -> str:
    """A short item that needs a rule: the rule, and around it what leads there from the beginning.

    Each part around it may have `size` words more than it must.
    """
    rule = grammar().seen[number]
    words = _of_rule(rule, chance, grammar().cost(rule) + size)
    name = str(rule.origin.name)
    while name != tables.START:
        ways = sorted(grammar().above[name], key=lambda way: way[0])
        _, above, place = chance.choice(ways[: 1 + chance.randrange(3)])
        before = [word for symbol in above.expansion[:place] for word in _of_symbol(symbol, chance, grammar().length(symbol) + size)]
        after = [word for symbol in above.expansion[place + 1 :] for word in _of_symbol(symbol, chance, grammar().length(symbol) + size)]
        words, name = [*before, *words, *after], str(above.origin.name)
    return _joined(words)


def _expanded(name: str, chance: Random, size: int) -> list[str]:
    known = grammar()
    rules = known.of[name]
    affordable = [rule for rule in rules if known.cost(rule) <= size]
    if not affordable:
        return _of_rule(min(rules, key=lambda rule: (known.cost(rule), chance.random())), chance, size)
    return _of_rule(chance.choice(affordable), chance, size)


def _of_rule(rule: Rule, chance: Random, size: int) -> list[str]:
    """The words of a rule, among whose parts what `size` allows beyond the shortest is dealt out."""
    spare = max(size - grammar().cost(rule), 0)
    words: list[str] = []
    for symbol in rule.expansion:
        more = chance.randint(0, spare)
        spare -= more
        words += _of_symbol(symbol, chance, grammar().length(symbol) + more)
    return words


def _of_symbol(symbol: Any, chance: Random, size: int) -> list[str]:
    if symbol.is_term:
        return [chance.choice(grammar().spellings[str(symbol.name)])]
    return _expanded(str(symbol.name), chance, size)


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" ,", ",")


def swallows(part: Any) -> bool:
    """Whether something in what was read has a keyword in its name.

    It stood where the reader could use none; where it is printed, it may be read as what it was meant to be.
    """
    if isinstance(part, Name):
        return not _WORDS.issuperset(part.text.lower().split(" "))
    return isinstance(part, tuple) and any(map(swallows, part))


_WORDS = {*" ".join((*SHAPES["WORD"], *SHAPES["LABEL"])).lower().split(" "), *"the a an of other amendments adjustments technical changes".split(" ")}


# ---------------------------------------------------------------- which rules a text is read by


class Counting(Machine):
    """The reader, which notes the rules that it reduces."""

    def __init__(self) -> None:
        self.reduced: set[int] = set()
        super().__init__(grammar().tables, BUILDERS)

    def _rule(self, number: int) -> Any:
        if number not in self._rules:
            symbol, (length, build, arrange) = super()._rule(number)
            self._rules[number] = symbol, (length, self._counted(build, number), arrange)
        return self._rules[number]

    def _counted(self, build: Callable[..., Any], number: int) -> Callable[..., Any]:
        def counted(*children: Any) -> Any:
            self.reduced.add(number)
            return build(*children)

        return counted
