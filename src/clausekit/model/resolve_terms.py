"""Nodes of who, what, when → parts of a treaty, every known name in its declared spelling."""

from __future__ import annotations

from decimal import Decimal

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.model import rules
from clausekit.model.amounts import Formula, Quantity, Share
from clausekit.model.names import key, without_article
from clausekit.model.terms import Actor, Actors, Atom, Bearer, Clock, Compares, Condition, Decision, EventTerm, Level, Occurs, Reference, Role, Timing
from clausekit.model.values import Values
from clausekit.model.vocabulary import Found, Vocabulary
from clausekit.source import Span
from clausekit.syntax.canonical import digits
from clausekit.syntax.nodes import (
    ActorNode,
    ActorsNode,
    AtomNode,
    BearerNode,
    ClockNode,
    ComparesNode,
    ConditionNode,
    DecisionNode,
    EventNode,
    Name,
    OccursNode,
    QuantityNode,
    ReferenceNode,
    RoleNode,
    ShareNode,
    TimingNode,
)

_actor = Actor
_actors = Actors
_bearer = Bearer
_clock = Clock
_compares = Compares
_condition = Condition
_decision = Decision
_event = EventTerm
_level = Level
_occurs = Occurs
_reference = Reference
_role = Role
_timing = Timing
_share = Share
_formula = Formula
# What a noun before `of` says of the act behind it, and a verb before it.
ASPECT_OF_NOUN = {"beginning": "begin", "start": "begin", "commencement": "begin", "completion": "complete"}
ASPECT_OF_VERB = {"begin": "begin", "start": "begin", "commence": "begin", "complete": "complete"}

_Phrase = tuple[str, str, bool]
_TAKES_NUMBER = frozenset({"at least", "at most", "exactly"})


