"""Treaty → its norms as data, in a namespace of our own: who must, may or must not do what, when it is triggered and by when it is due.

They are those that `clausekit simulate` plays. Names of what is declared are references into the document; others stand as words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from clausekit.drafting.akn.markup import Element, add, add_own
from clausekit.drafting.akn.references import References
from clausekit.drafting.tree import Draft, Section, plain
from clausekit.model.amounts import Period
from clausekit.model.treaty import Division
from clausekit.norms.calendar import Calendar, date_of
from clausekit.norms.lower import lower
from clausekit.norms.norm import Condition, LifeRule, Norm, Pattern, RolePattern, Test, Who, Window

# ISO 8601 knows these; a working day has to be counted by the holidays of somebody, and is said in words.
_DATE_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "calendar day": "D"}


def write_norms(meta: Element, draft: Draft, references: References, placed: Mapping[str, str]) -> None:
    """The norms of the treaty, if there are any. `placed` gives the identifier of each paragraph by the id of its clause."""
    code = lower(draft.treaty)
    if not (code.norms or code.life):
        return
    holder = add_own(add(meta, "proprietary", source=f"#{references.editor}"), "norms")
    clauses = list(_paragraphs(draft))
    numbered = {norm.number: f"norm-{norm.number + 1}" for norm in code.norms}
    writing = _Norms(holder, references, code.calendar, numbered, [(clause, f"#{placed[clause]}") for clause in clauses])
    for norm in code.norms:
        writing.norm(norm)
    for number, rule in enumerate(code.life, 1):
        writing.rule(rule, f"rule-{number}")


def _paragraphs(draft: Draft) -> Iterator[str]:
    """The ids of the paragraphs in the order in which the treaty counts its provisions: annexes where they were written, which need not be the end."""
    yield from (paragraph.id for paragraph in draft.paragraphs)
    sections, annexes = iter(draft.sections), iter(draft.annexes)
    for division in draft.treaty.divisions:
        yield from _inside(division, next(annexes if division.kind == "annex" else sections))


def _inside(division: Division, section: Section) -> Iterator[str]:
    yield from (paragraph.id for paragraph in section.paragraphs[: len(division.clauses)])
    for inner, drafted in zip(division.divisions, section.sections, strict=True):
        yield from _inside(inner, drafted)


class _Norms:
    """Writes norms, and the rules of the life of the treaty and its provisions."""

    def __init__(self, holder: Element, references: References, calendar: Calendar, numbered: Mapping[int, str], provisions: Sequence[tuple[str, str]]) -> None:
        """`numbered` are the ids of the norms; `provisions` the clause of each provision, and the reference to its paragraph."""
        self._holder = holder
        self._references = references
        self._calendar = calendar
        self._numbered = numbered
        self._provisions = provisions

    def norm(self, norm: Norm) -> None:
        clause, placed = self._provisions[norm.provision]
        element = add_own(
            self._holder,
            "norm",
            id=self._numbered[norm.number],
            clause=clause,
            provision=placed,
            modality=norm.modality,
            mode=norm.mode,
            need=_number(norm.need),
            after=self._norms(norm.after),
            notice=duration(norm.notice),
            guarantees=self._cited(norm.guaranteed),
            prevailsOver=self._cited(norm.prevails_over),
            yieldsTo=self._cited(norm.yields_to),
        )
        self._who(element, "bearer", norm.bearer)
        for act in norm.acts:
            self._event(element, "act", act)
        self._condition(element, "ensured", norm.ensured)
        if norm.owed_to is not None:
            self._who(element, "owedTo", norm.owed_to)
        self._when(element, norm)

    def rule(self, rule: LifeRule, identity: str) -> None:
        """When the treaty, or some of its provisions, enter into force, cease, are suspended and so on."""
        clause, placed = self._provisions[rule.provision]
        element = add_own(
            self._holder,
            "life",
            id=identity,
            clause=clause,
            provision=placed,
            verb=rule.verb,
            of=self._cited(rule.provisions),
            period=duration(rule.period),
            after=self._norms(rule.after),
        )
        if rule.whom is not None:
            self._who(element, "whom", rule.whom)
        if rule.between is not None:
            self._who(element, "between", rule.between)
        if rule.of is not None:
            self._event(element, "act", rule.of)
        self._when(element, rule)

    def _when(self, element: Element, said: Norm | LifeRule) -> None:
        self._condition(element, "trigger", said.trigger)
        for guard in said.guards:
            self._condition(element, "guard", guard.condition, kind=guard.kind)
        for window in said.windows:
            self._deadline(element, window)

    def _norms(self, numbers: Iterable[int]) -> str:
        return " ".join(self._numbered[number] for number in numbers if number in self._numbered)

    def _cited(self, numbers: frozenset[int] | None) -> str:
        """References to provisions."""
        return " ".join(self._provisions[number][1] for number in sorted(numbers or ()) if number < len(self._provisions))

    # ------------------------------------------------------------ who

    def _who(self, parent: Element, tag: str, who: Who, **more: str) -> None:
        declared = [self._references.of(name) for name in who.names]
        add_own(
            parent,
            tag,
            refersTo=" ".join(filter(None, declared)),
            named="; ".join(plain(name) for name, known in zip(who.names, declared, strict=True) if not known),
            quantifier=who.quantifier,
            number=_number(who.number),
            other="true" if who.other else "",
            binds=plain(who.binds.lstrip("#")),
            sameAs=plain(who.refers.lstrip("#")),
            **more,
        )

    # ------------------------------------------------------------ events and conditions

    def _event(self, parent: Element, tag: str, pattern: Pattern, **more: str) -> None:
        name = plain(pattern.said or pattern.name)
        reference = self._references.of(pattern.said) or self._references.of(pattern.name)
        element = add_own(parent, tag, event=name, refersTo=reference, aspect=pattern.aspect, **more)
        self._roles(element, pattern.roles)
        for amount in pattern.amounts:
            add_own(element, "amount", unit=plain(amount.unit), least=_number(amount.low), most=_number(amount.high))

    def _roles(self, parent: Element, roles: tuple[RolePattern, ...]) -> None:
        for role in roles:
            self._who(parent, "role", role.who, preposition=role.preposition, absent="true" if role.absent else "")

    def _condition(self, parent: Element, tag: str, condition: Condition | None, **more: str) -> None:
        """Alternatives, of which one must be met, each of tests that must all be met."""
        if condition is None:
            return
        element = add_own(parent, tag, **more)
        for alternative in condition:
            together = add_own(element, "alternative")
            for test in alternative:
                self._test(together, test)

    def _test(self, parent: Element, test: Test) -> None:
        negated = "true" if test.negated else ""
        if test.pattern is not None:
            self._event(parent, test.kind, test.pattern, negated=negated)
            return
        reference = self._references.of(test.name)
        element = add_own(
            parent,
            test.kind,
            name=plain(test.name),
            refersTo=reference,
            comparator=test.comparator,
            amount=_number(test.amount),
            level=plain(test.level),
            negated=negated,
        )
        self._roles(element, test.roles)

    def _deadline(self, parent: Element, window: Window) -> None:
        on = date_of(window.at, self._calendar).isoformat() if window.at is not None else ""
        element = add_own(parent, "deadline", kind=window.kind, period=duration(window.period), least=duration(window.low), on=on, times=_number(window.times))
        self._condition(element, "from", window.anchor)


def duration(period: Period | None) -> str:
    """A period as ISO 8601 writes it (`PT24H`, `P1Y6M`); in words where it has working days or mixes weeks with what they do not go with."""
    if period is None:
        return ""
    units = [unit for _, unit in period.parts]
    if all(unit in _DATE_UNITS or unit == "hour" for unit in units) and ("week" not in units or len(units) == 1):
        dated = "".join(f"{count}{_DATE_UNITS[unit]}" for count, unit in period.parts if unit != "hour")
        hours = "".join(f"{count}H" for count, unit in period.parts if unit == "hour")
        return f"P{dated}{'T' if hours else ''}{hours}"
    return " and ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in period.parts)


def _number(value: object) -> str:
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
