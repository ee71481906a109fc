"""What a command says → standard output and standard error, whatever these are: terminals, files, pipes that close early."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from time import monotonic
from typing import BinaryIO, TextIO

from clausekit.source import Source
from clausekit.source.files import UnreadableFileError, source_from

OK = 0
FINDINGS = 1
COULD_NOT_RUN = 2
INTERRUPTED = 130

# A terminal wider than this is filled no further: longer lines of prose are hard to read.
WIDEST = 110
_STANDARD_INPUT = "<stdin>"
# Whoever waits longer wants to know what for.
SECONDS_BEFORE_PROGRESS = 1.0


class CannotRunError(Exception):
    """Why a command could not run, in one line for the person who called it, and what to write behind it, a line each."""

    def __init__(self, message: str, lines: Sequence[str] = ()) -> None:
        """Keep both."""
        super().__init__(message)
        self.lines = tuple(lines)


class Console:
    """The streams of one run. `finished` says what is done so far, for whoever stops it."""

    def __init__(self) -> None:
        """Take the standard streams of this process; what is not a terminal gets UTF-8, and what is closed goes nowhere."""
        self.finished = ""
        self._began = monotonic()
        self._progress = ""
        self._unwritten = ""
        sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  it is closed with the process
        sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  as above
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")

    def read(self) -> Source:
        """Standard input. Raises UnreadableFileError as for a file, and when there is none."""
        return source_from(self._standard_input().read, _STANDARD_INPUT)

    def read_bytes(self, most: int) -> bytes:
        """The same as bytes, no more of them than `most` and one. Raises UnreadableFileError when there is none."""
        return self._standard_input().read(most + 1)

    def _standard_input(self) -> BinaryIO:
        if sys.stdin is None:
            raise UnreadableFileError(_STANDARD_INPUT, "there is no standard input")
        return sys.stdin.buffer

    # ------------------------------------------------------------ saying

    def write(self, what: str | bytes) -> None:
        """Results, to standard output. Who closes it early wants no more, and is not told."""
        try:
            if isinstance(what, bytes):
                sys.stdout.flush()
                sys.stdout.buffer.write(what)
            else:
                sys.stdout.write(what)
        except OSError as problem:
            self._stop_writing(problem)

    def say(self, line: str) -> None:
        """One line for the person, to standard error. What cannot be seen in it (a file may have any name) is shown by its number."""
        if not line.isprintable():
            from clausekit.report.legible import visible

            line = visible(line)
        self.say_lines(line + "\n")

    def say_lines(self, text: str) -> None:
        """Lines for the person, to standard error, as they are."""
        try:
            sys.stderr.write(self._wiped() + text)
            sys.stderr.flush()
        except BrokenPipeError:
            _silence(sys.stderr)

    def progress(self, done: int, of: int, verb: str, what: str = "files") -> None:
        """That `done` of `of` files are finished, shown only on a terminal and only when it takes long; `verb` is what was done, such as `checked`."""
        self.finished = f"{done:,} of {of:,} {what} were {verb}"
        if of > 1 and done < of:
            self._show(f"{verb} {done:,} of {of:,} {what}")

    def working(self, what: str) -> None:
        """What was done so far, shown only on a terminal and only when it takes long."""
        self.finished = what
        self._show(what)

    def _show(self, what: str) -> None:
        if monotonic() - self._began > SECONDS_BEFORE_PROGRESS and sys.stderr.isatty():
            wiped = self._wiped()
            self._progress = what
            sys.stderr.write(wiped + self._progress)
            sys.stderr.flush()

    def close(self, status: int) -> int:
        """Send everything on its way. The status, unless standard output could not take it all."""
        try:
            sys.stderr.write(self._wiped())
            sys.stderr.flush()
        except OSError:
            _silence(sys.stderr)
        try:
            sys.stdout.flush()
        except OSError as problem:
            self._stop_writing(problem)
        if self._unwritten:
            self.say(f"clausekit: standard output cannot be written: {self._unwritten}")
            return COULD_NOT_RUN
        return status

    def _stop_writing(self, problem: OSError) -> None:
        if not isinstance(problem, BrokenPipeError):
            self._unwritten = (problem.strerror or type(problem).__name__).lower()
        _silence(sys.stdout)

    def _wiped(self) -> str:
        """What takes the line of progress off the terminal, if there is one."""
        wipe = "\r" + " " * len(self._progress) + "\r" if self._progress else ""
        self._progress = ""
        return wipe

    # ------------------------------------------------------------ how to say it

    @property
    def is_terminal(self) -> bool:
        """Whether standard output is a screen."""
        return sys.stdout.isatty()

    def colours(self, when: str, *, on_errors: bool = False) -> bool:
        """Whether to use colours on standard output, or on standard error: `always`, `never`, or `auto`."""
        if when != "auto":
            return when == "always"
        stream: TextIO = sys.stderr if on_errors else sys.stdout
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
            return False
        return os.name != "nt" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM"))  # the old Windows console shows the codes themselves

    def width(self, *, on_errors: bool = False) -> int:
        """How many columns a line may take: the terminal's, or 80."""
        stream: TextIO = sys.stderr if on_errors else sys.stdout
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError):
            return 80
        return min(columns or 80, WIDEST)


def _silence(stream: TextIO) -> None:
    """Send the rest nowhere, also what the interpreter flushes when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass  # a stream of memory, as in tests, has nothing to flush to
