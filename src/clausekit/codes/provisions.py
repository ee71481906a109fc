"""Treaty → its norms, guarantees and sentences about its life, in one flat list each, with the words and the actors that stand behind their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.codes.scheme import Basis
from clausekit.model.citations import Citations, Provision
from clausekit.model.clauses import Act, Guarantee, Limb, Sentence, Stated, Statement
from clausekit.model.declarations import Body, Group, Term
from clausekit.model.life import Application, Declared
from clausekit.model.modality import Modality, modality
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.qualifiers import Manner, Qualifier, Restriction, When
from clausekit.model.terms import Actor, Actors, Bearer, Condition, EventTerm, Occurs, Reference, Role
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import Vocabulary

_ANYBODY = frozenset(
    {"state", "states", "other state", "other states", "party", "parties", "power", "powers", "third state", "group of states", "groups of states"},
)


class Norm(NamedTuple):
    """One act of a statement: who shall, may or shall not do it, in which cases. `kinds` are what the act counts as."""

    modality: Modality
    bearer: Bearer | None
    act: Act
    limb: Limb
    openings: tuple[When, ...]
    rung: int
    provision: Provision
    kinds: frozenset[str] = frozenset()


class Assertion(NamedTuple):
    """A guarantee, a sentence about the life of a clause, or a recognition, with the cases it is for."""

    said: Guarantee | Application | Declared
    openings: tuple[When, ...]
    provision: Provision


class Provisions:
    """What one treaty says, ready to be coded."""

    def __init__(self, treaty: Treaty) -> None:
        """Walk `treaty` once."""
        self.treaty = treaty
        self.vocabulary = Vocabulary(treaty)
        self.citations = Citations(treaty)
        self.parties = self.vocabulary.parties()
        self.norms: list[Norm] = []
        self._grounded: dict[str, tuple[str, ...]] = {}
        self._assertions: list[Assertion] = []
        for provision in self.citations.provisions:
            clause = provision.clause
            if isinstance(clause, Sentence):
                self._stated(clause.openings, clause.statements, 0, provision)
                for number, rung in enumerate(clause.rungs, 1):
                    self._stated((*clause.openings, *rung.openings), rung.statements, number, provision)

    def _stated(self, openings: tuple[When, ...], statements: tuple[Stated, ...], rung: int, provision: Provision) -> None:
        bearer: Bearer | None = None
        for stated in statements:
            if not isinstance(stated, Statement):
                self._assertions.append(Assertion(stated, openings, provision))
                continue
            bearer = stated.bearer or bearer
            kind = modality(stated, bearer)
            for limb in stated.limbs:
                same = limb.act.action == "do so" and self.norms and self.norms[-1].provision is provision
                act = self.norms[-1].act if same else limb.act
                self.norms.append(Norm(kind, bearer, act, limb, openings, rung, provision))

    # ------------------------------------------------------------ what is said

    def guarantees(self) -> Iterator[tuple[Guarantee, Assertion]]:
        """The guarantees, in order."""
        yield from ((each.said, each) for each in self._assertions if isinstance(each.said, Guarantee))

    def declared(self) -> Iterator[tuple[Declared, Assertion]]:
        """What is recognised, in order."""
        yield from ((each.said, each) for each in self._assertions if isinstance(each.said, Declared))

    def applications(self, *verbs: str) -> Iterator[tuple[Application, Assertion]]:
        """The sentences about the life of the treaty or of its clauses with one of these verbs."""
        yield from ((each.said, each) for each in self._assertions if isinstance(each.said, Application) and each.said.verb in verbs)

    def of_treaty(self, *verbs: str) -> Iterator[tuple[Application, Assertion]]:
        """Those of them that speak of the whole treaty."""
        for said, each in self.applications(*verbs):
            if said.subject is None and said.event is None and all(reference.kind == "treaty" for reference in said.references):
                yield said, each

    def cited(self, references: Iterable[Reference], here: Provision) -> list[Provision]:
        """The provisions that cross-references cover."""
        places = (self.citations.find(each, here) for each in references if each.kind != "instrument" and each.instrument is None)
        return [provision for place in places if place is not None for provision in self.citations.cited(place)]

    def basis(self, part: Part, provision: Provision, note: str = "") -> Basis:
        """That a code follows from `part` of a provision."""
        label = provision.clause.label or ""
        return Basis(self.citations.name_of(provision) or "the only sentence", label, part.span or provision.clause.span, note)

    # ------------------------------------------------------------ who

    def members(self, actors: Actors) -> tuple[str, ...]:
        """The declared actors meant: members of a group that only a criterion picks are those that it picks from."""
        out = {name for actor in actors.excluding for name in self._ground(actor.name)}
        named = (name for actor in actors.members for name in self._ground(actor.name))
        return tuple(dict.fromkeys(name for name in named if name not in out))

    def bound(self, bearer: Bearer | None) -> tuple[str, ...]:
        """The Parties bound or empowered; the guarantors for a bare act."""
        actors = self.vocabulary.members("Guarantor") if bearer is None else self.members(bearer.actors)
        return tuple(name for name in actors if name in self.parties)

    def members_of(self, body: Body) -> tuple[str, ...]:
        """The declared actors that sit in a body."""
        return tuple(dict.fromkeys(name for member in body.members for name in self._ground(member.name)))

    def _ground(self, name: str) -> tuple[str, ...]:
        """The declared actors that a name stands for. Each name is entered once: groups may contain themselves."""
        if name in self._grounded:
            return self._grounded[name]
        passed: set[str] = set()
        found: list[str] = []
        waiting = [name]
        while waiting:
            known = self.vocabulary.who(waiting.pop())
            if known is None or known.name in passed:
                continue
            passed.add(known.name)
            part = self.vocabulary.declared.get(key(known.name))
            if isinstance(part, Group) and part.criterion is not None:
                waiting.append(part.criterion.base)
            elif isinstance(part, Group | Body):
                waiting += [member.name for member in reversed(part.members)]
            else:
                found += self.vocabulary.members(known.name)
        self._grounded[name] = tuple(dict.fromkeys(found))
        return self._grounded[name]

    # ------------------------------------------------------------ words

    def words(self, name: str) -> str:
        """A name with its display text, and with its definition where it is a term."""
        found = self.vocabulary.anything(name) or self.vocabulary.happening(name)
        part = self.vocabulary.declared.get(key(found.name if found else name))
        parts = [name, getattr(part, "display", None), getattr(part, "noun", None), part.meaning if isinstance(part, Term) else None]
        return " ; ".join(filter(None, parts))

    def words_of_actors(self, actors: Actors | None) -> str:
        """The words of all who or what is named."""
        return " ; ".join(self.words(actor.name) for actor in actors.members) if actors else ""

    def words_of_roles(self, roles: Iterable[Role]) -> str:
        """The words of what fills the roles."""
        return " ; ".join(self.words_of_actors(role.actors) for role in roles)

    def words_of_act(self, act: Act) -> str:
        """The words of an act, of whom or what it is done to, and of its roles."""
        display = getattr(self._action(act), "display", None) or ""
        return " ; ".join(filter(None, (act.action, display, self.words_of_actors(act.objects), self.words_of_roles(act.roles))))

    def verbs_of_act(self, act: Act) -> tuple[str, ...]:
        """The verb phrases of an act: as it is said with its objects and roles (`take part in hostilities`), and as the draft says it."""
        said = [act.action, *_names(act.objects), *(word for role in act.roles for word in (role.preposition, *_names(role.actors)))]
        return tuple(filter(None, (" ".join(said), getattr(self._action(act), "display", None))))

    def words_of_event(self, event: EventTerm) -> str:
        """The words of an event and of its roles."""
        return " ; ".join(filter(None, (self.words(event.name), self.words_of_roles(event.roles))))

    def _action(self, act: Act) -> Part | None:
        found = self.vocabulary.action(act.action)
        return self.vocabulary.declared.get(key(found.name)) if found else None

    # ------------------------------------------------------------ cases

    def cases(self, norm: Norm) -> list[EventTerm]:
        """The events that bring a norm into play: those of its openings and of `provided that`, and what these are declared to mean."""
        asked = (each.condition for each in self.restrictions(norm.limb.qualifiers) if each.kind == "provided that")
        return self.happenings([*(opening.condition for opening in norm.openings), *asked])

    def happenings(self, conditions: Iterable[Condition | None]) -> list[EventTerm]:
        """The events that conditions ask for, each followed by what it is declared to mean; not those that must not happen."""
        found: list[EventTerm] = []
        entered: set[str] = set()
        waiting = [each for each in conditions if each is not None]
        while waiting:
            condition = waiting.pop(0)
            for atom in (atom for alternative in condition.alternatives for atom in alternative):
                if not isinstance(atom, Occurs) or atom.negated:
                    continue
                found.append(atom.event)
                name = key(atom.event.name)
                meaning = getattr(self.vocabulary.declared.get(name), "meaning", None)
                if name not in entered and isinstance(meaning, Condition):
                    entered.add(name)
                    waiting.append(meaning)
        return found

    def restrictions(self, qualifiers: Iterable[Qualifier]) -> list[Restriction]:
        """`unless`, `except` and `provided that`."""
        return [each for each in qualifiers if isinstance(each, Restriction)]

    def manners(self, qualifiers: Iterable[Qualifier], kind: str) -> list[Manner]:
        """The ways of acting of one kind, such as `at the request of`."""
        return [each for each in qualifiers if isinstance(each, Manner) and each.kind == kind]

    # ------------------------------------------------------------ mentions

    def mentions(self, part: object) -> set[str]:
        """Every name that stands anywhere in a part of the treaty, as names are compared."""
        found: set[str] = set()
        waiting = [part]
        while waiting:
            inner = waiting.pop()
            if isinstance(inner, tuple):
                waiting += inner
            elif isinstance(inner, str) and inner:
                found.add(key(inner))
        return found


def is_generic(actor: Actor) -> bool:
    """Whether an actor is anybody: `any State`, `another Party`."""
    return actor.quantifier in {"any", "a", "each", "all"} and key(actor.name) in _ANYBODY


def _names(actors: Actors | None) -> list[str]:
    return [actor.name for actor in actors.members] if actors else []
