"""Nodes → the same nodes in canonical order: every slot where the printer puts it, every number and date in one spelling.

Nothing here changes a meaning. A deadline written before its sentence moves behind its act; a condition that trails a single statement
opens it; `thirty days` becomes `30 days`.
"""

from __future__ import annotations

from typing import Any, TypeVar

from clausekit.syntax.nodes import (
    ApplicationNode,
    BindingNode,
    ClauseNode,
    CoreNode,
    DeclaredNode,
    Document,
    ExpectNode,
    GuaranteeNode,
    ItemNode,
    MannerNode,
    NormNode,
    OccursNode,
    PrecedenceNode,
    RestrictionNode,
    RungNode,
    SlotNode,
    StatementNode,
    TimingNode,
    UseNode,
    WhenNode,
)
from clausekit.syntax.phrases_life import DELAYED

NUMERALS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90",
}  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ORDER = {TimingNode: 1, MannerNode: 2, PrecedenceNode: 3, RestrictionNode: 4, WhenNode: 5}
_Node = TypeVar("_Node")
_Stated = StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode


def canonical(document: Document) -> Document:
    """The document with every sentence in canonical order. Canonical documents stay as they are."""
    return document._replace(items=tuple(_item(item) for item in document.items))


def iso_date(written: str) -> str:
    """A date in ISO form: `1 January 2027` becomes `2027-01-01`. An ISO date, possible or not, stays as it is."""
    parts = written.split()
    if len(parts) != 3 or parts[1].lower() not in _MONTHS:  # a parameter stands as it is
        return written
    return f"{parts[2]}-{_MONTHS.index(parts[1].lower()) + 1:02}-{int(parts[0]):02}"


def digits(written: str) -> str:
    """A number in digits: `thirty` becomes `30`."""
    return NUMERALS.get(written.lower(), written)


def _item(item: ItemNode) -> ItemNode:
    if isinstance(item, ClauseNode):
        return item._replace(body=_norm(item.body) if isinstance(item.body, NormNode) else _spelled(item.body))
    if isinstance(item, ExpectNode):
        return _spelled(item._replace(norm=_norm(item.norm)) if item.norm else item)
    if isinstance(item, UseNode):
        return item._replace(bindings=tuple(_binding(each) for each in item.bindings))
    return _spelled(item)


def _binding(node: BindingNode) -> BindingNode:
    """What a parameter stands for, spelled as it would be in a sentence."""
    if node.kind == "period":
        parts = (part.split(" ", maxsplit=1) for part in node.value.split(" and "))
        return node._replace(value=" and ".join(f"{digits(number)} {_unit(number, unit)}" for number, unit in parts))
    return node._replace(value=iso_date(node.value)) if node.kind == "date" else node


def _norm(norm: NormNode) -> NormNode:
    openings, core = _settle(norm.openings, norm.core)
    rungs = []
    for rung in norm.rungs:
        rung_openings, rung_core = _settle(rung.openings, rung.core)
        rungs.append(RungNode(rung_openings, rung_core, rung.start, rung.end))
    return _spelled(NormNode(openings, core, tuple(rungs), norm.start, norm.end))


def _settle(openings: tuple[SlotNode, ...], core: CoreNode) -> tuple[tuple[SlotNode, ...], CoreNode]:
    """Conditions to the front where they govern everything, everything else to the acts it governs.

    What would be read otherwise behind an act stays in front: a restriction with a time limit of its own, and the only opening of an act without a bearer.
    """
    trailing = _trailing_conditions(core)
    front = tuple(slot for slot in openings if _stays_in_front(slot))
    moved = tuple(slot for slot in openings if not _stays_in_front(slot))
    if not front and not trailing and _is_bare(core):
        front, moved = openings, ()
    return front + trailing, tuple(_stated(stated, moved, with_conditions=not trailing) for stated in core)


