"""Treaty → its military institutions: contact, aid, command, bodies and their purpose; and the scores made of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clausekit.codes.atop.coder import Coder, Rule
from clausekit.codes.provisions import Norm
from clausekit.codes.scheme import Basis, Derivation, coded, not_derivable
from clausekit.codes.words import holds
from clausekit.model.declarations import Body
from clausekit.model.names import key

_POLITICAL = ("political", "consult*", "diplomatic")
_MILITARY = ("military", "defence", "defense", "command", "headquarters", "forces", "troop*", "staff", "army", "armed")
_STAFFED = ("headquarters", "secretariat", "staff")
# What a duty to set up a body may name that is one of its own: no command, which is coded for itself.
_NAMED = ("council", "committee", "commission", "organ", "secretariat", "headquarters", "organisation", "agency", "board")


class Institution(NamedTuple):
    """A body that the treaty creates: what it is called, its level and purpose, and the clauses that say so."""

    name: str
    level: int
    purpose: int
    bases: tuple[Basis, ...]


# ---------------------------------------------------------------- contact, aid, command


def _in_war(coder: Coder, norm: Norm) -> bool:
    return coder.is_attack(norm) or coder.is_war(norm)


def milcon(coder: Coder) -> Derivation:
    """Contact in peace, or in war only."""
    found = list(coder.provided("military contact", "joint command"))
    if not found:
        return coded(0, "no clause brings armed forces into contact")
    peace = [norm for norm in found if not _in_war(coder, norm)]
    return coded(2, "armed forces are in contact in peace", coder.bases(peace)) if peace else coded(1, "armed forces are in contact in war", coder.bases(found))


def milaid(coder: Coder) -> Derivation:
    """General aid, loans, training and equipment, or several of these."""

    def peaceful(kind: str) -> list[Norm]:
        return [norm for norm in coder.owed(kind) if not norm.openings]

    found = {3: peaceful("train and equip"), 2: [n for n in peaceful("lend") if holds(coder.words(n), _MILITARY)], 1: peaceful("military aid")}
    bases = [basis for norms in found.values() for basis in coder.bases(norms)]
    kinds = [kind for kind, norms in found.items() if norms]
    if not kinds:
        return coded(0, "no clause obliges to military aid")
    return coded(kinds[0] if len(kinds) == 1 else 4, "military aid is owed", bases)


def intcom(coder: Coder) -> Derivation:
    """A joint command in peace."""
    found = [norm for norm in coder.provided("joint command") if not _in_war(coder, norm)]
    return coder.whether(found, "a joint command is to be set up", "no clause sets up a joint command")


def subord(coder: Coder) -> Derivation:
    """Forces under another's command."""
    found = list(coder.provided("subordinate forces"))
    if not found:
        return coded(0, "no clause places forces under a member's command")
    peace = [norm for norm in found if not _in_war(coder, norm)]
    return (
        coded(2, "forces are under another's command also in peace", coder.bases(peace))
        if peace
        else coded(1, "forces are under another's command in war", coder.bases(found))
    )


# ---------------------------------------------------------------- bodies


def institutions(coder: Coder) -> list[Institution]:
    """The bodies that the treaty creates, the highest first: those in which Parties sit, and those that it has Parties set up."""
    found = [_of_body(coder, body) for body in coder.treaty.bodies if _has_parties(coder, body) and not _is_under_another(coder, body)]
    declared = [key(body.name) for body in coder.treaty.bodies]
    for norm in coder.owed("set up a body"):
        words = coder.words(norm)
        if coder.provisions.bound(norm.bearer) and holds(words, _NAMED) and not any(name in key(words) for name in declared):
            found.append(Institution(norm.act.action, 3 if holds(words, _STAFFED) else 2, _purpose(words, [], coder), (coder.basis(norm),)))
    return sorted(found, key=lambda each: -each.level)


def _has_parties(coder: Coder, body: Body) -> bool:
    return bool({*coder.provisions.members_of(body)} & {*coder.provisions.parties})


def _is_under_another(coder: Coder, body: Body) -> bool:
    above = coder.provisions.vocabulary.who(body.under) if body.under else None
    return above is not None and above.kind == "body"


def _of_body(coder: Coder, body: Body) -> Institution:
    words = coder.provisions.words(body.name)
    acts = [norm for norm in coder.norms if norm.bearer and any(_is(coder, actor.name, body) for actor in norm.bearer.actors.members)]
    bases = [coder.declaration(body, "body")]
    builds = [norm for norm in acts if norm.modality == "duty" and "set up a body" in norm.kinds]
    sessions = [norm for norm in acts if "meet" in norm.kinds and (norm.openings or any(timing.kind == "every" for timing in norm.limb.timing))]
    below = [other for other in coder.treaty.bodies if other.under and _is(coder, other.under, body)]
    staffed = [other for other in below if holds(coder.provisions.words(other.name), _STAFFED)]
    if holds(words, _STAFFED) or builds or staffed:
        level, reasons = 3, [*coder.bases(builds), *(coder.declaration(other, "body") for other in staffed)]
    elif sessions:
        level, reasons = 1, coder.bases(sessions)
    else:
        level, reasons = 2, coder.bases(acts[:1])
    return Institution(body.name, level, _purpose(words, acts, coder), (*bases, *reasons))


