"""Elements of Akoma Ntoso ↔ bytes: made one by one, written line by line, and read without trust in what was sent.

Source: Akoma Ntoso Version 1.0, Part 2: Specifications (OASIS Standard, 29 August 2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lxml import etree

from clausekit.drafting.akn.structure import MOST_BYTES

if TYPE_CHECKING:
    Element = etree._Element  # noqa: SLF001  lxml names its type so
else:
    Element = object

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# What Akoma Ntoso has no place for: the id of a clause, and its norms. The schema lets attributes and elements of other namespaces in.
OWN = "urn:clausekit:akn:1"
# Space between the tags inside these is text. Everywhere else lines may be broken.
LINES = frozenset({"p", "num", "heading", "subheading", "listIntroduction", "listWrapUp"})
_NAMESPACES: Any = {None: AKN, "ck": OWN}
# A treaty with annexes has some twenty levels of elements. libxml2 itself refuses more than 256.
MOST_LEVELS = 100
# Ten thousand articles have a hundred and fifty thousand.
MOST_ELEMENTS = 500_000
_COLLECTIONS = frozenset({"documentCollection", "amendmentList", "officialGazette"})
# How much of a text a message shows.
_EXCERPT = 80
# A tag, or a mark of the order of bytes.
_BEGINNINGS = (b"<", b"\xff\xfe", b"\xfe\xff", b"\x00")
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"))


class UnreadableXmlError(ValueError):
    """Bytes that are no XML that clausekit reads. The message says why, and what to do; `line` where, counted from 1, if that is known."""

    def __init__(self, reason: str, advice: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.advice, self.line = reason, advice, line


# ---------------------------------------------------------------- making


def root() -> Element:
    """The outermost element."""
    return etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=_NAMESPACES)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child of `parent`, with the attributes that are not empty."""
    return _made(parent, f"{{{AKN}}}{tag}", text, attributes)


def add_own(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """The same in the namespace of clausekit."""
    return _made(parent, f"{{{OWN}}}{tag}", text, attributes)


def _made(parent: Element, tag: str, text: str, attributes: dict[str, str]) -> Element:
    made = etree.SubElement(parent, tag, {name.rstrip("_"): value for name, value in attributes.items() if value})
    if text:
        made.text = text
    return made


def append(parent: Element, text: str) -> None:
    """Go on in `parent` with plain text, behind whatever stands in it."""
    if not len(parent):
        parent.text = (parent.text or "") + text
    else:
        parent[-1].tail = (parent[-1].tail or "") + text


def set_own(element: Element, name: str, value: str) -> None:
    """An attribute of ours, unless it would be empty."""
    if value:
        element.set(f"{{{OWN}}}{name}", value)


def written(document: Element) -> bytes:
    """The document as a file: UTF-8, one line for each element that holds no text of its own. The same document gives the same bytes."""
    _break_lines(document, 0)
    return etree.tostring(document, encoding="UTF-8", xml_declaration=True) + b"\n"


def _break_lines(element: Element, depth: int) -> None:
    if not len(element) or tag(element) in LINES:
        return
    inner = "\n" + "  " * (depth + 1)
    element.text = inner
    for child in element:
        _break_lines(child, depth + 1)
        child.tail = inner
    element[-1].tail = inner[:-2]


# ---------------------------------------------------------------- reading


def parsed(data: bytes) -> Element:
    """The root of an XML document. Nothing is fetched, no entity is followed, and time and memory are bounded by the size.

    Raises UnreadableXmlError for what is no XML, is too large or too deep, or declares a document type.
    """
    if len(data) > MOST_BYTES:
        message = f"this file has {len(data):,} bytes, and no treaty has more than {MOST_BYTES:,}"
        raise UnreadableXmlError(message, "take the parts that are no treaty text out of it, such as pictures")
    if not data.strip():
        message = "this file is empty"
        raise UnreadableXmlError(message, "name a file that `clausekit draft --format akn` has written, or another Akoma Ntoso document")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGINNINGS):
        message = "this is no XML: it does not begin with `<`"
        raise UnreadableXmlError(message, "name an Akoma Ntoso document; a clause file is for `clausekit check`", 1)
    if any(mark in data for mark in _DOCTYPE):
        raise _doctype(data)
    if data.count(b"<") > 2 * MOST_ELEMENTS:  # an element has an opening tag and mostly a closing one: what has more need not even be parsed
        raise _too_many()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True)
    try:
        found = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise _unreadable(problem) from None
    except (ValueError, LookupError) as problem:
        reason = f"this is no XML that can be read: {_sentence(str(problem))}"
        raise UnreadableXmlError(reason, _SAVE) from None
    described: Any = found.getroottree().docinfo
    if described.doctype:
        raise _doctype(data)
    _refuse_the_endless(found)
    return found


