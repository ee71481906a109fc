"""A published rule set and its translation mean the same: whatever happens, they are violated at the same instants."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from benchmarks.norms_cases import BEARER, Translated, UntranslatableError, translate
from clausekit.diagnostics import Severity
from clausekit.norms.calendar import Calendar
from clausekit.norms.history import Change, Entry, Happening
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from clausekit.norms.play import play
from clausekit.norms.timeline import Timeline
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.logic.rule_sets import MEASURES, Instant, Json, history, rule_set, situations, triggers, violations

START = Calendar().at(date(2026, 1, 1))
LENGTH = 12


def coded(made: Translated) -> Code:
    """The norms of a translation, which must be read without an error."""
    reading = read_source(Source(made.text, "case"))
    errors = [each for each in reading.diagnostics if each.severity is Severity.ERROR]
    assert [each.message for each in errors if not each.code.startswith("CK4")] == [], made.text  # that rules clash is what they are for
    assert reading.record is not None
    return lower(reading.record)


def entries(made: Translated, happened: list[Instant]) -> list[Entry]:
    """A history of a rule set, as the entries of a history of its translation."""
    found: list[Entry] = []
    for at, (events, measures) in enumerate(happened, START):
        found += [Happening(at, made.names[event].lower(), {"by": (BEARER,)}) for event in events]
        for measure in MEASURES:
            value, name = measures[measure["name"]], made.names[measure["name"]]
            if measure["type"] == "boolean":
                found.append(Change(at, name, holds=value))
            elif measure["type"] == "scale":
                found.append(Change(at, name, level=made.names[f"{measure['name']}.{measure['values'][value]}"].lower()))
            else:
                found.append(Change(at, name, value=Decimal(value + made.shifts.get(name, 0))))
    return found


def against_itself(rule: Json) -> bool:
    """Whether what a rule forbids can be what triggers it: then only when it is first violated is compared."""
    responses = [rule["response"], *(each["then"] for each in rule["response"].get("unless", ()) if "then" in each)]
    return any(each["negated"] and each["event"] == rule["when"] for each in responses)


def compare(case: Json, made: Translated, code: Code, happened: list[Instant]) -> None:
    """Hold what play says of the translation to what the rules say."""
    timeline = play(code, entries(made, happened), in_force=START, until=START + len(happened))
    said: dict[str, set[int]] = {}
    for record in timeline.violations():
        said.setdefault(code.norms[record.norm].label, set()).add(record.at - START)
    for rule, became in zip(case["rules"], made.rules, strict=True):
        is_so = {at for at in violations(rule, happened) if at <= len(happened)}
        played = set().union(*(said.get(label, set()) for label in became.binding))
        if against_itself(rule):
            is_so, played = {min(is_so, default=-1)}, {min(played, default=-1)}
        assert played == is_so, (rule, made.text, happened)
        assert opened(timeline, became.triggered) == set(triggers(rule, happened)), (rule, made.text, happened)
    states = timeline.states(START + len(happened))
    for concern, situation in zip(case["concerns"], made.concerns, strict=True):
        came = [
            {each.opened - START for each in timeline.opened if code.norms[each.norm].label == label and (not state or states[each.number] == state)}
            for label, state in situation.wanted
        ]
        played = set.intersection(*came) if came else set()
        assert played == set(situations(concern, happened)), (concern, made.text, happened)


def opened(timeline: Timeline, labels: tuple[str, ...]) -> set[int]:
    """When sentences opened, their further steps aside."""
    norms = [timeline.code.norms[each.norm] for each in timeline.opened]
    return {each.opened - START for each, norm in zip(timeline.opened, norms, strict=True) if norm.label in labels and not norm.rung}


@pytest.mark.parametrize("part", range(10))
def test_a_translation_is_violated_when_its_rules_are(part):
    tried = 0
    for seed in range(part * 20, part * 20 + 20):
        case = rule_set(seed)
        try:
            made = translate(case, situations=True)
        except UntranslatableError:
            continue
        tried += 1
        rng, code = Random(seed), coded(made)
        for _ in range(5):
            compare(case, made, code, history(rng, LENGTH))
    assert tried > 12


def test_rules_are_violated_and_complied_with_by_these_histories():
    rng = Random(7)
    found = [bool([*violations(rule, history(rng, LENGTH))]) for seed in range(100) for rule in rule_set(seed)["rules"]]
    assert 0.2 < sum(found) / len(found) < 0.8
