"""Say who owes what to whom by when.

usage: clausekit duties FILE [options]

  FILE               a clause file; `-` is standard input

When, and whose
  --on DATE          the day asked about; else the last day of what happens
  --party NAME       those of one Party only
  --until DATE       with the later periods of what recurs, up to this day
  --conditional      also what is owed only if something happens

What has happened until then
  --scenario NAME    a scenario of the file; may be left out where it has one
  --events LOG       an event log, a JSON object a line; `-` is standard input
  --keep-going       leave lines out that cannot be read, instead of refusing
  --in-force DATE    when the treaty enters into force; where nothing else
                     happened, this is all that is needed
  --unstated WAY     read guarantees that leave it open as joint (the default)
                     or several

How it is shown
  --format FORMAT    text (the default), csv, ics, html or json; else the suffix
                     of OUT decides
  -o, --output OUT   the file to write; without it, standard output
  --library DIR      a folder of files that FILE may use; may be given several
                     times
  --anyway           read a file that has errors

A calendar (ics) holds what has a fixed day, as events of the whole day; it
needs the extra `calendar` of clausekit.

Exit status: 0 told; 2 the command could not run.

  clausekit duties framework.clause --in-force 2026-06-01 --on 2026-06-20
  clausekit duties framework.clause --in-force 2026-06-01 --party France
    --until 2027-05-31 -o france.ics
"""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from clausekit.cli.console import OK, CannotRunError, Console
from clausekit.cli.line import Line, UsageError, one_of, suggestion
from clausekit.cli.simulate import chosen_format, deliver
from clausekit.cli.told import day, history_options, reading_options, sound_reading, stage_of, told

if TYPE_CHECKING:
    from clausekit.pipeline.simulation import Stage

_FORMATS = ("text", "csv", "ics", "html", "json")  # as in `clausekit.chronicle.calendar_of_duties`, which is loaded to write them
_SUFFIXES = {".txt": "text", ".csv": "csv", ".ics": "ics", ".html": "html", ".htm": "html", ".json": "json"}


def options(line: Line) -> None:
    """What may stand behind `duties`."""
    reading_options(line)
    history_options(line)
    line.add_argument("--on", type=day, metavar="DATE")
    line.add_argument("--until", type=day, metavar="DATE")
    line.add_argument("--party", metavar="NAME")
    line.add_argument("--conditional", action="store_true")
    line.add_argument("--format", type=one_of("format", _FORMATS))
    line.add_argument("-o", "--output", metavar="OUT")


def run(asked: Namespace, console: Console) -> int:
    """Tell them."""
    from clausekit.norms.calendar import date_of

    form = chosen_format(asked, _SUFFIXES, "duties")
    reading = sound_reading(asked, console, "read")
    assert reading.record is not None
    _, simulation = told(stage_of(reading, asked), asked, console)
    on = asked.on or date_of(simulation.timeline.until, simulation.stage.code.calendar)
    if asked.until is not None and asked.until < on:
        message = f"duties: --until {asked.until.isoformat()} lies before the day asked about, {on.isoformat()}"
        raise UsageError(message)
    party = _party(asked.party, simulation.stage) if asked.party else None
    found = simulation.duties(on, party=party, until=asked.until, conditional=asked.conditional)
    if not (reading.record.short or reading.record.title):
        found = found._replace(title=reading.source.name)
    try:
        made = found.render(form, width=console.width())
    except ImportError:
        message = "a calendar needs the extra `calendar` of clausekit: install `clausekit[calendar]`, or `.[calendar]` from a checkout"
        raise CannotRunError(message) from None
    deliver(made, asked.output, console)
    return OK


def _party(written: str, stage: Stage) -> str:
    """The declared name of whoever is asked about, by that name or by its full one. Raises UsageError for nobody."""
    known = (*stage.code.actors, *stage.code.bodies)
    names = {name.casefold(): name for name in known}
    names |= {(actor.display or actor.name).casefold().removeprefix("the "): actor.name for actor in stage.treaty.actors}
    found = names.get(written.casefold()) or names.get(written.casefold().removeprefix("the "))
    if found is None:
        message = f"duties: the treaty knows nobody called `{written}`{suggestion(written, known)}"
        raise UsageError(message)
    return found
