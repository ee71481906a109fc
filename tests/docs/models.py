"""The treaties of `examples/treaties` → their sentences, as they are written and as they are drafted, for the pages that show them.

A sentence is named by its treaty and its label, as in `ctbt: entry`; a declaration by its first words, as in `ctbt: rule Amendment Rule`.
"""

from __future__ import annotations

import re
from functools import cache

import clausekit
from clausekit.drafting.build import build
from clausekit.drafting.definitions import definitions
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.text import filled, render
from clausekit.drafting.tree import Paragraph
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.pipeline import read_source
from clausekit.source import Source
from clausekit.syntax.nodes import ClauseNode, ExpectNode, ScenarioNode
from tests.docs.pages import ROOT

_SOURCE = re.compile(r',?\s+source\s+"[^"]*"')


def written(named: str) -> list[str]:
    """The sentence or declaration in canonical layout, without the provision that it models. Several are parted by `;`."""
    return [line for each in named.split(";") for line in _Model.of(each).written(_name(each))]


def drafted(named: str) -> list[str]:
    """The same in the words of the draft."""
    return "\n\n".join(_Model.of(each).drafted(_name(each)) for each in named.split(";")).splitlines()


def body_of(text: str, shows: str = "") -> list[str]:
    """What a clause text says, as it is drafted, without the frame: no title, chapeau, testimonium or signatures. `shows` may be definitions or sentences."""
    record = read_source(Source(text, "snippet.clause")).record
    assert record is not None
    phrases = Phrasebook()
    whole = build(record, phrases)
    bare = whole._replace(title="", short="", chapeau="", recitals=(), agreement="", testimonium=(), signatures=())
    if shows == "sentences":
        bare = bare._replace(definitions=())
    elif shows == "definitions":
        bare = bare._replace(paragraphs=(), sections=(), annexes=())
    return render(bare, phrases).strip("\n").splitlines()


def _name(named: str) -> str:
    return named.partition(":")[2].strip()


class _Model:
    """One treaty of `examples/treaties`."""

    @staticmethod
    @cache
    def _read(treaty: str) -> _Model:
        return _Model(treaty)

    @classmethod
    def of(cls, named: str) -> _Model:
        return cls._read(named.partition(":")[0].strip())

    def __init__(self, name: str) -> None:
        self._source = Source((ROOT / "examples" / "treaties" / f"{name}.clause").read_text(encoding="utf-8"), name)
        reading = read_source(self._source)
        assert reading.record is not None
        self._document = reading.document
        self._wording = Wording(reading.record, Phrasebook())

    def written(self, name: str) -> list[str]:
        if name.startswith("scenario "):
            return self._scenario(name.partition(" ")[2])
        begins = re.compile(rf"{re.escape(name)}\b", re.IGNORECASE)
        for item in self._document.items:
            text = self._source.text[item.start : item.end]
            is_it = item.label is not None and item.label.text == name if isinstance(item, ClauseNode) else begins.match(text)
            if is_it:
                return clausekit.format(_SOURCE.sub("", text).rstrip(" .") + ".").splitlines()
        raise LookupError(name)

    def _scenario(self, name: str) -> list[str]:
        tests = [item for item in self._document.items if isinstance(item, ScenarioNode | ExpectNode)]
        at = next(at for at, item in enumerate(tests) if isinstance(item, ScenarioNode) and item.name == name)
        end = tests[at + 1].start if at + 1 < len(tests) else len(self._source.text)
        return clausekit.format(self._source.text[tests[at].start : end]).splitlines()

    def drafted(self, name: str) -> str:
        provision = self._wording.citing.citations.labelled(name)
        return self._sentence(provision) if provision is not None else self._definition(name)

    def _sentence(self, provision: Provision) -> str:
        return _filled(Sentences(self._wording).paragraph(provision, ""))

    def _definition(self, name: str) -> str:
        heads = tuple(f"“{each.casefold()}" for each in (name.partition(" ")[2], self._shown(name)))
        for paragraph in definitions(self._wording):
            for point in paragraph.points:
                if point.text.casefold().startswith(heads):
                    return filled(point.text.rstrip(";."))
        raise LookupError(name)

    def _shown(self, name: str) -> str:
        """What the draft calls what is declared, without its article."""
        displayed = re.match(rf'{re.escape(name)}\s+"(?:the |an? )?([^"]*)"', " ".join(self.written(name)))
        return displayed[1] if displayed else name.partition(" ")[2]


def _filled(paragraph: Paragraph) -> str:
    points = [filled(point.text, f"({point.mark}) ", 4) for point in paragraph.points]
    closing = [filled(paragraph.closing)] if paragraph.closing else []
    return "\n".join([filled(paragraph.text), *points, *closing])
