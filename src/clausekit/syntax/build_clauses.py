"""Grammar rules → nodes: sentences, headings, declarations. One function a rule or alias of `clause.lark`, as in `build_slots`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from clausekit.syntax.build_slots import spelled
from clausekit.syntax.nodes import (
    ActionNode,
    ActNode,
    ActorDeclarationNode,
    ActorNode,
    ActorsNode,
    BearerNode,
    BodyNode,
    ClauseNode,
    ConditionNode,
    CoreNode,
    DecisionNode,
    EventDeclarationNode,
    GroupNode,
    GuaranteeNode,
    HeaderNode,
    HeadingNode,
    LimbNode,
    MeasureNode,
    Name,
    NormNode,
    PeriodNode,
    ProseNode,
    QuantityNode,
    RecitalNode,
    ReferenceNode,
    RoleNode,
    RungNode,
    SettingNode,
    SlotNode,
    StatementNode,
    StatusNode,
    TextDeclarationNode,
    TimingNode,
    Token,
)

CLAUSE_BUILDERS: dict[str, Callable[..., Any]] = {}
_References = tuple[ReferenceNode, ...]
_Tail = tuple[tuple[SlotNode, ...], str]
_Manner = tuple[str, DecisionNode | None]


def _builds(build: Callable[..., Any]) -> Callable[..., Any]:
    CLAUSE_BUILDERS[build.__name__] = build
    return build


# ---------------------------------------------------------------- the file and its headings


@_builds
def start(start: int, end: int, *items: Any) -> tuple[Any, ...]:
    return items


@_builds
def item(start: int, end: int, read: Any) -> Any:
    return read


@_builds
def titled_heading(start: int, end: int, kind: Token, designation: Name, title: Token) -> HeadingNode:
    return HeadingNode(kind.text.lower(), designation.text, quoted(title), start, end)


@_builds
def untitled_heading(start: int, end: int, kind: Token, designation: Name) -> HeadingNode:
    return HeadingNode(kind.text.lower(), designation.text, None, start, end)


@_builds
def preamble(start: int, end: int, _: Token) -> HeadingNode:
    return HeadingNode("preamble", "", None, start, end)


@_builds
def number(start: int, end: int, digits: Token, suffix: Token | None) -> Name:
    return Name(digits.text + (f" {suffix.text.lower()}" if suffix else ""), start, end)


@_builds
def recital(start: int, end: int, text: Token) -> RecitalNode:
    return RecitalNode(quoted(text), start, end)


@_builds
def prose(start: int, end: int, text: Token, cited: str | None) -> ProseNode:
    return ProseNode(quoted(text), cited or "", start, end)


@_builds
def source(start: int, end: int, text: Token) -> str:
    return quoted(text)


@_builds
def clause(start: int, end: int, body: NormNode | ProseNode) -> ClauseNode:
    return ClauseNode(None, body, start, end)


@_builds
def labelled_clause(start: int, end: int, label: Token, body: NormNode | ProseNode) -> ClauseNode:
    return ClauseNode(Name(label.text, label.start, label.end), body, start, end)


# ---------------------------------------------------------------- sentences


@_builds
def plain_norm(start: int, end: int, core: CoreNode, *rungs: RungNode) -> NormNode:
    return NormNode((), core, rungs, start, end)


@_builds
def opened_norm(start: int, end: int, openings: tuple[SlotNode, ...], core: CoreNode, *rungs: RungNode) -> NormNode:
    return NormNode(openings, core, rungs, start, end)


@_builds
def openings(start: int, end: int, opening: SlotNode) -> tuple[SlotNode, ...]:
    return (opening,)


@_builds
def more_openings(start: int, end: int, begun: tuple[SlotNode, ...], opening: SlotNode) -> tuple[SlotNode, ...]:
    return (*begun, opening)


@_builds
def rung(start: int, end: int, opened: tuple[SlotNode, ...] | None, core: CoreNode) -> RungNode:
    return RungNode(opened or (), core, start, end)


@_builds
def core(start: int, end: int, stated: StatementNode | GuaranteeNode) -> CoreNode:
    return (stated,)


@_builds
def more_core(start: int, end: int, begun: CoreNode, stated: StatementNode | GuaranteeNode) -> CoreNode:
    return (*begun, stated)


@_builds
def statement(start: int, end: int, bearer: BearerNode, modal: Token, predicate: StatementNode) -> StatementNode:
    return predicate._replace(bearer=bearer, modal=spelled(modal.text), start=start, end=end)


@_builds
def continued(start: int, end: int, modal: Token, predicate: StatementNode) -> StatementNode:
    return predicate._replace(modal=spelled(modal.text), start=start, end=end)


@_builds
def bare_statement(start: int, end: int, act: ActNode, tail: _Tail) -> StatementNode:
    return single(start, end, None, act, tail)


@_builds
def single(start: int, end: int, leading: _Manner | SlotNode | None, act: ActNode, tail: _Tail) -> StatementNode:
    slots, cited = tail
    limb = LimbNode("", act, slots, start, end)
    return _stated(start, end, leading, (limb,), "and", listed=False, cited=cited)


@_builds
def listed(start: int, end: int, leading: _Manner | SlotNode | None, points: tuple[str, list[tuple[LimbNode, str]]]) -> StatementNode:
    connective, limbs = points
    cited = next((source for _, source in limbs if source), "")
    return _stated(start, end, leading, tuple(limb for limb, _ in limbs), connective, listed=True, cited=cited)


@_builds
def first_point(start: int, end: int, only: tuple[LimbNode, str]) -> tuple[str, list[tuple[LimbNode, str]]]:
    return "and", [only]


@_builds
def next_point(start: int, end: int, begun: tuple[str, list[Any]], added: tuple[LimbNode, str]) -> tuple[str, list[Any]]:
    return begun[0], [*begun[1], added]


@_builds
def or_point(start: int, end: int, begun: tuple[str, list[Any]], _: Token, added: tuple[LimbNode, str]) -> tuple[str, list[Any]]:
    return "or", [*begun[1], added]


CLAUSE_BUILDERS["and_point"] = next_point


@_builds
def point(start: int, end: int, mark: Token, act: ActNode, tail: _Tail) -> tuple[LimbNode, str]:
    return LimbNode(mark.text[1:-1].lower(), act, tail[0], start, end), tail[1]


@_builds
def act(start: int, end: int, phrase: Name, *rest: Any) -> ActNode:
    named: ActorNode | None = None
    cited: _References = ()
    roles: list[RoleNode] = []
    amounts: list[QuantityNode] = []
    for part in rest:
        if isinstance(part, RoleNode):
            roles.append(part)
        elif isinstance(part, QuantityNode):
            amounts.append(part)
        elif isinstance(part, ActorNode):
            named = part
        else:
            cited = part
    return ActNode(phrase, named, cited, (), tuple(roles), tuple(amounts), start, end)


@_builds
def act_on_several(start: int, end: int, phrase: Name, *rest: Any) -> ActNode:
    joined = tuple(part for part in rest if isinstance(part, Name))
    roles = [part for part in rest if isinstance(part, RoleNode | QuantityNode)]
    return act(start, end, phrase, *roles)._replace(joined=joined)  # type: ignore[no-any-return]


@_builds
def object_actor(start: int, end: int, quantifier: Token, named: Name) -> ActorNode:
    return ActorNode("each" if quantifier.type == "EVERY" else quantifier.text.lower(), "", named, None, start, end)


@_builds
def tail(start: int, end: int, early: tuple[SlotNode, ...] | None, *rest: Any) -> _Tail:
    late = rest[0] if len(rest) == 2 else ()
    return (early or ()) + late, rest[-1] or ""


@_builds
def slots(start: int, end: int, slot: SlotNode) -> tuple[SlotNode, ...]:
    return (slot,)


@_builds
def more_slots(start: int, end: int, begun: tuple[SlotNode, ...], slot: SlotNode) -> tuple[SlotNode, ...]:
    return (*begun, slot)


@_builds
def guarantee(
    start: int,
    end: int,
    bearer: BearerNode,
    guaranteed: GuaranteeNode,
    beneficiary: ActorsNode | None,
    response: _References | None,
    tail: _Tail,
) -> GuaranteeNode:
    return guaranteed._replace(
        bearer=bearer, beneficiary=beneficiary, response=response or (), slots=tail[0], source=tail[1], start=start, end=end
    )


@_builds
def guaranteed_clauses(start: int, end: int, cited: _References) -> GuaranteeNode:
    return GuaranteeNode(_NOBODY, cited, None, (), None, (), (), "", start, end)


@_builds
def guaranteed_duties(start: int, end: int, of: ActorsNode, cited: _References) -> GuaranteeNode:
    return GuaranteeNode(_NOBODY, cited, of, (), None, (), (), "", start, end)


@_builds
def guaranteed_state(start: int, end: int, *states: Name) -> GuaranteeNode:
    return GuaranteeNode(_NOBODY, (), None, states, None, (), (), "", start, end)


@_builds
def response(start: int, end: int, _: Token, cited: _References) -> _References:
    return cited


# ---------------------------------------------------------------- declarations


@_builds
def treaty(start: int, end: int, title: Token | None, *settings: SettingNode) -> HeaderNode:
    return HeaderNode(quoted(title) if title else None, settings, start, end)


@_builds
def short(start: int, end: int, text: Token) -> SettingNode:
    return _setting(start, end, "short", text=quoted(text))


@_builds
def languages(start: int, end: int, listed: ActorsNode) -> SettingNode:
    return _setting(start, end, "languages", names=tuple(member.name for member in listed.members))


@_builds
def depositary(start: int, end: int, named: Name) -> SettingNode:
    return _setting(start, end, "depositary", names=(named,))


@_builds
def register(start: int, end: int, word: Token) -> SettingNode:
    return _setting(start, end, "register", text=word.text.lower())


@_builds
def style(start: int, end: int, word: Token) -> SettingNode:
    return _setting(start, end, "style", text=word.text.lower())


@_builds
def done_at(start: int, end: int, place: Token, day: Token | None) -> SettingNode:
    return _setting(start, end, "done at", text=quoted(place), date=day.text if day else "")


@_builds
def immediately_means(start: int, end: int, limit: PeriodNode) -> SettingNode:
    return _setting(start, end, "immediately means", period=limit)


@_builds
def actor_declaration(start: int, end: int, role: str, name: Name, display: Token | None, *pledges: QuantityNode | None) -> ActorDeclarationNode:
    return ActorDeclarationNode(role, name, _quoted(display), tuple(pledge for pledge in pledges if pledge), start, end)


@_builds
def actor_kind(start: int, end: int, word: Token) -> str:
    return word.text.lower()


@_builds
def group(start: int, end: int, name: Name, display: Token | None, singular: Token | None, members: ActorsNode) -> GroupNode:
    return GroupNode(name, _quoted(display), _quoted(singular), members.members, start, end)


@_builds
def body(start: int, end: int, name: Name, display: Token | None, members: ActorsNode | None, rule: DecisionNode | None, quorum: Token | None) -> BodyNode:
    return BodyNode(name, _quoted(display), members.members if members else (), rule, quorum.text if quorum else "", start, end)


@_builds
def zone(start: int, end: int, name: Name, display: Token | None, meaning: Token | None) -> TextDeclarationNode:
    return TextDeclarationNode("zone", name, _quoted(display), _quoted(meaning), start, end)


@_builds
def term(start: int, end: int, name: Name, display: Token | None, meaning: Token) -> TextDeclarationNode:
    return TextDeclarationNode("term", name, _quoted(display), quoted(meaning), start, end)


@_builds
def action(start: int, end: int, name: Name, display: Token | None, noun: Token | None, unit: Name | None) -> ActionNode:
    return ActionNode(name, _quoted(display), _quoted(noun), unit, start, end)


@_builds
def unit(start: int, end: int, _: Token, name: Name) -> Name:
    return name


@_builds
def event_declaration(start: int, end: int, name: Name, display: Token | None, meaning: ConditionNode | None) -> EventDeclarationNode:
    return EventDeclarationNode(name, _quoted(display), meaning, start, end)


@_builds
def status(start: int, end: int, name: Name, display: Token | None, begins: ConditionNode | None, ends: ConditionNode | None) -> StatusNode:
    return StatusNode(name, _quoted(display), begins, ends, start, end)


@_builds
def measure(start: int, end: int, name: Name, display: Token | None, unit: Name | None) -> MeasureNode:
    return MeasureNode(name, _quoted(display), unit, (), start, end)


@_builds
def scale(start: int, end: int, name: Name, display: Token | None, levels: list[Name]) -> MeasureNode:
    return MeasureNode(name, _quoted(display), None, tuple(levels), start, end)


@_builds
def level_list(start: int, end: int, *children: Any) -> list[Name]:
    return [children[0]] if len(children) == 1 else [*children[0], children[-1]]


# ---------------------------------------------------------------- what the builders share


def quoted(text: Token) -> str:
    """What stands between quotation marks: doubled marks made single, white space made single."""
    return " ".join(text.text[1:-1].replace('""', '"').split())


def _quoted(text: Token | None) -> str | None:
    return quoted(text) if text else None


def _setting(start: int, end: int, kind: str, *, text: str = "", names: Sequence[Name] = (), date: str = "", period: PeriodNode | None = None) -> SettingNode:
    return SettingNode(kind, text, tuple(names), date, period, start, end)


def _stated(start: int, end: int, leading: Any, limbs: tuple[LimbNode, ...], connective: str, *, listed: bool, cited: str) -> StatementNode:
    manner, decision, slots = "", None, ()
    if type(leading) is tuple:
        manner, decision = leading
    elif leading is not None:
        slots = (leading,)
    return StatementNode(None, "", slots, manner, decision, limbs, connective, listed, cited, start, end)


_NOBODY = BearerNode(ActorsNode((), "and", (), 0, 0), "", None, 0, 0)
