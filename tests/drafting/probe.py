"""A sentence put into a treaty, and the paragraph it becomes there in every format: its words alone, without links and layout."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import lxml.html

from clausekit.drafting.build import build
from clausekit.drafting.draft import formats
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.tree import Draft
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.clauses import Sentence
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source

# The names of `tests.model.generate`, each with words of its own: two names that read alike are a matter for a check, not for the drafter.
DECLARED = """
treaty "Agreement on the Trial of Words" short "Trial Agreement".

party Ukraine.
party Poland "the Republic of Poland".
guarantor France "the French Republic" pledging 5,000 troops.
guarantor Türkiye.
party Timor-Leste.
state Norway "the Kingdom of Norway".
group European Allies singular "European Ally" means France and Türkiye.
group Border States "the States of the Border" singular "State of the Border" means Ukraine and Poland.
group Depositaries singular "Keeper of the Treaty" means France and Norway.
body Joint Commission means Ukraine and France, deciding by consensus.
body Council "the Council of the Agreement" means Poland and Türkiye.
zone Line of Contact means "the line set out in Annex A".
zone Buffer Zone "the Zone of Separation" means "the area between the lines".
term Territory means "the territory of Ukraine".
term Self-Defence "self-defence as the Charter knows it" means "the use of force in self-defence".
action deploy forces "deploy military forces" as "a deployment of military forces" in troops.
action impose sanctions "impose the measures of Annex A" in percent.
action assist as "assistance".
event armed attack "an armed attack".
event breach "a material breach".
status ceasefire begins on entry into force.
status state of alert "the heightened alert".
measure heavy weapons "the heavy weapons held" in weapons.
measure threat level as low, medium or high.
measure emissions of each Party "the greenhouse gas emissions" in tonnes.
instrument Charter "the Charter of the United Nations".
instrument Climate Convention.
rule Qualified Majority means two thirds of the Parties.
"""
UNDECLARED = """
treaty style eu.
party Ukraine.
party Poland.
group European Allies singular "European Ally" means Ukraine.
group Border States means Poland.
group Depositaries singular "Keeper of the Treaty" means Poland.
body Joint Commission.
body Council.
zone Line of Contact.
zone Buffer Zone.
term Territory means "the territory".
term Self-Defence means "the use of force in self-defence".
"""
POLITICAL = UNDECLARED.replace("treaty style eu.", 'treaty "Memorandum on the Trial of Words" register political style mou.')
AROUND = """
part 2 "Two"
article 5 "Five"
  no force: text "Nobody uses force.".
  text "Nobody threatens it.".
article 12 "Twelve"
  text "Twelve.".
article response "Response"
  response: Ukraine shall: (a) consult; (b) wait.
part IV "Four"
article probe "Probe"
  text "BEFORE.".
  text "AFTER.".
annex A "Maps"
  first report: text "A report.".
annex B "Bounds"
  article 5 "Inner"
    withdrawal of units: text "In Annex B.".
"""


class Said(NamedTuple):
    """The paragraph of a sentence, in each format."""

    text: str
    md: str
    html: str


class Room(NamedTuple):
    """A treaty with a place for a sentence: the second paragraph of its Article `probe`."""

    treaty: Treaty
    sentences: Sentences
    place: Provision
    document: Draft


@cache
def room(text: str) -> Room:
    found = read_source(Source(text + AROUND)).record
    assert found is not None
    wording = Wording(found, phrases())
    before = next(each for each in wording.citing.citations.provisions if each.path and each.path[-1].designation == "probe")
    return Room(found, Sentences(wording), before._replace(paragraph=2), build(found, phrases()))


@cache
def phrases() -> Phrasebook:
    return Phrasebook()


def said(within: Room, sentences: list[Sentence]) -> list[Said]:
    """The words of each sentence's own paragraph. Its label is left out: it says where a norm stands, not what it says."""
    spoken = [within.sentences.paragraph(within.place._replace(clause=sentence._replace(label=None)), "") for sentence in sentences]
    numbered = tuple(paragraph._replace(id=f"probe.{number}", number=str(number)) for number, paragraph in enumerate(spoken, 1))
    document = within.document._replace(definitions=(), paragraphs=numbered, sections=(), annexes=(), testimonium=(), signatures=())
    drafted = {name: str(formats()[name].render(document, phrases())) for name in Said._fields}
    return [Said(*each) for each in zip(*(IN[name](drafted[name]) for name in Said._fields), strict=True)]


def _of_text(document: str) -> list[str]:
    """A number at the beginning of a line begins a paragraph: later lines hang under its first word."""
    return [" ".join(each.split()) for each in re.split(r"^\d+\. ", document, flags=re.MULTILINE)[1:]]


def _of_markdown(document: str) -> list[str]:
    paragraphs = re.split(r'^<a id="probe\.\d+"></a>\d+\\\. ', document, flags=re.MULTILINE)[1:]
    links = re.compile(r"<a id=[^>]*></a>|\]\(#[^)]*\)|(?<!\\)\[|^>", re.MULTILINE)
    return [" ".join(links.sub("", each).replace("\\", "").split()) for each in paragraphs]


def _of_html(document: str) -> list[str]:
    paragraphs = lxml.html.document_fromstring(document).xpath("//div[@class='paragraph']")
    return [" ".join(paragraph.text_content().split()).partition(". ")[2] for paragraph in paragraphs]


IN = {"text": _of_text, "md": _of_markdown, "html": _of_html}
