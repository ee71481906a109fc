"""Lay clause files out in the canonical way.

usage: clausekit fmt FILE... [options]

  FILE               a clause file; a folder stands for every .clause file in it
                     and its folders; `-` reads standard input and writes the
                     result to standard output

  --check            change nothing; list the files that would change
  --diff             change nothing; show what would change

Comments are kept, and the meaning never changes: each file is written only
after its new text was read again and found to say the same. A file with a
sentence that cannot be read is left as it is, and the sentence is shown.

Exit status: 0 laid out; 1 some sentence cannot be read, or, with --check and
--diff, a file would change; 2 something could not be read or written.

  clausekit fmt framework.clause
  clausekit fmt drafts/ --check
"""

from __future__ import annotations

from argparse import Namespace

from clausekit.cli.console import COULD_NOT_RUN, FINDINGS, OK, Console
from clausekit.cli.inputs import Found, named_files, text_of
from clausekit.cli.line import Line
from clausekit.diagnostics import Diagnostic
from clausekit.pipeline.layout import ChangedMeaningError, lay_out
from clausekit.report import text
from clausekit.report.findings import FileFindings
from clausekit.source import Source
from clausekit.source.files import STANDARD_INPUT, FileError, write_file


def options(line: Line) -> None:
    """What may stand behind `fmt`."""
    line.add_argument("files", nargs="+", metavar="FILE")
    modes = line.add_mutually_exclusive_group()
    modes.add_argument("--check", action="store_true")
    modes.add_argument("--diff", action="store_true")


def run(asked: Namespace, console: Console) -> int:
    """Lay each file out, one by one; what is wrong with one does not keep the others waiting."""
    files = named_files(asked.files)
    statuses = []
    for number, file in enumerate(files):
        console.progress(number, len(files), "laid out")
        statuses.append(_file(file, asked, console))
    return max(statuses)


def _file(file: Found, asked: Namespace, console: Console) -> int:
    try:
        source = text_of(file, console)
        printed, found = lay_out(source)
        if printed is None:
            _tell(source, found, console)
            return FINDINGS
        if asked.check or asked.diff:
            return _would_change(source, printed, console, diff=asked.diff)
        if file == STANDARD_INPUT:
            console.write(printed)
        elif printed != source.text:
            write_file(source.name, printed.encode())
    except FileError as problem:
        console.say(f"clausekit: {problem}")
        return COULD_NOT_RUN
    except ChangedMeaningError as problem:
        console.say(f"clausekit: {source.name} was left as it is: {problem}; this is a fault of clausekit, and worth a report")
        return COULD_NOT_RUN
    return OK


def _tell(source: Source, found: list[Diagnostic], console: Console) -> None:
    """Show the sentences that cannot be read."""
    colour, width = console.colours("auto", on_errors=True), console.width(on_errors=True)
    console.say_lines(text.render([FileFindings(source, source.name, tuple(found))], colour=colour, width=width))
    console.say(f"clausekit: {source.name} was left as it is")


def _would_change(source: Source, printed: str, console: Console, *, diff: bool) -> int:
    if printed == source.text:
        return OK
    if not diff:
        console.write(f"{source.name}\n")
        return FINDINGS
    from difflib import unified_diff

    lines = unified_diff(source.text.splitlines(), printed.splitlines(), source.name, source.name, "as it is", "laid out", lineterm="")
    console.write("".join(f"{line}\n" for line in lines))
    return FINDINGS
