"""A source and the texts it takes in → one text in one space of places, and the way back from a place to the file it stands in.

Rooms know one text. A treaty may be put together from several files, and a file may be read with other words in the place of some of its own. The texts
are laid end to end, so that a place is a number for every room; who speaks to people asks the volume which file and which words it means.
"""

from __future__ import annotations

from bisect import bisect_right

from clausekit.named_tuples import NamedTuple
from clausekit.source import Position, Source, Span

# Nothing reads on from one text into the next.
_BETWEEN = "\n"


class Piece(NamedTuple):
    """A stretch of a text that was rewritten: where it begins there, and where in the file it comes from.

    `kept` says that its letters are those of the file; else they were put in the place of what stands there.
    """

    start: int
    origin: Span
    kept: bool


class Page(NamedTuple):
    """One text of a volume: where it begins, the file it is a reading of, and its pieces where words of that file were replaced.

    `used_at` is the sentence of the first text that took this one in; None for the first text itself.
    """

    start: int
    source: Source
    pieces: tuple[Piece, ...]
    used_at: Span | None

    def place(self, span: Span) -> Span:
        """Where in the file a stretch of this text stands, counted from the beginning of the text. What was put in stands where the words it replaced do."""
        return in_file(self.pieces, span)


class Volume(Source):
    """Several texts as one, under the name of the first."""

    __slots__ = ("_beginnings", "pages")

    def __init__(self, pages: tuple[Page, ...], texts: tuple[str, ...]) -> None:
        """Join the texts of the pages."""
        super().__init__(_BETWEEN.join(texts), pages[0].source.name)
        self.pages = pages
        self._beginnings = tuple(page.start for page in pages)

    @property
    def beginnings(self) -> tuple[int, ...]:
        """Where each of its texts begins."""
        return self._beginnings

    def position(self, offset: int) -> Position:
        """Line and column in the file that `offset` lies in."""
        page = self.page(offset)
        return page.source.position(page.place(Span(offset - page.start, offset - page.start)).start)

    def page(self, place: int) -> Page:
        """The page on which a place lies."""
        return self.pages[max(0, bisect_right(self._beginnings, place) - 1)]


class Binder:
    """A volume in the making: texts are added one by one, and joined once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.length = 0
        self._pages: list[Page] = []
        self._texts: list[str] = []

    def add(self, source: Source, text: str, pieces: tuple[Piece, ...], used_at: Span | None) -> int:
        """Add `text`, which is what is read of a file; where it begins."""
        start = self.length
        self._pages.append(Page(start, source, pieces, used_at))
        self._texts.append(text)
        self.length += len(text) + len(_BETWEEN)
        return start

    def bound(self) -> Volume:
        """All that was added."""
        return Volume(tuple(self._pages), tuple(self._texts))


def in_file(pieces: tuple[Piece, ...], span: Span) -> Span:
    """Where the words at `span` of a rewritten text stand in its file."""
    if not pieces:
        return span
    first = pieces[max(0, bisect_right(pieces, span.start, key=_start_of) - 1)]
    last = pieces[max(0, bisect_right(pieces, max(span.start, span.end - 1), key=_start_of) - 1)]
    start = first.origin.start + (span.start - first.start if first.kept else 0)
    end = last.origin.start + (span.end - last.start) if last.kept else last.origin.end
    return Span(start, max(start, end))


def is_kept(pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether what stands at a place of a rewritten text stands so in its file."""
    return not pieces or pieces[max(0, bisect_right(pieces, place, key=_start_of) - 1)].kept


def is_altered(pieces: tuple[Piece, ...], span: Span) -> bool:
    """Whether something within a stretch of a rewritten text does not stand so in its file."""
    first = max(0, bisect_right(pieces, span.start, key=_start_of) - 1)
    return any(not piece.kept for piece in pieces[first : bisect_right(pieces, max(span.start, span.end - 1), key=_start_of)])


def _start_of(piece: Piece) -> int:
    return piece.start
