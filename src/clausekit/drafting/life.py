"""The life of a treaty, what is recognised and what is put on record → the words of a draft."""

from __future__ import annotations

from clausekit.drafting.limbs import Limbs, Modality, ending
from clausekit.drafting.phrase import followed
from clausekit.drafting.wording import Wording, actors_in
from clausekit.model.life import Application, Declared, Record
from clausekit.model.modality import denies
from clausekit.model.qualifiers import Understanding, When
from clausekit.model.terms import EventTerm, Timing

_MODALITY = Modality(plural=False)


class Life:
    """Says what is no statement with a modal, with one wording of terms."""

    def __init__(self, wording: Wording, limbs: Limbs) -> None:
        """Use `wording` for the terms, and `limbs` for times and qualifiers."""
        self._wording = wording
        self._limbs = limbs
        self._say = wording.say

    # ------------------------------------------------------------ what applies

    def application(self, stated: Application, *, goes_on: bool = False) -> str:
        """`this Treaty shall enter into force 30 days after ratification by at least 3 Parties`. `goes_on` leaves out the subject, which was just named."""
        wording = self._wording
        bearer, several = self._subject(stated)
        subject, plural = ("", several and bool(wording.phrases.cases)) if goes_on else (bearer, several)
        roles = [wording.role(role) for role in stated.roles]
        invited = wording.bearer(stated.invited_by) if stated.invited_by is not None else ""
        reach = ""
        if stated.verb.startswith("is open for") and stated.roles and stated.roles[0].preposition == "to":
            reach = roles.pop(0)  # open to any State for accession
            whom = stated.roles[0].actors
            if invited and whom is not None:  # open for accession by any State invited by the Parties
                roles.insert(0, self._say("invited_by", whom=wording.actors(whom), bearer=invited))
                reach = invited = ""
        amount = "_amount" if stated.quantity is not None and stated.counted is None else ""
        head = self._say(
            f"life_{stated.verb.replace(' ', '_')}{amount}",
            subject=subject,
            plural=plural,
            shall=self._say("modal_of_duty"),
            what=self._complement(stated),
            reach=reach,
            bearer=bearer,
            clause=not goes_on and stated.subject is None and stated.event is None,
        )
        if stated.binds:
            head += " " + self._say("binds_" + stated.binds.split()[0], shall=self._say("modal_of_duty"), noun=wording.naming.nouns("Party"))
        again, timing = self._time_and_again(stated)
        head = " ".join([head, *roles, *again])
        rest = self._limbs.details(timing, stated.qualifiers, _MODALITY)
        if invited:
            head += " " + ending(self._say("upon_invitation_by", bearer=invited), rest)
        return ending(head, rest) + rest

    def _time_and_again(self, stated: Application) -> tuple[list[str], tuple[Timing, ...]]:
        """How a renewal that may follow on another is said, and the other times of the sentence: one that says how often it may come needs no such words."""
        lasting = [timing for timing in stated.timing if timing.kind == "for" and timing.period is not None and not timing.bound and timing.anchor is None]
        if stated.verb != "is renewed" or not lasting or any(timing.kind == "times" for timing in stated.timing):
            return [], stated.timing
        said = [self._say("for_successive_periods", period=self._wording.amounts.period(timing.period)) for timing in lasting if timing.period is not None]
        return said, tuple(timing for timing in stated.timing if timing not in lasting)

    def opens_behind(self, stated: Application, openings: tuple[When, ...]) -> bool:
        """Whether its conditions stand behind it: `this Treaty shall enter into force when …`, or whoever they speak of is first named in it."""
        named = {actor.variable for actor in actors_in(stated)} - {actor.variable for actor in actors_in(openings)} - {None}
        if any(actor.name in named for actor in actors_in(openings)):
            return True
        if stated.verb == "applies only":
            return not stated.roles and not stated.timing
        return not stated.references and stated.subject is None and stated.event is None and stated.verb != "does not affect"

    def same_subject(self, one: Application, other: Application) -> bool:
        """Whether two sentences speak of the same, so that the second need not name it: `…, and shall be renewed for 5 years`."""
        if "does not affect" in (one.verb, other.verb) or "is adopted by" in (one.verb, other.verb):
            return False
        return (one.references, one.subject, one.event) == (other.references, other.subject, other.event)

    def _subject(self, stated: Application) -> tuple[str, bool]:
        """What is spoken of, and whether its verb is in the plural."""
        wording = self._wording
        if stated.event is not None:
            event = wording.apart(self._begun(stated.event))
            return event, bool(wording.phrases.cases) and wording.grammar.is_plural(event)
        if stated.subject is not None:
            named = wording.actors(stated.subject)
            if stated.verb == "is adopted by" and stated.targets:
                named = followed(named, self._say("amended", what=wording.references(stated.targets)))
            return named, wording.speaks_in_plural(stated.subject)
        if not stated.references:
            return wording.naming.instrument, False
        named = wording.references(stated.references)
        several = len(stated.references) > 1 or (stated.references[0].kind == "instrument" and wording.grammar.is_plural(named))
        return named, several

    def _begun(self, event: EventTerm) -> EventTerm:
        """An event that nobody declared begins its sentence with a capital that is not its own: `Attack on …` is `an attack on …`."""
        name = event.name
        if self._wording.phrases.cases:
            return event  # what nobody declared is found by the name it has here
        ordinary = self._wording.naming.vocabulary.happening(name) is None and name[1:] == name[1:].lower()
        return event._replace(name=name[:1].lower() + name[1:]) if ordinary else event

    def _complement(self, stated: Application) -> str:
        wording = self._wording
        parts: list[str] = []
        if stated.period is not None:
            bound = stated.bound.replace(" ", "_") or "stated"
            parts.append(self._say(f"amount_{bound}", number=wording.amounts.period(stated.period), unit=""))
        if stated.targets and stated.verb != "is adopted by":
            parts.append(wording.references(stated.targets))
        if stated.target is not None:
            parts.append(wording.naming.cited(stated.target))
        if stated.counted is not None:
            parts.append(wording.apart(stated.counted))
        if stated.quantity is not None:
            parts.append(wording.amounts.quantity(stated.quantity))
        if stated.decision is not None:
            parts.append(wording.amounts.decision(stated.decision))
        return wording.grammar.joined(parts)

    # ------------------------------------------------------------ what is recognised and put on record

    def declared(self, stated: Declared) -> str:
        """`the Parties recognise that there is no conflict of their engagements with this Treaty`."""
        wording = self._wording
        modality = Modality(wording.speaks_in_plural(stated.bearer.actors), denies(stated.bearer))
        if stated.event is not None:
            counted = wording.apart(stated.counted) if stated.counted is not None else ""
            what = self._say("declared_not_counted" if stated.negated else "declared_counted", event=wording.apart(stated.event), counted=counted)
        else:
            what = wording.condition(stated.condition) if stated.condition is not None else ""
        times = self._limbs.times(stated.timing, modality, after="")
        subject = wording.bearer(stated.bearer, acting=False)
        verb = wording.grammar.declaring(stated.verb, plural=modality.plural)
        said = self._say("declared", subject=subject, verb=verb, times=times, what=what)
        return said + self._limbs.qualified(stated.qualifiers, modality)

    def record(self, record: Record) -> str:
        """`Reservation by France to Article 5: that provision is excluded`."""
        wording = self._wording
        by = wording.actors(record.by)
        to = wording.references(record.references) if record.references else ""
        reservation = wording.actors(record.reservation_by) if record.reservation_by is not None else ""
        return self._say(
            f"record_{record.what}",
            by=by,
            to=to,
            reservation=reservation,
            opposing=record.opposing,
            excluded=record.excluded,
            text=wording.texts.free(record.text),
            instrument=wording.naming.instrument,
        )

    def understood(self, understandings: tuple[Understanding, ...]) -> str:
        """The notes that say how some who sign understand a sentence, behind it."""
        return "".join(" " + self._say("understood", by=self._wording.actors(each.by), text=self._wording.texts.free(each.text)) for each in understandings)
