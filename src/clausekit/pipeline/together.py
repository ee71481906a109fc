"""A text that uses other files, or is there to be used → its reading, with everything in its place and every finding in the file it lies in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from clausekit.checks.engine import run_checks, settle
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Severity
from clausekit.model.resolve import resolve
from clausekit.modules.expand import Expansion, Roots, expand
from clausekit.modules.findings import in_files
from clausekit.pipeline import Reading
from clausekit.source import Source
from clausekit.source.volume import is_altered
from clausekit.syntax.nodes import Document

Proofs = Callable[[Survey, Collection[Diagnostic]], list[Diagnostic]]


def read_together(source: Source, document: Document, folder: str | None, libraries: Sequence[str], proofs: Proofs) -> Reading:
    """Read a source with all that it uses. `document` is what it says itself; `proofs` asks the prover, who is not asked about what has no values yet."""
    expansion = expand(source, Roots(folder, tuple(libraries)))
    treaty, found = resolve(expansion.document)
    survey = Survey(treaty, expansion.volume, whole=expansion.whole and not any(each.severity is Severity.ERROR for each in expansion.found))
    found += run_checks(survey)
    if not expansion.stand_ins:
        found += proofs(survey, in_files([*expansion.found, *found], expansion.volume))
    if expansion.stand_ins or expansion.volume.pages[0].pieces:
        found = [each for each in found if not _asks_for_a_value(each, expansion)]
    settled = settle([*expansion.found, *found], survey)
    sources = tuple(dict.fromkeys(page.source for page in expansion.volume.pages))
    reading = Reading(source, document, treaty, in_files(settled, expansion.volume), sources, expansion.volume)
    return reading._replace(record=None) if reading.has_parameters else reading


# Times, amounts, and the life of the treaty: what is asked there is asked of values.
_OF_VALUES = ("CK3", "CK6", "CK7")


def _asks_for_a_value(each: Diagnostic, expansion: Expansion) -> bool:
    """Whether a finding is about a parameter that has no value yet: to answer it is for the file that gives it one."""
    spans = [label.span for label in each.labels if label.span is not None]
    if spans and spans[0] in expansion.stand_ins:
        return True
    first = expansion.volume.pages[0]
    stands_in = (span in expansion.stand_ins or (expansion.volume.page(span.start) is first and is_altered(first.pieces, span)) for span in spans)
    return each.code.startswith(_OF_VALUES) and any(stands_in)
