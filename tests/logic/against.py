"""The prover's answers for a small treaty, held to all its short histories.

What a short history shows, the prover must have found: a conflict, a collision, a norm that is not dead, a provision that is needed, a refutation. What the
prover calls shown must not be denied by a short history. Of what no short history shows, nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.logic.answers import Answer
from tests.logic.brute import Conflict, Found, inevitable
from tests.logic.letters import any_of


def disagreements(found: Found, answers: Iterable[Answer]) -> list[str]:
    """Everything but conflicts in which the answers are contradicted; an answer that is undecided contradicts nothing."""
    every = list(answers)
    settled = [each for each in every if each.status != "undecided"]
    undecided = {each.question for each in every if each.status == "undecided"}
    said = [*_dead(found, settled), *_redundant(found, settled), *_expected(found, every)]
    if "collision" not in undecided:
        said += _collisions(found, settled)
    return said


def _dead(found: Found, answers: list[Answer]) -> Iterator[str]:
    for each in answers:
        if each.question == "dead" and each.norms[0] in found.opened:
            yield f"norm {each.norms[0]} is called dead, and history {found.opened[each.norms[0]]} opens it"


def _redundant(found: Found, answers: list[Answer]) -> Iterator[str]:
    for each in answers:
        if each.question == "redundant":
            provision = found.tables.code.norms[each.norms[0]].provision
            if provision in found.needed:
                yield f"provision {provision} is called redundant, and history {found.needed[provision]} violates it alone"


def missed(found: Found, answers: Iterable[Answer]) -> Iterator[Conflict]:
    """The conflicts that are found with no core that shares a norm with theirs for the same party.

    One need not be found where each history that leads into it leads into others that were found: these are to be mended first. What several owe together is
    asked of them together, and not what is left of them where one is not bound by what it did itself.
    """
    every = [each for each in answers if each.question == "conflict"]
    if any(each.status == "undecided" for each in every):
        return
    norms = found.tables.code.norms
    for conflict in found.conflicts:
        own = [set(each.norms) for each in every if conflict.party in each.parties]
        hidden = any_of(inevitable(found.tables, conflict.party, core, conflict.hour) for core in own)
        is_shared = any(norms[number].mode in ("any", "sum") and len(norms[number].bearer.names) > 1 for number in conflict.core)
        if conflict.histories & ~hidden and not is_shared and not any(set(conflict.core) & core for core in own):
            yield conflict


def _collisions(found: Found, answers: list[Answer]) -> Iterator[str]:
    known = [set(each.norms) for each in answers if each.question == "collision"]
    for (first, second, name), history in found.collisions.items():
        if {first, second} not in known:
            yield f"the norms {first} and {second} collide for {name} in history {history}, and no such collision is found"


def _expected(found: Found, answers: list[Answer]) -> Iterator[str]:
    by_number = {each.about: each for each in answers if each.question == "expectation"}
    for number, history in found.refuted.items():
        answer = by_number.get(number)
        if answer is not None and answer.status == "holds":
            yield f"expectation {number} is said to hold, and history {history} refutes it"
    for number, history in found.possible.items():
        answer = by_number.get(number)
        if answer is not None and answer.status == "refuted":
            yield f"expectation {number} is called impossible, and history {history} meets it"
