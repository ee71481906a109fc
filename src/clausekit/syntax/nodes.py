"""What a clause file says, sentence by sentence, before names are resolved.

Nodes are named tuples: immutable, half the memory of a frozen dataclass and a fifth of the time to define, which the command line
feels at every start. `start` and `end` are offsets in the source text. Numbers and dates are kept as the drafter wrote them; the model gives them types.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Token(NamedTuple):
    """A word, number or quotation the grammar keeps, with its place."""

    type: str
    text: str
    start: int
    end: int


class Name(NamedTuple):
    """One or more words that name something; spacing is made single."""

    text: str
    start: int
    end: int


# ---------------------------------------------------------------- references, numbers, time


class ReferenceNode(NamedTuple):
    """A live cross-reference: `paragraph 2 of article 5`, `clause response`, `annex A`, `this treaty`.

    `kind` is article, clause, annex, part, treaty, or "this article"; `paragraph` and `point` narrow an article.
    """

    kind: str
    designation: str
    paragraph: str
    point: str
    start: int
    end: int


class QuantityNode(NamedTuple):
    """`at least 20,000 troops`; `bound` is empty when the drafter gave none, `high` when there is no range."""

    bound: str
    low: str
    high: str
    unit: Name | None
    start: int
    end: int


class PeriodNode(NamedTuple):
    """`1 year and 6 months` as pairs of number and unit."""

    parts: tuple[tuple[str, str], ...]
    start: int
    end: int


class ClockNode(NamedTuple):
    """One of the two clocks of `the earlier of X and Y`: a date, an event, or a period after an event."""

    date: str
    period: PeriodNode | None
    event: EventNode | None
    start: int
    end: int


class TimingNode(NamedTuple):
    """When: `within 30 days of breach`, `by 2027-01-01`, `immediately`. `kind` names the form (see the builder)."""

    kind: str
    period: PeriodNode | None
    anchor: EventNode | None
    date: str
    relation: str
    low: str
    clocks: tuple[ClockNode, ...]
    start: int
    end: int


# ---------------------------------------------------------------- actors


class ActorNode(NamedTuple):
    """One actor as written: `each other Party as victim`, `at least 3 European Allies`, `France`."""

    quantifier: str
    count: str
    name: Name
    variable: Name | None
    start: int
    end: int


class ActorsNode(NamedTuple):
    """Actors joined by `and` or `or`, less those named after `other than`."""

    members: tuple[ActorNode, ...]
    joined_by: str
    excluding: tuple[ActorNode, ...]
    start: int
    end: int


class DecisionNode(NamedTuple):
    """How a body or a collective decides: consensus, unanimity, majority, or a fraction (in words)."""

    kind: str
    fraction: str
    start: int
    end: int


class BearerNode(NamedTuple):
    """Who is bound, and in what manner: jointly, severally, jointly and severally, or by a decision."""

    actors: ActorsNode
    manner: str
    decision: DecisionNode | None
    start: int
    end: int


# ---------------------------------------------------------------- events and conditions


class RoleNode(NamedTuple):
    """A role of an act or event: `to Ukraine`, `on each other Party`, `as determined by Joint Commission`."""

    preposition: str
    actors: ActorsNode | None
    references: tuple[ReferenceNode, ...]
    start: int
    end: int


class EventNode(NamedTuple):
    """An event as a drafter describes it: `armed attack by Russia on Ukraine`, `violation of article 1`."""

    name: Name
    references: tuple[ReferenceNode, ...]
    roles: tuple[RoleNode, ...]
    quantities: tuple[QuantityNode, ...]
    within: TimingNode | None
    start: int
    end: int


class OccursNode(NamedTuple):
    """That an event occurs or a status holds; or, negated, that it does not."""

    event: EventNode
    negated: bool
    start: int
    end: int


class ComparesNode(NamedTuple):
    """That a measure exceeds, is below, is at least, is at most or is a number."""

    measure: Name
    comparator: str
    number: str
    unit: Name | None
    start: int
    end: int


class LevelNode(NamedTuple):
    """That a measure stands at a named level of its scale."""

    measure: Name
    level: Name
    start: int
    end: int


AtomNode: TypeAlias = OccursNode | ComparesNode | LevelNode


class ConditionNode(NamedTuple):
    """Alternatives joined by `or if`, each of atoms joined by `and if`."""

    alternatives: tuple[tuple[AtomNode, ...], ...]
    start: int
    end: int


class WhenNode(NamedTuple):
    """`if`, `when`, `whenever`, `upon` or `while`, with its condition."""

    word: str
    condition: ConditionNode
    start: int
    end: int


# ---------------------------------------------------------------- qualifiers


class RestrictionNode(NamedTuple):
    """`unless`, `except` or `provided that`, with a condition; `except` may have roles instead."""

    kind: str
    condition: ConditionNode | None
    roles: tuple[RoleNode, ...]
    start: int
    end: int


class PrecedenceNode(NamedTuple):
    """`subject to`, `notwithstanding` or `without prejudice to` clauses, or a named instrument or body of law."""

    kind: str
    references: tuple[ReferenceNode, ...]
    name: Name | None
    start: int
    end: int


class MannerNode(NamedTuple):
    """`at the request of`, `in consultation with`, `as it deems necessary`, `with 12 months notice`."""

    kind: str
    actors: ActorsNode | None
    period: PeriodNode | None
    start: int
    end: int


SlotNode: TypeAlias = WhenNode | TimingNode | RestrictionNode | PrecedenceNode | MannerNode


# ---------------------------------------------------------------- sentences


class ActNode(NamedTuple):
    """What is done: a phrase that still holds its object, its roles, its quantities."""

    phrase: Name
    object: ActorNode | None
    references: tuple[ReferenceNode, ...]
    joined: tuple[Name, ...]
    roles: tuple[RoleNode, ...]
    quantities: tuple[QuantityNode, ...]
    start: int
    end: int


class LimbNode(NamedTuple):
    """One act with its own timing and qualifiers; `mark` is the letter of a point, if it is one."""

    mark: str
    act: ActNode
    slots: tuple[SlotNode, ...]
    start: int
    end: int


class StatementNode(NamedTuple):
    """Bearer, modal and acts. Without a bearer it goes on for the bearer before it; without a modal too, it is a bare act.

    `leading` are slots written between modal and act; `listed` says that the limbs are lettered points.
    """

    bearer: BearerNode | None
    modal: str
    leading: tuple[SlotNode, ...]
    manner: str
    decision: DecisionNode | None
    limbs: tuple[LimbNode, ...]
    connective: str
    listed: bool
    source: str
    start: int
    end: int


class GuaranteeNode(NamedTuple):
    """`The Guarantors jointly guarantee article 1 in favour of Ukraine by clause response.`"""

    bearer: BearerNode
    references: tuple[ReferenceNode, ...]
    duties_of: ActorsNode | None
    states: tuple[Name, ...]
    beneficiary: ActorsNode | None
    response: tuple[ReferenceNode, ...]
    slots: tuple[SlotNode, ...]
    source: str
    start: int
    end: int


CoreNode: TypeAlias = tuple[StatementNode | GuaranteeNode, ...]


class RungNode(NamedTuple):
    """What follows `failing which`: the reparation, itself one or more statements."""

    openings: tuple[SlotNode, ...]
    core: CoreNode
    start: int
    end: int


class NormNode(NamedTuple):
    """A binding sentence: openings, statements, and the rungs of its ladder."""

    openings: tuple[SlotNode, ...]
    core: CoreNode
    rungs: tuple[RungNode, ...]
    start: int
    end: int


class ProseNode(NamedTuple):
    """Text that binds nobody's checker."""

    text: str
    source: str
    start: int
    end: int


class ClauseNode(NamedTuple):
    """One sentence of the body, with its label if it has one."""

    label: Name | None
    body: NormNode | ProseNode
    start: int
    end: int


# ---------------------------------------------------------------- document and declarations


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
    HeaderNode
    | ActorDeclarationNode
    | GroupNode
    | BodyNode
    | TextDeclarationNode
    | ActionNode
    | EventDeclarationNode
    | StatusNode
    | MeasureNode
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
