"""An obligation → what limits it: who must attack, where, in which conflict, how many, at whose request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausekit.codes.atop.coder import ATTACK, BREACH, THREAT, WAR, Coder
from clausekit.codes.provisions import Norm, is_generic
from clausekit.codes.scheme import Basis
from clausekit.codes.words import holds
from clausekit.model.citations import Provision
from clausekit.model.clauses import Guarantee
from clausekit.model.names import key
from clausekit.model.terms import Actor, EventTerm, Role

Limits = Mapping[str, tuple[Basis, ...]]

_PRESENT = ("present", "existing", "ongoing", "current")
_CONFLICT = ("war", "conflict*", "hostilit*")
_DEMAND = ("demand*", "ultimatum")
_PROVOKED = ("unprovoked", "provo*")


def limits(coder: Coder, norm: Norm) -> Limits:
    """What limits a norm, by kind: those of the variables, `breach` for a breach as its case, and `other` for what else is asked."""
    found: dict[str, list[Basis]] = {}
    for kind, note in (*_of_cases(coder, norm), *_of_qualifiers(coder, norm)):
        found.setdefault(kind, []).append(coder.basis(norm, note))
    for basis in _confined(coder, norm):
        found.setdefault("loc", []).append(basis)
    return {kind: tuple(dict.fromkeys(bases)) for kind, bases in found.items()}


def limits_of_guarantee(coder: Coder, guarantee: Guarantee, here: Provision, basis: Basis) -> Limits:
    """What limits a guarantee: that it is of a place, what its qualifiers ask, and what limits all the help that it promises in other clauses."""
    found: dict[str, list[Basis]] = {}
    if any(_is_place(coder, name) for name in guarantee.states):
        found["loc"] = [basis]
    if coder.provisions.restrictions(guarantee.qualifiers):
        found["other"] = [basis]
    promised = {id(each.clause) for each in coder.provisions.cited(guarantee.response, here)}
    helps = [limits(coder, norm) for norm in coder.owed("support") if id(norm.provision.clause) in promised]
    if all({*each} - {"att", "breach"} for each in helps):
        for kind, bases in (pair for each in helps for pair in each.items()):
            found.setdefault(kind, []).extend(bases)
    return {kind: tuple(dict.fromkeys(bases)) for kind, bases in found.items()}


def authors(coder: Coder, norm: Norm) -> list[tuple[Actor, EventTerm]]:
    """Who is named as author of an attack, a war, a threat or a breach in the cases of a norm, other than just anybody."""
    hostile = (event for event in coder.cases(norm) if holds(coder.provisions.words(event.name), (*ATTACK, *WAR, *THREAT, *BREACH)))
    by = ((actor, event) for event in hostile for role in event.roles if role.preposition == "by" for actor in _members(role))
    return [(actor, event) for actor, event in by if _is_adversary(coder, actor)]


def _members(role: Role) -> tuple[Actor, ...]:
    return role.actors.members if role.actors else ()


def _is_adversary(coder: Coder, actor: Actor) -> bool:
    """Whether an actor is named or described, and is no organ or body, which attacks nobody."""
    found = coder.provisions.vocabulary.who(actor.name)
    declared = coder.provisions.vocabulary.actor(found.name) if found else None
    if (found and found.kind in {"body", "office"}) or (declared and declared.role == "organ"):
        return False
    return not is_generic(actor) and actor.quantifier not in {"that", "at least", "exactly", "majority", "fraction"}


def _of_cases(coder: Coder, norm: Norm) -> Iterator[tuple[str, str]]:
    words_of = coder.provisions.words_of_event
    for event in coder.cases(norm):
        name = f"case: {event.name}"
        if _breach_of_some(coder, event, norm):
            yield "adv", name
        if coder.is_breach(norm) and holds(event.name, ("violation", "breach")):
            yield "breach", name
        if any(_in_place(coder, event)):
            yield "loc", f"{name} in a place"
        words = words_of(event)
        if holds(words, _PRESENT) and holds(words, _CONFLICT):
            yield "con", name
        if holds(words, _DEMAND):
            yield "dem", name
        if holds(words, _PROVOKED):
            yield "npr", name
        if holds(event.name, ("request",)):
            yield "req", name
        counts = (actor.count for role in event.roles if role.preposition == "by" for actor in _members(role) if actor.quantifier in {"at least", "exactly"})
        if any(isinstance(count, int) and count > 1 for count in counts):
            yield "num", name
    for actor, event in authors(coder, norm):
        yield "adv", f"case: {event.name} by {actor.name}"
    if coder.is_attack(norm):
        yield "att", "its case is an attack"


def _of_qualifiers(coder: Coder, norm: Norm) -> Iterator[tuple[str, str]]:
    restrictions = coder.provisions.restrictions(norm.limb.qualifiers)
    for each in restrictions:
        events = coder.provisions.happenings([each.condition])
        provoked = any(holds(coder.provisions.words_of_event(event), _PROVOKED) for event in events)
        yield ("npr" if provoked else "other"), each.kind
    asked = coder.provisions.manners(norm.limb.qualifiers, "at the request of")
    if asked and not _whoever_sees_a_threat_may_ask(coder, norm):
        yield "req", "at the request of"


def _whoever_sees_a_threat_may_ask(coder: Coder, norm: Norm) -> bool:
    """Whether the case is one in the opinion of a Party: its request then says that opinion, and asks for nothing more."""
    return any(role.preposition == "in the opinion of" for event in coder.cases(norm) for role in event.roles)


def _confinements(coder: Coder) -> dict[object, list[Basis]]:
    """The sentences that confine a clause to a place, by the clause; those that make an attack in a place one on all, by the name of the event."""
    found: dict[object, list[Basis]] = {}
    for said, where in coder.provisions.applications("applies only", "counts as"):
        if said.verb == "applies only" and any(_is_place(coder, actor.name) for role in said.roles for actor in _members(role)):
            basis = coder.provisions.basis(said, where.provision, "applies only in a place")
            for each in coder.provisions.cited(said.references, where.provision):
                found.setdefault(id(each.clause), []).append(basis)
        others = said.counted is not None and any(actor.other for role in said.counted.roles for actor in _members(role))
        if others and said.event and said.counted and key(said.event.name) == key(said.counted.name) and any(_in_place(coder, said.event)):
            basis = coder.provisions.basis(said, where.provision, "counts as an attack on all, in a place")
            found.setdefault(key(said.event.name), []).append(basis)
    return found


def _confined(coder: Coder, norm: Norm) -> list[Basis]:
    """The sentences that confine the clause of a norm, or the attack that is its case."""
    every = coder.once("confinements", _confinements)
    places = dict.fromkeys([id(norm.provision.clause), *(key(event.name) for event in coder.cases(norm))])
    return [basis for place in places for basis in every.get(place, ())]


def _in_place(coder: Coder, event: EventTerm) -> Iterator[bool]:
    for role in event.roles:
        for actor in _members(role):
            undeclared = role.preposition == "in" and coder.provisions.vocabulary.anything(actor.name) is None and not holds(actor.name, _CONFLICT)
            yield undeclared or _is_place(coder, actor.name)


def _is_place(coder: Coder, name: str) -> bool:
    found = coder.provisions.vocabulary.thing(name)
    return found is not None and found.kind == "zone"


def _breach_of_some(coder: Coder, event: EventTerm, norm: Norm) -> bool:
    """Whether a breach is one of clauses that bind only some of the Parties not to use force."""
    bound = coder.barred(event, norm)
    return bool(bound) and bound < {*coder.provisions.parties}
