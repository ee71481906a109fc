"""Event logs as people keep them, and as they should not: each mistake with its line, in the words of treaties, in bounded time and memory."""

from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clausekit
from clausekit.norms.calendar import date_of
from clausekit.norms.eventlog import LONGEST_LINE, MOST_EVENTS, MOST_MISTAKES, EventLog
from clausekit.pipeline.simulation import Stage

TREATY = """\
treaty "Treaty" done at "Geneva" on 2026-01-01.
party Alba. party Brena. body Council means Alba and Brena.
action report as "report". event armed attack. status ceasefire. measure tanks in tanks.
help: If armed attack on any Party as victim, then each other Party shall report to victim within 10 days.
limit: Alba shall ensure that tanks of Alba are at most 200.
peace: If ceasefire, then the Council shall report within 5 days.
start: enters into force on ratification by at least 2 Parties.
"""
OPEN = """\
treaty "Open Treaty". action report as "report".
this treaty is open for accession to any State.
start: enters into force on ratification by at least 2 States.
reports: Each Party shall report every 12 months.
"""
GOOD = '{"on": "2026-01-10", "event": "armed attack by Alba on Brena"}'


@cache
def stage(text: str = TREATY) -> Stage:
    reading = clausekit.parse(text)
    assert not reading.has_errors
    return Stage(reading.record)


def read(*lines: str | bytes, text: str = TREATY) -> tuple[list[str], EventLog]:
    """What was told, and the log with what is wrong in it."""
    log = EventLog(stage(text).telling)
    return [entry.said for _, together in log.lines(lines) for entry in together], log


def event(told: str, on: str = "2026-01-10", **more: object) -> str:
    return json.dumps({"on": on, "event": told, **more})


# ---------------------------------------------------------------- what a line may say


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("armed attack by Alba on Brena", "armed attack by Alba on Brena"),
        ("armed attack by Alba on Brena.", "armed attack by Alba on Brena"),
        ("  REPORT to Brena by Alba ", "report to Brena by Alba"),
        ("report to Brena by Alba on behalf of the Council", "report to Brena by Alba on behalf of Council"),
        ("ceasefire begins", "ceasefire"),
        ("ceasefire ends", "ceasefire"),
        ("tanks of Alba are 210", "tanks of Alba: 210"),
        ("violation of clause help by Brena", "violation of clause help by Brena"),
        ("ratification by the Parties", "ratification by the Parties"),
    ],
)
def test_an_event_is_told_in_the_words_of_the_language(told, said):
    assert read(event(told))[0] == [said]


@pytest.mark.parametrize(
    ("on", "more", "hour"),
    [
        ("2026-01-10", {}, 0),
        ("2026-01-10T14:00", {}, 14),
        ("2026-01-10 14:00", {}, 14),
        ("2026-01-10", {"hour": "14:00"}, 14),
        ("2026-01-10T14:00", {"hour": "03:00"}, 14),
        ("2026-01-10T14:00:00Z", {}, 14),
        ("2026-01-10T23:30+09:30", {}, 14),
        ("2026-01-10T14:59", {}, 14),
    ],
)
def test_when_it_happened_may_be_told_to_the_hour(on, more, hour):
    log = EventLog(stage().telling)
    ((at, _),) = log.lines([event("armed attack", on, **more)])
    calendar = stage().code.calendar
    assert (date_of(at, calendar), at - calendar.begins(calendar.day(at))) == (date(2026, 1, 10), hour)
    assert log.mistakes == []


def test_what_else_a_line_holds_is_its_author_s_own():
    told, log = read(event("ceasefire begins", source="UN doc. 1", note={"seen": [1, 2]}))
    assert (told, log.mistakes) == (["ceasefire"], [])


def test_empty_lines_and_a_mark_of_utf_8_are_no_events():
    told, log = read("\ufeff".encode() + GOOD.encode(), b"\n", b"   \r\n", b"", GOOD.encode() + b"\r\n")
    assert len(told) == 2
    assert (log.mistakes, log.count) == ([], 2)


def test_an_empty_log_tells_nothing():
    told, log = read(b"", b"\n")
    assert (told, log.mistakes, log.count) == ([], [], 0)


# ---------------------------------------------------------------- what is wrong in a line

