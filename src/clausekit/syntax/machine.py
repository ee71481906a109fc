"""Raw words → nodes: Lark's LALR(1) tables, walked item by item.

The walk differs from Lark's own in three ways that the language needs. A word is a keyword only where the table can use one, so names may contain soft
words. A run of plain words is read as one name. And every sentence starts afresh, so one mistake cannot hide the next.
A test holds the result to what stock Lark gives for the same grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from clausekit.syntax.nodes import Token
from clausekit.syntax.tables import FusedWord, Tables
from clausekit.syntax.words import RawWords

Build = Callable[..., Any]
END = "$END"
HARD = frozenset(
    "shall must may should will not if then unless except while when until within before after each any every is by to against from".split()
)
_HEADINGS = frozenset("TITLED PART CHAPTER SECTION ARTICLE ANNEX PREAMBLE".split())
_HEADING_WORDS = frozenset("part chapter section article annex preamble".split())


class Fault(NamedTuple):
    """Where an item could not be read: the raw word, the table's state there, what stood there, and what could have."""

    word: int
    state: int
    found: str
    expected: frozenset[str]


class _Rule(NamedTuple):
    symbol: str
    length: int
    build: Build | None
    spread: bool
    plan: list[int] | None


class Machine:
    """The tables made ready to run with one set of node builders. It holds nothing of a parse: threads may share it."""

    def __init__(self, stored: Tables, builders: dict[str, Build]) -> None:
        """Bind each rule to its builder. Raises KeyError for a rule without one."""
        self._rows = [stored["rows"][number] for number in stored["row_of_state"]]
        self._gotos = stored["gotos"]
        self._first, self._final = stored["start"]
        self._words = stored["words"]
        self._stops: dict[int, frozenset[str]] = {}
        self._rules = [
            _Rule(symbol, length, None if builder in ("", "*") else builders[builder], builder == "*", plan)
            for symbol, length, builder, plan in stored["rules"]
        ]

    def item(self, raw: RawWords, text: str, begin: int) -> tuple[Any, int] | Fault:
        """Read one sentence or heading from raw word `begin`: its node and the raw word after it, or what stopped the reading."""
        rows, gotos, rules, lowered = self._rows, self._gotos, self._rules, raw.lowered
        states, values, places = [self._first], [], []
        at, end, heading = begin, raw.starts[begin], False
        while True:
            row = rows[states[-1]]
            kind, after = self._read(states, row, raw, text, at)
            if (
                END in row
                and (kind not in row or lowered[at] in _HEADING_WORDS)
                and (heading or not lowered[at] or self.opens_heading(raw, text, at))
                and self._shifts(states, END)
            ):
                kind, after = END, at
            if kind not in row:
                return Fault(at, states[-1], kind, frozenset(row))
            action = row[kind]
            while action < 0:
                symbol, length, build, spread, plan = rules[-1 - action]
                if length:
                    children = values[-length:]
                    place = places[-length]
                    del values[-length:], states[-length:], places[-length:]
                else:
                    children, place = [], end
                if plan is not None:
                    children = _arrange(children, plan)
                value = build(place, end, *children) if build is not None else children if spread else children[0]
                state = gotos[states[-1]][symbol]
                if state == self._final:
                    return value, at
                states.append(state)
                values.append(value)
                places.append(place)
                row = rows[state]
                if kind not in row:
                    return Fault(at, state, kind, frozenset(row))
                action = row[kind]
            if at == begin:
                heading = kind in _HEADINGS
            if kind == "WORD":
                after = self._name_end(action, lowered, after)
            start = raw.starts[at]
            places.append(start)
            end = raw.starts[after - 1] + len(raw.texts[after - 1])
            values.append(None if kind[0] == "_" else Token(kind, " ".join(raw.texts[at:after]), start, end))
            states.append(action)
            at = after
            if kind == "_DOT":  # only ever the end of an item
                return values[0], at

    def _read(self, states: list[int], row: dict[str, int], raw: RawWords, text: str, at: int) -> tuple[str, int]:
        """The terminal that raw word `at` is for a parser in these states, and the raw word after it."""
        lowered = raw.lowered
        word = lowered[at]
        if "LABEL" in row:
            after = label_end(raw, at)
            if after:
                return "LABEL", after
        group = self._words.get(word)
        if group is not None:
            for name, rest, lookahead in group:
                if name in row:
                    after = at + 1
                    if rest:
                        after += len(rest)
                        if lowered[at + 1 : after] != rest:
                            continue
                    if (not lookahead or _seen(lookahead, text, raw.starts[after - 1] + len(raw.texts[after - 1]))) and (
                        row[name] >= 0 or self._shifts(states, name)
                    ):
                        return name, after
        if not word[:1].isalpha():
            return _shape(word), at + 1
        return (word if word in HARD else "WORD"), at + 1

    def _name_end(self, state: int, lowered: list[str], after: int) -> int:
        """The end of a run of plain words: what would be read as one name word by word is read at once."""
        stops = self._stops_after(state)
        follower = lowered[after]
        while follower not in stops and follower[:1].isalpha():
            after += 1
            follower = lowered[after]
        return after

    def _shifts(self, states: list[int], kind: str) -> bool:
        """Whether `kind` can really be read here. LALR merges states that differ only in what may follow, so the row alone may promise too much."""
        states = states.copy()
        action = self._rows[states[-1]][kind]
        while action < 0:
            rule = self._rules[-1 - action]
            if rule.length:
                del states[-rule.length :]
            state = self._gotos[states[-1]][rule.symbol]
            if state == self._final:
                return kind == END
            row = self._rows[state]
            if kind not in row:
                return False
            states.append(state)
            action = row[kind]
        return True

    def _stops_after(self, state: int) -> frozenset[str]:
        """The words that end a name read up to `state`."""
        stops = self._stops.get(state)
        if stops is None:
            row = self._rows[state]
            if "WORD" in row:
                stops = HARD | {first for first, group in self._words.items() if any(name in row for name, _, _ in group)}
            else:
                stops = _EVERYTHING
            self._stops[state] = stops
        return stops

    def opens_heading(self, raw: RawWords, text: str, at: int) -> bool:
        """Whether a heading that can follow an unfinished sentence begins at raw word `at`."""
        word = raw.lowered[at]
        if word not in _HEADING_WORDS:
            return False
        titled: list[FusedWord] = [entry for entry in self._words[word] if entry[0] in ("TITLED", "PREAMBLE")]
        return any(not lookahead or _seen(lookahead, text, raw.starts[at] + len(word)) for _, _, lookahead in titled)


