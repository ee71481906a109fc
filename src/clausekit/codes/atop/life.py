"""Treaty → how it begins, who may join, how long it lasts and how it is left: dates, formation, term, renewal, renunciation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clausekit.codes.atop.coder import Coder, Rule
from clausekit.codes.provisions import Assertion, Norm
from clausekit.codes.scheme import Basis, Derivation, coded, coded_each, not_derivable
from clausekit.codes.words import begins, holds
from clausekit.model.amounts import Period
from clausekit.model.declarations import DeclaredActor, Group
from clausekit.model.life import Application
from clausekit.model.names import key
from clausekit.model.terms import Actor, EventTerm, Timing

_RATIFYING = ("ratif*", "approv*", "accept*", "accession*", "exchange of instruments", "deposit*", "constitutional*")
_SIGNING = ("sign*",)
_AGREEMENT = ("agreement*", "decision*", "consent*", "renewal")
# What a State is ready to do makes it no kind of States.
_READY = ("is ready", "is willing", "is prepared", "declares", "expresses", "accepts", "undertakes", "has declared", "has expressed", "has accepted")
_ENDS = ("ceases", "lapses", "is terminated")


def _months(period: Period | None) -> int | None:
    """A length of years and months, in months; None for anything else."""
    if period is None or any(unit not in {"year", "month"} for _, unit in period.parts):
        return None
    return sum(number * (12 if unit == "year" else 1) for number, unit in period.parts)


def _basis(coder: Coder, said: Application, where: Assertion, note: str = "") -> Basis:
    return coder.provisions.basis(said, where.provision, note or said.verb)


# ---------------------------------------------------------------- parties, entry into force


def bilat(coder: Coder) -> Derivation:
    """Two declared Parties or not."""
    parties = [actor for actor in coder.treaty.actors if actor.role in {"party", "guarantor"}]
    if not parties:
        return not_derivable("no party is declared")
    return coded(int(len(parties) == 2), f"{len(parties)} declared parties and guarantors", [coder.declaration(each, each.role) for each in parties])


def _beginnings(coder: Coder) -> Iterator[tuple[list[EventTerm], date | None, Basis]]:
    """The events and dates on which the treaty enters into force, sentence by sentence."""
    for said, where in coder.provisions.of_treaty("enters into force", "takes effect", "applies"):
        conditions = [opening.condition for opening in where.openings]
        conditions += [each.condition for each in coder.provisions.restrictions(said.qualifiers) if each.condition]
        events = [*coder.provisions.happenings(conditions), *(event for timing in said.timing for event in _anchors(timing))]
        yield events, next((timing.on for timing in said.timing if timing.on), None), _basis(coder, said, where)


def _anchors(timing: Timing) -> Iterator[EventTerm]:
    yield from (event for event in (timing.anchor, *(clock.event for clock in timing.clocks)) if event)


def _entry(coder: Coder) -> tuple[Derivation, date | None]:
    """The mode of entry into force, and the day of it where the text says one."""
    signed: list[Basis] = []
    ratified: list[Basis] = []
    day = None
    for events, on, basis in _beginnings(coder):
        words = [coder.provisions.words_of_event(event) for event in events]
        if any(holds(each, _RATIFYING) for each in words):
            ratified.append(basis)
        elif any(holds(each, _SIGNING) for each in words):
            signed.append(basis)
            day = day or coder.treaty.done_on
        elif on:
            signed.append(basis)
            day = day or on
    if ratified:
        return coded(1, "it enters into force on ratification", ratified), None
    if signed:
        return coded(0, "it enters into force on signature or on a date, without ratification", signed), day
    bound = [norm for norm in coder.owed("ratify") if norm.act.cited or not norm.act.objects]
    if bound:
        return coded(1, "its Parties are bound to ratify it", coder.bases(bound)), None
    return not_derivable("no clause says when it enters into force"), None


def estmode(coder: Coder) -> Derivation:
    """Signature or ratification."""
    return _entry(coder)[0]


def _begins(part: str) -> Rule:
    """The rule for the year, month or day of entry into force."""

    def rule(coder: Coder) -> Derivation:
        mode, day = _entry(coder)
        if day is not None:
            return coded(getattr(day, part), f"it enters into force on {day.isoformat()}", mode.bases)
        return not_derivable("the text names no day of entry into force" if mode.values else mode.reason, mode.bases)

    return rule


def yrent(coder: Coder) -> Derivation:
    """The year of entry into force, for each declared Party."""
    begun = coder.derive("begyr")
    return coded_each(dict.fromkeys(coder.provisions.parties, begun.value), begun.reason, begun.bases) if begun.value is not None else begun


# ---------------------------------------------------------------- publicity


def pubsecr(coder: Coder) -> Derivation:
    """Whether a clause keeps the treaty, or an article of it, secret."""
    secret = list(coder.owed("keep secret"))
    whole = [norm for norm in secret if any(reference.kind == "treaty" for reference in norm.act.cited)]
    if whole:
        return coded(2, "the treaty is to be kept secret", coder.bases(whole))
    partly = [norm for norm in secret if norm.act.cited]
    return coded(1, "a part of it is to be kept secret", coder.bases(partly)) if partly else coded(0, "no clause keeps the treaty or a part of it secret")


def secrart(coder: Coder) -> Derivation:
    """Nothing or everything; what lies between needs the list of kinds."""
    public = coder.derive("pubsecr")
    if public.value == 1:
        return not_derivable("an article is secret; the list of kinds of secret articles is not known", public.bases)
    return coded(8 if public.value else 0, public.reason, public.bases)


# ---------------------------------------------------------------- membership


def _doors(coder: Coder) -> tuple[list[tuple[Actor, Basis]], list[tuple[Actor, Basis]]]:
    """To whom the treaty is open: without an invitation, and by invitation."""
    free: list[tuple[Actor, Basis]] = []
    invited: list[tuple[Actor, Basis]] = []
    for said, where in coder.provisions.of_treaty("is open for accession"):
        to = [actor for role in said.roles if role.preposition == "to" and role.actors for actor in role.actors.members]
        (invited if said.invited_by else free).extend((actor, _basis(coder, said, where)) for actor in to)
    for norm in coder.provided("invite"):
        if norm.act.objects is not None and holds(coder.words(norm), ("state*", "power*", "countr*", "part*")):
            invited += [(actor, coder.basis(norm)) for actor in norm.act.objects.members]
    return free, invited


def proadd(coder: Coder) -> Derivation:
    """Open, by invitation, or closed."""
    free, invited = _doors(coder)
    if invited:
        return coded(2, "others may join when they are invited", [basis for _, basis in (*invited, *free)])
    return coded(1, "it is open to others", [basis for _, basis in free]) if free else coded(0, "no clause lets others join")


def futmem(coder: Coder) -> Derivation:
    """Named, limited, or any State."""
    doors = [*_doors(coder)[0], *_doors(coder)[1]]
    if not doors:
        return coded(0, "no clause lets others join")
    reach = {_reach(coder, actor) for actor, _ in doors}
    said = {1: "to those it names", 2: "to a kind of States", 3: "to any State"}
    return coded(min(reach & {2, 3} or reach), f"it is open {said[min(reach & {2, 3} or reach)]}", [basis for _, basis in doors])


def _reach(coder: Coder, actor: Actor) -> int:
    """1 for those named, 2 for a kind, 3 for any State; what a State must first do or declare is no kind of States."""
    part = coder.provisions.vocabulary.declared.get(key(getattr(coder.provisions.vocabulary.who(actor.name), "name", actor.name)))
    if isinstance(part, DeclaredActor):
        return 2 if part.role == "class" else 1
    if isinstance(part, Group):
        criterion = part.criterion
        if criterion is None:
            return 1
        return 3 if criterion.text and begins(criterion.text, _READY) else 2
    return 3 if key(actor.name).split()[0] in {"state", "states", "power", "powers"} else 2


# ---------------------------------------------------------------- term, renewal, leaving


def _fixed(coder: Coder) -> tuple[Period, Basis] | None:
    """The period for which the treaty remains in force."""
    for said, where in coder.provisions.of_treaty("remains in force"):
        for timing in said.timing:
            if timing.period is not None and timing.kind in {"for", "until"}:
                return timing.period, _basis(coder, said, where)
    return None


def _until(coder: Coder) -> list[Basis]:
    """What ends the treaty on an event: a sentence of its life, or a power of somebody who is no Party."""
    found = [
        _basis(coder, said, where)
        for said, where in coder.provisions.of_treaty("remains in force")
        if any(t.kind == "until" and t.anchor and not t.period for t in said.timing)
    ]
    found += [_basis(coder, said, where) for said, where in coder.provisions.of_treaty(*_ENDS) if said.timing or where.openings]
    outside = [norm for norm in _leaving(coder) if norm.bearer and not coder.provisions.bound(norm.bearer)]
    return found + coder.bases(outside)


def _leaving(coder: Coder) -> list[Norm]:
    """The powers to leave or end the treaty."""
    return [
        norm
        for norm in coder.allowed("leave")
        if not norm.act.objects and all(reference.kind == "treaty" for reference in norm.act.cited) and not norm.act.quantities
    ]


def _members_leaving(coder: Coder) -> list[Norm]:
    return [norm for norm in _leaving(coder) if coder.provisions.bound(norm.bearer)]


def _lock_in(coder: Coder) -> tuple[Period, Basis] | None:
    """How long the treaty must have been in force before a Party may leave it."""
    for norm in _members_leaving(coder):
        for timing in norm.limb.timing:
            if timing.period and timing.kind in {"not earlier than", "from", "exactly"} and timing.anchor and key(timing.anchor.name) == "entry into force":
                return timing.period, coder.basis(norm, f"{norm.act.action}: {timing.kind}")
    return None


def _indefinite(coder: Coder) -> list[Basis]:
    return [
        _basis(coder, said, where, "indefinitely")
        for said, where in coder.provisions.of_treaty("remains in force")
        if any(t.kind == "indefinitely" for t in said.timing)
    ]


def speclgth(coder: Coder) -> Derivation:
    """A period, an event, without end, or unstated."""
    fixed, unending, until, lock_in = _fixed(coder), _indefinite(coder), _until(coder), _lock_in(coder)
    if fixed:
        return coded(1, "it remains in force for a period", [fixed[1]])
    if unending:
        return coded(3, "it remains in force indefinitely", unending)
    if until:
        return coded(2, "it remains in force until an event", until)
    if lock_in:
        return coded(1, "nobody may leave before the end of a period, and its length is not otherwise stated", [lock_in[1]])
    return coded(0, "no clause says how long it lasts")


def length(coder: Coder) -> Derivation:
    """The period in months."""
    if coder.value("speclgth") != 1:
        return coded(0, "its length is no period", coder.derive("speclgth").bases)
    period, basis = _fixed(coder) or _lock_in(coder) or (None, None)
    months = _months(period)
    if months is None or basis is None:
        return not_derivable("its length is not stated in years and months", [basis] if basis else [])
    return coded(months, "the period, in months", [basis])


def renounce(coder: Coder) -> Derivation:
    """Whether and how a Party may leave."""
    leaving = _members_leaving(coder)
    if not leaving:
        return coded(0, "no clause lets a Party leave")
    bases = coder.bases(leaving)
    if _lock_in(coder):
        if _lock_in_is_length(coder):
            return coded(0, "it may be left only after the period that counts as its length", bases)
        return coded(3, "it may be left only after a period", bases)
    if any(coder.provisions.manners(norm.limb.qualifiers, "with notice") for norm in leaving):
        return coded(1, "it may be left with notice", bases)
    limited = any(norm.openings or norm.limb.qualifiers for norm in leaving)
    return coded(4, "it may be left in certain cases", bases) if limited else coded(2, "it may be left at any time", bases)


def _lock_in_is_length(coder: Coder) -> bool:
    return _fixed(coder) is None and coder.value("speclgth") == 1


def proren(coder: Coder) -> Derivation:
    """Renewal by itself, by agreement, or not spoken of."""
    renewed = list(coder.provisions.of_treaty("is renewed"))
    extended = list(coder.provisions.of_treaty("is extended by"))
    agreed = [_basis(coder, said, where) for said, where in renewed if _by_agreement(coder, said, where)]
    agreed += [_basis(coder, said, where) for said, where in extended]
    if renewed and not all(_by_agreement(coder, said, where) for said, where in renewed):
        return coded(2, "it is renewed by itself, unless denounced", [_basis(coder, said, where) for said, where in renewed])
    if agreed:
        return coded(1, "it is renewed when that is agreed", agreed)
    lock_in = _lock_in(coder)
    if lock_in and _lock_in_is_length(coder):
        return coded(2, "after the period that counts as its length it goes on until it is denounced", [lock_in[1]])
    return coded(0, "no clause speaks of renewal")


def _by_agreement(coder: Coder, said: Application, where: Assertion) -> bool:
    asked = [opening.condition for opening in where.openings]
    asked += [each.condition for each in coder.provisions.restrictions(said.qualifiers) if each.kind == "provided that" and each.condition]
    return any(holds(event.name, _AGREEMENT) for event in coder.provisions.happenings(asked))


def renewlgt(coder: Coder) -> Derivation:
    """The length of a renewal in months."""
    for said, where in coder.provisions.of_treaty("is renewed", "is extended by"):
        period = said.period or next((timing.period for timing in said.timing if timing.kind == "for" and timing.period), None)
        if period is not None:
            months = _months(period)
            basis = _basis(coder, said, where)
            return (
                not_derivable("its length is not stated in years and months", [basis])
                if months is None
                else coded(months, "the period of renewal, in months", [basis])
            )
    return coded(0, "no clause gives a renewal a length")


RULES: dict[str, Rule] = {
    "bilat": bilat, "estmode": estmode, "begyr": _begins("year"), "begmo": _begins("month"), "begday": _begins("day"), "yrent": yrent,
    "pubsecr": pubsecr, "secrart": secrart, "proadd": proadd, "futmem": futmem,
    "speclgth": speclgth, "length": length, "renounce": renounce, "proren": proren, "renewlgt": renewlgt,
}  # fmt: skip
