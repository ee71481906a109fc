"""Reports for people: nothing left out, nothing twice, nothing invented, in every format."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import clausekit
from clausekit.drafting.build import build, worded
from clausekit.drafting.draft import phrasebook
from clausekit.drafting.owing import OWED
from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.reports import duties as sheets
from clausekit.drafting.reports.facts import Facts
from clausekit.drafting.reports.issues import in_text, issues
from clausekit.drafting.reports.report import FORMATS, KINDS, report
from clausekit.drafting.tree import Draft, Section, unlinked
from clausekit.model.published.convert import record
from clausekit.model.treaty import Treaty
from clausekit.norms.lower import lower
from tests.drafting.readers import VOID, html_page, markdown_page, text_page
from tests.model import generate_treaties as make

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted([*(ROOT / "examples").glob("*.clause"), *(ROOT / "examples/treaties").glob("*.clause")])
FRAMEWORK = ROOT / "examples" / "framework.clause"


def treaty(text: str) -> Treaty:
    found = clausekit.parse(text).record
    assert found is not None
    return found


def facts_of(said: Treaty) -> Facts:
    return Facts(worded(said, phrasebook("en")))


def texts_of(sections: tuple[Section, ...]) -> list[str]:
    """Every text of some sections."""
    found = []
    for section in sections:
        found += [section.heading, section.title]
        for paragraph in section.paragraphs:
            found += [paragraph.text, *(point.text for point in paragraph.points)]
        found += texts_of(section.sections)
    return found


def flat(text: str) -> str:
    return " ".join(text.split())


def summarised(text: str, kind: str = "summary", **how: str) -> str:
    return flat(str(report(treaty(text), kind=kind, findings=clausekit.parse(text).diagnostics, **how)))


# ---------------------------------------------------------------- every example


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_report_on_every_example(path):
    reading = clausekit.read(path)
    for kind in KINDS:
        text = str(clausekit.report_on(reading, kind=kind, anyway=True))
        text_page(text)
        assert not VOID.search(text), VOID.search(text)
        assert text == str(clausekit.report_on(reading, kind=kind, anyway=True))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_duty_of_everybody_is_on_their_sheet_once(path):
    said = clausekit.read(path).record
    assert said is not None
    facts = facts_of(said)
    code = lower(said)
    # A guarantee is one duty, whatever number of acts its response has.
    owed = {(norm.provision, norm.rung, norm.statement) if norm.guaranteed is not None else norm.number: norm for norm in reversed(code.norms)}
    assert Counter(norm.step.number for norm in facts.norms) == Counter(norm.provision for norm in owed.values())
    by_number = {norm.number: norm for norm in code.norms}
    for norm in facts.norms:
        assert by_number[norm.number].modality == norm.modality
        assert by_number[norm.number].bearer.names in {(), norm.bearers}
    for name in sheets.whose(facts):
        wanted = [norm for norm in facts.norms if (name in norm.bearers if name else not norm.bearers)]
        inner = {section.heading: section for section in sheets.sheet(facts, name).sections}
        own = [inner[heading] for heading in ("What it owes", "What it must not do", "What it may do", "What it need not do") if heading in inner]
        written = [paragraph.text for section in own for paragraph in section.paragraphs]
        assert len(written) == len(wanted)
        duties = [paragraph.text for heading in ("What it owes", "What it must not do") if heading in inner for paragraph in inner[heading].paragraphs]
        assert len(duties) == sum(norm.modality in OWED for norm in wanted)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_bracket_of_a_draft_and_every_finding_is_on_the_sheet_of_open_issues(path):
    reading = clausekit.read(path)
    assert reading.record is not None
    drafted = flat(str(clausekit.draft(reading, anyway=True)))
    sheet = flat(str(clausekit.report_on(reading, kind="issues")))
    for bracket, many in Counter(in_text(drafted)).items():
        if bracket != "[TITLE OF THE TREATY]":
            assert sheet.count(bracket) >= many, bracket
    for finding in reading.diagnostics:
        assert f"({finding.code})" in sheet
        assert flat(finding.message)[:60] in sheet


@pytest.mark.parametrize("kind", KINDS)
def test_the_reports_on_the_framework_agreement_are_as_they_were_read(kind, golden):
    golden(f"framework-{kind}.txt", str(clausekit.report_on(clausekit.read(FRAMEWORK), kind=kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_says_the_same(kind):
    reading = clausekit.read(ROOT / "examples" / "treaties" / "locarno.clause")
    made = {form: clausekit.report_on(reading, kind=kind, format=form, anyway=True) for form in FORMATS}
    page, marked = html_page(str(made["html"])), markdown_page(str(made["md"]))
    words = set(re.findall(r"\w{4,}", str(made["text"]).lower()))
    for other in (page.text_content(), marked.text_content()):
        assert words <= set(re.findall(r"\w{4,}", other.lower()))
    assert bytes(made["docx"])[:2] == b"PK"  # type: ignore[arg-type]  # a format that is no text gives bytes
    assert bytes(made["pdf"])[:4] == b"%PDF"  # type: ignore[arg-type]  # as above
    assert made["docx"] == clausekit.report_on(reading, kind=kind, format="docx", anyway=True)


@settings(derandomize=True, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=make.treaties())
def test_any_treaty(generated):
    said = record(generated)
    for kind in KINDS:
        text_page(str(report(said, kind=kind)))
        html_page(str(report(said, kind=kind, format="html")))


def test_a_summary_is_short():
    """Some seventy lines stand on a page of A4 in a small face."""
    for path in EXAMPLES:
        lines = str(clausekit.report_on(clausekit.read(path), anyway=True)).splitlines()
        assert len([line for line in lines if line.strip()]) <= 72, path.stem


# ---------------------------------------------------------------- what they say

HELP = """treaty "Agreement on Help" short "Help Agreement" languages English.
party A "the Republic of A".
guarantor B "the Kingdom of B".
action pay.
action help.
action warn as "warning".
article 1 "Help"
  a: A shall pay to B within 2 days of entry into force, failing which B may suspend this treaty.
  b: If danger, then B shall help A within 5 days.
  c: No Party shall use force.
