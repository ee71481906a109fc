"""Elements of one document of Akoma Ntoso → its structure."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.drafting.akn.body import EMPTY, LISTS
from clausekit.drafting.akn.codes import shortest_code
from clausekit.drafting.akn.eids import number_of
from clausekit.drafting.akn.faults import Fault, named, nearest
from clausekit.drafting.akn.markup import LINES, Element, child, children, is_silent, own, tag
from clausekit.drafting.akn.rules import UNKNOWN_PART
from clausekit.drafting.akn.structure import Structure
from clausekit.drafting.tree import Paragraph, Point, Section, Signature, link, unmarked

# Parts with a heading, in which others stand. Whatever else of the hierarchy stands in one is a paragraph, and a point where it stands in a paragraph.
_DIVISIONS = frozenset(
    "part chapter section article title book tome division subpart subchapter subtitle subdivision hcontainer transitional".split(),
)
_PROVISIONS = frozenset(
    "paragraph subparagraph list sublist point indent alinea clause subclause rule subrule proviso subsection level".split(),
)
_WORDS = frozenset({"content", "intro", "wrapUp"})
_HEADING = frozenset({"num", "heading", "subheading"})


class PartReader:
    """Reads one document. What it has no counterpart for is added to `faults`."""

    def __init__(self, document: Element, faults: list[Fault]) -> None:
        """Know the parts of the document, by which its references are followed."""
        self._document = document
        self._faults = faults
        self._ids = {str(part.get("eId")): own(part, "id") or str(part.get("eId")) for part in document.iter("*") if part.get("eId")}

    # ------------------------------------------------------------ the document

    def structure(self, body: Element | None) -> Structure:
        """The document, whose provisions stand in `body`."""
        document = self._document
        self._unread()
        preface, preamble, conclusions = (child(document, name) for name in ("preface", "preamble", "conclusions"))
        formulas = [self._lines(each) for each in children(preamble, "formula")] if preamble is not None else []
        listed, paragraphs, sections = self._inside(body, 1) if body is not None else ((), (), ())
        return Structure(
            language=self._language(),
            notice=self._marked(preface, "notice"),
            status=self._marked(preface, "status"),
            title=self._first(preface, "docTitle") or self._first(preface, "longTitle"),
            short=self._first(preface, "shortTitle"),
            chapeau=" ".join(self._lines(each) for each in children(preamble, "container", "p")) if preamble is not None else "",
            recitals=tuple(self._lines(each) for each in _outermost(preamble, "recital", "citation")) if preamble is not None else (),
            agreement=" ".join(formulas),
            definitions=listed,
            paragraphs=paragraphs,
            sections=sections,
            testimonium=tuple(self._testimonium(conclusions)) if conclusions is not None else (),
            signatures=tuple(self._signatures(conclusions)) if conclusions is not None else (),
            annexes=tuple(self._annexes()),
        )

    def _unread(self) -> None:
        """Tell what stands before the text and has no counterpart. Of a preface, only titles and the status are known."""
        for holder in children(self._document, "coverPage", "components"):
            self._unknown(holder)
        preface = child(self._document, "preface")
        for part in children(preface) if preface is not None else ():
            if not is_silent(part) and next(part.iter("{*}docTitle", "{*}shortTitle", "{*}docStatus"), None) is None and tag(part) != "longTitle":
                self._unknown(part)

    def _language(self) -> str:
        named_in = child(self._document, "meta", "identification", "FRBRExpression", "FRBRlanguage")
        return shortest_code(named_in.get("language") or "") if named_in is not None else ""

    def _testimonium(self, conclusions: Element) -> Iterator[str]:
        for each in children(conclusions):
            if next(each.iter("{*}signature"), None) is None:
                yield self._lines(each)

    def _signatures(self, conclusions: Element) -> Iterator[Signature]:
        for each in _outermost(conclusions, "signature"):
            signing = next(each.iter("{*}party", "{*}organization", "{*}person"), None)
            yield Signature(own(each, "party") or (self._line(signing) if signing is not None else ""), self._line(each))

    def _annexes(self) -> Iterator[Section]:
        attachments = child(self._document, "attachments")
        for attachment in children(attachments, "attachment") if attachments is not None else ():
            document = next((each for each in children(attachment) if child(each, "meta") is not None), None)
            body = next(children(document, "mainBody", "body"), None) if document is not None else None
            if body is None:
                self._unknown(attachment)
                continue
            yield self._section(attachment, "annex", body, 1)

    # ------------------------------------------------------------ provisions

    def _inside(self, parent: Element, level: int) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Section, ...]]:
        """Lists of definitions, paragraphs and divisions directly inside a part."""
        listed: list[Paragraph] = []
        paragraphs: list[Paragraph] = []
        sections: list[Section] = []
        for part in children(parent):
            name = tag(part)
            if name == "hcontainer" and part.get("name") == EMPTY:
                continue
            if name in _DIVISIONS:
                kind = (part.get("name") or name) if name == "hcontainer" else name
                sections.append(self._section(part, kind, part, level))
            elif name in _PROVISIONS:
                (listed if own(part, "id") in LISTS else paragraphs).append(self._paragraph(part))
            elif name in _WORDS:
                text, points, after = self._blocks(part)
                if text or points:
                    paragraphs.append(Paragraph(part.get("eId") or "", "", text, tuple(points), " ".join(filter(None, after))))
            elif name == "p":
                if text := self._line(part):
                    paragraphs.append(Paragraph(part.get("eId") or "", "", text))
            elif name not in _HEADING and name not in {"doc", "meta"}:
                self._unknown(part)
        return tuple(listed), tuple(paragraphs), tuple(sections)

    def _section(self, part: Element, kind: str, body: Element, level: int) -> Section:
        heading = self._line_of(part, "num")
        listed, paragraphs, sections = self._inside(body, level + 1)
        number = own(part, "number") or number_of(heading).rpartition("-")[2]
        return Section(kind, self._identity(part), heading, self._line_of(part, "heading"), level, (*paragraphs, *listed), sections, number)

    def _paragraph(self, part: Element) -> Paragraph:
        texts: list[str] = []
        points: list[Point] = []
        closing: list[str] = []
        for piece in children(part):
            name = tag(piece)
            if name in _PROVISIONS or name in _DIVISIONS:
                points += [self._point(each) for each in (children(piece, "point", "indent") if name == "list" else [piece])]
            elif name in _WORDS:
                text, listed, after = self._blocks(piece)
                (closing if name == "wrapUp" or points else texts).append(text)
                points += listed
                closing += after
            elif name not in _HEADING:
                self._unknown(piece)
        number = own(part, "number") or number_of(self._line_of(part, "num"))
        return Paragraph(self._identity(part), number, " ".join(filter(None, texts)), tuple(points), " ".join(filter(None, closing)))

    def _blocks(self, holder: Element) -> tuple[str, list[Point], list[str]]:
        """The text of some blocks; a list among them as points."""
        texts: list[str] = []
        points: list[Point] = []
        after: list[str] = []
        for block in children(holder):
            if tag(block) == "blockList":
                texts += [self._line(each) for each in children(block, "listIntroduction")]
                points += [self._point(each) for each in children(block, "item")]
                after += [self._line(each) for each in children(block, "listWrapUp")]
            elif tag(block) in {"p", "block", "blockContainer"}:
                (after if points else texts).append(self._line(block))
            else:
                self._unknown(block)
        return " ".join(filter(None, texts)), points, after

    def _point(self, part: Element) -> Point:
        pieces = [self._lines(each) for each in children(part) if tag(each) not in _HEADING]
        return Point(own(part, "number") or number_of(self._line_of(part, "num")), " ".join(filter(None, pieces)))

    # ------------------------------------------------------------ words

    def _identity(self, part: Element) -> str:
        return own(part, "id") or part.get("eId") or ""

    def _line_of(self, part: Element, name: str) -> str:
        found = child(part, name)
        return self._line(found) if found is not None else ""

    def _marked(self, preface: Element | None, name: str) -> str:
        """What the part of this name says of the status of the document; the status is also what stands there without a name."""
        for each in children(preface) if preface is not None else ():
            if each.get("name") == name or (name == "status" and each.get("name") is None):
                found = self._first(each, "docStatus")
                if found:
                    return found
        return ""

    def _first(self, holder: Element | None, name: str) -> str:
        found = next(holder.iter(f"{{*}}{name}"), None) if holder is not None else None
        return self._line(found) if found is not None else ""

    def _lines(self, holder: Element) -> str:
        """All lines in a part, one behind the other."""
        return " ".join(filter(None, map(self._line, _lines_in(holder))))

    def _line(self, line: Element) -> str:
        """The text of a line, with its references to parts of this document; broken lines are joined."""
        text = "".join(self._pieces(line))
        return " ".join(text.split()) if set(text) & set("\n\t") else text

    def _pieces(self, element: Element) -> Iterator[str]:
        yield unmarked(element.text or "")
        for inner in element:
            target = (inner.get("href") or "").removeprefix("#") if tag(inner) == "ref" else ""
            if target in self._ids:
                yield link(self._ids[target], unmarked("".join(map(str, inner.itertext()))))
            else:
                yield from self._pieces(inner)
            yield unmarked(inner.tail or "")

    def _unknown(self, part: Element) -> None:
        where = nearest(part.getparent())
        place = f" in `{where}`" if where else ""
        message = f"{named(part)}{place} is nothing that a treaty has in clausekit; it was left out"
        self._faults.append(Fault(UNKNOWN_PART, message, part, "read this part in the file itself", "this part"))


def _outermost(holder: Element, *names: str) -> Iterator[Element]:
    """The parts with one of these names, but for those inside another of them."""
    for each in children(holder):
        if tag(each) in names:
            yield each
        else:
            yield from _outermost(each, *names)


def _lines_in(holder: Element) -> Iterator[Element]:
    """The lines in a part. A line in a line, such as that of a note, belongs to it."""
    if tag(holder) in LINES:
        yield holder
        return
    for each in children(holder):
        yield from _lines_in(each)
