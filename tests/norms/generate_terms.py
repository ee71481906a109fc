"""What the sentences of a generated treaty are made of, and what a treaty that is being made knows of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

PARTIES = ("Alba", "Brena", "Corva")
GUARANTORS = ("Elva", "Fiora")
# A State that the treaty speaks of and does not bind.
OUTSIDER = "Dorn"
EVENTS = ("alarm", "storm", "strike")
ACTS = ("report", "aid", "pay", "cross", "inspect")
FIRST = "2026-03-01"
# Dates in the span of the histories, and before it.
DATES = ("2026-03-03", "2026-03-06", "2026-03-10", "2026-03-15", "2026-03-31", "2026-02-20")
PERIODS = ("1 day", "2 days", "3 days", "5 days", "10 days", "1 week", "1 month", "6 hours", "24 hours", "36 hours", "0 hours")
SHORT = ("1 day", "2 days", "3 days", "4 days")


@dataclass
class Made:
    """A treaty that is being made: its sentences, and what has been used so far, for the histories to use too."""

    rng: Random
    sentences: list[tuple[int, str, str]] = field(default_factory=list)
    guarantors: tuple[str, ...] = ()
    with_truce: bool = False
    with_breach: bool = False
    variables: list[str] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    powers: list[tuple[str, str]] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    deeds: list[tuple[str, str]] = field(default_factory=list)
    measured: bool = False
    entry: str = ""

    def one(self, *choices: str) -> str:
        """One of some forms."""
        return self.rng.choice(choices)

    def chance(self, percent: int) -> bool:
        """Whether something of that chance is so."""
        return self.rng.randrange(100) < percent

    def period(self) -> str:
        """A length of time."""
        made = self.one(*PERIODS)
        self.periods.append(made)
        return made

    def short(self) -> str:
        """A length of time of some days."""
        made = self.one(*SHORT)
        self.periods.append(made)
        return made

    def event(self, *but: str) -> str:
        """An event of the world, one that the treaty speaks of already as often as not."""
        made = self.one(*(each for each in EVENTS if each not in but))
        self.events.append(made)
        return made

    def act(self) -> str:
        """Something that somebody can do, as often as not what another sentence speaks of too."""
        made = self.one(*self.acts) if self.acts and self.chance(40) else self.one(*ACTS)
        self.acts.append(made)
        return made

    def label(self) -> str:
        """The label of a sentence that there is."""
        return self.one(*(label for _, label, _ in self.sentences))

    def add(self, article: int, text: str) -> str:
        """Add a sentence; its label."""
        label = f"c{len(self.sentences) + 1}"
        self.sentences.append((article, label, text))
        return label