class _Everything(frozenset[str]):
    def __contains__(self, _: object) -> bool:
        return True


_EVERYTHING = _Everything()


def label_end(raw: RawWords, at: int) -> int:
    """The raw word after a label that begins at raw word `at`, or 0: a label is a run of plain words before a colon."""
    lowered = raw.lowered
    after = at
    while lowered[after][:1].isalpha() and lowered[after] not in HARD:
        after += 1
    return after if after > at and lowered[after] == ":" else 0


def _arrange(children: list[Any], plan: list[int]) -> list[Any]:
    """The children a builder wants: some left out, some spread, some missing."""
    if plan == _GROWING and type(children[0]) is list:
        children[0].append(children[1])
        return children[0]
    arranged: list[Any] = []
    for entry in plan:
        if entry < 0:
            arranged.append(None)
        elif entry & 1:
            arranged.extend(children[entry >> 1])
        else:
            arranged.append(children[entry >> 1])
    return arranged


_GROWING = [1, 2]  # a list helper of Lark's: the list so far, and one more


def _shape(word: str) -> str:
    """The terminal of a raw word that is not made of letters; itself, where it means nothing."""
    if not word:
        return END
    first = word[0]
    if first in '"“' and len(word) > 1:
        return "STRING"
    if first == "(" and len(word) > 1:
        return "MARK"
    if "0" <= first <= "9":
        return "DATE" if "-" in word or any(map(str.isalpha, word)) else "NUMBER"
    return word


def _seen(lookahead: str, text: str, at: int) -> bool:
    return _compiled(lookahead).match(text, at) is not None


@cache
def _compiled(lookahead: str) -> re.Pattern[str]:
    return re.compile(lookahead, re.IGNORECASE)
