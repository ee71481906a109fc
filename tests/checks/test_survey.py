"""One walk finds everything that checks ask about, with or without a text."""

from __future__ import annotations

import pytest

from clausekit.checks.engine import run_checks
from clausekit.checks.page import page
from clausekit.checks.registry import pages
from clausekit.checks.survey import Survey
from clausekit.model.published.convert import record
from clausekit.model.published.treaty import Treaty
from tests.checks.examples import read

TEXT = """\
party Ukraine.
party Russia.
guarantor France pledging 500 troops.
guarantor Poland.
state Switzerland.
group Allies singular "Ally" means France and Poland.
body Joint Commission means Ukraine, Russia and Switzerland, deciding by a majority.
zone Corridor means "the waters set out in Annex A".
term Peace means "the state of affairs created by this Agreement".
action deploy forces as "deployment of forces" in troops.
action report as "report".
action share intelligence as "sharing of intelligence".
event armed attack.
event grave attack means armed attack by Russia and if not consent.
event consent.
status truce begins on entry into force and ends on grave attack.
measure tension as low or high.

article 1 "Response"
response: If grave attack as determined by the Joint Commission, then the Allies jointly shall deploy forces in the Corridor of at least 300 troops
    within 30 days before expiry, unless consent by Ukraine, failing which any Ally may report and shall share intelligence.
victim: If armed attack on any Party as victim, then each other Party shall notify victim within 2 days.
surety: The Allies jointly guarantee the Peace in favour of Ukraine.
calm: While tension is low, each Party other than Russia shall report every month.
rest: If armed attack, then deploy forces within 3 days of request by Ukraine in consultation with Switzerland.
"""


@pytest.fixture(scope="module")
def survey():
    reading = read(TEXT)
    assert not reading.has_errors, reading.diagnostics
    return Survey(reading.record, reading.source)


def test_statements_stand_on_their_rungs_with_their_bearer(survey):
    shown = [(use.provision.clause.label, use.rung, use.modality, use.bearer and use.bearer.actors.members[0].name) for use in survey.statements]
    assert shown == [
        ("response", 0, "duty", "Allies"),
        ("response", 1, "permission", "Allies"),
        ("response", 1, "duty", "Allies"),
        ("victim", 0, "duty", "Party"),
        ("calm", 0, "duty", "Party"),
        ("rest", 0, "duty", None),
    ]
    assert [use.provision.clause.label for use in survey.bare_statements] == ["rest"]
    assert [use.provision.clause.label for use in survey.guarantees] == ["surety"]


def test_bearers_go_by_name_and_keep_what_goes_on_for_them(survey):
    assert sorted(survey.bearers) == ["Allies", "Party"]
    assert [getattr(use, "modality", "guarantee") for _, use in survey.bearers["Allies"]] == ["duty", "permission", "duty", "guarantee"]


def test_bearers_ground_to_declared_actors(survey):
    bearers = {use.provision.clause.label: use.bearer for use in reversed(survey.statements)}
    assert survey.actors_bound(bearers["response"]) == ("France", "Poland")
    assert survey.actors_bound(bearers["calm"]) == ("Ukraine", "France", "Poland")
    assert survey.actors_bound(None) == ("France", "Poland")
    assert survey.actors_bound(bearers["response"]) is survey.actors_bound(bearers["response"])


def test_actors_tell_what_they_are_named_for(survey):
    shown = {(use.actor.name, use.context, use.found.kind if use.found else None, use.of_event) for use in survey.actors}
    assert shown == {
        ("France", "member", "actor", False),
        ("Poland", "member", "actor", False),
        ("Ukraine", "member", "actor", False),
        ("Russia", "member", "actor", False),
        ("Switzerland", "member", "actor", False),
        ("Russia", "by", "actor", True),
        ("Joint Commission", "as determined by", "body", True),
        ("Allies", "bearer", "group", False),
        ("Corridor", "in", "zone", False),
        ("Ukraine", "by", "actor", True),
        ("Party", "on", "role", True),
        ("Party", "bearer", "role", False),
        ("victim", "object", "variable", False),
        ("Ukraine", "beneficiary", "actor", False),
        ("Russia", "bearer", "actor", False),
        ("Switzerland", "consulted", "actor", False),
    }


def test_events_tell_where_they_stand(survey):
    shown = [(use.event.name, use.context, use.negated, use.provision.clause.label if use.provision else use.owner.name) for use in survey.events]
    assert shown == [
        ("armed attack", "meaning", False, "grave attack"),
        ("consent", "meaning", True, "grave attack"),
        ("entry into force", "begins", False, "truce"),
        ("grave attack", "ends", False, "truce"),
        ("grave attack", "trigger", False, "response"),
        ("expiry", "anchor", False, "response"),
        ("consent", "restriction", False, "response"),
        ("armed attack", "trigger", False, "victim"),
        ("armed attack", "trigger", False, "rest"),
        ("request", "anchor", False, "rest"),
    ]


def test_time_and_amounts_are_found_by_kind(survey):
    assert {kind: len(uses) for kind, uses in survey.timings.items() if uses} == {"within": 3, "before": 1, "every": 1}
    assert [use.timing.kind for use in survey.timed(["every", "before", "by"])] == ["every", "before"]
    assert [use.within.provision.clause.label for use in survey.limbs_with_timings] == ["response"]
    assert [use.limb.act.action for use in survey.limbs_with_amounts] == ["deploy forces"]
    assert [(use.quantity.amount, bool(use.act), bool(use.owner)) for use in survey.quantities] == [(500, False, True), (300, True, False)]


