"""What the fields of the life of a treaty, of recognition, records, amounts, votes and times may become: the rest of the table of `edits`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, get_args

from clausekit.model import amounts, clauses, life, literals, qualifiers, terms
from tests.model import generate as make

Updates = Iterator[dict[str, Any]]
Field = Callable[[Any], Iterable[dict[str, Any]]]
Pool = Callable[[type], tuple[Any, ...]]
EITHER = (True, False)
BOUNDS = ("", "at least", "at most", "exactly")
VOTERS = ("Party", "European Allies", "Border States", "Joint Commission")
INSTRUMENTS = ("Charter", "Climate Convention")
_VOTE: dict[str, Any] = {"fraction": None, "number": None, "of": None, "voting": "", "reverse": False}
DECISIONS: tuple[dict[str, Any], ...] = (
    *({**_VOTE, "kind": kind} for kind in ("consensus", "unanimity", "majority")),
    *({**_VOTE, "kind": "fraction", "fraction": share} for share in get_args(literals.ShareName)),
    *({**_VOTE, "kind": "majority", "of": of} for of in VOTERS),
    *({**_VOTE, "kind": "fraction", "fraction": share, "of": of} for share in ("two thirds", "one half") for of in VOTERS),
    *({**_VOTE, "kind": "percent", "number": number, "of": of} for number in (Decimal(55), Decimal("0.5")) for of in VOTERS),
    *({**_VOTE, "kind": "at least", "number": number, "of": of} for number in (Decimal(1), Decimal(7)) for of in VOTERS),
    *({**_VOTE, "kind": "rule", "of": rule} for rule in ("Qualified Majority", "Silence")),
)
# Verbs that take the same behind them.
VERBS_ALIKE = (
    ("enters into force", "takes effect", "is deferred", "remains in force", "is renewed", "applies", "applies only", "applies again", "applies provisionally",
     "does not apply", "ceases", "lapses", "resumes", "is suspended", "is terminated"),
    ("prevails over", "replaces", "incorporates", "implements", "does not affect"),
    ("counts as", "does not count as"),
    ("is open for accession", "is open for signature", "is open for acceptance"),
)  # fmt: skip
MANNERS_ALIKE = (
    ("at the request of", "in consultation with", "on behalf of", "with the consent of"),
    ("as it deems necessary", "where possible", "for each occurrence", "subsidiarily"),
    ("with a statement of", "for the sole purpose of", "in accordance with"),
)
BARE_TIMES = ("at all times", "at any time", "immediately", "as soon as possible", "indefinitely", "unstated")
DATED, ANCHORED = ("by", "on", "from", "until"), ("before", "after", "until", "from", "on", "at the same time as")
COUNTED_FROM = ("exactly", "from", "until", "not earlier than", "not later than")


def fields(pool: Pool, several: Callable[..., Field], of_qualifiers: Field, conditional: Field) -> dict[type, dict[str, Field]]:
    """The table. `pool` gives the parts of the samples, `several` an element less or more, `of_qualifiers` and `conditional` a qualifier less or more."""

    def from_pool(field: str, kind: type, *others: Any, least: int = 0) -> Field:
        most = 6 if least == 0 else least
        return lambda _: ({field: value} for value in (*pool(kind)[:most], *others))

    def where(test: Callable[[Any], bool], field: Field) -> Field:
        return lambda part: field(part) if test(part) else ()

    understood = several("understandings", qualifiers.Understanding)
    formulas = [formula for formula in pool(amounts.Formula) if formula.kind != "number"]
    return {
        clauses.Prose: {"text": _one_of("text", "Free words.", "Others."), "understandings": understood},
        clauses.Statement: {"understandings": understood},
        clauses.Guarantee: {"force": _one_of("force", "guarantee", "assurance", "intention"), "understandings": understood},
        clauses.Act: {
            "ensured": where(lambda part: bool(part.ensured), several("ensured", terms.Condition, 1)),
            "aspect": where(lambda part: part.action in make.ACTIONS[:3], _one_of("aspect", "", "begin", "complete")),
        },
        qualifiers.Understanding: {"by": from_pool("by", terms.Actors), "text": _one_of("text", "so it says", "otherwise")},
        qualifiers.Manner: {
            "kind": _manners,
            "actors": where(lambda part: part.period is not None, from_pool("actors", terms.Actors, None)),
            "period": where(lambda part: part.period is not None, from_pool("period", amounts.Period)),
            "name": where(lambda part: part.name is not None, _one_of("name", "peace", "reasons", "international law")),
            "references": where(
                lambda part: part.kind == "in accordance with",
                lambda _: ({"name": None, "references": (reference,)} for reference in pool(terms.Reference)),
            ),
        },
        amounts.Formula: {
            "all": lambda part: ({field: getattr(other, field) for field in part._fields[2:]} for other in formulas if part.kind != "number"),
            "amount": where(lambda part: part.amount is not None, _one_of("amount", Decimal(5), Decimal("7.5"))),
            "share": where(lambda part: part.share is not None, _one_of("share", *get_args(literals.ShareName))),
            "of": where(lambda part: part.of is not None, _one_of("of", "emissions", "liability")),
            "rounded": where(lambda part: part.kind in ("percent of", "share of"), _one_of("rounded", "", "up", "down")),
            "operands": lambda part: ({"operands": part.operands[::-1]}, {"operands": (part.operands[0],) * 2}) if part.operands else (),
        },
        amounts.Quantity: {"formula": lambda _: ({"amount": None, "high": None, "unit": None, "formula": formula} for formula in formulas)},
        amounts.Share: {
            "bound": _one_of("bound", *get_args(literals.Bound)),
            "percent": _one_of("percent", Decimal(55), Decimal("0.5")),
            "measure": _one_of("measure", "emissions", "heavy weapons"),
        },
        terms.Compares: {
            "roles": several("roles", terms.Role),
            "formula": lambda _: ({"amount": None, "unit": None, "formula": formula} for formula in formulas),
        },
        terms.Level: {"roles": several("roles", terms.Role)},
        terms.Occurs: {"already": where(lambda part: not part.negated, _one_of("already", *EITHER))},
        terms.EventTerm: {"aspect": where(lambda part: part.name in make.ACTIONS[:3], _one_of("aspect", "", "begin", "complete"))},
        terms.Actors: {"including": several("including", terms.Actor), "shares": several("shares", amounts.Share)},
        terms.Decision: {"all": lambda _: iter(DECISIONS)},
        terms.Reference: {
            "instrument": where(lambda part: part.kind == "article", _one_of("instrument", None, *INSTRUMENTS)),
            "elsewhere": where(lambda part: part.kind == "instrument", _one_of("designation", *INSTRUMENTS)),
        },
        terms.Timing: {
            "kind": _kinds_of_time,
            "times": where(lambda part: part.times is not None, _one_of("times", 1, 2, 5)),
            "bound": where(lambda part: part.kind in ("for", "times"), lambda part: ({"bound": bound} for bound in BOUNDS[part.kind == "times" :])),
            "hour": where(lambda part: part.on is not None and part.kind in DATED, _hours),
            "zone": where(lambda part: bool(part.hour), _one_of("zone", "", "UTC", "+00:00", "+05:30", "-03:00")),
        },
        life.Application: {
            "subject": lambda _: ({"references": other.references, "subject": other.subject, "event": other.event} for other in pool(life.Application)[:12]),
            "verb": lambda part: ({"verb": verb} for alike in VERBS_ALIKE if part.verb in alike for verb in alike),
            # Behind what it counts as, a role belongs to that.
            "roles": where(lambda part: part.counted is None and part.quantity is None, several("roles", terms.Role)),
            "bound": where(lambda part: part.period is not None, _one_of("bound", *BOUNDS)),
            "period": where(lambda part: part.period is not None, from_pool("period", amounts.Period)),
            "targets": where(lambda part: bool(part.targets), several("targets", terms.Reference, 1)),
            "target": where(lambda part: part.target is not None, _one_of("target", "Former Treaty", "other promises")),
            "counted": where(lambda part: part.counted is not None, from_pool("counted", terms.EventTerm)),
            "quantity": where(
                lambda part: part.verb in VERBS_ALIKE[2], lambda _: ({"quantity": quantity, "counted": None} for quantity in pool(amounts.Quantity)[:9])
            ),
            "decision": where(lambda part: part.decision is not None, from_pool("decision", terms.Decision)),
            "binds": where(lambda part: part.decision is not None, _one_of("binds", "", "those that accept them", "all parties")),
            "invited_by": where(lambda part: part.verb in VERBS_ALIKE[3], from_pool("invited_by", terms.Bearer, None)),
            "timing": several("timing", terms.Timing),
            "qualifiers": of_qualifiers,
            "understandings": understood,
        },
        life.Declared: {
            "bearer": from_pool("bearer", terms.Bearer),
            "verb": _one_of("verb", "declares", "recognises", "reaffirms", "confirms", "acknowledges"),
            "condition": where(lambda part: part.condition is not None, from_pool("condition", terms.Condition)),
            "event": where(lambda part: part.event is not None, from_pool("event", terms.EventTerm)),
            "counted": where(lambda part: part.event is not None, from_pool("counted", terms.EventTerm)),
            "negated": where(lambda part: part.event is not None, _one_of("negated", *EITHER)),
            "timing": several("timing", terms.Timing),
            "qualifiers": conditional,
            "understandings": understood,
        },
        life.Record: {
            "what": _one_of("what", *get_args(literals.RecordKind)),
            "by": from_pool("by", terms.Actors),
            "references": where(lambda part: part.reservation_by is None, several("references", terms.Reference)),
            "reservation_by": where(lambda part: not part.references, from_pool("reservation_by", terms.Actors, None)),
            "opposing": _one_of("opposing", *EITHER),
            "content": lambda _: ({"excluded": excluded, "text": text} for excluded, text in ((True, ""), (False, ""), (False, "We object."), (False, "No."))),
            "understandings": understood,
        },
    }


def _one_of(field: str, *values: Any) -> Field:
    return lambda _: ({field: value} for value in values)


def _manners(part: Any) -> Updates:
    if part.references:
        return
    for alike in MANNERS_ALIKE:
        if part.kind in alike:
            yield from ({"kind": kind} for kind in alike)


def _kinds_of_time(part: Any) -> Updates:
    kinds: tuple[str, ...] = ()
    if part.clocks:
        kinds = ("by", "until", "on")
    elif part.on is not None:
        kinds = DATED if part.hour else (*DATED, "before", "after")
    elif part.times is not None or part.at_least is not None or part.bound:
        kinds = ()
    elif part.anchor is not None:
        kinds = ANCHORED if part.period is None else (*COUNTED_FROM, "within")
    elif part.period is not None:
        kinds = ("for", "every", "within")
    elif part.kind in BARE_TIMES:
        kinds = BARE_TIMES
    yield from ({"kind": kind} for kind in kinds)


def _hours(part: Any) -> Updates:
    yield {"hour": "", "zone": ""}
    yield from ({"hour": hour, "zone": part.zone} for hour in ("00:00", "12:30"))
