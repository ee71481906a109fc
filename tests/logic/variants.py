"""The framework agreement with a sentence changed, or two: flaws, each with a course of events that shows it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from clausekit.logic.answers import Question

# Without the files that say it in other languages: a variant is read by itself.
FRAMEWORK = re.sub(
    r'^use "translations/.*\n', "", (Path(__file__).resolve().parents[2] / "examples" / "framework.clause").read_text(encoding="utf-8"), flags=re.MULTILINE
)


class Variant(NamedTuple):
    """A sentence changed: the flaw, the question that finds it, the labels of sentences that bring it about, and a scenario that shows it by hand.

    The assertions of the scenario hold in the variant, and not all of them in the agreement as it is.
    """

    name: str
    question: Question
    old: str
    new: str
    labels: tuple[str, ...]
    scenario: str
    second: tuple[str, str] = ("", "")

    @property
    def text(self) -> str:
        """The agreement with its sentences changed, and the scenario behind it."""
        return f"{self.changed}\n{self.scenario}"

    @property
    def changed(self) -> str:
        """The agreement with its sentences changed."""
        text = FRAMEWORK
        for old, new in ((self.old, self.new), self.second) if self.second[0] else ((self.old, self.new),):
            assert text.count(old) == 1, self.name
            text = text.replace(old, new)
        return text

    @property
    def file(self) -> str:
        """The name of the file that holds how it is explained."""
        return f"{re.sub('[^a-z]+', '-', self.name)}.txt"


VARIANTS = (
    Variant(
        "a breach with nobody bound to answer",
        "gap",
        """or violation of article disengagement, or violation of article integrity.
""",
        """or violation of article disengagement, or violation of article integrity by
    any Principal Party.
""",
        ("respect",),
        """scenario "France recognises what was taken by force, and nobody has to do anything"
  in force from 2026-06-01.
  on 2026-09-01: recognise acquisition by France.
  then on 2026-09-01: clause no recognition is violated by France and clause referral is not active.
  then on 2027-09-01: clause finding is not active and clause consultation is not active.
""",
    ),
    Variant(
        "a deadline that expires before the determination it waits for",
        "budget",
        """  succession: If impasse, then the Council of Guarantors shall give finding within 48 hours,
""",
        """  succession: If referral by any Party, then the Council of Guarantors shall give finding after
      impasse within 48 hours,
""",
        ("succession",),
        """scenario "The Council is late before it may begin"
  in force from 2026-06-01.
  on 2026-09-01: referral by Ukraine.
  on 2026-09-02: finding by the Council of Guarantors.
  then on 2026-09-03 at 00:00: clause succession is active.
  then on 2026-09-03 at 01:00: clause succession is violated by Council of Guarantors.
  then on 2026-09-04 at 00:00: clause finding is active.
""",
    ),
    Variant(
        "a guarantor who may withdraw in time to escape",
        "evasion",
        """  leaving: Any Party may withdraw not earlier than 10 years after entry into force with 12 months
      notice, unless established breach.
""",
        """  leaving: Any Party may withdraw with 7 days notice.
""",
        ("presence", "leaving"),
        """scenario "Poland leaves before its troops are due"
  in force from 2026-06-01.
  on 2026-09-01: deployment request by Ukraine.
  then on day 0: clause presence is active for Poland.
  on day 1: withdrawal by Poland.
  then on day 9: this treaty is not in force for Poland.
  then on day 61: clause presence is violated by UK and is not violated by Poland.
""",
    ),
    Variant(
        "a commission that the party in breach can block",
        "capture",
        """body Joint Commission means Ukraine, Russia, Türkiye, US and Switzerland, deciding by two thirds
    with a quorum of 4.
""",
        """body Joint Commission means Ukraine, Russia, Türkiye, US and Switzerland, deciding by consensus.
""",
        ("consultation", "restoration", "performance"),
        """scenario "Russia crosses the line, and objects to a finding that it did"
  in force from 2026-06-01.
  on 2026-09-01: cross the Line of Contact by Russia.
  on 2026-09-02: referral by Ukraine.
  on 2026-09-03: determination of breach against Russia by the Council of Guarantors.
  then on 2026-09-01: clause no crossing is violated by Russia.
  then on 2026-09-03: clause consultation is not active and clause restoration is not active.
""",
        (
            """by Russia as determined by the Joint
    Commission or the Council of Guarantors.
""",
            """by Russia as determined by the Joint
    Commission.
""",
        ),
    ),
    Variant(
        "forces asked beyond the pledges",
        "capacity",
        """    failing which the European Allies jointly shall deploy forces to Ukraine of at least 25,000
        troops within 30 days, unless waiver by Ukraine,
""",
        """    failing which the European Allies jointly shall deploy forces to Ukraine of at least 40,000
        troops within 30 days, unless waiver by Ukraine,
