"""A rule of the life of the treaty is set off, and its time has come → what it says becomes so: for the treaty, its provisions, or what an act does."""

from __future__ import annotations

from clausekit.model.amounts import Period
from clausekit.model.names import key
from clausekit.norms import provisional
from clausekit.norms.calendar import NEVER
from clausekit.norms.consent import LEAVING, is_entry_into_force
from clausekit.norms.hinging import conditional, is_hinged, reason_of
from clausekit.norms.history import NO_BINDINGS, Bindings, Change
from clausekit.norms.instance import Instance
from clausekit.norms.lives import ENDS, Lives, ends, enters, follows, limits, named, withdraws
from clausekit.norms.norm import LifeRule, Names, Pattern
from clausekit.norms.powers import is_revoked
from clausekit.norms.state import State
from clausekit.norms.windows import span_of

# What a rule says of events still to come, once it is there.
_LASTING = ("is renewed", "survives")
# What can be said of the treaty and means every provision of it.
_OF_ALL = ("is suspended", "resumes")


def comes_about(state: State, rule: LifeRule, failed: Instance) -> None:
    """What failed leads on to a rule: its time begins. One that says what is so while something lasts, or what comes of other events, is there from now on."""
    if is_hinged(rule) or rule.verb in _LASTING:
        state.come_about[rule].append(failed)
        if is_hinged(rule):
            conditional(state)
    else:
        follows(state, rule, failed)


def take_effect_together(state: State, lives: Lives, said: list[tuple[LifeRule, Bindings, Instance | None]]) -> None:
    """What rules say becomes so whose time has come at one instant, before anything happens at it."""
    marks = {("rule", rule.number) for rule, _, failed in said if failed is None or failed.state != "cured"}
    state.opened_now |= marks
    for rule, bindings, failed in said:
        take_effect(state, lives, rule, bindings, failed)
    state.opened_now -= marks


def take_effect(state: State, lives: Lives, rule: LifeRule, bindings: Bindings, failed: Instance | None) -> None:
    """What a rule says of the treaty, of its provisions, or of what an act does becomes so; a step of a ladder not any more, once what failed is made good."""
    if failed is not None and (failed.state == "cured" or lives.ended is not None):
        return
    if failed is not None:
        state.come_about[rule].append(failed)
    if is_entry_into_force(rule):
        enters(state, lives, state.now, for_whom=named(rule, bindings))
        return
    if rule.of is not None:
        _of_something(state, lives, rule.of, rule.verb)
        return
    if rule.verb == "applies provisionally":
        provisional.begins(state, lives, rule, bindings)
        return
    provisions = rule.provisions if rule.provisions is not None or rule.verb not in _OF_ALL else frozenset(range(len(state.code.provisions)))
    if provisions is None:
        if rule.verb in ENDS:
            _ends(state, lives, named(rule, bindings))
        elif rule.verb == "remains in force":
            limits(state, lives, rule)
        elif rule.verb == "is extended by" and rule.period is not None and lives.expiry < NEVER:
            lives.expiry = state.code.calendar.closes(lives.expiry, rule.period)
            state.say("extended", said="the treaty is extended", provisions=(rule.provision,))
            state.schedule(lives.expiry + 1, "expiry", lives.expiry, rank=0)
        return
    if any(("rule", other.number) in state.opened_now and _opposes(rule, other) for other in state.code.life):
        state.say("opposed", said=rule.verb, provisions=tuple(sorted(provisions)))
    else:
        _of_provisions(state, rule, reason_of(rule, failed), tuple(sorted(provisions)), named(rule, bindings))


def _of_provisions(state: State, rule: LifeRule, reason: str, provisions: tuple[int, ...], concerned: Names | None) -> None:
    """Provisions no longer apply, apply again, or have more time: to some, or to all."""
    if rule.verb == "is suspended":
        reason += f" {state.now}"  # what is suspended again before that has run out is so until the later end
        _runs_out(state, rule, reason, provisions)
    if rule.verb in (*ENDS, "is suspended", "does not apply"):
        for number in provisions:
            state.switch_off(number, reason, concerned)
        state.say("provision ends", who=concerned or (), said=rule.verb, provisions=provisions)
    elif rule.verb == "is extended by" and rule.period is not None:
        _extended(state, rule.period, provisions, concerned)
    elif rule.verb in ("applies again", "resumes", "applies", "applies only", "takes effect", "enters into force"):
        for number in provisions:
            for each in [each for each in state.off[number] if concerned is None or state.off[number][each] == concerned]:
                state.switch_on(number, each)
        state.say("provision resumes", who=concerned or (), said=rule.verb, provisions=provisions)


def _runs_out(state: State, rule: LifeRule, reason: str, provisions: tuple[int, ...]) -> None:
    """A suspension for a time is over when that has run out: `for 30 days`, `until 2030-01-01`."""
    lasting = tuple(window for window in rule.windows if window.kind in ("for", "until"))
    closes = span_of(lasting, state.base(state.now, NO_BINDINGS)).closes
    if closes < NEVER:
        state.schedule(closes + 1, "resume", (reason, frozenset(provisions)), rank=0)


def _opposes(rule: LifeRule, other: LifeRule) -> bool:
    """Whether one of two rules brings to an end what the other brings back, in one instant: neither takes effect."""
    back = ("applies again", "resumes")
    ends = (*ENDS, "is suspended")
    opposed = (rule.verb in back and other.verb in ends) or (rule.verb in ends and other.verb in back)
    return opposed and not (rule.provisions or frozenset()).isdisjoint(other.provisions or ())


def _extended(state: State, period: Period, provisions: tuple[int, ...], concerned: Names | None) -> None:
    """The time of some provisions is extended: what is due under them, and is not violated yet, is due so much later."""
    for number in provisions:
        for instance in [each for norm in state.facts.by_provision[number] for each in state.by_norm[norm.number].values()]:
            whose = concerned is None or not set(instance.bearers).isdisjoint(concerned)
            if whose and instance.is_open and instance.closes < NEVER:
                instance.span = instance.span._replace(closes=state.code.calendar.closes(instance.closes, period))
                state.schedule_close(instance)
                state.say("extended", of=instance, who=instance.bearers, said="its time is extended")


def _of_something(state: State, lives: Lives, thing: Pattern, verb: str) -> None:
    """A withdrawal takes effect; a state of affairs begins or ceases; of what else has a name, it is put down."""
    announced = [event for event in state.announced if event.name == thing.name]
    if announced:
        state.announced = [event for event in state.announced if event not in announced]
        for name in dict.fromkeys(name for event in announced for name in event.by if not is_revoked(state, event, name)):
            withdraws(state, lives, name)
    elif thing.name not in LEAVING:
        status = next((name for name in sorted(state.code.free_statuses) if key(name) == thing.name), None)
        if status is not None:
            state.queue.append(Change(state.now, status, holds=verb not in ENDS, said=status))
        else:
            state.say("effect", said=f"{thing.said or thing.name} {verb}")


def _ends(state: State, lives: Lives, whom: Names | None) -> None:
    """The treaty ends by its own terms: for some, who leave it, or for all."""
    if whom is None:
        ends(state, lives, "the treaty ends by its own terms")
    for name in whom or ():
        withdraws(state, lives, name)
