"""What stands from entry into force on, or for as long as a state of affairs does → opened for whoever is bound and does not hold it yet."""

from __future__ import annotations

from itertools import product

from clausekit.norms.consent import entry_rules, tests_of
from clausekit.norms.history import NO_BINDINGS, Bindings, Happening, in_order, those
from clausekit.norms.lives import Lives
from clausekit.norms.norm import Names, Norm
from clausekit.norms.opening import SINGLY, Triggers, bound, opens
from clausekit.norms.state import State, rests
from clausekit.norms.timeline import Opened


def stands(state: State, lives: Lives, triggers: Triggers) -> None:
    """Open what stands now: on entry into force, for somebody who is bound later, when a provision applies again, when a state of affairs begins."""
    if not lives.applies:
        return
    for norm in triggers.lasting:
        if not lives.holds(norm.provision):
            continue
        for bindings in _ways(triggers, norm):
            is_so = _is_so(state, lives, triggers, norm, bindings)
            if not is_so or _has_ceased(state, norm):
                state.held.pop(_place(norm, bindings), None)
            elif not state.is_suspended(norm.provision):
                _opens_for_all(state, lives, norm, bindings)
            elif norm.trigger is not None:  # while suspended nothing triggers
                state.held.setdefault(_place(norm, bindings), set()).update(_bearers(lives, norm, bindings))


def _place(norm: Norm, bindings: Bindings) -> tuple[int, tuple[tuple[str, str], ...]]:
    return norm.number, in_order(bindings)


def _ways(triggers: Triggers, norm: Norm) -> list[Bindings]:
    """Whoever the variables of a state of affairs may stand for: `arrears of any Party as debtor`. One way without any, where there are none."""
    roles = [role for each in triggers.by_state.get(norm.number, ()) for test in each for role in test.roles if role.who.binds]
    whos = {role.who.binds: role.who.names for role in roles}
    return [dict(zip(whos, names, strict=True)) for names in product(*whos.values())]


def timed(state: State, lives: Lives, triggers: Triggers) -> None:
    """Open what counts its time from the very event that brings the treaty into force."""
    cause = Happening(state.now, "entry into force", {}, said="entry into force")
    bringing = state.facts.consents | {test.pattern.name for rule in entry_rules(state.code) for test in tests_of(rule) if test.pattern is not None}
    for norm in triggers.timed:
        for test in [alternative[0] for alternative in norm.trigger or () if len(alternative) == 1]:
            brings = test.pattern is not None and test.pattern.name in bringing
            for bindings in list(state.memory.ways(test, NO_BINDINGS, state.now)) if brings else ():
                opens(state, lives, norm, bindings, cause)


def _is_so(state: State, lives: Lives, triggers: Triggers, norm: Norm, bindings: Bindings) -> bool:
    """Whether the state of affairs is so that opens a norm, or that it lasts while."""
    lasts = all(state.is_met(guard.condition, bindings) for guard in norm.guards if guard.kind == "while")
    since = lives.begun or 0
    return lasts and (norm.trigger is None or any(all(state.test(test, bindings, since) for test in each) for each in triggers.by_state[norm.number]))


def _has_ceased(state: State, norm: Norm) -> bool:
    return any(whom is None and not rests(reason) for reason, whom in state.off[norm.provision].items())


def _bearers(lives: Lives, norm: Norm, bindings: Bindings) -> Names:
    return tuple(name for name in those(norm.bearer, bindings) if lives.binds(name, norm.provision))


def _opens_for_all(state: State, lives: Lives, norm: Norm, bindings: Bindings) -> None:
    """Open a norm for those who do not hold it yet. What several hold together is opened once: who is bound later joins them, while it is open."""
    place = _place(norm, bindings)
    is_first, held = place not in state.held, state.held.setdefault(place, set())
    missing = tuple(name for name in _bearers(lives, norm, bindings) if name not in held)
    is_alone = norm.mode == SINGLY or not held
    held.update(missing)
    is_standing = norm.trigger is None and not any(guard.kind == "while" for guard in norm.guards)
    begins = "" if bindings else "entry into force"
    cause = Happening(state.now, begins, {}, said="entry into force" if is_standing else "the condition becomes true")
    if missing and not is_alone:
        _join(state, lives, norm, missing, cause)
    elif missing or (is_first and not is_standing):
        opens(state, lives, norm, bindings, cause, only=missing or None)


def _join(state: State, lives: Lives, norm: Norm, names: Names, cause: Happening) -> None:
    for instance in list(state.by_norm[norm.number].values()):
        more = tuple(name for name in bound(state, lives, norm, instance.bindings, cause, None) if name in names and name not in instance.bearers)
        if more and instance.state in ("active", "suspended"):
            instance.bearers += more
            state.joined.append((instance, more))
            state.filing.refile(instance)
            state.note(Opened(instance.number, norm.number, instance.bearers, instance.bindings, instance.opened, instance.span.opens, instance.closes, -1))
