"""Question that could not be settled

The prover found neither a flaw nor the proof that there is none, or the time allowed was over before it was asked. Nothing is claimed either way: what is
listed here is not known to be sound.

Allow more time with `--budget SECONDS`, or make the sentences simpler; the Z3 solver must be installed for most questions: `pip install 'clausekit[prover]'`.

no example: what cannot be settled hangs on the time allowed, and on what is installed.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.proved import Case
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import MOST_NAMED, listed
from clausekit.diagnostics import Diagnostic, Label, Proof, Rule, Severity, report
from clausekit.logic.asking import FAILED, NO_SOLVER, OUT_OF_TIME

RULE = Rule("CK423", "undecided", Severity.INFO)


@check(RULE, proved="undecided")
def undecided(survey: Survey) -> Iterator[Diagnostic]:
    """What was left open, question by question and reason by reason."""
    open_ones: dict[tuple[str, str], list[Case]] = {}
    for told, case in survey.proved.undecided():
        open_ones.setdefault((told.answer.kind, told.answer.question if told.answer.kind != OUT_OF_TIME else ""), []).append(case)
    for (kind, _), cases in open_ones.items():
        answer = cases[0].told.answer
        asked = listed(dict.fromkeys(_ASKED[case.told.answer.question] for case in cases))
        labels = {norm.span: "" for case in cases for norm in case.norms if norm.span is not None}
        expected = [survey.treaty.expectations[case.told.answer.about] for case in cases if case.told.answer.about >= 0]
        labels = {each.span: f'"{each.name}"' if each.name else "this expectation" for each in expected if each.span is not None} | labels
        places = [Label(span, said) for span, said in labels.items()][:MOST_NAMED] or [Label(None)]
        if kind == NO_SOLVER:
            message, help_ = "most flaws were not looked for, because the Z3 solver is not installed", "`pip install 'clausekit[prover]'`, or `--no-prover`"
        elif kind == FAILED:
            message = f"it could not be asked {asked}: {answer.reason}"
            help_ = "this is a fault of clausekit; please report it with the file, or leave the prover out with `--no-prover`"
        elif kind == OUT_OF_TIME:
            message, places = f"the time allowed was over before it was settled {asked}", places if expected else [Label(None)]
            help_ = "allow more with `--budget SECONDS`"
        else:
            message = f"it could not be settled {asked}: {answer.reason}"
            help_ = "nothing is known to be wrong; if it matters, say it more simply, or play it with `clausekit simulate`"
        severity = Severity.WARNING if kind == FAILED else RULE.severity
        yield report(RULE, message, *places, help=help_)._replace(severity=severity, proof=Proof("undecided"))


_ASKED = {
    "conflict": "whether duties conflict",
    "collision": "whether rights and duties collide",
    "dead": "whether a sentence can ever apply",
    "redundant": "whether a sentence adds anything",
    "budget": "whether deadlines leave time for what comes first",
    "deadlock": "whether duties wait for each other",
    "gap": "whether every breach is answered",
    "evasion": "whether a duty can be escaped",
    "capture": "whether one alone can prevent a decision",
    "capacity": "whether duties ask for more than there is",
    "guarantee": "whether somebody is left to honour each guarantee",
    "expectation": "whether expectations hold",
}
