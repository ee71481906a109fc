"""The closed word lists of the model: what a modal, a quantifier or a unit can be."""

from __future__ import annotations

from typing import Literal

Bound = Literal["stated", "at least", "at most", "exactly"]
Unit = Literal["hour", "day", "working day", "calendar day", "week", "month", "year"]
Quantifier = Literal["", "a", "the", "all", "each", "any", "no", "that", "at least", "at most", "exactly", "majority", "fraction", "percent"]
ShareName = Literal["one half", "one third", "two thirds", "one quarter", "three quarters", "three fifths", "four fifths"]
Preposition = Literal[
    "to", "against", "on", "in", "from", "with", "for", "between", "by", "of", "as determined by", "as alleged by", "in the opinion of",
    "on behalf of",
]  # fmt: skip
FormulaKind = Literal["number", "percent of", "share of", "smaller", "larger", "plus", "minus", "previous", "measured"]
LifeVerb = Literal[
    "enters into force", "takes effect", "is deferred", "remains in force", "is renewed", "is extended by", "applies", "applies only", "applies again",
    "applies provisionally", "does not apply", "ceases", "lapses", "resumes", "is suspended", "is terminated", "survives", "prevails over", "replaces",
    "incorporates", "implements", "does not affect", "counts as", "does not count as", "is open for accession", "is open for signature",
    "is open for acceptance", "is adopted by",
]  # fmt: skip
RuleConditionKind = Literal["vote", "including", "having", "excluding", "veto", "quorum", "silence"]
TimingKind = Literal[
    "within", "by", "on", "before", "after", "from", "until", "exactly", "not later than", "not earlier than", "for", "every", "times",
    "first day of month", "at the same time as", "at all times", "at any time", "immediately", "as soon as possible", "indefinitely", "unstated",
]  # fmt: skip
MannerKind = Literal[
    "at the request of", "in consultation with", "as it deems necessary", "with notice", "on behalf of", "with the consent of", "with a statement of",
    "for the sole purpose of", "in accordance with", "where possible", "for each occurrence", "subsidiarily",
]  # fmt: skip
ClaimState = Literal[
    "violated", "fulfilled", "honoured", "cured", "discharged", "active", "open", "suspended", "terminated", "lapsed", "used", "bound", "in force", "in effect",
    "holds",
]  # fmt: skip
ExpectationKind = Literal["norm", "always", "never", "possible", "no veto", "only if"]
RecordKind = Literal["reservation", "objection", "acceptance", "understanding", "declaration"]
Modal = Literal[
    "shall", "must", "undertakes to", "shall not", "must not", "undertakes not to", "may", "is entitled to", "may not", "is not entitled to",
    "need not", "should", "will", "intends to", "should not", "will not", "intends not to",
]  # fmt: skip
ActorRole = Literal["party", "guarantor", "state", "signatory", "organ", "class"]
DivisionKind = Literal["part", "chapter", "section", "article", "annex"]
TranslatedKind = Literal[
    "title", "short", "done at", "party", "guarantor", "state", "signatory", "organ", "class", "group", "body", "zone", "term", "action", "event", "status",
    "measure", "level", "rule", "instrument", "unit", "phrase", "recital", "part", "chapter", "section", "article", "annex", "clause", "paragraph",
]  # fmt: skip
