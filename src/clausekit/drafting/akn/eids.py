"""The identifiers of the parts of a document: `art_5__para_2__point_a`.

Source: Akoma Ntoso Naming Convention Version 1.0 (OASIS Standard, 21 February 2019), section 5.4: [prefix "__"] element_ref ["_" number].
"""

from __future__ import annotations

import re

# Section 5.4.2: what an identifier calls an element, where that is not its name.
ABBREVIATIONS = {
    "alinea": "al", "amendmentBody": "body", "article": "art", "attachment": "att", "blockList": "list", "chapter": "chp", "citation": "cit",
    "citations": "cits", "clause": "cl", "component": "cmp", "components": "cmpnts", "componentRef": "cref", "debateBody": "body",
    "debateSection": "dbsect", "division": "dvs", "documentRef": "dref", "eventRef": "eref", "judgmentBody": "body", "listIntroduction": "intro",
    "listWrapUp": "wrap", "mainBody": "body", "paragraph": "para", "quotedStructure": "qstr", "quotedText": "qtext", "recital": "rec",
    "recitals": "recs", "section": "sec", "subchapter": "subchp", "subclause": "subcl", "subdivision": "subdvs", "subparagraph": "subpara",
    "subsection": "subsec", "temporalGroup": "tmpg", "wrapUp": "wrapup",
}  # fmt: skip
# The same section: these bear a label of what they stand for.
LABELLED = frozenset({"componentData", "keyword"})
_APART = re.compile(r"[\W_]+")


def reference_of(tag: str) -> str:
    """What an identifier calls an element: `art` for an article."""
    return ABBREVIATIONS.get(tag, tag)


def number_of(shown: str) -> str:
    """A number as an identifier has it, without punctuation at its ends or space inside: `5-bis` for `5 bis`, `a` for `(a)`."""
    return _APART.sub("-", shown).strip("-")


def label_of(name: str) -> str:
    """A name as an identifier has it: `united-states-of-america`."""
    return number_of(name).lower()


class Identifiers:
    """Gives identifiers, none of them twice. `context` stands before all of them: the component that one expression of several is."""

    def __init__(self, context: str = "") -> None:
        self._context = context
        self._given: dict[str, int] = {}

    def free(self, within: str, local: str) -> str:
        """The identifier `local` inside the part `within` (empty for none); where it is given already, with a number behind it."""
        wanted = "__".join(filter(None, (within or self._context, local)))
        known = wanted
        while known in self._given:
            self._given[wanted] += 1
            known = f"{wanted}-{self._given[wanted]}"
        self._given[known] = 1
        return known

    def of_work(self, identifier: str) -> str:
        """The same part in every language (its wId), where several stand in one document; empty where that is the identifier itself."""
        return identifier.removeprefix(f"{self._context}__") if self._context else ""
