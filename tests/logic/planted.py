"""Flaws planted in the examples, two for each question: one sentence put in, or one changed. The example as it stands is the repaired version."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from clausekit.logic.answers import Question

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Planted(NamedTuple):
    """A flaw: the question that finds it, the text it is planted in, what is changed into what, and the labels of the sentences found.

    `new` stands in the place of `old`.
    """

    question: Question
    text: str
    old: str
    new: str
    labels: tuple[str, ...]
    declared: str = ""

    @property
    def path(self) -> Path:
        """Where the example is."""
        return EXAMPLES / f"{self.text}.clause"

    @property
    def repaired(self) -> str:
        """The example as it stands."""
        return self.path.read_text(encoding="utf-8")

    @property
    def spoilt(self) -> str:
        """The example with the flaw planted in it."""
        assert self.repaired.count(self.old) == 1, self
        head, preamble, rest = self.repaired.replace(self.old, self.new).partition("\npreamble\n")
        return f"{head}\n{self.declared}\n{preamble}{rest}" if self.declared else f"{head}{preamble}{rest}"


def _added(question: Question, text: str, before: str, sentence: str, *labels: str, declared: str = "") -> Planted:
    """A sentence put in before another, with what is declared for it."""
    return Planted(question, text, before, f"{sentence}\n  {before}", labels, declared)


PLANTED = (
    # Israel is to withdraw within three years, and must stand still once there is a dispute.
    _added(
        "conflict",
        "treaties/egypt-israel",
        "relations: Upon completion",
        "standstill: If dispute, then Israel shall not withdraw personnel to the International Boundary.",
        "withdrawal",
        "standstill",
    ),
    # Whoever is found in violation has 48 hours, and may not touch anything while it is contested.
    _added(
        "conflict",
        "treaties/mfo",
        "rectification: If limit violation",
        "no change: If dispute, then no Party shall rectify violation within 10 days.",
        "rectification",
        "no change",
    ),
    # A right to ask for a review at any time, and two years in which nobody may.
    _added(
        "collision",
        "treaties/egypt-israel",
        "review: If a request of review",
        "rest: No Party shall request review within 2 years of entry into force.",
        "question",
        "rest",
    ),
    # A right to inspect, and its suspension.
    _added(
        "collision",
        "treaties/new-start",
        "types: Each Party may:",
        "suspension: If ambiguous act by Russia, then US shall not send inspectors to Russia.",
        "inspections",
        "suspension",
    ),
    # The Commission interferes with nothing: it is not bound by the prohibition.
    _added(
        "dead",
        "treaties/new-start",
        "tasks: The Bilateral",
        "review of conversion: If violation of clause interference by the Bilateral Consultative Commission, then the Parties shall agree measures.",
        "review of conversion",
    ),
    # What has no day is never late.
    Planted(
        "dead",
        "treaties/mfo",
        "then MFO shall verify again within 48 hours source",
        "then MFO shall verify again as soon as possible, failing which the Parties shall resolve dispute within 30 days source",
        ("further verification",),
    ),
    # Whoever is bound not to assume any such obligation is bound not to assume one to its neighbour.
    _added("redundant", "treaties/new-start", "conflict: No Party", "no obligation: Russia shall not assume obligation.", "no obligation"),
    # Whoever verifies in two days has verified in three.
    _added(
        "redundant",
        "treaties/mfo",
        "further verification: If request",
        "verification for Egypt: If request by Egypt, then MFO shall verify again within 72 hours.",
        "verification for Egypt",
    ),
    # An explanation is waited for a month, and the answer to its want is due in ten days.
    _added(
        "budget",
        "treaties/new-start",
        "tasks: The Bilateral",
        "answer: If ambiguous act by Russia, then the Bilateral Consultative Commission shall agree measures after silence within 10 days.",
        "answer",
        declared='event silence "silence" means not explanation by Russia within 30 days of ambiguous act by Russia.',
    ),
    # Two days to rectify, and a day to answer that nobody did.
    _added(
        "budget",
        "treaties/mfo",
        "further verification: If request",
        "answer: If limit violation by Egypt, then the Participating States shall provide support after inaction within 24 hours.",
        "answer",
        declared='event inaction "inaction" means not rectification of the violation by Egypt within 48 hours of limit violation by Egypt.',
    ),
    # Each waits for the other to begin.
    _added(
        "deadlock",
        "treaties/new-start",
        "tasks: The Bilateral",
        "first agreement: The Parties jointly shall agree number within 30 days of agreement on measures by the Parties.\n"
        "  second agreement: The Parties jointly shall agree measures within 30 days of agreement on the number of launches by the Parties.",
        "first agreement",
        "second agreement",
    ),
    # Neither may be the first to pay.
    _added(
        "deadlock",
        "treaties/mfo",
        "further verification: If request",
        "first third: Egypt shall not contribute until contribution by Israel.\n  second third: Israel shall not contribute until contribution by Egypt.",
        "first third",
        "second third",
    ),
    # Of the two that can be in violation, one is answered.
    _added(
        "gap",
        "treaties/new-start",
        "tasks: The Bilateral",
        "answer: If violation of clause bases by Russia, then US shall explain act to Russia within 30 days.",
        "bases",
    ),
    # One of three is answered.
    _added(
        "gap",
        "cyprus-alliance",
        "consultation: The Parties",
        "remedy: If violation of clause cooperation by Turkey, then Greece shall consult Cyprus within 30 days.",
        "cooperation",
        "remedy",
    ),
    # Three days to help, and two to leave.
    Planted("evasion", "modules/mutual-defence", "Notice\n    Period = 12 months, Circulation", "Notice\n    Period = 2 days, Circulation", ()),
    # Whoever is to rectify says itself whether it can.
    Planted(
        "evasion",
        "treaties/mfo",
        "shall rectify violation within 48 hours source",
        "shall rectify violation within 48 hours, unless inability in the opinion of violator source",
        ("rectification",),
    ),
    # Each sits on the Commission, and it decides by consensus.
    _added(
        "capture",
        "treaties/new-start",
        "tasks: The Bilateral",
        "answer: If ambiguous act by Russia as determined by the Bilateral Consultative Commission, then Russia shall explain act to US within 30 days.",
        "answer",
    ),
    # Three ministers decide with one voice, and one of them is to act on it.
    _added(
        "capture",
        "cyprus-alliance",
        "consultation: The Parties",
        "order: If decision by the Committee of Ministers, then Greece shall train forces within 30 days.",
        "order",
    ),
    # Two deployments at one time, with troops for one.
    _added(
        "capacity",
        "framework",
        "skies: If air defence",
        "second presence: If deployment request by France, then the European Allies jointly shall deploy forces to Poland of at least 31,000 troops.",
        "presence",
        "second presence",
    ),
    # Five Guarantors of six, and any of them may be the one that has fallen away.
    _added(
        "capacity",
        "framework",
        "skies: If air defence",
        "shelter: If threat by any Guarantor against Ukraine, then at least 6 Guarantors shall consult with Ukraine within 60 days.",
        "shelter",
    ),
    # Those who are to send troops guarantee that they send them.
    _added(
        "guarantee",
        "framework",
        "counterpart: The Guarantors",
        "for the presence: The European Allies jointly and severally guarantee clause presence in favour of Ukraine within 30 days.",
        "presence",
        "for the presence",
    ),
    # Each answers for the other, and for its answer.
    _added(
        "guarantee",
        "modules/border-guarantees",
        "relations: clause East",
        "first recourse: If damage or if violation of clause second recourse by Pellan, then Orland shall compensate Tesk within 30 days.\n"
        "  second recourse: If violation of clause first recourse by Orland, then Pellan shall compensate Tesk within 30 days.",
        "first recourse",
        "second recourse",
    ),
    # Two days, where one was hoped for.
    Planted(
        "expectation",
        "treaties/mfo",
        'scenario "A violation is',
        'expect "a day": if limit violation by Egypt as determined by MFO, then Egypt shall rectify violation within 24 hours.\n\nscenario "A violation is',
        (),
    ),
    # In the declared bases it is allowed.
    Planted("expectation", "treaties/new-start", 'scenario "Ten years', 'expect "bases": never the basing of launchers by Russia.\n\nscenario "Ten years', ()),
)
