"""A slice of a treaty and a question → a mark that is the same where the answers are: it hangs on what is said, and not on where it stands.

Two slices that say the same have one mark, whatever else the two treaties hold. Numbers of norms and sentences count from the first of the slice.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Any

from clausekit.logic.answers import Question
from clausekit.model.treaty import Treaty
from clausekit.norms.norm import Code, LifeRule, Norm

# Fields that say where something stands, or what it is called in the treaty as a whole.
_PLACES = frozenset({"start", "end", "span", "citation"})
# Fields that hold the numbers of sentences.
_SENTENCES = frozenset({"provision", "provisions", "clauses", "guaranteed", "prevails_over", "yields_to"})


_SIMPLE = frozenset({str, int, bool, type(None)})


class Ranks:
    """The sentences that a slice speaks of, numbered from its first."""

    def __init__(self, code: Code) -> None:
        """Look through the norms of `code`, and through the rules of the life of what they say."""
        found: set[int] = set()
        for norm in code.norms:
            _gather(norm, found)
        own = {norm.provision for norm in code.norms}
        self.life = [rule for rule in code.life if rule.provisions is None or rule.provisions & own]
        for rule in self.life:
            _gather(rule, found)
        for rest in (code.counts_as, code.findings, code.statuses):
            _gather(rest, found)
        self.numbers = tuple(sorted(found))
        self.of = {number: rank for rank, number in enumerate(self.numbers)}
        self.said = _digest(_plain(part, self.of) for part in _said_of(code, self))
        """A mark of what the slice says."""


def fingerprint(question: Question, ranks: Ranks, treaty: Treaty | None, known: dict[bool, str] | None = None) -> str:
    """The mark of a question about a slice. `treaty` is given where the question looks at more than norms; what it says is taken from what is `known` of it."""
    return _digest([version(), question, ranks.said, "" if treaty is None else _said_once(treaty, question == "expectation", {} if known is None else known)])


def _said_once(treaty: Treaty, expected: bool, known: dict[bool, str]) -> str:  # noqa: FBT001
    if expected not in known:
        known[expected] = said_of(treaty, expected=expected)
    return known[expected]


def said_of(treaty: Treaty, *, expected: bool) -> str:
    """A mark of what a treaty says beside its sentences: its names, and what is expected of it."""
    left = treaty._replace(recitals=(), clauses=(), divisions=(), scenarios=(), translations=(), expectations=treaty.expectations if expected else ())
    return _digest([_plain(left, {})])


def _digest(parts: Iterable[str]) -> str:
    digest = sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()


def _said_of(code: Code, ranks: Ranks) -> list[object]:
    named = [code.provisions[number].label or code.provisions[number].citation for number in ranks.numbers if number < len(code.provisions)]
    excluded = sorted((name, ranks.of[number]) for name, number in code.excluded if number in ranks.of)
    zone, working = str(code.calendar.zone), code.calendar.is_working is not None
    return [
        named, code.norms, ranks.life, code.counts_as, code.findings, code.statuses, code.free_statuses, code.measures, code.pledges, code.parties,
        code.non_parties, code.actors, code.zones, code.groups, code.bodies, excluded, zone, working, code.immediately, code.joining,
    ]  # fmt: skip


def _gather(value: Any, found: set[int]) -> None:
    """The numbers of all sentences that something speaks of."""
    if isinstance(value, tuple):
        for name, inner in zip(value._fields, value, strict=True) if hasattr(value, "_fields") else (("", each) for each in value):
            if name in _SENTENCES and inner is not None:
                found.update([inner] if isinstance(inner, int) else inner)
            elif isinstance(inner, tuple):
                _gather(inner, found)


def _plain(value: Any, ranks: dict[int, int]) -> str:
    """What something says, in a text."""
    if value is None or isinstance(value, str | int):
        return repr(value)
    if isinstance(value, tuple):
        if not value:
            return "[]"
        if not hasattr(value, "_fields"):
            return f"[{','.join([_plain(each, ranks) for each in value])}]"
        skipped = _PLACES if not isinstance(value, Norm | LifeRule) or value.label else _PLACES - {"citation"}
        left_out: dict[str, Any] = getattr(value, "_field_defaults", {})  # most fields are as they are where nothing is said: that goes without saying
        parts = [
            f"{name}={inner!r}" if type(inner) in _SIMPLE and name not in _SENTENCES else f"{name}={_numbered(name, inner, ranks)}"
            for name, inner in zip(value._fields, value, strict=True)
            if name not in skipped and not (name in left_out and inner is left_out[name])
        ]
        return f"{type(value).__name__}({','.join(parts)})"
    if isinstance(value, frozenset | set):
        return f"{{{','.join(sorted(_plain(each, ranks) for each in value))}}}"
    if isinstance(value, dict):
        return f"{{{','.join(f'{name!r}:{_plain(inner, ranks)}' for name, inner in sorted(value.items()))}}}"
    return f"[{','.join([_plain(each, ranks) for each in value])}]" if isinstance(value, list) else repr(value)


def _numbered(name: str, value: Any, ranks: dict[int, int]) -> str:
    if name not in _SENTENCES or value is None:
        return _plain(value, ranks)
    return repr(ranks.get(value, -1) if isinstance(value, int) else sorted(ranks.get(each, -1) for each in value))


@cache
def version() -> str:
    """What stands for the prover as it is: its own files and those of the reference semantics, so that a change of either forgets what was answered."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    marks: list[str] = []
    for room in ("logic", "norms"):
        for folder, inner, names in os.walk(os.path.join(here, room)):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(names):
                found = os.stat(os.path.join(folder, name))
                marks.append(f"{name} {found.st_size} {found.st_mtime_ns}")
    return sha256("\n".join(marks).encode()).hexdigest()
