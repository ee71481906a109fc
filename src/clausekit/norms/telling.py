"""Events as a drafter tells them → happenings: `armed attack by Russia on Ukraine`, `clause access is violated`, on a date."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from clausekit.model.declarations import Action
from clausekit.model.names import key
from clausekit.model.terms import Actor, Actors, Atom, Compares, EventTerm, Level, Role
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import PLURAL_OF_ROLE
from clausekit.norms.calendar import Instant
from clausekit.norms.history import JUDGEMENTS, Change, Entry, Happening
from clausekit.norms.joining import is_open
from clausekit.norms.lower_terms import Terms, cited
from clausekit.norms.norm import Code, Names
from clausekit.norms.state import names_heard


class Telling:
    """Reads what is told of one treaty, in its names."""

    def __init__(self, treaty: Treaty, code: Code) -> None:
        """Know the names of `treaty`, which was lowered to `code`."""
        self.terms = self._terms = Terms(treaty, code.calendar)
        self.code = self._code = code
        self._acts = {act.name for norm in code.norms for act in norm.acts}
        self._terms.begin(None)

    @cached_property
    def is_open(self) -> bool:
        """Whether others than its declared Parties may join the treaty."""
        return is_open(self.terms.treaty)

    @cached_property
    def heard(self) -> frozenset[str]:
        """The names of all that a sentence of the treaty speaks of."""
        return names_heard(self.code)

    def entries(self, atom: Atom, at: Instant, *, negated: bool = False) -> list[Entry]:
        """What is told, as it happened at an instant: an event, or that a status began or ended, or that a measure was taken."""
        if isinstance(atom, Compares):
            value = atom.amount if atom.amount is not None else Decimal(0)
            name, roles = self._measured(atom)
            return [Change(at, name, value=value, roles=roles, said=f"{_of(atom)}: {value:,f}")]
        if isinstance(atom, Level):
            name, roles = self._measured(atom)
            return [Change(at, name, level=key(atom.level), roles=roles, said=f"{_of(atom)}: {atom.level}")]
        if self._terms.is_status(atom.event.name):
            name = next(each for each in (*self._code.free_statuses, *(s.name for s in self._code.statuses)) if key(each) == key(atom.event.name))
            return [Change(at, name, holds=not (negated or atom.negated), said=name)]
        return list(self.happenings(atom.event, at))

    def _measured(self, atom: Compares | Level) -> tuple[str, Mapping[str, Names]]:
        """The measure that is told of, and whose: also of somebody whom the treaty does not name, as `emissions of Alba` in an open treaty."""
        roles = self._roles(atom.roles, around=False)  # what was measured in a zone was not measured in the zone around it
        measure, of, whose = atom.measure.partition(" of ")
        if of and self._terms.vocabulary.thing(atom.measure) is None and self._terms.vocabulary.thing(measure) is not None:
            return self._terms.somebody(measure), {**roles, "of": (whose,)}
        return self._terms.somebody(atom.measure), roles

    def happenings(self, event: EventTerm, at: Instant) -> list[Happening]:
        """An event; and for a finding or an allegation, the event found or alleged with it."""
        event = self._act_and_object(event)
        pattern = self._terms.event(event)
        clauses = pattern.clauses
        if event.references and clauses is None:
            clauses = frozenset(range(len(self._code.provisions)))
        roles = self._roles(event.roles)
        for role in pattern.roles:
            if role.preposition not in roles:
                roles = {**roles, role.preposition: role.who.names}
        amounts = tuple((each.high or each.amount or Decimal(0), key(each.unit or "")) for each in event.quantities)
        is_act = self._terms.vocabulary.action(event.name) is not None or self._terms.happening(event.name) in self._acts
        told = Happening(at, pattern.name, roles, clauses or frozenset(), amounts, event.aspect, said=self._said(event, is_act=is_act))
        judged = self._judged(told)
        return [told] if judged is None else [told, judged]

    def _act_and_object(self, event: EventTerm) -> EventTerm:
        """An act that only the treaty's sentences name, with what it is done to: `inform Ukraine by France`."""
        name, of, whose = event.name.partition(" of ")
        vocabulary = self._terms.vocabulary
        if of and vocabulary.happening(event.name) is None and vocabulary.happening(name) is not None and vocabulary.who(whose) is not None:
            return self._done_to(event, name, whose)  # of somebody who joins an open treaty: `inability of Alba`
        words = event.name.split(" ")
        if len(words) < 2 or self._terms.happening(event.name) in self._acts or self._terms.vocabulary.happening(event.name) is not None:
            return event
        for at in range(len(words) - 1, 0, -1):
            rest = " ".join(words[at:])
            if key(" ".join(words[:at])) in self._acts and self._terms.vocabulary.anything(rest) is not None:
                return self._done_to(event, " ".join(words[:at]), rest)
        return event

    def _done_to(self, event: EventTerm, name: str, whom: str) -> EventTerm:
        done_to = Actor(-1, -1, "", None, self._terms.somebody(whom), other=False, variable=None)
        role = Role(-1, -1, "of", Actors(-1, -1, (done_to,), "and", (), (), ()), ())
        return event._replace(name=name, roles=(role, *event.roles))

    def _judged(self, told: Happening) -> Happening | None:
        """`determination of breach by Joint Commission` is a breach as determined by it; a plain `breach as determined by …` is told as such."""
        role = JUDGEMENTS.get(told.name)
        of = told.roles.get("of", ())
        if role is None or not of:
            return None  # what it is a finding of follows from what has happened
        roles = {preposition: names for preposition, names in told.roles.items() if preposition not in ("of", "by")}
        if "against" in roles and "by" not in roles:
            roles["by"] = roles.pop("against")
        who = "".join(f" {preposition} {_listed(list(names))}" for preposition, names in roles.items())
        said = f"{of[0]}{who} {role} {_listed(list(told.by))}" if told.by else told.said
        return Happening(told.at, self._terms.happening(of[0]), {**roles, role: told.by}, told.clauses, told.amounts, said=said)

    def _said(self, event: EventTerm, *, is_act: bool) -> str:
        """An event in words: `violation of clause access by Alba`, `assistance to Ukraine by France and Poland`."""
        declared = self._terms.vocabulary.declared.get(key(event.name))
        noun = _bare(declared.noun) if isinstance(declared, Action) and declared.noun else ""
        parts = [noun or event.name]
        parts += [f"of {' and '.join(map(cited, event.references))}"] if event.references else []
        for role in event.roles:
            if role.actors is None:
                continue
            names = _listed([_spelled(actor) for actor in role.actors.members])
            is_object = role.preposition == "of" and is_act and not noun and len(parts) == 1
            parts.append(names if is_object else f"{role.preposition} {names}")
        parts += [f"of {each.amount:,f} {each.unit or ''}".rstrip() for each in event.quantities if each.amount is not None]
        return " ".join(part for part in parts if part)

    def _roles(self, roles: tuple[Role, ...], *, around: bool = True) -> Mapping[str, Names]:
        """Who and what fills the roles: groups by their members, places with those around them."""
        found: dict[str, Names] = {}
        for role in roles:
            if role.actors is None:
                continue
            named: list[str] = []
            for actor in role.actors.members:
                what, whose = self._owned(actor.name)
                named += self._terms.members(what)
                if whose:
                    found["of"] = tuple(dict.fromkeys((*found.get("of", ()), *self._terms.members(whose))))
            names = [each for name in named for each in self._code.zones.get(name, (name,))] if around else named
            found[role.preposition] = tuple(dict.fromkeys((*found.get(role.preposition, ()), *names)))
        return found

    def _owned(self, name: str) -> tuple[str, str]:
        """Something, and whose it is: `Forces of US`."""
        what, of, whose = name.partition(" of ")
        vocabulary = self._terms.vocabulary
        is_owned = of and vocabulary.anything(name) is None and vocabulary.anything(what) is not None and vocabulary.who(whose) is not None
        return (what, whose) if is_owned else (name, "")


def _of(atom: Compares | Level) -> str:
    """A measure, and whose or where it was taken."""
    told = [(role.preposition, [actor.name for actor in role.actors.members]) for role in atom.roles if role.actors is not None]
    return " ".join((atom.measure, *(f"{preposition} {_listed(names)}" for preposition, names in told)))


def _spelled(actor: Actor) -> str:
    """The name of an actor; of all of a role, in the plural: `the Parties`."""
    return f"the {PLURAL_OF_ROLE[actor.name]}" if actor.quantifier in ("the", "all") and actor.name in PLURAL_OF_ROLE else actor.name


def _bare(noun: str) -> str:
    """A noun without its article."""
    first, _, rest = noun.partition(" ")
    return rest if first in ("a", "an", "the") and rest else noun


def _listed(names: list[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
