"""Check → its page: title, reason, and the examples that prove it.

The page is the docstring of the check's module, in this form::

    Title on the first line

    One or more paragraphs: why it matters to a drafter, and what to do.

    bad:
        clause text, with `# error: [CK201]` at the end of each line where the finding is

    good:
        clause text

A finding that no short text can show (a file that is no text, a check that fails) says so instead of giving examples::

    no example: such a file holds no text that could be shown here.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module

from clausekit.checks.registry import Check
from clausekit.named_tuples import NamedTuple

_MARK = re.compile(r"[ \t]*# (error|warning|info): \[([A-Z]+\d+)\]")
_NO_EXAMPLE = "\nno example: "


class Mark(NamedTuple):
    """What an example says of itself: on this line (from 1) stands a finding of this severity and code."""

    line: int
    severity: str
    code: str


class Page(NamedTuple):
    """A page: its title, its paragraphs, and its two examples as clause text (the marks taken out of `bad`).

    `no_example` says why there are none; it is empty when there are.
    """

    title: str
    reason: str
    bad: str
    good: str
    marks: tuple[Mark, ...]
    no_example: str = ""


def page(check: Check) -> Page:
    """The page of `check`. Raises ValueError when its docstring lacks a title, a reason, or one of the examples."""
    module = sys.modules.get(check.module) or import_module(check.module)
    text = (module.__doc__ or "").strip()
    title, _, rest = text.partition("\n")
    title = title.strip().rstrip(".")
    reason, without, why = rest.partition(_NO_EXAMPLE)
    if without and title and reason.strip() and why.strip():
        return Page(title, reason.strip(), "", "", (), " ".join(why.split()))
    reason, bad_mark, examples = rest.partition("\nbad:\n")
    bad, good_mark, good = examples.partition("\ngood:\n")
    if not (title and reason.strip() and bad_mark and good_mark and bad.strip() and good.strip()):
        message = f"{check.module} has no complete page: a title, a reason, `bad:` and `good:`"
        raise ValueError(message)
    plain, marks = unmarked(_outdented(bad))
    return Page(title, reason.strip(), plain, _outdented(good), marks)


def unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """A marked text without its marks, and the marks in their order."""
    marks = tuple(Mark(number, mark.group(1), mark.group(2)) for number, line in enumerate(text.splitlines(), 1) for mark in _MARK.finditer(line))
    return _MARK.sub("", text), marks


def _outdented(block: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in block.strip("\n").rstrip().splitlines()) + "\n"
