"""Passive duty

`Ukraine shall be consulted` binds, word for word, Ukraine; those who are meant to consult it are not named. A passive
names what is to be done and leaves out who must do it, and a duty without a doer is broken by nobody.

Name those who act: `The Guarantors shall consult Ukraine`.

bad:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action be consulted.
    action report.

    voice: If armed attack on Poland, then Ukraine shall be consulted within 3 days.  # warning: [CK503]
    news: Poland shall report to Ukraine every month.

good:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action consult.
    action report.

    voice: If armed attack on Poland, then Poland shall consult Ukraine within 3 days.
    news: Poland shall report to Ukraine every month.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK503", "passive-duty", Severity.WARNING)
_BINDING = frozenset({"duty", "prohibition", "commitment"})
# Participles that do not end in `ed`, of verbs that treaties use.
_IRREGULAR = frozenset(
    "borne bought brought built begun chosen done drawn driven found given held kept laid led left lent made met paid put read sent set shown shut sold sought "
    "taken taught thrown told undertaken understood withdrawn withheld won written".split()
)


@check(RULE)
def passive_duty(survey: Survey) -> Iterator[Diagnostic]:
    """Acts that begin with `be` and a participle, one or two words on."""
    known: dict[str, bool] = {}
    for use in survey.limbs:
        action = use.limb.act.action
        if action[:3].lower() != "be " or use.within.modality not in _BINDING or use.within.bearer is None:
            continue
        if action not in known:
            known[action] = _is_passive(action)
        if known[action]:
            bound = listed(actor.name for actor in use.within.bearer.actors.members)
            yield report(
                RULE,
                f"`{action}` does not say who acts: as it stands, `{bound}` is bound by what others are to do",
                at(use.limb.act, "by whom?"),
                help="name those who act, and what they do: `Poland shall consult Ukraine` instead of `Ukraine shall be consulted`",
            )


def _is_passive(action: str) -> bool:
    """`be consulted`, `be fully respected`. `be entitled` and `be bound` speak of a state, not of an act of others."""
    following = [word.lower() for word in action.split(" ")[1:3]]
    if following and following[0].endswith("ly"):
        del following[0]
    participle = following[0] if following else ""
    return (participle.endswith("ed") and participle not in {"entitled", "obliged", "need"}) or participle in _IRREGULAR
