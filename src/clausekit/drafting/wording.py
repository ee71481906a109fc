"""Terms of a treaty → words of a draft: who, how much, when, which event, on what condition, which clause."""

from __future__ import annotations

from clausekit.drafting.grammar import Grammar
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import link, plain
from clausekit.model.citations import Citations, Provision
from clausekit.model.names import key, plural_of, singular_of
from clausekit.model.terms import Actor, Actors, Atom, Clock, Condition, Decision, EventTerm, Period, Quantity, Reference, Role, Timing
from clausekit.model.treaty import Action, Event, Measure, Status, Treaty
from clausekit.model.vocabulary import PLURAL_OF_ROLE, Vocabulary

_PLURAL_QUANTIFIERS = frozenset({"all", "majority", "fraction"})


class Wording:
    """Says terms. `here` is the provision being said, and `variables` the names its actors were given by `as`."""

    def __init__(self, treaty: Treaty, phrases: Phrasebook) -> None:
        """Prepare the names of `treaty`."""
        self.treaty = treaty
        self.phrases = phrases
        self.say = phrases.say
        self.grammar = Grammar(phrases.words)
        self.vocabulary = Vocabulary(treaty)
        self.citations = Citations(treaty)
        self.here: Provision | None = None
        self.variables: dict[str, str] = {}
        self.named_variables = False
        self._ids: dict[int, str] = {}
        self._groups = {group.name: group for group in treaty.groups}
        self._displays = {part.name: plain(part.display) for part in (*treaty.actors, *treaty.bodies, *treaty.zones, *treaty.terms) if part.display}
        self._actions = {action.name: action for action in treaty.actions}
        self._events = {event.name: event for event in treaty.events}
        self._statuses = {status.name: status for status in treaty.statuses}
        self._measures = {measure.name: measure for measure in treaty.measures}
        self.role_words: dict[str, str] = {"Party": "Participant"} if treaty.political else {}

    # ------------------------------------------------------------ actors

    def actors(self, actors: Actors) -> str:
        listed = self.grammar.joined([self.actor(member) for member in actors.members], actors.joined_by)
        if not actors.excluding:
            return listed
        return self.say("other_than", listed=listed, excluded=self.grammar.joined([self.actor(member) for member in actors.excluding]))

    def actor(self, actor: Actor) -> str:
        if actor.name in self.variables and actor.quantifier == "":
            return self.variables[actor.name]
        named = self._quantified(actor)
        if actor.variable is not None:
            noun = self.noun(actor.name)
            if self.named_variables:
                self.variables[actor.variable] = f"the {plain(actor.variable)}"
                return self.say("named_as", named=named, variable=plain(actor.variable))
            self.variables[actor.variable] = self.say("that_one", noun=noun)
        return named

    def _quantified(self, actor: Actor) -> str:
        quantifier = actor.quantifier
        found = self.vocabulary.anything(actor.name)
        if found is not None and found.kind in ("group", "role"):
            other = "other " if actor.other else ""
            if quantifier in _PLURAL_QUANTIFIERS or (quantifier in ("at least", "at most", "exactly") and actor.count != 1):
                noun = other + self.nouns(actor.name)
            else:
                noun = other + self.noun(actor.name)
        elif found is not None and found.kind == "pronoun":
            return actor.name if not quantifier else self.say(f"{quantifier}_of", noun=actor.name)
        else:
            noun = ("other " if actor.other else "") + (self.full_name(actor.name) if quantifier == "" else plain(actor.name))
        if quantifier == "":
            return noun
        if quantifier == "a":
            return f"{self.grammar.article(noun.lower().split(' ')[0])} {noun}"
        if quantifier in ("at least", "at most", "exactly"):
            return f"{quantifier} {actor.count} {noun}"
        if quantifier == "majority":
            return self.say("majority_of", nouns=noun)
        if quantifier == "fraction":
            return self.say("fraction_of", share=str(actor.count), nouns=noun)
        return f"the {noun}" if quantifier in ("all", "the") else f"{quantifier} {noun}"

    def noun(self, name: str) -> str:
        """One member of a group, as a noun without its article."""
        group = self._groups.get(name)
        if group is not None:
            return plain(group.singular or singular_of(group.display or group.name) or group.name)
        return self.role_words.get(name, plain(name))

    def nouns(self, name: str) -> str:
        """The members of a group, as a plural noun without its article."""
        group = self._groups.get(name)
        if group is not None:
            shown = plain(group.display or group.name)
            return shown.removeprefix("the ")
        if name in self.role_words:
            return plural_of(self.role_words[name])
        return PLURAL_OF_ROLE.get(name, plain(name))

    def full_name(self, name: str) -> str:
        """What a draft calls an actor, body or place: its display text if it has one."""
        display = self._displays.get(name)
        if display is not None:
            return display
        found = self.vocabulary.who(name)
        return f"the {plain(name)}" if found is not None and found.kind == "body" and not name.lower().startswith("the ") else plain(name)

    def plural_verb(self, actors: Actors) -> bool:
        """Whether the verb of these actors is in the plural."""
        last = actors.members[-1]
        if len(actors.members) > 1 and actors.joined_by == "and":
            return True
        counted = last.quantifier in ("at least", "at most", "exactly") and last.count != 1
        return last.quantifier in _PLURAL_QUANTIFIERS or counted or key(last.name) in ("they", "them")

    def role(self, role: Role) -> str:
        if role.actors is not None:
            return f"{role.preposition} {self.actors(role.actors)}"
        return f"{role.preposition} {self.references(role.references)}"

    # ------------------------------------------------------------ numbers and time

    def quantity(self, quantity: Quantity) -> str:
        number = self.grammar.number(quantity.amount)
        if quantity.high is not None:
            number = self.say("number_range", low=number, high=self.grammar.number(quantity.high))
        bound = "" if quantity.bound == "stated" else f"{quantity.bound} "
        return f"{bound}{number} {plain(quantity.unit)}" if quantity.unit else f"{bound}{number}"

    def period(self, period: Period) -> str:
        return " and ".join(f"{count:,} {unit if count == 1 else unit + 's'}" for count, unit in period.parts)

    def decision(self, decision: Decision) -> str:
        return self.say(f"by_{decision.kind}", share=decision.fraction or "")

    def timing(self, timing: Timing) -> str:
        form = timing.kind.replace(" ", "_")
        anchor = self.event(timing.anchor) if timing.anchor else self.grammar.day(timing.on) if timing.on else ""
        if timing.clocks:
            first, second = (self._clock(clock) for clock in timing.clocks)
            return self.say("time_clocks", preposition=timing.kind, which=timing.which, first=first, second=second)
        if timing.period is None:
            return self.say(f"time_{form}", anchor=anchor) if anchor else self.say(f"time_{form}")
        period = self.period(timing.period)
        if timing.kind == "every":
            ((count, unit), *_) = timing.period.parts
            return self.say("time_every", period=unit if count == 1 else period)
        if timing.at_least is not None:
            return self.say("time_within_range", low=f"{timing.at_least:,}", period=period, anchor=anchor)
        return self.say(f"time_{form}_period", period=period, anchor=anchor)

    def _clock(self, clock: Clock) -> str:
        if clock.on is not None:
            return self.grammar.day(clock.on)
        event = self.event(clock.event) if clock.event else ""
        return self.say("time_clock_after", period=self.period(clock.period), event=event) if clock.period else event

    # ------------------------------------------------------------ events and conditions

    def event(self, event: EventTerm, *, bare: bool = False) -> str:
        """An event as a noun with what belongs to it: `an armed attack by the Russian Federation on Ukraine`. `bare` leaves its article out."""
        noun = self._event_noun(event.name)
        parts = [self._without_article(noun) if bare else noun]
        if event.references:
            parts.append(f"of {self.references(event.references)}")
        parts += [f"of {self.quantity(quantity)}" for quantity in event.quantities]
        parts += [self.role(role) for role in event.roles]
        if event.within is not None:
            parts.append(self.timing(event.within))
        return " ".join(parts)

    def _event_noun(self, name: str) -> str:
        action: Action | None = self._actions.get(name)
        if action is not None:
            return plain(action.noun) if action.noun else self.say("act_as_event", act=plain(action.display or action.name))
        declared: Event | Status | None = self._events.get(name) or self._statuses.get(name)
        if declared is not None and declared.display:
            return plain(declared.display)
        if name == "entry into force":
            return self.say("entry_into_force", instrument=self.instrument())
        return self.grammar.with_article(plain(name)) if name not in self._statuses else f"the {plain(name)}"

    def _without_article(self, noun: str) -> str:
        first, _, rest = noun.partition(" ")
        return rest if rest and first in ("a", "an", "the") else noun

    def condition(self, condition: Condition) -> str:
        """A condition as a clause: `there is a breach and the ceasefire is in effect, or there is no waiver`."""
        alternatives = [" and ".join(self.atom(atom) for atom in alternative) for alternative in condition.alternatives]
        return self.say("alternatives", alternatives=alternatives)

    def happening(self, condition: Condition, form: str = "either") -> str | None:
        """A condition as nouns, for `in the event of …` and `upon …`; None when it is not made of events alone. `form` joins the alternatives."""
        alternatives = []
        for alternative in condition.alternatives:
            nouns = []
            for atom in alternative:
                if atom.kind != "occurs" or atom.negated or atom.event.name in self._statuses:
                    return None
                nouns.append(self.event(atom.event))
            alternatives.append(self.say("together", events=nouns))
        return self.say(form, alternatives=alternatives)

    def atom(self, atom: Atom) -> str:
        if atom.kind == "occurs":
            if atom.event.name in self._statuses:
                return self.say("status_ended" if atom.negated else "status_holds", status=self.event(atom.event))
            if atom.negated:
                return self.say("does_not_occur", event=self.event(atom.event, bare=True))
            return self.say("occurs", event=self.event(atom.event))
        measure: Measure | None = self._measures.get(atom.measure)
        named = plain(measure.display if measure is not None and measure.display else atom.measure)
        plural = self.grammar.looks_plural(named)
        if atom.kind == "level":
            return self.say("measure_is_level", measure=named, level=plain(atom.level), plural=plural)
        amount = self.grammar.number(atom.amount) + (f" {plain(atom.unit)}" if atom.unit else "")
        return self.say("measure_" + atom.comparator.replace(" ", "_"), measure=named, amount=amount, plural=plural)

    # ------------------------------------------------------------ cross-references

    def references(self, references: tuple[Reference, ...]) -> str:
        return self.grammar.joined([self.reference(reference) for reference in references])

    def reference(self, reference: Reference) -> str:
        if reference.kind == "treaty":
            return self.instrument()
        place = self.citations.find(reference, self.here)
        if place is None:
            return self.say("unknown_reference", kind=reference.kind, designation=plain(reference.designation))
        provision = place.provision
        division = place.division or (provision.path[-1] if provision is not None and provision.path else None)
        if division is None:
            assert provision is not None
            text = self.say("sentence_alone") if provision.alone else self.say("paragraph", number=provision.paragraph)
            return link(self.id_of(provision), text)
        here = self.here is not None and bool(self.here.path) and self.here.path[-1] is division
        heading = self.say("this_division" if here else "division", kind=division.kind, number=self.citations.number(division))
        if provision is not None and (reference.kind != "clause" or not provision.alone):
            heading = self.say("paragraph_of", number=provision.paragraph, division=heading)
        if place.point:
            heading = self.say("point_of", mark=place.point, whole=heading)
        return link(self.id_of(provision) if provision is not None else self.id_of_division(division), heading)

    def instrument(self) -> str:
        """What the treaty calls itself: `this Agreement`, by the word in its title."""
        title = f"{self.treaty.short or ''} {self.treaty.title or ''}".lower()
        for word in self.phrases.words["instruments"]:
            if word.lower() in title:
                return self.say("this_instrument", word=word)
        return self.say("this_instrument", word=self.phrases.words["political_instrument" if self.treaty.political else "instrument"])

    # ------------------------------------------------------------ ids

    def id_of(self, provision: Provision) -> str:
        """The id a provision has in every format: its label, or its place."""
        label = provision.clause.label
        if label and self.citations.labelled(label) is provision:
            return f"clause-{_slug(label)}"
        return f"{self.id_of_division(provision.path[-1])}-{provision.paragraph}" if provision.path else f"paragraph-{provision.paragraph}"

    def id_of_division(self, division: object) -> str:
        """The id of an article, annex or other division. Two that carry the same number get different ids."""
        known = self._ids.get(id(division))
        if known is None:
            taken = set(self._ids.values())
            path = next(path for part, path in self.citations.divisions if part is division)
            known = wanted = "-".join(_slug(f"{part.kind} {self.citations.number(part)}") for part in path if part is division or part.kind == "annex")
            again = 2
            while known in taken:
                known, again = f"{wanted}-{again}", again + 1
            self._ids[id(division)] = known
        return known


def _slug(text: str) -> str:
    return "".join(character if character.isalnum() else "-" for character in text.lower())


