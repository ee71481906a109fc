"""A small treaty → the answers to the prover's questions, by all its short histories.

What is decided is bounded, and said with each field of `Found`: histories are those of `Tables`, of so many instants from entry into force on, in which nobody
waives, withdraws or amends. Where it is said that there *is* a history, there is one, whatever happens later: the prover must find it, or one like it. What is
said of all histories holds of these only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from clausekit.model.scenarios import Expectation
from clausekit.model.treaty import Treaty
from clausekit.norms.expecting import alone
from clausekit.norms.norm import Code, Condition, Names, Norm, Test
from clausekit.norms.state import has_precedence
from clausekit.norms.telling import Telling
from tests.logic.letters import Letter, any_of, letters_of, those_with
from tests.logic.tables import Instance, Tables

_MOST_IN_A_CORE = 3
_BINDING = ("duty", "prohibition")


class Conflict(NamedTuple):
    """A history that leads somebody into a conflict: at `hour` a norm of `core` is opened for `party` by as little as that takes.

    From there, whatever else happens at that instant and later, the party violates a norm of the core, at that instant or later; of each smaller core, it need
    not. What happens at that instant without being needed to open the norm is left open, so that whoever can perform at once is not in conflict; what is needed
    must not be what violates the core. Where the core would be violated without that opening too, the party came into the conflict before, or by what others
    left undone. The end of the table is no help: a window that closes behind it counts as kept. `clean` says that the party has violated nothing until then.
    """

    party: str
    core: tuple[int, ...]
    hour: int
    history: int
    clean: bool
    histories: int
    """All histories that lead into it at that instant."""


class Found(NamedTuple):
    """What the short histories of a treaty show. A history is its number in `tables`."""

    tables: Tables
    opened: dict[int, int]
    """Norms that are not dead: each with a history in which it is opened for somebody."""
    never_opened: frozenset[int]
    """Norms that no short history opens: each is dead, or needs longer ones."""
    conflicts: tuple[Conflict, ...]
    collisions: dict[tuple[int, int, str], int]
    """A permission or exemption, a prohibition or duty, and whom both concern: with a history in which both are there for the same act, neither prevailing."""
    needed: dict[int, int]
    """Provisions that are not redundant: each with a history in which somebody violates it, and by then no other provision."""
    redundant: frozenset[int]
    """Provisions of duties and prohibitions alone that are violated in some short histories, and in each of them together with others."""
    nobody: dict[int, int]
    """Duties that are set off and bind nobody: each with a history."""
    refuted: dict[int, int]
    """Expectations, by their number, with a history to the end of which those comply who must, and in which it fails."""
    doubtful: frozenset[int]
    """Expectations that fail in a history until then complied with, of which it is not sure that it can be gone on with so."""
    possible: dict[int, int]
    """`possible` expectations that a history meets to the end of which everybody complies."""


def decide(treaty: Treaty, code: Code, *, step: int = 1) -> Found:
    """Decide every question for a treaty that was lowered to `code`. Raises UnreadTreatyError for one that `tables` does not know."""
    telling = Telling(treaty, code)
    watches = [alone(treaty, each.sentence, "joint") if each.sentence is not None else None for each in treaty.expectations]
    letters = dict.fromkeys(letters_of(code))
    for expectation, watch in zip(treaty.expectations, watches, strict=True):
        letters.update(dict.fromkeys(letters_of(watch) if watch is not None else _letters_of(expectation, telling)))
    tables = Tables(code, step=step, letters=tuple(_merged(letters)))
    refuted, doubtful, possible = {}, set(), {}
    for number, (expectation, watch) in enumerate(zip(treaty.expectations, watches, strict=True)):
        if expectation.kind == "possible" and expectation.period is None and expectation.condition is not None:
            telling.terms.begin(None)
            condition = telling.terms.condition(expectation.condition)
            if met := any_of(tables.met(condition, hour) for hour in range(tables.hours)) & complying(tables, {}):
                possible[number] = plainest(met)
            continue
        fails = _watched(tables, watch) if watch is not None else _guarded(tables, expectation, telling)
        excused = _doing(tables, watch) if watch is not None else {}
        if sure := any_of(fails) & complying(tables, excused):
            refuted[number] = plainest(sure)
        elif any_of(failing & complying(tables, excused, until=hour) for hour, failing in enumerate(fails)):
            doubtful.add(number)
    needed = dict(_needed(tables))
    opened = dict(_opened(tables))
    return Found(
        tables, opened, frozenset(norm.number for norm in code.norms) - set(opened), tuple(conflicts(tables)), dict(_collisions(tables)),
        needed, frozenset(_redundant(tables, needed)),
        {number: plainest(each) for number, each in tables.nobody.items() if each and code.norms[number].modality == "duty"},
        refuted, frozenset(doubtful), possible,
    )  # fmt: skip


def plainest(histories: int) -> int:
    """The first of some histories: the one in which least happens late."""
    return (histories & -histories).bit_length() - 1


# ---------------------------------------------------------------- conflict


def conflicts(tables: Tables) -> Iterator[Conflict]:
    """Every conflict, each with one history."""
    for party in tables.code.parties:
        found: dict[tuple[int, ...], Conflict] = {}
        for hour in range(tables.hours):
            begins = {number: each for number in tables.instances if (each := _begins(tables, number, party, hour))}
            for core, there in _stuck(tables, party, hour, begins):
                if core not in found:
                    clean = there & ~_violated(tables, party, hour)
                    found[core] = Conflict(party, core, hour, plainest(clean or there), bool(clean), there)
        yield from found.values()


def _begins(tables: Tables, number: int, party: str, hour: int) -> int:
    """The histories in which a norm is opened for somebody at an instant by as little as that takes."""
    if tables.code.norms[number].modality not in _BINDING:
        return 0
    opened = any_of(each.bearers.get(party, 0) for each in tables.instances[number] if each.hour == hour)
    least = opened
    for bit in _events(tables, hour) if opened else ():
        have = those_with(bit, tables.bits)
        least &= ~((opened & ~have) << (1 << bit) & have)
    return least


def _stuck(tables: Tables, party: str, hour: int, begins: dict[int, int]) -> Iterator[tuple[tuple[int, ...], int]]:
    """The cores that cannot be complied with from an instant on, with the histories up to it; smaller ones first, and none that holds one of these."""
    ahead = {number: each for number, each in _ahead(tables, party, hour).items() if each}
    if not begins or not _inevitable(tables, any_of(ahead.values()), hour) & any_of(begins.values()):
        return
    known: list[tuple[tuple[int, ...], int]] = []
    for size in range(1, _MOST_IN_A_CORE + 1):
        for core in combinations(sorted(ahead), size):
            there = _inevitable(tables, any_of(ahead[number] for number in core), hour)
            for smaller, already in known:
                if set(smaller) < set(core):
                    there &= ~already
            if there:
                known.append((core, there))
                by_itself = any_of(tables.violated[number, party][hour] for number in core if tables.code.norms[number].modality == "prohibition")
                if is_there := there & any_of(begins.get(number, 0) for number in core) & ~by_itself & ~_without_events(tables, there, hour):
                    yield core, is_there


def _ahead(tables: Tables, party: str, hour: int) -> dict[int, int]:
    """The histories in which somebody violates a norm at an instant or later, by what it does or fails to do from then on."""
    found = {}
    for norm in tables.code.norms:
        if norm.modality in _BINDING and (norm.number, party) in tables.violated:
            found[norm.number] = any_of(tables.violated[norm.number, party][hour + (norm.modality == "duty") :])
    return found


def _inevitable(tables: Tables, histories: int, hour: int) -> int:
    """The histories that stay among these whatever happens after an instant, and whatever else happens at it."""
    for bit in range((hour + 1) * len(tables.letters), tables.bits):
        if not histories:
            return 0
        have = those_with(bit, tables.bits)
        both = histories & ~have & ((histories & have) >> (1 << bit))
        histories = both | both << (1 << bit)
    for bit in _events(tables, hour):
        have = those_with(bit, tables.bits)
        histories &= have | ((histories & have) >> (1 << bit))
    return histories


def _without_events(tables: Tables, histories: int, hour: int) -> int:
    """The histories that, without what happens at an instant, are among these."""
    for bit in _events(tables, hour):
        without = histories & ~those_with(bit, tables.bits)
        histories = without | without << (1 << bit)
    return histories


def inevitable(tables: Tables, party: str, core: Iterable[int], hour: int) -> int:
    """The histories in which somebody violates some norms, whatever happens after an instant."""
    ahead = _ahead(tables, party, hour)
    return _inevitable(tables, any_of(ahead.get(number, 0) for number in core), hour)


def _events(tables: Tables, hour: int) -> Iterator[int]:
    return (hour * len(tables.letters) + number for number, letter in enumerate(tables.letters) if letter.kind == "event")


def _violated(tables: Tables, party: str, until: int) -> int:
    """The histories in which somebody violates anything up to an instant."""
    return any_of(each for (_, name), dates in tables.violated.items() if name == party for each in dates[: until + 1])


# ---------------------------------------------------------------- collision, redundancy


def _opened(tables: Tables) -> Iterator[tuple[int, int]]:
    for number, instances in tables.instances.items():
        if opened := any_of(each.open for each in instances):
            yield number, plainest(opened)


def _collisions(tables: Tables) -> Iterator[tuple[tuple[int, int, str], int]]:
    for first in tables.code.norms:
        against = {"permission": "prohibition", "power": "prohibition", "exemption": "duty"}.get(first.modality)
        for second in tables.code.norms:
            shares = {act.name for act in first.acts} & {act.name for act in second.acts}
            if second.modality != against or not shares or has_precedence(first, second) or has_precedence(second, first):
                continue
            if first.modality == "exemption" and _is_special(first, second):
                continue
            for name in tables.code.parties:
                both = any_of(_there(tables, first, name, hour) & _there(tables, second, name, hour) for hour in range(tables.hours))
                if both:
                    yield (first.number, second.number, name), plainest(both)


def _there(tables: Tables, norm: Norm, name: str, hour: int) -> int:
    """The histories in which a norm is there for somebody at an instant, in time and not excepted; a prohibition, so that its act would violate it then."""
    acts = {act.name for act in norm.acts}
    by_itself = norm.modality == "prohibition" and any(tables.letters[letter].name in acts for letter, _ in tables.opening_letters(norm))

    def applies(instance: Instance) -> int:
        if by_itself and hour == instance.hour:
            return 0
        since = 0 if norm.modality != "duty" else instance.hour
        return tables.in_time(instance, hour) & instance.bearers.get(name, 0) & ~tables.excepted(norm, hour, since)

    there = any_of(applies(each) for each in tables.instances[norm.number] if each.hour <= hour)
    return there & ~tables.allowed(norm, name, hour) if norm.modality == "prohibition" else there


def _is_special(exemption: Norm, duty: Norm) -> bool:
    fewer = set(exemption.bearer.names) < set(duty.bearer.names)
    return fewer or (exemption.trigger is not None and duty.trigger is None) or (bool(exemption.guards) and not duty.guards)


def _by_provision(tables: Tables) -> dict[int, dict[str, list[int]]]:
    """The histories in which somebody has violated a provision by an instant."""
    found: defaultdict[int, dict[str, list[int]]] = defaultdict(dict)
    for (number, name), dates in tables.violated.items():
        by_now = found[tables.code.norms[number].provision].setdefault(name, [0] * (tables.hours + 1))
        before = 0
        for hour, each in enumerate(dates):
            before |= each
            by_now[hour] |= before
    return found


def _needed(tables: Tables) -> Iterator[tuple[int, int]]:
    violated = _by_provision(tables)
    for provision in violated:
        alone = 0
        for (number, name), dates in tables.violated.items():
            if tables.code.norms[number].provision == provision:
                for hour, each in enumerate(dates):
                    alone |= each & ~any_of(others[name][hour] for other, others in violated.items() if other != provision and name in others)
        if alone:
            yield provision, plainest(alone)


def _redundant(tables: Tables, needed: dict[int, int]) -> Iterator[int]:
    for provision, by_name in _by_provision(tables).items():
        norms = [norm for norm in tables.code.norms if norm.provision == provision]
        is_violated = any(each for dates in by_name.values() for each in dates)
        if is_violated and provision not in needed and all(norm.modality in _BINDING for norm in norms):
            yield provision


# ---------------------------------------------------------------- expectations


def complying(tables: Tables, excused: dict[str, int], *, until: int | None = None) -> int:
    """The histories in which nobody violates anything up to an instant (else to the end), but for those who are excused in them."""
    found = tables.whole
    for (_, name), dates in tables.violated.items():
        found &= ~any_of(dates if until is None else dates[: until + 1]) | excused.get(name, 0)
    return found


def _watched(tables: Tables, watch: Code) -> list[int]:
    """When an expectation that is a sentence is violated."""
    own = Tables(watch, step=tables.step, letters=tables.letters, most_bits=tables.bits)
    return [any_of(dates[hour] for dates in own.violated.values()) for hour in range(tables.hours + 1)]


def _guarded(tables: Tables, expectation: Expectation, telling: Telling) -> list[int]:
    """When what must never happen, or only if something else has, happens."""
    assert expectation.event is not None
    telling.terms.begin(None)
    wanted = telling.terms.event(expectation.event)
    before: Condition = ((Test("occurs", telling.terms.event(expectation.before)),),) if expectation.before is not None else ()
    needed = telling.terms.condition(expectation.condition) if expectation.condition is not None else before
    return [tables.happening(wanted, hour) & ~tables.met(needed, hour) for hour in range(tables.hours)]


def _doing(tables: Tables, watch: Code) -> dict[str, int]:
    """Those who do what sets an expectation off, with the histories in which they do."""
    found: defaultdict[str, int] = defaultdict(int)
    for norm in watch.norms:
        for letter, _ in tables.opening_letters(norm):
            for name in tables.letters[letter].by:
                found[name] |= any_of(tables.so(letter, hour) for hour in range(tables.hours))
    return found


def _letters_of(expectation: Expectation, telling: Telling) -> Iterable[Letter]:
    """What an expectation that is no sentence speaks of."""
    terms = telling.terms
    terms.begin(None)
    patterns = [terms.event(each) for each in (expectation.event, expectation.before) if each is not None]
    condition = terms.condition(expectation.condition) if expectation.condition is not None else ()
    tests = [test for alternative in condition for test in alternative]
    for pattern in (*patterns, *(test.pattern for test in tests if test.pattern is not None)):
        names: Names = tuple(name for role in pattern.roles for name in role.who.names)
        yield from (Letter("event", pattern.name, (name,) if name else ()) for name in names or ("",))
    yield from (Letter("status" if test.kind == "holds" else "measure", test.name) for test in tests if test.pattern is None)


def _merged(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Letters without those that differ from another one only in that they leave the unit of an act out."""
    counted = {(each.name, each.by): each for each in letters if each.unit is not None}
    return iter(dict.fromkeys(counted.get((each.name, each.by), each) for each in letters))
