"""Clauses of a treaty → the sentences of a draft.

Every field of a norm leaves its own trace in the words: two norms that differ never read the same. A test holds it to that.
"""

from __future__ import annotations

from typing import NamedTuple

from clausekit.drafting.grammar import Bearing
from clausekit.drafting.life import Life
from clausekit.drafting.limbs import Limbs, Modality
from clausekit.drafting.tree import Paragraph, Point, capitalised, plain
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.clauses import Guarantee, Limb, Prose, Sentence, Stated, Statement, Unread
from clausekit.model.life import Application, Declared, Record
from clausekit.model.modality import denies
from clausekit.model.qualifiers import When
from clausekit.model.terms import Bearer

NEGATIVE = frozenset({"shall not", "must not", "undertakes not to", "may not", "is not entitled to", "need not", "should not", "will not", "intends not to"})
PERMISSIVE = frozenset({"may", "is entitled to"})


class _Said(NamedTuple):
    """A stretch of a sentence and what joins it to the one before; where acts are listed it breaks into points."""

    text: str
    points: tuple[Point, ...] = ()
    joint: str = ""
    is_note: bool = False


class Sentences:
    """Says clauses, with one wording of terms."""

    def __init__(self, wording: Wording) -> None:
        """Use `wording` for the terms."""
        self.wording = wording
        self._say = wording.say
        self._limbs = Limbs(wording)
        self._life = Life(wording, self._limbs)

    def paragraph(self, provision: Provision, number: str) -> Paragraph:
        """The paragraph of a provision."""
        self.wording.begin(provision)
        clause = provision.clause
        identity = self.wording.citing.id_of(provision)
        written = self.wording.texts.sentence(provision)
        if written:
            return Paragraph(identity, number, capitalised(ended(written)))
        if isinstance(clause, Prose):
            return Paragraph(identity, number, ended(self.wording.texts.prose(clause.text, provision)) + self._life.understood(clause.understandings))
        if isinstance(clause, Unread):
            return Paragraph(identity, number, self._say("unread", text=plain(clause.text)))
        if isinstance(clause, Record):
            return Paragraph(identity, number, ended(self._life.record(clause)) + self._life.understood(clause.understandings))
        return _assembled(identity, number, self._stretches(clause))

    def opening(self, opening: When) -> str:
        """`in the event of a breach`, `whenever there is a request by Ukraine`, `for as long as the ceasefire is in effect`."""
        return self._limbs.when(opening.word, opening.condition)

    def stated(self, stated: Stated, bearer: Bearer | None) -> str:
        """One statement of a sentence by itself, without what opens it and without its full stop. `bearer` is who bears it, also where it is not said anew."""
        if isinstance(stated, Application):
            return self._life.application(stated)
        said = self._borne(stated._replace(bearer=bearer) if isinstance(stated, Statement) else stated, bearer, "")
        return said.text + "".join(f" ({point.mark}) {point.text}" for point in said.points)

    def _opened(self, opening: When) -> str:
        said = self.opening(opening)
        if self.wording.grammar.comma_behind_events or not self._limbs.is_happening(opening.word, opening.condition):
            said = f"{said.removesuffix(',')},"
        return f"{said} "

    # ------------------------------------------------------------ stretches of a sentence

    def _stretches(self, sentence: Sentence) -> list[_Said]:
        stretches = self._body(sentence.openings, sentence.statements, "")
        for rung in sentence.rungs:
            stretches += self._body(rung.openings, rung.statements, self.failing(is_opened=bool(rung.openings)))
        return stretches

    def failing(self, *, is_opened: bool) -> str:
        """What leads a later step, with its space: `failing which `; where it has an opening of its own, with a comma."""
        failing = self._say("failing_which")
        return f"{failing.removesuffix(',')}, " if is_opened else f"{failing} "

    def _body(self, openings: tuple[When, ...], statements: tuple[Stated, ...], lead: str) -> list[_Said]:
        first = statements[0]
        if len(statements) == 1 and isinstance(first, Application) and self._life.opens_behind(first, openings):
            statements, openings = (first._replace(qualifiers=(*first.qualifiers, *openings)),), ()
        lead += "".join(self._opened(opening) for opening in openings)
        said: list[_Said] = []
        bearer: Bearer | None = None
        before: Stated | None = None
        for index, stated in enumerate(statements):
            if index:
                lead = self._say("and_also") + " "
            if isinstance(stated, Application):
                goes_on = bearer is None and isinstance(before, Application) and self._life.same_subject(before, stated)
                stretch = _Said(lead + self._life.application(stated, goes_on=goes_on))
            else:
                bearer = stated.bearer or bearer
                stretch = self._borne(stated, bearer, lead)
            said.append(stretch._replace(joint=", " if index else "; "))
            if stated.understandings:
                said.append(_Said(self._life.understood(stated.understandings).strip(), joint=" ", is_note=True))
            before = stated
        return said

    def _borne(self, stated: Statement | Guarantee | Declared, bearer: Bearer | None, lead: str) -> _Said:
        if isinstance(stated, Statement):
            return self._statement(stated, bearer, lead)
        return self._guarantee(stated, lead) if isinstance(stated, Guarantee) else _Said(lead + self._life.declared(stated))

    # ------------------------------------------------------------ statements

    def _statement(self, stated: Statement, bearer: Bearer | None, lead: str) -> _Said:
        if bearer is None:
            return self._bare(stated, lead)
        modal = stated.modal or ""
        borne = self.wording.bearer(bearer)
        negative = modal in NEGATIVE or denies(bearer)
        modality = Modality(self.wording.speaks_in_plural(bearer.actors), negative, modal in PERMISSIVE, borne)
        bearing = Bearing(borne, modality.plural, denies(bearer))
        if stated.bearer is None and denies(bearer):
            return self._headed(stated, "", self._say("nor"), self.wording.grammar.modal_after_nor(modal, bearing), modality)
        agreeing = self.wording.grammar.modal(modal, bearing) if modal else self._say("unstated_modal")
        return self._headed(stated, lead, borne if stated.bearer is not None else "", agreeing, modality)

    def _headed(self, stated: Statement, lead: str, subject: str, modal: str, modality: Modality) -> _Said:
        """Subject, modal, and the acts: in a line, or as lettered points."""
        if stated.listed:
            return _Said(f"{lead}{self._say('head', subject=subject, modal=modal)}:", self._points(stated, modality))
        return _Said(lead + self.in_line(stated.limbs, stated.connective, subject, modal, modality))

    def in_line(self, limbs: tuple[Limb, ...], connective: str, subject: str, modal: str, modality: Modality) -> str:
        """Subject, modal, and acts in a line: `the Parties shall at all times consult`."""
        grammar = self.wording.grammar
        head = self._say("head", subject=subject, modal=grammar.with_adverb(modal, self._limbs.adverb(limbs[0], modality)))
        acts = [self._limbs.predicate(limbs[0], modality), *(self._limbs.point(limb, modality) for limb in limbs[1:])]
        return grammar.run_on(head, f", {grammar.conjunction(connective)} ".join(acts))

    def _points(self, stated: Statement, modality: Modality) -> tuple[Point, ...]:
        points = []
        last, connective = len(stated.limbs) - 1, self.wording.grammar.conjunction(stated.connective)
        for index, limb in enumerate(stated.limbs):
            ending = "" if index == last else f"; {connective}" if index == last - 1 else ";"
            points.append(Point(letter(index), self._limbs.point(limb, modality) + ending))
        return tuple(points)

    def _bare(self, stated: Statement, lead: str) -> _Said:
        """An act without a bearer: owed by the guarantors jointly and severally; with no guarantor, by nobody the draft could name."""
        code = stated.modal or ("will" if self.wording.treaty.political else "shall")
        if stated.modal is None and self.wording.naming.vocabulary.members("Guarantor"):
            guarantors = self._say("many_all", noun=self.wording.naming.nouns("Guarantor"), count=None)
            subject = self._say("bearer", actors=guarantors, manner="jointly and severally", decision="", acting=True)
            return self._headed(stated, lead, subject, self._modal(stated, code, subject, plural=True), Modality(plural=True, subject=subject))
        noun = self.wording.naming.noun("Party")
        if stated.modal is None and not stated.listed and len(stated.limbs) == 1:
            return _Said(lead + self._limbs.passive(stated.limbs[0], lambda subject: self._modal(stated, code, subject, plural=False), noun))
        unnamed = self._say("unnamed", noun=noun)
        modality = Modality(plural=False, negative=code in NEGATIVE, permissive=code in PERMISSIVE, subject=unnamed)
        return self._headed(stated, lead, unnamed, self._modal(stated, code, unnamed, plural=False), modality)

    def _modal(self, stated: Statement, code: str, subject: str, *, plural: bool) -> str:
        """The modal of an act without a bearer; a bare act has that of a duty, in the words of the treaty's register."""
        if stated.modal is None and not self.wording.phrases.cases:
            return self._say("modal_of_duty")
        return self.wording.grammar.modal(code, Bearing(subject, plural))

    # ------------------------------------------------------------ guarantees

    def _guarantee(self, guarantee: Guarantee, lead: str) -> _Said:
        wording = self.wording
        cited = wording.references(guarantee.cited) if guarantee.cited else ""
        if guarantee.duties_of is not None:
            cited = self._say("obligations_of", actors=wording.actors(guarantee.duties_of), cited=cited)
        what = wording.grammar.joined([*([cited] if cited else []), *(wording.naming.state(name) for name in guarantee.states)])
        modality = Modality(wording.speaks_in_plural(guarantee.bearer.actors), denies(guarantee.bearer))
        text = self._say(
            guarantee.force,
            subject=wording.bearer(guarantee.bearer, acting=False),
            plural=modality.plural,
            what=what,
            beneficiary=wording.actors(guarantee.beneficiary) if guarantee.beneficiary is not None else "",
            times=self._limbs.times(guarantee.timing, modality, after=what),
            response=wording.references(guarantee.response) if guarantee.response else "",
            observed=bool(guarantee.cited) and guarantee.duties_of is None,
        )
        return _Said(lead + text + self._limbs.qualified(guarantee.qualifiers, modality))


