"""Grammar rules → nodes: amounts, stated or worked out. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from typing import Any

from clausekit.syntax.build_actors import BOUNDS
from clausekit.syntax.nodes import FormulaNode, Name, QuantityNode, Token
from clausekit.syntax.reductions import RefusedError

# Nobody adds up more in one sentence; and each stands in the next, so that far more could not be walked through.
MOST_ADDED = 150


def quantity(start: int, end: int, bound: Token | None, formula: FormulaNode) -> QuantityNode:
    if formula.kind == "number":
        return QuantityNode(_bound(bound), formula.number, "", formula.of, start, end)
    return QuantityNode(_bound(bound), "", "", None, start, end, formula)


def quantity_range(start: int, end: int, bound: Token | None, low: Token, high: Token, unit_name: Name | None) -> QuantityNode:
    return QuantityNode(_bound(bound), low.text, high.text, unit_name, start, end)


def plain_number(start: int, end: int, number: Token, unit_name: Name | None) -> FormulaNode:
    return FormulaNode("number", number.text, unit_name, "", (), start, end)


def percent_of(start: int, end: int, number: Token, whole: Name, rounded: Token | None) -> FormulaNode:
    return FormulaNode("percent of", number.text, whole, _rounded(rounded), (), start, end)


def fraction_of(start: int, end: int, share: Token, whole: Name, rounded: Token | None) -> FormulaNode:
    return FormulaNode("share of", spelled_share(share), whole, _rounded(rounded), (), start, end)


def extreme(start: int, end: int, which: Token, first: FormulaNode, second: FormulaNode) -> FormulaNode:
    return FormulaNode("smaller" if which.type == "SMALLER_OF" else "larger", "", None, "", (first, second), start, end)


def previous(start: int, end: int, _: Token, named: Name) -> FormulaNode:
    return FormulaNode("previous", "", named, "", (), start, end)


def level_of(start: int, end: int, named: Name) -> FormulaNode:
    return FormulaNode("measured", "", named, "", (), start, end)


def sum(start: int, end: int, first: FormulaNode, *more: Token | FormulaNode) -> FormulaNode:  # noqa: A001  the name of its rule
    if len(more) > 2 * MOST_ADDED:
        raise RefusedError(start)
    made = first
    for sign, added in zip(more[::2], more[1::2], strict=True):
        assert isinstance(sign, Token)
        assert isinstance(added, FormulaNode)
        made = FormulaNode(sign.text.lower(), "", None, "", (made, added), start, added.end)
    return made


def spelled_share(words: Token) -> str:
    """The share that a fused `two thirds of` names: `two thirds`; a bare `half of` is `one half`."""
    share = words.text.lower().removesuffix(" of").strip()
    return "one half" if share == "half" else share


def _bound(bound: Token | None) -> str:
    return BOUNDS[bound.type] if bound else ""


def _rounded(words: Any) -> str:
    return words.text.lower().split()[-1] if words else ""