def _trailing_conditions(core: CoreNode) -> tuple[SlotNode, ...]:
    """The conditions behind a statement that stands alone and so govern all of it."""
    only = core[0]
    if len(core) > 1 or (isinstance(only, StatementNode) and only.listed):
        return ()
    if isinstance(only, ApplicationNode) and not (only.references or only.subject or only.event):
        return ()  # `enters into force when …` has nothing to say first
    slots = only.leading + only.limbs[0].slots if isinstance(only, StatementNode) else only.slots
    return tuple(slot for slot in slots if isinstance(slot, WhenNode))


def _stays_in_front(slot: SlotNode) -> bool:
    return isinstance(slot, WhenNode) or _holds_limit(slot)


def _holds_limit(slot: SlotNode) -> bool:
    """Whether a restriction waits for an event for a limited time only: `unless waiver within 30 days of request`."""
    if not isinstance(slot, RestrictionNode) or slot.condition is None:
        return False
    atoms = [atom for alternative in slot.condition.alternatives for atom in alternative]
    return any(isinstance(atom, OccursNode) and atom.event.within is not None for atom in atoms)


def _is_bare(core: CoreNode) -> bool:
    return isinstance(core[0], StatementNode) and not core[0].modal


def _stated(stated: _Stated, moved: tuple[SlotNode, ...], *, with_conditions: bool) -> _Stated:
    if not isinstance(stated, StatementNode):
        delayed = isinstance(stated, ApplicationNode) and stated.verb in DELAYED
        return stated._replace(slots=_sorted(moved + stated.slots, with_conditions=with_conditions, delayed=delayed))
    moved += stated.leading
    limbs = tuple(limb._replace(slots=_sorted(moved + limb.slots, with_conditions=with_conditions)) for limb in stated.limbs)
    bearer, manner, decision = stated.bearer, stated.manner, stated.decision
    if bearer is not None and (manner or decision) and not (bearer.manner or bearer.decision):
        bearer = bearer._replace(manner=manner, decision=decision)
        manner, decision = "", None
    return stated._replace(bearer=bearer, manner=manner, decision=decision, leading=(), limbs=limbs)


def _sorted(slots: tuple[SlotNode, ...], *, with_conditions: bool, delayed: bool = False) -> tuple[SlotNode, ...]:
    # `after` alone stands in front: behind a period it would be read as the period's anchor
    kept = [slot for slot in slots if with_conditions or not isinstance(slot, WhenNode)]
    delay = next((slot for slot in kept if isinstance(slot, TimingNode) and slot.kind == "exactly"), None) if delayed else None
    return tuple(sorted(kept, key=lambda slot: -1 if slot is delay else _rank(slot)))  # a delay as in `ceases 30 days after breach`


def _rank(slot: SlotNode) -> float:
    if isinstance(slot, TimingNode):
        if slot.anchor is not None and slot.period is None and slot.kind in ("on", "from"):
            return -2  # right behind the verb of the life of a treaty: `takes effect on breach`
        if slot.kind == "after":
            return -0.5
        if slot.kind == "exactly":
            return 0
    return _ORDER[type(slot)]


def _spelled(node: _Node) -> _Node:
    """The node with its dates in ISO form and its numbers in digits, all the way down."""
    whole: Any = node
    changed: dict[str, object] = {}
    for field, value in zip(whole._fields, whole, strict=True):
        if not isinstance(value, tuple):
            new = iso_date(value) if field == "date" else digits(value) if field in ("count", "number") else value
        elif field == "parts":
            new = tuple((digits(number), _unit(number, unit)) for number, unit in value)
        else:
            new = _spelled(value) if hasattr(value, "_fields") else tuple(map(_all_spelled, value))
        if new is not value:
            changed[field] = new
    return whole._replace(**changed) if changed else node


def _all_spelled(part: object) -> object:
    """As `_spelled`, for a member of a tuple: a node, a word, or a tuple of them."""
    if not isinstance(part, tuple):
        return part
    return _spelled(part) if hasattr(part, "_fields") else tuple(map(_all_spelled, part))


def _unit(number: str, unit: str) -> str:
    """The unit in the number's form: `1 day`, `2 days`. A parameter has none."""
    if not unit:
        return ""
    singular = unit.removesuffix("s")
    return singular if digits(number) == "1" else singular + "s"
