"""What a treaty's vocabulary means → the list of definitions and pledges of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.drafting.phrase import changed
from clausekit.drafting.rules import rule_meaning
from clausekit.drafting.sentences import ended
from clausekit.drafting.tree import Paragraph, Point, plain
from clausekit.drafting.wording import Wording
from clausekit.model.declarations import Body, Criterion, Group, Zone
from clausekit.model.terms import Condition

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
        wording.say("pledge", party=wording.naming.full_name(actor.name), pledged=wording.amounts.quantities(actor.pledges))
        for actor in wording.treaty.actors
        if actor.pledges
    ]
    return (Paragraph("pledges", "", wording.say("pledges", count=len(pledged)), _points(pledged)),) if pledged else ()


def _points(texts: list[str]) -> tuple[Point, ...]:
    last = len(texts) - 1
    return tuple(Point(str(index + 1), ended(text) if index == last else f"{text};") for index, text in enumerate(texts))


def _meanings(wording: Wording) -> Iterator[str]:
    say, treaty, bare = wording.say, wording.treaty, wording.naming.bare_name
    for term in treaty.terms:
        if plain(term.meaning):
            yield say("means", term=bare(term.name), meaning=_unended(wording.texts.meaning("term", term.name, term.meaning)))
    for zone in treaty.zones:
        yield from _zone(wording, zone)
    for actor in treaty.actors:
        if actor.of:
            yield say("class_means", term=bare(actor.name), noun=wording.naming.noun(actor.of))
    for group in treaty.groups:
        yield _group(wording, group)
    for body in treaty.bodies:
        yield from _body(wording, body)
    for rule in treaty.rules:
        yield rule_meaning(wording, rule)
    yield from _happenings(wording)
    yield from _measures(wording)
    if treaty.immediately is not None:
        yield say("immediately_means", period=wording.amounts.period(treaty.immediately))
    if treaty.time_zone is not None:
        yield say("time_zone", zone=plain(treaty.time_zone))
    if treaty.working_days:
        holidays = [say("holidays_in", place=wording.naming.full_name(each.place), code=plain(each.calendar)) for each in treaty.working_days]
        yield say("working_day_means", holidays=wording.grammar.joined(holidays, "or"))


def _zone(wording: Wording, zone: Zone) -> Iterator[str]:
    """Where a place lies: in the words of the drafter, inside another, so far from a line."""
    meaning, naming = _unended(wording.texts.meaning("zone", zone.name, zone.meaning)), wording.naming
    if zone.inside is None and zone.distance is None:
        if meaning:
            yield wording.say("means", term=naming.bare_name(zone.name), meaning=meaning)
        return
    yield wording.say(
        "zone_means",
        term=naming.bare_name(zone.name),
        plural=wording.grammar.is_plural(naming.bare_name(zone.name)),
        inside=naming.full_name(zone.inside) if zone.inside is not None else "",
        distance=wording.amounts.quantity(zone.distance) if zone.distance is not None else "",
        baseline=naming.full_name(zone.baseline) if zone.baseline is not None else "",
        meaning=meaning,
    )


def _group(wording: Wording, group: Group) -> str:
    noun = wording.naming.noun(group.name)
    nouns, article = wording.naming.nouns(group.name), wording.grammar.article(noun)
    members = _criterion(wording, group.criterion) if group.criterion is not None else wording.members(group.members)
    return wording.say("group_means", term=nouns, noun=noun, article=article, members=members)


def _criterion(wording: Wording, criterion: Criterion) -> str:
    """What makes a member: `every State that exploded a device before 1 January 1967`, `every Party whose consumption is below 0.3`."""
    condition = criterion.condition
    measured = condition is not None and _is_measured(condition)
    return wording.say(
        "every_one",
        noun=wording.naming.noun(criterion.base),
        text=wording.texts.free(criterion.text),
        whose=_whose(wording, condition) if condition is not None and measured else "",
        condition=wording.condition(condition) if condition is not None and not measured else "",
        after=wording.event(criterion.after) if criterion.after is not None else "",
        relation=criterion.relation,
        day=wording.grammar.day(criterion.day) if criterion.day is not None else "",
    )


def _is_measured(condition: Condition) -> bool:
    return len(condition.alternatives) == 1 and all(atom.kind != "occurs" for atom in condition.alternatives[0])


def _whose(wording: Wording, condition: Condition) -> str:
    return wording.grammar.whose(wording.condition(condition))


def _body(wording: Wording, body: Body) -> Iterator[str]:
    said = {
        "members": wording.members(body.members) if body.members else "",
        "decision": wording.amounts.decision(body.decision) if body.decision is not None else "",
        "quorum": body.quorum,
        "size": body.size,
        "under": wording.naming.full_name(body.under) if body.under is not None else "",
        "chair": wording.naming.full_name(body.chair) if body.chair is not None else "",
    }
    if any(part or part == 0 for part in said.values()):
        yield wording.say("body_means", term=wording.naming.bare_name(body.name), **said)


def _happenings(wording: Wording) -> Iterator[str]:
    naming = wording.naming
    for event in wording.treaty.events:
        if event.meaning is not None:
            meaning = wording.happening(event.meaning, "any_one_of") or wording.say("event_when", condition=wording.condition(event.meaning))
            yield wording.say("means", term=naming.defined(event), meaning=meaning)
    for status in wording.treaty.statuses:
        if status.begins is not None or status.ends is not None:
            yield wording.say(
                "status_means",
                term=naming.defined(status),
                plural=wording.grammar.is_plural(naming.occurrence(status.name)),
                begins=wording.happening(status.begins, "any_one_of") if status.begins is not None else "",
                begins_when=wording.condition(status.begins) if status.begins is not None else "",
                ends=wording.happening(status.ends, "any_one_of") if status.ends is not None else "",
                ends_when=wording.condition(status.ends) if status.ends is not None else "",
            )


def _measures(wording: Wording) -> Iterator[str]:
    """How measures are counted, those that are counted alike together; and the levels of scales."""
    naming, grammar = wording.naming, wording.grammar
    alike: dict[tuple[str | None, str | None, str | None], list[str]] = {}
    for measure in wording.treaty.measures:
        if measure.unit or measure.of or measure.part_of:
            named = changed(grammar.bare(naming.measure(measure.name)), lambda form: form.removesuffix(","))
            alike.setdefault((measure.unit, measure.of, measure.part_of), []).append(named)
    for (unit, of, part_of), terms in alike.items():
        yield wording.say(
            "counted_in",
            terms=grammar.joined([wording.say("quoted", term=term) for term in terms]),
            unit=naming.unit(unit, None),
            plural=len(terms) > 1 or grammar.is_plural(terms[0]),
            each=naming.noun(_declared_as(wording, of)) if of else "",
            whole=naming.measured(part_of) if part_of else "",
        )
    for measure in wording.treaty.measures:
        if measure.levels:
            named = changed(grammar.bare(naming.measure(measure.name)), lambda form: form.removesuffix(","))
            levels = grammar.joined([naming.level(level) for level in measure.levels], "or")
            yield wording.say("stands_at", term=named, levels=levels, plural=grammar.is_plural(named))


def _declared_as(wording: Wording, written: str) -> str:
    """The name of a group that is written as one of its members: `each Belligerent` is of the Belligerents."""
    found = wording.naming.vocabulary.anything(written)
    return found.name if found is not None else written


def _unended(text: str) -> str:
    """A meaning without the full stop that a drafter may have written: the list has its own marks. The stop of `U.S.` stays."""
    return text if _ABBREVIATION.search(text) else text.removesuffix(".")
