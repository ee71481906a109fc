"""Source with parameters → its document as the printer needs it: the name of a parameter wherever it stands for a period, a number, a date or a text."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from clausekit.diagnostics import Diagnostic
from clausekit.modules.alone import distinctive
from clausekit.modules.template import template
from clausekit.source import Source
from clausekit.source.volume import Piece, in_file
from clausekit.syntax.nodes import Document, Name, ParameterNode, PeriodNode
from clausekit.syntax.phrases import PARAMETER

# Every value of the file that could be taken for that of a parameter.
_ALIKE = re.compile(r"(?<!\d)(?:9\d{5,}|9\d{3}-\d\d-\d\d)(?!\d)|\ue000\d+\ue000")
# A period that stands where an amount could is read as an amount of this unit.
_UNIT = "days"


class NamedParameters:
    """One file, read with a value by which it is known again in the place of each parameter that is no name.

    `document` has its places in `text`; `found`, what could not be read, in the file.
    """

    def __init__(self, source: Source) -> None:
        """Read the file."""
        self._alike = set(_ALIKE.findall(source.text))
        self._numbers = count()
        self._kinds: dict[str, tuple[str, str]] = {}
        read = template(source, self._stand)
        self.text = read.text
        self.document = read.document
        self.found = [_in_file(each, read.pieces) for each in read.found]

    def named(self) -> Document:
        """The document with the names of its parameters."""
        return self.document._replace(items=tuple(self._renamed(item) for item in self.document.items))

    def _stand(self, parameter: ParameterNode) -> str:
        for number in self._numbers:
            written = distinctive(number, parameter.kind)
            known_by = written.strip('"').removesuffix(f" {_UNIT}")
            if known_by not in self._alike:
                self._kinds[known_by] = (parameter.kind, parameter.name.text)
                return written
        raise AssertionError

    def _renamed(self, node: Any) -> Any:
        if not hasattr(node, "_fields"):
            return tuple(self._renamed(part) if isinstance(part, tuple) else self._name(part)[1] for part in node)
        if isinstance(node, PeriodNode):
            parts = [(self._name(number), unit) for number, unit in node.parts]
            return node._replace(parts=tuple((name, "" if kind == "period" else unit) for (kind, name), unit in parts))
        changed: dict[str, Any] = {}
        for field, value in zip(node._fields, node, strict=True):
            if isinstance(value, tuple):
                changed[field] = self._renamed(value)
            elif isinstance(value, str):
                kind, changed[field] = self._name(value)
                if kind == "period":
                    changed |= {unit: None for unit in ("unit", "of") if isinstance(named := getattr(node, unit, None), Name) and named.text == _UNIT}
        return node._replace(**changed)

    def _name(self, value: Any) -> tuple[str, Any]:
        """The kind and the name of the parameter that a value stands for; no kind and the value itself if it stands for none."""
        if not isinstance(value, str) or value not in self._kinds:
            return "", value
        kind, name = self._kinds[value]
        return kind, PARAMETER + name if kind == "text" else name


def _in_file(each: Diagnostic, pieces: tuple[Piece, ...]) -> Diagnostic:
    labels = tuple(label if label.span is None else label._replace(span=in_file(pieces, label.span)) for label in each.labels)
    return each._replace(labels=labels)
