"""Find every mistake and open question in clause files.

usage: clausekit check FILE... [options]

  FILE               a clause file; a folder stands for every .clause file in it
                     and its folders; `-` is standard input

  --library DIR      a folder of files that FILE may use, besides its own folder
                     and the library of clausekit; may be given several times

What is reported
  --strict           names that nobody declared are errors
  --select CODES     only these: codes (CK301), families (CK3) or names
                     (no-deadline), with commas between them
  --ignore CODES     all but these

What is proved
  --no-prover        only read the text: do not look for courses of events in
                     which its sentences clash, come to nothing or are escaped
  --budget SECONDS   how long the prover may take for a file (10); what is not
                     settled by then is named
  --no-cache         prove everything anew, and keep nothing. Else answers are
                     kept in CLAUSEKIT_CACHE, or in the user's cache folder

How it is reported
  --format FORMAT    text (the default), html, json, sarif, github or junit
  --colour WHEN      auto (the default: on a terminal, unless NO_COLOR is set),
                     always or never
  --witnesses DIR    write the events that show a flaw to DIR, for `simulate`

Each finding says what is wrong, shows every place involved, names the Article,
and offers the next step. `clausekit explain CODE` gives the reason behind it.

Exit status: 0 no errors; 1 errors were found; 2 something could not be read.

  clausekit check framework.clause
  clausekit check drafts/ --strict --ignore no-deadline
  clausekit check framework.clause --format html > findings.html
  clausekit check framework.clause --format sarif > findings.sarif
"""

from __future__ import annotations

import os
import shlex
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from clausekit import __version__
from clausekit.checks.engine import matches
from clausekit.cli.console import COULD_NOT_RUN, Console
from clausekit.cli.inputs import folder_of, libraries_in, named_files, text_of
from clausekit.cli.line import Line, UsageError, one_of, seconds, suggestion
from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.report.findings import FileFindings, exit_status
from clausekit.source.files import UnreadableFileError, UnwritableFileError, write_file
from clausekit.syntax.rules import UNREADABLE_FILE

if TYPE_CHECKING:
    from clausekit.pipeline.proving import Proving

_MODULES = {"text": "text", "html": "html", "json": "json_format", "sarif": "sarif", "github": "github", "junit": "junit"}


def options(line: Line) -> None:
    """What may stand behind `check`."""
    line.add_argument("files", nargs="+", metavar="FILE")
    line.add_argument("--library", action="append", default=[], metavar="DIR")
    line.add_argument("--strict", action="store_true")
    line.add_argument("--select", action="append", default=[], metavar="CODES")
    line.add_argument("--ignore", action="append", default=[], metavar="CODES")
    line.add_argument("--no-prover", dest="no_prover", action="store_true")
    line.add_argument("--budget", default=None, type=seconds, metavar="SECONDS")
    line.add_argument("--no-cache", dest="no_cache", action="store_true")
    line.add_argument("--format", default="text", type=one_of("format", _MODULES))
    line.add_argument("--witnesses", default=None, metavar="DIR")
    line.add_argument("--colour", "--color", default="auto", type=one_of("setting", ("auto", "always", "never")))


def run(asked: Namespace, console: Console) -> int:
    """Check the files and report on all of them together."""
    select, ignore = _codes(asked.select), _codes(asked.ignore)
    libraries = libraries_in(asked.library)
    findings: list[FileFindings] = []
    treaties: dict[str, Treaty | None] = {}
    is_whole = True
    files = named_files(asked.files)
    for number, file in enumerate(files):
        console.progress(number, len(files), "checked")
        try:
            source = text_of(file, console)
        except UnreadableFileError as problem:
            is_whole = False
            console.say(f"clausekit: {problem}")
            findings += _unreadable(problem, asked.format)
        else:
            proving = None if asked.no_prover else _proving(asked, console, source.name)
            reading = read_source(source, select=select, ignore=ignore, strict=asked.strict, folder=folder_of(file), libraries=libraries, proving=proving)
            findings.append(FileFindings(source, source.name, reading.diagnostics))
            treaties[source.name] = reading.record
    if findings:
        console.write(_rendered(findings, asked, console, treaties))
    if asked.witnesses is not None:
        _write_witnesses(findings, asked.witnesses, console)
    return exit_status(findings) if is_whole else COULD_NOT_RUN


