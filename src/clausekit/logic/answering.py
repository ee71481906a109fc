"""A violation, and by whom → what in the treaty answers it: steps, guarantees, sentences, rules, and what these bring about in turn.

It errs on the side of an answer: what could hang on a violation counts as hanging on it. Where nothing is found, nothing does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.norms.consent import conditions_of, consents
from clausekit.norms.history import JUDGEMENTS, JUDGING
from clausekit.norms.norm import Code, Condition, Names, Norm, Pattern, RolePattern, Test

# What a treaty does about any breach of it, whatever it calls that: questions that are raised, complaints, disputes, compliance.
_ANY_BREACH = re.compile(
    r"^question|\b(breach|violation|complian|complaint|non-?performance|failure of performance|significant failure|dispute|difference|disagreement|controvers"
    r"|resolve (question|ambigu))",
    re.IGNORECASE,
)
# What answers an answer, and so on: a referral, the finding that it leads to, what that opens.
_DEEPEST = 5
_BINDING = ("duty", "commitment")


class Deed(NamedTuple):
    """Something that has come about: the name of an event, by whom, of which provisions, and the rest of what is known of it.

    `judged` says that it was found, alleged or thought to be so; `act` is the act that it is, with its roles.
    """

    name: str
    by: Names
    provision: int = -1
    judged: bool = False
    act: Pattern | None = None


class Response(NamedTuple):
    """What answers a violation: the norm (-1 for a rule of the life of the treaty), and who is bound or empowered by it."""

    norm: int
    who: Names


class Answering:
    """What answers violations of the norms of one treaty."""

    def __init__(self, code: Code) -> None:
        """Sort the conditions of a treaty by the events that they speak of."""
        self.code = code
        self._listening: defaultdict[str, list[tuple[int, Test]]] = defaultdict(list)
        self._after: defaultdict[int, list[Norm]] = defaultdict(list)
        for norm in code.norms:
            for number in norm.after:
                self._after[number].append(norm)
            for test in _tests(self._opening(norm)):
                self._listen(norm.number, test)
        for rule in code.life:
            for test in _tests([*conditions_of(rule), *(guard.condition for guard in rule.guards)]):
                self._listen(-1, test)
        for standing in code.statuses:
            for test in _tests([each for each in (standing.begins, standing.ends) if each is not None]):
                self._listen(-1, test)
        self._guarantees = [norm for norm in code.norms if norm.guaranteed is not None]

    def _opening(self, norm: Norm) -> list[Condition]:
        """What opens a norm, or takes it away: an exception for the case of breach is an answer too."""
        return [condition for condition in (norm.trigger, *(guard.condition for guard in norm.guards)) if condition is not None]

    def _listen(self, number: int, test: Test) -> None:
        if test.pattern is not None:
            self._listening[test.pattern.name].append((number, test))
            if test.window is not None:
                for inner in _tests([test.window.anchor] if test.window.anchor is not None else []):
                    self._listen(number, inner)

    # ------------------------------------------------------------ what answers

    def to_violation(self, norm: Norm, who: str) -> tuple[Response, ...]:
        """All that answers a violation of a norm by somebody, at once or in the end."""
        deeds = [Deed("violation", (who,), norm.provision)]
        deeds += [Deed(act.name, (who,), act=act) for act in norm.acts if norm.modality == "prohibition"]
        found: dict[Response, None] = {}
        for response in (*self._steps(norm), *self._sureties(norm, who)):
            found[response] = None
        self._follow(deeds, found)
        return tuple(found)

    def is_answered(self, responses: Iterable[Response]) -> bool:
        """Whether some answer binds somebody."""
        return any(each.norm >= 0 and each.who and self.code.norms[each.norm].modality in _BINDING for each in responses)

    def any_breach(self) -> bool:
        """Whether the treaty provides for every breach, question or dispute, whatever it is about: by a sentence that one sets off, or by an act about them."""
        events = (name for name, heard in self._listening.items() if any(test.pattern is not None and not test.pattern.clauses for _, test in heard))
        acts = (act.name for norm in self.code.norms if norm.modality not in ("prohibition", "exemption") for act in norm.acts)
        return any(_ANY_BREACH.search(name) for name in (*events, *acts))

    def _steps(self, norm: Norm) -> Iterator[Response]:
        for step in self._after[norm.number]:
            yield Response(step.number, step.bearer.names or ("whoever it is",))

    def _sureties(self, norm: Norm, who: str) -> Iterator[Response]:
        for surety in self._guarantees:
            if norm.provision in (surety.guaranteed or ()) and (not surety.duties_of or who in surety.duties_of):
                yield Response(surety.number, tuple(name for name in surety.bearer.names if name != who))

    def _follow(self, deeds: list[Deed], found: dict[Response, None]) -> None:
        """What deeds set off, what those whom that empowers or binds then do, and so on."""
        known = set(deeds)
        for _ in range(_DEEPEST):
            following: list[Deed] = []
            for deed in (*deeds, *self._deemed(deeds), *self._judged(deeds)):
                for number, test in self._listening.get(deed.name, ()):
                    if test.pattern is None or not _is_of(test.pattern, deed):
                        continue
                    response = Response(number, self._bound(number, deed) if number >= 0 else ())
                    if response in found:
                        continue
                    found[response] = None
                    following += self._done_under(response)
            deeds = [deed for deed in following if deed not in known]
            known.update(deeds)
            if not deeds:
                return

    def _bound(self, number: int, deed: Deed) -> Names:
        """Who bears a norm that a deed sets off: its author drops out, unless it is named singly."""
        norm = self.code.norms[number]
        names = tuple(name for name in norm.bearer.names if norm.timed or name not in deed.by or name in norm.bearer.singly)
        return names or (("whoever it is",) if norm.bearer.refers else ())

    def _done_under(self, response: Response) -> list[Deed]:
        """What those whom an answer binds or empowers then do, or fail to do."""
        if response.norm < 0:
            return []
        norm = self.code.norms[response.norm]
        if norm.modality in ("prohibition", "exemption"):
            return []
        return [Deed(act.name, response.who, act=act) for act in norm.acts]

    def _deemed(self, deeds: Iterable[Deed]) -> list[Deed]:
        """What deeds count as too."""
        return [
            deed._replace(name=rule.counted.name, act=rule.counted)
            for deed in deeds
            for rule in self.code.counts_as
            if not rule.negated and rule.pattern.name == deed.name and _is_of(rule.pattern, deed)
        ]

    def _judged(self, deeds: Iterable[Deed]) -> list[Deed]:
        """What can be found, alleged or thought to be so once a deed is done."""
        found: list[Deed] = []
        for deed in deeds:
            for finding in self.code.findings:
                if any(test.pattern is not None and test.pattern.name == deed.name and _is_of(test.pattern, deed) for test in _tests([finding.in_fact])):
                    found.append(Deed(finding.name, deed.by, deed.provision, judged=True))
                    noun = next(name for name, role in JUDGEMENTS.items() if role == finding.role) if finding.role in JUDGEMENTS.values() else ""
                    found += [Deed(noun, finding.judges.names)] if noun else []
        return list(dict.fromkeys(found))


def is_consent(code: Code, norm: Norm) -> bool:
    """Whether what a norm asks for is to consent to be bound, which nobody owes before it is given."""
    return bool(norm.acts) and all(act.name in (*consents(code), "signature", "deposit") for act in norm.acts)


def _tests(conditions: Iterable[Condition]) -> Iterator[Test]:
    return (test for condition in conditions for alternative in condition for test in alternative)


def _is_of(pattern: Pattern, deed: Deed) -> bool:
    """Whether a deed may be of a kind: nothing that is known of it speaks against that."""
    is_judged = any(role.preposition in JUDGING for role in pattern.roles)
    if is_judged != deed.judged or (pattern.clauses is not None and deed.provision >= 0 and deed.provision not in pattern.clauses):
        return False
    for role in pattern.roles:
        if role.absent or role.preposition in JUDGING:
            continue
        if role.preposition == "by":
            if role.who.names and deed.by and not set(role.who.names) & set(deed.by):
                return False
        elif deed.act is not None and not _can_fill(role, deed.act):
            return False
    return True


def _can_fill(role: RolePattern, act: Pattern) -> bool:
    same = [each for each in act.roles if each.preposition == role.preposition and not each.absent and each.who.names]
    return not same or not role.who.names or any(set(each.who.names) & set(role.who.names) for each in same)
