"""A flaw that was proved → an edit that takes it away: proved of the changed text, and bringing no other flaw and no new mistake.

Nothing is said to repair a flaw that was not tried: the text is changed, read, checked and proved again, in what is left of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from clausekit.checks.engine import run_checks
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Fix, Severity
from clausekit.logic.answers import Answer, Question
from clausekit.model.resolve import resolve
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import UnknownCalendarError
from clausekit.norms.joining import as_joined
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code, Norm
from clausekit.pipeline.remedies import Remedies, Repair
from clausekit.source import Source
from clausekit.syntax.parser import parse

# So many flaws are tried to be repaired. Every try reads and proves the whole text again: of a longer one fewer are, so that so many norms are proved in all.
_MOST_FLAWS = 6
_MOST_NORMS = 1_200
_GRAVE = (Severity.ERROR, Severity.WARNING)

Prove = Callable[[Treaty, Code, Collection[Question]], tuple[Answer, ...]]


class _State(NamedTuple):
    """What there is to say of a text: the marks of its findings, those of its flaws, and the questions that were left open."""

    findings: frozenset[object]
    flaws: frozenset[object]
    open_questions: frozenset[str]


class Repairs:
    """Tries edits of one text out."""

    def __init__(self, survey: Survey, code: Code, answers: Collection[Answer], prove: Prove, questions: Collection[Question]) -> None:
        """Know how the text stands now. `prove` answers for a changed text what was asked of this one: the `questions`."""
        self._questions = questions
        self._source = survey.source
        self._remedies = Remedies(survey.treaty, code, survey.source.text if survey.source is not None else "")
        self._code = code
        self._prove = prove
        self._before = _State(_findings(survey), frozenset(_mark(each, code) for each in answers if _is_flaw(each)), _open(answers))
        self._tried = 0
        self._most = min(_MOST_FLAWS, _MOST_NORMS // max(len(code.norms), 1))

    def of(self, answer: Answer) -> Repair | None:
        """The first edit that takes a flaw away and brings no other; None where none is known, or where there was no time to try one."""
        if type(self._source) is not Source or not _is_flaw(answer) or self._tried >= self._most:
            return None
        repairs = list(self._remedies.of(answer))
        self._tried += bool(repairs)
        return next((repair for repair in repairs if self._takes_away(answer, repair)), None)

    def _takes_away(self, answer: Answer, repair: Repair) -> bool:
        """Whether a changed text can be read and has this flaw no more, then whether it has no other; the rest is only asked where that is so."""
        source = Source(_mended(self._source.text, repair.fix)) if self._source is not None else None
        treaty = _read(source) if source is not None else None
        if treaty is None:
            return False
        survey = Survey(treaty, source)
        asked, _ = as_joined(treaty)
        try:
            code = lower(asked)
        except UnknownCalendarError:
            return False
        if not _findings(survey) <= self._before.findings:
            return False
        flaw = _mark(answer, self._code)
        rest = [question for question in self._questions if question != answer.question]
        return all(self._is_no_worse(self._prove(asked, code, only), code, flaw) for only in ([answer.question], rest))

    def _is_no_worse(self, answers: Collection[Answer], code: Code, flaw: object) -> bool:
        """Whether answers about a changed text tell of no flaw but those that were there before, less one, and leave nothing more open."""
        flaws = {_mark(each, code) for each in answers if _is_flaw(each)}
        return flaw not in flaws and flaws <= self._before.flaws and _open(answers) <= self._before.open_questions


def _read(source: Source) -> Treaty | None:
    """The treaty of a changed text; None for one that can no longer be read."""
    document, found = parse(source)
    if found:
        return None
    treaty, unusable = resolve(document)
    return None if unusable else treaty


def _is_flaw(answer: Answer) -> bool:
    return answer.status in ("shown", "refuted")


def _open(answers: Collection[Answer]) -> frozenset[str]:
    return frozenset(each.question for each in answers if each.status == "undecided")


def _findings(survey: Survey) -> frozenset[object]:
    """The findings about a text that ask for a decision, without their places."""
    return frozenset((each.code, each.message) for each in run_checks(survey) if each.severity in _GRAVE and each.proof is None)


def _mark(answer: Answer, code: Code) -> object:
    """What a flaw is known by in two texts: the question, its kind, and the sentences and parties concerned.

    That nothing hangs on breaches is one matter, however many duties there are.
    """
    if answer.kind == "no consequence":
        return answer.question, answer.kind
    return answer.question, answer.kind, frozenset(_named(code.norms[number]) for number in answer.norms), frozenset(answer.parties), answer.about


def _named(norm: Norm) -> str:
    return norm.label or norm.said


def _mended(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
