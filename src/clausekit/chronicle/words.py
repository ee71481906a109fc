"""Norms, instants and records → words: `France and Poland must deploy forces to Ukraine of at least 25,000 troops by 11 February 2027`."""

from __future__ import annotations

from copy import copy
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausekit.model.names import key
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import PLURAL_OF_ROLE
from clausekit.norms.calendar import NEVER, Calendar, Instant, date_of
from clausekit.norms.history import Bindings, those
from clausekit.norms.norm import Amount, Formula, Names, Norm, Pattern, RolePattern, Test
from clausekit.norms.timeline import Opened, Record, Timeline

_MUST = {
    "duty": "must", "prohibition": "must not", "permission": "may", "power": "may", "exemption": "need not", "commitment": "is to",
}  # fmt: skip
# The same for several, of whom each is bound for itself.
_EACH = {
    "duty": "must each", "prohibition": "each must not", "permission": "may each", "power": "may each", "exemption": "each need not",
    "commitment": "are each to",
}  # fmt: skip
# An act that is only begun, or brought to its end; and the event of that.
_ASPECTS = {"begin": "begin to ", "complete": "complete what it takes to "}
_STAGES = {"begin": "beginning of ", "complete": "completion of "}
# A measure against a number, in words that fit one thing and many.
_COMPARED = {"exceeds": "above", "is below": "below", "is at least": "at least", "is at most": "at most", "is": "at"}
_KINDS = {
    "nobody bound": "nobody is bound to answer",
    "fulfilled": "fulfilled",
    "honoured": "honoured",
    "performed": "performed in part",
    "violated": "VIOLATED",
    "not honoured": "not honoured",
    "cured": "cured by late performance",
    "discharged": "discharged",
    "lapsed": "lapsed unused",
    "used": "used",
    "kept": "kept",
    "terminated": "ended",
    "suspended": "suspended",
    "resumed": "resumed",
    "extended": "extended",
    "allowed": "allowed, though forbidden as such",
    "effect": "takes effect",
    "notice": "notice given",
    "without effect": "without effect",
    "opposed": "opposed powers: none takes effect",
}


class Said(NamedTuple):
    """One record of a timeline in words: its day, its hour (empty for the first of the day), its kind, what it says, whom it concerns, and its clause."""

    on: date
    hour: str
    kind: str
    text: str
    who: Names
    clause: str
    citation: str


