"""Raw words → nodes: Lark's LALR(1) tables, walked item by item.

The walk differs from Lark's own in three ways that the language needs. A word is a keyword only where the table can use one, so names may contain soft
words. A run of plain words is read as one name. And every sentence starts afresh, so one mistake cannot hide the next.
A test holds the result to what stock Lark gives for the same grammar.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from clausekit.named_tuples import NamedTuple
from clausekit.syntax.ahead import Ahead
from clausekit.syntax.doubts import FIXED_WORDS, NEVER_FIRST, NEVER_LAST, SUSPECT, cites, doubtful_word
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.nodes import Name, Token
from clausekit.syntax.reductions import Build, Reduction, RefusedError, passed_on, reduction
from clausekit.syntax.tables import LIFE, LIFE_PHRASE, LIMB, PHRASE, Tables
from clausekit.syntax.words import QUOTATION_MARKS, RawWords, is_plain

END = "$END"
# What a drafter would call a name has a few words, and no number of a treaty has thirty digits. Beyond, a full stop is missing, or the text is no treaty.
LONGEST_NAME, LONGEST_NUMBER = 1000, 30
# How many things may be open at once, each in the one before it: `the smaller of the smaller of …`. Treaties need a few dozen.
DEEPEST = 200
# What a fault found when it is not a word as such.
LONG_NAME, LONG_NUMBER, ABBREVIATION, UNCLOSED, MISPLACED = "a long name", "a long number", "an abbreviation", "an unclosed quotation", "misplaced "
ENTANGLED = "an entangled amount"
# Sentences of one treaty stand in a few hundred different stands; far more of them only come from hostile input.
MOST_REMEMBERED = 20_000
HEADING_WORDS = frozenset("part chapter section article annex preamble scenario".split())
_HEADINGS = frozenset("TITLED LINED PART CHAPTER SECTION ARTICLE ANNEX PREAMBLE SCENARIO TRANSLATION".split())
_AHEAD = {LIMB: Ahead.modal_in_limb, PHRASE: Ahead.bearer_and_modal, LIFE: Ahead.life_in_sentence, LIFE_PHRASE: Ahead.life_in_phrase}

# So many words that are no keywords are remembered for each stand: the names that stand there again and again.
MOST_ORDINARY_WORDS = 50
_NOTHING: frozenset[str] = frozenset()

Choice = tuple["Step | None", str, list[str], str, frozenset[str], Callable[[Ahead, int], bool] | None]
"""How a word may be read: the step, the terminal, the words after the first, and what must be seen behind them: a pattern, with what the next word must
begin with for it, or a modal within a reach.

Without a step, it may not: fixed words that are out of place here must not be taken for a name.
"""


class Stand:
    """Where a reading stands: one stack of parser states, and what is known of the steps from there. All sentences that come here share it.

    `settled` are the words that are read in one way here, unless they begin a sentence or the word behind begins in one of some ways: a terminal, its step,
    and those beginnings.
    """

    __slots__ = ("choices", "row", "settled", "states", "steps")

    def __init__(self, states: tuple[int, ...], row: dict[str, int]) -> None:
        self.states = states
        self.row = row
        self.steps: dict[str, Step | None] = {}
        self.choices: dict[str, list[Choice]] = {}
        self.settled: dict[str, tuple[str, Step, frozenset[str]]] = {}


class Step(NamedTuple):
    """What reading one terminal does: reduce, keep the word or not, go on from the next stand (None: the item is complete).

    `make` is Token, Name, or None for a terminal that leaves no trace. `stops` are the words that end a name begun here.
    """

    reductions: tuple[Reduction, ...]
    make: type | None
    stand: Stand | None
    stops: frozenset[str] | None


class Fault(NamedTuple):
    """Where an item could not be read: the raw word, the table's state there, what stood there, and the stand before it."""

    word: int
    state: int
    found: str
    stand: Stand


