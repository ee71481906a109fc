"""Acts that count as each other

`Aggression counts as armed attack` says that whatever follows an armed attack follows aggression too. If another sentence says that an armed attack counts as
aggression, the two words mean the same, and one of them is not needed; if an act counts as itself, the sentence says nothing.

Let one sentence say which of them is the wider word. An attack on one Party that counts as an attack on each other (North Atlantic Treaty, Article 5) is no
circle: whom it is against makes the difference.

bad:
    party Ukraine.
    party Poland.
    event aggression.
    event armed attack.
    event blockade.

    first: Aggression by any State counts as armed attack.  # warning: [CK712]
    second: Armed attack by any State counts as blockade.
    third: Blockade by any State counts as aggression.

good:
    party Ukraine.
    party Poland.
    event aggression.
    event armed attack.
    event blockade.

    first: Aggression by any State counts as armed attack.
    third: Blockade by any State counts as aggression.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.circles import circles
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.part import Part
from clausekit.model.terms import EventTerm

RULE = Rule("CK712", "circular-counting", Severity.WARNING)


@check(RULE)
def circular_counting(survey: Survey) -> Iterator[Diagnostic]:
    """Circles of events that count as one another, by whatever sentence, and events that count as themselves."""
    leads_to: dict[str, list[str]] = {}
    said: dict[tuple[str, str], Part] = {}
    for event, counted, part in _counting(survey):
        if event == counted:
            yield report(RULE, f"`{event.name}` counts as itself: this says nothing", at(part, "the same on both sides"), help="name what it is to count as")
        elif event.name != counted.name:
            leads_to.setdefault(event.name, []).append(counted.name)
            said.setdefault((event.name, counted.name), part)
    for circle in circles(leads_to):
        steps = list(zip(circle, (*circle[1:], circle[0]), strict=True))
        names = [f"`{name}`" for name in circle]
        yield report(
            RULE,
            f"{', '.join(names[:-1])} and {names[-1]} count as each other, so that they mean the same",
            *(at(said[step], "part of the circle") for step in steps if step in said),
            help="strike one of the sentences, and keep the one that says which is the wider word",
        )


def _counting(survey: Survey) -> Iterator[tuple[EventTerm, EventTerm, Part]]:
    for use in survey.applications:
        said = use.application
        if said.verb == "counts as" and said.event is not None and said.counted is not None:
            yield said.event, said.counted, said
    for recognised in survey.declared:
        declared = recognised.declared
        if declared.event is not None and declared.counted is not None and not declared.negated:
            yield declared.event, declared.counted, declared
