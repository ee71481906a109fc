"""Draft → the elements of an act: preface, preamble, body, conclusions, attachments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from clausekit.drafting.akn.eids import Identifiers, number_of, reference_of
from clausekit.drafting.akn.identity import Addresses, identify
from clausekit.drafting.akn.markup import Element, add, append, set_own
from clausekit.drafting.akn.references import BOUND, SIGNING, References
from clausekit.drafting.tree import Draft, Paragraph, Point, Section, runs

# These paragraphs are made by clausekit, of what the treaty declares: they are lists without a number, not provisions with one.
LISTS = frozenset({"definitions", "pledges"})
# The schema asks for something in the body; this part stands for nothing.
EMPTY = "empty"
# What a definition begins with: “Territory” means …, l’expression « territoire » désigne …
_QUOTED = re.compile(r"^([^“«„\"]{0,30}[“«„\"]\s?)(.+?)(?=\s?[”»“\"])")
# A word of three letters or fewer (`this`, `le`) does not say what kind of document something is.
_SHORTEST_NOUN = 4


class Body:
    """Writes one act. `placed` tells the identifier of each part by its id in the draft."""

    def __init__(self, draft: Draft, identifiers: Identifiers, references: References, master: Mapping[str, str] | None = None) -> None:
        """Give every part that can be cited its identifier, so that whatever stands before it can cite it.

        `master` are the identifiers of the same parts in the first of several languages: a part may have another number in another language (Part One,
        Première partie), and what holds the languages together (its wId) is that of the first (naming convention, section 5.5.2).
        """
        self.placed: dict[str, str] = {}
        self._master = master or {}
        self._works: dict[str, str] = {}
        self._draft = draft
        self._identifiers = identifiers
        self._references = references
        self._counted: Counter[str] = Counter()
        self._place(draft)
        for part, identifier in self.placed.items():
            self._works[identifier] = self._master.get(part, identifiers.of_work(identifier))

    # ------------------------------------------------------------ identifiers

    def _place(self, draft: Draft) -> None:
        self._place_paragraphs("", (*draft.definitions, *draft.paragraphs))
        self._place_sections("", draft.sections, "")
        for annex in draft.annexes:
            self.placed[annex.id] = self._identifiers.free("", f"att_{number_of(annex.number) or '1'}")
            self._place_paragraphs(self.placed[annex.id], annex.paragraphs)
            self._place_sections(self.placed[annex.id], annex.sections, self.placed[annex.id])

    def _place_sections(self, within: str, sections: tuple[Section, ...], document: str) -> None:
        """Articles are counted through a document, and need no more than its own name before theirs; whatever else is counted within what it stands in."""
        for place, section in enumerate(sections, 1):
            tag = element_of(section)[0]
            local = f"{reference_of(tag)}_{number_of(section.number) or place}"
            self.placed[section.id] = self._identifiers.free(document if tag == "article" else within, local)
            self._place_paragraphs(self.placed[section.id], section.paragraphs)
            self._place_sections(self.placed[section.id], section.sections, document)

    def _place_paragraphs(self, within: str, paragraphs: tuple[Paragraph, ...]) -> None:
        for place, paragraph in enumerate(paragraphs, 1):
            kind = reference_of("list" if paragraph.id in LISTS else "paragraph")
            self.placed[paragraph.id] = self._identifiers.free(within, f"{kind}_{number_of(paragraph.number) or place}")

    def _within(self, parent: Element, tag: str, number: object = "", **attributes: str) -> Element:
        """A part of `parent` with an identifier of its own."""
        local = f"{reference_of(tag)}_{number}" if number else reference_of(tag)
        within = parent.get("eId") or ""
        identifier = self._identifiers.free(within, local)
        if parent.get("wId"):
            self._works[identifier] = f"{parent.get('wId')}{identifier.removeprefix(within)}"
        return self._identified(parent, tag, identifier, **attributes)

    def _next(self, parent: Element, tag: str, **attributes: str) -> Element:
        """The next of the parts of this kind, which are counted through the document."""
        self._counted[tag] += 1
        return self._identified(parent, tag, self._identifiers.free("", f"{tag}_{self._counted[tag]}"), **attributes)

    def _identified(self, parent: Element, tag: str, identifier: str, **attributes: str) -> Element:
        return add(parent, tag, eId=identifier, wId=self._works.get(identifier, self._identifiers.of_work(identifier)), **attributes)

    # ------------------------------------------------------------ the act

    def write(self, act: Element, at: Addresses) -> None:
        """Everything behind the metadata, in the order of the schema."""
        draft = self._draft
        self._preface(act)
        self._preamble(act)
        body = add(act, "body")
        self._paragraphs(body, (*draft.definitions, *draft.paragraphs))
        self._sections(body, draft.sections)
        if not len(body):
            add(self._within(self._next(body, "hcontainer", name=EMPTY), "content"), "p")
        self._conclusions(act)
        self._annexes(act, at)

    def _preface(self, act: Element) -> None:
        draft = self._draft
        preface = add(act, "preface")
        for name, text in (("notice", draft.notice), ("status", draft.status)):
            if text:
                add(add(self._next(preface, "container", name=name), "p"), "docStatus", text)
        title = add(add(self._within(preface, "longTitle"), "p"), "docTitle")
        noun = _noun_in(draft.title, draft.words["instrument"])
        before, found, after = draft.title.partition(noun) if noun else (draft.title, "", "")
        append(title, before)
        if found:
            add(title, "docType", found)
            append(title, after)
        if draft.short:
            add(add(preface, "p"), "shortTitle", draft.short)

    def _preamble(self, act: Element) -> None:
        draft = self._draft
        if not (draft.chapeau or draft.recitals or draft.agreement):
            return
        preamble = add(act, "preamble")
        if draft.chapeau:
            parties = self._next(preamble, "container", name="parties")
            self._chapeau(add(parties, "p"), draft.chapeau)
        if draft.recitals:
            recitals = self._within(preamble, "recitals")
            for number, text in enumerate(draft.recitals, 1):
                self._text(add(self._within(recitals, "recital", number), "p"), text)
        if draft.agreement:
            self._text(add(self._next(preamble, "formula", name="enacting"), "p"), draft.agreement)

    def _chapeau(self, line: Element, text: str) -> None:
        """The names of those who conclude the treaty, each a reference; where a name stands in another form, it stays plain words."""
        bound = [actor for actor in self._draft.treaty.actors if actor.role in BOUND]
        rest = text
        for name, actor in zip(self._draft.parties, bound, strict=True):
            at = rest.find(name) if line.text or len(line) else rest.casefold().find(name.casefold())
            if not name or at < 0 or len(rest.casefold()) != len(rest):
                continue
            append(line, rest[:at])
            add(line, "party", rest[at : at + len(name)], refersTo=self._references.of(actor.name), as_=self._references.role(actor.role))
            rest = rest[at + len(name) :]
        append(line, rest)

    # ------------------------------------------------------------ provisions

    def _sections(self, parent: Element, sections: Iterable[Section]) -> None:
        for section in sections:
            tag, name = element_of(section)
            element = self._identified(parent, tag, self.placed[section.id], name=name)
            self._headed(element, section)
            self._paragraphs(element, section.paragraphs)
            self._sections(element, section.sections)

    def _headed(self, element: Element, section: Section) -> None:
        set_own(element, "id", section.id)
        set_own(element, "number", section.number)
        if section.heading:
            add(element, "num", section.heading)
        if section.title:
            self._text(self._within(element, "heading"), section.title)

    def _paragraphs(self, parent: Element, paragraphs: Iterable[Paragraph]) -> None:
        for paragraph in paragraphs:
            element = self._identified(parent, "list" if paragraph.id in LISTS else "paragraph", self.placed[paragraph.id])
            set_own(element, "id", paragraph.id)
            if paragraph.number:
                set_own(element, "number", paragraph.number)
                add(element, "num", f"{paragraph.number}.")
            self._text(add(self._within(element, "intro" if paragraph.points else "content"), "p"), paragraph.text)
            for point in paragraph.points:
                self._point(element, point, defines=paragraph.id == "definitions")
            if paragraph.closing:
                self._text(add(self._within(element, "wrapUp"), "p"), paragraph.closing)

    def _point(self, parent: Element, point: Point, *, defines: bool) -> None:
        element = self._within(parent, "point", number_of(point.mark))
        set_own(element, "number", point.mark)
        add(element, "num", f"({point.mark})")
        line = add(self._within(element, "content"), "p")
        text = point.text
        quoted = _QUOTED.match(text) if defines else None
        reference = self._references.shown_as(quoted[2]) if quoted else ""
        if quoted and reference:
            append(line, quoted[1])
            add(line, "def", quoted[2], refersTo=reference)
            text = text[quoted.end() :]
        self._text(line, text)

    def _text(self, line: Element, text: str) -> None:
        """The text with its cross-references; one to what stands nowhere is plain words."""
        for piece, target in runs(text):
            if target in self.placed:
                add(line, "ref", piece, href=f"#{self.placed[target]}")
            else:
                append(line, piece)

    # ------------------------------------------------------------ the end

    def _conclusions(self, act: Element) -> None:
        draft = self._draft
        if not (draft.testimonium or draft.signatures):
            return
        conclusions = add(act, "conclusions")
        for text in draft.testimonium:
            self._text(add(self._next(conclusions, "formula", name="testimonium"), "p"), text)
        signing = [actor for actor in draft.treaty.actors if actor.role in SIGNING]
        for signature, actor in zip_longest(draft.signatures, signing[: len(draft.signatures)]):
            block = self._next(conclusions, "container", name="signature")
            reference = self._references.of(actor.name) if actor is not None else ""
            signed = add(add(block, "p"), "signature", refersTo=reference)
            before, found, after = signature.text.partition(signature.party) if signature.party else (signature.text, "", "")
            append(signed, before)
            if found and reference:
                add(signed, "party", found, refersTo=reference, as_=self._references.role(actor.role))
            else:
                set_own(signed, "party", signature.party)  # its name stands there in another case, or is nobody's who is declared
                append(signed, found)
            append(signed, after)

    def _annexes(self, act: Element, at: Addresses) -> None:
        if not self._draft.annexes:
            return
        attachments = add(act, "attachments")
        for annex in self._draft.annexes:
            attachment = self._identified(attachments, "attachment", self.placed[annex.id])
            self._headed(attachment, annex)
            document = add(attachment, "doc", name="annex")
            component = f"annex_{self.placed[annex.id].rpartition('att_')[2]}"
            identify(add(document, "meta"), at, self._references, self._draft, component)
            main = add(document, "mainBody")
            main.set("eId", self._identifiers.free(self.placed[annex.id], "body"))
            self._paragraphs(main, annex.paragraphs)
            self._sections(main, annex.sections)
            if not len(main):
                add(main, "p")


def element_of(section: Section) -> tuple[str, str]:
    """The element that a division is, and its name where the schema has no element for it: an annex that stands inside another division."""
    return ("hcontainer", section.kind) if section.kind == "annex" else (section.kind, "")


def _noun_in(title: str, instrument: str) -> str:
    """The word by which the title says what it is (`Agreement`), as the title writes it."""
    for word in re.findall(r"\w+", instrument):
        found = re.search(rf"\b{re.escape(word)}\b", title, re.IGNORECASE) if len(word) >= _SHORTEST_NOUN else None
        if found is not None:
            return found[0]
    return ""
