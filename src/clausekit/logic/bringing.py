"""A condition, a norm or a violation → the plainest history that brings it about: as few events as it takes, on round dates.

What is made here is only proposed: whoever asks plays it, and takes nothing for shown that the reference semantics does not confirm.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from clausekit.logic import spending
from clausekit.logic.defined import named_last
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.hinging import waiting
from clausekit.norms.history import NO_BINDINGS, Bindings, Change, Entry, Happening
from clausekit.norms.memory import needed
from clausekit.norms.norm import Code, Condition, Names, Norm, Pattern, RolePattern, Test, Who
from clausekit.norms.play import play
from clausekit.norms.scenario import FIRST_DAY
from clausekit.norms.timeline import Timeline

DAY = 24
# What sets a norm off may itself have to be set off, and so on: deeper than this, no plain history is left.
_DEEPEST = 6
# So many ways to bring something about are tried; they come plainest first.
_MOST_WAYS = 12
# When the first event happens: so long after entry into force that neither is taken for the other.
_FIRST_EVENT = 31 * DAY
_BEYOND = {"exceeds": 1, "is below": -1, "is at least": 0, "is at most": 0, "is": 0}
_AGAINST = {"exceeds": 0, "is below": 0, "is at least": -1, "is at most": 1, "is": 1}


class Story(NamedTuple):
    """A history: what happens, and the instant at which it has brought about what it is for, with whom the variables then stand for."""

    entries: tuple[Entry, ...]
    at: Instant
    bindings: Bindings = NO_BINDINGS


class Bringing:
    """Brings things about in histories of one treaty, which is in force from `in_force` on."""

    def __init__(self, code: Code, in_force: Instant | None = None) -> None:
        """Begin on the first day of a scenario that dates nothing."""
        self.code = code
        self.in_force = code.calendar.begins(FIRST_DAY.toordinal()) if in_force is None else in_force
        self.first = self.in_force + _FIRST_EVENT
        self._waiting = dict(waiting(code))
        self._depth = 0
        self._aside: Names = ()

    def play(self, story: Story, until: Instant | None = None) -> Timeline:
        """What comes of a story."""
        spending.go_on()
        return play(self.code, story.entries, in_force=self.in_force, until=story.at if until is None else until)

    def apart_from(self, names: Names) -> Bringing:
        """The same, with others than those named wherever somebody has to be chosen."""
        other = Bringing(self.code, self.in_force)
        other._aside = names
        return other

    # ------------------------------------------------------------ events

    def event(self, pattern: Pattern, at: Instant, by: Names = (), bindings: Bindings | None = None) -> tuple[Happening, Bindings]:
        """The plainest event of a kind: by those named, where they are, else by whoever comes first; with whom its variables stand for then."""
        known = dict(bindings or {})
        roles: dict[str, Names] = {"by": by} if by else {}
        for role in sorted((each for each in pattern.roles if not each.absent), key=lambda each: each.preposition != "by"):
            names = self._filling(role, roles, known, by)
            if role.who.binds and names:
                known[role.who.binds] = names[0]
            elif role.who.refers and names:
                known.setdefault(role.who.refers, names[0])
            around = tuple(dict.fromkeys(each for name in names for each in self.code.zones.get(name, (name,))))
            roles[role.preposition] = tuple(dict.fromkeys((*roles.get(role.preposition, ()), *around)))
        amounts = tuple((each.low if each.low is not None else each.high or Decimal(0), each.unit) for each in pattern.amounts)
        said = self._said(pattern, roles)
        return Happening(at, pattern.name, roles, pattern.clauses or frozenset(), amounts, pattern.aspect, said), known

    def _filling(self, role: RolePattern, roles: dict[str, Names], known: dict[str, str], by: Names) -> Names:
        who = role.who
        if role.preposition == "by" and by:
            return by
        taken = {*known.values(), *roles.get("by", ())} if who.other or (who.binds and role.preposition != "by") else set()
        if who.refers:
            found = tuple(dict.fromkeys((*who.names, *(known[each] for each in who.variables if each in known))))
            return found or self._anybody(who, taken)
        if who.quantifier == "all" and who.joined_by == "and":
            return tuple(name for name in who.names if name not in taken) if who.other else who.names
        return self._anybody(who, taken)

    def _anybody(self, who: Who, taken: set[str]) -> Names:
        names = who.names or self.code.parties or self.code.actors
        plain = next(((name,) for name in names if name not in taken and name not in self._aside), None)
        return plain or next(((name,) for name in names if name not in taken), names[:1])

    def _said(self, pattern: Pattern, roles: dict[str, Names]) -> str:
        words = [pattern.said or pattern.name]
        if pattern.clauses:
            labels = [self.code.provisions[number].label or self.code.provisions[number].citation for number in sorted(pattern.clauses)]
            words += [f"of {' and '.join(labels[:1])}"] if not pattern.said.endswith(tuple(filter(None, labels))) else []
        for preposition, names in sorted(roles.items(), key=lambda role: role[0] != "object"):
            words.append(f"{'' if preposition == 'object' else preposition + ' '}{_listed(names)}")
        return " ".join(words)

    # ------------------------------------------------------------ conditions

    def meeting(self, condition: Condition | None, at: Instant, by: Names = (), bindings: Bindings | None = None) -> Iterator[Story]:
        """Ways to meet a condition at an instant or soon after it: its alternatives, those of the fewest and plainest tests first."""
        if condition is None:
            yield Story((), at, dict(bindings or {}))
            return
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        try:
            for alternative in named_last(tuple(sorted(condition, key=_plainness))):
                yield from self._alternative(alternative, at, by, dict(bindings or {}))
        finally:
            self._depth -= 1

    def _alternative(self, tests: tuple[Test, ...], at: Instant, by: Names, bindings: Bindings) -> Iterator[Story]:
        """Ways to meet all tests: states of affairs first, events after them, the last of them at the end."""
        ordered = sorted(tests, key=lambda test: test.kind == "occurs")
        ways = [Story((), at, bindings)]
        for test in ordered:
            ways = [
                Story((*way.entries, *more.entries), max(way.at, more.at), more.bindings)
                for way in ways
                for more in islice(self._test(test, way.at, by, way.bindings), _MOST_WAYS)
            ][:_MOST_WAYS]
        yield from ways

    def _test(self, test: Test, at: Instant, by: Names, bindings: Bindings) -> Iterator[Story]:
        if test.kind == "holds":
            yield from self._status(test, at, bindings)
        elif test.kind in ("measured", "level"):
            yield from self._measured(test, at, bindings)
        elif test.pattern is None:
            return
        elif test.negated:
            yield from self._absence(test, at, bindings)
        elif test.count is not None:
            yield self._counted(test, at, bindings)
        else:
            yield from self._event(test, at, by, bindings)

    def _event(self, test: Test, at: Instant, by: Names, bindings: Bindings) -> Iterator[Story]:
        pattern = test.pattern
        assert pattern is not None
        if pattern.name == "entry into force":
            yield Story((), at, bindings)
            return
        before: tuple[Entry, ...] = ()
        if test.window is not None and test.window.anchor is not None and test.window.kind not in ("before", "not later than"):
            before = next(iter(self.meeting(test.window.anchor, at, (), bindings)), Story((), at)).entries
        if pattern.name in ("violation", "fulfilment") and pattern.clauses:
            yield from self._outcome(pattern, at, by, bindings)
            return
        for author in self._authors(pattern, by, bindings):
            happened, known = self.event(pattern, at + (DAY if before else 0), author, bindings)
            yield Story((*before, happened), happened.at, known)

    def _authors(self, pattern: Pattern, by: Names, bindings: Bindings) -> Iterator[Names]:
        """Who may do it: those asked for, where they may; else each who may, in order."""
        role = next((each for each in pattern.roles if each.preposition == "by" and not each.absent), None)
        if role is None:
            yield by
        elif role.who.refers or role.who.quantifier == "all" or not role.who.names:
            yield by if by and set(by) <= set(role.who.names) else ()
        elif by and set(by) <= set(role.who.names):
            yield by
        else:
            taken = set(bindings.values()) if role.who.other else set()
            yield from ((name,) for name in role.who.names if name not in taken)

    def _outcome(self, pattern: Pattern, at: Instant, by: Names, bindings: Bindings) -> Iterator[Story]:
        """What became of a provision: it is violated by one of those who can, or what it asks for is done."""
        role = next((each.who for each in pattern.roles if each.preposition == "by" and not each.absent), None)
        for norm in self.code.norms:
            if norm.provision not in (pattern.clauses or ()) or norm.modality not in ("duty", "prohibition"):
                continue
            names = [name for name in norm.bearer.names if (role is None or not role.names or name in role.names) and (not by or name in by)]
            for name in names:
                made = self.violating(norm, (name,), at) if pattern.name == "violation" else self.performing(norm, (name,), at)
                if made is not None:
                    bound = {role.binds: name} if role is not None and role.binds else {}
                    yield made._replace(bindings={**bindings, **bound})

    def _absence(self, test: Test, at: Instant, bindings: Bindings) -> Iterator[Story]:
        """That something does not happen: nothing need be done, unless it is within a time, which has to begin and run out."""
        window = test.window
        if window is None or window.anchor is None or window.period is None:
            yield Story((), at, bindings)
            return
        for begun in self.meeting(window.anchor, at, (), bindings):
            yield begun._replace(at=self.code.calendar.closes(begun.at, window.period) + 1)

    def _counted(self, test: Test, at: Instant, bindings: Bindings) -> Story:
        assert test.pattern is not None
        assert test.count is not None
        count = test.count
        number = needed(count.quantifier, count.number, len(count.names))
        doing = tuple(dict.fromkeys((*count.including, *count.names)))[: max(number, len(count.including))]
        pattern = test.pattern._replace(roles=tuple(each for each in test.pattern.roles if each.preposition != "by"))
        happened, known = self.event(pattern, at, doing, bindings)
        return Story((happened,), at, known)

    def _status(self, test: Test, at: Instant, bindings: Bindings) -> Iterator[Story]:
        standing = next((each for each in self.code.statuses if each.name == test.name), None)
        if standing is None:
            yield Story(() if test.negated else (Change(at, test.name, holds=True, said=test.name),), at, bindings)
        elif not test.negated:
            yield from self.meeting(standing.begins, at, (), bindings)
        else:
            yield from self.meeting(standing.ends, at, (), bindings)

    def _measured(self, test: Test, at: Instant, bindings: Bindings, *, otherwise: bool = False) -> Iterator[Story]:
        """A measure takes a value that meets the test, or one that does not."""
        known, roles = dict(bindings), {}
        for role in test.roles:
            names = self._filling(role, {}, known, ())
            roles[role.preposition] = names[:1]
            if role.who.binds and names:
                known[role.who.binds] = names[0]
        whose = "".join(f" {preposition} {_listed(names)}" for preposition, names in roles.items())
        if test.kind == "level":
            levels = self.code.measures.get(test.name, ())
            level = next((each for each in levels if each != test.level), "") if test.negated != otherwise else test.level
            yield Story((Change(at, test.name, level=level, roles=roles, said=f"{test.name}{whose}: {level}"),), at, known)
        elif test.amount is not None:
            steps = _AGAINST if test.negated != otherwise else _BEYOND
            value = test.amount + steps[test.comparator]
            yield Story((Change(at, test.name, value=value, roles=roles, said=f"{test.name}{whose}: {value:,f}"),), at, known)

    # ------------------------------------------------------------ norms

    def opening(self, norm: Norm, at: Instant | None = None, by: Names = ()) -> Iterator[Story]:
        """Ways to set a norm off at an instant or after it; `by` are those whose act or failure is to do it, where it is somebody's."""
        start = self.first if at is None else at
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        try:
            for ground in self._grounds(norm, start):
                for story in islice(self._set_off(norm, ground.at, by), _MOST_WAYS):
                    yield story._replace(entries=(*ground.entries, *story.entries))
        finally:
            self._depth -= 1

    def _grounds(self, norm: Norm, start: Instant) -> Iterator[Story]:
        """What must be so before a norm can be set off: its provision applies, and the state of affairs lasts that it is for."""
        rule = self._waiting.get(norm.provision)
        condition: Condition | None = None
        if rule is not None:
            condition = rule.trigger or next((window.anchor for window in rule.windows if window.anchor is not None), None)
        for applied in islice(self.meeting(condition, start), 2):
            story = applied if condition is None else applied._replace(at=applied.at + DAY)
            for guard in norm.guards:
                if guard.kind == "while":
                    lasting = next(self.meeting(guard.condition, story.at), None)
                    story = story if lasting is None else Story((*story.entries, *lasting.entries), lasting.at)
            yield story

    def _set_off(self, norm: Norm, start: Instant, by: Names) -> Iterator[Story]:
        if norm.after:
            before = [self.code.norms[number] for number in norm.after if number >= 0]
        elif norm.guaranteed is not None:
            before = [each for each in self.code.norms if each.provision in norm.guaranteed and each.modality in ("duty", "prohibition") and each is not norm]
        else:
            yield from self.meeting(norm.trigger, start, by)
            return
        for failing in before:
            names = failing.duties_of if norm.guaranteed is None else norm.duties_of
            for name in [each for each in failing.bearer.names if (not by or each in by) and (not names or each in names)] or [""]:
                failed = self.failing(failing, (name,) if name else (), start)
                if failed is None:
                    continue
                for own in islice(self.meeting(norm.trigger, failed.at, (), failed.bindings), 2):
                    yield Story((*failed.entries, *own.entries), max(failed.at, own.at), failed.bindings)

    def failing(self, norm: Norm, who: Names, at: Instant | None = None) -> Story | None:
        """The plainest way in which what a norm asks for is not done: a violation, or of what is no duty, a lapse."""
        if norm.modality in ("duty", "prohibition"):
            return self.violating(norm, who, at)
        return self._not_done(norm, who, at, ("lapsed", "not honoured"))

    def violating(self, norm: Norm, who: Names, at: Instant | None = None) -> Story | None:
        """The plainest way in which somebody violates a norm; None where none of those tried does."""
        before, self._aside = self._aside, who
        try:
            return self._forbidden_act(norm, who, at) if norm.modality == "prohibition" else self._not_done(norm, who, at, ("violated",))
        finally:
            self._aside = before

    def _forbidden_act(self, norm: Norm, who: Names, at: Instant | None) -> Story | None:
        for story in islice(self.opening(norm, at), _MOST_WAYS):
            for act in norm.acts:
                done, known = self.event(act, story.at + DAY, who, story.bindings)
                made = Story((*story.entries, done), done.at, known)
                if self._came_about(made, norm, who, ("violated",)) is not None:
                    return made
        return None

    def _not_done(self, norm: Norm, who: Names, at: Instant | None, kinds: tuple[str, ...]) -> Story | None:
        for story in islice(self.opening(norm, at), _MOST_WAYS):
            timeline = self.play(story)
            opened = [each for each in timeline.opened if each.norm == norm.number and (not who or set(who) & set(each.bearers))]
            if not opened:
                continue
            closings = timeline.closings(story.at)
            closes = max(story.at, min(closings.get(each.number, NEVER) for each in opened) + 1)
            for made in self._ends(norm, who, story._replace(bindings={**opened[0].bindings, **story.bindings}), closes):
                came = self._came_about(made, norm, who, kinds)
                if came is not None:
                    return made._replace(at=came)
        return None

    def _ends(self, norm: Norm, who: Names, story: Story, closes: Instant) -> Iterator[Story]:
        """Ways in which the time of a duty ends, or what it must ensure ceases to be so."""
        if closes < NEVER:
            yield story._replace(at=closes)
        for window in norm.windows:
            if window.anchor is not None and window.kind in ("before", "not later than", "within", "from", "after", "exactly"):
                for begun in islice(self.meeting(window.anchor, story.at + DAY, (), story.bindings), 2):
                    made = Story((*story.entries, *begun.entries), begun.at, story.bindings)
                    after = begun.at if window.period is None else self.code.calendar.closes(begun.at, window.period) + 1
                    yield made._replace(at=max(after, made.at))
        for alternative in norm.ensured or ():
            for test in alternative:
                if test.kind in ("measured", "level"):
                    wrong = next(self._measured(test, story.at + DAY, story.bindings, otherwise=True), None)
                elif test.negated:
                    wrong = next(self._test(test._replace(negated=False), story.at + DAY, who, story.bindings), None)
                else:
                    continue
                if wrong is not None:
                    yield Story((*story.entries, *wrong.entries), wrong.at, story.bindings)
        told = Happening(
            story.at + DAY, "violation", {"by": who}, frozenset({norm.provision}), said=f"violation of {norm.label or norm.citation} by {_listed(who)}"
        )
        if who and norm.modality == "duty" and closes >= NEVER:
            yield Story((*story.entries, told), told.at, story.bindings)

    def kept_by_others(self, norm: Norm, who: Names, story: Story) -> Story:
        """The same story, in which all others who bear a duty for themselves do what it asks for, the first time it is due."""
        others = tuple(name for name in norm.bearer.names if name not in who)
        opened = [each for each in self.play(story).opened if each.norm == norm.number and not set(who) & set(each.bearers)]
        first = opened[0] if opened else None
        if first is None or norm.modality != "duty" or norm.mode != "each" or not norm.acts or first.closes >= NEVER:
            return story
        at = max(first.opens, min(first.opened + DAY, first.closes))
        done, _ = self.event(norm.acts[0], at, others, {name: whose for name, whose in first.bindings.items() if name != norm.bearer.binds})
        return story._replace(entries=(*story.entries, done))

    def performing(self, norm: Norm, who: Names, at: Instant | None = None) -> Story | None:
        """The plainest way in which those who bear a norm do what it asks for; None where none of those tried is enough."""
        for story in islice(self.opening(norm, at), _MOST_WAYS):
            doing = norm.bearer.names if norm.mode in ("all", "sum", "number") else who
            for act in norm.acts:
                done, known = self.event(act, story.at + DAY, doing, story.bindings)
                made = Story((*story.entries, done), done.at, known)
                if self._came_about(made, norm, (), ("fulfilled", "honoured", "used", "effect")) is not None:
                    return made
        return None

    def _came_about(self, story: Story, norm: Norm, who: Names, kinds: tuple[str, ...]) -> Instant | None:
        for record in self.play(story).of_kind(*kinds):
            if record.norm == norm.number and (not who or set(who) & set(record.who)):
                return record.at
        return None


def _plainness(tests: tuple[Test, ...]) -> tuple[int, int]:
    """How plain an alternative is: of few tests, none of which is an outcome that has to be brought about first."""
    outcomes = [test for test in tests if test.pattern is not None and test.pattern.name in ("violation", "fulfilment")]
    return len(tests), len(outcomes)


def _listed(names: Names) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
