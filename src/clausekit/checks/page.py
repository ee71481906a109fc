"""Check → its page: title, reason, and the examples that prove it.

The page is the docstring of the check's module, in this form::

    Title on the first line

    One or more paragraphs: why it matters to a drafter, and what to do.

    bad:
        clause text, with `# error: [CK201]` at the end of each line where the finding is

    good:
        clause text
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import NamedTuple

from clausekit.checks.registry import Check

_MARK = re.compile(r"\s*# (error|warning|info): \[(CK\d+)\]")


class Page(NamedTuple):
    """A page: its title, its paragraphs, and its two examples as clause text (the marks taken out of `bad`)."""

    title: str
    reason: str
    bad: str
    good: str
    marks: tuple[tuple[int, str, str], ...]


def page(check: Check) -> Page:
    """The page of `check`. Raises ValueError when its docstring lacks a title, a reason, or one of the examples."""
    module = sys.modules.get(check.module) or import_module(check.module)
    text = (module.__doc__ or "").strip()
    title, _, rest = text.partition("\n")
    reason, bad_mark, examples = rest.partition("\nbad:\n")
    bad, good_mark, good = examples.partition("\ngood:\n")
    if not (title and reason.strip() and bad_mark and good_mark and bad.strip() and good.strip()):
        message = f"{check.module} has no complete page: a title, a reason, `bad:` and `good:`"
        raise ValueError(message)
    marked = _outdented(bad)
    marks = tuple(
        (number, mark.group(1), mark.group(2)) for number, line in enumerate(marked.splitlines(), 1) for mark in _MARK.finditer(line)
    )
    return Page(title.strip().rstrip("."), reason.strip(), _MARK.sub("", marked), _outdented(good), marks)


def _outdented(block: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in block.strip("\n").rstrip().splitlines()) + "\n"
