"""The codes of findings about files that a file uses. Each has its page among the checks."""

from __future__ import annotations

from clausekit.diagnostics import Rule, Severity

UNKNOWN_FILE = Rule("CK241", "unknown-file", Severity.ERROR)
FILE_OUT_OF_REACH = Rule("CK242", "file-out-of-reach", Severity.ERROR)
CIRCULAR_USE = Rule("CK243", "circular-use", Severity.ERROR)
MISSING_PARAMETER = Rule("CK244", "missing-parameter", Severity.ERROR)
UNKNOWN_PARAMETER = Rule("CK245", "unknown-parameter", Severity.ERROR)
UNUSED_PARAMETER = Rule("CK246", "unused-parameter", Severity.WARNING)
WRONG_KIND = Rule("CK247", "wrong-kind", Severity.ERROR)
TOO_MANY_FILES = Rule("CK248", "too-many-files", Severity.ERROR)
NAME_OF_TWO_FILES = Rule("CK249", "name-of-two-files", Severity.ERROR)
ARTICLES_AMONG_SENTENCES = Rule("CK250", "articles-among-sentences", Severity.ERROR)
UNREADABLE_USED_FILE = Rule("CK251", "unreadable-used-file", Severity.ERROR)
PARAMETER_TWICE = Rule("CK252", "parameter-twice", Severity.ERROR)

MODULE_RULES = (
    UNKNOWN_FILE,
    FILE_OUT_OF_REACH,
    CIRCULAR_USE,
    MISSING_PARAMETER,
    UNKNOWN_PARAMETER,
    UNUSED_PARAMETER,
    WRONG_KIND,
    TOO_MANY_FILES,
    NAME_OF_TWO_FILES,
    ARTICLES_AMONG_SENTENCES,
    UNREADABLE_USED_FILE,
    PARAMETER_TWICE,
)
