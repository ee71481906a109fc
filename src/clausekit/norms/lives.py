"""The life of the treaty: for whom it is in force, from when, until when; which of its provisions apply."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from clausekit.norms.behind import behind
from clausekit.norms.calendar import NEVER, Calendar, Instant
from clausekit.norms.consent import TAKING_BACK, entry_rules, is_entry_into_force
from clausekit.norms.history import JOINING, LIFE, NO_BINDINGS, Bindings, Happening, amount_of, matches, those
from clausekit.norms.instance import Instance
from clausekit.norms.lower_terms import COUNTED
from clausekit.norms.norm import Code, Condition, LifeRule, Names, Test
from clausekit.norms.state import State
from clausekit.norms.surviving import survives_end, survives_leaving
from clausekit.norms.windows import Span, span_of

if TYPE_CHECKING:
    from clausekit.norms.provisional import Applied

ENDS = ("ceases", "lapses", "is terminated")


@dataclass(slots=True)
class Lives:
    """Where the treaty and its Parties stand. `since` is when it entered into force; None before."""

    code: Code
    since: Instant | None = None
    begun: Instant | None = None
    """Since when anything of it binds anybody: provisionally, or because it is in force."""
    ended: Instant | None = None
    bound: dict[str, Instant] = field(default_factory=dict)
    """Those it is in force for, and since when."""
    consented: dict[str, Instant] = field(default_factory=dict)
    provisional: dict[str, frozenset[int] | None] = field(default_factory=dict)
    """Those to whom it applies only provisionally, and which of its provisions do (None: all)."""
    applied: list[Applied] = field(default_factory=list)
    left: dict[str, Instant] = field(default_factory=dict)
    expiry: Instant = NEVER
    renewed: int = 0
    """How often its term has been renewed."""
    entered: list[Names] = field(default_factory=list)
    """Those for whom it has entered into force, and nothing has been opened yet."""
    joining: dict[str, Instant] = field(default_factory=dict)
    """Those for whom entry into force is already dated."""

    @property
    def is_in_force(self) -> bool:
        """Whether the treaty is in force."""
        return self.since is not None and self.ended is None

    @property
    def applies(self) -> bool:
        """Whether anything of the treaty binds anybody now, be it provisionally (VCLT 25)."""
        return self.ended is None and (self.since is not None or bool(self.provisional))

    def holds(self, provision: int) -> bool:
        """Whether a provision binds anybody now."""
        return self.applies and (self.since is not None or any(part is None or provision in part for part in self.provisional.values()))

    def binds(self, name: str, provision: int) -> bool:
        """Whether somebody can owe anything under a provision now: a Party for which it is in force, or an organ, body or other actor the treaty creates.

        Non-parties owe nothing until they accept in writing (VCLT 35).
        """
        if name in self.bound:
            return name not in self.left
        if name in self.provisional:
            part = self.provisional[name]
            return part is None or provision in part
        if name in self.code.parties:
            return False
        return name not in self.code.non_parties or name in self.consented


def enters(state: State, lives: Lives, at: Instant, *, for_whom: Names | None = None) -> None:
    """The treaty enters into force at this instant: for those named, else for those who have consented, else for all its Parties."""
    if lives.ended is not None:
        return
    is_first = lives.since is None
    if is_first:
        lives.since = at
        if lives.begun is None:
            lives.begun = at
            state.memory.begin()
        for rule in state.code.life:
            if rule.verb == "remains in force" and not rule.after:
                limits(state, lives, rule)
    whom = for_whom if for_whom is not None else _all_bound(lives)
    fresh = tuple(name for name in whom if name not in lives.bound or (name in lives.left and name in lives.joining))
    for name in fresh:
        lives.bound[name] = at
        lives.left.pop(name, None)
        lives.provisional.pop(name, None)
    if fresh or not whom:
        lives.entered.append(fresh)
        state.say("in force", who=fresh, said="the treaty enters into force")
        happened = Happening(at, "entry into force", {"by": fresh, "for": fresh}, said="entry into force", norm=LIFE, aspect="" if is_first else JOINING)
        state.memory.hear(happened)  # what opens now may count its time from it
        state.queue.append(happened)


def _all_bound(lives: Lives) -> Names:
    """For whom a treaty enters into force that names nobody: those who have consented, else all its Parties but those who join it later."""
    consented = tuple(name for name in lives.code.parties if name in lives.consented)
    own = tuple(name for name in lives.code.parties if name not in lives.code.joining)
    return consented if not own or set(consented) & set(own) else (*own, *consented)


def limits(state: State, lives: Lives, rule: LifeRule) -> None:
    """A rule says how long the treaty remains in force, from now on; of several terms the shortest."""
    if rule.provisions is None and rule.whom is None:
        closes = span_of(rule.windows, state.base(state.now, NO_BINDINGS)).closes
        if closes < lives.expiry:
            lives.expiry = closes
            state.schedule(closes + 1, "expiry", closes, rank=0)


def expires(state: State, lives: Lives) -> None:
    """The term runs out: the treaty is renewed where a rule renews it, for all or for those Parties for whom nothing stands against that; else it ends."""
    state.queue.append(Happening(state.now, "expiry", {}, said="expiry", norm=LIFE))
    state.memory.hear(Happening(lives.expiry, "expiry", {}, said="expiry", norm=LIFE))  # what must come before it is counted back from its last day
    for rule in state.code.life:
        if rule.verb != "is renewed" or rule.provisions is not None or not behind(state, rule) or lives.renewed >= _most_renewals(rule):
            continue
        length = next((window.period for window in rule.windows if window.kind == "for" and window.period is not None), None)
        staying = [name for name in lives.bound if name not in lives.left and _guards_allow(state, rule, _of_party(rule, name), lives.since or 0)]
        if length is None or not (staying or (not lives.bound and _guards_allow(state, rule, since=lives.since or 0))):
            continue
        lives.expiry = state.code.calendar.closes(lives.expiry, length)
        lives.renewed += 1
        state.say("extended", said="the treaty is renewed", provisions=(rule.provision,))
        state.schedule(lives.expiry + 1, "expiry", lives.expiry, rank=0)
        for name in [each for each in lives.bound if each not in staying]:
            withdraws(state, lives, name)
        return
    ends(state, lives, "the term runs out", is_expiry=True)


def _most_renewals(rule: LifeRule) -> int:
    """How often a rule renews at most: `at most 2 times in all`; without a bound the treaty is renewed time and again."""
    return min((window.times for window in rule.windows if window.kind == "times" and window.times is not None and window.bound != "at least"), default=NEVER)


def _of_party(rule: LifeRule, name: str) -> Bindings:
    """What a rule for each Party says of one of them."""
    return {rule.whom.binds: name} if rule.whom is not None and rule.whom.binds else {}


def _guards_allow(state: State, rule: LifeRule, bindings: Bindings = NO_BINDINGS, since: Instant = -1) -> bool:
    for guard in rule.guards:
        met = state.is_met(guard.condition, bindings, since)
        if guard.kind in ("unless", "except") and met:
            return False
        if guard.kind in ("provided that", "while") and not met:
            return False
    return True


def ends(state: State, lives: Lives, why: str, *, is_expiry: bool = False) -> None:
    """The treaty ends for all."""
    if lives.is_in_force:
        survives_end(state, is_expiry=is_expiry)
        lives.ended = state.now
        state.stirred = True
        state.say("ended", said=why)
        state.queue.append(Happening(state.now, "termination", {}, said=why, norm=LIFE))


def withdraws(state: State, lives: Lives, name: str) -> None:
    """A Party leaves."""
    if name in lives.bound and name not in lives.left:
        lives.left[name] = state.now
        survives_leaving(state, name)
        lives.joining.pop(name, None)
        for held in state.held.values():
            held.discard(name)
        state.stirred = True
        state.say("withdrawn", who=(name,), said=f"{name} is no longer bound")


# ---------------------------------------------------------------- rules that events set off


def hear(state: State, lives: Lives, event: Happening) -> None:
    """What an event of the life of the treaty brings about: consent, entry into force, its end, the application of provisions."""
    if event.norm >= 0 or event.deemed:
        return
    if event.name in TAKING_BACK and lives.since is None:
        for name in event.by:
            lives.consented.pop(name, None)
            state.memory.forget(state.facts.consents, name)
    if event.name in state.facts.consents:
        for name in event.by:
            lives.consented.setdefault(name, event.at)
            state.stirred = state.stirred or name in lives.code.non_parties  # what stands binds it from now on
            is_free = name not in lives.bound or name in lives.left  # whoever has left may consent again
            if lives.is_in_force and name in lives.code.parties and is_free and name not in lives.joining:
                _dated(state, lives, _own_rule(state.code), {COUNTED: name}, event.at, (name,))
    for rule in state.facts.rules.get(event.name, ()):
        _hears(state, lives, rule, event)


def _hears(state: State, lives: Lives, rule: LifeRule, event: Happening) -> None:
    """What an event is to one rule."""
    if lives.since is None and rule.verb in (*ENDS, "is suspended"):
        return  # events before entry into force end nothing
    if rule.verb == "remains in force":
        if behind(state, rule):
            _cut_short(state, lives, rule, event)
        return
    if rule.verb == "is suspended":
        _goes_on(state, rule, event)
    if rule.after:
        return  # a step of a ladder comes about by what fails
    if lives.since is not None or is_entry_into_force(rule):
        _await_absence(state, rule, event)
    for bindings in _set_off(state, rule, event):
        applies(state, lives, _as_granted(rule, event), bindings, event.at)


def _goes_on(state: State, rule: LifeRule, event: Happening) -> None:
    """`is suspended until peace`: what the rule suspended goes on when that happens."""
    lasting = [window.anchor for window in rule.windows if window.kind == "until" and window.anchor is not None and window.period is None]
    if not any(_met_now(state, rule, anchor, event) for anchor in lasting):
        return
    for number in sorted(state.off):
        reasons = [reason for reason in state.off[number] if f" rule {rule.number} " in reason]
        for reason in reasons:
            state.switch_on(number, reason)
        if reasons:
            state.say("provision resumes", said=event.said or event.name, provisions=(number,))


def _cut_short(state: State, lives: Lives, rule: LifeRule, event: Happening) -> None:
    """`remains in force for 10 years, unless replacement`: it ends when that happens."""
    if rule.provisions is None and any(guard.kind in ("unless", "except") and state.is_met(guard.condition, {}, event.at) for guard in rule.guards):
        ends(state, lives, event.said or event.name)


def _as_granted(rule: LifeRule, event: Happening) -> LifeRule:
    """`is extended by at most 10 years`: by as many as were granted, where that is told."""
    if rule.verb != "is extended by" or rule.period is None:
        return rule
    granted = amount_of(event, rule.period.parts[0][1])
    if granted is None:
        return rule
    return rule._replace(period=rule.period._replace(parts=((int(granted), rule.period.parts[0][1]),)))


def _set_off(state: State, rule: LifeRule, event: Happening) -> list[Bindings]:
    """How an event sets off a rule: it is in its trigger, or the event that its time counts from; empty for not at all."""
    anchors = [window.anchor for window in rule.windows if window.anchor is not None and window.kind in _SETTING_OFF]
    anchors += [clock.anchor for window in rule.windows for clock in window.clocks if clock.anchor is not None and window.kind == "on"]
    found: list[Bindings] = []
    if rule.trigger is not None:
        found += _met_now(state, rule, rule.trigger, event)
    for anchor in anchors:
        found += (each for each in _met_now(state, rule, anchor, event) if rule.trigger is None or state.is_met(rule.trigger, each))
    return found


def _met_now(state: State, rule: LifeRule, condition: Condition, event: Happening) -> list[Bindings]:
    """How an event meets a condition of a rule, the rest of its alternative being met already."""
    found: list[Bindings] = []
    for alternative in condition:
        for test in alternative:
            if test.pattern is None or test.negated or test.pattern.name != event.name:
                continue
            for bindings in matches(test.pattern, event, {}):
                rest = tuple(each for each in alternative if each is not test)
                if (test.count is None or _just_reached(state, rule, test, bindings)) and all(state.test(each, bindings) for each in rest):
                    found.append(bindings)
    return found


def _await_absence(state: State, rule: LifeRule, event: Happening) -> None:
    """`if not X within 30 days of Y`: when Y happens, what is judged when the window of X closes is noted."""
    for alternative in rule.trigger or ():
        for test in alternative:
            window = test.window
            if not test.negated or window is None or window.anchor is None or window.period is None:
                continue
            anchors = [each.pattern for each_alternative in window.anchor for each in each_alternative if each.pattern is not None]
            for bindings in (found for pattern in anchors for found in matches(pattern, event, {})):
                closes = state.code.calendar.closes(event.at, window.period)
                state.schedule(closes + 1, "absent rule", Absence(rule, alternative, test, bindings, event.at), rank=0)


class Absence(NamedTuple):
    """An event that would keep a rule from being set off, looked for from `since` on."""

    rule: LifeRule
    alternative: tuple[Test, ...]
    test: Test
    bindings: Bindings
    since: Instant


def absent(state: State, lives: Lives, looked_for: Absence) -> None:
    """The window of an event has closed: where it did not happen, the rule is set off."""
    rule, alternative, test, bindings, since = looked_for
    when = state.memory.last(((test,),), bindings)
    if (when is None or when < since) and all(state.test(each, bindings) for each in alternative if each is not test):
        applies(state, lives, rule, bindings, state.now, rank=0)


_SETTING_OFF = frozenset({"on", "from", "exactly", "within", "first day of month", "after"})


def _just_reached(state: State, rule: LifeRule, test: Test, bindings: Bindings) -> bool:
    """Whether the number that a rule asks for is reached now, and was not before."""
    mark = ("life", rule.number, id(test))
    if mark in state.counted or not state.memory.reached(test, bindings):
        return False
    state.counted.add(mark)
    return True


def applies(state: State, lives: Lives, rule: LifeRule, bindings: Bindings, base: Instant, *, rank: int = 3) -> None:
    """A rule of the life of the treaty is set off: at once (with a rank of 0 before anything else of this instant), or when its time has come."""
    if not _guards_allow(state, rule, bindings):
        return
    if is_entry_into_force(rule):
        whom = None if rule.whom is None else tuple(name for name in bindings.values() if name in lives.code.parties)
        # Those who consent before the treaty is in force for anybody are bound with the others, whatever a rule says for those who come later.
        is_first = lives.since is None and (rule.whom is None or all(each.whom is not None for each in entry_rules(lives.code)))
        if is_first or (rule.whom is not None and lives.since is not None):
            _dated(state, lives, rule, bindings, base, whom)
        return
    _scheduled(state, rule, bindings, begins(state, rule, bindings, base), rank=rank)


def follows(state: State, rule: LifeRule, failed: Instance) -> None:
    """A step of a ladder is set off behind what has failed."""
    if _guards_allow(state, rule, failed.bindings):
        _scheduled(state, rule, failed.bindings, begins(state, rule, failed.bindings, state.now), failed=failed)


def _scheduled(state: State, rule: LifeRule, bindings: Bindings, at: Instant | None, *, rank: int = 3, failed: Instance | None = None) -> None:
    if at is not None and at <= state.now and rank:
        state.opened_now.add(("rule", rule.number))
    if at is not None:
        last = rank + 1 if rank and rule.verb == "is suspended" else rank  # what ceases at one instant is not suspended as well
        state.schedule(max(at, state.now), "life", (rule, bindings, failed), rank=0 if at > state.now else last)


def begins(state: State, rule: LifeRule, bindings: Bindings, base: Instant) -> Instant | None:
    """When what a rule says begins, if it is set off at an instant; None while that is still open."""
    return _begins(rule, span_of(rule.windows, state.base(base, bindings)), base, state.code.calendar)


def _dated(state: State, lives: Lives, rule: LifeRule | None, bindings: Bindings, base: Instant, whom: Names | None) -> None:
    """Entry into force has a date: for some, or for all who have consented by then."""
    at = base
    if rule is not None:
        own = begins(state, rule, bindings, base)
        if own is None:
            return
        at = own
    for name in whom or ():
        lives.joining[name] = at
    state.schedule(max(at, state.now), "enters", whom, rank=0 if at > state.now else 1)


def _begins(rule: LifeRule, span: Span, base: Instant, calendar: Calendar) -> Instant | None:
    """When what a rule says begins: at the later end of its clocks, at the day its time gives, else at once. None while that is still open."""
    if span.starts or any(window.which != "earlier" for window in span.waits):
        return None
    if span.waits and span.closes >= NEVER:
        return None
    if any(window.clocks for window in rule.windows) and span.closes < NEVER:
        day = calendar.day(span.closes)  # a clock of days runs out with its last day, and what it is for begins with that day
        return calendar.begins(day) if span.closes == calendar.ends(day) else span.closes
    return max(span.opens, base)


def _own_rule(code: Code) -> LifeRule | None:
    """The rule by which the treaty enters into force for those who consent later; the general one, where there is none for them."""
    general = [rule for rule in entry_rules(code) if not rule.after]
    return next((rule for rule in general if rule.whom is not None), None) or next(iter(general), None)


def named(rule: LifeRule, bindings: Bindings) -> Names | None:
    """Those a rule is for; None for all."""
    if rule.whom is None:
        return None
    if rule.whom.binds in bindings:
        return (bindings[rule.whom.binds],)
    return (those(rule.whom, bindings) or None) if rule.whom.refers else rule.whom.names
