"""Evasion: can whoever is bound lawfully escape a duty once it has been set off?

Only duties that something sets off and that fall due are asked about: a right to leave a treaty releases from what stands in it, and is no flaw for that. For
each way out the plainest history is played twice, with and without it: without it, the one bound answers for a violation when the time has run out; with it,
it does not, although it has done nothing of what it owes, and nothing unlawful.

`kind` is the way out: `withdraw`, `suspend`, `terminate` or `reserve`, by a power that the one bound can use alone, with notice that runs out before the duty
(or a later step of its ladder) falls due; `self-judge`, by an exception that hangs on its own word; `opinion`, where its own opinion is what would bind it, so
that it is bound only if it says so; `veto`, where the duty waits for the decision of a body that it can keep from deciding. An act that is done instead of
what is owed (`unless it prosecutes`) is no escape. `called off` is the way out of the one against whom a duty of others is directed: what it did or failed to
do sets the duty off, and its own word is an exception to it.

An answer names one way out and the first duty that is escaped by it, as the whole treaty plays; its steps name all duties that are, as the sentences play
that concern them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from clausekit.logic.answering import is_consent
from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import DAY, Bringing, Story
from clausekit.logic.parts import Parts
from clausekit.logic.preventing import Preventing
from clausekit.logic.replay import escapes, in_time, is_called_off, is_free_of, never_bound, replay, violations
from clausekit.model.amounts import Period
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.history import JUDGING, Happening
from clausekit.norms.norm import Code, Condition, Norm, Test

_WAYS_OUT = {"withdrawal": "withdraw", "denunciation": "withdraw", "suspension": "suspend", "termination": "terminate", "reservation": "reserve"}
# What somebody only has to say for an exception to be met.
_WORDS = frozenset("objection declaration notification statement refusal opposition reservation opinion determination decision".split())
_OPINION = "in the opinion of"
# How long after its opening a power may be looked for: what opens later is no way out of what is owed now.
_LONGEST = 60 * 366 * DAY
# Ways to set a duty off that are tried, and steps of its ladder that are followed.
_MOST_WAYS = 6
_MOST_STEPS = 8


def evasion(treaty: Treaty, code: Code) -> Iterator[Answer]:
    """Ways out: by powers, power after power; then by the words of duties themselves; then by bodies that the one bound can block."""
    parts = Parts(code)
    duties = [norm for norm in code.norms if norm.modality == "duty" and _is_set_off(norm) and not is_consent(code, norm)]
    for power in (norm for norm in code.norms if norm.modality == "power" and norm.effect is not None and norm.effect.kind in _WAYS_OUT):
        yield from _by_power(parts, power, duties)
    for duty in duties:
        yield from _by_own_word(parts, duty)
        yield from _by_own_opinion(parts, duty)
        yield from _by_authors_word(parts, duty)
    yield from _by_veto(Preventing(treaty, code), parts, duties)


def _is_set_off(norm: Norm) -> bool:
    """Whether something sets a norm off other than its date."""
    return bool(norm.after) or bool(norm.guaranteed) or norm.trigger is not None


class _Bound:
    """A duty in the part of the treaty in which its histories are tried out: with the steps before it, and the power that may lead out of it."""

    def __init__(self, parts: Parts, duty: Norm, *others: int) -> None:
        """Take the part out of the treaty."""
        steps = parts.steps_before(duty)
        part = parts.of((*steps, duty.number, *others))
        self.code = parts.code
        self.number = duty.number
        self.part = part
        self.bringing = Bringing(part.code)
        self.own = {part.numbers[number] for number in (*steps, duty.number)}
        self.first = part.norm(duty.number)
        while self.first.after and self.first.after[0] >= 0:
            self.first = part.code.norms[self.first.after[0]]

    def ways(self, start: Instant | None = None) -> Iterator[Story]:
        """Ways to set the duty off, or the ladder that it stands on."""
        return islice(self.bringing.opening(self.first, start), _MOST_WAYS)

    def falls_due(self, story: Story, who: str = "") -> Instant | None:
        """When somebody answers for the duty where nobody does anything; None where it does not come to that."""
        until = story.at
        for _ in range(_MOST_STEPS):
            timeline = self.bringing.play(story, until)
            found = violations(timeline, (self.part.numbers[self.number],), who, since=story.at)
            if found:
                return found[0].at
            mine = {each.number for each in timeline.opened if each.norm in self.own}
            ahead = [at for number, at in timeline.closings(until).items() if number in mine and until <= at < NEVER]
            if not ahead:
                return None
            until = min(ahead) + 1
        return None


def _soon(story: Story, closes: Instant) -> Instant:
    """When whoever is bound takes its way out: a day later, or an hour, where time is short."""
    return story.at + (DAY if closes - story.at > 2 * DAY else 1)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _acts_in(story: Story, who: str) -> bool:
    return any(isinstance(entry, Happening) and who in entry.by for entry in story.entries)


# ---------------------------------------------------------------- by a power


def _by_power(parts: Parts, power: Norm, duties: list[Norm]) -> Iterator[Answer]:
    """The duties that somebody escapes by using a power alone: one answer for the power and everybody who can do so."""
    assert power.effect is not None
    if power.mode != "each" and len(power.bearer.names) > 1:
        return
    found: dict[int, tuple[list[str], Witness]] = {}
    for duty in duties:
        if duty.provision == power.provision or (power.effect.provisions is not None and duty.provision not in power.effect.provisions):
            continue
        able = [name for name in power.bearer.names if name in parts.code.parties and name in (duty.bearer.names or parts.code.parties)]
        bound = _Bound(parts, duty, power.number) if able and not _is_too_short(parts, duty, power) else None
        if bound is None or not _runs_out_first(bound, power):
            continue
        for who, witness in _escaping(bound, power, able):
            found.setdefault(duty.number, ([], witness))[0].append(who)
    whole = next((number for number, (names, witness) in found.items() if escapes(parts.code, witness, number, names[0])), None)
    if whole is not None:
        first, witness = whole, found[whole][1]
        parties = tuple(dict.fromkeys((*found[first][0], *(name for names, _ in found.values() for name in names))))
        steps = tuple(Step(number, f"can be escaped by {_listed(names)}") for number, (names, _) in found.items())
        kind = _WAYS_OUT[power.effect.kind]
        yield Answer("evasion", "shown", (first, power.number), parties, witness, kind, steps)


def _escaping(bound: _Bound, power: Norm, able: list[str]) -> Iterator[tuple[str, Witness]]:
    """Everybody who escapes by using a power as soon as a duty, or the ladder it stands on, is set off, each with the history."""
    assert power.effect is not None
    left = list(able)
    start = _open_from(bound, power, able[0])
    for story in bound.ways(start) if start is not None else ():
        closes = bound.falls_due(story)
        if closes is None or not left:
            continue
        at = _soon(story, closes)
        runs_out = at if power.notice is None else bound.code.calendar.closes(at, power.notice)
        if runs_out > closes:
            continue
        stays = Witness(story.entries, bound.bringing.in_force, at, closes + DAY)
        duty, number = bound.part.numbers[bound.number], bound.part.numbers[power.number]
        owing = {name for each in violations(replay(bound.part.code, stays), (duty,)) for name in each.who}
        before = bound.bringing.play(story, at)
        for who in [name for name in left if name in owing and not _acts_in(story, name) and in_time(before, number, at, name)]:
            done = Happening(at, power.effect.kind, {"by": (who,)}, power.effect.provisions or frozenset(), said=f"{power.effect.kind} by {who}")
            witness = stays._replace(entries=(*story.entries, done))
            if is_free_of(replay(bound.part.code, witness), at, duty, who):
                left.remove(who)
                yield who, witness


def _is_too_short(parts: Parts, duty: Norm, power: Norm) -> bool:
    """Whether all the time that a duty and the steps before it leave is shorter than a notice, however months and years fall."""
    if power.notice is None:
        return False
    longest = 0
    for norm in (duty, *(parts.code.norms[number] for number in parts.steps_before(duty))):
        times = [window.period for window in norm.windows if window.kind == "within" and window.period is not None and (window.anchor is None or norm.timed)]
        if not times:
            return False
        longest += max(_days(time, 31, 366) for time in times) + 2
    return _days(power.notice, 28, 365) > longest


def _days(period: Period, month: int, year: int) -> int:
    """How many days a period comes to, at so many a month and a year; a working day is at most four."""
    of_unit = {"day": 1, "calendar day": 1, "week": 7, "month": month, "year": year, "working day": 4 if month > 30 else 1}
    return sum(number * of_unit.get(unit, 0) for number, unit in period.parts) + sum(-(-number // 24) for number, unit in period.parts if unit == "hour")


def _runs_out_first(bound: _Bound, power: Norm) -> bool:
    """Whether the notice that a power takes would run out before a duty falls due, were it set off early on: a look at what is quickly played."""
    for story in bound.ways():
        closes = bound.falls_due(story)
        if closes is not None and (power.notice is None or bound.code.calendar.closes(story.at, power.notice) <= closes):
            return True
    return False


def _open_from(bound: _Bound, power: Norm, who: str) -> Instant | None:
    """From when somebody can use a power that stands by itself; for one that is set off by something, from the first event on."""
    bringing = bound.bringing
    if power.trigger is not None or power.after:
        return bringing.first
    timeline = bringing.play(Story((), bringing.first))
    opens = [each.opens for each in timeline.opened if each.norm == bound.part.numbers[power.number] and who in each.bearers]
    if not opens or opens[0] >= min(NEVER, bringing.in_force + _LONGEST):
        return None
    return max(bringing.first, opens[0] + DAY)


# ---------------------------------------------------------------- by one's own word


def _by_own_word(parts: Parts, duty: Norm) -> Iterator[Answer]:
    """Exceptions that the one bound meets by saying something."""
    for guard in duty.guards:
        if guard.kind not in ("unless", "except"):
            continue
        able = (name for name in duty.bearer.names or parts.code.parties if name in parts.code.parties and _own_word(guard.condition, name))
        found = {who: witness for who in able if (witness := _excepted(_Bound(parts, duty), guard.condition, who)) is not None}
        for witness in islice(found.values(), 1):
            yield Answer("evasion", "shown", (duty.number,), tuple(found), witness, "self-judge", reason=_said(guard.condition))


def _own_word(condition: Condition, who: str) -> bool:
    """Whether one alternative is met by what somebody alone says."""
    return any(all(_is_word_of(test, who) for test in alternative) for alternative in condition)


def _is_word_of(test: Test, who: str) -> bool:
    pattern = test.pattern
    if pattern is None or test.negated:
        return False
    judges = [role.who for role in pattern.roles if role.preposition == _OPINION]
    if judges:
        return all(who in each.names or each.refers for each in judges)
    doers = [role.who for role in pattern.roles if role.preposition == "by"]
    is_word = pattern.name.partition(" ")[0] in _WORDS
    return is_word and bool(doers) and all(each.refers or (who in each.names and (each.quantifier != "all" or len(each.names) == 1)) for each in doers)


def _excepted(bound: _Bound, condition: Condition, who: str) -> Witness | None:
    for story in bound.ways():
        closes = bound.falls_due(story, who)
        if closes is None:
            continue
        at = _soon(story, closes)
        for alternative in condition:
            if not all(_is_word_of(test, who) for test in alternative):
                continue
            said = [bound.bringing.event(test.pattern, at, (), dict(story.bindings)) for test in alternative if test.pattern is not None]
            own = tuple(_own(event, who) for event, _ in said)
            witness = Witness((*story.entries, *own), bound.bringing.in_force, at, closes + DAY)
            if escapes(bound.code, witness, bound.number, who):
                return witness
    return None


def _own(event: Happening, who: str) -> Happening:
    """An event as it is by somebody, or in its opinion."""
    role = _OPINION if _OPINION in event.roles else "by"
    return event._replace(roles={**event.roles, role: (who,)}, said=f"{event.name} {role} {who}")


def _said(condition: Condition) -> str:
    return " or ".join(" and ".join(test.pattern.said for test in each if test.pattern is not None) for each in condition)


# ---------------------------------------------------------------- by the word of whoever set it off


def _by_authors_word(parts: Parts, duty: Norm) -> Iterator[Answer]:
    """Duties of others that answer what somebody did or failed to do, and to which its own word is an exception."""
    authors = [name for name in _authors(parts, duty) if name in parts.code.parties and name not in duty.bearer.names]
    for guard in duty.guards if authors else ():
        for who in authors if guard.kind in ("unless", "except") else ():
            witness = _called_off(_Bound(parts, duty), guard.condition, who) if _own_word(guard.condition, who) else None
            if witness is not None:
                yield Answer("evasion", "shown", (duty.number,), (who,), witness, "called off", reason=_said(guard.condition))
                return


def _authors(parts: Parts, duty: Norm) -> list[str]:
    """Whose failure or act sets a duty off, by name: those who owe the step before it, or who do what its trigger speaks of."""
    norms = parts.code.norms
    if duty.after:
        return [name for number in duty.after if number >= 0 for name in norms[number].bearer.names]
    patterns = [test.pattern for alternative in duty.trigger or () for test in alternative if test.pattern is not None and not test.negated]
    return list(dict.fromkeys(name for pattern in patterns for role in pattern.roles if role.preposition == "by" for name in role.who.names))


def _called_off(bound: _Bound, condition: Condition, who: str) -> Witness | None:
    """A history in which a duty is due, and whoever set it off frees all who owe it by its word."""
    for story in bound.ways():
        closes = bound.falls_due(story)
        if closes is None:
            continue
        mine = [each.opened for each in bound.bringing.play(story, closes).opened if each.norm == bound.part.numbers[bound.number]]
        at = _soon(story._replace(at=max(mine)), closes)
        for alternative in condition:
            if all(_is_word_of(test, who) for test in alternative):
                said = [bound.bringing.event(test.pattern, at, (), dict(story.bindings)) for test in alternative if test.pattern is not None]
                witness = Witness((*story.entries, *(_own(event, who) for event, _ in said)), bound.bringing.in_force, at, closes + DAY)
                if is_called_off(bound.code, witness, bound.number, who):
                    return witness
    return None


# ---------------------------------------------------------------- by one's own opinion


def _by_own_opinion(parts: Parts, duty: Norm) -> Iterator[Answer]:
    """Duties that are set off, or become due, only by what the one bound thinks."""
    gates = [(duty.trigger, True)] if duty.trigger is not None and not duty.after else []
    gates += [(guard.condition, False) for guard in duty.guards if guard.kind == "provided that"]
    for condition, is_trigger in gates:
        able = tuple(
            name
            for name in duty.bearer.names or parts.code.parties
            if name in parts.code.parties and all(any(_judges_alone(test, name, duty) for test in each) for each in condition)
        )
        plain = tuple(tuple(map(_plainly, each)) for each in condition)
        if not able:
            continue
        bound = _Bound(parts, duty)
        bringing = bound.bringing
        ways = bringing.meeting(plain, bringing.first) if is_trigger else bound.ways()
        story = next((each for each in ways if set(able) - set(each.bindings.values())), None)
        if story is None:
            continue
        who = next(name for name in able if name not in story.bindings.values())
        witness = Witness(story.entries, bringing.in_force, story.at, story.at + 366 * DAY)
        timeline = replay(parts.code, witness)
        if never_bound(timeline, duty.number, who) == is_trigger and not violations(timeline, (duty.number,), who):
            parties = (who, *(name for name in able if name != who))  # first of all the one whom the history is about
            yield Answer("evasion", "shown", (duty.number,), parties, witness, "opinion", reason=_said(condition))
            return


def _judges_alone(test: Test, name: str, duty: Norm) -> bool:
    """Whether it is the opinion of the one bound that counts, and nobody else's would do."""
    own = {duty.bearer.binds, *duty.bearer.variables} - {""}
    judges = [role.who for role in test.pattern.roles if role.preposition == _OPINION] if test.pattern is not None else []
    return any(who.binds in own or who.refers in own or who.names == (name,) for who in judges)


