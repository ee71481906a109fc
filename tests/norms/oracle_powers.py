"""What changes norms: powers exercised, notices that run out, provisions suspended and resumed, waivers, those who leave, and the end of the treaty."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.norms.history import Happening
from clausekit.norms.norm import Norm
from tests.norms.oracle_acts import may_use, whole
from tests.norms.oracle_closing import excuse
from tests.norms.oracle_events import needed, ways
from tests.norms.oracle_opening import bearers
from tests.norms.oracle_time import runs_until
from tests.norms.oracle_world import Case, Notice, Pause, World

KINDS = ("suspension", "resumption", "termination", "withdrawal")

# ---------------------------------------------------------------- exercise


def exercise_all(world: World) -> None:
    """The powers exercised at this instant take effect, but for those that another opposes."""
    found: list[tuple[Case, Happening]] = []
    for event in world.today():
        if event.name in KINDS and event.norm == -1:
            holders = [case for case in world.cases if is_holder(world, case, event)]
            found += [(case, event) for case in holders]
            if not holders:
                world.notes("without effect", event.by)
    for case, event in found:
        if any(opposes(case, other) for other, _ in found):
            case.becomes(world.now, "opposed")
        elif case.norm.notice is not None:
            world.notices.append(Notice(runs_until(world.now, case.norm.notice) + 1, case, event))
        else:
            takes_effect(world, case, event, event.by)
    pause_all(world)


def is_holder(world: World, case: Case, event: Happening) -> bool:
    """Whether an exercise fits a power: who, of what, when, on what condition, and as many as it takes."""
    norm = case.norm
    if norm.modality != "power" or case.state != "active" or not any(ways(act, event, case.bound) for act in norm.acts):
        return False
    acting = set(event.by) & set(world.present(case))
    enough = len(acting) >= (needed(norm.need, len(world.present(case))) if norm.mode in ("all", "number") else 1)
    first, last = world.window(case)
    return bool(acting) and enough and first <= world.now <= last and may_use(world, case)


def opposes(case: Case, other: Case) -> bool:
    """Whether one suspends what the other resumes."""
    one, another = case.norm.effect, other.norm.effect
    assert one is not None
    assert another is not None
    return {one.kind, another.kind} == {"suspension", "resumption"} and bool((one.provisions or frozenset()) & (another.provisions or frozenset()))


def takes_effect(world: World, case: Case, event: Happening, who: Iterable[str]) -> None:
    """What a power does, exercised by some."""
    effect = case.norm.effect
    assert effect is not None
    case.becomes(world.now, "effect")
    case.used = True
    if effect.kind == "suspension":
        length = next((window.period for window in case.norm.windows if window.kind == "for"), None)
        until = runs_until(world.now, length) + 1 if length is not None else None
        world.pauses.append(Pause(effect.provisions or frozenset(), case, until))
    elif effect.kind == "resumption":
        for pause in world.pauses:
            if pause.provisions & (effect.provisions or frozenset()):
                pause.provisions -= effect.provisions or frozenset()
        resume_all(world)
    elif effect.kind == "withdrawal":
        leave(world, [name for name in who if name in case.members])
    elif effect.provisions is None:
        end(world)
    else:
        cease(world, effect.provisions)


def notices_run_out(world: World) -> None:
    """A notice binds when it has run out, for whoever has not taken it back."""
    for notice in world.notices:
        if notice.at != world.now or world.over:
            continue
        revoked = {name for event in world.events for name in event.by if event.name == "revocation of withdrawal" and event.at >= notice.event.at}
        staying = [name for name in notice.event.by if name not in revoked and name not in world.left]
        if staying:
            takes_effect(world, notice.case, notice.event, staying)


# ---------------------------------------------------------------- suspension


def pause_all(world: World) -> None:
    """The clock stops for every case of what is suspended."""
    for case in world.cases:
        if case.state == "active" and world.is_paused(case.norm.provision):
            case.state = "suspended"
            case.log.append((world.now, "suspended", ()))
            case.pauses.append([world.now, world.now])


def resume_all(world: World) -> None:
    """And goes on."""
    for pause in list(world.pauses):
        if (pause.until is not None and pause.until <= world.now) or not pause.provisions:
            world.pauses.remove(pause)
    for case in world.cases:
        if case.state == "suspended" and not world.is_paused(case.norm.provision):
            case.state = "active"
            case.log.append((world.now, "resumed", ()))
            case.pauses[-1][1] = world.now


# ---------------------------------------------------------------- the end


def leave(world: World, names: Iterable[str]) -> None:
    """Who leaves is released from what is not yet due; what was violated, and the steps that this opened, goes on."""
    for name in names:
        if name in world.left or name not in world.parties:
            continue
        world.left[name] = world.now
        world.notes("withdrawn", [name])
        for case in world.cases:
            if case.state not in ("active", "suspended") or name not in case.members or case.is_step:
                continue
            if not world.present(case):
                case.becomes(world.now, "terminated")
            elif case.norm.modality in ("duty", "commitment"):
                whole(world, case)


def end(world: World) -> None:
    """The treaty ends."""
    if world.over or world.since is None:
        return
    world.notes("ended")
    for case in world.cases:
        if case.state in ("active", "suspended") and not case.is_step:
            case.becomes(world.now, "terminated")
    world.over = True


def cease(world: World, provisions: frozenset[int]) -> None:
    """Some provisions cease to apply."""
    for case in world.cases:
        if case.state in ("active", "suspended") and case.norm.provision in provisions and not case.is_step:
            case.becomes(world.now, "terminated")
    world.ceased |= provisions


# ---------------------------------------------------------------- waiver


def waive_all(world: World) -> None:
    """Only those to whom a duty is owed can waive, each for itself; where it is owed to nobody in particular, all the others must."""
    for event in world.today():
        if event.name != "waiver" or not event.clauses:
            continue
        for case in world.cases:
            if case.norm.modality != "duty" or case.norm.provision not in event.clauses or case.state not in ("active", "violated", "suspended"):
                continue
            owed = creditors(world, case.norm, case)
            case.waived_by |= set(event.by) & owed
            if owed and case.waived_by >= owed:
                excuse(world, case)


def creditors(world: World, norm: Norm, case: Case) -> set[str]:
    """To whom a duty is owed."""
    if norm.owed_to is None:
        return world.bound() - set(case.members)
    return set(bearers(norm.owed_to._replace(singly=norm.owed_to.names), case.bound, set())) - set(case.members)
