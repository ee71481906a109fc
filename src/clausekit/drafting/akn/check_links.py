"""References that lead nowhere, or to something of another kind than they must."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from clausekit.drafting.akn.faults import Fault, named
from clausekit.drafting.akn.markup import OWN, Element, excerpt, is_silent, tag
from clausekit.drafting.akn.rules import DANGLING, DECLARED_TWICE, UNDECLARED, WRONG_KIND

# Attributes that name what is declared in `<references>`, and what each may name. An empty set stands for any class of the ontology (TLC).
_ANYTHING: frozenset[str] = frozenset()
_AGENTS = frozenset({"TLCOrganization", "TLCPerson", "TLCRole", "TLCConcept"})
_DECLARED = {
    "refersTo": _ANYTHING,
    "source": _AGENTS,
    "as": frozenset({"TLCRole"}),
    "by": _AGENTS,
    "actor": _AGENTS,
}
# An event comes about by a document, which `<references>` names too.
_DOCUMENTS = frozenset({"original", "passiveRef", "activeRef", "jurisprudence", "hasAttachment", "attachmentOf"})
# Attributes that lead to a part of the document.
_PARTS = ("href", "src", "from", "upTo", "alternativeTo")
# Those of the norms of clausekit, each a list.
_OWN_PARTS = ("provision", "guarantees", "prevailsOver", "yieldsTo", "of")
# What each of these leads to.
_TIMES = {"period": "temporalGroup", "start": "eventRef", "end": "eventRef"}
# How often a near name is looked for: a file in which everything is wrong needs no advice for each.
_MOST_ADVICE = 50
_MOST_TO_CHOOSE_FROM = 20_000


def links_amiss(root: Element) -> Iterator[Fault]:
    """References within the file that nothing answers, or the wrong kind of thing."""
    links = _Links(root)
    for element in root.iter("*"):
        yield from links.of(element)


def declared_twice(root: Element) -> Iterator[Fault]:
    """The same thing declared twice in one list of references."""
    for references in root.iter("{*}references"):
        known: dict[str, Element] = {}
        for each in references:
            address = each.get("href") or ""
            if not tag(each).startswith("TLC") or not address:
                continue
            first = known.setdefault(address, each)
            if first is not each:
                message = f"`{each.get('eId')}` and `{first.get('eId')}` are declared as the same thing, `{address}`"
                advice = f"delete one of them, and write `#{first.get('eId')}` wherever the other is named"
                yield Fault(DECLARED_TWICE, message, each, advice, "declared again")


class _Links:
    """The references of one file."""

    def __init__(self, root: Element) -> None:
        self._parts: dict[str, Element] = {}
        for part in root.iter("*"):
            if part.get("eId"):
                self._parts.setdefault(str(part.get("eId")), part)
        self._advised = 0

    def of(self, element: Element) -> Iterator[Fault]:
        own = str(element.tag).startswith(f"{{{OWN}}}")
        for attribute in element.keys():  # noqa: SIM118  an element iterates over its children
            name = str(attribute)
            value = str(element.get(attribute))
            if name in _DECLARED or (name == "href" and tag(element) == "FRBRauthor"):
                for target in value.split():
                    yield from self._declared(element, name, target)
            elif name in _TIMES and not own:
                yield from self._time(element, name, value)
            elif name in _PARTS and value.startswith("#"):
                yield from self._part(element, name, value)
            elif own and name in _OWN_PARTS:
                for target in value.split():
                    yield from self._part(element, name, target)

    def _declared(self, element: Element, name: str, target: str) -> Iterator[Fault]:
        if not target.startswith("#"):
            return  # an address in the world, which this file cannot answer for
        found = self._parts.get(target[1:])
        wanted = _AGENTS if name == "href" else _DECLARED[name]
        if name == "source" and tag(element) == "eventRef":
            wanted = _DOCUMENTS | _AGENTS
        if found is None:
            message = f"`{name}` of {named(element)} names `{target}`, which nothing in `<references>` declares"
            advice = f'declare it there, as in `<{_example(wanted)} eId="{target[1:]}" href="…" showAs="…"/>`{self._near(target)}'
            yield Fault(UNDECLARED, message, element, advice, f"`{target}` is not declared")
        elif not (tag(found) in wanted if wanted else tag(found).startswith("TLC")):
            message = f"`{name}` of {named(element)} names `{target}`, which is {_a(found)} and not {_kinds(wanted)}"
            yield Fault(WRONG_KIND, message, element, f"name {_kinds(wanted)} that `<references>` declares", f"`{target}` is {_a(found)}")

    def _time(self, element: Element, name: str, target: str) -> Iterator[Fault]:
        found = self._parts.get(target.removeprefix("#"))
        if found is None:
            message = f"`{name}` of {named(element)} leads to `{target}`, and no part of this document has that identifier"
            yield Fault(DANGLING, message, element, f"correct it, or add the `<{_TIMES[name]}>`{self._near(target)}", "it leads nowhere")
        elif tag(found) != _TIMES[name]:
            message = f"`{name}` of {named(element)} leads to {_a(found)} and not to a `<{_TIMES[name]}>`"
            yield Fault(WRONG_KIND, message, element, f"name a `<{_TIMES[name]}>`", f"`{target}` is {_a(found)}")

    def _part(self, element: Element, name: str, target: str) -> Iterator[Fault]:
        found = self._parts.get(target[1:])
        shown = f" “{excerpt(element)}”" if not is_silent(element) else ""
        if found is None:
            message = f"the reference{shown} leads to `{target}`, and no part of this document has that identifier"
            yield Fault(DANGLING, message, element, f"correct `{name}`, or add what it leads to{self._near(target)}", "it leads nowhere")
        elif (tag(element) == "ref" or name in _OWN_PARTS) and tag(found).startswith("TLC"):
            message = f"the reference{shown} leads to `{target}`, which is {_a(found)} and no part of the text"
            yield Fault(WRONG_KIND, message, element, "lead it to a part of the text, or name what it means by `refersTo`", f"`{target}` is {_a(found)}")

    def _near(self, target: str) -> str:
        """The identifier that was perhaps meant."""
        self._advised += 1
        if self._advised > _MOST_ADVICE or len(self._parts) > _MOST_TO_CHOOSE_FROM:
            return ""
        near = get_close_matches(target.removeprefix("#"), self._parts, 1, 0.75)
        return f"; perhaps `#{near[0]}` was meant" if near else ""


def _a(element: Element) -> str:
    called = named(element)
    return f"an {called}" if called[2:3] in "aeiou" else f"a {called}"


def _example(wanted: frozenset[str]) -> str:
    return "TLCRole" if wanted == frozenset({"TLCRole"}) else "original" if wanted >= _DOCUMENTS else "TLCOrganization"


def _kinds(wanted: frozenset[str]) -> str:
    if not wanted:
        return "something"
    if wanted >= _DOCUMENTS:
        return "a document"
    return "a role (TLCRole)" if len(wanted) == 1 else "somebody (TLCOrganization, TLCPerson)"
