"""A seed → a small treaty, the prover's answers to every question about it, and where its short histories, or playing, contradict them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from clausekit.logic.answers import Answer, Question
from clausekit.logic.asking import ask
from clausekit.model.treaty import Treaty
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from tests.logic import generate
from tests.logic.against import disagreements, missed
from tests.logic.brute import decide
from tests.logic.letters import UnreadTreatyError
from tests.logic.recheck import Case, doubts, is_real
from tests.norms.treaties import treaty

QUESTIONS: tuple[Question, ...] = get_args(Question)


class Compared(NamedTuple):
    """A treaty that was compared: its text, what is contradicted, which questions are left undecided, and how many answers of each kind there are."""

    text: str
    wrong: tuple[str, ...]
    undecided: frozenset[str]
    answers: Counter[tuple[str, str]]


class Totals:
    """What many treaties come to."""

    def __init__(self) -> None:
        """Begin with none."""
        self.treaties = 0
        self.answers: Counter[tuple[str, str]] = Counter()
        self.undecided: Counter[str] = Counter()

    def add(self, each: Compared) -> None:
        """Take one in."""
        self.treaties += 1
        self.answers += each.answers
        self.undecided.update(each.undecided)

    @property
    def share_undecided(self) -> float:
        """Of all questions put to all treaties, those left undecided."""
        return self.undecided.total() / max(self.treaties * len(QUESTIONS), 1)


def compare(seed: int) -> Compared | None:
    """Ask everything of a treaty by chance, and hold the answers to its histories; None for a treaty with too many of them."""
    made = generate.treaty(seed)
    said = treaty(made.text)
    code = lower(said)
    try:
        found = decide(said, code, step=made.step)
    except UnreadTreatyError:
        return None
    answers = everything(said, code)
    case = Case(said, code, found, made.step)
    wrong = (*disagreements(found, answers), *_unfound(case, answers), *doubts(case, answers))
    undecided = frozenset(each.question for each in answers if each.status == "undecided")
    return Compared(made.text, wrong, undecided, Counter((each.question, each.status) for each in answers))


def _unfound(case: Case, answers: list[Answer]) -> Iterator[str]:
    for each in missed(case.found, answers):
        if is_real(case, each):
            yield f"{each.party} comes into a conflict of the norms {each.core} in history {each.history}, and no conflict of any of them is found"


def compared(seeds: Iterable[int]) -> Iterator[tuple[int, Compared]]:
    """Some treaties, but for those with too many histories."""
    for seed in seeds:
        each = compare(seed)
        if each is not None:
            yield seed, each


def everything(said: Treaty, code: Code) -> list[Answer]:
    """The answers to every question."""
    return [answer for question in QUESTIONS for answer in ask(question, said, code)]
