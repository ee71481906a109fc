"""What an act is to each norm that is open: performance, use, violation, cure; and the periods of what recurs."""

from __future__ import annotations

from decimal import Decimal

from clausekit.norms.history import Happening
from clausekit.norms.norm import Norm
from tests.norms.oracle_events import amount_of, needed, ways
from tests.norms.oracle_time import NEVER, has_passed, times
from tests.norms.oracle_world import Case, World, met

# ---------------------------------------------------------------- acts


def judge_all(world: World) -> None:
    """Every act of this instant, against every case there is."""
    for event in world.today():
        for case in list(world.cases):
            if (id(event), id(case)) in world.judged:
                continue
            if judge(world, case, event) or case.state == "suspended":  # when it is resumed, this hour is judged already
                world.judged.add((id(event), id(case)))
    while world.cures:
        cured(world, world.cures.pop())


def judge(world: World, case: Case, event: Happening) -> bool:
    """What an act is to a case; whether it was anything."""
    doers = [name for name in world.present(case) if name in (*event.by, *event.roles.get("on behalf of", ()))]
    if not doers or not is_act(case, event) or opened_by(world, case, event):
        return False
    kind = case.norm.modality
    if kind in ("duty", "commitment"):
        return _performs(world, case, event, doers)
    first, last = world.window(case)
    if case.state != "active" or not first <= world.now <= last or not may_use(world, case):
        return False
    if kind == "prohibition":
        if not is_allowed(world, case, event, doers):
            case.violated = True
            case.becomes(world.now, "violated", doers)
            world.happens("violation", doers, [case.norm.provision], case.norm.number)
        return True
    if kind == "permission" and not is_used_up(world, case):
        case.used = True
        case.given.append((world.now, doers[0], event, Decimal(0)))
        case.becomes(world.now, "used", doers)
        return True
    return False


def opened_by(world: World, case: Case, event: Happening) -> bool:
    """Whether an act is one that opens a norm, be it by violating another: it is not judged by that norm."""
    if any(event is opener for opener in case.openers):
        return True
    if case.cause is None or case.opened != world.now or case.cause.norm.modality != "prohibition":
        return False
    alike = [other for other in world.cases if other.norm is case.cause.norm and is_act(other, event)]
    return any(at == world.now and kind == "violated" and set(who) & set(event.by) for other in alike for at, kind, who in other.log)


def is_act(case: Case, event: Happening) -> bool:
    """Whether an event is an act that a norm speaks of, of whatever amount."""
    return any(ways(act, event, case.bound, amounts=case.norm.modality not in ("duty", "commitment")) for act in case.norm.acts)


def may_use(world: World, case: Case) -> bool:
    """Whether what a prohibition, permission or power hangs on is so at the act: nothing that excepts it has happened before, and what it asks for has."""
    return all(met(world, guard.condition, case, 0) == (guard.kind in ("provided that", "while")) for guard in case.norm.guards)


def is_allowed(world: World, case: Case, event: Happening, doers: list[str]) -> bool:
    """Whether a permission or duty that prevails covers the act."""
    for other in world.cases:
        norm = other.norm
        prevails = case.norm.provision in norm.prevails_over or norm.provision in case.norm.yields_to
        in_force = other.state == "active" or any(at == world.now and kind == "fulfilled" for at, kind, _ in other.log)
        if not prevails or norm.modality not in ("permission", "duty") or not in_force or other is case:
            continue
        first, last = world.window(other)
        if first <= world.now <= last and set(doers) <= set(other.members) and is_act(other, event) and may_use(world, other):
            return True
    return False


def _performs(world: World, case: Case, event: Happening, doers: list[str]) -> bool:
    if case.state not in ("active", "violated", "suspended") or world.now < world.window(case)[0] or (case.state == "suspended" and every(case)):
        return False
    served = [given for other in world.cases if other.norm is case.norm and other.members == case.members for _, _, given, _ in other.given]
    if case.norm.for_each and (any(event is given for given in served) or not can_serve(world, case, doers)):
        return False
    if every(case) and is_settled(world, case):
        return False
    was_whole = is_whole(world, case)
    case.given += [(world.now, name, event, (amount_of(event) or Decimal(0)) / len(doers)) for name in doers]
    if not was_whole:
        whole(world, case)
    return True


def can_serve(world: World, case: Case, doers: list[str]) -> bool:
    """Whether one of those who act has not done its part yet."""
    return case.norm.mode not in ("all", "number") or not set(doers).isdisjoint(answerers(world, case))


def whole(world: World, case: Case) -> None:
    """What comes of a duty if all that is owed has been done."""
    if not is_whole(world, case) or (every(case) and is_settled(world, case)):
        return
    if case.state == "violated":
        case.becomes(world.now, "cured")
        world.cures.append(case)  # what its failure gave ends once every act of this hour has been judged
    elif backward(case) is None:
        if every(case):
            case.served.add(period_of(world, case))
            case.log.append((world.now, "fulfilled", ()))
        else:
            case.becomes(world.now, "fulfilled" if case.norm.modality == "duty" else "honoured")
        doers = {name for _, name, _, _ in case.given}
        world.happens("fulfilment", [name for name in case.members if name in doers], [case.norm.provision], case.norm.number)


