"""Evasion: can whoever is bound lawfully escape a duty once it has been set off?

Only duties that something sets off and that fall due are asked about: a right to leave a treaty releases from what stands in it, and is no flaw for that. For
each way out the plainest history is played twice, with and without it: without it, the one bound answers for a violation when the time has run out; with it,
it does not, although it has done nothing of what it owes, and nothing unlawful.

`kind` is the way out: `withdraw`, `suspend`, `terminate` or `reserve`, by a power that the one bound can use alone, with notice that runs out before the duty
(or a later step of its ladder) falls due; `self-judge`, by an exception that hangs on its own word; `opinion`, where its own opinion is what would bind it, so
that it is bound only if it says so; `veto`, where the duty waits for the decision of a body that it can keep from deciding. An act that is done instead of
what is owed (`unless it prosecutes`) is no escape.

An answer names one way out and the first duty that is escaped by it; its steps name the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import DAY, Bringing, Story
from clausekit.logic.preventing import Preventing
from clausekit.logic.quiet import quieted
from clausekit.logic.replay import escapes, in_time, is_free_of, never_bound, replay, violations
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
    duties = [norm for norm in code.norms if norm.modality == "duty" and _is_set_off(norm)]
    for power in (norm for norm in code.norms if norm.modality == "power" and norm.effect is not None and norm.effect.kind in _WAYS_OUT):
        yield from _by_power(code, power, duties)
    bringing = Bringing(code)
    for duty in duties:
        yield from _by_own_word(code, duty)
        yield from _by_own_opinion(code, bringing, duty)
    yield from _by_veto(treaty, code, bringing, duties)


def _is_set_off(norm: Norm) -> bool:
    """Whether something sets a norm off other than its date."""
    return bool(norm.after) or bool(norm.guaranteed) or norm.trigger is not None


# ---------------------------------------------------------------- by a power


def _by_power(code: Code, power: Norm, duties: list[Norm]) -> Iterator[Answer]:
    """The duties that somebody escapes by using a power alone: one answer for the power and everybody who can do so."""
    assert power.effect is not None
    if power.mode != "each" and len(power.bearer.names) > 1:
        return
    found: dict[int, tuple[list[str], Witness]] = {}
    for duty in duties:
        if duty.provision == power.provision or (power.effect.provisions is not None and duty.provision not in power.effect.provisions):
            continue
        able = [name for name in power.bearer.names if name in code.parties and name in duty.bearer.names]
        bringing = Bringing(quieted(code, (*_ladder(code, duty), duty.number, power.number)))
        if not able or not _runs_out_first(code, bringing, power, duty):
            continue
        for who, witness in _escaping(code, bringing, power, duty, able):
            found.setdefault(duty.number, ([], witness))[0].append(who)
    if found:
        first, (_, witness) = next(iter(found.items()))
        parties = tuple(dict.fromkeys(name for names, _ in found.values() for name in names))
        steps = tuple(Step(number, f"{', '.join(names)} can escape this") for number, (names, _) in found.items())
        kind = _WAYS_OUT[power.effect.kind]
        yield Answer("evasion", "shown", (first, power.number), parties, witness, kind, steps)


def _escaping(code: Code, bringing: Bringing, power: Norm, duty: Norm, able: list[str]) -> Iterator[tuple[str, Witness]]:
    """Everybody who escapes by using a power as soon as a duty, or the ladder it stands on, is set off, each with the history."""
    assert power.effect is not None
    left = list(able)
    start = _open_from(bringing, power, able[0])
    for story in islice(bringing.opening(_first_step(code, duty), start), _MOST_WAYS) if start is not None else ():
        closes = _falls_due(code, bringing, duty, story, "")
        if closes is None or not left:
            continue
        at = story.at + (DAY if closes - story.at > 2 * DAY else 1)
        runs_out = at if power.notice is None else code.calendar.closes(at, power.notice)
        if runs_out > closes:
            continue
        whole = Witness(story.entries, bringing.in_force, at, closes + DAY)
        owing = {name for each in violations(replay(code, whole), (duty.number,)) for name in each.who}
        before = bringing.play(story, at)
        for who in [name for name in left if name in owing and not _acts_in(story, name) and in_time(before, power.number, at, name)]:
            done = Happening(at, power.effect.kind, {"by": (who,)}, _concerned(power), said=f"{power.effect.kind} by {who}")
            witness = whole._replace(entries=(*story.entries, done))
            if is_free_of(replay(code, witness), at, duty.number, who):
                left.remove(who)
                yield who, witness


def _runs_out_first(code: Code, bringing: Bringing, power: Norm, duty: Norm) -> bool:
    """Whether the notice that a power takes would run out before a duty falls due, were it set off early on: a look at what is quickly played."""
    for story in islice(bringing.opening(_first_step(code, duty)), _MOST_WAYS):
        closes = _falls_due(code, bringing, duty, story, "")
        if closes is not None and (power.notice is None or code.calendar.closes(story.at, power.notice) <= closes):
            return True
    return False


def _concerned(power: Norm) -> frozenset[int]:
    assert power.effect is not None
    return power.effect.provisions or frozenset()


def _open_from(bringing: Bringing, power: Norm, who: str) -> Instant | None:
    """From when somebody can use a power that stands by itself; for one that is set off by something, from the first event on."""
    if power.trigger is not None or power.after:
        return bringing.first
    timeline = bringing.play(Story((), bringing.first))
    opens = [each.opens for each in timeline.opened if each.norm == power.number and who in each.bearers]
    if not opens or opens[0] >= min(NEVER, bringing.in_force + _LONGEST):
        return None
    return max(bringing.first, opens[0] + DAY)


def _first_step(code: Code, duty: Norm) -> Norm:
    """Where the ladder begins that a duty stands on."""
    step = duty
    while step.after and step.after[0] >= 0:
        step = code.norms[step.after[0]]
    return step


def _set_off(bringing: Bringing, norm: Norm, who: str, start: Instant) -> Iterator[Story]:
    """Ways to set a norm off by somebody else's act."""
    yield from (story for story in islice(bringing.opening(norm, start), _MOST_WAYS) if not _acts_in(story, who))


