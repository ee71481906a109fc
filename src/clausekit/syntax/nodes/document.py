"""The file: its headings, recitals and declarations, and its sentences among them."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from clausekit.syntax.nodes.conditions import ConditionNode
from clausekit.syntax.nodes.parts import ActorNode, DecisionNode, Name, PeriodNode, QuantityNode
from clausekit.syntax.nodes.sentences import ClauseNode


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
    """One setting of the header; `names` for lists, `text` for a word or quotation, `date` and `period` where they belong."""

    kind: str
    text: str
    names: tuple[Name, ...]
    date: str
    period: PeriodNode | None
    start: int
    end: int


class HeaderNode(NamedTuple):
    """`treaty "Title" short "…" languages …`."""

    title: str | None
    settings: tuple[SettingNode, ...]
    start: int
    end: int


class ActorDeclarationNode(NamedTuple):
    """`party`, `guarantor`, `state`, `signatory` or `organ`, with display text and pledges."""

    role: str
    name: Name
    display: str | None
    pledges: tuple[QuantityNode, ...]
    start: int
    end: int


class GroupNode(NamedTuple):
    """`group European Allies means France, UK and Poland`."""

    name: Name
    display: str | None
    singular: str | None
    members: tuple[ActorNode, ...]
    start: int
    end: int


class BodyNode(NamedTuple):
    """`body Joint Commission means …, deciding by consensus`."""

    name: Name
    display: str | None
    members: tuple[ActorNode, ...]
    decision: DecisionNode | None
    quorum: str
    start: int
    end: int


class TextDeclarationNode(NamedTuple):
    """A `zone` or `term`: its meaning is prose."""

    kind: str
    name: Name
    display: str | None
    meaning: str | None
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
    """`measure heavy weapons in weapons`, or on a scale of named levels."""

    name: Name
    display: str | None
    unit: Name | None
    levels: tuple[Name, ...]
    start: int
    end: int


DeclarationNode: TypeAlias = (
    HeaderNode | ActorDeclarationNode | GroupNode | BodyNode | TextDeclarationNode | ActionNode | EventDeclarationNode | StatusNode | MeasureNode
)
ItemNode: TypeAlias = HeadingNode | RecitalNode | ClauseNode | DeclarationNode


class Comment(NamedTuple):
    """A comment, from its `#` to the end of its line."""

    text: str
    start: int
    end: int


class Document(NamedTuple):
    """A clause file as read: its items in order, and its comments."""

    items: tuple[ItemNode, ...]
    comments: tuple[Comment, ...]
