"""Guarantor that guarantees nothing

Whoever is called a guarantor but bears no duty and no guarantee has lent the treaty its name alone. The protected Party will read a promise into it, and
the guarantor will point out that there is none.

Give it a duty, a share in a guarantee sentence, or the role it really has: `party` or `state`.

bad:
    party Ukraine.
    guarantor Poland.
    guarantor Norway.  # warning: [CK403]
    event armed attack.

    alarm: If armed attack on Ukraine, then Poland shall consult with Ukraine within 12 hours.

good:
    party Ukraine.
    guarantor Poland.
    guarantor Norway.
    event armed attack.

    alarm: If armed attack on Ukraine, then each Guarantor shall consult with Ukraine within 12 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK403", "idle-guarantor", Severity.WARNING)


@check(RULE)
def idle_guarantor(survey: Survey) -> Iterator[Diagnostic]:
    """Guarantors bound by no duty and no guarantee, by name, as a group, or as Parties; in a political instrument, by no commitment either."""
    idle = _idle(survey)
    for actor in survey.treaty.actors:
        if actor.name in idle:
            yield report(
                RULE,
                f"`{actor.name}` is a guarantor, but no duty and no guarantee binds it",
                at(actor, "declared a guarantor"),
                help=f"give it a duty or a share in a guarantee, or declare it as what it is: `party {actor.name}.` or `state {actor.name}.`",
            )


def _idle(survey: Survey) -> set[str]:
    idle = set(survey.vocabulary.members("Guarantor"))
    if not idle or not survey.bearers or survey.bare_statements or not survey.whole:
        return set()
    binding = {"duty", "commitment"} if survey.treaty.political else {"duty"}
    for name, borne in survey.bearers.items():
        members = survey.vocabulary.members(name)
        if idle.isdisjoint(members) or _is_body(survey, name):
            continue
        for bearer, use in borne:
            if isinstance(use, GuaranteeUse) or use.modality in binding:
                idle.difference_update(survey.actors_bound(bearer))
                if idle.isdisjoint(members):
                    break
    return idle


def _is_body(survey: Survey, name: str) -> bool:
    """A body's task binds the body, not each of its members."""
    found = survey.vocabulary.who(name)
    return found is not None and found.kind == "body"
