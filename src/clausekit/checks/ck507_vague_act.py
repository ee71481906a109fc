"""Act that asks for nothing in particular

`Take appropriate measures`, `make every effort`, `cooperate`: whatever a State does, or leaves undone, can be called
that. Such words settle a negotiation, not a dispute.

Say what is to be done, by when, and how it will be seen. If no more than effort can be had, `should` says so honestly.

bad:
    party Ukraine.
    party Poland.
    action take appropriate measures.

    border: Poland shall take appropriate measures within 30 days of request by Ukraine.  # info: [CK507]

good:
    party Ukraine.
    party Poland.
    action close the crossing.

    border: Poland shall close the crossing within 30 days of request by Ukraine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Act
from clausekit.model.declarations import Action
from clausekit.model.names import key

RULE = Rule("CK507", "vague-act", Severity.INFO)
_MEASURES = r"(?:take|adopt|implement) (?:all |any |such |the )*(?:appropriate|necessary|suitable|adequate|reasonable|proper|feasible|practicable|requisite)\b"
_EFFORT = r"(?:make|use|exert|do) (?:\w+ ){0,3}(?:best|efforts?|endeavou?rs?|utmost)\b|(?:endeavou?r|strive|attempt|try)\b"
_REGARD = r"(?:give|have|pay) (?:due|full|appropriate|sympathetic|serious) (?:consideration|regard|account|attention)\b"
_POSSIBLE = r"(?:possible|practicable|feasible)"
_HEDGE = rf".*\b(?:(?:as|where|if) appropriate|(?:as|so) far as (?:{_POSSIBLE}|(?:it|they) can)|to the \w* ?extent {_POSSIBLE})\b"
_VAGUE = re.compile(f"{_MEASURES}|{_EFFORT}|{_REGARD}|{_HEDGE}", re.IGNORECASE)
_TOGETHER = re.compile(r"(?:closely |fully )?(?:co-?operate|collaborate|work together)(?: closely| fully)?", re.IGNORECASE)
# They say nothing without their object, which may be read apart from them.
_EMPTY_VERBS = frozenset("take adopt implement make use exert do give have pay".split())
# What makes cooperation definite is a role that says in what, for what or on what.
_SUBJECT = frozenset({"in", "for", "on", "against", "to"})


@check(RULE)
def vague_act(survey: Survey) -> Iterator[Diagnostic]:
    """Duties whose act, as named or as displayed, is effort, suitable measures, due regard, or cooperation in nothing; each act once."""
    known: dict[str, str] = {}
    for use in survey.limbs:
        act = use.limb.act
        if act.action not in known:
            known[act.action] = _wording(survey, act.action)
        words = known[act.action]
        if act.objects is not None and act.action in _EMPTY_VERBS:
            words = _with_object(act)
        if words and use.within.modality == "duty" and not _has_subject(act, words):
            known[act.action] = ""
            yield report(
                RULE,
                f"`{words}` can be said of whatever is done",
                at(use.limb.act, "how would a breach be seen?"),
                help="say what is to be done; if effort is all that can be had, `should` says so",
            )


def _with_object(act: Act) -> str:
    """The act with what it is done to, where that is what makes it vague: `make every effort`."""
    objects = act.objects.members[0].name if act.objects is not None else ""
    words = f"{act.action} {objects}"
    return words if _VAGUE.match(words) else ""


def _wording(survey: Survey, name: str) -> str:
    """The words of an act that are vague; empty when none are."""
    declared = survey.vocabulary.declared.get(key(name))
    wordings = (name, declared.display) if isinstance(declared, Action) else (name,)
    return next((words for words in wordings if words and (_VAGUE.match(words) or _TOGETHER.fullmatch(words))), "")


def _has_subject(act: Act, words: str) -> bool:
    return bool(_TOGETHER.fullmatch(words)) and any(role.preposition in _SUBJECT for role in act.roles)
