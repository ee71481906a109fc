"""Every rule of the semantics page has a short history that shows it: on the page itself, or in a file of the corpus that quotes the rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.norms.calendar import date_of
from clausekit.norms.lower import lower
from clausekit.norms.scenario import run
from clausekit.norms.telling import Telling
from tests.norms.test_semantics import PAGE
from tests.norms.treaties import treaty

CORPUS = sorted((Path(__file__).resolve().parents[1] / "corpus" / "norms").glob("*.clause"))
# What the page says of itself, and what its table of the parts of a norm names.
NO_RULES = ("This page", "It is the reference", "Every example", "The sources named", "Every sentence that binds", "A norm has", "An **instance**", "Its life")
# Rules that the scenarios of the page show, by the names of these.
ON_THE_PAGE = {
    "active | what it is excepted by, waiver, what prevails | discharged": "Waived while it is due",
    "violated | the act, late, and whole | cured": "Alba withdraws late",
    "active | suspension and resumption of its clause | suspended, and active again": "Five days suspended",
    "active | the end of the treaty, withdrawal | terminated": "What was violated continues",
    "An instant is a whole hour": "A report in the afternoon of 31 January",
    "Hours run from instant to instant": "A report in the afternoon of 31 January",
    "the day of the anchor is not counted": "A report in the afternoon of 31 January",
    "A month or year later is the same day of that month": "A report in the afternoon of 31 January",
    "A violation is dated the first instant after the close": "A report in the afternoon of 31 January",
    "ends where the last day of that period begins": "A day too early",
    "are that event's own instant, neither before nor after": "Neither before nor after",
    "to do something before an event, or to do it with that, is to do it not later": "Not later",
    "Events of one hour are a set without order": "In the same hour",
    "An act in the very hour of its trigger is in time": "In the same hour",
    "neither does, and that is reported": "Opposed powers",
    "what was done may turn out to have been done too late": "Notified too late",
    "If it never does, nothing is violated": "No manoeuvres",
    "this forbids E without the step first": "Notified late",
    "A duty that recurs is judged once in each period": "On time in one year, forgotten in the next",
    "runs from the latest E at or before the trigger, else from the next one": "The anchor comes after",
    "E is the trigger: each E opens it": "The anchor is the trigger",
    "whoever does E is bound with the others": "From the day on which it enters into force",
    "it is never counted from the last performance": "Two reports in one period serve one",
    "A period cut short by the end of the treaty is not owed": "A period cut short",
    "may be done as often in the next": "Once in each month",
    "So is `as soon as possible`; and `immediately`": "Neither is done",
    "fires when the last of them happens": "Both have happened",
    "fires when that time has run out": "Both have happened",
    "is looked for in everybody it can be": "One is in arrears, and then another",
    "and the share of a measure that it asks for": "The second is the majority, the third carries the weight",
    "An event that is defined happens when what it means happens": "Force is used",
    "in effect from what begins it up to, not including, what ends it": "Force is used",
    "An allegation (`as alleged by X`)": "It is alleged, and was not so",
    "C must have happened or hold at the act or before it": "Consent comes before the act",
    "A permission without precedence does not lift a prohibition": "The storm opens the way",
    "`each X shall` | one for each": "Alba does everything, Brena some",
    "`the X shall`, `jointly shall` | one": "Alba does everything, Brena some",
    "`jointly and severally shall`, `any X shall` | one": "Nobody does anything",
    "`at least 3 X shall`, `a majority of …` | one": "Alba does everything, Brena some",
    "leaves out everybody who takes part in the trigger": "Alba raids Brena",
    "unless it is named singly": "Alba raids Brena",
    "whichever comes last": "Corva sounds the alarm, before and after",
    "Only the bearer's own act fulfils": "Paid in two parts; cleared by somebody else",
    "Amounts add up until the window closes": "Paid in two parts; cleared by somebody else",
    "is worked out from how that stands": "Half of what each has",
    "opens the next step when the one before it is violated": "Step by step",
    "they will not or cannot make use of it": "Together, or each alone",
    "A step may be a sentence on the life of the treaty": "Paid late",
    "It comes about as a norm would be opened": "Not paid at all",
    "With the cure ends what it only suspends": "Paid late",
    "Full late performance keeps the violation on record": "Alba withdraws late",
    "Steps that are duties and already open remain due": "Alba withdraws late",
    "A guarantor who answers for that violation itself drops out": "Brena fails, and does not answer twice",
    "and this page plays the joint one": "Alba fails; a guarantor deploys",
    "it ends what is still due, not the violation": "Brena waives",
    "Only the one to whom a duty is owed can waive": "Brena waives",
    "a sentence may put the effect off": "In war",
    "Whoever has consented by then is bound with the others": "Two ratify, a third later",
    "Whoever has left may consent again": "Two ratify, a third later",
    "A term runs out with the last hour of its last day": "An objection in time ends it",
    "for those for whom nothing does": "Renewed for those who want it",
    "it ends for them alone": "One leaves in between",
    "A sentence may say when a clause ceases": "Nothing is decided",
    "can bring a clause back (snap-back)": "Nothing is decided",
    "adds a case to those for which it is there": "A case is added, and a clause waits",
    "is due so much later": "A year more for one",
    "what was said of it last is so": "Nothing is kept",
    "both must have come": "Nothing is kept",
    "Non-parties owe nothing until they accept in writing": "Corva accepts later",
    "A commitment is honoured or not honoured": "Corva accepts later",
    "an event that is not to happen is a violation each time": "A zone within a zone",
    "is fulfilled when it happens, whoever does it": "Above the ceiling",
}


def rules() -> list[str]:
    """The rules of the page: its sentences, and the rows of its tables behind the parts of a norm."""
    found: list[str] = []
    for part in re.split(r"\n\s*\n", re.sub(r"^```clause\n.*?^```\n", "", PAGE, flags=re.MULTILINE | re.DOTALL)):
        if part.strip().startswith("|"):
            rows = [row.strip(" |") for row in part.strip().splitlines()[2:]]
            found += [row for row in rows if row.count("|") > 1]
        elif not part.strip().startswith("#"):
            found += [each for each in re.split(r"(?<=[.:]) (?=[A-Z`])", " ".join(part.split())) if each and not each.startswith(NO_RULES)]
    return found


def quotes(file: Path) -> list[str]:
    """The rules that a file of the corpus shows, in the words of the page."""
    return [line[2:].strip() for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("# ")]


def whole() -> str:
    return " ".join(PAGE.split())


@pytest.mark.parametrize("file", CORPUS, ids=lambda path: path.stem)
def test_a_history_shows_what_the_page_says(file):
    said = treaty(file.read_text(encoding="utf-8"))
    assert quotes(file)
    assert [quote for quote in quotes(file) if quote not in whole()] == []
    telling = Telling(said, lower(said))
    assert said.scenarios
    for scenario in said.scenarios:
        played = run(scenario, telling)
        assert played.asserted, scenario.name
        wrong = [f"{date_of(each.at, telling.code.calendar)}: {each.claim}, but {each.instead}" for each in played.failures]
        assert wrong == [], scenario.name


def test_every_rule_has_a_history():
    shown = [*ON_THE_PAGE, *(quote for file in CORPUS for quote in quotes(file))]
    assert [rule for rule in rules() if not any(phrase in rule or rule in phrase for phrase in shown)] == []


def test_what_is_said_to_be_on_the_page_is_there():
    scenarios = set(re.findall(r'^scenario "(.*?)"', PAGE, re.MULTILINE))
    assert {phrase: name for phrase, name in ON_THE_PAGE.items() if phrase not in whole() or name not in scenarios} == {}
