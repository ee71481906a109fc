"""Share that cannot be had

`At least 55 Parties having at least 55 percent of emissions` adds up what each of them emits. More than the whole cannot be had; and where the treaty does not
say that each has its own, nothing can be added up. The Paris Agreement counts the share of each Party in the emissions of the world (Article 21).

Correct the percentage, or declare whose the measure is: `measure emissions of each Party.`

bad:
    party Ukraine.
    party Moldova.
    party Poland.
    measure trade of each Party.

    beginning: enters into force on ratification by at least 2 Parties having at least 105 percent of trade.  # error: [CK711]

good:
    party Ukraine.
    party Moldova.
    party Poland.
    measure trade of each Party.

    beginning: enters into force on ratification by at least 2 Parties having at least 55 percent of trade.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Measure
from clausekit.model.names import key

RULE = Rule("CK711", "impossible-share", Severity.ERROR)
_WHOLE = 100


@check(RULE)
def impossible_share(survey: Survey) -> Iterator[Diagnostic]:
    """Shares of more than the whole, and shares of what nobody has a part of (a warning, once for each measure)."""
    told: set[str] = set()
    for use in survey.shares:
        share = use.share
        measure = survey.vocabulary.declared.get(key(share.measure))
        if share.percent > _WHOLE:
            yield report(
                RULE,
                f"nobody can have {share.percent} percent of `{share.measure}`: the whole is {_WHOLE}",
                at(share, "more than the whole"),
                help="correct the percentage",
            )
        elif isinstance(measure, Measure) and measure.of is None and measure.name not in told:
            told.add(measure.name)
            yield report(
                RULE,
                f"`{measure.name}` is one number, of which nobody has a share",
                at(share, "added up of what?"),
                at(measure, "declared without saying whose it is"),
                help=f"say that each has its own: `measure {measure.name} of each Party.`",
            )._replace(severity=Severity.WARNING)
