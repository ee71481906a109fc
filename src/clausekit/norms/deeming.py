"""Events → what else they count as, and the states of affairs they begin and end."""

from __future__ import annotations

from collections.abc import Mapping

from clausekit.norms.behind import behind
from clausekit.norms.history import JUDGEMENTS, NO_BINDINGS, Bindings, Happening, matches, those
from clausekit.norms.lives import Lives
from clausekit.norms.norm import Condition, CountsAs, Names, Pattern, Who
from clausekit.norms.state import State
from clausekit.norms.windows import span_of

_MOST_NAMES = 4


def deemed(state: State, lives: Lives, event: Happening) -> list[Happening]:
    """The events that an event of the world counts as too (`X counts as Y`), while the treaty applies."""
    if event.name not in state.facts.counting or not lives.applies or event.norm != -1:
        return []
    found: list[Happening] = []
    for rule in state.code.counts_as:
        if rule.negated or state.off[rule.provision] or not behind(state, rule) or not _is_time(state, rule):
            continue
        for bindings in matches(rule.pattern, event, NO_BINDINGS):
            if rule.condition is not None and not state.is_met(rule.condition, bindings):
                continue
            counted = _counted(rule, event, bindings)
            found += [counted] if counted.roles != event.roles or counted.name != event.name else []
    return found


def _is_time(state: State, rule: CountsAs) -> bool:
    """Whether a rule on what counts as what is in its time: `until 1962-07-02`."""
    if not rule.windows:
        return True
    span = span_of(rule.windows, state.base(state.now, NO_BINDINGS))
    return span.opens <= state.now <= span.closes and not span.starts and not any(state.is_met(each, NO_BINDINGS) for each in span.ends)


def found(state: State, event: Happening) -> list[Happening]:
    """What a finding is of, where it does not say: the last event of each kind that this body finds (`as determined by Joint Commission`).

    It is dated when it is made, right or wrong; who and where follow from what has happened, where anything has.
    """
    role = JUDGEMENTS.get(event.name)
    if role is None or event.roles.get("of"):
        return []
    made: dict[str, Happening] = {}
    for finding in state.code.findings:
        if finding.role != role or (finding.judges.names and not set(finding.judges.names) & set(event.by)):
            continue
        fact = state.memory.latest(finding.in_fact)
        roles = {**(fact.roles if fact is not None else {}), **{name: who for name, who in event.roles.items() if name != "by"}, role: event.by}
        clauses = event.clauses or (fact.clauses if fact is not None else frozenset())
        made[finding.name] = Happening(event.at, finding.name, roles, clauses, event.amounts, said=f"{finding.name} {role} {' and '.join(event.by)}")
    return list(made.values())


def _counted(rule: CountsAs, event: Happening, bindings: Bindings) -> Happening:
    """The event as it counts: with the roles that the rule gives it, and else its own. `each other Party` is all the others.

    Where that would change nothing, the roles fall away that only what counts has: withdrawal from another treaty counts as withdrawal.
    """
    pattern = rule.counted
    roles: dict[str, Names] = dict(event.roles)
    for role in pattern.roles:
        roles[role.preposition] = _fillers(role.who, event.roles, bindings)
    if pattern.name == event.name and roles == event.roles:
        given = {role.preposition for role in pattern.roles}
        roles = {name: who for name, who in roles.items() if name in given or name not in {role.preposition for role in rule.pattern.roles}}
    return event._replace(name=pattern.name, roles=roles, deemed=True, said=f"{event.said or event.name}, which counts as {_said(pattern, roles)}")


def _said(pattern: Pattern, roles: Mapping[str, Names]) -> str:
    """What an event counts as, with the roles it has by that; of many names, the first."""
    words = [pattern.said or pattern.name]
    for role in pattern.roles:
        names = roles[role.preposition]
        shown = list(names) if len(names) <= _MOST_NAMES else [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} others"]
        words.append(f"{role.preposition} {' and '.join(filter(None, (', '.join(shown[:-1]), shown[-1])))}" if shown else "")
    return " ".join(filter(None, words))


def _fillers(who: Who, roles: Mapping[str, Names], bindings: Bindings) -> Names:
    if who.refers:
        return those(who, bindings)
    partaking = {*bindings.values(), *roles.get("by", ())} if who.other else set()
    return tuple(name for name in who.names if name not in partaking)


def standing_changes(state: State, events: list[Happening]) -> None:
    """Statuses with a rule of their own begin and end by the events of their rule: in effect from the beginning up to, not including, the end."""
    for standing in state.code.statuses:
        holds = state.memory.holds(standing.name)
        if holds and standing.ends is not None and _met_by(state, standing.ends, events):
            state.memory.set_status(standing.name, None)
            state.changed.add(standing.name)
            state.say("status ends", said=standing.name)
            continue
        ended = standing.ends is not None and _met_by(state, standing.ends, events)
        if not holds and not ended and standing.begins is not None and _met_by(state, standing.begins, events):
            state.memory.set_status(standing.name, state.now)
            state.changed.add(standing.name)
            state.say("status begins", said=standing.name)


def _met_by(state: State, condition: Condition, events: list[Happening]) -> bool:
    """Whether one of these events meets a condition, the rest of its alternative being met already."""
    for alternative in condition:
        for test in alternative:
            if test.pattern is None or test.negated:
                continue
            for event in events:
                for bindings in matches(test.pattern, event, NO_BINDINGS):
                    enough = test.count is None or state.memory.reached(test, bindings)
                    if enough and all(state.test(each, bindings) for each in alternative if each is not test):
                        return True
    return False
