"""`clausekit test`: scenarios and expectations as tests, what is said of each, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.chronicle.courses import MARKUP
from tests.cli.conftest import UNREADABLE, WRONG

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TREATY = """\
treaty "Treaty".
party Alba. party Brena.
action report as "report". action assist as "assistance". event raid.

article 1 "Help"
  help: If raid on any Party as victim, then each other Party shall assist victim within 10 days.
  account: Brena shall report every 6 months.
"""
GOOD = """
scenario "Brena helps"
  in force from 2026-03-01.
  on 2026-03-10: raid on Alba.
  on 2026-03-12: assistance of Alba by Brena.
  then on 2026-03-12: clause help is fulfilled by Brena.
"""
BAD = """
scenario "Nobody helps"
  in force from 2026-03-01.
  on 2026-03-10: raid on Alba.
  then on 2026-03-21: clause help is violated by Brena.
  then on 2026-03-25: clause help is cured.
  then on 2026-03-15: clause help is fulfilled.
"""


def said(shown) -> str:
    return " ".join(shown.out.split())


# ---------------------------------------------------------------- scenarios


def test_what_holds_is_a_line(files, program):
    files(good_clause=TREATY + GOOD)
    assert program("test", "good.clause") == (0, "good.clause\n  ok      Brena helps (1 assertion)\n\n1 scenario: 1 passed, 0 failed.\n", "")


def test_what_does_not_hold_is_shown_with_what_came_to_pass(files, program):
    files(bad_clause=TREATY + BAD)
    shown = program("test", "bad.clause")
    assert (shown.status, shown.err) == (1, "")
    assert shown.out == (
        "bad.clause\n"
        "  FAILED  Nobody helps (2 of 3 do not hold)\n"
        "          line 14, 15 March 2026: clause help is fulfilled\n"
        "            but it is active for Brena\n"
        "          line 13, 25 March 2026: clause help is cured\n"
        "            but it is violated for Brena\n"
        "          what came to pass until 15 March 2026:\n"
        "            1 March 2026\n"
        "              - the treaty enters into force for Alba and Brena\n"
        "\n"
        "            10 March 2026  (day 0)\n"
        "              - raid on Alba\n"
        "                  Brena must assist Alba by 20 March 2026\n"
        "\n"
        "\n"
        "1 scenario: 0 passed, 1 failed.\n"
    )


def test_lines_without_a_scenario_are_one(files, program):
    files(loose_clause="in force from 2026-03-01.\non 2026-03-10: raid on Alba.\nthen on 2026-03-21: clause help is violated by Brena.\n" + TREATY)
    shown = program("test", "loose.clause")
    assert (shown.status, said(shown)) == (0, "loose.clause ok the lines without a scenario (1 assertion) 1 scenario: 1 passed, 0 failed.")


def test_a_scenario_that_asserts_nothing_says_so(files, program):
    files(idle_clause=TREATY + '\nscenario "Idle"\n  on 2026-03-10: raid on Alba.\n')
    assert "ok Idle (nothing is asserted)" in said(program("test", "idle.clause"))


def test_a_file_without_scenarios_says_so(files, program):
    files(none_clause=TREATY)
    assert program("test", "none.clause") == (0, "none.clause\n  there is no scenario in it\n\n0 scenarios: 0 passed, 0 failed.\n", "")


def test_some_are_chosen_by_their_names(files, program):
    files(good_clause=TREATY + GOOD, bad_clause=TREATY + GOOD + BAD)
    chosen = program("test", "good.clause", "bad.clause", "--only", "BRENA helps")
    assert (chosen.status, said(chosen).count("ok Brena helps")) == (0, 2)
    assert "Nobody" not in chosen.out
    assert program("test", "bad.clause", "--only", "nobody").status == 1
    only_there = program("test", "good.clause", "bad.clause", "--only", "Nobody")
    assert "good.clause" not in only_there.out
    nothing = program("test", "good.clause", "--only", "Zembla")
    assert (nothing.status, nothing.out) == (2, "")
    assert nothing.err == "clausekit: there is nothing to play: no scenario and no expectation has `Zembla` in its name\n"


# ---------------------------------------------------------------- files


def test_a_folder_stands_for_every_file_in_it(files, program):
    part = "parameter N: number.\nparty Alba. Alba shall consult within N days.\n"
    files(treaties__good_clause=TREATY + GOOD, treaties__deep__bad_clause=TREATY + BAD, treaties__part_clause=part)
    shown = program("test", "treaties")
    assert (shown.status, shown.err) == (1, "")
    assert [line for line in shown.out.splitlines() if line.endswith(".clause")] == ["treaties/good.clause", "treaties/deep/bad.clause"]
    assert shown.out.endswith("2 scenarios: 1 passed, 1 failed.\n")
    again = program("test", "treaties/good.clause", "treaties")
    assert [line for line in again.out.splitlines() if line.endswith(".clause")] == ["treaties/good.clause", "treaties/deep/bad.clause"]


def test_files_with_parameters_are_nothing_to_play(files, program):
    part = "parameter N: number.\nparty Alba. Alba shall consult within N days.\n"
    files(parts__part_clause=part)
    alone = program("test", "parts/part.clause")
    assert (alone.status, alone.err) == (
        2,
        "clausekit: parts/part.clause has parameters, and is no treaty by itself; name a file that uses it and gives them values\n",
    )
    folder = program("test", "parts")
    assert (folder.status, folder.err) == (2, "clausekit: there is nothing to play: all of these have parameters; name a file that uses them\n")


def test_a_file_that_cannot_be_played_does_not_keep_the_others_from_it(files, program):
    files(good_clause=TREATY + GOOD, wrong_clause=WRONG, unreadable_clause=UNREADABLE)
    shown = program("test", "wrong.clause", "nowhere.clause", "good.clause", "unreadable.clause")
    assert shown.status == 2
    assert "1 scenario: 1 passed, 0 failed." in shown.out
    assert [line.split(" was ")[0] for line in shown.err.splitlines()] == [
        "clausekit: wrong.clause",
        "clausekit: nowhere.clause: there is no such file",
        "clausekit: unreadable.clause",
    ]
    assert program("test", "wrong.clause", "--anyway").status == 0


def test_what_comes_in_is_played(program):
    assert said(program("test", "-", given=TREATY + GOOD)) == "<stdin> ok Brena helps (1 assertion) 1 scenario: 1 passed, 0 failed."


@pytest.mark.parametrize("file", sorted(EXAMPLES.rglob("*.clause")), ids=lambda path: path.stem)
def test_every_scenario_of_the_examples_holds(file, program):
    from clausekit import read

    if not read(file).has_parameters:
        shown = program("test", file)
        assert (shown.status, shown.err) == (0, "")
        assert "FAILED" not in shown.out


# ---------------------------------------------------------------- expectations

EXPECTED = {
    'expect "refuted": never assistance by Brena.': ("FAILED", 'expect "refuted": refuted by "Brena helps", 12 March 2026'),
    'expect "not refuted": never assistance by Alba.': ("ok", 'expect "not refuted": not refuted; it holds in 1 of 1 scenario'),
    'expect "shown": possible that assistance by Brena.': ("ok", 'expect "shown": shown to be possible by "Brena helps", 12 March 2026'),
    'expect "not shown": possible that report by Brena.': ("open", 'expect "not shown": it does not come up'),
    'expect "no occasion": If report by Alba, then Brena shall report within 3 days.': ("open", 'expect "no occasion": it does not come up'),
    'expect "still open": If raid, then Brena shall report within 300 days.': (
        "open",
        'expect "still open": it does not come up to its end: its time is still running where the scenarios stop',
    ),
    'expect "no veto": no Party alone can prevent fulfilment of clause help.': ("open", 'expect "no veto": no scenario can decide it'),
}


PROVED = {
    'expect "refuted": never assistance by Alba.': (1, 'FAILED expect "refuted": refuted by a course of events; `clausekit check` shows why'),
    'expect "shown": possible that report by Brena.': (0, 'ok expect "shown": proved: a course of events brings it about'),
    'expect "held": no Party alone can prevent fulfilment of clause help.': (0, 'ok expect "held": proved: none of them alone can prevent it'),
}


@pytest.mark.parametrize(("expectation", "found"), PROVED.items(), ids=[expectation.split('"')[1] for expectation in PROVED])
def test_what_scenarios_do_not_decide_the_prover_does(expectation, found, files, program):
    files(some_clause=f"{TREATY}{GOOD}\n{expectation}\n")
    shown = program("test", "some.clause")
    assert (shown.status, found[1] in said(shown)) == (found[0], True)
    assert "can refute but not prove" not in said(shown)
    data = json.loads(program("test", "some.clause", "--format", "json").out)
    assert [each["proved"] for each in data["files"][0]["expectations"]] == [True]


def test_without_time_only_scenarios_decide(files, program):
    files(some_clause=f'{TREATY}{GOOD}\nexpect "later": never assistance by Alba.\n')
    assert "not refuted; it holds in 1 of 1 scenario" in said(program("test", "some.clause", "--budget", "0"))


@pytest.mark.parametrize(("expectation", "found"), EXPECTED.items(), ids=[found[0] + " " + str(number) for number, found in enumerate(EXPECTED.values())])
def test_what_scenarios_say_of_an_expectation(expectation, found, files, program):
    files(some_clause=f"{TREATY}{GOOD}\n{expectation}\n")
    shown = program("test", "some.clause", "--no-prover")
    mark, words = found
    assert f"{mark} {words}" in said(shown)
    assert shown.status == (1 if mark == "FAILED" else 0)
    assert "Expectations were held to the scenarios above, which can refute but not prove them." in said(shown)


def test_a_breach_by_somebody_lets_a_scenario_say_nothing(files, program):
    text = TREATY + BAD.replace("is cured", "is violated").replace("is fulfilled", "is active") + '\nexpect "if all comply": never raid.\n'
    files(breach_clause=text)
    shown = program("test", "breach.clause", "--no-prover")
    assert shown.status == 0
    assert 'open expect "if all comply": it does not come up but in "Nobody helps", where Brena is in breach' in said(shown)


def test_without_scenarios_there_is_nothing_to_hold_it_to(files, program):
    files(alone_clause=f'{TREATY}\nexpect "alone": never raid.\n')
    assert 'open expect "alone": there is no scenario to hold it to' in said(program("test", "alone.clause", "--no-prover"))


# ---------------------------------------------------------------- formats


def test_json_fits_the_schema_that_is_printed(files, program):
    files(all_clause=TREATY + GOOD + BAD + "\n" + "\n".join(EXPECTED) + "\n", markup_clause=MARKUP)
    data = json.loads(program("test", "all.clause", "markup.clause", "--no-prover", "--format", "json").out)
    jsonschema.validate(data, json.loads(program("schema", "--of", "tests").out), format_checker=jsonschema.FormatChecker())
    assert [each["file"] for each in data["files"]] == ["all.clause", "markup.clause"]
    assert data["summary"]["scenarios"] == 3
    good, bad = data["files"][0]["scenarios"]
    assert (good["passed"], "timeline" in good) == (True, False)
    assert [(each["line"], each["on"]) for each in bad["failures"]] == [(20, "2026-03-15"), (19, "2026-03-25")]
    assert bad["timeline"]["records"][0]["kind"] == "in force"
    assert {each["verdict"] for each in data["files"][0]["expectations"]} == {"refuted", "not refuted", "shown", "no occasion", "not tried"}


def test_junit_is_well_formed_and_counts(files, program):
    files(all_clause=TREATY + GOOD + BAD + "\n" + "\n".join(EXPECTED) + "\n", markup_clause=MARKUP)
    shown = program("test", "all.clause", "markup.clause", "--no-prover", "--format", "junit")
    assert shown.status == 1
    root = ET.fromstring(shown.out)
    suites = list(root)
    assert [suite.get("name") for suite in suites] == ["all.clause", "markup.clause"]
    for counted in (root, *suites):
        cases = list(counted.iter("testcase"))
        assert counted.get("tests") == str(len(cases))
        assert counted.get("failures") == str(sum(case.find("failure") is not None for case in cases))
        assert counted.get("skipped") == str(sum(case.find("skipped") is not None for case in cases))
    names = [case.get("name") for case in root.iter("testcase")]
    assert "<script>alert(2)</script> & ]]> <!-- -->" in names
    failure = next(case.find("failure") for case in root.iter("testcase") if case.get("name") == "Nobody helps")
    assert failure.get("message") == "line 20, 15 March 2026: clause help is fulfilled, but it is active for Brena"
    assert "10 March 2026" in failure.text


def test_what_no_document_can_show_is_shown_by_its_number(program, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("odd\x01\x1b.clause").write_text(TREATY + BAD, encoding="utf-8")
    root = ET.fromstring(program("test", "odd\x01\x1b.clause", "--format", "junit").out)
    assert root.find("testsuite").get("name") == "odd<U+0001><U+001B>.clause"
    assert program("test", "odd\x01\x1b.clause").out.startswith("odd<U+0001><U+001B>.clause\n")


def test_results_go_into_a_file(files, program):
    files(good_clause=TREATY + GOOD)
    for form in ("text", "json", "junit"):
        shown = program("test", "good.clause", "--format", form)
        assert program("test", "good.clause", "--format", form, "-o", "results") == (0, "", "wrote results\n")
        assert Path("results").read_text(encoding="utf-8") == shown.out


def test_colours_are_for_terminals(files, program):
    files(bad_clause=TREATY + BAD)
    assert "\x1b" not in program("test", "bad.clause").out
    coloured = program("test", "bad.clause", "--colour", "always").out
    assert "\x1b[" in coloured
    assert program("test", "bad.clause", "--colour", "always", "-o", "results").status == 1
    assert "\x1b" not in Path("results").read_text(encoding="utf-8")


def test_no_line_is_wider_than_the_screen(files, program):
    long = BAD.replace("Nobody helps", "A name that is " + "very " * 40 + "long")
    files(long_clause=TREATY + long)
    assert max(map(len, program("test", "long.clause").out.splitlines())) <= 80


# ---------------------------------------------------------------- interruption


def test_whoever_stops_it_hears_what_was_played(files, program, monkeypatch):
    from clausekit.pipeline.simulation import Stage

    files(many_clause=TREATY + "".join(GOOD.replace("Brena helps", f"Brena helps {number}") for number in range(5)), good_clause=TREATY + GOOD)
    Path("results.xml").write_text("as it was", encoding="utf-8")
    played, run = [], Stage.run

    def stopped(stage, scenario):
        played.append(scenario.name)
        if len(played) == 4:
            raise KeyboardInterrupt
        return run(stage, scenario)

    monkeypatch.setattr(Stage, "run", stopped)
    interrupted = program("test", "good.clause", "many.clause", "--format", "junit", "-o", "results.xml")
    assert interrupted == (130, "", "clausekit: stopped; 3 of 6 scenarios were played\n")
    assert Path("results.xml").read_text(encoding="utf-8") == "as it was"
