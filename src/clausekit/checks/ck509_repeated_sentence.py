"""Sentence that is said twice

The same sentence in two places is one norm today and two after the next amendment, when only one of them is changed.

Strike one of them, and cite the other where it is needed.

bad:
    party Ukraine.
    party Poland.
    action consult.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.

    article 2 "Review"
      review: The Parties shall consult every 6 months.  # warning: [CK509]

good:
    party Ukraine.
    party Poland.
    action consult.
    action review.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.

    article 2 "Review"
      review: The Parties shall review this treaty every 5 years, without prejudice to article 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import label_of
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.citations import Provision
from clausekit.model.clauses import Sentence

RULE = Rule("CK509", "repeated-sentence", Severity.WARNING)


@check(RULE)
def repeated_sentence(survey: Survey) -> Iterator[Diagnostic]:
    """Sentences that say the same, whatever their labels and layout. `This article` says something else in each."""
    text = survey.source.text if survey.source else None
    first: dict[object, tuple[Sentence, Provision]] = {}
    for sentence, provision in survey.sentences:
        said = _said(sentence, text)
        earlier, there = first.setdefault(said, (sentence, provision))
        if earlier is not sentence and not _speaks_of_its_place(said):
            cited = survey.citations.name_of(there) or "the sentence before"
            yield report(
                RULE,
                f"this says again what {cited} says",
                label_of(survey.source, sentence, "said again"),
                label_of(survey.source, earlier, "said first"),
                help="strike one of them, and cite the other where it is needed",
            )


def _said(sentence: Sentence, text: str | None) -> object:
    """What a sentence says, without its label: its words, or its parts where there is no text."""
    if text is None or sentence.start < 0:
        return sentence.openings, sentence.statements, sentence.rungs
    words = text[sentence.start : sentence.end]
    if sentence.label:
        words = words.partition(":")[2].lstrip()
    return (" ".join(words.split()) if "\n" in words or "  " in words or "\t" in words else words).lower()


def _speaks_of_its_place(said: object) -> bool:
    return "this article" in str(said) or "paragraph" in str(said)
