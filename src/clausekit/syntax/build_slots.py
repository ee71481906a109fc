"""Grammar rules → nodes: names, actors, events, time, qualifiers, cross-references.

One function a rule or alias of `clause.lark`, of the same name. Each is called with the offsets of what it covers, then the children the grammar keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from clausekit.syntax.nodes import (
    ActorNode,
    ActorsNode,
    AtomNode,
    BearerNode,
    ClockNode,
    ComparesNode,
    ConditionNode,
    DecisionNode,
    EventNode,
    LevelNode,
    MannerNode,
    Name,
    OccursNode,
    PeriodNode,
    PrecedenceNode,
    QuantityNode,
    ReferenceNode,
    RestrictionNode,
    RoleNode,
    TimingNode,
    Token,
    WhenNode,
)

SLOT_BUILDERS: dict[str, Callable[..., Any]] = {}
_References = tuple[ReferenceNode, ...]


def _builds(build: Callable[..., Any]) -> Callable[..., Any]:
    SLOT_BUILDERS[build.__name__] = build
    return build


def spelled(word: str) -> str:
    """A keyword of several words with single spaces, in lower case."""
    return " ".join(word.lower().split())


# ---------------------------------------------------------------- names and actors


@_builds
def name(start: int, end: int, word: Token) -> Name:
    return Name(word.text, start, end)


@_builds
def longer_name(start: int, end: int, begun: Name, word: Token) -> Name:
    return Name(f"{begun.text} {word.text}", start, end)


@_builds
def actors_other_than(start: int, end: int, listed: ActorsNode, excluded: ActorsNode) -> ActorsNode:
    return ActorsNode(listed.members, listed.joined_by, excluded.members, start, end)


@_builds
def one_actor(start: int, end: int, named: Name) -> ActorsNode:
    return ActorsNode((ActorNode("", "", named, None, start, end),), "and", (), start, end)


@_builds
def actor_list(start: int, end: int, *children: Any) -> ActorsNode:
    last = children[-1]
    if isinstance(last, Name):
        last = ActorNode("", "", last, None, last.start, last.end)
    if len(children) == 1:
        return ActorsNode((last,), "and", (), start, end)
    joined_by = "or" if len(children) == 3 else children[0].joined_by
    return ActorsNode((*children[0].members, last), joined_by, (), start, end)


@_builds
def named_actor(start: int, end: int, named: Name, variable: Token) -> ActorNode:
    return ActorNode("", "", named, _variable(variable), start, end)


@_builds
def quantified_actor(start: int, end: int, quantifier: Token, named: Name, variable: Token | None) -> ActorNode:
    word = "each" if quantifier.type == "EVERY" else quantifier.text.lower()
    return ActorNode(word, "", named, _variable(variable), start, end)


@_builds
def counted_actor(start: int, end: int, bound: Token, number: str, named: Name) -> ActorNode:
    return ActorNode(spelled(bound.text), number, named, None, start, end)


@_builds
def majority_actor(start: int, end: int, named: Name) -> ActorNode:
    return ActorNode("majority", "", named, None, start, end)


@_builds
def fraction_actor(start: int, end: int, fraction_of: Token, named: Name) -> ActorNode:
    return ActorNode("fraction", spelled(fraction_of.text).removesuffix(" of"), named, None, start, end)


@_builds
def count(start: int, end: int, number: Token) -> str:
    return number.text.lower()


@_builds
def bearer(start: int, end: int, who: ActorsNode, excluded: ActorsNode | None, how: tuple[str, DecisionNode | None] | None) -> BearerNode:
    if excluded is not None:
        who = who._replace(excluding=who.excluding + excluded.members, end=excluded.end)
    manner, decision = how or ("", None)
    return BearerNode(who, manner, decision, start, end)


@_builds
def jointly_and_severally(start: int, end: int) -> tuple[str, None]:
    return "jointly and severally", None


@_builds
def jointly(start: int, end: int) -> tuple[str, None]:
    return "jointly", None


@_builds
def severally(start: int, end: int) -> tuple[str, None]:
    return "severally", None


@_builds
def acting(start: int, end: int, decision: DecisionNode) -> tuple[str, DecisionNode]:
    return "", decision


@_builds
def consensus(start: int, end: int) -> DecisionNode:
    return DecisionNode("consensus", "", start, end)


@_builds
def unanimity(start: int, end: int) -> DecisionNode:
    return DecisionNode("unanimity", "", start, end)


@_builds
def majority(start: int, end: int) -> DecisionNode:
    return DecisionNode("majority", "", start, end)


@_builds
def fraction(start: int, end: int, words: Token) -> DecisionNode:
    return DecisionNode("fraction", spelled(words.text), start, end)


# ---------------------------------------------------------------- events and conditions


@_builds
def event(start: int, end: int, named: Name, *roles: RoleNode | QuantityNode) -> EventNode:
    return _event(start, end, named, (), roles)


@_builds
def event_of(start: int, end: int, named: Name, of: _References, *roles: RoleNode | QuantityNode) -> EventNode:
    return _event(start, end, named, of, roles)


@_builds
def event_within(start: int, end: int, happening: EventNode, limit: PeriodNode, anchor: EventNode | None) -> EventNode:
    return happening._replace(within=_timing(start, end, "within", period=limit, anchor=anchor), end=end)


@_builds
def role(start: int, end: int, preposition: Token, value: ActorsNode | _References) -> RoleNode:
    word = preposition.text.lower()
    if isinstance(value, ActorsNode):
        return RoleNode(word, value, (), start, end)
    return RoleNode(word, None, value, start, end)


@_builds
def determined(start: int, end: int, by: ActorsNode) -> RoleNode:
    return RoleNode("as determined by", by, (), start, end)


@_builds
def condition(start: int, end: int, *children: Any) -> ConditionNode:
    if len(children) == 1:
        return ConditionNode((children[0],), start, end)
    return ConditionNode((*children[0].alternatives, children[1]), start, end)


@_builds
def conjunction(start: int, end: int, *children: Any) -> tuple[AtomNode, ...]:
    return (children[0],) if len(children) == 1 else (*children[0], children[1])


@_builds
def occurs(start: int, end: int, happening: EventNode) -> OccursNode:
    return OccursNode(happening, negated=False, start=start, end=end)


@_builds
def occurs_not(start: int, end: int, _: Token, happening: EventNode) -> OccursNode:
    return OccursNode(happening, negated=True, start=start, end=end)


@_builds
def compares(start: int, end: int, measured: Name, how: str, number: Token, unit_name: Name | None) -> ComparesNode:
    return ComparesNode(measured, how, number.text, unit_name, start, end)


@_builds
def comparator(start: int, end: int, word: Token) -> str:
    return _COMPARATORS[word.type]


@_builds
def is_level(start: int, end: int, measured: Name, _: Token, level: Name) -> LevelNode:
    return LevelNode(measured, level, start, end)


@_builds
def when(start: int, end: int, word: Token, met: ConditionNode) -> WhenNode:
    return WhenNode(word.text.lower(), met, start, end)


during = when
SLOT_BUILDERS["during"] = during
_COMPARATORS = {
    "EXCEEDS": "exceeds",
    "IS_ABOVE": "exceeds",
    "IS_BELOW": "is below",
    "IS_AT_LEAST": "is at least",
    "IS_AT_MOST": "is at most",
    "IS": "is",
    "ARE": "is",
}


# ---------------------------------------------------------------- time


@_builds
def within(start: int, end: int, limit: PeriodNode, *anchored: Any) -> TimingNode:
    return _timing(start, end, "within", period=limit, anchor=anchored[-1] if anchored else None)


@_builds
def within_range(start: int, end: int, low: Token, high: PeriodNode, anchor: EventNode | None) -> TimingNode:
    return _timing(start, end, "within", low=low.text, period=high, anchor=anchor)


@_builds
def by_date(start: int, end: int, day: Token) -> TimingNode:
    return _timing(start, end, "by", date=day.text)


@_builds
def from_date(start: int, end: int, day: Token) -> TimingNode:
    return _timing(start, end, "from", date=day.text)


@_builds
def by_clocks(start: int, end: int, which: Token, first: ClockNode, second: ClockNode) -> TimingNode:
    return _timing(start, end, "by", relation=_clock_relation(which), clocks=(first, second))


@_builds
def until_clocks(start: int, end: int, which: Token, first: ClockNode, second: ClockNode) -> TimingNode:
    return _timing(start, end, "until", relation=_clock_relation(which), clocks=(first, second))


@_builds
def before(start: int, end: int, _: Token, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "before", anchor)


@_builds
def after(start: int, end: int, _: Token, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "after", anchor)


@_builds
def until(start: int, end: int, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "until", anchor)


@_builds
def not_later_than(start: int, end: int, limit: PeriodNode, relation: Token, anchor: EventNode) -> TimingNode:
    if relation.type == "AFTER":
        return _timing(start, end, "within", period=limit, anchor=anchor)
    return _timing(start, end, "not later than", period=limit, anchor=anchor)


@_builds
def not_earlier_than(start: int, end: int, limit: PeriodNode, _: Token, anchor: EventNode) -> TimingNode:
    return _timing(start, end, "not earlier than", period=limit, anchor=anchor)


@_builds
def for_period(start: int, end: int, length: PeriodNode) -> TimingNode:
    return _timing(start, end, "for", period=length)


@_builds
def every(start: int, end: int, number: Token | None, unit_word: Token) -> TimingNode:
    length = PeriodNode(((number.text if number else "1", spelled(unit_word.text)),), (number or unit_word).start, end)
    return _timing(start, end, "every", period=length)


@_builds
def at_all_times(start: int, end: int) -> TimingNode:
    return _timing(start, end, "at all times")


@_builds
def immediately(start: int, end: int) -> TimingNode:
    return _timing(start, end, "immediately")


@_builds
def as_soon_as_possible(start: int, end: int) -> TimingNode:
    return _timing(start, end, "as soon as possible")


@_builds
def date_clock(start: int, end: int, day: Token) -> ClockNode:
    return ClockNode(day.text, None, None, start, end)


@_builds
def period_clock(start: int, end: int, length: PeriodNode, *anchored: Any) -> ClockNode:
    return ClockNode("", length, anchored[-1], start, end)


@_builds
def event_clock(start: int, end: int, happening: EventNode) -> ClockNode:
    return ClockNode("", None, happening, start, end)


@_builds
def period(start: int, end: int, number: Token, unit_word: Token) -> PeriodNode:
    return PeriodNode(((number.text.lower(), spelled(unit_word.text)),), start, end)


@_builds
def longer_period(start: int, end: int, begun: PeriodNode, number: Token, unit_word: Token) -> PeriodNode:
    return PeriodNode((*begun.parts, (number.text, spelled(unit_word.text))), start, end)


# ---------------------------------------------------------------- qualifiers


@_builds
def unless(start: int, end: int, met: ConditionNode) -> RestrictionNode:
    return RestrictionNode("unless", met, (), start, end)


@_builds
def except_condition(start: int, end: int, met: ConditionNode) -> RestrictionNode:
    return RestrictionNode("except", met, (), start, end)


@_builds
def except_roles(start: int, end: int, *roles: RoleNode) -> RestrictionNode:
    return RestrictionNode("except", None, roles, start, end)


@_builds
def provided_that(start: int, end: int, met: ConditionNode) -> RestrictionNode:
    return RestrictionNode("provided that", met, (), start, end)


@_builds
def subject_to(start: int, end: int, target: _References | Name) -> PrecedenceNode:
    return _precedence(start, end, "subject to", target)


@_builds
def notwithstanding(start: int, end: int, target: _References | Name) -> PrecedenceNode:
    return _precedence(start, end, "notwithstanding", target)


@_builds
def without_prejudice_to(start: int, end: int, target: _References | Name) -> PrecedenceNode:
    return _precedence(start, end, "without prejudice to", target)


@_builds
def at_request(start: int, end: int, who: ActorsNode) -> MannerNode:
    return MannerNode("at the request of", who, None, start, end)


@_builds
def in_consultation(start: int, end: int, who: ActorsNode) -> MannerNode:
    return MannerNode("in consultation with", who, None, start, end)


@_builds
def as_it_deems_necessary(start: int, end: int) -> MannerNode:
    return MannerNode("as it deems necessary", None, None, start, end)


@_builds
def with_notice(start: int, end: int, length: PeriodNode) -> MannerNode:
    return MannerNode("with notice", None, length, start, end)


# ---------------------------------------------------------------- quantities and references


@_builds
def quantity(start: int, end: int, bound: Token | None, number: Token, unit_name: Name | None) -> QuantityNode:
    return QuantityNode(_bound(bound), number.text, "", unit_name, start, end)


@_builds
def quantity_range(start: int, end: int, bound: Token | None, low: Token, high: Token, unit_name: Name | None) -> QuantityNode:
    return QuantityNode(_bound(bound), low.text, high.text, unit_name, start, end)


@_builds
def references(start: int, end: int, *children: Any) -> _References:
    *begun, last = children
    latest = last if isinstance(last, tuple) and not isinstance(last, ReferenceNode) else (last,)
    return (*begun[0], *latest) if begun else latest


@_builds
def article(start: int, end: int, number: Token, suffix: Token | None, *marks: Token) -> ReferenceNode:
    designation = number.text + (f" {suffix.text.lower()}" if suffix else "")
    numbers = [mark.text[1:-1] for mark in marks]
    paragraph_number = numbers.pop(0) if numbers and numbers[0].isdigit() else ""
    return ReferenceNode("article", designation, paragraph_number, "".join(numbers[:1]), start, end)


@_builds
def articles(start: int, end: int, *numbers: Token) -> _References:
    return tuple(ReferenceNode("article", number.text, "", "", number.start, number.end) for number in numbers)


@_builds
def article_named(start: int, end: int, named: Name) -> ReferenceNode:
    return ReferenceNode("article", named.text, "", "", start, end)


@_builds
def this_article(start: int, end: int) -> ReferenceNode:
    return ReferenceNode("this article", "", "", "", start, end)


@_builds
def this_treaty(start: int, end: int) -> ReferenceNode:
    return ReferenceNode("treaty", "", "", "", start, end)


@_builds
def paragraph(start: int, end: int, number: Token, of: Any = None) -> ReferenceNode:
    return _narrowed(start, end, of, number.text, "")


@_builds
def point_of(start: int, end: int, mark: Token, number: Token, of: Any) -> ReferenceNode:
    return _narrowed(start, end, of, number.text, mark.text[1:-1].lower())


@_builds
def clause_reference(start: int, end: int, named: Name) -> ReferenceNode:
    return ReferenceNode("clause", named.text, "", "", start, end)


@_builds
def annex_reference(start: int, end: int, named: Name) -> ReferenceNode:
    return ReferenceNode("annex", named.text, "", "", start, end)


@_builds
def part_reference(start: int, end: int, designation: Token | Name) -> ReferenceNode:
    return ReferenceNode("part", designation.text, "", "", start, end)


# ---------------------------------------------------------------- what the builders share


def _variable(word: Token | None) -> Name | None:
    return Name(word.text, word.start, word.end) if word else None


def _event(start: int, end: int, named: Name, of: _References, roles: Sequence[RoleNode | QuantityNode]) -> EventNode:
    if not roles:
        return EventNode(named, of, (), (), None, start, end)
    kept = tuple(role for role in roles if isinstance(role, RoleNode))
    amounts = tuple(role for role in roles if isinstance(role, QuantityNode))
    return EventNode(named, of, kept, amounts, None, start, end)


def _timing(
    start: int,
    end: int,
    kind: str,
    *,
    period: PeriodNode | None = None,
    anchor: EventNode | None = None,
    date: str = "",
    relation: str = "",
    low: str = "",
    clocks: tuple[ClockNode, ...] = (),
) -> TimingNode:
    return TimingNode(kind, period, anchor, date, relation, low, clocks, start, end)


def _anchored(start: int, end: int, kind: str, anchor: EventNode | Token) -> TimingNode:
    if isinstance(anchor, Token):
        return _timing(start, end, kind, date=anchor.text)
    return _timing(start, end, kind, anchor=anchor)


def _clock_relation(which: Token) -> str:
    return "later" if "LATER" in which.type else "earlier"


def _precedence(start: int, end: int, kind: str, target: _References | Name) -> PrecedenceNode:
    if isinstance(target, Name):
        return PrecedenceNode(kind, (), target, start, end)
    return PrecedenceNode(kind, target, None, start, end)


def _bound(bound: Token | None) -> str:
    words = spelled(bound.text) if bound else ""
    return "at most" if words == "up to" else words


def _narrowed(start: int, end: int, of: Any, paragraph_number: str, mark: str) -> ReferenceNode:
    if isinstance(of, ReferenceNode):
        return ReferenceNode(of.kind, of.designation, paragraph_number, mark, start, end)
    return ReferenceNode("this article", "", paragraph_number, mark, start, end)
