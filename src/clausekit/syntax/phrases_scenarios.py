"""Nodes of scenarios and expectations → their words, in canonical spelling."""

from __future__ import annotations

from clausekit.syntax.nodes import (
    AssertedNode,
    ClaimNode,
    ExpectNode,
    InForceNode,
    MomentNode,
    ScenarioNode,
    ToldNode,
)
from clausekit.syntax.phrases import actors, atom, definition, event, is_plural, period, quotation, references

ScenarioLine = ScenarioNode | InForceNode | ToldNode | AssertedNode


def scenario_line(node: ScenarioLine) -> str:
    """A scenario's name, or one of its lines, without its full stop."""
    if isinstance(node, ScenarioNode):
        return f"scenario {quotation(node.name)}"
    if isinstance(node, InForceNode):
        return f"in force from {node.date}"
    if isinstance(node, ToldNode):
        what = atom(node.atom)
        return f"on {_moment(node.moment)}: {what} {node.change}".rstrip()
    return f"then on {_moment(node.moment)}: {' and '.join(_claim(claim) for claim in node.claims)}"


def expectation(node: ExpectNode) -> str:
    """What is expected, behind its name; a norm is left to the printer of sentences."""
    if node.complying is None:
        return _expected(node)
    members = node.complying.members
    several = len(members) > 1 or is_plural(members[0].name.text)
    return f"if {actors(node.complying, parted=False)} {'comply' if several else 'complies'}, {_expected(node)}"


def _expected(node: ExpectNode) -> str:
    if node.kind == "always" and node.condition:
        return f"always {definition(node.condition)}"
    if node.kind == "never" and node.event:
        return f"never {event(node.event, commas=False)}" + (f" before {event(node.before, commas=False)}" if node.before else "")
    if node.kind == "possible" and node.condition:
        return f"possible that {definition(node.condition)}" + (f" for {period(node.period)}" if node.period else "")
    if node.kind == "no veto" and node.event and node.actors:
        whoever = actors(node.actors, parted=False)
        if not node.actors.members[0].quantifier:  # `no Party`, though a Party was said
            whoever = whoever.removeprefix("an ").removeprefix("a ")
        return f"no {whoever} alone can prevent {event(node.event, commas=False)}"
    if node.event and node.condition:
        return f"{event(node.event)} only if {definition(node.condition)}"
    return ""


def _moment(node: MomentNode) -> str:
    day = node.date or f"day {node.day}"
    return " ".join(part for part in (day, "at" if node.time else "", node.time, node.zone) if part)


def _claim(node: ClaimNode) -> str:
    subject = references(node.references) if node.references else event(node.event, commas=False) if node.event else ""
    if node.state == "holds":
        return f"{subject} {'not ' if node.negated else ''}holds".strip()
    plural = len(node.references) > 1
    who = f" {node.relation} {actors(node.actors)}" if node.actors else ""
    return f"{subject} {'are' if plural else 'is'} {'not ' if node.negated else ''}{node.state}{who}".strip()
