"""What a treaty's vocabulary means → the list of definitions and pledges of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.drafting.sentences import ended
from clausekit.drafting.tree import Paragraph, Point, plain
from clausekit.drafting.wording import Wording
from clausekit.model.declarations import Body, Group, Measure, Term, Zone

_ABBREVIATION = re.compile(r"\b\w\.(?:\w\.)+$")


def definitions(wording: Wording) -> tuple[Paragraph, ...]:
    """The paragraph that says what is meant by what, if anything is to be said. What a name does not say of itself stands nowhere else in the draft."""
    wording.begin(None)
    meanings = list(_meanings(wording))
    return (Paragraph("definitions", "", wording.say("use_of_terms", instrument=wording.naming.instrument), _points(meanings)),) if meanings else ()


def pledges(wording: Wording) -> tuple[Paragraph, ...]:
    """The paragraph that says who pledges what, if anybody does."""
    wording.begin(None)
    pledged = [
        wording.say("pledge", party=wording.naming.full_name(actor.name), pledged=wording.quantities(actor.pledges))
        for actor in wording.treaty.actors
        if actor.pledges
    ]
    return (Paragraph("pledges", "", wording.say("pledges", count=len(pledged)), _points(pledged)),) if pledged else ()


def _points(texts: list[str]) -> tuple[Point, ...]:
    last = len(texts) - 1
    return tuple(Point(str(index + 1), ended(text) if index == last else f"{text};") for index, text in enumerate(texts))


def _meanings(wording: Wording) -> Iterator[str]:
    say, treaty, bare = wording.say, wording.treaty, wording.naming.bare_name
    defined: list[Term | Zone] = [*treaty.terms, *treaty.zones]
    for each in defined:
        if plain(each.meaning):
            yield say("means", term=bare(each.name), meaning=_unended(plain(each.meaning)))
    for group in treaty.groups:
        yield _group(wording, group)
    for body in treaty.bodies:
        yield from _body(wording, body)
    yield from _happenings(wording)
    for measure in treaty.measures:
        yield from _measure(wording, measure)
    if treaty.immediately is not None:
        yield say("immediately_means", period=wording.period(treaty.immediately))


def _group(wording: Wording, group: Group) -> str:
    noun = wording.naming.noun(group.name)
    nouns, article = wording.naming.nouns(group.name), wording.grammar.article(noun)
    return wording.say("group_means", term=nouns, noun=noun, article=article, members=wording.members(group.members))


def _body(wording: Wording, body: Body) -> Iterator[str]:
    members = wording.members(body.members) if body.members else ""
    decision = wording.decision(body.decision) if body.decision is not None else ""
    if members or decision or body.quorum is not None:
        yield wording.say("body_means", term=wording.naming.bare_name(body.name), members=members, decision=decision, quorum=body.quorum)


def _happenings(wording: Wording) -> Iterator[str]:
    bare, naming = wording.grammar.bare, wording.naming
    for event in wording.treaty.events:
        if event.meaning is not None:
            meaning = wording.happening(event.meaning, "any_one_of") or wording.say("event_when", condition=wording.condition(event.meaning))
            yield wording.say("means", term=bare(plain(event.display) or plain(event.name)), meaning=meaning)
    for status in wording.treaty.statuses:
        if status.begins is not None or status.ends is not None:
            yield wording.say(
                "status_means",
                term=bare(plain(status.display) or plain(status.name)),
                plural=wording.grammar.is_plural(naming.occurrence(status.name)),
                begins=wording.happening(status.begins, "any_one_of") if status.begins is not None else "",
                begins_when=wording.condition(status.begins) if status.begins is not None else "",
                ends=wording.happening(status.ends, "any_one_of") if status.ends is not None else "",
                ends_when=wording.condition(status.ends) if status.ends is not None else "",
            )


def _measure(wording: Wording, measure: Measure) -> Iterator[str]:
    named = wording.grammar.bare(wording.naming.measure(measure.name))
    plural = wording.grammar.is_plural(named)
    if measure.unit:
        yield wording.say("counted_in", term=named, unit=plain(measure.unit), plural=plural)
    if measure.levels:
        yield wording.say("stands_at", term=named, levels=wording.grammar.joined([plain(level) for level in measure.levels], "or"), plural=plural)


def _unended(text: str) -> str:
    """A meaning without the full stop that a drafter may have written: the list has its own marks. The stop of `U.S.` stays."""
    return text if _ABBREVIATION.search(text) else text.removesuffix(".")
