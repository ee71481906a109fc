"""Items → the names they declare, in every form by which the file itself may speak of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.model.names import key, singular_of
from clausekit.model.vocabulary import NOUN_OF_ACT, OFFICES, PLURAL_OF_ROLE, TREATY_EVENTS
from clausekit.syntax.nodes import (
    ActionNode,
    ActorDeclarationNode,
    BodyNode,
    ClauseNode,
    EventDeclarationNode,
    GroupNode,
    HeadingNode,
    InstrumentNode,
    ItemNode,
    MeasureNode,
    RuleNode,
    StatusNode,
    TextDeclarationNode,
)

Named = (
    ActorDeclarationNode | GroupNode | BodyNode | TextDeclarationNode | InstrumentNode | RuleNode | ActionNode | EventDeclarationNode | StatusNode | MeasureNode
)
# The language's own names: whoever declares one gives it words, and means the same as everybody.
_BUILT_IN = frozenset([*NOUN_OF_ACT, *NOUN_OF_ACT.values(), *OFFICES, *TREATY_EVENTS, *map(str.lower, [*PLURAL_OF_ROLE, *PLURAL_OF_ROLE.values()])])


class Declared(NamedTuple):
    """What a file gives names to.

    `names` leads from each form of a name, as it is compared, to the declared name that is meant; `labels` and `articles` from each name to its spelling.
    """

    names: dict[str, str]
    labels: dict[str, str]
    articles: dict[str, str]


def declared_in(items: Iterable[ItemNode]) -> Declared:
    """The names that these items declare. Names that are built into the language belong to no file."""
    found = Declared({}, {}, {})
    forms: dict[str, str] = {}
    for item in items:
        if isinstance(item, ClauseNode):
            if item.label is not None:
                found.labels.setdefault(key(item.label.text), item.label.text)
        elif isinstance(item, HeadingNode):
            if item.kind == "article" and not is_numbered(item):
                found.articles.setdefault(key(item.designation), item.designation)
        elif isinstance(item, Named) and key(item.name.text) not in _BUILT_IN:
            found.names.setdefault(key(item.name.text), item.name.text)
            for form, meant in _other_forms(item):
                if form not in _BUILT_IN:
                    forms.setdefault(form, meant)
    for form, meant in forms.items():
        found.names.setdefault(form, meant)
    return found


def is_numbered(heading: HeadingNode) -> bool:
    """Whether a heading carries a number in writing, rather than a name."""
    return heading.designation[:1].isdigit()


def _other_forms(item: Named) -> Iterator[tuple[str, str]]:
    """A member of a group by its singular, an act by its noun: each with the name it is declared by."""
    if isinstance(item, GroupNode):
        singular = singular_of(item.name.text)
        if singular:
            yield key(singular), singular
        if item.singular:
            yield key(item.singular), item.name.text
    elif isinstance(item, ActionNode) and item.noun:
        yield key(item.noun), item.name.text
