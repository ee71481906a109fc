"""Sentences by chance: who owes or may do what, when, on what condition, and failing which."""

from __future__ import annotations

from tests.norms.generate_terms import DATES, OUTSIDER, PARTIES, SHORT, Made


def sentence(made: Made) -> str:
    """A sentence that binds, with the steps of its ladder."""
    made.variables = []
    begins = opening(made) if made.chance(65) else ""
    if made.chance(8):
        return f"{begins}{_ensuring(made, triggered=bool(begins))}."
    kind = made.rng.choices(("duty", "prohibition", "permission", "commitment"), (60, 18, 14, 8))[0]
    core = _core(made, kind, triggered=bool(begins))
    ladder = "".join(f",\n    failing which {_step(made)}" for _ in range(made.rng.choice((0, 0, 0, 1, 1, 2))))
    return f"{begins}{core}{ladder}."


# ---------------------------------------------------------------- what opens


def opening(made: Made) -> str:
    """What opens a norm."""
    return made.rng.choice(OPENINGS)(made)


def _event(made: Made) -> str:
    return "If breach, then " if made.with_breach and made.chance(30) else f"If {made.event()}, then "


def _by_author(made: Made) -> str:
    made.variables.append("author")
    return f"If {made.event()} by any Party as author, then "


def _on_victim(made: Made) -> str:
    made.variables.append("victim")
    return f"If {made.event()} on any Party as victim, then "


def _by_one(made: Made) -> str:
    return f"If {made.event()} by {made.one(*PARTIES)}, then "


def _several(made: Made) -> str:
    event = made.event()
    return f"If {event} {made.one('and', 'or')} if {made.event(event)}, then "


def _with_state(made: Made) -> str:
    return f"If {made.event()} and if {'not ' if made.chance(30) else ''}{_status(made)}, then "


def _state(made: Made) -> str:
    if made.chance(40):
        made.measured = True
        if made.chance(40):
            return f"If tanks of {made.one(*PARTIES)} {made.one('exceed 200', 'are at least 150', 'are below 100')}, then "
        made.variables.append("author")
        return "If tanks of any Party as author exceed 200, then "
    return f"If {_status(made)}, then " if made.chance(50) else f"While {_status(made)}, "


def _after_violation(made: Made) -> str:
    if not made.sentences:
        return _event(made)
    made.variables.append("author")
    return f"If violation of clause {made.label()} by any Party as author, then "


def _absence(made: Made) -> str:
    return f"If not {made.act()} by {made.one(*PARTIES)} within {made.period()} of {made.event()}, then "


def _act_of(made: Made) -> str:
    return f"If {made.act()} by {made.one(*PARTIES)}, then "


def _counted(made: Made) -> str:
    return f"If {made.act()} by {made.one('at least 2 Parties', 'a majority of the Parties', 'all Parties')}, then "


def _status(made: Made) -> str:
    return made.one("truce", "emergency") if made.with_truce else "emergency"


OPENINGS = (
    *(_event, _event, _by_author, _by_author, _on_victim, _by_one, _several, _several),
    *(_with_state, _state, _after_violation, _absence, _act_of, _counted),
)


# ---------------------------------------------------------------- what is owed


def _core(made: Made, kind: str, *, triggered: bool) -> str:
    bearer, is_many = _bearer(made, kind, triggered=triggered)
    modal = {"duty": "shall", "prohibition": "shall not", "permission": "may", "commitment": "should"}[kind]
    act = _act(made, kind, is_many=is_many)
    made.deeds.append((act, bearer))
    if not is_many and kind in ("duty", "permission") and made.chance(8):
        often = made.one("at least 2 times", "exactly 1 time") if kind == "duty" else made.one("at most 1 time", "at most 2 times")
        return f"{bearer} {modal} {act} {often} every {made.short()}"
    each = " for each occurrence" if kind == "duty" and triggered and " of " not in act and made.chance(10) else ""
    return f"{bearer} {modal} {act}{_time(made, kind)}{each}{_qualifier(made, kind)}"


def _ensuring(made: Made, *, triggered: bool) -> str:
    if made.chance(25):
        return f"{made.one(*PARTIES)} shall ensure that {made.event()}{made.one(f' within {made.period()}', f' by {made.one(*DATES)}')}"
    if made.chance(25) and not triggered:
        return f"{made.one(*PARTIES)} shall ensure that not {made.event()}"
    made.measured = True
    when = made.one("", "", "", f" within {made.period()}", f" by {made.one(*DATES)}", f" from {made.one(*DATES)}", f" until {made.one(*DATES)}")
    whose = made.one("that Party", "that Party", *PARTIES)
    who = "Each Party" if whose == "that Party" else whose
    return f"{who} shall ensure that tanks of {whose} are {made.one('at most 200', 'at least 100', 'below 150')}{when}"


def _step(made: Made) -> str:
    waits = f"if {made.event()}{made.one('', f' by {made.one(*PARTIES)}')}, then " if made.chance(12) else ""
    if made.chance(12):
        return waits + _application(made)
    kind = made.rng.choices(("duty", "permission", "prohibition", "power"), (70, 10, 5, 15))[0]
    if kind == "power":
        who = made.one("any Party", *PARTIES)
        return f"{waits}{who} may {changes(made, who)}"
    bearer, is_many = _bearer(made, kind, triggered=True)
    modal = {"duty": "shall", "prohibition": "shall not", "permission": "may"}[kind]
    within = f" within {made.period()}" if made.chance(85) else ""
    act = _act(made, kind, is_many=is_many)
    made.deeds.append((act, bearer))
    return f"{waits}{bearer} {modal} {act}{within}"


