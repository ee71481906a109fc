"""Draw what a treaty says: its clauses and what ties them, and more.

usage: clausekit graph FILE [options]

  FILE               a clause file; `-` is standard input

  --kind KIND        what to draw: clauses (the default; which clause opens,
                     answers, cites or guarantees which), ladder (what follows
                     where an obligation is not complied with), owes (who owes
                     what to whom) or timeline (deadlines, terms and notice)
  --format FORMAT    svg, or, of clauses, the text that mermaid or dot
                     (Graphviz) draws the graph from; else the suffix of OUT
                     decides (.svg, .mmd, .dot, .gv), and svg where nothing does
  -o, --output OUT   the file to write; without it, standard output
  --language CODE    the language of the words in it: en (the default)
  --templates DIR    your own templates, which come before the built-in ones
  --library DIR      a folder of files that FILE may use; may be given several
                     times
  --anyway           draw a file that has errors

Which event opens which clause is told by the name of the event; who must have
done what to whom is left to the words of the clause.

Exit status: 0 drawn; 2 the command could not run.

  clausekit graph framework.clause -o framework.svg
  clausekit graph framework.clause --kind ladder -o ladder.svg
  clausekit graph framework.clause --format mermaid
"""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from clausekit.cli.console import OK, CannotRunError, Console
from clausekit.cli.line import Line, UsageError, one_of
from clausekit.cli.simulate import deliver
from clausekit.cli.told import file_options, sound_reading

# As in `clausekit.drafting.diagrams.diagram`, which is loaded to draw them.
_KINDS = ("clauses", "ladder", "owes", "timeline")
_FORMATS = ("svg", "mermaid", "dot")
_SUFFIXES = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot"}


def options(line: Line) -> None:
    """What may stand behind `graph`."""
    file_options(line)
    line.add_argument("--kind", default="clauses", type=one_of("picture", _KINDS))
    line.add_argument("--format", type=one_of("format", _FORMATS))
    line.add_argument("--language", default="en", metavar="CODE")
    line.add_argument("--templates", type=Path, metavar="DIR")
    line.add_argument("-o", "--output", metavar="OUT")


def run(asked: Namespace, console: Console) -> int:
    """Draw it."""
    form = _format(asked)
    if form != "svg" and asked.kind != "clauses":
        message = f"graph: only `--kind clauses` can be written as {form}; draw `{asked.kind}` as svg"
        raise UsageError(message)
    if asked.templates and not asked.templates.is_dir():
        message = f"{asked.templates}: there is no such folder of templates"
        raise CannotRunError(message)
    reading = sound_reading(asked, console, "drawn")
    from clausekit.drafting.phrasebook import WordingError
    from clausekit.pipeline.library import diagram

    try:
        drawn = diagram(reading, kind=asked.kind, format=form, language=asked.language, anyway=asked.anyway, templates=asked.templates)
    except WordingError as problem:
        raise CannotRunError(str(problem)) from problem
    deliver(drawn, asked.output, console)
    return OK


def _format(asked: Namespace) -> str:
    """The format asked for, or the one that the suffix of the output says. Raises UsageError for a suffix that says none."""
    if asked.format:
        return str(asked.format)
    suffix = os.path.splitext(asked.output or "")[1].lower()
    if suffix and suffix not in _SUFFIXES:
        message = f"graph: no format is known for `{suffix}` files; choose one with `--format`: {', '.join(_FORMATS)}"
        raise UsageError(message)
    return _SUFFIXES.get(suffix, "svg")
