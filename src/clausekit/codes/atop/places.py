"""Treaty → forces and territory: where forces stand, how many, who contributes, what is taken, divided or emptied; and what is not military."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.codes.atop.coder import Coder, Rule
from clausekit.codes.atop.conduct import guaranteed_bases
from clausekit.codes.provisions import Norm
from clausekit.codes.scheme import Basis, Derivation, coded, not_derivable
from clausekit.codes.words import holds
from clausekit.model.names import key
from clausekit.model.terms import Compares

_ARMED = ("forces", "troop*", "contingent*", "garrison*", "base", "bases", "facilit*", "military", "personnel")
_ARMS = ("tank*", "troop*", "forces", "personnel", "artillery", "missile*", "warhead*", "launcher*", "arms", "armament*", "weapon*", "battalion*", "division*",
         "combat*", "aircraft", "helicopter*", "vehicle*", "bomber*")  # fmt: skip
_OWN_ORDER = ("constitution*", "internal", "domestic", "independence", "order", "union", "state of affairs")


# ---------------------------------------------------------------- forces abroad


def base(coder: Coder) -> Derivation:
    """Whether forces stand in the territory of another member, and whose."""
    found = [norm for norm in coder.provided("station forces", "open territory") if not norm.openings and _abroad(coder, norm)]
    bases = [*coder.bases(found), *(basis for _, basis in guaranteed_bases(coder))]
    if not bases:
        return coded(0, "no clause places forces in another member's territory")
    if found and all(norm.bearer and norm.bearer.manner == "jointly" for norm in found):
        return coded(1, "forces are placed together", bases)
    bound = {name for norm in found for name in coder.provisions.bound(norm.bearer)}
    if found and bound == {*coder.provisions.parties}:
        return coded(2, "each places forces in the territory of others", bases)
    return coded(3, "forces of one side stand in the territory of another", bases)


def _abroad(coder: Coder, norm: Norm) -> bool:
    """Whether an act is about forces or bases, and in a place that is a member's."""
    words = coder.words(norm)
    placed = any(role.preposition in {"in", "on", "to", "from"} for role in norm.act.roles) or bool(holds(words, ("base", "bases")))
    return bool(holds(words, _ARMED)) and placed


def contrib(coder: Coder) -> Derivation:
    """Whether contributions are listed by amount."""
    stationed = [norm for norm in coder.provided("station forces", "lend", "train and equip", "military aid") if norm.act.quantities and not norm.openings]
    bases = [*coder.bases(stationed), *(coder.declaration(actor, actor.role) for actor in coder.treaty.actors if actor.pledges)]
    return coded(1, "amounts are named", bases) if bases else coded(0, "no clause lists amounts that members contribute")


def _ensured(coder: Coder) -> Iterator[tuple[Norm, Compares]]:
    """The duties to ensure that arms or forces stay at or below a number."""
    for norm in coder.norms:
        atoms = (atom for condition in norm.act.ensured for alternative in condition.alternatives for atom in alternative)
        for atom in atoms:
            low = isinstance(atom, Compares) and atom.comparator in {"is at most", "is below", "is"}
            if isinstance(atom, Compares) and low and norm.modality == "duty" and holds(coder.provisions.words(atom.measure), _ARMS):
                yield norm, atom


def armred(coder: Coder) -> Derivation:
    """Fewer arms, or more."""
    fewer = [
        *coder.bases(coder.owed("reduce arms")),
        *(coder.basis(norm, f"ensure: {atom.measure}") for norm, atom in _ensured(coder) if not _in_zone(coder, atom)),
    ]
    if fewer:
        return coded(1, "arms are to be reduced or limited", fewer)
    more = list(coder.owed("increase arms"))
    return coded(2, "arms are to be increased", coder.bases(more)) if more else coded(0, "no clause sets levels of arms")


def demwith(coder: Coder) -> Derivation:
    """Forces withdrawn, or kept low in a zone."""
    bases: list[Basis] = [*coder.bases(coder.owed("withdraw forces"))]
    bases += [coder.basis(norm, f"ensure: {atom.measure}") for norm, atom in _ensured(coder) if _in_zone(coder, atom)]
    return coded(1, "forces are to be withdrawn, or few in a zone", bases) if bases else coded(0, "no clause withdraws forces or empties an area of them")


def _in_zone(coder: Coder, atom: Compares) -> bool:
    things = (coder.provisions.vocabulary.thing(actor.name) for role in atom.roles if role.actors for actor in role.actors.members)
    return any(thing and thing.kind == "zone" for thing in things)


# ---------------------------------------------------------------- territory


def acqterr(coder: Coder) -> Derivation:
    """Territory to be taken, or not to be sought."""
    taken = list(coder.provided("take territory"))
    if taken:
        return coded(1, "territory is to be taken", coder.bases(taken))
    barred = list(coder.forbidden("take territory"))
    return coded(2, "territory is not to be sought", coder.bases(barred)) if barred else coded(0, "no clause is about new territory")


def divgains(coder: Coder) -> Derivation:
    """Gains divided."""
    return coder.whether(coder.provided("divide gains"), "gains are to be divided", "no clause divides gains")


# ---------------------------------------------------------------- not military


def nomicoop(coder: Coder) -> Derivation:
    """Cooperation in other matters."""
    return coder.whether(coder.owed("cooperate"), "cooperation is owed in other than military matters", "no clause obliges to cooperate in other matters")


def ecaid(coder: Coder) -> Derivation:
    """No economic aid, or some whose kind cannot be told."""
    found = list(coder.owed("economic aid"))
    return (
        not_derivable("economic aid is owed; the list of its kinds is not known", coder.bases(found))
        if found
        else coded(0, "no clause obliges to economic aid")
    )


def interv(coder: Coder) -> Derivation:
    """No intervention, or a right to it."""
    barred = list(coder.forbidden("interfere"))
    if barred:
        return coded(1, "intervention in domestic affairs is forbidden", coder.bases(barred))
    rights = [norm for norm in coder.allowed("intervene") if coder.is_breach(norm) and _of_own_order(coder, norm)]
    if rights:
        return coded(3, "some may act if a member breaks its duties about its own order", coder.bases(rights))
    return coded(0, "no clause is about domestic affairs")


def _of_own_order(coder: Coder, norm: Norm) -> bool:
    """Whether the breach is one of duties that bind somebody else about its own order."""
    acting = {*coder.provisions.bound(norm.bearer)}
    events = coder.cases(norm)
    cited = {id(each.clause) for event in events for each in coder.provisions.cited(event.references, norm.provision)}
    whole = not cited and any(key(event.name) in {"breach", "violation"} and not event.references for event in events)
    ordered = coder.once("own order", _orders)
    return any((whole or id(other.provision.clause) in cited) and {*coder.provisions.bound(other.bearer)} - acting for other in ordered)


def _orders(coder: Coder) -> list[Norm]:
    """The duties and bans that are about the order of those they bind."""
    return [norm for norm in coder.norms if norm.modality in {"duty", "prohibition"} and holds(coder.words(norm), _OWN_ORDER)]


RULES: dict[str, Rule] = {
    "base": base, "contrib": contrib, "armred": armred, "demwith": demwith, "acqterr": acqterr, "divgains": divgains,
    "nomicoop": nomicoop, "ecaid": ecaid, "interv": interv,
}  # fmt: skip
