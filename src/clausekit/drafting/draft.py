"""Treaty → a document in one of the formats: the door of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clausekit import resources
from clausekit.drafting.build import build
from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.model.treaty import Treaty

ENTRY_POINTS = "clausekit.formats"


def draft(
    treaty: Treaty, *, format: str = "text", language: str = "en", errors: str = "", templates: Path | None = None  # noqa: A002  the option's name
) -> str | bytes:
    """Draft `treaty` in a format and a language.

    `errors` stamps the draft with what was found wrong ("2 errors remain"). `templates` is a folder of the drafter's own templates, which come before
    the built-in ones. Raises WordingError, with a message for the drafter, for an unknown format or language or a faulty template.
    """
    known = formats()
    if format not in known:
        message = f"there is no format `{format}`; there are: {', '.join(known)}"
        raise WordingError(message)
    phrases = Phrasebook(language, templates)
    return known[format].render(build(treaty, phrases, errors=errors), phrases)


@cache
def formats() -> dict[str, Format]:
    """Every format by name, built in and added."""
    from clausekit.drafting import html, markdown, text

    found = {each.name: each for each in (text.FORMAT, markdown.FORMAT, html.FORMAT)}
    found |= {each.name: each for each in resources.added(ENTRY_POINTS) if isinstance(each, Format)}
    return found
