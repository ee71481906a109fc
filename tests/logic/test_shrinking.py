"""Witnesses as plain as they can be."""

from __future__ import annotations

from clausekit.logic.answers import Answer, Witness
from clausekit.logic.replay import escapes
from clausekit.logic.shrinking import shrunk
from clausekit.norms.history import Happening
from clausekit.norms.lower import lower
from tests.logic.asking import PARTIES
from tests.norms.treaties import treaty

BEGINS = 17_759_568  # 1 January 2026
DAY = 24


def happening(day: float, name: str, **roles: str) -> Happening:
    return Happening(BEGINS + int(day * DAY), name, {preposition: (who,) for preposition, who in roles.items()}, said=name)


def shown(text: str, answer: Answer) -> tuple[list[tuple[float, str]], Answer]:
    small = shrunk(lower(treaty(PARTIES + text)), answer)
    assert small.witness is not None
    return [((each.at - BEGINS) / DAY, each.name) for each in small.witness.entries], small


HELP = """help: If attack, then Corva shall deploy within 60 days. leaving: Any Party may withdraw with 30 days notice.
talks: If call, then Alba shall meet within 9 days."""


def test_what_is_not_needed_is_left_out():
    events = (happening(31, "call"), happening(31.5, "attack"), happening(40, "call"), happening(41, "withdrawal", by="Corva"))
    answer = Answer("evasion", "shown", (0, 1), ("Corva",), Witness(events, BEGINS, BEGINS + 41 * DAY, BEGINS + 100 * DAY), "withdraw")
    told, small = shown(HELP, answer)
    assert told == [(31, "attack"), (41, "withdrawal")]
    assert small.witness is not None
    assert escapes(lower(treaty(PARTIES + HELP)), small.witness, 0, "Corva")


CLASH = """answer: If attack, then Corva shall deploy within 30 days. calm: If call, then Corva shall not deploy within 60 days.
talks: If pay by Alba, then Alba shall meet within 9 days."""


def test_a_conflict_keeps_what_its_sentences_speak_of():
    events = (happening(3, "pay", by="Alba"), happening(4, "attack"), happening(5, "call"))
    answer = Answer("conflict", "shown", (0, 1), ("Corva",), Witness(events, BEGINS, BEGINS + 5 * DAY, BEGINS + 6 * DAY))
    told, _ = shown(CLASH, answer)
    assert told == [(4, "attack"), (4, "call")]
    excepted = CLASH.replace("within 60 days.", "within 60 days, unless call by Alba.")
    assert shown(excepted, answer)[0] == [(4, "attack"), (5, "call")]


def test_what_happens_with_entry_into_force_happens_later_where_it_can():
    events = (happening(0, "attack"), happening(1, "call"))
    answer = Answer("conflict", "shown", (0, 1), ("Corva",), Witness(events, BEGINS, BEGINS + DAY, BEGINS + 2 * DAY))
    assert shown(CLASH, answer)[0] == [(31, "attack"), (31, "call")]
    dated = CLASH.replace("within 30 days", "by 2026-01-20")
    assert shown(dated, answer)[0][0] == (0, "attack")


def test_an_answer_without_a_history_is_left_as_it_is():
    answer = Answer("capture", "shown", (0,), ("Corva",))
    assert shrunk(lower(treaty(PARTIES + HELP)), answer) is answer
