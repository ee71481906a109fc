"""Grammar rules → nodes: the file, its headings and declarations. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from clausekit.syntax.nodes import (
    ActionNode,
    ActorDeclarationNode,
    ActorsNode,
    BodyNode,
    ClauseNode,
    ConditionNode,
    DecisionNode,
    EventDeclarationNode,
    GroupNode,
    HeaderNode,
    HeadingNode,
    ItemNode,
    MeasureNode,
    Name,
    NormNode,
    PeriodNode,
    ProseNode,
    QuantityNode,
    RecitalNode,
    SettingNode,
    StatusNode,
    TextDeclarationNode,
    Token,
)
from clausekit.syntax.spelling import quoted, quoted_or_none

# ---------------------------------------------------------------- the file


def start(start: int, end: int, *items: ItemNode) -> tuple[ItemNode, ...]:
    return items


def item(start: int, end: int, read: ItemNode) -> ItemNode:
    return read


def titled_heading(start: int, end: int, kind: Token, designation: Name, title: Token) -> HeadingNode:
    return HeadingNode(kind.text.lower(), designation.text, quoted(title), start, end)


def untitled_heading(start: int, end: int, kind: Token, designation: Name) -> HeadingNode:
    return HeadingNode(kind.text.lower(), designation.text, None, start, end)


def preamble(start: int, end: int, _: Token) -> HeadingNode:
    return HeadingNode("preamble", "", None, start, end)


def number(start: int, end: int, digits: Token, suffix: Token | None) -> Name:
    return Name(digits.text + (f" {suffix.text.lower()}" if suffix else ""), start, end)


def recital(start: int, end: int, text: Token) -> RecitalNode:
    return RecitalNode(quoted(text), start, end)


def prose(start: int, end: int, text: Token, cited: str | None) -> ProseNode:
    return ProseNode(quoted(text), cited or "", start, end)


def source(start: int, end: int, text: Token) -> str:
    return quoted(text)


def clause(start: int, end: int, body: NormNode | ProseNode) -> ClauseNode:
    return ClauseNode(None, body, start, end)


def labelled_clause(start: int, end: int, label: Token, body: NormNode | ProseNode) -> ClauseNode:
    return ClauseNode(Name(label.text, label.start, label.end), body, start, end)


# ---------------------------------------------------------------- declarations


def treaty(start: int, end: int, title: Token | None, *settings: SettingNode) -> HeaderNode:
    return HeaderNode(quoted(title) if title else None, settings, start, end)


def short(start: int, end: int, text: Token) -> SettingNode:
    return _setting(start, end, "short", text=quoted(text))


def languages(start: int, end: int, *names: Name) -> SettingNode:
    return _setting(start, end, "languages", names=names)


def depositary(start: int, end: int, named: Name) -> SettingNode:
    return _setting(start, end, "depositary", names=(named,))


def register(start: int, end: int, word: Token) -> SettingNode:
    return _setting(start, end, "register", text=word.text.lower())


def style(start: int, end: int, word: Token) -> SettingNode:
    return _setting(start, end, "style", text=word.text.lower())


def done_at(start: int, end: int, place: Token, day: Token | None) -> SettingNode:
    return _setting(start, end, "done at", text=quoted(place), date=day.text if day else "")


def immediately_means(start: int, end: int, limit: PeriodNode) -> SettingNode:
    return _setting(start, end, "immediately means", period=limit)


def actor_declaration(start: int, end: int, role: str, name: Name, display: Token | None, *pledges: QuantityNode | None) -> ActorDeclarationNode:
    return ActorDeclarationNode(role, name, quoted_or_none(display), tuple(pledge for pledge in pledges if pledge), start, end)


def actor_kind(start: int, end: int, word: Token) -> str:
    return word.text.lower()


def group(start: int, end: int, name: Name, display: Token | None, singular: Token | None, members: ActorsNode) -> GroupNode:
    return GroupNode(name, quoted_or_none(display), quoted_or_none(singular), members.members, start, end)


def body(start: int, end: int, name: Name, display: Token | None, members: ActorsNode | None, rule: DecisionNode | None, quorum: Token | None) -> BodyNode:
    return BodyNode(name, quoted_or_none(display), members.members if members else (), rule, quorum.text if quorum else "", start, end)


def zone(start: int, end: int, name: Name, display: Token | None, meaning: Token | None) -> TextDeclarationNode:
    return TextDeclarationNode("zone", name, quoted_or_none(display), quoted_or_none(meaning), start, end)


def term(start: int, end: int, name: Name, display: Token | None, meaning: Token) -> TextDeclarationNode:
    return TextDeclarationNode("term", name, quoted_or_none(display), quoted(meaning), start, end)


def action(start: int, end: int, name: Name, display: Token | None, noun: Token | None, unit: Name | None) -> ActionNode:
    return ActionNode(name, quoted_or_none(display), quoted_or_none(noun), unit, start, end)


def unit(start: int, end: int, _: Token, name: Name) -> Name:
    return name


def event_declaration(start: int, end: int, name: Name, display: Token | None, meaning: ConditionNode | None) -> EventDeclarationNode:
    return EventDeclarationNode(name, quoted_or_none(display), meaning, start, end)


def status(start: int, end: int, name: Name, display: Token | None, begins: ConditionNode | None, ends: ConditionNode | None) -> StatusNode:
    return StatusNode(name, quoted_or_none(display), begins, ends, start, end)


def measure(start: int, end: int, name: Name, display: Token | None, unit: Name | None) -> MeasureNode:
    return MeasureNode(name, quoted_or_none(display), unit, (), start, end)


def scale(start: int, end: int, name: Name, display: Token | None, *levels: Name) -> MeasureNode:
    return MeasureNode(name, quoted_or_none(display), None, levels, start, end)


def _setting(start: int, end: int, kind: str, *, text: str = "", names: tuple[Name, ...] = (), date: str = "", period: PeriodNode | None = None) -> SettingNode:
    return SettingNode(kind, text, names, date, period, start, end)
