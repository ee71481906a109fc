"""Treaty → every norm of it with its words: who owes, may or must not do what, and to whom.

The norms are those that the treaty is lowered to (`clausekit.norms`), the words those of the draft: the one follows the other statement by statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.steps import Piece, Step, Steps
from clausekit.drafting.wording import Wording, actors_in
from clausekit.model.clauses import Guarantee, Statement
from clausekit.model.modality import Modality
from clausekit.norms.calendar import UnknownCalendarError
from clausekit.norms.lower import lower
from clausekit.norms.norm import Norm

OWED: tuple[Modality, ...] = ("duty", "prohibition", "commitment")


class Owing(NamedTuple):
    """A norm in words. `bearers` and `owed_to` are declared names, in their order; `cited` is where it stands, `said` what is to be done, briefly.

    `together` says that its bearers bear it between them, and not each for itself. `guaranteed` are the provisions that it guarantees, if it is a guarantee
    (by their numbers), and `duties_of` whose performance of them, if not everybody's.
    """

    number: int
    modality: Modality
    bearers: tuple[str, ...]
    owed_to: tuple[str, ...]
    cited: str
    said: str
    step: Step
    piece: Piece
    together: bool = False
    guaranteed: frozenset[int] = frozenset()
    duties_of: tuple[str, ...] = ()


def norms_in_words(wording: Wording) -> tuple[Owing, ...]:
    """Every norm of the treaty with its words, in the order of the text.

    Raises WordingError where the days of the treaty cannot be counted, so that it cannot be lowered.
    """
    try:
        code = lower(wording.treaty)
    except UnknownCalendarError as problem:
        raise WordingError(str(problem)) from problem
    steps = Steps(wording)
    norms: dict[tuple[int, int, int], list[Norm]] = {}
    for norm in code.norms:
        norms.setdefault((norm.provision, norm.rung, norm.statement), []).append(norm)
    return tuple(_matched(steps, norms))


def owing(wording: Wording) -> tuple[Owing, ...]:
    """What is owed: duties, prohibitions and commitments."""
    return tuple(each for each in norms_in_words(wording) if each.modality in OWED)


def _matched(steps: Steps, norms: dict[tuple[int, int, int], list[Norm]]) -> Iterator[Owing]:
    for step in steps.all:
        statement, before = -1, None
        place = 0
        for piece in step.pieces:
            if piece.stated is not before:
                statement, before, place = statement + 1, piece.stated, 0
            if not isinstance(piece.stated, Statement | Guarantee):
                continue
            own = norms.get((step.number, step.rung, statement), [])
            if place < len(own):
                norm = own[place]
                yield _owing(norm, steps, step, piece)
            place += 1


def _owing(norm: Norm, steps: Steps, step: Step, piece: Piece) -> Owing:
    bearers = norm.bearer.names or _meant(steps, step, piece)
    return Owing(
        number=norm.number,
        modality=norm.modality,
        bearers=bearers,
        owed_to=norm.owed_to.names if norm.owed_to is not None else (),
        cited=steps.cited(step.provision),
        said=_briefly(norm, piece),
        step=step,
        piece=piece,
        together=norm.mode != "each" and len(bearers) > 1,
        guaranteed=norm.guaranteed or frozenset(),
        duties_of=norm.duties_of,
    )


def _meant(steps: Steps, step: Step, piece: Piece) -> tuple[str, ...]:
    """Whoever can be meant by `that Guarantor`, or by the name that the sentence gave to one: of whom it is said by what happens."""
    if piece.bearer is None:
        return ()
    vocabulary = steps.wording.naming.vocabulary
    given = {actor.variable: actor.name for actor in actors_in(step.provision.clause) if actor.variable is not None}
    found = (name for actor in piece.bearer.actors.members for name in vocabulary.members(given.get(actor.name, actor.name)))
    return tuple(dict.fromkeys(found))


def _briefly(norm: Norm, piece: Piece) -> str:
    if norm.modality == "prohibition" and piece.modal:
        return f"{piece.modal if 'not' in piece.modal else piece.who + ' ' + piece.modal} {piece.act}"
    return piece.act
