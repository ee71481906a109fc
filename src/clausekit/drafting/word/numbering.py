"""Draft → the lists of a Word document, so counted that each number comes out as the draft has it.

Articles with their paragraphs and points are one list, what stands around them another: a reference to an Article shows the numbers of its own list only.
Where the count of a list would go on otherwise (an Article that is left out, a chapter that begins anew), it is begun again at the number wanted. A number
that Word cannot count (`5 bis`) is typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from clausekit.drafting.tree import Draft, Section
from clausekit.drafting.word.counting import counted, format_of
from clausekit.drafting.word.styles import W_NAMESPACE

# The levels of each list, the outermost first. Parts, chapters and sections are a list each: they are counted through the whole treaty, and LibreOffice
# begins the inner levels of a list anew below each outer one, whatever the list says. Items are points with figures, as those of definitions. The title of
# an Article or Annex has the bare number of it, which is not seen: a reference to several Articles (`Articles 1 and 2`) shows that.
_LISTS = (("part",), ("chapter",), ("section",), ("annex", "title of an annex"), ("article", "title of an article", "paragraph", "point"), ("item",))
_TITLES = {"annex": "title of an annex", "article": "title of an article"}
# In twentieths of a point: how far a line is set in, and its first line out again.
_INDENTS = {"paragraph": (0, 0), "point": (1134, 567), "item": (1134, 567)}
# Word hides it; LibreOffice shows it all the same, and so it is white and small besides.
_UNSEEN = '<w:rPr><w:vanish/><w:color w:val="FFFFFF"/><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
# How the numbers of what is no division stand.
_FORMS = {"paragraph": "%{}.", "point": "(%{})", "item": "(%{})", "title of an annex": "%1", "title of an article": "%1"}


class Place(NamedTuple):
    """Where a paragraph stands in a list."""

    number_id: int
    level: int


class _List:
    """One list, as Word counts it."""

    def __init__(self, number: int, kinds: tuple[str, ...], sections: list[Section]) -> None:
        """Take from the `sections` how their kinds are numbered."""
        self.number = number
        self.kinds = kinds
        self.formats = {"paragraph": "decimal", "point": "lowerLetter", "item": "decimal"}
        self.texts: dict[str, str] = {}
        self.current = 0
        self.counts = dict.fromkeys(range(len(kinds)), 0)
        for level, kind in enumerate(kinds):
            own = [section for section in sections if section.kind == kind and section.number]
            if own:
                self.formats[kind] = format_of(section.number for section in own)
                shown = next((section for section in own if section.number in section.heading), None)  # not so `Article premier`
                if shown is not None:
                    before, _, after = shown.heading.rpartition(shown.number)
                    self.texts[kind] = f"{before}%{level + 1}{after}"
        self.texts |= {kind: form.format(level + 1) for level, kind in enumerate(kinds) for form in [_FORMS.get(kind, "")] if form}


class Numbering:
    """The lists of one document, and where each of its paragraphs stands in them, in reading order."""

    def __init__(self, draft: Draft, last_list: int = 0, last_count: int = 0) -> None:
        """Look over how the draft numbers its parts. Lists are numbered behind `last_list`, and their instances behind `last_count`."""
        self._last_count = last_count
        sections = [*_all(draft.sections), *_all(draft.annexes)]
        self._nums: list[tuple[int, int, int, int]] = []
        self._lists = [_List(number, kinds, sections) for number, kinds in enumerate(_LISTS, last_list + 1)]
        self._of_kind = {kind: each for each in self._lists for kind in each.kinds}
        for each in self._lists:
            each.current = self._num(each.number, 0, 0)

    def _num(self, abstract: int, level: int, start: int) -> int:
        number = self._last_count + len(self._nums) + 1
        self._nums.append((number, abstract, level, start))
        return number

    def place(self, kind: str, number: str) -> Place | None:
        """Where the next paragraph of a kind stands, if it is to show a number; None where that has to be typed."""
        of = self._of_kind.get(kind)
        if of is None:  # a part of a report, which has no number
            return None
        level = of.kinds.index(kind)
        value = counted(number, of.formats[kind]) if of.texts.get(kind) else None
        if value is None:
            return None
        if value != of.counts[level] + 1:
            of.current = self._num(of.number, level, value)
        of.counts[level] = value
        of.counts |= dict.fromkeys(range(level + 1, len(of.kinds)), 0)
        return Place(of.current, level)

    def title(self, kind: str) -> Place | None:
        """Where the title below the number of a division stands; None for one that has no number of its own to show."""
        of = self._of_kind[kind]
        return Place(of.current, of.kinds.index(_TITLES[kind])) if kind in _TITLES else None

    # ------------------------------------------------------------ as XML

    def xml(self, lists: str = "", counts: str = "") -> str:
        """The part of the document that defines the lists, `lists` and `counts` before them."""
        ours, instances = "".join(map(_abstract, self._lists)), "".join(_instance(*each) for each in self._nums)
        return f"<w:numbering {W_NAMESPACE}>{lists}{ours}{counts}{instances}</w:numbering>"


def _abstract(of: _List) -> str:
    levels = "".join(_level(of, level, kind) for level, kind in enumerate(of.kinds))
    return f'<w:abstractNum w:abstractNumId="{of.number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _level(of: _List, level: int, kind: str) -> str:
    left, hanging = _INDENTS.get(kind, (0, 0))
    suffix = "tab" if kind in _INDENTS else "nothing"
    unseen = _UNSEEN if kind in _TITLES.values() else ""
    indent = f'<w:pPr><w:ind w:left="{left}" w:firstLine="0"/></w:pPr>' if not hanging else f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{of.formats.get(kind, "decimal")}"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val={quoteattr(of.texts.get(kind, ""))}/><w:lvlJc w:val="left"/>{indent}{unseen}</w:lvl>'
    )


def _instance(number: int, abstract: int, level: int, start: int) -> str:
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)
