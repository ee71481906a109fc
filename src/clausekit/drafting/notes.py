"""Remarks on the text of a clause file → notes on the parts of a draft."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clausekit.drafting.citing import Citing
from clausekit.drafting.tree import Note


class Remark(NamedTuple):
    """What somebody has to say about a clause or a division, known by where it stands in the text. One that stands elsewhere is about the whole treaty."""

    start: int
    end: int
    author: str
    text: str


def notes(remarks: Iterable[Remark], citing: Citing) -> tuple[Note, ...]:
    """The remarks, each with the id of what it is about."""
    known = {(division.start, division.end): citing.id_of_division(division) for division, _ in reversed(citing.citations.divisions)}
    known |= {(provision.clause.start, provision.clause.end): citing.id_of(provision) for provision in reversed(citing.citations.provisions)}
    return tuple(Note(known.get((each.start, each.end), ""), each.author, each.text) for each in remarks)
