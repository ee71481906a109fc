"""Nodes of the life of a treaty, of recognition, records and rules → their words, in canonical spelling."""

from __future__ import annotations

from clausekit.syntax.nodes import ApplicationNode, CriterionNode, DeclaredNode, RecordNode, RuleConditionNode, RuleNode, RuleStepNode, TimingNode
from clausekit.syntax.phrases import (
    actor,
    actors,
    bearer,
    condition,
    decision,
    definition,
    event,
    is_plural,
    joined,
    period,
    quantity,
    quotation,
    references,
    role,
    share,
    slots,
    sourced,
    timing,
)

_PLURAL = {
    "enters": "enter", "takes": "take", "is": "are", "does": "do", "applies": "apply", "ceases": "cease", "resumes": "resume", "lapses": "lapse",
    "remains": "remain", "survives": "survive", "prevails": "prevail", "replaces": "replace", "incorporates": "incorporate", "implements": "implement",
    "counts": "count", "declares": "declare", "recognises": "recognise", "reaffirms": "reaffirm", "confirms": "confirm", "acknowledges": "acknowledge",
}  # fmt: skip
# Verbs that a sentence can begin with: it then speaks of the treaty.
_ALONE = frozenset({"enters into force", "remains in force", "applies provisionally", "is renewed"})
# Those behind which a bare `30 days after …` can stand.
DELAYED = _ALONE | {
    "takes effect", "is deferred", "does not apply", "applies again", "applies only", "applies", "ceases", "resumes", "lapses", "is suspended", "is terminated",
}  # fmt: skip
_ACTS_IN_THE_PLURAL = frozenset({"replaces", "incorporates", "implements"})


def agreeing(verb: str, *, plural: bool) -> str:
    """A verb in the number of its subject."""
    first, space, rest = verb.partition(" ")
    return f"{_PLURAL.get(first, first)}{space}{rest}" if plural else verb


def application(node: ApplicationNode, *, following: bool = False, opened: bool = False) -> str:
    """A sentence about the life of the treaty or of a clause.

    `following` another one, its subject holds no comma, and it may go on: `…, renewed for 5 years`. Behind an opening (`opened`), the plural of some verbs
    would be read as an act: `if breach, replace article 5`.
    """
    head = "renewed" if following and renews(node) else f"{_subject(node, commas=not following)} {_verb(node, following=following, opened=opened)}".strip()
    parts = [head, *_complement(node), *(role(each) for each in node.roles)]
    rest = node.slots
    early = _early(node)
    parts += [timing(slot).removeprefix("exactly ") for slot in early]
    if node.invited_by:
        parts.append(f"invited by {bearer(node.invited_by)}")
    return " ".join(parts) + slots(rest[len(early) :]) + sourced(node)


def renews(node: ApplicationNode) -> bool:
    """Whether a sentence can go on for the one before it: `…, renewed for 5 years`."""
    if node.verb != "is renewed" or node.references or node.subject or node.event or _early(node):
        return False
    first = node.roles[0].preposition if node.roles else node.slots[0].kind if node.slots and isinstance(node.slots[0], TimingNode) else ""
    return first == "for"


def _early(node: ApplicationNode) -> tuple[TimingNode, ...]:
    """The times that stand right behind the verb: `on`, `from`, and, of some verbs, how long after."""
    first = tuple(slot for slot in node.slots[:1] if isinstance(slot, TimingNode) and _is_on(slot))
    following = node.slots[len(first) : len(first) + 1]
    return first + tuple(slot for slot in following if isinstance(slot, TimingNode) and slot.kind == "exactly" and node.verb in DELAYED)


def _is_on(slot: TimingNode) -> bool:
    return slot.kind in ("on", "from") and slot.anchor is not None and slot.period is None


def _subject(node: ApplicationNode, *, commas: bool) -> str:
    if node.references:
        return references(node.references, commas=commas)
    if node.subject:
        return actors(node.subject, commas=commas, parted=False) + (f" to {references(node.targets)}" if node.verb == "is adopted by" and node.targets else "")
    if node.event:
        return event(node.event, commas=commas)
    speaks_for_itself = node.verb in _ALONE or node.verb.startswith(("is extended", "is open"))
    return "" if speaks_for_itself else "this treaty"


