"""Histories by chance for a generated treaty, as scenarios of the clause language: most of what happens is what the treaty speaks of."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from tests.norms.generate_terms import ACTS, EVENTS, FIRST, OUTSIDER, PARTIES, Made

NOUNS = {"suspend": "suspension", "resume": "resumption", "terminate": "termination", "withdraw": "withdrawal"}


def scenario(made: Made, seed: int) -> str:
    """A scenario by chance: between none and twenty events, some of them at one time, some at the edges of windows."""
    rng = Random(seed)
    begins = datetime.combine(date.fromisoformat(FIRST), datetime.min.time())
    moments: list[datetime] = [begins]
    lines: list[tuple[datetime, str]] = []
    if made.entry:
        for name in rng.sample((*PARTIES, *made.guarantors), k=len((*PARTIES, *made.guarantors))):
            if rng.random() < 0.9:
                at = begins + timedelta(hours=rng.randrange(24 * 6))
                lines.append((at, f"ratification by {name}"))
                moments.append(at)
    for _ in range(rng.choice((0, 2, 4, 5, 6, 8, 10, 12, 15, 20))):
        at = _moment(rng, moments, made)
        moments.append(at)
        lines += [(at, what) for what in _happens(rng, made)]
    told = "".join(f"  on {at:%Y-%m-%d} at {at:%H:%M}: {what}.\n" for at, what in sorted(_decided(lines), key=lambda line: line[0]))
    in_force = "" if made.entry else f"  in force from {FIRST}.\n"
    return f'scenario "By chance"\n{in_force}{told}'


def _decided(lines: list[tuple[datetime, str]]) -> list[tuple[datetime, str]]:
    """Of one thing, one measure at a time."""
    found: dict[tuple[datetime, str], tuple[datetime, str]] = {}
    for number, (at, what) in enumerate(lines):
        found[at, what.partition(" are ")[0] if what.startswith("tanks") else str(number)] = at, what
    return list(found.values())


def _moment(rng: Random, moments: list[datetime], made: Made) -> datetime:
    """Some time: at that of another event, at the edge of a period behind one, or anywhere."""
    begins = moments[0]
    form = rng.randrange(10)
    before = rng.choice(moments)
    if form <= 1:
        return before
    if form <= 3 and made.periods:
        number, unit = rng.choice(made.periods).split(" ")
        if unit.startswith("hour"):
            return before + timedelta(hours=int(number) + rng.choice((-1, 0, 1)))
        days = int(number) * {"day": 1, "week": 7, "month": 31 if rng.random() < 0.15 else 3}[unit.rstrip("s")]
        last = before.replace(hour=0) + timedelta(days=days)
        return max(begins, last + rng.choice((timedelta(hours=0), timedelta(hours=23), timedelta(hours=24), timedelta(hours=12))))
    if form <= 8:
        return before + timedelta(hours=rng.choice((1, 3, 5, 12, 20, 24, 30, 48, 72)))
    return begins + timedelta(hours=rng.randrange(24 * 10))


def _happens(rng: Random, made: Made) -> list[str]:
    """Something that happens; what several do is done by each, or by them together."""
    form = rng.randrange(24)
    who = rng.choice((*PARTIES, *PARTIES, *made.guarantors, *([OUTSIDER] if rng.random() < 0.1 else [])))
    if form <= 5:
        return [_event(rng, made)]
    if form <= 12:
        return _acts(rng, made, who)
    if form == 13:
        return [f"emergency {rng.choice(('begins', 'begins', 'ends'))}"]
    if form == 14:
        return [rng.choice((f"consent by {who}", f"objection by {who}", f"acceptance by {OUTSIDER}"))]
    if form == 15:
        label = rng.choice([label for _, label, _ in made.sentences])
        return [f"waiver of clause {label} by {' and '.join(rng.sample(PARTIES, rng.randint(1, 3)))}"]
    if form <= 20 and made.powers:
        return [_exercise(rng, made)]
    if form <= 22 and made.measured:
        return [f"tanks of {rng.choice(PARTIES)} are {rng.choice((50, 120, 180, 200, 250, 300))}"]
    return _acts(rng, made, who)


def _event(rng: Random, made: Made) -> str:
    event = rng.choice(made.events) if made.events and rng.random() < 0.8 else rng.choice(EVENTS)
    by = f" by {rng.choice(PARTIES)}" if rng.random() < 0.7 else ""
    on = f" on {rng.choice(PARTIES)}" if rng.random() < 0.6 else ""
    return f"{event}{by}{on}"


def _exercise(rng: Random, made: Made) -> str:
    verb_and_object, holder = rng.choice(made.powers)
    verb, _, what = verb_and_object.partition(" ")
    everybody = (*PARTIES, *made.guarantors)
    several = " and ".join(rng.sample(everybody, rng.choice((1, 2, 3, len(everybody), len(everybody))) if "Parties" in holder else 1))
    who = holder if holder in PARTIES and rng.random() < 0.7 else several
    if not what:
        return f"{rng.choice(('', '', '', 'revocation of '))}withdrawal by {who}"
    return f"{NOUNS[verb]} of {what} by {who}"


def _acts(rng: Random, made: Made, who: str) -> list[str]:
    if made.deeds and rng.random() < 0.6:
        return _deed(rng, made)
    act = rng.choice(made.acts) if made.acts and rng.random() < 0.85 else rng.choice(ACTS)
    if rng.random() < 0.25:
        several = rng.sample((*PARTIES, *made.guarantors), rng.choice((2, 2, 3)))
        if rng.random() < 0.5:
            return [_act(rng, act, each) for each in several]
        who = " and ".join(several)
    return [_act(rng, act, who)]


def _deed(rng: Random, made: Made) -> list[str]:
    """What a sentence speaks of, by those of whom it does so."""
    words, bearer = rng.choice(made.deeds)
    act, whom = words.split(" ")[0], words.split(" ")[-1] if words.startswith("pay") else " ".join(words.split(" ")[1:2])
    if bearer in (*PARTIES, OUTSIDER):
        return [_act(rng, act, bearer, whom)]
    among = made.guarantors if "Guarantor" in bearer else ("Alba", "Brena") if bearer == "Alba and Brena" else (*PARTIES, *made.guarantors)
    several = rng.sample(among, rng.choice((1, len(among), rng.randint(1, len(among)))))
    return [_act(rng, act, " and ".join(several), whom)] if rng.random() < 0.3 else [_act(rng, act, each, whom) for each in several]


def _act(rng: Random, act: str, who: str, whom: str = "") -> str:
    whom = whom if whom in PARTIES else rng.choice(("", "", *PARTIES))
    if act == "aid":
        amount = rng.choice(("", " of 50 troops", " of 100 troops", " of 200 troops", " of 200 troops", " of 400 troops"))
        return f"aid{whom and f' {whom}'} by {who}{amount}"
    if act == "pay":
        return f"pay{whom and f' to {whom}'} by {who}"
    where = " in Harbour" if rng.random() < 0.1 else ""
    return f"{act} by {who}{where}"
