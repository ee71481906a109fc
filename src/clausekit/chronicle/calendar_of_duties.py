"""Who owes what by when → rows of words, and those as text, CSV, HTML, JSON and iCalendar."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

from clausekit.chronicle.picture_parts import shown
from clausekit.chronicle.words import Words, listed
from clausekit.norms.calendar import NEVER, date_of, moment_of
from clausekit.norms.duties import Due
from clausekit.norms.memory import needed
from clausekit.norms.norm import Names, Norm
from clausekit.report.legible import wrap

VERSION = 1
FORMATS = ("text", "csv", "ics", "html", "json")
_COLUMNS = ("party", "status", "due", "hour", "begins", "violated", "duty", "kind", "shared", "owed to", "clause", "article", "if")
# What a spreadsheet takes for the beginning of a formula, or jumps over to find one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_SILENCE = "What nothing is told of counts as not done: tell of it in a scenario or an event log."


class Duty(NamedTuple):
    """One duty in words.

    `status` is overdue, due, to come (a later period of what recurs), standing (owed at all times, or without a fixed day), suspended, or if (owed once its
    `condition` is met). `due` is its day; None for none that is fixed; `by` says it in words, with the hour where that matters. `kind` is duty, prohibition, or
    commitment, which binds nobody in law. `shared` says who owes it with `party`, and how. `hour` is the last hour of that day in which it can be done,
    and `moment` that hour in UTC, where it is not the last of the day. `begins` is the first day of what stands and has still to begin; `violated` the day on
    which what stands was last violated.
    """

    party: str
    status: str
    due: date | None
    by: str
    act: str
    owed_to: tuple[str, ...]
    clause: str
    article: str
    condition: str
    kind: str = "duty"
    shared: str = ""
    hour: str = ""
    moment: datetime | None = None
    begins: date | None = None
    violated: date | None = None
    at_all_times: bool = False


class Duties(NamedTuple):
    """The duties of a treaty on a day, those of each who owes them together, what is due first before the rest."""

    title: str
    on: date
    rows: tuple[Duty, ...]

    def render(self, form: str = "text", *, width: int = 80) -> str | bytes:
        """The duties as text, csv, html, json, or ics, which is bytes and raises ImportError without `icalendar`. Raises ValueError for another format."""
        makers: dict[str, Callable[[Duties], str | bytes]] = {"csv": as_csv, "html": as_page, "json": as_json, "ics": as_calendar}
        if form == "text":
            return text(self, width=width)
        if form not in makers:
            message = f"duties have no format `{form}`; there are: {', '.join(FORMATS)}"
            raise ValueError(message)
        return makers[form](self)


def in_words(dues: Sequence[Due], words: Words, *, title: str, on: date) -> Duties:
    """Duties in words, those of each who owes them together."""
    rows = [_row(due, words, on) for due in dues]
    order = {name: number for number, name in enumerate(words.timeline.code.actors)}
    return Duties(title, on, tuple(sorted(rows, key=lambda row: (order.get(row.party, len(order)), row.party))))


def _row(due: Due, words: Words, on: date) -> Duty:
    norm = due.norm
    bindings = due.opened.bindings if due.opened is not None else {}
    bearers = due.opened.bearers if due.opened is not None else norm.bearer.names
    refrain = "not to " if norm.modality == "prohibition" else ""
    condition = words.hangs_on(norm) if due.status == "if" else ""
    fixed = due.closes < NEVER and due.status in ("due", "overdue", "to come")
    calendar = words.calendar
    by_the_hour = fixed and not calendar.is_last(due.closes)
    opens = date_of(due.opened.opens, calendar) if due.opened is not None and due.status == "standing" and due.opened.opens < NEVER else on
    return Duty(
        due.who,
        due.status,
        date_of(due.closes, words.calendar) if fixed else None,
        words.deadline(due.closes).removeprefix("by ") if fixed else "",
        f"{refrain}{words.act(norm, bindings, (due.who,) if norm.mode == 'each' else bearers)}",
        due.owed_to,
        norm.label,
        norm.citation,
        condition,
        norm.modality,
        _shared(norm, bearers, due.who),
        f"{moment_of(due.closes).astimezone(calendar.zone or UTC):%H:%M}" if by_the_hour else "",
        moment_of(due.closes) if by_the_hour else None,
        opens if opens > on else None,
        date_of(due.violated, calendar) if due.violated >= 0 else None,
        any(window.kind == "at all times" for window in norm.windows) or (norm.ensured is not None and not fixed),
    )


def _shared(norm: Norm, bearers: Names, who: str) -> str:
    """Who owes the same together with one of them, and what that means."""
    others = [name for name in bearers if name != who]
    if norm.mode == "each" or not others:
        return ""
    if norm.mode == "any":
        return f"unless {listed(others, 'or')} does it"
    if norm.mode == "number":
        return f"{needed('', norm.need, len(bearers))} of {listed(list(bearers), 'and')} must"
    return f"in all, together with {listed(others)}" if norm.mode == "sum" else f"jointly with {listed(others)}"


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
    if _is_overdue(duties):
        rows += wrap(_SILENCE, width)
    return "\n".join(rows).rstrip() + "\n"


def _lines(row: Duty, width: int) -> Iterator[str]:
    shared = f", {row.shared}" if row.shared else ""
    to = f" [owed to {_to(row)}]" if _to(row) else ""
    for number, line in enumerate(wrap(f"{_when(row)}: {row.act}{shared}{to} -- {_where(row)}", width - 6)):
        yield f"      {line}" if number else f"  {line}"


def _when(row: Duty) -> str:
    """By when, or on what it hangs; and that it is a commitment, which binds nobody in law."""
    standing = "at all times" if row.kind == "prohibition" or row.at_all_times else "without a fixed day"
    standing = f"from {_day(row.begins)}" if row.begins is not None else standing
    standing = f"VIOLATED on {_day(row.violated)}, {standing}" if row.violated is not None else standing
    when = {"overdue": f"OVERDUE, was due by {row.by}", "due": f"by {row.by}", "to come": f"by {row.by}"}.get(row.status)
    when = {"standing": standing, "suspended": "suspended, not owed for now"}.get(row.status, when)
    return f"{when or f'if {row.condition}'}{' (a commitment)' if row.kind == 'commitment' else ''}"


def _where(row: Duty) -> str:
    return f"{row.article} ({row.clause})" if row.clause and row.article else row.article or row.clause or "the sentence"


def _to(row: Duty) -> str:
    """To whom it is owed, where the act does not say it."""
    return "" if all(name in row.act for name in row.owed_to) else listed(row.owed_to)


def _is_overdue(duties: Duties) -> bool:
    return any(row.status == "overdue" for row in duties.rows)


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
            "hour": row.hour or None,
            "begins": row.begins.isoformat() if row.begins else None,
            "violated": row.violated.isoformat() if row.violated else None,
            "duty": row.act,
            "kind": row.kind,
            "shared": row.shared or None,
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
        days = ["" if day is None else day.isoformat() for day in (row.due, row.begins, row.violated)]
        cells = (
            row.party,
            row.status,
            days[0],
            row.hour,
            *days[1:],
            row.act,
            row.kind,
            row.shared,
            "; ".join(row.owed_to),
            row.clause,
            row.article,
            row.condition,
        )
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()


def as_calendar(duties: Duties) -> bytes:
    """An iCalendar file (RFC 5545): an event for each duty with a fixed day, of that whole day, or of the last hour where it is due by the hour.

    Raises ImportError without `icalendar`.
    """
    from icalendar import Calendar, Event, vText

    calendar = Calendar()
    calendar.add("prodid", "-//clausekit//duties//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(duties.title))
    alike: Counter[str] = Counter()
    for row in duties.rows:
        if row.due is None:
            continue
        event = Event()
        named = f"{duties.title}\n{row.party}\n{row.article}\n{row.clause}\n{row.act}\n{row.due.isoformat()}"
        alike[named] += 1  # the same may be owed twice, and every event has a name of its own
        event.add("uid", f"{sha256(f'{named} {alike[named]}'.encode()).hexdigest()[:32]}@clausekit")
        event.add("dtstamp", _stamp(duties.on))
        event.add("dtstart", row.moment or row.due)
        event.add("summary", f"{row.party}: {row.act}" + (" (overdue)" if row.status == "overdue" else ""))
        more = [
            f"Until {row.by}",
            *([f"Owed to {listed(row.owed_to)}"] if row.owed_to else []),
            *([row.shared[0].upper() + row.shared[1:]] if row.shared else []),
        ]
        more += ["A commitment, which binds nobody in law"] if row.kind == "commitment" else []
        event.add("description", f"{duties.title}, {_where(row)}. {'. '.join(more)}.")
        event.add("categories", [row.party])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _stamp(day: date) -> Any:
    """The first moment of a day in UTC: the same duties always make the same file."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


