"""Write a commented clause file to start from.

usage: clausekit new [NAME] [options]

  NAME               the title of the treaty; or, if it ends in .clause, the
                     file to write

  --kind KIND        guarantee (the default), alliance, bilateral, ceasefire or
                     memorandum
  -o, --output OUT   the file to write; without it, standard output. A file that
                     exists is never overwritten

The file checks without errors and can be drafted as it stands. Its States are
invented: put yours in their place.

  clausekit new "Agreement on Mutual Assistance" -o assistance.clause
  clausekit new --kind memorandum
"""

from __future__ import annotations

import os
import re
from argparse import Namespace

from clausekit import resources
from clausekit.cli.console import OK, CannotRunError, Console
from clausekit.cli.line import Line, UsageError, one_of
from clausekit.source.files import SUFFIX, write_file

_TITLE = re.compile(r'^treaty "[^"]*"', re.MULTILINE)


def options(line: Line) -> None:
    """What may stand behind `new`."""
    line.add_argument("name", nargs="?", metavar="NAME")
    line.add_argument("--kind", default="guarantee", type=one_of("kind", kinds()))
    line.add_argument("-o", "--output", metavar="OUT")


def kinds() -> list[str]:
    """Every kind there is a file for."""
    return sorted(path.stem for path in (resources.folder("templates") / "new").glob(f"*{SUFFIX}"))


def run(asked: Namespace, console: Console) -> int:
    """Write the file of that kind under the title wanted."""
    if asked.name is not None and asked.name.endswith(SUFFIX) and asked.output is None:
        asked.name, asked.output = None, asked.name
    text = (resources.folder("templates") / "new" / f"{asked.kind}{SUFFIX}").read_text(encoding="utf-8")
    if asked.name is not None:
        text = _TITLE.sub(lambda _: f'treaty "{_quotable(asked.name)}"', text, count=1)
    if asked.output is None or asked.output == "-":
        console.write(text)
        return OK
    if os.path.lexists(asked.output):
        message = f"{asked.output}: there is such a file already, and it is not overwritten"
        raise CannotRunError(message)
    write_file(asked.output, text.encode())
    console.say(f"wrote {asked.output}; `clausekit check {asked.output}` checks it")
    return OK


def _quotable(name: str) -> str:
    """The title as a clause file quotes it. Raises UsageError for one that no text can hold."""
    title = " ".join(name.split())
    if not title or not title.isprintable():
        message = "new: a title is one or more words that can be printed"
        raise UsageError(message)
    return title.replace('"', '""')
