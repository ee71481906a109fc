"""Small treaties by chance, as clause files that a reader can follow, for two readings of their meaning to be held to each other."""

from __future__ import annotations

from random import Random

from tests.norms.generate_sentences import opening, power, sentence
from tests.norms.generate_terms import ACTS, EVENTS, GUARANTORS, OUTSIDER, PARTIES, Made

ARTICLES = {1: "Duties", 2: "Guarantees", 3: "Powers", 4: "Life"}


def treaty(seed: int) -> Made:
    """A treaty by chance."""
    made = Made(Random(seed))
    made.guarantors = GUARANTORS[: made.rng.choice((0, 1, 2, 2))]
    made.with_truce, made.with_breach = made.chance(40), made.chance(25)
    for _ in range(made.rng.randint(2, 5)):
        made.add(1, sentence(made))
    for make, percent in ((_guarantee, 25), (_powers, 40), (_need_not, 10), (_overriding, 12), (_reservation, 6)):
        if made.chance(percent):
            make(made)
    _life(made)
    return made


def text_of(made: Made) -> str:
    """The treaty as a clause file, without a scenario."""
    lines = ["treaty immediately means within 24 hours."]
    lines += [f"party {name}." for name in PARTIES]
    lines += [f"guarantor {name} pledging {amount} troops." for name, amount in zip(made.guarantors, (100, 200), strict=False)]
    lines += [f"state {OUTSIDER}.", "measure tanks of each Party in tanks."]
    lines += [f"action {act}{' in troops' if act == 'aid' else ''}." for act in ACTS]
    lines += [f"event {event}." for event in EVENTS]
    lines.append("status emergency.")
    if made.with_truce:
        lines.append("status truce begins on storm and ends on strike.")
    if made.with_breach:
        lines.append("event breach means alarm by Alba, or violation of article 1.")
    for article in sorted({number for number, _, _ in made.sentences}):
        lines.append(f'\narticle {article} "{ARTICLES[article]}"')
        lines += [f"  {label}: {text}" for number, label, text in made.sentences if number == article]
    return "\n".join(lines) + "\n"


# ---------------------------------------------------------------- what answers, changes and yields


def _guarantee(made: Made) -> None:
    if not made.guarantors:
        return
    who = made.one("The Guarantors jointly and severally", "The Guarantors jointly", "The Guarantors severally", "Elva")
    verb = "guarantees" if who == "Elva" else "guarantee"
    what = made.one("article 1", "article 1", f"clause {made.label()}", "the duties of Alba under article 1")
    within = f" within {made.period()}" if made.chance(70) else ""
    manner = " subsidiarily" if made.chance(15) else ""
    made.add(2, f"{who} {verb} {what}{within}{manner}.")


def _powers(made: Made) -> None:
    for _ in range(made.rng.randint(1, 3)):
        made.add(3, power(made))
    if any(what.startswith("suspend") for what, _ in made.powers) and made.chance(50):
        who = made.one(*PARTIES, "any Party")
        made.powers.append(("resume article 1", who))
        made.add(3, f"{who} may resume article 1.")


def _need_not(made: Made) -> None:
    made.variables = []
    begins = opening(made) if made.chance(40) else ""
    over = f" notwithstanding clause {made.label()}" if made.chance(40) else ""
    made.add(1, f"{begins}{made.one(*PARTIES)} need not {made.act()}{over}.")


def _overriding(made: Made) -> None:
    made.variables = []
    begins = opening(made) if made.chance(60) else ""
    act = made.act()
    closed = made.add(1, f"{made.one('Each Party', 'Alba', 'No Party')} shall not {act}.")
    within = f" within {made.period()}" if made.chance(50) else ""
    made.add(1, f"{begins}{made.one(*PARTIES, 'any Party')} {made.one('may', 'may', 'shall')} {act}{within} notwithstanding clause {closed}.")


def _reservation(made: Made) -> None:
    made.add(4, f"reservation by {made.one(*PARTIES)} to clause {made.label()}: excluded.")


def _life(made: Made) -> None:
    if made.chance(25):
        when = made.one("on ratification by all Parties", "on ratification by at least 2 Parties", "3 days after ratification by at least 2 Parties")
        made.entry = when
        made.add(4, f"enters into force {when}.")
    if made.chance(15):
        length = made.one("10 days", "15 days", "1 month", "1 week")
        renewed = ", renewed for 1 week, unless objection by any Party not later than 2 days before expiry" if made.chance(60) else ""
        made.add(4, f"remains in force for {length}{renewed}.")
    if made.chance(10):
        made.add(4, f"{made.one('this treaty', 'article 1')} ceases {made.one('on', '2 days after')} {made.one(*EVENTS)}.")
    if made.chance(8):
        made.add(4, f"article 1 ceases on {EVENTS[0]}.")
        made.add(4, made.one(f"article 1 applies again on {EVENTS[1]}.", f"If not consent by Alba within 3 days of {EVENTS[1]}, then article 1 applies again."))
