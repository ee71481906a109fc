"""Nodes of sentences → clauses of a treaty: objects split from acts, slots put in their places."""

from __future__ import annotations

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.model import rules
from clausekit.model.clauses import Act, Clause, Limb, Prose, Rung, Sentence, Stated, Statement
from clausekit.model.names import ARTICLES, key, without_article
from clausekit.model.qualifiers import Manner, Precedence, Qualifier, Restriction, When
from clausekit.model.resolve_life import LifeResolver
from clausekit.model.resolve_terms import ASPECT_OF_VERB
from clausekit.model.terms import Actor, Actors, Reference, Role, Timing
from clausekit.source import Span
from clausekit.syntax.nodes import (
    ActNode,
    ActorNode,
    ApplicationNode,
    ClauseNode,
    CoreNode,
    EventNode,
    LimbNode,
    MannerNode,
    Name,
    PrecedenceNode,
    ProseNode,
    RecordNode,
    RestrictionNode,
    RoleNode,
    SlotNode,
    StatementNode,
    TimingNode,
    WhenNode,
)
from clausekit.syntax.phrases_life import DELAYED

_act = Act
_actor = Actor
_actors = Actors
_limb = Limb
_manner = Manner
_precedence = Precedence
_prose = Prose
_restriction = Restriction
_rung = Rung
_sentence = Sentence
_statement = Statement
_when = When

_Slots = tuple[list[Timing], list[Qualifier], list[When]]
# The order in which qualifiers stand in a canonical sentence.
_RANK = {"subject to": 1, "notwithstanding": 1, "without prejudice to": 1, "unless": 2, "except": 2, "provided that": 2, "when": 3}
_LEADS_AN_OBJECT = frozenset({"the", "a", "an", "its", "their", "such", "both", "all", "other"})
_AGREEING = {"undertake": "undertakes", "intend": "intends", "are": "is"}