def _proving(asked: Namespace, console: Console, name: str) -> Proving:
    """How the prover is to be asked about a file."""
    from clausekit.logic.keeping import folder
    from clausekit.logic.prover import BUDGET
    from clausekit.pipeline.proving import Proving, processors

    def progress(done: int, of: int) -> None:
        console.working(f"{name}: {done:,} of {of:,} questions were settled")

    kept = "" if asked.no_cache else folder(os.environ)
    return Proving(BUDGET if asked.budget is None else asked.budget, kept, processors(), progress)


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    """The codes, families and names of `--select` or `--ignore`. Raises UsageError for one that stands for no check."""
    words = tuple(word for words in given for word in words.replace(",", " ").split())
    if words:
        from clausekit.checks.registry import pages

        rules = [page.rule for page in pages()]
        for word in words:
            if not any(matches(rule, (word,)) for rule in rules):
                near = suggestion(word, [name for rule in rules for name in (rule.name, rule.code.lower())])
                message = f"check: no check is called `{word}`{near} (`clausekit explain --list` lists them)"
                raise UsageError(message)
    return words


def _unreadable(problem: UnreadableFileError, format: str) -> list[FileFindings]:  # noqa: A002  the option's name
    """The file as one that was not read, for other programs; a person has the line on standard error."""
    if format == "text":
        return []
    return [FileFindings(None, problem.name, (report(UNREADABLE_FILE, problem.reason, Label(None)),))]


def _write_witnesses(findings: Sequence[FileFindings], folder: str, console: Console) -> None:
    """An event log for every course of events, each with the line that plays it."""
    from clausekit.pipeline.witnesses import event_log, name_of

    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as problem:
        raise UnwritableFileError(folder, (problem.strerror or "it cannot be made").lower()) from None
    taken: Counter[str] = Counter()
    for file in findings:
        for found in file.in_order():
            witness = found.proof.witness if found.proof is not None else None
            if witness is None:
                continue
            first = name_of(found, 1)
            taken[first] += 1
            path = os.path.join(folder, name_of(found, taken[first]))
            write_file(path, event_log(witness).encode())
            dates = f"--in-force {witness.entry_into_force} --until {witness.until}"
            console.say(f"wrote {path}; play it: clausekit simulate {shlex.quote(file.name)} --events {shlex.quote(path)} {dates}")


def _rendered(findings: Sequence[FileFindings], asked: Namespace, console: Console, treaties: dict[str, Treaty | None]) -> str:
    render = import_module(f"clausekit.report.{_MODULES[asked.format]}").render
    if asked.format == "text":
        return str(render(findings, colour=console.colours(asked.colour), width=console.width()))
    if asked.format == "html":
        return str(render(findings, lambda file, found: _picture(treaties.get(file.name), found)))
    if asked.format == "sarif":
        return str(render(findings, version=__version__, titles=_titles(findings)))
    return str(render(findings))


def _picture(treaty: Treaty | None, found: Diagnostic) -> str:
    """The course of events behind a finding, drawn."""
    if treaty is None or found.proof is None or found.proof.witness is None:
        return ""
    from clausekit.pipeline.witnesses import picture_of

    return picture_of(treaty, found)


def _titles(findings: Sequence[FileFindings]) -> dict[str, str]:
    """The title of the page of each check that found something."""
    from clausekit.checks.page import page
    from clausekit.checks.registry import pages

    codes = {found.code for file in findings for found in file.diagnostics}
    return {each.rule.code: page(each).title for each in pages() if each.rule.code in codes}
