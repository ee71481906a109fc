"""Nodes without their places, so that two readings can be compared."""

from __future__ import annotations

from typing import Any

from clausekit.syntax.nodes import Name


def placeless(node: Any) -> Any:
    """The same nodes with every `start` and `end` at 0, and the article that begins a name in small letters: a sentence begins with a capital."""
    if not isinstance(node, tuple):
        return node
    if not hasattr(node, "_fields"):
        return tuple(map(placeless, node))
    if isinstance(node, Name):
        first, space, rest = node.text.partition(" ")
        return Name((first.lower() if first in ("The", "A", "An") else first) + space + rest, 0, 0)
    return type(node)(*(0 if field in ("start", "end") else placeless(value) for field, value in zip(node._fields, node, strict=True)))
