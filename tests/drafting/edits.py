"""A sentence with one field, at any depth, changed to another valid value; and what two sentences have in common that mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from clausekit.model import amounts, clauses, life, literals, terms
from clausekit.model import qualifiers as qualifying
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.edits_life import INSTRUMENTS, fields
from tests.drafting.probe import DECLARED, Room
from tests.drafting.samples import NEW_SAMPLES
from tests.model import generate as make

# Where a changed field takes a whole part from: an opening more, another event, the other filling of a role.
SAMPLES = (
    DECLARED
    + """
article 1 "Samples"
  If breach by Ukraine or if not armed attack on any Party as victim and if ceasefire, then each other Party shall assist victim
    within 30 days of request by Ukraine, unless waiver by Poland, failing which deploy forces of 10 to 20 troops to Ukraine.
  While ceasefire, then whenever heavy weapons exceed 200 weapons, the Guarantors jointly and severally may impose sanctions of at most 3.5 percent
    with 6 months notice every 2 weeks, subject to article 5, provided that threat level is low.
  Upon landing of troops of at least 100 troops within 10 days of signature, at least 2 European Allies acting by consensus undertake to notify Joint Commission
    by the earlier of 2027-01-01 and 3 months after breach, except for Self-Defence, notwithstanding international law,
    failing which, when violation of article 12, a majority of the Parties should suspend article response immediately.
  France or Poland need not hold exercises between Norway and each of them before 2030-05-01 in consultation with that Guarantor as it deems necessary,
    without prejudice to paragraph 1 of article 5.
  No Party other than Poland may withdraw units from the Buffer Zone not later than 1 year and 6 months before entry into force at the request of Council.
  The European Allies severally guarantee the duties of Ukraine under article 5 in favour of Poland by clause response until the later of breach and 2031-01-01.
  Two thirds of the Parties guarantee Territory and ceasefire.
  If heavy weapons are below 5 and if heavy weapons are at least 3 or if heavy weapons are at most 2 and if heavy weapons are 1 weapons,
    then at most 3 European Allies shall deploy forces to exactly 4 States and at least 1 Party of exactly 5 troops from 2026-05-01 for 10 years,
    except breach, failing which France shall use force after 2027-05-01, except for Ukraine.
  Each of them may suspend each Guarantor against any of them from no of them on at least 2 of them with at most 3 of them and exactly 4 of them
    for a majority of them after breach.
  At most 1 European Ally may suspend article 99, paragraph 3 of article 99, annex Z, clause nobody, part 9, paragraph 1 of article 12,
    and point (b) of paragraph 1 of article 13 against exactly 1 State, subject to paragraph 2 of this article and clause withdrawal of units.
  If request, then each Border State shall: (a) assist Ukraine under point (a) of paragraph 1 of article 5; (b) do so at all times if breach; or
    (c) suspend article 5 and annex A. No Party shall use force and shall notify the Guarantors as soon as possible.
"""
    + NEW_SAMPLES
)
Updates = Iterator[dict[str, Any]]
Field = Callable[[Any], Iterable[dict[str, Any]]]
COLLECTIVES = (*make.ROLE_GROUPS, *make.GROUPS)
PLACES = (*make.ZONES, *make.TERMS, *INSTRUMENTS)
RANKS = (qualifying.Manner, qualifying.Precedence, qualifying.Restriction, qualifying.When)


@cache
def pool(kind: type) -> tuple[Any, ...]:
    """Parts of a kind, one of each sort, from the samples."""
    reading = read_source(Source(SAMPLES))
    assert not [each.message for each in reading.diagnostics if each.code.startswith("CK1")]
    assert reading.record is not None
    found = {part: None for clause in reading.record.divisions[0].clauses for _, part in parts(clause) if type(part) is kind}
    return tuple(found)


def whole_clauses() -> tuple[Any, ...]:
    """The clauses of the samples: sentences, records and prose."""
    return tuple(clause for kind in (clauses.Sentence, life.Record, clauses.Prose) for clause in pool(kind))


def variants(sentence: Any) -> Iterator[tuple[str, Any]]:
    """Every clause that differs from `sentence` in one field, with the name of the field."""
    for path, part in parts(sentence):
        for field, changes in FIELDS.get(type(part), {}).items():
            for update in changes(part):
                changed = part._replace(**update)
                if changed != part:
                    yield f"{type(part).__name__}.{field}", replaced(sentence, path, changed)


def parts(value: Any, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Every part of a sentence, with the way to it."""
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            yield path, value
        for index, each in enumerate(value):
            yield from parts(each, (*path, index))


def replaced(whole: Any, path: tuple[int, ...], new: Any) -> Any:
    if not path:
        return new
    inner = [*whole[: path[0]], replaced(whole[path[0]], path[1:], new), *whole[path[0] + 1 :]]
    return type(whole)(*inner) if hasattr(whole, "_fields") else tuple(inner)


