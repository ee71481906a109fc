"""Sentences on the life of a treaty → when it begins, how long it lasts, how it is left, and whether others may join."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.survey import ApplicationUse, LimbUse, Survey
from clausekit.checks.windows import last_day, longest, shortest
from clausekit.model.amounts import Period
from clausekit.model.clauses import Act
from clausekit.model.life import Application
from clausekit.model.qualifiers import Manner
from clausekit.model.terms import EventTerm, Timing
from clausekit.named_tuples import NamedTuple

BEGINNING = "entry into force"
# Acts by which a Party leaves, or the Parties end the treaty, and the events they are.
LEAVING = frozenset({"withdraw", "denounce", "terminate"})
LEFT = frozenset({"withdrawal", "denunciation", "termination"})
_OPEN = frozenset({"is open for accession", "is open for signature", "is open for acceptance"})
_LONGER = frozenset({"is renewed", "is extended by"})


class Term(NamedTuple):
    """How long the treaty remains in force, as one sentence says it: a period from entry into force, or up to a day. `unbounded` where it has no end."""

    use: ApplicationUse
    timing: Timing | None
    period: Period | None
    day: int | None
    unbounded: bool


class Exit(NamedTuple):
    """A right to leave: the act, the time before which it cannot be used, and the notice that must be given."""

    use: LimbUse
    lock: Timing | None
    notice: Manner | None


def is_of_treaty(application: Application) -> bool:
    """Whether a sentence speaks of the treaty as a whole."""
    return not application.references and application.subject is None and application.event is None


def on_treaty(survey: Survey, verbs: frozenset[str]) -> list[ApplicationUse]:
    """The sentences that say this of the treaty as a whole."""
    return [use for use in survey.once(_on_treaty) if use.application.verb in verbs]


def entries(survey: Survey) -> list[ApplicationUse]:
    """The sentences that say when the treaty enters into force."""
    return on_treaty(survey, frozenset({"enters into force"}))


def is_open(survey: Survey) -> bool:
    """Whether States that are not named can become Parties."""
    return bool(on_treaty(survey, _OPEN))


def is_renewed(survey: Survey) -> bool:
    """Whether the term can be prolonged."""
    return bool(on_treaty(survey, _LONGER))


def terms(survey: Survey) -> tuple[Term, ...]:
    """How long the treaty remains in force, sentence by sentence."""
    return survey.once(_terms)


def single_term(survey: Survey) -> Term | None:
    """The one bounded term of a treaty for all its Parties; None where several sentences, or none, or one without an end, speak of it."""
    found = [term for term in terms(survey) if not term.use.openings and not term.use.application.roles]
    return found[0] if len(found) == 1 and not found[0].unbounded else None


def exits(survey: Survey) -> tuple[Exit, ...]:
    """The rights to leave the treaty, or to end it."""
    return survey.once(_exits)


def outlasts(period: Period, other: Period) -> bool:
    """Whether one period is certainly no shorter than another, however long the months are. Equal ones are compared as they are written."""
    if period == other:
        return True
    most = longest(other)
    return most is not None and shortest(period) >= most


def counts_from_entry(anchor: EventTerm | None) -> bool:
    """Whether a period runs from the entry into force of this treaty: that is also where one without an anchor runs from."""
    return anchor is None or (anchor.name == BEGINNING and not _of_another(anchor))


def _of_another(event: EventTerm) -> bool:
    """Whether an event is that of another treaty, or of one Party only."""
    return any(reference.kind != "treaty" for reference in event.references) or any(role.preposition in ("of", "for") for role in event.roles)


def _on_treaty(survey: Survey) -> list[ApplicationUse]:
    return [use for use in survey.applications if is_of_treaty(use.application)]


def _terms(survey: Survey) -> tuple[Term, ...]:
    found: list[Term] = []
    for use in on_treaty(survey, frozenset({"remains in force"})):
        timings = use.application.timing
        limits = [timing for timing in timings if timing.kind in ("for", "until") and timing.bound != "at least"]
        timing = limits[0] if limits else None
        endless = not limits or any(each.kind == "indefinitely" for each in timings)
        period = timing.period if timing is not None and (timing.kind == "for" or counts_from_entry(timing.anchor)) else None
        found.append(Term(use, timing, period, last_day(timing) if timing is not None else None, endless))
    return tuple(found)


def _exits(survey: Survey) -> tuple[Exit, ...]:
    return tuple(_leaving(survey))


def _leaving(survey: Survey) -> Iterator[Exit]:
    for use in survey.limbs:
        if use.limb.act.action.lower() in LEAVING and use.within.modality in ("power", "permission") and _leaves_the_treaty(use.limb.act):
            lock = next((each for each in use.limb.timing if each.kind in ("not earlier than", "from", "after")), None)
            notice = next((each for each in use.limb.qualifiers if isinstance(each, Manner) and each.kind == "with notice"), None)
            yield Exit(use, lock, notice)


def _leaves_the_treaty(act: Act) -> bool:
    return act.objects is None and all(reference.kind == "treaty" for reference in act.cited) and not any(role.preposition == "from" for role in act.roles)
