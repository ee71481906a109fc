"""Play what happens, and show what comes of it.

usage: clausekit simulate FILE [options]

  FILE               a clause file; `-` is standard input

What happens
  --scenario NAME    a scenario of the file; may be left out where it has one
  --events LOG       an event log, a JSON object a line; `-` is standard input:
                       {"on": "2027-01-10", "event": "armed attack by Russia"}
  --keep-going       leave lines out that cannot be read, instead of refusing
  --in-force DATE    when the treaty enters into force; else it follows from
                     what happens, or is the day of the first event
  --until DATE       play to the end of this day: beyond the last event, or only
                     what happens until then
  --unstated WAY     read guarantees that leave it open as joint (the default)
                     or several

What is shown
  --format FORMAT    text (the default), json, svg or html; else the suffix of
                     OUT decides
  --whole            also what merely stands from entry into force on, and what
                     nothing is told of (JSON always has it)
  -o, --output OUT   the file to write; without it, standard output
  --library DIR      a folder of files that FILE may use; may be given several
                     times
  --anyway           play a file that has errors

Exit status: 0 played; 2 the command could not run, or the log has lines that
cannot be read and --keep-going was not given.

  clausekit simulate framework.clause --scenario "Attack in winter"
  clausekit simulate framework.clause --events log.jsonl -o timeline.html
"""

from __future__ import annotations

import os
from argparse import Namespace

from clausekit.cli.console import OK, Console
from clausekit.cli.line import Line, UsageError, one_of
from clausekit.cli.told import day, history_options, reading_options, sound_reading, stage_of, told
from clausekit.source.files import write_file

_FORMATS = ("text", "json", "svg", "html")
_SUFFIXES = {".txt": "text", ".json": "json", ".svg": "svg", ".html": "html", ".htm": "html"}


def options(line: Line) -> None:
    """What may stand behind `simulate`."""
    reading_options(line)
    history_options(line)
    line.add_argument("--until", type=day, metavar="DATE")
    line.add_argument("--format", type=one_of("format", _FORMATS))
    line.add_argument("--whole", action="store_true")
    line.add_argument("-o", "--output", metavar="OUT")


def run(asked: Namespace, console: Console) -> int:
    """Play it."""
    form = chosen_format(asked, _SUFFIXES, "simulate")
    reading = sound_reading(asked, console, "played")
    assert reading.record is not None
    name, simulation = told(stage_of(reading, asked), asked, console)
    if asked.until is not None:
        simulation = simulation.until(asked.until)
    title = f"{reading.record.short or reading.record.title or reading.source.name}: {name}"
    deliver(simulation.render(form, title=title, whole=asked.whole, width=console.width()), asked.output, console)
    return OK


def chosen_format(asked: Namespace, suffixes: dict[str, str], command: str) -> str:
    """The format asked for, or the one that the suffix of the output says. Raises UsageError for a suffix that says none."""
    if asked.format:
        return str(asked.format)
    suffix = os.path.splitext(asked.output or "")[1].lower()
    if suffix and suffix not in suffixes:
        message = f"{command}: no format is known for `{suffix}` files; choose one with `--format`: {', '.join(dict.fromkeys(suffixes.values()))}"
        raise UsageError(message)
    return suffixes.get(suffix, "text")


def deliver(made: str | bytes, output: str | None, console: Console) -> None:
    """Write it where it was asked for: whole, or not at all."""
    if output in {None, "-"}:
        console.write(made)
        return
    assert output is not None
    write_file(output, made.encode() if isinstance(made, str) else made)
    console.say(f"wrote {output}")
