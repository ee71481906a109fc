"""A flaw → edits that may take it away, the one nearest to what was meant first. None of them is said to help before it was tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.diagnostics import Edit, Fix
from clausekit.logic.answers import Answer
from clausekit.model.treaty import Treaty
from clausekit.norms.expecting import alone
from clausekit.norms.norm import Code, Norm
from clausekit.source import Span

_OPENING = re.compile(r"\s*(?:if|upon|in case of)\s+(?P<what>[^,]*),\s*then\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin\s+(?P<number>\d+)\s+(?P<unit>hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_PERIOD = re.compile(r"\b(?P<number>\d+) (?P<unit>hours?|days?|weeks?|months?|years?)\b")
_NO_DEADLINE = re.compile(r"\bas soon as possible\b|\bwithout delay\b|\bpromptly\b", re.IGNORECASE)
_NOTICE = re.compile(r"\bwith\s+(?P<period>\d+\s+(?:day|week|month|year)s?)\s+notice\b", re.IGNORECASE)
_DECIDING = re.compile(r"\bdeciding\s+by\s+(?:consensus|unanimity|a\s+unanimous\s+vote)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*")
# What is put for a deadline that is missing, and for a notice that is too short.
_DEADLINE, _LONG_NOTICE = "within 30 days", "12 months"


class Repair(NamedTuple):
    """What would take a flaw away: in words, and as an edit."""

    said: str
    fix: Fix


class Remedies:
    """What may help against the flaws of one text."""

    def __init__(self, treaty: Treaty, code: Code, text: str) -> None:
        """Know the text."""
        self._treaty = treaty
        self._code = code
        self._text = text

    def of(self, answer: Answer) -> Iterator[Repair]:
        """The edits that come into question for a flaw."""
        norms = [self._code.norms[number] for number in answer.norms]
        made = {
            "conflict": self._clash, "collision": self._clash, "redundant": self._redundant, "evasion": self._evasion, "gap": self._gap, "dead": self._dead,
            "budget": self._budget, "capture": self._capture, "capacity": self._capacity, "deadlock": self._deadlock,
        }.get(answer.question)  # fmt: skip
        if made is not None and norms:
            yield from made(answer, norms)
        elif answer.question == "expectation":
            yield from self._expectation(answer)

    # ------------------------------------------------------------ what clashes

    def _clash(self, _: Answer, norms: list[Norm]) -> Iterator[Repair]:
        if len(norms) != 2:
            return
        first, second = sorted(norms, key=lambda norm: norm.modality in ("prohibition", "duty") and norm.trigger is None)
        if first.modality == "duty" and second.modality == "prohibition":
            yield from self._excepted(first, second)
        yield from self._precedence(first, second)
        yield from self._precedence(second, first)

    def _excepted(self, duty: Norm, prohibition: Norm) -> Iterator[Repair]:
        """Forbid an act but where it is asked for."""
        span = self._sentence(duty)
        opening = _OPENING.match(self._text[span.start : span.end].partition(":")[2] or "") if span is not None and not duty.after else None
        if opening is not None and prohibition.span is not None:
            words = f"unless {_one_line(opening['what'])}"
            yield _insert(prohibition.span.end, f", {words}", f"except from {_named(prohibition)} what {_named(duty)} asks for: `{words}`")

    def _precedence(self, strong: Norm, weak: Norm) -> Iterator[Repair]:
        """Let one of two sentences prevail."""
        if strong.span is not None and weak.label:
            words = f"notwithstanding clause {weak.label}"
            yield _insert(strong.span.end, f", {words}", f"let {_named(strong)} prevail over {_named(weak)}, by `{words}`")

    def _redundant(self, _: Answer, norms: list[Norm]) -> Iterator[Repair]:
        """Leave a sentence out: the one that adds nothing, or else the one that says it too."""
        for norm in norms:
            span = self._sentence(norm)
            if span is not None:
                yield _replace(self._whole_line(span), "", f"take {_named(norm)} out")

    # ------------------------------------------------------------ what is escaped, or not answered

    def _evasion(self, answer: Answer, norms: list[Norm]) -> Iterator[Repair]:
        if answer.kind == "withdraw":
            span = self._sentence(norms[-1])
            notice = _NOTICE.search(self._text, span.start, span.end) if span is not None else None
            if notice is not None:
                place = Span(notice.start("period"), notice.end("period"))
                yield _replace(place, _LONG_NOTICE, f"give {_named(norms[-1])} more notice than any duty has time: `with {_LONG_NOTICE} notice`")
            yield from self._surviving(norms[0], norms[-1])
        elif answer.kind in ("called off", "self-judge"):
            yield from self._without_exception(norms[0], answer.reason)

    def _surviving(self, duty: Norm, power: Norm) -> Iterator[Repair]:
        """Let a duty outlast the withdrawal of whoever owes it."""
        span = self._sentence(power)
        if span is not None and duty.label:
            words = f"clause {duty.label} survives withdrawal"
            yield _insert(span.end, f".\n  {words}", f"let the duty go on: `{words}.`")

    def _without_exception(self, duty: Norm, reason: str) -> Iterator[Repair]:
        span = self._sentence(duty)
        first = reason.split(" ", 1)[0]
        found = re.compile(rf",\s*unless\s+{re.escape(first)}\b[^,.;]*").search(self._text, span.start, span.end) if span is not None else None
        if found is not None:
            words = _one_line(found[0].removeprefix(","))
            yield _replace(Span(found.start(), found.end()), "", f"take the exception out: `{words}`")

    def _gap(self, answer: Answer, norms: list[Norm]) -> Iterator[Repair]:
        """Have whoever answers others answer these too, by a sentence of its own."""
        answers = norms[1:]
        alike = [self._code.norms[step.norm] for step in answer.steps if step.norm >= 0 and step.norm not in answer.norms]
        labels = dict.fromkeys(norm.label for norm in (norms[0], *alike))
        broken = ", or ".join(f"violation of clause {label} by {' or '.join(answer.parties)}" for label in labels)
        for other in answers if answer.kind == "nobody bound" and all(labels) else ():
            span = self._sentence(other)
            opening = _OPENING.match(self._text[span.start : span.end].partition(":")[2] or "") if span is not None and not other.after else None
            if opening is None or span is None or _is_for_another(other, answer.parties):
                continue
            begins = self._text.index(":", span.start) + 1 + opening.end()
            asked = _one_line(self._text[begins : span.end].partition("failing which")[0].rstrip(" ,\n."))
            words = f"If {broken}, then {asked}"
            yield _insert(span.end, f".\n  {words}", f"let it be answered too: `{words}.`")

    def _capture(self, answer: Answer, _: list[Norm]) -> Iterator[Repair]:
        """Let a body decide without the vote of one."""
        for body in self._treaty.bodies if answer.kind == "own cause" else ():
            found = _DECIDING.search(self._text, body.span.start, body.span.end) if body.span is not None else None
            if found is not None and any(f" {body.name} " in f" {step.said} " for step in answer.steps):
                yield _replace(
                    Span(found.start(), found.end()), "deciding by two thirds", f"let the {body.name} decide without one of its members: `by two thirds`"
                )

    # ------------------------------------------------------------ what has no time, or too little to give

    def _dead(self, _: Answer, norms: list[Norm]) -> Iterator[Repair]:
        """Give the step before a step that cannot be reached a deadline that can pass."""
        for number in norms[0].after:
            before = self._code.norms[number] if number >= 0 else None
            span = self._sentence(before) if before is not None else None
            for found in _NO_DEADLINE.finditer(self._text, span.start, span.end) if span is not None and before is not None else ():
                words = f"give the step before it a deadline that can pass: `{_DEADLINE}` for `{found[0]}`"
                yield _replace(Span(found.start(), found.end()), _DEADLINE, words)

    def _budget(self, answer: Answer, norms: list[Norm]) -> Iterator[Repair]:
        """Give a duty the time that the steps before it take, and its own behind that."""
        span = self._sentence(norms[0])
        taken = [found for step in answer.steps for found in _PERIOD.finditer(step.said)]
        units = {_plural(found["unit"]) for found in taken}
        for found in _WITHIN.finditer(self._text, span.start, span.end) if span is not None and len(units) == 1 else ():
            total = sum(int(each["number"]) for each in taken)
            if _plural(found["unit"]) in units and total > int(found["number"]):
                words = f"within {total} {_plural(found['unit'])}"
                yield _replace(Span(found.start(), found.end()), words, f"give {_named(norms[0])} the time of the steps before it and its own: `{words}`")

    def _capacity(self, answer: Answer, norms: list[Norm]) -> Iterator[Repair]:
        """Ask for what was pledged."""
        span = norms[0].span
        amounts = [amount for act in norms[0].acts for amount in act.amounts if amount.low]
        if answer.kind != "beyond pledges" or span is None or len(amounts) != 1:
            return
        unit, low = amounts[0].unit, amounts[0].low
        pledged = sum((pledge.amount for pledge in self._code.pledges if pledge.unit == unit and pledge.actor in answer.parties), Decimal(0))
        for found in _NUMBER.finditer(self._text, span.start, span.end):
            if Decimal(found[0].replace(",", "")) == low and pledged:
                yield _replace(Span(found.start(), found.end()), f"{pledged:,f}", f"ask for what those bound have pledged together: `{pledged:,f} {unit}`")

    def _deadlock(self, _: Answer, norms: list[Norm]) -> Iterator[Repair]:
        """Let the first of those who wait be bound by the word of the one whom it is for."""
        for norm in norms[:1]:
            found = _WITHIN.search(self._text, norm.span.start, norm.span.end) if norm.span is not None else None
            after = re.compile(r"\s+of\s+").match(self._text, found.end()) if found is not None else None
            whom = norm.owed_to.names if norm.owed_to is not None else ()
            if after is not None and norm.span is not None and len(whom) == 1:
                words = f"request by {whom[0]}"
                yield _replace(
                    Span(after.end(), norm.span.end), words, f"bind {_listed(norm.bearer.names, 'and')} to begin, by the word of {whom[0]}: `of {words}`"
                )

    def _expectation(self, answer: Answer) -> Iterator[Repair]:
        """Give a duty the time that is expected of it."""
        expected = self._treaty.expectations[answer.about]
        period = _WITHIN.search(self._text, expected.span.start, expected.span.end) if expected.span is not None else None
        if period is None or expected.sentence is None:
            return
        acts = {act.name for norm in alone(self._treaty, expected.sentence, "joint").norms for act in norm.acts}
        for norm in self._code.norms:
            if norm.modality == "duty" and norm.span is not None and acts & {act.name for act in norm.acts}:
                found = _WITHIN.search(self._text, norm.span.start, norm.span.end)
                if found is not None and _one_line(found[0]) != _one_line(period[0]):
                    words = _one_line(period[0])
                    yield _replace(Span(found.start(), found.end()), words, f"give {_named(norm)} the time that is expected: `{words}`")

    # ------------------------------------------------------------ places

    def _sentence(self, norm: Norm) -> Span | None:
        """Where the whole sentence of a norm stands, with its label and its steps."""
        return self._code.provisions[norm.provision].span

    def _whole_line(self, span: Span) -> Span:
        """A sentence with its full stop, and with the rest of its line where nothing else stands there."""
        text = self._text
        end = span.end + 1 if text[span.end : span.end + 1] == "." else span.end
        start = text.rfind("\n", 0, span.start) + 1
        line_end = text.find("\n", end)
        if line_end < 0 or text[start : span.start].strip() or text[end:line_end].strip():
            return Span(span.start, end)
        return Span(start, line_end + 1)


def _is_for_another(norm: Norm, parties: tuple[str, ...]) -> bool:
    """Whether what answers somebody else's breach would be no answer to that of `parties`: it helps them by name, or is done against others by name."""
    for act in norm.acts:
        for role in act.roles:
            meant = set(role.who.names)
            is_against = role.preposition in ("on", "against")
            if meant and (meant.isdisjoint(parties) if is_against else not meant.isdisjoint(parties)):
                return True
    return False


def _insert(at: int, words: str, said: str) -> Repair:
    return _replace(Span(at, at), words, said)


def _replace(span: Span, words: str, said: str) -> Repair:
    return Repair(said, Fix(said, (Edit(span, words),), "meaning"))


def _named(norm: Norm) -> str:
    return f"`{norm.label}`" if norm.label else "the other" if not norm.citation else norm.citation


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _plural(unit: str) -> str:
    return f"{unit.lower().rstrip('s')}s"


def _listed(names: tuple[str, ...], conjunction: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {conjunction} {names[-1]}"
