"""Header of a treaty → the formulas around its articles. What the drafter did not say is asked for in square brackets; nothing is made up."""

from __future__ import annotations

from clausekit.drafting.tree import Signature, capitalised
from clausekit.drafting.wording import Wording
from clausekit.model.names import key


class Frame:
    """The formulas of one treaty, in the words of its style and register."""

    def __init__(self, wording: Wording) -> None:
        """Begin the frame: references in it are cited from no provision."""
        self._wording = wording
        self._treaty = wording.treaty
        self._say = wording.say
        # A few sentences without a title or a party are notes for a treaty, not one: formulas around them would only be empty brackets.
        self._whole = self._treaty.title is not None or bool(self._treaty.actors)
        wording.begin(None)

    def title(self) -> str:
        """The title, or a place for it."""
        return self._wording.texts.title() or self._say("untitled")

    def short_title(self) -> str:
        """What the treaty is cited as, if the drafter said so."""
        short = self._wording.texts.short()
        return self._say("short_title", short=short) if short else ""

    def parties(self) -> tuple[str, ...]:
        """Everybody who is to be bound, one by one."""
        return tuple(self._names("party", "guarantor"))

    def chapeau(self) -> str:
        """The Parties by name, the guarantors as such."""
        if not self._whole:
            return ""
        parties, guarantors = self._names("party"), self._names("guarantor")
        if not parties and not guarantors and self._open_to_states():
            parties = [self._say("states_parties", group=self._wording.naming.nouns("Party"), instrument=self._wording.naming.instrument)]
        join = self._wording.grammar.joined
        several = len(parties) + len(guarantors) > 1
        naming = self._wording.naming
        return capitalised(
            self._say(
                "chapeau",
                parties=join(parties),
                guarantors=join(guarantors),
                guarantor_nouns=naming.nouns("Guarantor") if len(guarantors) > 1 else naming.noun("Guarantor"),
                group=naming.nouns("Party"),
                several=several,
            )
        )

    def _open_to_states(self) -> bool:
        """Whether the treaty describes the States it binds (`each State that "has consented to be bound"`) instead of naming them."""
        return any(group.criterion is not None and key(group.criterion.base) == "state" for group in self._treaty.groups)

    def recitals(self) -> tuple[str, ...]:
        """The preamble, each recital with its comma."""
        return tuple(self._say("recital", text=capitalised(text.rstrip(" .,;"))) for text in self._wording.texts.recitals())

    def agreement(self) -> str:
        """`Have agreed as follows:`"""
        return self._say("agreed") if self._whole else ""

    def testimonium(self) -> tuple[str, ...]:
        """In witness whereof; place, date, languages, depositary."""
        if not self._whole:
            return ()
        treaty, wording = self._treaty, self._wording
        done = self._say(
            "done",
            place=wording.texts.place(),
            day=wording.grammar.day(treaty.done_on) if treaty.done_on is not None else "",
            languages=wording.grammar.joined([wording.texts.language(language) for language in treaty.languages]),
            language_count=len(treaty.languages),
            party_count=len(self.parties()),
            depositary=wording.naming.full_name(treaty.depositary) if treaty.depositary else "",
        )
        return (self._say("witness", instrument=wording.naming.instrument, group=wording.naming.nouns("Party")), done)

    def signatures(self) -> tuple[Signature, ...]:
        """A block for each Party, and for each State that signs without being bound."""
        if not self._whole:
            return ()
        signing = self._names("party", "guarantor", "signatory")
        blank = Signature("", self._say("signs_for_unnamed", noun=self._wording.naming.noun("Party")))
        return tuple(Signature(party, self._say("signs_for", party=party)) for party in signing) or (blank,)

    def _names(self, *roles: str) -> list[str]:
        return [self._wording.naming.full_name(actor.name) for actor in self._treaty.actors if actor.role in roles]
