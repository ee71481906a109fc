"""Allowed and forbidden at once

One sentence allows an act that another forbids, or releases from a duty that another lays down, and neither has precedence. Whoever refrains complies with
both; whoever makes use of the right violates one of them, or not, depending on who reads the treaty.

Say which of the two prevails: `notwithstanding clause …` where the right is meant to hold, `subject to clause …` where it is not.

bad:
    party Alba.
    party Brena.
    action overfly as "overflight".

    transit: Alba may overfly Brena.  # warning: [CK412]
    airspace: No Party shall overfly Brena.

good:
    party Alba.
    party Brena.
    action overfly as "overflight".

    transit: Alba may overfly Brena, notwithstanding clause airspace.
    airspace: No Party shall overfly Brena.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import listed
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK412", "collision", Severity.WARNING)


@check(RULE, proved="collision")
def collision(survey: Survey) -> Iterator[Diagnostic]:
    """Rights and duties of the same bearer that meet in the same act, with nothing to say which prevails."""
    for _, case in survey.proved.of("collision"):
        yield case.found(
            RULE,
            f"for {case.who}, {listed(case.names)} say the opposite of the same act, and neither prevails",
            help="say which prevails: `notwithstanding clause …` in the one, or `subject to clause …` in the other",
        )
