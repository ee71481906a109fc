"""What the reports of one treaty are made of: its norms in words, what follows if they are not complied with, and the parts of a document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from clausekit.drafting.diagrams.clause_graph import Edge, Graph, Node, clause_graph
from clausekit.drafting.owing import Owing, norms_in_words
from clausekit.drafting.steps import Step, Steps
from clausekit.drafting.tree import TOPIC, Draft, Paragraph, Point, Section, capitalised
from clausekit.drafting.wording import Wording


class Facts:
    """Looks one treaty over, once for all of a report."""

    def __init__(self, wording: Wording) -> None:
        """Say all with `wording`."""
        self.wording = wording
        self.treaty = wording.treaty
        self.steps = Steps(wording)
        self._count = 0

    def say(self, name: str, *parts: object) -> str:
        """Words of the report by their name, with the parts in their places."""
        words: dict[str, str] = self.wording.phrases.word_list("report")
        return words[name].format(*parts)

    # ------------------------------------------------------------ norms

    @cached_property
    def norms(self) -> tuple[Owing, ...]:
        """Every norm of the treaty, in the order of the text."""
        return norms_in_words(self.wording)

    @cached_property
    def graph(self) -> Graph:
        """What ties its clauses."""
        return clause_graph(self.wording)

    @cached_property
    def _nodes(self) -> dict[str, Node]:
        return {node.name: node for node in self.graph.nodes}

    @cached_property
    def _answers(self) -> dict[str, list[Edge]]:
        """The lines to what answers a failure, by what fails."""
        found: dict[str, list[Edge]] = {}
        for edge in self.graph.edges:
            if edge.kind == "failing":
                found.setdefault(edge.source, []).append(edge)
        return found

    @cached_property
    def _guarantees(self) -> tuple[Owing, ...]:
        return tuple(each for each in self.norms if each.guaranteed)

    def named(self, names: Iterable[str]) -> str:
        """Actors by their full names, joined."""
        return self.wording.grammar.joined([self.wording.naming.full_name(name) for name in names])

    def sentence(self, step: Step, whole: str) -> str:
        """One statement of a step as a sentence, with what opens it: behind the first step, the failure of the one before."""
        lead = self.steps.sentences.failing(is_opened=bool(step.opening)) if step.rung else ""
        return ended(capitalised(f"{lead}{step.opening}, {whole}" if step.opening else f"{lead}{whole}"))

    def if_not(self, owing: Owing, name: str) -> list[str]:
        """What follows where `name` does not comply with a norm: the next step, clauses that answer, events that it counts as, guarantees."""
        step = owing.step
        own = {f"c{step.number}.{step.rung}" if step.rung else f"c{step.number}"}
        own |= {self.wording.citing.id_of_division(part) for part in step.provision.path}
        found: dict[str, None] = {}
        for edge in (edge for source in sorted(own) for edge in self._answers.get(source, ())):
            if edge.target in self._nodes:
                node = self._nodes[edge.target]
                said = self.say("counts_as", node.text) if node.form == "event" else self.say("follows", node.heading, uncapitalised(node.said).rstrip("."))
                found[said] = None
        for each in self._guarantees:
            if step.number in each.guaranteed and (not each.duties_of or name in each.duties_of):
                found[self.say("guaranteed_by", each.cited)] = None
        return list(found)

    # ------------------------------------------------------------ the document

    def identity(self) -> str:
        """An id for a part of a report: no two have the same."""
        self._count += 1
        return f"item.{self._count}"

    def paragraph(self, text: str, points: Iterable[str] = ()) -> Paragraph:
        """A paragraph, with points below it."""
        listed = tuple(Point(_letter(place), ended(point)) for place, point in enumerate(points))
        return Paragraph(self.identity(), "", text, listed)

    def topic(self, heading: str, paragraphs: Iterable[Paragraph], *, level: int = 1) -> Section:
        """A section that needs no line in a table of contents."""
        return Section(TOPIC, self.identity(), heading, "", level, tuple(paragraphs), ())

    def section(self, heading: str, paragraphs: Iterable[Paragraph], *, title: str = "", level: int = 1, sections: Iterable[Section] = ()) -> Section:
        """A section under a heading, and perhaps a title."""
        return Section("section", self.identity(), heading, title, level, tuple(paragraphs), tuple(sections))

    def document(self, name: str, sections: Iterable[Section], *, notice: str = "") -> Draft:
        """The report as a document that every format for people can write: `name` is what it is called."""
        title = self.wording.texts.title() or self.wording.say("untitled")
        return Draft(
            language=self.wording.phrases.language,
            notice=notice,
            title=title,
            short=name,
            parties=(),
            chapeau="",
            recitals=(),
            agreement="",
            definitions=(),
            paragraphs=(),
            sections=tuple(sections),
            testimonium=(),
            signatures=(),
            annexes=(),
            words={
                "contents": self.wording.say("contents"),
                "instrument": self.wording.naming.instrument,
                "parties": self.wording.naming.nouns("Party"),
            },
            treaty=self.treaty,
        )


def ended(text: str) -> str:
    """The text with a full stop, unless it has one."""
    return text if text.endswith((".", "!", "?", "…", ":", ".”")) else f"{text}."


def uncapitalised(text: str) -> str:
    """The text with a small letter at its beginning, where that is the article of a sentence."""
    first, gap, rest = text.partition(" ")
    return f"{first.lower()}{gap}{rest}" if gap and first[1:] == first[1:].lower() and first.lower() in _SMALL else text


# What begins a sentence of a draft and is no name.
_SMALL = frozenset("the a an each any no in if upon for whenever while when at all that every either".split())


def _letter(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else f"{_letter(place // 26 - 1)}{_letter(place % 26)}"
