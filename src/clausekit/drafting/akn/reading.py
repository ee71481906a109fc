"""Bytes of an Akoma Ntoso document → what it says, and everything that is wrong with it. Never an exception, whatever the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from clausekit.diagnostics import Label, report
from clausekit.drafting.akn.checks import faults_of
from clausekit.drafting.akn.faults import Fault, Places
from clausekit.drafting.akn.markup import AKN, Element, UnreadableXmlError, children, documents_in, parsed, tag
from clausekit.drafting.akn.parts import PartReader
from clausekit.drafting.akn.rules import NO_AKOMA_NTOSO, TOO_MANY, UNREADABLE
from clausekit.drafting.akn.schema import against
from clausekit.drafting.akn.structure import AknReading, Structure
from clausekit.source import Source

_BODIES = ("body", "mainBody", "debateBody", "judgmentBody", "amendmentBody", "portionBody", "collectionBody")
# Nobody mends more at once, and a file in which everything is wrong was made for another use.
MOST_FAULTS = 2_000
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def read_akn(data: bytes, name: str = "<akn>", *, schema: str | None = None) -> AknReading:
    """Read an Akoma Ntoso document and check what the schema cannot: see `docs/how-to/exchange-in-akoma-ntoso.md`. `name` is what findings call it.

    `schema` is the file of a schema that it is held to besides. Raises UnreadableFileError where that is none.

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
        return AknReading((), places.diagnostics(root, [foreign]), places.source)
    unknown: list[Fault] = []
    structures = tuple(_structures(root, unknown))
    invalid = against(root, schema) if schema is not None else ()
    faults = list(islice(chain(invalid, faults_of(root), unknown), MOST_FAULTS + 1))
    if len(faults) > MOST_FAULTS:
        faults[-1] = Fault(TOO_MANY, f"there are more than {MOST_FAULTS:,} faults, and the others are left out", None, "mend what is told, and validate again")
    return AknReading(structures, places.diagnostics(root, faults), places.source)


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
        shown = f"`{space.lstrip('{')}`" if space != "{" else "none"
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
