"""What happens, as a command line gives it (a scenario of the file, or an event log) → a history that was played."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from clausekit.cli.console import CannotRunError, Console
from clausekit.cli.inputs import folder_of, libraries_in, text_of
from clausekit.cli.line import Line, UsageError, one_of
from clausekit.pipeline import Reading, read_source
from clausekit.source.files import STANDARD_INPUT, lines_of

if TYPE_CHECKING:
    from clausekit.norms.eventlog import EventLog
    from clausekit.norms.history import Entry
    from clausekit.pipeline.simulation import Simulation, Stage

_MOST_NOTES = 10
# So much of a log is held at once at most: a million events, with room.
_MOST_BYTES = 400_000_000


def file_options(line: Line) -> None:
    """Which file, and how it is read."""
    line.add_argument("file", metavar="FILE")
    line.add_argument("--library", action="append", default=[], metavar="DIR")
    line.add_argument("--anyway", action="store_true")


def reading_options(line: Line) -> None:
    """How the file itself is read, to be played."""
    file_options(line)
    line.add_argument("--unstated", default="joint", type=one_of("reading", ("joint", "several")))


def history_options(line: Line) -> None:
    """What happens."""
    line.add_argument("--scenario", metavar="NAME")
    line.add_argument("--events", metavar="LOG")
    line.add_argument("--in-force", dest="in_force", type=day, metavar="DATE")
    line.add_argument("--keep-going", dest="keep_going", action="store_true")


def day(word: str) -> date:
    """A date of a command line."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        message = f"there is no such day as `{word}`; write it as in `2027-01-10`"
        raise ArgumentTypeError(message) from None


def sound_reading(asked: Namespace, console: Console, verb: str) -> Reading:
    """The file, read. Raises CannotRunError for one that has errors, unless that does not matter; `verb` is what was to be done, such as `played`."""
    source = text_of(asked.file, console)
    reading = read_source(source, folder=folder_of(asked.file), libraries=libraries_in(asked.library))
    refuse(reading, verb, anyway=asked.anyway)
    return reading


def refuse(reading: Reading, verb: str, *, anyway: bool) -> None:
    """Raise CannotRunError for a reading that is no treaty, or that has errors."""
    name = reading.source.name
    if reading.has_parameters:
        message = f"{name} has parameters, and is no treaty by itself; name a file that uses it and gives them values"
        raise CannotRunError(message)
    if reading.record is None or (reading.has_errors and not anyway):
        way = ", or add --anyway" if reading.record is not None else ""
        message = f"{name} was not {verb}, because it has errors: `clausekit check {name}` shows them; mend them first{way}"
        raise CannotRunError(message)


def stage_of(reading: Reading, asked: Namespace) -> Stage:
    """The treaty, ready to be played. Raises CannotRunError where its days cannot be counted."""
    from clausekit.norms.calendar import UnknownCalendarError
    from clausekit.pipeline.simulation import Stage

    assert reading.record is not None
    try:
        return Stage(reading.record, unstated=asked.unstated)
    except UnknownCalendarError as problem:
        message = f"{reading.source.name}: {problem}"
        raise CannotRunError(message) from None


def told(stage: Stage, asked: Namespace, console: Console) -> tuple[str, Simulation]:
    """The history that was asked for, played, and what it is called. Raises CannotRunError when it cannot be told which, or cannot be read."""
    if asked.scenario is not None and asked.events is not None:
        message = "choose one: --scenario, or --events"
        raise UsageError(message)
    if asked.events is not None:
        stage, entries = events(stage, asked, console)
        return asked.events if asked.events != STANDARD_INPUT else "standard input", stage.play(entries, in_force=asked.in_force)
    if asked.keep_going:
        message = "--keep-going goes with --events"
        raise UsageError(message)
    return _scenario(stage, asked)