def _verb(node: ApplicationNode, *, following: bool, opened: bool) -> str:
    if not (following or node.references or node.subject or node.event) and node.verb.startswith("is open"):
        return node.verb.removeprefix("is ")
    if node.references:
        plural = len(node.references) > 1
    elif node.subject:
        last = node.subject.members[-1]
        plural = len(node.subject.members) > 1 or (not last.quantifier and is_plural(last.name.text)) or node.verb == "is adopted by"
    else:
        plural = node.event is not None and is_plural(node.event.name.text)
    return agreeing(node.verb, plural=plural and not (opened and not node.references and node.verb in _ACTS_IN_THE_PLURAL))


def _complement(node: ApplicationNode) -> list[str]:
    parts = [node.bound, period(node.period) if node.period else ""]
    if node.verb != "is adopted by":
        parts.append(references(node.targets))
    parts += [node.target.text if node.target else "", event(node.counted) if node.counted else "", quantity(node.quantity) if node.quantity else ""]
    parts += [decision(node.decision) if node.decision else "", f"and bind {node.binds.replace('parties', 'Parties')}" if node.binds else ""]
    return [part for part in parts if part]


# ---------------------------------------------------------------- what is recognised and put on record


def declared(node: DeclaredNode) -> str:
    """A sentence that recognises a state of affairs, or what counts as what."""
    members = node.bearer.actors.members
    plural = len(members) > 1 or members[0].quantifier in ("at least", "at most", "exactly", "majority", "fraction", "percent")
    plural = plural or (not members[0].quantifier and is_plural(members[0].name.text))
    if node.condition:
        what = condition(node.condition)
    else:
        assert node.event is not None
        assert node.counted is not None
        counts = "counts as" if not node.negated else "does not count as"
        what = f"{event(node.event)} {counts} {event(node.counted)}"
    return f"{bearer(node.bearer)} {agreeing(node.verb, plural=plural)} that {what}{slots(node.slots)}{sourced(node)}"


def record(node: RecordNode) -> str:
    """A reservation, objection, acceptance, understanding or declaration of one State."""
    text = f"{node.kind} by {actors(node.by)}"
    if node.references:
        text += f" to {references(node.references)}"
    elif node.reservation_by:
        text += f" to the reservation by {actors(node.reservation_by)}"
    text += " opposing entry into force" if node.opposing else ""
    return text + (": excluded" if node.excluded else f": {quotation(node.text)}" if node.text else "") + sourced(node)


# ---------------------------------------------------------------- rules and criteria


def rule(node: RuleNode) -> str:
    """What a decision rule means, step by step."""
    return ", failing which ".join(_step(step) for step in node.steps)


def _step(node: RuleStepNode) -> str:
    text = f"after {period(node.after)} " if node.after else ""
    for number, each in enumerate(node.conditions):
        words = _rule_condition(each)
        text += words if not number else f" together with {words}" if each.kind == "vote" else f", {words}"
    return text


def _rule_condition(node: RuleConditionNode) -> str:
    named = joined([actor(each) for each in node.actors])
    limit = f" within {period(node.within)}" if node.within else ""
    if node.kind == "vote" and node.vote:
        return decision(node.vote)
    if node.kind == "silence" and node.vote:
        return f"unless rejected by {decision(node.vote)}{limit}"
    if node.kind == "quorum":
        return f"with a quorum of {decision(node.vote) if node.vote else node.number}"
    if node.kind == "having" and node.share:
        return f"having {share(node.share)}"
    return f"without objection by {named}{limit}" if node.kind == "veto" else f"{node.kind} {named}"


def criterion(node: CriterionNode) -> str:
    """What makes a member of a group."""
    what = f"that {quotation(node.text)}" if node.text is not None else f"whose {definition(node.condition)}" if node.condition else ""
    if node.after:
        what = f"after {event(node.after, commas=False)}"
    return f"each {node.base.text} {what}" + (f" {node.relation} {node.date}" if node.relation else "")
