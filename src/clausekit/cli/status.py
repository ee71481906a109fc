"""Say for whom a treaty is in force, and what is missing.

usage: clausekit status FILE [options]

  FILE               a clause file; `-` is standard input

  --on DATE          the day asked about; else the last day of what happens

What has happened until then (signatures, ratifications, withdrawals)
  --scenario NAME    a scenario of the file; may be left out where it has one
  --events LOG       an event log, a JSON object a line; `-` is standard input
  --keep-going       leave lines out that cannot be read, instead of refusing
  --in-force DATE    when the treaty enters into force, where that is known

How it is shown
  --format FORMAT    text (the default) or json; else the suffix of OUT decides
  -o, --output OUT   the file to write; without it, standard output
  --library DIR      a folder of files that FILE may use; may be given several
                     times
  --unstated WAY     read guarantees that leave it open as joint (the default)
                     or several
  --anyway           read a file that has errors

Who has signed and consented; since when the treaty is in force and for whom, or
what is missing, and the earliest day it can be if all that happened on the day
asked about; and for each Party when it may give notice, and be free.

Exit status: 0 told; 2 the command could not run.

  clausekit status paris.clause --events ratifications.jsonl --on 2016-10-05
"""

from __future__ import annotations

from argparse import Namespace

from clausekit.cli.console import OK, Console
from clausekit.cli.line import Line, one_of
from clausekit.cli.simulate import chosen_format, deliver
from clausekit.cli.told import day, history_options, reading_options, sound_reading, stage_of, told

_FORMATS = ("text", "json")
_SUFFIXES = {".txt": "text", ".json": "json"}


def options(line: Line) -> None:
    """What may stand behind `status`."""
    reading_options(line)
    history_options(line)
    line.add_argument("--on", type=day, metavar="DATE")
    line.add_argument("--format", type=one_of("format", _FORMATS))
    line.add_argument("-o", "--output", metavar="OUT")


def run(asked: Namespace, console: Console) -> int:
    """Tell it."""
    from clausekit.norms.calendar import date_of

    form = chosen_format(asked, _SUFFIXES, "status")
    reading = sound_reading(asked, console, "read")
    assert reading.record is not None
    _, simulation = told(stage_of(reading, asked), asked, console)
    on = asked.on or date_of(simulation.timeline.until, simulation.stage.code.calendar)
    title = reading.record.short or reading.record.title or reading.source.name
    standing = simulation.standing(on, title=title)
    deliver(standing.render(form, width=console.width()), asked.output, console)
    return OK