def _application(made: Made) -> str:
    """A step that is a sentence on the life of the treaty."""
    what = made.one("article 1 ceases", "article 1 is suspended", "article 1 is suspended", "article 1 applies again", "this treaty ceases")
    return what + made.one("", "", "", f" on {made.event()}", f" {made.short()} after {made.event()}")


def _bearer(made: Made, kind: str, *, triggered: bool) -> tuple[str, bool]:
    """A bearer, and whether it is several who hold one norm."""
    singles = [*PARTIES, "each Party", "each other Party"] if triggered else [*PARTIES, "each Party"]
    singles += ["author", "author"] if "author" in made.variables else []
    singles += ["each Guarantor"] if made.guarantors else []
    singles += [OUTSIDER] if made.chance(20) else []
    many = ["the Parties", "any Party", "at least 2 Parties", "a majority of the Parties", "Alba and Brena", "the Parties jointly"]
    many += ["the Guarantors jointly", "the Guarantors jointly and severally", "any Guarantor"] if made.guarantors else []
    if kind == "prohibition":
        singles += ["no Party", "the Parties"]
    if kind in ("duty", "commitment") and made.chance(40):
        return made.one(*many), True
    if kind == "permission" and made.chance(25):
        return made.one("any Party", "the Parties"), False
    return made.one(*singles), False


def _act(made: Made, kind: str, *, is_many: bool) -> str:
    act = made.act()
    if act == "aid":
        whom = "victim" if "victim" in made.variables else made.one("Corva", "Brena")
        amount = f" of at least {made.one('100', '150')} troops" if kind == "duty" and (is_many or made.chance(50)) else ""
        return f"aid {whom}{amount}" if made.chance(60) else f"aid{amount}"
    if act == "pay":
        return made.one("pay", "pay to Corva", "pay to Alba")
    return act


# ---------------------------------------------------------------- when, and on what condition


def _time(made: Made, kind: str) -> str:
    event = made.event()
    if kind == "prohibition":
        return made.one(
            "", "", f" until {event}", f" before {event}", f" until {made.one(*DATES)}", f" from {made.one(*DATES)}", f" for {made.period()}",
            f" until {made.period()} after {event}", f" after {made.one(*DATES)}", f" until the later of {event} and {made.one(*DATES)}",
        )  # fmt: skip
    forms = [
        "", f" within {made.period()}", f" within {made.period()}", f" within {made.period()}", f" within {made.period()} of {event}",
        f" by {made.one(*DATES)}", f" before {made.one(*DATES)}", f" before {event}", " immediately", " as soon as possible",
        f" by the earlier of {made.one(*DATES)} and {made.period()} after {event}", f" by the later of {made.one(*DATES)} and {event}",
        f" within 2 to 5 days of {event}", f" exactly {made.short()} after {event}", f" at the same time as {event}",
    ]  # fmt: skip
    if kind == "duty":
        forms += [f" not later than {made.short()} before {event}", f" every {made.short()}", f" every {made.short()} for 10 days"]
        forms += [f" every {made.short()} until {event}", f" every {made.one('12 hours', '1 week')}", f" every 3 days from {made.one(*DATES)}"]
    return made.one(*forms)


def _qualifier(made: Made, kind: str) -> str:
    if not made.chance(30):
        return ""
    event = made.event()
    what = made.one(event, f"{event} by Brena", f"already {event}", _status(made), "consent by Corva", "tanks of Alba exceed 200")
    made.measured = made.measured or what.startswith("tanks")
    if kind == "prohibition":
        return made.one(f" unless {what}", " except in Harbour", f" except if {what}")
    return made.one(f" unless {what}", f" provided that {what}")


# ---------------------------------------------------------------- powers


def changes(made: Made, who: str) -> str:
    """What a power of somebody does."""
    what = made.one("suspend article 1", "suspend article 1", "suspend article 1", "resume article 1", "terminate this treaty")
    made.powers.append((what, who))
    return what


def power(made: Made) -> str:
    """A power by a sentence of its own."""
    made.variables = []
    begins = opening(made) if made.chance(25) else ""
    who = made.one(*PARTIES, "any Party", "any Party", "The Parties jointly", "The Parties acting by a majority", "The Parties acting by unanimity")
    if made.chance(30):
        who = made.one(*PARTIES, "any Party")
        made.powers.append(("withdraw", who))
        notice = f" with {made.one('2 days', '5 days', '12 hours', '1 month')} notice" if made.chance(70) else ""
        earliest = f", not earlier than {made.one(*SHORT)} after entry into force" if made.chance(30) and not begins else ""
        return f"{begins}{who} may withdraw{notice}{earliest}."
    what = changes(made, who)
    length = f" for {made.period()}" if what.startswith("suspend") and made.chance(30) else ""
    return f"{begins}{who} may {what}{length or made.one('', '', f' within {made.period()}')}."
