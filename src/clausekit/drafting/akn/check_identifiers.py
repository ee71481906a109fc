"""Identifiers (eId, wId) that contradict the naming convention, or the part that bears them."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.drafting.akn.eids import number_of, reference_of
from clausekit.drafting.akn.faults import Fault, named
from clausekit.drafting.akn.markup import Element, child, excerpt, outside_documents, own, said, tag
from clausekit.drafting.akn.rules import IDENTIFIER_FORM, IDENTIFIER_NUMBER, IDENTIFIER_OF_WORK, IDENTIFIER_PLACE

# Parts that are counted from another one that stands before them, such as lines from the beginning of their page (section 5.4.1).
_COUNTED_FROM_BEFORE = frozenset({"eol", "eop"})
# Generic elements, which are called by their name too.
_GENERIC = frozenset({"hcontainer", "container", "block", "inline", "marker"})


def identifiers_amiss(root: Element) -> Iterator[Fault]:
    """Identifiers of parts of the text: `art_5__para_2` for a paragraph 2 in Article 5. Those of metadata are labels, and free."""
    for element in _identified(root):
        identifier = str(element.get("eId"))
        prefix, _, local = identifier.rpartition("__")
        reference, _, number = local.partition("_")
        expected = _references(element)
        if reference not in expected:
            message = f"the identifier `{identifier}` is not one of {named(element)}: it should {'end' if prefix else 'begin'} with `{expected[0]}`"
            better = "__".join(filter(None, (prefix, f"{expected[0]}_{number}" if number else expected[0])))
            yield Fault(IDENTIFIER_FORM, message, element, f"call it `{better}`, also where it is referred to", f"`{reference}` is no name for it")
            continue
        if prefix and tag(element) not in _COUNTED_FROM_BEFORE and not _lies_in(element, prefix):
            around = next((str(each.get("eId")) for each in element.iterancestors() if each.get("eId")), "")
            message = f"the identifier `{identifier}` says that this lies in `{prefix}`, and it lies {f'in `{around}`' if around else 'in no such part'}"
            yield Fault(
                IDENTIFIER_PLACE, message, element, f"call it `{'__'.join(filter(None, (around, local)))}`, also where it is referred to", "it lies here"
            )
        yield from _number(element, identifier, number)


def identifiers_of_the_work(root: Element) -> Iterator[Fault]:
    """The same wId given to two parts of one text: it is what holds a part together with its counterparts in other versions."""
    known: dict[tuple[Element, str], Element] = {}
    for element in _identified(root):
        work = element.get("wId")
        if not work:
            continue
        document = next(each for each in element.iterancestors() if child(each, "meta") is not None or each is root)
        first = known.setdefault((document, work), element)
        if first is not element:
            message = f"`{element.get('eId')}` and `{first.get('eId')}` have the same wId, `{work}`"
            yield Fault(IDENTIFIER_OF_WORK, message, element, "give each part a wId of its own, the same in every language and version", "the second one")


def _identified(root: Element) -> Iterator[Element]:
    """Every part of a text with an identifier."""
    for document in root.iter("*"):
        if child(document, "meta") is None:
            continue
        for holder in document.iterchildren("*"):
            if tag(holder) != "meta" and child(holder, "meta") is None:
                yield from (each for each in outside_documents(holder) if each.get("eId"))


def _references(element: Element) -> list[str]:
    name = tag(element)
    more = [number_of(element.get("name") or "")] if name in _GENERIC else []
    return list(filter(None, [reference_of(name), *more, *(["wrapup"] if name == "listWrapUp" else []), name]))


def _lies_in(element: Element, prefix: str) -> bool:
    return any(each.get("eId") == prefix for each in element.iterancestors())


def _number(element: Element, identifier: str, number: str) -> Iterator[Fault]:
    """The number of an identifier against that which the part shows. Where one is said in figures and the other in words, nothing follows."""
    shown = child(element, "num")
    if shown is None or not number:
        return
    words = number_of(said(shown)).casefold()
    wanted = number.casefold()
    if _has_figures(words) != _has_figures(wanted):
        words = number_of(own(element, "number")).casefold()
        if _has_figures(words) != _has_figures(wanted):
            return
    if words and words != wanted and not words.endswith(f"-{wanted}"):
        message = f"the identifier `{identifier}` has the number {number}, and the part shows “{excerpt(shown)}”"
        yield Fault(IDENTIFIER_NUMBER, message, element, "correct the one that is wrong, and the references to it", f"it shows “{excerpt(shown)}”")


def _has_figures(text: str) -> bool:
    return any(character.isdigit() for character in text)
