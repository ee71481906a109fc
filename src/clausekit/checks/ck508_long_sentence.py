"""Long sentence

A sentence of more than ninety words is read twice by those who drafted it and not at all by those who must apply it.
Its conditions are the ones that will be disputed, because nobody is sure what they belong to.

Make two sentences of it, or letter its acts as points. A ladder of `failing which` may stand in sentences of its own,
each opening with the violation of the one before.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    guarantor France.
    event armed attack.
    event border incident.
    action consult.
    action notify.
    action impose sanctions.
    action give reasons.

    response: If armed attack by Russia on Ukraine or if border incident by Russia on Ukraine, then  # info: [CK508]
        Poland and France jointly shall consult with Ukraine within 3 days,
      failing which Poland shall notify Ukraine within 5 days and shall give reasons to Ukraine within 7
          days,
      failing which France shall notify Ukraine within 9 days and shall give reasons to Ukraine within
          11 days,
      failing which Poland and France severally shall impose sanctions on Russia within 30 days of
          notification by Ukraine, unless waiver by Ukraine,
      failing which Poland and France severally shall give reasons to Ukraine within 14 days.

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    guarantor France.
    event armed attack.
    action consult.
    action impose sanctions.

    consultation: If armed attack by Russia on Ukraine, then Poland and France jointly shall consult
        with Ukraine within 3 days.
    sanctions: If violation of clause consultation, then Poland and France severally shall impose
        sanctions on Russia within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import label_of
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK508", "long-sentence", Severity.INFO)
# Three times the length that guides to plain drafting recommend; the articles of treaties that are quoted most are shorter.
LONGEST = 90
# No sentence of so many words is shorter than this, so most need not be counted.
_FEWEST_CHARACTERS = 2 * LONGEST


@check(RULE)
def long_sentence(survey: Survey) -> Iterator[Diagnostic]:
    """Sentences of more than ninety words, as written."""
    if survey.source is None:
        return
    text = survey.source.text
    for sentence, _ in survey.sentences:
        if sentence.end - sentence.start < _FEWEST_CHARACTERS:
            continue
        count = len(text[sentence.start : sentence.end].split())
        if count > LONGEST:
            yield report(
                RULE,
                f"this sentence has {count} words",
                label_of(survey.source, sentence, "begins here"),
                help="make two sentences of it, or letter its acts as points",
            )
