"""Terms of a treaty → words of a draft: who, how much, when, which event, on what condition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from clausekit.drafting.amounts import Amounts
from clausekit.drafting.citing import Citing
from clausekit.drafting.languages import speaking
from clausekit.drafting.numerals import References
from clausekit.drafting.phrase import Phrase, followed
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import plain
from clausekit.model.citations import Provision
from clausekit.model.clauses import Clause
from clausekit.model.names import key
from clausekit.model.terms import Actor, Actors, Atom, Bearer, Clock, Condition, EventTerm, Reference, Role, Timing
from clausekit.model.treaty import Treaty

_PLURAL_QUANTIFIERS = frozenset({"all", "majority", "fraction", "percent"})
_COUNTED = frozenset({"at least", "at most", "exactly"})
_SINGLE = frozenset({str, int, bool, Decimal})
NOTHING: Mapping[str, str] = {}
# Whoever these name is one, and may be spoken of again as `that Party`.
_ONE_OF_MANY = frozenset({"a", "any", "each"})
# The ending of the phrases that cite a paragraph in each way.
_CITED = {"paragraph": "paragraph_first", "article": "article_first", "short": "in_short"}


class Wording:
    """Says terms, for one treaty and one provision after another: see `begin`."""

    def __init__(self, treaty: Treaty, phrases: Phrasebook, *, references: References = "") -> None:
        """Prepare the names of `treaty`, in the words of its register and style; paragraphs are cited as `references` says, where it says so."""
        self.treaty = treaty
        self.phrases = phrases.in_manner(*([_CITED[references]] if references else []), *_manners(treaty))
        self.say = self.phrases.say
        self.grammar, self.naming, self.texts, self.lexicon = speaking(treaty, self.phrases)
        self.amounts = Amounts(self.phrases, self.grammar, self.naming)
        self.citing = Citing(treaty, self.phrases, self.grammar, self.naming)
        self._variables: dict[str, str] = {}
        self._spoken_of_as_that = False
        # Whether the actors that are being said bear a duty or a right: `toute Partie peut`, but `contre une Partie quelconque`.
        self._bears = False

    def begin(self, provision: Provision | None) -> None:
        """Begin a provision, or the frame of the document: references are cited from there, and actors named by `as` are its own."""
        self.citing.here = provision
        self._variables = {}
        self._spoken_of_as_that = False
        if provision is not None:
            self._settle_variables(provision.clause)

    # ------------------------------------------------------------ actors

    def actors(self, actors: Actors, *, whole: str = "") -> str:
        """Actors joined as the drafter joined them: `each Guarantor other than France and Poland`. `whole` is said instead of the only one of them."""
        listed = whole or self.members(actors.members, actors.joined_by)
        if actors.excluding:
            listed = self.say("other_than", listed=listed, excluded=self.members(actors.excluding))
        if actors.including:
            listed = self.say("including", listed=listed, included=self.members(actors.including))
        if actors.shares:
            listed = self.say("having", listed=listed, shares=self.grammar.joined([self.amounts.share(share) for share in actors.shares]))
        return listed

    def members(self, members: Sequence[Actor], joined_by: str = "and") -> str:
        """Several actors, joined."""
        return self.grammar.joined([self.actor(member) for member in members], joined_by)

    def actor(self, actor: Actor) -> str:
        """One actor. Whoever has a name given by `as` is introduced with it, or spoken of by it."""
        if actor.quantifier == "" and actor.name in self._variables:
            return self._variables[actor.name]
        said = self._quantified(actor)
        if actor.variable is None or self._spoken_of_as_that:
            return said
        return self.say("named_as", named=said, variable=self.naming.variable(actor.variable))

    def bearer(self, bearer: Bearer, *, acting: bool = True) -> str:
        """Who is bound, and how they hold it between them: `the Guarantors, acting jointly,`. `acting` is false where no act follows."""
        decision = self.amounts.decision(bearer.decision) if bearer.decision else ""
        self._bears = True
        actors = self.actors(bearer.actors)
        self._bears = False
        return self.say("bearer", actors=actors, manner=bearer.manner, decision=decision, acting=acting)

    def speaks_in_plural(self, actors: Actors) -> bool:
        """Whether the verb of these actors is in the plural."""
        if self.phrases.cases:
            return self.grammar.is_plural(self.actors(actors))
        if len(actors.members) > 1 and actors.joined_by == "and":
            return True
        last = actors.members[-1]
        if last.quantifier in _COUNTED:
            return last.count != 1
        if last.quantifier == "" and self.naming.vocabulary.anything(last.name) is None:
            return self.grammar.is_plural(last.name)
        return last.quantifier in _PLURAL_QUANTIFIERS or (last.quantifier == "" and key(last.name) in ("they", "them"))

    def _quantified(self, actor: Actor) -> str:
        quantifier = actor.quantifier
        found = self.naming.vocabulary.anything(actor.name)
        if found is not None and found.kind == "pronoun":
            return self._part_of(actor) if quantifier else self.naming.pronoun(actor.name)
        several = quantifier in _PLURAL_QUANTIFIERS or (quantifier in _COUNTED and actor.count != 1)
        if found is not None and found.kind in ("group", "role"):
            plural = self.naming.counted_nouns if quantifier in _COUNTED else self.naming.nouns
            noun = plural(actor.name) if several else self.naming.noun(actor.name)
        else:
            noun = self.naming.bare_name(actor.name) if quantifier or actor.other else self.naming.full_name(actor.name)
        if actor.other:
            noun = self.say("other", noun=noun)
        if quantifier == "a":
            return self.say("one_a", noun=noun, article=self.grammar.article(noun), other=actor.other)
        if self.phrases.cases and not actor.other and quantifier in ("", "the") and (found is None or found.kind not in ("group", "role")):
            return self.naming.full_name(actor.name)  # with the forms that are its own
        form = "many_" if several else "one_"
        return self.say(form + (quantifier.replace(" ", "_") or "named"), noun=noun, count=self._count(actor), bears=self._bears)

    def _every_one(self, actor: Actor) -> str:
        """`all the Parties`, where it counts that none is left out; empty for others than the members of a group."""
        found = self.naming.vocabulary.who(actor.name)
        if actor.quantifier != "all" or found is None or found.kind not in ("group", "role"):
            return ""
        noun = self.naming.counted_nouns(actor.name)
        return self.say("many_whole", noun=self.say("other", noun=noun) if actor.other else noun, count=None)

    def _count(self, actor: Actor) -> object:
        if isinstance(actor.count, str):
            return self.grammar.share(actor.count)
        return self.grammar.number(actor.count) if isinstance(actor.count, Decimal) else actor.count

    def _part_of(self, actor: Actor) -> str:
        """`each of them`, `at least 2 of them`."""
        return self.say("part_" + actor.quantifier.replace(" ", "_"), whole=self.naming.pronoun(actor.name), count=self._count(actor))

    def _settle_variables(self, clause: Clause) -> None:
        """How the actors named by `as` in a clause are spoken of: by that name, or simply as `that Party` where nobody else could be meant."""
        actors = actors_in(clause)
        bound = [actor for actor in actors if actor.variable is not None]
        if not bound:
            return
        self._variables = {
            actor.variable: self.say("one_the", noun=self.naming.variable(actor.variable), count=None) for actor in bound if actor.variable is not None
        }
        first = bound[0]
        alike = [actor for actor in actors if actor is not first and actor.name == first.name and not actor.other]
        spoken_of = any(actor.quantifier == "" and actor.name == first.variable for actor in actors)
        that = any(actor.quantifier == "that" for actor in actors)
        if len(bound) == 1 and first.quantifier in _ONE_OF_MANY and spoken_of and not alike and not that and first.variable is not None:
            self._spoken_of_as_that = True
            self._variables = {first.variable: self.say("one_that", noun=self.naming.noun(first.name), count=None)}

    def role(self, role: Role, *, doing: bool = False, governing: Mapping[str, str] = NOTHING) -> str:
        """`to Ukraine`, `as determined by the Joint Commission`. Of `doing`, what happens has happened only when every one of several has done it.

        `governing` says how the act or event that has the role wants it said, in languages where that matters.
        """
        filled = [self.actors(role.actors)] if role.actors is not None else []
        if doing and role.preposition == "by" and role.actors is not None and len(role.actors.members) == 1:
            filled = [self.actors(role.actors, whole=self._every_one(role.actors.members[0]))]
        filled += [self.references(role.references)] if role.references else []
        return self.grammar.role(role.preposition, self.grammar.joined(filled) if filled else "", governing)

    def references(self, references: tuple[Reference, ...]) -> str:
        """Cross-references, linked."""
        return self.citing.references(references)

    # ------------------------------------------------------------ time

    def timing(self, timing: Timing) -> str:
        """`within 30 days of the entry into force of this Treaty`, `by the earlier of 1 January 2027 and a breach`."""
        anchors = [self.apart(timing.anchor)] if timing.anchor is not None else []
        anchors += [self._instant(timing)] if timing.on is not None else []
        if timing.clocks:
            anchors.append(self.say("clocks", which=timing.which, clocks=[self._clock(clock) for clock in timing.clocks]))
        period, times = timing.period, timing.times or 0
        return self.say(
            f"time_{timing.kind.replace(' ', '_')}",
            period=self.amounts.recurring(period) if timing.kind in ("every", "times") else self.amounts.period(period) if period is not None else "",
            low="" if timing.at_least is None else self.grammar.number(timing.at_least),
            anchor=self.grammar.joined(anchors),
            bound=timing.bound,
            times=self.grammar.ordinal(times) if timing.kind == "first day of month" else self.grammar.often(times),
            at_an_hour=bool(timing.hour),
        )

    def _instant(self, timing: Timing) -> str:
        """A day, with its hour where it has one: `00:00 hours (UTC+2) on 15 February 2015`."""
        assert timing.on is not None
        day = self.grammar.day(timing.on)
        if not timing.hour and not timing.zone:
            return day
        return self.say("instant", day=day, hour=plain(timing.hour), zone=_zone(plain(timing.zone)))

    def apart(self, event: EventTerm) -> str:
        """An event behind which a time may follow, such as what a time counts from: its own window is kept apart from that."""
        if event.within is None:
            return self.event(event)
        return self.say("anchor_within", event=self.event(event._replace(within=None)), window=self.timing(event.within))

    def _clock(self, clock: Clock) -> str:
        event = self.apart(clock.event) if clock.event is not None else self.grammar.day(clock.on) if clock.on is not None else ""
        return self.say("clock_after", period=self.amounts.period(clock.period), event=event) if clock.period is not None else event

    # ------------------------------------------------------------ events and conditions

    def event(self, event: EventTerm, *, bare: bool = False) -> str:
        """An event as a noun with what belongs to it: `an armed attack by the Russian Federation on Ukraine`. `bare` leaves its article out."""
        noun = self.naming.occurrence(event.name)
        own = event.name == "entry into force" and all(reference.kind == "treaty" for reference in event.references)
        if event.name == "entry into force" and (not own or any(role.preposition == "of" for role in event.roles)):
            noun = self.say("entry_into_force", instrument="")
        if event.name == "entry into force" and event.roles and event.roles[0].preposition == "of":
            noun = self.grammar.definite(event.name)  # of another treaty, which the role names
        if event.aspect:
            noun = self.say(f"event_{event.aspect}", event=self.grammar.definite(noun))
        rest = []
        if event.references and not own:  # its noun names the treaty already
            rest.append(self.say("event_of", what=self.references(event.references)))
        if event.quantities:
            rest.append(self.say("event_of", what=self.amounts.quantities(event.quantities)))
        governing = noun.forms if isinstance(noun, Phrase) else NOTHING
        rest += [self.role(role, doing=True, governing=governing) for role in event.roles]
        if event.within is not None:
            rest.append(self.timing(event.within))
        return followed(self.grammar.bare(noun) if bare else noun, *rest)

    def condition(self, condition: Condition) -> str:
        """A condition as a clause: `either there is a breach and the ceasefire is in effect, or there is no waiver`."""
        alternatives = [self.say("all_so", atoms=[self.atom(atom) for atom in alternative]) for alternative in condition.alternatives]
        compound = any(len(alternative) > 1 for alternative in condition.alternatives)
        return self.say("one_so", alternatives=alternatives, compound=compound)

    def happening(self, condition: Condition, form: str) -> str:
        """A condition as nouns, in `form` ("in_the_event", "upon", "any_one_of"); empty when it is not made of events alone."""
        alternatives = []
        for alternative in condition.alternatives:
            nouns = []
            for atom in alternative:
                if atom.kind != "occurs" or atom.negated or atom.already or self.naming.is_status(atom.event.name):
                    return ""
                nouns.append(self.event(atom.event))
            alternatives.append(self.say("together", events=nouns))
        return self.say(form, events=alternatives)

    def atom(self, atom: Atom) -> str:
        """One condition: `there is a breach`, `the ceasefire is not in effect`, `heavy weapons exceed 200`."""
        if atom.kind == "occurs":
            noun = self.naming.occurrence(atom.event.name)
            plural = not atom.event.aspect and self.grammar.is_plural(noun)
            already = "_already" if atom.already else ""
            if self.naming.is_status(atom.event.name):
                return self.say(("status_ended" if atom.negated else "status_holds") + already, status=self.event(atom.event), plural=plural)
            if atom.negated:
                return self.say("does_not_occur" + already, event=self.event(atom.event, bare=True), plural=plural)
            definite = bool(atom.event.aspect) or self.grammar.is_definite(noun)
            return self.say("occurs" + already, event=self.event(atom.event), plural=plural, definite=definite)
        named = self.naming.measure(atom.measure)
        plural = self.grammar.is_plural(named)
        if not plural and atom.roles and atom.roles[0].preposition == "of":
            named = self.grammar.definite(named)  # the contribution of that Party
        governing = named.forms if isinstance(named, Phrase) else NOTHING
        named = followed(named, *(self.role(role, governing=governing) for role in atom.roles))
        if atom.kind == "level":
            return self.say("measure_is_level", measure=named, level=self.naming.level(atom.level), plural=plural)
        if atom.formula is not None:
            amount = self.amounts.formula(atom.formula)
        else:
            number = "" if atom.amount is None else self.grammar.number(atom.amount)
            amount = self.say("amount_stated", number=number, unit=self.naming.unit(atom.unit, atom.amount))
        return self.say("measure_" + atom.comparator.replace(" ", "_"), measure=named, amount=amount, plural=plural)


def _zone(zone: str) -> str:
    """The distance of an hour from UTC: `+02:00` is `UTC+2`."""
    found = re.fullmatch(r"([+-])0?(\d{1,2}):(\d\d)", zone)
    if found is None:
        return zone
    sign, hours, minutes = found.groups()
    return f"UTC{sign}{hours}" + ("" if minutes == "00" else f":{minutes}")


def _manners(treaty: Treaty) -> list[str]:
    """Register and style, the weightier first: no style may make a political instrument binding, and `mou` does not."""
    register = ["political"] if treaty.political else []
    style = [treaty.style] if treaty.style else []
    return [*style, *register] if treaty.style == "mou" else [*register, *style]


def actors_in(part: object) -> list[Actor]:
    """Every actor named in a part of a treaty, however deep; the outermost first."""
    found: list[Actor] = []
    pending = [part] if isinstance(part, tuple) else []
    for current in pending:  # which grows as it is gone through
        if isinstance(current, Actor):
            found.append(current)
            continue
        for each in current:  # of every clause; most are words and numbers, and their class is the quickest to tell
            if each and each.__class__ not in _SINGLE and isinstance(each, tuple):
                pending.append(each)  # noqa: PERF401  a list made for every part costs more than it spares
    return found
