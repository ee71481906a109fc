"""A finding that is shown by a course of events → that course played again from its event log: as a picture, and as a file to play."""

from __future__ import annotations

import json
import re
from datetime import date

from clausekit.chronicle.picture import Focus, picture
from clausekit.diagnostics import Course, Diagnostic
from clausekit.logic.parts import Parts
from clausekit.model.treaty import Treaty
from clausekit.pipeline.simulation import Simulation, Stage

# What the line in a picture marks, by the check that found the flaw; of those that are not here it marks when the flaw is seen.
_POINTS = {
    "conflict": "both cannot be complied with",
    "collision": "allowed and forbidden at once",
    "deadline-budget": "the deadline already runs",
    "gap": "nobody has to answer",
    "evasion": "the way out is taken",
    "capture": "this is never found",
    "expectation": "it turns out otherwise",
    "capacity": "more is due than was pledged",
}
_NAME = re.compile(r"[^0-9a-z]+")


def replayed(treaty: Treaty, witness: Course, stage: Stage | None = None) -> Simulation:
    """What `clausekit simulate --events` makes of a witness."""
    events = [each._asdict() for each in witness.events]
    return (stage or Stage(treaty)).events(events, in_force=date.fromisoformat(witness.entry_into_force)).until(witness.until)


def picture_of(treaty: Treaty, found: Diagnostic) -> str:
    """The course of events behind a finding as an SVG picture of the sentences concerned; empty for a finding without one."""
    witness = found.proof.witness if found.proof is not None else None
    if witness is None or found.proof is None:
        return ""
    simulation = replayed(treaty, witness)
    code = simulation.stage.code
    core = {norm.number for norm in code.norms if (norm.label or norm.citation) in found.proof.core}
    seen = _instant(simulation, witness.seen or witness.until)
    focus = Focus(frozenset(Parts(code).of(core).numbers) if core else frozenset(range(len(code.norms))), seen, _POINTS.get(found.name, "the flaw shows"))
    return picture(simulation.timeline, simulation.words, title=f"{found.code}: {found.message}", focus=focus)


def _instant(simulation: Simulation, on: str) -> int:
    """The instant that an event of a log is dated with."""
    day, _, hour = on.partition("T")
    return simulation.stage.code.calendar.begins(date.fromisoformat(day).toordinal()) + int(hour.partition(":")[0] or 0)


def event_log(witness: Course) -> str:
    """The course of events as `clausekit simulate --events` reads it, a JSON object a line."""
    return "".join(f"{json.dumps(each._asdict(), ensure_ascii=False)}\n" for each in witness.events)


def name_of(found: Diagnostic, number: int) -> str:
    """The name of the file for an event log: `CK411-presence.jsonl`, with a number from the second of that name on."""
    core = found.proof.core if found.proof is not None else ()
    about = _NAME.sub("-", core[0].lower()).strip("-") if core else found.name
    return f"{found.code}-{about}{f'-{number}' if number > 1 else ''}.jsonl"