class Words:
    """Says what a timeline of one treaty holds."""

    def __init__(self, treaty: Treaty, timeline: Timeline) -> None:
        """Know the wording of `treaty`."""
        self.timeline = timeline
        self.calendar: Calendar = timeline.code.calendar
        self._acts = {key(action.name): action.display or action.name for action in reversed(treaty.actions)}
        self._acts |= {key(action.noun): action.display or action.name for action in treaty.actions if action.noun}
        self._nouns = {key(action.name): action.noun for action in reversed(treaty.actions) if action.noun}
        self._defined = {key(event.name) for event in treaty.events if event.meaning is not None}
        self._opened = {each.number: each for each in timeline.opened}

    def of(self, timeline: Timeline) -> Words:
        """The same for another timeline of the same treaty."""
        other = copy(self)
        other.timeline = timeline
        other._opened = {each.number: each for each in timeline.opened}  # noqa: SLF001  its own kind
        return other

    # ------------------------------------------------------------ time

    def day(self, at: Instant) -> str:
        """`10 January 2027`, with the hour where it is not the first of its day."""
        return day_of(at, self.calendar)

    def date(self, at: Instant) -> str:
        """The day of an instant, with its hour where it is neither the first nor the last of the day."""
        return self.deadline(at).removeprefix("by ").removesuffix(", 00:00") or self.day(at)

    def deadline(self, closes: Instant) -> str:
        """By when: the day where a window closes with its last hour, and else the hour too."""
        if closes >= NEVER or closes < 0:
            return ""
        if self.calendar.is_last(closes):
            day = date_of(closes, self.calendar)
            return f"by {day.day} {day:%B} {day.year}"
        return f"by {self.day(closes)}, 00:00" if self.calendar.is_first(closes) else f"by {self.day(closes)}"

    # ------------------------------------------------------------ who

    def people(self, names: Names, conjunction: str = "and") -> str:
        """Some actors: one by one where they are few, else by the group that they are, or that all but a few of them are."""
        whole = len(names) > _FEW and self._group(names)
        if not whole:
            return listed(names, conjunction)
        return whole if conjunction == "and" else f"any of {whole}"

    def _group(self, names: Names) -> str:
        """`the Parties`, `the Parties other than Iceland`; empty where no group holds them all, and few beside them."""
        for name, members in sorted(self.timeline.code.groups.items(), key=lambda group: group[0] not in PLURAL_OF_ROLE):
            beside = [each for each in members if each not in names]
            if set(names) <= set(members) and len(beside) <= _FEW_BESIDE:
                plural = f"the {PLURAL_OF_ROLE.get(name, name)}"
                return f"{plural} other than {listed(beside)}" if beside else plural
        return ""

    def _role(self, role: RolePattern, bindings: Bindings, bearers: Names = ()) -> str:
        who = listed(those(role.who, bindings) or role.who.variables, role.who.joined_by) if role.who.refers else ""
        if not who and role.who.names:
            others = tuple(name for name in role.who.names if name not in bearers) if role.who.other and len(bearers) == 1 else ()
            joined = "and" if role.who.quantifier == "all" else "or"
            is_of_them = role.who.other and not others
            whole = self._group(role.who.names) if is_of_them and len(role.who.names) > _FEW else ""
            if is_of_them and len(bearers) > 1 and set(bearers) == set(role.who.names):
                who = "each other" if len(bearers) == 2 else "one another"
            elif whole.startswith("the ") and joined == "and" and " other than " not in whole:
                who = f"the other {whole.removeprefix('the ')}"
            else:
                who = f"{'another of ' if is_of_them else ''}{self.people(others or role.who.names, 'and' if whole else joined)}"
        return who if role.preposition == "object" else f"{role.preposition} {who}" if who else ""

    # ------------------------------------------------------------ norms

    def clause(self, number: int) -> str:
        """How the clause of a norm is cited: `Article 5, paragraph 2 (response)`."""
        norm = self.timeline.code.norms[number]
        return cited(norm)

    def act(self, norm: Norm, bindings: Bindings, bearers: Names = ()) -> str:
        """What a norm asks for, forbids or allows, with whoever its variables turned out to be.

        `bearers` are those who are bound: the other Parties are those beside one of them.
        """
        if norm.ensured is not None:
            conditions = ["; ".join(self._test(test, bindings, of_bearer=bearers) for test in alternative) for alternative in norm.ensured]
            return f"ensure: {', or: '.join(conditions)}"
        return " or ".join(dict.fromkeys(self._act(act, bindings, bearers) for act in norm.acts)) or norm.said

    def _act(self, act: Pattern, bindings: Bindings, bearers: Names) -> str:
        said = act.said.removeprefix(f"{act.aspect} ") if act.aspect else act.said
        parts = [f"{_ASPECTS.get(act.aspect, '')}{self._acts.get(key(said), said)}"]
        roles = [(role.preposition, words) for role in act.roles if not role.absent and (words := self._role(role, bindings, bearers))]
        parts += [words for preposition, words in roles if preposition == "object"]
        parts += [f"of {_amount(amount)}" for amount in act.amounts]
        parts += [words for preposition, words in roles if preposition != "object"]
        return " ".join(parts)

    def binding(self, number: int) -> tuple[tuple[str, str], ...]:
        """Whom the variables of an instance stand for, as far as its words name them."""
        opened = self._opened.get(number)
        return tuple((name, who) for name, who in sorted(opened.bindings.items()) if not name.startswith("#")) if opened is not None else ()

    def owe(self, numbers: list[int], closes: Instant) -> str:
        """What several instances of one norm come to that differ only in who bears them: `France, UK and US must each assist Ukraine by …`."""
        first = self._opened[numbers[0]]
        if len(numbers) == 1:
            return self.owes(first, closes)
        norm = self.timeline.code.norms[first.norm]
        bearers = tuple(dict.fromkeys(name for number in numbers for name in self._opened[number].bearers))
        must = _EACH[norm.modality] if len(bearers) > 1 else _MUST[norm.modality]
        return _begun(f"{self.people(bearers)} {must} {self.act(norm, first.bindings, bearers)} {self._time(norm, closes)}".strip())

    def owes(self, opened: Opened, closes: Instant | None = None) -> str:
        """`France must assist Ukraine by 20 January 2027`."""
        norm = self.timeline.code.norms[opened.norm]
        who = self.people(opened.bearers, "or" if norm.mode == "any" and len(opened.bearers) > 1 else "and")
        by = self._time(norm, opened.closes if closes is None else closes)
        must = "are to" if norm.modality == "commitment" and len(opened.bearers) > 1 else _MUST[norm.modality]
        return _begun(f"{who} {must} {self.act(norm, opened.bindings, opened.bearers)} {by}".strip())

    def asks(self, opened: Opened, closes: Instant | None = None) -> str:
        """The same without who is bound: `must assist Ukraine by 20 January 2027`."""
        norm = self.timeline.code.norms[opened.norm]
        who = self.people(opened.bearers, "or" if norm.mode == "any" and len(opened.bearers) > 1 else "and")
        return self.owes(opened, closes)[len(who) + 1 :]

    def _time(self, norm: Norm, closes: Instant) -> str:
        """By when something is to be done, or until when it is forbidden."""
        by = self.deadline(closes)
        return by.replace("by ", "until ", 1) if norm.modality == "prohibition" else by

    def hangs_on(self, norm: Norm) -> str:
        """What must come about for a norm to be owed: `armed attack on Ukraine`, `Article 5 (response) is violated by Russia`."""
        if norm.after:
            return " or ".join(dict.fromkeys(f"{cited(self.timeline.code.norms[number])} is not complied with" for number in norm.after if number >= 0))
        if norm.guaranteed is not None:
            whose = f" by {listed(norm.duties_of, 'or')}" if norm.duties_of else ""
            return f"what is guaranteed is violated{whose}"
        ways = dict.fromkeys(" and ".join(self._test(test) for test in alternative) for alternative in norm.trigger or ())
        defined = [way for way in ways if key(way) in self._defined]  # what is defined goes by its name, and not by what it is made of too
        return " or ".join(way for way in ways if not any(way.startswith(f"{name} ") for name in defined))

    def _test(self, test: Test, bindings: Bindings | None = None, *, of_bearer: Names = ()) -> str:
        """One thing that must be so."""
        known = bindings or {}
        is_defined = test.pattern is not None and key(test.pattern.said) in self._defined
        no = "no " if test.negated and not is_defined else ""  # what is defined by an absence goes by its own name
        if test.pattern is not None:
            pattern = test.pattern
            cited_ones = [self.provision(number) for number in sorted(pattern.clauses or ())]
            where = f" of {listed(cited_ones, 'or')}" if 0 < len(cited_ones) < 4 else ""
            roles = [words for role in pattern.roles if not role.absent and role.who.names and (words := self._role(role, known, of_bearer))]
            return " ".join((f"{no}{_STAGES.get(pattern.aspect, '')}{bare(self._nouns.get(key(pattern.said), pattern.said))}{where}", *roles))
        of = "".join(f" {words}" for role in test.roles if (words := self._role(role, known, of_bearer)))
        if test.kind == "holds":
            return f"{'not ' if test.negated else ''}{test.name}"
        if test.kind == "level":
            return f"{test.name}{of} at {test.level}"
        against = f"{test.amount:,f}" if test.amount is not None else _worked_out(test.formula) if test.formula is not None else "what the clause says"
        return f"{test.name}{of} {_COMPARED[test.comparator]} {against}"

    # ------------------------------------------------------------ records

    def said(self, record: Record) -> Said:
        """A record with all that can be said of it."""
        norm = self.timeline.norm(record)
        hour = record.at - self.calendar.begins(self.calendar.day(record.at))
        return Said(
            date_of(record.at, self.calendar),
            f"{hour:02}:00" if hour else "",
            record.kind,
            self.record(record),
            record.who,
            norm.label if norm is not None else "",
            norm.citation if norm is not None else "",
        )

    def record(self, record: Record) -> str:
        """What a record says, without its date."""
        if record.kind in ("event", "deemed"):
            return record.said
        if record.kind in ("opened", "dated", "next period"):
            return self.owes(self._opened[record.instance], record.closes)
        if record.instance >= 0 or record.kind == "nobody bound":
            return self._became(record)
        return self._life(record)

    def _became(self, record: Record) -> str:
        """What became of a norm: by whom, and what it asked for."""
        norm = self.timeline.code.norms[record.norm]
        who = f" by {self.people(record.who)}" if record.who and record.kind in _BY else ""
        why = f" ({record.said})" if record.said and record.kind not in _BY else ""
        opened = self._opened.get(record.instance)
        refrain = "not " if norm.modality == "prohibition" else ""
        asked = f": {refrain}to {self.act(norm, opened.bindings, opened.bearers)}" if opened is not None and record.kind in _ASKED else ""
        return f"{cited(norm)}: {_KINDS[record.kind]}{who}{asked}{why}"

    def _life(self, record: Record) -> str:
        where = listed([self.provision(number) for number in record.provisions])
        who = f" for {listed(record.who)}" if record.who else ""
        what, verb = (where, "applies" if len(record.provisions) == 1 else "apply") if record.provisions else ("the treaty", "applies")
        return {
            "in force": f"the treaty enters into force{who}",
            "provisionally": f"{what} {verb} provisionally{who}",
            "not in force": f"{what} no longer {verb} provisionally{who}",
            "withdrawn": f"{listed(record.who)} {'is' if len(record.who) == 1 else 'are'} no longer bound",
            "ended": f"the treaty ends: {record.said}",
            "extended": record.said,
            "status begins": f"{record.said} begins",
            "status ends": f"{record.said} ends",
            "measured": record.said,
            "provision ends": f"{where} no longer {verb}{who} ({record.said})",
            "provision resumes": f"{where} {verb} again{who}",
            "without effect": f"{record.said}: without effect, nothing gives that power now",
        }.get(record.kind, record.said)

    def provision(self, number: int) -> str:
        """How a provision is cited: `Article 5, paragraph 2 (response)`."""
        provision = self.timeline.code.provisions[number]
        return f"{provision.citation} ({provision.label})".strip() if provision.label else provision.citation


