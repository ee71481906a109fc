"""Self-judging standard without an account

`With such action as it deems necessary` makes each bearer the judge of what it owes. Collective defence has lived with
that since 1949, because those who use the phrase must also consult, or report what they did. Without either, the duty
asks for nothing that anybody else can see.

Add a duty of the same bearer to consult or to report, in the same article, or say who determines what is necessary.

bad:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.

    help: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days as it deems  # warning: [CK501]
        necessary.

good:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.
    action report measures.

    help: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days as it deems
        necessary.
    account: If armed attack on Ukraine, then Poland shall report measures to Ukraine within 10 days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, StatementUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Action
from clausekit.model.names import key
from clausekit.model.qualifiers import Manner

RULE = Rule("CK501", "self-judging-standard", Severity.WARNING)
# Acts by which a bearer answers to the others for what it judged necessary.
_ACCOUNT = re.compile(r"\b(?:consult\w*|report\w*|notif\w*|inform\w*|explain\w*|explanation|justif\w*|reasons?)\b", re.IGNORECASE)


@check(RULE)
def self_judging_standard(survey: Survey) -> Iterator[Diagnostic]:
    """Duties `as it deems necessary` whose bearers owe no consultation or report in the same article."""
    judging = [
        (use, qualifier)
        for qualifier, use in survey.qualifiers
        if qualifier.kind == "as it deems necessary" and isinstance(use, LimbUse) and use.within.modality == "duty"
    ]
    if not judging:
        return
    answerable = _answerable(survey)
    for use, qualifier in judging:
        if not any(_same(survey, use.within, other) for other in answerable.get(_article(use.within), ())):
            yield report(
                RULE,
                f"whoever must {use.limb.act.action} judges alone what that asks, and answers to nobody for it",
                at(qualifier, "who else can tell whether this was done?"),
                help="add a duty of the same bearer to consult or to report, or say who determines what is necessary",
            )


def _answerable(survey: Survey) -> dict[int, list[StatementUse]]:
    """By article, the statements by which somebody must consult or report."""
    found: dict[int, list[StatementUse]] = {}
    known: dict[str, bool] = {}
    for use in survey.limbs:
        if use.within.modality == "duty":
            name = use.limb.act.action
            if name not in known:
                known[name] = _is_account(survey, name)
            if known[name] or any(isinstance(each, Manner) and each.kind == "in consultation with" for each in use.limb.qualifiers):
                found.setdefault(_article(use.within), []).append(use.within)
    return found


def _is_account(survey: Survey, name: str) -> bool:
    declared = survey.vocabulary.declared.get(key(name))
    wordings = (name, declared.display, declared.noun) if isinstance(declared, Action) else (name,)
    return any(wording and _ACCOUNT.search(wording) for wording in wordings)


def _article(use: StatementUse) -> int:
    return id(use.provision.path[-1]) if use.provision.path else 0


def _same(survey: Survey, one: StatementUse, other: StatementUse) -> bool:
    """Whether some actor is bound by both; where nobody is declared, whether they are named alike."""
    bound, also = survey.actors_bound(one.bearer), survey.actors_bound(other.bearer)
    if bound and also:
        return not set(bound).isdisjoint(also)
    return _names(one) == _names(other)


def _names(use: StatementUse) -> list[str]:
    return [actor.name for actor in use.bearer.actors.members] if use.bearer else []
