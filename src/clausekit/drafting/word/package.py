"""The parts of a Word document → its bytes: the same for the same parts, whatever the day."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

# The first day that a zip archive can name.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
# What no XML can hold, whatever a template writes; XML 1.0, section 2.2.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# What a part is to the one that names it, behind `officeDocument/2006/relationships/`; ECMA-376, part 1.
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "styles": f"{_TYPES}.wordprocessingml.styles+xml",
    "settings": f"{_TYPES}.wordprocessingml.settings+xml",
    "fontTable": f"{_TYPES}.wordprocessingml.fontTable+xml",
    "theme": f"{_TYPES}.theme+xml",
    "numbering": f"{_TYPES}.wordprocessingml.numbering+xml",
    "header": f"{_TYPES}.wordprocessingml.header+xml",
    "footer": f"{_TYPES}.wordprocessingml.footer+xml",
    "comments": f"{_TYPES}.wordprocessingml.comments+xml",
}
_MAIN = f"{_TYPES}.wordprocessingml.document.main+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"


class Part(NamedTuple):
    """A part of a document beside its text. `kind` is what it is to the document ("styles"), `name` the file below `word/`.

    `relations` is the part that says what this one names, such as the picture in a letterhead.
    """

    kind: str
    name: str
    data: str | bytes
    relations: bytes = b""


class Picture(NamedTuple):
    """A picture that a header or footer shows: its file below `word/`, and the type of its contents."""

    name: str
    data: bytes
    type: str


def relation_id(place: int) -> str:
    """By what the document names the part that stands at a place in the list of its parts."""
    return f"rId{place + 1}"


def packed(document: str, properties: str, parts: list[Part], pictures: Iterable[Picture] = ()) -> bytes:
    """A document with its properties and its other parts as one file, none of them dated."""
    pictures = list(pictures)
    named = "".join(f'<Relationship Id="{relation_id(place)}" Type="{OFFICE}/{part.kind}" Target={quoteattr(part.name)}/>' for place, part in enumerate(parts))
    files: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", _content_types(parts, pictures)),
        ("_rels/.rels", _relations(f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
                                   f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>')),
        ("docProps/core.xml", _HEAD + properties),
        ("word/document.xml", _HEAD + document),
        ("word/_rels/document.xml.rels", _relations(named)),
    ]  # fmt: skip
    for part in parts:
        files.append((f"word/{part.name}", part.data if isinstance(part.data, bytes) else _HEAD + part.data))
        if part.relations:
            files.append((f"word/_rels/{part.name}.rels", part.relations))
    files += [(f"word/{picture.name}", picture.data) for picture in pictures]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, _UNWRITABLE.sub("", data) if isinstance(data, str) else data)
    return out.getvalue()


def _relations(named: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>'


def _content_types(parts: list[Part], pictures: list[Picture]) -> str:
    overrides = [("/word/document.xml", _MAIN), ("/docProps/core.xml", _CORE), *((f"/word/{part.name}", TYPES[part.kind]) for part in parts)]
    overrides += [(f"/word/{picture.name}", picture.type) for picture in pictures]
    said = "".join(f"<Override PartName={quoteattr(name)} ContentType={quoteattr(kind)}/>" for name, kind in overrides)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}<Default Extension="xml" ContentType="application/xml"/>{said}</Types>'
