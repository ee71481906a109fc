"""Published models → the modules of named tuples that the rooms work with: `python -m clausekit.model.published.records` writes them.

The models are the one definition of every part. A test holds the generated modules to it.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

_HERE = Path(__file__).parent
MODULES = ("amounts", "terms", "qualifiers", "life", "clauses", "declarations", "scenarios", "translations", "treaty")
_LITERALS = (
    "Bound",
    "Preposition",
    "Quantifier",
    "ShareName",
    "Unit",
    "Modal",
    "ActorRole",
    "DivisionKind",
    "FormulaKind",
    "LifeVerb",
    "RuleConditionKind",
    "TimingKind",
    "MannerKind",
    "RecordKind",
    "ClaimState",
    "ExpectationKind",
    "TranslatedKind",
)
_HEAD = '''"""{doc}

Generated from `clausekit.model.published.{module}`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

'''
_EQUALITY = """
    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
"""


def generate(module: str) -> str:
    """The text of the module of named tuples for a module of models."""
    tree = ast.parse((_HERE / f"{module}.py").read_text(encoding="utf-8"))
    doc = ast.get_docstring(tree) or ""
    blocks: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            blocks.append(_class(node))
        elif isinstance(node, ast.Assign):
            target = node.targets[0]
            assert isinstance(target, ast.Name)
            blocks.append(f"{target.id} = {_annotation(node.value)}\n")
    body = "\n\n".join(blocks)
    return _HEAD.format(doc=doc.splitlines()[0], module=module) + _imports(tree, body) + "\n\n" + body


def _class(node: ast.ClassDef) -> str:
    fields = [item for item in node.body if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)]
    lines = [f"class {node.name}(NamedTuple):", f'    """{(ast.get_docstring(node) or "").splitlines()[0]}"""', "", "    start: int", "    end: int"]
    for item in fields:
        assert isinstance(item.target, ast.Name)
        hides = "  # type: ignore[assignment]  # hides a method of tuples" if item.target.id in ("count", "index") else ""
        lines.append(f"    {item.target.id}: {_annotation(item.annotation)}{hides}")
    return "\n".join(lines) + "\n" + _EQUALITY


def _annotation(node: ast.expr) -> str:
    """A type without Pydantic's constraints."""
    text = ast.unparse(_bare(node)).replace("'", '"')
    text = re.sub(rf"\b(Name|Text|{'|'.join(_LITERALS)})\b", "str", text)
    text = re.sub(r"Literal\[[^\]]*,[^\]]*\]", "str", text)  # a closed list of words is checked where treaties come in; inside, a word is a word
    return text.replace("str | str", "str")


def _bare(node: ast.expr) -> ast.expr:
    class Unwrap(ast.NodeTransformer):
        def visit_Subscript(self, subscript: ast.Subscript) -> ast.expr:
            self.generic_visit(subscript)
            if isinstance(subscript.value, ast.Name) and subscript.value.id == "Annotated":
                assert isinstance(subscript.slice, ast.Tuple)
                return subscript.slice.elts[0]
            return subscript

    unwrapped: ast.expr = Unwrap().visit(node)
    return unwrapped


def _imports(tree: ast.Module, body: str) -> str:
    lines = []
    for name, line in (("date", "from datetime import date"), ("Decimal", "from decimal import Decimal")):
        if re.search(rf"\b{name}\b", body):
            lines.append(line)
    if "Literal[" in body:
        lines.append("from typing import Literal")
    lines += [""] if lines else []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("clausekit.model") and not node.module.endswith(".part"):
            used = [alias.name for alias in node.names if re.search(rf"\b{alias.name}\b", body)]
            if used:
                lines.append(f"from {node.module.replace('.published', '')} import {', '.join(used)}")
    lines += ["from clausekit.named_tuples import NamedTuple", "from clausekit.source import Span"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the generated modules."""
    for module in MODULES:
        (_HERE.parent / f"{module}.py").write_text(generate(module), encoding="utf-8")


if __name__ == "__main__":
    main()
