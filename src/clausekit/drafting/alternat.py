"""The copy of a treaty between two Parties that one of them keeps: the alternat. It names that Party first wherever the two are named together.

E. Satow, A Guide to Diplomatic Practice: each signatory is given precedence in the original that it is to keep.
"""

from __future__ import annotations

from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.wording import Wording
from clausekit.model.names import key
from clausekit.model.treaty import Treaty

_PAIR = 2
_BOUND = ("party", "guarantor")


def for_copy_of(treaty: Treaty, party: str) -> Treaty:
    """The treaty with `party` before the other one. Raises WordingError where there are not two Parties, or neither is called so."""
    parties = [actor for actor in treaty.actors if actor.role in _BOUND]
    if len(parties) != _PAIR:
        count = "no Party" if not parties else "1 Party" if len(parties) == 1 else f"{len(parties)} Parties"
        message = f"alternat copies are for treaties between two Parties, and this one names {count}"
        raise WordingError(message)
    named = [actor for actor in parties if key(party) in {key(actor.name), key(actor.display or actor.name)}]
    if not named:
        message = f"no Party is called `{party}`; the Parties are {parties[0].name} and {parties[1].name}"
        raise WordingError(message)
    others = iter([named[0], *(actor for actor in parties if actor is not named[0])])
    return treaty._replace(actors=tuple(next(others) if actor.role in _BOUND else actor for actor in treaty.actors))


def title_for_copy(title: str, wording: Wording) -> str:
    """The title with the Parties in the order of the treaty, where it names them side by side; any other title as it is."""
    first, second = (actor.name for actor in wording.treaty.actors if actor.role in _BOUND)
    joined, naming = wording.grammar.joined, wording.naming
    for call in (naming.full_name, naming.bare_name):
        title = title.replace(joined([call(second), call(first)]), joined([call(first), call(second)]))
    return title
