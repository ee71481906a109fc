"""How sentences are read: each file of the corpus pairs them with an outline that a lawyer can check.

`pytest --snapshot-update` writes the outlines anew; read the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.source import Source
from clausekit.syntax.canonical import canonical
from clausekit.syntax.parser import parse
from clausekit.syntax.printer import print_document
from tests.syntax.outline import outline
from tests.syntax.placeless import placeless

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "syntax"
READINGS = sorted((CORPUS / "readings").glob("*.txt"))
GOOD = sorted((CORPUS / "good").glob("*.clause"))


DIFFERENT = """
France shall consult.
UK shall consult.
France may consult.
France shall assist.
France shall consult within 3 days.
x: France shall consult.
France shall consult with UK.
France shall consult on UK.
France shall consult unless UK.
France shall consult except UK.
If x, France shall consult.
When x, France shall consult.
If not x, France shall consult.
France or UK shall consult.
France and UK shall consult.
France jointly shall consult.
France shall consult source "x".
France shall: (a) consult.
France shall consult at least 3 days before x.
France shall consult within 3 days of x.
Any France shall consult.
Each France shall consult.
France as x shall consult.
France shall consult, failing which UK shall assist.
France shall consult, and UK shall assist.
France shall sign or ratify.
France shall sign and ratify.
France shall consult 3 ships.
France shall consult at most 3 ships.
France shall consult subject to x.
France shall consult notwithstanding x.
France shall suspend article 3.
France shall suspend clause 3a.
France shall suspend paragraph 3 of article 4.
France shall suspend article 3 of Charter.
enters into force.
enters into force on x.
enters into force from x.
enters into force 3 days after x.
enters into force after x.
enters into force on 2027-01-01.
enters into force on 2027-01-01 at 10:00.
enters into force on 2027-01-01 at 10:00 UTC.
enters into force on the first day of the second month after x.
enters into force on the first day of the third month after x.
enters into force on the later of x and y.
enters into force on x by 3 percent of y.
enters into force on x by at least 3 y.
enters into force on x by at least 3 y, including z.
enters into force on x by at least 3 y having 4 percent of z.
this treaty enters into force.
remains in force.
remains in force indefinitely.
article 3 ceases.
article 3 lapses.
article 3 is suspended.
article 3 is suspended for x.
x to y ceases.
x ceases.
article 3 is extended by 3 days.
article 3 is extended by up to 3 days.
article 3 survives x.
article 3 replaces x.
article 3 replaces article 4.
x counts as y.
x does not count as y.
x counts as 1 y.
open for accession.
open for signature.
open for accession invited by x.
amendments are adopted by consensus.
adjustments are adopted by consensus.
amendments to article 3 are adopted by consensus.
amendments are adopted by consensus and bind all Parties.
amendments are adopted by x.
amendments are adopted by two thirds of x.
amendments are adopted by two thirds of x voting.
amendments are adopted by two thirds of x present and voting.
amendments are adopted by at least 3 of x.
amendments are adopted by 3 percent of x.
France declares that x.
France recognises that x.
France declares that not x.
France declares that already x.
France declares that x counts as y.
France declares that x does not count as y.
reservation by France to article 3.
objection by France to article 3.
reservation by France to the reservation by UK.
reservation by France to article 3 opposing entry into force.
reservation by France to article 3: excluded.
reservation by France to article 3: "x".
France guarantees article 3.
France assures article 3.
France jointly or severally unstated guarantees article 3.
France shall consult understanding by UK "x".
France shall consult understanding by UK "y".
France shall ensure that x.
France shall ensure that x, and that y.
France shall ensure that x, and that already state y.
France shall ensure that x, and that not state y.
France shall ensure that x is at most 3.
France shall ensure that x is at most 3 percent of y.
France shall ensure that x is at most 3 percent of y rounded up.
France shall ensure that x is at most one third of y.
France shall ensure that x is at most its previous y.
France shall ensure that x is at most the smaller of 3 and 4.
France shall ensure that x is at most the larger of 3 and 4.
France shall ensure that x is at most 3 plus 4.
France shall ensure that x is at most 3 minus 4.
France shall ensure that x is at most y.
France shall ensure that x is y.
France shall ensure that x in z is at most y.
France shall consult at the same time as x.
France shall consult exactly 3 days after x.
France shall consult from 3 days after x.
France shall consult until 3 days after x.
France shall consult at least 3 times every day.
France shall consult at most 3 times every day.
France shall consult at least 3 times in all.
France shall consult for 3 days.
France shall consult for at most 3 days.
France shall consult at any time.
France shall consult within an unstated period.
France shall consult on behalf of x.
France shall consult with the consent of x.
France shall consult with a statement of x.
France shall consult for the sole purpose of x.
France shall consult in accordance with x.
France shall consult in accordance with article 3.
France shall consult where possible.
France shall consult for each occurrence.
France shall consult subsidiarily.
France shall consult with 3 days notice.
France shall consult with 3 days notice to x.
If x in the opinion of y, France shall consult.
If x as alleged by y, France shall consult.
If x of any y, France shall consult.
If x before y, France shall consult.
If x after y, France shall consult.
If x 3 days before y, France shall consult.
rule x means consensus.
rule x means consensus, failing which unanimity.
rule x means consensus, failing which after 3 days unanimity.
rule x means consensus, including y.
rule x means consensus, including at least 3 y.
rule x means consensus, excluding y.
rule x means consensus, without objection by y.
rule x means consensus, without objection by y within 3 days.
rule x means consensus, with a quorum of 3.
rule x means consensus, having 3 percent of y.
rule x means unless rejected by consensus.
rule x means unless rejected by consensus within 3 days.
rule x means rejection by consensus.
class x.
class x of each y.
instrument x.
group x means y.
group x means each y that "z".
group x means each y that "z" before 2027-01-01.
group x means each y that "z" on 2027-01-01.
group x means each y whose z.
group x means each y after z.
body x of 3 members.
body x under y.
body x chaired by y.
zone x inside y.
zone x within 3 km of y.
measure x of each y.
measure x part of y.
use "x".
use "x" as y.
use "x" with y = z.
use "x" with y = "z".
use "x" with y = 3.
use "x" with y = 3 days.
use "x" with y = 2027-01-01.
parameter x: group.
parameter x: party.
""".strip().split("\n")


def pairs(text: str) -> list[tuple[str, str]]:
    """The sentences of a file and their outlines. Sentences stand behind `>`; empty lines part the pairs."""
    found = []
    for block in text.split("\n\n")[1:]:
        lines = block.strip("\n").split("\n")
        sentence = "\n".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
        found.append((sentence, "\n".join(line for line in lines if not line.startswith("> "))))
    return found


def written(text: str) -> str:
    """The file as it should be: its title, and each sentence with the outline of how it is read."""
    blocks = [text.partition("\n\n")[0]]
    blocks += ["\n".join(f"> {line}" for line in sentence.split("\n")) + "\n" + outline(sentence) for sentence, _ in pairs(text)]
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_sentences_are_read_as_the_outlines_say(path, request):
    text = path.read_text(encoding="utf-8")
    if request.config.getoption("--snapshot-update"):
        path.write_text(written(text), encoding="utf-8")
        text = path.read_text(encoding="utf-8")
    for sentence, meant in pairs(text):
        assert outline(sentence) == meant, sentence
    assert written(text) == text


def test_there_are_readings():
    assert len(READINGS) >= 20
    assert sum(len(pairs(path.read_text(encoding="utf-8"))) for path in READINGS) >= 450


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_samples_of_the_design_are_read_whole(path):
    source = Source(path.read_text(encoding="utf-8"), path.name)
    document, found = parse(source)
    assert [finding.message for finding in found] == []
    printed = print_document(document, source)
    again, found = parse(Source(printed))
    assert [finding.message for finding in found] == []
    assert placeless(again.items) == placeless(canonical(document).items)
    assert [comment.text for comment in again.comments] == [comment.text for comment in document.comments]
    assert print_document(again, Source(printed)) == printed


def test_an_outline_shows_every_difference():
    """What the outline leaves out, these tests could not see."""
    assert len({outline(sentence) for sentence in DIFFERENT}) == len(DIFFERENT)
