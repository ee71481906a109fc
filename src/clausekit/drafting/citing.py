"""Cross-references of a treaty → the words and links of a draft; and the id that every part of a draft has."""

from __future__ import annotations

from itertools import groupby

from clausekit.drafting.grammar import Grammar
from clausekit.drafting.naming import Naming
from clausekit.drafting.numerals import Numerals, in_numerals
from clausekit.drafting.phrase import changed
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import link, plain
from clausekit.model.citations import Citations, Place, Provision
from clausekit.model.terms import Reference
from clausekit.model.treaty import Division, Treaty

_CITED_TOGETHER = frozenset({"article", "annex", "part", "chapter", "section"})


class Citing:
    """Cites provisions as they stand. `here` is the provision that cites; None for the frame of the document.

    `numerals` are those that Articles are numbered in. Where paragraphs `are_unnumbered`, they are cited by their place: `the second paragraph of Article 5`.
    """

    def __init__(self, treaty: Treaty, phrases: Phrasebook, grammar: Grammar, naming: Naming) -> None:
        """Number the provisions of `treaty` and give every part its id."""
        self.citations = Citations(treaty)
        self.here: Provision | None = None
        self.numerals: Numerals = "arabic"
        self.are_unnumbered = False
        self._say = phrases.say
        self._grammar = grammar
        self._naming = naming
        self._paths = {id(division): path for division, path in self.citations.divisions}
        self._ids: dict[int, str] = {}
        self._name_everything()
        self._shared = self._shared_headings()

    # ------------------------------------------------------------ cross-references

    def references(self, references: tuple[Reference, ...]) -> str:
        """`Article 5`, `Articles 1 and 2 and Annex A`, `paragraph 2 of this Article`."""
        if len(references) == 1:
            return self.reference(references[0])
        said: list[str] = []
        for (kind, _, instrument), run in groupby(references, self._cited_together):
            cited = list(run)
            if kind == "paragraph" and len(cited) > 1:
                said.append(self._paragraphs(cited))
            elif kind and len(cited) > 1:
                numbers = [plain(each.designation) if instrument else self._linked_number(each) for each in cited]
                called, called_together = self._grammar.called(kind), self._grammar.called(kind, several=True)
                together = self._say("divisions", kind=kind, called=called, called_together=called_together, numbers=self._grammar.joined(numbers))
                said.append(self._say("division_within", division=together, outer=self._naming.full_name(instrument)) if instrument else together)
            else:
                said += [self.reference(reference) for reference in cited]
        return self._grammar.joined(said)

    def reference(self, reference: Reference) -> str:
        """One cross-reference, linked. What cannot be found is said as it was written, in brackets: the checks report it."""
        if reference.kind == "instrument" or reference.instrument is not None:
            return self._elsewhere(reference)
        place = self.citations.find(reference, self.here)
        if place is None:
            return self._unknown(reference)
        provision = place.provision
        division = place.division or (provision.path[-1] if provision is not None and provision.path else None)
        if provision is None and division is None:
            return self._pointed(self._naming.instrument, reference)
        if division is None:
            assert provision is not None
            text = self._say("sentence_alone", instrument=self._naming.instrument) if provision.alone else self._paragraph(provision)
        else:
            here = self._is_here(division)
            text = self._say("this_division", kind=division.kind, called=self._grammar.called(division.kind)) if here else self._heading(division)
            if provision is not None and (reference.kind != "clause" or not provision.alone):
                text = self._paragraph_of(provision, text, here=here)
        target = self._id_of_place(place)
        return changed(self._pointed(text, reference), lambda form: link(target, form))

    def _elsewhere(self, reference: Reference) -> str:
        """Another treaty, or a provision of it: `Article 51 of the Charter of the United Nations`."""
        if reference.instrument is None:
            return self._naming.full_name(reference.designation)
        text = self._say("division", kind=reference.kind, called=self._grammar.called(reference.kind), number=plain(reference.designation))
        if reference.paragraph is not None:
            text = self._say("paragraph_of", number=reference.paragraph, division=text, here=False)
        return self._say("division_within", division=self._pointed(text, reference), outer=self._naming.full_name(reference.instrument))

    def _pointed(self, text: str, reference: Reference) -> str:
        return self._say("point_of", mark=plain(reference.point), whole=text) if reference.point else text

    def _unknown(self, reference: Reference) -> str:
        return self._say(
            "unknown_reference",
            kind=reference.kind,
            designation=plain(reference.designation),
            paragraph="" if reference.paragraph is None else str(reference.paragraph),
            point=plain(reference.point),
        )

    def _cited_together(self, reference: Reference) -> tuple[str, int, str | None]:
        """What a reference may be cited with by number alone: divisions of its kind, or paragraphs of its division; nothing for what is cited in full."""
        alone = ("", 0, None)
        if reference.kind == "instrument" or reference.instrument is not None:
            whole = reference.paragraph is None and not reference.point and reference.kind in _CITED_TOGETHER
            return (reference.kind, 0, reference.instrument) if whole else alone
        place = self.citations.find(reference, self.here)
        if place is None or reference.point:
            return alone
        provision, division = place.provision, place.division
        if provision is not None:
            in_full = reference.kind == "clause" and provision.alone
            return alone if in_full or not provision.path else ("paragraph", id(provision.path[-1]), None)
        if division is None or self._is_here(division):
            return alone
        return (division.kind, 0, None) if division.kind in _CITED_TOGETHER and not self._within(division) else alone

    def _paragraphs(self, cited: list[Reference]) -> str:
        """`paragraphs 1, 2 and 4 of this Article`."""
        places = [place for place in (self.citations.find(each, self.here) for each in cited) if place is not None]
        provisions = [place.provision for place in places if place.provision is not None]
        division = provisions[0].path[-1]
        here = self._is_here(division)
        text = self._say("this_division", kind=division.kind, called=self._grammar.called(division.kind)) if here else self._heading(division)
        if self.are_unnumbered:
            nths = self._grammar.joined([link(self.id_of(each), self._grammar.ordinal(each.paragraph)) for each in provisions])
            numbers = self._grammar.joined([link(self.id_of(each), str(each.paragraph)) for each in provisions])
            return self._say("nth_paragraphs_of", numbers=numbers, nths=nths, division=text, here=here)
        numbers = self._grammar.joined([link(self.id_of(each), str(each.paragraph)) for each in provisions])
        bracketed = self._grammar.joined([link(self.id_of(each), f"({each.paragraph})") for each in provisions])
        return self._say("paragraphs_of", numbers=numbers, bracketed=bracketed, division=text, here=here)

    def _paragraph(self, provision: Provision) -> str:
        """A paragraph outside any division."""
        if self.are_unnumbered:
            return self._say("nth_paragraph", number=provision.paragraph, nth=self._grammar.ordinal(provision.paragraph))
        return self._say("paragraph", number=provision.paragraph)

    def _paragraph_of(self, provision: Provision, division: str, *, here: bool) -> str:
        """A paragraph of a division, by its number or its place."""
        number = provision.paragraph
        if self.are_unnumbered:
            return self._say("nth_paragraph_of", number=number, nth=self._grammar.ordinal(number), division=division, here=here)
        return self._say("paragraph_of", number=number, division=division, here=here)

    def _linked_number(self, reference: Reference) -> str:
        place = self.citations.find(reference, self.here)
        assert place is not None
        assert place.division is not None
        return link(self._ids[id(place.division)], self.number(place.division))

    def _is_here(self, division: Division) -> bool:
        return self.here is not None and bool(self.here.path) and self.here.path[-1] is division

    def _heading(self, division: Division) -> str:
        text = self._say("division", kind=division.kind, called=self._grammar.called(division.kind), number=self.number(division))
        outer = self._within(division)
        return self._say("division_within", division=text, outer=outer) if outer else text

    def _within(self, division: Division) -> str:
        """What a division must be cited as part of, where its number alone would name another one too."""
        path = self._paths[id(division)]
        in_annex = len(path) > 1 and path[0].kind == "annex"
        if in_annex or (len(path) > 1 and id(division) in self._shared and division.kind != "article"):
            outer = path[0] if division.kind == "article" else path[-2]
            here = in_annex and self.here is not None and bool(self.here.path) and self.here.path[0] is outer
            return self._say("this_division", kind=outer.kind, called=self._grammar.called(outer.kind)) if here else self._heading(outer)
        if division.kind == "article" and self.here is not None and self.here.path and self.here.path[0].kind == "annex":
            return self._naming.instrument  # inside an annex, Article 1 would be that of the annex
        return ""

    def number(self, division: Division) -> str:
        """What a division is numbered by, in this language."""
        said = self._grammar.designation(plain(self.citations.number(division)))
        return in_numerals(said, self.numerals) if division.kind == "article" else said

    def _shared_headings(self) -> frozenset[int]:
        """The divisions whose kind and number another one bears too."""
        bearers: dict[tuple[str, str], list[int]] = {}
        for division, _ in self.citations.divisions:
            bearers.setdefault((division.kind, self.number(division)), []).append(id(division))
        return frozenset(each for sharing in bearers.values() if len(sharing) > 1 for each in sharing)

    # ------------------------------------------------------------ ids

    def id_of(self, provision: Provision) -> str:
        """The id a provision has in every format: its label, or its place."""
        labelled = self._ids.get(id(provision))
        if labelled is not None:
            return labelled
        # A full stop parts what belongs to a division or paragraph from its own id: no name can hold one, so no two ids are the same.
        return f"{self._ids[id(provision.path[-1])]}.{provision.paragraph}" if provision.path else f"paragraph.{provision.paragraph}"

    def id_of_division(self, division: Division) -> str:
        """The id of an article, annex or other division."""
        return self._ids[id(division)]

    def _id_of_place(self, place: Place) -> str:
        if place.provision is not None:
            return self.id_of(place.provision)
        assert place.division is not None
        return self._ids[id(place.division)]

    def _name_everything(self) -> None:
        """Ids for divisions by their numbers and for provisions by their labels; the second that would have the same gets a number behind it."""
        taken: dict[str, int] = {}
        for division, path in self.citations.divisions:
            parts = [part for part in path if part is division or part.kind == "annex"]
            wanted = "-".join(_slug(f"{part.kind} {self.citations.number(part)}") for part in parts)
            self._ids[id(division)] = _free(wanted, taken)
        for provision in self.citations.provisions:
            label = provision.clause.label
            if label and self.citations.labelled(label) is provision:
                self._ids[id(provision)] = _free(f"clause-{_slug(label)}", taken)


def _free(wanted: str, taken: dict[str, int]) -> str:
    known = wanted
    while known in taken:
        taken[wanted] += 1
        known = f"{wanted}-{taken[wanted]}"
    taken[known] = 1
    return known


def _slug(text: str) -> str:
    return "".join(character if character.isalnum() else "-" for character in text.lower())