def is_whole(world: World, case: Case, until: int = NEVER) -> bool:
    """Whether what has been given is all that is owed."""
    norm, present = case.norm, world.present(case)
    given = [(name, amount) for at, name, _, amount in case.given if at <= until and name in present]
    if len({id(event) for at, _, event, _ in case.given if at <= until}) < how_often(norm):
        return False
    low = next((amount.low for act in norm.acts for amount in act.amounts), None)

    def gave(names: tuple[str, ...]) -> bool:
        mine = [amount for name, amount in given if name in names]
        return bool(mine) and (low is None or sum(mine) >= low)

    if norm.mode == "sum":
        return gave(present)
    did = [name for name in present if gave((name,))]
    if norm.mode == "all":
        return bool(present) and len(did) == len(present)
    if norm.mode == "number":
        return len(did) >= needed(norm.need, len(present))
    return bool(did)


def answerers(world: World, case: Case) -> list[str]:
    """Who answers for a failure."""
    norm, present = case.norm, world.present(case)
    gave = {name: sum((amount for _, giver, _, amount in case.given if giver == name), Decimal(0)) for name in present}
    low = next((amount.low for act in norm.acts for amount in act.amounts), None)
    did = {name for _, name, _, _ in case.given if name in present and (low is None or gave[name] >= low)}
    if norm.mode == "sum":
        unit = next((amount.unit for act in norm.acts for amount in act.amounts), "")
        pledged = {pledge.actor: pledge.amount for pledge in world.code.pledges if pledge.unit == unit}
        short = [name for name in present if name in pledged and gave[name] < pledged[name]]
        return short or list(present)
    if norm.mode == "any" or len({id(event) for _, _, event, _ in case.given}) < how_often(norm):
        return list(present)
    return [name for name in present if name not in did]


def cured(world: World, case: Case) -> None:
    """Late and whole: the permissions and powers that the failure gave end, and so do the suspensions made by them."""
    case.clears = False
    for pause in world.pauses:
        if pause.failed is case:
            pause.until = world.now
    for other in world.cases:
        if other.cause is not case:
            continue
        for pause in world.pauses:
            if pause.by is other:
                pause.until = world.now
        if other.state not in ("active", "suspended"):
            continue
        if other.norm.guaranteed is not None and not other.norm.acts:
            other.becomes(world.now, "fulfilled", other.members)
        elif other.norm.modality in ("permission", "power"):
            other.becomes(world.now, "terminated")


# ---------------------------------------------------------------- periods


def how_often(norm: Norm) -> int:
    """How often a duty is to be performed in its time."""
    return next((window.times or 1 for window in norm.windows if window.kind == "times"), 1)


def is_used_up(world: World, case: Case) -> bool:
    """Whether a permission has been used as often as it may be in the present period."""
    times = [window for window in case.norm.windows if window.kind == "times" and window.bound == "at most"]
    return any(len([at for at, _, _, _ in case.given if at >= begun(world, case)]) >= (window.times or 1) for window in times)


def every(case: Case) -> bool:
    """Whether a norm is to be performed again and again."""
    return any(window.kind in ("every", "times") for window in case.norm.windows)


def anchor_of(case: Case) -> int:
    """Where the first period begins."""
    return max([case.opened, *(window.at for window in case.norm.windows if window.kind == "from" and window.at is not None)])


def period_begins(case: Case, number: int) -> int:
    """Where a period begins, counted from the anchor."""
    period = next(window.period for window in case.norm.windows if window.kind in ("every", "times"))
    assert period is not None
    paused = sum(max(0, until - max(begun, anchor_of(case))) for begun, until in case.pauses)
    return anchor_of(case) if number == 0 else has_passed(anchor_of(case), times(period, number)) + paused


def clock_of(world: World, case: Case) -> int:
    """What time it is for a case: while it is suspended no period runs."""
    return case.pauses[-1][0] if case.state == "suspended" else world.now


def period_of(world: World, case: Case) -> int:
    """The number of the period that this instant belongs to."""
    number, now = 0, clock_of(world, case)
    while period_begins(case, number + 1) <= now:
        number += 1
    return number


def backward(case: Case) -> tuple[object, object] | None:
    """The event that a backward deadline is judged by, and its period."""
    for window in case.norm.windows:
        if window.kind == "not later than" and window.anchor is not None:
            return window.anchor, window.period
    return None


def is_settled(world: World, case: Case) -> bool:
    """Whether the present period is served already, has not begun, or is cut short and so not owed."""
    number = period_of(world, case)
    return clock_of(world, case) < anchor_of(case) or number in case.served or period_begins(case, number + 1) - 1 > world.window(case)[1]


def begun(world: World, case: Case) -> int:
    """Since when a case, or its present period, is open."""
    return period_begins(case, period_of(world, case)) if every(case) else case.opened
