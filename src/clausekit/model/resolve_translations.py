"""Nodes of translations → what a treaty says in other languages, each name spelled as the treaty spells it."""

from __future__ import annotations

from clausekit.model.citations import Citations
from clausekit.model.languages import code_of
from clausekit.model.names import key
from clausekit.model.translations import Form, Translated, Translation
from clausekit.model.treaty import Division, Treaty
from clausekit.syntax.nodes import TranslatedNode, TranslationNode

_form = Form
_translated = Translated
_translation = Translation
# The kinds that one kind of declaration answers to: whoever acts may be called a party, whatever the role is that declared it.
ACTOR_KINDS = ("party", "guarantor", "state", "signatory", "organ", "class")
_OF_ARTICLE = " of article "
_DECLARED = (
    ("actors", ACTOR_KINDS), ("groups", ("group",)), ("bodies", ("body",)), ("zones", ("zone",)), ("terms", ("term",)), ("actions", ("action",)),
    ("events", ("event",)), ("statuses", ("status",)), ("measures", ("measure",)), ("rules", ("rule",)), ("instruments", ("instrument",)),
)  # fmt: skip


class Translations:
    """Gathers what one treaty says in each language. Lines before any language belong to one without a name."""

    def __init__(self) -> None:
        """Begin with no language."""
        self._current = ""
        self._found: dict[str, Translation] = {}

    def add(self, node: TranslationNode | TranslatedNode) -> None:
        """Take the head of a translation in, or one of its lines."""
        if isinstance(node, TranslationNode):
            self._current = code_of(node.language)
            self._found.setdefault(self._current, _translation(node.start, node.end, self._current, ()))
            return
        forms = tuple(_form(form.start, form.end, form.name, form.text or "") for form in node.forms)
        line = _translated(node.start, node.end, node.kind, node.name, node.text, node.noun or "", node.meaning or "", forms)
        begun = self._found.setdefault(self._current, _translation(node.start, node.end, self._current, ()))
        self._found[self._current] = begun._replace(end=max(begun.end, node.end), entries=(*begun.entries, line))

    def close(self) -> None:
        """End the translation that is open: a heading or a scenario begins."""
        self._current = ""

    def of(self, treaty: Treaty) -> tuple[Translation, ...]:
        """What was gathered, with the names that `treaty` declares as it declares them."""
        if not self._found:
            return ()
        spelled = _Spelled(treaty)
        return tuple(each._replace(entries=tuple(spelled.line(line) for line in each.entries)) for each in self._found.values())


class _Spelled:
    """The declared names of a treaty by the kinds of lines that may translate them. Articles with a name are known by their number too."""

    def __init__(self, treaty: Treaty) -> None:
        self._citations = Citations(treaty)
        self._known: dict[tuple[str, str], tuple[str, str]] = {}
        for field, kinds in _DECLARED:
            for part in getattr(treaty, field):
                declared = part.role if field == "actors" else kinds[0]
                for kind in kinds:
                    self._known.setdefault((kind, key(part.name)), (declared, part.name))
        for measure in treaty.measures:
            for level in measure.levels:
                self._known.setdefault(("level", key(level)), ("level", level))
        for clause in treaty.clauses:
            self._labelled(clause.label)
        for division in treaty.divisions:
            self._division(division)

    def line(self, line: Translated) -> Translated:
        kind, name = self._known.get((line.kind, key(line.name)), (line.kind, line.name))
        if kind == "article":
            name = self._article(name)
        elif kind == "paragraph" and _OF_ARTICLE in name:
            number, _, article = name.partition(_OF_ARTICLE)
            name = f"{number}{_OF_ARTICLE}{self._article(article)}"
        return line if (kind, name) == (line.kind, line.name) else line._replace(kind=kind, name=name)

    def _article(self, written: str) -> str:
        article = self._citations.article(written)
        return written if article is None else article.designation

    def _division(self, division: Division) -> None:
        self._known.setdefault((division.kind, key(division.designation)), (division.kind, division.designation))
        for clause in division.clauses:
            self._labelled(clause.label)
        for inner in division.divisions:
            self._division(inner)

    def _labelled(self, label: str | None) -> None:
        if label is not None:
            self._known.setdefault(("clause", key(label)), ("clause", label))
