"""Grammar rules → nodes: qualifiers, quantities, cross-references. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from typing import Any

from clausekit.syntax.nodes import (
    ActorsNode,
    ConditionNode,
    MannerNode,
    Name,
    PeriodNode,
    PrecedenceNode,
    ReferenceNode,
    RestrictionNode,
    RoleNode,
    Token,
)

References = tuple[ReferenceNode, ...]


def unless(start: int, end: int, met: ConditionNode) -> RestrictionNode:
    return RestrictionNode("unless", met, (), start, end)


def except_condition(start: int, end: int, met: ConditionNode) -> RestrictionNode:
    return RestrictionNode("except", met, (), start, end)


def except_roles(start: int, end: int, *roles: RoleNode) -> RestrictionNode:
    return RestrictionNode("except", None, roles, start, end)


def provided_that(start: int, end: int, met: ConditionNode) -> RestrictionNode:
    return RestrictionNode("provided that", met, (), start, end)


def subject_to(start: int, end: int, target: References | Name) -> PrecedenceNode:
    return _precedence(start, end, "subject to", target)


def notwithstanding(start: int, end: int, target: References | Name) -> PrecedenceNode:
    return _precedence(start, end, "notwithstanding", target)


def without_prejudice_to(start: int, end: int, target: References | Name) -> PrecedenceNode:
    return _precedence(start, end, "without prejudice to", target)


def at_request(start: int, end: int, who: ActorsNode) -> MannerNode:
    return MannerNode("at the request of", who, None, start, end)


def in_consultation(start: int, end: int, who: ActorsNode) -> MannerNode:
    return MannerNode("in consultation with", who, None, start, end)


def as_it_deems_necessary(start: int, end: int) -> MannerNode:
    return MannerNode("as it deems necessary", None, None, start, end)


def with_notice(start: int, end: int, length: PeriodNode, *given: Token | ActorsNode | None) -> MannerNode:
    return MannerNode("with notice", next((each for each in given if isinstance(each, ActorsNode)), None), length, start, end)


def on_behalf(start: int, end: int, who: ActorsNode) -> MannerNode:
    return MannerNode("on behalf of", who, None, start, end)


def with_consent(start: int, end: int, who: ActorsNode) -> MannerNode:
    return MannerNode("with the consent of", who, None, start, end)


def with_statement(start: int, end: int, what: Name) -> MannerNode:
    return MannerNode("with a statement of", None, None, start, end, what)


def sole_purpose(start: int, end: int, what: Name) -> MannerNode:
    return MannerNode("for the sole purpose of", None, None, start, end, what)


def in_accordance(start: int, end: int, what: References | Name) -> MannerNode:
    if isinstance(what, Name):
        return MannerNode("in accordance with", None, None, start, end, what)
    return MannerNode("in accordance with", None, None, start, end, None, what)


def where_possible(start: int, end: int) -> MannerNode:
    return MannerNode("where possible", None, None, start, end)


def for_each(start: int, end: int) -> MannerNode:
    return MannerNode("for each occurrence", None, None, start, end)


def subsidiarily(start: int, end: int) -> MannerNode:
    return MannerNode("subsidiarily", None, None, start, end)


def references(start: int, end: int, *cited: ReferenceNode | References) -> References:
    if len(cited) == 1 and type(cited[0]) is ReferenceNode:
        return (cited[0],)
    flat: list[ReferenceNode] = []
    for one in cited:
        if isinstance(one, ReferenceNode):
            flat.append(one)
        else:
            flat += one
    return tuple(flat)


def article(start: int, end: int, number: Token, suffix: Token | None, *rest: Token | Name | None) -> ReferenceNode:
    designation = f"{number.text} {suffix.text.lower()}" if suffix else number.text
    instrument = next((each for each in rest if isinstance(each, Name)), None)
    letters = [mark.text[1:-1].lower() for mark in rest if isinstance(mark, Token)]
    paragraph_number = letters.pop(0) if letters and letters[0].isdigit() else ""
    return ReferenceNode("article", designation, paragraph_number, _point(letters), start, end, instrument)


def articles(start: int, end: int, *parts: Any) -> References:
    *numbers, instrument = parts
    return tuple(ReferenceNode("article", number.text, "", "", number.start, number.end, instrument) for number in numbers)


def article_named(start: int, end: int, named: Name) -> ReferenceNode:
    return ReferenceNode("article", named.text, "", "", start, end)


def this_article(start: int, end: int) -> ReferenceNode:
    return ReferenceNode("this article", "", "", "", start, end)


def this_treaty(start: int, end: int) -> ReferenceNode:
    return ReferenceNode("treaty", "", "", "", start, end)


def paragraph(start: int, end: int, number: Token, of: ReferenceNode | None = None) -> ReferenceNode:
    return _narrowed(start, end, of, number.text, "")


def point_of(start: int, end: int, *cited: Any) -> ReferenceNode:
    *marks, number, of = cited
    return _narrowed(start, end, of, number.text, _point([mark.text[1:-1].lower() for mark in marks]))


def clause_reference(start: int, end: int, named: Name) -> ReferenceNode:
    return ReferenceNode("clause", named.text, "", "", start, end)


def annex_reference(start: int, end: int, named: Name) -> ReferenceNode:
    return ReferenceNode("annex", named.text, "", "", start, end)


def part_reference(start: int, end: int, designation: Token | Name) -> ReferenceNode:
    return ReferenceNode("part", designation.text, "", "", start, end)


def _precedence(start: int, end: int, kind: str, target: References | Name) -> PrecedenceNode:
    if isinstance(target, Name):
        return PrecedenceNode(kind, (), target, start, end)
    return PrecedenceNode(kind, target, None, start, end)


def _point(letters: list[str]) -> str:
    """The letter of a point; a point of a point keeps the parentheses between: `(a)(ii)` is `a)(ii`."""
    return ")(".join(letters)


def _narrowed(start: int, end: int, of: ReferenceNode | None, paragraph_number: str, mark: str) -> ReferenceNode:
    if of is not None:
        return ReferenceNode(of.kind, of.designation, paragraph_number, mark or of.point, start, end, of.instrument)
    return ReferenceNode("this article", "", paragraph_number, mark, start, end)