class TermResolver(Values):
    """Resolves terms against one vocabulary. `variables` holds the names given by `as` in the sentence being read."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Begin with no variables."""
        super().__init__()
        self.vocabulary = vocabulary
        self.variables: dict[str, str] = {}
        self._phrases: dict[str, _Phrase] = {}
        self._events: dict[str, tuple[str, str, str]] = {}
        self._acts: dict[str, Found | None] = {}

    # ------------------------------------------------------------ actors

    def bearer(self, node: BearerNode) -> Bearer:
        decision = self.decision(node.decision) if node.decision else None
        return _bearer(node.start, node.end, self.actors(node.actors), node.manner, decision)

    def decision(self, node: DecisionNode) -> Decision:
        of = None
        if node.of is not None:
            found = self.vocabulary.rule(node.of.text) if node.kind == "rule" else self.vocabulary.who(node.of.text)
            of = found.name if found else without_article(node.of.text)
        number = self.amount(digits(node.number), node.start, node.end) if node.number else None
        return _decision(node.start, node.end, node.kind, node.fraction or None, number, of, node.voting, node.reverse)

    def actors(self, node: ActorsNode) -> Actors:
        members = tuple([self.actor(member) for member in node.members])
        excluding = tuple([self.actor(member) for member in node.excluding]) if node.excluding else ()
        including = tuple([self.actor(member) for member in node.including]) if node.including else ()
        shares = tuple([self.share(share) for share in node.shares]) if node.shares else ()
        return _actors(node.start, node.end, members, node.joined_by, excluding, including, shares)

    def share(self, node: ShareNode) -> Share:
        percent = self._amount_or_nought(node.percent, node.start, node.end)
        return _share(node.start, node.end, node.bound or "stated", percent, self._measure(node.measure.text))

    def _amount_or_nought(self, written: str, start: int, end: int) -> Decimal:
        """An amount as it is written (`0.00`); nought where it cannot be used, which is reported."""
        amount = self.amount(written, start, end)
        return Decimal(0) if amount is None else amount

    def actor(self, node: ActorNode) -> Actor:
        written = node.name.text
        phrase = self._phrases.get(written)
        if phrase is None:
            phrase = self._phrases[written] = self._read_phrase(written)
        quantifier, name, other = phrase
        if self.variables and quantifier in ("", "the"):
            bound = self.variables.get(key(written))
            if bound is not None:
                quantifier, name = "", bound
        variable = None
        if node.variable is not None:
            variable = node.variable.text
            self.variables[key(variable)] = variable
        count: int | Decimal | str | None = None
        if node.quantifier:
            quantifier = node.quantifier
            if quantifier in _TAKES_NUMBER:
                count = self.count(node.count, node.start, node.end) or 0
            elif quantifier == "fraction":
                count = node.count
            elif quantifier == "percent":
                count = self._amount_or_nought(node.count, node.start, node.end)
        return _actor(node.start, node.end, quantifier, count, name, other, variable)

    def _read_phrase(self, written: str) -> _Phrase:
        """Quantifier, declared name and `other` of a phrase such as `the other Parties`; the phrase itself where nothing is declared by that name."""
        words = written.split(" ")
        leading = ""
        other = False
        at = 0
        while at < len(words) - 1:
            word = words[at].lower()
            if word in ("the", "a", "an") and not leading:
                leading = "the" if word == "the" else "a"
            elif word in ("all", "both") and not leading:
                leading = "all"
            elif word == "other" and not other:
                other = True
            elif not (word == "the" and leading == "all"):
                break
            at += 1
        name = " ".join(words[at:])
        found = self.vocabulary.anything(name)
        if found is None:
            # unknown: the words stay the drafter's, but an article is not spelled with a capital inside a sentence
            return ("", " ".join([words[0].lower(), *words[1:]]) if words[0].lower() in ("the", "a", "an") and len(words) > 1 else written, False)
        if found.kind in ("group", "role"):
            if found.number == "plural":
                return ("all", found.name, other)
            return ("the" if leading == "the" else "a", found.name, other)
        if other:
            return ("", written, False)
        # `the Territory` but `Self-Defence`: only the drafter knows which terms and zones take an article
        return (leading if found.kind in ("zone", "term", "measure", "instrument") and leading != "all" else "", found.name, False)

    def role(self, node: RoleNode) -> Role:
        return _role(
            node.start,
            node.end,
            node.preposition,
            self.actors(node.actors) if node.actors is not None else None,
            self.references(node.references) if node.references else (),
        )

    def roles(self, nodes: tuple[RoleNode, ...]) -> tuple[Role, ...]:
        return tuple([self.role(node) for node in nodes]) if nodes else ()

    def reference(self, node: ReferenceNode) -> Reference:
        paragraph = self.count(node.paragraph, node.start, node.end) if node.paragraph else None
        instrument = None
        if node.instrument is not None:
            found = self.vocabulary.instrument(node.instrument.text)
            instrument = found.name if found else without_article(node.instrument.text)
        return _reference(node.start, node.end, node.kind, node.designation, paragraph, node.point, instrument)

    def instrument_cited(self, node: Name) -> Reference | None:
        """A reference to another treaty, where a name is that of one."""
        found = self.vocabulary.instrument(node.text)
        return None if found is None else _reference(node.start, node.end, "instrument", found.name, None, "", None)

    def references(self, nodes: tuple[ReferenceNode, ...]) -> tuple[Reference, ...]:
        return tuple([self.reference(node) for node in nodes])

    def quantities(self, nodes: tuple[QuantityNode, ...]) -> tuple[Quantity, ...]:
        return tuple([read for read in map(self.quantity, nodes) if read is not None]) if nodes else ()

    # ------------------------------------------------------------ events and conditions

    def event(self, node: EventNode) -> EventTerm:
        if node.roles:
            node = self._whole_noun(node)
            self._watch_joined_events(node)
        written = node.name.text
        read = self._events.get(written)
        if read is None:
            read = self._events[written] = self._read_event(written)
        name, aspect, of = read
        roles = self.roles(node.roles)
        if of:
            start = node.name.end - len(of)
            named = ActorNode("", "", Name(of, start, node.name.end), None, start, node.name.end)
            roles = (_role(start, node.name.end, "of", self.actors(ActorsNode((named,), "and", (), start, node.name.end)), ()), *roles)
        return _event(
            node.start,
            node.end,
            name,
            aspect,
            self.references(node.references) if node.references else (),
            roles,
            self.quantities(node.quantities),
            self.timing(node.within) if node.within else None,
        )

    def _whole_noun(self, node: EventNode) -> EventNode:
        """A declared noun that holds a preposition, such as `the request for an extension`, is one name: no role begins inside it."""
        actors = node.roles[0].actors
        if actors is None or len(actors.members) != 1 or actors.excluding:
            return node
        first = actors.members[0]
        whole = f"{node.name.text} {node.roles[0].preposition} {first.name.text}"
        if first.quantifier or first.variable is not None or self.vocabulary.happening(whole) is None:
            return node
        return node._replace(name=Name(whole, node.name.start, first.end), roles=node.roles[1:])

    def _read_event(self, written: str) -> tuple[str, str, str]:
        """The event of a phrase, its aspect, and whose it is: `completion of withdrawal`, `entry into force of Peace Treaty`, or just its name."""
        found = self.vocabulary.happening(written)
        if found is not None:
            return found.name, "", ""
        before, of, after = written.partition(" of ")
        while of:
            aspect = ASPECT_OF_NOUN.get(key(before), "")
            if aspect:
                whose = self._read_event(after)[2]
                done = self.vocabulary.happening(after.removesuffix(f" of {whose}") if whose else after)
                if done is not None and done.kind in ("action", "noun"):
                    return done.name, aspect, whose
            if self._is_somebody(after):
                happening = self.vocabulary.happening(before)
                return happening.name if happening else without_article(before), "", after
            more, of, after = after.partition(" of ")
            before = f"{before} of {more}"
        return self._read_act(written)

    def _read_act(self, written: str) -> tuple[str, str, str]:
        """An event that is named by an act and what it is done to: `assist Ukraine`."""
        words = written.split(" ")
        for at in range(len(words) - 1, 0, -1):
            act = self.vocabulary.action(" ".join(words[:at]))
            if act is not None and self._is_somebody(" ".join(words[at:])):
                return (self.vocabulary.happening(act.name) or act).name, "", " ".join(words[at:])
        return without_article(written), "", ""

    def _is_somebody(self, written: str) -> bool:
        return self.vocabulary.anything(self._read_phrase(written)[1]) is not None or key(written) in self.variables

    def condition(self, node: ConditionNode) -> Condition:
        alternatives = tuple([tuple([self.atom(atom) for atom in alternative]) for alternative in node.alternatives])
        return _condition(node.start, node.end, alternatives)

    def atom(self, node: AtomNode) -> Atom:
        if isinstance(node, OccursNode):
            return _occurs(node.start, node.end, "occurs", self.event(node.event), node.negated, node.already)
        measure, roles = self._measured(node.measured)
        if isinstance(node, ComparesNode):
            formula = self.formula(node.formula) if node.formula else None
            amount = None if node.formula else self._amount_or_nought(node.number, node.start, node.end)
            unit = node.unit.text if node.unit else None
            return _compares(node.start, node.end, "compares", measure, roles, node.comparator, amount, unit, formula)
        other = self.vocabulary.thing(node.level.text)
        if other is not None and other.kind == "measure":  # `stocks are the agreed level`: a number, not a level of a scale
            formula = _formula(node.level.start, node.level.end, "measured", None, None, other.name, "", ())
            return _compares(node.start, node.end, "compares", measure, roles, "is", None, None, formula)
        return _level(node.start, node.end, "level", measure, roles, node.level.text)

    def _measured(self, node: EventNode) -> tuple[str, tuple[Role, ...]]:
        """What is measured, and whose or where: `tanks in Zone A`, `warheads of France`."""
        if node.references or node.quantities or node.within:
            self.diagnostics.append(_qualified_measure(node))
        written = node.name.text
        roles = self.roles(node.roles)
        if self.vocabulary.thing(written) is None:
            before, of, after = written.partition(" of ")
            if of and self._is_somebody(after):
                start = node.name.end - len(after)
                named = ActorNode("", "", Name(after, start, node.name.end), None, start, node.name.end)
                whose = self.actors(ActorsNode((named,), "and", (), start, node.name.end))
                return self._measure(before), (_role(start, node.name.end, "of", whose, ()), *roles)
        return self._measure(written), roles

    def _measure(self, written: str) -> str:
        found = self.vocabulary.thing(written)
        return found.name if found else without_article(written)

    def measure_name(self, written: str) -> str:
        name = super().measure_name(written)
        found = self.vocabulary.thing(name)
        return found.name if found else name

    def _watch_joined_events(self, node: EventNode) -> None:
        """`breach by Russia and request by Ukraine` reads `request` as a second breacher: that it is an event, or the same role twice, gives it away."""
        lists: dict[str, tuple[RoleNode, ActorsNode]] = {}
        for role in node.roles:
            if role.preposition in lists:
                before, actors = lists[role.preposition]
                self.diagnostics.append(_joined_events(node, before, actors, actors.members[-1].name, role))
                return
            if role.actors is not None and len(role.actors.members) > 1:
                lists[role.preposition] = (role, role.actors)
                stray = next((member.name for member in role.actors.members[1:] if self._is_event(member.name)), None)
                if stray is not None:
                    self.diagnostics.append(_joined_events(node, role, role.actors, stray, None))
                    return

    def _is_event(self, name: Name) -> bool:
        """Whether what is named among actors can only be an event."""
        return self.vocabulary.happening(name.text) is not None and self.vocabulary.anything(name.text) is None and key(name.text) not in self.variables

    # ------------------------------------------------------------ time

    def timing(self, node: TimingNode) -> Timing | None:
        """A timing; None, with a diagnostic, when its date or number does not exist."""
        period = self.period(node.period) if node.period else None
        on = self.day(node.date, node.start, node.end) if node.date else None
        at_least = self.count(node.low, node.start, node.end) if node.low else None
        if (node.period and period is None) or (node.date and on is None) or (node.low and at_least is None):
            return None
        clocks = tuple([self._clock(clock) for clock in node.clocks]) if node.clocks else ()
        anchor = self.event(node.anchor) if node.anchor is not None else None
        times = self.count(node.times, node.start, node.end) if node.times else None
        return _timing(node.start, node.end, node.kind, period, at_least, anchor, on, node.relation, clocks, times, node.bound, node.time, node.zone)

    def _clock(self, node: ClockNode) -> Clock:
        on = self.day(node.date, node.start, node.end) if node.date else None
        period = self.period(node.period) if node.period else None
        return _clock(node.start, node.end, on, period, self.event(node.event) if node.event else None)


