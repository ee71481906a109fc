"""What a treaty's vocabulary means → the list of definitions and pledges of a draft."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.drafting.sentences import ended
from clausekit.drafting.tree import Paragraph, Point, plain
from clausekit.drafting.wording import Wording
from clausekit.model.part import NOWHERE
from clausekit.model.terms import Actors
from clausekit.model.treaty import Measure


def definitions(wording: Wording) -> tuple[Paragraph, ...]:
    """One paragraph of definitions and one of pledges, as far as there are any. What a name does not say of itself stands nowhere else in the draft."""
    wording.here = None
    wording.variables = {}
    paragraphs = []
    meanings = list(_meanings(wording))
    if meanings:
        paragraphs.append(Paragraph("definitions", "", wording.say("use_of_terms", instrument=wording.instrument()), _points(meanings)))
    pledges = list(_pledges(wording))
    if pledges:
        paragraphs.append(Paragraph("pledges", "", wording.say("pledges", count=len(pledges)), _points(pledges)))
    return tuple(paragraphs)


def _points(texts: list[str]) -> tuple[Point, ...]:
    last = len(texts) - 1
    return tuple(Point(str(index + 1), ended(text) if index == last else f"{text};") for index, text in enumerate(texts))


def _meanings(wording: Wording) -> Iterator[str]:
    say, treaty = wording.say, wording.treaty
    for term in treaty.terms:
        yield say("means", term=plain(term.display or term.name), meaning=plain(term.meaning).rstrip("."))
    for zone in treaty.zones:
        if zone.meaning:
            yield say("means", term=plain(zone.display or zone.name), meaning=plain(zone.meaning).rstrip("."))
    for group in treaty.groups:
        one = wording.grammar.with_article(wording.noun(group.name).lower()).split(" ")[0]
        members = wording.actors(Actors(NOWHERE, NOWHERE, group.members, "and", ()))
        yield say("group_means", term=wording.nouns(group.name), one=f"{one} “{wording.noun(group.name)}”", members=members)
    for body in treaty.bodies:
        members = wording.actors(Actors(NOWHERE, NOWHERE, body.members, "and", ())) if body.members else ""
        decision = wording.decision(body.decision) if body.decision else ""
        if members or decision or body.quorum:
            yield say("body_means", term=plain(body.display or body.name).removeprefix("the "), members=members, decision=decision, quorum=body.quorum)
    yield from _happenings(wording)
    for measure in treaty.measures:
        yield from _measure(wording, measure)
    if treaty.immediately is not None:
        yield say("immediately_means", period=wording.period(treaty.immediately))


def _happenings(wording: Wording) -> Iterator[str]:
    for event in wording.treaty.events:
        if event.meaning is not None:
            meaning = wording.happening(event.meaning, "any_one_of") or wording.say("event_when", condition=wording.condition(event.meaning))
            yield wording.say("means", term=bare(plain(event.display or event.name)), meaning=meaning)
    for status in wording.treaty.statuses:
        if status.begins is not None or status.ends is not None:
            yield wording.say(
                "status_means",
                term=bare(plain(status.display or status.name)),
                begins=status.begins and wording.happening(status.begins, "any_one_of"),
                begins_when=status.begins and wording.condition(status.begins),
                ends=status.ends and wording.happening(status.ends, "any_one_of"),
                ends_when=status.ends and wording.condition(status.ends),
            )


def _measure(wording: Wording, measure: Measure) -> Iterator[str]:
    named = bare(plain(measure.display or measure.name))
    if measure.unit:
        yield wording.say("counted_in", term=named, unit=plain(measure.unit), plural=wording.grammar.looks_plural(named))
    if measure.levels:
        yield wording.say("stands_at", term=named, levels=wording.grammar.joined([plain(level) for level in measure.levels], "or"))


def _pledges(wording: Wording) -> Iterator[str]:
    for actor in wording.treaty.actors:
        if actor.pledges:
            pledged = wording.grammar.joined([wording.quantity(pledge) for pledge in actor.pledges])
            yield wording.say("pledge", party=wording.full_name(actor.name), pledged=pledged)


def bare(noun: str) -> str:
    """A noun without its article: what is defined is `breach`, not `a breach`."""
    first, _, rest = noun.partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the") else noun
