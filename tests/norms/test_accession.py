"""The calculators of entry into force and of withdrawal: what is missing, the earliest day, for whom, and how each may leave."""

from __future__ import annotations

import json
from datetime import date

import pytest

import clausekit
from clausekit.chronicle.standing import Standing
from tests.norms.histories import ROOT

PARTIES = "party Alba. party Brena. party Corva. party Dorn.\n"


def standing(text: str, events=(), *, on: str, in_force: str | None = None, parties: str = PARTIES) -> Standing:
    reading = clausekit.parse(parties + text)
    assert not reading.has_errors, [finding.message for finding in reading.diagnostics]
    return clausekit.simulate(reading, events=events, in_force=in_force).standing(on)


def told(treaty: str) -> clausekit.Simulation:
    lines = (ROOT / "examples" / "histories" / f"{treaty}.jsonl").read_text(encoding="utf-8").splitlines()
    return clausekit.simulate(clausekit.read(ROOT / "examples" / "treaties" / f"{treaty}.clause"), events=[json.loads(line) for line in lines])


# ---------------------------------------------------------------- histories that are known


@pytest.mark.parametrize(
    ("treaty", "day"),
    [("paris", date(2016, 11, 4)), ("ottawa", date(1999, 3, 1)), ("north-atlantic", date(1949, 8, 24)), ("ctbt", None)],
)
def test_the_known_day_of_entry_into_force(treaty, day):
    found = told(treaty).standing("2024-01-01")
    assert found.enters_into_force == day
    assert bool(found.missing) == (day is None)


def test_the_test_ban_treaty_waits_for_nine():
    missing = told("ctbt").standing("2024-01-01").missing
    assert [each.named for each in missing] == [("China", "North Korea", "Egypt", "India", "Iran", "Israel", "Pakistan", "Russia", "US")]
    assert len(told("ctbt").standing("2023-11-01").missing[0].named) == 8  # until Russia took its ratification back


def test_the_paris_agreement_had_the_parties_before_the_emissions():
    (missing,) = told("paris").standing("2016-10-04").missing
    assert (missing.more, len(missing.done)) == (0, 61)
    assert [(share.measure, share.bound, share.percent) for share in missing.shares] == [("emissions", "at least", "55")]
    (missing,) = told("paris").standing("2016-05-01").missing
    assert missing.more == 55 - 15


# ---------------------------------------------------------------- entry into force

RATIFIED = [("2026-01-05", "ratification by Alba"), ("2026-02-05", "ratification by Brena"), ("2026-03-05", "ratification by Corva")]
RULES = {
    "enters into force on ratification by all Parties.": ((4, 3, 2, 1), None),
    "enters into force on ratification by at least 2 Parties.": ((2, 1, 0, 0), "2026-02-05"),
    "enters into force 30 days after ratification by at least 2 Parties.": ((2, 1, 0, 0), "2026-03-07"),
    "enters into force on ratification by a majority of the Parties.": ((3, 2, 1, 0), "2026-03-05"),
    "enters into force on ratification by Alba and Corva.": ((2, 1, 1, 0), "2026-03-05"),
}


@pytest.mark.parametrize(("rule", "outcome"), RULES.items())
def test_what_is_missing_step_by_step(rule, outcome):
    missing, day = outcome
    for count, more in enumerate(missing):
        events = RATIFIED[:count]
        on = events[-1][0] if events else "2026-01-01"
        now = standing(rule, events, on=on)
        assert sum(each.more for each in now.missing) == more
        assert list(now.consented) == ["Alba", "Brena", "Corva"][:count]
    last = standing(rule, RATIFIED, on="2026-12-31")
    assert last.enters_into_force == (date.fromisoformat(day) if day else None)


def test_the_earliest_day_is_reckoned_from_the_day_asked_about():
    rule = "enters into force 30 days after ratification by at least 2 Parties."
    assert standing(rule, RATIFIED[:1], on="2026-01-10").earliest == date(2026, 2, 9)
    assert standing(rule, RATIFIED[:1], on="2026-06-10").earliest == date(2026, 7, 10)
    bound = standing(rule, RATIFIED[:2], on="2026-02-10")
    assert (bound.missing, bound.enters_into_force, bound.in_force_for) == ((), date(2026, 3, 7), {})
    assert bound.render().splitlines()[-1] == "  not in force  nothing is missing: it enters into force on 7 March 2026"


def test_what_would_be_enough_is_enough():
    """The calculator agrees with what comes of it: do all that is missing, and the treaty is in force on the earliest day."""
    for rule in RULES:
        for count in range(3):
            simulation = clausekit.simulate(clausekit.parse(PARTIES + rule), events=RATIFIED[:count])
            now = simulation.standing("2026-04-01")
            if now.earliest is None:
                assert now.enters_into_force is not None
                continue
            others = [name for name in ("Alba", "Brena", "Corva", "Dorn") if name not in now.consented]
            named = [name for each in now.missing for name in each.named]
            doing = [*named, *(name for name in others if name not in named)][: sum(each.more for each in now.missing)]
            for name in doing:
                simulation = simulation.after("2026-04-01", f"ratification by {name}")
            assert simulation.standing(now.earliest).enters_into_force == now.earliest


