"""Treaty and what was found in it → a sheet of open issues: square brackets left in the text, and findings, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from clausekit.diagnostics import Diagnostic, Severity
from clausekit.drafting.reports.facts import Facts, ended
from clausekit.drafting.tree import Draft, Paragraph, Section, capitalised, plain, unlinked

_BRACKET = re.compile(r"\[[^\[\]]*\]")


def brackets(draft: Draft, facts: Facts) -> Iterator[tuple[str, str]]:
    """Every square bracket in a draft, outermost ones whole, with where it stands."""
    frame = (
        (facts.say("in_title"), (draft.title, draft.short)),
        (facts.say("in_preamble"), (draft.chapeau, *draft.recitals, draft.agreement)),
    )
    for place, texts in frame:
        yield from ((place, bracket) for text in texts for bracket in in_text(text))
    yield from _of_paragraphs(facts.say("in_definitions"), draft.definitions, facts)
    yield from _of_paragraphs("", draft.paragraphs, facts)
    yield from _of_sections(draft.sections, facts)
    yield from ((facts.say("at_end"), bracket) for text in draft.testimonium for bracket in in_text(text))
    yield from ((facts.say("at_signature"), bracket) for signature in draft.signatures for bracket in in_text(signature.text))
    yield from _of_sections(draft.annexes, facts)


def in_text(text: str) -> list[str]:
    """The brackets of a text, the outermost where one stands in another."""
    said = unlinked(text)
    found, depth, begins = [], 0, 0
    for place, character in enumerate(said):
        if character == "[":
            begins = place if not depth else begins
            depth += 1
        elif character == "]" and depth:
            depth -= 1
            if not depth:
                found.append(said[begins : place + 1])
    return found if not depth else [*found, *_BRACKET.findall(said[begins:])]


def _of_sections(sections: Iterable[Section], facts: Facts, outer: str = "") -> Iterator[tuple[str, str]]:
    for section in sections:
        place = f"{outer}, {section.heading}" if outer and section.kind != "article" else section.heading
        yield from ((place, bracket) for bracket in in_text(section.title))
        yield from _of_paragraphs(place, section.paragraphs, facts)
        yield from _of_sections(section.sections, facts, place if section.kind == "annex" else "")


def _of_paragraphs(place: str, paragraphs: Iterable[Paragraph], facts: Facts) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        numbered = facts.wording.say("paragraph", number=paragraph.number) if paragraph.number else ""
        cited = f"{place}({paragraph.number})" if place and numbered else place or numbered or facts.say("in_text")
        for text in (paragraph.text, *(point.text for point in paragraph.points), paragraph.closing):
            yield from ((cited, bracket) for bracket in in_text(text))


def issues(facts: Facts, draft: Draft, findings: Sequence[Diagnostic]) -> Draft:
    """The sheet. `draft` is the draft of the treaty, `findings` what was found in it."""
    left = [facts.paragraph(facts.say("follows", capitalised(place), bracket)) for place, bracket in brackets(draft, facts)]
    sections = [facts.topic(facts.say("brackets", len(left)), left or [facts.paragraph(facts.say("no_brackets"))])]
    for severity in Severity:
        own = [each for each in findings if each.severity is severity]
        if own:
            sections.append(facts.topic(facts.say(f"{severity.value}s", len(own)), [_finding(facts, each) for each in own]))
    if not findings:
        sections.append(facts.topic(facts.say("findings"), [facts.paragraph(facts.say("no_findings"))]))
    return facts.document(facts.say("issues"), sections)


def _finding(facts: Facts, finding: Diagnostic) -> Paragraph:
    place = finding.citation or facts.say("in_whole")
    points = [facts.say("next", plain(finding.help))] if finding.help else []
    return facts.paragraph(facts.say("follows", place, f"{ended(plain(finding.message))} ({finding.code})"), points)
