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
from clausekit.checks.survey import ActorUse, Survey
from clausekit.checks.taken_words import taken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Act
from clausekit.model.declarations import Action
from clausekit.model.names import key
from clausekit.model.terms import Role
from clausekit.model.vocabulary import NOUN_OF_ACT

RULE = Rule("CK227", "words-taken-into-a-name", Severity.ERROR)
# How far before a name is looked at for the `and` that joins it.
_BEFORE = 12
_VERBS = frozenset(
    (
        "allow apply assist assure carry combat complete comply conclude conduct consult continue cooperate coordinate defend deliver deny deploy"
        " destroy develop dismantle ensure equip establish evacuate exclude facilitate give grant guarantee impose inform inspect keep lift"
        " maintain make negotiate notify obtain participate pay permit pledge prevent promote protect provide publish pursue ratify refrain reject"
        " release remove repatriate resolve respect restore retain send settle share sign submit suspend take terminate verify withdraw"
    ).split()
)
# Verbs that may stand alone, and are no nouns.
_ALONE = (frozenset({"report", "assist", "negotiate", "withdraw"}) | {act for act, noun in NOUN_OF_ACT.items() if act != noun}) - {"sign", "object"}
_NOUNS_AS_WELL = frozenset("report support aid exchange transfer use control command defence force forces supply trade transport access contact work".split())
_PLACES = frozenset({"to", "against", "on", "in", "from", "with", "for", "between"})


@check(RULE)
def words_taken_into_a_name(survey: Survey) -> Iterator[Diagnostic]:
    """Undeclared names that hold words which say something else."""
    for part, name, word, meant in survey.once(taken):
        yield report(
            RULE,
            f"`{word}` is read as {'a name' if word == name else f'part of the name `{name}`'}, and says nothing of its own",
            at(part, "read as one name"),
            help=f"{meant}; if it is a name, declare it",
        )
    yield from _acts_as_places(survey)
    yield from _acts_as_purposes(survey)


def _acts_as_places(survey: Survey) -> Iterator[Diagnostic]:
    """`shall mine the strait in Zone A or dispose of waste`, `shall provide training to Ukraine, and share intelligence`: the second act became a place."""
    known, told = survey.once(_verbs), {role.actors.members[0].start for _, role, _ in survey.once(_purposes) if role.actors is not None}
    for use in survey.actors:
        if use.found is not None or use.context not in _PLACES or use.of_event or use.actor.start in told:
            continue
        name = use.actor.name
        act = survey.vocabulary.action(name)
        declared = act is not None and key(act.name) == key(name)
        first, _, rest = name.partition(" ")
        goes_on = (first in known if rest else first in _ALONE) and _goes_on(survey, use)
        if not goes_on and not (declared and rest):
            continue
        yield report(
            RULE,
            f"`{name}` {'is' if declared else 'looks like'} an act, and is read as where or to whom the act before it is done",
            at(use.actor, "read behind `" + use.context + "`"),
            help=f"repeat the modal before it, as in `and shall {name}`, or make lettered points of the acts",
        )


def _acts_as_purposes(survey: Survey) -> Iterator[Diagnostic]:
    for act, role, noun in survey.once(_purposes):
        assert role.actors is not None
        assert act.objects is not None
        whom = act.objects.members[0]
        by = survey.source.text[whom.start : whom.end] if survey.source is not None and whom.start >= 0 else whom.name
        yield report(
            RULE,
            f"`{role.actors.members[0].name}` is an act, and is read as where or to whom `{act.action}` is done",
            at(role, "no verb is read behind `to`"),
            help=f"name it by its noun, as in `{act.action} {noun} by {by}`",
        )


def _purposes(survey: Survey) -> tuple[tuple[Act, Role, str], ...]:
    """Acts done to somebody `to` do another, declared act, that other as a role, and its noun: `shall permit the Commission to inspect`."""
    found = []
    for use in survey.limbs:
        for role in use.limb.act.roles if use.limb.act.objects is not None else ():
            noun = _noun_of(survey, role.actors.members[0].name) if role.preposition == "to" and role.actors is not None else ""
            if noun:
                found.append((use.limb.act, role, noun))
    return tuple(found)


def _noun_of(survey: Survey, action: str) -> str:
    """The noun of a declared act that goes by `action`; empty where there is none, or where something else has the name."""
    declared = survey.vocabulary.declared.get(key(action)) if survey.vocabulary.anything(action) is None else None
    return declared.noun or "" if isinstance(declared, Action) and key(declared.noun or "") != key(action) else ""


def _verbs(survey: Survey) -> frozenset[str]:
    """Words that begin an act: those of the acts of this treaty, and those that treaties have, less those that are nouns as well."""
    used = {use.limb.act.action.partition(" ")[0].lower() for use in survey.limbs}
    return (_VERBS | used | {action.name.partition(" ")[0].lower() for action in survey.treaty.actions}) - _NOUNS_AS_WELL


def _goes_on(survey: Survey, use: ActorUse) -> bool:
    """Whether a name stands behind `and` or `or`, as another act would."""
    if survey.source is None or use.actor.span is None:
        return False
    before = survey.source.text[max(0, use.actor.span.start - _BEFORE) : use.actor.span.start].lower().split()
    return bool(before) and before[-1] in ("and", "or")
