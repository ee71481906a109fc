"""The flaws put into the framework agreement as they are explained: golden files, to be read with care as prose."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from clausekit.checks.registry import checks
from clausekit.diagnostics import Diagnostic
from clausekit.pipeline import read_source
from clausekit.pipeline.proving import Proving
from clausekit.pipeline.simulation import Stage
from clausekit.report import text
from clausekit.report.findings import FileFindings
from clausekit.source import Source
from tests.logic.variants import FRAMEWORK, VARIANTS, Variant

GOLDEN = Path(__file__).resolve().parent / "explanations"
CODES = {each.proved: each.rule.code for each in checks() if each.proved}
# Nothing here hangs on the time that a machine takes.
PROVING = Proving(3_600)


@cache
def explained(said: str, question: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    source = Source(said, "variant.clause")
    return source, read_source(source, proving=PROVING, select=[CODES[question]]).diagnostics


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.name)
def test_a_flaw_is_explained(variant: Variant, request):
    source, found = explained(variant.changed, variant.question)
    told = [each for each in found if variant.question == "expectation" or _is_about(each, variant)]
    assert told
    shown = text.render([FileFindings(source, source.name, tuple(told))], width=100)
    path = GOLDEN / variant.file
    if request.config.getoption("update_snapshots"):
        path.write_text(shown, encoding="utf-8", newline="")
    assert path.read_text(encoding="utf-8") == shown
    for each in told:
        assert each.proof is not None
        assert each.proof.verdict in ("shown", "refuted")
        if each.proof.witness is not None:
            _can_be_played(variant, each)


def _is_about(found: Diagnostic, variant: Variant) -> bool:
    """Whether a finding is about the sentence that was changed; of a redundant one, that it is the redundant one."""
    core = _core(found)
    return bool(set(variant.labels) & set(core[:1] if variant.question == "redundant" else core))


def _core(found: Diagnostic) -> tuple[str, ...]:
    return found.proof.core if found.proof is not None else ()


def _can_be_played(variant: Variant, found: Diagnostic) -> None:
    """What an event log makes of the witness comes to the end that is told of."""
    reading = read_source(Source(variant.changed, "variant.clause"))
    assert reading.record is not None
    assert found.proof is not None
    witness = found.proof.witness
    assert witness is not None
    lines = [json.loads(json.dumps(each._asdict())) for each in witness.events]
    played = Stage(reading.record).events(lines, in_force=date.fromisoformat(witness.entry_into_force)).until(witness.until)
    assert len(played.timeline.entries) >= len(lines)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.name)
def test_it_is_not_there_without_the_change(variant: Variant):
    _, before = explained(FRAMEWORK, variant.question)
    _, after = explained(variant.changed, variant.question)
    known = {(each.message, _core(each)) for each in before}
    assert [each for each in after if (each.message, _core(each)) not in known]