""",
        ("deployment",),
        """scenario "Everybody gives all that was pledged, and all answer"
  in force from 2026-06-01.
  on 2026-09-01: determination of breach against Russia by the Joint Commission.
  on day 20: deploy forces to Ukraine by France of 10,000 troops.
  on day 20: deploy forces to Ukraine by UK of 10,000 troops.
  on day 20: deploy forces to Ukraine by Germany of 6,000 troops.
  on day 20: deploy forces to Ukraine by Poland of 6,000 troops.
  on day 20: deploy forces to Ukraine by Türkiye of 3,000 troops.
  then on day 60: clause deployment is violated by France and is violated by Türkiye.
""",
    ),
    Variant(
        "forces to be deployed, and no foreign forces",
        "conflict",
        """  no nuclear: No Guarantor shall station nuclear weapons in the Territory.
""",
        """  no nuclear: No Guarantor shall deploy forces to Ukraine.
""",
        ("deployment", "no nuclear"),
        """scenario "France deploys as it must, and may not"
  in force from 2026-06-01.
  on 2026-09-01: determination of breach against Russia by the Joint Commission.
  on day 20: deploy forces to Ukraine by France of 25,000 troops.
  then on day 20: clause deployment is fulfilled and clause no nuclear is violated by France.
""",
    ),
    Variant(
        "two guarantors, each bound only if the other acts",
        "deadlock",
        """  assistance: If armed attack on Ukraine, then each Guarantor shall assist Ukraine with such action
      within 72 hours as it deems necessary, unless waiver by Ukraine.
""",
        """  assistance: France shall assist Ukraine within 72 hours of assistance to Ukraine by Poland, and
      Poland shall do so within 72 hours of assistance to Ukraine by France.
""",
        ("assistance",),
        """scenario "Each waits for the other"
  in force from 2026-06-01.
  on 2026-09-01: armed attack by Russia on Ukraine.
  then on day 30: clause assistance is not active and is not violated.
""",
    ),
    Variant(
        "a rung of the ladder that can never be reached",
        "dead",
        """        troops within 30 days, unless waiver by Ukraine,
""",
        """        troops as soon as possible, unless waiver by Ukraine,
""",
        ("deployment",),
        """scenario "Nobody deploys, and nobody has to say why"
  in force from 2026-06-01.
  on 2026-09-01: determination of breach against Russia by the Joint Commission.
  then on 2036-01-01: clause deployment is active for France and is not violated by France.
""",
    ),
    Variant(
        "a ceasefire duty made redundant",
        "redundant",
        """  no threat: No Principal Party shall threaten force against the other Principal Party.
""",
        """  no threat: No Principal Party shall use force against the other Principal Party.
""",
        ("no force",),
        """scenario "Whatever violates the one violates the other"
  in force from 2026-06-01.
  on 2026-09-01: use force by Russia against Ukraine.
  then on 2026-09-01: clause no force is violated by Russia and clause no threat is violated by Russia.
  on 2026-10-01: use force by Ukraine against Russia in Self-Defence.
  then on 2026-10-01: clause no force is not violated by Ukraine and clause no threat is violated by Ukraine.
""",
    ),
    Variant(
        "an expectation refuted",
        "expectation",
        """  assistance: If armed attack on Ukraine, then each Guarantor shall assist Ukraine with such action
      within 72 hours as it deems necessary, unless waiver by Ukraine.
""",
        """  assistance: If armed attack on Ukraine, then each Guarantor shall assist Ukraine with such action
      within 96 hours as it deems necessary, unless waiver by Ukraine.
""",
        ("assistance",),
        """scenario "Every guarantor complies, and the attack is answered too late"
  in force from 2026-06-01.
  on 2026-06-01: cease hostilities by Ukraine and Russia.
  on 2026-06-01 at 12:00: armed attack by Russia on Ukraine.
  on 2026-06-01 at 12:00: consult with Ukraine by France, UK, Germany, Poland, Türkiye and US.
  on day 4: assistance to Ukraine by France, UK, Germany, Poland, Türkiye and US.
  on day 4: report measures to the Security Council by France, UK, Germany, Poland, Türkiye and US.
  then on day 5: clause assistance is fulfilled by France and is not violated.
""",
    ),
    Variant(
        "an answer that the party in breach can call off",
        "evasion",
        """        troops within 30 days, unless waiver by Ukraine,
""",
        """        troops within 30 days, unless objection by Russia,
""",
        ("deployment",),
        """scenario "Russia objects to the answer to its own breach"
  in force from 2026-06-01.
  on 2026-09-01: determination of breach against Russia by the Joint Commission.
  then on day 18: clause deployment is violated by Russia and is active for France.
  on day 20: objection by Russia.
  then on day 20: clause deployment is not active for France.
  then on day 60: clause deployment is not violated by France.
""",
    ),
)
