"""Capture: can one actor alone prevent a decision, or entry into force, that others' duties and powers rely on?

The decision is that of a body, by its members, its rule and its quorum, vetoes and exclusions included; or what so many must do. All others are taken to be
willing, so that what is shown holds in every case. An act that is one actor's alone (`if request by Ukraine`) is its own to leave, and no capture. Nor is it
one where a sentence has another way to be set off that the actor cannot prevent, and where all Parties must consent to begin with: each is free not to.

`kind` is `own cause` where the one who can prevent a finding is a possible author of what is to be found; `decision` where it is not; `entry into force`. The
parties of an answer can each prevent it alone. `norms` are those that rely on it; `steps` give the sum of votes, and whether preventing it is lawful. In its
own cause a history shows what comes of it: the first of the parties does what is to be found, nobody finds it, and nothing that relies on that is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.bringing import DAY, Bringing
from clausekit.logic.parts import Parts
from clausekit.logic.preventing import Preventing, Prevention
from clausekit.logic.replay import nothing_opened, replay
from clausekit.model.treaty import Treaty
from clausekit.norms.consent import conditions_of
from clausekit.norms.history import JUDGEMENTS, JUDGING, Happening
from clausekit.norms.norm import Code, Condition, Names, Norm, Pattern, Test

# Times before which nothing is due: what they hang on, a sentence relies on.
_WAITING = frozenset({"on", "at the same time as", "after", "from", "exactly", "not earlier than", "first day of month"})
# Acts by which a member takes part in a decision: whoever owes one of them may not stay away.
_TAKING_PART = frozenset("attend participate take vote decide meet".split())
# Of those who can keep a treaty from entering into force, how so many do is spelt out.
_MOST_SPELT_OUT = 8
# So long nobody finds what has been done, in a history that shows what comes of that.
_WAITED = 30 * DAY


class _Use(NamedTuple):
    """Something that a sentence relies on: the norm (-1 for a rule of the life of the treaty), and the condition."""

    norm: int
    condition: Condition


class _Captured(NamedTuple):
    """Decisions of one body that some can each prevent: what they are, which norms rely on them, and how each of them prevents it."""

    patterns: dict[str, Pattern]
    norms: list[int]
    by: dict[str, Prevention]


def capture(treaty: Treaty, code: Code) -> Iterator[Answer]:
    """Decisions that one alone can prevent, in the order of the sentences that rely on them; then entry into force."""
    preventing = Preventing(treaty, code)
    found: dict[str, dict[tuple[str, bool], _Captured]] = {}
    for use in _uses(code):
        for test in _decisions(code, use.condition):
            assert test.pattern is not None
            for who in _able(preventing, test):
                authors = _authors(code, test.pattern)
                prevention = preventing.condition(use.condition, (who,), (who,) if who in authors else ())
                if not prevention.can or not prevention.collective or not _others(code, use.norm, who):
                    continue
                is_own = who in authors or (use.norm >= 0 and who in _authors_of(code, code.norms[use.norm]))
                of_body = found.setdefault(prevention.body or test.pattern.said, {})
                is_finding = any(role.preposition in JUDGING for role in test.pattern.roles)
                captured = of_body.setdefault(("own cause" if is_own else "decision", is_finding), _Captured({}, [], {}))
                captured.patterns.setdefault(test.pattern.said, test.pattern)
                captured.by.setdefault(who, prevention)
                if use.norm >= 0 and use.norm not in captured.norms:
                    captured.norms.append(use.norm)
    for of_body in found.values():
        yield from (_answer(code, kind, captured) for (kind, _), captured in sorted(of_body.items(), key=lambda each: each[0][0] != "own cause"))
    yield from _entry(preventing, code)


def _answer(code: Code, kind: str, captured: _Captured) -> Answer:
    """The answer for all who can prevent one decision: those who are judges in their own cause, or the others."""
    parties = tuple(captured.by)
    steps = [Step(-1, captured.by[name].said) for name in parties]
    steps += [Step(norm, said) for name in parties for norm, said in _bound_to_take_part(code, name, captured.by[name])]
    witness = _not_found(code, captured, parties[0]) if kind == "own cause" else None
    return Answer("capture", "shown", tuple(captured.norms), parties, witness, kind, tuple(dict.fromkeys(steps)), " or ".join(captured.patterns))


def _not_found(code: Code, captured: _Captured, who: str) -> Witness | None:
    """A history in which somebody does what is to be found, and nobody finds it; None where it is not known what that is in fact."""
    part = Parts(code).of(captured.norms)
    whole = Bringing(code)
    names = {pattern.name for pattern in captured.patterns.values()}
    facts = (finding.in_fact for finding in code.findings if finding.name in names)
    story = next((story for fact in facts for story in whole.meeting(fact, whole.first, (who,))), None)
    if story is None or not any(who in entry.by for entry in story.entries if isinstance(entry, Happening)):
        return None
    witness = Witness(story.entries, whole.in_force, story.at, story.at + _WAITED)
    return witness if nothing_opened(replay(part.code, witness), tuple(part.numbers[number] for number in captured.norms)) else None


def _entry(preventing: Preventing, code: Code) -> Iterator[Answer]:
    """Who can keep the treaty from entering into force; that each Party of a treaty among themselves can, needs no telling."""
    by = {name: preventing.entry_into_force((name,)) for name in (*code.parties, *code.non_parties)}
    able = tuple(name for name, prevention in by.items() if prevention.can)
    if able and set(able) != set(code.parties):
        said = tuple(dict.fromkeys(by[name].said for name in able))
        left = len(said) - _MOST_SPELT_OUT
        steps = [Step(-1, each) for each in (said if left <= 1 else said[:_MOST_SPELT_OUT])]
        steps += [Step(-1, f"and so with each of the {left} others")] if left > 1 else []
        yield Answer("capture", "shown", (), able, kind="entry into force", steps=tuple(steps), reason="entry into force")


# ---------------------------------------------------------------- what is relied on


def _uses(code: Code) -> Iterator[_Use]:
    """What opens a norm, what it waits for, and what the rules of the life of the treaty hang on."""
    for norm in code.norms:
        conditions = [norm.trigger, *(guard.condition for guard in norm.guards if guard.kind == "provided that")]
        conditions += [window.anchor for window in norm.windows if window.kind in _WAITING]
        yield from (_Use(norm.number, condition) for condition in conditions if condition is not None)
    for rule in code.life:
        if rule.provisions is not None:
            yield from (_Use(-1, condition) for condition in conditions_of(rule))


def _decisions(code: Code, condition: Condition) -> Iterator[Test]:
    """The tests of a condition that are somebody's decision: of a body, or of so many."""
    for alternative in condition:
        for test in alternative:
            if test.kind == "occurs" and test.pattern is not None and not test.negated:
                names = _deciding(test.pattern)
                if any(name in code.bodies for name in names) or (test.count is not None and test.count.names):
                    yield test


