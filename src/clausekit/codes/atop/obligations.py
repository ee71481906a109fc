"""Treaty → the clauses that oblige its members: to help, to fight, to stay out, to use no force, to consult; each with whom it binds and what limits it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from clausekit.codes.atop.coder import ATTACK, WAR, Coder
from clausekit.codes.atop.limits import Limits, limits, limits_of_guarantee
from clausekit.codes.provisions import Norm
from clausekit.codes.scheme import Basis
from clausekit.codes.words import begins, holds
from clausekit.model.citations import Provision
from clausekit.model.clauses import Guarantee
from clausekit.model.terms import Occurs

# What a guarantee must be of to be a promise of defence.
_GUARANTEED = ("independence", "integrity", "territor*", "security", "frontier*", "border*", "boundar*", "inviolab*", "sovereignty", "neutrality")
_FORCE = (*ATTACK, *WAR, "belligeren*", "use of force", "violence")
_TO_RESIST = ("attack*", "aggress*", "invasion*")


class Obligation(NamedTuple):
    """A clause that obliges: whom, in whose favour (nobody named: all), within which limits."""

    bound: tuple[str, ...]
    favoured: tuple[str, ...]
    limits: Limits
    basis: Basis


def _obligation(coder: Coder, norm: Norm, note: str = "") -> Obligation:
    provisions = coder.provisions
    helped = {"to", "of", "for", "on", "against"} if _resists(coder, norm) else {"to", "of", "for"}
    named = [norm.act.objects, *(role.actors for role in norm.act.roles if role.preposition in helped)]
    named += [role.actors for event in coder.cases(norm) for role in event.roles if role.preposition in {"on", "against"}]
    favoured = dict.fromkeys(name for actors in named if actors for name in provisions.members(actors) if name in provisions.parties)
    return Obligation(_bound(coder, norm), tuple(favoured), limits(coder, norm), coder.basis(norm, note))


def _bound(coder: Coder, norm: Norm) -> tuple[str, ...]:
    """The Parties a norm binds; all of them where it binds a group whose members are not known."""
    bound = coder.provisions.bound(norm.bearer)
    nobody_known = norm.bearer is None or coder.provisions.vocabulary.who(norm.bearer.actors.members[0].name) is None
    return bound if bound or nobody_known else coder.provisions.parties


# ---------------------------------------------------------------- what is owed


def defences(coder: Coder) -> list[Obligation]:
    """The clauses by which a member that is attacked is to be helped."""
    found = [_obligation(coder, norm) for norm in coder.owed("support") if coder.is_attack(norm) or coder.is_war(norm) or _resists(coder, norm)]
    for guarantee, where in coder.provisions.guarantees():
        if guarantee.force == "guarantee" and _guards(coder, guarantee, where.provision):
            basis = coder.provisions.basis(guarantee, where.provision, "guarantee")
            favoured = coder.provisions.members(guarantee.beneficiary) if guarantee.beneficiary else ()
            found.append(Obligation(coder.provisions.bound(guarantee.bearer), favoured, limits_of_guarantee(coder, guarantee, where.provision, basis), basis))
    return found


def _resists(coder: Coder, norm: Norm) -> bool:
    """Whether a norm is to resist attack, whenever it comes: `resist aggression against Cyprus`."""
    verbs = (begins(text, ("resist", "repel", "defend", "help", "aid", "assist")) for text in coder.provisions.verbs_of_act(norm.act))
    return not norm.openings and bool(holds(coder.words(norm), _TO_RESIST)) and any(verbs)


def _guards(coder: Coder, guarantee: Guarantee, here: Provision) -> bool:
    if any(holds(coder.provisions.words(name), _GUARANTEED) for name in guarantee.states):
        return True
    cited = {id(each.clause) for each in coder.provisions.cited(guarantee.cited, here)}
    return any(id(norm.provision.clause) in cited for norm in coder.forbidden("force"))


def offences(coder: Coder) -> list[Obligation]:
    """The clauses by which members are to fight though none of them is attacked."""
    fights = [norm for norm in coder.owed("join war", "force") if not coder.is_attack(norm)]
    helps = [norm for norm in coder.owed("support") if coder.is_war(norm)]
    return [_obligation(coder, norm) for norm in dict.fromkeys((*fights, *helps))]


def neutralities(coder: Coder) -> list[Obligation]:
    """The clauses by which members are to stay out of a war of another."""
    bans = [norm for norm in coder.forbidden("join war", "aid an enemy", "support") if coder.is_attack(norm) or coder.is_war(norm)]
    stays = [norm for norm in coder.owed("stay neutral") if coder.is_attack(norm) or coder.is_war(norm)]
    return [_obligation(coder, norm) for norm in dict.fromkeys((*bans, *stays))]


def non_aggressions(coder: Coder) -> list[Obligation]:
    """The clauses that ban force."""
    found = [*coder.forbidden("force"), *coder.owed("refrain from force"), *(norm for norm in coder.norms if _ensures_peace(coder, norm))]
    return [_obligation(coder, norm) for norm in found if not norm.openings]


def _ensures_peace(coder: Coder, norm: Norm) -> bool:
    """Whether a norm is a duty to ensure that no act of force happens."""
    atoms = (atom for condition in norm.act.ensured for alternative in condition.alternatives for atom in alternative)
    barred = (atom.event for atom in atoms if isinstance(atom, Occurs) and atom.negated)
    return norm.modality == "duty" and any(holds(coder.provisions.words(event.name), _FORCE) for event in barred)


def consultations(coder: Coder) -> list[Obligation]:
    """The clauses by which members are to consult on what may turn military."""
    found = [norm for norm in coder.owed("consult", "meet") if _confers(coder, norm) and coder.about_security(norm)]
    return [_obligation(coder, norm) for norm in found]


def _confers(coder: Coder, norm: Norm) -> bool:
    """Whether Parties consult, or a body in which they sit meets."""
    if "consult" in norm.kinds:
        return bool(_bound(coder, norm))
    names = [actor.name for actor in norm.bearer.actors.members] if norm.bearer else []
    found = [coder.provisions.vocabulary.who(name) for name in names]
    bodies = [body for body in coder.treaty.bodies if any(each and each.kind == "body" and each.name == body.name for each in found)]
    return any({*coder.provisions.members_of(body)} & {*coder.provisions.parties} for body in bodies)


FINDERS: dict[str, Callable[[Coder], list[Obligation]]] = {
    "defense": defences, "offense": offences, "neutral": neutralities, "nonagg": non_aggressions, "consul": consultations,
}  # fmt: skip


def obligations(coder: Coder, name: str) -> list[Obligation]:
    """The clauses that make a variable such as `defense` 1."""
    return coder.once(name, FINDERS[name])
