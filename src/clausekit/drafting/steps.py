"""Sentences of a treaty → their steps, each with who is to do what and when, in the words of the draft but piece by piece: for pictures and reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.drafting.grammar import Bearing
from clausekit.drafting.limbs import Limbs, Modality
from clausekit.drafting.sentences import NEGATIVE, PERMISSIVE, Sentences
from clausekit.drafting.tree import unlinked
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.clauses import Guarantee, Limb, Prose, Sentence, Stated, Statement
from clausekit.model.modality import denies
from clausekit.model.qualifiers import When
from clausekit.model.terms import Bearer
from clausekit.model.treaty import Division


class Piece(NamedTuple):
    """One statement, or one of its acts where each is owed for itself: `who` `modal` `act` `time` `rest`. `whole` is all of it in a row.

    A comma that closes `who` is part of it. Of what is no statement with a modal, all stands in `act`. `stated` and `limbs` are what it was made of, and
    `bearer` who bears it. `whole` is all of it as one clause, in the order of the draft.
    """

    stated: Stated
    limbs: tuple[Limb, ...]
    bearer: Bearer | None
    who: str
    modal: str
    act: str
    time: str
    rest: str
    whole: str


class Step(NamedTuple):
    """The first step of a sentence (`rung` 0), or what answers the failure of the one before."""

    provision: Provision
    number: int
    rung: int
    openings: tuple[When, ...]
    opening: str
    pieces: tuple[Piece, ...]

    @property
    def whole(self) -> str:
        """All of it, as one clause."""
        said = "; ".join(piece.whole for piece in self.pieces)
        return f"{self.opening}, {said}" if self.opening else said


class Steps:
    """The steps of one treaty, and how its provisions are cited where there is little room."""

    def __init__(self, wording: Wording) -> None:
        """Say them with `wording`."""
        self.wording = wording
        self.citations = wording.citing.citations
        self.sentences = Sentences(wording)
        self._limbs = Limbs(wording)
        self.all = tuple(self._all())

    def _all(self) -> Iterator[Step]:
        for number, provision in enumerate(self.citations.provisions):
            clause = provision.clause
            if isinstance(clause, Sentence):
                self.wording.begin(provision)
                yield Step(provision, number, 0, clause.openings, self._opening(clause.openings), tuple(self._pieces(clause.statements)))
                for rung, each in enumerate(clause.rungs, 1):
                    yield Step(provision, number, rung, each.openings, self._opening(each.openings), tuple(self._pieces(each.statements)))

    # ------------------------------------------------------------ places

    def cited(self, provision: Provision) -> str:
        """How a provision is cited in a box: `Article 5(2)`."""
        if not provision.path:
            return self.wording.grammar.bare(self.wording.say("paragraph", number=provision.paragraph))
        return self.heading(provision.path, "" if provision.alone else f"({provision.paragraph})")

    def heading(self, path: tuple[Division, ...], behind: str = "") -> str:
        """How a division is cited in a box: `Article 5`, `Annex A, Article 2`; with a paragraph `behind` its number."""
        last = path[-1]
        named = self.wording.say("heading", kind=last.kind, called=self.wording.grammar.called(last.kind), number=f"{self.wording.citing.number(last)}{behind}")
        if len(path) == 1 or path[0].kind != "annex":
            return named
        return f"{self.heading(path[:1])}, {named}"

    def text(self, provision: Provision) -> str:
        """The whole of a provision, as in the draft."""
        said = self.sentences.paragraph(provision, "")
        points = (f"({point.mark}) {point.text}" for point in said.points)
        return unlinked(" ".join(filter(None, (said.text, *points, said.closing))))

    def begins(self, provision: Provision) -> str:
        """What a provision that is no sentence says, without its quotation marks."""
        return self.wording.texts.prose(provision.clause.text, provision) if isinstance(provision.clause, Prose) else self.text(provision)

    # ------------------------------------------------------------ pieces

    def _opening(self, openings: tuple[When, ...]) -> str:
        return ", ".join(unlinked(self.sentences.opening(opening)).removesuffix(",") for opening in openings)

    def _pieces(self, statements: tuple[Stated, ...]) -> Iterator[Piece]:
        bearer: Bearer | None = None
        done: Limb | None = None
        for stated in statements:
            if not isinstance(stated, Statement):
                bearer = stated.bearer if isinstance(stated, Guarantee) else bearer
                said = unlinked(self.sentences.stated(stated, bearer))
                yield Piece(stated, (), bearer, "", "", said, "", "", said)
                continue
            bearer = stated.bearer or bearer
            limbs = []
            for limb in stated.limbs:
                repeats = limb.act.action == "do so" and done is not None
                done = limb._replace(act=done.act) if repeats and done is not None else limb
                limbs.append(done)
            if stated.connective == "or" and len(limbs) > 1:
                yield self._piece(stated, bearer, tuple(limbs))
            else:
                yield from (self._piece(stated, bearer, (limb,)) for limb in limbs)

    def _piece(self, stated: Statement, bearer: Bearer | None, limbs: tuple[Limb, ...]) -> Piece:
        wording, modal = self.wording, stated.modal or ""
        who = self._who(stated, bearer)
        plural = wording.speaks_in_plural(bearer.actors) if bearer is not None else self._is_of_guarantors(stated)
        modality = Modality(plural, modal in NEGATIVE or denies(bearer), modal in PERMISSIVE, who)
        agreeing = wording.say("unstated_modal")
        if modal or bearer is None:
            agreeing = wording.grammar.modal(modal or ("will" if wording.treaty.political else "shall"), Bearing(who, plural, denies(bearer)))
        times = [self._limbs.times(limb.timing, modality, after="").strip(" ,") for limb in limbs]
        same = len(set(times)) == 1
        acts = []
        for limb, time in zip(limbs, times, strict=True):
            said = unlinked(self._limbs.predicate(limb._replace(timing=(), qualifiers=()), modality)).rstrip(" ,")
            acts.append(said if same or not time else f"{said} {unlinked(time)}")
        whole = self.sentences.in_line(limbs, stated.connective, who, agreeing, modality)
        rests = list(dict.fromkeys(unlinked(self._limbs.details((), limb.qualifiers, modality)) for limb in limbs))
        return Piece(
            stated=stated,
            limbs=limbs,
            bearer=bearer,
            who=unlinked(who),
            modal=agreeing,
            act=f" {stated.connective} ".join(acts),
            time=unlinked(times[0]) if same else "",
            rest="".join(rests) if len(rests) == 1 else "; ".join(filter(None, (rest.strip(" ,") for rest in rests))),
            whole=unlinked(whole).rstrip(" ,"),
        )

    def _is_of_guarantors(self, stated: Statement) -> bool:
        return stated.modal is None and bool(self.wording.naming.vocabulary.members("Guarantor"))

    def _who(self, stated: Statement, bearer: Bearer | None) -> str:
        wording = self.wording
        if bearer is not None:
            return wording.bearer(bearer)
        if not self._is_of_guarantors(stated):
            return wording.say("unnamed", noun=wording.naming.noun("Party"))
        guarantors = wording.say("many_all", noun=wording.naming.nouns("Guarantor"), count=None)
        return wording.say("bearer", actors=guarantors, manner="jointly and severally", decision="", acting=True)
