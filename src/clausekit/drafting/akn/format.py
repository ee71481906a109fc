"""Draft → an Akoma Ntoso document; drafts of one treaty in several languages → a collection of them. The door of this part of the room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import Draft

if TYPE_CHECKING:
    from clausekit.drafting.akn.markup import Element


def render(document: Draft, phrases: Phrasebook) -> bytes:
    """The document as Akoma Ntoso 1.0. Raises WordingError where the extra `xml` is not installed."""
    return joined([document], phrases)


def joined(documents: Sequence[Draft], phrases: Phrasebook) -> bytes:  # noqa: ARG001  drafts hold all their words
    """One treaty as Akoma Ntoso: an act, or a collection of one act for each language, all parts of which have the same wId.

    Raises WordingError where the extra `xml` is not installed.
    """
    require()
    from clausekit.drafting.akn.markup import root, written

    whole = root()
    if len(documents) == 1:
        _act(whole, documents[0], "")
    else:
        _collection(whole, documents)
    return written(whole)


def require() -> None:
    """Raise WordingError, with a message for people, where the extra `xml` is not installed."""
    try:
        import pycountry  # noqa: F401  codes.py reads its tables
        from lxml import etree  # noqa: F401  markup.py makes its elements
    except ImportError as problem:
        message = "Akoma Ntoso documents need lxml and pycountry, which are not installed: install `clausekit[xml]`, or `.[xml]` from a checkout"
        raise WordingError(message) from problem


def _act(parent: Element, draft: Draft, context: str, master: dict[str, str] | None = None) -> dict[str, str]:
    """Write one act, which is a component of this name or (empty) the whole. What the parts of it are called, for acts in other languages behind it."""
    from clausekit.drafting.akn.body import Body
    from clausekit.drafting.akn.eids import Identifiers
    from clausekit.drafting.akn.identity import SUBTYPE, addresses, identify, live
    from clausekit.drafting.akn.markup import add
    from clausekit.drafting.akn.norms import write_norms
    from clausekit.drafting.akn.references import References

    identifiers = Identifiers(context)
    references = References(draft, identifiers)
    body = Body(draft, identifiers, references, master)
    at = addresses(draft)
    act = add(parent, "act", name=SUBTYPE)
    meta = add(act, "meta")
    identify(meta, at, references, draft)
    live(meta, at, references, identifiers.free("", "eref_1"))
    references.write(meta, at.work, draft.title)
    write_norms(meta, draft, references, body.placed)
    body.write(act, at)
    return {part: identifiers.of_work(identifier) for part, identifier in body.placed.items()}


def _collection(parent: Element, drafts: Sequence[Draft]) -> None:
    from clausekit.drafting.akn.eids import Identifiers
    from clausekit.drafting.akn.identity import SUBTYPE, addresses_of_all, identify
    from clausekit.drafting.akn.markup import add
    from clausekit.drafting.akn.references import References

    first = drafts[0]
    references = References(first, Identifiers())
    at = addresses_of_all(first)
    collection = add(parent, "documentCollection", name=SUBTYPE)
    meta = add(collection, "meta")
    identify(meta, at, references, first)
    references.write(meta, at.work, first.title)
    body = add(collection, "collectionBody")
    master: dict[str, str] | None = None
    for number, draft in enumerate(drafts, 1):
        placed = _act(add(body, "component", eId=f"cmp_{number}"), draft, f"cmp_{number}", master)
        master = master or placed


FORMAT = Format("akn", ".xml", is_text=False, render=render, join=joined)
