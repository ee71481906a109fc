"""What the tests of checks share: a text read, its findings as marks, and a fix made."""

from __future__ import annotations

from clausekit.checks.page import Mark
from clausekit.checks.registry import checks
from clausekit.diagnostics import Diagnostic, Fix
from clausekit.pipeline import Reading, read_source
from clausekit.pipeline.proving import Proving
from clausekit.source import Source

# Long enough for every text of a page or of the corpus: none of them takes a second.
PROVING = Proving(120)
PROVED = {each.rule.code for each in checks() if each.proved}


def read(text: str, *, code: str = "") -> Reading:
    """A text, read; the prover is asked too where it is the example of a check that tells of proofs."""
    return read_source(Source(text, "example.clause"), proving=PROVING if code in PROVED else None)


def as_mark(finding: Diagnostic, source: Source) -> Mark:
    """A finding as an example would mark it; one without a place counts on the first line."""
    line = source.position(finding.span.start).line if finding.span else 1
    return Mark(line, str(finding.severity), finding.code)


def as_marks(reading: Reading) -> list[Mark]:
    return sorted(as_mark(finding, reading.source) for finding in reading.diagnostics)


def mended(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def assert_fixes_settle(reading: Reading, *, code: str = "") -> None:
    """Each fix offered takes its finding away, and brings no new error."""
    errors = {finding.code for finding in reading.diagnostics if finding.severity == "error"}
    for finding in reading.diagnostics:
        if finding.fix is None:
            continue
        after = read(mended(reading.source.text, finding.fix), code=code)
        assert finding.message not in [other.message for other in after.diagnostics if other.code == finding.code], finding.fix
        assert {other.code for other in after.diagnostics if other.severity == "error"} <= errors, finding.fix
