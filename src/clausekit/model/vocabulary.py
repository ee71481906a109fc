"""Treaty → what each name in it stands for: declared, built into the language, or neither."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.model.declarations import Action, Body, DeclaredActor, Group
from clausekit.model.names import NearNames, key, singular_of
from clausekit.model.part import Part
from clausekit.model.treaty import Treaty
from clausekit.named_tuples import NamedTuple

# The groups of the declared roles. A guarantor is a Party; a State, a signatory or an organ is not (language, section 2).
ROLE_GROUPS = {
    "Party": ("party", "guarantor"),
    "Guarantor": ("guarantor",),
    "State": ("state",),
    "Signatory": ("signatory",),
}
PLURAL_OF_ROLE = {"Party": "Parties", "Guarantor": "Guarantors", "State": "States", "Signatory": "Signatories"}
# An act and its noun are one event. The first eleven are the language's own; the rest are as common in treaties.
NOUN_OF_ACT = {
    "request": "request", "notify": "notification", "determine": "determination", "waive": "waiver", "ratify": "ratification",
    "withdraw": "withdrawal", "sign": "signature", "renew": "renewal", "object": "objection", "expire": "expiry", "terminate": "termination",
    "consult": "consultation", "suspend": "suspension", "amend": "amendment", "invoke": "invocation", "approve": "approval",
    "accede": "accession", "accept": "acceptance", "decide": "decision", "adopt": "adoption", "denounce": "denunciation",
    "reserve": "reservation", "extend": "extension", "reinstate": "reinstatement", "modify": "modification", "certify": "certification", "cure": "cure",
    "resume": "resumption", "invite": "invitation", "declare": "declaration", "deposit": "deposit", "refer": "referral", "reject": "rejection",
}  # fmt: skip
# Who holds an office that every treaty may have, by the word for it: the header says who it is.
OFFICES = {"depositary": "Depositary"}
# What happens to every treaty, and to its norms, without being declared.
TREATY_EVENTS = frozenset({"entry into force", "violation", "fulfilment", "failure", "performance"})
# Events every treaty speaks of, whose content is a question for its drafter rather than a name to declare.
BREACH = "breach"
# Which kinds of declared names are looked for under each heading of `Vocabulary.near`.
_KINDS_OF = {
    "who": ("actor", "group", "body"), "things": ("zone", "term", "measure", "instrument"), "happenings": ("event", "status", "action"), "actions": ("action",),
    "rules": ("rule",),
}  # fmt: skip
PRONOUNS = frozenset({"it", "they", "them", "themselves", "itself", "each other", "one another"})


class Found(NamedTuple):
    """What a name stands for.

    `kind` is actor, group, body, zone, term, measure, instrument, event, status, action, or one of the built-in kinds: role (`Party`), office (`Depositary`),
    noun (`waiver`), life (`entry into force`), pronoun. `name` is the declared spelling. `number` is singular or plural for a group, else empty.
    """

    kind: str
    name: str
    number: str = ""


class Vocabulary:
    """The names of one treaty, ready to be looked up."""

    def __init__(self, treaty: Treaty) -> None:
        """Index the declarations of `treaty`. A name declared twice keeps its first meaning."""
        self.declared: dict[str, Part] = {}
        self._who: dict[str, Found] = {}
        self._things: dict[str, Found] = {}
        self._happenings: dict[str, Found] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._near: dict[str, NearNames] = {}
        self._shown: dict[str, Found] = {}
        self._add(self._who, "actor", treaty.actors)
        for group in treaty.groups:
            self._add(self._who, "group", (group,), "plural")
            for singular in (group.singular, singular_of(group.name)):
                if singular:
                    self._who.setdefault(key(singular), Found("group", group.name, "singular"))
        self._add(self._who, "body", treaty.bodies)
        for role, plural in PLURAL_OF_ROLE.items():
            self._who.setdefault(key(role), Found("role", role, "singular"))
            self._who.setdefault(key(plural), Found("role", role, "plural"))
        for office, spelled in OFFICES.items():
            self._who.setdefault(office, Found("office", spelled))
        for pronoun in PRONOUNS:
            self._who.setdefault(pronoun, Found("pronoun", pronoun))
        self._add(self._things, "zone", treaty.zones)
        self._add(self._things, "term", treaty.terms)
        self._add(self._things, "measure", treaty.measures)
        self._add(self._things, "instrument", treaty.instruments)
        self._rules: dict[str, Found] = {}
        self._add(self._rules, "rule", treaty.rules)
        self._depositary = treaty.depositary
        self._add(self._happenings, "event", treaty.events)
        self._add(self._happenings, "status", treaty.statuses)
        self._add(self._happenings, "action", treaty.actions)
        for action in treaty.actions:
            if action.noun:
                self._happenings.setdefault(key(action.noun), Found("action", action.name))
        for act, noun in NOUN_OF_ACT.items():
            self._happenings.setdefault(noun, Found("noun", noun))
            self._happenings.setdefault(act, Found("noun", noun))
        for event in TREATY_EVENTS:
            self._happenings.setdefault(event, Found("life", event))
        self._actions = {key(action.name): Found("action", action.name) for action in reversed(treaty.actions)}
        self._actors = treaty.actors
        self._order = {actor.name: at for at, actor in enumerate(treaty.actors)}
        self._levels = {key(level) for measure in treaty.measures for level in measure.levels}

    def _add(self, index: dict[str, Found], kind: str, parts: Iterable[Part], number: str = "") -> None:
        for part in parts:
            name: str = part.name  # type: ignore[attr-defined]
            found = Found(kind, name, number)
            index.setdefault(key(name), found)
            self.declared.setdefault(key(name), part)
            display: str = getattr(part, "display", "")
            if display:
                self._shown.setdefault(key(display), found)

    # ------------------------------------------------------------ looking up

    def who(self, written: str) -> Found | None:
        """An actor, group, body, built-in group or pronoun; None when `written` is none of them."""
        return self._who.get(key(written))

    def anything(self, written: str) -> Found | None:
        """An actor, or a zone, term, measure or instrument: what can stand in a role."""
        wanted = key(written)
        return self._who.get(wanted) or self._things.get(wanted)

    def thing(self, written: str) -> Found | None:
        """A zone, term, measure or instrument."""
        return self._things.get(key(written))

    def instrument(self, written: str) -> Found | None:
        """Another treaty that this one cites."""
        found = self._things.get(key(written))
        return found if found is not None and found.kind == "instrument" else None

    def rule(self, written: str) -> Found | None:
        """A rule that decisions are taken by."""
        return self._rules.get(key(written))

    def happening(self, written: str) -> Found | None:
        """An event, status, act or noun of an act, or an event in the life of every treaty."""
        return self._happenings.get(key(written))

    def action(self, written: str) -> Found | None:
        """A declared action, or an act that is built into the language."""
        wanted = key(written)
        found = self._actions.get(wanted)
        if found is None and wanted in NOUN_OF_ACT:
            found = Found("noun", wanted)
        return found

    def has_level(self, written: str) -> bool:
        """Whether `written` is a level of some scale."""
        return key(written) in self._levels

    def near(self, written: str, *kinds: str) -> str | None:
        """The declared or built-in name that `written` probably stands for, among actors ("who"), things, happenings, actions and rules.

        It is misspelt, or what the draft prints for the name: `the Buffer Zone` for `Buffer`.
        """
        shown = self._shown.get(key(written))
        if shown is not None and any(shown.kind in _KINDS_OF[kind] for kind in kinds):
            return shown.name
        wanted = "+".join(kinds)
        if wanted not in self._near:
            built_in = {act: Found("noun", act) for act in NOUN_OF_ACT}
            indexes = {"who": self._who, "things": self._things, "happenings": self._happenings, "actions": {**built_in, **self._actions}, "rules": self._rules}
            spelled = [self._spelling(known, found) for kind in kinds for known, found in indexes[kind].items() if found.kind != "pronoun"]
            self._near[wanted] = NearNames(spelled)
        return self._near[wanted].nearest(written)

    def _spelling(self, known: str, found: Found) -> str:
        """How a name that is known by its key is spelled: a group may be known by its singular, an act by its noun."""
        if key(found.name) == known:
            return found.name
        if found.kind == "role":
            return PLURAL_OF_ROLE[found.name]
        part = self.declared.get(key(found.name))
        other_forms = (part.singular, singular_of(part.name)) if isinstance(part, Group) else (part.noun,) if isinstance(part, Action) else ()
        return next((form for form in other_forms if form and key(form) == known), known)

    # ------------------------------------------------------------ who belongs to what

    def members(self, name: str) -> tuple[str, ...]:
        """The declared actors that a name grounds to, in the order of their declarations: an actor is itself, a group its members.

        Empty for a name that stands for nobody known. A group that contains itself counts once.
        """
        wanted = key(name)
        if wanted not in self._members:
            self._members[wanted] = tuple(sorted(self._ground(name), key=self._order.__getitem__))
        return self._members[wanted]

    def parties(self) -> tuple[str, ...]:
        """Everybody bound by the treaty."""
        return self.members("Party")

    def actor(self, name: str) -> DeclaredActor | None:
        """The declaration of an actor."""
        part = self.declared.get(key(name))
        return part if isinstance(part, DeclaredActor) else None

    def _ground(self, name: str) -> set[str]:
        """The actors that a name stands for. Each group is entered once: groups may contain themselves, or share members a thousand levels deep."""
        actors: set[str] = set()
        entered: set[str] = set()
        open_names = [name]
        while open_names:
            found = self.who(open_names.pop())
            if found is None or found.name in entered:
                continue
            if found.kind == "actor":
                actors.add(found.name)
            elif found.kind == "office":
                entered.add(found.name)
                open_names += [self._depositary] if self._depositary else []
            elif found.kind == "role":
                actors.update(actor.name for actor in self._actors if actor.role in ROLE_GROUPS[found.name])
            else:
                entered.add(found.name)
                part = self.declared.get(key(found.name))
                if isinstance(part, Group | Body):
                    open_names += [member.name for member in part.members]
        return actors
