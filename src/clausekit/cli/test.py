"""Play the scenarios of clause files, and say what does not hold.

usage: clausekit test FILE... [options]

  FILE               a clause file; a folder stands for every .clause file in it
                     and its folders; `-` is standard input

  --only WORDS       those with these words in their names
  --unstated WAY     read guarantees that leave it open as joint (the default)
                     or several
  --format FORMAT    text (the default), json or junit
  --colour WHEN      auto (the default), always or never
  -o, --output OUT   the file to write; without it, standard output
  --library DIR      a folder of files that FILE may use; may be given several
                     times
  --anyway           play files that have errors
  --no-prover        do not ask the prover whether expectations hold
  --budget SECONDS   how long the prover may take for a file (10)

A scenario that fails is shown with what does not hold, the first difference
first, and with what happened until there. Expectations (`expect`) are held to
the file's own scenarios, which can refute them. What they do not decide the
prover is asked: whether an expectation holds in every course of events.

Exit status: 0 every assertion holds and nothing is refuted; 1 something failed;
2 a file could not be read or has errors.

  clausekit test framework.clause
  clausekit test treaties/ --only "attack" --format junit -o results.xml
"""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module
from typing import TYPE_CHECKING

from clausekit.cli.console import COULD_NOT_RUN, FINDINGS, OK, CannotRunError, Console
from clausekit.cli.inputs import folder_of, libraries_in, named_files, text_of
from clausekit.cli.line import Line, one_of, seconds
from clausekit.cli.simulate import deliver
from clausekit.cli.told import refuse
from clausekit.pipeline import read_source
from clausekit.source.files import UnreadableFileError

if TYPE_CHECKING:
    from clausekit.chronicle.trials import Trials
    from clausekit.pipeline.proving import Proving

_MODULES = {"text": "trials", "json": "trials_json", "junit": "trials_junit"}


def options(line: Line) -> None:
    """What may stand behind `test`."""
    line.add_argument("files", nargs="+", metavar="FILE")
    line.add_argument("--only", default="", metavar="WORDS")
    line.add_argument("--unstated", default="joint", type=one_of("reading", ("joint", "several")))
    line.add_argument("--format", default="text", type=one_of("format", _MODULES))
    line.add_argument("--colour", "--color", default="auto", type=one_of("setting", ("auto", "always", "never")))
    line.add_argument("-o", "--output", metavar="OUT")
    line.add_argument("--library", action="append", default=[], metavar="DIR")
    line.add_argument("--anyway", action="store_true")
    line.add_argument("--no-prover", dest="no_prover", action="store_true")
    line.add_argument("--budget", default=None, type=seconds, metavar="SECONDS")


class _Progress:
    """Tells the console how many scenarios are played, those of earlier files included."""

    def __init__(self, console: Console, before: int) -> None:
        self._console = console
        self._before = before

    def __call__(self, number: int, count: int) -> None:
        self._console.progress(self._before + number, self._before + count, "played", "scenarios")


def _proving(asked: Namespace) -> Proving | None:
    """How the prover is to be asked, if it is."""
    if asked.no_prover:
        return None
    from clausekit.logic.prover import BUDGET
    from clausekit.pipeline.proving import Proving

    return Proving(BUDGET if asked.budget is None else asked.budget)


def run(asked: Namespace, console: Console) -> int:
    """Play the files, and report on all of them together."""
    from clausekit.norms.calendar import UnknownCalendarError
    from clausekit.pipeline.trials import try_out

    libraries = libraries_in(asked.library)
    trials: list[Trials] = []
    is_whole = True
    files = named_files(asked.files)
    for file in files:
        try:
            reading = read_source(text_of(file, console), folder=folder_of(file), libraries=libraries)
            if reading.has_parameters and (len(files) > 1 or file not in asked.files):
                continue  # it is played as part of the treaties that use it
            refuse(reading, "played", anyway=asked.anyway)
        except (UnreadableFileError, CannotRunError) as problem:
            is_whole = False
            console.say(f"clausekit: {problem}")
            continue
        progress = _Progress(console, sum(len(each.outcomes) for each in trials))
        try:
            trials.append(try_out(reading, only=asked.only, unstated=asked.unstated, progress=progress, proving=_proving(asked)))
        except UnknownCalendarError as problem:
            is_whole = False
            console.say(f"clausekit: {reading.source.name}: {problem}")
    if asked.only:
        trials = [each for each in trials if each.outcomes or each.expected]
    if is_whole and not trials:
        why = f"no scenario and no expectation has `{asked.only}` in its name" if asked.only else "all of these have parameters; name a file that uses them"
        message = f"there is nothing to play: {why}"
        raise CannotRunError(message)
    if trials:
        render = import_module(f"clausekit.chronicle.{_MODULES[asked.format]}").render
        drawn = {"colour": console.colours(asked.colour) and not asked.output, "width": console.width()} if asked.format == "text" else {}
        deliver(render(trials, **drawn), asked.output, console)
    if not is_whole:
        return COULD_NOT_RUN
    return FINDINGS if any(each.failed for each in trials) else OK
