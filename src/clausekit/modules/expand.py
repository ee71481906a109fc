"""Document and the places where files are looked for → one Document, with every file it uses put in its place.

What cannot be put there is told once, at the sentence that asks for it. Every place of the result is a place in one volume of all the texts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from clausekit.diagnostics import Diagnostic, Label, Rule, report
from clausekit.model.names import key, without_article
from clausekit.modules import rules
from clausekit.modules.alone import declaration_of
from clausekit.modules.bindings import given
from clausekit.modules.declared import Declared
from clausekit.modules.duplicates import settled
from clausekit.modules.kinds import Known
from clausekit.modules.shelves import Standing, Unfound, UsedFile, find, packaged, shelf_of
from clausekit.modules.template import Template, template, values_alone
from clausekit.modules.terms import Designations, Terms, acts_as_said, forms_of, terms_of, terms_of_first
from clausekit.source import Source, Span
from clausekit.source.files import UnreadableFileError, source_of
from clausekit.source.volume import Binder, Volume
from clausekit.syntax.nodes import ClauseNode, Comment, Document, EntryNode, HeadingNode, ItemNode, ParameterNode, UnreadNode, UseNode
from clausekit.syntax.parser import LONGEST_TEXT, parse
from clausekit.syntax.placed import moved
from clausekit.syntax.substitute import Names, Rewritten, rewritten

# Files that use files that use files: three or four levels are a library; more than twenty were not made by hand.
MOST_DEEP = 20
# A treaty of a thousand Articles, each from a file of its own, would be the longest ever made.
MOST_USES = 1000


class Roots(NamedTuple):
    """Where files are looked for: the folder of the file that is read, as the user named it (None for a text that stands in no folder), and libraries."""

    folder: str | None
    libraries: tuple[str, ...] = ()


class Expansion(NamedTuple):
    """A document with everything it uses, the volume that its places are in, and what was found on the way.

    `whole` says that nothing is missing. `stand_ins` are the places of declarations that stand for parameters of the first file.
    """

    document: Document
    volume: Volume
    found: list[Diagnostic]
    whole: bool
    stand_ins: frozenset[Span]


def expand(source: Source, roots: Roots) -> Expansion:
    """The document that `source` says with all that it uses. Never raises for what a drafter wrote."""
    first = template(source)
    reader = _Reader(first, roots)
    return reader.expansion()


class _Reader:
    """Puts files in their places, for one treaty."""

    def __init__(self, first: Template, roots: Roots) -> None:
        self._first = first
        self._shelves = (*map(shelf_of, roots.libraries), packaged())
        self._standing = None if roots.folder is None else Standing(shelf_of(roots.folder), ())
        self._binder = Binder()
        self._read: dict[str, Template | UnreadableFileError] = {}
        self._paths: dict[str, str] = {}  # of used files, by their names in findings
        self._visible: dict[str, Declared] = {}
        self._known: Known | None = None
        self._taken: set[str] = set()
        self._uses = 0
        self._stopped = False
        self._whole = True
        self.found: list[Diagnostic] = []

    def expansion(self) -> Expansion:
        first = self._first
        self._binder.add(first.source, first.text, first.pieces, None)
        self.found += first.found
        self._repeated(first, 0, None)
        terms = terms_of_first(values_alone(first.parameters))
        self._taken |= set(first.declared.articles)
        items = self._spliced(first.document.in_order(), terms, self._standing, (self._place_of_first(),), None)
        unused = self._unused_alone()
        stand_ins = [(item, declaration_of(item)) for item in items if isinstance(item, ParameterNode) and key(item.name.text) not in unused]
        ready = {id(item): made for item, made in stand_ins}
        items = [made for item in items if (made := ready.get(id(item), item)) is not None and not isinstance(made, ParameterNode)]
        volume = self._binder.bound()
        items, duplicates = settled(items, volume, self._paths)
        self.found += duplicates
        places = frozenset(Span(item.start, item.end) for item, _ in stand_ins)
        whole = self._whole and not first.parameters
        return Expansion(_document(items, first.document.comments), volume, self.found, whole, places)

    def _place_of_first(self) -> str:
        """Where the first file really is, to know it again in a circle."""
        return os.path.realpath(self._first.source.name) if self._standing is not None else ""

    # ------------------------------------------------------------ items in their places

    def _spliced(self, items: Iterable[EntryNode], terms: Terms, standing: Standing | None, circle: tuple[str, ...], used_at: Span | None) -> list[EntryNode]:
        """Items, with what they use in its place."""
        made: list[EntryNode] = []
        opened: UseNode | None = None  # the last use that brought headings, with none behind it
        for item in items:
            if isinstance(item, UseNode):
                brought = self._used(item, terms, standing, circle, used_at or Span(item.start, item.end))
                before = next((each for each in brought if isinstance(each, ClauseNode | HeadingNode)), None)
                if opened is not None and isinstance(before, ClauseNode):
                    self._swallowed(opened, before)
                opened = item if any(isinstance(each, HeadingNode) for each in brought) else opened
                made += brought
                continue
            if isinstance(item, HeadingNode):
                opened = None
            elif opened is not None and isinstance(item, ClauseNode):
                self._swallowed(opened, item)
                opened = None
            made.append(item)
        return made

    def _used(self, use: UseNode, terms: Terms, standing: Standing | None, circle: tuple[str, ...], used_at: Span) -> list[EntryNode]:
        """The items that a `use` sentence brings; none, and a finding, where that cannot be."""
        file = self._found(use, standing, circle)
        used = self._file(use, file) if file is not None else None
        if file is None or used is None:
            self._whole = False
            return []
        values = given(use, used.parameters, terms, self._known_names(), self.found)
        if values is None:
            self._whole = False
            return []
        prefix = " ".join(filter(None, (terms.prefix, use.namespace.text if use.namespace else "")))
        visible = self._names_of(used, file.place, file.standing, 0) if prefix else used.declared
        own = terms_of(used.parameters, values, prefix, visible, self._known_names())
        return self._placed(use, file, used, own, (*circle, file.place), used_at)

    def _placed(self, use: UseNode, file: UsedFile, used: Template, terms: Terms, circle: tuple[str, ...], used_at: Span) -> list[EntryNode]:
        acts = acts_as_said(used, terms)
        if terms.names or acts:
            text, pieces, drawn_on = rewritten(used.raw, terms.names, used.outline, Names(used.declared.names), acts)
            document, found = parse(Source(text, used.source.name))
        else:
            text, pieces, drawn_on = Rewritten(used.text, used.pieces, frozenset())
            document, found = used.document, used.found
        if self._binder.length + len(text) > LONGEST_TEXT:
            self._stop(use, f"with `{use.path}` the treaty has more than {LONGEST_TEXT:,} characters", "use fewer or shorter files")
            return []
        base = self._binder.add(used.source, text, pieces, used_at)
        self.found += [_moved_finding(each, base) for each in found]
        self._repeated(used, base, use)
        self._unused(use, terms, drawn_on, document, base)
        stem = file.path.rpartition("/")[2]
        designations = Designations(used, terms, pieces, stem, self._taken)
        items = [moved(item, base, designations or None) for item in document.in_order() if not isinstance(item, ParameterNode)]
        return self._spliced(items, terms, file.standing, circle, used_at)

    # ------------------------------------------------------------ files

    def _found(self, use: UseNode, standing: Standing | None, circle: tuple[str, ...]) -> UsedFile | None:
        """The file that a sentence asks for, if it can be used there."""
        if self._stopped:
            return None
        if len(circle) > MOST_DEEP:
            self._stop(use, f"files use files here, {MOST_DEEP} deep", "put what is used in fewer files")
            return None
        self._uses += 1
        if self._uses > MOST_USES:
            self._stop(use, f"more than {MOST_USES:,} files are used", "use fewer files; what is said over and over can stand in one")
            return None
        file = find(use.path, standing, self._shelves)
        if isinstance(file, UsedFile):
            if file.place not in circle:
                return file
            self._tell(rules.CIRCULAR_USE, use, f"`{use.path}` {self._circle(circle, file)}", "takes in itself", "put what both need into a third file")
        elif file.reach:
            help_ = "keep the files of a treaty below its folder, or name a folder of your own with `--library`"
            self._tell(rules.FILE_OUT_OF_REACH, use, f"`{use.path}` cannot be used: {file.why}", "leads elsewhere", help_)
        else:
            why = f": {file.why}" if file.why else ""
            self._tell(rules.UNKNOWN_FILE, use, f"there is no file `{use.path}` to be used{why}", "not found", _where_to_look(file, standing))
        return None

    def _file(self, use: UseNode, file: UsedFile) -> Template | None:
        """What is known of a file; None, and a finding, where it cannot be read."""
        used = self._opened(file)
        if isinstance(used, Template):
            return used
        self._tell(rules.UNREADABLE_USED_FILE, use, f"`{use.path}` cannot be used: {used.reason}", "cannot be read", "mend that file, or use another")
        return None

    def _opened(self, file: UsedFile) -> Template | UnreadableFileError:
        if file.place not in self._read:
            self._paths[file.name] = file.path
            try:
                self._read[file.place] = template(source_of(file.place, file.name))
            except UnreadableFileError as problem:
                self._read[file.place] = problem
        return self._read[file.place]

    def _names_of(self, used: Template, place: str, standing: Standing | None, depth: int) -> Declared:
        """The names that a file can speak of: its own, and those of the files it uses, behind their namespaces."""
        if place in self._visible:
            return self._visible[place]
        found = self._visible[place] = Declared(dict(used.declared.names), dict(used.declared.labels), dict(used.declared.articles))
        for use in used.uses() if depth < MOST_DEEP else ():
            file = find(use.path, standing, self._shelves)
            inner = self._opened(file) if isinstance(file, UsedFile) else None
            if isinstance(file, UsedFile) and isinstance(inner, Template):
                prefix = f"{use.namespace.text} " if use.namespace else ""
                for ours, theirs in zip(found, self._names_of(inner, file.place, file.standing, depth + 1), strict=True):
                    _take_over(ours, theirs, prefix)
        return found

    def _known_names(self) -> Known:
        """What the first file declares, and what it may call by the names of files that it uses."""
        if self._known is None:
            visible = self._names_of(self._first, self._place_of_first(), self._standing, 0)
            own = self._first.declared
            elsewhere = (set(visible.names) - set(own.names)) | (set(visible.labels) - set(own.labels))
            parameters = [made for each in self._first.parameters.values() if (made := declaration_of(each)) is not None]
            self._known = Known(Document((*self._first.document.items, *parameters), ()), frozenset(elsewhere))
        return self._known

    # ------------------------------------------------------------ saying

    def _circle(self, circle: tuple[str, ...], file: UsedFile) -> str:
        """How a file comes to use itself."""
        between = (self._read.get(place) for place in circle[circle.index(file.place) + 1 :])
        names = [f"`{self._paths[each.source.name]}`" for each in between if isinstance(each, Template)]
        return f"leads back to itself, by way of {' and '.join(names)}" if names else "uses itself"

    def _repeated(self, used: Template, base: int, use: UseNode | None) -> None:
        """Parameters that a file declares twice."""
        for each in used.repeated:
            first = used.parameters[key(each.name.text)]
            labels = [Label(Span(base + part.start, base + part.end), words) for part, words in ((each, "declared again"), (first, "declared here"))]
            at_use = [Label(Span(use.start, use.end), "used here")] if use is not None else []
            self.found.append(report(rules.PARAMETER_TWICE, f"the parameter `{each.name.text}` is declared twice", *at_use, *labels, help="strike one of them"))

    def _unused(self, use: UseNode, terms: Terms, drawn_on: frozenset[str], document: Document, base: int) -> None:
        """Parameters of a used file that nothing in it draws on."""
        if not terms.values:
            return
        inner = [binding for item in document.items if isinstance(item, UseNode) for binding in item.bindings]
        mentioned = drawn_on.union(*(terms.drawn_on(binding) for binding in inner), *({key(binding.value)} for binding in inner))
        for item in document.items:
            if isinstance(item, ParameterNode) and forms_of(item).isdisjoint(mentioned):
                bound = next((each for each in use.bindings if key(each.name.text) == key(item.name.text)), None)
                said = bound or use
                label = Label(Span(said.start, said.end), "changes nothing")
                declared = Label(Span(base + item.start, base + item.end), "declared here")
                message = f"`{use.path}` has a parameter `{item.name.text}` that nothing in it draws on"
                help_ = "strike the parameter there, or say in that file what depends on it"
                self.found.append(report(rules.UNUSED_PARAMETER, message, label, declared, help=help_))

    def _unused_alone(self) -> set[str]:
        """The parameters of the first file that nothing in it draws on, which are told."""
        first = self._first
        if not first.parameters:
            return set()
        names = Names({form: form for each in first.parameters.values() for form in forms_of(each)})
        bindings = [binding for use in first.uses() for binding in use.bindings if binding.kind == "name"]
        mentioned = rewritten(first.raw, names, first.outline, Names(first.declared.names)).found.union(
            *(names.written_out(without_article(each.value))[1] for each in bindings)
        )
        unused = {name: each for name, each in first.parameters.items() if forms_of(each).isdisjoint(mentioned)}
        for each in unused.values():
            message = f"nothing in this file draws on the parameter `{each.name.text}`"
            label = Label(Span(each.start, each.end), "changes nothing")
            self.found.append(report(rules.UNUSED_PARAMETER, message, label, help="strike it, or write its name where its value belongs"))
        return set(unused)

    def _swallowed(self, use: UseNode, clause: ClauseNode) -> None:
        message = f"`{use.path}` has Articles of its own, and would take the sentence behind it into the last of them"
        place = Label(Span(clause.start, clause.end), "in which Article does this stand?")
        self._tell(rules.ARTICLES_AMONG_SENTENCES, use, message, "opens Articles", "use it before a heading, or at the end of the file", place)

    def _stop(self, use: UseNode, message: str, help_: str) -> None:
        """Go no further: what follows would cost without end."""
        self._tell(rules.TOO_MANY_FILES, use, message, "nothing is used from here on", help_)
        self._stopped, self._whole = True, False

    def _tell(self, rule: Rule, use: UseNode, message: str, label: str, help_: str, *others: Label) -> None:
        self.found.append(report(rule, message, Label(Span(use.start, use.end), label), *others, help=help_))


def _document(entries: Iterable[EntryNode], comments: tuple[Comment, ...]) -> Document:
    """A document with these entries, in their order."""
    items: list[ItemNode] = []
    unread: list[UnreadNode] = []
    for entry in entries:
        if isinstance(entry, UnreadNode):
            unread.append(entry._replace(before=len(items)))
        else:
            items.append(entry)
    return Document(tuple(items), comments, tuple(unread))


def _take_over(ours: dict[str, str], theirs: Mapping[str, str], prefix: str) -> None:
    for form, spelled in list(theirs.items()):  # in a circle, the names of a file are added to themselves
        if form == key(spelled):
            ours.setdefault(key(prefix + spelled), prefix + spelled)
        elif not prefix:
            ours.setdefault(form, spelled)


def _where_to_look(file: Unfound, standing: Standing | None) -> str:
    if file.near:
        return f"did you mean `{file.near}`?"
    if standing is None:
        return "a text that stands in no folder can use libraries only; name the folder of yours with `--library`"
    return "paths are counted from the folder of the file that uses them, or from a folder named with `--library`"


def _moved_finding(each: Diagnostic, by: int) -> Diagnostic:
    labels = tuple(label if label.span is None else label._replace(span=Span(label.span.start + by, label.span.end + by)) for label in each.labels)
    return each._replace(labels=labels, fix=None)
