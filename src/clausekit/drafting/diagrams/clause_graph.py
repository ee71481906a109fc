"""Treaty → which of its clauses opens, answers, cites or guarantees which: the graph that pictures, Mermaid and DOT are made of.

What opens a clause is told by the name of the event; who must have done it to whom is left to the words of the clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from clausekit.drafting.diagrams.shapes import Kind
from clausekit.drafting.steps import Step, Steps
from clausekit.drafting.tree import capitalised, plain
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Place, Provision
from clausekit.model.clauses import Guarantee, Sentence
from clausekit.model.names import key
from clausekit.model.qualifiers import When
from clausekit.model.terms import Condition, EventTerm, Reference
from clausekit.model.treaty import Division
from clausekit.model.vocabulary import NOUN_OF_ACT

# A deadline that counts from an event is opened by it, in a step that nothing else opens.
_OPENING = frozenset({"within", "exactly", "on", "at the same time as", "first day of month", "after", "from", "not earlier than"})
_FAILURES = frozenset({"violation", "failure"})
# What was there from the start opens too much to be a box.
_EVERYWHERE = frozenset({"entry into force"})
# So many lines are drawn from those that bring an event about straight to those that it opens; more go through a box of the event.
_FEW = 3


class Node(NamedTuple):
    """A box: a step of a clause, an event, or an Article as a whole. `link` is the id of the clause, `said` all of it in words."""

    name: str
    form: Literal["clause", "event", "whole"]
    heading: str
    text: str
    said: str
    link: str


class Edge(NamedTuple):
    """A line, by the names of the boxes."""

    source: str
    target: str
    kind: Kind


class Graph(NamedTuple):
    """The boxes in the order of the treaty, the lines, and the citations of the clauses that are tied to no other."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alone: tuple[str, ...]


def clause_graph(wording: Wording) -> Graph:
    """The graph of the treaty that `wording` says."""
    return _Gathering(wording).graph()