_SAVE = "export the document again, as Akoma Ntoso XML in UTF-8"
_TOO_DEEP = "the elements of this file lie too deep in one another: no treaty needs more than some twenty levels"


def _too_many() -> UnreadableXmlError:
    reason = f"this file has more than {MOST_ELEMENTS:,} elements, and no treaty has so many"
    return UnreadableXmlError(reason, "take the parts that are no treaty text out of it")


def _refuse_the_endless(document: Element) -> None:
    """Refuse what nests too deep or has too many elements, whatever they are: the checks look at each more than once."""
    depth = count = 0
    for event, _ in etree.iterwalk(document, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MOST_LEVELS:
            raise UnreadableXmlError(_TOO_DEEP, _SAVE)
        if count > MOST_ELEMENTS:
            raise _too_many()


def _doctype(data: bytes) -> UnreadableXmlError:
    line = data[: max(0, data.find(_DOCTYPE[0]))].count(b"\n") + 1
    reason = "this file declares a document type (DOCTYPE), which no Akoma Ntoso document needs and which can hide an attack"
    return UnreadableXmlError(reason, "delete the DOCTYPE and whatever entities it declares", line)


def _unreadable(problem: etree.XMLSyntaxError) -> UnreadableXmlError:
    said = problem.msg or "it is not well-formed"
    line = problem.lineno or 0
    if "depth" in said.lower():
        return UnreadableXmlError(_TOO_DEEP, _SAVE, line)
    return UnreadableXmlError(f"this is no XML that can be read: {_sentence(said)}", _SAVE, line)


def _sentence(said: str) -> str:
    """What the parser said, in one line of a length that can be read."""
    line = " ".join(said.split())
    return line if len(line) <= 200 else line[:199] + "…"


def tag(element: Element) -> str:
    """The name of an element of Akoma Ntoso; with its namespace, or the lack of one, in braces for any other."""
    name = str(element.tag)
    return name.removeprefix(f"{{{AKN}}}") if name.startswith("{") else f"{{}}{name}"


def children(element: Element, *tags: str) -> Iterator[Element]:
    """The child elements of Akoma Ntoso with one of these names; all, where none is asked for."""
    for each in element.iterchildren("*"):  # "*": no entities, which are no elements
        name = tag(each)
        if not name.startswith("{") and (not tags or name in tags):
            yield each


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names."""
    if element is None:
        return None
    return element.find(f"{{{AKN}}}{path[0]}" if len(path) == 1 else "/".join(f"{{{AKN}}}{name}" for name in path))


def own(element: Element, name: str) -> str:
    """An attribute of ours; empty where there is none."""
    return element.get(f"{{{OWN}}}{name}") or ""


def is_silent(element: Element) -> bool:
    """Whether there is no word in an element."""
    return not any(str(piece).strip() for piece in element.itertext())


def excerpt(element: Element) -> str:
    """The text of an element for a message: all of it if that is short, else its beginning."""
    pieces: list[str] = []
    for piece in element.itertext():
        pieces.append(str(piece)[: _EXCERPT + 1])
        if sum(map(len, pieces)) > _EXCERPT:
            break
    text = " ".join("".join(pieces).split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"


def documents_in(root: Element) -> Iterator[Element]:
    """The documents of a file that are no attachment of another: one, or the components of a collection."""
    for document in children(root):
        if tag(document) in _COLLECTIONS:
            body = child(document, "collectionBody")
            for component in children(document if body is None else body, "component"):
                yield from documents_in(component)
        elif child(document, "meta") is not None:
            yield document


def outside_documents(holder: Element) -> Iterator[Element]:
    """The elements of a part, in their order, but for documents inside it: these are looked through by themselves."""
    stack = [holder]
    while stack:
        element = stack.pop()
        if element is holder or child(element, "meta") is None:
            yield element
            stack.extend(element.iterchildren("*", reversed=True))


def said(element: Element | None) -> str:
    """All text in an element, its parts read one after the other, with single spaces."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split()) if element is not None else ""
