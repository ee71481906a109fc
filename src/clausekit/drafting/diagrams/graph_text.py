"""The graph of clauses → the text that Mermaid and Graphviz draw it from."""

from __future__ import annotations

from clausekit.drafting.diagrams.clause_graph import Graph, Node
from clausekit.report.legible import shorten

_MOST = 90
_MERMAID_BOXES = {"clause": ('["', '"]'), "event": ('(["', '"])'), "whole": ('[["', '"]]')}
_MERMAID_LINES = {"triggers": "-->", "failing": "-.->", "refers": "-.-o", "guarantees": "==>"}
_DOT_BOXES = {"clause": "shape=box", "event": 'shape=box, style="rounded"', "whole": "shape=box, peripheries=2"}
_DOT_LINES = {
    "triggers": "", "failing": "style=dashed", "refers": "style=dotted, arrowhead=vee", "guarantees": "style=bold, arrowhead=odiamond",
}  # fmt: skip


def mermaid(graph: Graph, words: dict[str, str]) -> str:
    """The graph as a Mermaid flowchart. What a line says stands on it."""
    names = _names(graph)
    lines = ["flowchart LR"]
    for node in graph.nodes:
        begins, ends = _MERMAID_BOXES[node.form]
        lines.append(f"    {names[node.name]}{begins}{'<br>'.join(_entities(part) for part in _parts(node))}{ends}")
    lines += [f'    {names[edge.source]} {_MERMAID_LINES[edge.kind]}|"{_entities(words[edge.kind])}"| {names[edge.target]}' for edge in graph.edges]
    return "\n".join(lines) + "\n"


def dot(graph: Graph, words: dict[str, str]) -> str:
    """The graph in the DOT language of Graphviz."""
    names = _names(graph)
    lines = ["digraph treaty {", "    rankdir=LR;", '    node [fontname="Helvetica", fontsize=10];', '    edge [fontname="Helvetica", fontsize=9];']
    for node in graph.nodes:
        label = "\\n".join(_quoted(part) for part in _parts(node))
        lines.append(f'    {names[node.name]} [label="{label}", {_DOT_BOXES[node.form]}];')
    for edge in graph.edges:
        style = f", {_DOT_LINES[edge.kind]}" if _DOT_LINES[edge.kind] else ""
        lines.append(f'    {names[edge.source]} -> {names[edge.target]} [label="{_quoted(words[edge.kind])}"{style}];')
    return "\n".join([*lines, "}"]) + "\n"


def _names(graph: Graph) -> dict[str, str]:
    """Names that every reader takes: a letter and a number."""
    return {node.name: f"n{number}" for number, node in enumerate(graph.nodes, 1)}


def _parts(node: Node) -> list[str]:
    return [shorten(" ".join(part.split()), _MOST) for part in (node.heading, node.text) if part]


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _entities(text: str) -> str:
    """What Mermaid would take for its own signs, or for a tag, by its number."""
    return "".join(character if character.isalnum() or character in " ,.'’-()" or ord(character) > 127 else f"#{ord(character)};" for character in text)
