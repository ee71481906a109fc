"""What two readings of one history are held to each other by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clausekit.norms.timeline import Timeline
from tests.norms.oracle_world import World

# What becomes of instances and of the treaty, and is compared.
OF_INSTANCES = frozenset({
    "opened", "fulfilled", "violated", "cured", "discharged", "lapsed", "used", "kept", "terminated", "suspended", "resumed", "honoured", "not honoured",
    "effect", "opposed",
})  # fmt: skip
OF_TREATY = frozenset({"in force", "withdrawn", "ended", "extended", "without effect"})
# Of whom it is told only where somebody answers for it, or has done it.
WITH_NAMES = frozenset({"violated", "not honoured", "used"})
Fate = tuple[int, str, tuple[str, ...], tuple[tuple[int, str, tuple[str, ...]], ...]]


def of_play(timeline: Timeline) -> tuple[Counter[Fate], Counter[tuple[int, str, tuple[str, ...]]]]:
    """What the reference semantics makes of a history."""
    lives: dict[int, list[tuple[int, str, tuple[str, ...]]]] = {opened.number: [] for opened in timeline.opened}
    treaty: Counter[tuple[int, str, tuple[str, ...]]] = Counter()
    for record in timeline.records:
        if record.instance >= 0 and record.kind in OF_INSTANCES:
            lives[record.instance].append(_told(record.at, record.kind, record.who))
        elif record.kind in OF_TREATY:
            treaty.update((record.at, record.kind, (name,) if name else ()) for name in record.who or ("",))
    norms = timeline.code.norms
    fates: Counter[Fate] = Counter()
    for opened in timeline.opened:
        norm = norms[opened.norm]
        fates[norm.number, norm.label, tuple(sorted(opened.bearers)), tuple(sorted(lives[opened.number]))] += 1
    return fates, treaty


def of_oracle(world: World) -> tuple[Counter[Fate], Counter[tuple[int, str, tuple[str, ...]]]]:
    """What the second reading makes of it."""
    fates: Counter[Fate] = Counter()
    for case in world.cases:
        life = tuple(sorted(_told(*each) for each in case.log if each[1] in OF_INSTANCES))
        fates[case.norm.number, case.norm.label, tuple(sorted(case.members)), life] += 1
    return fates, Counter((at, kind, (name,) if name else ()) for at, kind, who in world.log if kind in OF_TREATY for name in who or ("",))


def _told(at: int, kind: str, who: tuple[str, ...]) -> tuple[int, str, tuple[str, ...]]:
    return at, kind, tuple(sorted(who)) if kind in WITH_NAMES else ()


def differences(timeline: Timeline, world: World) -> Iterator[str]:
    """What one reading tells and the other does not."""
    for played, read in zip(of_play(timeline), of_oracle(world), strict=True):
        for each in played - read:
            yield f"play alone:   {each}"
        for each in read - played:
            yield f"oracle alone: {each}"
