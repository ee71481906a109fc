"""A small treaty → what becomes of its norms in every short history at once.

A history of `hours` instants from entry into force on says of each letter (an event, an act of somebody, a status, a measure that is high) at each instant
whether it is so. What is so of a history is one bit, and what is so of all of them is one whole number of as many bits: so a question to all histories is a few
operations on numbers. What happens behind the last instant is left open: a window that closes later is violated in no history.

This is a second reading of the semantics, of small treaties only; `played` holds it to `norms.play`, history by history. A treaty that says more than
is known here is refused with UnreadTreatyError.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from clausekit.norms.calendar import Calendar, Instant
from clausekit.norms.history import Change, Entry, matches, those
from clausekit.norms.norm import Code, Condition, Norm, Pattern, Test
from clausekit.norms.play import play
from clausekit.norms.state import Facts, has_precedence
from tests.logic.letters import GIVEN, Letter, UnreadTreatyError, any_of, at_least, check, everything, letters_of, those_with, window

START: Instant = Calendar().at(date(2026, 1, 1))
MOST_BITS = 16
"""How many letters times instants there may be at most: 65,536 histories."""
MOST_HOURS = 5
LEAST_HOURS = 3


class Instance(NamedTuple):
    """An opening of a norm: when, under which bindings, in which histories, and for whom in which of them."""

    norm: Norm
    bindings: tuple[tuple[str, str], ...]
    hour: int
    open: int
    bearers: dict[str, int]


class Tables:
    """What becomes of the norms of a treaty in every history of its letters."""

    def __init__(self, code: Code, *, step: int = 1, most_bits: int = MOST_BITS, letters: tuple[Letter, ...] = ()) -> None:
        """Work it out. `step` is how many hours lie between two instants: 24 where days are counted. `letters` are those of `letters_of`, and more."""
        self.code, self.step = code, step
        self.letters = letters or letters_of(code)
        self.hours = min(MOST_HOURS, most_bits // max(len(self.letters), 1))
        if self.hours < LEAST_HOURS:
            message = f"{len(self.letters)} letters are too many"
            raise UnreadTreatyError(message)
        self.bits = self.hours * len(self.letters)
        self.whole = everything(self.bits)
        self.facts = Facts(code)
        self.instances: defaultdict[int, list[Instance]] = defaultdict(list)
        self.violated: defaultdict[tuple[int, str], list[int]] = defaultdict(lambda: [0] * (self.hours + 1))
        """When a norm is violated by somebody: dated up to the first instant behind the last."""
        self._failed: defaultdict[tuple[int, tuple[tuple[str, str], ...]], list[int]] = defaultdict(lambda: [0] * (self.hours + 1))
        self.nobody: defaultdict[int, int] = defaultdict(int)
        """The histories in which a norm is set off and binds nobody."""
        for norm in sorted(code.norms, key=lambda norm: (norm.rung, norm.modality not in ("permission", "power", "exemption"))):
            check(norm)
            for instance in self._openings(norm):
                self.instances[norm.number].append(instance)
            for instance in self.instances[norm.number]:
                self._becomes(instance)

    # ------------------------------------------------------------ letters

    def so(self, letter: int, hour: int) -> int:
        """The histories in which a letter is so at an instant."""
        return those_with(hour * len(self.letters) + letter, self.bits)

    def happening(self, pattern: Pattern, hour: int) -> int:
        """The histories in which an event of a kind happens at an instant."""
        return any_of(self.so(letter, hour) for letter, _ in self._of(pattern))

    def _of(self, pattern: Pattern) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
        for letter, each in enumerate(self.letters):
            if each.kind == "event":
                for bindings in matches(pattern, each.happens(), {}, amounts=False):
                    yield letter, tuple(sorted(bindings.items()))

    def acted(self, norm: Norm, name: str, hour: int, *, but: Instance | None = None) -> int:
        """The histories in which somebody does what a norm speaks of at an instant; not by what opened the instance `but`."""
        opening = {letter for letter, _ in self.opening_letters(norm)} if but is not None and but.hour == hour and not norm.after else set()
        found = 0
        for act in norm.acts:
            for letter, _ in self._of(act):
                if letter not in opening and name in self.letters[letter].by:
                    found |= self.so(letter, hour)
        return found

    def opening_letters(self, norm: Norm) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
        """The events that set a norm off, each with the bindings that it gives its variables."""
        for alternative in norm.trigger or ():
            for test in alternative:
                if test.kind == "occurs" and not test.negated and test.pattern is not None:
                    yield from self._of(test.pattern)

    # ------------------------------------------------------------ conditions

    def test(self, test: Test, hour: int, since: int = 0) -> int:
        """The histories in which a test is met at an instant: an event has happened since, a state of affairs is so."""
        if test.kind == "occurs" and test.pattern is not None:
            met = any_of(self.happening(test.pattern, each) for each in range(since, hour + 1))
        else:
            met = any_of(self.so(letter, hour) for letter, each in enumerate(self.letters) if each.kind != "event" and each.name == test.name)
        return self.whole & ~met if test.negated else met

    def met(self, condition: Condition, hour: int, since: int = 0) -> int:
        """The histories in which a condition is met."""
        found = 0
        for alternative in condition:
            whole = self.whole
            for test in alternative:
                whole &= self.test(test, hour, since)
            found |= whole
        return found

    def lasts(self, norm: Norm, hour: int) -> int:
        """The histories in which the state of affairs is so that a norm is there for."""
        found = self.whole
        for guard in norm.guards:
            if guard.kind == "while":
                found &= self.met(guard.condition, hour)
        return found

    def excepted(self, norm: Norm, hour: int, since: int) -> int:
        """The histories in which what excepts from a norm is so at an instant, or has happened since."""
        return any_of(self.met(guard.condition, hour, since) for guard in norm.guards if guard.kind in ("unless", "except"))

    # ------------------------------------------------------------ opening

    def _openings(self, norm: Norm) -> Iterator[Instance]:
        for hour in range(self.hours):
            for bindings, is_open in self._set_off(norm, hour).items():
                when = is_open & self.lasts(norm, hour)
                if not when:
                    continue
                bearers = self._bearers(norm, dict(bindings), bindings, hour, when)
                self.nobody[norm.number] |= when & ~any_of(bearers.values())
                if norm.mode == "each":
                    yield from (Instance(norm, bindings, hour, bound, {name: bound}) for name, bound in bearers.items() if bound)
                elif any(bearers.values()):
                    yield Instance(norm, bindings, hour, any_of(bearers.values()), bearers)

    def _set_off(self, norm: Norm, hour: int) -> dict[tuple[tuple[str, str], ...], int]:
        """The histories in which a norm is set off at an instant, by the bindings of its variables."""
        found: defaultdict[tuple[tuple[str, str], ...], int] = defaultdict(int)
        if norm.after:
            for (number, bindings), dates in list(self._failed.items()):
                if number in norm.after:
                    found[bindings] |= dates[hour]
            return found
        lasting = [each for each in norm.trigger or () if not any(test.kind == "occurs" and not test.negated for test in each)]
        if norm.trigger is None or lasting:
            found[()] |= self._begins(norm, tuple(lasting), hour)
        for alternative in norm.trigger or ():
            for test in alternative if alternative not in lasting else ():
                if test.kind != "occurs" or test.negated or test.pattern is None:
                    continue
                others = self.whole
                for other in alternative:
                    others &= self.whole if other is test else self.test(other, hour)
                for letter, bindings in self._of(test.pattern):
                    found[bindings] |= self.so(letter, hour) & others
        return found

    def _begins(self, norm: Norm, lasting: Condition, hour: int) -> int:
        """The histories in which what a norm stands for, or waits for, becomes so at an instant."""

        def is_so(at: int) -> int:
            return self.lasts(norm, at) & (self.met(lasting, at) if norm.trigger is not None else self.whole)

        return is_so(hour) & ~is_so(hour - 1) if hour else is_so(hour)

    def _bearers(self, norm: Norm, known: dict[str, str], bindings: tuple[tuple[str, str], ...], hour: int, when: int) -> dict[str, int]:
        """Who is bound, in which histories: those named, less those who take part in what set it off."""
        who, found = norm.bearer, {}
        authors = [(letter, each) for letter, each in self.opening_letters(norm) if each == bindings] if not norm.after else []
        for name in those(who, known):
            by_it = any_of(self.so(letter, hour) for letter, _ in authors if name in self.letters[letter].by)
            if norm.after:
                by_it = any_of(self.violated[number, name][hour] for number in norm.after)
            left_out = 0
            if not who.refers and who.other:
                left_out = self.whole if name in known.values() else by_it
            elif not who.refers and not norm.timed and not norm.after and name not in who.singly:
                left_out = by_it
            found[name] = when & ~left_out
        return found

    # ------------------------------------------------------------ what becomes of an instance

    def _becomes(self, instance: Instance) -> None:
        norm = instance.norm
        if norm.modality == "prohibition":
            for name, bound in instance.bearers.items():
                self._forbidden(instance, name, bound)
        elif norm.modality in ("duty", "commitment"):
            self._owed(instance)

    def in_time(self, instance: Instance, hour: int, *, before: bool = False) -> int:
        """The histories in which an instance is there at an instant, and its act would be in time; whether it has been performed is left aside.

        `before` asks whether it is there when what happens at that instant is judged, which a state of affairs that ends at it does not hinder.
        """
        opens, closes = window(instance.norm, instance.hour)
        if hour < opens or (closes is not None and hour > closes):
            return 0
        found = instance.open
        for each in range(instance.hour + 1, hour if before else hour + 1):
            found &= self.lasts(instance.norm, each)
        return found

    def _forbidden(self, instance: Instance, name: str, bound: int) -> None:
        norm = instance.norm
        for hour in range(instance.hour, self.hours):
            done = self.in_time(instance, hour, before=True) & bound & self.acted(norm, name, hour, but=instance)
            if done:
                done &= ~self.excepted(norm, hour, 0) & ~self.allowed(norm, name, hour)
                self.violated[norm.number, name][hour] |= done
                self._failed[norm.number, instance.bindings][hour] |= done

    def allowed(self, norm: Norm, name: str, hour: int) -> int:
        """The histories in which a permission that prevails over a prohibition allows somebody its act."""
        prevailing = [each for other in self.facts.allowing[norm.number] for each in self.instances[other.number]]
        return any_of(self.in_time(each, hour) & each.bearers.get(name, 0) & ~self.excepted(each.norm, hour, 0) for each in prevailing)

    def _owed(self, instance: Instance) -> None:
        norm = instance.norm
        opens, closes = window(norm, instance.hour)
        if closes is None or closes >= self.hours:
            return
        left = self.in_time(instance, closes)
        for hour in range(instance.hour, closes + 1):
            left &= ~self.excepted(norm, hour, instance.hour)
        done = {name: [self.acted(norm, name, hour, but=instance) & bound for hour in range(opens, closes + 1)] for name, bound in instance.bearers.items()}
        amounts = [act.amounts[0].low or Decimal(0) for act in norm.acts if act.amounts]
        times = max(ceil(max(amounts, default=Decimal(0)) / GIVEN), 1)
        enough = {name: at_least(times, acts, self.whole) for name, acts in done.items()}
        if norm.mode == "sum":
            served = at_least(times, (each for acts in done.values() for each in acts), self.whole)
        elif norm.mode == "any":
            served = any_of(enough.values())
        else:
            served = self.whole
            for name, bound in instance.bearers.items():
                served &= enough[name] | ~bound
        failed = left & ~served
        answering = {name: failed & bound & (~enough[name] if norm.mode in ("each", "all") else self.whole) for name, bound in instance.bearers.items()}
        if norm.mode == "sum":
            answering = self._short(norm, instance, done, failed)
        excused = {name: self._excuse(norm, name, instance, closes) for name in instance.bearers}
        answering = {name: each & ~excused[name] for name, each in answering.items()}
        for name, each in answering.items():
            if norm.modality == "duty":
                self.violated[norm.number, name][closes + 1] |= each
        self._failed[norm.number, instance.bindings][closes + 1] |= any_of(answering.values())

    def _short(self, norm: Norm, instance: Instance, done: dict[str, list[int]], failed: int) -> dict[str, int]:
        """Who answers where amounts did not add up: whoever gave less than its pledge, else all."""
        unit = norm.acts[0].amounts[0].unit
        pledged = {each.actor: each.amount for each in self.code.pledges if each.unit == unit}
        short = {
            name: failed & bound & ~at_least(ceil(pledged[name] / GIVEN), done[name], self.whole) if name in pledged else 0
            for name, bound in instance.bearers.items()
        }
        nobody = failed & ~any_of(short.values())
        return {name: short[name] | (nobody & bound) for name, bound in instance.bearers.items()}

    def _excuse(self, norm: Norm, name: str, duty: Instance, closes: int) -> int:
        """The histories in which somebody need not do, or by what prevails may not do, what it owes: when its window closes."""
        found = 0
        opens = window(norm, duty.hour)[0]
        for other in self.facts.excusing[norm.number]:
            for each in self.instances[other.number] if other.modality == "exemption" else self._openings(other):
                is_special = set(other.bearer.names) < set(norm.bearer.names) or (other.trigger is not None and norm.trigger is None)
                is_special = is_special or (bool(other.guards) and not norm.guards)
                excuses = has_precedence(other, norm) or is_special if other.modality == "exemption" else each.hour <= opens
                if excuses and each.hour <= closes:
                    found |= self.in_time(each, closes) & each.bearers.get(name, 0)
        return found

    # ------------------------------------------------------------ single histories

    def history(self, index: int) -> list[Entry]:
        """A history, by its number, as what is told of it."""
        found: list[Entry] = []
        for hour in range(self.hours):
            at = START + hour * self.step
            for letter, each in enumerate(self.letters):
                is_so = bool(index >> (hour * len(self.letters) + letter) & 1)
                was_so = hour > 0 and bool(index >> ((hour - 1) * len(self.letters) + letter) & 1)
                if each.kind == "event" and is_so:
                    found.append(each.happens(at))
                elif each.kind == "status" and is_so != was_so:
                    found.append(Change(at, each.name, holds=is_so))
                elif each.kind == "measure" and (is_so != was_so or not hour):
                    found.append(Change(at, each.name, value=Decimal(1_000 if is_so else 0)))
        return found

    def played(self, index: int) -> tuple[set[tuple[int, str, int]], set[tuple[int, str, int]]]:
        """What play makes of a history: who is bound by which norm from which instant on, and who violates which at which."""
        timeline = play(self.code, self.history(index), in_force=START, until=START + self.hours * self.step)
        opened = {(each.norm, name, self._hour(each.opened)) for each in timeline.opened for name in each.bearers if self._hour(each.opened) < self.hours}
        violated = {(each.norm, name, self._hour(each.at)) for each in timeline.violations() for name in each.who}
        return opened, violated

    def said(self, index: int) -> tuple[set[tuple[int, str, int]], set[tuple[int, str, int]]]:
        """The same, from the tables."""
        opened = {
            (number, name, each.hour)
            for number, found in self.instances.items()
            for each in found
            for name, bound in each.bearers.items()
            if bound >> index & 1
        }
        violated = {(number, name, at) for (number, name), dates in self.violated.items() for at, each in enumerate(dates) if each >> index & 1}
        return opened, violated

    def _hour(self, at: Instant) -> int:
        return (at - START) // self.step
