"""Clauses of a treaty → the sentences of a draft.

Every field of a norm leaves its own trace in the words: two norms that differ never read the same. A test holds it to that.
"""

from __future__ import annotations

from typing import NamedTuple

from clausekit.drafting.tree import Paragraph, Point, capitalised, plain
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.clauses import Act, Clause, Guarantee, Limb, Manner, Precedence, Prose, Qualifier, Rung, Sentence, Stated, Statement, When
from clausekit.model.modality import denies
from clausekit.model.terms import Actor, Actors, Bearer, Condition, Role


class _Said(NamedTuple):
    """A stretch of a sentence; where acts are listed it breaks into points."""

    text: str
    points: tuple[Point, ...] = ()


class Sentences:
    """Says clauses, with one wording of terms."""

    def __init__(self, wording: Wording) -> None:
        """Use `wording` for the terms."""
        self.wording = wording
        self._say = wording.say

    def paragraph(self, provision: Provision, number: str) -> Paragraph:
        """The paragraph of a provision."""
        wording = self.wording
        wording.here = provision
        clause: Clause = provision.clause
        identity = wording.id_of(provision)
        if isinstance(clause, Prose):
            return Paragraph(identity, number, ended(plain(clause.text)))
        wording.variables = {}
        wording.named_variables = _variables(clause) > 1 or (_variables(clause) == 1 and _points_back(clause))
        stretches = self._stretches(clause)
        return _assembled(identity, number, stretches)

    # ------------------------------------------------------------ stretches of a sentence

    def _stretches(self, sentence: Sentence) -> list[_Said]:
        stretches = self._body(sentence.openings, sentence.statements)
        for rung in sentence.rungs:
            stretches.append(_Said(self._say("failing_which")))
            stretches += self._rung(rung)
        return stretches

    def _rung(self, rung: Rung) -> list[_Said]:
        return self._body(rung.openings, rung.statements)

    def _body(self, openings: tuple[When, ...], statements: tuple[Stated, ...]) -> list[_Said]:
        opened = "".join(f"{self.opening(opening)}, " for opening in openings)
        said: list[_Said] = []
        bearer: Bearer | None = None
        for index, stated in enumerate(statements):
            lead = opened if index == 0 else self._say("and_also") + " "
            if isinstance(stated, Guarantee):
                said.append(_Said(lead + self._guarantee(stated)))
                continue
            bearer = stated.bearer or bearer
            said.append(self._statement(stated, bearer, lead))
        return said

    def opening(self, opening: When) -> str:
        """`in the event of a breach`, `whenever there is a request by Ukraine`, `for as long as the ceasefire is in effect`."""
        return self._when(opening.word, opening.condition)

    def _when(self, word: str, condition: Condition) -> str:
        if word in ("if", "upon"):
            happening = self.wording.happening(condition)
            if happening is not None:
                return self._say("in_the_event" if word == "if" else "upon", event=happening)
        return self._say(f"{word}_clause", condition=self.wording.condition(condition))

    # ------------------------------------------------------------ statements

    def _statement(self, stated: Statement, bearer: Bearer | None, lead: str) -> _Said:
        if bearer is None or stated.modal is None:
            return self._bare(stated, lead)
        plural = self.wording.plural_verb(bearer.actors)
        modal = self.wording.grammar.agreeing(stated.modal, plural=plural)
        subject = self._bearer(bearer) if stated.bearer is not None else ""
        head = lead + self._say("head", subject=subject, modal=modal)
        if not stated.listed:
            return _Said(f"{head} {self._limb(stated.limbs[0], plural=plural)}")
        points = []
        last = len(stated.limbs) - 1
        for index, limb in enumerate(stated.limbs):
            ending = "" if index == last else f"; {stated.connective}" if index == last - 1 else ";"
            points.append(Point(_letter(index), self._limb(limb, plural=plural) + ending))
        return _Said(f"{head}:", tuple(points))

    def _bearer(self, bearer: Bearer) -> str:
        decision = self.wording.decision(bearer.decision) if bearer.decision else ""
        return self._say("bearer", actors=self.wording.actors(bearer.actors), manner=bearer.manner, decision=decision)

    def _bare(self, stated: Statement, lead: str) -> _Said:
        """An act without a bearer: owed by the guarantors jointly and severally; with no guarantor, by nobody the draft could name."""
        limb = stated.limbs[0]
        if self.wording.vocabulary.members("Guarantor"):
            head = self._say("head", subject=self._say("bearer", actors="the Guarantors", manner="jointly and severally", decision=""), modal="shall")
            return _Said(f"{lead}{head} {self._limb(limb, plural=True)}")
        return _Said(lead + self._passive(limb))

    def _passive(self, limb: Limb) -> str:
        act, wording = limb.act, self.wording
        verb, _, rest = self._verb_phrase(act.action).partition(" ")
        affected = " ".join(part for part in (rest, wording.actors(act.objects) if act.objects else "") if part)
        affected = affected or wording.references(act.cited)
        details = self._details(limb, rest_of_act=self._beyond_object(act), plural=False)
        if not affected:
            return self._say("unnamed_bearer", act=verb) + details
        done = wording.grammar.participle(verb)
        return self._say("passive", affected=affected, done=done) + details

    # ------------------------------------------------------------ acts

    def _limb(self, limb: Limb, *, plural: bool) -> str:
        act, wording = limb.act, self.wording
        parts = [self._verb_phrase(act.action)]
        if act.objects is not None:
            parts.append(wording.actors(act.objects))
        if act.cited:
            parts.append(wording.references(act.cited))
        return " ".join(parts) + self._details(limb, rest_of_act=self._beyond_object(act), plural=plural)

    def _verb_phrase(self, action: str) -> str:
        declared = self.wording.vocabulary.declared.get(action.lower())
        display = getattr(declared, "display", None) if declared is not None and getattr(declared, "name", None) == action else None
        return plain(display or action)

    def _beyond_object(self, act: Act) -> str:
        """Amounts and roles. An amount follows its noun; a verb of one word without an object takes it directly: `deploy 5,000 troops`."""
        amounts = [self.wording.quantity(quantity) for quantity in act.quantities]
        direct = " " not in self._verb_phrase(act.action) and act.objects is None and not act.cited
        said = [amount if direct and index == 0 else f"of {amount}" for index, amount in enumerate(amounts)]
        said += [self.wording.role(role) for role in act.roles]
        return "".join(f" {part}" for part in said)

    def _details(self, limb: Limb, *, rest_of_act: str, plural: bool) -> str:
        text = rest_of_act
        manners = [qualifier for qualifier in limb.qualifiers if isinstance(qualifier, Manner)]
        for manner in manners:
            text += " " + self._manner(manner, plural=plural)
        for timing in limb.timing:
            text += _spaced(self.wording.timing(timing))
        return text + self._qualified(qualifier for qualifier in limb.qualifiers if not isinstance(qualifier, Manner))

    def _manner(self, manner: Manner, *, plural: bool) -> str:
        form = manner.kind.replace(" ", "_")
        if manner.kind == "as it deems necessary":
            return self._say(form, plural=plural)
        if manner.period is not None:
            return self._say("with_notice", period=self.wording.period(manner.period), several=manner.period.parts[-1][0] != 1)
        assert manner.actors is not None
        return self._say(form, actors=self.wording.actors(manner.actors))

    def _qualified(self, qualifiers: object) -> str:
        return "".join(self._qualifier(qualifier) for qualifier in qualifiers)  # type: ignore[attr-defined]

    def _qualifier(self, qualifier: Qualifier) -> str:
        if isinstance(qualifier, Precedence):
            target = plain(qualifier.name) if qualifier.name else self.wording.references(qualifier.references)
            return ", " + self._say(qualifier.kind.replace(" ", "_"), target=target)
        if isinstance(qualifier, When):
            return " " + self._when(qualifier.word, qualifier.condition)
        if isinstance(qualifier, Manner):
            return " " + self._manner(qualifier, plural=False)
        if qualifier.condition is None:
            return ", " + self._say("except_roles", roles=" ".join(self.wording.role(role) for role in qualifier.roles))
        return ", " + self._say(f"{qualifier.kind.replace(' ', '_')}_clause", condition=self.wording.condition(qualifier.condition))

    # ------------------------------------------------------------ guarantees

    def _guarantee(self, guarantee: Guarantee) -> str:
        wording = self.wording
        cited = wording.references(guarantee.cited)
        if guarantee.duties_of is not None:
            what = self._say("obligations_of", actors=wording.actors(guarantee.duties_of), cited=cited)
        else:
            what = cited or wording.grammar.joined([self._state(name) for name in guarantee.states])
        text = self._say(
            "guarantee",
            subject=self._bearer(guarantee.bearer),
            plural=wording.plural_verb(guarantee.bearer.actors),
            what=what,
            beneficiary=wording.actors(guarantee.beneficiary) if guarantee.beneficiary else "",
            response=wording.references(guarantee.response),
            denied=denies(guarantee.bearer),
        )
        for timing in guarantee.timing:
            text += _spaced(wording.timing(timing))
        return text + self._qualified(guarantee.qualifiers)

    def _state(self, name: str) -> str:
        found = self.wording.vocabulary.happening(name)
        return self.wording._event_noun(name) if found is not None else self.wording.full_name(name)  # noqa: SLF001


