"""The codes of findings made while nodes become a Treaty: values that no treaty can hold. Each has its page among the checks."""

from __future__ import annotations

from clausekit.diagnostics import Rule, Severity

IMPOSSIBLE_DATE = Rule("CK305", "impossible-date", Severity.ERROR)
UNUSABLE_NUMBER = Rule("CK306", "unusable-number", Severity.ERROR)
UNKNOWN_SETTING = Rule("CK225", "unknown-setting", Severity.ERROR)
REPEATED_SETTING = Rule("CK226", "repeated-setting", Severity.ERROR)
JOINED_ACTS = Rule("CK221", "joined-acts", Severity.ERROR)
JOINED_EVENTS = Rule("CK222", "joined-events", Severity.ERROR)
QUALIFIED_MEASURE = Rule("CK228", "qualified-measure", Severity.ERROR)

MODEL_RULES = (IMPOSSIBLE_DATE, UNUSABLE_NUMBER, UNKNOWN_SETTING, REPEATED_SETTING, JOINED_ACTS, JOINED_EVENTS, QUALIFIED_MEASURE)
