"""Terms of a treaty → who, which events, on what condition, when: names settled, groups replaced by their members, declared events by what they mean."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, product

from clausekit.model import amounts
from clausekit.model.citations import Citations, Provision
from clausekit.model.declarations import Criterion, Event, Group
from clausekit.model.names import key
from clausekit.model.terms import Actor, Actors, Atom, Compares, EventTerm, Level, Occurs, Reference, Role, Timing
from clausekit.model.terms import Clock as ModelClock
from clausekit.model.terms import Condition as ModelCondition
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import NOUN_OF_ACT, Vocabulary
from clausekit.norms.calendar import Calendar
from clausekit.norms.history import JUDGEMENTS, JUDGING
from clausekit.norms.norm import Amount, Clock, Condition, Count, Finding, Formula, Pattern, RolePattern, Test, Who, Window

# An event that is defined by others, these by others still: so deep that no treaty goes there, and a definition in a circle does.
_DEEPEST = 12
# One condition takes so many definitions: each of twelve that cite one another thrice would come to half a million. Behind that, and in a circle, a
# declared event stands for itself.
_MOST_DEFINITIONS = 200
# So many alternatives of one condition are told apart; a treaty has a handful.
_MOST_ALTERNATIVES = 200
OBJECT = "object"
_STATES = frozenset({"party", "guarantor", "state", "signatory"})
# The variable that is bound to each of those who are counted.
COUNTED = "#counted"
_COUNTED = frozenset({"at least", "at most", "exactly", "majority", "fraction", "percent"})


class Terms:
    """Lowers the terms of one treaty. `variables` and `mentioned` belong to the sentence being lowered."""

    def __init__(self, treaty: Treaty, calendar: Calendar) -> None:
        """Know the names and the provisions of `treaty`."""
        self.treaty = treaty
        self.calendar = calendar
        self.vocabulary = Vocabulary(treaty)
        self.citations = Citations(treaty)
        self.numbers = {id(provision): number for number, provision in enumerate(self.citations.provisions)}
        self.here: Provision | None = None
        self.variables: dict[str, str] = {}
        self.mentioned: list[tuple[str, str]] = []
        self._taken = 0
        self.bearers: tuple[str, ...] = ()
        self._events = {key(event.name): event for event in reversed(treaty.events)}
        self._statuses = {key(status.name): status.name for status in reversed(treaty.statuses)}
        self._depth = 0
        self.findings: list[Finding] = []

    def begin(self, provision: Provision | None) -> None:
        """Begin with a sentence: its variables are its own."""
        self.here = provision
        self.variables = {}
        self.mentioned = []
        self.bearers = ()

    # ------------------------------------------------------------ names

    def somebody(self, written: str) -> str:
        """The one name of an actor, group, body or thing: as declared, or in small letters where nobody declared it."""
        found = self.vocabulary.anything(written)
        return found.name if found is not None and found.kind != "pronoun" else key(written)

    def happening(self, written: str) -> str:
        """The one name of an event: an act and its noun are one."""
        found = self.vocabulary.happening(written) or self.vocabulary.action(written)
        name = key(found.name if found is not None else written)
        return NOUN_OF_ACT.get(name, name) if found is None or found.kind == "noun" else name

    def is_status(self, written: str) -> bool:
        """Whether a name is that of a state of affairs."""
        return key(written) in self._statuses

    def members(self, written: str) -> tuple[str, ...]:
        """Those a name stands for: the members of a group, an actor or body by itself, a phrase by its words."""
        found = self.vocabulary.anything(written)
        if found is None or found.kind == "pronoun":
            return (key(written),)
        if found.kind == "group" and (criterion := self._criterion(found.name)) is not None:
            return self._picked(criterion)
        if found.kind == "group" and (bodies := self._bodies(found.name)):
            return bodies
        if found.kind in ("group", "role", "office"):
            return self.vocabulary.members(written) or ((found.name,) if found.kind != "role" else ())
        return (found.name,)

    def _bodies(self, group: str) -> tuple[str, ...]:
        """The bodies that a group is made of, each of which acts and is bound as one; empty for a group of anything else."""
        declared = self.vocabulary.declared.get(key(group))
        found = [self.vocabulary.who(member.name) for member in declared.members] if isinstance(declared, Group) else []
        bodies = [each.name for each in found if each is not None and each.kind == "body"]
        return tuple(bodies) if len(bodies) == len(found) else ()

    def _criterion(self, group: str) -> Criterion | None:
        declared = self.vocabulary.declared.get(key(group))
        return declared.criterion if isinstance(declared, Group) else None

    def _picked(self, criterion: Criterion) -> tuple[str, ...]:
        """Those a criterion can pick. Which of them it does, the world decides; whom the treaty does not bind owes nothing in any case."""
        if key(criterion.base) in ("state", "states") or self._depth >= _DEEPEST:
            return tuple(actor.name for actor in self.treaty.actors if actor.role in _STATES)
        self._depth += 1
        found = self.members(criterion.base)
        self._depth -= 1
        return found

    def _is_open(self, written: str) -> bool:
        """Whether a criterion picks those a name stands for."""
        found = self.vocabulary.who(written)
        return found is not None and found.kind == "group" and self._criterion(found.name) is not None

    def provisions(self, references: tuple[Reference, ...]) -> frozenset[int] | None:
        """The numbers of the provisions cited; None for the treaty as a whole."""
        found: set[int] = set()
        for reference in references:
            place = self.citations.find(reference, self.here) if reference.kind != "instrument" and reference.instrument is None else None
            if place is not None and place.provision is None and place.division is None:
                return None
            if place is not None:
                found.update(self.numbers[id(provision)] for provision in self.citations.cited(place))
        return frozenset(found)

    # ------------------------------------------------------------ who

    def actor(self, actor: Actor) -> Who:
        """One actor as it is named in a sentence."""
        name, quantifier = actor.name, actor.quantifier
        if quantifier == "" and name in self.variables:
            return Who((), refers=self.variables[name])
        if key(name) == "one another" or (quantifier == "each" and key(name) == "other"):  # `against each other`
            return Who(self.bearers, "any", other=True)
        if key(name) in ("them", "it", "they", "itself", "themselves"):
            return Who(self.bearers, quantifier or ("all" if len(self.bearers) > 1 else ""))
        names = self.members(name)
        if quantifier == "that":
            before = next((variable for group, variable in reversed(self.mentioned) if group == self.somebody(name)), "")
            return Who((), refers=before) if before else Who(names, "any")
        binds = ""
        if actor.variable is not None:
            binds = actor.variable
            self.variables[binds] = binds
        elif quantifier in ("any", "each", "a", "no", "the") and len(names) != 1:
            binds = f"#{len(self.mentioned)} {self.somebody(name)}"
        if binds:
            self.mentioned.append((self.somebody(name), binds))
        singly = names if not quantifier and len(names) == 1 else ()
        return Who(names, quantifier, actor.count, binds=binds, other=actor.other, singly=singly)

    def actors(self, actors: Actors) -> Who:
        """Several actors, less those excluded."""
        whos = [self.actor(member) for member in actors.members]
        excluded = {name for member in actors.excluding for name in self.members(member.name)}
        if len(whos) == 1:
            who = whos[0]
            if excluded:
                return who._replace(names=tuple(name for name in who.names if name not in excluded), singly=())
            return who
        names = tuple(dict.fromkeys(name for who in whos for name in who.names if name not in excluded))
        singly = tuple(dict.fromkeys(name for who in whos for name in who.singly if name not in excluded))
        variables = tuple(dict.fromkeys(who.refers for who in whos if who.refers))
        every = all(not who.quantifier for who in whos)
        quantifier = ("all" if actors.joined_by == "and" else "any") if every or actors.joined_by == "or" else "any"
        other = any(who.other for who in whos)
        refers, too = (variables[0], variables[1:]) if variables else ("", ())
        return Who(names, quantifier, refers=refers, other=other, singly=singly, joined_by=actors.joined_by, refers_too=too)

    # ------------------------------------------------------------ events

    def roles(self, roles: tuple[Role, ...], *, absent: bool = False) -> tuple[RolePattern, ...]:
        """What fills the roles of an event; those filled by clauses are told by `clauses_of`."""
        found: list[RolePattern] = []
        for role in roles:
            if role.actors is not None:
                found += (RolePattern(role.preposition, who, absent) for who in self._fillers(role.actors))
        return tuple(found)

    def _fillers(self, actors: Actors) -> list[Who]:
        """What fills a role: where somebody not yet known is among several (`between Alba and any other Party as opponent`), each of them for itself."""
        if len(actors.members) == 1 or actors.joined_by != "and" or all(actor.variable is None for actor in actors.members):
            return [self.actors(actors)]
        each = [self.actor(actor) for actor in actors.members]
        named = {name for who in each for name in who.singly}
        return [who if who.singly else who._replace(names=tuple(name for name in who.names if name not in named)) for who in each]

    def clauses_of(self, cited: tuple[Reference, ...], roles: tuple[Role, ...]) -> tuple[frozenset[int] | None, tuple[RolePattern, ...]]:
        """The provisions that an event or act concerns (None: any or none), and the other treaties it concerns, as roles."""
        every = (*cited, *(reference for role in roles for reference in role.references))
        foreign = [each for each in every if each.kind == "instrument" or each.instrument]
        instruments = tuple(RolePattern("of", Who((each.instrument or each.designation,))) for each in foreign)
        own = tuple(reference for reference in every if reference.kind != "instrument" and not reference.instrument)
        return (self.provisions(own) if own else None), instruments

    def event(self, event: EventTerm) -> Pattern:
        """The kind of event that a term describes, undefined."""
        clauses, instruments = self.clauses_of(event.references, event.roles)
        roles = (*self.roles(event.roles), *instruments)
        noun, of, what = event.name.partition(" of ")
        if of and key(noun) in JUDGEMENTS and self.vocabulary.happening(event.name) is None:
            found = RolePattern("of", Who((self.happening(what),)))
            return Pattern(self.happening(noun), (found, *roles), clauses, tuple(map(self.amount, event.quantities)), event.aspect, event.name)
        return Pattern(self.happening(event.name), roles, clauses, tuple(map(self.amount, event.quantities)), event.aspect, event.name)

    def amount(self, quantity: amounts.Quantity) -> Amount:
        """An amount as bounds, or as what has to be worked out."""
        unit = key(quantity.unit) if quantity.unit else ""
        if quantity.amount is None:
            return Amount(unit, None, None, self.formula(quantity.formula) if quantity.formula is not None else None, quantity.bound)
        low = None if quantity.bound == "at most" else quantity.amount
        high = quantity.amount if quantity.bound in ("at most", "exactly") else quantity.high
        return Amount(unit, low, high)

    # ------------------------------------------------------------ conditions

    def condition(self, condition: ModelCondition) -> Condition:
        """A condition, with every declared event replaced by what it means."""
        alternatives: list[tuple[Test, ...]] = []
        for alternative in condition.alternatives:
            alternatives += self._product([self.atom(atom) for atom in alternative])
        return tuple(alternatives[:_MOST_ALTERNATIVES])

    def both(self, first: Condition | None, second: Condition | None) -> Condition | None:
        """Two conditions that must both be met."""
        if first is None or second is None:
            return first if second is None else second
        return tuple((*one, *other) for one, other in islice(product(first, second), _MOST_ALTERNATIVES))

    def _product(self, parts: list[Condition]) -> list[tuple[Test, ...]]:
        made: list[tuple[Test, ...]] = [()]
        for part in parts:
            made = [(*begun, *alternative) for begun, alternative in islice(product(made, part), _MOST_ALTERNATIVES)]
        return made

    def atom(self, atom: Atom) -> Condition:
        """One test, or, for an event that is defined, the alternatives that its definition gives."""
        if isinstance(atom, Compares):
            roles = self.roles(atom.roles)
            name = self.somebody(atom.measure)
            formula = self.formula(atom.formula) if atom.formula else None
            return ((Test("measured", name=name, roles=roles, comparator=atom.comparator, amount=atom.amount, formula=formula),),)
        if isinstance(atom, Level):
            return ((Test("level", name=self.somebody(atom.measure), roles=self.roles(atom.roles), level=key(atom.level)),),)
        return self._occurs(atom)

    def _occurs(self, atom: Occurs) -> Condition:
        event = atom.event
        window = self.window(event.within) if event.within is not None else None
        if self.is_status(event.name) and not event.references:
            return ((Test("holds", name=self._statuses[key(event.name)], negated=atom.negated),),)
        pattern, count = self._counted(self.event(event), event)
        if _is_judged(pattern):
            self._judged(atom)
        defined = self._events.get(key(event.name))
        if defined is None or defined.meaning is None or self._is_too_deep() or _is_judged(pattern):
            return ((Test("occurs", pattern, window=window, negated=atom.negated, already=atom.already, count=count),),)
        meant = self._meaning(defined, pattern, window, already=atom.already)
        return _negated(meant) if atom.negated else meant

    def _is_too_deep(self) -> bool:
        return self._depth >= _DEEPEST or (self._depth > 0 and self._taken >= _MOST_DEFINITIONS)

    def _judged(self, atom: Occurs) -> None:
        """Keep who judges an event, and what it is in fact."""
        event = atom.event
        plain = event._replace(roles=tuple(role for role in event.roles if role.preposition not in JUDGING))
        kept = dict(self.variables), list(self.mentioned)
        in_fact = self.atom(atom._replace(event=plain, negated=False))
        for role in event.roles:
            if role.preposition in JUDGING and role.actors is not None:
                self.findings.append(Finding(self.happening(event.name), role.preposition, self.actors(role.actors), in_fact))
        self.variables, self.mentioned = kept

    def _counted(self, pattern: Pattern, event: EventTerm) -> tuple[Pattern, Count | None]:
        """The event of one actor, and how many must have done it, where several are asked for: `ratification by all Parties`."""
        for place, role in enumerate(pattern.roles):
            who = role.who
            if role.preposition != "by" or role.absent or not (who.quantifier in _COUNTED or (who.quantifier == "all" and len(who.names) > 1)):
                continue
            actors = next(each.actors for each in event.roles if each.preposition == "by" and each.actors is not None)
            including = tuple(name for actor in actors.including for name in self.members(actor.name))
            shares = tuple((self.somebody(share.measure), share.bound, share.percent) for share in actors.shares)
            is_open = any(self._is_open(actor.name) for actor in actors.members)
            count = Count(who.names, who.quantifier, who.number, including, shares, is_open)
            anyone = role._replace(who=Who(who.names, "any", binds=COUNTED))
            return pattern._replace(roles=(*pattern.roles[:place], anyone, *pattern.roles[place + 1 :])), count
        return pattern, None

    def _meaning(self, defined: Event, pattern: Pattern, window: Window | None, *, already: bool) -> Condition:
        """What a declared event means, with the roles that this use of it adds; and the event itself, should a history name it."""
        assert defined.meaning is not None
        kept = dict(self.variables), list(self.mentioned)
        self._taken = self._taken + 1 if self._depth else 1
        self._depth += 1
        meant = self.condition(defined.meaning)
        self._depth -= 1
        self.variables, self.mentioned = kept
        widened = tuple(tuple(_with_roles(test, pattern, window, already=already) for test in alternative) for alternative in meant)
        return (*widened, (Test("occurs", pattern, window=window, already=already),))

    def formula(self, formula: amounts.Formula) -> Formula:
        """An amount that is worked out when it is needed."""
        of = self.somebody(formula.of) if formula.of else ""
        return Formula(formula.kind, formula.amount, formula.share or "", of, formula.rounded, tuple(map(self.formula, formula.operands)))

    # ------------------------------------------------------------ time

    def window(self, timing: Timing) -> Window:
        """When, with its event lowered and its date as instants."""
        anchor = self.atom(Occurs(-1, -1, "occurs", timing.anchor, negated=False, already=False)) if timing.anchor is not None else None
        at = last = None
        if timing.on is not None:
            at = self.calendar.at(timing.on, timing.hour, timing.zone)
            last = at if timing.hour else self.calendar.ends(timing.on.toordinal())
        low = None
        if timing.at_least is not None and timing.period is not None:
            low = amounts.Period(-1, -1, ((timing.at_least, timing.period.parts[-1][1]),))
        clocks = tuple(self._clock(clock) for clock in timing.clocks)
        return Window(timing.kind, timing.period, low, anchor, at, last, timing.which, clocks, timing.times, timing.bound)

    def _clock(self, clock: ModelClock) -> Clock:
        at = self.calendar.ends(clock.on.toordinal()) if clock.on is not None else None
        anchor = self.atom(Occurs(-1, -1, "occurs", clock.event, negated=False, already=False)) if clock.event is not None else None
        return Clock(at, clock.period, anchor)


def cited(reference: Reference) -> str:
    """A cross-reference in the words of the clause language."""
    whole = {"treaty": "this treaty", "this article": "this article", "instrument": reference.designation}
    target = whole.get(reference.kind, f"{reference.kind} {reference.designation}")
    if reference.instrument:
        target += f" of {reference.instrument}"
    return f"paragraph {reference.paragraph} of {target}" if reference.paragraph is not None else target


def _is_judged(pattern: Pattern) -> bool:
    """Whether what counts is a finding that the event has happened, and not that it has."""
    return any(role.preposition in JUDGING for role in pattern.roles)


def _with_roles(test: Test, pattern: Pattern, window: Window | None, *, already: bool) -> Test:
    if test.kind != "occurs" or test.pattern is None:
        return test
    meant = test.pattern._replace(
        roles=(*test.pattern.roles, *pattern.roles),
        clauses=test.pattern.clauses if pattern.clauses is None else pattern.clauses,
        amounts=(*test.pattern.amounts, *pattern.amounts),
        said=pattern.said,
    )
    return test._replace(pattern=meant, window=window or test.window, already=already or test.already)


def _negated(condition: Condition) -> Condition:
    """That none of the alternatives is met: of each, one test fails."""
    made: list[tuple[Test, ...]] = [()]
    for alternative in condition:
        made = [(*begun, test._replace(negated=not test.negated)) for begun, test in islice(product(made, alternative), _MOST_ALTERNATIVES)]
    return tuple(made)


NOTHING = Decimal(0)
