"""Duty of one that is not a Party

A treaty binds its Parties. A State that is only named in it owes nothing until it accepts the obligation in writing, and an organ of another organisation
answers to its own constitution (Vienna Convention on the Law of Treaties, Articles 34 and 35). A right needs no such acceptance (Article 36).

Make it a Party, give the duty to a Party that can bring the act about, or turn the duty into a right with `may`. The depositary may have duties: it accepts
them with its office. So may a body, and an organ that this treaty itself establishes or appoints. An organ of another organisation, such as the IAEA, often
accepts what a treaty asks of it, but by its own decision: that is told once, as information. A class of persons is bound through the Parties, and is not
looked at.

bad:
    party Ukraine.
    party Russia.
    state Norway.
    action host talks as "hosting of talks".

    talks: Norway shall host talks within 30 days of request by Ukraine.  # warning: [CK402]

good:
    party Ukraine.
    party Russia.
    state Norway.
    action host talks as "hosting of talks".

    talks: Norway may host talks within 30 days of request by Ukraine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, StatementUse, Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Action, DeclaredActor
from clausekit.model.modality import is_power
from clausekit.model.names import key
from clausekit.model.terms import Actor
from clausekit.model.vocabulary import OFFICES

RULE = Rule("CK402", "duty-of-non-party", Severity.WARNING)
_BINDING = frozenset({"duty", "prohibition"})
_WHY = {
    "state": "a State that is not a Party owes nothing until it accepts in writing",
    "organ": "an organ answers to its own constitution, not to this treaty",
    "signatory": "a signatory is bound only once it ratifies",
}
# Acts by which a treaty makes an organ its own.
_ESTABLISHING = re.compile(r"(?:establish|create|appoint|elect|constitute|institute|form|found|set up)\b", re.IGNORECASE)


@check(RULE)
def duty_of_non_party(survey: Survey) -> Iterator[Diagnostic]:
    """Duties, prohibitions and guarantees borne by States, organs or signatories, alone or among others; an organ that is not the treaty's own, once."""
    outside = {key(actor.name): actor for actor in survey.treaty.actors if actor.role in _WHY and actor.name != survey.treaty.depositary}
    if not outside:
        return
    told: set[str] = set()
    own = _own_organs(survey, [actor for actor in outside.values() if actor.role == "organ"])
    own |= {actor.name for actor in outside.values() if key(actor.name).rpartition(" ")[2] in OFFICES}
    for name, borne in survey.bearers.items():
        bound = _outside(survey, name, outside)
        organs = [actor for actor in bound if actor.role == "organ" and actor.name not in own]
        others = tuple(actor for actor in bound if actor.role != "organ")
        if not organs and not others:
            continue
        for bearer, use in borne:
            if isinstance(use, GuaranteeUse) or (use.modality in _BINDING and not _denies_a_power(use)):
                actor = next(actor for actor in bearer.actors.members if actor.name == name)
                if others:
                    yield _found(actor, others)
                for organ in organs:
                    if organ.name not in told:
                        told.add(organ.name)
                        yield _of_an_organ(actor, organ)


def _denies_a_power(use: StatementUse) -> bool:
    """`No State may reserve article 1`: whoever lacks a power owes nothing."""
    return use.modality == "prohibition" and all(is_power(limb.act) for limb in use.statement.limbs)


def _own_organs(survey: Survey, organs: list[DeclaredActor]) -> set[str]:
    """The organs that this treaty makes its own: those it establishes or appoints, and those its bodies belong to."""
    own = {found.name for body in survey.treaty.bodies if body.under and (found := survey.vocabulary.who(body.under))}
    texts: dict[str, str] = {}
    for use in survey.limbs if organs else ():
        act = use.limb.act
        if act.action not in texts:
            declared = survey.vocabulary.declared.get(key(act.action))
            display = declared.display or "" if isinstance(declared, Action) else ""
            establishing = _ESTABLISHING.match(act.action) or _ESTABLISHING.match(display)
            texts[act.action] = key(f"{act.action} {display}") if establishing else ""
        if texts[act.action]:
            own.update(actor.name for actor in (act.objects.members if act.objects else ()))
    spoken = " ".join(texts.values())
    return own | {organ.name for organ in organs if key(organ.name) in spoken}


def _outside(survey: Survey, name: str, outside: dict[str, DeclaredActor]) -> tuple[DeclaredActor, ...]:
    """The non-parties that a bearer's name grounds to; none for a body, which acts by its members' decision."""
    found = survey.vocabulary.who(name)
    if found is None or found.kind not in ("actor", "group", "role"):
        return ()
    return tuple(outside[key(member)] for member in survey.vocabulary.members(name) if key(member) in outside)


def _found(actor: Actor, outside: tuple[DeclaredActor, ...]) -> Diagnostic:
    names = listed(f"`{each.name}`" for each in outside)
    found = report(
        RULE,
        f"{names} {'is' if len(outside) == 1 else 'are'} bound here without being a Party: {_WHY[outside[0].role]}",
        at(actor, "bears this duty"),
        *(at(each, f"declared as a {each.role}") for each in outside[:3]),
        help=f"declare it a Party (`party {outside[0].name}.`), give the duty to a Party, or write `may` for a right",
    )
    return found._replace(severity=Severity.INFO) if all(each.role == "signatory" for each in outside) else found


def _of_an_organ(actor: Actor, organ: DeclaredActor) -> Diagnostic:
    found = report(
        RULE,
        f"`{organ.name}` is given duties without being a Party: {_WHY['organ']}",
        at(actor, "the first of them"),
        at(organ, "declared as an organ"),
        help="see that it accepts them, or bind the Party that it belongs to; if this treaty establishes it, say so in a sentence, or declare it a `body`",
    )
    return found._replace(severity=Severity.INFO)