def _is(coder: Coder, name: str, body: Body) -> bool:
    found = coder.provisions.vocabulary.who(name)
    return found is not None and found.name == body.name


def _purpose(words: str, acts: Iterable[Norm], coder: Coder) -> int:
    """1 for a military body and one that runs a treaty of defence; 3 for a political or consultative one and for any other."""
    tasks = " ; ".join(coder.words(norm) for norm in acts)
    if holds(words, _POLITICAL) or holds(tasks, ("political",)):
        return 3
    runs = any("run the treaty" in norm.kinds for norm in acts) and bool(coder.value("active"))
    return 1 if holds(words, _MILITARY) or runs or holds(tasks, _MILITARY) else 3


def _organ(place: int) -> Rule:
    """The rule for the level of the first or second body."""

    def rule(coder: Coder) -> Derivation:
        found = coder.once("institutions", institutions)
        if len(found) < place:
            return coded(0, "the treaty creates no body" if not found else "the treaty creates no second body")
        each = found[place - 1]
        said = {1: "meets on given occasions", 2: "stands ready at any time", 3: "has a staff or bodies of its own"}[each.level]
        return coded(each.level, f"{each.name} {said}", each.bases)

    return rule


def _orgpurp(place: int) -> Rule:
    """The rule for the purpose of the first or second body."""

    def rule(coder: Coder) -> Derivation:
        found = coder.once("institutions", institutions)
        if len(found) < place:
            return coded(0, "there is no such body")
        each = found[place - 1]
        return coded(each.purpose, f"{each.name}: {'military' if each.purpose == 1 else 'political or general'}", each.bases)

    return rule


# ---------------------------------------------------------------- scores


def _of(coder: Coder, *names: str) -> list[Basis]:
    return [basis for name in names if coder.value(name) for basis in coder.derive(name).bases]


def milorg(coder: Coder) -> Derivation:
    """A body with a military purpose."""
    return coded(int(1 in {coder.value("orgpurp1"), coder.value("orgpurp2")}), "`orgpurp1` or `orgpurp2` is 1", _of(coder, "orgpurp1", "orgpurp2"))


def hinst(coder: Coder) -> Derivation:
    """A joint command, or forces abroad."""
    return coded(int(bool(coder.value("intcom") or coder.value("base"))), "`intcom`, or `base` other than 0", _of(coder, "intcom", "base"))


def minst(coder: Coder) -> Derivation:
    """Less than that, but a military body, contact or training."""
    if coder.value("hinst"):
        return coded(0, "`hinst` is 1", _of(coder, "hinst"))
    some = coder.value("milorg") or coder.value("milcon") == 2 or coder.value("milaid") in {3, 4}
    return coded(int(bool(some)), "`milorg`, `milcon` 2, or `milaid` 3 or 4", _of(coder, "milorg", "milcon", "milaid"))


def milinst(coder: Coder) -> Derivation:
    """2, 1 or 0."""
    return coded(2 * coder.value("hinst") + coder.value("minst"), "`hinst`, else `minst`", _of(coder, "hinst", "minst"))


def pubtreat(coder: Coder) -> Derivation:
    """Ratified and public."""
    mode = coder.derive("estmode")
    if mode.value is None:
        return not_derivable(mode.reason, mode.bases)
    return coded(int(mode.value == 1 and coder.value("pubsecr") == 0), "`estmode` 1 and `pubsecr` 0", mode.bases)


def formorg(coder: Coder) -> Derivation:
    """A standing body."""
    return coded(int(coder.value("organ1") >= 2), "`organ1` 2 or more", _of(coder, "organ1"))


def formal(coder: Coder) -> Derivation:
    """The sum of two scores."""
    public = coder.derive("pubtreat")
    if public.value is None:
        return not_derivable(public.reason, public.bases)
    return coded(public.value + coder.value("formorg"), "`pubtreat` and `formorg` added up", _of(coder, "pubtreat", "formorg"))


RULES: dict[str, Rule] = {
    "milcon": milcon, "milaid": milaid, "intcom": intcom, "subord": subord,
    "organ1": _organ(1), "orgpurp1": _orgpurp(1), "organ2": _organ(2), "orgpurp2": _orgpurp(2),
    "milorg": milorg, "hinst": hinst, "minst": minst, "milinst": milinst, "pubtreat": pubtreat, "formorg": formorg, "formal": formal,
}  # fmt: skip
