"""The words that no name can hold, whatever the place: each of them ends the name before it."""

from __future__ import annotations

HARD = frozenset(
    "shall must may should will can cannot could would might ought not never nor neither is are was were and or if then unless except while when until"
    " within before after each any every by to against from".split()
)
