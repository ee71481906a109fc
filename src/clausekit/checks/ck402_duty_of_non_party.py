"""Duty of one that is not a Party

A treaty binds its Parties. A State that is only named in it owes nothing until it accepts the obligation in writing, and an organ of another organisation
answers to its own constitution (Vienna Convention on the Law of Treaties, Articles 34 and 35). A right needs no such acceptance (Article 36).

Make it a Party, give the duty to a Party that can bring the act about, or turn the duty into a right with `may`. The depositary may have duties: it accepts
them with its office.

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

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import DeclaredActor
from clausekit.model.names import key
from clausekit.model.terms import Actor

RULE = Rule("CK402", "duty-of-non-party", Severity.WARNING)
_BINDING = frozenset({"duty", "prohibition"})
_WHY = {
    "state": "a State that is not a Party owes nothing until it accepts in writing",
    "organ": "an organ answers to its own constitution, not to this treaty",
    "signatory": "a signatory is bound only once it ratifies",
}


@check(RULE)
def duty_of_non_party(survey: Survey) -> Iterator[Diagnostic]:
    """Duties, prohibitions and guarantees borne by States, organs or signatories, alone or among others."""
    outside = {key(actor.name): actor for actor in survey.treaty.actors if actor.role in _WHY and actor.name != survey.treaty.depositary}
    if not outside:
        return
    for name, borne in survey.bearers.items():
        bound = _outside(survey, name, outside)
        if bound:
            for bearer, use in borne:
                if isinstance(use, GuaranteeUse) or use.modality in _BINDING:
                    yield _found(next(actor for actor in bearer.actors.members if actor.name == name), bound)


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
        *(at(each, f"declared as {'an' if each.role == 'organ' else 'a'} {each.role}") for each in outside[:3]),
        help=f"declare it a Party (`party {outside[0].name}.`), give the duty to a Party, or write `may` for a right",
    )
    return found._replace(severity=Severity.INFO) if all(each.role == "signatory" for each in outside) else found