class ClauseResolver(LifeResolver):
    """Resolves sentences, one at a time."""

    def clause(self, node: ClauseNode) -> Clause:
        """One clause. Names that nobody declared stay as written."""
        self.variables = {}
        label = node.label.text if node.label else None
        body = node.body
        if isinstance(body, ProseNode):
            return _prose(node.start, node.end, "prose", label, body.text, body.source, self.understandings(body.understandings))
        if isinstance(body, RecordNode):
            return self.record(node, label, body)
        openings, statements = self._body(body.openings, body.core)
        rungs = []
        for rung in body.rungs:
            rung_openings, rung_statements = self._body(rung.openings, rung.core)
            rungs.append(_rung(rung.start, rung.end, rung_openings, rung_statements))
        return _sentence(node.start, node.end, "sentence", label, openings, statements, tuple(rungs))

    def _body(self, slots: tuple[SlotNode, ...], core: CoreNode) -> tuple[tuple[When, ...], tuple[Stated, ...]]:
        """Openings and statements. Deadlines written before the sentence go to its acts; a condition behind its only act opens it."""
        timing, qualifiers, openings = self._slots(slots)
        statements: list[Stated] = []
        alone = len(core) == 1
        for node in core:
            if isinstance(node, StatementNode):
                stated: Stated = self._statement(node, timing, qualifiers, openings if alone and not node.listed else None)
            else:
                made = self.other(node, (), ())  # before its slots, which may speak of whom it names
                own_timing, own_qualifiers, conditions = self._slots(node.slots)
                if alone:
                    openings += conditions
                else:
                    own_qualifiers += conditions
                delayed = isinstance(node, ApplicationNode) and node.verb in DELAYED
                stated = made._replace(timing=in_order(timing + own_timing, delayed=delayed), qualifiers=ordered(qualifiers + own_qualifiers))
            statements.append(stated)
        return tuple(openings), tuple(statements)

    # ------------------------------------------------------------ statements

    def _statement(self, node: StatementNode, timing: list[Timing], qualifiers: list[Qualifier], openings: list[When] | None) -> Statement:
        bearer = self.bearer(node.bearer) if node.bearer is not None else None
        if bearer is not None and (node.manner or node.decision) and not bearer.manner and bearer.decision is None:
            decision = self.decision(node.decision) if node.decision else None
            bearer = bearer._replace(manner=node.manner, decision=decision)
        if node.leading:
            more_timing, more_qualifiers, leading_when = self._slots(node.leading)
            timing, qualifiers = timing + more_timing, [*qualifiers, *more_qualifiers]
            if openings is None:
                qualifiers += leading_when
            else:
                openings += leading_when
        limbs = tuple([self._limb(limb, timing, qualifiers, openings) for limb in node.limbs])
        modal = _spelled(node.modal) if node.modal else None
        understandings = self.understandings(node.understandings)
        return _statement(node.start, node.end, "statement", bearer, modal, limbs, node.connective, node.listed, node.source, understandings)

    def _limb(self, node: LimbNode, timing: list[Timing], qualifiers: list[Qualifier], openings: list[When] | None) -> Limb:
        act, since = self._act(node.act)
        timing = timing + since if since else timing
        if not node.slots and not timing and not qualifiers:
            return _limb(node.start, node.end, act, (), ())
        own_timing, own_qualifiers, conditions = self._slots(node.slots)
        if openings is None:
            own_qualifiers += conditions
        else:
            openings += conditions
        return _limb(node.start, node.end, act, in_order(timing + own_timing), ordered(qualifiers + own_qualifiers))

    # ------------------------------------------------------------ acts

    def _act(self, node: ActNode) -> tuple[Act, list[Timing]]:
        """The act, and from which event on it is done, where a role says so: `verify withdrawal from beginning of withdrawal`."""
        action, aspect, objects = self._done(node.phrase)
        if node.object is not None:
            objects.append(self.actor(node.object))
        if node.joined:
            acts = tuple(name for name in node.joined if not objects or not self._is_object(name))
            if acts:
                done_to = " " in node.phrase.text and " " not in acts[0].text and self.vocabulary.action(acts[0].text) is None
                self.diagnostics.append(_joined_acts(node.phrase, acts, done_to=done_to))
            objects += [self.actor(ActorNode("", "", name, None, name.start, name.end)) for name in node.joined if name not in acts]
        acted_on = _actors(node.start, node.end, tuple(objects), node.joined_by, (), (), ()) if objects else None
        roles, since = self._roles_and_times(node.roles)
        act = _act(
            node.start,
            node.end,
            action,
            acted_on,
            self.references(node.references) if node.references else (),
            roles,
            self.quantities(node.quantities),
            tuple([self.condition(each) for each in node.ensured]) if node.ensured else (),
            aspect,
        )
        return act, since

    def _roles_and_times(self, nodes: tuple[RoleNode, ...]) -> tuple[tuple[Role, ...], list[Timing]]:
        if "from" not in [node.preposition for node in nodes]:
            return self.roles(nodes), []
        roles: list[Role] = []
        since: list[Timing] = []
        for node in nodes:
            anchor = self._since(node)
            if anchor is None:
                roles.append(self.role(node))
            else:
                timing = self.timing(TimingNode("from", None, anchor, "", "", "", (), node.start, node.end))
                assert timing is not None
                since.append(timing)
        return tuple(roles), since

    def _since(self, node: RoleNode) -> EventNode | None:
        """The event of a role such as `from signature`, where its filler can only be one."""
        if node.preposition != "from" or node.actors is None or len(node.actors.members) != 1 or node.actors.excluding:
            return None
        (member,) = node.actors.members
        written = member.name.text
        if member.quantifier or member.variable or self._is_somebody(written) or self._read_event(written)[0] == without_article(written):
            found = self.vocabulary.happening(written) if not member.quantifier and not self._is_somebody(written) else None
            if found is None:
                return None
        return EventNode(member.name, (), (), (), None, member.start, member.end)

    def _done(self, phrase: Name) -> tuple[str, str, list[Actor]]:
        """The act of a phrase, its aspect (`begin withdrawal`), and its object."""
        written = phrase.text
        if written not in self._acts:
            self._acts[written] = self.vocabulary.action(written)
        found = self._acts[written]
        if found is not None:
            return found.name, "", []
        action, objects = self._split(phrase)
        first, _, rest = action.partition(" ")
        if rest and first.lower() in ASPECT_OF_VERB and self.vocabulary.action(action) is None:
            done = self.vocabulary.action(rest) or self.vocabulary.happening(rest)
            if done is not None and done.kind in ("action", "noun"):
                return done.name, ASPECT_OF_VERB[first.lower()], objects
        return action, "", objects

    def _split(self, phrase: Name) -> tuple[str, list[Actor]]:
        """What nobody declared as an act, and its object where a declared name or a variable stands at the end: `assist victim`, `notify the Parties`."""
        written = phrase.text
        words = written.split(" ")
        for at in range(1, len(words)):
            rest = " ".join(words[at:])
            if self.vocabulary.anything(self._phrase(rest)[1]) is not None or key(rest) in self.variables:
                act = " ".join(words[:at])
                known = self.vocabulary.action(act)
                if known is None and _DEFINITE.intersection(words[1:at]) and self._phrase(rest)[0] == "a" and words[at].lower() not in ARTICLES:
                    return written, []  # `assist the injured Party`: which Party, the words before it say
                start = phrase.end - len(rest)
                node = ActorNode("", "", Name(rest, start, phrase.end), None, start, phrase.end)
                return (known.name if known else act), [self.actor(node)]
        return written, []

    def _phrase(self, written: str) -> tuple[str, str, bool]:
        phrase = self._phrases.get(written)
        if phrase is None:
            phrase = self._phrases[written] = self._read_phrase(written)
        return phrase

    def _is_object(self, name: Name) -> bool:
        """Whether what is joined to an object is another one, and not an act: `assist Ukraine and the wounded`, not `assist Ukraine and consult`."""
        if self.vocabulary.anything(self._phrase(name.text)[1]) is not None or key(name.text) in self.variables:
            return True
        first = name.text.partition(" ")[0]
        return self.vocabulary.action(name.text) is None and (first[0].isupper() or first in _LEADS_AN_OBJECT)

    # ------------------------------------------------------------ slots

    def _slots(self, nodes: tuple[SlotNode, ...]) -> _Slots:
        timing: list[Timing] = []
        qualifiers: list[Qualifier] = []
        conditions: list[When] = []
        for node in nodes:
            if isinstance(node, TimingNode):
                read = self.timing(node)
                if read is not None:
                    timing.append(read)
            elif isinstance(node, WhenNode):
                conditions.append(_when(node.start, node.end, "when", node.word, self.condition(node.condition)))
            else:
                qualifiers.append(self._qualifier(node))
        return timing, qualifiers, conditions

    def _qualifier(self, node: RestrictionNode | PrecedenceNode | MannerNode) -> Qualifier:
        if isinstance(node, RestrictionNode):
            met = self.condition(node.condition) if node.condition else None
            return _restriction(node.start, node.end, node.kind, met, self.roles(node.roles))
        if isinstance(node, PrecedenceNode):
            return self._precedence(node)
        period = self.period(node.period) if node.period else None
        instrument = self.instrument_cited(node.name) if node.name else None
        return _manner(
            node.start,
            node.end,
            node.kind,
            self.actors(node.actors) if node.actors else None,
            period,
            node.name.text if node.name and instrument is None else None,
            (instrument,) if instrument is not None else self.references(node.references),
        )

    def _precedence(self, node: PrecedenceNode) -> Precedence:
        """`subject to part Two` cites a part by its name; `subject to Charter`, an instrument outside the treaty."""
        named = node.name.text if node.name else ""
        instrument = self.instrument_cited(node.name) if node.name else None
        if instrument is not None:
            return _precedence(node.start, node.end, node.kind, (instrument,), None)
        kind, _, designation = named.partition(" ")
        if kind.lower() == "part" and designation:
            cited = Reference(node.name.start, node.end, "part", designation, None, "", None)  # type: ignore[union-attr]  # it has a name
            return _precedence(node.start, node.end, node.kind, (cited,), None)
        return _precedence(node.start, node.end, node.kind, self.references(node.references), named or None)


