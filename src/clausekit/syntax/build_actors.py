"""Grammar rules → nodes: names, actors, bearers. One function a rule or alias of `clause.lark`, of the same name.

Each is called with the offsets of what it covers, then the children the grammar keeps.
"""

from __future__ import annotations

from typing import Any

from clausekit.syntax.nodes import ActorNode, ActorsNode, BearerNode, DecisionNode, Name, ShareNode, Token

Member = Name | ActorNode
BOUNDS = {"AT_LEAST": "at least", "AT_MOST": "at most", "UP_TO": "at most", "EXACTLY": "exactly"}
Manner = tuple[str, DecisionNode | None]


def name(start: int, end: int, word: Token) -> Name:
    return Name(word.text, start, end)


def longer_name(start: int, end: int, begun: Name, word: Token) -> Name:
    return Name(f"{begun.text} {word.text}", start, end)


def one_named(start: int, end: int, named: Name) -> ActorsNode:
    return ActorsNode((ActorNode("", "", named, None, named.start, named.end),), "and", (), start, end)


def one_actor(start: int, end: int, who: ActorNode) -> ActorsNode:
    return ActorsNode((who,), "and", (), start, end)


def all_actors(start: int, end: int, *members: Member) -> ActorsNode:
    return ActorsNode(tuple(map(_actor, members)), "and", (), start, end)


def any_actors(start: int, end: int, *members: Member) -> ActorsNode:
    return ActorsNode(tuple(map(_actor, members)), "or", (), start, end)


def actors_other_than(start: int, end: int, listed: ActorsNode, excluded: ActorsNode) -> ActorsNode:
    return ActorsNode(listed.members, listed.joined_by, excluded.members, start, end)


def named_actor(start: int, end: int, named: Name, variable: Token) -> ActorNode:
    return ActorNode("", "", named, _variable(variable), start, end)


def quantified_actor(start: int, end: int, quantifier: Token, named: Name, variable: Token | None) -> ActorNode:
    word = "each" if quantifier.type == "EVERY" else quantifier.text.lower()
    return ActorNode(word, "", named, _variable(variable), start, end)


def counted_actor(start: int, end: int, bound: Token, number: str, named: Name) -> ActorNode:
    return ActorNode(BOUNDS[bound.type], number, named, None, start, end)


def majority_actor(start: int, end: int, named: Name) -> ActorNode:
    return ActorNode("majority", "", named, None, start, end)


def fraction_actor(start: int, end: int, _: Token | None, fraction_of: Token, named: Name) -> ActorNode:
    share_of = fraction_of.text.lower().removesuffix(" of")
    return ActorNode("fraction", "one half" if share_of == "half" else share_of, named, None, start, end)


def count(start: int, end: int, number: Token) -> str:
    return number.text.lower()


def actors_including(start: int, end: int, listed: ActorsNode, included: ActorsNode) -> ActorsNode:
    return listed._replace(including=included.members, start=start, end=end)


def actors_having(start: int, end: int, listed: ActorsNode, held: ShareNode) -> ActorsNode:
    return listed._replace(shares=(held,), start=start, end=end)


def share(start: int, end: int, *parts: Any) -> ShareNode:
    *bound, number, measured = parts
    return ShareNode(BOUNDS[bound[0].type] if bound else "", number.text, measured, start, end)


def percent_actor(start: int, end: int, _: Token | None, number: Token, named: Name) -> ActorNode:
    return ActorNode("percent", number.text, named, None, start, end)


def manner_unstated(start: int, end: int) -> tuple[str, None]:
    return "unstated", None


def bearer(start: int, end: int, who: ActorsNode, excluded: ActorsNode, how: Manner | None) -> BearerNode:
    return whoever(start, end, who._replace(excluding=excluded.members, end=excluded.end), how)


def whoever(start: int, end: int, who: ActorsNode, how: Manner | None) -> BearerNode:
    manner, decision = how or ("", None)
    return BearerNode(who, manner, decision, start, end)


def jointly_and_severally(start: int, end: int) -> tuple[str, None]:
    return "jointly and severally", None


def jointly(start: int, end: int) -> tuple[str, None]:
    return "jointly", None


def severally(start: int, end: int) -> tuple[str, None]:
    return "severally", None


def acting(start: int, end: int, decision: DecisionNode) -> tuple[str, DecisionNode]:
    return "", decision


def _actor(who: Member) -> ActorNode:
    return ActorNode("", "", who, None, who.start, who.end) if isinstance(who, Name) else who


def _variable(word: Token | None) -> Name | None:
    return Name(word.text, word.start, word.end) if word else None
