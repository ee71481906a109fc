"""What the prover answered, made ready to be told: each answer with the words in which it can be said. What checks share that turn answers into findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from clausekit.checks.wording import MOST_NAMED, listed
from clausekit.diagnostics import Course, Diagnostic, Fix, Label, Proof, Rule, Severity, report
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span

if TYPE_CHECKING:  # a text that is only read needs neither norms nor the prover
    from clausekit.logic.answers import Answer, Question
    from clausekit.norms.norm import Code, Norm


class Told(NamedTuple):
    """An answer with its words.

    `asks` says of each norm of the core what it asks when it matters; `story` tells what happens in prose, and `course` in an event log. `repair` is what would
    take the flaw away, proved to do so, and `fix` the edit that does it. `blameless` says that nobody concerned had violated anything before.
    """

    answer: Answer
    asks: dict[int, str]
    story: tuple[str, ...] = ()
    course: Course | None = None
    repair: str = ""
    fix: Fix | None = None
    blameless: bool = True


class Proved(NamedTuple):
    """All that the prover has to say of a treaty, and the norms that it speaks of by number; nothing, where it was not asked."""

    code: Code | None
    told: tuple[Told, ...]

    def of(self, question: Question, *kinds: str) -> Iterator[tuple[Told, Case]]:
        """The flaws that a question has shown, of some kinds or of all."""
        for each in self.told:
            if each.answer.question == question and each.answer.status in ("shown", "refuted") and (not kinds or each.answer.kind in kinds):
                assert self.code is not None
                yield each, Case(each, self.code)

    def undecided(self) -> Iterator[tuple[Told, Case]]:
        """What could not be settled."""
        for each in self.told:
            if each.answer.status == "undecided" and self.code is not None:
                yield each, Case(each, self.code)


NOTHING = Proved(None, ())


class Case:
    """One answer, and how it is cited and pointed at."""

    def __init__(self, told: Told, code: Code) -> None:
        """Know the norms it speaks of."""
        self.told = told
        self.norms = [code.norms[number] for number in told.answer.norms]
        self.code = code

    @property
    def names(self) -> list[str]:
        """The sentences of the core as they are cited in a message, each once."""
        return list(dict.fromkeys(quoted(norm) for norm in self.norms))

    @property
    def who(self) -> str:
        """Whom it concerns."""
        return listed(self.told.answer.parties)

    @property
    def first(self) -> str:
        """The sentence that it is about."""
        return quoted(self.norms[0]) if self.norms else "the treaty"

    @property
    def others(self) -> str:
        """The other sentences of the core."""
        return listed([name for name in self.names if name != self.first])

    def found(
        self,
        rule: Rule,
        message: str,
        *,
        help: str,  # noqa: A002  as in `report`
        severity: Severity | None = None,
        first: int | None = None,
        says: str | None = None,
    ) -> Diagnostic:
        """The finding: every sentence of the core drawn at its place with what it asks, the proof, and the next step.

        `first` is the norm at which the finding is, if it is not the first of the core. `says` takes the place of what each norm asks.
        """
        norms = sorted(self.norms, key=lambda norm: norm.number != first) if first is not None else self.norms
        labels: dict[Span | None, str] = {}
        for norm in norms:
            said = self.told.asks.get(norm.number, "") if says is None else says
            before = labels.get(norm.span)
            labels[norm.span] = said if before is None else before if said in before else f"{before}; {said}"
        shown = [Label(span, said) for span, said in labels.items()][: MOST_NAMED + 1] or [Label(None)]
        answer, told = self.told.answer, self.told
        core = tuple(dict.fromkeys(norm.label or norm.citation for norm in self.norms))
        steps = tuple(dict.fromkeys(self._step(step.norm, step.said) for step in answer.steps))
        proof = Proof("refuted" if answer.status == "refuted" else "shown", core, told.course, told.story, steps)
        made = report(rule, message, *shown, help=told.repair or help, fix=told.fix)
        return made._replace(severity=severity or rule.severity, proof=proof)

    def _step(self, number: int, said: str) -> str:
        return f"{quoted(self.code.norms[number])}{' ' if said[:1].islower() else ': '}{said}" if number >= 0 else said


def quoted(norm: Norm) -> str:
    """How a sentence is named in a message."""
    return f"`{norm.label}`" if norm.label else norm.citation or "this sentence"


def several(names: Iterable[str]) -> str:
    """`A`, `both A and B`, `all of A, B and C`."""
    kept = list(names)
    return listed(kept) if len(kept) < 2 else f"{'both' if len(kept) == 2 else 'all of'} {listed(kept)}"