def _deciding(pattern: Pattern) -> Names:
    """Who judges an event, or does it."""
    judges = tuple(name for role in pattern.roles if role.preposition in JUDGING for name in role.who.names)
    return judges or tuple(name for role in pattern.roles if role.preposition == "by" for name in role.who.names)


def _able(preventing: Preventing, test: Test) -> Names:
    """Who could prevent a decision alone at all: those who have a part in it."""
    assert test.pattern is not None
    if test.count is not None:
        return test.count.names
    singles = [blocking for name in _deciding(test.pattern) for blocking, _ in preventing.votes.blocking(name) if len(blocking) == 1]
    return tuple(dict.fromkeys(name for blocking in singles for name in blocking))


def _others(code: Code, number: int, who: str) -> bool:
    """Whether others rely on a norm: they bear it, or it is owed to them."""
    if number < 0:
        return True
    norm = code.norms[number]
    return any(name != who for name in (*norm.bearer.names, *(norm.owed_to.names if norm.owed_to is not None else ()))) or bool(norm.bearer.refers)


# ---------------------------------------------------------------- whose cause, and whether lawfully


def _authors_of(code: Code, norm: Norm) -> set[str]:
    tests = [test for alternative in norm.trigger or () for test in alternative]
    return {name for test in tests if test.pattern is not None for name in _authors(code, test.pattern)}


def _authors(code: Code, pattern: Pattern) -> set[str]:
    """Whose act is judged: whoever a finding is about, else whoever can do what it is made of."""
    judged = any(role.preposition in JUDGING for role in pattern.roles)
    if not judged and pattern.name not in JUDGEMENTS:
        return set()
    named = {name for role in pattern.roles if role.preposition == "by" and judged for name in role.who.names}
    if named:
        return named
    facts = [finding.in_fact for finding in code.findings if finding.name == pattern.name or pattern.name in JUDGEMENTS]
    found: set[str] = set()
    for test in (test for fact in facts for alternative in fact for test in alternative):
        if test.pattern is None:
            continue
        doers = {name for role in test.pattern.roles if role.preposition == "by" for name in role.who.names}
        if test.pattern.name == "violation" and test.pattern.clauses:
            bound = {name for norm in code.norms if norm.provision in test.pattern.clauses for name in norm.bearer.names}
            doers = bound & doers if doers else bound
        found |= doers
    return found


def _bound_to_take_part(code: Code, who: str, prevention: Prevention) -> Iterator[tuple[int, str]]:
    """The duties that make it unlawful to stay away; a duty of the body binds none of its members."""
    if prevention.how != "absence":
        return
    for norm in code.norms:
        if norm.modality == "duty" and who in norm.bearer.names and norm.said.partition(" ")[0].lower() in _TAKING_PART:
            yield norm.number, f"{who} is bound to take part, so that staying away is no lawful way"
