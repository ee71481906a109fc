"""Amount of the wrong thing

An amount behind an act is that act's: `deploy forces to Ukraine of at least 500 troops` deploys 500 troops. What a sentence says of a distance, of a period or
of notice is read as the act's too: `withdraw by written notice of 12 months` withdraws 12 months, and gives no notice; `withdraw forces to a distance of
15 kilometres` withdraws 15 kilometres.

Each has a form of its own: `with 12 months notice`, `to at least 15 kilometres from the Line of Contact`, `for 6 months`. What may be kept up to a ceiling is a
measure: `shall ensure that tanks are at most 20`. What is given stands before whom it is given to: `pay 5,000 euros to Ukraine`.

bad:
    party Poland.
    party Ukraine.
    zone Line of Contact means "the line set out in Annex A".
    action withdraw forces as "withdrawal of forces".

    leave: Any Party may withdraw by written notice of 12 months to the other Parties.  # error: [CK229]
    pull back: Poland shall withdraw forces to a distance of 15 kilometres from the Line of Contact within 30 days.  # error: [CK229]

good:
    party Poland.
    party Ukraine.
    zone Line of Contact means "the line set out in Annex A".
    action withdraw forces as "withdrawal of forces".

    leave: Any Party may withdraw with 12 months notice to the other Parties.
    pull back: Poland shall withdraw forces to at least 15 kilometres from the Line of Contact within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.acts import enters, leaves
from clausekit.checks.amounts import spoken
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.taken_words import behind_an_actor
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.amounts import Quantity
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.terms import Role

RULE = Rule("CK229", "misplaced-amount", Severity.ERROR)
_TIMES = frozenset(f"{unit}{plural}" for unit in ("hour", "day", "week", "month", "year") for plural in ("", "s"))
_LENGTHS = frozenset(f"{unit}{plural}" for unit in ("kilometre", "kilometer", "metre", "meter", "mile", "nautical mile") for plural in ("", "s")) | {"km", "m"}
_BOUNDS = frozenset({"at least", "at most", "exactly", "up to"})
# What an amount behind them would be one of, by the last word of a name.
_NOTICES = frozenset({"notice", "notification", "warning"})
_DISTANCES = frozenset("distance depth radius range width height altitude length".split())
_PERIODS = frozenset("period time term duration length".split())
_AMOUNTS = frozenset("amount sum total number".split())
_CEILINGS = frozenset("level strength maximum minimum ceiling limit rate size quantity".split())
# What is written for them where they stand as the object of an act.
_INSTEAD_OF = {"maximum": "at most", "minimum": "at least", "total": "", "sum": "", "amount": "", "number": ""}
_GIVING = frozenset("pay give grant lend send owe offer supply transfer provide deliver sell".split())
_SHORTEST = 2
_MEASURED = _NOTICES | _DISTANCES | _PERIODS | _AMOUNTS | _CEILINGS


@check(RULE)
def misplaced_amount(survey: Survey) -> Iterator[Diagnostic]:
    """Amounts that a sentence gives of what stands in a role, and that are read as the act's; and notice that is an event of so many months."""
    for use in survey.limbs_with_amounts:
        yield from _of_limb(survey, use)
    for event in survey.events:
        name = key(event.event.name)
        length = next((quantity for quantity in event.event.quantities if _unit(quantity) in _TIMES), None)
        if length is not None and name.removesuffix(" period").rpartition(" ")[2] in _NOTICES and survey.vocabulary.declared.get(name) is None:
            yield _found(f"this is read as an event, `{event.event.name}`, and gives nobody notice", event.event, "an event", _notice(length))


def _of_limb(survey: Survey, use: LimbUse) -> Iterator[Diagnostic]:
    act, quantity = use.limb.act, use.limb.act.quantities[0]
    measured = next(((role, noun) for role in act.roles if (noun := _measured(survey, role))), None)
    written = _spoken(quantity)
    if measured is None:
        outright = _outright(survey, act.action, quantity)
        if outright:
            verb, noun = outright
            bound = _INSTEAD_OF[noun]
            help_ = f"write `{verb} {_spoken(quantity, bound=bound)}`"
            yield _found(f"`a {noun}` is read as part of the act, `{act.action}`, and limits nothing", act, "read as one act", help_)
        whom = _given_to(survey, use)
        if whom:
            given = f"{act.action} {written} to {whom}" if act.action.lower() in _GIVING else f"provide {written} to {whom}"
            yield _found(f"`{written}` stands behind `{whom}`, and would be read as what {whom} amounts to", act, "behind whom", f"write `{given}`")
        noticed = " notice" in f" {key(act.action)}" and survey.vocabulary.action(act.action) is None
        if noticed and _unit(quantity) in _TIMES:
            yield _found(f"`{written}` is read as the amount of `{act.action}`, and gives nobody notice", act, "its amount", _notice(quantity))
        elif _is_distance(survey, use, quantity):
            moved = leaves(survey, act.action) or enters(survey, act.action)
            help_ = f"write `{act.action} {f'to {_limited(quantity)}' if moved else f'at a distance of {written}'} from …`"
            yield _found(f"`{written}` is read as the amount of `{act.action}`, not as a distance", act, "its amount", help_)
        return
    role, noun = measured
    message = f"`{written}` is read as the amount of `{act.action}`, and not of `{noun}`"
    yield _found(message, role, f"`{noun}` says nothing of its own", _instead(act.action, role.preposition, noun.rpartition(" ")[2].lower(), quantity))


