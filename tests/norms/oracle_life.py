"""The life of the treaty: entry into force, term and renewal, what ceases and applies again; and which states of affairs hold."""

from __future__ import annotations

from clausekit.norms.history import Change
from clausekit.norms.norm import Condition, LifeRule, Test, Window
from tests.norms.oracle_events import ways
from tests.norms.oracle_opening import failed_now
from tests.norms.oracle_powers import cease, end, pause_all, resume_all
from tests.norms.oracle_time import has_passed, month_begins, runs_until, still_before
from tests.norms.oracle_world import Case, Pause, Saying, World, met

# ---------------------------------------------------------------- entry into force


def enter(world: World, names: list[str]) -> None:
    """The treaty enters into force for some."""
    fresh = [name for name in names if name not in world.parties]
    if not fresh or world.over:
        return
    is_first = world.since is None
    world.parties.update(dict.fromkeys(fresh, world.now))
    world.notes("in force", fresh)
    if is_first:
        world.since = world.now
        world.happens("entry into force", fresh)


def entries(world: World, *, at_once: bool) -> None:
    """Entry into force by the treaty's own clause: once what it hangs on has happened, for those who have consented; later, for each from its own consent.

    What a consent brings about `at_once` is so when the events of its hour have been judged; what is dated, before anything happens on that day.
    """
    for rule in world.code.life:
        if rule.verb != "enters into force":
            continue
        for window in rule.windows:
            if window.anchor is None or (window.kind == "on") != at_once:
                continue
            for alternative in window.anchor:
                for test in alternative:
                    _entry(world, window, test)


def _entry(world: World, window: Window, test: Test) -> None:
    assert test.pattern is not None
    consented = {name: event.at for event in reversed(world.events) for name in event.by if event.name == test.pattern.name and name in world.code.parties}
    if world.since is None:
        reached = _reached(world, test)
        if reached is not None and world.now >= counted(window, reached):
            enter(world, sorted(consented))
    else:
        enter(world, sorted(name for name, at in consented.items() if world.now >= counted(window, at)))


def _reached(world: World, test: Test) -> int | None:
    """When what is counted was reached."""
    assert test.pattern is not None
    sight = world.sight()
    for event in sorted(world.events, key=lambda each: each.at):
        if not ways(test.pattern, event, {}):
            continue
        if test.count is None or sight.is_reached(test.pattern, test.count, {}, 0, event.at):
            return event.at
    return None


