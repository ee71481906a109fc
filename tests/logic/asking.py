"""Questions asked of a small treaty, for the tests of the questions that need no solver."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clausekit.logic.answers import Answer, Witness
from clausekit.logic.replay import replay
from clausekit.model.treaty import Treaty
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from clausekit.norms.timeline import Timeline
from tests.norms.treaties import treaty

PARTIES = """
party Alba. party Brena. guarantor Corva. guarantor Dorn. guarantor Edra.
action deploy. action pay. action meet. action report as "report". action use force as "use of force". event attack. event call.
"""


class Asked:
    """A treaty, and the answers to one question about it."""

    def __init__(self, question: Callable[..., Iterable[Answer]], text: str, *, head: str = PARTIES) -> None:
        self.treaty: Treaty = treaty(head + text)
        self.code: Code = lower(self.treaty)
        of_treaty = question.__name__ in ("capture", "evasion", "capacity")
        self.answers = tuple(question(self.treaty, self.code) if of_treaty else question(self.code))

    def told(self, kind: str = "") -> list[tuple[str, list[str], list[str]]]:
        """Each answer, or each of a kind: its kind, the labels of its norms, its parties."""
        return [(each.kind, self.labels(each), sorted(each.parties)) for each in self.answers if not kind or each.kind == kind]

    def labels(self, answer: Answer) -> list[str]:
        """The labels of the sentences that an answer is about."""
        return sorted({self.code.norms[number].label for number in answer.norms})

    def only(self) -> Answer:
        """The one answer there is, which is shown."""
        (answer,) = self.answers
        assert answer.status == "shown"
        return answer

    def played(self) -> tuple[Witness, Timeline]:
        """The witness of the one answer, and what comes of it."""
        witness = self.only().witness
        assert witness is not None
        return witness, replay(self.code, witness)

    def number(self, label: str) -> int:
        """The number of the first norm of a sentence."""
        return next(norm.number for norm in self.code.norms if norm.label == label)


def happens(witness: Witness) -> list[str]:
    """What happens in a witness, in words."""
    return [entry.said for entry in witness.entries]
