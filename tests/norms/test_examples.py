"""The scenarios of the examples hold, and the known ratification histories come to the known days of entry into force."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import clausekit
from clausekit.norms.calendar import date_of
from clausekit.norms.state import names_heard
from clausekit.pipeline.simulation import Simulation, Stage
from clausekit.pipeline.trials import try_out

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted([*EXAMPLES.glob("*.clause"), *(EXAMPLES / "treaties").glob("*.clause")])
TREATIES = sorted((EXAMPLES / "treaties").glob("*.clause"))
HISTORIES = sorted((EXAMPLES / "histories").glob("*.jsonl"))


def named(path: Path) -> str:
    return path.stem


# ---------------------------------------------------------------- scenarios


@pytest.mark.parametrize("unstated", ["joint", "several"])
@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_scenario_holds(path, unstated):
    trials = try_out(clausekit.read(path), unstated=unstated)
    wrong = [f"{outcome.name}, line {line}: {failure.claim}, but {failure.instead}" for outcome in trials.outcomes for line, failure in outcome.failures]
    assert wrong == []
    assert all(outcome.played.asserted for outcome in trials.outcomes)


@pytest.mark.parametrize("path", TREATIES, ids=named)
def test_every_treaty_has_scenarios_that_say_what_must_not_be(path):
    scenarios = clausekit.read(path).record.scenarios
    claims = [claim for scenario in scenarios for line in scenario.lines if hasattr(line, "claims") for claim in line.claims]
    assert len(scenarios) >= 2
    assert len({scenario.name for scenario in scenarios}) == len(scenarios)
    assert any(claim.negated for claim in claims)
    assert any(not claim.negated for claim in claims)


@pytest.mark.parametrize("path", TREATIES, ids=named)
def test_every_event_of_a_scenario_is_one_that_the_treaty_speaks_of(path):
    """A word that no sentence uses would change nothing, and prove nothing."""
    stage = Stage(clausekit.read(path).record)
    silent = set()
    for scenario in stage.treaty.scenarios:
        timeline = stage.scenario(scenario.name).timeline
        heard = names_heard(timeline.code)
        silent |= {f"{scenario.name}: {entry.said}" for entry in timeline.entries if entry.name not in heard}
    assert silent == set()


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("path", TREATIES, ids=named)
def test_no_scenario_is_in_a_draft(path, form):
    text = path.read_text(encoding="utf-8")
    treaty, scenarios = text[: text.index("\n# What happens if.")], text[text.index("\n# What happens if.") :]
    assert 'scenario "' in scenarios
    assert 'scenario "' not in treaty
    whole, bare = (clausekit.parse(each, libraries=[path.parent]) for each in (text, treaty))
    assert clausekit.draft(whole, format=form) == clausekit.draft(bare, format=form)


# ---------------------------------------------------------------- known histories


def played(treaty: str) -> Simulation:
    """The known history of a treaty."""
    events = [json.loads(line) for line in (EXAMPLES / "histories" / f"{treaty}.jsonl").read_text(encoding="utf-8").splitlines()]
    return Stage(clausekit.read(EXAMPLES / "treaties" / f"{treaty}.clause").record).events(events)


def begins(simulation: Simulation, on: date) -> date | None:
    """When a treaty entered into force, or is dated to, by what had happened until the end of a day."""
    at = simulation.standing(on).entry.at
    return None if at is None else date_of(at, simulation.stage.code.calendar)


@pytest.mark.parametrize(
    ("treaty", "decided", "day"),
    [
        ("north-atlantic", date(1949, 8, 24), date(1949, 8, 24)),
        ("ottawa", date(1998, 9, 16), date(1999, 3, 1)),
        ("paris", date(2016, 10, 5), date(2016, 11, 4)),
    ],
)
def test_a_treaty_enters_into_force_when_it_did(treaty, decided, day):
    simulation = played(treaty)
    assert begins(simulation, date.fromordinal(decided.toordinal() - 1)) is None
    assert begins(simulation, decided) == day
    before, after = simulation.standing(date.fromordinal(day.toordinal() - 1)), simulation.standing(day)
    assert (before.entry.bound, bool(after.entry.bound)) == ((), True)


def test_the_north_atlantic_treaty_waits_for_seven_by_name():
    missing = played("north-atlantic").standing(date(1949, 8, 23)).entry.missing
    assert [(each.named, each.more) for each in missing] == [(("France", "US"), 2)]


def test_the_paris_agreement_waits_for_emissions_and_not_for_parties():
    (missing,) = played("paris").standing(date(2016, 10, 4)).entry.missing
    assert len(missing.done) >= 55
    ((measure, bound, percent, reached),) = missing.shares
    assert (measure, bound, percent) == ("emissions", "at least", "55")
    assert 50 < float(reached) < 55


def test_the_test_ban_treaty_waits_for_nine():
    simulation = played("ctbt")
    on = date(2024, 1, 1)
    standing = simulation.standing(on)
    (missing,) = standing.entry.missing
    assert set(missing.named) == {"China", "North Korea", "Egypt", "India", "Iran", "Israel", "Pakistan", "Russia", "US"}
    assert (begins(simulation, on), len(missing.done)) == (None, 35)
    # a hundred and eighty days after the last of them, if all did it that day
    assert standing.earliest == date(2024, 6, 29)


def test_the_test_ban_treaty_waited_for_eight_before_one_was_taken_back():
    (missing,) = played("ctbt").standing(date(2023, 11, 1)).entry.missing
    assert len(missing.named) == 8
    assert "Russia" not in missing.named


@pytest.mark.parametrize("path", HISTORIES, ids=named)
def test_each_history_is_of_a_treaty_and_in_order(path):
    assert (EXAMPLES / "treaties" / f"{path.stem}.clause").is_file()
    days = [json.loads(line)["on"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert days == sorted(days)
    assert len(days) > 20
