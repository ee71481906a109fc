"""Rule sets of the published kind by chance, and what each rule comes to in a history, read straight from the rules."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from benchmarks.norms_cases import owed

Json = dict[str, Any]
Instant = tuple[frozenset[str], dict[str, Any]]
"""What happens at an instant, and how every measure stands."""

EVENTS = ("Ask", "BackUp", "Call", "Deploy")
MEASURES = [
    {"name": "isOn", "type": "boolean"}, {"name": "seen", "type": "boolean"}, {"name": "heat", "type": "numeric"},
    {"name": "risk", "type": "scale", "values": ["low", "middle_one", "high"]},
]  # fmt: skip


# ---------------------------------------------------------------- rule sets


def rule_set(seed: int) -> Json:
    """A rule set by chance, with every form of response."""
    rng = Random(seed)
    rules = [_rule(rng, f"R{number}_1") for number in range(rng.randint(1, 4))]
    concerns = [_concern(rng, f"c{number}") for number in range(rng.randrange(3))]
    return {"case": str(seed), "events": list(EVENTS), "measures": MEASURES, "rules": rules, "concerns": concerns}


def _concern(rng: Random, name: str) -> Json:
    responses = [_plain(rng) for _ in range(rng.choice((0, 1, 1, 2)))]
    return {"id": name, "kind": "exists", "event": rng.choice(EVENTS), "condition": _condition(rng), "responses": responses}


def _rule(rng: Random, name: str) -> Json:
    rule: Json = {"id": name, "when": rng.choice(EVENTS), "response": _response(rng)}
    if rng.random() < 0.5:
        rule["condition"] = _condition(rng)
    rule["response"]["unless"] = [_exception(rng) for _ in range(rng.choice((0, 0, 1, 2)))]
    return rule


def _exception(rng: Random) -> Json:
    exception: Json = {"condition": _condition(rng)}
    if rng.random() < 0.6:
        exception["then"] = _response(rng)
    return exception


def _response(rng: Random) -> Json:
    plain = _plain(rng)
    if plain["negated"] or rng.random() < 0.5:
        return plain
    end = plain.get("deadline", {}).get("end") if isinstance(plain.get("deadline"), dict) else None
    if rng.random() < 0.6:
        plain["otherwise"] = _plain(rng, negated=False)
        if isinstance(plain.get("deadline"), dict) and plain["deadline"].get("start") and end:
            del plain["deadline"]["start"]
    else:
        plain["else"] = _plain(rng, negated=False)
        for each in (plain, plain["else"]):
            if isinstance(each.get("deadline"), dict):
                each["deadline"].pop("start", None)
    return plain


def _plain(rng: Random, *, negated: bool | None = None) -> Json:
    response: Json = {"event": rng.choice(EVENTS), "negated": rng.random() < 0.3 if negated is None else negated}
    form = rng.randrange(10)
    if form < 6:
        start = rng.choice((0, 0, 1, 2))
        response["deadline"] = {"end": {"seconds": start + rng.randrange(4)}}
        if start:
            response["deadline"]["start"] = {"seconds": start}
    elif form == 6 and not response["negated"]:
        response["deadline"] = "eventually"
    return response


def _condition(rng: Random, depth: int = 2) -> Json:
    if depth and rng.random() < 0.5:
        operator = rng.choice(("not", "and", "or"))
        return {"op": operator, "args": [_condition(rng, depth - 1) for _ in range(1 if operator == "not" else 2)]}
    operator = rng.choice(("<", "<=", ">", ">=", "="))
    return rng.choice((
        {"measure": "isOn"}, {"measure": "seen"},
        {"op": operator, "args": [{"measure": "heat"}, {"int": rng.randrange(-1, 3)}]},
        {"op": operator, "args": [{"measure": "risk"}, {"scale": "", "of": "risk", "index": rng.randrange(3)}]},
    ))  # fmt: skip


def history(rng: Random, length: int) -> list[Instant]:
    """A history by chance."""
    return [
        (
            frozenset(event for event in EVENTS if rng.random() < 0.3),
            {"isOn": rng.random() < 0.5, "seen": rng.random() < 0.5, "heat": rng.randrange(-2, 4), "risk": rng.randrange(3)},
        )
        for _ in range(length)
    ]


# ---------------------------------------------------------------- what they mean


def holds(condition: Json | None, measures: dict[str, Any]) -> bool:
    """Whether a condition is met."""
    if condition is None:
        return True
    if "measure" in condition:
        return bool(measures[condition["measure"]])
    operator, args = condition["op"], condition["args"]
    if operator == "not":
        return not holds(args[0], measures)
    if operator in ("and", "or"):
        parts = [holds(arg, measures) for arg in args]
        return all(parts) if operator == "and" else any(parts)
    value = measures[args[0]["measure"]]
    other = next(args[1][each] for each in ("int", "value", "index") if each in args[1])
    return {"<": value < other, "<=": value <= other, ">": value > other, ">=": value >= other, "=": value == other}[operator]


def triggers(rule: Json, happened: list[Instant]) -> Iterator[int]:
    """When a rule is triggered with its condition true."""
    return (at for at, (events, measures) in enumerate(happened) if rule["when"] in events and holds(rule.get("condition"), measures))


def situations(concern: Json, happened: list[Instant]) -> Iterator[int]:
    """When a situation is there: its event, with its condition, and what is to follow has followed, or has failed to."""
    for at in triggers({"when": concern["event"], **concern}, happened):
        came = []
        for response in concern["responses"]:
            asked = owed(response)
            end = len(happened) - 1 if asked.end is None else at + asked.end
            happens = any(asked.event in happened[when][0] for when in range(at + asked.start, min(end, len(happened) - 1) + 1))
            came.append(not happens and end < len(happened) if asked.negated else happens)
        if all(came):
            yield at


def violations(rule: Json, happened: list[Instant]) -> Iterator[int]:
    """When a rule is violated: the instants of what it forbids, and else the first instant behind the window in which the last thing owed was not done."""
    for at, (events, measures) in enumerate(happened):
        if rule["when"] in events and holds(rule.get("condition"), measures):
            response: Json | None = rule["response"]
            for exception in rule["response"].get("unless", ()):
                if holds(exception["condition"], measures):
                    response = exception.get("then")
            if response is not None:
                yield from _violations(response, at, happened)


def _violations(response: Json, at: int, happened: list[Instant]) -> Iterator[int]:
    asked = owed(response)
    if asked.end is None:
        return
    window = [when for when in range(at + asked.start, at + asked.end + 1) if when < len(happened) and asked.event in happened[when][0]]
    closed = at + asked.end + 1
    if asked.negated:
        yield from window
    elif not window and closed <= len(happened):
        if "otherwise" in response:
            yield from (each for each in _violations(response["otherwise"], closed - 1, happened))
        elif "else" in response:
            yield from (max(closed, each) for each in _violations(response["else"], at, happened))
        else:
            yield closed
