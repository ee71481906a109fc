"""What comes of a norm when its window has closed, its period has ended, or what excepts it has come about."""

from __future__ import annotations

from clausekit.norms.norm import Guard
from tests.norms.oracle_acts import answerers, backward, begun, every, is_settled, is_whole, period_begins, period_of
from tests.norms.oracle_time import has_passed, still_before
from tests.norms.oracle_world import Case, World, met


def close_all(world: World) -> None:
    """Windows that have closed, and periods that have ended, with the instant before this one."""
    for case in list(world.cases):
        if case.state == "suspended":
            _ends_meanwhile(world, case)
        if case.state != "active":
            continue
        if every(case):
            _period_ends(world, case)
        elif backward(case) is not None:
            _is_judged_by_event(world, case)
        elif world.window(case)[1] < world.now:
            closes(world, case)


def _period_ends(world: World, case: Case) -> None:
    number = 0
    while period_begins(case, number + 1) < world.now:
        number += 1
    ends = period_begins(case, number + 1)
    last = world.window(case)[1]
    if ends == world.now and ends - 1 <= last and number not in case.served and case.norm.modality != "permission":
        case.served.add(number)
        fails(world, case)
    if ends == world.now:
        case.given = [each for each in case.given if each[0] >= world.now]
        case.waived_by.clear()
    if last < world.now and case.is_open:
        case.becomes(world.now, "terminated")


def _ends_meanwhile(world: World, case: Case) -> None:
    """The event that a norm ends with, or is judged by, happens while its provision is suspended: nothing is violated."""
    sight = world.sight()
    for window in case.norm.windows:
        anchors = [window.anchor] if window.kind in ("before", "until", "not later than") and window.anchor is not None else []
        if window.clocks and window.kind == "until" and _last_so_far(world, case) == world.now - 1:
            anchors += [clock.anchor for clock in window.clocks if clock.anchor is not None and clock.period is None]
        runs_on = window.period is not None and window.kind == "until" and has_passed(world.now, window.period) > world.now
        if runs_on or not any(world.now in sight.instants(anchor, case.bound) for anchor in anchors):
            continue
        if window.kind == "not later than" and is_whole(world, case, still_before(world.now, window.period)):  # type: ignore[arg-type]
            case.becomes(world.now, "fulfilled")
        elif case.norm.modality in ("duty", "commitment"):
            case.becomes(world.now, "terminated" if window.kind == "until" else "discharged")
        else:
            closes(world, case)
        return


def _last_so_far(world: World, case: Case) -> int:
    """The last instant of the window of a suspended case, if it were resumed now: what is dated has moved by as long as its time has stood still."""
    pause = case.pauses[-1]
    pause[1] = world.now
    last = world.window(case)[1]
    pause[1] = pause[0]
    return last


def _is_judged_by_event(world: World, case: Case) -> None:
    anchor, period = backward(case) or (None, None)
    instants = world.sight().instants(anchor, case.bound)  # type: ignore[arg-type]
    if world.now not in instants:
        return
    limit = still_before(world.now, period)  # type: ignore[arg-type]
    case.given = [each for each in case.given if each[0] <= limit]  # the rest turns out to have been too late
    if is_whole(world, case):
        case.becomes(world.now, "fulfilled")
    else:
        fails(world, case, limit)


def closes(world: World, case: Case) -> None:
    """What comes of a case whose window has closed without the act."""
    kind = case.norm.modality
    if kind == "prohibition":
        if case.violated:
            case.state = "violated"
        else:
            case.becomes(world.now, "kept")
    elif kind in ("permission", "power", "exemption"):
        if case.used:
            case.state = "used"
        else:
            case.becomes(world.now, "lapsed", case.members)
    elif case.norm.ensured is not None and not ensures_event(case):
        _ensured_by_now(world, case)
    else:
        fails(world, case)


def fails(world: World, case: Case, closed: int | None = None) -> None:
    """A duty that was not done in time: discharged if nothing was owed after all, else violated."""
    unmet = any(guard.kind == "provided that" and not met(world, guard.condition, case, 0) for guard in case.norm.guards)
    who = [name for name in answerers(world, case) if not is_exempt(world, case, name, world.now - 1 if closed is None else closed)]
    if unmet or not who:
        case.log.append((world.now, "discharged", ()))
        case.state = case.state if every(case) else "discharged"
        return
    if case.norm.modality == "commitment":
        case.becomes(world.now, "not honoured", who)
        return
    case.becomes(world.now, "violated", who)
    if not every(case):
        case.state = "violated"
    world.happens("violation", who, [case.norm.provision], case.norm.number)


