"""An event → what it is for the norms that are open: performance, violation, use, exercise, cure."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.norms.filing import Cohort
from clausekit.norms.history import Happening, amount_of, is_of
from clausekit.norms.history import fits as amount_fits
from clausekit.norms.instance import Instance
from clausekit.norms.norm import Names, Norm, Pattern
from clausekit.norms.state import State

_FULFIL = {"duty": "fulfilled", "commitment": "honoured"}
_DUTIES = ("duty", "commitment")
# Why what several may do only together has no effect.
OTHERS_TOO = "others would have to act with them"


def acts(state: State, event: Happening, *, opened_since: int = -1) -> None:
    """Take an event in wherever it is somebody's act under an open norm; what it counts as, only where it is none by itself.

    With `opened_since` only instances of that number or later are meant: what this very instant has opened.
    """
    seen: set[int] = set()
    acting = event.by if "on behalf of" not in event.roles else (*event.by, *event.roles["on behalf of"])
    filing, name = state.filing, event.name
    for bearer in acting:
        late = filing.late(name, bearer) if opened_since < 0 else ()
        for cohort in _in_turn(late) if len(late) > 1 else late:
            first = cohort.next
            act = first.fits(event)
            if act is None or first.number in seen or (event.deemed and cohort.acted == state.now):
                continue
            seen.add(first.number)
            can_serve = not first.norm.for_each or first.can_be_served(first.performers(event), cohort.done)
            if can_serve and not _served_already(state, first, event):
                cohort.acted = state.now
                _late(state, state.filing.alone(first) if first.norm.for_each else cohort, act, event)
        active = filing.active(name, bearer)
        for together in _by_turn(active) if len(active) > 1 else active:
            first = next(iter(together.values()))
            act = first.fits(event)
            if act is None or first.number in seen:
                continue
            who = first.performers(event)
            for instance in list(together.values()):
                seen.add(instance.number)
                if instance.number < opened_since or (instance.opened == state.now and _opens(state, instance, event)):
                    continue
                if event.deemed and ("acted", instance.number) in state.opened_now:
                    continue
                if instance.is_live and _takes(state, instance, who) and not _served_already(state, instance, event):
                    if state.code.counts_as:
                        state.opened_now.add(("acted", instance.number))
                    _act(state, instance, act, event, who)


def _in_turn(cohorts: Sequence[Cohort]) -> Sequence[Cohort]:
    """Where each occurrence asks for a performance of its own, the earliest first."""
    return sorted(cohorts, key=lambda cohort: cohort.next.number) if any(each.first.norm.for_each for each in cohorts) else cohorts


def _by_turn(alike: Sequence[dict[int, Instance]]) -> Sequence[dict[int, Instance]]:
    """Where each occurrence asks for a performance of its own, one after the other as they were opened, those that are alike apart."""
    if not any(next(iter(each.values())).norm.for_each for each in alike):
        return alike
    return [{number: instance} for number, instance in sorted(pair for each in alike for pair in each.items())]


def _takes(state: State, instance: Instance, who: Names) -> bool:
    """Whether an act of some can serve the occurrence that an instance is for; where one serves all, that is seen when it is judged."""
    if not instance.norm.for_each:
        return True
    if not instance.can_be_served(who, instance.done):
        return False
    if instance.span.every is not None and (instance.is_performed() or instance.judged == instance.period):
        return False
    return instance.covers(state.now) if instance.is_open else _counts_meanwhile(state, instance)


def acts_of(state: State, instance: Instance, names: Names, event: Happening) -> None:
    """Take in what those did who have joined a norm that was open already."""
    act = instance.fits(event)
    who = tuple(name for name in instance.performers(event) if name in names)
    if act is not None and who and instance.is_live and instance.norm.modality != "power" and not _opens(state, instance, event):
        _act(state, instance, act, event, who)


def _opens(state: State, instance: Instance, event: Happening) -> bool:
    """Whether an event is itself what opened an instance: such an act does not perform it, nor violate it."""
    tests = [test for alternative in instance.norm.trigger or () for test in alternative if test.pattern is not None and not test.negated]
    if any(test.pattern is not None and is_of(test.pattern, event, instance.bindings) for test in tests):
        return True
    before = state.instances.get(instance.underlying)
    if before is None or before.norm.modality != "prohibition":
        return False
    alike = state.by_norm[before.norm.number].values()
    return any(other.fits(event) is not None and not set(other.answered).isdisjoint(event.by) for other in alike)


def _served_already(state: State, instance: Instance, event: Happening) -> bool:
    """Whether those who must perform for each occurrence have done so by this act for one, be it before others were opened: one performance serves one."""
    if not instance.norm.for_each:
        return False
    turn = ("served", id(event), instance.norm.number, instance.bearers)
    if turn in state.opened_now:
        return True
    state.opened_now.add(turn)
    return False


def _act(state: State, instance: Instance, act: Pattern, event: Happening, who: Names) -> None:
    norm = instance.norm
    if norm.modality in _DUTIES:
        if instance.covers(state.now) if instance.is_open else _counts_meanwhile(state, instance):
            performed(state, instance, act, event, who)
    elif not instance.is_open:
        return
    elif norm.modality == "power":
        state.exercised.append((instance, event))
    elif not instance.covers(state.now):
        return
    elif norm.modality == "prohibition":
        _forbidden(state, instance, event, who)
    elif norm.modality == "permission" and may_be_used(state, instance):
        _used(state, instance, event, who)


def _counts_meanwhile(state: State, instance: Instance) -> bool:
    """Whether what is done while a duty is suspended performs it: nobody need do it again. No period runs meanwhile."""
    return instance.span.every is None and instance.span.opens <= state.now and not instance.span.starts


def _used(state: State, instance: Instance, event: Happening, who: Names) -> None:
    """A permission is made use of; one that several hold together, only by as many as it takes, and one of so much, by no more."""
    allowed = [amount for act in instance.norm.acts for amount in act.amounts if amount.high is not None]
    if event.amounts and allowed and not any(amount_of(event, amount.unit) is not None for amount in allowed):
        return  # it was of something else
    if event.amounts and allowed and not any(amount_fits(amount, event) for amount in allowed):
        state.say("without effect", of=instance, who=who, said=f"{event.said or event.name}; it is more than is allowed")
        return
    if not instance.acts_enough(event):
        state.say("without effect", of=instance, who=who, said=f"{event.said or event.name}; {OTHERS_TOO}")
        return
    state.say("used", of=instance, who=who, said=event.said or event.name)
    instance.times += 1


def performed(state: State, instance: Instance, act: Pattern, event: Happening, who: Names) -> None:
    """Some bearers performed in time, wholly or in part."""
    if instance.span.every is not None and (instance.is_performed() or instance.judged == instance.period):
        return  # one performance serves one period, and this one is served, or nothing is owed in it
    instance.perform(act, event, who)
    if not instance.is_performed():
        state.say("performed", of=instance, who=who, said=event.said or event.name)
        state.filing.refile(instance)
        return
    # Whether that was early enough, only the event shows that it must come before.
    if instance.span.deadlines and any(period is not None for period, _ in instance.span.deadlines):
        state.say("performed", of=instance, who=who, said=event.said or event.name)
        return
    fulfils(state, instance, who, event.said or event.name)


def performed_by_others(state: State, instance: Instance) -> None:
    """Where everybody but those who have left has performed, all that is still owed has been done."""
    is_settled = instance.span.every is not None and instance.judged == instance.period
    if instance.done and instance.is_performed() and not is_settled and not any(period is not None for period, _ in instance.span.deadlines):
        fulfils(state, instance, tuple(name for name in instance.bearers if name in instance.done), "the others have performed")


def fulfils(state: State, instance: Instance, who: Names, why: str) -> None:
    """What is owed was done in time."""
    kind = _FULFIL[instance.norm.modality]
    if instance.span.every is None:
        state.end(instance, kind, who=who, said=why)  # type: ignore[arg-type]  # one of the two
    else:
        instance.judged = instance.period
        state.say(kind, of=instance, who=who, said=why)  # type: ignore[arg-type]  # one of the two
    tell(state, "fulfilment", instance, tuple([name for name in instance.bearers if name in instance.done]))


def _late(state: State, cohort: Cohort, act: Pattern, event: Happening) -> None:
    """Performance after the violation: once whole, it cures (ARSIWA 30, 31), and opens no further rung."""
    first = cohort.first
    who = first.performers(event)
    first.done, first.times = dict(cohort.done), cohort.times
    first.perform(act, event, who)
    if not first.is_performed():
        state.filing.progress(cohort, first.done, first.times)
        return
    for instance in list(cohort.members.values()):
        opened = state.children.get(instance.number, [])
        state.end(instance, "cured", who=who, said=event.said or event.name)
        tell(state, "cure", instance, who)
        state.cures.append((instance, opened))


def cures(state: State) -> None:
    """What several acts of one instant have made good, once all of them have been judged."""
    made_good, state.cures = state.cures, []
    for instance, opened in made_good:
        cured(state, instance, opened)


def cured(state: State, instance: Instance, opened: list[Instance]) -> None:
    """What `failing which` gave ends with the cure: permissions, powers, suspensions, and guarantees of performance. Duties that are open remain due (31)."""
    for other in opened:
        if not other.is_live:
            continue
        if other.norm.modality in ("permission", "power", "exemption"):
            state.end(other, "terminated", said="cured by late performance")
        elif other.norm.guaranteed is not None and not other.norm.acts:
            state.end(other, "fulfilled", who=other.bearers, said="performance was brought about")
    whose = f"failing {instance.number} "
    for number, reasons in state.off.items():
        given = [reason for reason in reasons if reason.startswith(whose)]
        for reason in given:
            state.switch_on(number, reason)
        if given:
            state.say("provision resumes", said="cured by late performance", provisions=(number,))


def _forbidden(state: State, instance: Instance, event: Happening, who: Names) -> None:
    """An act that is forbidden: a violation by each who does it, unless it is excepted, consented to, or allowed by what prevails."""
    norm = instance.norm
    if event.amounts and any(not _reaches(act, event) for act in norm.acts if act.amounts):
        return
    for guard in norm.guards:
        met = state.is_met(guard.condition, {**instance.bindings})
        if (guard.kind in ("unless", "except") and met) or (guard.kind == "provided that" and not met):
            return
    excused = prevailing(state, norm, who[0], event)
    if excused is not None:
        state.say("allowed", of=instance, who=who, said=f"by {cited(excused)}")
        return
    violates(state, instance, who, event.said or event.name)


def _reaches(act: Pattern, event: Happening) -> bool:
    return all(amount_fits(amount, event) for amount in act.amounts)


def may_be_used(state: State, instance: Instance) -> bool:
    """Whether the conditions of a permission or power are met now."""
    for guard in instance.norm.guards:
        met = state.is_met(guard.condition, instance.bindings)
        if (guard.kind in ("unless", "except") and met) or (guard.kind in ("provided that", "while") and not met):
            return False
    return not (instance.span.bound == "at most" and instance.times >= instance.span.times)


def violates(state: State, instance: Instance, who: Names, why: str) -> None:
    """A violation, and with it an event that others may be opened by."""
    instance.answered = who
    if instance.norm.modality == "prohibition":
        instance.times += 1
        state.say("violated", of=instance, who=who, said=why)
    else:
        state.end(instance, "violated", who=who, said=why, keeping=True)
    tell(state, "violation", instance, who)


def tell(state: State, name: str, instance: Instance, who: Names) -> None:
    """Make an event of what became of a norm: its violation, fulfilment or cure. Where nothing hangs on it, there is none."""
    if name not in state.facts.telling:
        return
    roles = {"by": who}
    if instance.owed_to:
        roles |= {"on": instance.owed_to, "to": instance.owed_to}
    event = Happening(state.now, name, roles, frozenset({instance.norm.provision}), said=f"{name} of {cited(instance.norm)}", norm=instance.norm.number)
    state.told.append((event, instance))


def prevailing(state: State, norm: Norm, who: str, event: Happening) -> Norm | None:
    """The norm that prevails over a prohibition and allows or requires the act of somebody, if there is one in force."""
    for other in state.facts.allowing[norm.number]:
        served = [each for each in state.served_now if each.norm is other]
        for instance in (*state.by_norm[other.number].values(), *served):
            fits = instance.state in ("active", "fulfilled") and who in instance.bearers and instance.covers(state.now) and instance.fits(event) is not None
            if fits and may_be_used(state, instance):
                return other
    return None


def cited(norm: Norm) -> str:
    """How a norm is named in a record: by its label, or where it stands."""
    return f"clause {norm.label}" if norm.label else norm.citation or "the sentence"
