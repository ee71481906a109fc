"""Final clauses not found

Every treaty has to say when it begins, how it is changed, how one leaves it and what happens when its Parties disagree. What it leaves out is filled by
general rules that the drafters may not have had in mind: under the Vienna Convention on the Law of Treaties a treaty without a withdrawal clause can, as a
rule, not be left (Article 56), and it is amended only by agreement of all (Articles 39 and 40).

Add the sentences (`enters into force 30 days after …`, `remains in force for …`, `Any Party may withdraw with …`, `amendments are adopted by …`), or leave them
out knowingly: this is information, not a fault. A treaty between two needs no depositary.

bad:
    treaty "Agreement on Joint Training".  # info: [CK701]
    party Ukraine.
    guarantor Poland.
    action train personnel as "training of personnel".

    article 1 "Training"
    courses: Poland shall train personnel of Ukraine every year.

good:
    treaty "Agreement on Joint Training"
      languages English and Ukrainian
      depositary Poland
      done at "Warsaw" on 2027-03-01.
    party Ukraine.
    guarantor Poland.
    action train personnel as "training of personnel".

    article 1 "Training"
    courses: Poland shall train personnel of Ukraine every year.

    article 2 "Final provisions"
    disputes: The Parties shall consult within 30 days of request by any Party.
    change: The Parties acting by consensus may amend this treaty.
    leaving: Any Party may withdraw with 6 months notice.
    beginning: text "This Agreement enters into force on signature. Disputes are settled by consultation.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.header import title_place
from clausekit.checks.life import is_of_treaty, is_open
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.clauses import Prose
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK701", "missing-final-clauses", Severity.INFO)


class _Topic(NamedTuple):
    """What to look for in titles and prose; the acts by which a sentence may say it, and what it may say of the treaty.

    `stems` are pieces of text of which each of the words holds one: where there is none, the words need not be looked for.
    """

    words: str
    stems: tuple[str, ...]
    acts: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()


_TOPICS = {
    "entry into force": _Topic(
        r"(enters?|entry|comes?|coming) into (force|effect|operation)|takes? effect|appl(y|ies) (provisionally )?from",
        (" into force", " into effect", " into operation", " effect", "apply ", "applies "),
        verbs=frozenset({"enters into force", "takes effect", "applies"}),
    ),
    "duration or withdrawal": _Topic(
        r"withdraw(al|s|ing)?|denunciation|denounce|terminat\w+|duration|remains? in force|expir\w+",
        ("withdraw", "denunciation", "denounce", "terminat", "duration", " in force", "expir"),
        frozenset({"withdraw", "terminate", "denounce", "expire"}),
        frozenset({"remains in force", "is renewed", "is terminated", "ceases", "lapses"}),
    ),
    "amendment": _Topic(
        r"amend\w*|revision|revise|modif\w+",
        ("amend", "revis", "modif"),
        frozenset({"amend", "modify"}),
        frozenset({"is adopted by"}),
    ),
    "settlement of disputes": _Topic(r"disputes?|arbitra\w+|settlement", ("dispute", "arbitra", "settlement")),
    "a depositary": _Topic(r"depositar(y|ies)", ("depositar",)),
    "the authentic texts": _Topic(r"authentic|equally valid", ("authentic", "equally valid")),
    "place and date of signature": _Topic(r"done at|signed at", ("done at", "signed at")),
}
_TWO = 2
_SIGNATURE_TOPICS = {"a depositary": "depositary", "the authentic texts": "languages", "place and date of signature": "done_at"}


@check(RULE)
def missing_final_clauses(survey: Survey) -> Iterator[Diagnostic]:
    """What neither the header nor a sentence, a title or the prose of a treaty with Articles says. A political instrument needs none of it."""
    treaty = survey.treaty
    if not survey.whole or treaty.title is None or treaty.political or not any(division.kind == "article" for division, _ in survey.citations.divisions):
        return
    said = _said(survey)
    missing = [topic for topic in _TOPICS if not _is_said(survey, topic, said)]
    if missing:
        yield report(
            RULE,
            f"the treaty does not speak of {_all(missing)}",
            Label(title_place(survey), "final clauses not found"),
            help="add the articles, or the settings of the header (`depositary`, `languages`, `done at`); what is left out is filled by general rules",
        )


def _is_said(survey: Survey, topic: str, said: str) -> bool:
    sought = _TOPICS[topic]
    if topic in _SIGNATURE_TOPICS and getattr(survey.treaty, _SIGNATURE_TOPICS[topic]):
        return True
    if topic == "a depositary" and len(survey.vocabulary.parties()) == _TWO and not is_open(survey):
        return True  # each of two keeps an original
    if not sought.acts.isdisjoint(survey.uses) or not sought.verbs.isdisjoint(survey.once(_verbs)):
        return True
    return any(stem in said for stem in sought.stems) and re.search(rf"\b({sought.words})\b", said) is not None


def _verbs(survey: Survey) -> frozenset[str]:
    """What sentences say of the life of the treaty, and of amendments to it."""
    found = (use.application for use in survey.applications)
    return frozenset(each.verb for each in found if is_of_treaty(each) or each.verb == "is adopted by")


def _said(survey: Survey) -> str:
    """The titles, the prose, and the names of acts, in lower case."""
    titles = [division.title or "" for division, _ in survey.citations.divisions]
    prose = [provision.clause.text for provision in survey.citations.provisions if isinstance(provision.clause, Prose)]
    acts = [f"{action.name} {action.display or ''}" for action in survey.treaty.actions]
    return "\n".join([*titles, *prose, *acts, *{act.action for act, _ in survey.unknown_acts}]).lower()


def _all(topics: list[str]) -> str:
    """All of them: unlike a list of names, this one is what the finding is about."""
    return topics[0] if len(topics) == 1 else f"{', '.join(topics[:-1])} or {topics[-1]}"
