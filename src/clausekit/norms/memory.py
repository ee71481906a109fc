"""What has happened so far, as far as a norm can still ask for it.

Only events that some condition or deadline speaks of are remembered, and of each of them only who took part and when last: memory does not grow with the
length of a history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from math import ceil

from clausekit.norms.calendar import Instant
from clausekit.norms.history import Bindings, Change, Happening, in_order, matches, together
from clausekit.norms.lower_terms import COUNTED
from clausekit.norms.norm import Code, Condition, Count, Formula, Names, Pattern, RolePattern, Test

# Times by which an event must have happened: of several, the first counts.
_BACKWARD = ("before", "not later than")
_NOTHING = Decimal(0)
_Seen = dict[tuple[tuple[str, str], ...], Instant]
_SHARES = {
    "one half": Fraction(1, 2), "one third": Fraction(1, 3), "two thirds": Fraction(2, 3), "one quarter": Fraction(1, 4), "three quarters": Fraction(3, 4),
    "three fifths": Fraction(3, 5), "four fifths": Fraction(4, 5),
}  # fmt: skip


class Memory:
    """What the conditions of one treaty have seen of one history."""

    def __init__(self, code: Code, tests: Iterable[Test]) -> None:
        """Listen for the events of `tests`; begin with nothing seen, no status in effect, no measure taken."""
        self._code = code
        self._listening: defaultdict[str, list[Test]] = defaultdict(list)
        self._seen: dict[int, _Seen] = {}
        self._latest: dict[int, Happening] = {}
        self._first: dict[int, _Seen] = {}
        """When what must come before something happened first."""
        self.statuses: dict[str, Instant | None] = {}
        self._values: dict[tuple[str, tuple[tuple[str, str], ...]], Decimal | str] = {}
        known: set[int] = set()
        for test in tests:
            if test.kind == "occurs" and test.pattern is not None and id(test) not in known:
                known.add(id(test))
                self._listening[test.pattern.name].append(test)
                self._seen[id(test)] = {}

    # ------------------------------------------------------------ taking in

    def hear(self, event: Happening) -> None:
        """Remember an event wherever a condition speaks of it."""
        for test in self._listening.get(event.name, ()):
            assert test.pattern is not None
            seen = self._seen[id(test)]
            for bindings in matches(test.pattern, event, {}):
                seen[in_order(bindings)] = event.at
                before = self._latest.get(id(test))
                self._latest[id(test)] = together(event, before) if before is not None and before.at == event.at else event
                if test.window is not None and test.window.kind in _BACKWARD:
                    self._first.setdefault(id(test), {}).setdefault(in_order(bindings), event.at)

    def forget(self, names: Iterable[str], who: str) -> None:
        """What somebody did under these names no longer counts: it was taken back."""
        for name in names:
            for test in self._listening.get(name, ()):
                seen = self._seen[id(test)]
                for bindings in [each for each in seen if (COUNTED, who) in each]:
                    del seen[bindings]

    def change(self, change: Change) -> None:
        """Take in that a status began or ended, or that a measure was taken."""
        if change.holds is not None:
            self.statuses[change.name] = change.at if change.holds else None
        else:
            roles = tuple(sorted((preposition, name) for preposition, names in change.roles.items() for name in names))
            self._values[change.name, roles] = change.level or (change.value if change.value is not None else Decimal(0))

    def set_status(self, name: str, at: Instant | None) -> None:
        """A status began at an instant, or ended."""
        self.statuses[name] = at

    # ------------------------------------------------------------ looking up

    def holds(self, status: str) -> bool:
        """Whether a status is in effect."""
        return self.statuses.get(status) is not None

    def last(self, condition: Condition, bindings: Bindings) -> Instant | None:
        """When one of these events happened last, among those that fit the bindings; None where none did."""
        found: Instant | None = None
        for alternative in condition:
            times = [self._when(test, bindings) for test in alternative]
            if all(each is not None for each in times):
                latest = max((each for each in times if each is not None), default=None)
                found = latest if found is None or (latest is not None and latest > found) else found
        return found

    def first(self, test: Test, bindings: Bindings) -> Instant | None:
        """When what must come before something happened first, since the treaty is in force; None where it did not."""
        seen = self._first.get(id(test), {})
        return min((at for found, at in seen.items() if all(bindings.get(variable, name) == name for variable, name in found)), default=None)

    def begin(self) -> None:
        """The treaty enters into force: what came before it does not count as having come in time."""
        self._first.clear()

    def has_occurred(self, test: Test, bindings: Bindings, since: Instant = -1) -> bool:
        """Whether an event of a test happened at `since` or later, with these bindings; in the number that the test asks for."""
        if test.count is not None:
            return self.reached(test, bindings, since)
        when = self._when(test, bindings)
        return when is not None and when >= since

    def ways(self, test: Test, bindings: Bindings, since: Instant = -1) -> Iterator[Bindings]:
        """Every way in which an event of a test has happened at `since` or later, as bindings that go with those there are."""
        for seen, at in self._seen.get(id(test), {}).items():
            if at >= since and all(bindings.get(variable, name) == name for variable, name in seen):
                yield {**bindings, **dict(seen)}

    def those_counted(self, test: Test, bindings: Bindings, since: Instant = -1) -> set[str]:
        """Everybody who has done what a test counts."""
        known = {name: who for name, who in bindings.items() if name != COUNTED}
        return {way[COUNTED] for way in self.ways(test, known, since) if COUNTED in way}

    def reached(self, test: Test, bindings: Bindings, since: Instant = -1) -> bool:
        """Whether so many have done it as a test asks for."""
        assert test.count is not None
        return self.enough(test.count, self.those_counted(test, bindings, since))

    def enough(self, count: Count, done: set[str]) -> bool:
        """Whether those who did something are as many as asked for, with those that must be among them, and the share they must have."""
        among = [name for name in count.names if name in done] if count.names else sorted(done)
        if not set(count.including) <= done:
            return False
        total = len(count.names)
        met = len(among) >= needed(count.quantifier, count.number, total)
        return met and all(self._has_share(among, count, *share) for share in count.shares)

    def _has_share(self, among: Iterable[str], count: Count, measure: str, bound: str, percent: Decimal) -> bool:
        share = self.share(among, count, measure)
        if share is None:
            return False
        return share <= percent if bound == "at most" else share >= percent

    def share(self, among: Iterable[str], count: Count, measure: str) -> Decimal | None:
        """How much of a measure some have of what all who count have of it, in percent; None where nothing was measured.

        All are those who are named; in an open treaty, everybody of whom it was measured.
        """
        held = sum((self.value(measure, {"of": (name,)}) or Decimal(0) for name in among), Decimal(0))
        if count.names and not count.is_open:
            every = {name: self.value(measure, {"of": (name,)}) or Decimal(0) for name in count.names}
        else:
            every = {roles[0][1]: value for (name, roles), value in self._values.items() if name == measure and len(roles) == 1 and isinstance(value, Decimal)}
        whole = sum(every.values(), Decimal(0))
        return held * 100 / whole if whole else None

    def latest(self, condition: Condition) -> Happening | None:
        """The last event that met a test of a condition; None where none did."""
        found = [self._latest[id(test)] for alternative in condition for test in alternative if id(test) in self._latest]
        return max(found, key=lambda event: event.at, default=None)

    def _when(self, test: Test, bindings: Bindings) -> Instant | None:
        if test.kind == "holds":
            return self.statuses.get(test.name)
        found: Instant | None = None
        for seen, at in self._seen.get(id(test), {}).items():
            if (found is None or at > found) and all(bindings.get(variable, name) == name for variable, name in seen):
                found = at
        return found

    # ------------------------------------------------------------ measures

    def value(self, measure: str, roles: dict[str, tuple[str, ...]]) -> Decimal | None:
        """The number a measure stands at, for those roles; None where it was never taken."""
        found = self._reading(measure, roles)
        return found if isinstance(found, Decimal) else None

    def level(self, measure: str, roles: dict[str, tuple[str, ...]]) -> str:
        """The level a measure stands at; empty where none was told."""
        found = self._reading(measure, roles)
        return found if isinstance(found, str) else ""

    def _reading(self, measure: str, roles: dict[str, tuple[str, ...]]) -> Decimal | str | None:
        asked = tuple(sorted((preposition, name) for preposition, names in roles.items() for name in names))
        if (measure, asked) in self._values:
            return self._values[measure, asked]
        return self._values.get((measure, ())) if asked else None

    def is_known(self, test: Test, bindings: Bindings) -> bool:
        """Whether anything was told of what a test looks at: a measure and what it is compared with, or a status."""
        if test.kind == "holds":
            return test.name in self.statuses
        if test.kind not in ("measured", "level"):
            return True
        roles = _filled(test.roles, bindings)
        is_taken = self._reading(test.name, roles) is not None
        return is_taken and (test.formula is None or self.worked_out(test.formula, roles) is not None)

    def compares(self, test: Test, bindings: Bindings) -> bool:
        """Whether a measure stands as a test says. A measure that was never taken satisfies no comparison."""
        roles = _filled(test.roles, bindings)
        if test.kind == "level":
            return self.level(test.name, roles) == test.level
        value = self.value(test.name, roles)
        other = test.amount if test.formula is None else self.worked_out(test.formula, roles)
        if value is None or other is None:
            return False
        return {
            "exceeds": value > other, "is below": value < other, "is at least": value >= other, "is at most": value <= other, "is": value == other,
        }[test.comparator]  # fmt: skip

    def owed(self, acts: Iterable[Pattern], who: Names) -> Decimal:
        """What some acts must come to at least, where that hangs on what was measured (of `who`, if it is one alone); 0 where that is not known."""
        formulas = [act.amounts[0].formula for act in acts if act.amounts and act.amounts[0].bound != "at most" and act.amounts[0].formula is not None]
        if not formulas:
            return _NOTHING
        roles: dict[str, Names] = {"of": who} if len(who) == 1 else {}
        known = [self.worked_out(formula, roles) for formula in formulas]
        return max((each for each in known if each is not None), default=_NOTHING)

    def worked_out(self, formula: Formula, roles: dict[str, tuple[str, ...]]) -> Decimal | None:
        """What a formula comes to now; None where a measure in it was never taken."""
        if formula.kind == "number":
            return formula.amount
        if formula.kind in ("measured", "previous"):
            return self.value(formula.of, roles)
        if formula.kind in ("percent of", "share of"):
            whole = self.value(formula.of, roles)
            if whole is None:
                return None
            share = Fraction(formula.amount or 0) / 100 if formula.kind == "percent of" else _SHARES[formula.share]
            part = whole * share.numerator / share.denominator
            return part if not formula.rounded else part.to_integral_value(ROUND_CEILING if formula.rounded == "up" else ROUND_FLOOR)
        first, second = (self.worked_out(operand, roles) for operand in formula.operands)
        if first is None or second is None:
            return None
        return {"smaller": min(first, second), "larger": max(first, second), "plus": first + second, "minus": first - second}[formula.kind]


def measures_in(formula: Formula) -> Iterator[str]:
    """The measures that an amount is worked out from."""
    if formula.of:
        yield formula.of
    for operand in formula.operands:
        yield from measures_in(operand)


def needed(quantifier: str, number: int | Decimal | str | None, total: int) -> int:
    """How many of `total` it takes. A majority is more than half; a share is rounded up, so that it is reached."""
    if quantifier in ("at least", "exactly", "at most") or isinstance(number, int):
        return int(number) if isinstance(number, int | Decimal) else 1
    if quantifier == "majority" or number == "majority":
        return total // 2 + 1
    if isinstance(number, str) and number in _SHARES:
        return ceil(_SHARES[number] * total)
    if isinstance(number, Decimal):
        return ceil(Fraction(number) * total / (100 if quantifier == "percent" else 1))
    return max(total, 1)


def _filled(roles: tuple[RolePattern, ...], bindings: Bindings) -> dict[str, tuple[str, ...]]:
    """Whose a measure is, once the variables are known."""
    filled: dict[str, tuple[str, ...]] = {}
    for role in roles:
        name = bindings.get(role.who.refers or role.who.binds)
        if name is None and len(role.who.names) == 1:
            name = role.who.names[0]
        if name is not None:
            filled[role.preposition] = (name,)
    return filled
