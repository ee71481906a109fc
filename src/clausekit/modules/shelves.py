"""The path that a `use` sentence names → the file, if it lies where it may: below the folder of the first file, or below a library.

Nothing outside these folders is looked at, however the path is written and wherever its links lead.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.resources import folder
from clausekit.source.files import SUFFIX

# A path of a treaty is a few words; what is longer was not written by a person.
LONGEST_PATH = 400
# So many files of a folder are looked through for one that may have been meant.
MOST_LISTED = 1000


class Shelf(NamedTuple):
    """A folder below which files may be used: where it really is, and how the user named it."""

    folder: str
    shown: str


class Standing(NamedTuple):
    """Where a file that uses others stands: its shelf, and the folders between."""

    shelf: Shelf
    within: tuple[str, ...]


class UsedFile(NamedTuple):
    """A file to be used: where it really is, what findings call it, its path below its shelf, and where it stands for the files it uses in turn."""

    place: str
    name: str
    path: str
    standing: Standing


class Unfound(NamedTuple):
    """Why there is no such file. `reach` says that the path leads out of what may be used; `near` is a path that may have been meant."""

    why: str
    reach: bool = False
    near: str = ""


def shelf_of(shown: str) -> Shelf:
    """The folder a user named, as a shelf."""
    return Shelf(os.path.realpath(shown or os.curdir), shown)


def packaged() -> Shelf:
    """The library that comes with clausekit. Its files are called as they are used: `std/consultation.clause`."""
    return Shelf(os.path.realpath(folder("templates") / "library"), "")


def find(path: str, standing: Standing | None, libraries: tuple[Shelf, ...]) -> UsedFile | Unfound:
    """The file that `path` names for a file that stands at `standing`; None is a text that stands in no folder, and has the libraries alone."""
    refused = _refused(path)
    if refused is not None:
        return refused
    wanted = path if path.endswith(SUFFIX) else path + SUFFIX
    leaves = False
    for shelf, within in _places(standing, libraries):
        parts = _below(within, wanted)
        if parts is None:
            leaves = True
            continue
        place = os.path.realpath(os.path.join(shelf.folder, *parts))
        if not _lies_in(place, shelf.folder):
            leaves = leaves or os.path.lexists(os.path.join(shelf.folder, *parts))
        elif _is_file(place):
            return UsedFile(place, os.path.join(shelf.shown, *parts), "/".join(parts).removesuffix(SUFFIX), Standing(shelf, parts[:-1]))
    if leaves:
        return Unfound("it leads out of the folder it may stay in", reach=True)
    return Unfound("", near=_near(path, standing, libraries))


def _refused(path: str) -> Unfound | None:
    """Why a path is not even looked for: it is no path within a folder, on whatever system."""
    if not path.strip("/. ") and not path.startswith("/"):
        return Unfound("" if ".." not in path else "it leads out of the folder it may stay in", reach=".." in path)
    if path.startswith(("/", "~")) or path[1:2] == ":":
        return Unfound("it begins at the top of the machine, not in a folder of this treaty", reach=True)
    if "\\" in path:
        return Unfound("folders are parted by `/`, not by `\\`", reach=True)
    if len(path) > LONGEST_PATH or not path.isprintable():
        return Unfound("no file can have this name")
    return None


def _places(standing: Standing | None, libraries: tuple[Shelf, ...]) -> Iterator[tuple[Shelf, tuple[str, ...]]]:
    if standing is not None:
        yield standing.shelf, standing.within
    for library in libraries:
        yield library, ()


def _below(within: tuple[str, ...], path: str) -> tuple[str, ...] | None:
    """The folders and the file name of a path that is written in the folder `within`, counted from its shelf; None where it climbs above that."""
    parts = list(within)
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return tuple(parts)


def _lies_in(place: str, shelf: str) -> bool:
    return place.startswith(shelf.rstrip(os.sep) + os.sep)


def _is_file(place: str) -> bool:
    """Whether a plain file is there: a pipe or a device could be read for ever."""
    try:
        return stat.S_ISREG(os.stat(place).st_mode)
    except (OSError, ValueError):
        return False


def _near(path: str, standing: Standing | None, libraries: tuple[Shelf, ...]) -> str:
    """A path that differs little from the one written, and leads to a file."""
    from difflib import get_close_matches

    known: dict[str, None] = {}
    parent = path.rpartition("/")[0]
    for shelf, within in _places(standing, libraries):
        for folder_of in dict.fromkeys((parent, "", "std" if not shelf.shown else "")):
            parts = _below(within, folder_of)
            if parts is not None:
                known |= dict.fromkeys(f"{folder_of}/{name}".lstrip("/") for name in _listed(shelf, parts))
    close = get_close_matches(path.removesuffix(SUFFIX), list(known), 1, 0.6)
    return close[0] if close else ""


def _listed(shelf: Shelf, parts: tuple[str, ...]) -> list[str]:
    """The files of a folder that could be used, without their suffix."""
    place = os.path.realpath(os.path.join(shelf.folder, *parts))
    if place != shelf.folder and not _lies_in(place, shelf.folder):
        return []
    found: list[str] = []
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith(SUFFIX) and not entry.name.startswith("."):
                    found.append(entry.name.removesuffix(SUFFIX))
                if len(found) == MOST_LISTED:
                    break
    except (OSError, ValueError):
        return []
    return sorted(found)
