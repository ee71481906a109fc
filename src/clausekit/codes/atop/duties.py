"""Treaty → the variables of its obligations: which there are, whether they are the same for all, and what they depend on."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.codes.atop.coder import Coder, Rule
from clausekit.codes.atop.obligations import Obligation, obligations
from clausekit.codes.atop.variables import LIMITS
from clausekit.codes.scheme import Basis, Derivation, coded, coded_each

# Which limits make an obligation conditional. A breach is narrower than a danger, and so limits consultation; as the case for help it is an attack.
_CONDITIONS = {
    "defcon": ("defense", ("adv", "loc", "con", "num", "dem", "npr", "other")),
    "offcon": ("offense", ("adv", "loc", "con", "num", "dem", "other")),
    "neucon": ("neutral", ("adv", "loc", "con", "num", "dem", "npr", "att", "other")),
    "concon": ("consul", ("adv", "loc", "con", "req", "breach", "other")),
}
_SAID = {"defense": "help against an attack", "offense": "war beside a member", "neutral": "neutrality", "nonagg": "not using force", "consul": "consultation"}
_PREFIXES = {"defco": "defense", "offco": "offense", "neuco": "neutral", "conco": "consul"}


def _obligation(name: str) -> Rule:
    """The rule for an obligation: whether there is a clause for it."""

    def rule(coder: Coder) -> Derivation:
        found = obligations(coder, name)
        return coded(1, f"{_SAID[name]} is owed", _bases(found)) if found else coded(0, _none(name))

    return rule


def _none(name: str) -> str:
    return f"no clause owes {_SAID[name]}"


def _bases(found: Iterable[Obligation]) -> list[Basis]:
    return [each.basis for each in found]


def active(coder: Coder) -> Derivation:
    """Defence or offence."""
    found = [*obligations(coder, "defense"), *obligations(coder, "offense")]
    return coded(1, "`defense` or `offense`", _bases(found)) if found else coded(0, "neither `defense` nor `offense`")


def olimob(coder: Coder) -> Derivation:
    """Members that need only mobilise."""
    mobilised = [norm for norm in coder.owed("mobilise") if coder.is_attack(norm) or coder.is_war(norm)]
    more = {name for each in (*obligations(coder, "defense"), *obligations(coder, "offense")) for name in each.bound}
    only = {name for norm in mobilised for name in coder.provisions.bound(norm.bearer)} - more
    reason = "bound to mobilise and to nothing more" if only else "nobody is bound to mobilise only"
    return coded_each({name: int(name in only) for name in coder.provisions.parties}, reason, coder.bases(mobilised) if only else [])


def obvary(coder: Coder) -> Derivation:
    """Members whose obligation differs from case to case."""
    found = [*obligations(coder, "defense"), *obligations(coder, "offense")]
    clauses = {name: {each.basis.citation for each in found if name in each.bound} for name in coder.provisions.parties}
    several = [name for name, cited in clauses.items() if len(cited) > 1]
    reason = "several clauses owe help or war" if several else "no member is bound by more than one clause to help or to war"
    return coded_each({name: int(name in several) for name in clauses}, reason, _bases(found) if several else [])


def asymm(coder: Coder) -> Derivation:
    """Obligations of some only, or in favour of some only."""
    everybody = {*coder.provisions.parties}
    uneven: list[Basis] = []
    for name in _SAID:
        found = obligations(coder, name)
        bound = {member for each in found for member in each.bound}
        if bound and bound != everybody:
            uneven += _bases(found)
    helped = obligations(coder, "defense")
    favoured = {member for each in helped for member in each.favoured or everybody}
    if helped and favoured != everybody:
        uneven += _bases(helped)
    return coded(1, "an obligation binds, or is owed to, some members only", uneven) if uneven else coded(0, "each obligation binds all members alike")


def _limiting(obligation: Obligation, kinds: Iterable[str]) -> list[Basis]:
    return [basis for kind in kinds for basis in obligation.limits.get(kind, ())]


def _limited(found: Iterable[Obligation], kinds: Iterable[str]) -> set[str]:
    """The members that owe nothing of it without limit: whom one clause binds without limit is bound without limit."""
    limited = {member for each in found if _limiting(each, kinds) for member in each.bound}
    return limited - {member for each in found if not _limiting(each, kinds) for member in each.bound}


def _condition(name: str) -> Rule:
    """The rule for whether an obligation is conditional."""
    what, kinds = _CONDITIONS[name]

    def rule(coder: Coder) -> Derivation:
        found = obligations(coder, what)
        if _limited(found, kinds):
            return coded(1, f"{_SAID[what]} is limited", [basis for each in found for basis in _limiting(each, kinds)])
        unlimited = [each for each in found if not _limiting(each, kinds)]
        return coded(0, f"nothing limits {_SAID[what]}" if found else _none(what), _bases(unlimited))

    return rule


def conditio(coder: Coder) -> Derivation:
    """Whether any obligation is conditional."""
    each = [coder.derive(name) for name in _CONDITIONS]
    bases = [basis for one in each if one.value for basis in one.bases]
    return coded(int(bool(bases)), "one of the four below" if bases else "none of the four below", bases)


def _limit(prefix: str, kind: str) -> Rule:
    """The rule for one limit of an obligation, member by member."""
    what = _PREFIXES[prefix]
    kinds = next(kinds for condition, kinds in _CONDITIONS.values() if condition == what)

    def rule(coder: Coder) -> Derivation:
        every = obligations(coder, what)
        may_be = _limited(every, kinds)
        found = [each for each in every if each.limits.get(kind) and may_be & {*each.bound}]
        limited = {member for each in found for member in each.bound} & may_be
        reason = f"{_SAID[what]} is owed {LIMITS[kind][0]}" if found else f"nothing limits {_SAID[what]} so" if every else _none(what)
        bases = [basis for each in found for basis in each.limits[kind]]
        return coded_each({member: int(member in limited) for member in coder.provisions.parties}, reason, bases)

    return rule


_KINDS = {"defco": "adv loc con num dem npr", "offco": "adv loc con num dem", "neuco": "adv loc con num dem npr att", "conco": "adv loc con req"}
RULES: dict[str, Rule] = {
    **{name: _obligation(name) for name in _SAID},
    "active": active, "olimob": olimob, "obvary": obvary, "asymm": asymm, "conditio": conditio,
    **{name: _condition(name) for name in _CONDITIONS},
    **{f"{prefix}{kind}": _limit(prefix, kind) for prefix, kinds in _KINDS.items() for kind in kinds.split()},
}  # fmt: skip
