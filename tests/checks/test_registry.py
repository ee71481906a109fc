"""Where checks come from: this package's folder, and the packages that add theirs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from clausekit.checks.registry import Check, check, checks, pages, proved_checks, reported_elsewhere, text_checks
from clausekit.diagnostics import Rule, Severity, report

RULE = Rule("CK999", "for-this-test", Severity.INFO)
THEIRS = '''"""Sentence that is too polite

A treaty does not beg. This check belongs to another package and shows that it is found, run and explained like the rest of them.

bad:
    party Ukraine.
    action kindly consult.

    Ukraine shall kindly consult every 6 months.  # warning: [XY101]

good:
    party Ukraine.
    action consult.

    Ukraine shall consult every 6 months.
"""

from clausekit.checks.registry import check
from clausekit.checks.wording import at
from clausekit.diagnostics import Rule, Severity, report

RULE = Rule("XY101", "too-polite", Severity.WARNING)


@check(RULE)
def too_polite(survey):
    for use in survey.limbs:
        if use.limb.act.action.startswith("kindly "):
            yield report(RULE, "a treaty does not beg", at(use.limb.act, "here"), help="leave `kindly` out")
'''
ASK = """
from clausekit.checks.registry import checks, pages
from clausekit.checks.page import page
from clausekit.pipeline import read_source
from clausekit.source import Source

(theirs,) = [each for each in checks() if each.rule.code == "XY101"]
assert theirs in pages()
print(page(theirs).title)
reading = read_source(Source("party Ukraine. action kindly consult. Ukraine shall kindly consult every 6 months."), select=["too-polite"])
print([(each.code, str(each.severity), each.message) for each in reading.diagnostics])
reading = read_source(Source("party Ukraine. action kindly consult. Ukraine shall kindly consult every 6 months."), ignore=["XY101"])
print([each.code for each in reading.diagnostics if each.code == "XY101"])
"""


def run_with(site: Path, program: str) -> subprocess.CompletedProcess[str]:
    import clausekit

    roots = [str(site), str(Path(clausekit.__file__).resolve().parents[1])]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(roots)}
    return subprocess.run([sys.executable, "-c", program], env=paths, capture_output=True, text=True, check=False)


def install(site: Path, entry: str) -> None:
    (site / "polite_checks.py").write_text(THEIRS, encoding="utf-8")
    about = site / "polite_checks-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: polite-checks\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[clausekit.checks]\npolite = {entry}\n", encoding="utf-8")


def test_a_check_of_another_package_is_found_run_and_explained(tmp_path):
    install(tmp_path, "polite_checks:too_polite")
    done = run_with(tmp_path, ASK)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["Sentence that is too polite", "[('XY101', 'warning', 'a treaty does not beg')]", "[]"]


def test_an_entry_that_is_no_check_is_left_out(tmp_path):
    install(tmp_path, "polite_checks:RULE")
    done = run_with(tmp_path, "from clausekit.checks.registry import checks\nprint(any(each.rule.code == 'XY101' for each in checks()))")
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_the_decorator_makes_a_check_of_a_function():
    @check(RULE)
    def nothing(survey):
        yield report(RULE, f"{survey}")

    assert nothing.rule is RULE
    assert nothing.module == __name__
    assert [each.message for each in nothing.run("a survey")] == ["a survey"]


def test_a_page_for_what_is_reported_elsewhere_runs_nothing():
    assert reported_elsewhere(RULE, "somewhere") == Check(RULE, None, "somewhere")


def test_checks_stand_in_the_order_of_their_codes():
    codes = [each.rule.code for each in pages()]
    assert codes == sorted(codes)
    assert {each.rule.code for each in checks()} < set(codes)


def test_checks_of_proofs_are_known_by_their_number():
    assert {each.rule.code for each in proved_checks()} == {each.rule.code for each in checks() if each.proved}
    assert not any(each.proved for each in text_checks())
