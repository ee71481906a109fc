"""Treaties of any number of norms, made the same every time, for measuring what proving costs: `python -m benchmarks.generate_norms KIND NORMS`.

| kind | what it is made of | what it measures |
|---|---|---|
| chains | duties in chains of ten, each set off by the one before, with a prohibition at the end of every other | reaching far |
| shared | many sentences about the same few acts of different Parties, some permitted, some forbidden, some excepted | comparing pairs |
| ladders | ladders of four steps, with guarantees of what they answer | failures and what they open |
| mixed | blocks of all three, side by side: what a long treaty looks like | growth on sparse treaties |
| dense | every sentence about one of three acts of two Parties, set off by one of four events | many conflicts at once |
| pigeonholes | so many acts in one instant fewer, no two at a time | what no solver settles soon |
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

KINDS = ("chains", "shared", "ladders", "mixed", "dense", "pigeonholes")
_PARTIES = tuple(f"Land {letter}" for letter in "ABCDEFGHIJKL")
_CHAIN = 10
_STEPS = 4


class _Text:
    """A treaty that is being made: what it declares, and its sentences, each with how many norms it comes to."""

    def __init__(self) -> None:
        self.declared: dict[str, None] = {}
        self.sentences: list[str] = []
        self.norms = 0

    def event(self, name: str) -> str:
        self.declared[f"event {name}."] = None
        return name

    def action(self, name: str) -> str:
        self.declared[f"action {name}."] = None
        return name

    def add(self, said: str, norms: int = 1) -> None:
        self.sentences.append(f"  n{len(self.sentences)}: {said}.")
        self.norms += norms

    def whole(self, parties: tuple[str, ...]) -> str:
        """Articles of twenty sentences each."""
        lines = [f"party {each}." for each in parties] + list(self.declared)
        for number in range(0, len(self.sentences), 20):
            lines += ["", f'article {number // 20 + 1} "Part {number // 20 + 1}"', *self.sentences[number : number + 20]]
        return "\n".join(lines) + "\n"


def treaty(kind: str, norms: int) -> str:
    """The text of a treaty of a kind that comes to so many norms; of pigeonholes, to the most that are not more."""
    text = _Text()
    if kind == "dense":
        _dense(text, norms)
        return text.whole(_PARTIES[:2])
    if kind == "pigeonholes":
        _pigeonholes(text, norms)
        return text.whole(_PARTIES[:1])
    blocks: dict[str, tuple[Callable[[_Text, int], Iterator[tuple[str, int]]], ...]] = {
        "chains": (_chain,), "shared": (_shared,), "ladders": (_ladder,), "mixed": (_chain, _shared, _ladder),
    }  # fmt: skip
    number = 0
    while text.norms < norms:
        for said, count in blocks[kind][number % len(blocks[kind])](text, number):
            if text.norms + count <= norms:
                text.add(said, count)
        number += 1
    return text.whole(_PARTIES)


def edited(text: str) -> str:
    """A treaty with the deadline of one sentence in its middle changed: what a drafter does between two checks."""
    lines = text.split("\n")
    middle = next(number for number in range(len(lines) // 2, len(lines)) if " shall " in lines[number] and " within " in lines[number])
    before, _, after = lines[middle].rpartition(" within ")
    period, _, rest = after.partition(" ")
    lines[middle] = f"{before} within {int(period) + 1} {rest}"
    return "\n".join(lines)


def _chain(text: _Text, number: int) -> Iterator[tuple[str, int]]:
    """Ten duties, each set off by what the one before asks for. Every other chain ends in a clash: its last act is forbidden for longer than it takes."""
    party = _PARTIES[number % len(_PARTIES)]
    before = text.event(f"alarm c{number}")
    for step in range(_CHAIN - 1):
        act = text.action(f"act c{number}s{step}")
        yield f"If {before}{f' by {party}' if step else ''}, then {party} shall {act} within {step % 5 + 2} days", 1
        before = act
    days = 60 if number % 2 else 1
    yield f"If alarm c{number}, then {party} shall not {before} within {days} days", 1


def _shared(text: _Text, number: int) -> Iterator[tuple[str, int]]:
    """Ten sentences about two acts: duties and prohibitions of several Parties, an exception, a permission that prevails and one that does not."""
    first, second = text.action(f"act s{number}a"), text.action(f"act s{number}b")
    call, halt, leave = text.event(f"call s{number}"), text.event(f"halt s{number}"), text.event(f"leave s{number}")
    one, two, three = (_PARTIES[(number + step) % len(_PARTIES)] for step in range(3))
    yield f"If {call}, then {one} shall {first} within 10 days", 1
    yield f"If {call}, then {two} shall {first} within 10 days, unless {halt}", 1
    yield f"If {halt}, then {two} shall not {first} within 20 days", 1
    yield f"If {call}, then {three} shall {second} within 5 days", 1
    yield f"If {leave}, then {three} shall not {second} within 30 days", 1
    yield f"{one} shall not {second}", 1
    yield f"If {leave}, then {one} may {second} within 10 days", 1
    yield f"If {halt}, then {two} shall {second} within 15 days", 1
    yield f"If {halt}, then {two} shall {second} within 25 days", 1
    yield f"If {call}, then the Parties jointly and severally shall {first} within 40 days", 1


def _ladder(text: _Text, number: int) -> Iterator[tuple[str, int]]:
    """A ladder of four steps, and what its failure opens besides."""
    party, others = _PARTIES[number % len(_PARTIES)], [_PARTIES[(number + step) % len(_PARTIES)] for step in range(1, _STEPS)]
    call = text.event(f"breach l{number}")
    steps = [f"{name} shall {text.action(f'answer l{number}s{step}')} within {step + 5} days" for step, name in enumerate((party, *others))]
    yield f"If {call}, then {', failing which '.join(steps)}", _STEPS
    yield f"If {call}, then each Party shall {text.action(f'consult l{number}')} within 3 days", 1
    yield f"If consult l{number} by {party}, then {others[0]} shall {text.action(f'reply l{number}')} within 2 days", 1


def _dense(text: _Text, norms: int) -> None:
    """Whatever is asked, something forbids: windows overlap more or less, and each pair has to be looked at."""
    acts = [text.action(f"act {letter}") for letter in "xyz"]
    calls = [text.event(f"call {letter}") for letter in "pqrs"]
    for number in range(norms):
        act, call, party = acts[number % 3], calls[number // 3 % 4], _PARTIES[number // 12 % 2]
        modal = "shall not" if number % 5 in (2, 4) else "shall"
        text.add(f"If {call}, then {party} {modal} {act} within {number % 7 + 1} to {number % 7 + number % 11 + 1} days")


def _pigeonholes(text: _Text, norms: int) -> None:
    """So many acts within hours of which there is one too few, and no two of them at the same instant."""
    count = 2
    while (count + 1) + (count + 1) * count // 2 <= norms:
        count += 1
    party, call = _PARTIES[0], text.event("call")
    acts = [text.action(f"act p{number}") for number in range(count)]
    for act in acts:
        text.add(f"If {call}, then {party} shall {act} within {count - 2} hours")
    for number, act in enumerate(acts):
        for other in acts[number + 1 :]:
            text.add(f"If {act} by {party}, then {party} shall not {other} within 0 hours")


if __name__ == "__main__":
    sys.stdout.write(treaty(sys.argv[1], int(sys.argv[2])))