def _plainly(test: Test) -> Test:
    """A test of the event itself, and not of what somebody thinks of it."""
    if test.pattern is None:
        return test
    return test._replace(pattern=test.pattern._replace(roles=tuple(role for role in test.pattern.roles if role.preposition not in JUDGING)))


# ---------------------------------------------------------------- by a veto


def _by_veto(preventing: Preventing, parts: Parts, duties: list[Norm]) -> Iterator[Answer]:
    """Duties that are set off, and then wait for the decision of a body that the one bound can block."""
    for duty in duties:
        waits = [guard.condition for guard in duty.guards if guard.kind == "provided that"]
        waits += [
            window.anchor
            for window in duty.windows
            if window.anchor is not None and not duty.timed and window.kind not in ("before", "not later than", "until")
        ]
        for condition in waits:
            held = {name: preventing.condition(condition, (name,)) for name in duty.bearer.names if name in parts.code.parties}
            able = tuple(name for name, prevention in held.items() if prevention.can and prevention.collective)
            bound = _Bound(parts, duty) if able else None
            story = next(bound.ways(), None) if bound is not None else None
            if story is None or bound is None:
                continue
            bringing = bound.bringing
            witness = Witness(story.entries, bringing.in_force, story.at, story.at + 366 * DAY)
            timeline = replay(parts.code, witness)
            if not never_bound(timeline, duty.number, able[0]) and not violations(timeline, (duty.number,), able[0]):
                steps = tuple(dict.fromkeys(Step(-1, held[name].said) for name in able))
                yield Answer("evasion", "shown", (duty.number,), able, witness, "veto", steps, _said(condition))
                break
