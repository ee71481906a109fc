"""`clausekit explain`: the page of a check, and the meaning of a clause."""

from __future__ import annotations

import pytest

from clausekit.checks.registry import pages
from tests.cli.conftest import ONE, UNREADABLE

TREATY = """\
party Ukraine.
party Russia.
guarantor France "the French Republic" pledging 10,000 troops.
guarantor Poland pledging 8,000 troops.
group European Allies means France and Poland.
body Joint Commission means Ukraine and Russia, deciding by consensus.
event breach means violation of article 1.
action deploy forces "deploy military forces" as "deployment of military forces" in troops.
action impose sanctions.

article 1 "Peace"
  peace: Russia shall not attack Ukraine.

article 2 "Response"
  response: If breach as determined by Joint Commission, then the European Allies jointly shall deploy forces to Ukraine
            of at least 12,000 troops within 30 days, unless waiver by Ukraine,
            failing which each Guarantor shall impose sanctions on Russia within 7 days,
            failing which any Guarantor may suspend article 1.
  steps: Ukraine shall: (a) consult at the request of France, subject to article 1; or (b) withdraw with 3 months notice.
  guarantee: The Guarantors jointly and severally guarantee article 1 in favour of Ukraine by clause response.

article 3
  text "Nothing in this Agreement affects the Charter.".
"""
LIFE = """\
treaty "Pact of Syldavia".
party Ukraine.
party Russia.
guarantor France "the French Republic".
guarantor Poland.
rule Qualified Majority means two thirds of the Parties.
class Neighbours.
action withdraw forces as "withdrawal of forces".
instrument Charter "the Charter of the United Nations".

article 1 "Life"
  in force: enters into force 30 days after ratification by at least 3 Parties, unless objection by Russia.
  counting: Attack on France counts as attack on Poland.
  ladder: If breach, then article 2 is extended by up to 2 years by the Parties, failing which the Parties recognise that breach,
    failing which article 2 ceases.
  changes: Amendments to article 2 are adopted by Qualified Majority and bind all Parties.
  joining: this treaty is open for accession to any State invited by the Parties acting by unanimity.
  other: this treaty does not affect Charter source "X" understanding by Poland "Only some of it.".

article 2 "Acts"
  recognition: If breach, then Each Party declares that attack on France counts as attack on Poland.
  rest: Ukraine shall complete withdraw forces with 3 months notice to Poland in accordance with article 3 of Charter,
    and shall ensure that Neighbours are at most 3, and that not breach.
  promise: France and Poland jointly or severally unstated assure clause rest in favour of Ukraine.
  reserve: reservation by France to clause rest: excluded understanding by Russia "Not so.".
  object: objection by Poland to the reservation by France opposing entry into force.
"""


def test_the_page_of_a_check(program):
    shown = program("explain", "CK301")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith("CK301 no-deadline (warning)\n\n")
    assert "What it finds:" in shown.out
    assert "# warning: CK301" in shown.out
    assert "How it passes:" in shown.out


@pytest.mark.parametrize("name", ["ck301", "no-deadline", "No deadline", " CK301 "])
def test_a_check_has_a_code_and_a_name(name, program):
    assert program("explain", name) == program("explain", "CK301")


@pytest.mark.parametrize("each", pages(), ids=lambda each: each.rule.code)
def test_every_page_can_be_shown(each, program):
    shown = program("explain", each.rule.code)
    assert (shown.status, shown.err) == (0, "")
    assert f"{each.rule.code} {each.rule.name}" in shown.out
    prose = [line for line in shown.out.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 80


def test_the_list_of_checks(program):
    listed = program("explain", "--list").out.splitlines()
    assert [line.split()[0] for line in listed] == sorted(each.rule.code for each in pages())
    assert any(line.startswith("CK301  no-deadline ") and "warning" in line for line in listed)


@pytest.mark.parametrize(("written", "suggested"), [("CK9011", "; did you mean `ck901`?"), ("no deadlin", "; did you mean `no-deadline`?"), ("zzz", "")])
def test_no_such_check(written, suggested, program):
    told = f"clausekit: no check is called `{written}`{suggested} (`clausekit explain --list` lists them); for a clause, name its file too\n"
    assert program("explain", *written.split()) == (2, "", told)


@pytest.mark.parametrize("clause", ["response", "steps", "guarantee", "article 3", "peace"])
def test_the_meaning_of_a_clause(clause, program, files, snapshot):
    files(treaty_clause=TREATY)
    shown = program("explain", *clause.split(), "treaty.clause")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out == snapshot
    assert max(map(len, shown.out.splitlines())) <= 80


def test_the_meaning_of_everything_that_is_no_norm(program, snapshot):
    shown = program("explain", "-", given=LIFE)
    assert (shown.status, shown.err) == (0, "")
    assert shown.out == snapshot
    assert max(map(len, shown.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        ("response", ["Article 2, paragraph 1 (response)"]),
        ("clause response", ["Article 2, paragraph 1 (response)"]),
        ("Article 2, paragraph 1", ["Article 2, paragraph 1 (response)"]),
        ("paragraph 1 of article 2", ["Article 2, paragraph 1 (response)"]),
        ("2(1)", ["Article 2, paragraph 1 (response)"]),
        ("article 1", ["Article 1 (peace)"]),
        ("1", ["Article 1 (peace)"]),
        ("ARTICLE 2", ["Article 2, paragraph 1 (response)", "Article 2, paragraph 2 (steps)", "Article 2, paragraph 3 (guarantee)"]),
    ],
)
def test_the_ways_to_cite_a_clause(written, titles, program):
    shown = program("explain", written, "-", given=TREATY).out.splitlines()
    assert [line for line in shown if line.startswith("Article ")] == titles


def test_a_file_alone_is_explained_whole(program):
    shown = program("explain", "-", given=TREATY).out.splitlines()
    assert sum(line.startswith("Article ") for line in shown) == 5


@pytest.mark.parametrize(
    ("written", "suggested"), [("respons", "; did you mean `response`?"), ("article 9", "; did you mean `Article 2`?"), ("annex A", ""), ("2(9)", "")]
)
def test_no_such_clause(written, suggested, program):
    asked = program("explain", written, "-", given=TREATY)
    assert (asked.status, asked.out) == (2, "")
    assert asked.err.startswith(f"clausekit: there is no clause `{written}` in <stdin>")
    assert not suggested or "did you mean" in asked.err


def test_the_only_sentence_of_a_file(program):
    shown = program("explain", "-", given=ONE)
    assert shown.status == 0
    assert "nobody: the sentence names no one, and there is no guarantor" in shown.out
    assert "left open: the duty is never late" in shown.out


def test_what_cannot_be_read_is_not_explained(program):
    partly = program("explain", "-", given=UNREADABLE + "help: Poland shall help.")
    assert partly.status == 0
    assert "(help)" in partly.out
    assert partly.err == "clausekit: <stdin> has errors, which `clausekit check <stdin>` shows; what cannot be read is not explained\n"
    assert program("explain", "-", given="") == (2, "", "clausekit: <stdin>: no sentence of it can be read; `clausekit check <stdin>` says why\n")


def test_no_such_file(program, files):
    files()
    assert program("explain", "response", "gone.clause") == (2, "", "clausekit: gone.clause: there is no such file\n")
