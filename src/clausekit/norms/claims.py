"""What is asserted of a clause, a Party, the treaty or a status → whether it is so at an instant of a timeline, and what is so instead."""

from __future__ import annotations

from clausekit.model.names import key
from clausekit.model.scenarios import Claim
from clausekit.norms.calendar import Instant
from clausekit.norms.hinging import waiting
from clausekit.norms.lower_terms import cited
from clausekit.norms.norm import Names
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Opened, Record, Timeline

_SAME = {"open": "active"}
_MOST_NAMES = 6
# What a treaty can say of another one.
_IN_EFFECT = ("applies again", "applies", "resumes", "takes effect", "enters into force", "is renewed", "applies provisionally")
_VERBS = (*_IN_EFFECT, "does not apply", "ceases", "lapses", "is terminated", "is suspended")
# What an instance has been is still so of it when something else has become of it since: a violation that was cured was a violation.
_DONE = frozenset({"fulfilled", "honoured", "used"})
# A power is used when it takes effect, or its notice begins to run; it stands on, and may be used again.
_EXERCISED = frozenset({"effect", "notice"})
# What ends a norm, or the present period of one that recurs.
_SETTLING = frozenset({"fulfilled", "honoured", "lapsed", "kept", "terminated", "suspended"})
_RESTING = frozenset({"suspension", "is suspended"})


class Standings:
    """How everything stands at the end of an instant."""

    def __init__(self, timeline: Timeline, at: Instant) -> None:
        """Look a timeline over up to an instant, that one included."""
        self.timeline = timeline
        self.records = [record for record in timeline.records if record.at <= at]
        self.states = timeline.states(at)
        self.opened = {each.number: each for each in timeline.opened if each.opened <= at}
        self.goes_on: dict[int, Instant] = {}
        """What stands although it was violated or served before, and since when: a prohibition, and the present period of what recurs."""
        self.closings = timeline.closings(at)
        self.at = at
        self.statuses: set[str] = set()
        self.things: dict[str, str] = {}
        """What was last said of something that is no clause, such as another treaty: that it applies again, or ceases."""
        self.bound: set[str] = set()
        self.off: set[int] = {number for number, _ in waiting(timeline.code)}
        self.suspended: set[int] = set()
        """The provisions that rest, those included that nothing is due under."""
        self.is_in_force = False
        for record in self.records:
            self._take(record)

    def _take(self, record: Record) -> None:
        if record.instance >= 0:
            self._follow(record)
        if record.kind == "status begins":
            self.statuses.add(record.said)
        elif record.kind == "status ends":
            self.statuses.discard(record.said)
        elif record.kind == "in force":
            self.is_in_force = True
            self.bound.update(record.who)
        elif record.kind == "effect" and record.instance < 0:
            name, verb = next(((record.said.removesuffix(f" {each}"), each) for each in _VERBS if record.said.endswith(f" {each}")), ("", ""))
            self.things[key(name)] = verb
        elif record.kind == "withdrawn":
            self.bound.difference_update(record.who)
        elif record.kind == "ended":
            self.is_in_force = False
            self.bound.clear()
        elif record.kind == "provision ends":
            self.off.update(record.provisions)
            self.suspended.update(record.provisions if record.said in _RESTING else ())
        elif record.kind == "provision resumes":
            self.off.difference_update(record.provisions)
            self.suspended.difference_update(record.provisions)

    def _follow(self, record: Record) -> None:
        """What a record says of whether its norm stands. A period that was missed is told of when the next one has begun."""
        if record.kind == "next period" or (record.kind == "violated" and self.timeline.code.norms[record.norm].modality == "prohibition"):
            self.goes_on[record.instance] = record.at
        elif record.kind in _SETTLING or (record.kind == "discharged" and self.goes_on.get(record.instance, -1) < record.at - 1):
            self.goes_on.pop(record.instance, None)

    def of(self, provisions: frozenset[int]) -> list[Opened]:
        """The instances of some provisions."""
        norms = self.timeline.code.norms
        return [each for each in self.opened.values() if norms[each.norm].provision in provisions]

    def violators(self, provisions: frozenset[int]) -> set[str]:
        """Who answers for a violation of some provisions that is not cured."""
        cured = {record.instance for record in self.records if record.kind == "cured"}
        norms = self.timeline.code.norms
        return {
            name
            for record in self.records
            if record.kind == "violated" and record.instance not in cured and norms[record.norm].provision in provisions
            for name in record.who
        }


