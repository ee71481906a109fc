"""Checks → a folder of pages, one a check, and an index by family: `python -m clausekit.checks.pages docs/checks`.

The pages are made from the docstrings of the checks, and nothing else; a page whose check is gone is removed.
"""

from __future__ import annotations

import os
import re
import sys
from itertools import groupby

from clausekit.checks.page import Page, page
from clausekit.checks.registry import Check, pages
from clausekit.diagnostics import Severity
from clausekit.source.files import UnwritableFileError, write_file

# What the first digit of a code stands for.
FAMILIES = {
    "CK1": "Sentences that cannot be read",
    "CK2": "Names and citations",
    "CK3": "Time",
    "CK4": "Duties and their logic",
    "CK5": "Drafting style",
    "CK6": "Amounts, guarantees and bodies",
    "CK7": "The life of the treaty",
    "CK8": "Negotiation",
    "CK9": "Clausekit itself",
}
INDEX = "README.md"
_PAGE_FILE = re.compile(r"CK\d+-[a-z-]+\.md")
_WEIGHT = {
    Severity.ERROR: "an error: no draft is made of such a text unasked",
    Severity.WARNING: "a warning: it asks for a decision",
    Severity.INFO: "an info: worth knowing",
}


def contents() -> dict[str, str]:
    """What the folder holds: the text of each file by its name. Checks that other packages add have pages of their own."""
    own = [each for each in pages() if each.module.startswith("clausekit.checks.")]
    return {INDEX: _index(own), **{_file_name(each): _page(each, page(each)) for each in own}}


def write_pages(folder: str) -> list[str]:
    """Write the pages into `folder`, which is made if need be, and remove those of checks that are gone. The names written.

    Raises UnwritableFileError when the folder or a file of it cannot be written.
    """
    wanted = contents()
    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in wanted.items():
            write_file(os.path.join(folder, name), text.encode())
        for name in os.listdir(folder):
            if _PAGE_FILE.fullmatch(name) and name not in wanted:
                os.unlink(os.path.join(folder, name))
    except OSError as problem:
        raise UnwritableFileError(folder, (problem.strerror or "it cannot be made").lower()) from None
    return list(wanted)


def _file_name(check: Check) -> str:
    return f"{check.rule.code}-{check.rule.name}.md"


def _index(own: list[Check]) -> str:
    lines = [
        "# The checks",
        "",
        f"The {len(own)} questions that clausekit asks of a text. Each has a code and a name, and both select it:",
        "`clausekit check --select CK3 --ignore no-deadline`. `clausekit explain CK301` shows the page of a check in the terminal.",
        "",
        "An **error** means that the text cannot be right, or cannot be applied; a **warning**, that somebody has to decide; an **info** is worth knowing.",
    ]
    for family, members in groupby(own, key=lambda each: each.rule.code[:3]):
        lines += ["", f"## {family}xx {FAMILIES.get(family, 'Others')}", "", "| code | name | severity | what it is about |", "|---|---|---|---|"]
        lines += [f"| [{each.rule.code}]({_file_name(each)}) | `{each.rule.name}` | {each.rule.severity} | {page(each).title} |" for each in members]
    return "\n".join([*lines, "", "These pages are made by `make docs` from the checks themselves.", ""])


def _page(check: Check, shown: Page) -> str:
    rule = check.rule
    parts = [f"# {rule.code}: {shown.title}", f"`{rule.name}` is {_WEIGHT[rule.severity]}.", shown.reason]
    if shown.no_example:
        parts.append(f"There is no example: {shown.no_example}")
    else:
        parts += ["## What it finds", _fenced(_marked(shown)), "## How it passes", _fenced(shown.good)]
    parts.append(f"Leave it out with `clausekit check --ignore {rule.name}`. [All checks]({INDEX})")
    return "\n\n".join(parts) + "\n"


def _marked(shown: Page) -> str:
    """The bad example, with each finding noted at the end of its line."""
    notes: dict[int, str] = {}
    for mark in shown.marks:
        notes[mark.line] = notes.get(mark.line, "") + f"  # {mark.severity}: {mark.code}"
    return "\n".join(line + notes.get(number, "") for number, line in enumerate(shown.bad.splitlines(), 1))


def _fenced(text: str) -> str:
    return f"```clause\n{text.rstrip()}\n```"


def main(arguments: list[str]) -> int:
    """Write the pages into the one folder named; 2 when that is not what was asked, or cannot be done."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m clausekit.checks.pages FOLDER\n")
        return 2
    try:
        names = write_pages(arguments[0])
    except UnwritableFileError as problem:
        sys.stderr.write(f"clausekit: {problem}\n")
        return 2
    sys.stdout.write(f"{len(names)} pages in {arguments[0]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
