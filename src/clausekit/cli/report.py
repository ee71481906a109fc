"""Write a summary, sheets of duties, open issues or a memorandum.

usage: clausekit report FILE [options]

  FILE               a clause file; `-` is standard input

  --kind KIND        summary (the default; a page for whoever has to decide),
                     duties (a sheet for each Party: what it owes, to whom, by
                     when, and what if not; what it may; what it is owed),
                     issues (square brackets left open, and findings, each with
                     its place) or memorandum (the skeleton of an explanatory
                     memorandum, Article by Article)
  --party NAME       the duties of one alone
  --format FORMAT    text, md, html, docx (Word) or pdf; else the suffix of OUT
                     decides (.md, .html, .docx, .pdf), and text where nothing
                     does
  -o, --output OUT   the file to write; without it, standard output
  --language CODE    the language of the report: en (the default)
  --templates DIR    your own templates, which come before the built-in ones
  --library DIR      a folder of files that FILE may use; may be given several
                     times
  --anyway           report on a file that has errors; its open issues can be
                     reported in any case

A report says what the file says and what was found in it, and nothing else:
what is for you to write has a place in square brackets.

Exit status: 0 written; 2 the command could not run.

  clausekit report framework.clause
  clausekit report framework.clause --kind duties --party France
  clausekit report framework.clause --kind memorandum -o memorandum.docx
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from clausekit.cli.console import OK, CannotRunError, Console
from clausekit.cli.line import Line, UsageError, one_of
from clausekit.cli.simulate import chosen_format, deliver
from clausekit.cli.told import file_options, sound_reading

# As in `clausekit.drafting.reports.report`, which is loaded to write them.
_KINDS = ("summary", "duties", "issues", "memorandum")
_FORMATS = ("text", "md", "html", "docx", "pdf")
_SUFFIXES = {".txt": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
_BINARY = ("docx", "pdf")


def options(line: Line) -> None:
    """What may stand behind `report`."""
    file_options(line)
    line.add_argument("--kind", default="summary", type=one_of("report", _KINDS))
    line.add_argument("--party", default="", metavar="NAME")
    line.add_argument("--format", type=one_of("format", _FORMATS))
    line.add_argument("--language", default="en", metavar="CODE")
    line.add_argument("--templates", type=Path, metavar="DIR")
    line.add_argument("-o", "--output", metavar="OUT")


def run(asked: Namespace, console: Console) -> int:
    """Write it."""
    form = chosen_format(asked, _SUFFIXES, "report")
    if asked.party and asked.kind != "duties":
        message = f"report: --party goes with `--kind duties`, and this is {asked.kind}"
        raise UsageError(message)
    if form in _BINARY and not asked.output and console.is_terminal:
        message = f"report: a terminal cannot show {form}; name a file to write with `-o`"
        raise UsageError(message)
    if asked.templates and not asked.templates.is_dir():
        message = f"{asked.templates}: there is no such folder of templates"
        raise CannotRunError(message)
    asked.anyway = asked.anyway or asked.kind == "issues"
    reading = sound_reading(asked, console, "reported on")
    from clausekit.drafting.phrasebook import WordingError
    from clausekit.pipeline.library import report_on

    try:
        made = report_on(reading, kind=asked.kind, party=asked.party, format=form, language=asked.language, anyway=asked.anyway, templates=asked.templates)
    except WordingError as problem:
        raise CannotRunError(str(problem)) from problem
    deliver(made, asked.output, console)
    return OK
