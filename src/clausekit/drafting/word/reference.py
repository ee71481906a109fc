"""A ministry's own .docx → what a draft is written on: its styles, its page, what runs along its pages.

Its text is left behind, and so is all that runs or reaches out. The file is made anew of the few parts that a draft needs, each of them read strictly:
macros, embedded objects, attached templates and links to elsewhere have no place in what is taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.word.base import Along, Base, settings
from clausekit.drafting.word.opened import Opened, Related
from clausekit.drafting.word.package import OFFICE, Part, Picture
from clausekit.drafting.word.styles import W, add_styles, numbered_styles

_R = f"{{{OFFICE}}}"
# What the settings of a page may say; what they name elsewhere (printers, notes) stays behind.
_PAGE = ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "cols", "vAlign", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid")
_OF = ("default", "first", "even")
# Parts of a header that lead out of it: to notes, comments, objects, data.
_OUTWARD = (
    "commentRangeStart commentRangeEnd commentReference footnoteReference endnoteReference object control altChunk subDoc dataBinding permStart permEnd"
).split()
_EMBEDDING = (f"{_R}embed", f"{_R}id")
_SHOWING = ("drawing", "pict", "object")
# Fields that fetch something when they are worked out; ECMA-376, part 1, section 17.16.5.
_FETCHING = re.compile(r"\s*(?:INCLUDE\w*|IMPORT|LINK|DDE\w*|HYPERLINK|DATABASE|AUTOTEXT\w*|MACROBUTTON|RD|ATTACHEDTEMPLATE|TEMPLATE)\b", re.IGNORECASE)
_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "tiff": "image/tiff",
}


def reference_base(path: str) -> Base:
    """The base that a .docx file gives. Raises WordingError for a file that is none, and for one that is too large to be one."""
    file = Opened(path)
    main = file.main()
    related = file.related(main)
    styles = file.part_of(related, "styles")
    if styles is None:
        message = f"{path}: this document has no styles, and there is nothing to take over from it"
        raise WordingError(message)
    document = file.tree(main)
    sections = [each for each in document.iter(f"{W}sectPr") if each.getparent().tag != f"{W}sectPrChange"]
    page = _page(sections[-1]) if sections else []
    names = add_styles(styles, own=False, line=_width(page))
    pictures: list[Picture] = []
    along = _along(file, related, sections, pictures, has_first=any(each.tag == f"{W}titlePg" for each in page))
    parts = [Part("styles", "styles.xml", _bytes(styles)), Part("settings", "settings.xml", settings(*_kept_settings(file, related)))]
    theme = file.part_of(related, "theme")
    if theme is not None:
        _shut(theme, {})
        parts.append(Part("theme", "theme/theme1.xml", _bytes(theme)))
    base = Base(tuple(parts), tuple(along), "".join(map(_text, page)), names, tuple(pictures), numbered_styles(styles))
    numbering = file.part_of(related, "numbering")
    return base if numbering is None else _with_lists(base, numbering)


def _kept_settings(file: Opened, related: dict[str, Related]) -> list[str]:
    theirs = file.part_of(related, "settings")
    found = [] if theirs is None else [name for name in ("mirrorMargins", "evenAndOddHeaders") if theirs.find(f"{W}{name}") is not None]
    return [name for name in found if theirs.find(f"{W}{name}").get(f"{W}val") not in ("0", "false", "off")]


def _page(section: Any) -> list[Any]:
    kept = [each for name in _PAGE for each in section.findall(f"{W}{name}")]
    for each in kept:
        for attribute in [name for name in each.attrib if name.startswith(_R)]:
            del each.attrib[attribute]
    return kept


def _width(page: list[Any]) -> int:
    """How wide a line is, in twentieths of a point; 0 where the page does not say."""
    told = {each.tag.removeprefix(W): each for each in page}
    try:
        size, margins = told["pgSz"], told["pgMar"]
        return max(0, int(size.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right")))
    except (KeyError, TypeError, ValueError):
        return 0


def _with_lists(base: Base, numbering: Any) -> Base:
    """The base with the lists that its styles count by. Pictures as bullets stay behind."""
    for each in [*numbering.iter(f"{W}numPicBullet", f"{W}lvlPicBulletId")]:
        each.getparent().remove(each)
    for each in numbering.iter():
        for attribute in [name for name in each.attrib if not name.startswith(W)]:
            del each.attrib[attribute]
    lists, counts = numbering.findall(f"{W}abstractNum"), numbering.findall(f"{W}num")
    return base._replace(
        lists="".join(map(_text, lists)),
        counts="".join(map(_text, counts)),
        last_list=max([0, *_numbers(lists, "abstractNumId")]),
        last_count=max([0, *_numbers(counts, "numId")]),
    )


def _numbers(elements: list[Any], attribute: str) -> Iterator[int]:
    for each in elements:
        number = each.get(f"{W}{attribute}") or ""
        if number.isascii() and number.isdigit():
            yield int(number[:6])


# ------------------------------------------------------------ what runs along the pages


def _along(file: Opened, related: dict[str, Related], sections: list[Any], pictures: list[Picture], *, has_first: bool) -> Iterator[Along]:
    """The headers and footers of the last pages, which those of earlier ones stand in for; ours, where the document has none at all."""
    last = {
        (kind, each.get(f"{W}type", "default")): each.get(f"{_R}id", "")
        for section in sections
        for kind in ("header", "footer")
        for each in section.findall(f"{W}{kind}Reference")
    }
    for kind in ("header", "footer"):
        theirs = [(of, related[last[kind, of]].target) for of in _OF if last.get((kind, of)) in related]
        for of, name in theirs:
            tree = file.tree(name)
            shown, relations = _shown(file, name, pictures)
            _shut(tree, shown)
            yield Along(kind, of, _text(tree), relations)
        if not theirs:
            yield Along(kind, "default")
        if has_first and kind == "header" and "first" not in {of for of, _ in theirs}:
            yield Along(kind, "first")


def _shown(file: Opened, name: str, pictures: list[Picture]) -> tuple[dict[str, str], bytes]:
    """The pictures that a header shows, by the ids that it knows them by, and the part that says so."""
    shown: dict[str, str] = {}
    for identity, each in file.related(name).items():
        ending = each.target.rpartition(".")[2].lower()
        if each.kind == "image" and ending in _PICTURES:
            shown[identity] = f"media/picture{len(pictures) + 1}.{ending}"
            pictures.append(Picture(shown[identity], file.read(each.target), _PICTURES[ending]))
    if not shown:
        return {}, b""
    root = etree.Element("Relationships", xmlns="http://schemas.openxmlformats.org/package/2006/relationships")
    for identity, target in shown.items():
        etree.SubElement(root, "Relationship", Id=identity, Type=f"{OFFICE}/image", Target=target)
    return shown, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _shut(tree: Any, shown: dict[str, str]) -> None:
    """Take out of a part whatever leads out of it, but for the pictures that are `shown`."""
    for each in [*tree.iter(*(f"{W}{name}" for name in _OUTWARD))]:
        _remove(each)
    _without_fetching_fields(tree)
    for each in [*tree.iter()]:
        named = [name for name in each.attrib if name.startswith(_R)]
        if all(name in _EMBEDDING and each.get(name) in shown for name in named):
            continue
        if each.tag == f"{W}hyperlink":
            _unwrap(each)
        else:
            _remove(next((above for above in each.iterancestors(*(f"{W}{name}" for name in _SHOWING))), each))


def _without_fetching_fields(tree: Any) -> None:
    """Leave of fields that fetch something only what they show."""
    for each in [*tree.iter(f"{W}fldSimple")]:
        if _FETCHING.match(each.get(f"{W}instr") or ""):
            _unwrap(each)
    for paragraph in [*tree.iter(f"{W}p")]:
        instructions = "".join(each.text or "" for each in paragraph.iter(f"{W}instrText"))
        if any(_FETCHING.match(words) for words in (instructions, *(each.text or "" for each in paragraph.iter(f"{W}instrText")))):
            for each in [*paragraph.iter(f"{W}instrText", f"{W}fldChar")]:
                _remove(each)


def _remove(element: Any) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _unwrap(element: Any) -> None:
    above = element.getparent()
    place = above.index(element)
    for each in reversed(list(element)):
        above.insert(place + 1, each)
    above.remove(element)


def _text(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _bytes(element: Any) -> bytes:
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))
