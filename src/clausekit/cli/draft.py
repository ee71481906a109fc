"""Draft the treaty that a clause file says.

usage: clausekit draft FILE [options]

  FILE               a clause file; `-` is standard input

  -o, --output OUT   the file to write; without it, a text goes to standard
                     output
  --format FORMAT    text, md, html, docx (Word), pdf, akn (Akoma Ntoso), json,
                     or one that another package adds; else the suffix of OUT
                     decides, and text where nothing does
  --language CODE    the language of the draft: en (the default); for html,
                     docx and akn also several, with commas between them
  --templates DIR    your own templates, which come before the built-in ones
  --library DIR      a folder of files that FILE may use, besides its own folder
                     and the library that comes with clausekit; may be given
                     several times
  --anyway           draft a file that has errors; the draft says so on top
  --comments         docx, html: every finding beside its clause
  --diagrams         html, docx, pdf: pictures of what it says, behind the text
  --reference FILE   docx: in the styles and on the page of that .docx file
  --initials         docx, pdf: a place for initials at the foot of each page
  --alternat PARTY   the copy of that Party, of two: it is named first
  --numerals KIND    Articles in `arabic` (the default) or `roman` numerals
  --unnumbered       paragraphs without numbers, cited by their place
  --references KIND  cited with the `paragraph` first, the `article`, or `short`
  --fonts DIR        pdf: a folder of fonts for what the built-in ones lack
  --number N         on every page, that it is Draft N
  --dated DATE       on every page, of what day the draft is
  --not-for-signature
                     on every page, that it is not for signature

A file with errors is not drafted: what is wrong is said instead. A file with
parameters is drafted as part of the treaties that use it.

Exit status: 0 drafted; 1 the file has errors (drafted, if --anyway); 2 the
command could not run.

  clausekit draft framework.clause
  clausekit draft framework.clause -o framework.docx
"""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from clausekit.cli.console import FINDINGS, OK, CannotRunError, Console
from clausekit.cli.inputs import folder_of, libraries_in, text_of
from clausekit.cli.line import Line, UsageError, one_of, suggestion
from clausekit.cli.told import day
from clausekit.diagnostics import Severity
from clausekit.drafting.draft import formats
from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import WordingError
from clausekit.pipeline import Reading, read_source
from clausekit.pipeline.library import draft, errors_in_words
from clausekit.report import text
from clausekit.report.findings import FileFindings
from clausekit.source.files import write_file

_WITH_PARAMETERS = "{} has parameters, and is no treaty by itself; draft a file that uses it and gives them values"
# Options that only one format heeds.
_PAGES = ("text", "md", "html", "docx", "pdf", "akn")
_ONLY_FOR = {
    "fonts": ("pdf",),
    "reference": ("docx",),
    "diagrams": ("html", "docx", "pdf"),
    "comments": ("docx", "html"),
    "number": _PAGES,
    "dated": _PAGES,
    "not_for_signature": _PAGES,
    "initials": ("docx", "pdf"),
}
_OTHER_SUFFIXES = {".markdown": ".md", ".htm": ".html", ".akn": ".xml"}


def options(line: Line) -> None:
    """What may stand behind `draft`."""
    line.add_argument("file", metavar="FILE")
    line.add_argument("-o", "--output", metavar="OUT")
    line.add_argument("--format", metavar="FORMAT")
    line.add_argument("--language", default="en", metavar="CODE")
    line.add_argument("--templates", type=Path, metavar="DIR")
    line.add_argument("--reference", metavar="FILE")
    line.add_argument("--comments", action="store_true")
    line.add_argument("--number", default="", metavar="N")
    line.add_argument("--dated", type=day, metavar="DATE")
    line.add_argument("--not-for-signature", action="store_true")
    line.add_argument("--initials", action="store_true")
    line.add_argument("--alternat", default="", metavar="PARTY")
    line.add_argument("--numerals", default="arabic", type=one_of("numerals", ("arabic", "roman")))
    line.add_argument("--unnumbered", action="store_true")
    line.add_argument("--references", type=one_of("references", ("paragraph", "article", "short")))
    line.add_argument("--fonts", action="append", default=[], metavar="DIR")
    line.add_argument("--diagrams", action="store_true")
    line.add_argument("--library", action="append", default=[], metavar="DIR")
    line.add_argument("--anyway", action="store_true")


