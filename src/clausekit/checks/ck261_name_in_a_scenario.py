"""Name that a scenario does not share with its treaty

A scenario tests the treaty only as far as it speaks of the same things. An attack by `Rusia`, an `armed atack`, or a clause state of somebody whom the treaty
does not know, changes nothing in it, and every assertion that nothing is violated would hold for the wrong reason.

Spell the name as it is declared, or declare it: `state Belarus.`, `event border incident.`

bad:
    party Ukraine.
    party Russia.
    event armed attack.
    action consult.

    alarm: If armed attack on Ukraine, then Ukraine shall consult within 3 days.

    scenario "Attack"
      on 2027-01-10: armed attack by Rusia on Ukraine.  # error: [CK261]
      then on day 4: clause alarm is violated by Ukraine.

good:
    party Ukraine.
    party Russia.
    event armed attack.
    action consult.

    alarm: If armed attack on Ukraine, then Ukraine shall consult within 3 days.

    scenario "Attack"
      on 2027-01-10: armed attack by Russia on Ukraine.
      then on day 4: clause alarm is violated by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import found_in, respelled
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.scenarios import Asserted, Claim, Told
from clausekit.model.terms import Actor, Actors, Atom, EventTerm, Occurs
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK261", "name-in-a-scenario", Severity.ERROR)
_ACTING = "by"
_OPEN = ("is open for signature", "is open for accession", "is open for acceptance")


@check(RULE)
def name_in_a_scenario(survey: Survey) -> Iterator[Diagnostic]:
    """Who acts in a scenario and is nobody of the treaty; what happens in one under a name that resembles a declared one."""
    misspelt: dict[str, _Misspelt] = {}
    for found in _found(survey):
        if isinstance(found, _Misspelt):
            before = misspelt.get(key(found.written))
            misspelt[key(found.written)] = found if before is None else before._replace(parts=(*before.parts, *found.parts))
        else:
            yield found
    yield from (_unknown(survey, each) for each in misspelt.values())


class _Misspelt(NamedTuple):
    """A name that resembles a declared one, what is wrong with it, and wherever it stands."""

    written: str
    near: str
    what: str
    parts: tuple[Part, ...]


def _found(survey: Survey) -> Iterator[Diagnostic | _Misspelt]:
    for scenario in survey.treaty.scenarios:
        for line in scenario.lines:
            if isinstance(line, Told):
                yield from _told(survey, line.atom)
            elif isinstance(line, Asserted):
                for claim in line.claims:
                    yield from _claimed(survey, claim)
    for expectation in survey.treaty.expectations:
        for event in (expectation.event, expectation.before):
            if event is not None:
                yield from _event(survey, event)


def _told(survey: Survey, atom: Atom) -> Iterator[Diagnostic | _Misspelt]:
    if isinstance(atom, Occurs):
        yield from _event(survey, atom.event)
    elif survey.vocabulary.thing(atom.measure) is None and not survey.once(_is_open):
        near = survey.vocabulary.near(atom.measure, "things")
        if near:
            yield _Misspelt(atom.measure, near, "no measure has this name", (atom,))


def _event(survey: Survey, event: EventTerm) -> Iterator[Diagnostic | _Misspelt]:
    """An event of a scenario: new ones may happen, as long as their names are not nearly those of others."""
    vocabulary = survey.vocabulary
    known = vocabulary.happening(event.name) is not None or event.name in survey.once(_spoken_of)
    near = None if known else vocabulary.near(event.name, "happenings", "actions")
    if near:
        yield _Misspelt(event.name, near, "no event, status or act has this name", (event,))
    for role in event.roles:
        if role.actors is not None:
            yield from _actors(survey, role.actors, must_act=role.preposition == _ACTING)


def _actors(survey: Survey, actors: Actors, *, must_act: bool) -> Iterator[Diagnostic | _Misspelt]:
    for actor in actors.members:
        if survey.vocabulary.anything(actor.name) is not None or actor.name in survey.once(_spoken_of):
            continue
        near = survey.vocabulary.near(actor.name, "who", "things")
        if near and near != actor.name:
            yield _Misspelt(actor.name, near, "nobody and nothing has this name", (actor,))
        elif must_act and not survey.once(_is_open):
            yield _nobody(actor)


def _claimed(survey: Survey, claim: Claim) -> Iterator[Diagnostic | _Misspelt]:
    if claim.actors is not None:
        yield from _actors(survey, claim.actors, must_act=True)
    subject = claim.event
    vocabulary = survey.vocabulary
    if subject is not None and vocabulary.anything(subject.name) is None and vocabulary.happening(subject.name) is None:
        near = vocabulary.near(subject.name, "who", "happenings")
        help_ = f"did you mean `{near}`?" if near else "assert something of a clause (`clause response`), a Party, a status, or `this treaty`"
        yield report(RULE, f"the treaty knows no `{subject.name}`", Label(subject.span, "asserted of this"), help=help_)


def _nobody(actor: Actor) -> Diagnostic:
    return report(
        RULE,
        f"the treaty knows nobody called `{actor.name}`",
        Label(actor.span, "who is this?"),
        help=f"declare it, as in `state {actor.name}.`, or name somebody whom the treaty knows",
    )


def _unknown(survey: Survey, name: _Misspelt) -> Diagnostic:
    first = name.parts[0].span
    again = f" (used {len(name.parts)} times)" if len(name.parts) > 1 else ""
    return report(
        RULE,
        f"`{name.written}` is not declared{again}",
        Label(found_in(survey.source, first, name.written) or first, name.what),
        help=f"did you mean `{name.near}`? If not, declare `{name.written}`",
        fix=respelled(survey.source, name.parts, name.written, name.near),
    )


def _is_open(survey: Survey) -> bool:
    """Whether others than those it names may join the treaty, and so act in its scenarios."""
    if not any(actor.role in ("party", "guarantor") for actor in survey.treaty.actors):
        return True
    return any(use.application.verb in _OPEN for use in survey.applications)


def _spoken_of(survey: Survey) -> frozenset[str]:
    """The names that sentences of the treaty use without declaring them: a scenario may use them too."""
    return frozenset([use.event.name for use in survey.events] + [use.actor.name for use in survey.actors] + [act.action for act, _ in survey.unknown_acts])
