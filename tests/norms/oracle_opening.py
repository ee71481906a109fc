"""What opens a norm, and for whom: events, what stands, steps of ladders, guarantees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from clausekit.norms.history import Happening
from clausekit.norms.norm import Norm, Who
from tests.norms.oracle_events import Bound, is_of_states
from tests.norms.oracle_time import NEVER
from tests.norms.oracle_world import Case, World, met

FAILED = ("violated", "lapsed", "not honoured")


def opens(
    world: World,
    norm: Norm,
    bound: Bound,
    doers: set[str],
    cause: Case | None = None,
    *,
    only: set[str] | None = None,
    openers: Sequence[Happening] = (),
    at: int | None = None,
) -> None:
    """Open a norm: once for each of those who hold it singly, else once for all of them together; the same in one instant is one opening."""
    key = (norm.number, tuple(sorted(bound.items())), id(cause) if norm.guaranteed is not None else 0, tuple(sorted(only or ())))
    if key in world.opened_now:
        return
    world.opened_now.add(key)
    if world.is_paused(norm.provision) or (cause is None and norm.provision in world.ceased):
        return  # nothing is opened by what happens in the hour in which it applies again
    failed = NEVER if cause is None else cause.failed if cause.is_step else world.now if at is None else at
    held = bearers(norm.bearer, bound, doers, is_response=cause is None)
    members = [name for name in held if is_bound(world, name, cause, failed) and (name, norm.provision) not in world.code.excluded]
    members = [name for name in members if only is None or name in only]
    if norm.guaranteed is not None and cause is not None:
        members = [name for name in members if not any(at == world.now and kind == "violated" and name in who for at, kind, who in cause.log)]
    groups = [(name,) for name in members] if norm.mode == "each" else [tuple(members)] if members else []
    for group in groups:
        mine = {**bound, norm.bearer.binds: group[0]} if norm.bearer.binds and norm.mode == "each" else dict(bound)
        case = Case(len(world.cases), norm, group, mine, world.now, cause, failed=failed, openers=list(openers))
        world.cases.append(case)
        case.becomes(world.now, "opened")
        if world.window(case)[1] < case.opened:
            case.becomes(world.now, "discharged")  # its time had passed before it was opened


def is_bound(world: World, name: str, cause: Case | None, failed: int) -> bool:
    """Whether somebody is bound when a norm is opened. A step goes on for whoever was bound when the violation was that it goes back to."""
    if cause is None:
        return name in world.binds()
    if name in world.accepted:
        return True
    return name in world.parties and (name not in world.left or world.left[name] >= failed)


def bearers(who: Who, bound: Bound, doers: set[str], *, is_response: bool = True) -> list[str]:
    """Those who can hold a norm: less whoever takes part in what triggered it, and less its author unless named singly."""
    if who.refers:
        return [bound[who.refers]] if who.refers in bound else []
    left_out = doers | set(bound.values()) if who.other else doers - set(who.singly) if is_response else set()
    return [name for name in who.names if name not in left_out]


def open_all(world: World) -> None:
    """Everything that this instant opens."""
    for norm in world.code.norms:
        if world.since is None:
            return
        if norm.guaranteed is None and not norm.after and not world.over:
            _triggered(world, norm)
    answer_all(world)


def answer_all(world: World) -> None:
    """The steps and the guarantees that answer for what has failed at this instant."""
    for norm in world.code.norms:
        if norm.guaranteed is not None:
            _guarantees(world, norm)
        elif norm.after:
            _steps(world, norm)


def stand_all(world: World) -> None:
    """What stands, for everybody who has come to be bound."""
    for norm in world.code.norms:
        if world.since is not None and not world.over and norm.trigger is None and not norm.after and norm.guaranteed is None:
            _lasting(world, norm)


def _triggered(world: World, norm: Norm) -> None:
    sight = world.sight()
    if norm.trigger is None:
        return
    found: dict[tuple[tuple[str, str], ...], tuple[Bound, list[Happening]]] = {}
    for bound, events in sight.fires(norm.trigger):
        found.setdefault(tuple(sorted(bound.items())), (bound, []))[1].extend(events)
    if not world.is_dusk and sight.runs_out(norm.trigger):
        found.setdefault((), ({}, []))
    for bound, events in found.values():
        if is_time(world, norm, bound):
            opens(world, norm, bound, {name for event in events for name in event.by if not norm.timed or norm.bearer.other}, openers=events)
    if any(is_of_states(alternative) for alternative in norm.trigger):
        _lasting(world, norm)


def is_time(world: World, norm: Norm, bound: Bound) -> bool:
    """Whether the state of affairs lasts while which alone a norm binds."""
    return all(world.sight().is_met(guard.condition, bound, world.now) for guard in norm.guards if guard.kind == "while")


def _lasting(world: World, norm: Norm) -> None:
    """What stands, or is opened by a state of affairs, for everybody whose state it may be."""
    roles = [role for alternative in norm.trigger or () if is_of_states(alternative) for test in alternative for role in test.roles if role.who.binds]
    for names in product(*(role.who.names for role in roles)):
        _lasts(world, norm, dict(zip((role.who.binds for role in roles), names, strict=True)))


def _lasts(world: World, norm: Norm, bound: Bound) -> None:
    """For everybody who is bound while it is so and does not hold it yet."""
    place = norm.number, tuple(sorted(bound.items()))
    is_so = norm.trigger is None or world.sight().stands(norm.trigger, bound)
    if not is_so or not is_time(world, norm, bound) or norm.provision in world.ceased:
        world.held.pop(place, None)
        return
    named = (*norm.bearer.names, *(bound[each] for each in (norm.bearer.refers,) if each in bound))
    missing = world.binds() & set(named) - world.held.get(place, set())
    if world.is_paused(norm.provision):
        if norm.trigger is not None:  # while suspended nothing triggers
            world.held.setdefault(place, set()).update(missing)
        return
    if not missing:
        return
    joins = norm.mode != "each" and bool(world.held.get(place))
    world.held.setdefault(place, set()).update(missing)
    if not joins:
        opens(world, norm, bound, set(), only=missing)
        return
    for case in world.cases:
        if case.norm is norm and case.state in ("active", "suspended"):
            more = [name for name in norm.bearer.names if name in missing and name not in case.members]
            case.members += tuple(name for name in more if (name, norm.provision) not in world.code.excluded)


def _steps(world: World, norm: Norm) -> None:
    """A step of a ladder: one for all failures before it that now let it come about for the same variables, of everybody who answers for one of them."""
    for case in list(world.cases):
        answering = failed_now(world, case)
        is_known = any(waiting[0] is norm and waiting[1] is case for waiting in world.waiting)
        if case.norm.number in norm.after and case.clears and answering is not None and not is_known:
            world.waiting.append((norm, case, answering, world.now))
    ready: dict[tuple[tuple[str, str], ...], list[tuple[Case, set[str], int]]] = {}
    for waiting in list(world.waiting):
        step, case, doers, at = waiting
        if step is norm and case.clears and (norm.trigger is None or met(world, norm.trigger, case, case.opened)):
            world.waiting.remove(waiting)
            ready.setdefault(tuple(sorted(case.bound.items())), []).append((case, doers, at))
    for failures in ready.values():
        case, _, at = min(failures, key=lambda failure: (failure[2], failure[0].number))
        opens(world, norm, dict(case.bound), set().union(*(doers for _, doers, _ in failures)), case, at=at)


def failed_now(world: World, case: Case) -> set[str] | None:
    """Who answers for a failure of a case at this instant; None where there is none."""
    failed = [who for at, kind, who in case.log if at == world.now and kind in FAILED]
    return {name for who in failed for name in who} if failed else None


def _guarantees(world: World, norm: Norm) -> None:
    for case in list(world.cases):
        answering = {name for at, kind, who in case.log for name in who if at == world.now and kind == "violated"}
        if answering and case.norm.provision in (norm.guaranteed or ()) and (not norm.duties_of or answering & set(norm.duties_of)):
            opens(world, norm, {}, set(), case)
