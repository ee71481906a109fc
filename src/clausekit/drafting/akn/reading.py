"""Bytes of an Akoma Ntoso document → what it says, and everything that is wrong with it. Never an exception, whatever the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.drafting.akn.checks import faults_of
from clausekit.drafting.akn.faults import NO_AKOMA_NTOSO, UNREADABLE, Fault, Places
from clausekit.drafting.akn.markup import AKN, Element, UnreadableXmlError, child, children, parsed, tag
from clausekit.drafting.akn.parts import PartReader
from clausekit.drafting.akn.structure import Structure
from clausekit.source import Source

_BODIES = ("body", "mainBody", "debateBody", "judgmentBody", "amendmentBody", "portionBody", "collectionBody")
_COLLECTIONS = frozenset({"documentCollection", "amendmentList", "officialGazette"})
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


class AknReading(NamedTuple):
    """What was read: the document in each of its languages (none, where the file could not be read), what is wrong with it, and its text."""

    structures: tuple[Structure, ...]
    diagnostics: tuple[Diagnostic, ...]
    source: Source

    @property
    def structure(self) -> Structure | None:
        """The document, in the first of its languages."""
        return self.structures[0] if self.structures else None


def read_akn(data: bytes, name: str = "<akn>") -> AknReading:
    """Read an Akoma Ntoso document and check what the schema cannot: see `docs/how-to/exchange-in-akoma-ntoso.md`. `name` is what findings call it.

    Whatever clausekit did not write is read as far as it has a counterpart here; what has none is named in a finding. Nothing is fetched from anywhere.
    """
    try:
        root = parsed(data)
    except UnreadableXmlError as problem:
        source = Source(_text(data[:1_000_000], ""), name)
        label = Label(Places(source).on_line(problem.line))
        return AknReading((), (report(UNREADABLE, problem.reason, label, help=problem.advice),), source)
    places = Places(Source(_text(data, root.getroottree().docinfo.encoding or ""), name))
    foreign = _foreign(root)
    if foreign is not None:
        return AknReading((), (places.diagnostic(foreign),), places.source)
    faults: list[Fault] = []
    try:
        structures = tuple(_structures(root, faults))
    except RecursionError:
        structures = ()
        faults.append(Fault(UNREADABLE, "the parts of this document lie too deep in one another to be read", None, "no treaty needs more than a few levels"))
    faults += faults_of(root)
    return AknReading(structures, tuple(places.diagnostic(fault) for fault in faults), places.source)


def documents_in(root: Element) -> Iterator[Element]:
    """The documents of a file that are no attachment of another: one, or the components of a collection."""
    for document in children(root):
        if tag(document) in _COLLECTIONS:
            body = child(document, "collectionBody")
            for component in children(document if body is None else body, "component"):
                yield from documents_in(component)
        elif child(document, "meta") is not None:
            yield document


def _structures(root: Element, faults: list[Fault]) -> Iterator[Structure]:
    for document in documents_in(root):
        body = next(children(document, *_BODIES), None)
        yield PartReader(document, faults).structure(body)


def _foreign(root: Element) -> Fault | None:
    """Why this is no document of Akoma Ntoso 1.0, if it is none."""
    name = tag(root)
    if name == "akomaNtoso":
        if next(documents_in(root), None) is not None:
            return None
        return Fault(NO_AKOMA_NTOSO, "this file holds no document: there is nothing with metadata in it", root, "export the document again, with its metadata")
    space, _, local = name.rpartition("}")
    if local == "akomaNtoso":
        shown = f"`{space.lstrip('{')}`" if space else "none"
        advice = f"convert it to Akoma Ntoso 1.0, whose namespace is `{AKN}`"
        return Fault(NO_AKOMA_NTOSO, f"this is another version of Akoma Ntoso: its namespace is {shown}", root, advice)
    return Fault(
        NO_AKOMA_NTOSO,
        f"this is no Akoma Ntoso document: it begins with `<{local or name}>`",
        root,
        "name a file that begins with `<akomaNtoso>`, such as `clausekit draft --format akn` writes",
    )


def _text(data: bytes, encoding: str) -> str:
    """The bytes as text, for showing places in it; what is no text in its encoding is shown as such."""
    marked = next((known for mark, known in _MARKS if data.startswith(mark)), "")
    try:
        return data.decode(marked or encoding or "utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    except LookupError:
        return data.decode("utf-8", errors="replace")
