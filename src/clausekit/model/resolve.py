"""Document → Treaty: declarations first, then sentences, each where its headings put it."""

from __future__ import annotations

from typing import Any

from clausekit.diagnostics import Diagnostic
from clausekit.model.clauses import Clause, Prose, Unread
from clausekit.model.resolve_clauses import ClauseResolver
from clausekit.model.resolve_declarations import EMPTY, Header, declaration, names_only
from clausekit.model.resolve_scenarios import Tests
from clausekit.model.resolve_translations import Translations
from clausekit.model.treaty import Division, Recital, Treaty
from clausekit.model.vocabulary import Vocabulary
from clausekit.syntax.nodes import (
    AssertedNode,
    ClauseNode,
    Document,
    ExpectNode,
    HeaderNode,
    HeadingNode,
    InForceNode,
    ParameterNode,
    RecitalNode,
    ScenarioNode,
    ToldNode,
    TranslatedNode,
    TranslationNode,
    UnreadNode,
    UseNode,
)

_division = Division
_recital = Recital
_unread = Unread
# How deep each heading stands: a heading closes every open division that is not above it.
_DEPTH = {"annex": 0, "part": 1, "chapter": 2, "section": 3, "article": 4}


def resolve(document: Document) -> tuple[Treaty, list[Diagnostic]]:
    """The treaty that a document says, and what in it no treaty can hold.

    Nothing that was read is left out; a value that cannot be (30 February) is reported, and its slot stays empty. Names that nobody declared are kept as
    written: the checks ask about them.
    """
    resolver = ClauseResolver(Vocabulary(names_only(document.items)))
    header = Header(resolver)
    outline = _Outline()
    tests = Tests(resolver)
    translations = Translations()
    fields: dict[str, list[Any]] = {}
    for item in document.in_order():
        if isinstance(item, HeadingNode | ScenarioNode):
            translations.close()
        if isinstance(item, ClauseNode):
            outline.add(resolver.clause(item))
        elif isinstance(item, UnreadNode):
            outline.add(_unread(item.start, item.end, "unread", item.label.text if item.label else None, item.text))
        elif isinstance(item, HeadingNode):
            outline.open(item)
        elif isinstance(item, RecitalNode):
            outline.recitals.append(_recital(item.start, item.end, item.text))
        elif isinstance(item, HeaderNode):
            header.add(item)
        elif isinstance(item, ScenarioNode | InForceNode | ToldNode | AssertedNode | ExpectNode):
            tests.add(item)
        elif isinstance(item, TranslationNode | TranslatedNode):
            translations.add(item)
        elif not isinstance(item, UseNode | ParameterNode):  # what a file uses is put in its place before this
            declared = declaration(item, resolver)
            assert declared is not None
            fields.setdefault(declared[0], []).append(declared[1])
    clauses, divisions = outline.close()
    given = {**header.fields, **{field: tuple(parts) for field, parts in fields.items()}}
    given |= {"recitals": tuple(outline.recitals), "clauses": clauses, "divisions": divisions}
    given |= {"scenarios": tests.scenarios(), "expectations": tuple(tests.expectations)}
    start, end = (document.items[0].start, document.items[-1].end) if document.items else (0, 0)
    treaty = EMPTY._replace(start=start, end=end, **given)
    return treaty._replace(translations=translations.of(treaty)), resolver.diagnostics


class _Open:
    """A division being filled."""

    __slots__ = ("clauses", "divisions", "node")

    def __init__(self, node: HeadingNode | None) -> None:
        self.node = node
        self.clauses: list[Clause] = []
        self.divisions: list[Division] = []


class _Outline:
    """The divisions as they open and close."""

    def __init__(self) -> None:
        self.recitals: list[Recital] = []
        self._root = _Open(None)
        self._open = [self._root]
        self._in_preamble = False

    def open(self, node: HeadingNode) -> None:
        self._in_preamble = node.kind == "preamble"
        if self._in_preamble:
            return
        depth = _DEPTH[node.kind]
        while len(self._open) > 1 and _depth(self._open[-1]) >= depth and not (depth == 0 and len(self._open) == 1):
            self._shut()
        self._open.append(_Open(node))

    def add(self, clause: Clause) -> None:
        if self._in_preamble and isinstance(clause, Prose) and clause.label is None and not clause.source:
            place = clause.span or (0, 0)
            self.recitals.append(_recital(*place, clause.text))
        else:
            self._open[-1].clauses.append(clause)

    def close(self) -> tuple[tuple[Clause, ...], tuple[Division, ...]]:
        while len(self._open) > 1:
            self._shut()
        return tuple(self._root.clauses), tuple(self._root.divisions)

    def _shut(self) -> None:
        shut = self._open.pop()
        node = shut.node
        assert node is not None
        end = shut.divisions[-1].span.end if shut.divisions else shut.clauses[-1].span.end if shut.clauses else node.end  # type: ignore[union-attr]
        made = _division(node.start, end, node.kind, node.designation, node.title, tuple(shut.clauses), tuple(shut.divisions))
        self._open[-1].divisions.append(made)


def _depth(opened: _Open) -> int:
    assert opened.node is not None
    return _DEPTH[opened.node.kind]
