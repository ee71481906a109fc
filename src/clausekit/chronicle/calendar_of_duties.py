"""Who owes what by when → rows of words, and those as text, CSV, HTML, JSON and iCalendar."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from html import escape
from itertools import groupby
from textwrap import wrap
from typing import Any, NamedTuple

from clausekit.chronicle.words import Words, listed
from clausekit.norms.calendar import NEVER, date_of
from clausekit.norms.duties import Due

VERSION = 1
_COLUMNS = ("party", "status", "due", "duty", "owed to", "clause", "article", "if")
_STATUS = {"standing": "at all times", "if": "if"}


class Duty(NamedTuple):
    """One duty in words. `due` is its day; None for none that is fixed. `condition` is what it hangs on, where nothing has opened it yet."""

    party: str
    status: str
    due: date | None
    by: str
    act: str
    owed_to: tuple[str, ...]
    clause: str
    article: str
    condition: str


class Duties(NamedTuple):
    """The duties of a treaty on a day."""

    title: str
    on: date
    rows: tuple[Duty, ...]


def in_words(dues: Sequence[Due], words: Words, *, title: str, on: date) -> Duties:
    """Duties in words, those of each who owes them together."""
    rows = [_row(due, words) for due in dues]
    order = {name: number for number, name in enumerate(words.timeline.code.actors)}
    return Duties(title, on, tuple(sorted(rows, key=lambda row: (order.get(row.party, len(order)), row.party))))


def _row(due: Due, words: Words) -> Duty:
    norm = due.norm
    bindings = due.opened.bindings if due.opened is not None else {}
    refrain = "not to " if norm.modality == "prohibition" else ""
    condition = words.hangs_on(norm) if due.status == "if" else ""
    fixed = due.closes < NEVER and due.status in ("due", "overdue", "to come")
    return Duty(
        due.who,
        due.status,
        date_of(due.closes, words.calendar) if fixed else None,
        words.deadline(due.closes).removeprefix("by ") if fixed else "",
        f"{refrain}{words.act(norm, bindings)}",
        due.owed_to,
        norm.label,
        norm.citation,
        condition,
    )


# ---------------------------------------------------------------- text


def text(duties: Duties, *, width: int) -> str:
    """For a terminal: each who owes, with what is due first."""
    rows = [*wrap(f"{duties.title}: duties on {_day(duties.on)}", width), ""]
    for party, group in groupby(duties.rows, key=lambda row: row.party):
        rows.append(party)
        for row in group:
            rows += _lines(row, width)
        rows.append("")
    if not duties.rows:
        rows.append("Nothing is owed.")
    return "\n".join(rows).rstrip() + "\n"


def _lines(row: Duty, width: int) -> Iterator[str]:
    when = {"overdue": f"OVERDUE since {row.by}", "due": f"by {row.by}", "to come": f"by {row.by}", "standing": "without a fixed day"}.get(row.status, "")
    when = "at all times" if row.status == "standing" and row.act.startswith("not to") else when or f"if {row.condition}"
    where = f"{row.article} ({row.clause})" if row.clause and row.article else row.article or row.clause
    to = f" [owed to {listed(row.owed_to)}]" if row.owed_to else ""
    yield from wrap(f"{when}: {row.act}{to} -- {where}", width, initial_indent="  ", subsequent_indent="      ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


# ---------------------------------------------------------------- data


def as_json(duties: Duties) -> str:
    """JSON, a row an object."""
    rows: list[dict[str, Any]] = [
        {
            "party": row.party,
            "status": row.status,
            "due": row.due.isoformat() if row.due else None,
            "duty": row.act,
            "owed_to": list(row.owed_to),
            "clause": row.clause,
            "article": row.article,
            "if": row.condition or None,
        }
        for row in duties.rows
    ]
    return json.dumps({"version": VERSION, "treaty": duties.title, "on": duties.on.isoformat(), "duties": rows}, ensure_ascii=False, indent=2) + "\n"


def as_csv(duties: Duties) -> str:
    """CSV with a heading, as spreadsheets read it. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for row in duties.rows:
        day = row.due.isoformat() if row.due else ""
        cells = (row.party, row.status, day, row.act, "; ".join(row.owed_to), row.clause, row.article, row.condition)
        writer.writerow([f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell for cell in cells])
    return out.getvalue()


def as_calendar(duties: Duties) -> bytes:
    """An iCalendar file (RFC 5545): an event of the whole day for each duty with a fixed day, on that day. Raises ImportError without `icalendar`."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//clausekit//duties//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", duties.title)
    for row in duties.rows:
        if row.due is None:
            continue
        event = Event()
        named = f"{duties.title}\n{row.party}\n{row.article}\n{row.clause}\n{row.act}\n{row.due.isoformat()}"
        event.add("uid", f"{sha256(named.encode()).hexdigest()[:32]}@clausekit")
        event.add("dtstamp", _stamp(duties.on))
        event.add("dtstart", row.due)
        event.add("summary", f"{row.party}: {row.act}" + (" (overdue)" if row.status == "overdue" else ""))
        to = f"\nOwed to {listed(row.owed_to)}." if row.owed_to else ""
        event.add("description", f"{duties.title}, {row.article}{f' ({row.clause})' if row.clause else ''}. Until {row.by}.{to}")
        event.add("categories", [row.party])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _stamp(day: date) -> Any:
    """The first moment of a day in UTC: the same duties always make the same file."""
    from datetime import UTC, datetime

    return datetime(day.year, day.month, day.day, tzinfo=UTC)


# ---------------------------------------------------------------- a page

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #111827; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #e5e7eb; }
td:first-child { white-space: nowrap; } .overdue td { color: #a3262a; font-weight: 600; } .if td { color: #4b5563; }
@media print { body { margin: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def as_page(duties: Duties) -> str:
    """One HTML file without anything from elsewhere: a table for each who owes."""
    title = escape(f"{duties.title}: duties on {_day(duties.on)}")
    tables = []
    for party, group in groupby(duties.rows, key=lambda row: row.party):
        rows = "".join(_page_row(row) for row in group)
        head = '<tr><th scope="col">By when</th><th scope="col">What</th><th scope="col">To whom</th><th scope="col">Clause</th></tr>'
        tables.append(f"<h2>{escape(party)}</h2>\n<table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>")
    body = "\n".join(tables) or "<p>Nothing is owed.</p>"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _page_row(row: Duty) -> str:
    when = f"if {row.condition}" if row.status == "if" else row.by or ("at all times" if row.act.startswith("not to") else "no fixed day")
    when = f"{when}, overdue" if row.status == "overdue" else when
    where = f"{row.article} ({row.clause})" if row.clause and row.article else row.article or row.clause
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in (when, row.act, listed(row.owed_to) if row.owed_to else "", where))
    return f'<tr class="{row.status.replace(" ", "-")}">{cells}</tr>\n'
