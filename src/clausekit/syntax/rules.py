"""The codes of the CK1xx family: what can be wrong with a text before its names are looked at. Each has its page among the checks."""

from __future__ import annotations

from clausekit.diagnostics import Rule, Severity

UNREADABLE_FILE = Rule("CK101", "unreadable-file", Severity.ERROR)
UNCLOSED_QUOTATION = Rule("CK102", "unclosed-quotation", Severity.ERROR)
STRAY_CHARACTER = Rule("CK103", "stray-character", Severity.ERROR)
UNREADABLE_SENTENCE = Rule("CK104", "unreadable-sentence", Severity.ERROR)
MISSING_MODAL = Rule("CK105", "missing-modal", Severity.ERROR)
TWO_MODALS = Rule("CK106", "two-modals", Severity.ERROR)
MISSING_FULL_STOP = Rule("CK108", "missing-full-stop", Severity.ERROR)
MISPLACED_DEADLINE = Rule("CK109", "misplaced-deadline", Severity.ERROR)
UNFINISHED_DECLARATION = Rule("CK110", "unfinished-declaration", Severity.ERROR)
RESERVED_WORD_IN_NAME = Rule("CK111", "reserved-word-in-name", Severity.ERROR)
HAND_NUMBERED_PARAGRAPH = Rule("CK112", "hand-numbered-paragraph", Severity.ERROR)
UNFINISHED_HEADING = Rule("CK113", "unfinished-heading", Severity.ERROR)
TOO_MANY_MISTAKES = Rule("CK114", "too-many-mistakes", Severity.ERROR)
EMPTY_FILE = Rule("CK115", "empty-file", Severity.ERROR)

SYNTAX_RULES = (
    UNREADABLE_FILE,
    UNCLOSED_QUOTATION,
    STRAY_CHARACTER,
    UNREADABLE_SENTENCE,
    MISSING_MODAL,
    TWO_MODALS,
    MISSING_FULL_STOP,
    MISPLACED_DEADLINE,
    UNFINISHED_DECLARATION,
    RESERVED_WORD_IN_NAME,
    HAND_NUMBERED_PARAGRAPH,
    UNFINISHED_HEADING,
    TOO_MANY_MISTAKES,
    EMPTY_FILE,
)
