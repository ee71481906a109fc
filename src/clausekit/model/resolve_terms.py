"""Nodes of who, what, when → parts of a treaty, every known name in its declared spelling."""

from __future__ import annotations

from decimal import Decimal

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.model import rules
from clausekit.model.names import key, without_article
from clausekit.model.terms import (
    Actor,
    Actors,
    Atom,
    Bearer,
    Clock,
    Compares,
    Condition,
    Decision,
    EventTerm,
    Level,
    Occurs,
    Quantity,
    Reference,
    Role,
    Timing,
)
from clausekit.model.values import Values
from clausekit.model.vocabulary import Vocabulary
from clausekit.source import Span
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
        self._events: dict[str, str] = {}

    # ------------------------------------------------------------ actors

    def bearer(self, node: BearerNode) -> Bearer:
        decision = self.decision(node.decision) if node.decision else None
        return _bearer(node.start, node.end, self.actors(node.actors), node.manner, decision)

    def decision(self, node: DecisionNode) -> Decision:
        return _decision(node.start, node.end, node.kind, node.fraction or None)

    def actors(self, node: ActorsNode) -> Actors:
        members = tuple([self.actor(member) for member in node.members])
        excluding = tuple([self.actor(member) for member in node.excluding]) if node.excluding else ()
        return _actors(node.start, node.end, members, node.joined_by, excluding)

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
        count: int | str | None = None
        if node.quantifier:
            quantifier = node.quantifier
            if quantifier in _TAKES_NUMBER:
                count = self.count(node.count, node.start, node.end) or 0
            elif quantifier == "fraction":
                count = node.count
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
        return (leading if found.kind in ("zone", "term", "measure") and leading != "all" else "", found.name, False)

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
        return _reference(node.start, node.end, node.kind, node.designation, paragraph, node.point)

    def references(self, nodes: tuple[ReferenceNode, ...]) -> tuple[Reference, ...]:
        return tuple([self.reference(node) for node in nodes])

    def quantities(self, nodes: tuple[QuantityNode, ...]) -> tuple[Quantity, ...]:
        return tuple([read for read in map(self.quantity, nodes) if read is not None]) if nodes else ()

    # ------------------------------------------------------------ events and conditions

    def event(self, node: EventNode) -> EventTerm:
        if node.roles:
            self._watch_joined_events(node)
        written = node.name.text
        name = self._events.get(written)
        if name is None:
            found = self.vocabulary.happening(written)
            name = self._events[written] = found.name if found else without_article(written)
        return _event(
            node.start,
            node.end,
            name,
            self.references(node.references) if node.references else (),
            self.roles(node.roles),
            self.quantities(node.quantities),
            self.timing(node.within) if node.within else None,
        )

    def condition(self, node: ConditionNode) -> Condition:
        alternatives = tuple([tuple([self.atom(atom) for atom in alternative]) for alternative in node.alternatives])
        return _condition(node.start, node.end, alternatives)

    def atom(self, node: AtomNode) -> Atom:
        if isinstance(node, OccursNode):
            return _occurs(node.start, node.end, "occurs", self.event(node.event), node.negated)
        if isinstance(node, ComparesNode):
            return self._compares(node)
        return _level(node.start, node.end, "level", self._measure(node.measure.text), node.level.text)

    def _compares(self, node: ComparesNode) -> Compares | Level:
        amount = self.amount(node.number, node.start, node.end)
        unit = node.unit.text if node.unit else None
        measure = self._measure(node.measure.text)
        return _compares(node.start, node.end, "compares", measure, node.comparator, amount if amount is not None else Decimal(0), unit)

    def _measure(self, written: str) -> str:
        found = self.vocabulary.thing(written)
        return found.name if found else without_article(written)

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
        return _timing(node.start, node.end, node.kind, period, at_least, anchor, on, node.relation, clocks)

    def _clock(self, node: ClockNode) -> Clock:
        on = self.day(node.date, node.start, node.end) if node.date else None
        period = self.period(node.period) if node.period else None
        return _clock(node.start, node.end, on, period, self.event(node.event) if node.event else None)


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
