"""Amounts, lengths of time and votes of a treaty → words of a draft: stated, or how they are worked out."""

from __future__ import annotations

from clausekit.drafting.grammar import Grammar
from clausekit.drafting.naming import Naming
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.model.amounts import Formula, Period, Quantity, Share
from clausekit.model.terms import Decision

_SUMS = frozenset({"plus", "minus"})
_EXTREMES = frozenset({"smaller", "larger"})
# Those of the body that decides: `including at least 15 members`.
_ITS_MEMBERS = frozenset({"member", "members"})


class Amounts:
    """Says how much, how long and by what vote, with the names of one treaty."""

    def __init__(self, phrases: Phrasebook, grammar: Grammar, naming: Naming) -> None:
        """Use the words of `phrases` and the names of `naming`."""
        self._say = phrases.say
        self._grammar = grammar
        self._naming = naming

    # ------------------------------------------------------------ how much

    def quantity(self, quantity: Quantity) -> str:
        """`at least 20,000 troops`, `10 to 20 vessels`, `at most 25 per cent of the liability`."""
        form = "amount_" + quantity.bound.replace(" ", "_")
        if quantity.formula is not None:
            return self._say(form, number=self.formula(quantity.formula), unit="")
        number = "" if quantity.amount is None else self._grammar.number(quantity.amount)
        if quantity.high is not None:
            number = self._say("number_range", low=number, high=self._grammar.number(quantity.high))
        return self._say(form, number=number, unit=self._naming.unit(quantity.unit, quantity.amount if quantity.high is None else quantity.high))

    def quantities(self, quantities: tuple[Quantity, ...]) -> str:
        """Amounts, joined."""
        return self._grammar.joined([self.quantity(quantity) for quantity in quantities])

    def formula(self, formula: Formula) -> str:
        """An amount that is worked out: `25 per cent of the liability`, `the smaller of 50 tanks and the active quota`, `its previous contribution`."""
        if formula.kind in _SUMS or formula.kind in _EXTREMES:
            first, *others = formula.operands
            parts = [self._operand(first, formula.kind, first=True), *(self._operand(each, formula.kind) for each in others)]
            return self._say(f"worked_out_{formula.kind}", parts=parts, apart=_ends_in_choice(first))
        number = "" if formula.amount is None else self._grammar.number(formula.amount)
        if formula.kind == "number":
            return self._say("amount_stated", number=number, unit=self._naming.unit(formula.of, formula.amount))
        of = self._naming.measured(formula.of or "")
        bare = self._grammar.bare(of)
        return self._say(
            f"worked_out_{formula.kind.replace(' ', '_')}",
            number=number,
            share=self._grammar.share(formula.share) if formula.share else "",
            of=of,
            bare=bare,
            rounded=formula.rounded,
        )

    def _operand(self, operand: Formula, within: str, *, first: bool = False) -> str:
        """What is added or compared; a sum in brackets, unless another goes on from it."""
        said = self.formula(operand)
        goes_on = first and within in _SUMS
        return self._say("in_brackets", said=said) if operand.kind in _SUMS and not goes_on else said

    def share(self, share: Share) -> str:
        """`at least 55 per cent of emissions`."""
        number = self._say("per_cent_of", number=self._grammar.number(share.percent), of=self._naming.measure(share.measure))
        return self._say("amount_" + share.bound.replace(" ", "_"), number=number, unit="")

    # ------------------------------------------------------------ how long

    def period(self, period: Period) -> str:
        """`1 year and 6 months`."""
        return self._grammar.joined([self._grammar.counted(count, unit) for count, unit in period.parts])

    def recurring(self, period: Period | None) -> str:
        """The period of `every month`, `every 6 months`."""
        if period is None:
            return ""
        return self._grammar.one(period.parts[0][1]) if len(period.parts) == 1 and period.parts[0][0] == 1 else self.period(period)

    # ------------------------------------------------------------ by what vote

    def decision(self, decision: Decision) -> str:
        """How it is decided: `by consensus`, `by a majority of two thirds`, `by Qualified Majority`."""
        said = self._say(f"by_{decision.kind.replace(' ', '_')}", **self._vote(decision))
        return self._say("by_reversed", decided=said) if decision.reverse else said

    def vote(self, decision: Decision) -> str:
        """The votes themselves: `two thirds of the Parties present and voting`."""
        said = self._say(f"vote_{decision.kind.replace(' ', '_')}", **self._vote(decision))
        return self._say("vote_reversed", votes=said) if decision.reverse else said

    def _vote(self, decision: Decision) -> dict[str, str]:
        of = decision.of or ""
        several = "" if decision.number is None else self._grammar.number(decision.number)
        found = self._naming.vocabulary.who(of) if of else None
        collective = found is not None and found.kind in ("group", "role")
        whole = self._naming.rule(of) if decision.kind == "rule" else self._naming.voters(of) if of else ""
        one = decision.number == 1
        if collective:
            counted = self._naming.noun(of) if one else self._naming.counted_nouns(of)
        else:
            counted = self._say("members_of", whole="" if of.lower() in _ITS_MEMBERS else whole, one=one) if of else ""
        return {
            "share": self._grammar.share(decision.fraction) if decision.fraction else "",
            "number": several,
            "of": whole,
            "counted": counted,
            "voting": decision.voting,
        }


def _ends_in_choice(formula: Formula) -> bool:
    """Whether what stands behind an amount could be taken for a part of it: `the smaller of 200 tanks and one third of the stocks, plus 5 tanks`."""
    while formula.kind in _SUMS:
        formula = formula.operands[-1]
    return formula.kind in _EXTREMES
