"""Numbers, dates and periods as written → typed values, with a diagnostic for those that cannot be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.model import rules
from clausekit.model.amounts import Formula, Period, Quantity
from clausekit.model.names import key, without_article
from clausekit.source import Span
from clausekit.syntax.canonical import digits, iso_date
from clausekit.syntax.nodes import FormulaNode, PeriodNode, QuantityNode

# Longer numbers are slips of the keyboard, and would only cost time.
MOST_DIGITS = 18
LONGEST_PERIOD = 999_999
# Nobody works an amount out in more steps; and what stands in itself too deep cannot be compared.
MOST_STEPS = 50

_period = Period
_quantity = Quantity
_formula = Formula


class Values:
    """Reads values and keeps what was wrong with them."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self.diagnostics: list[Diagnostic] = []

    def day(self, written: str, start: int, end: int) -> date | None:
        """A calendar date; None, and a diagnostic, for one that does not exist."""
        try:
            return date.fromisoformat(iso_date(written))
        except ValueError:
            here = Label(Span(start, end), "no such day")
            message = f"there is no such date as {written}"
            self.diagnostics.append(report(rules.IMPOSSIBLE_DATE, message, here, help="write a day of the calendar, as in `2027-02-28`"))
            return None

    def period(self, node: PeriodNode) -> Period | None:
        """A period of whole units; None, and a diagnostic, for a fraction or an absurd length."""
        parts = []
        for number, unit in node.parts:
            count = self._whole(digits(number), node.start, node.end)
            if count is None:
                return None
            parts.append((count, unit.removesuffix("s")))
        return _period(node.start, node.end, tuple(parts))

    def count(self, written: str, start: int, end: int) -> int | None:
        """A whole number; None, and a diagnostic, for one that is not."""
        return self._whole(digits(written), start, end)

    def amount(self, written: str, start: int, end: int) -> Decimal | None:
        """An amount; None, and a diagnostic, for a number of absurd length."""
        if len(written) > MOST_DIGITS:
            self._unusable(written, start, end, "this number is too long to be meant", f"write a number of at most {MOST_DIGITS} digits")
            return None
        return Decimal(written.replace(",", ""))

    def quantity(self, node: QuantityNode) -> Quantity | None:
        """An amount with its bound and unit; None, with a diagnostic, when its number cannot be used."""
        if node.formula is not None:
            formula = self.formula(node.formula)
            return None if formula is None else _quantity(node.start, node.end, node.bound or "stated", None, None, None, formula)
        low = self.amount(node.low, node.start, node.end)
        high = self.amount(node.high, node.start, node.end) if node.high else None
        if low is None or (node.high and high is None):
            return None
        return _quantity(node.start, node.end, node.bound or "stated", low, high, node.unit.text if node.unit else None, None)

    def formula(self, node: FormulaNode) -> Formula | None:
        """An amount that is worked out; None, with a diagnostic, when a number in it cannot be used, or when it takes too many steps."""
        if _steps(node) > MOST_STEPS:
            message = f"this amount is worked out in more than {MOST_STEPS} steps"
            here = Label(Span(node.start, node.end), "who could follow it?")
            self.diagnostics.append(report(rules.UNUSABLE_NUMBER, message, here, help="declare a measure for a part of it, and add that up"))
            return None
        return self._formula(node)

    def _formula(self, node: FormulaNode) -> Formula | None:
        amount = None
        if node.kind in ("number", "percent of"):
            amount = self.amount(node.number, node.start, node.end)
            if amount is None:
                return None
        operands = [self._formula(operand) for operand in node.operands]
        known = tuple([operand for operand in operands if operand is not None])
        if len(known) < len(operands):
            return None
        of = node.of.text if node.of else None
        if of is not None and node.kind != "number":
            of = self.measure_name(of)
        return _formula(node.start, node.end, node.kind, amount, node.number if node.kind == "share of" else None, of, node.rounded, known)

    def measure_name(self, written: str) -> str:
        """The name of what is measured, without the article or the `its` that leads it."""
        name = without_article(written)
        first, _, rest = name.partition(" ")
        return rest if rest and key(first) in ("its", "their") else name

    def _whole(self, written: str, start: int, end: int) -> int | None:
        plain = written.replace(",", "")
        if "." in plain:
            self._unusable(written, start, end, f"{written} is not a whole number", "use a smaller unit: `36 hours` rather than `1.5 days`")
            return None
        if len(plain) > MOST_DIGITS or int(plain) > LONGEST_PERIOD:
            self._unusable(written, start, end, "this number is too large to be meant", f"write a number up to {LONGEST_PERIOD:,}")
            return None
        return int(plain)

    def _unusable(self, written: str, start: int, end: int, message: str, help: str) -> None:  # noqa: A002  the diagnostic's own word
        shown = Label(Span(start, end), "" if len(written) > MOST_DIGITS else f"{written} cannot be used here")
        self.diagnostics.append(report(rules.UNUSABLE_NUMBER, message, shown, help=help))


def _steps(node: FormulaNode) -> int:
    """How many amounts one is worked out from: counted without recursion, however deep they stand in one another."""
    count = 0
    open_nodes = [node]
    while open_nodes and count <= MOST_STEPS:
        open_nodes += open_nodes.pop().operands
        count += 1
    return count
