"""Treaty → a report for people, in one of the formats of a draft: the door of this part of the room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from clausekit.diagnostics import Diagnostic
from clausekit.drafting.build import build, worded
from clausekit.drafting.draft import formats, phrasebook
from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.reports.duties import NobodyError, duties
from clausekit.drafting.reports.facts import Facts
from clausekit.drafting.reports.issues import issues
from clausekit.drafting.reports.memorandum import memorandum
from clausekit.drafting.reports.summary import summary
from clausekit.drafting.tree import Draft
from clausekit.model.treaty import Treaty

KINDS = ("summary", "duties", "issues", "memorandum")
FORMATS = ("text", "md", "html", "docx", "pdf")
"""The formats that are for people; the others say the treaty itself, or its norms."""


def report(  # noqa: PLR0913  what a report hangs on, each by its name
    treaty: Treaty,
    *,
    kind: str = "summary",
    format: str = "text",  # noqa: A002  the option's name
    language: str = "en",
    party: str = "",
    findings: Sequence[Diagnostic] = (),
    templates: Path | None = None,
) -> str | bytes:
    """A report on `treaty`, of a kind and in a format. `findings` are what there is to say about it; `party` asks for the duties of one alone.

    Raises WordingError, with a message for people, for an unknown kind, format, language or Party, and for a faulty template.
    """
    if kind not in KINDS:
        message = f"there is no report `{kind}`; there are: {', '.join(KINDS)}"
        raise WordingError(message)
    if format not in FORMATS:
        message = f"there is no format `{format}` for reports; there are: {', '.join(FORMATS)}"
        raise WordingError(message)
    phrases = phrasebook(language, templates)
    drafted = build(treaty, phrases)
    facts = Facts(worded(treaty, phrases))
    try:
        made = _made(kind, facts, drafted, party, findings)
    except NobodyError as problem:
        raise WordingError(str(problem)) from problem
    return formats()[format].render(made, phrases)


def _made(kind: str, facts: Facts, drafted: Draft, party: str, findings: Sequence[Diagnostic]) -> Draft:
    if kind == "duties":
        return duties(facts, party)
    if kind == "issues":
        return issues(facts, drafted, findings)
    return memorandum(facts, drafted) if kind == "memorandum" else summary(facts, drafted, findings)
