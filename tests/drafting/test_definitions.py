"""What a treaty's vocabulary means: how each definition reads, and that no two definitions which differ in any field read alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from clausekit.drafting.build import build
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.tree import unlinked
from clausekit.drafting.wording import Wording
from clausekit.model import amounts, literals, terms
from clausekit.model import declarations as model
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.edits import FIELDS, parts, replaced
from tests.drafting.edits import meaning as meaning_of
from tests.drafting.probe import Room, phrases

DECLARED = (Path(__file__).parent / "definitions.clause").read_text(encoding="utf-8")
Changes = Callable[[Any], Iterable[dict[str, Any]]]
LISTS = ("zones", "actors", "groups", "bodies", "rules", "events", "statuses", "measures")


@cache
def treaty() -> Treaty:
    reading = read_source(Source(DECLARED))
    assert not [each.message for each in reading.diagnostics if each.code.startswith("CK1")]
    assert reading.record is not None
    return reading.record


def meanings(whole: Treaty) -> list[str]:
    """The definitions of a treaty, without the punctuation of their list."""
    points = [point for paragraph in build(whole, phrases()).definitions for point in paragraph.points]
    return [unlinked(point.text).removesuffix(";").removesuffix(".") for point in points]


EXPECTED = [line.removeprefix("#> ") for line in DECLARED.splitlines() if line.startswith("#> ")]


def test_every_definition_is_expected():
    assert sorted(meanings(treaty())) == sorted(EXPECTED)


# ---------------------------------------------------------------- every field


@cache
def pool(kind: type) -> tuple[Any, ...]:
    found = {part: None for field in LISTS for _, part in parts(getattr(treaty(), field)) if type(part) is kind}
    return tuple(found)


def one_of(field: str, *values: Any) -> Changes:
    return lambda _: ({field: value} for value in values)


def from_pool(field: str, kind: type, *others: Any) -> Changes:
    return lambda _: ({field: value} for value in (*pool(kind), *others))


def several(field: str, kind: type, least: int = 0) -> Changes:
    def changes(part: Any) -> Iterator[dict[str, Any]]:
        now = getattr(part, field)
        if len(now) > least:
            yield from ({field: now[:at] + now[at + 1 :]} for at in range(len(now)))
        yield from ({field: (*now[:at], now[at + 1], now[at], *now[at + 2 :])} for at in range(len(now) - 1))
        yield from ({field: (*now, new)} for new in pool(kind) if now)

    return changes


def criteria(part: Any) -> Iterator[dict[str, Any]]:
    for other in pool(model.Criterion):
        yield {"text": other.text, "condition": other.condition, "after": other.after}
    yield from ({"relation": relation, "day": day} for relation, day in (("", None), ("on", date(1967, 1, 1)), ("before", date(1970, 1, 1))))


def members(part: Any) -> Iterator[dict[str, Any]]:
    """Other members, or a criterion; a group has one or the other."""
    yield from ({"members": (), "criterion": criterion} for criterion in pool(model.Criterion))
    yield from ({"members": (actor,), "criterion": None} for actor in pool(terms.Actor))


def votes(part: Any) -> Iterator[dict[str, Any]]:
    """Votes as a rule may ask for them."""
    plain: dict[str, Any] = {"fraction": None, "number": None, "of": None, "voting": "", "reverse": False}
    if part.kind == "rule":
        return
    for voting in ("", "voting", "present and voting"):
        for of in (None, "Party", "Council"):
            yield {**plain, "kind": "majority", "of": of, "voting": voting}
            yield {**plain, "kind": "percent", "number": Decimal(40), "of": of, "voting": voting}
            yield from ({**plain, "kind": "fraction", "fraction": share, "of": of, "voting": voting} for share in get_args(literals.ShareName))
        yield {**plain, "kind": "consensus", "voting": voting}
        yield {**plain, "kind": "unanimity", "voting": voting}
        yield {**plain, "kind": "at least", "number": Decimal(2), "of": "Council", "voting": voting}
    yield {"reverse": not part.reverse}


def conditions(part: Any) -> Iterator[dict[str, Any]]:
    if part.vote is not None and part.kind != "quorum":
        yield from ({"vote": vote} for vote in pool(terms.Decision))
    if part.kind == "quorum":
        yield from ({"vote": None, "number": number} for number in (3, 9))
        yield from ({"vote": vote, "number": None} for vote in pool(terms.Decision) if vote.kind != "rule")
    if part.kind in ("veto", "silence"):
        yield from ({"within": period} for period in (None, *pool(amounts.Period)))


OF_DECLARATIONS: dict[type, dict[str, Changes]] = {
    model.DeclaredActor: {"of": lambda part: ({"of": of} for of in (None, "Party", "State") if part.role == "class")},
    model.Zone: {
        "meaning": one_of("meaning", None, "the line on the map", "the valley"),
        "inside": one_of("inside", None, "Buffer Zone", "Line of Contact"),
        "distance": lambda _: (
            {"distance": other.distance, "baseline": other.baseline} for other in pool(model.Zone) if other.distance is None or other.baseline
        ),
        "baseline": lambda part: ({"baseline": zone} for zone in ("Buffer Zone", "Line of Contact") if part.distance is not None),
    },
    model.Group: {"members": members, "singular": one_of("singular", "Odd One", None)},
    model.Criterion: {"base": one_of("base", "Party", "State", "Guarantor"), "all": criteria},
    model.Body: {
        "members": several("members", terms.Actor),
        "decision": lambda _: ({"decision": decision} for decision in (None, *pool(terms.Decision)) if decision is None or not decision.reverse),
        "quorum": one_of("quorum", None, 0, 7, 8),
        "size": one_of("size", None, 1, 12, 13),
        "under": one_of("under", None, "Conference", "Council"),
        "chair": one_of("chair", None, "Norway", "France"),
    },
    model.Rule: {"steps": several("steps", model.RuleStep, 1)},
    model.RuleStep: {
        "after": lambda part: ({"after": length} for length in (None, *pool(amounts.Period)) if part.after is not None),
        "conditions": several("conditions", model.RuleCondition, 1),
    },
    model.RuleCondition: {"all": conditions, "actors": several("actors", terms.Actor, 1)},
    model.Event: {"meaning": from_pool("meaning", terms.Condition, None)},
    model.Status: {"begins": from_pool("begins", terms.Condition, None), "ends": from_pool("ends", terms.Condition, None)},
    model.Measure: {
        "unit": one_of("unit", None, "tanks", "tonnes"),
        "of": one_of("of", None, "Party", "European Allies"),
        "part_of": one_of("part_of", None, "stocks", "emissions"),
        "levels": lambda part: ({"levels": levels} for levels in (("low", "high"), ("high", "low"), ()) if part.levels),
    },
    terms.Decision: {"all": votes},
}


def variants(whole: Treaty) -> Iterator[tuple[str, Treaty]]:
    """Every treaty that differs in one field of one declaration."""
    for field in LISTS:
        declared = getattr(whole, field)
        for path, part in parts(declared):
            for changed, changes in {**FIELDS.get(type(part), {}), **OF_DECLARATIONS.get(type(part), {})}.items():
                for update in changes(part):
                    new = part._replace(**update)
                    if new != part:
                        yield f"{type(part).__name__}.{changed}", whole._replace(**{field: replaced(declared, path, new)})


def saying(whole: Treaty) -> Any:
    """What the declarations come to: without what is another way to cite or name the same."""
    room = Room(whole, Sentences(Wording(whole, phrases())), None, None)  # type: ignore[arg-type]  # references here are cited from no provision
    return tuple(meaning_of(getattr(whole, field), room) for field in LISTS)


@pytest.mark.parametrize("field", LISTS)
def test_a_changed_field_of_a_declaration_changes_the_words(field):
    """Each declaration alone in its list, with every change of every field."""
    whole = treaty()
    for declared in getattr(whole, field):
        alone = whole._replace(**dict.fromkeys(LISTS, ()) | {field: (declared,)})
        reading: dict[str, dict[Any, str]] = {}
        for name, changed in [("", alone), *variants(alone)]:
            reading.setdefault("\n".join(meanings(changed)), {}).setdefault(saying(changed), name)
        assert [(text, list(found.values())) for text, found in reading.items() if len(found) > 1] == []


def test_every_field_of_every_declaration_is_tried():
    tried: dict[str, set[str]] = {}
    fields: dict[str, set[str]] = {}
    for field in LISTS:
        for _, part in parts(getattr(treaty(), field)):
            if type(part).__module__ != model.__name__:
                continue
            kind = type(part).__name__
            fields.setdefault(kind, set()).update(part._fields[2:])
            tried.setdefault(kind, set()).update(each for each in part._fields if any(parts(getattr(part, each))))
            for changes in OF_DECLARATIONS.get(type(part), {}).values():
                tried[kind].update(each for update in changes(part) for each, value in update.items() if value != getattr(part, each))
    assert {kind: names - tried[kind] for kind, names in fields.items() if names - tried[kind]} == {
        "DeclaredActor": {"display", "name", "pledges", "role"},
        "Zone": {"display", "name"},
        "Group": {"display", "name"},
        "Body": {"display", "name"},
        "Rule": {"display", "name"},
        "RuleCondition": {"kind"},
        "Event": {"display", "name"},
        "Status": {"display", "name"},
        "Measure": {"display", "name"},
    }
