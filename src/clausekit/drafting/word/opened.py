"""A .docx file from anywhere → its parts, each read strictly and within bounds."""

from __future__ import annotations

import os
import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import Any, NamedTuple, NoReturn

from lxml import etree

from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.word.package import OFFICE

# The letterhead of a ministry is some kilobytes, with a coat of arms some hundred. What is larger than this is something else.
MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
MOST_PARTS = 4_000
# How a file of Word 97 begins, and one that a password keeps.
_OLD = b"\xd0\xcf\x11\xe0"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"


class Related(NamedTuple):
    """What a part names: what it is to it ("styles"), and its file."""

    kind: str
    target: str


class Opened:
    """An open document. Raises WordingError for whatever is wrong with it."""

    def __init__(self, path: str) -> None:
        """Open the file and look over what is in it."""
        self._path = path
        self._left = MOST_UNPACKED
        if os.path.exists(path) and not os.path.isfile(path):
            self._refuse("it is no file")
        try:
            with open(path, "rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as problem:
            self._refuse(f"it cannot be opened: {problem.strerror or problem}")
        if len(data) > MOST_BYTES:
            self._refuse(f"it is larger than {MOST_BYTES // 1_000_000} megabytes, which no document of styles is")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError):
            old = "it is a document of an older Word, or kept by a password; save it as .docx, without one"
            self._refuse(old if data.startswith(_OLD) else "it is no .docx document")
        files = self._archive.infolist()
        if len(files) > MOST_PARTS or sum(each.file_size for each in files) > MOST_UNPACKED:
            self._refuse(f"it unpacks to more than {MOST_UNPACKED // 1_000_000} megabytes, which no document of styles does")
        self._names = {each.filename for each in files}

    def _refuse(self, what: str) -> NoReturn:
        message = f"{self._path}: this file cannot be the document of styles: {what}"
        raise WordingError(message)

    def main(self) -> str:
        """The part that holds the text."""
        found = [each.target for each in self.related("").values() if each.kind == "officeDocument"]
        if not found:
            self._refuse("it is no .docx document")
        return found[0]

    def read(self, name: str) -> bytes:
        """A part, as it is."""
        if name not in self._names:
            self._refuse(f"its part `{name}` is missing")
        try:
            with self._archive.open(name) as part:
                data = part.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
            self._refuse(f"its part `{name}` cannot be unpacked")
        self._left -= len(data)
        if self._left < 0:
            self._refuse(f"it unpacks to more than {MOST_UNPACKED // 1_000_000} megabytes, which no document of styles does")
        return data

    def tree(self, name: str) -> Any:
        """A part as XML: without entities, and without anything from elsewhere."""
        data = self.read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            self._refuse(f"its part `{name}` declares entities, which no document of Word does")
        if _STRICT in data:
            self._refuse("it is saved as Strict Open XML; save it as an ordinary Word document (.docx)")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            self._refuse(f"its part `{name}` is no XML")

    def related(self, name: str) -> dict[str, Related]:
        """What a part names within the document, by the ids that it uses; "" is the document itself. What is elsewhere is not there."""
        folder, base = posixpath.split(name)
        told = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, Related] = {}
        for each in self.tree(told).iter(_RELATIONSHIP) if told in self._names else ():
            target = each.get("Target") or ""
            inside = posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
            kind = each.get("Type") or ""
            if each.get("TargetMode") != "External" and inside in self._names and kind.startswith(f"{OFFICE}/"):
                found[each.get("Id") or ""] = Related(kind.removeprefix(f"{OFFICE}/"), inside)
        return found

    def part_of(self, related: dict[str, Related], kind: str) -> Any:
        """The one part of a kind, as XML; None where there is none."""
        target = next((each.target for each in related.values() if each.kind == kind), None)
        return None if target is None else self.tree(target)
