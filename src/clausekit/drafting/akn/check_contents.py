"""What a text shows: numbers out of their order, parts that say nothing, signatures of nobody, languages that do not match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from clausekit.drafting.akn.body import EMPTY
from clausekit.drafting.akn.eids import number_of
from clausekit.drafting.akn.faults import Fault, named
from clausekit.drafting.akn.markup import Element, child, children, documents_in, excerpt, is_silent, outside_documents, said, tag
from clausekit.drafting.akn.rules import EMPTY_PART, LANGUAGES_DIFFER, NOT_SIGNED, NUMBER_ORDER, SAME_NUMBER, SIGNED_BY_NOBODY

_COUNTED = ("part", "title", "book", "chapter", "section", "subsection", "article", "paragraph", "subparagraph", "point", "indent", "item", "recital")
# What stands there in order to say something.
_SPOKEN = frozenset({"docTitle", "docType", "shortTitle", "num", "heading", "formula", "recital", "content", "intro", "wrapUp", "listIntroduction",
                     "signature", "party", "ref", "def", "term"})  # fmt: skip
_VALUES = {"showAs": "how it is shown", "value": "its value"}
_ROMAN = re.compile(r"^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


# ---------------------------------------------------------------- signatures


def signatures_amiss(root: Element) -> Iterator[Fault]:
    """Signatures of nobody who is declared; and those who conclude the treaty and sign nowhere, though others do."""
    for conclusions in root.iter("{*}conclusions"):
        signed: set[str] = set()
        for signature in conclusions.iter("{*}signature"):
            names = {name for each in signature.iter("*") for name in (each.get("refersTo") or "").split()}
            signed |= names
            if not names and "[" not in said(signature):  # what is left open stands in square brackets
                message = f"the signature “{excerpt(signature)}” is of nobody: it names no party"
                yield Fault(SIGNED_BY_NOBODY, message, signature, 'name who signs: `refersTo="#…"`, as declared in `<references>`', "whose is it?")
        document = conclusions.getparent()
        if signed and document is not None:
            yield from _unsigned(document, signed)


def _unsigned(document: Element, signed: set[str]) -> Iterator[Fault]:
    work = child(document, "meta", "identification", "FRBRWork")
    for author in children(work, "FRBRauthor") if work is not None else ():
        name = author.get("href") or ""
        if name.startswith("#") and name not in signed:
            message = f"`{name}` concludes this treaty, and there is no signature for it"
            yield Fault(NOT_SIGNED, message, author, "add its signature to the conclusions, or take it out of the authors", "it signs nowhere")


# ---------------------------------------------------------------- numbers


def numbers_out_of_order(root: Element) -> Iterator[Fault]:
    """The same number twice, or a number behind a greater one, among parts that are counted together."""
    for parent in root.iter("*"):
        if not len(parent):
            continue
        groups: dict[str, list[Element]] = {}
        for each in children(parent, *_COUNTED):
            if child(each, "num") is not None:
                groups.setdefault(tag(each), []).append(each)
        if tag(parent) in {"body", "mainBody"}:
            articles = [each for each in outside_documents(parent) if tag(each) == "article" and child(each, "num") is not None]
            if not any("__" in (each.get("eId") or "").removeprefix(_context(each)) for each in articles):
                groups["article"] = articles  # counted through the whole, as their identifiers say
        elif groups.get("article") and "__" not in (groups["article"][0].get("eId") or "").removeprefix(_context(groups["article"][0])):
            del groups["article"]
        for group in groups.values():
            yield from _counted(group)


def _context(element: Element) -> str:
    """The identifier of the attachment or component that a part stands in, with what joins it to others."""
    for each in element.iterancestors():
        if tag(each) in {"attachment", "component"} and each.get("eId"):
            return f"{each.get('eId')}__"
    return ""


def _counted(parts: list[Element]) -> Iterator[Fault]:
    shown = [number_of(said(child(part, "num"))).casefold() for part in parts]
    places = _values(shown)
    first: dict[str, Element] = {}
    for part, number in zip(parts, shown, strict=True):
        if number and first.setdefault(number, part) is not part:
            message = f"two parts that stand together are both “{_shown(part)}”"
            yield Fault(SAME_NUMBER, message, part, "number them anew, with what refers to them", f"the first is `{first[number].get('eId')}`")
    for (before, earlier), (after, later) in pairwise(zip(places, parts, strict=True)):
        if before is not None and after is not None and after < before:
            message = f"“{_shown(later)}” stands behind “{_shown(earlier)}”"
            yield Fault(NUMBER_ORDER, message, later, "put them in their order, or correct the number that is wrong", "out of order")


def _shown(part: Element) -> str:
    number = child(part, "num")
    return excerpt(number) if number is not None else ""


def _values(shown: list[str]) -> list[int | None]:
    """What each number counts to: the last figures in it, or roman numerals, or letters, whichever all of them can be."""
    figures = [re.findall(r"\d+", each) for each in shown]
    if all(figures):
        return [int(found[-1][:9]) for found in figures]
    last = [each.rpartition("-")[2] for each in shown]
    if last and last[0] == "i" and all(each and _ROMAN.match(each) for each in last):
        return [_roman(each) for each in last]
    if all(each and len(each) <= 2 and each.isascii() and each.isalpha() and len(set(each)) == 1 for each in last):
        return [(len(each) - 1) * 26 + ord(each[0]) for each in last]
    return [None] * len(shown)


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


# ---------------------------------------------------------------- words


def empty_parts(root: Element) -> Iterator[Fault]:
    """Parts without a word, where the schema asks for an element and not for what is in it."""
    for element in root.iter("*"):
        name = tag(element)
        if name in _SPOKEN and is_silent(element) and not _is_placeholder(element):
            yield Fault(EMPTY_PART, f"{named(element)} says nothing", element, "write what belongs there, or take it out", "nothing stands here")
        if name.startswith(("FRBR", "TLC")):
            for attribute, called in _VALUES.items():
                if element.get(attribute) is not None and not str(element.get(attribute)).strip():
                    yield Fault(EMPTY_PART, f"{named(element)} does not say {called}: `{attribute}` is empty", element, f"write {called}", "")


def _is_placeholder(element: Element) -> bool:
    """Whether it stands in for a body without provisions, which the schema does not allow."""
    parent = element.getparent()
    return parent is not None and tag(parent) == "hcontainer" and parent.get("name") == EMPTY


# ---------------------------------------------------------------- languages


def languages_differ(root: Element) -> Iterator[Fault]:
    """A provision that one language of a work has and another has not."""
    works: dict[str, list[Element]] = {}
    for document in documents_in(root):
        uri = child(document, "meta", "identification", "FRBRWork", "FRBRuri")
        if uri is not None:
            works.setdefault(uri.get("value") or "", []).append(document)
    for first, *others in works.values():
        theirs = _provisions(first)
        for other in others:
            mine = _provisions(other)
            for here, there, lacking in ((theirs, mine, other), (mine, theirs, first)):
                for work in (each for each in here if each not in there):
                    holder = here[work]
                    languages = f"`{_language(lacking)}`", f"`{_language(other if lacking is first else first)}`"
                    message = f"the text in {languages[0]} has no `{work}`, which that in {languages[1]} has"
                    yield Fault(LANGUAGES_DIFFER, message, holder, "add it, or give what answers to it the same wId", f"missing in {languages[0]}")


def _provisions(document: Element) -> dict[str, Element]:
    parts: Iterable[Element] = document.iter(*(f"{{*}}{name}" for name in _COUNTED))
    return {str(part.get("wId") or part.get("eId")): part for part in parts if part.get("eId")}


def _language(document: Element) -> str:
    found = child(document, "meta", "identification", "FRBRExpression", "FRBRlanguage")
    return (found.get("language") or "") if found is not None else ""
