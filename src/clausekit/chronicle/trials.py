"""Scenarios and expectations that were tried out → a report for a terminal: a line for each, and for one that failed what happened instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from clausekit.chronicle import text
from clausekit.chronicle.words import Words, listed
from clausekit.norms.expecting import Expected, Tried
from clausekit.norms.scenario import Failure, Played
from clausekit.report.ink import Ink
from clausekit.report.legible import visible

_INDENT = " " * 10
# A scenario that is given no name stands at the top of its file.
UNNAMED = "the lines without a scenario"
_EXPLANATION = "Expectations were held to the scenarios above, which can refute but not prove them."


class Outcome(NamedTuple):
    """A scenario as it was played, its words, and the number of the line that each of its failures stands in."""

    played: Played
    words: Words
    lines: tuple[int, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.played.scenario.name or UNNAMED

    @property
    def failed(self) -> bool:
        """Whether an assertion does not hold."""
        return bool(self.played.failures)

    @property
    def failures(self) -> tuple[tuple[int, Failure], ...]:
        """What does not hold, each with its line; the first in time before the others."""
        return tuple(sorted(zip(self.lines, self.played.failures, strict=True), key=lambda pair: pair[1].at))


class Trials(NamedTuple):
    """Everything that was tried out of one file.

    `lines` holds the line of each expectation, `proofs` what the prover made of it: holds, refuted, or nothing.
    """

    file: str
    outcomes: tuple[Outcome, ...]
    expected: tuple[Expected, ...]
    lines: tuple[int, ...]
    proofs: tuple[str, ...] = ()

    @property
    def verdicts(self) -> tuple[str, ...]:
        """What became of each expectation, by scenarios or by proof."""
        proofs = self.proofs or ("",) * len(self.expected)
        proved = {"holds": "shown", "refuted": "refuted"}
        return tuple(
            each.verdict if each.verdict in ("refuted", "shown") else proved.get(proof, each.verdict) for each, proof in zip(self.expected, proofs, strict=True)
        )

    @property
    def failed(self) -> bool:
        """Whether a scenario failed, or an expectation was refuted."""
        return any(outcome.failed for outcome in self.outcomes) or "refuted" in self.verdicts

    @property
    def findings(self) -> tuple[tuple[Expected, int, str, str], ...]:
        """Each expectation with its line, what became of it, and that in words."""
        verdicts = self.verdicts
        return tuple(
            (each, line, verdict, found(each, self) if each.verdict in ("refuted", "shown") or verdict == each.verdict else _proved(each, verdict))
            for each, line, verdict in zip(self.expected, self.lines, verdicts, strict=True)
        )


def render(trials: Sequence[Trials], *, colour: bool, width: int) -> str:
    """The report on all files, with a summary at its end."""
    ink = Ink(colour=colour)
    rows: list[str] = []
    for each in trials:
        rows += [ink("strong", visible(each.file)), *_rows(each, ink, width), ""]
    if any(each.expected and not each.proofs for each in trials):
        rows += [*wrap(_EXPLANATION, width), ""]
    return "\n".join([*rows, _summary(trials)]) + "\n"


def _rows(trials: Trials, ink: Ink, width: int) -> Iterator[str]:
    if not trials.outcomes and not trials.expected:
        yield "  there is no scenario in it"
    for outcome in trials.outcomes:
        count = outcome.played.asserted
        if not outcome.failed:
            asserted = f"{count} assertion{'s' if count != 1 else ''}" if count else "nothing is asserted"
            yield from _row("ok", f"{visible(outcome.name)} ({asserted})", ink, width)
        else:
            yield from _row("FAILED", f"{visible(outcome.name)} ({len(outcome.played.failures)} of {count} do not hold)", ink, width)
            yield from _failed(outcome, ink, width)
    for expected, line, verdict, words in trials.findings:
        mark = {"refuted": "FAILED", "shown": "ok", "not refuted": "ok"}.get(verdict, "open")
        yield from _row(mark, f"expect {visible(named(expected, line))}: {words}", ink, width)


def _row(mark: str, said: str, ink: Ink, width: int) -> Iterator[str]:
    first, *others = wrap(said, max(20, width - len(_INDENT))) or [""]
    yield f"  {ink('error' if mark == 'FAILED' else 'strong', f'{mark:<8}')}{first}"
    yield from (_INDENT + other for other in others)


def _failed(outcome: Outcome, ink: Ink, width: int) -> Iterator[str]:
    """What does not hold, the first difference first; then what had happened until there."""
    for line, failure in outcome.failures:
        deeper = _INDENT + "  "
        yield from wrap(f"line {line}, {outcome.words.date(failure.at)}: {visible(failure.claim)}", width, initial_indent=_INDENT, subsequent_indent=deeper)
        yield from wrap(f"but {visible(failure.instead)}", width, initial_indent=deeper, subsequent_indent=deeper)
    first = outcome.failures[0][1].at
    timeline = outcome.played.timeline
    until = timeline._replace(records=tuple(record for record in timeline.records if record.at <= first))
    yield _INDENT + ink("frame", f"what came to pass until {outcome.words.date(first)}:")
    for row in text.lines(until, outcome.words, width=max(40, width - len(_INDENT) - 2)):
        yield f"{_INDENT}  {row}".rstrip()


# ---------------------------------------------------------------- expectations


def named(expected: Expected, line: int) -> str:
    """What an expectation is called."""
    return f'"{expected.expectation.name}"' if expected.expectation.name else f"in line {line}"


def found(expected: Expected, trials: Trials) -> str:
    """What scenarios say of an expectation, in words."""
    deciding = expected.deciding
    if deciding is not None:
        words = next(outcome.words for outcome in trials.outcomes if outcome.played.scenario.name == deciding.scenario)
        when = f", {words.date(deciding.at)}" if deciding.at >= 0 else ""
        return f'{"refuted" if expected.verdict == "refuted" else "shown to be possible"} by "{deciding.scenario or UNNAMED}"{when}'
    if expected.verdict == "not tried":
        return "no scenario can decide it"
    if expected.verdict == "not refuted":
        holding = sum(1 for each in expected.tried if each.bearing == "holds")
        return f"not refuted; it holds in {holding} of {len(expected.tried)} scenario{'s' if len(expected.tried) != 1 else ''}"
    if not expected.tried:
        return "there is no scenario to hold it to"
    return f"it does not come up{_why(expected.tried)}"


def _proved(expected: Expected, verdict: str) -> str:
    """What the prover says of an expectation that scenarios do not decide."""
    if verdict == "refuted":
        never = "proved: no course of events brings it about" if expected.expectation.kind == "possible" else "refuted by a course of events"
        return f"{never}; `clausekit check` shows why"
    if expected.expectation.kind == "possible":
        return "proved: a course of events brings it about"
    if expected.expectation.kind == "no veto":
        return "proved: none of them alone can prevent it"
    return "proved: it holds in every course of events in which those concerned comply"


def _why(tried: Sequence[Tried]) -> str:
    breached = next((each for each in tried if each.bearing == "not compliant"), None)
    if breached is not None:
        return f' but in "{breached.scenario or UNNAMED}", where {listed(breached.who)} {"is" if len(breached.who) == 1 else "are"} in breach'
    if any(each.bearing == "open" for each in tried):
        return " to its end: its time is still running where the scenarios stop"
    return ""


def _summary(trials: Sequence[Trials]) -> str:
    outcomes = [outcome for each in trials for outcome in each.outcomes]
    failed = sum(outcome.failed for outcome in outcomes)
    said = f"{_counted(len(outcomes), 'scenario')}: {len(outcomes) - failed} passed, {failed} failed"
    verdicts = [verdict for one in trials for verdict in one.verdicts]
    if verdicts:
        refuted = verdicts.count("refuted")
        said += f"; {_counted(len(verdicts), 'expectation')}: {refuted} refuted, {len(verdicts) - refuted} not refuted"
    return said + "."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