def _acts_in(story: Story, who: str) -> bool:
    return any(isinstance(entry, Happening) and who in entry.by for entry in story.entries)


def _falls_due(code: Code, bringing: Bringing, duty: Norm, story: Story, who: str) -> Instant | None:
    """When somebody answers for a duty where nobody does anything; None where it does not come to that."""
    own = {duty.number, *_ladder(code, duty)}
    until = story.at
    for _ in range(_MOST_STEPS):
        timeline = bringing.play(story, until)
        found = violations(timeline, (duty.number,), who, since=story.at)
        if found:
            return found[0].at
        mine = {each.number for each in timeline.opened if each.norm in own}
        ahead = [at for number, at in timeline.closings(until).items() if number in mine and until <= at < NEVER]
        if not ahead:
            return None
        until = min(ahead) + 1
    return None


def _ladder(code: Code, duty: Norm) -> list[int]:
    """The steps before a duty."""
    return [norm.number for norm in code.norms if norm.provision == duty.provision and norm.rung < duty.rung]


# ---------------------------------------------------------------- by one's own word


def _by_own_word(code: Code, duty: Norm) -> Iterator[Answer]:
    """Exceptions that the one bound meets by saying something."""
    for guard in duty.guards:
        if guard.kind not in ("unless", "except"):
            continue
        for who in (name for name in duty.bearer.names if name in code.parties and _own_word(guard.condition, name)):
            witness = _excepted(code, duty, guard.condition, who)
            if witness is not None:
                yield Answer("evasion", "shown", (duty.number,), (who,), witness, "self-judge", reason=_said(guard.condition))


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
    return is_word and bool(doers) and all((who in each.names and (each.quantifier != "all" or len(each.names) == 1)) for each in doers)


