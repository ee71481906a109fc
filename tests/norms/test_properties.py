"""What holds of every treaty and every history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausekit.model.published.convert import record
from clausekit.norms import play as playing
from clausekit.norms.calendar import Instant
from clausekit.norms.history import Entry, Happening
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from clausekit.norms.play import play
from clausekit.norms.timeline import Record, Timeline
from tests.model.generate_treaties import treaties
from tests.norms.histories import EXAMPLES, FIRST, example, histories, rules

# A record of the life of a treaty that lets its norms bind.
BINDS = ("in force", "provisionally")
SETTLED = frozenset({"discharged", "terminated", "fulfilled", "lapsed", "kept"})
# What settles the present period of a norm that recurs.
SERVED = frozenset({"fulfilled", "terminated"})


class Course(NamedTuple):
    """A treaty, what happens, when it enters into force (None where that follows), and how long it is played; `draw` for what a law needs more."""

    code: Code
    history: tuple[Entry, ...]
    in_force: Instant | None
    until: Instant
    draw: Callable

    def played(self, history: tuple[Entry, ...] | None = None, until: Instant | None = None) -> Timeline:
        """What comes of it."""
        return play(self.code, self.history if history is None else history, in_force=self.in_force, until=self.until if until is None else until)


# ---------------------------------------------------------------- the laws


def the_same_history_gives_the_same_timeline(course: Course) -> None:
    first, second = course.played(), course.played()
    assert (first.records, first.opened) == (second.records, second.opened)


def nothing_that_was_given_is_changed(course: Course) -> None:
    before = repr(course.history)
    course.played()
    assert repr(course.history) == before


def what_comes_later_changes_nothing_before(course: Course) -> None:
    whole = course.played()
    instants = sorted({FIRST - 1, course.until, *(each.at for each in whole.records), *(each.at - 1 for each in whole.records)})
    cut = course.draw(st.sampled_from(instants))
    begun = course.played(tuple(entry for entry in course.history if entry.at <= cut), until=cut)
    assert begun.records == tuple(each for each in whole.records if each.at <= cut)
    for first, later in zip(begun.opened, (each for each in whole.opened if each.opened <= cut), strict=True):
        assert set(first.bearers) <= set(later.bearers)  # whoever the treaty binds later joins those it binds together
        assert first._replace(bearers=()) == later._replace(bearers=())


def what_no_sentence_speaks_of_changes_nothing(course: Course) -> None:
    whole = course.played()
    at = course.draw(st.sampled_from([FIRST - 30, *(entry.at + shift for entry in course.history for shift in (0, 1))]))
    stranger = Happening(at, "landing of a balloon", {"by": ("nobody in particular",), "on": ("the moon",)})
    more = course.played((*course.history, stranger), until=max(course.until, at))
    assert tuple(each for each in more.records if each.said != "landing of a balloon") == whole.records


def the_order_of_one_instant_means_nothing(course: Course) -> None:
    shuffled: list[Entry] = []
    for _, together in groupby(course.history, key=lambda entry: entry.at):
        shuffled += course.draw(st.permutations(list(together)))
    assert course.played(tuple(shuffled)).records == course.played().records
    jumbled = course.draw(st.permutations(course.history))
    assert course.played(tuple(jumbled)).records == course.played().records  # a history is sorted before it is played


def nothing_binds_before_entry_into_force(course: Course) -> None:
    timeline = course.played()
    begins = min((each.at for each in timeline.of_kind(*BINDS)), default=None)
    assert all(begins is not None and each.at >= begins for each in timeline.records if each.instance >= 0)
    assert all(begins is not None and each.opened >= begins for each in timeline.opened)


def nothing_hangs_on_which_of_an_instant_is_taken_in_first(course: Course) -> None:
    """A history is put in order before it is played. Without that, what becomes of norms is the same, whichever comes first."""
    jumbled: list[Entry] = []
    for _, together in groupby(course.history, key=lambda entry: entry.at):
        jumbled += course.draw(st.permutations(list(together)))
    with patch.object(playing, "in_line", list):
        assert outcome(course.played(tuple(jumbled))) == outcome(course.played())


def outcome(timeline: Timeline) -> Counter[tuple[object, ...]]:
    """What became of norms, whatever number they were opened by."""
    return Counter((each.at, each.kind, each.norm, each.who, each.said, each.provisions, each.closes) for each in timeline.records)


def what_is_settled_is_never_violated(course: Course) -> None:
    timeline = course.played()
    for number, records in lives(timeline).items():
        norm = timeline.code.norms[timeline.opened[number].norm]
        kinds = [each.kind for each in records]
        recurs = "next period" in kinds or any(window.kind == "every" for window in norm.windows)
        for period in periods(kinds):
            for settled in (SERVED if recurs else SETTLED) & set(period):
                assert "violated" not in period[period.index(settled) :]


def periods(kinds: list[str]) -> list[list[str]]:
    """What became of each period of a norm; of one that does not recur, of all of it. A period that was missed is told of in the one behind it."""
    return [list(group) for begins, group in groupby(kinds, key=lambda kind: kind == "next period") if not begins]


def blame_lies_with_those_who_are_bound(course: Course) -> None:
    timeline = course.played()
    for violation in timeline.violations():
        assert violation.who
        assert set(violation.who) <= set(timeline.opened[violation.instance].bearers)
        norm = timeline.code.norms[violation.norm]
        assert norm.modality in ("duty", "prohibition")
        if norm.mode == "each":
            assert violation.who == timeline.opened[violation.instance].bearers


def everything_is_told_in_order_and_of_what_is_there(course: Course) -> None:
    timeline = course.played()
    assert [each.at for each in timeline.records] == sorted(each.at for each in timeline.records)
    assert [each.number for each in timeline.opened] == list(range(len(timeline.opened)))
    for number, records in lives(timeline).items():
        assert records[0].kind == "opened"
        assert records[0].at == timeline.opened[number].opened
        assert [each.kind for each in records].count("opened") == 1
        assert all(each.norm == timeline.opened[number].norm for each in records)
    assert all(each.at <= timeline.until for each in timeline.records)


LAWS = (
    the_same_history_gives_the_same_timeline,
    nothing_that_was_given_is_changed,
    what_comes_later_changes_nothing_before,
    what_no_sentence_speaks_of_changes_nothing,
    the_order_of_one_instant_means_nothing,
    nothing_hangs_on_which_of_an_instant_is_taken_in_first,
    nothing_binds_before_entry_into_force,
    what_is_settled_is_never_violated,
    blame_lies_with_those_who_are_bound,
    everything_is_told_in_order_and_of_what_is_there,
)


def lives(timeline: Timeline) -> dict[int, list[Record]]:
    """The records of each instance, in order."""
    found: dict[int, list[Record]] = {}
    for each in timeline.records:
        if each.instance >= 0:
            found.setdefault(each.instance, []).append(each)
    return found


def course_of(code: Code, data: st.DataObject) -> Course:
    history = data.draw(histories(code))
    in_force = data.draw(st.sampled_from([None, FIRST - 24, FIRST, FIRST + 24 * 3]))
    until = max((entry.at for entry in history), default=FIRST) + data.draw(st.sampled_from([0, 1, 24 * 40, 24 * 400]))
    return Course(code, history, in_force, until, data.draw)


# ---------------------------------------------------------------- held by


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@settings(max_examples=60)
@given(data=st.data())
def test_of_the_treaties_of_the_semantics(law, data):
    law(course_of(data.draw(st.sampled_from(rules())), data))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_of_whole_treaties(file, data):
    course = course_of(example(file), data)
    for law in LAWS:
        law(course)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])
@given(treaty=treaties(), data=st.data())
def test_of_any_treaty(treaty, data):
    course = course_of(lower(record(treaty)), data)
    for law in LAWS:
        law(course)


@given(st.sampled_from(rules()), st.lists(st.tuples(st.text(max_size=8), st.integers(-10, 10**8), st.text(max_size=8)), max_size=6))
def test_events_out_of_any_vocabulary_are_no_mishap(code, told):
    history = [Happening(FIRST + at, name, {"by": (who,)}) for name, at, who in told]
    timeline = play(code, history, in_force=FIRST)
    assert len(timeline.entries) == len(history)
