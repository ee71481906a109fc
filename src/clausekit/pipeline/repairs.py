"""A flaw that was proved → an edit that takes it away: proved of the changed text, and bringing no other flaw and no new mistake.

Nothing is said to repair a flaw that was not tried: the text is changed, read, checked and proved again, in what is left of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from clausekit.checks.engine import run_checks
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Edit, Fix, Severity
from clausekit.logic.answers import Answer
from clausekit.model.resolve import resolve
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import UnknownCalendarError
from clausekit.norms.joining import as_joined
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code, Norm
from clausekit.source import Source, Span
from clausekit.syntax.parser import parse

# So many flaws are tried to be repaired, in so many ways each: every try is a proof of the whole.
_MOST_FLAWS = 6
_GRAVE = (Severity.ERROR, Severity.WARNING)

Prove = Callable[[Treaty, Code], tuple[Answer, ...]]


class Repair(NamedTuple):
    """What would take a flaw away: in words, and as an edit."""

    said: str
    fix: Fix


class _State(NamedTuple):
    """What there is to say of a text: the marks of its findings, those of its flaws, and the questions that were left open."""

    findings: frozenset[object]
    flaws: frozenset[object]
    open_questions: frozenset[str]


class Repairs:
    """Tries edits of one text out."""

    def __init__(self, survey: Survey, code: Code, answers: Collection[Answer], prove: Prove) -> None:
        """Know how the text stands now. `prove` answers for a changed text what was asked of this one."""
        self._source = survey.source
        self._code = code
        self._prove = prove
        self._before = _State(_findings(survey), frozenset(_mark(each, code) for each in answers if _is_flaw(each)), _open(answers))
        self._tried = 0

    def of(self, answer: Answer) -> Repair | None:
        """The first edit that takes a flaw away and brings no other; None where none is known, or where there was no time to try one."""
        if type(self._source) is not Source or not _is_flaw(answer) or self._tried >= _MOST_FLAWS:
            return None
        repairs = list(_candidates(answer, self._code, self._source.text))
        self._tried += bool(repairs)
        return next((repair for repair in repairs if self._takes_away(answer, repair)), None)

    def _takes_away(self, answer: Answer, repair: Repair) -> bool:
        after = self._state(_mended(self._source.text, repair.fix)) if self._source is not None else None
        if after is None or answer.question in after.open_questions - self._before.open_questions:
            return False
        flaw = _mark(answer, self._code)
        return (
            flaw not in after.flaws
            and after.flaws <= self._before.flaws
            and after.findings <= self._before.findings
            and (after.open_questions <= self._before.open_questions)
        )

    def _state(self, text: str) -> _State | None:
        """How a changed text stands; None for one that can no longer be read."""
        source = Source(text)
        document, found = parse(source)
        if found:
            return None
        treaty, unusable = resolve(document)
        if unusable:
            return None
        survey = Survey(treaty, source)
        asked, _ = as_joined(treaty)
        try:
            code = lower(asked)
        except UnknownCalendarError:
            return None
        answers = self._prove(asked, code)
        return _State(_findings(survey), frozenset(_mark(each, code) for each in answers if _is_flaw(each)), _open(answers))


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


# ---------------------------------------------------------------- what may help


def _candidates(answer: Answer, code: Code, text: str) -> Iterator[Repair]:
    norms = [code.norms[number] for number in answer.norms]
    if answer.question in ("conflict", "collision") and len(norms) == 2:
        first, second = sorted(norms, key=lambda norm: norm.modality in ("prohibition", "duty") and norm.trigger is None)
        yield from _precedence(first, second)
        yield from _precedence(second, first)
    elif answer.question == "redundant":
        yield from _taken_out(norms[0], code, text)
    elif answer.question == "evasion" and answer.kind == "withdraw":
        yield from _surviving(norms, code)


def _precedence(strong: Norm, weak: Norm) -> Iterator[Repair]:
    """Let one of two sentences prevail."""
    if strong.span is None or not weak.label:
        return
    words = f"notwithstanding clause {weak.label}"
    name = f"`{strong.label}`" if strong.label else "the other"
    fix = Fix(f"let {name} prevail: `{words}`", (Edit(Span(strong.span.end, strong.span.end), f", {words}"),), "meaning")
    yield Repair(f"let {name} prevail over `{weak.label}`, by `{words}`", fix)


def _taken_out(norm: Norm, code: Code, text: str) -> Iterator[Repair]:
    """Leave a sentence out."""
    span = code.provisions[norm.provision].span
    if span is not None:
        name = f"`{norm.label}`" if norm.label else "this sentence"
        yield Repair(f"take {name} out", Fix(f"take {name} out", (Edit(_line_of(span, text), ""),), "meaning"))


def _line_of(span: Span, text: str) -> Span:
    """A sentence with its full stop, and with the rest of its line where nothing else stands there."""
    end = span.end + 1 if text[span.end : span.end + 1] == "." else span.end
    start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", end)
    if line_end < 0 or text[start : span.start].strip() or text[end:line_end].strip():
        return Span(span.start, end)
    return Span(start, line_end + 1)


def _surviving(norms: list[Norm], code: Code) -> Iterator[Repair]:
    """Let a duty outlast the withdrawal of whoever owes it."""
    duty, power = norms[0], norms[-1]
    span = code.provisions[power.provision].span
    if span is not None and duty.label:
        words = f"clause {duty.label} survives withdrawal."
        yield Repair(f"let the duty go on: `{words}`", Fix(f"add `{words}`", (Edit(Span(span.end, span.end), f".\n  {words.removesuffix('.')}"),), "meaning"))