def _excepted(code: Code, duty: Norm, condition: Condition, who: str) -> Witness | None:
    bringing = Bringing(quieted(code, (duty.number, *_ladder(code, duty))))
    for story in _set_off(bringing, _first_step(code, duty), who, bringing.first):
        closes = _falls_due(code, bringing, duty, story, who)
        if closes is None:
            continue
        at = story.at + (DAY if closes - story.at > 2 * DAY else 1)
        for alternative in condition:
            if not all(_is_word_of(test, who) for test in alternative):
                continue
            said = [bringing.event(test.pattern, at, (), dict(story.bindings)) for test in alternative if test.pattern is not None]
            own = tuple(_own(event, who) for event, _ in said)
            witness = Witness((*story.entries, *own), bringing.in_force, at, closes + DAY)
            if escapes(code, witness, duty.number, who):
                return witness
    return None


def _own(event: Happening, who: str) -> Happening:
    """An event as it is by somebody, or in its opinion."""
    role = _OPINION if _OPINION in event.roles else "by"
    return event._replace(roles={**event.roles, role: (who,)}, said=f"{event.name} {role} {who}")


def _said(condition: Condition) -> str:
    return " or ".join(" and ".join(test.pattern.said for test in each if test.pattern is not None) for each in condition)


# ---------------------------------------------------------------- by one's own opinion


def _by_own_opinion(code: Code, bringing: Bringing, duty: Norm) -> Iterator[Answer]:
    """Duties that are set off, or become due, only by what the one bound thinks."""
    gates = [(duty.trigger, True)] if duty.trigger is not None and not duty.after else []
    gates += [(guard.condition, False) for guard in duty.guards if guard.kind == "provided that"]
    for condition, is_trigger in gates:
        able = tuple(
            name
            for name in duty.bearer.names or code.parties
            if name in code.parties and all(any(_judges_alone(test, name, duty) for test in each) for each in condition)
        )
        plain = tuple(tuple(map(_plainly, each)) for each in condition)
        ways = bringing.meeting(plain, bringing.first) if is_trigger else bringing.opening(duty)
        story = next((each for each in ways if set(able) - set(each.bindings.values())), None) if able else None
        if story is None:
            continue
        who = next(name for name in able if name not in story.bindings.values())
        witness = Witness(story.entries, bringing.in_force, story.at, story.at + 366 * DAY)
        timeline = replay(code, witness)
        if never_bound(timeline, duty.number, who) == is_trigger and not violations(timeline, (duty.number,), who):
            yield Answer("evasion", "shown", (duty.number,), able, witness, "opinion", reason=_said(condition))
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


def _by_veto(treaty: Treaty, code: Code, bringing: Bringing, duties: list[Norm]) -> Iterator[Answer]:
    """Duties that are set off, and then wait for the decision of a body that the one bound can block."""
    preventing = Preventing(treaty, code)
    for duty in duties:
        waits = [guard.condition for guard in duty.guards if guard.kind == "provided that"]
        waits += [
            window.anchor
            for window in duty.windows
            if window.anchor is not None and not duty.timed and window.kind not in ("before", "not later than", "until")
        ]
        for condition in waits:
            held = {name: preventing.condition(condition, (name,)) for name in duty.bearer.names if name in code.parties}
            able = tuple(name for name, prevention in held.items() if prevention.can and prevention.collective)
            story = next(bringing.opening(duty), None) if able else None
            if story is None:
                continue
            witness = Witness(story.entries, bringing.in_force, story.at, story.at + 366 * DAY)
            timeline = replay(code, witness)
            if not never_bound(timeline, duty.number, able[0]) and not violations(timeline, (duty.number,), able[0]):
                steps = tuple(dict.fromkeys(Step(-1, held[name].said) for name in able))
                yield Answer("evasion", "shown", (duty.number,), able, witness, "veto", steps, _said(condition))
                break