# ---------------------------------------------------------------- what must be ensured


def ensures_event(case: Case) -> bool:
    """Whether what must be ensured is that something happens."""
    return any(test.pattern is not None and not test.negated for alternative in case.norm.ensured or () for test in alternative)


def has_deadline(case: Case) -> bool:
    """Whether what must be so need only be so by some time."""
    return any(window.kind in ("within", "by") for window in case.norm.windows)


def ensure_all(world: World) -> None:
    """What must be ensured: that something happens, by whomever; that something is so, each time that it ceases to be; that something does not happen."""
    for case in world.cases:
        if case.norm.ensured is None or not (case.is_open or (case.state == "suspended" and ensures_event(case))):
            continue
        first, last = world.window(case)
        if not (first <= world.now and (world.now <= last or not case.is_open)):
            continue
        if ensures_event(case):
            if met(world, case.norm.ensured, case, case.opened):
                case.becomes(world.now, "fulfilled", case.members)
                world.happens("fulfilment", case.members, [case.norm.provision], case.norm.number)
        elif not has_deadline(case):
            is_otherwise = _is_otherwise(world, case)
            if is_otherwise and not case.unmet:
                case.violated = True
                case.becomes(world.now, "violated", case.members)
                world.happens("violation", case.members, [case.norm.provision], case.norm.number)
            case.unmet = is_otherwise


def forget_events(world: World) -> None:
    """What happened an hour ago is over: when it happens again, that is another time."""
    for case in world.cases:
        if case.norm.ensured is not None and any(test.pattern is not None for alternative in case.norm.ensured for test in alternative):
            case.unmet = False


def _is_known(world: World, case: Case) -> bool:
    """Whether anything was told of what must be so."""
    tests = [test for alternative in case.norm.ensured or () for test in alternative]
    return all(test.kind != "measured" or world.sight().measured(test, case.bound) is not None for test in tests)


def _is_otherwise(world: World, case: Case) -> bool:
    assert case.norm.ensured is not None
    return _is_known(world, case) and not met(world, case.norm.ensured, case, world.now)


def _ensured_by_now(world: World, case: Case) -> None:
    assert case.norm.ensured is not None
    if not has_deadline(case):
        case.state = "violated"
        if not case.violated:
            case.becomes(world.now, "kept")
    elif not _is_known(world, case):
        case.becomes(world.now, "discharged")
    elif met(world, case.norm.ensured, case, 0):
        case.becomes(world.now, "fulfilled")
    else:
        case.becomes(world.now, "violated", case.members)
        case.state = "violated"
        world.happens("violation", case.members, [case.norm.provision], case.norm.number)


# ---------------------------------------------------------------- what excuses


def is_exempt(world: World, case: Case, name: str, closed: int) -> bool:
    """Whether `need not` covers a duty of somebody: by precedence, or as the more special rule."""
    for other in world.cases:
        if other.norm.modality != "exemption" or not other.is_open or name not in other.members or other.opened > max(closed, case.opened):
            continue
        if not any(act.name == duty.name for act in other.norm.acts for duty in case.norm.acts):
            continue
        prevails = case.norm.provision in other.norm.prevails_over or other.norm.provision in case.norm.yields_to
        fewer = set(other.norm.bearer.names) < set(case.norm.bearer.names)
        on_a_condition = (other.norm.trigger is not None and case.norm.trigger is None) or (bool(other.norm.guards) and not case.norm.guards)
        if prevails or fewer or on_a_condition:
            return True
    return False


def discharge_all(world: World) -> None:
    """What is excepted: `unless` from the trigger to the close, and what hangs on a state of affairs that is not so. Each period is judged by itself."""
    for case in world.cases:
        if case.state not in ("active", "suspended") or case.norm.modality not in ("duty", "commitment"):
            continue
        if any(_excuses(world, case, guard) for guard in case.norm.guards):
            excuse(world, case)


def excuse(world: World, case: Case) -> None:
    """Nothing is owed after all; of what recurs, not for this period."""
    if not every(case):
        case.becomes(world.now, "discharged")
    elif not is_settled(world, case):
        case.served.add(period_of(world, case))
        case.log.append((world.now, "discharged", ()))


def _excuses(world: World, case: Case, guard: Guard) -> bool:
    if guard.kind in ("unless", "except"):
        return met(world, guard.condition, case, begun(world, case))
    is_state = all(test.pattern is None for alternative in guard.condition for test in alternative)
    return guard.kind == "provided that" and is_state and not met(world, guard.condition, case, 0)
