"""More members asked for than there are

A duty of at least five of three States can never be performed, and a majority of an empty group is nobody. The sentence reads like a safeguard, and binds
no one.

Lower the number, complete the group, or declare the Parties and guarantors it speaks of. In a treaty that others may join, there may be more Parties one day
than are named. A Depositary who has something to do must be named in the header.

bad:
    party Ukraine.
    guarantor Poland.
    guarantor Norway.
    event armed attack.

    alarm: If armed attack on Ukraine, then at least 3 Guarantors shall consult with Ukraine within 12 hours.  # error: [CK605]

good:
    party Ukraine.
    guarantor Poland.
    guarantor Norway.
    event armed attack.

    alarm: If armed attack on Ukraine, then at least 2 Guarantors shall consult with Ukraine within 12 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.life import is_open
from clausekit.checks.needed import told_of_entry
from clausekit.checks.registry import check
from clausekit.checks.survey import ActorUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Body, Group
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.vocabulary import OFFICES, PLURAL_OF_ROLE

RULE = Rule("CK605", "more-than-the-group-has", Severity.ERROR)
# `at most 5 of` a group of three is idle, but takes nothing away.
_COUNTED = frozenset({"at least", "exactly"})
# Any State of the world may be meant by `any State`, and signatories are not known before signature; Parties and guarantors are declared.
_DECLARED_ROLES = ("Party", "Guarantor")


@check(RULE)
def more_than_the_group_has(survey: Survey) -> Iterator[Diagnostic]:
    """Numbers greater than their group, and Parties or guarantors of which none is declared though other actors are."""
    elsewhere = told_of_entry(survey)
    for use in [use for use in survey.counted if use.actor.quantifier in _COUNTED and id(use.actor) not in elsewhere]:
        yield from _too_many(survey, use)
    for role in _DECLARED_ROLES if survey.treaty.actors and survey.whole else ():
        if role in survey.uses and not survey.vocabulary.members(role) and not (role == "Party" and is_open(survey)):
            yield _nobody(survey.uses[role][0], role)
    for office in OFFICES.values():
        if office in survey.uses and survey.treaty.depositary is None and survey.treaty.title is not None and survey.whole:
            yield _vacant(survey.uses[office][0], office)


def _too_many(survey: Survey, use: ActorUse) -> Iterator[Diagnostic]:
    actor, wanted = use.actor, use.actor.count
    if not isinstance(wanted, int) or use.found is None or use.found.kind not in ("group", "role", "body", "actor"):
        return
    if use.found.kind == "role" and (use.found.name not in _DECLARED_ROLES or is_open(survey)):
        return  # nobody knows how many there will be
    declared = survey.vocabulary.declared.get(key(use.found.name))
    if isinstance(declared, Group | Body) and not _all_named(survey, declared):
        return
    there = len(survey.vocabulary.members(actor.name)) - actor.other
    if wanted > there and (there > 0 or survey.treaty.actors):
        declared_as = declared.name if isinstance(declared, Group | Body) else PLURAL_OF_ROLE.get(actor.name, actor.name)
        among = f"besides the one concerned there {'is' if there == 1 else 'are'} {max(there, 0)}" if actor.other else f"`{declared_as}` has {there}"
        yield report(
            RULE,
            f"{actor.quantifier} {wanted} are asked for, and {among}",
            at(actor, f"{actor.quantifier} {wanted}"),
            *([at(declared, f"{there} in all")] if declared is not None else []),
            help="lower the number, or complete the group",
        )


def _all_named(survey: Survey, declared: Group | Body) -> bool:
    """Whether everybody in a group or body is named."""
    if isinstance(declared, Group) and declared.criterion is not None:
        return False
    if isinstance(declared, Body) and not declared.members:
        return False
    return all(survey.vocabulary.members(member.name) for member in declared.members)


def _nobody(part: Part, role: str) -> Diagnostic:
    word = role.lower()
    return report(
        RULE,
        f"this speaks of a {word}, and the treaty declares none",
        at(part, "nobody is meant"),
        help=f"declare each {word}, as in `{word} France.`, or name another group",
    )


def _vacant(part: Part, office: str) -> Diagnostic:
    found = report(
        RULE,
        f"this speaks of the {office}, and the treaty names none",
        at(part, "who is it?"),
        help=f"name it in the header, as in `treaty … {office.lower()} Switzerland`",
    )
    return found._replace(severity=Severity.WARNING)
