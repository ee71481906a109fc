"""Histories as event logs: what is written is read as the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

import clausekit
from clausekit.norms.eventlog import EventLog
from clausekit.norms.eventwords import EventWords
from clausekit.norms.history import Change, Happening
from clausekit.norms.lower import lower
from clausekit.norms.scenario import history
from clausekit.norms.telling import Telling
from tests.norms.histories import EXAMPLES
from tests.norms.treaties import treaty

HEAD = """party Alba. party Brena. body Board means Alba and Brena. zone Region. zone Border inside Region.
action deploy as "deployment" in troops. action inform. event raid. measure tanks in tanks. status calm.
action build the wall as "building of the wall".
due: If raid, then Alba shall inform Brena within 9 days. gift: Alba shall deploy in the Border of at least 5 troops within 9 days.
"""
AT = 17_760_000


def words(entry) -> str | None:
    said = treaty(HEAD)
    return EventWords(said, lower(said)).words(entry)


SAID = {
    "raid by Alba on Brena": Happening(AT, "raid", {"by": ("Alba",), "on": ("Brena",)}),
    "inform Brena by Alba": Happening(AT, "inform", {"by": ("Alba",), "object": ("Brena",)}),
    "deployment in Border by Alba of 1,500 troops": Happening(
        AT, "deploy", {"in": ("Border", "Region"), "by": ("Alba",)}, amounts=((Decimal(1500), "troops"),)
    ),
    "completion of building of the wall by Alba": Happening(AT, "build the wall", {"by": ("Alba",)}, aspect="complete"),
    "raid by Alba as determined by Board": Happening(AT, "raid", {"by": ("Alba",), "as determined by": ("Board",)}),
    "waiver of clause due by Brena": Happening(AT, "waiver", {"by": ("Brena",)}, frozenset({0})),
    "calm begins": Change(AT, "calm", holds=True),
    "calm ends": Change(AT, "calm", holds=False),
    "tanks of Alba are 12": Change(AT, "tanks", value=Decimal(12), roles={"of": ("Alba",)}),
    "tanks of Alba are 0.5": Change(AT, "tanks", value=Decimal("0.5"), roles={"of": ("Alba",)}),
}


@pytest.mark.parametrize(("said", "entry"), SAID.items(), ids=SAID)
def test_an_event_is_told_in_the_words_of_the_language(said, entry):
    told = words(entry)
    assert told is not None
    assert told.replace(" is ", " are ") == said


def test_what_no_log_can_tell_has_no_words():
    assert words(Happening(AT, "#3.0", {})) is None


def test_days_have_their_hours_where_they_need_them():
    said = treaty(HEAD)
    told = EventWords(said, lower(said)).log([Happening(AT + 30, "raid", {}), Happening(AT, "raid", {})])
    assert told == (("2027-01-19", "raid"), ("2027-01-20T06:00", "raid"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_event_of_the_examples_can_be_told(path):
    said = clausekit.read(path).record
    if said is None:
        return
    code = lower(said)
    telling = Telling(said, code)
    for scenario in said.scenarios:
        entries, _ = history(scenario, telling)
        lines = EventWords(said, code).log(entries)
        assert lines is not None
        log = EventLog(telling)
        read = [(each.at, each.name) for line in lines for each in log.event(line.on, line.event)]
        assert set(read) >= {(each.at, each.name) for each in entries}
