"""Say what a check asks, or what a clause means.

usage: clausekit explain CHECK
       clausekit explain CLAUSE FILE [--library DIR]
       clausekit explain --list

  CHECK              the code or the name of a check: CK301, no-deadline; or the
                     code of a finding of `validate`: AK201
  CLAUSE             a label or a citation: response, "article 5",
                     "paragraph 2 of article 5"
  FILE               the clause file it stands in; `-` is standard input;
                     without CLAUSE, every clause of it is explained
  --list             every check, with its title
  --library DIR      a folder of files that FILE may use, besides its own folder
                     and the library that comes with clausekit; may be given
                     several times

Of a check: why it asks, what to do, an example that fails and one that passes.
Of a clause: the sentence of the draft, and its norms one by one: who is bound,
when, by when, with what exceptions, and what follows if they fail.

  clausekit explain CK301
  clausekit explain response framework.clause
"""

from __future__ import annotations

import os
import textwrap
from argparse import Namespace
from typing import TYPE_CHECKING

from clausekit.cli.console import OK, CannotRunError, Console
from clausekit.cli.inputs import folder_of, libraries_in, text_of
from clausekit.cli.line import Line, UsageError, suggestion
from clausekit.source.files import STANDARD_INPUT, SUFFIX

if TYPE_CHECKING:
    from clausekit.cli.meaning import Explainer
    from clausekit.model.citations import Provision


def options(line: Line) -> None:
    """What may stand behind `explain`."""
    line.add_argument("words", nargs="*", metavar="WORD")
    line.add_argument("--list", action="store_true")
    line.add_argument("--library", action="append", default=[], metavar="DIR")


def run(asked: Namespace, console: Console) -> int:
    """Explain a check or a clause, whichever is named."""
    words: list[str] = asked.words
    if asked.list:
        return _list(console)
    if not words:
        message = "explain: name a check, or a clause and its file; `clausekit explain --list` lists the checks"
        raise UsageError(message)
    if words[-1] == STANDARD_INPUT or words[-1].endswith(SUFFIX) or (len(words) > 1 and os.path.exists(words[-1])):
        return _clause(" ".join(words[:-1]), words[-1], libraries_in(asked.library), console)
    return _check(" ".join(words), console)


# ---------------------------------------------------------------- checks


def _list(console: Console) -> int:
    from clausekit.checks.page import page
    from clausekit.checks.registry import pages

    every = pages()
    room = max(len(each.rule.name) for each in every)
    console.write("".join(f"{each.rule.code}  {each.rule.name:<{room}}  {each.rule.severity:<7}  {page(each).title}\n" for each in every))
    return OK


def _exchanged(wanted: str, console: Console) -> bool:
    """Say what is meant by a finding about a file of exchange, if it is one of these that is asked about."""
    from clausekit.drafting.akn.rules import MEANINGS

    found = next((rule for rule in MEANINGS if wanted in {rule.code.lower(), rule.name}), None)
    if found is None:
        return False
    console.write(f"{found.code} {found.name} ({found.severity})\n\n{textwrap.fill(MEANINGS[found], console.width())}\n")
    return True


def _check(written: str, console: Console) -> int:
    from clausekit.checks.page import page
    from clausekit.checks.registry import pages

    wanted = written.strip().lower().replace(" ", "-")
    every = {each.rule.name: each for each in pages()}
    by_code = {each.rule.code.lower(): each for each in every.values()}
    found = by_code.get(wanted) or every.get(wanted)
    if found is None and _exchanged(wanted, console):
        return OK
    if found is None:
        near = suggestion(wanted, [*by_code, *every])
        message = f"no check is called `{written}`{near} (`clausekit explain --list` lists them); for a clause, name its file too"
        raise CannotRunError(message)
    shown = page(found)
    width = console.width()
    head = f"{found.rule.code} {found.rule.name} ({found.rule.severity})"
    parts = [head, shown.title + "."] + [textwrap.fill(" ".join(part.split()), width) for part in shown.reason.split("\n\n")]
    if shown.no_example:
        parts.append(textwrap.fill(f"No example: {shown.no_example}", width))
    else:
        marked = {mark.line: f"  # {mark.severity}: {mark.code}" for mark in shown.marks}
        bad = "\n".join(line + marked.get(number, "") for number, line in enumerate(shown.bad.splitlines(), 1))
        parts += ["What it finds:", textwrap.indent(bad, "    "), "How it passes:", textwrap.indent(shown.good.rstrip(), "    ")]
    console.write("\n\n".join(parts) + "\n")
    return OK


# ---------------------------------------------------------------- clauses


def _clause(cited: str, file: str, libraries: tuple[str, ...], console: Console) -> int:
    from clausekit.cli.meaning import Explainer
    from clausekit.pipeline import read_source

    source = text_of(file, console)
    reading = read_source(source, folder=folder_of(file), libraries=libraries)
    if reading.has_parameters:
        message = f"{source.name} has parameters, and means nothing by itself; explain its clauses in a file that uses it"
        raise CannotRunError(message)
    if reading.record is None:
        message = f"{source.name}: no sentence of it can be read; `clausekit check {source.name}` says why"
        raise CannotRunError(message)
    explainer = Explainer(reading.record)
    found = explainer.find(cited) if cited else explainer.provisions()
    if not found:
        near = suggestion(cited, explainer.citations())
        message = f"there is no clause `{cited}` in {source.name}{near}"
        raise CannotRunError(message)
    width = console.width()
    console.write("\n\n".join(_explained(explainer, provision, width) for provision in found) + "\n")
    if reading.has_errors:
        console.say(f"clausekit: {source.name} has errors, which `clausekit check {source.name}` shows; what cannot be read is not explained")
    return OK


def _explained(explainer: Explainer, provision: Provision, width: int) -> str:
    """One clause: its citation, its sentence, and its norms row by row."""
    said = textwrap.fill(explainer.sentence(provision), width, initial_indent="  ", subsequent_indent="  ")
    lines = [explainer.title(provision), "", said]
    for row in explainer.rows(provision):
        if row.name:
            lead = f"      {row.name:<14}"
            lines.append(textwrap.fill(row.text, width, initial_indent=lead, subsequent_indent=" " * len(lead)))
        else:
            lines += ["", textwrap.fill(row.text, width, initial_indent="    ", subsequent_indent="      ")]
    return "\n".join(lines)
