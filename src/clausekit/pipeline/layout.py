"""Source → the same text in canonical layout, proved to say the same before anybody sees it."""

from __future__ import annotations

from typing import Any

from clausekit.diagnostics import Diagnostic
from clausekit.model.resolve import resolve
from clausekit.pipeline import collector_off
from clausekit.source import Source
from clausekit.syntax.canonical import canonical
from clausekit.syntax.nodes import Document
from clausekit.syntax.parser import parse
from clausekit.syntax.printer import print_document

_PLACES = frozenset({"start", "end"})


class ChangedMeaningError(RuntimeError):
    """The canonical layout of a text would not say the same: a fault of clausekit. The text is to be left as it is."""


def lay_out(source: Source) -> tuple[str | None, list[Diagnostic]]:
    """The canonical text of a source; None, with the findings, when some sentence of it cannot be read.

    Raises ChangedMeaningError when the printed text does not read as the same sentences, the same comments and the same treaty.
    """
    with collector_off():
        document, found = parse(source)
        if found:
            return None, found
        printed = print_document(document, source)
        if printed != source.text:
            _prove_same(document, Source(printed, source.name))
        return printed, []


def _prove_same(document: Document, printed: Source) -> None:
    again, faults = parse(printed)
    if faults:
        where = faults[0].span
        line = printed.position(where.start).line if where else 1
        message = f"laid out, line {line} could no longer be read"
    elif _without_places(canonical(again).items) != _without_places(canonical(document).items) or resolve(again)[0] != resolve(document)[0]:
        message = "laid out, a sentence would mean something else"
    elif [comment.text for comment in again.comments] != [comment.text for comment in document.comments]:
        message = "laid out, a comment would be lost or moved past another"
    else:
        return
    raise ChangedMeaningError(message)


def _without_places(node: Any) -> Any:
    if not isinstance(node, tuple):
        return node
    if not hasattr(node, "_fields"):
        return [_without_places(part) for part in node]
    fields = zip(node._fields, node, strict=True)
    return type(node), [_without_places(part) for field, part in fields if field not in _PLACES]
