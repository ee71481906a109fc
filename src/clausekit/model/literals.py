"""The closed word lists of the model: what a modal, a quantifier or a unit can be."""

from __future__ import annotations

from typing import Literal

Bound = Literal["stated", "at least", "at most", "exactly"]
Unit = Literal["hour", "day", "working day", "calendar day", "week", "month", "year"]
Quantifier = Literal["", "a", "the", "all", "each", "any", "no", "that", "at least", "at most", "exactly", "majority", "fraction"]
ShareName = Literal["one half", "one third", "two thirds", "one quarter", "three quarters", "three fifths", "four fifths"]
Preposition = Literal["to", "against", "on", "in", "from", "with", "for", "between", "by", "as determined by"]
Modal = Literal[
    "shall", "must", "undertakes to", "shall not", "must not", "undertakes not to", "may", "is entitled to", "may not", "is not entitled to",
    "need not", "should", "will", "intends to", "should not", "will not", "intends not to",
]  # fmt: skip
ActorRole = Literal["party", "guarantor", "state", "signatory", "organ"]
DivisionKind = Literal["part", "chapter", "section", "article", "annex"]
