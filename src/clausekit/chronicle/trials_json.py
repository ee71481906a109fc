"""Scenarios and expectations that were tried out → JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from clausekit.chronicle.json_format import as_data
from clausekit.chronicle.trials import Outcome, Trials
from clausekit.norms.calendar import date_of
from clausekit.norms.expecting import Expected, Tried

VERSION = 1


def render(trials: Sequence[Trials]) -> str:
    """The JSON text. A scenario that failed brings its whole timeline along."""
    outcomes = [outcome for each in trials for outcome in each.outcomes]
    expected = [each for one in trials for each in one.expected]
    data = {
        "version": VERSION,
        "files": [_file(each) for each in trials],
        "summary": {
            "scenarios": len(outcomes),
            "failed": sum(outcome.failed for outcome in outcomes),
            "expectations": len(expected),
            "refuted": sum(verdict == "refuted" for each in trials for verdict in each.verdicts),
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _file(trials: Trials) -> dict[str, Any]:
    expected = [_expected(each, line, verdict, trials) for each, line, verdict, _ in trials.findings]
    return {"file": trials.file, "scenarios": [_outcome(outcome) for outcome in trials.outcomes], "expectations": expected}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    data: dict[str, Any] = {"name": outcome.played.scenario.name, "passed": not outcome.failed, "assertions": outcome.played.asserted}
    if outcome.failed:
        data["failures"] = [
            {"line": line, "on": date_of(failure.at, outcome.words.calendar).isoformat(), "claim": failure.claim, "instead": failure.instead}
            for line, failure in outcome.failures
        ]
        data["timeline"] = as_data(outcome.played.timeline, outcome.words)
    return data


def _expected(expected: Expected, line: int, verdict: str, trials: Trials) -> dict[str, Any]:
    return {
        "name": expected.expectation.name,
        "line": line,
        "verdict": verdict,
        "proved": verdict in {"refuted", "shown"},
        "scenarios": [_tried(each, trials) for each in expected.tried],
    }


def _tried(tried: Tried, trials: Trials) -> dict[str, Any]:
    calendar = trials.outcomes[0].words.calendar
    data: dict[str, Any] = {"scenario": tried.scenario, "bearing": tried.bearing}
    if tried.at >= 0:
        data["on"] = date_of(tried.at, calendar).isoformat()
    if tried.who:
        data["in_breach"] = list(tried.who)
    return data
