"""Whether what happened is what a sentence speaks of, and whether a condition is met: a second reading of docs/semantics.md.

A condition that names events fires when the last of them happens, the others having happened before it, and what it says of states of affairs being so
then. One of states of affairs alone fires when it becomes true. `not E within N of F` fires when that time has run out.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import product

from clausekit.norms.history import Happening
from clausekit.norms.norm import Amount, Condition, Count, Pattern, RolePattern, Test
from tests.norms.oracle_time import runs_until

Bound = dict[str, str]
Measures = dict[tuple[str, str], Decimal]
"""What was measured last, by the measure and whose it is (empty: of nobody in particular)."""
SHARES = {
    "one half": Fraction(1, 2), "one third": Fraction(1, 3), "two thirds": Fraction(2, 3), "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4), "three fifths": Fraction(3, 5), "four fifths": Fraction(4, 5),
}  # fmt: skip


def needed(number: object, of: int) -> int:
    """How many it takes of so many: a number stays, a share counts those there are, a majority is more than half."""
    if number is None:
        return of
    if number == "majority":
        return of // 2 + 1
    share = SHARES.get(str(number))
    if share is None and isinstance(number, Decimal):
        share = Fraction(number)
    return int(str(number)) if share is None else -(-(share * of).numerator // (share * of).denominator)


# ---------------------------------------------------------------- one event


def ways(pattern: Pattern, event: Happening, bound: Bound, *, amounts: bool = True) -> list[Bound]:
    """Whom the variables stand for, in each way in which an event is of a kind; none if it is not."""
    if pattern.name != event.name or (pattern.clauses is not None and not pattern.clauses & event.clauses):
        return []
    if amounts and not all(_is_of_amount(amount, event) for amount in pattern.amounts):
        return []
    found = [bound]
    for role in pattern.roles:
        found = [more for each in found for more in _fills(role, event, each)]
    return found


def amount_of(event: Happening) -> Decimal | None:
    """How much an event was of; None where it does not say."""
    return sum((number for number, _ in event.amounts), Decimal(0)) if event.amounts else None


def _is_of_amount(amount: Amount, event: Happening) -> bool:
    reached = amount_of(event)
    if reached is None:
        return amount.low is None
    return (amount.low is None or reached >= amount.low) and (amount.high is None or reached <= amount.high)


def _fills(role: RolePattern, event: Happening, bound: Bound) -> list[Bound]:
    places = ("of", "to", "on", "object") if role.preposition == "object" else (role.preposition,)
    there = [name for place in places for name in event.roles.get(place, ())]
    who = role.who
    if role.absent:
        return [] if set(there) & set(who.names) else [bound]
    if who.refers:
        if who.refers in bound:
            return [bound] if bound[who.refers] in there else []
        return [{**bound, who.refers: name} for name in there]
    others = {*event.by, *bound.values()} if who.other else set()
    if who.quantifier == "all" and len(who.names) > 1:
        return [bound] if there and set(who.names) - others <= set(there) else []
    fitting = [name for name in there if (not who.names or name in who.names) and name not in others]
    if not who.binds:
        return [bound] if fitting else []
    return [{**bound, who.binds: name} for name in fitting if bound.get(who.binds, name) == name]


# ---------------------------------------------------------------- conditions


def is_of_states(alternative: tuple[Test, ...]) -> bool:
    """Whether an alternative speaks of states of affairs alone, and of what has not happened."""
    return all(test.pattern is None or (test.negated and test.window is None) for test in alternative)


class Sight:
    """What can be looked at when a condition is judged: all events so far, those of this instant, and which states of affairs hold."""

    def __init__(self, events: list[Happening], now: int, since: int, statuses: set[str], measures: Measures, silent: int | None, *, is_dusk: bool) -> None:
        self.events = events
        self.now = now
        self.since = since
        self.statuses = statuses
        self.measures = measures
        self.silent = silent
        self.is_dusk = is_dusk

    def instants(self, condition: Condition, bound: Bound) -> list[int]:
        """When something that a condition names happened."""
        tests = [test for alternative in condition for test in alternative if test.pattern is not None]
        return [event.at for test in tests for event in self.events if test.pattern is not None and ways(test.pattern, event, bound)]

    def has_happened(self, test: Test, bound: Bound, since: int) -> list[tuple[Happening | None, Bound]]:
        """The events of a kind from an instant on, with whom the variables stand for."""
        assert test.pattern is not None
        if test.count is not None:
            return [(None, bound)] if self.is_reached(test.pattern, test.count, bound, since, self.now) else []
        found = []
        for event in self.events:
            if event.at >= since and self._in_time(test, event, bound):
                found += [(event, way) for way in ways(test.pattern, event, bound)]
        return found

    def is_reached(self, pattern: Pattern, count: Count, bound: Bound, since: int, until: int) -> bool:
        """Whether so many have done something, one after the other."""
        did = {
            name for event in self.events for name in event.by
            if since <= event.at <= until and name in count.names and ways(pattern, event, {**bound, "#counted": name})
        }  # fmt: skip
        number = None if count.quantifier == "all" else "majority" if count.quantifier == "majority" else count.number
        return len(did) >= needed(number, len(count.names)) and set(count.including) <= did

    def is_so(self, test: Test, bound: Bound, since: int) -> bool:
        """Whether a test is met at this instant; of events, whether one has happened from `since` on."""
        if test.kind == "holds":
            met = test.name in self.statuses
        elif test.kind == "measured":
            met = self.compares(test, bound)
        else:
            met = bool(self.has_happened(test, bound, 0 if test.already else since))
        return met != test.negated

    def measured(self, test: Test, bound: Bound) -> Decimal | None:
        """What was measured last of what a test looks at; None where it never was."""
        named = [bound.get(role.who.refers or role.who.binds) or (role.who.names[0] if len(role.who.names) == 1 else "") for role in test.roles]
        whose = named[0] if named else ""
        return self.measures.get((test.name, whose), self.measures.get((test.name, "")))

    def compares(self, test: Test, bound: Bound) -> bool:
        """Whether a measure stands as a test says; one that was never taken satisfies no comparison."""
        stands = self.measured(test, bound)
        assert test.amount is not None
        if stands is None:
            return False
        return {
            "exceeds": stands > test.amount, "is below": stands < test.amount, "is at least": stands >= test.amount, "is at most": stands <= test.amount,
        }[test.comparator]  # fmt: skip

    def is_met(self, condition: Condition, bound: Bound, since: int) -> bool:
        """Whether one alternative is met as a whole."""
        return any(all(self.is_so(test, bound, since) for test in alternative) for alternative in condition)

    def _in_time(self, test: Test, event: Happening, bound: Bound) -> bool:
        window = test.window
        if window is None:
            return True
        assert window.kind == "within", window.kind
        assert window.anchor is not None
        assert window.period is not None
        return any(at <= event.at <= runs_until(at, window.period) for at in self.instants(window.anchor, bound))

    # ------------------------------------------------------------ what fires

    def is_new(self, event: Happening) -> bool:
        """Whether an event is one of this instant that can trigger something now."""
        return event.at == self.now and (event.norm != -1 or not self.is_dusk)

    def fires(self, condition: Condition) -> list[tuple[Bound, list[Happening]]]:
        """Each occurrence at this instant of a condition that names events: whom the variables stand for, and the events it is made of."""
        found: list[tuple[Bound, list[Happening]]] = []
        if not self.events or self.events[-1].at != self.now:
            return found
        for alternative in condition:
            named = [test for test in alternative if test.pattern is not None and not test.negated]
            if named:
                for bound, events in self._together(named):
                    rest = [test for test in alternative if test not in named]
                    if all(self.is_so(test, bound, self.since) for test in rest):
                        found.append((bound, events))
        return found

    def _together(self, named: list[Test]) -> Iterable[tuple[Bound, list[Happening]]]:
        """Events that are all that is named, one of this instant at least."""
        counted = [test for test in named if test.count is not None]
        if counted:
            (test,) = named
            assert test.pattern is not None
            assert test.count is not None
            today = [event for event in self.events if self.is_new(event) and ways(test.pattern, event, {})]
            is_new = not self.is_reached(test.pattern, test.count, {}, self.since, self.now - 1)
            if today and is_new and self.is_reached(test.pattern, test.count, {}, self.since, self.now):
                before = [event for event in self.events if self.since <= event.at < self.now and ways(test.pattern, event, {})]
                counted = [{"by": tuple(name for name in event.by if name in test.count.names)} for event in before]
                yield {}, [*today, *(event._replace(roles=roles) for event, roles in zip(before, counted, strict=True))]
            return
        if not self.events or self.events[-1].at != self.now:
            return
        happened = [self._last_of(test) for test in named]
        for events in product(*happened):
            if not any(self.is_new(event) for event in events):
                continue
            bounds: list[Bound] = [{}]
            for test, event in zip(named, events, strict=True):
                assert test.pattern is not None
                bounds = [more for each in bounds for more in ways(test.pattern, event, each)]
            yield from ((bound, list(events)) for bound in bounds)

    def _last_of(self, test: Test) -> list[Happening]:
        """The last events of a kind, for each way of it."""
        assert test.pattern is not None
        found: dict[object, list[Happening]] = {}
        for event in self.events:
            if event.at >= self.since and self._in_time(test, event, {}):
                for way in ways(test.pattern, event, {}):
                    key = tuple(sorted(way.items()))
                    before = found.get(key, [])
                    found[key] = [*(each for each in before if each.at == event.at), event]
        return [event for events in found.values() for event in events]

    def stands(self, condition: Condition, bound: Bound) -> bool:
        """Whether an alternative of states of affairs alone is met."""
        return any(all(self.is_so(test, bound, self.since) for test in alternative) for alternative in condition if is_of_states(alternative))

    def runs_out(self, condition: Condition) -> list[int]:
        """The event not having happened in time: each event from which a time was counted that ran out with the instant before this."""
        found = []
        for alternative in condition:
            for test in alternative:
                window = test.window
                if not test.negated or window is None:
                    continue
                assert window.anchor is not None
                assert window.period is not None
                assert test.pattern is not None
                for at in self.instants(window.anchor, {}):
                    closes = runs_until(at, window.period)
                    late = not any(at <= event.at <= closes for event in self.events if ways(test.pattern, event, {}))
                    if at >= self.since and at != self.silent and closes == self.now - 1 and late:
                        found.append(at)
        return found