# ---------------------------------------------------------------- what a field may become


def one_of(field: str, *values: Any) -> Field:
    """Another of these values."""
    return lambda _: ({field: value} for value in values)


def from_pool(field: str, kind: type, *others: Any) -> Field:
    """Another part from the samples, or one of `others`."""
    return lambda _: ({field: value} for value in (*pool(kind), *others))


def if_set(field: str, *values: Any) -> Field:
    """Another of these values, where there is one."""
    return lambda part: ({field: value} for value in values if getattr(part, field) not in (None, ""))


def several(field: str, kind: type, least: int = 0) -> Field:
    """An element less or more, or two in the other order."""

    def updates(part: Any) -> Updates:
        now = getattr(part, field)
        if len(now) > least:
            yield from ({field: now[:at] + now[at + 1 :]} for at in range(len(now)))
        yield from ({field: (*now[:at], now[at + 1], now[at], *now[at + 2 :])} for at in range(len(now) - 1))
        yield from ({field: (*now, new)} for new in pool(kind)[:4])

    return updates


def replaced_whole(kind: type) -> Field:
    """All fields at once, from another part of the kind."""
    return lambda part: ({field: getattr(other, field) for field in part._fields[2:]} for other in pool(kind))


def qualifiers(part: Any) -> Updates:
    """A qualifier less or more. Those of one kind stand together: in which order the kinds are written means nothing, and the resolver sorts them."""
    now = part.qualifiers
    yield from ({"qualifiers": now[:at] + now[at + 1 :]} for at in range(len(now)))
    for new in (pool(kind)[0] for kind in (RANKS[:3] if type(part) is life.Application else RANKS)):
        # Conditions of a sentence on the life of a treaty open it, wherever they are written.
        yield {"qualifiers": tuple(sorted((*now, new), key=lambda each: RANKS.index(type(each))))}


def alternatives(part: Any) -> Updates:
    """The same atoms in other alternatives, `A and if B, or if C` for `A or if B and if C`; and an atom less or more."""
    groups = part.alternatives
    atoms = [atom for group in groups for atom in group]
    for cuts in range(2 ** (len(atoms) - 1)):
        made: list[tuple[Any, ...]] = [(atoms[0],)]
        for at, atom in enumerate(atoms[1:]):
            made = [*made, (atom,)] if cuts >> at & 1 else [*made[:-1], (*made[-1], atom)]
        yield {"alternatives": tuple(made)}
    yield {"alternatives": groups[::-1]}
    yield {"alternatives": (groups[0][::-1], *groups[1:])}
    for new in (pool(terms.Compares)[0], pool(terms.Occurs)[0]):
        yield {"alternatives": (*groups, (new,))}
        yield {"alternatives": (*groups[:-1], (*groups[-1], new))}


def quantifiers(part: Any) -> Updates:
    words = ("a", "the", "all", "each", "any", "no", "that", "majority") if part.name in COLLECTIVES else ("", "a", "each", "any", "no", "that")
    if part.name not in (*COLLECTIVES, *PLACES):
        return
    yield from ({"quantifier": word, "count": None} for word in words)
    yield from ({"quantifier": word, "count": count} for word in ("at least", "at most", "exactly") for count in (1, 2, 7))
    yield from ({"quantifier": "percent", "count": percent} for percent in (Decimal(30), Decimal("7.5")))
    yield from ({"quantifier": "fraction", "count": share} for share in get_args(literals.ShareName))


def names(part: Any) -> Updates:
    """Another name of the same kind; a single actor may also be one that the sentence named by `as`."""
    singles = (*make.ACTORS, *make.STATES, *make.BODIES, *make.VARIABLES, "Utopia")
    kind = next((kind for kind in (COLLECTIVES, PLACES, ("them", "themselves")) if part.name in kind), singles)
    yield from ({"name": name} for name in kind)


def variables(part: Any) -> Updates:
    if part.quantifier in ("a", "any", "each", "no", "that"):
        yield from ({"variable": name} for name in (None, *make.VARIABLES))


def filled(part: Any) -> Updates:
    """The other filling of a role."""
    if part.actors is None:
        yield from ({"actors": actors, "references": ()} for actors in pool(terms.Actors)[:3])
    else:
        yield from ({"actors": None, "references": (reference,)} for reference in pool(terms.Reference)[:3])


def anchors(part: Any) -> Updates:
    if part.kind == "within":
        yield from ({"anchor": event} for event in (None, *pool(terms.EventTerm)))
    elif part.kind in ("before", "after", "until") and not part.clocks:
        yield from ({"on": None, "anchor": event} for event in pool(terms.EventTerm))
        yield from ({"on": clock.on, "anchor": None} for clock in pool(terms.Clock) if clock.on is not None)


