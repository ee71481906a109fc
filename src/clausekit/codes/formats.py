"""Codes of a treaty → a table to read, JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from clausekit.codes.scheme import Basis, Code, Coding, Value
from clausekit.source import Source, Span

VERSION = 1
_NAME, _VALUE = 11, 5
_NONE = "-"


def text(coding: Coding, source: Source, width: int) -> str:
    """The codes group by group: value, how it follows, and its clauses; then how each act was read."""
    lines = textwrap.wrap(f"{source.name}, coded by {coding.title}", width)
    for group, codes in groupby(coding.codes, lambda code: code.variable.group):
        lines += ["", group.upper()]
        for code in codes:
            lines += _row(code, source, width)
    derived = sum(1 for code in coding.codes if code.derivation.values)
    lines += ["", f"{derived} derived, {len(coding.codes) - derived} not derivable"]
    if coding.acts:
        lines += ["", "HOW THE ACTS WERE READ"]
        lines += [line for act in coding.acts for line in _act(act.action, act.kinds, act.because, width)]
    return "\n".join(lines) + "\n"


def _row(code: Code, source: Source, width: int) -> Iterator[str]:
    derivation = code.derivation
    lead = f"  {code.variable.name:<{_NAME}}{_shown(derivation.values):>{_VALUE}}  "
    words = f"{_apart(derivation.values)}{derivation.reason}" if derivation.values else f"not derivable: {derivation.reason}"
    blank = " " * len(lead)
    yield from textwrap.wrap(words, width, initial_indent=lead, subsequent_indent=blank)
    if derivation.bases:
        cited = "; ".join(dict.fromkeys(_cited(basis, source) for basis in derivation.bases))
        yield from textwrap.wrap(cited, width, initial_indent=blank, subsequent_indent=blank)


def _act(action: str, kinds: tuple[str, ...], because: str, width: int) -> list[str]:
    read = f"{', '.join(kinds)} ({because})" if kinds else f"nothing ({because})" if because else "nothing"
    return textwrap.wrap(f"{action}: {read}", width, initial_indent="  ", subsequent_indent="      ")


def _shown(values: tuple[Value, ...]) -> str:
    """The value, or the values of the members from the highest."""
    return "/".join(str(value) for value in sorted({each.value for each in values}, reverse=True)) or _NONE


def _apart(values: tuple[Value, ...]) -> str:
    """Which members have which value, where they differ."""
    if len({each.value for each in values}) < 2:
        return "each member: " if values and values[0].member else ""
    highest = sorted({each.value for each in values}, reverse=True)
    return "; ".join(f"{value} for {', '.join(each.member for each in values if each.value == value)}" for value in highest) + ": "


def _cited(basis: Basis, source: Source) -> str:
    label = f" ({basis.label})" if basis.label else ""
    line = f", line {source.position(basis.span.start).line}" if basis.span else ""
    return f"{basis.citation}{label}{line}"


# ---------------------------------------------------------------- for programs


def as_json(coding: Coding, source: Source, width: int) -> str:  # noqa: ARG001  lines of JSON are as long as they are
    """One object: every code with its values, reason and clauses, and every act as it was read. In ASCII, for any pipe."""
    found = {
        "version": VERSION,
        "scheme": coding.scheme,
        "title": coding.title,
        "file": source.name,
        "codes": [_code(code, source) for code in coding.codes],
        "acts": [{"action": act.action, "kinds": [*act.kinds], "because": act.because} for act in coding.acts],
    }
    return json.dumps(found, indent=2) + "\n"


def _code(code: Code, source: Source) -> dict[str, Any]:
    variable, derivation = code
    by_member = {each.member: each.value for each in derivation.values}
    return {
        "variable": variable.name,
        "group": variable.group,
        "level": variable.level,
        "meaning": variable.meaning,
        "follows": variable.follows,
        "derivable": bool(derivation.values),
        "value": by_member.get("") if variable.level == "alliance" else None,
        "members": by_member if variable.level == "member" else {},
        "reason": derivation.reason,
        "clauses": [_clause(basis, source) for basis in derivation.bases],
    }


def _clause(basis: Basis, source: Source) -> dict[str, Any]:
    return {"citation": basis.citation, "label": basis.label, "note": basis.note, "range": _range(basis.span, source)}


def _range(span: Span | None, source: Source) -> dict[str, Any] | None:
    if span is None:
        return None
    start, end = source.position(span.start), source.position(span.end)
    return {"start": {"line": start.line, "column": start.column}, "end": {"line": end.line, "column": end.column}}


def as_csv(coding: Coding, source: Source, width: int) -> str:  # noqa: ARG001  lines of CSV are as long as they are
    """One row for each value: for a variable of the members, one for each of them; without a value, one that says why."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["variable", "member", "value", "derivable", "reason", "clauses"])
    for code in coding.codes:
        derivation = code.derivation
        cited = "; ".join(dict.fromkeys(_cited(basis, source) for basis in derivation.bases))
        for each in derivation.values:
            rows.writerow([code.variable.name, each.member, each.value, "yes", derivation.reason, cited])
        if not derivation.values:
            rows.writerow([code.variable.name, "", "", "no", derivation.reason, cited])
    return written.getvalue()


FORMATS: dict[str, Callable[[Coding, Source, int], str]] = {"text": text, "json": as_json, "csv": as_csv}
