"""A power is exercised → its institutional effect: suspension, resumption, termination, withdrawal, waiver, reservation."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.norms.acting import OTHERS_TOO, may_be_used
from clausekit.norms.behind import behind
from clausekit.norms.calendar import NEVER
from clausekit.norms.closing import excuses
from clausekit.norms.consent import LEAVING
from clausekit.norms.history import NO_BINDINGS, Happening, is_of, matches
from clausekit.norms.instance import Instance
from clausekit.norms.lives import Lives, ends, withdraws
from clausekit.norms.norm import Names, Norm
from clausekit.norms.state import REVOKING, State, rests
from clausekit.norms.windows import says_how_long, span_of

# The events by which norms are changed, and not the world. Whoever does one of them without a power to does it without effect (VCLT 65, 69).
POWERS = frozenset({"suspension", "termination", "withdrawal", "denunciation", "reservation", "reinstatement", "resumption"})
_OPPOSED = {"suspension": "resumption", "resumption": "suspension"}


def unheeded(state: State, event: Happening) -> None:
    """An event that would change norms, and by which nobody exercised a power: it is without effect."""
    if _without_power(state, event):
        state.say("without effect", who=event.by, said=event.said or event.name)


def _without_power(state: State, event: Happening) -> bool:
    """Whether an event would change norms, where nobody has exercised a power by it. `withdrawal of forces` is an act, and no power."""
    if event.name not in POWERS or event.norm != -1:
        return False
    if event.deemed:  # what counts as a withdrawal takes effect as a withdrawal does
        _announces(state, event)
        return False
    if event.name in LEAVING and any(role in event.roles for role in ("of", "from", "in")):
        return False
    if event.name in state.facts.standing_against:
        return False  # a sentence on the life of the treaty says what it does
    return not _announces(state, event)


def _announces(state: State, event: Happening) -> bool:
    """Whether a rule says when such an act takes effect: then it does so by that rule."""
    rules = [rule for rule in state.code.life if rule.of is not None and rule.verb == "takes effect" and behind(state, rule) and is_of(rule.of, event, {})]
    if rules:
        state.announced.append(event)
    return bool(rules)


def take_effect(state: State, lives: Lives) -> None:
    """Powers take effect when all that happened at an instant is known. Opposed ones take none, and are reported."""
    exercised, state.exercised = state.exercised, []
    why_not = {(instance.number, id(event)): _why_not(state, instance, event) for instance, event in exercised}
    valid = [(instance, event) for instance, event in exercised if not why_not[instance.number, id(event)]]
    opposed, heeded = _opposed(valid), {id(event) for _, event in valid}
    for instance, event in exercised:
        why = why_not[instance.number, id(event)]
        if why and id(event) not in heeded:
            heeded.add(id(event))  # it is told once
            state.say("without effect", of=instance, who=event.by, said=f"{event.said or event.name}; {why}")
        elif not why and id(event) in opposed:
            state.say("opposed", of=instance, who=event.by, said=event.said or event.name)
        elif not why and instance.state == "active":
            _exercise(state, lives, instance, event)


def _why_not(state: State, instance: Instance, event: Happening) -> str:
    """Why a power is not exercised by an event that would exercise it; empty where it is."""
    if instance.state != "active":
        return "it has ended"
    if not instance.covers(state.now):
        return "its time has run out" if state.now > instance.span.closes else "its time has not begun"
    if not may_be_used(state, instance):
        return "its conditions are not met"
    return "" if instance.acts_enough(event) else OTHERS_TOO


def _opposed(exercised: list[tuple[Instance, Happening]]) -> set[int]:
    found = set()
    for _, event in exercised:
        for _, against in exercised:
            if _OPPOSED.get(event.name) == against.name and event.clauses & against.clauses:
                found |= {id(event), id(against)}
    return found


def _exercise(state: State, lives: Lives, instance: Instance, event: Happening) -> None:
    norm = instance.norm
    instance.times += 1
    who = instance.performers(event)
    if norm.notice is not None and norm.effect is not None:
        at = state.code.calendar.closes(state.now, norm.notice) + 1
        state.say("notice", of=instance, who=who, said=event.said or event.name)
        state.schedule(at, "notice", Notice(instance, event, who), rank=0)
        return
    effect(state, lives, instance, event, who)


class Notice(NamedTuple):
    """A notice that was given: it binds when it runs out, and may be taken back before (VCLT 67, 68)."""

    instance: Instance
    event: Happening
    who: Names


def revokes(state: State, event: Happening) -> None:
    """`revocation of withdrawal by Alba`: whoever gave notice takes it back before it runs out."""
    if event.name in REVOKING:
        state.revoked.update(((name, REVOKING[event.name]), event.at) for name in event.by)


def is_revoked(state: State, notice: Happening, name: str) -> bool:
    """Whether somebody has taken a notice back."""
    return any(state.revoked.get((name, what), -1) >= notice.at for what in ("", notice.name))


def notice_runs_out(state: State, lives: Lives, notice: Notice) -> None:
    """A notice has run out: the power takes effect for those who have not taken it back."""
    leaving = [name for name in notice.who if not is_revoked(state, notice.event, name) and name not in lives.left and lives.is_in_force]
    late = [name for name in leaving if _is_put_off(state, notice.event, name)]
    state.announced += [notice.event._replace(roles={**notice.event.roles, "by": (name,)}) for name in late]
    for name in late:
        state.say("notice", of=notice.instance, who=(name,), said=f"{notice.event.said or notice.event.name}; its effect is put off")
    at_once = tuple(name for name in leaving if name not in late)
    if at_once:
        effect(state, lives, notice.instance, notice.event, at_once)


def _is_put_off(state: State, event: Happening, name: str) -> bool:
    """Whether a rule puts the effect of what somebody gave notice of off until something happens, and what it hangs on has come about since the notice."""
    for rule in state.code.life:
        if rule.of is None or rule.verb != "takes effect" or rule.trigger is None or not is_of(rule.of, event, {}) or not behind(state, rule):
            continue
        for bindings in matches(rule.of, event._replace(roles={**event.roles, "by": (name,)}), {}):
            waits = [window.anchor for window in rule.windows if window.anchor is not None]
            if state.is_met(rule.trigger, bindings, event.at) and not any(state.is_met(anchor, bindings, event.at) for anchor in waits):
                return True
    return False


def resumes(state: State, reason: str, provisions: frozenset[int] | None) -> None:
    """A suspension for a time has run out."""
    for number in sorted(provisions) if provisions is not None else range(len(state.code.provisions)):
        if state.switch_on(number, reason):
            state.say("provision resumes", said="its suspension has run out", provisions=(number,))


def effect(state: State, lives: Lives, instance: Instance, event: Happening, who: Names) -> None:
    """What an exercise does."""
    norm = instance.norm
    kind = norm.effect.kind if norm.effect is not None else event.name
    provisions = _concerned(state, norm, event)
    state.say("effect", of=instance, who=who, said=event.said or event.name, provisions=tuple(sorted(provisions or ())))
    if kind in LEAVING:
        for name in who:
            withdraws(state, lives, name)
    elif kind == "termination" and provisions is None:
        ends(state, lives, f"terminated by {' and '.join(who)}")
    elif kind in ("suspension", "termination"):
        _switch_off(state, norm, instance, provisions, kind)
    elif kind in ("resumption", "reinstatement"):
        for number in sorted(provisions if provisions is not None else state.off):
            reasons = [reason for reason in state.off[number] if kind == "reinstatement" or rests(reason)]
            if reasons:
                for reason in reasons:
                    state.switch_on(number, reason)
                state.say("provision resumes", who=who, said=event.said or event.name, provisions=(number,))
    elif kind == "waiver":
        waives(state, lives, event, provisions)
    elif kind == "reservation" and provisions is not None:
        for number in sorted(provisions):
            state.switch_off(number, f"reservation {instance.number}", who)


def _concerned(state: State, norm: Norm, event: Happening) -> frozenset[int] | None:
    """The provisions that an exercise concerns; None for the treaty, every provision of which `termination of this treaty` names."""
    provisions = norm.effect.provisions if norm.effect is not None and norm.effect.provisions is not None else event.clauses
    return provisions if 0 < len(provisions) < len(state.code.provisions) else None


def _switch_off(state: State, norm: Norm, instance: Instance, provisions: frozenset[int] | None, kind: str) -> None:
    between = norm.effect.between.names if norm.effect is not None and norm.effect.between is not None else None
    whose = f"failing {instance.underlying}" if instance.underlying >= 0 and kind == "suspension" else f"{kind} {instance.number}"
    reason = f"{whose} {state.now}"  # who suspends again before a suspension has run out makes it last longer
    for number in sorted(provisions if provisions is not None else range(len(state.code.provisions))):
        state.switch_off(number, reason, between)
        state.say("provision ends", who=between or (), said=kind, provisions=(number,))
    length = span_of(tuple(window for window in norm.windows if says_how_long(norm, window)), state.base(state.now, NO_BINDINGS))
    if kind == "suspension" and length.closes < NEVER:
        state.schedule(length.closes + 1, "resume", (reason, provisions), rank=0)


def waives(state: State, lives: Lives, event: Happening, provisions: frozenset[int] | None = None) -> None:
    """A waiver ends what is still due to those who waive, not the violation (ARSIWA 45); each waives for itself."""
    who, provisions = event.by, provisions or event.clauses or None
    for instance in list(state.instances.values()):
        if provisions is not None and instance.norm.provision not in provisions:
            continue
        if instance.norm.modality != "duty" or instance.state not in ("active", "violated", "suspended"):
            continue
        others = set(instance.owed_to) or {name for name in lives.bound if name not in lives.left}
        creditors = others - set(instance.bearers)
        instance.waived_by |= set(who) & creditors
        if creditors and creditors <= instance.waived_by:
            excuses(state, instance, event.said or "waived", who)