def ended(text: str) -> str:
    """The text with a full stop, unless it ends with punctuation of its own."""
    return text if text.rstrip("”’\"')]").endswith((".", ":", ";", "!", "?", "…")) else f"{text}."


def letter(index: int) -> str:
    """(a) … (z), (aa), (ab) …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _assembled(identity: str, number: str, stretches: list[_Said]) -> Paragraph:
    """Text, the first list of points, and what follows it; a second list runs on inside the text. A note at the end stands behind the full stop."""
    note = f" {stretches.pop().text}" if stretches[-1].is_note else ""
    text, closing = "", ""
    points: tuple[Point, ...] = ()
    for stretch in stretches:
        joint = stretch.joint if text else ""
        if joint.strip():
            text, closing = text.removesuffix(","), closing.removesuffix(",")
        if stretch.points and not points:
            text += joint + stretch.text
            points = stretch.points
            continue
        said = stretch.text + "".join(f" ({point.mark}) {point.text}" for point in stretch.points)
        if not points:
            text += joint + said
        elif closing:
            closing += joint + said
        else:
            closing = said
            points = (*points[:-1], Point(points[-1].mark, points[-1].text + joint.rstrip()))
    if not points:
        return Paragraph(identity, number, capitalised(ended(text)) + note)
    if not closing:
        points = (*points[:-1], Point(points[-1].mark, ended(points[-1].text)))
    return Paragraph(identity, number, capitalised(text), points, (ended(closing) if closing else "") + note.removeprefix("" if closing else " "))
