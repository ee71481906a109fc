"""The file: its headings, recitals and declarations, and its sentences among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from clausekit.named_tuples import NamedTuple
from clausekit.syntax.nodes.conditions import ConditionNode, EventNode
from clausekit.syntax.nodes.parts import ActorNode, DecisionNode, Name, PeriodNode, QuantityNode, ShareNode
from clausekit.syntax.nodes.scenarios import AssertedNode, ExpectNode, InForceNode, ScenarioNode, ToldNode
from clausekit.syntax.nodes.sentences import ClauseNode
from clausekit.syntax.nodes.translations import TranslatedNode, TranslationNode


class HeadingNode(NamedTuple):
    """`article 5 "Title"`, `part II "Title"`, `preamble`."""

    kind: str
    designation: str
    title: str | None
    start: int
    end: int


class RecitalNode(NamedTuple):
    """One recital of the preamble."""

    text: str
    start: int
    end: int


class SettingNode(NamedTuple):
    """One setting of the header; `names` for lists, `text` for a word or quotation, `date` and `period` where they belong, `texts` for one behind each name."""

    kind: str
    text: str
    names: tuple[Name, ...]
    date: str
    period: PeriodNode | None
    start: int
    end: int
    texts: tuple[str, ...] = ()


class HeaderNode(NamedTuple):
    """`treaty "Title" short "…" languages …`."""

    title: str | None
    settings: tuple[SettingNode, ...]
    start: int
    end: int


class ActorDeclarationNode(NamedTuple):
    """`party`, `guarantor`, `state`, `signatory`, `organ` or `class`, with display text and pledges; a class may be one `of each Party`."""

    role: str
    name: Name
    display: str | None
    pledges: tuple[QuantityNode, ...]
    start: int
    end: int
    of: Name | None = None


class CriterionNode(NamedTuple):
    """What makes a member of a group: `each State that "exploded a device" before 1967-01-01`, `each Party whose consumption is below 0.3`.

    One of `text`, `condition` and `after` (an event of the member's) is given; `relation` is before or on, with `date`.
    """

    base: Name
    text: str | None
    condition: ConditionNode | None
    after: EventNode | None
    relation: str
    date: str
    start: int
    end: int


class GroupNode(NamedTuple):
    """`group European Allies means France, UK and Poland`, or by what makes its members."""

    name: Name
    display: str | None
    singular: str | None
    members: tuple[ActorNode, ...]
    start: int
    end: int
    criterion: CriterionNode | None = None


class BodyNode(NamedTuple):
    """`body Joint Commission means …, deciding by consensus`."""

    name: Name
    display: str | None
    members: tuple[ActorNode, ...]
    decision: DecisionNode | None
    quorum: str
    start: int
    end: int
    size: str = ""
    under: Name | None = None
    chair: Name | None = None


class TextDeclarationNode(NamedTuple):
    """A `zone` or `term`: its meaning is prose. A zone may lie inside another, or within a distance of a line."""

    kind: str
    name: Name
    display: str | None
    meaning: str | None
    start: int
    end: int
    inside: Name | None = None
    distance: QuantityNode | None = None
    baseline: Name | None = None


class InstrumentNode(NamedTuple):
    """`instrument Charter "the Charter of the United Nations"`: another treaty, cited wherever a clause is."""

    name: Name
    display: str | None
    start: int
    end: int


class RuleConditionNode(NamedTuple):
    """One condition of a decision rule.

    `kind` is vote (so many must agree, or reject), including (with the votes of these), having (with a share of a measure), excluding (these do not vote), veto
    (each of these may object), quorum (so many must take part), or silence (it stands unless so many reject it). `within` limits an objection or rejection.
    """

    kind: str
    vote: DecisionNode | None
    actors: tuple[ActorNode, ...]
    share: ShareNode | None
    number: str
    within: PeriodNode | None
    start: int
    end: int


class RuleStepNode(NamedTuple):
    """One step of a decision rule: all of its conditions must be met. When they are not, the next step is tried, `after` a time."""

    after: PeriodNode | None
    conditions: tuple[RuleConditionNode, ...]
    start: int
    end: int


class RuleNode(NamedTuple):
    """`rule Qualified Majority means 55 percent of Council, including at least 15 members, having 65 percent of population`."""

    name: Name
    display: str | None
    steps: tuple[RuleStepNode, ...]
    start: int
    end: int


class BindingNode(NamedTuple):
    """`Defenders = European Allies`: what a parameter of a used file stands for. `kind` is name, text, date, period or number."""

    name: Name
    kind: str
    value: str
    start: int
    end: int


class UseNode(NamedTuple):
    """`use "std/collective-defence" as Defence with Defenders = European Allies`."""

    path: str
    namespace: Name | None
    bindings: tuple[BindingNode, ...]
    start: int
    end: int


class ParameterNode(NamedTuple):
    """`parameter Defenders: group`: a name that whoever uses this file gives a meaning."""

    name: Name
    kind: str
    start: int
    end: int


class ActionNode(NamedTuple):
    """`action deploy forces "deploy military forces" as "deployment of military forces" in troops`."""

    name: Name
    display: str | None
    noun: str | None
    unit: Name | None
    start: int
    end: int


class EventDeclarationNode(NamedTuple):
    """`event breach means armed attack by Russia on Ukraine`."""

    name: Name
    display: str | None
    meaning: ConditionNode | None
    start: int
    end: int


class StatusNode(NamedTuple):
    """`status ceasefire begins on entry into force and ends on breach`."""

    name: Name
    display: str | None
    begins: ConditionNode | None
    ends: ConditionNode | None
    start: int
    end: int


class MeasureNode(NamedTuple):
    """`measure heavy weapons in weapons`, or on a scale of named levels; `of each Party`, if each has its own; `part of` another, if it is counted in it."""

    name: Name
    display: str | None
    unit: Name | None
    levels: tuple[Name, ...]
    start: int
    end: int
    of: Name | None = None
    part_of: Name | None = None


DeclarationNode: TypeAlias = (
    HeaderNode
    | ActorDeclarationNode
    | GroupNode
    | BodyNode
    | TextDeclarationNode
    | InstrumentNode
    | RuleNode
    | ActionNode
    | EventDeclarationNode
    | StatusNode
    | MeasureNode
    | UseNode
    | ParameterNode
)
ItemNode: TypeAlias = (
    HeadingNode
    | RecitalNode
    | ClauseNode
    | DeclarationNode
    | ScenarioNode
    | InForceNode
    | ToldNode
    | AssertedNode
    | ExpectNode
    | TranslationNode
    | TranslatedNode
)


class Comment(NamedTuple):
    """A comment, from its `#` to the end of its line."""

    text: str
    start: int
    end: int


class UnreadNode(NamedTuple):
    """A sentence that could not be read, as it is written, with its label where it has one. `before` counts the items that stand before it."""

    label: Name | None
    text: str
    before: int
    start: int
    end: int


EntryNode: TypeAlias = ItemNode | UnreadNode


class Document(NamedTuple):
    """A clause file as read: its items in order, its comments, and the sentences that could not be read."""

    items: tuple[ItemNode, ...]
    comments: tuple[Comment, ...]
    unread: tuple[UnreadNode, ...] = ()

    def in_order(self) -> Sequence[EntryNode]:
        """What was read and what could not be, as they stand."""
        if not self.unread:
            return self.items
        made: list[EntryNode] = list(self.items)
        for each in reversed(self.unread):
            made.insert(each.before, each)
        return made