def joined(field: str, members: str) -> Field:
    """`and` or `or`: there is nothing to join where there is one member."""
    return lambda part: ({field: word} for word in ("and", "or") if len(getattr(part, members)) > 1)


def periods(part: Any) -> Updates:
    (count, unit), *more = part.parts
    yield from ({"parts": ((count, other), *more)} for other in get_args(literals.Unit))
    yield from ({"parts": ((other, unit), *more)} for other in (0, 1, 2, 12))
    yield {"parts": (*part.parts, (1, "hour"))}
    yield {"parts": part.parts[::-1]}


def of_statement(part: Any) -> Updates:
    if len(part.limbs) == 1 and part.bearer is not None:
        yield {"listed": not part.listed}


def bearers(part: Any) -> Updates:
    if part.bearer is not None:
        yield from ({"bearer": bearer} for bearer in pool(terms.Bearer))


def guaranteed(part: Any) -> Updates:
    if part.states:
        yield from ({"states": states} for states in (("ceasefire",), ("Territory", "ceasefire"), ("state of alert", "Self-Defence")))
    else:
        yield from ({"cited": (reference,)} for reference in pool(terms.Reference)[:3])
        yield from ({"duties_of": actors} for actors in (None, *pool(terms.Actors)[:3]))


EITHER = (True, False)
WINDOWS = ("within", "before", "after", "not later than")
EVENT_NAMES = (*make.EVENTS, *make.STATUSES, *make.ACTIONS[:3], *make.UNDECLARED_EVENTS)
FIELDS: dict[type, dict[str, Field]] = {
    clauses.Sentence: {"openings": several("openings", qualifying.When), "rungs": several("rungs", clauses.Rung)},
    clauses.Rung: {"openings": several("openings", qualifying.When)},
    qualifying.When: {"word": one_of("word", "if", "when", "whenever", "upon", "while")},
    qualifying.Restriction: {
        "kind": lambda part: ({"kind": kind} for kind in ("unless", "except", "provided that") if part.condition is not None),
        "roles": lambda part: several("roles", terms.Role, 1)(part) if part.roles else (),
    },
    qualifying.Precedence: {
        "kind": one_of("kind", "subject to", "notwithstanding", "without prejudice to"),
        "target": lambda _: ({"references": other.references, "name": other.name} for other in pool(qualifying.Precedence)),
    },
    clauses.Act: {
        "action": lambda part: ({"action": name} for name in (*make.ACTIONS, *(() if part.aspect else ("do so", "hold exercises"))) if not part.ensured),
        "objects": lambda part: ({"objects": actors} for actors in (None, *pool(terms.Actors)[:6]) if not part.ensured),
        "cited": lambda part: () if part.ensured else several("cited", terms.Reference)(part),
        "roles": lambda part: () if part.ensured else several("roles", terms.Role)(part),
        "quantities": lambda part: () if part.ensured else several("quantities", amounts.Quantity)(part),
    },
    clauses.Limb: {"timing": several("timing", terms.Timing), "qualifiers": qualifiers},
    clauses.Statement: {
        "modal": if_set("modal", *get_args(literals.Modal)),
        "bearer": bearers,
        "connective": joined("connective", "limbs"),
        "listed": of_statement,
    },
    clauses.Guarantee: {
        "what": guaranteed,
        "beneficiary": lambda _: ({"beneficiary": actors} for actors in (None, *pool(terms.Actors)[:3])),
        "response": several("response", terms.Reference),
        "timing": several("timing", terms.Timing),
        "qualifiers": qualifiers,
    },
    terms.Condition: {"alternatives": alternatives},
    terms.Occurs: {"negated": lambda part: ({"negated": negated} for negated in EITHER if not part.already)},
    terms.Compares: {
        "comparator": one_of("comparator", "exceeds", "is below", "is at least", "is at most", "is"),
        "amount": if_set("amount", Decimal(0), Decimal(200), Decimal("3.5")),
        "unit": lambda part: ({"unit": unit} for unit in (None, *make.UNITS) if part.formula is None),
        "measure": one_of("measure", *make.MEASURES),
    },
    terms.Level: {"level": one_of("level", "low", "high"), "measure": one_of("measure", *make.MEASURES)},
    terms.EventTerm: {
        "name": one_of("name", *EVENT_NAMES),
        "references": several("references", terms.Reference),
        "roles": several("roles", terms.Role),
        "quantities": several("quantities", amounts.Quantity),
        "within": lambda _: ({"within": timing} for timing in (None, *pool(terms.Timing)) if timing is None or timing.kind in WINDOWS),
    },
    terms.Role: {"preposition": one_of("preposition", *get_args(literals.Preposition)), "filled": filled},
    terms.Actors: {
        "members": several("members", terms.Actor, 1),
        "joined_by": joined("joined_by", "members"),
        "excluding": several("excluding", terms.Actor),
    },
    terms.Actor: {
        "quantifier": quantifiers,
        "name": names,
        "other": lambda part: ({"other": other} for other in EITHER if part.name in COLLECTIVES),
        "variable": variables,
    },
    amounts.Quantity: {
        "bound": one_of("bound", *get_args(literals.Bound)),
        "amount": if_set("amount", Decimal(1), Decimal(20_000), Decimal("3.67")),
        "high": lambda part: ({"high": high} for high in (None, Decimal(2), Decimal(30_000)) if part.formula is None),
        "unit": lambda part: ({"unit": unit} for unit in (None, *make.UNITS) if part.formula is None),
    },
    amounts.Period: {"parts": periods},
    terms.Reference: {"all": replaced_whole(terms.Reference), "paragraph": if_set("paragraph", 1, 2, 3), "point": if_set("point", "a", "b", "a)(ii")},
    terms.Bearer: {
        "manner": one_of("manner", "", "jointly", "severally", "jointly and severally", "unstated"),
        "decision": from_pool("decision", terms.Decision, None),
    },
    terms.Clock: {"all": replaced_whole(terms.Clock)},
    terms.Timing: {
        "all": replaced_whole(terms.Timing),
        "anchor": anchors,
        "at_least": lambda part: ({"at_least": low} for low in (None, 1, 5) if part.kind == "within"),
        "which": if_set("which", "earlier", "later"),
    },
}