class _Gathering:
    """Looks through the steps of one treaty for what ties them."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.steps = Steps(wording)
        self._citations = self.steps.citations
        self._vocabulary = wording.naming.vocabulary
        self._numbers = {id(provision): number for number, provision in enumerate(self._citations.provisions)}
        self._doing: dict[str, list[str]] = {}
        self._defined = {key(event.name): event for event in reversed(wording.treaty.events) if event.meaning is not None}
        self._statuses = {key(status.name): status for status in reversed(wording.treaty.statuses)}
        self._opened: dict[str, list[tuple[str, bool]]] = {}
        self._edges: dict[Edge, None] = {}
        self._events: dict[str, str] = {}

    def graph(self) -> Graph:
        for step in self.steps.all:
            for piece in step.pieces:
                for limb in piece.limbs:
                    self._doing.setdefault(self._event_key(limb.act.action), []).append(_name(step))
        for step in self.steps.all:
            self._look_at(step)
        self._define()
        self._join()
        tied = {name for edge in self._edges for name in (edge.source, edge.target)}
        nodes = tuple(node for node in self._nodes() if node.name in tied)
        own = {node.name.partition(".")[0] for node in nodes}
        own |= {f"c{self._numbers[id(each)]}" for division in self._wholes(tied) for each in self._citations.cited(Place(division, None))}
        alone = [self.steps.cited(provision) for number, provision in enumerate(self._citations.provisions) if f"c{number}" not in own]
        return Graph(nodes, tuple(self._edges), tuple(alone))

    def _wholes(self, tied: set[str]) -> list[Division]:
        """The divisions that are boxes of their own."""
        return [division for division, _ in self._citations.divisions if self._wording.citing.id_of_division(division) in tied]

    # ------------------------------------------------------------ lines

    def _look_at(self, step: Step) -> None:
        name = _name(step)
        if step.rung:
            self._tie(_name(step._replace(rung=step.rung - 1)), name, "failing")
        conditions = [opening.condition for opening in step.openings]
        for piece in step.pieces:
            for limb in piece.limbs:
                conditions += [qualifier.condition for qualifier in limb.qualifiers if isinstance(qualifier, When)]
                if not step.openings and not step.rung:
                    self._anchored(limb.timing, name, step.provision)
            if isinstance(piece.stated, Guarantee):
                self._guaranteed(piece.stated, name, step.provision)
            else:
                self._cites(piece.stated, name, step.provision)
        for condition in conditions:
            self._opens(condition, name, step.provision)

    def _anchored(self, timing: tuple[object, ...], name: str, here: Provision) -> None:
        for each in timing:
            anchor = getattr(each, "anchor", None)
            if isinstance(anchor, EventTerm) and getattr(each, "kind", "") in _OPENING:
                self._opened_by(anchor, name, here, is_absence=False)

    def _opens(self, condition: Condition, name: str, here: Provision | None) -> None:
        for alternative in condition.alternatives:
            for atom in alternative:
                if atom.kind == "occurs":
                    self._opened_by(atom.event, name, here, is_absence=atom.negated)

    def _opened_by(self, event: EventTerm, name: str, here: Provision | None, *, is_absence: bool) -> None:
        happening = self._event_key(event.name)
        if happening in _EVERYWHERE:
            return
        places = [self._target(reference, here) for reference in event.references]
        if any(places):
            fails = (happening in _FAILURES) != is_absence
            for place in filter(None, places):
                self._tie(place, name, "failing" if fails else "triggers")
        elif not event.references:
            self._opened.setdefault(happening, []).append((name, is_absence))
            self._events.setdefault(happening, event.name)

    def _guaranteed(self, guarantee: Guarantee, name: str, here: Provision) -> None:
        for reference in guarantee.cited:
            self._tie(name, self._target(reference, here), "guarantees")
        for reference in guarantee.response:
            self._tie(name, self._target(reference, here), "failing")
        self._cites(guarantee._replace(cited=(), response=()), name, here)

    def _cites(self, part: object, name: str, here: Provision) -> None:
        for reference in _references(part):
            self._tie(name, self._target(reference, here), "refers")

    def _tie(self, source: str, target: str, kind: Kind) -> None:
        is_own = source.partition(".")[0] == target.partition(".")[0]
        if source and target and (source != target if is_own and kind != "refers" else not is_own):
            self._edges[Edge(source, target, kind)] = None

    def _target(self, reference: Reference, here: Provision | None) -> str:
        """The box that a reference is to: of a clause, or of a division with more than one; empty for this treaty, others, and what `here` stands in."""
        if reference.kind == "instrument" or reference.instrument is not None:
            return ""
        place = self._citations.find(reference, here) or Place(None, None)
        if place.provision is not None:
            return f"c{self._numbers[id(place.provision)]}"
        if place.division is None or (here is not None and any(place.division is each for each in here.path)):
            return ""
        inside = list(self._citations.cited(place))
        if len(inside) == 1:
            return f"c{self._numbers[id(inside[0])]}"
        return self._wording.citing.id_of_division(place.division) if inside else ""

    # ------------------------------------------------------------ events

    def _event_key(self, written: str) -> str:
        """The one name of an event: an act and its noun are one."""
        found = self._vocabulary.happening(written) or self._vocabulary.action(written)
        name = key(found.name if found is not None else written)
        return NOUN_OF_ACT.get(name, name) if found is None or found.kind == "noun" else name

    def _define(self) -> None:
        """What a defined event is made of opens it, and so on for what that is made of."""
        still = list(self._opened)
        seen = set(still)
        while still:
            happening = still.pop(0)
            before = set(self._opened)
            for condition in self._meanings(happening):
                self._opens(condition, f"e {happening}", None)
            new = [each for each in self._opened if each not in before and each not in seen]
            seen.update(new)
            still += new

    def _meanings(self, happening: str) -> Iterator[Condition]:
        if happening in self._defined:
            meaning = self._defined[happening].meaning
            yield from (meaning,) if meaning is not None else ()
        elif happening in self._statuses:
            status = self._statuses[happening]
            yield from (condition for condition in (status.begins, status.ends) if condition is not None)

    def _join(self) -> None:
        """Lines from those who bring an event about to what it opens: straight where they are few, else through a box of the event."""
        for happening, opened in self._opened.items():
            doing = list(dict.fromkeys(self._doing.get(happening, ())))
            is_defined = happening in self._defined or happening in self._statuses
            if is_defined or len(doing) * len(opened) > _FEW or (not doing and len(opened) > 1):
                for source in doing:
                    self._tie(source, f"e {happening}", "triggers")
                for target, is_absence in opened:
                    self._tie(f"e {happening}", target, "failing" if is_absence and doing else "triggers")
            else:
                for source in doing:
                    for target, is_absence in opened:
                        self._tie(source, target, "failing" if is_absence else "triggers")

    # ------------------------------------------------------------ boxes

    def _nodes(self) -> Iterator[Node]:
        wholes = {self._wording.citing.id_of_division(division): path for division, path in self._citations.divisions}
        entered: set[str] = set()
        steps = iter(self.steps.all)
        step = next(steps, None)
        for number, provision in enumerate(self._citations.provisions):
            for part in provision.path:
                whole = self._wording.citing.id_of_division(part)
                if whole not in entered:
                    entered.add(whole)
                    yield self._whole(whole, wholes[whole])
            identity = self._wording.citing.id_of(provision)
            if not isinstance(provision.clause, Sentence):
                said = self.steps.begins(provision)
                yield Node(f"c{number}", "clause", self.steps.cited(provision), said, said, identity)
            while step is not None and step.number == number:
                cited = self.steps.cited(provision)
                if step.rung:
                    cited += f", {self._words['step'].format(step.rung + 1)}"
                yield Node(_name(step), "clause", cited, _briefly(step), capitalised(f"{step.whole}."), identity)
                step = next(steps, None)
        for happening, spelled in self._events.items():
            named = capitalised(self._wording.grammar.bare(plain(self._wording.naming.occurrence(self._spelled(happening, spelled)))))
            yield Node(f"e {happening}", "event", "", named, named, "")

    def _spelled(self, happening: str, spelled: str) -> str:
        declared = self._defined.get(happening) or self._statuses.get(happening)
        return declared.name if declared is not None else spelled

    def _whole(self, name: str, path: tuple[Division, ...]) -> Node:
        heading, title = self.steps.heading(path), self._wording.texts.heading(path[-1])
        return Node(name, "whole", heading, title, f"{heading}. {title}", name)

    @property
    def _words(self) -> dict[str, str]:
        words: dict[str, str] = self._wording.phrases.word_list("diagram")
        return words


def _name(step: Step) -> str:
    return f"c{step.number}.{step.rung}" if step.rung else f"c{step.number}"


def _briefly(step: Step) -> str:
    """Who is to do what, without times and qualifiers."""
    said = "; ".join(" ".join(filter(None, (piece.who, piece.modal, piece.act))) for piece in step.pieces)
    return capitalised(said)


def _references(part: object) -> Iterator[Reference]:
    """Every cross-reference in a part of a treaty but in what opens it, however deep."""
    pending = [part]
    while pending:
        current = pending.pop()
        if isinstance(current, Reference):
            yield current
        elif isinstance(current, tuple) and not isinstance(current, When):
            pending.extend(reversed(current))
