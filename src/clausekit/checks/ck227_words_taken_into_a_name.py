"""Words taken into a name

Names are ordinary words, so words that were meant to say something else can end up as part of one, and then say nothing: `if there is a breach` reads as a
measure called `there`, `shall forthwith assist` as an act called `forthwith assist`, `including weapons` as one more recipient.

Conditions name an event as a noun (`if breach`, `if armed attack by Russia on Ukraine`); times have forms of their own (`immediately`, `every 6 months`);
what an act includes is a definition; whom a sentence picks out is a group, declared with its criterion. A declared act that is read as a place
(`in Zone A or dispose of waste`) is found as well. A name that really holds such words can be declared.

bad:
    party Ukraine.
    guarantor Poland.
    action assist.

    help: If there is a breach, Poland shall assist Ukraine within 30 days.  # error: [CK227]

good:
    party Ukraine.
    guarantor Poland.
    action assist.
    event breach means request by Ukraine.

    help: If breach, then Poland shall assist Ukraine within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.taken_words import taken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.names import key

RULE = Rule("CK227", "words-taken-into-a-name", Severity.ERROR)
_PLACES = frozenset({"to", "against", "on", "in", "from", "with", "for", "between"})


@check(RULE)
def words_taken_into_a_name(survey: Survey) -> Iterator[Diagnostic]:
    """Undeclared names that hold words which say something else."""
    for part, name, word, meant in survey.once(taken):
        yield report(
            RULE,
            f"`{word}` is read as part of the name `{name}`, and says nothing of its own",
            at(part, "read as one name"),
            help=f"{meant}; if it is a name, declare it",
        )
    for use in survey.actors:
        # `shall mine the strait in Zone A or dispose of waste`: the second act has become a place
        act = survey.vocabulary.action(use.actor.name) if use.found is None and use.context in _PLACES and not use.of_event else None
        if act is not None and key(act.name) == key(use.actor.name) and " " in act.name:
            yield report(
                RULE,
                f"`{act.name}` is an act, and is read as where or to whom the act before it is done",
                at(use.actor, "read behind `" + use.context + "`"),
                help=f"repeat the modal before it, as in `and shall {act.name}`, or make lettered points of the acts",
            )