# ---------------------------------------------------------------- a page

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #111827; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #e5e7eb; }
td:first-child { width: 14rem; } .overdue td { color: #a3262a; font-weight: 600; } .if td { color: #4b5563; }
@media print { body { margin: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def as_page(duties: Duties) -> str:
    """One HTML file without anything from elsewhere: a table for each who owes."""
    title = shown(f"{duties.title}: duties on {_day(duties.on)}")
    tables = []
    for party, group in groupby(duties.rows, key=lambda row: row.party):
        rows = "".join(_page_row(row) for row in group)
        head = '<tr><th scope="col">By when</th><th scope="col">What</th><th scope="col">To whom</th><th scope="col">Clause</th></tr>'
        tables.append(f"<h2>{shown(party)}</h2>\n<table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>")
    body = "\n".join(tables) or "<p>Nothing is owed.</p>"
    body += f"\n<p>{_SILENCE}</p>" if _is_overdue(duties) else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _page_row(row: Duty) -> str:
    act = f"{row.act}, {row.shared}" if row.shared else row.act
    cells = "".join(f"<td>{shown(cell)}</td>" for cell in (_when(row), act, listed(row.owed_to) if row.owed_to else "", _where(row)))
    return f'<tr class="{row.status.replace(" ", "-")}">{cells}</tr>\n'