_DEFINITE = frozenset({"the", "this", "its", "their"})


def in_order(timing: list[Timing], *, delayed: bool = False) -> tuple[Timing, ...]:
    """Times in the order in which they stand in a canonical sentence, wherever the drafter put them. `delayed`: the verb may have a delay behind it."""
    if len(timing) < 2:
        return tuple(timing)
    delay = next((each for each in timing if each.kind == "exactly"), None) if delayed else None
    return tuple(sorted(timing, key=lambda each: 1 if each is delay else _time_rank(each)))


def _time_rank(timing: Timing) -> int:
    """As the printer sorts them: what stands right behind the verb, `after` where no period can take it for its anchor, and all others as they come."""
    if timing.kind in ("on", "from") and timing.anchor is not None and timing.period is None:
        return 0
    return {"after": 2, "exactly": 3}.get(timing.kind, 4)


def ordered(qualifiers: list[Qualifier]) -> tuple[Qualifier, ...]:
    """Qualifiers in the order in which they stand in a canonical sentence."""
    return tuple(qualifiers) if len(qualifiers) < 2 else tuple(sorted(qualifiers, key=lambda qualifier: _RANK.get(qualifier.kind, 0)))


def _spelled(modal: str) -> str:
    first, _, rest = modal.partition(" ")
    return f"{_AGREEING[first]} {rest}" if first in _AGREEING else modal


def _joined_acts(phrase: Name, joined: tuple[Name, ...], *, done_to: bool) -> Diagnostic:
    """`done_to` says that the first of those joined is rather another object: `withdraw its troops and equipment`."""
    first = joined[0].text
    another = "" if done_to or first.partition(" ")[0] in _LEADS_AN_OBJECT else f"for another act repeat the modal, as in `and shall {first}`; "
    return report(
        rules.JOINED_ACTS,
        f"`{phrase.text}` and `{first}` are joined without a second modal: two acts, or one act on several things?",
        *(Label(Span(name.start, name.end), "an act of its own, or an object?") for name in joined),
        help=f"{another}for several objects of one act declare them as parties, zones or terms, or one act with all its words: `action … "
        f'"{phrase.text} and {first}".`',
    )