def _qualified_measure(node: EventNode) -> Diagnostic:
    return report(
        rules.QUALIFIED_MEASURE,
        f"`{node.name.text}` is compared with a number, and so cannot have an amount, a clause or a time of its own",
        Label(Span(node.start, node.end), "what is measured"),
        help="say whose it is or where (`tanks in Zone A`, `warheads of that Party`), and put the time behind what is to be done",
    )


def _joined_events(node: EventNode, before: RoleNode, listed: ActorsNode, stray: Name, again: RoleNode | None) -> Diagnostic:
    """The finding for an event whose list of actors, in the role `before`, holds what is probably another event, or goes on with the same role `again`."""
    happening, role = node.name.text, before.preposition
    actors = f" {listed.joined_by} ".join(member.name.text for member in listed.members if member.name is not stray)
    what = f", and then `{role}` comes again" if again is not None else ", and it is an event"
    way_out = f"leave the second `{role}` out" if again is not None else "declare both as actors"
    return report(
        rules.JOINED_EVENTS,
        f"`{stray.text}` is read as another actor of `{happening}`{what}",
        Label(Span(stray.start, again.end if again is not None else stray.end), "another event, or another actor?"),
        Label(Span(node.start, before.start), "the event read so far"),
        help=f"for two events write `if {happening} {role} {actors} {listed.joined_by} if {stray.text} …`; for two actors {way_out}",
    )
