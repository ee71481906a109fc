"""Addresses, dates and codes in the metadata that contradict each other, or stand for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from clausekit.drafting.akn.codes import is_country, is_language, is_language_tag
from clausekit.drafting.akn.faults import Fault
from clausekit.drafting.akn.markup import Element, child, children, tag
from clausekit.drafting.akn.rules import ADDRESS, ADDRESS_DATE, COUNTRY_CODE, EVENT_ORDER, LANGUAGE_CODE

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LEVELS = ("FRBRWork", "FRBRExpression", "FRBRManifestation")
_CALLED = {"FRBRWork": "work", "FRBRExpression": "expression", "FRBRManifestation": "file"}
# `/akn/zz/act/treaty/1949-04-04/north-atlantic-treaty`: country, type of document, and then some parts of which one is the date.
_WORK = re.compile(r"^(?:https?://[^/]+)?/akn/(?P<country>[^/]+)/(?P<type>[^/]+)(?P<rest>/.+)$")
_LANGUAGE = re.compile(r"^/([A-Za-z]+)(?=[@:/.]|$)")
_DATE = re.compile(r"(?<=/)\d{4}(?:-\d\d-\d\d)?(?=/|$)")


def codes_of_nothing(root: Element) -> Iterator[Fault]:
    """Languages and countries that no standard knows."""
    for element in root.iter("*"):
        for attribute in ("language", "fromLanguage"):
            code = element.get(attribute)
            if code is not None and tag(element).startswith("FRBR") and not is_language(code):
                message = f"`{code}` is no language: ISO 639 has three small letters for each, such as `eng` or `ukr`"
                yield Fault(LANGUAGE_CODE, message, element, "write the code of ISO 639-2 or 639-3; `mul` for several, `und` if it is not known", "this code")
        code = element.get(_XML_LANGUAGE)
        if code and not is_language_tag(code):
            yield Fault(LANGUAGE_CODE, f"`{code}` is no tag of a language", element, "write one such as `en` or `fr` (BCP 47)", "this tag")
        if tag(element) == "FRBRcountry" and not is_country(element.get("value") or ""):
            message = f"`{element.get('value')}` is no country: ISO 3166-1 has two letters for each, such as `ua` or `fr`"
            yield Fault(COUNTRY_CODE, message, element, "write the code of ISO 3166-1; `zz`, or `un`, for a document of no one country", "this code")


def events_out_of_order(root: Element) -> Iterator[Fault]:
    """Events of the life of a document, and steps of its making, that stand in another order than they came about."""
    for history in root.iter("{*}lifecycle", "{*}workflow"):
        for before, after in pairwise(children(history, "eventRef", "step")):
            if (after.get("date") or "")[:10] < (before.get("date") or "")[:10]:
                message = f"this is of {after.get('date')}, and stands behind what is of {before.get('date')}"
                yield Fault(EVENT_ORDER, message, after, "order the events by their dates, or correct the date that is wrong", "earlier than the one before")


class _Level(NamedTuple):
    """One level of FRBR: its element, its addresses, its date."""

    element: Element
    uri: str
    this: str
    date: str


def addresses_contradict(root: Element) -> Iterator[Fault]:
    """Addresses that do not build on one another, or say something else than the metadata beside them. Those of other schemes than `/akn/` are left alone."""
    known: dict[str, Element] = {}
    for identification in root.iter("{*}identification"):
        levels = [_level(identification, name) for name in _LEVELS]
        if any(level is None for level in levels):
            continue
        work, expression, file = (level for level in levels if level is not None)
        if _WORK.match(work.uri) is None:
            continue
        yield from _built(work, expression, file)
        yield from _of_the_work(work, identification)
        yield from _of_the_expression(work, expression)
        yield from _dated(work, expression, file)
        first = known.setdefault(expression.this, identification)
        if first is not identification:
            message = f"two documents in this file have the address `{expression.this}`"
            at = child(expression.element, "FRBRthis")
            yield Fault(ADDRESS, message, at, "give each its own: `…/!annex_A` for an annex, another language for a translation", "the second one")


def _level(identification: Element, name: str) -> _Level | None:
    element = child(identification, name)
    if element is None:
        return None
    uri, this, date = (child(element, each) for each in ("FRBRuri", "FRBRthis", "FRBRdate"))
    if uri is None or this is None or date is None:
        return None
    return _Level(element, uri.get("value") or "", this.get("value") or "", (date.get("date") or "")[:10])


def _built(work: _Level, expression: _Level, file: _Level) -> Iterator[Fault]:
    """Each address begins with that of the level above it, and that of a component with that of its whole."""
    for lower, upper in ((expression, work), (file, expression)):
        if not (lower.uri.startswith(upper.uri) and lower.uri[len(upper.uri) : len(upper.uri) + 1] in {"/", "@", "."}):
            names = _CALLED[tag(lower.element)], _CALLED[tag(upper.element)]
            message = f"the address of the {names[0]}, `{lower.uri}`, does not begin with that of the {names[1]}, `{upper.uri}`"
            yield Fault(ADDRESS, message, child(lower.element, "FRBRuri"), "build each address on the one above it", f"this should begin with `{upper.uri}`")
    for level in (work, expression, file):
        whole = level.uri.rpartition(".")[0] if level is file else level.uri
        if not level.this.startswith(whole):
            message = f"FRBRthis of the {_CALLED[tag(level.element)]}, `{level.this}`, does not begin with its FRBRuri, `{level.uri}`"
            yield Fault(ADDRESS, message, child(level.element, "FRBRthis"), "write the address of the whole, and then the component: `/!main`", "this address")


def _of_the_work(work: _Level, identification: Element) -> Iterator[Fault]:
    """The country and the type in the address of a work. An annex has the address of its act, and so its type."""
    found = _WORK.match(work.uri)
    assert found is not None
    at = child(work.element, "FRBRuri")
    country = child(work.element, "FRBRcountry")
    if country is not None and (country.get("value") or "").lower() != found["country"].lower():
        message = f"the address says the country `{found['country']}`, and FRBRcountry `{country.get('value')}`"
        yield Fault(ADDRESS, message, at, "write the same country in both", "this country")
    document = next((each for each in identification.iterancestors() if child(each, "meta") is not None), None)
    if document is None or any(tag(each) == "attachment" for each in document.iterancestors()):
        return
    if tag(document) != found["type"]:
        message = f"the address says that this is of the type `{found['type']}`, and it is {_article(tag(document))} `<{tag(document)}>`"
        yield Fault(ADDRESS, message, at, f"write `/akn/{found['country']}/{tag(document)}/…`", "this type")


def _of_the_expression(work: _Level, expression: _Level) -> Iterator[Fault]:
    """The language in the address of an expression."""
    said = _LANGUAGE.match(expression.uri.removeprefix(work.uri))
    codes = [each.get("language") for each in children(expression.element, "FRBRlanguage")]
    if said is not None and codes and said[1] not in codes and said[1] != "mul":
        message = f"the address says the language `{said[1]}`, and FRBRlanguage `{codes[0]}`"
        yield Fault(ADDRESS, message, child(expression.element, "FRBRuri"), "write the same language in both", "this language")


def _dated(work: _Level, expression: _Level, file: _Level) -> Iterator[Fault]:
    """The date in the address of a work; and that nothing is older than what it is a version of."""
    said = _DATE.search(work.uri)
    if said is not None and work.date and not work.date.startswith(said[0]):
        message = f"the address says the date {said[0]}, and FRBRdate {work.date}"
        yield Fault(ADDRESS_DATE, message, child(work.element, "FRBRuri"), "write the same date in both", "this date")
    for later, earlier in ((expression, work), (file, expression)):
        if later.date < earlier.date:
            message = f"the {_CALLED[tag(later.element)]} is of {later.date}, before the {_CALLED[tag(earlier.element)]} of {earlier.date}"
            yield Fault(ADDRESS_DATE, message, child(later.element, "FRBRdate"), "correct the date that is wrong", "this date")


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"