class Machine:
    """The tables made ready to run with one set of node builders. It holds nothing of a parse: threads may share it."""

    def __init__(self, tables: Tables, builders: Mapping[str, Build]) -> None:
        """Take the tables, and the builder of every rule by its name."""
        self._tables = tables
        self._builders = builders
        self._vocabulary = frozenset(tables.words)
        self._final = tables.final
        self._rows: dict[int, dict[str, int]] = {}
        self._gotos: dict[int, dict[str, int]] = {}
        self._rules: dict[int, tuple[str, Reduction]] = {}
        self._stops: dict[int, frozenset[str]] = {}
        self._stands: dict[tuple[int, ...], Stand] = {}
        self._first = self._stand((tables.start,))

    def item(self, raw: RawWords, begin: int) -> tuple[Any, int] | Fault:
        """Read one sentence or heading from raw word `begin`: its node and the raw word after it, or what stopped the reading."""
        try:
            return self._item(raw, begin)
        except RefusedError as refusal:
            return Fault(bisect_left(raw.starts, refusal.start), self._first.states[-1], ENTANGLED, self._first)

    def _item(self, raw: RawWords, begin: int) -> tuple[Any, int] | Fault:  # noqa: C901, PLR0912  one loop, because every call in it would be felt
        """As `item`. The loop is the hot path of the whole project: 10,000 clauses pass through it 250,000 times."""
        texts, lowered, starts, ends, read, new = raw.texts, raw.lowered, raw.starts, raw.ends, self._read, tuple.__new__
        stand, at, end, heading = self._first, begin, starts[begin], False
        values: list[Any] = []
        places: list[int] = []
        while True:
            known = stand.settled.get(lowered[at])
            step: Step | None
            if known is not None and at != begin and not (known[2] and begins(lowered[at + 1], known[2])):
                kind, step, _ = known
                after = at + 1
            else:
                kind, after, step = read(stand, raw, at, begin)
                if at == begin:
                    heading = kind in _HEADINGS
                if (step is None or lowered[at] in HEADING_WORDS) and (heading or self.opens_heading(raw, at)):
                    step = self._step(stand, END) or step
                if step is None:
                    return self._fault(stand, ENTANGLED if len(stand.states) > DEEPEST else kind, at)
            reductions, make, following, stops = step
            for length, build, arrange in reductions:
                if length == 1:
                    values[-1] = build(places[-1], end, values[-1]) if arrange is None else build(places[-1], end, *arrange(values[-1:]))
                elif length:
                    children = values[-length:]
                    place = places[-length]
                    del values[-length:], places[-length:]
                    values.append(build(place, end, *children) if arrange is None else build(place, end, *arrange(children)))
                    places.append(place)
                else:
                    values.append(build(end, end) if arrange is None else build(end, end, *arrange([])))
                    places.append(end)
            if following is None:
                return values[-1], at
            start = starts[at]
            if stops is not None:
                most = at + LONGEST_NAME // 2  # words, each with the space behind it
                while after < most and (follower := lowered[after]) not in stops and (follower.isalpha() or is_plain(follower)):
                    after += 1  # a run of plain words is one name
                if after == most or ends[after - 1] - (start if make is Name else places[-1]) > LONGEST_NAME:
                    return Fault(at, stand.states[-1], LONG_NAME, stand)
                if (
                    lowered[after - 1] in NEVER_LAST
                    or not SUSPECT.isdisjoint(lowered[at:after])
                    or (after - at > 1 and raw.text.find("\n", start, starts[after - 1]) >= 0)
                ):
                    doubtful = doubtful_word(raw, begin, at, after)
                    if doubtful >= 0:
                        return Fault(doubtful, stand.states[-1], MISPLACED + lowered[doubtful], stand)
            end = ends[after - 1]
            if make is None:
                values.append(None)
            else:
                written = texts[at] if after == at + 1 else " ".join(texts[at:after])
                values.append(new(Name, (written, start, end)) if make is Name else new(Token, (kind, written, start, end)))
            if kind == "_DOT":  # only ever the end of an item
                return values[0], after
            places.append(start)
            stand, at = following, after

    def expected(self, fault: Fault) -> frozenset[str]:
        """The terminals that could have been read where `fault` is."""
        return frozenset(kind for kind in fault.stand.row if self._step(fault.stand, kind) is not None)

    def opens_heading(self, raw: RawWords, at: int) -> bool:
        """Whether a heading that can follow an unfinished sentence begins at raw word `at`."""
        word = raw.lowered[at]
        if word not in HEADING_WORDS:
            return False
        seen = [seen for name, _, seen, _ in self._tables.group(word) if name in ("TITLED", "PREAMBLE", "SCENARIO")]
        return any(not pattern or _matcher(pattern)(raw.text, raw.ends[at]) is not None for pattern in seen)

    # ---------------------------------------------------------------- which terminal a word is

    def _read(self, stand: Stand, raw: RawWords, at: int, begin: int) -> tuple[str, int, Step | None]:  # noqa: C901, PLR0912  as `item`
        """The terminal that raw word `at` is for a reading that stands here, the raw word after it, and the step it allows, if it allows one."""
        lowered = raw.lowered
        word = lowered[at]
        if at == begin and (after := raw.label_end(at)):
            kind = "ENTRY" if raw.is_translated(at, after) else "LABEL"
            return kind, after, self._step(stand, kind)
        if word in self._vocabulary:
            choices = stand.choices.get(word)
            if choices is None:
                choices = self._choose(stand, word)
            for chosen, kind, rest, seen, ways, sees in choices:
                after = at + 1
                if rest:
                    after += len(rest)
                    if lowered[at + 1 : after] != rest:
                        continue
                if seen:
                    if ways and not begins(lowered[after], ways):
                        continue
                    if _matcher(seen)(raw.text, raw.ends[after - 1]) is None:
                        continue
                elif sees is not None:
                    if not sees(raw.ahead, after):
                        continue
                    if word == "and" and "_AND" in stand.row and raw.ahead.joint_before_modal(after):
                        return MISPLACED + word, at, None  # `to Ukraine and Poland and France shall …`: which `and` begins the second statement?
                return kind, after, chosen
            kind = "WORD" if word[:1].isalpha() and word not in HARD else word
        elif is_plain(word):
            kind = "WORD" if word not in HARD else word
        else:
            kind = _shape(word)
        step = stand.steps[kind] if kind in stand.steps else self._step(stand, kind)
        if step is not None and word in NEVER_FIRST:
            if step.make is Name and not cites(raw, at):
                return MISPLACED + word, at + 1, None
        elif step is not None and kind == "WORD" and len(stand.settled) < MOST_ORDINARY_WORDS and word not in self._vocabulary:
            stand.settled[word] = kind, step, _NOTHING
        return kind, at + 1, step

    def _choose(self, stand: Stand, word: str) -> list[Choice]:
        """The ways to read a word of the language in this stand, the one to try first in front."""
        alone: list[Choice] = []
        longer: list[Choice] = []
        for name, rest, seen, ways in self._tables.group(word):
            step = self._step(stand, name) if name in stand.row else None
            if step is not None:
                ahead = _AHEAD.get(seen)
                choice = (step, name, rest, seen if ahead is None else "", ways, ahead)
                (longer if rest or seen else alone).append(choice)
        misplaced: list[Choice] = [(None, MISPLACED + word, rest, "", _NOTHING, None) for rest in FIXED_WORDS.get(word, ())]
        choices = stand.choices[word] = [*longer, *(misplaced if misplaced and misplaced[0][2] else ()), *alone, *misplaced]
        self._settle(stand, word, choices)
        return choices

    def _settle(self, stand: Stand, word: str, choices: list[Choice]) -> None:
        """Remember how a word of the language is read in this stand where the next word shows that none of its other forms stands there."""
        kind, step, others = "WORD", None, set[str]()
        for chosen, name, rest, seen, ways, sees in choices:
            if rest:
                others.add(rest[0][:2])
            elif seen and ways:
                others |= ways
            elif seen or sees is not None:
                return
            else:
                kind, step = name, chosen
                break
        if kind == "WORD" and word[:1].isalpha() and word not in HARD and word not in NEVER_FIRST:
            step = self._step(stand, kind)
        if step is not None and word not in HEADING_WORDS:
            stand.settled[word] = kind, step, frozenset(others) if others else _NOTHING

    def _fault(self, stand: Stand, kind: str, at: int) -> Fault:
        states = list(stand.states)
        self._walk(states, kind)
        return Fault(at, states[-1], kind, stand)

    # ---------------------------------------------------------------- steps, worked out once

    def _step(self, stand: Stand, kind: str) -> Step | None:
        """What reading a terminal does in this stand, or None where it cannot be read."""
        if kind in stand.steps:
            return stand.steps[kind]
        states = list(stand.states)
        reductions, action = self._walk(states, kind)
        step = None
        if states[-1] == self._final:
            step = Step(reductions, None, None, None)
        elif action is not None and len(states) <= DEEPEST:
            states.append(action)
            make: type | None = None if kind[0] == "_" else Token
            if kind == "WORD" and self._is_name(action):
                states.pop()
                states.append(self._goto(states[-1])[self._rule(~next(iter(self._row(action).values())))[0]])
                make = Name
            step = Step(reductions, make, self._stand(tuple(states)), self._stops_after(action) if kind == "WORD" else None)
        stand.steps[kind] = step
        return step

    def _walk(self, states: list[int], kind: str) -> tuple[tuple[Reduction, ...], int | None]:
        """Reduce `states` as far as a terminal asks: the reductions, and the state to shift it to, if it can be shifted."""
        reductions: list[Reduction] = []
        rows, gotos, rules = self._rows, self._gotos, self._rules  # a new treaty begins with hundreds of walks, through states that are mostly known
        state = states[-1]
        action = (rows.get(state) or self._row(state)).get(kind)
        while action is not None and action < 0:
            symbol, reduced = rules.get(~action) or self._rule(~action)
            length, build, _ = reduced
            if build is not passed_on or length != 1:
                reductions.append(reduced)
            if length:
                del states[-length:]
            above = states[-1]
            state = (gotos.get(above) or self._goto(above))[symbol]
            states.append(state)
            if state == self._final:
                return tuple(reductions), None
            action = (rows.get(state) or self._row(state)).get(kind)
        return tuple(reductions), action

    def _is_name(self, state: int) -> bool:
        """Whether all that can be done in a state is to make a name of the word before it."""
        actions = set(self._row(state).values())
        if len(actions) != 1:
            return False
        (action,) = actions
        if action >= 0:
            return False
        _, length, builder, _ = self._tables.rule(~action)
        return length == 1 and builder == "name"

    def _stops_after(self, state: int) -> frozenset[str] | None:
        """The words that end a name read up to `state`; None where a name is one word."""
        row = self._row(state)
        if "WORD" not in row:
            return None
        stops = self._stops.get(state)
        if stops is None:
            words_of = self._tables.words_of
            stops = self._stops[state] = HARD.union(HEADING_WORDS, *[words_of[name] for name in row if name in words_of])
        return stops

    # ---------------------------------------------------------------- the tables, unpacked where they are needed

    def _stand(self, states: tuple[int, ...]) -> Stand:
        stand = self._stands.get(states)
        if stand is None:
            if len(self._stands) >= MOST_REMEMBERED:
                self._stands.clear()
                self._first = Stand(self._first.states, self._first.row)
            stand = self._stands[states] = Stand(states, self._row(states[-1]))
        return stand

    def _row(self, state: int) -> dict[str, int]:
        row = self._rows.get(state)
        if row is None:
            row = self._rows[state] = self._tables.row(state)
        return row

    def _goto(self, state: int) -> dict[str, int]:
        goto = self._gotos.get(state)
        if goto is None:
            goto = self._gotos[state] = self._tables.goto(state)
        return goto

    def _rule(self, number: int) -> tuple[str, Reduction]:
        rule = self._rules.get(number)
        if rule is None:
            symbol, length, builder, plan = self._tables.rule(number)
            rule = self._rules[number] = (symbol, reduction(length, builder, plan, self._builders))
        return rule


def begins(word: str, ways: frozenset[str]) -> bool:
    """Whether a word begins in one of some ways. It may, where it begins with other letters than English has: what looks at it closely decides."""
    return word[:2] in ways or word[:1] in ways or not word[:2].isascii()


def _shape(word: str) -> str:
    """The terminal of a raw word that is not made of letters; itself, where it means nothing."""
    if not word:
        return END
    first = word[0]
    if first in QUOTATION_MARKS and len(word) > 1:
        return "STRING" if word[-1] in QUOTATION_MARKS else UNCLOSED
    if first == "(" and len(word) > 1:
        return "MARK"
    if ":" in word and len(word) > 1:
        return "TIME" if first.isdigit() else "ZONE"
    if "0" <= first <= "9":
        if "-" in word or (word[-4:].isdecimal() and any(map(str.isalpha, word))):
            return "DATE"
        return "NUMBER" if len(word) <= LONGEST_NUMBER else LONG_NUMBER
    return ABBREVIATION if first.isalpha() else word


@cache
def _matcher(lookahead: str) -> Callable[[str, int], object]:
    return re.compile(lookahead, re.IGNORECASE).match
