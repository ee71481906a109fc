"""What every Word draft stands on: styles, settings, fonts, the page and what runs along its head and foot. Ours, or those of a ministry's own document."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from clausekit.drafting.word.package import Part, Picture
from clausekit.drafting.word.styles import W_NAMESPACE, add_styles, plain_styles

# The page: A4, and its margins of 25 mm, in twentieths of a point; how far the head and the foot stand from its edges.
_PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
_PAGE += "<w:titlePg/>"  # the first page bears the title, and not the short title above it


class Along(NamedTuple):
    """What runs along the pages: a `header` or `footer` of the `default`, `first` or `even` pages. Without XML of its own it is made with each draft."""

    kind: str
    of: str
    xml: str = ""
    relations: bytes = b""


class Base(NamedTuple):
    """What a draft is written on.

    `styles` are the ids of its styles by name, `numbered` those that count their paragraphs. `lists` and `counts` are the definitions and instances of
    lists that it has of its own; the numbers of ours begin behind `last_list` and `last_count`.
    """

    parts: tuple[Part, ...]
    along: tuple[Along, ...]
    page: str
    styles: dict[str, str]
    pictures: tuple[Picture, ...] = ()
    numbered: frozenset[str] = frozenset()
    lists: str = ""
    counts: str = ""
    last_list: int = 0
    last_count: int = 0
    is_ours: bool = False


@cache
def our_base() -> Base:
    """Our own styles, in an empty document of python-docx. It is made once: that takes longer than writing a draft on it."""
    import docx
    from docx.opc.oxml import serialize_part_xml

    empty = docx.Document()
    styles = empty.styles.element
    plain_styles(styles)
    ids = add_styles(styles, own=True)
    kept = {"fontTable": "fontTable.xml", "theme": "theme/theme1.xml"}
    found = {str(part.partname): part.blob for part in empty.part.package.iter_parts()}
    parts = [Part(kind, name, found[f"/word/{name}"]) for kind, name in kept.items()]
    parts += [Part("styles", "styles.xml", serialize_part_xml(styles)), Part("settings", "settings.xml", settings())]
    return Base(tuple(parts), tuple(Along(kind, of) for kind in ("header", "footer") for of in ("default", "first")), _PAGE, ids, is_ours=True)


def settings(*kept: str) -> str:
    """Settings by which Word works out all fields when it opens the file. `kept` are those of a ministry's document that its pages need."""
    mirrored = "<w:mirrorMargins/>" if "mirrorMargins" in kept else ""
    parted = "<w:evenAndOddHeaders/>" if "evenAndOddHeaders" in kept else ""
    return (
        f'<w:settings {W_NAMESPACE}>{mirrored}<w:defaultTabStop w:val="720"/>{parted}<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:updateFields w:val="true"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )
