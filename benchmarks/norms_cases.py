"""A published rule set (JSON) → the clause text that means the same, with the sentences that each of its rules became.

One second is one hour, so that nothing is rounded. There is one Party, `Agent`, who owes everything and does everything: whatever happens is an act of its
own, so that what triggers one rule performs another. Booleans become statuses, numbers measures, scales measures with levels; every measure is to be taken by
entry into force, since one that never was satisfies no comparison.

What a rule set means by compliance is what the last step of a ladder comes to: R, or else S. A step before the last is therefore a commitment (`should`), whose
failure violates nothing. `otherwise S` is owed from the very instant in which the window of R closes, while a step opens the hour after; so the last hour of
R has a step of its own, in which either will do.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from benchmarks.norms_conditions import Alternative, Conditions, Json, UntranslatableError, Values

BEARER = "Agent"
NOTE = "take note"
_MOST_HOURS = 900_000  # what one number of a period may say; longer ones are added up
_HARD = frozenset(
    "shall must may should will can cannot could would might ought not never nor neither is are was were and or if then unless except while when until within "
    "before after each any every by to against from agent party parties guarantor guarantors state states signatory signatories note".split()
)


class Situation(NamedTuple):
    """A concern or a purpose: the sentences whose opening at one instant is its situation.

    With each the state that must become of what is opened: `honoured`, `not honoured`, or empty for any. `impossible` says that it contradicts itself.
    """

    id: str
    wanted: tuple[tuple[str, str], ...]
    impossible: bool = False


class Rule(NamedTuple):
    """What became of a rule: the labels of the sentences that bind, and of all that open exactly when it is triggered with its condition true."""

    id: str
    binding: tuple[str, ...]
    triggered: tuple[str, ...]


class Translated(NamedTuple):
    """A case in the clause language. Rules stand in their order; an id may come twice."""

    text: str
    rules: tuple[Rule, ...]
    concerns: tuple[Situation, ...]
    purposes: tuple[Situation, ...]
    names: dict[str, str]
    """The name in the clause text of every event, measure and level (`measure.level`) of the case."""
    shifts: dict[str, int]
    """What is added to the values of a measure that is compared with less than nothing, which no treaty says."""


def translate(case: Json, *, situations: bool = False) -> Translated:
    """The clause text of a case. `situations` adds its concerns and purposes, as commitments and permissions that nobody can violate."""
    unknown = sorted(set(case) & {"relations"})
    if unknown and case["relations"]:
        message = "relations between events are not translated"
        raise UntranslatableError(message)
    return _Translation(case).whole(situations=situations)


# ---------------------------------------------------------------- responses


class Owed(NamedTuple):
    """A plain obligation: an event that must happen, or must not, within a window of hours from the trigger. `end` is None for some time."""

    event: str
    negated: bool
    start: int
    end: int | None


class Step(NamedTuple):
    """A step of a ladder: the events of which one will do, and when, counted from the opening of the step."""

    events: tuple[str, ...]
    start: int
    end: int | None
    negated: bool = False


def owed(response: Json) -> Owed:
    """What a response asks for, without what follows from it."""
    deadline = response.get("deadline")
    if deadline == "eventually" or (isinstance(deadline, dict) and "end" not in deadline):
        start = deadline.get("start", {}).get("seconds", 0) if isinstance(deadline, dict) else 0
        return Owed(response["event"], response["negated"], start, None)
    if deadline is None:
        return Owed(response["event"], response["negated"], 0, 0)
    return Owed(response["event"], response["negated"], deadline.get("start", {}).get("seconds", 0), deadline["end"]["seconds"])


def ladder(response: Json) -> list[Step]:
    """The steps by which a response is owed: only a failure of the last violates."""
    first = owed(response)
    for key in ("otherwise", "else"):
        if response.get(key) is not None:
            _refuse(bool(set(response[key]) & {"otherwise", "else", "unless"}) or first.negated, f"`{key}` of a step that is no plain duty")
            return _otherwise(first, owed(response[key])) if key == "otherwise" else _at_choice(first, owed(response[key]))
    return [Step((first.event,), first.start, first.end, first.negated)]


def _refuse(is_so: bool, what: str) -> None:  # noqa: FBT001  the condition is all there is to it
    if is_so:
        message = f"{what} is not translated"
        raise UntranslatableError(message)


def _otherwise(first: Owed, then: Owed) -> list[Step]:
    """R, or S owed from the instant in which the window of R closes."""
    if first.end is None:
        return [Step((first.event,), first.start, None)]  # its window never closes
    if then.start > 0:
        return [Step((first.event,), first.start, first.end), Step((then.event,), then.start - 1, _sooner(then.end), then.negated)]
    _refuse(then.negated, "what must not happen from the instant on in which a window closes")
    _refuse(first.start == first.end != 0, "`otherwise` behind a window of one hour that opens later")
    steps = [Step((first.event,), first.start, first.end - 1)] if first.end else []
    steps.append(Step(tuple(dict.fromkeys((first.event, then.event))), 0, 0))
    if then.end != 0:
        steps.append(Step((then.event,), 0, _sooner(then.end)))
    return steps


def _at_choice(first: Owed, other: Owed) -> list[Step]:
    """R or S, both owed from the trigger on."""
    _refuse(other.negated or first.start != 0 or other.start != 0, "a choice of windows that open later, or of what must not happen")
    events = tuple(dict.fromkeys((first.event, other.event)))
    if first.end == other.end:
        return [Step(events, 0, first.end)]
    ends = [each for each in (first.end, other.end) if each is not None]
    soonest = min(ends)
    longer = first if first.end is None or first.end > soonest else other
    return [Step(events, 0, soonest), Step((longer.event,), 0, None if longer.end is None else longer.end - soonest - 1)]


def _sooner(end: int | None) -> int | None:
    return None if end is None else end - 1


# ---------------------------------------------------------------- the text


class _Translation:
    """The translation of one case."""

    def __init__(self, case: Json) -> None:
        self.case = case
        self.conditions = Conditions(case)
        self.names: dict[str, str] = {}
        taken = set(_HARD)
        for word, called in [*((event, event) for event in case["events"]), *((each["name"], each["name"]) for each in case.get("measures", ()))]:
            self.names[called] = _name(word, taken)
        for measure in case.get("measures", ()):
            for level in measure.get("values", ()):
                self.names[f"{measure['name']}.{level}"] = _name(level, taken)
        self.labels: set[str] = set()
        self.sentences: list[str] = []
        self.shifts: dict[str, int] = {}
        for name, number in _compared_with(case):
            if self.conditions.kinds.get(name) == "numeric" and number < 1:
                self.shifts[name] = max(self.shifts.get(name, 0), 1 - number)

    def whole(self, *, situations: bool) -> Translated:
        rules = tuple(self._rule(rule) for rule in self.case["rules"])
        binding, self.sentences = self.sentences, []
        concerns = tuple(self._situation(each, "concern") for each in self.case.get("concerns", ())) if situations else ()
        purposes = tuple(self._situation(each, "purpose") for each in self.case.get("purposes", ())) if situations else ()
        lines = [f"party {BEARER}.", *self._declarations(), "", 'article 1 "Rules"', *binding]
        if self.sentences:
            lines += ["", 'article 2 "Situations"', *self.sentences]
        return Translated("\n".join(lines) + "\n", rules, concerns, purposes, self.names, self.shifts)

    def _declarations(self) -> Iterator[str]:
        yield from (f"action {self.names[event]}." for event in self.case["events"])
        yield f"action {NOTE}."
        for measure in self.case.get("measures", ()):
            name = self.names[measure["name"]]
            if measure["type"] == "boolean":
                yield f"status {name}."
            elif measure["type"] == "scale":
                levels = [self.names[f"{measure['name']}.{level}"] for level in measure["values"]]
                yield f"measure {name} as {', '.join(levels[:-1])} or {levels[-1]}."
            else:
                yield f"measure {name}."

    # ------------------------------------------------------------ rules

    def _rule(self, rule: Json) -> Rule:
        """A rule: one sentence for its response, and one for each response that replaces it where the last exception that is met says so."""
        stated = self.conditions.of(rule.get("condition"))
        exceptions = list(rule["response"].get("unless", ()))
        binding: list[str] = []
        triggered: list[str] = []
        idle: list[list[Alternative]] = []
        for number in range(-1, len(exceptions)):
            response = rule["response"] if number < 0 else exceptions[number].get("then")
            own = [] if number < 0 else [self.conditions.of(exceptions[number]["condition"])]
            later = [self.conditions.of(each["condition"], negated=True) for each in exceptions[number + 1 :]]
            when = self.conditions.all_of([stated, *own, *later])
            if not when:
                continue
            if response is None or rule["when"] in _met_at_once(response):
                idle.append(when)
                continue
            bound = self._response(rule, response, when)
            binding.append(bound)
            if _is_against_itself(rule, response):
                idle.append(when)
            else:
                triggered.append(bound)
        if idle:
            triggered.append(self._note(f"{rule['id']} seen", rule["when"], Conditions.any_of(idle)))
        return Rule(rule["id"], tuple(binding), tuple(triggered))

    def _response(self, rule: Json, response: Json, when: list[Alternative]) -> str:
        if _is_against_itself(rule, response):  # what it forbids is what triggers it: no act opens a norm and violates it, but a standing one
            condition = self._condition(when)
            return self._sentence(rule["id"], f"{BEARER} shall not {self.names[rule['when']]}{f', provided that {condition}' if condition else ''}")
        steps = ladder(response)
        _refuse(any(step.end is None and step.start for step in steps[1:]), "a later step that may be taken at some time from an hour on")
        said = [self._step(step, "shall" if step is steps[-1] else "should", after=rule["when"]) for step in steps]
        return self._sentence(rule["id"], f"{self._opening(rule['when'], when)}, then {', failing which '.join(said)}")

    def _step(self, step: Step, modal: str, *, after: str) -> str:
        time = _time(step.start, step.end, f"{self.names[after]} by {BEARER}")
        acts = [f"{self.names[event]}{time}" for event in step.events]
        if len(acts) == 1:
            return f"{BEARER} {modal}{' not' if step.negated else ''} {acts[0]}"
        return f"{BEARER} {modal}: (a) {acts[0]}; or (b) {acts[1]}"

    # ------------------------------------------------------------ situations

    def _situation(self, each: Json, kind: str) -> Situation:
        when = self.conditions.of(each.get("condition"))
        wanted: list[tuple[str, str]] = []
        for response in each.get("responses", ()):
            asked = owed(response)
            if asked.event == each["event"] and asked.start == 0:
                if asked.negated:
                    return Situation(each["id"], (), impossible=True)
                continue
            _refuse(asked.negated and asked.end is None, "a situation in which something never happens")
            step = self._step(Step((asked.event,), asked.start, asked.end), "should", after=each["event"])
            label = self._sentence(f"{kind} {each['id']}", f"{self._opening(each['event'], when)}, then {step}") if when else ""
            wanted.append((label, "not honoured" if asked.negated else "honoured"))
        if not when:
            return Situation(each["id"], (), impossible=True)
        if not wanted:
            wanted.append((self._note(f"{kind} {each['id']}", each["event"], when), ""))
        return Situation(each["id"], tuple(wanted))

    # ------------------------------------------------------------ sentences

    def _note(self, label: str, event: str, when: list[Alternative]) -> str:
        """A permission that nothing hangs on: it opens when something happens."""
        return self._sentence(label, f"{self._opening(event, when)}, then {BEARER} may {NOTE} within 0 hours")

    def _sentence(self, label: str, said: str) -> str:
        label = _name(f"rule {label}" if label[:1].isdigit() else label, self.labels)
        self.sentences.append(f"  {label}: {said}.")
        return label

    def _opening(self, event: str, when: list[Alternative]) -> str:
        happens = f"{self.names[event]} by {BEARER}"
        ways = [" and if ".join((happens, *tests)) for tests in self._tests(when)]
        return f"If {', or if '.join(ways)}"

    def _condition(self, when: list[Alternative]) -> str:
        return ", or if ".join(" and if ".join(tests) for tests in self._tests(when))

    def _tests(self, when: list[Alternative]) -> list[tuple[str, ...]]:
        """The tests of each alternative; a scale that may stand at several levels makes several."""
        return [tests for alternative in when for tests in product(*(self._ways(name, values) for name, values in alternative.items()))]

    def _ways(self, name: str, values: Values) -> list[str]:
        called = self.names[name]
        if isinstance(values, tuple):
            shift = self.shifts.get(name, 0)
            low, high = (None if each is None else each + shift for each in values)
            if low is not None and low == high:
                return [f"{called} is {low:,}"]
            bounds = [f"{called} is {how} {each:,}" for how, each in (("at least", low), ("at most", high)) if each is not None]
            return [" and if ".join(bounds)]
        if self.conditions.kinds[name] == "boolean":
            return [called if 1 in values else f"not {called}"]
        return [f"{called} is {self.names[f'{name}.{self.conditions.levels[name][at]}']}" for at in sorted(values)]


def _met_at_once(response: Json) -> set[str]:
    """The events that meet a response by happening at the very instant that triggers it."""
    steps = ladder(response)
    first = owed(response)
    return set() if first.negated or steps[0].start else set(steps[0].events)


def _is_against_itself(rule: Json, response: Json) -> bool:
    first = owed(response)
    return first.negated and first.event == rule["when"] and first.start == 0


def _time(start: int, end: int | None, trigger: str) -> str:
    if end is None:
        return f" from {_hours(start)} after {trigger}" if start else " at any time"
    return f" within {f'{start} to ' if start else ''}{_hours(end)}"


def _compared_with(part: object) -> Iterator[tuple[str, int]]:
    """Every measure of a case with every number that it is compared with."""
    if isinstance(part, dict):
        args = part.get("args", ())
        if len(args) == 2 and "measure" in args[0]:
            yield from ((args[0]["measure"], args[1][each]) for each in ("int", "value") if each in args[1])
        for each in part.values():
            yield from _compared_with(each)
    elif isinstance(part, list):
        for each in part:
            yield from _compared_with(each)


def _hours(hours: int) -> str:
    """A number of hours, in parts that a period can be written in."""
    parts = [_MOST_HOURS] * (hours // _MOST_HOURS)
    rest = hours % _MOST_HOURS
    parts += [rest] if rest or not parts else []
    return " and ".join(f"{part} {'hour' if part == 1 else 'hours'}" for part in parts)


def _name(word: str, taken: set[str]) -> str:
    """A name that the clause language can hold, and that nothing else has."""
    kept = "".join(character if character.isalnum() or character == " " else "-" for character in word).strip("-")
    name, number = kept, 2
    while name.lower() in taken:
        name, number = f"{kept}-x{number}", number + 1
    taken.add(name.lower())
    return name
