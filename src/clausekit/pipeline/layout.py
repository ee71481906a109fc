"""Source → the same text in canonical layout, proved to say the same before anybody sees it."""

from __future__ import annotations

from clausekit.diagnostics import Diagnostic
from clausekit.model.resolve import resolve
from clausekit.pipeline import collector_off
from clausekit.source import Source
from clausekit.syntax.canonical import canonical
from clausekit.syntax.nodes import Document, ParameterNode
from clausekit.syntax.parser import parse
from clausekit.syntax.placed import without_places
from clausekit.syntax.printer import print_document


class ChangedMeaningError(RuntimeError):
    """The canonical layout of a text would not say the same: a fault of clausekit. The text is to be left as it is."""


def lay_out(source: Source) -> tuple[str | None, list[Diagnostic]]:
    """The canonical text of a source; None, with the findings, when some sentence of it cannot be read.

    Raises ChangedMeaningError when the printed text does not read as the same sentences, the same comments and the same treaty.
    """
    with collector_off():
        document, found = parse(source)
        if any(type(item) is ParameterNode for item in document.items):
            return _with_parameters(source)
        if found:
            return None, found
        printed = print_document(document, source)
        if printed != source.text:
            again, faults = parse(Source(printed, source.name))
            _prove_same(document, again, faults, printed)
        return printed, []


def _with_parameters(source: Source) -> tuple[str | None, list[Diagnostic]]:
    """As `lay_out`, for a file in which names may stand for periods, numbers, dates and texts: read with values in their place, printed with the names."""
    from clausekit.modules.named import NamedParameters  # few files have any

    read = NamedParameters(source)
    if read.found:
        return None, read.found
    printed = print_document(read.named(), Source(read.text, source.name))
    if printed != source.text:
        again = NamedParameters(Source(printed, source.name))
        _prove_same(read.document, again.document, again.found, printed)
    return printed, []


def _prove_same(document: Document, again: Document, faults: list[Diagnostic], printed: str) -> None:
    """Raise ChangedMeaningError unless `again`, read from what was printed, says what the document says."""
    if faults:
        where = faults[0].span
        line = Source(printed).position(where.start).line if where else 1
        message = f"laid out, line {line} could no longer be read"
    elif without_places(canonical(again).items) != without_places(canonical(document).items) or resolve(again)[0] != resolve(document)[0]:
        message = "laid out, a sentence would mean something else"
    elif [comment.text for comment in again.comments] != [comment.text for comment in document.comments]:
        message = "laid out, a comment would be lost or moved past another"
    else:
        return
    raise ChangedMeaningError(message)
