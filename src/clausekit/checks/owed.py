"""Cross-references → who owes what under the clauses they cite.

Only what can be violated counts: duties, prohibitions and guarantees. A permission, a power or a political commitment cannot (semantics, "Life of one norm
instance"), and prose binds nobody's checker.
"""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.checks.survey import Survey
from clausekit.model.citations import Place, Provision
from clausekit.model.clauses import Guarantee, Prose, Sentence, Stated, Statement
from clausekit.model.modality import modality
from clausekit.model.names import key
from clausekit.model.terms import Bearer, Reference
from clausekit.named_tuples import NamedTuple


class Owed(NamedTuple):
    """A duty, prohibition or guarantee: what states it, who bears it (None for a bare act), where it stands, and its rung."""

    stated: Stated
    bearer: Bearer | None
    provision: Provision
    rung: int


class Cited(NamedTuple):
    """What stands under one cross-reference: what is owed, whom that binds, and whom it binds otherwise than as guarantors.

    `open_ended` says that it holds prose, whose duties only a reader sees, or nothing yet; `committed`, that somebody states in it what it will do: that can
    be carried out, though it cannot be violated.
    """

    owed: tuple[Owed, ...]
    bound: tuple[str, ...]
    acting: tuple[str, ...]
    open_ended: bool
    committed: bool


def cited(survey: Survey, references: Iterable[Reference], here: Provision | None) -> tuple[Cited, ...]:
    """What is owed under each of `references`, read once for each place; empty when one of them cites nothing (told elsewhere)."""
    known = survey.once(_known)
    found: list[Cited] = []
    for reference in references:
        place = survey.citations.find(reference, here)
        if place is None:
            return ()
        identity = id(place.provision.clause) if place.provision else id(place.division)
        if identity not in known:
            known[identity] = _read(survey, place)
        found.append(known[identity])
    return tuple(found)


def imposes_nothing(found: tuple[Cited, ...]) -> bool:
    """Whether what was cited can be read in full, and none of it can be violated."""
    return bool(found) and not any(each.owed or each.open_ended for each in found)


def is_committed(found: tuple[Cited, ...]) -> bool:
    """Whether somebody states, in some of what was cited, what it will do."""
    return any(each.committed for each in found)


def _known(_: Survey) -> dict[int, Cited]:
    """What was read of each division and clause, by its identity."""
    return {}


def _read(survey: Survey, place: Place) -> Cited:
    owed: list[Owed] = []
    empty = True
    prose = False
    for provision in survey.citations.cited(place):
        empty = False
        if isinstance(provision.clause, Prose):
            prose = True
        else:
            owed += _owed_in(provision)
    acting = _bound(survey, (each for each in owed if not isinstance(each.stated, Guarantee)))
    return Cited(tuple(owed), _bound(survey, owed), acting, prose or empty, any(map(_commits, survey.citations.cited(place))))


def _commits(provision: Provision) -> bool:
    sentence = provision.clause
    if not isinstance(sentence, Sentence):
        return False
    stated = (each for statements in (sentence.statements, *(rung.statements for rung in sentence.rungs)) for each in statements)
    return any(isinstance(each, Statement) and modality(each, each.bearer) == "commitment" for each in stated)


def _bound(survey: Survey, owed: Iterable[Owed]) -> tuple[str, ...]:
    """Every declared actor bound by any of `owed`; by a name given by `as` (`author shall`), whoever it may stand for."""
    given = survey.once(_given)
    found: dict[str, None] = {}
    for each in owed:
        found |= dict.fromkeys(survey.actors_bound(each.bearer))
        for actor in each.bearer.actors.members if each.bearer is not None else ():
            found |= dict.fromkeys(given.get((id(each.provision), key(actor.name)), ()))
    return tuple(found)


def _given(survey: Survey) -> dict[tuple[int, str], tuple[str, ...]]:
    """Whom each name given by `as` may stand for, by the provision that it holds in."""
    named = ((use.provision, use.actor) for use in survey.actors if use.actor.variable and use.provision is not None)
    return {(id(provision), key(actor.variable or "")): survey.vocabulary.members(actor.name) for provision, actor in named}


def _owed_in(provision: Provision) -> Iterable[Owed]:
    sentence = provision.clause
    if not isinstance(sentence, Sentence):
        return
    for number, statements in enumerate([sentence.statements, *(rung.statements for rung in sentence.rungs)]):
        bearer: Bearer | None = None
        for stated in statements:
            if isinstance(stated, Guarantee):
                yield Owed(stated, stated.bearer, provision, number)
            if not isinstance(stated, Statement):
                continue
            bearer = stated.bearer or bearer
            if modality(stated, bearer) in ("duty", "prohibition"):
                yield Owed(stated, bearer, provision, number)
