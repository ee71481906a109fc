"""Acts of a treaty, with their time and qualifiers → the predicates of its sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from clausekit.drafting.phrase import Phrase
from clausekit.drafting.wording import NOTHING, Wording
from clausekit.model.clauses import Act, Limb
from clausekit.model.qualifiers import Manner, Precedence, Qualifier, Restriction, When
from clausekit.model.terms import Condition, Timing

# What limits the time of an act. Two limits are joined by `and`; `for 10 years until withdrawal` needs nothing between.
_LIMITS = frozenset(
    {"within", "by", "before", "after", "not later than", "not earlier than", "exactly", "on", "first day of month", "immediately", "as soon as possible"}
)
_FORMS_OF_WHEN = {"if": "in_the_event", "upon": "upon"}


class Modality(NamedTuple):
    """What of a statement's head its limbs must know: the number of the bearer, and whether they are forbidden or allowed what they are told."""

    plural: bool
    negative: bool = False
    permissive: bool = False
    subject: str = ""


class Limbs:
    """Says acts, with one wording of terms."""

    def __init__(self, wording: Wording) -> None:
        """Use `wording` for the terms."""
        self._wording = wording
        self._say = wording.say

    def when(self, word: str, condition: Condition) -> str:
        """`in the event of a breach`, `whenever there is a request by Ukraine`, `for as long as the ceasefire is in effect`."""
        return self._happening(word, condition) or self._say(f"{word}_clause", condition=self._wording.condition(condition))

    def is_happening(self, word: str, condition: Condition) -> bool:
        """Whether `when` says it with nouns: `in the event of a breach`."""
        return bool(self._happening(word, condition))

    def _happening(self, word: str, condition: Condition) -> str:
        form = _FORMS_OF_WHEN.get(word)
        return self._wording.happening(condition, form) if form else ""

    # ------------------------------------------------------------ predicates

    def adverb(self, limb: Limb, modality: Modality) -> str:
        """What of a limb's time stands before its verb, if anything: `at all times`; after a `not`, `at any time`; after a `may`, what is said so."""
        if len(limb.timing) != 1 or not self._wording.grammar.puts_adverbs_first:
            return ""
        kind = limb.timing[0].kind
        if kind == "at all times":
            return self._always(modality)
        before = kind == "immediately" or (kind == "at any time" and modality.permissive)
        return self._wording.timing(limb.timing[0]) if before and not modality.negative else ""

    def predicate(self, limb: Limb, modality: Modality) -> str:
        """Act and details, without what `adverb` says: `deploy forces of at least 5,000 troops to Ukraine within 30 days`."""
        act, wording = limb.act, self._wording
        objects = [wording.actors(act.objects)] if act.objects is not None else []
        objects += [wording.references(act.cited)] if act.cited else []
        rest = self._roles(act) + self._details(limb, modality, adverb_said=bool(self.adverb(limb, modality)))
        counting = self._counting(act)
        if counting:
            return ending(wording.grammar.done_to(counting, [wording.amounts.quantities(act.quantities)]), rest) + rest
        done = wording.grammar.done_to(self._verb(act), objects)
        return ending(done + self._ensured(act) + self._amounts(act), rest) + rest

    def point(self, limb: Limb, modality: Modality) -> str:
        """A limb as a lettered point, adverb and all."""
        return " ".join(part for part in (self.adverb(limb, modality), self.predicate(limb, modality)) if part)

    def passive(self, limb: Limb, modal: Callable[[str], str], noun: str) -> str:
        """An act that nobody is named for: `forces shall be deployed to Ukraine`. An act without an object asks who is to do it, a `noun`."""
        act, wording = limb.act, self._wording
        modality = Modality(plural=False)
        behind = [wording.actors(act.objects)] if act.objects is not None else []
        behind += [wording.references(act.cited)] if act.cited else []
        amounts = wording.amounts.quantities(act.quantities) if act.quantities else ""
        phrase = self._verb(act)
        counting = self._counting(act)
        affected, done, rest = (
            wording.grammar.passive(counting, amounts)
            if counting
            else wording.grammar.passive(phrase, behind[0] if behind else amounts if " " not in phrase else "")
        )
        if not affected or act.ensured or phrase.endswith(" to"):
            unnamed = self._say("unnamed", noun=noun)
            head = self._say("head", subject=unnamed, modal=modal(unnamed))
            return wording.grammar.run_on(head, self.point(limb, modality._replace(subject=unnamed)))
        counted = affected == amounts
        affected += "" if counted else self._amounts(act)
        after = " ".join(part for part in (rest, *behind[1:]) if part)
        said = self._say("passive", affected=affected, modal=modal(affected), done=done, after=after)
        return said + self._roles(act) + self._details(limb, modality, adverb_said=False)

    # ------------------------------------------------------------ details

    def _verb(self, act: Act) -> str:
        naming = self._wording.naming
        done_to = act.objects is not None or bool(act.cited)
        return naming.doing(act.action, act.aspect, alone=not done_to) if act.aspect else naming.act(act.action, done_to=done_to)

    def _counting(self, act: Act) -> str:
        """The verb of an act that names what its amount counts, which is then said once: `provide 12 aircraft`, not `provide aircraft of 12 aircraft`."""
        if len(act.quantities) != 1 or act.objects is not None or act.cited or act.aspect:
            return ""
        quantity, (verb, _, noun) = act.quantities[0], self._verb(act).partition(" ")
        counted = self._wording.naming.unit(quantity.unit, quantity.amount) if quantity.unit and quantity.formula is None else ""
        return verb if noun and noun.lower() == counted.lower() else ""

    def _ensured(self, act: Act) -> str:
        """What must be so: ` that there is no belligerent act, and that tanks in Zone A are at most 230`."""
        return spaced(self._say("ensured", conditions=[self._wording.condition(each) for each in act.ensured])) if act.ensured else ""

    def _amounts(self, act: Act) -> str:
        """Amounts. One follows its noun; a verb of one word without an object takes it directly: `deploy 5,000 troops`."""
        if not act.quantities:
            return ""
        wording = self._wording
        phrase = self._verb(act)
        amounts = wording.amounts.quantities(act.quantities)
        if " " not in phrase and act.objects is None and not act.cited:
            return f" {amounts}"
        # Behind a phrase that has its own `of`, another would belong to the wrong noun: `personnel of the forces of 6,000 trainees`.
        crowded = " of " in phrase or act.objects is not None or bool(act.cited)
        return spaced(self._say("act_amounting_to" if crowded else "act_of", amounts=amounts))

    def _roles(self, act: Act) -> str:
        if not act.roles:
            return ""
        verb = self._verb(act)
        governing = verb.forms if isinstance(verb, Phrase) else NOTHING
        return "".join(f" {self._wording.role(role, governing=governing)}" for role in act.roles)

    def _details(self, limb: Limb, modality: Modality, *, adverb_said: bool) -> str:
        before = "," if limb.act.ensured and len(limb.act.ensured) > 1 else ""
        timing = () if adverb_said else limb.timing
        said = self.details(timing, limb.qualifiers, modality, adverbs=True)
        return f"{before}{said}" if said and not said.startswith(",") else said

    def details(self, timing: tuple[Timing, ...], qualifiers: tuple[Qualifier, ...], modality: Modality, *, adverbs: bool = False) -> str:
        """Manner, time, conditions, precedence, restrictions: in this order, whatever order they were written in."""
        by_kind: dict[type, list[Qualifier]] = {Manner: [], When: [], Precedence: [], Restriction: []}
        for qualifier in qualifiers:
            by_kind[type(qualifier)].append(qualifier)
        text = self.qualified(by_kind[Manner], modality)
        text += self.times(timing, modality, after=text, adverbs=adverbs)
        return text + self.qualified([*by_kind[When], *by_kind[Precedence], *by_kind[Restriction]], modality)

    def times(self, timings: tuple[Timing, ...], modality: Modality, *, after: str, adverbs: bool = False) -> str:
        """Times, each behind what stands before it. `after` is the text they follow, which a comma keeps apart from `not earlier than`.

        `adverbs` says that a single `at all times` would have stood before the verb.
        """
        said = ""
        for index, timing in enumerate(timings):
            text = self._time(timing, modality, plainly=adverbs and len(timings) == 1, first=not index)
            if index and timing.kind in _LIMITS and timings[index - 1].kind in _LIMITS:
                said += " " + self._say("and_also") + " " + text
            else:
                said += (", " if timing.kind == "not earlier than" and after and not said else " ") + text
        return said

    def _time(self, timing: Timing, modality: Modality, *, plainly: bool, first: bool) -> str:
        if timing.kind == "at all times":
            return self._always(modality)
        if timing.kind == "at any time" and not plainly and modality.negative:
            return self._say("time_at_any_moment")  # beside other times, `at any time` is what `at all times` becomes
        said = self._wording.timing(timing)
        return self._say("exactly", time=said) if timing.kind == "exactly" and not first else said

    def _always(self, modality: Modality) -> str:
        return self._say("at_any_time" if modality.negative else "at_all_times")

    def qualified(self, qualifiers: list[Qualifier] | tuple[Qualifier, ...], modality: Modality) -> str:
        """Qualifiers, each behind its comma or space."""
        return "".join(self._qualifier(qualifier, modality) for qualifier in qualifiers)

    def _qualifier(self, qualifier: Qualifier, modality: Modality) -> str:
        if isinstance(qualifier, Manner):
            return " " + self._manner(qualifier, modality)
        if isinstance(qualifier, When):
            return " " + self.when(qualifier.word, qualifier.condition)
        form = qualifier.kind.replace(" ", "_")
        if isinstance(qualifier, Precedence):
            return ", " + self._say(form, target=self._named(qualifier))
        conditions = [self._wording.condition(qualifier.condition)] if qualifier.condition is not None else []
        roles = [self._wording.role(role) for role in qualifier.roles]
        return ", " + self._say(f"{form}_clause", condition=" ".join(conditions), roles=" ".join(roles))

    def _manner(self, manner: Manner, modality: Modality) -> str:
        period = self._wording.amounts.period(manner.period) if manner.period is not None else ""
        several = manner.period is not None and manner.period.parts[-1][0] != 1
        actors = self._wording.actors(manner.actors) if manner.actors is not None else ""
        return self._say(
            manner.kind.replace(" ", "_"),
            actors=actors,
            period=period,
            several=several,
            plural=modality.plural,
            what=self._named(manner),
            bearer=modality.subject,
        )

    def _named(self, qualifier: Manner | Precedence) -> str:
        """The clauses, or the thing by its name, that a qualifier speaks of."""
        targets = [self._wording.references(qualifier.references)] if qualifier.references else []
        targets += [self._wording.naming.cited(qualifier.name)] if qualifier.name is not None else []
        return self._wording.grammar.joined(targets)


def spaced(text: str) -> str:
    """The text behind a space, unless it begins with its own comma."""
    return text if text.startswith(",") else f" {text}"


def ending(text: str, following: str) -> str:
    """A text that may end with the comma that closes it, before what follows: without the comma where nothing does, or another comma."""
    return text if following and not following.startswith((",", ".", ";")) else text.removesuffix(",")
