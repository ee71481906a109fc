"""Bodies and their rules of decision → who can keep a decision from being taken, and who can take it alone: exact arithmetic of votes.

Everybody else is taken to be willing: present, voting for, and objecting to nothing. Whoever can prevent a decision even then can prevent it in every case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from clausekit.model.declarations import Body, Rule, RuleCondition
from clausekit.model.names import key
from clausekit.model.terms import Decision
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import Vocabulary
from clausekit.norms.memory import needed
from clausekit.norms.norm import Names

How = Literal["", "vote", "absence", "veto", "unknown"]
# Sets of members that block a decision are looked for up to this size, in bodies of up to this many members.
_LARGEST_SET = 3
_LARGEST_BODY = 40


class Hold(NamedTuple):
    """How some members can keep a body from deciding, and the sum that shows it. `how` is empty where they cannot, `unknown` where the treaty does not say."""

    how: How
    said: str = ""


FREE = Hold("")


class Votes:
    """The votes of one treaty."""

    def __init__(self, treaty: Treaty) -> None:
        """Know its bodies, rules and groups."""
        self._vocabulary = Vocabulary(treaty)
        self._bodies = {body.name: body for body in reversed(treaty.bodies)}
        self._rules = {key(rule.name): rule for rule in reversed(treaty.rules)}
        self._groups = {key(group.name): group for group in treaty.groups}

    def body(self, name: str) -> Body | None:
        """The body of that name."""
        return self._bodies.get(name)

    def members(self, name: str) -> Names:
        """Who sits in a body or belongs to a group; empty where that is not known."""
        body = self._bodies.get(name)
        if body is not None and not body.members:
            return ()
        group = self._groups.get(key(name))
        if group is not None and group.criterion is not None:
            return ()
        return self._vocabulary.members(name)

    def rule(self, body: Body) -> Rule | None:
        """The declared rule that a body decides by; None where it has a plain vote, or none at all."""
        decision = body.decision
        return self._rules.get(key(decision.of)) if decision is not None and decision.kind == "rule" and decision.of else None

    # ------------------------------------------------------------ preventing

    def prevent(self, who: Iterable[str], name: str, concerned: Names = ()) -> Hold:
        """Whether some members, acting together, can keep a body from deciding.

        `concerned` are those whose own cause it is: they have no vote where the rule leaves them out.
        """
        body = self._bodies.get(name)
        if body is None:
            return FREE
        sitting = self.members(name)
        against = tuple(each for each in sitting if each in set(who))
        if not against and self.rule(body) is None:
            return FREE
        rule = self.rule(body)
        if body.decision is None or (not sitting and rule is None):
            return Hold("unknown", f"nothing says how {name} decides" if body.decision is None else f"nothing says who sits in {name}")
        if sitting and len(against) == len(sitting):
            return Hold("vote", f"nobody else sits in {name}")
        absent = _by_absence(name, len(sitting), len(against), body.quorum or 0) if sitting else FREE
        if absent.how:
            return absent
        if rule is None:
            return self._by_vote(name, body.decision, sitting, against) if body.decision.kind != "rule" else Hold("unknown", "its rule is not declared")
        steps = [self._step(name, step.conditions, sitting, tuple(who), concerned) for step in rule.steps]
        return next((each for each in steps if not each.how), None) or next((each for each in steps if each.how == "unknown"), steps[0])

    def _step(self, name: str, conditions: tuple[RuleCondition, ...], sitting: Names, who: Names, concerned: Names) -> Hold:
        """Whether some can keep one step of a rule from being met: one of its conditions is enough."""
        excluded = self._excluded(conditions, concerned)
        voting = tuple(each for each in sitting if each not in excluded)
        against = tuple(each for each in who if each not in excluded)
        holds = [self._condition(name, each, voting, against) for each in conditions]
        sure = next((each for each in holds if each.how not in ("", "unknown")), None)
        return sure or next((each for each in holds if each.how), FREE)

    def _excluded(self, conditions: tuple[RuleCondition, ...], concerned: Names) -> set[str]:
        """Who has no vote: those named; and where only `that Party` is, whoever is concerned."""
        found: set[str] = set()
        for condition in conditions:
            for actor in condition.actors if condition.kind == "excluding" else ():
                names = self.members(actor.name) if actor.quantifier != "that" else ()
                declared = self._vocabulary.actor(actor.name) is not None
                found.update(names if declared else concerned)
        return found

    def _condition(self, name: str, condition: RuleCondition, voting: Names, against: Names) -> Hold:
        named = [each for actor in condition.actors for each in self.members(actor.name)]
        asked = next((each for each in against if each in named), "")
        if condition.kind == "including" and asked:
            return Hold("vote", f"the vote of {asked} is asked for by name")
        if condition.kind == "veto" and asked:
            return Hold("veto", f"{asked} may object")
        if condition.kind == "having" and against:
            return Hold("unknown", f"how much of {condition.share.measure if condition.share is not None else 'it'} each has is not in the treaty")
        if condition.kind == "quorum":
            share = condition.vote
            least = condition.number or (votes_needed(share, len(voting)) if share is not None else 0)
            return _by_absence(name, len(voting), len([each for each in against if each in voting]), least)
        if condition.vote is not None and condition.kind in ("vote", "silence"):
            voted_in = condition.vote.of or name
            among = voting if condition.vote.of in (None, name) else tuple(each for each in self.members(voted_in) if each in voting or not voting)
            decision = condition.vote if condition.kind == "vote" else condition.vote._replace(reverse=True)
            return self._by_vote(voted_in, decision, among, against)
        return FREE

    def _by_vote(self, name: str, decision: Decision, voting: Names, against: Names) -> Hold:
        """Whether a vote cannot be reached. Where only the number of those who vote is known, whoever is against may be one of them."""
        body = self._bodies.get(name)
        size = len(voting) or (body.size if body is not None else None)
        voters = tuple(each for each in against if not voting or each in voting)
        if not voters:
            return FREE
        if not size:
            return Hold("unknown", f"nothing says who votes in {name}")
        least = votes_needed(decision, size)
        if decision.reverse:
            return Hold("vote", f"{least} of {size} votes in {name} reject") if len(voters) >= least else FREE
        left = size - len(voters)
        if left >= least:
            return FREE
        return Hold("vote", f"{least} of {size} votes in {name} are needed, and without {_listed(voters)} there are {left}")

    # ------------------------------------------------------------ who can

    def blocking(self, name: str, concerned: Names = (), candidates: Names | None = None) -> tuple[tuple[Names, Hold], ...]:
        """The smallest sets of members that can keep a body from deciding, each with how; none where they are larger than three, or nobody knows."""
        body = self._bodies.get(name)
        if body is None:
            return ()
        rule = self.rule(body)
        named = [each for step in rule.steps for c in step.conditions for actor in c.actors for each in self.members(actor.name)] if rule is not None else []
        members = candidates if candidates is not None else tuple(dict.fromkeys((*self.members(name), *named)))
        for size in range(1, min(_LARGEST_SET, len(members)) + 1 if len(members) <= _LARGEST_BODY else 2):
            found = [(who, hold) for who in combinations(members, size) if (hold := self.prevent(who, name, concerned)).how not in ("", "unknown")]
            if found:
                return tuple(found)
        return ()

    def decides_alone(self, who: Iterable[str], name: str) -> bool:
        """Whether some members can take a decision by themselves, whatever the others do: what it takes is met by them alone."""
        body = self._bodies.get(name)
        sitting = self.members(name)
        if body is None or body.decision is None or not sitting or self.rule(body) is not None:
            return False
        those = [each for each in sitting if each in set(who)]
        if body.decision.kind in ("consensus", "unanimity") or body.decision.voting:
            return len(those) == len(sitting)
        return len(those) >= max(votes_needed(body.decision, len(sitting)), body.quorum or 0, 1)

    # ------------------------------------------------------------ what cannot be met

    def out_of_reach(self, body: Body) -> Iterator[tuple[Names, str]]:
        """Whose exclusion leaves fewer votes than every step of a rule needs, each with the sum."""
        rule, sitting = self.rule(body), self.members(body.name)
        if rule is None or not sitting or not any(each.kind == "excluding" for step in rule.steps for each in step.conditions):
            return
        for concerned in sitting:
            sums = [self._sum(body, step.conditions, sitting, (concerned,)) for step in rule.steps]
            if sums and all(sums):
                yield (concerned,), sums[0]

    def _sum(self, body: Body, conditions: tuple[RuleCondition, ...], sitting: Names, concerned: Names) -> str:
        """Why a step cannot be met once those excluded have no vote; empty where it can."""
        excluded = self._excluded(conditions, concerned)
        left = [each for each in sitting if each not in excluded]
        if (body.quorum or 0) > len(left):
            return f"{body.name} has {len(sitting)} members; without {_listed(tuple(sorted(excluded)))} {len(left)} are left, and its quorum is {body.quorum}"
        for condition in conditions:
            vote = condition.vote
            number = condition.number if condition.kind == "quorum" else None
            if vote is not None and condition.kind in ("vote", "quorum") and vote.kind == "at least" and vote.number is not None:
                number = int(vote.number)
            if number is not None and number > len(left):
                without = _listed(tuple(sorted(excluded)))
                return f"{body.name} has {len(sitting)} members; without {without} {len(left)} are left, and {number} are needed"
        return ""


def votes_needed(decision: Decision, size: int) -> int:
    """How many of `size` votes it takes."""
    if decision.kind in ("consensus", "unanimity"):
        return size
    return needed(decision.kind, decision.fraction if decision.kind == "fraction" else decision.number, size)


def _by_absence(name: str, size: int, against: int, quorum: int) -> Hold:
    if quorum and size - against < quorum:
        return Hold("absence", f"{name} needs {quorum} of {size} members to meet, and {size - against} are left")
    return FREE


def _listed(names: Names) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "nobody"
