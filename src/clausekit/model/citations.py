"""Treaty → where each provision stands: articles and paragraphs numbered, labels and cross-references found."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.model.clauses import Clause
from clausekit.model.names import key
from clausekit.model.terms import Reference
from clausekit.model.treaty import Division, Treaty
from clausekit.named_tuples import NamedTuple


class Provision(NamedTuple):
    """A clause and where it stands. `path` holds the divisions around it, the outermost first; `paragraph` counts from 1 within the innermost."""

    clause: Clause
    path: tuple[Division, ...]
    paragraph: int
    alone: bool


class Place(NamedTuple):
    """What a cross-reference cites: a division or a provision; the treaty itself is neither."""

    division: Division | None
    provision: Provision | None
    point: str = ""


class Citations:
    """The provisions of one treaty, in order, and how each is cited."""

    def __init__(self, treaty: Treaty) -> None:
        """Number everything in `treaty`. Where a number or label stands twice, the first keeps it."""
        self.provisions: list[Provision] = []
        self.divisions: list[tuple[Division, tuple[Division, ...]]] = []
        self._numbers: dict[int, str] = {}
        self._by_label: dict[str, Provision] = {}
        self._articles: dict[str, Division] = {}
        self._others: dict[tuple[str, str], Division] = {}
        self._inside: dict[int, list[Provision]] = {}
        self._last_article = 0
        self._gather(treaty.clauses, ())
        for division in treaty.divisions:
            self._enter(division, ())

    def _gather(self, clauses: tuple[Clause, ...], path: tuple[Division, ...]) -> None:
        alone = len(clauses) == 1
        gathered = [Provision(clause, path, paragraph, alone) for paragraph, clause in enumerate(clauses, 1)]
        self.provisions += gathered
        if path:
            self._inside[id(path[-1])] = gathered
        for provision in gathered:
            if provision.clause.label:
                self._by_label.setdefault(key(provision.clause.label), provision)

    def _enter(self, division: Division, above: tuple[Division, ...]) -> None:
        path = (*above, division)
        self.divisions.append((division, path))
        in_annex = bool(above) and above[0].kind == "annex"
        if division.kind == "article":
            leading = division.designation.split(" ")[0]
            if leading.isdigit():
                self._numbers[id(division)] = division.designation
                self._last_article = int(leading) if len(leading) < 10 and not in_annex else self._last_article
            else:
                self._last_article += 1
                self._numbers[id(division)] = str(self._last_article)
            if not in_annex:
                self._articles.setdefault(key(division.designation), division)
                self._articles.setdefault(self._numbers[id(division)], division)
        else:
            self._others.setdefault((division.kind, key(division.designation)), division)
        self._gather(division.clauses, path)
        for inner in division.divisions:
            self._enter(inner, path)

    # ------------------------------------------------------------ finding

    def number(self, division: Division) -> str:
        """The number or letter a division carries in the draft."""
        return self._numbers.get(id(division), division.designation)

    def labelled(self, label: str) -> Provision | None:
        """The provision with this label."""
        return self._by_label.get(key(label))

    def article(self, designation: str) -> Division | None:
        """The article with this number or name."""
        return self._articles.get(key(designation))

    def other(self, kind: str, designation: str) -> Division | None:
        """The annex, part, chapter or section with this designation."""
        return self._others.get((kind, key(designation)))

    def paragraphs(self, division: Division) -> list[Provision]:
        """The provisions that stand directly in a division."""
        return self._inside.get(id(division), [])

    def find(self, reference: Reference, here: Provision | None) -> Place | None:
        """What `reference` cites when it stands in `here`; None when there is no such thing."""
        if reference.kind == "treaty":
            return Place(None, None)
        if reference.kind == "clause":
            labelled = self.labelled(reference.designation)
            return None if labelled is None else Place(None, labelled, reference.point)
        if reference.kind == "this article":
            division = next((part for part in reversed(here.path) if part.kind in ("article", "annex")), None) if here else None
        elif reference.kind == "article":
            division = self.article(reference.designation)
        else:
            division = self.other(reference.kind, reference.designation)
        if division is None:
            return None
        if reference.paragraph is None:
            return Place(division, None, reference.point)
        inside = self.paragraphs(division)
        if not 1 <= reference.paragraph <= len(inside):
            return None
        return Place(division, inside[reference.paragraph - 1], reference.point)

    def cited(self, place: Place) -> Iterator[Provision]:
        """Every provision that a cross-reference covers."""
        if place.provision is not None:
            yield place.provision
        elif place.division is None:
            yield from self.provisions
        else:
            yield from self._all_in(place.division)

    def _all_in(self, division: Division) -> Iterator[Provision]:
        yield from self.paragraphs(division)
        for inner in division.divisions:
            yield from self._all_in(inner)

    # ------------------------------------------------------------ naming

    def name_of(self, provision: Provision) -> str:
        """How a provision is cited: "Article 5, paragraph 1"; empty for the only sentence of a treaty without articles."""
        if not provision.path:
            return "" if provision.alone else f"paragraph {provision.paragraph}"
        named = self.heading(provision.path)
        return named if provision.alone else f"{named}, paragraph {provision.paragraph}"

    def heading(self, path: tuple[Division, ...]) -> str:
        """How a division is cited: "Article 5", "Annex A, Article 2"."""
        last = path[-1]
        named = f"{last.kind.capitalize()} {self.number(last)}"
        return f"Annex {path[0].designation}, {named}" if len(path) > 1 and path[0].kind == "annex" else named
