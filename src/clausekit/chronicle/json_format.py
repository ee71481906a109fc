"""Timeline → JSON: everything that was recorded, in a shape that other programs can rely on."""

from __future__ import annotations

import json
from typing import Any

from clausekit.chronicle.words import Words
from clausekit.norms.calendar import NEVER, Instant, date_of
from clausekit.norms.timeline import Opened, Record, Timeline

VERSION = 1


def as_data(timeline: Timeline, words: Words) -> dict[str, Any]:
    """The timeline as plain data.

    `records` stand in order. Dates are ISO dates; `hour` is there where it is not the first of the day. `instances` are the norms that were opened; records
    name them by number.
    """
    return {
        "version": VERSION,
        "in_force": _date(timeline.in_force, words) if timeline.in_force is not None else None,
        "until": _date(timeline.until, words),
        "instances": [_opened(each, timeline, words) for each in timeline.opened],
        "records": [_record(record, words) for record in timeline.records],
    }


def render(timeline: Timeline, words: Words) -> str:
    """The timeline as JSON text."""
    return json.dumps(as_data(timeline, words), ensure_ascii=False, indent=2) + "\n"


def _record(record: Record, words: Words) -> dict[str, Any]:
    data: dict[str, Any] = {"on": _date(record.at, words), **_hour(record.at, words), "kind": record.kind, "text": words.record(record)}
    if record.norm >= 0:
        norm = words.timeline.code.norms[record.norm]
        data |= {"clause": norm.label or norm.citation, "citation": norm.citation, "modality": norm.modality}
    elif record.provisions:
        data["provisions"] = [words.provision(number) for number in record.provisions]
    if record.instance >= 0:
        data["instance"] = record.instance
    if record.who:
        data["who"] = list(record.who)
    return data


def _opened(opened: Opened, timeline: Timeline, words: Words) -> dict[str, Any]:
    norm = timeline.code.norms[opened.norm]
    return {
        "number": opened.number,
        "clause": norm.label or norm.citation,
        "modality": norm.modality,
        "bearers": list(opened.bearers),
        "variables": {name: who for name, who in opened.bindings.items() if not name.startswith("#")},
        "opened": _date(opened.opened, words),
        "closes": _date(opened.closes, words) if opened.closes < NEVER else None,
    }


def _date(at: Instant, words: Words) -> str:
    return date_of(at, words.calendar).isoformat()


def _hour(at: Instant, words: Words) -> dict[str, str]:
    hour = at - words.calendar.begins(words.calendar.day(at))
    return {"hour": f"{hour:02}:00"} if hour else {}
