"""Answers → files in a folder of the user, and back: so that an unrelated edit proves nothing anew.

A file is written whole or not at all. What is read is taken for a proposal: whoever asks for it plays it again. A folder that cannot be read or written keeps
nothing, and that is no mistake of anybody's.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.fingerprints import Ranks
from clausekit.logic.replay import replay
from clausekit.norms.history import Change, Entry, Happening
from clausekit.norms.norm import Code
from clausekit.source.files import FileError, write_file

# So many files are kept; the oldest go first. One holds a few hundred bytes.
MOST_FILES = 20_000
# What is larger was not written here.
_MOST_BYTES = 2_000_000
FOLDER = "CLAUSEKIT_CACHE"


def folder(environment: Mapping[str, str]) -> str:
    """Where answers are kept: what `CLAUSEKIT_CACHE` says, else the user's folder for what can be made again. Empty where there is none."""
    named = environment.get(FOLDER)
    if named is not None:
        return named
    caches = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(caches, "clausekit", "proofs") if os.path.isabs(caches) else ""


class Kept:
    """The answers that are kept in one folder."""

    def __init__(self, where: str) -> None:
        """Keep them in `where`, which is made when the first is."""
        self._where = where
        self._added = 0

    def known(self, mark: str, code: Code, ranks: Ranks) -> tuple[Answer, ...] | None:
        """The answers kept under a mark, in the numbers of `code`; None where there are none, none that can be read, or one that is not so any more."""
        try:
            with open(self._path(mark), "rb") as file:
                data = file.read(_MOST_BYTES + 1)
            kept = [(_answer(each, ranks, len(code.norms)), each["seen"]) for each in json.loads(data)] if len(data) <= _MOST_BYTES else None
        except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError):
            return None
        return None if kept is None or any(_seen(code, answer) != seen for answer, seen in kept) else tuple(answer for answer, _ in kept)

    def keep(self, mark: str, answers: tuple[Answer, ...], code: Code, ranks: Ranks) -> None:
        """Keep the answers to a question."""
        path = self._path(mark)
        try:
            data = json.dumps([{**_data(each, ranks), "seen": _seen(code, each)} for each in answers]).encode()
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            write_file(path, data)
            self._added += 1
        except (OSError, FileError, LookupError, ValueError):
            return

    def tidy(self) -> None:
        """Let the oldest go where there are too many."""
        if not self._added:
            return
        found: list[tuple[float, str]] = []
        try:
            for each in os.scandir(self._where):
                if len(each.name) == 2 and each.is_dir():
                    found += [(file.stat().st_mtime, file.path) for file in os.scandir(each.path)]
            for _, path in sorted(found)[: max(0, len(found) - MOST_FILES)]:
                os.unlink(path)
        except OSError:
            return

    def _path(self, mark: str) -> str:
        return os.path.join(self._where, mark[:2], f"{mark[2:]}.json")


def _seen(code: Code, answer: Answer) -> str:
    """A mark of all that comes of the history of an answer: what is kept is believed only if it still comes to the same."""
    if answer.witness is None:
        return ""
    records = [(each.at, each.kind, each.norm, each.instance, each.who, each.closes) for each in replay(code, answer.witness).records]
    return sha256(repr(records).encode("utf-8", "surrogatepass")).hexdigest()


# ---------------------------------------------------------------- answers and data


def _data(answer: Answer, ranks: Ranks) -> dict[str, Any]:
    witness = answer.witness
    return {
        **answer._asdict(),
        "steps": [list(step) for step in answer.steps],
        "witness": None if witness is None else {**witness._asdict(), "entries": [_entry_data(each, ranks) for each in witness.entries]},
    }


def _entry_data(entry: Entry, ranks: Ranks) -> dict[str, Any]:
    if isinstance(entry, Change):
        return {**entry._asdict(), "value": None if entry.value is None else str(entry.value), "roles": dict(entry.roles)}
    clauses = sorted(ranks.of[number] for number in entry.clauses)
    return {**entry._asdict(), "clauses": clauses, "roles": dict(entry.roles), "amounts": [[str(amount), unit] for amount, unit in entry.amounts]}


def _answer(data: dict[str, Any], ranks: Ranks, norms: int) -> Answer:
    """Raises ValueError, LookupError or TypeError for what is no answer."""
    witness = data["witness"]
    steps = tuple(Step(int(number), str(said)) for number, said in data["steps"])
    numbers = tuple(int(number) for number in data["norms"])
    if any(not 0 <= number < norms for number in numbers) or any(not -1 <= step.norm < norms for step in steps):
        message = "no such norm"
        raise ValueError(message)
    return Answer(
        data["question"],
        data["status"],
        numbers,
        tuple(map(str, data["parties"])),
        None if witness is None else _witness(witness, ranks),
        str(data["kind"]),
        steps,
        str(data["reason"]),
        int(data["about"]),
    )


def _witness(data: dict[str, Any], ranks: Ranks) -> Witness:
    return Witness(tuple(_entry(each, ranks) for each in data["entries"]), int(data["in_force"]), int(data["at"]), int(data["until"]))


def _entry(data: dict[str, Any], ranks: Ranks) -> Entry:
    roles = {str(preposition): tuple(map(str, names)) for preposition, names in data["roles"].items()}
    if "holds" in data:
        value = None if data["value"] is None else Decimal(data["value"])
        return Change(int(data["at"]), str(data["name"]), data["holds"], value, str(data["level"]), roles, str(data["said"]))
    clauses = frozenset(ranks.numbers[number] for number in data["clauses"])
    amounts = tuple((Decimal(amount), str(unit)) for amount, unit in data["amounts"])
    said = str(data["said"])
    return Happening(int(data["at"]), str(data["name"]), roles, clauses, amounts, str(data["aspect"]), said, int(data["norm"]), bool(data["deemed"]))
