"""An event, and some actors → whether they can see to it that it never happens: by their vote, their absence, or by not doing what only they can do.

`Nobody alone can prevent E` is decided here, as is whose decision a duty of others waits for. Looked at are votes, absence, vetoes, and acts left undone;
not that somebody leaves the treaty, or ends it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clausekit.logic.defined import meant
from clausekit.logic.votes import Votes
from clausekit.model.terms import EventTerm, Occurs
from clausekit.model.treaty import Treaty
from clausekit.norms.consent import conditions_of, entry_rules
from clausekit.norms.history import JUDGEMENTS, JUDGING
from clausekit.norms.lower_terms import Terms
from clausekit.norms.memory import needed
from clausekit.norms.norm import Code, Condition, Names, Pattern, Test, Who

# Of what must come about first, and of that again, so much is followed.
_DEEPEST = 6


class Prevention(NamedTuple):
    """Whether some can prevent something: True, False, or None where the treaty does not say enough. `how` is how; `said` the sum or the reason.

    `collective` says that what they prevent is a decision that is others' too, and not an act that is theirs alone to do or leave.
    """

    can: bool | None
    how: str = ""
    said: str = ""
    collective: bool = False
    body: str = ""


CANNOT = Prevention(can=False)


def can_prevent(treaty: Treaty, code: Code, who: Iterable[str], event: EventTerm) -> Prevention:
    """Whether some actors have a way of acting under which an event happens in no history."""
    terms = Terms(treaty, code.calendar)
    terms.begin(None)
    condition = terms.atom(Occurs(-1, -1, "occurs", event, negated=False, already=False))
    return Preventing(treaty, code).condition(condition, tuple(who))


class Preventing:
    """What can be prevented under one treaty."""

    def __init__(self, treaty: Treaty, code: Code) -> None:
        """Know its bodies and how they decide."""
        self.votes = Votes(treaty)
        self.code = code
        self._depth = 0

    def condition(self, condition: Condition | None, who: Names, concerned: Names = ()) -> Prevention:
        """Whether they can keep a condition from ever being met: every alternative of it."""
        if condition is None or not who or self._depth >= _DEEPEST:
            return CANNOT
        self._depth += 1
        found = [self.alternative(tests, who, concerned) for tests in meant(condition)]
        self._depth -= 1
        free = next((each for each in found if each.can is False), None)
        return free or next((each for each in found if each.can is None), None) or next((each for each in found if each.collective), found[0])

    def alternative(self, tests: tuple[Test, ...], who: Names, concerned: Names = ()) -> Prevention:
        """Whether they can keep one alternative from being met: one test of it is enough."""
        found = [self.test(test, who, concerned) for test in tests]
        sure = [each for each in found if each.can]
        own = next((each for each in sure if not each.collective), None)
        return own or next(iter(sure), None) or next((each for each in found if each.can is None), CANNOT)

    def test(self, test: Test, who: Names, concerned: Names = ()) -> Prevention:
        """Whether they can keep one test from being met."""
        if test.kind == "holds":
            standing = next((each for each in self.code.statuses if each.name == test.name), None)
            return CANNOT if standing is None or test.negated else self.condition(standing.begins, who, concerned)
        if test.kind != "occurs" or test.pattern is None:
            return CANNOT
        if test.negated:
            return self._bring_about(test.pattern, who)
        if test.pattern.name == "entry into force":
            return self.entry_into_force(who)
        if test.count is not None:
            return self._counted(test, who)
        return self._event(test.pattern, who, concerned)

    def entry_into_force(self, who: Names) -> Prevention:
        """Whether they can keep the treaty from entering into force for anybody."""
        rules = [rule for rule in entry_rules(self.code) if rule.whom is None] or entry_rules(self.code)
        found = []
        for rule in rules:
            each = [self.condition(condition, who) for condition in conditions_of(rule)]
            found.append(next((one for one in each if one.can), None) or next((one for one in each if one.can is None), CANNOT))
        return next((each for each in found if not each.can), None) or (found[0]._replace(collective=True) if found else CANNOT)

    def _event(self, pattern: Pattern, who: Names, concerned: Names) -> Prevention:
        """An event that only some can do: they leave it, or keep the bodies that can from deciding."""
        judges = [role.who for role in pattern.roles if role.preposition in JUDGING and not role.absent]
        doers = [role.who for role in pattern.roles if role.preposition == "by" and not role.absent]
        if pattern.name in JUDGEMENTS and not doers:
            doers = [finding.judges for finding in self.code.findings][:1]
        if pattern.name == "violation" and pattern.clauses:
            return self._violated(pattern, doers, who)
        each = [self._done_by(asked, who, concerned) for asked in (judges or doers)]
        return next((one for one in each if one.can), None) or next((one for one in each if one.can is None), CANNOT)

    def _violated(self, pattern: Pattern, doers: list[Who], who: Names) -> Prevention:
        """A violation is prevented by those who alone can commit it."""
        named = {name for asked in doers for name in asked.names}
        bound = {name for norm in self.code.norms if norm.provision in (pattern.clauses or ()) for name in norm.bearer.names}
        able = (bound & named if named else bound) - set(self.code.bodies)
        return Prevention(can=True, how="act", said=f"only {_listed(sorted(able))} can commit it") if able and able <= set(who) else CANNOT

    def _done_by(self, asked: Who, who: Names, concerned: Names) -> Prevention:
        names = asked.names
        if not names:
            return CANNOT
        holds = [self._one(name, who, concerned) for name in names]
        if asked.quantifier == "all" and asked.joined_by == "and":
            return next((each for each in holds if each.can), None) or next((each for each in holds if each.can is None), CANNOT)
        free = next((each for each in holds if each.can is False), None)
        return free or next((each for each in holds if each.can is None), None) or next((each for each in holds if each.collective), holds[0])

    def _one(self, name: str, who: Names, concerned: Names) -> Prevention:
        """One who is to act: a body that decides, or somebody who acts alone."""
        if name in who:
            return Prevention(can=True, how="act", said=f"only {name} can do it")
        if self.votes.body(name) is None:
            return CANNOT
        hold = self.votes.prevent(who, name, concerned)
        if hold.how == "unknown":
            return Prevention(can=None, said=hold.said, collective=True, body=name)
        return Prevention(can=bool(hold.how), how=hold.how, said=hold.said, collective=True, body=name)

    def _counted(self, test: Test, who: Names) -> Prevention:
        """What so many must do: those left are too few, or somebody is asked for by name."""
        count = test.count
        assert count is not None
        if not count.names or count.is_open:
            named = next((name for name in count.including if name in who), "")
            return Prevention(can=True, how="vote", said=f"{named} is asked for by name", collective=True) if named else CANNOT
        least = needed(count.quantifier, count.number, len(count.names))
        left = [name for name in count.names if name not in who]
        named = next((name for name in count.including if name in who), "")
        if named:
            return Prevention(can=True, how="vote", said=f"{named} is asked for by name", collective=True)
        if len(left) < least:
            said = f"{least} of {len(count.names)} are needed, and without {_listed(who)} there are {len(left)}"
            return Prevention(can=True, how="vote", said=said, collective=len(count.names) > 1)
        if count.shares and len(left) < len(count.names):
            return Prevention(can=None, said=f"how much of {count.shares[0][0]} each has is not in the treaty", collective=True)
        return CANNOT

    def _bring_about(self, pattern: Pattern, who: Names) -> Prevention:
        """What is not to happen is prevented by making it happen: by those who can do it alone."""
        doers = [role.who for role in pattern.roles if role.preposition == "by" and not role.absent]
        able = [name for asked in doers for name in asked.names if name in who or self.votes.decides_alone(who, name)]
        if doers and able and all(len(asked.names) == 1 or asked.quantifier != "all" for asked in doers):
            return Prevention(can=True, how="act", said=f"{_listed(able)} can do it at any time")
        return CANNOT


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}" if listed else "nobody"
