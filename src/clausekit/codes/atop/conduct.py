"""Treaty → what members owe one another in war and peace beside help: enemies, diplomacy, peace, third parties, threats, disputes."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.codes.atop.coder import Coder, Rule
from clausekit.codes.atop.limits import authors
from clausekit.codes.provisions import Norm
from clausekit.codes.scheme import Basis, Derivation, coded, not_derivable
from clausekit.codes.words import holds
from clausekit.model.clauses import Guarantee
from clausekit.model.terms import Actor, Actors

_CONFLICTING = ("conflict*", "incompatible", "inconsistent", "contrary", "contradict*", "directed against", "objectives", "aims", "purposes")
_DISPUTES = ("disput*", "difference*", "controvers*")
_BASES = ("base", "bases", "facilit*")
_BOUNDARY = ("boundary", "boundaries", "frontier*", "border*")
_ENDED_WAR = ("end of war", "end of the war", "end of hostilities", "end of the state of war", "termination of the state of war")
_PRESENT_WAR = ("present war", "existing war", "ongoing war", "current war", "present conflict", "existing conflict", "ongoing conflict", "state of war")


def notaiden(coder: Coder) -> Derivation:
    """A ban on help for an enemy."""
    return coder.whether(coder.forbidden("aid an enemy"), "help for an enemy of a member is forbidden", "no clause forbids help for an enemy")


def dipaid(coder: Coder) -> Derivation:
    """Support by diplomatic means."""
    return coder.whether(coder.provided("back by diplomacy"), "diplomatic means are provided for", "no clause provides for diplomatic support")


def terrres(coder: Coder) -> Derivation:
    """Territory, bases or transit opened to a member."""
    bases = coder.bases(norm for norm in coder.provided("open territory") if not norm.openings)
    bases += [basis for _, basis in guaranteed_bases(coder)]
    return coded(1, "territory, or what is on it, is opened to a member", bases) if bases else coded(0, "no clause opens territory to a member")


def guaranteed_bases(coder: Coder) -> Iterator[tuple[Guarantee, Basis]]:
    """The guarantees of bases or of rights in them."""
    for guarantee, where in coder.provisions.guarantees():
        if any(holds(coder.provisions.words(name), _BASES) for name in guarantee.states):
            yield guarantee, coder.provisions.basis(guarantee, where.provision, "guarantee of bases")


def seppeace(coder: Coder) -> Derivation:
    """A ban on a separate peace."""
    return coder.whether(coder.forbidden("make peace"), "a separate peace is forbidden", "no clause forbids a separate peace")


def thirdcom(coder: Coder) -> Derivation:
    """A ban on engagements with a State that is named and no Party."""
    found = [norm for norm in coder.forbidden("engage") if _outsiders(coder, norm)]
    return coder.whether(found, "engagements with a named third State are forbidden", "no clause limits dealings with a named third State")


def _outsiders(coder: Coder, norm: Norm) -> list[str]:
    actors = [norm.act.objects, *(role.actors for role in norm.act.roles)]
    names = (name for each in actors if each for name in coder.provisions.members(each))
    return [name for name in names if name not in coder.provisions.parties]


def noothall(coder: Coder) -> Derivation:
    """A ban on engagements that conflict."""
    found = [norm for norm in coder.forbidden("engage") if holds(coder.words(norm), _CONFLICTING)]
    return coder.whether(found, "engagements that conflict with the treaty are forbidden", "no clause forbids engagements that conflict with the treaty")


def specthrt(coder: Coder) -> Derivation:
    """Whose attack or threat is named."""
    found = coder.once("threats", _threats)
    bases = [basis for each in found.values() for basis in each]
    if len(found) > 1:
        return not_derivable(f"{len(found)} are named ({', '.join(found)}), and the list of kinds is not known", bases)
    return coded(1, f"{next(iter(found))} is named", bases) if found else coded(0, "no clause names whose attack or threat it is about")


def _threats(coder: Coder) -> dict[str, list[Basis]]:
    """Who is named as author of what help, war or consultation are the answer to."""
    found: dict[str, list[Basis]] = {}
    for norm in coder.owed("support", "consult", "join war", "meet"):
        if not coder.about_security(norm):
            continue
        for actor, event in authors(coder, norm):
            for name in coder.provisions.members(_alone(actor)) or (actor.name,):
                found.setdefault(name, []).append(coder.basis(norm, f"case: {event.name} by {actor.name}"))
    return found


def _alone(actor: Actor) -> Actors:
    return Actors(actor.start, actor.end, (actor,), "and", (), (), ())


def _statthr(place: int) -> Rule:
    """The rule for the number of the first or second State named: 0 if nobody is, else a number that only its list has."""

    def rule(coder: Coder) -> Derivation:
        named = list(coder.once("threats", _threats).items())
        if len(named) < place:
            return coded(0, "nobody more is named" if named else "no clause names whose attack or threat it is about")
        name, bases = named[place - 1]
        return not_derivable(f"{name} is named; its number stands in the Correlates of War list and in no treaty", bases)

    return rule


# ---------------------------------------------------------------- disputes


def _among_members(coder: Coder, norm: Norm) -> bool:
    """Whether the disputes are those of members with one another."""
    if any(_parties_meant(coder, role.actors) for role in norm.act.roles if role.preposition in {"with", "between", "of"} and role.actors):
        return True
    if any(
        holds(text, ("with other parties", "between parties", "among themselves", "between themselves", "between them"))
        for text in coder.provisions.verbs_of_act(norm.act)
    ):
        return True
    between = [role for event in coder.cases(norm) if holds(event.name, _DISPUTES) for role in event.roles if role.preposition == "between" and role.actors]
    return any(_parties_meant(coder, role.actors) for role in between)


def _parties_meant(coder: Coder, actors: Actors | None) -> bool:
    if actors is None:
        return False
    pronouns = {"each other", "one another", "themselves", "them"}
    return bool({*coder.provisions.members(actors)} & {*coder.provisions.parties}) or any(actor.name.lower() in pronouns for actor in actors.members)


def conwtin(coder: Coder) -> Derivation:
    """Whether members are to settle their own disputes in peace."""
    found = [norm for norm in coder.owed("settle disputes", "submit disputes") if _among_members(coder, norm) or "submit disputes" in norm.kinds]
    if found:
        return coded(1, "members are to settle their disputes with one another in peace", coder.bases(found))
    banned = [norm for norm in coder.forbidden("force") if not norm.openings and _against_members(coder, norm)]
    if banned:
        return coded(3, "force among members is ruled out by name", coder.bases(banned))
    return coded(0, "no clause is about disputes of members with one another")


def _against_members(coder: Coder, norm: Norm) -> bool:
    actors = [norm.act.objects, *(role.actors for role in norm.act.roles if role.preposition in {"against", "on", "to"})]
    return any(_parties_meant(coder, each) for each in actors)


def medarb(coder: Coder) -> Derivation:
    """Whether a third is to mediate or decide."""
    found = [norm for norm in coder.provided("submit disputes") if any(role.preposition in {"to", "in"} for role in norm.act.roles)]
    return coder.whether(found, "disputes go to somebody who is no party to them", "no clause submits disputes to anybody")


def conres(coder: Coder) -> Derivation:
    """Whether the treaty itself settles a conflict."""
    bases = coder.bases(coder.provided("end a conflict"))
    for declared, where in coder.provisions.declared():
        events = coder.provisions.happenings([declared.condition])
        words = [coder.provisions.words_of_event(event) for event in (*events, *filter(None, (declared.event,)))]
        if any(holds(each, (*_BOUNDARY, *_ENDED_WAR)) for each in words):
            bases.append(coder.provisions.basis(declared, where.provision, declared.verb))
    bases += [
        coder.declaration(status, "status") for status in coder.treaty.statuses if status.ends and holds(coder.provisions.words(status.name), ("state of war",))
    ]
    return coded(1, "it settles a conflict between members", bases) if bases else coded(0, "no clause ends a conflict between members")


def conmen(coder: Coder) -> Derivation:
    """Whether a present war is spoken of."""
    bases = [
        coder.basis(norm, f"case: {event.name}")
        for norm in coder.norms
        for event in coder.cases(norm)
        if holds(coder.provisions.words_of_event(event), _PRESENT_WAR)
    ]
    bases += [coder.declaration(status, "status") for status in coder.treaty.statuses if holds(coder.provisions.words(status.name), _PRESENT_WAR)]
    return coded(1, "a present war or conflict is spoken of", bases) if bases else coded(0, "no clause speaks of a present conflict")


RULES: dict[str, Rule] = {
    "notaiden": notaiden, "dipaid": dipaid, "terrres": terrres, "seppeace": seppeace, "thirdcom": thirdcom, "noothall": noothall, "specthrt": specthrt,
    "statthr1": _statthr(1), "statthr2": _statthr(2), "conwtin": conwtin, "medarb": medarb, "conres": conres, "conmen": conmen,
}  # fmt: skip