article 2 "Guarantee"
  g: B guarantees clause a.
"""


def test_a_sheet_says_to_whom_when_and_what_if_not():
    said = summarised(HELP, "duties", party="A")
    assert "The Republic of A shall pay to the Kingdom of B within 2 days" in said
    assert "To whom: the Kingdom of B." in said
    assert "If not: Article 1(1), step 2: the Kingdom of B may suspend this Agreement." in said
    assert "If not: guaranteed under Article 2." in said
    assert "What it must not do Article 1(3): No Party shall use force." in said
    assert "What it is owed Article 1(2): In the event of a danger, the Kingdom of B shall help the Republic of A within 5 days." in said


def test_a_guarantee_of_the_duties_of_one_is_not_on_the_sheet_of_another():
    text = (
        "party A.\nparty C.\nguarantor B.\naction pay.\narticle 1\n  a: Each Party shall pay every year.\n"
        "article 2\n  g: B guarantees the duties of A under article 1.\n"
    )
    assert "guaranteed under Article 2" in summarised(text, "duties", party="A")
    assert "guaranteed under Article 2" not in summarised(text, "duties", party="C")


def test_a_party_is_found_by_any_of_its_names():
    assert summarised(HELP, "duties", party="the Kingdom of B") == summarised(HELP, "duties", party="b")
    with pytest.raises(WordingError, match=r"knows nobody called `Bb`"):
        report(treaty(HELP), kind="duties", party="Bb")


def test_the_duties_of_each_party_of_an_open_treaty_are_on_one_sheet():
    text = "action pay.\narticle 1\n  a: Each Party shall pay every year.\n"
    assert "Each Party What it owes Article 1: Each Party shall pay every year." in summarised(text, "duties")


def test_a_summary_says_what_is_open():
    said = summarised(HELP)
    assert "Parties: the Republic of A." in said
    assert "Guarantors, which are Parties too: the Kingdom of B." in said
    assert "The text does not say how it enters into force" in said
    assert "Square brackets left open: " in said
    assert "within 2 days: The Republic of A shall pay to the Kingdom of B (Article 1(1))" in said


def test_a_political_instrument_is_not_called_a_treaty():
    assert "is not binding" in summarised('treaty "Declaration" register political.\nparty A.\nparty B.\nA will pay B every year.\n')


def test_brackets_are_found_whole():
    assert in_text("one [two [three] four] five [six]") == ["[two [three] four]", "[six]"]
    assert in_text("an open [one and [a] whole") == ["[a]"]
    assert in_text("a ] and [b") == []


def test_an_issue_has_its_place():
    said = treaty('party A.\nparty B.\narticle 1\n  a: text "Nothing.".\n  b: text "The seat is at [place]".\n')
    facts, drafted = facts_of(said), build(said, phrasebook("en"))
    assert "Article 1(2): [place]" in texts_of(issues(facts, drafted, ()).sections)


def test_a_file_with_errors_has_open_issues_and_no_summary():
    reading = clausekit.parse("party A.\nAa shall pay A within 3 days.\n")
    assert reading.has_errors
    assert "Errors: " in str(clausekit.report_on(reading, kind="issues"))
    with pytest.raises(ValueError, match="draft it `anyway`"):
        clausekit.report_on(reading)
    assert "Errors: " in str(clausekit.report_on(reading, anyway=True))


def test_a_memorandum_holds_the_whole_text_and_a_place_for_each_article():
    said = clausekit.read(FRAMEWORK).record
    assert said is not None
    drafted = build(said, phrasebook("en"))
    made = flat(str(report(said, kind="memorandum")))
    for text in sentences(drafted):
        assert flat(unlinked(text)) in made
    articles = re.findall(r"^ +Article \d+$", str(report(said, kind="memorandum")), re.MULTILINE)
    assert len(articles) == 32
    assert made.count("[Explanation by the Government.]") >= len(articles)


def sentences(draft: Draft) -> list[str]:
    still = [*draft.sections, *draft.annexes]
    found = list(draft.recitals)
    while still:
        section = still.pop()
        found += [paragraph.text for paragraph in section.paragraphs]
        still += section.sections
    return found


def test_what_cannot_be_reported_is_said():
    for asked, message in (
        ({"kind": "song"}, "there is no report `song`"),
        ({"format": "json"}, "there is no format `json`"),
        ({"language": "xx"}, "language"),
    ):
        with pytest.raises(WordingError, match=message):
            report(treaty(HELP), **asked)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_sentence_with_one_statement_is_said_as_the_draft_says_it(path):
    record_of = clausekit.read(path).record
    assert record_of is not None
    facts = facts_of(record_of)
    by_provision = Counter(step.number for step in facts.steps.all)
    alone = [step for step in facts.steps.all if by_provision[step.number] == 1 and len(step.pieces) == 1 and step.pieces[0].modal]
    for step in alone:
        said = facts.sentence(step, step.pieces[0].whole)
        drafted = facts.steps.text(step.provision)
        if "; that" not in drafted and "(a)" not in drafted and step.pieces[0].bearer is not None:
            assert said == drafted
