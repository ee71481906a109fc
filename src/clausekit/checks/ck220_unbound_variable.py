"""Word that points back at nobody

`That Party` and a name given by `as` (`any Party as victim`) stand for whoever the sentence spoke of before. Where it
spoke of nobody, every reader fills the gap with the Party that suits it. A name given by `as` holds for its own
sentence only, and must not be one that the treaty has declared for something else.

Say first who is meant: `If armed attack on any Party as victim, then each other Party shall assist victim`.

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    group Neighbours means Poland and Moldova.
    event armed attack.
    action consult.

    alarm: If armed attack, then Ukraine shall consult with that Neighbour within 3 days.  # error: [CK220]

good:
    party Ukraine.
    party Poland.
    party Moldova.
    group Neighbours means Poland and Moldova.
    event armed attack.
    action consult.

    alarm: If armed attack on any Neighbour, then Ukraine shall consult with that Neighbour within 3
        days.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from clausekit.checks.names_used import variables
from clausekit.checks.registry import check
from clausekit.checks.survey import ActorUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.declarations import Group
from clausekit.model.names import key, singular_of
from clausekit.model.part import Part

RULE = Rule("CK220", "unbound-variable", Severity.ERROR)


@check(RULE)
def unbound_variable(survey: Survey) -> Iterator[Diagnostic]:
    """`that Party` with nobody before it; names given by `as` that are used elsewhere, given twice, or taken already."""
    given = variables(survey)
    asking = {
        _sentence(use) for use in survey.actors if use.actor.variable or use.actor.quantifier == "that" or (use.found is None and key(use.actor.name) in given)
    }
    here = (use for use in survey.actors if _sentence(use) in asking)
    for _, uses in groupby(here, key=_sentence):
        yield from _in_sentence(survey, list(uses), given)
    for act, _ in survey.unknown_acts:
        last = act.action.rpartition(" ")[2]
        if key(last) in given and " " in act.action:
            yield _not_given(last, act, given[key(last)])


def _sentence(use: ActorUse) -> int:
    """The provision, or the declaration, that a name holds for."""
    return id(use.provision if use.provision is not None else use.owner)


def _in_sentence(survey: Survey, uses: list[ActorUse], given: dict[str, Part]) -> Iterator[Diagnostic]:
    owner = uses[0].owner if uses[0].provision is None else None
    named = [owner.criterion.base] if isinstance(owner, Group) and owner.criterion is not None else []
    acting: list[str] = []
    here: dict[str, Part] = {}
    for use in uses:
        actor = use.actor
        before = [*named, *acting] if use.context == "bearer" or use.of_event else named
        # in a rule, `that Party` is whoever is concerned when it is applied
        if actor.quantifier == "that" and use.context != "rule" and use.found and use.found.kind in ("group", "role") and not _spoken_of(survey, use, before):
            one = _singular(survey, actor.name)
            yield report(
                RULE,
                f"`that {one}` points back at nobody in this sentence",
                at(actor, "which one?"),
                help=f"speak of it first (`any {one}`), or name the one that is meant",
            )
        if use.found is None and key(actor.name) in given:
            later = next((each.actor for each in uses if each.actor.variable and key(each.actor.variable) == key(actor.name)), None)
            yield _not_given_yet(actor.name, actor, later) if later is not None else _not_given(actor.name, actor, given[key(actor.name)])
        if actor.variable is not None:
            yield from _given(survey, use, here)
            here.setdefault(key(actor.variable), actor)
        (acting if _acts_alone(use) else named).append(actor.name)


def _acts_alone(use: ActorUse) -> bool:
    """Whether somebody is bound by name: what one does to `that Party` is not done to oneself."""
    return use.context == "bearer" and use.found is not None and use.found.kind not in ("group", "role", "variable", "pronoun")


def _spoken_of(survey: Survey, use: ActorUse, named: list[str]) -> bool:
    """Whether somebody who can be meant was named before. Members are compared, so that `that Guarantor` may be an Ally."""
    if use.actor.name in named:
        return True
    meant = set(survey.vocabulary.members(use.actor.name))
    return any(not meant.isdisjoint(survey.vocabulary.members(name)) for name in dict.fromkeys(named) if not _is_body(survey, name))


def _is_body(survey: Survey, name: str) -> bool:
    """Whether a name is that of a body, which is not its members: where it is spoken of, none of them is."""
    found = survey.vocabulary.anything(name)
    return found is not None and found.kind == "body"


def _singular(survey: Survey, name: str) -> str:
    part = survey.vocabulary.declared.get(key(name))
    return part.singular or singular_of(name) or name if isinstance(part, Group) else name


def _given(survey: Survey, use: ActorUse, here: dict[str, Part]) -> Iterator[Diagnostic]:
    name = use.actor.variable or ""
    taken = survey.vocabulary.anything(name)
    if taken is not None:
        declared = survey.vocabulary.declared.get(key(taken.name))
        labels: list[Label] = [at(use.actor, "given here to somebody else")]
        if declared is not None:
            labels.append(at(declared, "declared here"))
        yield report(RULE, f"`{name}` is a name that already stands for something else", *labels, help="give another name after `as`")
    elif key(name) in here:
        labels = [at(use.actor, "given again"), at(here[key(name)], "given here")]
        yield report(RULE, f"`{name}` is given to two in one sentence", *labels, help="give one of them another name after `as`")


def _not_given_yet(name: str, used: Part, later: Part) -> Diagnostic:
    """What opens a sentence is read first, also where it stands at its end."""
    return report(
        RULE,
        f"`{name}` is spoken of before it is given",
        at(used, "what opens a sentence is read first"),
        at(later, "given only here"),
        help=f"give the name in the opening, as in `by any Party as {name}`, and go on with `{name}`",
    )


def _not_given(name: str, used: Part, elsewhere: Part) -> Diagnostic:
    return report(
        RULE,
        f"`{name}` stands for nobody in this sentence",
        at(used, "who is meant?"),
        at(elsewhere, "this name is given in another sentence, and holds there only"),
        help=f"give the name here too, as in `any Party as {name}`",
    )
