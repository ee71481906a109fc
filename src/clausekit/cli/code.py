"""Derive the variables of a coding scheme, each with its clauses.

usage: clausekit code FILE [options]

  FILE               a clause file; `-` is standard input

  --scheme SCHEME    atop (the default): Alliance Treaty Obligations and
                     Provisions, version 4.01 (Leeds, Ritter, Mitchell and
                     Long 2002)
  --only NAMES       these variables only, joined by commas
  --acts ACTS        a TOML file that says what acts of the treaty count as,
                     where the table of verbs is wrong about them:
                         [acts]
                         "take measures" = "support"
                         "complain" = "nothing"
  --format FORMAT    text, json or csv; else the suffix of OUT decides, and
                     text where nothing does
  -o, --output OUT   the file to write; without it, standard output

Each variable is shown with its value and the clauses it follows from, or as
not derivable, with the reason; then how each act was read. What follows from
what, the verbs, and a comparison with published codes: docs/coding.md.

Exit status: 0 coded; 1 the file has errors (what could be read is coded);
2 the command could not run.

  clausekit code north-atlantic.clause
  clausekit code north-atlantic.clause --only defense,defcon
  clausekit code north-atlantic.clause -o codes.csv
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable

from clausekit.cli.console import FINDINGS, OK, CannotRunError, Console
from clausekit.cli.inputs import folder_of, text_of
from clausekit.cli.line import Line, UsageError, one_of, suggestion
from clausekit.codes.scheme import Coding
from clausekit.codes.schemes import NAMES, Scheme
from clausekit.source.files import source_of, write_file

_FORMATS = ("text", "json", "csv")
_SUFFIXES = {".json": "json", ".csv": "csv"}
_NOTHING = "nothing"


def options(line: Line) -> None:
    """What may stand behind `code`."""
    line.add_argument("file", metavar="FILE")
    line.add_argument("--scheme", default="atop", type=one_of("scheme", NAMES))
    line.add_argument("--only", metavar="NAMES")
    line.add_argument("--acts", metavar="ACTS")
    line.add_argument("--format", type=one_of("format", _FORMATS))
    line.add_argument("-o", "--output", metavar="OUT")


def run(asked: Namespace, console: Console) -> int:
    """Code the file."""
    from clausekit.codes.formats import FORMATS
    from clausekit.codes.schemes import scheme
    from clausekit.pipeline import read_source

    chosen = scheme(asked.scheme)
    wanted = _wanted(asked.only, chosen)
    said = _said(asked.acts, chosen) if asked.acts else {}
    source = text_of(asked.file, console)
    reading = read_source(source, folder=folder_of(asked.file))
    if reading.record is None:
        message = f"{source.name}: no sentence of it can be read; `clausekit check {source.name}` says why"
        raise CannotRunError(message)
    coding = chosen.code(reading.record, said)
    _known(said, coding, source.name)
    coding = coding._replace(codes=tuple(code for code in coding.codes if not wanted or code.variable.name in wanted))
    form = asked.format or _SUFFIXES.get(os.path.splitext(asked.output or "")[1].lower(), "text")
    made = FORMATS[form](coding._replace(acts=()) if wanted and form == "text" else coding, reading.volume or source, console.width())
    if asked.output in {None, "-"}:
        console.write(made)
    else:
        write_file(asked.output, made.encode())
        console.say(f"wrote {asked.output}")
    if reading.has_errors:
        console.say(f"clausekit: {source.name} has errors, which `clausekit check {source.name}` shows; what cannot be read is not coded")
    return FINDINGS if reading.has_errors else OK


def _wanted(only: str | None, chosen: Scheme) -> set[str]:
    """The variables asked for; none for all. Raises UsageError for one that the scheme does not have."""
    names = [name.strip() for name in only.split(",") if name.strip()] if only else []
    known = [variable.name for variable in chosen.variables]
    for name in names:
        if name not in known:
            message = f"code: {chosen.name} has no variable `{name}`{suggestion(name, known)}"
            raise UsageError(message)
    return {*names}


def _said(path: str, chosen: Scheme) -> dict[str, tuple[str, ...]]:
    """What a file says that acts count as. Raises CannotRunError, with the way to write it, for a file that says it otherwise."""
    import tomllib

    try:
        written = tomllib.loads(source_of(path).text)
    except tomllib.TOMLDecodeError as problem:
        message = f"{path}: it is not TOML: {problem}"
        raise CannotRunError(message) from problem
    acts = written.get("acts")
    if not isinstance(acts, dict) or set(written) != {"acts"}:
        message = f'{path}: under the heading `[acts]`, and nowhere else, say what acts count as, such as `"take measures" = "support"`'
        raise CannotRunError(message)
    return {name: tuple(_kinds(path, name, kinds, chosen)) for name, kinds in acts.items()}


def _kinds(path: str, name: str, written: object, chosen: Scheme) -> Iterable[str]:
    kinds = written if isinstance(written, list) else [written]
    for kind in kinds:
        if kind == _NOTHING and len(kinds) == 1:
            continue
        if kind not in chosen.kinds:
            near = suggestion(kind, chosen.kinds) if isinstance(kind, str) else ""
            message = f"{path}: `{name}`: there is no kind of act `{kind}`{near}; there are: {', '.join(chosen.kinds)}; or {_NOTHING}"
            raise CannotRunError(message)
        yield kind


def _known(said: Iterable[str], coding: Coding, file: str) -> None:
    """Raise CannotRunError for an act that the treaty does not have: what is said of it would be lost."""
    acts = {act.action.lower(): act.action for act in coding.acts}
    for name in said:
        if name.lower() not in acts:
            message = f"there is no act `{name}` in {file}{suggestion(name, acts)}"
            raise CannotRunError(message)
