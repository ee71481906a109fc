"""The hardest provisions of the treaties → pages that show each as clause, as draft, and as the checker sees it.

`python -m tests.coverage.hard` writes the pages in `tests/coverage/hard` anew; a test holds them to the files. They are there to be read: a change of wording
shows in them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import clausekit
from clausekit.model.citations import Citations
from clausekit.model.treaty import Division
from tests.coverage.generate import TREATIES

PAGES = Path(__file__).parent / "hard"


class Hard(NamedTuple):
    """What makes a page: its name and title, the treaty, the titles of the divisions shown, the checks whose findings belong to it, and the
    declarations that say what it means.
    """

    name: str
    title: str
    treaty: str
    divisions: tuple[str, ...]
    codes: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()


HARD = (
    Hard(
        "collective-defence",
        "Collective defence, with its area and the report on self-defence",
        "north-atlantic",
        ("Collective defence", "Area of collective defence"),
    ),
    Hard("consult-act-jointly-act-alone", "Consult, else act jointly, else each alone for one purpose only", "cyprus", ("Response to a breach",)),
    Hard("council-or-own-judgement", "A finding by a council, and a breach so flagrant that each judges it", "locarno", ("Help against a breach",)),
    Hard("joint-or-several-unstated", "A guarantee that leaves open whether it is joint or several", "london-belgium", ("Guarantee",), ("CK606", "CK729")),
    Hard("named-ratifications", "Ratification by forty-four named States, and two clocks", "ctbt", ("Entry into force",)),
    Hard("share-of-emissions", "Fifty-five Parties with fifty-five percent of emissions", "paris", ("Entry into force",)),
    Hard("snap-back", "Snap-back by default when a vote does not happen in time", "jcpoa", ("Dispute resolution", "Return of the earlier regime")),
    Hard("nested-ceilings", "Ceilings within ceilings", "cfe", ("Limits of the Groups of States", "Flanks", "Limits of a single Party")),
    Hard(
        "circular-gate", "Two steps that wait for each other", "minsk", ("Control of the State border", "Constitutional reform", "Local elections"), ("CK725",)
    ),
    Hard("gap", "Forty-five days to leave, ninety-one days to enter", "dayton", ("Redeployment in three phases",), ("CK724",)),
    Hard("parallel-consent", "Parallel consent, or a weighted majority", "good-friday", ("Decisions of the Assembly",), (), ("rule Cross-Community Vote",)),
)


def page(hard: Hard) -> str:
    """The text of a page."""
    path = TREATIES / f"{hard.treaty}.clause"
    reading = clausekit.read(path)
    assert reading.record is not None
    text = path.read_text(encoding="utf-8")
    citations = Citations(reading.record)
    chosen = [each for each, _ in citations.divisions if each.title in hard.divisions]
    assert len(chosen) >= len(hard.divisions), f"{hard.name}: {hard.divisions}"
    draft = clausekit.draft(reading, format="md")
    assert isinstance(draft, str)
    lines = [f"# {hard.title}\n"]
    for beginning in hard.declared:
        name = beginning.partition(" ")[2]
        lines += ["```clause", _sentence(text, beginning), "```\n", *_quoted(next(line for line in draft.splitlines() if f"“{name}”" in line).lstrip("> "))]
    for division in chosen:
        lines += ["```clause", _source(text, division), "```\n", *_quoted(_drafted(draft, citations, division))]
    findings = [found for found in clausekit.check(reading) if found.code in hard.codes]
    if hard.codes:
        lines += ["The checker says:\n", *(f"* {found.code} ({found.severity.name.lower()}): {found.message}" for found in findings), ""]
    return "\n".join(lines).rstrip() + "\n"


def _sentence(text: str, beginning: str) -> str:
    """A declaration as it is written."""
    start = text.index(f"\n{beginning}") + 1
    return text[start : re.compile(r"\.\n(?! )").search(text, start).end()].strip()  # type: ignore[union-attr]  # it ends somewhere


def _source(text: str, division: Division) -> str:
    """A division as it is written, its comments included."""
    heading = re.search(rf'^{division.kind} {re.escape(division.designation)} "{re.escape(division.title or "")}"$', text, re.MULTILINE)
    assert heading is not None
    following = re.compile(r"^(?:article|annex|part|chapter|section|scenario|expect)\b", re.MULTILINE).search(text, heading.end())
    return text[heading.start() : following.start() if following else len(text)].strip()


def _drafted(draft: str, citations: Citations, division: Division) -> str:
    """A division as it is drafted."""
    named = f"Article {citations.number(division)}" if division.kind == "article" else f"{division.kind.capitalize()} {division.designation}"
    heading = re.search(rf"^(#+) {re.escape(named)}\b[^#]*?{re.escape(division.title or '')}.*$", draft, re.MULTILINE)
    assert heading is not None, named
    following = re.compile(rf'^(?:<a id="[^"]*"></a>)?#{{1,{len(heading[1])}}} |^(?:<a id="[^"]*"></a>|The undersigned .*)$', re.MULTILINE).search(
        draft, heading.end()
    )
    return draft[heading.end() : following.start() if following else len(draft)].strip()


def _quoted(text: str) -> Iterator[str]:
    yield from (f"> {line}".rstrip() for line in text.splitlines())
    yield ""


_REGISTERS = """treaty "Arrangement on Consultation" short "Arrangement"{register}.
party Alba. party Brena.
action consult as "consultation". action assist as "assistance".
event armed attack.

article 1 "Consultation"
  talks: Whenever request by any Party, each other Party {modal} consult within 72 hours.

article 2 "Assistance"
  help: If armed attack on any Party as victim, then each other Party {modal} assist victim as it deems necessary within 10 days.
"""


def registers() -> str:
    """The page that shows one meaning in both registers: what binds in law as a treaty says it, and what does not as a political instrument does."""
    lines = ["# One meaning as a treaty and as a political instrument\n"]
    for register, modal in (("", "shall"), (" register political", "will")):
        text = _REGISTERS.format(register=register, modal=modal)
        draft = clausekit.draft(clausekit.parse(text), format="md", anyway=True)
        assert isinstance(draft, str)
        lines += ["```clause", text.rstrip(), "```\n", *_quoted(re.sub(r'<a id="[^"]*"></a>', "", draft).strip())]
    return "\n".join(lines).rstrip() + "\n"


def pages() -> dict[str, str]:
    """Every page, by its name."""
    return {hard.name: page(hard) for hard in HARD} | {"registers": registers()}


def main() -> None:
    """Write the pages anew."""
    PAGES.mkdir(exist_ok=True)
    made = pages()
    for name, text in made.items():
        (PAGES / f"{name}.md").write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(made)} pages in {PAGES.name}\n")


if __name__ == "__main__":
    main()
