"""A text that uses other files, or is there to be used → its reading, with everything in its place and every finding in the file it lies in."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.checks.engine import run_checks, settle
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Severity
from clausekit.model.resolve import resolve
from clausekit.modules.expand import Roots, expand
from clausekit.modules.findings import in_files
from clausekit.pipeline import Reading
from clausekit.source import Source
from clausekit.syntax.nodes import Document


def read_together(source: Source, document: Document, folder: str | None, libraries: Sequence[str]) -> Reading:
    """Read a source with all that it uses. `document` is what it says itself."""
    expansion = expand(source, Roots(folder, tuple(libraries)))
    treaty, found = resolve(expansion.document)
    survey = Survey(treaty, expansion.volume, whole=expansion.whole and not any(each.severity is Severity.ERROR for each in expansion.found))
    found += run_checks(survey)
    # what is asked about a parameter is for the file that gives it a value to answer
    found = [each for each in found if not any(label.span in expansion.stand_ins for label in each.labels)]
    settled = settle([*expansion.found, *found], survey)
    sources = tuple(dict.fromkeys(page.source for page in expansion.volume.pages))
    reading = Reading(source, document, treaty, in_files(settled, expansion.volume), sources)
    return reading._replace(record=None) if reading.has_parameters else reading