# So many are named one by one; of a group, so few may be beside those meant.
_FEW, _FEW_BESIDE = 6, 2
_ASKED = frozenset({"violated", "fulfilled", "performed", "cured", "honoured", "not honoured", "discharged", "lapsed"})
_BY = frozenset({"violated", "fulfilled", "performed", "cured", "used", "honoured", "not honoured"})


def day_of(at: Instant, calendar: Calendar) -> str:
    """`10 January 2027`, with the hour where it is not the first of its day."""
    if at >= NEVER:
        return "no fixed day"
    day = date_of(at, calendar)
    hour = at - calendar.begins(day.toordinal())
    words = f"{day.day} {day:%B} {day.year}"
    return words if hour == 0 else f"{words}, {hour:02}:00"


def cited(norm: Norm) -> str:
    """How the clause of a norm is cited."""
    if not norm.label:
        return norm.citation or "the sentence"
    return f"{norm.citation} ({norm.label})" if norm.citation else norm.label


def listed(names: Names | list[str], conjunction: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {conjunction} {names[-1]}" if names else "nobody"


def _begun(said: str) -> str:
    """What begins with an article, as a sentence does."""
    return said[:1].upper() + said[1:] if said.startswith(("the ", "any of ")) else said


def bare(noun: str) -> str:
    """A noun without its article."""
    first, _, rest = noun.partition(" ")
    return rest if first in ("a", "an", "the") and rest else noun


def _amount(amount: Amount) -> str:
    """How much: `at least 15,000 troops`, `at least 25 percent of reduction liability`."""
    much = _bounds(amount.low, amount.high) if amount.formula is None else f"{amount.bound} {_worked_out(amount.formula)}".strip()
    return f"{much} {amount.unit}".strip()


def _worked_out(formula: Formula) -> str:
    """How an amount is worked out: `75 percent of baseline`, `the smaller of 5 and limit`."""
    number = f"{formula.amount:,f}" if formula.amount is not None else ""
    if formula.kind == "number":
        return number
    if formula.kind in ("percent of", "share of"):
        share = f"{number} percent" if formula.kind == "percent of" else formula.share
        return f"{share} of {formula.of}{f', rounded {formula.rounded}' if formula.rounded else ''}"
    if formula.kind in ("smaller", "larger"):
        return f"the {formula.kind} of {' and '.join(map(_worked_out, formula.operands))}"
    if formula.kind in ("plus", "minus"):
        return f" {formula.kind} ".join(map(_worked_out, formula.operands))
    return f"the previous {formula.of}" if formula.kind == "previous" else formula.of


def _bounds(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and high is not None:
        return f"{low:,f}" if low == high else f"{low:,f} to {high:,f}"
    return f"at least {low:,f}" if low is not None else f"at most {high:,f}" if high is not None else "what is agreed"
