"""Raw words → nodes: Lark's LALR(1) tables, walked item by item.

The walk differs from Lark's own in three ways that the language needs. A word is a keyword only where the table can use one, so names may contain soft
words. A run of plain words is read as one name. And every sentence starts afresh, so one mistake cannot hide the next.
A test holds the result to what stock Lark gives for the same grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from clausekit.syntax.nodes import Token
from clausekit.syntax.tables import FusedWord, Tables
from clausekit.syntax.words import RawWords

Build = Callable[..., Any]
Arrange = Callable[[Sequence[Any]], Sequence[Any]]
END = "$END"
# Sentences of one treaty stand in a few hundred different stacks of states; far more of them only come from hostile input.
MOST_REMEMBERED = 20_000
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


class Machine:
    """The tables made ready to run with one set of node builders. It holds nothing of a parse: threads may share it."""

    def __init__(self, stored: Tables, builders: dict[str, Build]) -> None:
        """Bind each rule to its builder. Raises KeyError for a rule without one."""
        self._rows = [stored["rows"][number] for number in stored["row_of_state"]]
        self._gotos = stored["gotos"]
        self._first, self._final = stored["start"]
        self._words = stored["words"]
        self._stops: dict[int, frozenset[str]] = {}
        self._shifting: dict[tuple[str | int, ...], bool] = {}
        self._rules: list[tuple[str, int, Build | None, Arrange | None]] = []
        for symbol, length, builder, plan in stored["rules"]:
            build = None if builder == "" else _listed if builder == "*" else builders[builder]
            self._rules.append((symbol, length, build, None if plan is None else _arrangement(plan)))

    def item(self, raw: RawWords, text: str, begin: int) -> tuple[Any, int] | Fault:
        """Read one sentence or heading from raw word `begin`: its node and the raw word after it, or what stopped the reading.

        The loop is the hot path of the whole project: 10,000 clauses pass through it 300,000 times.
        """
        rows, gotos, rules, final, read = self._rows, self._gotos, self._rules, self._final, self._read
        texts, lowered, starts, _ = raw
        states, values, places = [self._first], [], []
        at, end, heading = begin, starts[begin], False
        row = rows[self._first]
        while True:
            kind, after = read(states, row, raw, text, at)
            if (
                END in row
                and (kind not in row or lowered[at] in _HEADING_WORDS)
                and (heading or not lowered[at] or self.opens_heading(raw, text, at))
                and self._shifts(states, END)
            ):
                kind, after = END, at
            action = row.get(kind)
            if action is None:
                return Fault(at, states[-1], kind, frozenset(row))
            while action < 0:
                symbol, length, build, arrange = rules[~action]
                if length == 1:
                    states.pop()
                    if build is not None:
                        if arrange is None:
                            values[-1] = build(places[-1], end, values[-1])
                        else:
                            values[-1] = build(places[-1], end, *arrange(values[-1:]))
                elif length:
                    children = values[-length:]
                    place = places[-length]
                    del values[-length:], states[-length:], places[-length:]
                    if arrange is not None:
                        children = arrange(children)
                    values.append(children[0] if build is None else build(place, end, *children))
                    places.append(place)
                else:
                    values.append(build(end, end, *arrange(values[:0])) if arrange is not None else build(end, end))  # type: ignore[misc]
                    places.append(end)
                state = gotos[states[-1]][symbol]
                if state == final:
                    return values[-1], at
                states.append(state)
                row = rows[state]
                action = row.get(kind)
                if action is None:
                    return Fault(at, state, kind, frozenset(row))
            if at == begin:
                heading = kind in _HEADINGS
            if kind == "WORD":
                after = self._name_end(action, lowered, after)
            words = texts[at] if after == at + 1 else " ".join(texts[at:after])
            start = starts[at]
            end = starts[after - 1] + len(texts[after - 1])
            values.append(None if kind[0] == "_" else Token(kind, words, start, end))
            places.append(start)
            states.append(action)
            if kind == "_DOT":  # only ever the end of an item
                return values[0], after
            at = after
            row = rows[action]

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
        key = (kind, *states)
        known = self._shifting.get(key)
        if known is None:
            if len(self._shifting) >= MOST_REMEMBERED:
                self._shifting.clear()
            known = self._shifting[key] = self._would_shift(states.copy(), kind)
        return known

    def _would_shift(self, states: list[int], kind: str) -> bool:
        action = self._rows[states[-1]][kind]
        while action < 0:
            symbol, length, _, _ = self._rules[~action]
            if length:
                del states[-length:]
            state = self._gotos[states[-1]][symbol]
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


def _listed(_start: int, _end: int, *children: Any) -> list[Any]:
    """The value of a rule whose name begins with an underscore: its children, for the rule above to spread."""
    return list(children)


def _arrangement(plan: list[int]) -> Arrange:
    """A function that picks the children a builder wants: some left out, some spread, some missing."""
    if all(entry >= 0 and not entry & 1 for entry in plan):
        kept = [entry >> 1 for entry in plan]
        if len(kept) == 1:
            only = kept[0]
            return lambda children: (children[only],)
        return itemgetter(*kept) if kept else lambda _: ()

    def arrange(children: Sequence[Any]) -> Sequence[Any]:
        arranged: list[Any] = []
        for entry in plan:
            if entry < 0:
                arranged.append(None)
            elif entry & 1:
                arranged.extend(children[entry >> 1])
            else:
                arranged.append(children[entry >> 1])
        return arranged

    return arrange


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