def test_what_must_be_met_together_and_who_determines_it(survey):
    assert [[atom.event.name for atom in use.atoms] for use in survey.conjunctions] == [["armed attack", "consent"]]
    assert [(use.role.actors.members[0].name, use.event.name) for use in survey.determinations] == [("Joint Commission", "grave attack")]
    assert [use.test.measure for use in survey.measures] == ["tension"]


def test_uses_of_declared_names(survey):
    assert {"Peace", "Corridor", "truce", "tension", "Allies", "Joint Commission", "deploy forces", "grave attack"} - set(survey.uses) == {"truce"}
    assert len(survey.uses["report"]) == 2


def test_what_several_checks_need_is_worked_out_once(survey):
    asked = []

    def work(given):
        asked.append(given)
        return len(asked)

    assert (survey.once(work), survey.once(work)) == (1, 1)
    assert asked == [survey]


LIFE = """\
party Oman.
party Yemen.
class sailors of each Party.
instrument Charter.
rule Vote means two thirds of Council, including at least 2 members, excluding Oman, having 55 percent of trade.
body Council means the Parties, chaired by Oman, deciding by Vote.
body Panel of 3 members under Council.
group Seafarers means each Party that "has a coast".
zone Bay inside Gulf means "the bay".
measure trade of each Party.
measure catch of each Party part of trade in tonnes.
action fish.
event storm.

article 1 "Fish"
limit: Each Party shall ensure that catch in Bay is at most 20 percent of trade and that not storm.
alarm: If storm in the opinion of any Party or if storm as alleged by Yemen, then that Party may fish in accordance with article 4 of Covenant.
known: The Parties recognise that storm on Oman counts as storm on Yemen.
end: clause alarm ceases on storm.
begins: enters into force on ratification by at least 2 Parties including Oman understanding by Yemen "of those that sign".
reserved: reservation by Yemen to clause alarm: excluded.
text: text "The sea is wide." understanding by Oman "not everywhere".
"""


@pytest.fixture(scope="module")
def life():
    reading = read(LIFE)
    assert not reading.has_errors, reading.diagnostics
    return Survey(reading.record, reading.source)


def test_sentences_without_a_modal_are_kept_by_their_kind(life):
    assert [use.application.verb for use in life.applications] == ["ceases", "enters into force"]
    assert [use.declared.verb for use in life.declared] == ["recognises"]
    assert [use.record.what for use in life.records] == ["reservation"]
    assert [each.text for each in life.understandings] == ["of those that sign", "not everywhere"]


def test_events_tell_what_is_recognised_ensured_and_begun(life):
    contexts = [(use.context, use.negated) for use in life.events]
    assert contexts == [
        ("ensured", True), ("trigger", False), ("trigger", False), ("declared", False), ("declared", False), ("anchor", False), ("anchor", False),
    ]  # fmt: skip
    assert [use.role.preposition for use in life.judged] == ["in the opinion of", "as alleged by"]
    assert life.determinations == []


def test_rules_and_shares_are_kept_with_those_they_speak_of(life):
    assert [(use.decision.kind, use.decision.of, type(use.owner).__name__) for use in life.decisions] == [
        ("rule", "Vote", "Body"),
        ("fraction", "Council", "Rule"),
        ("at least", None, "Rule"),
    ]
    assert [use.share.measure for use in life.shares] == ["trade"]
    assert [[actor.name for actor in actors.including] for actors, _ in life.composed] == [["Oman"]]
    assert {use.actor.name for use in life.actors if use.context == "rule"} == {"Oman"}


def test_names_that_stand_for_nothing_known_are_kept_with_what_they_would_be(life):
    assert [(loose.name, loose.kind) for loose in life.loose_names] == [("Gulf", "zone"), ("Covenant", "instrument")]


def test_what_is_worked_out_and_what_is_ensured_is_used(life):
    assert [use.limb.act.action for use in life.limbs_that_ensure] == ["ensure"]
    assert {"trade", "catch", "Bay", "Vote", "Council", "storm"} <= set(life.uses)
    assert {"sailors", "Charter", "Panel", "Seafarers"}.isdisjoint(life.uses)


# The letters of points and the length of a sentence are matters of the text alone.
OF_THE_TEXT = {"points-out-of-order", "long-sentence"}


def codes(found):
    return sorted((str(finding.severity), finding.code) for finding in found if finding.name not in OF_THE_TEXT)


@pytest.mark.parametrize("each", [each for each in pages() if each.run is not None and page(each).bad], ids=lambda each: each.rule.code)
def test_a_treaty_without_a_text_is_checked_like_one_with_it(each):
    """A treaty built by a program has no places: findings then have none either, and no fix."""
    reading = read(page(each).bad)
    published = Treaty.model_validate_json(reading.treaty.model_dump_json())
    placeless = Survey(record(published))
    found = run_checks(placeless)
    assert codes(found) == codes(run_checks(Survey(reading.record, reading.source)))
    assert all(label.span is None for finding in found for label in finding.labels)
    assert all(finding.fix is None for finding in found)
