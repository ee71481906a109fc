"""Find what is wrong with Akoma Ntoso documents, beyond the schema.

usage: clausekit validate FILE... [options]

  FILE               an Akoma Ntoso document (XML), whoever wrote it; `-` is
                     standard input

  --schema XSD       hold it to a schema besides, such as `akomantoso30.xsd` of
                     OASIS
  --format FORMAT    text (the default), html, json, sarif, github or junit
  --colour WHEN      auto (the default: on a terminal, unless NO_COLOR is set),
                     always or never

A schema asks whether the elements stand in their places. This asks what it
cannot: whether references lead somewhere, identifiers and addresses agree with
what they stand for, codes of languages and countries exist, everybody who signs
is declared, events and numbers stand in their order, nothing is empty, and the
languages of one treaty have the same provisions.

Nothing is fetched, and no entity or document type is followed. It needs the
extra `xml` of clausekit. `clausekit explain AK201` says what a code means.

Exit status: 0 no errors; 1 errors were found; 2 something could not be read.

  clausekit validate framework.xml
  clausekit validate framework.xml --schema akomantoso30.xsd --format json
"""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

from clausekit import __version__
from clausekit.cli.console import COULD_NOT_RUN, CannotRunError, Console
from clausekit.cli.line import Line, one_of
from clausekit.report.findings import FileFindings, exit_status
from clausekit.source.files import STANDARD_INPUT, UnreadableFileError, bytes_of

_MODULES = {"text": "text", "html": "html", "json": "json_format", "sarif": "sarif", "github": "github", "junit": "junit"}


def options(line: Line) -> None:
    """What may stand behind `validate`."""
    line.add_argument("files", nargs="+", metavar="FILE")
    line.add_argument("--schema", default=None, metavar="XSD")
    line.add_argument("--format", default="text", type=one_of("format", _MODULES))
    line.add_argument("--colour", "--color", default="auto", type=one_of("setting", ("auto", "always", "never")))


def run(asked: Namespace, console: Console) -> int:
    """Read the files and report on all of them together."""
    from clausekit.drafting.akn.structure import MOST_BYTES
    from clausekit.drafting.phrasebook import WordingError
    from clausekit.pipeline.library import read_akn

    findings: list[FileFindings] = []
    is_whole = True
    for file in dict.fromkeys(asked.files):
        name = "<stdin>" if file == STANDARD_INPUT else file
        try:
            data = console.read_bytes(MOST_BYTES) if file == STANDARD_INPUT else bytes_of(file, MOST_BYTES)
        except UnreadableFileError as problem:
            is_whole = False
            console.say(f"clausekit: {problem}")
            continue
        try:
            reading = read_akn(data, name, schema=asked.schema)
        except WordingError as problem:
            raise CannotRunError(str(problem)) from None
        findings.append(FileFindings(reading.source, name, reading.diagnostics))
    if findings:
        console.write(_rendered(findings, asked, console))
    return exit_status(findings) if is_whole else COULD_NOT_RUN


def _rendered(findings: list[FileFindings], asked: Namespace, console: Console) -> str:
    render = import_module(f"clausekit.report.{_MODULES[asked.format]}").render
    if asked.format == "text":
        return str(render(findings, colour=console.colours(asked.colour), width=console.width()))
    if asked.format == "sarif":
        return str(render(findings, version=__version__))
    return str(render(findings))