def run(asked: Namespace, console: Console) -> int:
    """Draft the file, or say what is wrong with it."""
    try:
        chosen = _format(asked)
        _refuse_idle(asked, chosen)
        if not (asked.output or chosen.is_text) and console.is_terminal:
            message = f"draft: a terminal cannot show {chosen.name}; name a file to write with `-o`"
            raise UsageError(message)
        if asked.templates and not asked.templates.is_dir():
            message = f"{asked.templates}: there is no such folder of templates"
            raise CannotRunError(message)
        reading = read_source(text_of(asked.file, console), folder=folder_of(asked.file), libraries=libraries_in(asked.library))
        if reading.has_parameters:
            raise CannotRunError(_WITH_PARAMETERS.format(reading.source.name))
        errors = sum(1 for found in reading.diagnostics if found.severity is Severity.ERROR)
        if reading.record is None or (errors and not asked.anyway):
            _refuse(reading, errors, console)
            return FINDINGS
        drafted = _drafted(reading, chosen, asked)
    except WordingError as problem:
        message, *lines = str(problem).split("\n")
        raise CannotRunError(message, lines) from problem
    _deliver(drafted, asked.output, console)
    return FINDINGS if errors else OK


def _drafted(reading: Reading, chosen: Format, asked: Namespace) -> str | bytes:
    return draft(
        reading,
        format=chosen.name,
        language=asked.language,
        anyway=asked.anyway,
        templates=asked.templates,
        fonts=asked.fonts,
        reference=asked.reference,
        diagrams=asked.diagrams,
        comments=asked.comments,
        number=asked.number,
        dated=asked.dated,
        not_for_signature=asked.not_for_signature,
        numerals=asked.numerals,
        unnumbered=asked.unnumbered,
        references=asked.references or "",
        alternat=asked.alternat,
        initials=asked.initials,
    )


def _format(asked: Namespace) -> Format:
    """The format asked for, or the one that the suffix of the output says. Raises UsageError for one that nobody makes."""
    known = formats()
    if asked.format is not None:
        if asked.format not in known:
            message = f"draft: there is no format `{asked.format}`{suggestion(asked.format, known)}; there are: {', '.join(known)}"
            raise UsageError(message)
        return known[asked.format]
    suffix = os.path.splitext(asked.output or "")[1].lower()
    suffix = _OTHER_SUFFIXES.get(suffix, suffix)
    if suffix and suffix not in {each.suffix for each in known.values()}:
        message = f"draft: no format is known for `{suffix}` files; choose one with `--format`: {', '.join(known)}"
        raise UsageError(message)
    return next((each for each in known.values() if each.suffix == suffix), known["text"])


def _refuse_idle(asked: Namespace, chosen: Format) -> None:
    """Raise UsageError for an option that changes nothing in the format asked for: whoever gave it expects something else."""
    if chosen.name == "json" and (asked.alternat or asked.numerals != "arabic" or asked.unnumbered or asked.references):
        message = (
            "draft: json is the treaty itself, and no copy of its text: `--alternat`, `--numerals`, `--unnumbered` and `--references` change nothing in it"
        )
        raise UsageError(message)
    for option, only in _ONLY_FOR.items():
        if getattr(asked, option) and chosen.name not in only:
            asked_for = ", ".join(only[:-1]) + (" and " if only[1:] else "") + only[-1]
            message = f"draft: `--{option.replace('_', '-')}` is for {asked_for}, and this draft is {chosen.name}"
            raise UsageError(message)


def _refuse(reading: Reading, errors: int, console: Console) -> None:
    """Say why there is no draft, and how to get one."""
    name = reading.source.name
    graver = tuple(found for found in reading.diagnostics if found.severity is Severity.ERROR)
    colour, width = console.colours("auto", on_errors=True), console.width(on_errors=True)
    console.say_lines(text.render([FileFindings(reading.source, name, graver)], colour=colour, width=width))
    way = ", or draft it all the same with --anyway, which says so on top" if reading.record else ""
    console.say(f"clausekit: {name} was not drafted: mend {errors_in_words(errors)} first{way}")


def _deliver(drafted: str | bytes, output: str | None, console: Console) -> None:
    if output is None or output == "-":
        console.write(drafted)
        return
    write_file(output, drafted.encode() if isinstance(drafted, str) else drafted)
    console.say(f"wrote {output}")
