"""Window that never opens

An act that may not be done before one day and must be done by an earlier one cannot be done at all: its window closes before it opens.

Put the two times in order: the first is when the act becomes due or allowed, the second when it is late.

bad:
    party Ukraine.
    party Russia.
    action withdraw mines as "withdrawal of mines".

    mines: Russia shall withdraw mines not earlier than 2029-01-01 by 2028-07-01.  # error: [CK304]

good:
    party Ukraine.
    party Russia.
    action withdraw mines as "withdrawal of mines".

    mines: Russia shall withdraw mines not earlier than 2028-07-01 by 2029-01-01.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.windows import CLOSING_PERIODS, OPENING_PERIODS, first_day, last_day, longest, shortest, spoken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Timing

RULE = Rule("CK304", "empty-window", Severity.ERROR)
_HELP = "put the two times in order, the earlier one first"


@check(RULE)
def empty_window(survey: Survey) -> Iterator[Diagnostic]:
    """Times that end before they begin, within one timing or between two of the same act, guarantee or sentence on the life of a clause."""
    for use in survey.timed(["within"]):
        timing = use.timing
        if timing.at_least is not None and timing.period is not None and timing.at_least > timing.period.parts[0][0]:
            yield report(
                RULE,
                f"this time runs from {timing.at_least} down to {spoken(timing.period)}",
                at(timing, "it ends before it begins"),
                help=f"write `within {timing.period.parts[0][0]} to {timing.at_least} {timing.period.parts[0][1]}s`",
            )
    for limb_use in survey.limbs_with_timings:
        yield from _between(limb_use.limb.timing)
    for timings in [use.guarantee.timing for use in survey.guarantees] + [use.application.timing for use in survey.applications]:
        if len(timings) > 1:
            yield from _between(timings)


def _between(timings: tuple[Timing, ...]) -> Iterator[Diagnostic]:
    pair = _crossed_days(timings) or _crossed_periods(timings) or _crossed_events(timings)
    if pair is not None:
        opening, closing = pair
        yield report(
            RULE,
            "the time for this act ends before it begins",
            at(closing, "it ends here"),
            at(opening, "it begins only here"),
            help=_HELP,
        )


def _crossed_days(timings: Iterable[Timing]) -> tuple[Timing, Timing] | None:
    first = max(((day, each) for each in timings if (day := first_day(each)) is not None), key=lambda pair: pair[0], default=None)
    last = min(((day, each) for each in timings if (day := last_day(each)) is not None), key=lambda pair: pair[0], default=None)
    return (first[1], last[1]) if first and last and first[0] > last[0] else None


def _crossed_periods(timings: Iterable[Timing]) -> tuple[Timing, Timing] | None:
    """`within 5 days of E` and `not earlier than 10 days after E`, `until` and `from` such a day: certain however long the months are."""
    latest = [each for each in timings if each.kind in CLOSING_PERIODS and each.period is not None]
    for opening in timings:
        if opening.kind in OPENING_PERIODS and opening.period is not None:
            for closing in latest:
                most = longest(closing.period) if closing.period is not None and closing.anchor == opening.anchor else None
                if most is not None and shortest(opening.period) > most:
                    return opening, closing
    return None


def _crossed_events(timings: Iterable[Timing]) -> tuple[Timing, Timing] | None:
    """`after E` and `before E`, `from E` and `until E`."""
    for opening in timings:
        if opening.kind in ("after", "from") and opening.anchor is not None and opening.period is None:
            for closing in timings:
                if closing.kind in ("before", "until") and closing.anchor == opening.anchor and closing.period is None:
                    return opening, closing
    return None
