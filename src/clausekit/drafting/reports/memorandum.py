"""Treaty → the skeleton of an explanatory memorandum: Article by Article what it provides, and a place for the explanation of the government."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.drafting.owing import Owing
from clausekit.drafting.reports.facts import Facts
from clausekit.drafting.tree import Draft, Paragraph, Section, capitalised, unlinked


def memorandum(facts: Facts, draft: Draft) -> Draft:
    """The skeleton. What is in square brackets is for the government to write; everything else is in the words of `draft`."""
    general = [
        facts.section(facts.say("purpose"), [facts.paragraph(facts.say("purpose_place"))]),
        facts.section(facts.say("background"), [facts.paragraph(facts.say("background_place"))]),
    ]
    preamble = [unlinked(text) for text in (draft.chapeau, *draft.recitals) if text]
    if preamble:
        said = [facts.paragraph(text) for text in preamble]
        general.append(facts.section(capitalised(facts.say("in_preamble")), [*said, facts.paragraph(facts.say("explanation_place"))]))
    loose = list(_explained(facts, (*draft.definitions, *draft.paragraphs)))
    general += [facts.section(facts.say("text"), loose)] if loose else []
    own = [_section(facts, section) for section in (*draft.sections, *draft.annexes)]
    closing = [facts.section(facts.say("consequences"), [facts.paragraph(facts.say("consequences_place"))])]
    return facts.document(facts.say("memorandum"), [*general, *own, *closing])


def _section(facts: Facts, section: Section) -> Section:
    paragraphs = list(_explained(facts, section.paragraphs))
    if section.kind in {"article", "annex"} and not section.paragraphs and not section.sections:
        paragraphs = [facts.paragraph(facts.say("explanation_place"))]
    inner = [_section(facts, each) for each in section.sections]
    return facts.section(section.heading, paragraphs, title=unlinked(section.title), level=section.level, sections=inner)


def _explained(facts: Facts, paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """What the paragraphs of an Article provide, what kind of norms they are, and a place for the explanation of all of them."""
    norms = _norms(facts)
    for paragraph in paragraphs:
        points = [f"({point.mark}) {point.text}" for point in paragraph.points]
        said = unlinked(" ".join(filter(None, (paragraph.text, *points, paragraph.closing))))
        own = norms.get(paragraph.id, [])
        lead = facts.say("provides", paragraph.number) if paragraph.number else facts.say("provides_alone")
        yield facts.paragraph(f"{lead} “{said}”", dict.fromkeys(_kind(facts, norm) for norm in own))
    if paragraphs:
        yield facts.paragraph(facts.say("explanation_place"))


def _norms(facts: Facts) -> dict[str, list[Owing]]:
    found: dict[str, list[Owing]] = {}
    for norm in facts.norms:
        found.setdefault(facts.wording.citing.id_of(norm.step.provision), []).append(norm)
    return found


def _kind(facts: Facts, norm: Owing) -> str:
    """What a norm is and whose: `An obligation of Ukraine and the Russian Federation, owed to …`."""
    whose = facts.named(norm.bearers) if norm.bearers else facts.wording.say("one_each", noun=facts.wording.naming.noun("Party"), count=None)
    said = facts.say(f"kind_{norm.modality}", whose)
    others = [name for name in norm.owed_to if norm.bearers != (name,)]
    return facts.say("kind_owed_to", said, facts.named(others)) if others else said
