"""A file that is used → what its words stand for there: the values of its parameters, and its own names behind a namespace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from clausekit.model.names import key, singular_of, without_article
from clausekit.modules.declared import Declared, is_numbered
from clausekit.modules.kinds import Known, Value, literal, name_value
from clausekit.modules.template import Template
from clausekit.source import Span
from clausekit.source.volume import Piece, in_file, is_kept
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.machine import HEADING_WORDS
from clausekit.syntax.nodes import ActionNode, BindingNode, ClauseNode, HeadingNode, ParameterNode, TranslatedNode
from clausekit.syntax.phrases import quotation
from clausekit.syntax.substitute import Names

_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Terms(NamedTuple):
    """What the words of a file stand for where it is used. `labels` and `articles` lead to the designations they have there."""

    values: Mapping[str, Value]
    names: Names
    prefix: str
    labels: Mapping[str, str]
    articles: Mapping[str, str]

    def value_of(self, binding: BindingNode, parameter: ParameterNode) -> Value:
        """What a binding that is written in this file gives, in the terms of the treaty."""
        if binding.kind != "name":
            return literal(binding.kind, binding.value)
        wanted = key(binding.value)
        if wanted in self.values:
            return self.values[wanted]
        if parameter.kind == "clause" and wanted in self.labels:
            return name_value(self.labels[wanted])
        return name_value(self.names.written_out(without_article(binding.value))[0])

    def drawn_on(self, binding: BindingNode) -> frozenset[str]:
        """The names of this file that a binding mentions."""
        return self.names.written_out(without_article(binding.value))[1] if binding.kind == "name" else frozenset()


def terms_of_first(values: Mapping[str, Value]) -> Terms:
    """The terms of the file that is read itself: its words are what they are. `values` are those of its parameters, if it has any."""
    return Terms(values, Names({}), "", {}, {})


def terms_of(parameters: Mapping[str, ParameterNode], values: Mapping[str, Value], prefix: str, visible: Declared, known: Known) -> Terms:
    """The terms of a used file, with the values of its parameters, behind a namespace if `prefix` is one. `visible` are the names that it can speak of."""
    meant = {name: value.written for name, value in values.items()}
    for name, parameter in parameters.items():
        singular = singular_of(parameter.name.text) if parameter.kind == "group" else None
        if singular and name in values:
            written = values[name].written
            meant.setdefault(key(singular), singular_of(written) or known.singular(written) or written)
    if not prefix:
        return Terms(values, Names(meant), "", {}, {})
    for form, spelled in visible.names.items():
        meant.setdefault(form, f"{prefix} {spelled}")
    labels = {label: f"{prefix} {spelled}" for label, spelled in visible.labels.items()}
    articles = {name: f"{prefix} {spelled}" for name, spelled in visible.articles.items()}
    return Terms(values, Names(meant), prefix, labels, articles)


def forms_of(parameter: ParameterNode) -> set[str]:
    """The forms in which a file may speak of its parameter."""
    singular = singular_of(parameter.name.text) if parameter.kind == "group" else None
    return {key(parameter.name.text), key(singular)} if singular else {key(parameter.name.text)}


def acts_as_said(used: Template, terms: Terms) -> dict[int, tuple[int, str]]:
    """What to write where an act is declared behind a namespace, by place: nobody `Defence deploys`, so the draft keeps the verb as it was."""
    found: dict[int, tuple[int, str]] = {}
    for item in used.document.items if terms.prefix else ():
        if isinstance(item, ActionNode) and item.display is None and key(item.name.text) in terms.names:
            place = in_file(used.pieces, Span(item.name.start, item.name.end))
            named = terms.names.meant(key(item.name.text))
            found[place.start] = (place.end, f"{named} {quotation(named.removeprefix(terms.prefix).strip())}")
    return found


class Designations:
    """Gives labels, headings and citations of a used file the designations they have in the treaty.

    Articles with numbers are counted by their place there, and so get names. What stands in a value belongs to the file that gave it.
    """

    def __init__(self, used: Template, terms: Terms, pieces: tuple[Piece, ...], stem: str, taken: set[str]) -> None:
        """`stem` is the name of the file; `taken` are the designations of articles that others have, to which these are added."""
        self._terms = terms
        self._pieces = pieces
        self._numbered: dict[str, str] = {}
        self._in_annexes: set[str] = set()
        in_annex = False
        words = " ".join(word for word in _LETTERS.findall(stem) if word.lower() not in HARD | HEADING_WORDS) or "file"
        for item in used.document.items:
            if isinstance(item, HeadingNode):
                in_annex = item.kind == "annex" or (in_annex and item.kind == "article")
                if item.kind == "article" and is_numbered(item) and not in_annex:
                    self._numbered.setdefault(item.designation, _free(f"{terms.prefix} {words}".strip(), item.designation, taken))
        self._annex_open = False

    def __bool__(self) -> bool:
        return bool(self._numbered or self._terms.labels or self._terms.articles)

    def __call__(self, node: Any, made: Any) -> Any:
        """The node as it is to be. Nodes are asked about in the order of the file."""
        if isinstance(node, ClauseNode):
            label = self._terms.labels.get(key(node.label.text)) if node.label is not None else None
            return made if label is None else made._replace(label=made.label._replace(text=label))
        if isinstance(node, HeadingNode):
            self._annex_open = node.kind == "annex" or (self._annex_open and node.kind == "article")
            if node.kind != "article" or self._annex_open:
                return made
            return made._replace(designation=self._article(node.designation))
        if isinstance(node, TranslatedNode):
            return self._translated(node, made)
        if node.instrument is not None or not is_kept(self._pieces, node.end - 1):
            return made
        if node.kind == "clause":
            return made._replace(designation=self._terms.labels.get(key(node.designation), node.designation))
        return made._replace(designation=self._article(node.designation)) if node.kind == "article" else made

    def _translated(self, node: TranslatedNode, made: Any) -> Any:
        """A line of a translation with the designation of what it translates."""
        if node.kind == "clause":
            return made._replace(name=self._terms.labels.get(key(node.name), node.name))
        if node.kind == "article":
            return made._replace(name=self._article(node.name))
        number, of, designation = node.name.partition(" of article ")
        return made._replace(name=f"{number}{of}{self._article(designation)}") if node.kind == "paragraph" and of else made

    def _article(self, designation: str) -> str:
        return self._numbered.get(designation) or self._terms.articles.get(key(designation), designation)


def _free(words: str, designation: str, taken: set[str]) -> str:
    """A name for an article that had a number, which no other article has."""
    number, _, suffix = designation.partition(" ")
    rest = f"{_roman(int(number[:4]))} {suffix}".strip()
    name, again = f"{words} {rest}", 1
    while key(name) in taken:
        again += 1
        name = f"{words} {_roman(again)} {rest}"
    taken.add(key(name))
    return name


def _roman(number: int) -> str:
    """A number that a name can hold: names have no digits of their own."""
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written or "O"
