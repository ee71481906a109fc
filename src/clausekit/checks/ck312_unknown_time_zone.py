"""Time zone that nobody keeps

Days and hours are counted by the time zone that the header names. Zones are known by their names in the IANA data base, which follow the changes of summer
time and of law; `Geneva time` or an abbreviation such as `CET` would leave an hour open twice a year.

Write the zone as a continent and a city: `time zone "Europe/Zurich"`. Without one, days and hours are those of Coordinated Universal Time.

bad:
    treaty "Agreement on Joint Training" time zone "Europe/Geneva".  # error: [CK312]
    party Ukraine.
    party Poland.

good:
    treaty "Agreement on Joint Training" time zone "Europe/Zurich".
    party Ukraine.
    party Poland.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.header import title_place
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report

RULE = Rule("CK312", "unknown-time-zone", Severity.ERROR)


@check(RULE)
def unknown_time_zone(survey: Survey) -> Iterator[Diagnostic]:
    """The time zone of the header, where there is none of that name."""
    named = survey.treaty.time_zone
    if named is None:
        return
    from zoneinfo import available_timezones  # only who names a zone pays for the list of them

    known = available_timezones()
    if not known or ("/" in named and named in known) or named == "UTC":
        return
    from difflib import get_close_matches

    near = get_close_matches(named, sorted(name for name in known if "/" in name), 1, 0.6)
    meant = f"did you mean `{near[0]}`?" if near else "write it as a continent and a city, as in `Europe/Zurich`"
    yield report(RULE, f"there is no time zone `{named}`", Label(title_place(survey), "counts its days by it"), help=meant)
