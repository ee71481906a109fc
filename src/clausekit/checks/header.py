"""Treaty → where its header says a thing: settings are values, and do not know their places."""

from __future__ import annotations

import re

from clausekit.checks.survey import Survey
from clausekit.source import Span

# A header stands on a line of its own, and its title in quotation marks.
_TITLED = re.compile(r"^[ \t]*(treaty\s*[\"“][^\"”]*[\"”])", re.IGNORECASE | re.MULTILINE)


def title_place(survey: Survey) -> Span | None:
    """Where the treaty is given its title; its beginning when that cannot be found, None for a treaty without a text."""
    found = _TITLED.search(survey.source.text) if survey.source is not None else None
    if found is None:
        place = survey.treaty.span
        return None if place is None else Span(place.start, place.start)
    return Span(found.start(1), found.end(1))
