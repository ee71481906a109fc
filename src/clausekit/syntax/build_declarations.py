"""Grammar rules → nodes: the file, its headings and declarations. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from clausekit.syntax.build_sentences import UNSOURCED, Source
from clausekit.syntax.nodes import (
    ActionNode,
    ActorDeclarationNode,
    ActorsNode,
    BindingNode,
    BodyNode,
    ClauseNode,
    ConditionNode,
    CriterionNode,
    DecisionNode,
    EventDeclarationNode,
    EventNode,
    GroupNode,
    HeaderNode,
    HeadingNode,
    InstrumentNode,
    ItemNode,
    MeasureNode,
    Name,
    NormNode,
    ParameterNode,
    PeriodNode,
    ProseNode,
    QuantityNode,
    RecitalNode,
    RecordNode,
    SettingNode,
    StatusNode,
    TextDeclarationNode,
    Token,
    UseNode,
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


def prose(start: int, end: int, text: Token, cited: Source | None) -> ProseNode:
    source, understandings = cited or UNSOURCED
    return ProseNode(quoted(text), source, start, end, understandings)


def clause(start: int, end: int, body: NormNode | ProseNode | RecordNode) -> ClauseNode:
    return ClauseNode(None, body, start, end)


def labelled_clause(start: int, end: int, label: Token, body: NormNode | ProseNode | RecordNode) -> ClauseNode:
    return ClauseNode(Name(label.text, label.start, label.end), body, start, end)


# ---------------------------------------------------------------- declarations


def treaty(start: int, end: int, title: Token, *settings: SettingNode) -> HeaderNode:
    return HeaderNode(quoted(title), settings, start, end)


def treaty_unnamed(start: int, end: int, *settings: SettingNode) -> HeaderNode:
    return HeaderNode(None, settings, start, end)


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


def time_zone(start: int, end: int, name: Token) -> SettingNode:
    return _setting(start, end, "time zone", text=quoted(name))


def working_days(start: int, end: int, *places: Name | Token) -> SettingNode:
    names = tuple(place for place in places if isinstance(place, Name))
    return _setting(start, end, "working days", names=names)._replace(texts=tuple(quoted(each) for each in places if isinstance(each, Token)))


def actor_declaration(start: int, end: int, role: str, name: Name, display: Token | None, *pledges: QuantityNode | None) -> ActorDeclarationNode:
    return ActorDeclarationNode(role, name, quoted_or_none(display), tuple(pledge for pledge in pledges if pledge), start, end)


def actor_kind(start: int, end: int, word: Token) -> str:
    return word.text.lower()


def class_declaration(start: int, end: int, name: Name, of: Name | None, display: Token | None) -> ActorDeclarationNode:
    return ActorDeclarationNode("class", name, quoted_or_none(display), (), start, end, of)


def group(start: int, end: int, name: Name, display: Token | None, singular: Token | None, members: ActorsNode | CriterionNode) -> GroupNode:
    if isinstance(members, CriterionNode):
        return GroupNode(name, quoted_or_none(display), quoted_or_none(singular), (), start, end, members)
    return GroupNode(name, quoted_or_none(display), quoted_or_none(singular), members.members, start, end)


def criterion(start: int, end: int, _: Token, base: Name, *rest: Token | ConditionNode | EventNode | None) -> CriterionNode:
    text = next((quoted(each) for each in rest if isinstance(each, Token) and each.type == "STRING"), None)
    condition = next((each for each in rest if isinstance(each, ConditionNode)), None)
    after = next((each for each in rest if isinstance(each, EventNode)), None)
    day = next((each.text for each in rest if isinstance(each, Token) and each.type == "DATE"), "")
    before = any(isinstance(each, Token) and each.type == "BEFORE" for each in rest)
    return CriterionNode(base, text, condition, after, "before" if before else "on" if day else "", day, start, end)


def body(
    start: int,
    end: int,
    name: Name,
    display: Token | None,
    size: Token | None,
    under: Name | None,
    members: ActorsNode | None,
    chair: Name | None,
    rule: DecisionNode | None,
    quorum: Token | None,
) -> BodyNode:
    named = members.members if members else ()
    return BodyNode(name, quoted_or_none(display), named, rule, quorum.text if quorum else "", start, end, size.text if size else "", under, chair)


def zone(
    start: int,
    end: int,
    name: Name,
    display: Token | None,
    inside: Name | None,
    number: Token | None,
    unit: Name | None,
    baseline: Name | None,
    meaning: Token | None,
) -> TextDeclarationNode:
    distance = QuantityNode("", number.text, "", unit, number.start, unit.end) if number and unit else None
    return TextDeclarationNode("zone", name, quoted_or_none(display), quoted_or_none(meaning), start, end, inside, distance, baseline)


def instrument(start: int, end: int, name: Name, display: Token | None) -> InstrumentNode:
    return InstrumentNode(name, quoted_or_none(display), start, end)


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


def measure(start: int, end: int, name: Name, of: Name | None, part_of: Name | None, display: Token | None, unit: Name | None) -> MeasureNode:
    return MeasureNode(name, quoted_or_none(display), unit, (), start, end, of, part_of)


def scale(start: int, end: int, name: Name, display: Token | None, *levels: Name) -> MeasureNode:
    return MeasureNode(name, quoted_or_none(display), None, levels, start, end)


def use(start: int, end: int, path: Token, namespace: Name | None, *bindings: BindingNode) -> UseNode:
    return UseNode(quoted(path), namespace, bindings, start, end)


def binding(start: int, end: int, name: Name, value: Name | Token | PeriodNode) -> BindingNode:
    if isinstance(value, PeriodNode):
        return BindingNode(name, "period", " and ".join(f"{number} {unit}" for number, unit in value.parts), start, end)
    if isinstance(value, Name):
        return BindingNode(name, "name", value.text, start, end)
    kind = {"STRING": "text", "DATE": "date", "NUMBER": "number"}[value.type]
    return BindingNode(name, kind, quoted(value) if kind == "text" else value.text, start, end)


def parameter(start: int, end: int, name: Name, kind: Token) -> ParameterNode:
    return ParameterNode(name, kind.text.lower(), start, end)


def _setting(start: int, end: int, kind: str, *, text: str = "", names: tuple[Name, ...] = (), date: str = "", period: PeriodNode | None = None) -> SettingNode:
    return SettingNode(kind, text, names, date, period, start, end)