DEEP = b'{"on":' * 3000
MISTAKES = {
    "unknown actor": (event("armed attack by Albba on Brena"), "the treaty knows nobody called `Albba`; did you mean `Alba`?"),
    "unknown principal": (event("report by Alba on behalf of Brenna"), "the treaty knows nobody called `Brenna`; did you mean `Brena`?"),
    "actor from nowhere": (event("report by Zembla"), "the treaty knows nobody called `Zembla`; declare it, as in `state Zembla.`, if it can act"),
    "before the signature": (event("armed attack", "2025-12-31"), "this lies before the signature of the treaty on 2026-01-01"),
    "impossible date": (event("armed attack", "2026-02-30"), "there is no such day as `2026-02-30`; write it as in `2027-01-10`"),
    "date in words": (event("armed attack", "10 January 2026"), "there is no such day as `10 January 2026`; write it as in `2027-01-10`"),
    "impossible hour": (event("armed attack", hour="25:00"), "there is no such day as `2026-01-10T25:00`"),
    "hour as a number": (event("armed attack", hour=14), "`hour` must be a text in quotation marks"),
    "truncated": (GOOD[:-4], "this is no JSON object: unterminated string starting, at its character 31"),
    "two objects": (GOOD + GOOD, "this is no JSON object: extra data, at its character"),
    "not JSON": ("2026-01-10 armed attack", "this is no JSON object: "),
    "a list": ('["2026-01-10", "armed attack"]', "this is no JSON object; a line is written as"),
    "nothing": ("null", "this is no JSON object; a line is written as"),
    "no day": ('{"event": "armed attack"}', "`on` is missing; a line is written as"),
    "no event": ('{"on": "2026-01-10"}', "`event` is missing; a line is written as"),
    "a number for a day": ('{"on": 20260110, "event": "armed attack"}', "`on` must be a text in quotation marks"),
    "a number for an event": ('{"on": "2026-01-10", "event": 7}', "`event` must be a text in quotation marks"),
    "nothing for an event": ('{"on": "2026-01-10", "event": null}', "`event` must be a text in quotation marks"),
    "an empty event": (event(" . "), "`event` is empty: it says what happens"),
    "two events": (event("ceasefire begins; armed attack"), "an event is one line, and one event"),
    "two sentences": (event("ceasefire begins. on day 3: armed attack"), "cannot be read as an event"),
    "a sentence": (event("Alba shall report"), "`Alba shall report` cannot be read as an event: "),
    "an assertion": (event("then clause help is violated"), "cannot be read as an event"),
    "a comment": (event("armed attack # by whom?"), "an event is one line, and one event"),
    "an open quotation": (event('"armed attack'), "cannot be read as an event: this quotation is not closed"),
    "not UTF-8": (b'{"on": "2026-01-10", "event": "arm\xe9e attack"}', "this is no text in UTF-8"),
    "UTF-16": (GOOD.encode("utf-16"), "this is no text in UTF-8"),
    "NUL bytes": (b"\x00" * 80, "this is no JSON object: expecting value, at its character 1"),
    "NUL in the event": (event("armed\x00attack"), "`U+0000` is a character that no document can show"),
    "half a character": (event("armed \ud800 attack"), "`U+D800` is a character that no document can show"),
    "nested without end": (DEEP, "this is no event: it is nested too deeply"),
    "lists without end": (b"[" * 19_000, "this is no event: it is nested too deeply"),
    "a number without end": (b'{"on": ' + b"1" * 6000 + b"}", "this is no event: it holds a number that is too long"),
    "a line without end": (b"x" * 50_000, "this line is longer than any event"),
    "a long name": (event("x " * 2000), "cannot be read as an event: a name of more than a thousand characters is no name"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_line_and_the_rest_is_read(line, message):
    told, log = read("", line, GOOD)
    ((number, said),) = log.mistakes
    assert number == 2
    assert message in said
    assert len(said) < 300
    assert told == ["armed attack by Alba on Brena"]


def test_time_does_not_go_backwards():
    told, log = read(GOOD, event("report by Brena", "2026-01-09"), event("report by Alba", "2026-01-10"))
    assert [str(each) for each in log.mistakes] == [
        "LogMistake(line=2, message='2026-01-09 lies before the event above it: put the events in order')",
    ]
    assert told[1:] == ["report by Alba"]


def test_a_line_that_is_left_out_does_not_move_the_time():
    _, log = read(event("report by Nobody", "2030-01-01"), GOOD)
    assert [each.line for each in log.mistakes] == [1]


def test_consent_comes_behind_one_s_own_signature():
    lines = [event("ratification by Alba"), event("signature by Brena", "2026-01-11"), event("signature by Alba", "2026-01-12")]
    _, log = read(*lines)
    assert [(each.line, each.message) for each in log.mistakes] == [
        (3, "Alba signs only now, and consented in line 1 already: a signature comes first"),
    ]


def test_whoever_joins_an_open_treaty_need_not_be_declared():
    told, log = read(event("ratification by Zembla"), text=OPEN)
    assert (told, log.mistakes) == (["ratification by Zembla"], [])
    assert list(log.joins) == ["Zembla"]


def test_a_name_that_nothing_hears_is_pointed_out():
    _, log = read(event("armd attack by Alba on Brena"), event("armed attack by Alba on Brenna"))
    assert list(log.notes) == [
        "no sentence speaks of `armd attack by Alba on Brena`; did you mean `armed attack`?",
        "the treaty knows nobody called `Brenna`; did you mean `Brena`?",
    ]


def test_no_more_mistakes_are_kept_than_anybody_mends():
    _, log = read(*["nonsense"] * 500)
    assert len(log.mistakes) == MOST_MISTAKES


# ---------------------------------------------------------------- any log at all


@given(st.lists(st.binary(max_size=200), max_size=8))
def test_any_bytes_are_told_of_or_read(lines):
    _, log = read(GOOD, *lines)
    assert all(2 <= each.line <= len(lines) + 1 and each.message for each in log.mistakes)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
words = st.sampled_from(
    ["on", "by", "Alba", "armed attack", "is", "are", "210", "begins", "of", "clause help", "violation", ",", ".", "and", "not", "the", "tanks"]
)
told_events = st.lists(words, max_size=8).map(" ".join)


@given(st.fixed_dictionaries({"on": json_values | st.dates().map(str), "event": json_values | told_events}, optional={"hour": json_values}))
def test_any_object_is_told_of_or_read(data):
    told, log = read(json.dumps(data))
    assert log.mistakes == [] or (told == [] and len(log.mistakes) == 1)


def test_a_gigabyte_in_one_line_is_let_go_of_as_it_comes():
    """What a file without any line in it would be: the reader of lines cuts it off, and the log says so once."""
    from clausekit.source.files import lines_of

    class Endless:
        left = 1_000_000_000

        def readline(self, most: int) -> bytes:
            taken = min(most, self.left)
            self.left -= taken
            return b"x" * taken

    log = EventLog(stage().telling)
    tracemalloc.start()
    assert list(log.lines(lines_of(Endless(), LONGEST_LINE))) == []
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000
    assert [(each.line, each.message) for each in log.mistakes] == [(1, "this line is longer than any event")]


def test_nothing_is_kept_of_a_line_that_was_read():
    """The same words are worked out once; however many lines there are, the memory they take is that of their words."""
    log = EventLog(stage().telling)
    line = event("ceasefire begins").encode()
    tracemalloc.start()
    count = sum(len(list(log.lines([line]))) for _ in range(20_000))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert most < 500_000


def test_more_than_can_be_played_at_once_is_refused():
    log = EventLog(stage().telling)
    log.count = MOST_EVENTS
    with pytest.raises(ValueError, match="there are more than 1,000,000 events in it: play it in parts"):
        list(log.lines([GOOD]))


# ---------------------------------------------------------------- events of a program


def test_a_program_gives_days_in_any_way():
    log = EventLog(stage().telling)
    calendar = stage().code.calendar
    days = ["2026-01-10", date(2026, 1, 10), datetime(2026, 1, 10), datetime(2026, 1, 10, tzinfo=UTC)]  # noqa: DTZ001  also without a zone
    days.append(datetime(2026, 1, 10, 5, tzinfo=timezone(timedelta(hours=5))))
    assert {entry.at for day in days for entry in log.event(day, "armed attack")} == {calendar.begins(date(2026, 1, 10).toordinal())}


def test_a_program_is_told_what_is_wrong():
    log = EventLog(stage().telling)
    with pytest.raises(ValueError, match="there is no such day as `soon`"):
        log.event("soon", "armed attack")
    with pytest.raises(ValueError, match="did you mean `Alba`"):
        log.event("2026-01-10", "report by Albba")
