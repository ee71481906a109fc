"""What a treaty says of itself → the addresses of a document on the levels of FRBR: the work, its expression in a language, this file.

Source: Akoma Ntoso Naming Convention Version 1.0, sections 4.5 to 4.8. A treaty is nobody's national law, and a draft may have no date: what the schema
requires all the same is a value that no real document has, and says so by its name.
"""

from __future__ import annotations

from typing import NamedTuple

from clausekit.drafting.akn.codes import NO_COUNTRY, language_of
from clausekit.drafting.akn.eids import label_of, number_of
from clausekit.drafting.akn.markup import Element, add
from clausekit.drafting.akn.references import References
from clausekit.drafting.tree import Draft, plain

# The earliest day that XML Schema knows, for a treaty without a day of signature.
NO_DATE = "0001-01-01"
_LONGEST_NAME = 80
_UNNAMED = "nn"  # section 4.5: where there is no number or name
SUBTYPE = "treaty"
MAIN = "main"


class Addresses(NamedTuple):
    """The addresses of one expression of a treaty, and what they are made of. The file's is that of the expression with the suffix of its format.

    `version` is the number of the draft, and `drafted` its day, if it has one; else the day of the work.
    """

    work: str
    expression: str
    language: str
    date: str
    date_name: str
    name: str
    version: str
    drafted: str


def addresses(draft: Draft) -> Addresses:
    """The addresses of a draft."""
    return _addresses(draft, "act", language_of(draft.language))


def addresses_of_all(draft: Draft) -> Addresses:
    """The addresses of the collection of a treaty in all its languages, of which `draft` is one: a document of another type, in several languages (`mul`)."""
    return _addresses(draft, "documentCollection", "mul")


def _addresses(draft: Draft, document: str, code: str) -> Addresses:
    treaty = draft.treaty
    date, date_name = (treaty.done_on.isoformat(), "signature") if treaty.done_on is not None else (NO_DATE, "undated")
    name = _cut(label_of(plain(treaty.short) or plain(treaty.title)))
    work = f"/akn/{NO_COUNTRY}/{document}/{SUBTYPE}/{date}/{name or _UNNAMED}"
    version = number_of(plain(draft.layout.number))
    # A draft of a treaty that is already dated comes before it; and no expression may be older than its work.
    drafted = max(draft.layout.dated.isoformat(), date) if draft.layout.dated is not None else date
    return Addresses(work, f"{work}/{code}@{f'draft-{version}' if version else ''}", code, date, date_name, name, version, drafted)


def _cut(name: str) -> str:
    """A name of a length that an address can bear, without a piece of a word at its end."""
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rpartition("-")[0] or name[:_LONGEST_NAME]


def identify(meta: Element, at: Addresses, references: References, draft: Draft, component: str = MAIN) -> None:
    """Say what the document is: the treaty as a whole, or a `component` of it such as `annex_A`."""
    element = add(meta, "identification", source=f"#{references.editor}")
    authors = references.authors(draft.treaty.actors)
    if references.nobody is not None:
        authors = [(f"#{references.nobody.identifier}", "")]
    work = _level(element, "FRBRWork", f"{at.work}/!{component}", at.work, at, authors)
    add(work, "FRBRcountry", value=NO_COUNTRY)
    if component == MAIN:
        add(work, "FRBRsubtype", value=SUBTYPE)
        if at.name:
            add(work, "FRBRname", value=at.name)
        add(work, "FRBRprescriptive", value="false" if draft.treaty.political else "true")
    at = at._replace(date=at.drafted, date_name="draft" if at.drafted != at.date else at.date_name)
    expression = _level(element, "FRBRExpression", f"{at.expression}/!{component}", at.expression, at, authors)
    if at.version:
        add(expression, "FRBRversionNumber", value=at.version)
    add(expression, "FRBRlanguage", language=at.language)
    file = _level(element, "FRBRManifestation", f"{at.expression}/!{component}.xml", f"{at.expression}.xml", at, [(f"#{references.editor}", "")])
    add(file, "FRBRformat", value="xml")


def _level(parent: Element, tag: str, this: str, uri: str, at: Addresses, authors: list[tuple[str, str]]) -> Element:
    level = add(parent, tag)
    add(level, "FRBRthis", value=this)
    add(level, "FRBRuri", value=uri)
    add(level, "FRBRdate", date=at.date, name=at.date_name)
    for author, role in authors:
        add(level, "FRBRauthor", href=author, as_=role)
    return level


def live(meta: Element, at: Addresses, references: References, event: str) -> None:
    """What is known of the life of the document: its signature, if that has a day."""
    if at.date_name == "undated":
        return
    element = add(meta, "lifecycle", source=f"#{references.editor}")
    add(element, "eventRef", eId=event, date=at.date, source=f"#{references.original}", type="generation")