def ended(text: str) -> str:
    """The text with a full stop, unless it ends with punctuation of its own."""
    return text if text.endswith((".", ":", ";", "!", "?", "…", ".”", '."')) else f"{text}."


def _assembled(identity: str, number: str, stretches: list[_Said]) -> Paragraph:
    """Text, the first list of points, and what follows it; a second list runs on inside the text."""
    text, closing = "", ""
    points: tuple[Point, ...] = ()
    for stretch in stretches:
        separator = _separator(stretch.text, first=not text and not closing)
        if stretch.points and not points and not closing:
            text += separator + stretch.text
            points = stretch.points
            continue
        said = stretch.text + "".join(f" ({point.mark}) {point.text}" for point in stretch.points)
        if points:
            closing += separator + said if closing else said.removeprefix(" ")
        else:
            text += separator + said
    if points and closing:
        points = (*points[:-1], Point(points[-1].mark, points[-1].text + (";" if closing.startswith("failing") else ",")))
        return Paragraph(identity, number, capitalised(text), points, ended(closing))
    if points:
        points = (*points[:-1], Point(points[-1].mark, ended(points[-1].text)))
        return Paragraph(identity, number, capitalised(text), points)
    return Paragraph(identity, number, capitalised(ended(text)))


def _spaced(text: str) -> str:
    """The text behind a space, unless it begins with its own comma."""
    return text if text.startswith(",") else f" {text}"


def _separator(text: str, *, first: bool) -> str:
    if first:
        return ""
    if text.startswith("failing"):
        return "; "
    return ", " if text.startswith("and ") else " "


def _letter(index: int) -> str:
    """(a) … (z), (aa), (ab) …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _variables(sentence: Sentence) -> int:
    return sum(actor.variable is not None for actor in _actors_in(sentence))


def _points_back(sentence: Sentence) -> bool:
    """Whether the sentence also says `that Party`, which must not be taken for its variable."""
    return any(actor.quantifier == "that" for actor in _actors_in(sentence))


def _actors_in(part: object) -> list[Actor]:
    """Every actor named in a part of a treaty, however deep."""
    found: list[Actor] = []
    pending = [part]
    while pending:
        current = pending.pop()
        if isinstance(current, Actor):
            found.append(current)
        elif isinstance(current, tuple):
            pending.extend(current)
    return found