def _given_to(survey: Survey, use: LimbUse) -> str:
    """Whoever stands right before an amount as what the act is done to, as it is written: the `Ukraine` of `pay Ukraine 5,000 euros`."""
    objects = use.limb.act.objects
    if use.limb.act.action.endswith(" of"):
        return ""  # the soldiers of Ukraine are given to nobody
    if objects is None or survey.source is None or any(survey.vocabulary.who(member.name) is None for member in objects.members) or not objects.span:
        return ""
    return survey.source.text[objects.members[0].start : objects.members[-1].end]


def _outright(survey: Survey, action: str, quantity: Quantity) -> tuple[str, str] | None:
    """The verb and the noun of an undeclared act that ends in what should be a bound: `deploy` and `maximum` of `deploy a maximum of 500 troops`."""
    words = key(action).split(" ")
    bounded = len(words) > _SHORTEST and words[-1] in _INSTEAD_OF and words[-2] in ("a", "the") and survey.vocabulary.action(action) is None
    return (" ".join(words[:-2]), words[-1]) if bounded and quantity.formula is None else None


def _measured(survey: Survey, role: Role) -> str:
    """The name that fills a role and asks for an amount, such as `a distance`; empty where there is none."""
    members = role.actors.members if role.actors is not None else ()
    if len(members) != 1 or members[0].quantifier or survey.vocabulary.anything(members[0].name) is not None:
        return ""
    name = members[0].name
    return name if not behind_an_actor(survey, name) and key(name).rpartition(" ")[2] in _MEASURED else ""


def _is_distance(survey: Survey, use: LimbUse, quantity: Quantity) -> bool:
    """Whether an amount says how far from something an act is done: `withdraw forces 20 kilometres from Line`."""
    act = use.limb.act
    named = key(act.action).rpartition(" ")[2] in _DISTANCES or _counts(survey, act.action)
    return _unit(quantity) in _LENGTHS and not named and any(role.preposition == "from" for role in act.roles)


def _counts(survey: Survey, action: str) -> bool:
    """Whether a declared act is counted in a unit of length."""
    return (getattr(survey.vocabulary.declared.get(key(action)), "unit", None) or "").lower() in _LENGTHS


def _instead(action: str, preposition: str, noun: str, quantity: Quantity) -> str:
    """What to write for an amount that belongs to what stands in a role."""
    unit, written = _unit(quantity), _spoken(quantity)
    if unit in _TIMES:
        return _notice(quantity) if noun in _NOTICES else f"write `{action} for {written}`"
    if noun in _DISTANCES and preposition == "to":
        return f"write `{action} to {_limited(quantity)} from …`"
    if noun in _DISTANCES:
        return "declare the place, as in `zone Strip within 5 kilometres of Line of Contact.`, and name it"
    if noun in _AMOUNTS:
        return f"write `{action}{' of' if ' ' in action else ''} {written}`, and leave `{noun}` out"
    return "for a limit declare a measure, and write `shall ensure that … are at most 20`"


def _notice(quantity: Quantity) -> str:
    length = _spoken(quantity, bound="")
    return f"write `with {length} notice`, and `to` whom behind it, as in `may withdraw with {length} notice to the other Parties`"


def _found(message: str, part: Part, label: str, help_: str) -> Diagnostic:
    return report(RULE, message, at(part, label), help=help_)


def _unit(quantity: Quantity) -> str:
    return (quantity.unit or (quantity.formula.of if quantity.formula else None) or "").lower()


def _limited(quantity: Quantity) -> str:
    """An amount as it stands behind a preposition, where it always says whether it is a limit: `exactly 15 kilometres`."""
    return _spoken(quantity, bound=quantity.bound if quantity.bound in _BOUNDS else "exactly")


def _spoken(quantity: Quantity, *, bound: str | None = None) -> str:
    """An amount as it is written: `at least 15 kilometres`; with another `bound` where one is given."""
    said = bound if bound is not None else quantity.bound if quantity.bound in _BOUNDS else ""
    numbers = " to ".join(spoken(number) for number in (quantity.amount, quantity.high) if number is not None)
    return " ".join(part for part in (said, numbers, quantity.unit or "") if part)
