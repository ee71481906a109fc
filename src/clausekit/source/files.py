"""A file, a stream or bytes → Source; a text → a file, written aside and then renamed.

Whatever is found there, reading takes bounded time and memory and ends in a Source or in one sentence that says why not.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from clausekit.source import Source

# A treaty of ten thousand clauses has four million letters, and the longest in force have fewer. What is more than twice as long was not written as one,
# and a text made to be hostile could take two gigabytes of memory from here on.
MOST_BYTES = 10_000_000
SUFFIX = ".clause"
STANDARD_INPUT = "-"

_UTF_8_MARK = b"\xef\xbb\xbf"
_SAVE_AS_TEXT = "save it as plain text in UTF-8 (in Word: Save As, Plain Text, Unicode UTF-8)"
# How files begin that drafters keep beside their clause files, and reach for by mistake.
_OTHER_FILES = (
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"%PDF-", "a PDF document"),
)
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class FileError(Exception):
    """What is wrong with a file. `name` is the file as the user named it; `reason` says in a sentence what is wrong, and what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class UnreadableFileError(FileError):
    """A file that cannot be read as a clause file."""


class UnwritableFileError(FileError):
    """A file that cannot be written."""


# ---------------------------------------------------------------- reading


def source_of(path: str | os.PathLike[str], called: str | None = None) -> Source:
    """The text of a file, under the name given, or as it is `called`.

    Raises UnreadableFileError for what is no clause file, is too large, or cannot be opened.
    """
    name = called or os.fspath(path)
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size  # a pipe or a device says 0; for these the reading itself is limited
            if size > MOST_BYTES:
                raise _too_large(name)
            return source_from(file.read, name)
    except OSError as problem:
        raise UnreadableFileError(name, _why_not_read(problem)) from None
    except ValueError:  # a NUL in the name
        raise UnreadableFileError(name, "no file can have this name") from None


def source_from(read: Callable[[int], bytes], name: str) -> Source:
    """The text of a stream of bytes. `read` is asked for no more than the limit and one byte. Raises UnreadableFileError as `source_of`."""
    data = read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    return Source(_decoded(data, name), name)


def bytes_of(path: str, most: int) -> bytes:
    """The bytes of a file that is no clause file, no more of them than `most` and one. Raises UnreadableFileError when it cannot be opened or read."""
    with open_bytes(path) as file:
        return file.read(most + 1)


@contextmanager
def open_bytes(path: str) -> Iterator[BinaryIO]:
    """A file to be read bit by bit. Raises UnreadableFileError when it cannot be opened, or breaks off."""
    try:
        with open(path, "rb") as file:
            yield file
    except OSError as problem:
        raise UnreadableFileError(path, _why_not_read(problem)) from None
    except ValueError:  # a NUL in the name
        raise UnreadableFileError(path, "no file can have this name") from None


def lines_of(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """The lines of a stream, however long they are: of one that is longer than `longest`, the first `longest` and one bytes."""
    while line := file.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith(b"\n"):
            line = file.readline(longest + 1)


def files_under(folder: str) -> list[str | UnreadableFileError]:
    """Every clause file in a folder and its folders, in the order of their names, and what could not be looked into. Hidden folders are left out."""
    found: list[str | UnreadableFileError] = []
    closed: list[OSError] = []
    for place, inner, names in os.walk(folder, onerror=closed.append):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        found += [os.path.join(place, name) for name in sorted(names) if name.endswith(SUFFIX)]
    found += [UnreadableFileError(str(problem.filename), _why_not_read(problem)) for problem in closed]
    return found or [UnreadableFileError(folder, f"there is no {SUFFIX} file in this folder")]


def _decoded(data: bytes, name: str) -> str:
    for beginning, what in _OTHER_FILES:
        if data.startswith(beginning):
            raise UnreadableFileError(name, f"this is {what}, not a clause file; {_SAVE_AS_TEXT}")
    if data.startswith(_UTF_16_MARKS):
        raise UnreadableFileError(name, f"the text is saved in UTF-16; {_SAVE_AS_TEXT}")
    nul = data.find(0)
    if nul >= 0:
        raise UnreadableFileError(name, f"{_place(data, nul)} is a NUL, which no text contains; {_SAVE_AS_TEXT}")
    try:
        return data.removeprefix(_UTF_8_MARK).decode()
    except UnicodeDecodeError as problem:
        at = problem.start + (len(data) - len(problem.object))
        raise UnreadableFileError(name, f"{_place(data, at)} (0x{data[at]:02X}) is not UTF-8; {_SAVE_AS_TEXT}") from None


def _place(data: bytes, at: int) -> str:
    return f"byte {at + 1:,}, in line {data.count(10, 0, at) + 1:,},"


def _too_large(name: str) -> UnreadableFileError:
    return UnreadableFileError(name, f"this is larger than {MOST_BYTES // 1_000_000} MB, and no treaty is; name the clause file itself")


def _why_not_read(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "there is no such file"
    if isinstance(problem, IsADirectoryError):
        return "this is a folder; name a file in it"
    if isinstance(problem, PermissionError):
        return "you have no permission to read it"
    return f"it cannot be read: {_in_words(problem)}"


# ---------------------------------------------------------------- writing


def write_file(path: str, data: bytes) -> None:
    """Write `data` to a file so that it is never seen half written: aside, in the same folder, then renamed.

    A file that exists keeps its permissions, and a link to it stays a link. A device or a pipe is written to as it is. Raises UnwritableFileError.
    """
    try:
        place = os.path.realpath(path)
        mode = os.stat(place).st_mode if os.path.exists(place) else None
        if mode is not None and not stat.S_ISREG(mode):
            with open(place, "wb") as device:
                device.write(data)
            return
        _write_aside(place, data, mode)
    except OSError as problem:
        raise UnwritableFileError(path, _why_not_written(path, problem)) from None
    except ValueError:
        raise UnwritableFileError(path, "no file can have this name") from None


def _write_aside(place: str, data: bytes, mode: int | None) -> None:
    if mode is not None and not os.access(place, os.W_OK):
        raise PermissionError
    aside = os.path.join(os.path.dirname(place), f".clausekit-{os.urandom(8).hex()}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(aside, stat.S_IMODE(mode))
        os.replace(aside, place)
    except BaseException:
        os.unlink(aside)
        raise


def _why_not_written(path: str, problem: OSError) -> str:
    folder = os.path.dirname(path) or "."
    if isinstance(problem, FileNotFoundError):
        return f"there is no folder `{folder}`; make it first"
    if isinstance(problem, IsADirectoryError):
        return "this is a folder; name a file in it"
    if isinstance(problem, NotADirectoryError):
        return f"`{folder}` is not a folder"
    if isinstance(problem, PermissionError):
        return "you have no permission to write it"
    return f"it cannot be written: {_in_words(problem)}"


def _in_words(problem: OSError) -> str:
    return (problem.strerror or type(problem).__name__).lower()
