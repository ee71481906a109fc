"""Nouns of acts that hold a preposition: each is one name, wherever it is spoken of."""

from __future__ import annotations

import pytest

import clausekit

TREATY = """party Alba. party Brena. body Meeting means Alba and Brena, deciding by consensus.
action ask more time as "the request for an extension". action grant.
ask: Alba may ask more time from the Meeting.
grant: If {event}, then the Meeting may grant within 10 days.
"""


@pytest.mark.parametrize("event", ["the request for an extension by Alba", "request for an extension by Alba", "ask more time by Alba"])
def test_a_noun_that_holds_a_preposition_is_one_name(event):
    (_, grant) = clausekit.parse(TREATY.format(event=event)).record.clauses
    ((occurs,),) = grant.openings[0].condition.alternatives
    assert (occurs.event.name, [role.preposition for role in occurs.event.roles]) == ("ask more time", ["by"])


def test_a_role_behind_a_noun_stays_a_role():
    (_, grant) = clausekit.parse(TREATY.format(event="request for grain by Alba")).record.clauses
    ((occurs,),) = grant.openings[0].condition.alternatives
    assert (occurs.event.name, [role.preposition for role in occurs.event.roles]) == ("request", ["for", "by"])