def counted(window: Window, at: int) -> int:
    """The instant that a rule of life gives for something that happened at an instant."""
    if window.kind == "exactly":
        assert window.period is not None
        return has_passed(at, window.period)
    if window.kind == "first day of month":
        return month_begins(at // 24, window.times or 0) * 24
    return at


# ---------------------------------------------------------------- term


def term(world: World) -> None:
    """A term runs out with the last hour of its last day, unless it is renewed."""
    if world.since is None or world.over:
        return
    if world.expires is None:
        world.expires = _expiry(world)
    if world.expires is None or world.now != world.expires + 1:
        return
    renewal = next((rule for rule in world.code.life if rule.verb == "is renewed"), None)
    if renewal is not None and not _is_opposed(world, renewal):
        period = next(window.period for window in renewal.windows if window.period is not None)
        world.expires = runs_until(world.expires, period)
        world.notes("extended")
        return
    end(world)


def _expiry(world: World) -> int | None:
    assert world.since is not None
    for rule in world.code.life:
        if rule.verb == "remains in force" and rule.provisions is None:
            for window in rule.windows:
                if window.kind == "until":
                    return window.last
                if window.period is not None:
                    return runs_until(world.since, window.period)
    return None


def _is_opposed(world: World, rule: LifeRule) -> bool:
    """Whether something stands against a renewal, in time."""
    assert world.expires is not None
    for guard in rule.guards:
        for alternative in guard.condition:
            for test in alternative:
                assert test.pattern is not None
                limit = world.expires
                if test.window is not None and test.window.period is not None:
                    limit = still_before(world.expires, test.window.period)
                if any((world.since or 0) <= event.at <= limit and event.at != world.silent and ways(test.pattern, event, {}) for event in world.events):
                    return True
    return False


# ---------------------------------------------------------------- provisions that cease and apply again


def steps_said(world: World) -> None:
    """The steps of ladders that are sentences on the life of the treaty: behind each failure, once all else they ask for has come about and is dated."""
    for rule in world.code.life:
        for case in world.cases:
            is_known = any(saying.rule is rule and saying.case is case and saying.at is None for saying in world.sayings)
            if case.norm.number in rule.after and case.clears and failed_now(world, case) is not None and not is_known:
                world.sayings.append(Saying(rule, case))
    for saying in sorted(world.sayings, key=lambda each: each.case.number):
        rule, case = saying.rule, saying.case
        if saying.at is not None or not case.clears or not (rule.trigger is None or met(world, rule.trigger, case, case.opened)):
            continue
        at = _begins(world, rule, case)
        if at is None:
            continue
        key = ("said", rule.number, tuple(sorted(case.bound.items())))
        if key in world.opened_now or world.is_paused(rule.provision):
            world.sayings.remove(saying)
            continue
        world.opened_now.add(key)
        saying.at, saying.is_sudden = at, at == world.now


def _begins(world: World, rule: LifeRule, case: Case) -> int | None:
    """When what a step says begins, set off now: with its event, or some time after the last one; None while there is none."""
    at = world.now
    for window in rule.windows:
        assert window.anchor is not None
        instants = world.sight().instants(window.anchor, case.bound)
        if window.kind == "on" and world.now not in instants:
            return None
        if window.kind == "exactly":
            assert window.period is not None
            if not instants:
                return None
            at = max(at, has_passed(max(instants), window.period))
    return at


def timed_rules(world: World) -> None:
    """What ceases or applies again some time after an event, or because something has not happened in time."""
    found: list[tuple[LifeRule, Case | None]] = [
        (saying.rule, saying.case) for saying in world.sayings if saying.at == world.now and not saying.is_sudden and saying.case.clears
    ]
    found += [(rule, None) for rule in world.code.life if not rule.after and rule.verb in ("ceases", "applies again") and _is_its_time(world, rule)]
    for rule, case in sorted(found, key=lambda each: each[0].verb == "is suspended"):
        if not any(_opposes(rule, other) for other, _ in found):
            _apply(world, rule, case)


def _is_its_time(world: World, rule: LifeRule) -> bool:
    """Whether so much time has passed since an event, or the time of one that has not happened."""
    if rule.trigger is not None and world.sight().runs_out(rule.trigger):
        return True
    for window in rule.windows:
        if window.kind == "exactly" and window.anchor is not None and window.period is not None:
            instants = world.sight().instants(window.anchor, {})
            if any(world.since is not None and at >= world.since and at != world.silent and has_passed(at, window.period) == world.now for at in instants):
                return True
    return False


def sudden_rules(world: World) -> None:
    """What ceases or applies again with an event; opposed effects in one instant are neither."""
    found: list[LifeRule] = []
    for rule in world.code.life:
        if rule.after or rule.verb not in ("ceases", "applies again") or world.now == world.silent:
            continue
        conditions: list[Condition] = [window.anchor for window in rule.windows if window.kind == "on" and window.anchor is not None]
        conditions += [rule.trigger] if rule.trigger is not None else []
        if any(world.sight().fires(condition) for condition in conditions):
            found.append(rule)
    steps = [saying.rule for saying in world.sayings if saying.at == world.now and saying.is_sudden]
    for rule in found:
        if not any(_opposes(rule, other) for other in (*found, *steps)):
            _apply(world, rule)
    sudden_steps(world, found)


def sudden_steps(world: World, rules: list[LifeRule] | None = None) -> bool:
    """The steps of ladders that come about at this instant, if no rule set off with them is against it; whether there were any."""
    today = [saying for saying in world.sayings if saying.at == world.now and saying.is_sudden]
    left = [saying for saying in today if not saying.is_done]
    for saying in sorted(left, key=lambda each: each.rule.verb == "is suspended"):  # what ceases is not suspended as well
        saying.is_done = True
        if saying.case.clears and not any(_opposes(saying.rule, other) for other in (*(rules or ()), *(each.rule for each in today))):
            _apply(world, saying.rule, saying.case)
    return bool(left)


def _opposes(rule: LifeRule, other: LifeRule) -> bool:
    """Whether one ends for a time or for good what the other brings back."""
    return (rule.verb == "applies again") != (other.verb == "applies again") and bool((rule.provisions or frozenset()) & (other.provisions or frozenset()))


def _apply(world: World, rule: LifeRule, case: Case | None = None) -> None:
    if world.since is None or world.over:
        return
    if rule.provisions is None:
        end(world)
    elif rule.verb == "ceases":
        cease(world, rule.provisions)
    elif rule.verb == "is suspended":
        world.pauses.append(Pause(rule.provisions, None, None, case))
        pause_all(world)
    else:
        world.ceased -= rule.provisions
        for pause in world.pauses:  # whatever it did not apply for
            pause.provisions -= rule.provisions
        resume_all(world)


# ---------------------------------------------------------------- states of affairs


def changes(world: World, told: list[Change]) -> None:
    """What the world decides of states of affairs."""
    world.statuses |= {change.name for change in told if change.holds}
    world.statuses -= {change.name for change in told if change.holds is False}  # what ends in an instant does not hold in it
    for change in told:
        if change.holds is None and change.value is not None:
            world.measures[change.name, "".join(change.roles.get("of", ()))] = change.value


def standings(world: World) -> None:
    """A state of affairs that is defined holds from what begins it up to, not including, what ends it."""
    sight = world.sight()
    sight.since = 0  # a state of affairs may have come about before the treaty entered into force
    for status in world.code.statuses:
        if status.begins is not None and sight.fires(status.begins):
            world.begun.add(status.name)
        if status.ends is not None and sight.fires(status.ends):
            world.ended.add(status.name)
        if status.name in world.ended:
            world.statuses.discard(status.name)
        elif status.name in world.begun:
            world.statuses.add(status.name)


def states_end(world: World) -> None:
    """What binds only while a state of affairs holds ends with it."""
    for case in world.cases:
        if case.state not in ("active", "suspended"):
            continue
        guards = [guard for guard in case.norm.guards if guard.kind == "while"]
        if all(world.sight().is_met(guard.condition, case.bound, world.now) for guard in guards):
            continue
        if case.norm.modality == "prohibition" and case.violated:
            case.state = "violated"
        elif case.norm.modality == "prohibition":
            case.becomes(world.now, "kept")
        else:
            case.becomes(world.now, "terminated")
