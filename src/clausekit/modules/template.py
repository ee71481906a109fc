"""Source of a file that others may use → what is known of it before anybody does: its parameters, its names, the files it uses in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from clausekit.diagnostics import Diagnostic
from clausekit.model.names import key
from clausekit.modules.alone import sober
from clausekit.modules.declared import Declared, declared_in
from clausekit.modules.kinds import WRITTEN_OUT, Value
from clausekit.source import Source, Span
from clausekit.source.volume import Piece
from clausekit.syntax.machine import HEADING_WORDS
from clausekit.syntax.nodes import Document, Name, ParameterNode, UseNode
from clausekit.syntax.parser import parse
from clausekit.syntax.substitute import Names, Outline, rewritten
from clausekit.syntax.words import QUOTATION_MARKS, RawWords, cut

# What stands before a sentence: the full stop of the one before it, or the title of a heading.
_ENDING = (".", *QUOTATION_MARKS)

# A name has fewer words; looking further would take long in a text that was made to be looked through for ever.
_LONGEST = 100

# What a line of a translation may cite by a designation.
_DESIGNATED = frozenset("clause part chapter section article annex".split())

Stand = Callable[[ParameterNode], str]
"""What is written for a parameter that nobody gave a value."""


class Template(NamedTuple):
    """A file as it stands, and as it reads when ordinary values are in the place of parameters that could not be read as names.

    `document` and `found` have their places in `text`; `pieces` lead from there to the file. No name is replaced in what the `outline` sets aside: its labels,
    its parameters, and what it uses.
    """

    source: Source
    raw: RawWords
    outline: Outline
    parameters: dict[str, ParameterNode]
    repeated: tuple[ParameterNode, ...]
    text: str
    pieces: tuple[Piece, ...]
    document: Document
    found: list[Diagnostic]
    declared: Declared

    def uses(self) -> Iterator[UseNode]:
        """The files it uses."""
        return (item for item in self.document.items if isinstance(item, UseNode))


def template(source: Source, stand: Stand | None = None) -> Template:
    """Read a file once. `stand` says what is written for a parameter; without it, something ordinary is."""
    raw = cut(source.text)
    outline, listed = _outline(raw)
    meant: dict[str, str] = {}
    for parameter in listed:
        if parameter.kind in WRITTEN_OUT and key(parameter.name.text) not in meant:
            meant[key(parameter.name.text)] = stand(parameter) if stand else sober(parameter).written
    document, found = parse(source)
    text: str = source.text
    pieces: tuple[Piece, ...] = ()
    if meant:
        text, pieces, _ = rewritten(raw, Names(meant), outline, Names(declared_in(document.items).names))
        document, found = parse(Source(text, source.name))
    parameters: dict[str, ParameterNode] = {}
    repeated = [each for each in document.items if isinstance(each, ParameterNode) and parameters.setdefault(key(each.name.text), each) is not each]
    return Template(source, raw, outline, parameters, tuple(repeated), text, pieces, document, found, declared_in(document.items))


def values_alone(parameters: dict[str, ParameterNode]) -> dict[str, Value]:
    """What parameters stand for while their file is looked at by itself."""
    return {name: sober(parameter) for name, parameter in parameters.items()}


def _outline(raw: RawWords) -> tuple[Outline, list[ParameterNode]]:
    """What of a text is not for names, and the parameters that it declares. All are found by their words, whatever stands around them."""
    aside: list[Span] = []
    designations: dict[str, str] = {}
    parameters: list[ParameterNode] = []
    lowered = raw.lowered
    at = 0
    while at < len(lowered) - 1:
        end = 0
        if at == 0 or lowered[at - 1][:1] in _ENDING or raw.begins_line(at):
            labelled = raw.label_end(at)
            if labelled and raw.is_translated(at, labelled):  # it cites a provision by its designation, or a name
                end = labelled if lowered[at] in _DESIGNATED else 0
            elif lowered[at] == "use":
                end = _end_of_use(raw, at)
            elif lowered[at] == "parameter":
                end, parameter = _parameter(raw, at)
                parameters += [parameter] if parameter else []
            elif lowered[at] == "article":
                end = _end_of_name(raw, at + 1)
                designations[" ".join(lowered[at + 1 : end])] = ""
            else:
                end = labelled
                designations |= {" ".join(lowered[at:end]): ""} if end else {}
        if end:
            aside.append(Span(raw.starts[at], raw.ends[end - 1]))
        at = max(end, at + 1)
    designations.pop("", None)
    return Outline(tuple(aside), Names(designations)), parameters


def _end_of_name(raw: RawWords, at: int) -> int:
    """The raw word after the name of an article that may begin at raw word `at`: the words up to its title, or the first of them."""
    end = at
    while raw.lowered[end][:1].isalpha() and end - at <= _LONGEST and not (end > at and raw.begins_line(end)):
        end += 1
    return end if raw.texts[end][:1] in QUOTATION_MARKS else min(end, at + 1)


def _end_of_use(raw: RawWords, at: int) -> int:
    """The raw word after a sentence that begins with `use` at raw word `at`; 0 if it does not go on as one."""
    if raw.texts[at + 1][:1] not in QUOTATION_MARKS or len(raw.texts[at + 1]) < 2:
        return 0
    end = at + 2
    while raw.texts[end] not in ("", ".") and not (raw.lowered[end] in HEADING_WORDS and raw.begins_line(end)):
        end += 1
    return end


def _parameter(raw: RawWords, at: int) -> tuple[int, ParameterNode | None]:
    """The raw word after a parameter that is declared at raw word `at`, and the parameter; 0 if there is none."""
    colon = at + 1
    while raw.lowered[colon][:1].isalpha() and colon - at <= _LONGEST:
        colon += 1
    kind = raw.lowered[colon + 1] if raw.texts[colon] == ":" else ""
    if colon == at + 1 or not kind[:1].isalpha():
        return 0, None
    name = Name(" ".join(raw.texts[at + 1 : colon]), raw.starts[at + 1], raw.ends[colon - 1])
    return colon + 2, ParameterNode(name, kind, raw.starts[at], raw.ends[colon + 1])
