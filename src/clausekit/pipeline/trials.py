"""A reading, or a treaty → its scenarios and expectations, tried out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clausekit.chronicle.trials import Outcome, Trials
from clausekit.chronicle.words import Words
from clausekit.logic.answers import Question
from clausekit.model.treaty import Treaty as Record
from clausekit.norms.expecting import Expected
from clausekit.norms.lower import Unstated
from clausekit.pipeline import Reading
from clausekit.pipeline.library import parse, treaty_text
from clausekit.pipeline.simulation import Stage
from clausekit.source import Span

if TYPE_CHECKING:
    from clausekit.model.published.treaty import Treaty
    from clausekit.pipeline.proving import Proving


_EXPECTATION: tuple[Question, ...] = ("expectation",)


def try_out(
    subject: Reading | Treaty,
    *,
    only: str = "",
    unstated: Unstated = "joint",
    progress: Callable[[int, int], None] | None = None,
    proving: Proving | None = None,
) -> Trials:
    """Play the scenarios of a reading, or of a treaty built in Python, and hold its expectations to them.

    `only` chooses those with these words in their names. `unstated` reads guarantees that leave it open as `joint` or `several`. `progress` is told how many
    of how many scenarios are played. With `proving`, the prover is asked of the expectations too. Raises ValueError for a reading without a treaty.
    """
    reading = subject if isinstance(subject, Reading) else parse(treaty_text(subject), "<treaty>")
    if reading.record is None:
        message = f"{reading.source.name} holds no treaty to play"
        raise ValueError(message)
    stage = Stage(reading.record, unstated=unstated)
    wanted = only.casefold()
    chosen = [scenario for scenario in reading.record.scenarios if wanted in scenario.name.casefold()]
    outcomes: list[Outcome] = []
    for number, scenario in enumerate(chosen):
        if progress is not None:
            progress(number, len(chosen))
        played = stage.run(scenario)
        outcomes.append(Outcome(played, Words(reading.record, played.timeline), tuple(_line(reading, failure.span) for failure in played.failures)))
    expected = [each for each in stage.expected([outcome.played for outcome in outcomes]) if wanted in each.expectation.name.casefold()]
    lines = tuple(_line(reading, each.expectation.span) for each in expected)
    proofs = _proofs(reading.record, stage, expected, proving) if proving is not None and expected else ()
    return Trials(reading.source.name, tuple(outcomes), tuple(expected), lines, proofs)


def _proofs(treaty: Record, stage: Stage, expected: list[Expected], proving: Proving) -> tuple[str, ...]:
    """What the prover makes of each expectation: holds, refuted, or nothing."""
    from clausekit.logic.prover import prove

    answers = prove(treaty, stage.code, budget_seconds=proving.seconds, only=_EXPECTATION)
    decided = {each.about: each.status for each in answers if each.status in ("holds", "refuted")}
    return tuple(decided.get(treaty.expectations.index(each.expectation), "") for each in expected)


def _line(reading: Reading, span: Span | None) -> int:
    if span is None:
        return 0
    source, place = reading.place(span)
    return source.position(place.start).line