def test_each_is_bound_from_its_own_day():
    rule = "enters into force 30 days after ratification by at least 2 Parties."
    now = standing(rule, [*RATIFIED, ("2026-04-01", "ratification by Dorn")], on="2026-06-01")
    whoever_consented_before = {"Alba": date(2026, 3, 7), "Brena": date(2026, 3, 7), "Corva": date(2026, 3, 7)}
    assert now.in_force_for == {**whoever_consented_before, "Dorn": date(2026, 5, 1)}


def test_consent_may_be_taken_back_in_time():
    rule = "enters into force on ratification by at least 3 Parties."
    now = standing(rule, [*RATIFIED[:2], ("2026-02-10", "withdrawal of ratification by Alba")], on="2026-03-01")
    assert list(now.consented) == ["Brena"]
    assert [(each.more, each.done) for each in now.missing] == [(2, ("Brena",))]


def test_a_signature_is_no_consent():
    now = standing("enters into force on ratification by at least 2 Parties.", [("2026-01-01", "signature by the Parties")], on="2026-01-02")
    assert now.entry.signed == ("Alba", "Brena", "Corva", "Dorn")
    assert now.consented == {}


def test_a_treaty_that_does_not_say_when_it_begins():
    now = standing("Each Party shall consult every 6 months.", [("2026-01-05", "ratification by Alba")], on="2026-01-02")
    assert now.missing == ()
    assert now.earliest is None


def test_states_join_an_open_treaty():
    text = 'treaty "Open". this treaty is open for accession to any State.\nenters into force on accession by at least 2 States.\n'
    events = [("2026-01-05", "accession by Zembla"), ("2026-02-05", "accession by Syldavia"), ("2026-05-05", "accession by Ruritania")]
    now = standing(text, events, on="2026-06-01", parties="")
    assert now.in_force_for == {"Zembla": date(2026, 2, 5), "Syldavia": date(2026, 2, 5), "Ruritania": date(2026, 5, 5)}
    assert standing(text, events[:1], on="2026-01-06", parties="").missing[0].more == 1


# ---------------------------------------------------------------- leaving


def ways(now: Standing) -> dict[str, tuple[bool, str, str | None]]:
    def day(at):
        return None if at is None else str(now._date(at))

    return {each.who: (each.is_given, day(each.notice), day(each.free)) for each in now.leaving}


@pytest.mark.parametrize(
    ("rule", "notice", "free"),
    [
        ("Any Party may withdraw with 3 months notice.", "2026-06-01", "2026-09-02"),
        ("Any Party may withdraw.", "2026-06-01", "2026-06-01"),
        ("Any Party may withdraw with 3 months notice, not earlier than 1 year after entry into force.", "2027-01-01", "2027-04-02"),
        ("Any Party may withdraw with 3 months notice if war.", "2026-06-01", None),
    ],
)
def test_when_one_may_leave(rule, notice, free):
    now = standing(rule, on="2026-06-01", in_force="2026-01-01")
    if free is None:
        assert ways(now) == {} or {each[2] for each in ways(now).values()} == {None}
        return
    assert ways(now) == dict.fromkeys(["Alba", "Brena", "Corva", "Dorn"], (False, notice, free))


def test_leaving_as_told_sets_free_on_the_day_that_was_said():
    rule = "Any Party may withdraw with 3 months notice, not earlier than 1 year after entry into force."
    simulation = clausekit.simulate(clausekit.parse(PARTIES + rule), in_force="2026-01-01")
    ((_, _, free),) = set(ways(simulation.standing("2026-06-01")).values())
    gone = simulation.after("2027-01-01", "withdrawal by Corva")
    assert "Corva" in gone.standing(date.fromisoformat(free).replace(day=1)).in_force_for
    assert "Corva" not in gone.standing(free).in_force_for
    assert ways(gone.standing("2027-02-01"))["Corva"] == (True, "2027-01-01", free)
    assert "Corva" not in ways(gone.standing(free))


def test_notice_may_be_taken_back():
    rule = "Any Party may withdraw with 3 months notice."
    told = [("2026-02-01", "withdrawal by Corva"), ("2026-02-10", "revocation of withdrawal by Corva")]
    now = clausekit.simulate(clausekit.parse(PARTIES + rule), events=told, in_force="2026-01-01").standing("2026-03-01")
    assert ways(now)["Corva"] == (False, "2026-03-01", "2026-06-02")
