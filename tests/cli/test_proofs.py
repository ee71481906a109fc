"""`clausekit check` with the prover: what it shows, within which time, and that what it shows can be played."""

from __future__ import annotations

import json

import pytest

from clausekit.logic import asking

CLASH = """party Alba.
guarantor Corva.
action deploy forces.
event attack "an attack".
event mediation.

response: If attack on Alba, then Corva shall deploy forces to Alba within 30 days.
truce: If mediation, then Corva shall not deploy forces to Alba within 60 days.
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "kept"))


def found(out: str) -> list[str]:
    return [each["code"] for each in json.loads(out)["diagnostics"]]


def test_a_flaw_is_shown_with_its_story(program):
    outcome = program("check", "-", given=CLASH)
    assert (outcome.status, outcome.err) == (1, "")
    told = " ".join(outcome.out.split())
    assert told.startswith("error[CK411]: Corva can come into a position in which it cannot comply with both `response` and `truce` --> <stdin>:7:47")
    assert "Corva must deploy forces to Alba by 3 March 2027" in told
    assert "= shown by: 1 January 2027: The treaty enters into force." in told
    assert "From then on, Corva must deploy forces to Alba by 3 March 2027, and must not deploy forces to Alba until 2 April 2027." in told
    assert "proved again, this takes the flaw away and brings no other" in told


def test_the_prover_can_be_left_out(program, tmp_path):
    assert program("check", "-", "--no-prover", given=CLASH) == (0, "<stdin>: no errors, no warnings\n", "")
    assert not (tmp_path / "kept").exists()


def test_answers_are_kept_unless_asked_not_to(program, tmp_path):
    first = program("check", "-", "--no-cache", given=CLASH)
    assert not (tmp_path / "kept").exists()
    assert program("check", "-", given=CLASH) == first
    assert list((tmp_path / "kept").rglob("*.json"))
    assert program("check", "-", given=CLASH) == first


def test_without_time_nothing_is_claimed(program):
    outcome = program("check", "-", "--budget", "0", "--format", "json", given=CLASH)
    (finding,) = json.loads(outcome.out)["diagnostics"]
    assert (outcome.status, finding["code"], finding["severity"], finding["proof"]["verdict"]) == (0, "CK423", "info", "undecided")
    assert "--budget" in finding["help"]


@pytest.mark.parametrize("word", ["soon", "-1", "nan", "1e9"])
def test_a_budget_is_a_number_of_seconds(program, word):
    outcome = program("check", "-", "--budget", word, given=CLASH)
    assert outcome.status == 2
    assert "is no number of seconds" in outcome.err


def test_only_what_is_selected_is_proved(program):
    assert found(program("check", "-", "--select", "CK411", "--format", "json", given=CLASH).out) == ["CK411"]
    assert found(program("check", "-", "--ignore", "conflict", "--format", "json", given=CLASH).out) == []
    assert found(program("check", "-", "--select", "CK3", "--format", "json", given=CLASH).out) == []


def test_without_a_solver_one_note_says_so(program, monkeypatch):
    monkeypatch.setattr("clausekit.logic.prover.has_solver", lambda: False)
    outcome = program("check", "-", "--format", "json", given=CLASH)
    (finding,) = json.loads(outcome.out)["diagnostics"]
    assert (outcome.status, finding["code"], finding["severity"]) == (0, "CK423", "info")
    assert "clausekit[prover]" in finding["help"]


def test_a_text_that_cannot_be_read_is_not_proved(program):
    broken = program("check", "-", "--format", "json", given=CLASH + "Corva assist Alba.\n")
    assert "CK411" not in found(broken.out)


def test_a_fault_of_the_prover_is_one_finding(program, monkeypatch):
    def fails(*_):
        message = "no such thing"
        raise LookupError(message)

    monkeypatch.setattr(asking, "import_module", fails)
    outcome = program("check", "-", "--no-cache", "--format", "json", given=CLASH)
    assert outcome.status == 0
    assert set(found(outcome.out)) == {"CK423"}
    assert all("LookupError: no such thing" in each["message"] for each in json.loads(outcome.out)["diagnostics"])


def test_the_course_of_events_can_be_played(program, files, tmp_path):
    files(treaty_clause=CLASH)
    (finding,) = json.loads(program("check", "treaty.clause", "--format", "json").out)["diagnostics"]
    proof = finding["proof"]
    assert (proof["verdict"], proof["core"]) == ("shown", ["response", "truce"])
    witness = proof["witness"]
    (tmp_path / "log.jsonl").write_text("".join(f"{json.dumps(event)}\n" for event in witness["events"]), encoding="utf-8")
    played = program("simulate", "treaty.clause", "--events", "log.jsonl", "--in-force", witness["entry_into_force"], "--until", witness["until"])
    assert (played.status, played.err) == (0, "")
    assert "Corva must deploy forces to Alba by 3 March 2027" in played.out
    assert "Corva must not deploy forces to Alba until 2 April 2027" in played.out


def test_a_used_file_is_proved_with_the_one_that_uses_it(program, files):
    head, sentences = CLASH.split("\n\n")
    files(main_clause=f'{head}\n\nuse "part".\n', part_clause=sentences)
    outcome = program("check", "main.clause", "--format", "json")
    (finding,) = [each for each in json.loads(outcome.out)["diagnostics"] if each["code"] == "CK411"]
    assert finding["file"] == "part.clause"
