"""Bearers of a treaty → who holds a norm, and how they hold it between them (language, section 3: collective duties)."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from clausekit.model.terms import Bearer, Decision
from clausekit.norms.lower_terms import Terms
from clausekit.norms.norm import Who

_ONE_NORM_EACH = frozenset({"each", "that", "a", "the", "no"})
_NUMBERS = frozenset({"at least", "at most", "exactly", "majority", "fraction", "percent"})


class Held(NamedTuple):
    """Who holds a norm; how (each, all, any, number, sum); the number or share it takes; the rule they decide by; whether that is left open on purpose."""

    who: Who
    mode: str
    need: int | Decimal | str | None = None
    rule: str = ""
    unstated: bool = False


def held(terms: Terms, bearer: Bearer | None, kind: str, *, has_amount: bool, unstated: str) -> Held:
    """How a norm of this kind is held. A bare act is owed by the guarantors jointly and severally."""
    if bearer is None:
        guarantors = terms.vocabulary.members("Guarantor")
        return Held(Who(guarantors, "any"), "sum" if has_amount else "any")
    who = terms.actors(bearer.actors)
    terms.bearers = who.names
    first = bearer.actors.members[0]
    is_open = bearer.manner == "unstated"
    manner = ("jointly" if unstated == "joint" else "severally") if is_open else bearer.manner
    rule, need = _decided(bearer.decision)
    if first.quantifier in _NUMBERS and manner != "severally":
        counted = Held(who, "number", _need(first.quantifier, first.count), rule, is_open)
        return counted._replace(mode="sum") if has_amount and kind in ("duty", "commitment") else counted
    mode = _mode(who, first.quantifier, manner, kind)
    if bearer.decision is not None and kind in ("permission", "power") and len(who.names) > 1:
        mode = "all"  # what takes a decision takes effect for them together
    if bearer.decision is not None and mode == "all" and need is not None:
        mode = "number"
    if mode != "each" and has_amount and kind in ("duty", "commitment"):
        mode = "sum"
    return Held(who, mode, need, rule, is_open)


def _mode(who: Who, quantifier: str, manner: str, kind: str) -> str:
    if kind in ("prohibition", "exemption") or manner == "severally":
        return "each"
    if manner == "jointly and severally":
        return "any"
    if quantifier == "any" or (who.quantifier == "any" and who.joined_by == "or"):
        return "each" if kind in ("permission", "power") else "any"
    if quantifier in _ONE_NORM_EACH or len(who.names) + len(who.variables) == 1:
        return "each"
    return "each" if kind in ("permission", "power") and manner != "jointly" else "all"


def _decided(decision: Decision | None) -> tuple[str, int | Decimal | str | None]:
    """The rule by which bearers decide, by its name, and the share of them that it takes."""
    if decision is None:
        return "", None
    if decision.kind == "rule":
        return decision.of or "", None
    return "", _need(decision.kind, decision.fraction or decision.number)


def _need(quantifier: str, count: int | Decimal | str | None) -> int | Decimal | str | None:
    """How many of those there are it takes: a number, or the name of a share. None for all of them."""
    if quantifier == "majority":
        return "majority"
    if quantifier in ("consensus", "unanimity"):
        return None
    return Decimal(count) / 100 if quantifier == "percent" and count is not None and not isinstance(count, str) else count
