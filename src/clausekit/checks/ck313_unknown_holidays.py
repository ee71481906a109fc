"""Holidays that nobody keeps

Which days are working days hangs on whose public holidays count. The header names each place with its code in ISO 3166, and, where a part of it has holidays
of its own, with the code of that part.

Write the code behind the place: `working days of Switzerland "CH"`, `working days of Berlin "DE-BE"`.

bad:
    treaty "Agreement on Joint Training" working days of Switzerland "SWI".  # error: [CK313]
    state Switzerland.
    party Ukraine.
    party Poland.

good:
    treaty "Agreement on Joint Training" working days of Switzerland "CH".
    state Switzerland.
    party Ukraine.
    party Poland.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report

RULE = Rule("CK313", "unknown-holidays", Severity.ERROR)
_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


@check(RULE)
def unknown_holidays(survey: Survey) -> Iterator[Diagnostic]:
    """Codes of holidays that are no codes. Whether holidays of that code are known can be told only where a library of them is installed."""
    for each in survey.treaty.working_days:
        if not _CODE.fullmatch(each.calendar) or not _is_known(each.calendar):
            yield report(
                RULE,
                f"there is no calendar of holidays for `{each.calendar}`",
                Label(each.span, "whose holidays?"),
                help="write the code of ISO 3166, as in `CH`, or with that of a part, as in `DE-BE`",
            )


def _is_known(code: str) -> bool:
    try:
        from holidays import list_supported_countries  # only who names holidays pays for them
    except ImportError:
        return True
    country, _, part = code.partition("-")
    known = list_supported_countries()
    return country in known and (not part or part in known[country])