def holds(claim: Claim, standings: Standings, telling: Telling) -> tuple[str, bool, str]:
    """A claim in words, whether it is so, and what is so instead."""
    who = tuple(name for actor in claim.actors.members for name in telling.terms.members(actor.name)) if claim.actors is not None else ()
    said = _said(claim)
    if claim.references:
        provisions = telling.terms.provisions(claim.references)
        if provisions is None:
            is_so, instead = _treaty(claim, standings, who)
        else:
            is_so, instead = _clause(claim, standings, provisions, who)
    elif claim.event is not None and telling.terms.is_status(claim.event.name):
        is_so = any(key(name) == key(claim.event.name) for name in standings.statuses)
        instead = f"{claim.event.name} is {'' if is_so else 'not '}in effect"
    elif claim.event is not None and telling.terms.vocabulary.instrument(claim.event.name) is not None:
        is_so = standings.things.get(key(claim.event.name), "") in _IN_EFFECT
        instead = f"{claim.event.name} is {'' if is_so else 'not '}in effect"
    elif claim.event is not None:
        names = telling.terms.members(claim.event.name)
        is_so = set(names) <= standings.bound
        instead = f"{claim.event.name} is {'' if is_so else 'not '}bound"
    else:
        is_so, instead = _treaty(claim, standings, who)
    return said, is_so != claim.negated, instead


def _treaty(claim: Claim, standings: Standings, who: Names) -> tuple[bool, str]:
    if claim.state in ("terminated", "suspended"):
        is_so = not standings.is_in_force if claim.state == "terminated" else False
        return is_so, "the treaty is in force" if standings.is_in_force else "the treaty is not in force"
    is_so = standings.is_in_force and set(who) <= standings.bound
    bound = _some(sorted(standings.bound)) or "nobody"
    return is_so, f"the treaty is in force for {bound}" if standings.is_in_force else "the treaty is not in force"


def _clause(claim: Claim, standings: Standings, provisions: frozenset[int], who: Names) -> tuple[bool, str]:
    instances = standings.of(provisions)
    state = _SAME.get(claim.state, claim.state)
    if state in ("in force", "in effect"):
        is_so = standings.is_in_force and not provisions & standings.off
        return is_so, f"it does {'' if is_so else 'not '}apply"
    if state == "violated":
        violators = standings.violators(provisions)
        is_so = set(who) <= violators if who else bool(violators)
        return is_so, f"it is violated by {_some(sorted(violators))}" if violators else _instead(standings, instances, who)
    matching = [each for each in instances if _is(standings, each, state)]
    if state == "suspended" and not who and provisions & standings.suspended:
        return True, _instead(standings, instances)
    if who:
        concerned = {name for each in matching for name in _concerned(standings, each, state)}
        return set(who) <= concerned, _instead(standings, instances, who)
    return bool(matching), _instead(standings, instances)


def _is(standings: Standings, opened: Opened, state: str) -> bool:
    """Whether an instance is in a state; what was done stays so, and what stands on is active."""
    if standings.states.get(opened.number) == state:
        return True
    if state == "active" and opened.number in standings.goes_on:
        return standings.closings.get(opened.number, opened.closes) >= standings.at
    return state in _DONE and _has_been(standings, opened, state)


def _has_been(standings: Standings, opened: Opened, state: str) -> bool:
    return any(record.instance == opened.number and _says(record, state) for record in standings.records)


def _says(record: Record, state: str) -> bool:
    """Whether a record says that an instance is what is claimed of it."""
    return record.kind == state or (state == "used" and record.kind in _EXERCISED)


def _concerned(standings: Standings, opened: Opened, state: str) -> Names:
    """Whose an instance is; for what is fulfilled, those who performed."""
    if state in _DONE:
        return tuple(
            name
            for record in standings.records
            if record.instance == opened.number and (record.kind == "performed" or _says(record, state))
            for name in record.who
        )
    return opened.bearers


def _instead(standings: Standings, instances: list[Opened], who: Names = ()) -> str:
    """What has become of some instances; of those of the actors asked about, where there are any."""
    if not instances:
        return "nothing has opened it"
    theirs = [each for each in instances if set(who) & set(each.bearers)] or instances
    by_state: dict[str, dict[str, None]] = {}
    for each in theirs:
        by_state.setdefault(standings.states.get(each.number, "active"), {}).update(dict.fromkeys(each.bearers))
    return f"it is {'; '.join(f'{state} for {_some(list(names))}' for state, names in by_state.items())}"


def _some(names: list[str]) -> str:
    """Names, and of many the first."""
    return ", ".join(names) if len(names) <= _MOST_NAMES else f"{', '.join(names[: _MOST_NAMES - 1])} and {len(names) - _MOST_NAMES + 1} others"


def _said(claim: Claim) -> str:
    subject = " and ".join(cited(each) for each in claim.references) if claim.references else claim.event.name if claim.event is not None else "the treaty"
    who = f" {claim.relation} {' and '.join(actor.name for actor in claim.actors.members)}" if claim.actors is not None else ""
    if claim.state == "holds":
        return f"{subject} {'not ' if claim.negated else ''}holds"
    return f"{subject} {'are' if len(claim.references) > 1 else 'is'} {'not ' if claim.negated else ''}{claim.state}{who}"
