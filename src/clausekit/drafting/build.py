"""Treaty → Draft: title, chapeau, recitals, definitions, articles, final formulas, signatures, annexes, in the order of the field.

What the drafter did not say is asked for in square brackets; nothing is made up.
"""

from __future__ import annotations

from clausekit.drafting.definitions import definitions
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.tree import Draft, Paragraph, Section, Signature, capitalised, plain
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.treaty import Division, Treaty


def build(treaty: Treaty, phrases: Phrasebook, *, errors: str = "") -> Draft:
    """The document of `treaty` in the language of `phrases`. `errors` says what was wrong with it ("2 errors remain"), and stamps the draft."""
    wording = Wording(treaty, phrases)
    sentences = Sentences(wording)
    say = phrases.say
    frame = _Frame(wording)
    body = [division for division in treaty.divisions if division.kind != "annex"]
    annexes = [division for division in treaty.divisions if division.kind == "annex"]
    provisions = [provision for provision in wording.citations.provisions if not provision.path]
    return Draft(
        phrases.language,
        say("stamp", errors=errors) if errors else "",
        plain(treaty.title) if treaty.title else say("untitled"),
        frame.parties(),
        frame.chapeau(),
        tuple(say("recital", text=capitalised(plain(recital.text).rstrip(" .,;"))) for recital in treaty.recitals),
        say("agreed", political=treaty.political) if frame.whole else "",
        definitions(wording),
        _paragraphs(sentences, provisions),
        tuple(_section(division, sentences, 1) for division in body),
        frame.testimonium(),
        frame.signatures(),
        tuple(_section(division, sentences, 1) for division in annexes),
        {"contents": say("contents")},
    )


def _section(division: Division, sentences: Sentences, level: int) -> Section:
    wording = sentences.wording
    number = wording.citations.number(division)
    return Section(
        division.kind,
        wording.id_of_division(division),
        wording.say("division", kind=division.kind, number=number),
        plain(division.title or ""),
        level,
        _paragraphs(sentences, wording.citations.paragraphs(division)),
        tuple(_section(inner, sentences, level + 1) for inner in division.divisions),
    )


def _paragraphs(sentences: Sentences, provisions: list[Provision]) -> tuple[Paragraph, ...]:
    return tuple(sentences.paragraph(provision, "" if provision.alone else str(provision.paragraph)) for provision in provisions)


class _Frame:
    """The formulas around the articles."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._treaty = wording.treaty
        self._say = wording.say
        # A few sentences without a title or a party are notes for a treaty, not one: formulas around them would only be empty brackets.
        self.whole = self._treaty.title is not None or bool(self._treaty.actors)

    def _names(self, *roles: str) -> list[str]:
        return [self._wording.full_name(actor.name) for actor in self._treaty.actors if actor.role in roles]

    def parties(self) -> tuple[str, ...]:
        """Everybody who is to be bound, one by one, as the chapeau names them."""
        return tuple(self._names("party", "guarantor"))

    def chapeau(self) -> str:
        """The Parties by name, the guarantors as such."""
        if not self.whole:
            return ""
        parties, guarantors = self._names("party"), self._names("guarantor")
        join = self._wording.grammar.joined
        return capitalised(
            self._say(
                "chapeau",
                parties=join(parties),
                guarantors=join(guarantors),
                group=self._wording.nouns("Party"),
                several=len(parties) + len(guarantors) > 1,
            )
        )

    def testimonium(self) -> tuple[str, ...]:
        """In witness whereof; place, date, languages, depositary."""
        if not self.whole:
            return ()
        treaty, wording = self._treaty, self._wording
        done = self._say(
            "done",
            political=treaty.political,
            place=plain(treaty.done_at or ""),
            day=wording.grammar.day(treaty.done_on) if treaty.done_on else "",
            languages=wording.grammar.joined(list(treaty.languages)),
            several=len(treaty.languages) > 1,
            depositary=wording.full_name(treaty.depositary) if treaty.depositary else "",
        )
        return (self._say("witness", instrument=wording.instrument(), political=treaty.political), done)

    def signatures(self) -> tuple[Signature, ...]:
        """One block for each Party."""
        if not self.whole:
            return ()
        return tuple(Signature(party, self._say("signs_for", party=party)) for party in self.parties()) or (
            Signature("", self._say("signs_for_unnamed")),
        )