def _scenario(stage: Stage, asked: Namespace) -> tuple[str, Simulation]:
    names = [scenario.name for scenario in stage.treaty.scenarios]
    if asked.scenario is None and asked.in_force is not None:
        return "nothing happens", stage.play((), in_force=asked.in_force)
    if asked.scenario is None and len(names) != 1:
        known = f"; its scenarios are: {', '.join(names)}" if names else ", and it has no scenario"
        message = f"say what happens: --scenario NAME, or --events LOG; or --in-force DATE where nothing does{known}"
        raise UsageError(message)
    name = asked.scenario if asked.scenario is not None else names[0]
    try:
        return name, stage.scenario(name, in_force=asked.in_force)
    except ValueError as problem:
        raise UsageError(str(problem)) from None


# ---------------------------------------------------------------- event logs


def events(stage: Stage, asked: Namespace, console: Console) -> tuple[Stage, list[Entry]]:
    """The events of a log, and the stage with all who join the treaty in it.

    Raises CannotRunError for a log with mistakes, unless it is to be played without.
    """
    from clausekit.norms.eventlog import EventLog

    if asked.events == STANDARD_INPUT and asked.file == STANDARD_INPUT:
        message = "standard input can be the file or the log, not both"
        raise UsageError(message)
    lines = list(_lines(asked.events, console))
    log = EventLog(stage.telling)
    entries = _read(log, lines, asked)
    joined = stage.joined_by(log.joins)
    if joined is not stage:
        log = EventLog(joined.telling)
        entries = _read(log, lines, asked)
    _report(log, asked, console)
    return joined, entries


def _read(log: EventLog, lines: Iterable[bytes], asked: Namespace) -> list[Entry]:
    """The events of a log. Where it is to be refused, no more of it is read than there are mistakes to tell of."""
    from clausekit.norms.eventlog import MOST_MISTAKES

    wanted = takewhile(lambda _: asked.keep_going or len(log.mistakes) < MOST_MISTAKES, lines)
    try:
        return [entry for _, together in log.lines(wanted) for entry in together]
    except ValueError as problem:
        message = f"{_called(asked.events)}: {problem}"
        raise CannotRunError(message) from None


def _lines(name: str, console: Console) -> Iterator[bytes]:
    """The lines of a log; of one that is too long for an event, its beginning. Raises CannotRunError for a log that is too large to be played at once."""
    from contextlib import nullcontext

    from clausekit.norms.eventlog import LONGEST_LINE
    from clausekit.source.files import open_bytes

    size = 0
    with nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else open_bytes(name) as file:
        for number, line in enumerate(lines_of(file, LONGEST_LINE)):
            if number % 10_000 == 9_999:
                console.working(f"read {number + 1:,} lines of {_called(name)}")
            size += len(line) + 8
            if size > _MOST_BYTES:
                message = f"{_called(name)}: this log is larger than {_MOST_BYTES // 1_000_000} MB: play it in parts"
                raise CannotRunError(message)
            yield line if line.strip() else b""


def _report(log: EventLog, asked: Namespace, console: Console) -> None:
    from clausekit.norms.eventlog import MOST_MISTAKES

    name = _called(asked.events)
    for mistake in log.mistakes:
        console.say(f"{name}:{mistake.line}: {mistake.message}")
    for note in list(log.notes)[:_MOST_NOTES]:
        console.say(f"{name}: note: {note}")
    if not log.mistakes:
        return
    many = f"{len(log.mistakes)}{' or more' if len(log.mistakes) >= MOST_MISTAKES else ''}"
    lines = f"{many} line{'s' if len(log.mistakes) > 1 else ''} of {name} cannot be read"
    if not asked.keep_going:
        message = f"{lines}, so nothing was played; mend them, or leave them out with --keep-going"
        raise CannotRunError(message)
    console.say(f"clausekit: {lines}, and were left out")


def _called(name: str) -> str:
    """What a log is called in messages: `-` is a name that nobody would look for."""
    return "<stdin>" if name == STANDARD_INPUT else name
