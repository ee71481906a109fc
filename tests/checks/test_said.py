"""What findings tell a drafter to write: nothing absurd, and what the language has for what was meant."""

from __future__ import annotations

import pytest

from clausekit.pipeline import read_source
from clausekit.pipeline.library import parse
from clausekit.pipeline.proving import Proving
from clausekit.source import Source

KNOWN = """
party Carpathia "the Republic of Carpathia".
party Levantia.
guarantor Albion.
body Joint Commission means Carpathia, Levantia and Albion, deciding by two thirds.
zone Buffer "the Buffer Zone" means "the strip".
measure tanks of each Party.
action move weapons.
event breach means violation of article 1.

article 1 "Peace"
  peace: Each Party shall move weapons within 3 days.
  other: """


def told(text: str, code: str) -> list[str]:
    """The message and the help of each finding of one code, as one text."""
    return [f"{each.message} | {each.help}" for each in parse(KNOWN + text).diagnostics if each.code == code]


@pytest.mark.parametrize(
    ("text", "code", "advice"),
    [
        ("The number of tanks in Buffer shall not exceed 20.", "CK201", "`Each Party shall ensure that tanks of that Party are at most 20.`"),
        ("tanks of Carpathia shall not exceed 20.", "CK201", "`Each Party shall ensure that tanks of that Party are at most 20.`"),
        ("Disputes shall be settled by negotiation.", "CK201", "name those who act"),
        ("Each Party shall not exceed 20 tanks in Buffer.", "CK227", "`Each Party shall ensure that tanks of that Party are at most 20.`"),
        ("Levantia shall exceed 20.", "CK227", "`exceed` is read as a name"),
        ("While ceasefire, if breach then the Parties shall wait.", "CK207", "`status ceasefire.`"),
        ("The Joint Commission shall determine breach.", "CK207", "`if breach as determined by …`"),
        ("No Party shall move weapons across the Line.", "CK207", "`across` opens no role"),
        ("Albion shall give aid to the armed forces of Carpathia within 3 days.", "CK207", '`term armed forces of Carpathia means "…".`'),
        ('Each Party shall move weapons.\naction ask for inspection as "request".', "CK223", '`"ask for inspection"`'),
        ("If violation of clause peece, then the Parties shall wait.", "CK215", "did you mean `clause peace`?"),
        ("Each Party shall move weapons in the Buffer Zone.", "CK204", "did you mean `Buffer`?"),
        ("Levantia shall withdraw its troops and equipment within 3 days.", "CK221", '`action … "withdraw its troops and equipment".`'),
        ("Levantia may deploy a maximum of 5,000 troops for 30 days.", "CK229", "write `deploy at most 5,000 troops`"),
        ("Levantia shall pay Carpathia 5,000 euros within 3 days.", "CK229", "write `pay 5,000 euros to Carpathia`"),
        ("Albion shall assist Carpathia of 5,000 troops within 3 days.", "CK229", "write `provide 5,000 troops to Carpathia`"),
        ("Levantia may deploy a total of 5,000 troops for 30 days.", "CK229", "write `deploy 5,000 troops`"),
        ("Levantia shall wait and report within 3 days.", "CK221", "`and shall report`"),
        ("The Republic of Carpathia shall wait.", "CK201", "did you mean `Carpathia`?"),
    ],
)  # fmt: skip
def test_what_to_write_instead(text, code, advice):
    assert any(advice in said for said in told(text, code))


def test_a_line_of_a_scenario_that_cannot_be_read_is_located_there():
    text = KNOWN + 'The Parties shall wait.\n\nscenario "S"\n  in force from 2027-01-01.\n  on 2027-02-01: then nonsense shall.\n'
    (finding,) = [each for each in parse(text).diagnostics if each.code.startswith("CK10")]
    assert finding.citation == 'scenario "S"'


def test_what_could_not_be_settled_of_an_expectation_is_shown_where_it_stands():
    pytest.importorskip("z3")
    text = KNOWN.replace(", deciding by two thirds", "")
    text += 'The Parties shall wait.\n\nexpect "peace": no one of Carpathia and Levantia alone can prevent decision by the Joint Commission.\n'
    (finding,) = [each for each in read_source(Source(text), proving=Proving(20), select=("CK423",)).diagnostics if each.code == "CK423"]
    assert text[finding.span.start :].startswith("expect")
    assert finding.labels[0].message == '"peace"'


def test_no_modal_is_advised_before_what_is_no_act():
    (said,) = told("Levantia shall withdraw its troops and equipment within 3 days.", "CK221")
    assert "shall equipment" not in said
