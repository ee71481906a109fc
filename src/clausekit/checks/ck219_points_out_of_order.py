"""Points lettered out of order

The points of a list are cited by their letters. A draft letters them anew, in their order: a point written as (d) that
stands third becomes (c), and whoever cites point (d) cites another one, or none.

Letter the points in their order.

bad:
    party Ukraine.
    party Poland.
    action share intelligence.
    action train officers.
    action hold exercises.

    programme: Poland shall:
      (a) share intelligence every month;
      (b) train officers every year; and
      (d) hold exercises every year.  # warning: [CK219]

good:
    party Ukraine.
    party Poland.
    action share intelligence.
    action train officers.
    action hold exercises.

    programme: Poland shall:
      (a) share intelligence every month;
      (b) train officers every year; and
      (c) hold exercises every year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, report
from clausekit.model.clauses import Statement
from clausekit.source import Span

RULE = Rule("CK219", "points-out-of-order", Severity.WARNING)
_MARK = re.compile(r"\(([a-z]{1,4}|[0-9]{1,3})\)", re.IGNORECASE)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@check(RULE)
def points_out_of_order(survey: Survey) -> Iterator[Diagnostic]:
    """Lists whose marks, as written, are neither (a), (b), (c) nor (i), (ii), (iii) nor (1), (2), (3)."""
    if survey.source is None:
        return
    for use in survey.statements:
        if use.statement.listed:
            yield from _out_of_order(survey.source.text, use.statement)


def _out_of_order(text: str, statement: Statement) -> Iterator[Diagnostic]:
    marks = [mark for limb in statement.limbs if limb.span and (mark := _MARK.match(text, limb.span.start))]
    written = [mark.group(1).lower() for mark in marks]
    series = _series(written[0], len(written)) if written else []
    for mark, expected in zip(marks, series, strict=False):
        if mark.group(1).lower() != expected:
            span = Span(*mark.span())
            edits = tuple(Edit(Span(*each.span()), f"({right})") for each, right in zip(marks, series, strict=True) if each.group(1).lower() != right)
            yield report(
                RULE,
                f"point {mark.group()} stands in the place of point ({expected})",
                Label(span, f"the draft will call it ({expected})"),
                help=f"letter the points in their order: {', '.join(f'({each})' for each in series)}",
                fix=Fix("letter the points in their order", edits, "meaning"),
            )
            return


def _series(first: str, count: int) -> list[str]:
    if first.isdigit():
        return [str(number) for number in range(1, count + 1)]
    if first == "i" and count <= len(_ROMAN):
        return list(_ROMAN[:count])
    return [_letters(number) for number in range(count)]


def _letters(number: int) -> str:
    """`a` to `z`, then `aa`, `ab` and so on."""
    letter = chr(ord("a") + number % 26)
    return letter if number < 26 else _letters(number // 26 - 1) + letter