for _part, _changes in fields(pool, several, qualifiers, qualifiers).items():
    FIELDS[_part] = {**FIELDS.get(_part, {}), **_changes}


# ---------------------------------------------------------------- what means the same


def meaning(sentence: Any, room: Room) -> Any:
    """The sentence without what may differ between two that mean the same, or that say it of the same thing."""
    vocabulary = room.sentences.wording.naming.vocabulary
    guarantors = bool(vocabulary.members("Guarantor"))
    bound = [part.variable for _, part in parts(sentence) if isinstance(part, terms.Actor) and part.variable is not None]
    # A name given by `as` is as good as any other, so long as each keeps its own.
    numbered = {name: f"<{bound.index(name)}>" for name in bound}

    def of(part: Any) -> Any:
        if not isinstance(part, tuple):
            return part
        if isinstance(part, terms.Reference):
            return _cited(part, room)
        if isinstance(part, clauses.Sentence):
            part = part._replace(label=None)  # says where the norm stands
        if isinstance(part, life.Record | clauses.Prose):
            part = part._replace(label=None, source="")
        if isinstance(part, clauses.Statement | clauses.Guarantee | life.Application | life.Declared):
            part = part._replace(source="")  # says where the norm comes from
        if isinstance(part, life.Application) and all(reference.kind == "treaty" for reference in part.references):
            part = part._replace(references=())  # what speaks of nothing else speaks of the treaty
        if isinstance(part, clauses.Statement) and guarantors and part.bearer is None and part.modal is None:
            part = part._replace(bearer=_THE_GUARANTORS, modal="shall")  # an act without a bearer is theirs (language, section 3)
        if isinstance(part, terms.Actor):
            if part.quantifier == "the" and part.name in PLACES:
                part = part._replace(quantifier="")  # `the Zone` and `Zone` are one place: the article belongs to its name
            named = numbered.get(part.name, part.name) if part.quantifier == "" else part.name
            part = part._replace(name=named, variable=numbered.get(part.variable or ""))
        if isinstance(part, terms.Actors) and len(part.members) == 1:
            part = part._replace(joined_by="and")  # one alone is joined to nothing
        return (type(part).__name__, *map(of, part[2:] if hasattr(part, "_fields") else part))

    return of(sentence)


def _cited(reference: terms.Reference, room: Room) -> Any:
    """What is cited, however it is cited; the words of the reference where there is no such thing, or it is in another treaty."""
    if reference.kind == "instrument" or reference.instrument is not None:
        return tuple(reference[2:])
    place = room.sentences.wording.citing.citations.find(reference, room.place)
    if place is None:
        return tuple(reference[2:])
    if place.provision is None:
        return ("division", id(place.division), reference.point)
    alone = place.provision.alone and reference.kind == "clause" and bool(place.provision.path)
    return ("division", id(place.provision.path[-1]), reference.point) if alone else ("provision", id(place.provision), reference.point)


_PLACE = (-1, -1)
_GUARANTORS = terms.Actors(*_PLACE, (terms.Actor(*_PLACE, "all", None, "Guarantor", other=False, variable=None),), "and", (), (), ())
_THE_GUARANTORS = terms.Bearer(*_PLACE, _GUARANTORS, "jointly and severally", None)
