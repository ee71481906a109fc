"""Small treaties by chance, each of a few sentences about few events, for every answer of the prover to be held to every short history.

The forms are those that `tables` reads. They are weighed so that each question is answered with yes by some treaties and with no by more: sentences share their
events and acts, windows are short, and now and then two sentences are made together (one repeats the other with a longer deadline, is its contrary, or hangs on
what it forbids).
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

PARTIES = ("Alba", "Brena", "Corva")
EVENTS = ("alarm", "storm")
ACTS = ("report", "cross")


class Made(NamedTuple):
    """A treaty: its text, the sentence of its expectation for those that have one, and how many hours its unit of time has."""

    text: str
    step: int
    expectations: tuple[str, ...]


class _Maker:
    """One treaty that is being made."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.parties = PARTIES[:2] if self.chance(75) else PARTIES
        self.unit = "day" if self.chance(20) else "hour"
        self.acts = ACTS if self.chance(60) and len(self.parties) == 2 else ACTS[:1]
        self.events = EVENTS if self.chance(50) else EVENTS[:1]
        self.state = self.one("", "", "", "truce", "arms")
        self.counted = self.chance(12)
        self.sentences: list[str] = []
        self.labels: list[str] = []
        self.owed: list[tuple[str, str, str]] = []
        """What sentences that are hung on an event alone ask of one Party: who, whether not, what."""

    def one(self, *choices: str) -> str:
        return self.rng.choice(choices)

    def chance(self, percent: int) -> bool:
        return self.rng.randrange(100) < percent

    def add(self, said: str) -> None:
        self.labels.append(f"c{len(self.sentences) + 1}")
        self.sentences.append(f"  {self.labels[-1]}: {said}.")

    # ------------------------------------------------------------ parts

    def period(self, *, least: int = 0) -> str:
        number = self.rng.randint(least, 2)
        return f"{number} {self.unit}{'' if number == 1 else 's'}"

    def within(self) -> str:
        if self.chance(15):
            low = self.rng.randint(1, 2)
            return f" within {low} to {low + self.rng.randint(0, 1)} {self.unit}s"
        return f" within {self.period()}"

    def bearer(self) -> tuple[str, str]:
        """A bearer with its modal: of a duty."""
        party = self.one(*self.parties)
        return self.rng.choice((
            (party, "shall"), (party, "shall"), (party, "shall"), ("each Party", "shall"), ("the Parties", "jointly shall"),
            ("the Parties", "jointly and severally shall"), (party, "should"),
        ))  # fmt: skip

    def trigger(self) -> str:
        """An opening; empty for a sentence that stands from entry into force on."""
        event = self.one(*self.events)
        act = self.one(*self.acts)
        forms = [f"If {event}, then "] * 6 + ["", f"If {act} by {self.one(*self.parties)}, then ", f"If {act}, then "]
        if len(self.events) == 2:
            forms.append(f"If {EVENTS[0]} and if {EVENTS[1]}, then ")
        if self.state:
            is_so = "truce" if self.state == "truce" else "arms exceed 100"
            contrary = "not truce" if self.state == "truce" else is_so
            forms += [f"If {event} and if {is_so}, then ", f"If {event} and if {contrary}, then ", f"While {is_so}, ", f"If {is_so}, then "] * 2
        return self.rng.choice(forms)

    def amount(self, act: str) -> str:
        return f" of at least {self.one('5', '10')} troops" if self.counted and act == ACTS[0] else ""

    def exception(self) -> str:
        if not self.chance(20):
            return ""
        event = self.one(*self.events, *(["truce"] if self.state == "truce" else []))
        return f", unless {event}"

    # ------------------------------------------------------------ sentences

    def duty(self) -> str:
        who, modal = self.bearer()
        act = self.one(*self.acts)
        if self.chance(16):
            who = self.one("each other Party", "the other Parties")
        said = f"{self.trigger()}{who} {modal} {act}{self.amount(act)}{self.within()}{self.exception()}"
        if self.chance(25):
            other = next((each for each in self.acts if each != act), act)
            step, modal = self.bearer()
            said += f", failing which {step} {modal} {other}{self.amount(other)}{self.within()}"
        return said

    def prohibition(self) -> str:
        act = self.one(*self.acts)
        precedence = f", notwithstanding clause {self.one(*self.labels)}" if self.labels and self.chance(15) else ""
        time = self.within() if self.chance(60) and not precedence else ""
        return f"{self.trigger()}{self.one(*self.parties, 'each Party')} shall not {act}{time}{precedence}{self.exception()}"

    def permission(self) -> str:
        act = self.one(*self.acts)
        precedence = f", notwithstanding clause {self.one(*self.labels)}" if self.labels and self.chance(50) else ""
        return f"{self.trigger()}{self.one(*self.parties, 'each Party')} may {act}{self.within() if self.chance(50) else ''}{precedence}"

    def exemption(self) -> str:
        return f"{self.one(*self.parties)} need not {self.one(*self.acts)}"

    def variation(self) -> str:
        """A sentence about the same as one before: a clash with it, or what it says already."""
        event, act, party = self.one(*self.events), self.one(*self.acts), self.one(*self.parties)
        form = self.rng.randrange(4)
        low = self.rng.randint(0, 1)
        if form == 0:
            self.add(f"If {event}, then {party} shall {act}{self.amount(act)} within {low} {self.unit}s")
            self.owed.append((event, party, f"{act} within {low} {self.unit}s"))
            return f"If {event}, then {party} shall {act}{self.amount(act)} within {low + self.rng.randint(0, 1)} {self.unit}s"
        if form == 1:
            self.add(f"If {event}, then {party} shall {act}{self.amount(act)} within {low} {self.unit}s")
            return f"If {self.one(*self.events)}, then {party} shall not {act} within {low + self.rng.randint(0, 1)} {self.unit}s"
        if form == 2:
            self.add(f"{party} shall not {act}")
            self.owed.append(("", party, f"not {act}"))
            return f"If {act} by {party}, then {self.one(*self.parties)} shall {self.one(*self.acts)} within {self.period()}"
        self.add(f"{self.trigger()}{party} may {act}")
        self.owed.append(("", party, f"not {act}"))
        return f"{party} shall not {act}"

    def expectation(self) -> str:
        """An expectation: mostly of what some sentence asks for."""
        act, party, event, bound = self.one(*self.acts), self.one(*self.parties), self.one(*self.events), self.period()
        if self.owed and self.chance(85):
            opening, party, bound = self.rng.choice(self.owed)
            act = bound.partition(" ")[0]
            if bound.startswith("not "):
                act = bound.removeprefix("not ")
                return self.one(
                    f"possible that {act} by {party}", f"possible that {act} by {party}", f"never {act} by {party}", f"{act} by {party} only if {event}"
                )
            if opening:
                return self.one(f"if {event}, then {party} shall {bound}", f"if {opening}, then {party} shall {bound}")
        return self.one(f"never {act} by {party}", f"{act} by {party} only if {event}", f"possible that {act} by {party}", f"{party} shall not {act}")

    def whole(self) -> Made:
        for _ in range(self.rng.choice((1, 2, 2, 3, 3, 4))):
            form = self.rng.choices(("duty", "prohibition", "permission", "exemption", "variation"), (42, 24, 12, 5, 17))[0]
            self.add(getattr(self, form)())
        pledges = self.rng.choice(("5", "10"))
        lines = [f"guarantor {each} pledging {pledges} troops." if self.counted else f"party {each}." for each in self.parties]
        lines += [f"event {each}." for each in self.events]
        lines += [f"action {each}{' in troops' if self.counted and each == ACTS[0] else ''}." for each in self.acts]
        lines += ["status truce."] if self.state == "truce" else ["measure arms in pieces."] if self.state else []
        expectations = tuple(self.expectation() for _ in range(self.rng.choice((0, 0, 1, 1, 2))))
        lines += ["", 'article 1 "Duties"', *self.sentences, ""]
        lines += [f'expect "{number}": {each}.' for number, each in enumerate(expectations, 1)]
        return Made("\n".join(lines) + "\n", 24 if self.unit == "day" else 1, expectations)


def treaty(seed: int) -> Made:
    """A treaty by chance."""
    return _Maker(seed).whole()
