"""What the published rule sets are asked, on small ones of which every answer can be worked out by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from benchmarks import norms
from benchmarks.norms import LISTS, Case
from clausekit.norms.history import Happening
from clausekit.norms.play import play

Json = dict[str, Any]
NOTHING: Json = {name: [] for name in LISTS}


def rule(name: str, when: str, event: str, window: tuple[int, int] | None = (0, 0), *, negated: bool = False, **more: Any) -> Json:
    """`when` happens, then `event` shall happen in a window of hours from then on; without one, at some time."""
    response: Json = {"event": event, "negated": negated}
    if window is None:
        response["deadline"] = "eventually"
    elif window != (0, 0):
        response["deadline"] = {"start": {"seconds": window[0]}, "end": {"seconds": window[1]}}
        if not window[0]:
            del response["deadline"]["start"]
    condition = more.pop("condition", None)
    made: Json = {"id": name, "when": when, "response": {**response, **more}}
    return made if condition is None else {**made, "condition": condition}


def bound(measure: str, how: str, number: int) -> Json:
    return {"op": how, "args": [{"measure": measure}, {"int": number}]}


def case(*rules: Json, measures: tuple[Json, ...] = (), concerns: tuple[Json, ...] = (), purposes: tuple[Json, ...] = ()) -> Json:
    events = {each["when"] for each in rules} | {each["response"]["event"] for each in rules} | {each["event"] for each in (*concerns, *purposes)}
    events |= {each["response"][key]["event"] for each in rules for key in ("otherwise", "else") if key in each["response"]}
    return {
        "case": "small", "events": sorted(events), "rules": list(rules), "concerns": list(concerns), "purposes": list(purposes),
        "measures": [{"name": "m", "type": "boolean"}, *measures],
    }  # fmt: skip


def asked(made: Json) -> Json:
    """The answers, of which none may be undecided."""
    found = Case(made).answers()
    assert found.pop("undecided") == NOTHING
    return found


WEIGHT = {"name": "weight", "type": "numeric"}
RISK = {"name": "risk", "type": "scale", "values": ["slight", "grave"]}


# ---------------------------------------------------------------- one point each


def test_what_clashes_whatever_is_done():
    found = asked(case(rule("give", "Ask", "Give", (0, 5)), rule("keep", "Ask", "Give", (0, 9), negated=True)))
    assert found == NOTHING | {"vacuous_conflict": ["give", "keep"], "situational_conflict": ["give", "keep"]}


def test_what_clashes_only_if_it_comes_at_a_bad_time():
    found = asked(case(rule("give", "Ask", "Give", (0, 5)), rule("wait", "Storm", "Give", (10, 20), negated=True)))
    assert found == NOTHING | {"situational_conflict": ["give"]}  # whoever keeps the second can still give at once


def test_that_both_happen_at_one_instant_is_a_past_too():
    """So it is with R6 of the set `mixed-10`, which the stated list leaves out: what triggers both rules happens in one hour."""
    rules = (rule("give", "Ask", "Give"), rule("keep", "Storm", "Give", (0, 100), negated=True))
    assert asked(case(*rules))["situational_conflict"] == ["give", "keep"]


def test_the_history_of_such_a_past_plays_to_a_violation_either_way():
    made = Case(case(rule("give", "Ask", "Give"), rule("keep", "Storm", "Give", (0, 100), negated=True)))
    begins = made.theory.begins
    names = {event: made.made.names[event].lower() for event in ("Ask", "Storm", "Give")}

    def violated(*events: str) -> set[str]:
        entries = [Happening(begins + 3, names[event], {"by": ("Agent",)}) for event in events]
        timeline = play(made.code, entries, in_force=begins, until=begins + 200)
        return {made.code.norms[each.norm].label for each in timeline.violations()}

    assert violated("Ask", "Storm") == {"give"}
    assert violated("Ask", "Storm", "Give") == {"keep"}
    assert violated("Ask", "Give") == violated("Storm") == set()


def test_a_duty_that_is_handed_on_is_found_at_every_link():
    chain = [rule(f"link{number}", f"E{number}", f"E{number + 1}", (0, 2)) for number in range(6)]
    found = asked(case(*chain, rule("ban", "E0", "E6", (0, 12), negated=True)))
    assert found["situational_conflict"] == [*(f"link{number}" for number in range(6)), "ban"]
    assert found["vacuous_conflict"] == ["link0", "ban"]


def test_a_chain_that_can_be_late_enough_clashes_only_where_time_is_lost():
    chain = [rule(f"link{number}", f"E{number}", f"E{number + 1}", (0, 2)) for number in range(3)]
    found = asked(case(*chain, rule("ban", "E0", "E3", (0, 5), negated=True)))
    assert found["vacuous_conflict"] == []  # two hours each make six
    assert found["situational_conflict"] == ["link1", "link2", "ban"]  # E1 or E2 may come of itself, too early, and E2 before E0


def test_a_duty_that_goes_on_for_ever_is_no_conflict():
    assert asked(case(rule("report", "Report", "Report", (24, 8760)))) == NOTHING


def test_what_other_rules_ask_for_already_is_redundant():
    found = asked(case(rule("soon", "Ask", "Give", (0, 2)), rule("late", "Ask", "Give", (0, 9)), rule("other", "Call", "Give", (0, 9))))
    assert found == NOTHING | {"redundant": ["late"]}


def test_redundant_by_cases():
    rules = (
        rule("heavy", "Ask", "Give", (0, 5), condition=bound("weight", ">", 10)),
        rule("light", "Ask", "Give", (0, 5), condition=bound("weight", "<=", 20)),
    )
    assert asked(case(*rules, rule("all", "Ask", "Give", (0, 5)), measures=(WEIGHT,)))["redundant"] == ["heavy", "light", "all"]


def test_a_scale_stands_at_one_of_its_levels():
    at = [{"op": "=", "args": [{"measure": "risk"}, {"scale": level, "of": "risk", "index": place}]} for place, level in enumerate(RISK["values"])]
    rules = (rule("slight", "Ask", "Give", condition=at[0]), rule("grave", "Ask", "Give", condition=at[1]), rule("keep", "Ask", "Give", negated=True))
    found = asked(case(*rules, measures=(RISK,)))
    assert found["vacuous_conflict"] == ["slight", "grave", "keep"]


def test_a_second_way_that_is_barred_too():
    otherwise = {"otherwise": {"event": "Pay", "negated": False, "deadline": {"end": {"seconds": 5}}}}
    bars = (rule("no gift", "Storm", "Give", (0, 60), negated=True), rule("no money", "Strike", "Pay", (0, 60), negated=True))
    assert asked(case(rule("give", "Ask", "Give", (0, 5), **otherwise), *bars))["situational_conflict"] == ["give", "no gift", "no money"]
    assert asked(case(rule("give", "Ask", "Give", (0, 5), **otherwise), bars[0]))["situational_conflict"] == []


def test_a_prohibition_opened_by_what_is_owed():
    rules = (
        rule("r1", "e1", "e2", (0, 5)), rule("r2", "e3", "e2", (0, 4), negated=True), rule("r3", "e4", "e3", (0, 3)),
        rule("r4", "e1", "e3", (0, 1), negated=True),
    )  # fmt: skip
    assert asked(case(*rules))["situational_conflict"] == ["r1", "r2", "r3", "r4"]


# ---------------------------------------------------------------- concerns and purposes


def situation(name: str, event: str, *responses: Json, **more: Any) -> Json:
    return {"id": name, "kind": "exists", "event": event, "responses": list(responses), **more}


def test_what_can_be_raised_and_what_is_blocked():
    rules = (rule("give", "Ask", "Give", (0, 5)), rule("bar", "Storm", "Ask", negated=True), rule("hail", "Hail", "Storm"), rule("ask", "Hail", "Ask"))
    late: Json = {"event": "Give", "negated": True, "deadline": {"end": {"seconds": 3}}}
    ban: Json = {"event": "Give", "negated": True, "deadline": {"end": {"seconds": 5}}}
    concerns = (situation("late", "Ask", late), situation("ban", "Ask", ban))
    purposes = (situation("asked", "Ask", condition={"measure": "m"}), situation("hail", "Hail"))
    found = asked(case(*rules, concerns=concerns, purposes=purposes))
    assert found["concern_raised"] == ["late"]
    assert found["purpose_blocked"] == ["hail"]
    assert found["vacuous_conflict"] == ["hail", "ask"]


def test_an_unplayable_history_is_no_answer(monkeypatch):
    monkeypatch.setattr("benchmarks.norms.Played.violated", lambda _: {"something"})
    found = Case(case(rule("give", "Ask", "Give", (0, 5)))).answers()
    assert found["vacuous_conflict"] == []
    assert found["undecided"]["vacuous_conflict"] == ["give"]


# ---------------------------------------------------------------- the command


@pytest.fixture
def folder(tmp_path):
    made = case(rule("give", "Ask", "Give", (0, 5)), rule("keep", "Ask", "Give", (0, 9), negated=True))
    (tmp_path / "a.json").write_text(json.dumps(made | {"case": "first", "expected": {"redundant": ["give"]}}), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(case(rule("give", "Ask", "Give"))), encoding="utf-8")
    return tmp_path


def test_a_folder_as_json(folder, capsys):
    assert norms.main([str(folder), "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["case"], second["case"]) == ("first", "small")
    assert first["vacuous_conflict"] == ["give", "keep"]
    assert all(set(each) == {"case", *LISTS, "undecided", "seconds"} for each in (first, second))
    assert all(each["undecided"] == NOTHING and each["seconds"] > 0 for each in (first, second))


def test_what_differs_from_what_is_stated_is_said(folder, capsys):
    norms.main([str(folder / "a.json")])
    assert "redundant: none; stated but not found: give" in capsys.readouterr().out
