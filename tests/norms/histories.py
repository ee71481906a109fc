"""Histories by chance, of any treaty: what its sentences speak of, by whom and to whom it may be, and what none of them does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import clausekit
from clausekit.norms.calendar import Instant
from clausekit.norms.history import Change, Entry, Happening
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code, Pattern
from tests.norms.treaties import treaty

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [path for path in sorted((ROOT / "examples").rglob("*.clause")) if path.parent.name != "parts"]
FIRST: Instant = 739_000 * 24
"""The first hour of a day in May 2024."""
# How long after it something happens: within hours, days, months and years.
STEPS = (0, 1, 6, 24, 25, 24 * 3, 24 * 30, 24 * 31, 24 * 365)
# Events of the life of every treaty, whether its sentences speak of them or not.
OF_LIFE = (
    "signature",
    "ratification",
    "withdrawal",
    "denunciation",
    "suspension",
    "resumption",
    "termination",
    "waiver",
    "objection",
    "violation",
    "acceptance",
)
NOBODYS = ("festival", "eclipse of the moon")


@cache
def rules() -> tuple[Code, ...]:
    """The treaties of the page that states the semantics: each is about one rule."""
    page = (ROOT / "docs" / "semantics.md").read_text(encoding="utf-8")
    return tuple(lower(treaty(text)) for text in re.findall(r"^```clause\n(.*?)^```", page, re.MULTILINE | re.DOTALL))


@cache
def example(path: Path) -> Code:
    """A whole treaty of the examples."""
    record = clausekit.read(path).record
    assert record is not None
    return lower(record)


def patterns_of(code: Code) -> tuple[Pattern, ...]:
    """Every kind of event that a treaty speaks of, each once."""
    return tuple(dict.fromkeys(_patterns((code.norms, code.life, code.counts_as, code.statuses, code.findings))))


def _patterns(part: Any) -> Iterator[Pattern]:
    if isinstance(part, Pattern):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _patterns(each)


@st.composite
def histories(draw, code: Code, *, most: int = 12) -> tuple[Entry, ...]:
    """What may happen under a treaty, in order of time; several things in one instant as often as not."""
    at = FIRST
    told: list[Entry] = []
    for _ in range(draw(st.integers(0, most))):
        at += draw(st.sampled_from(STEPS))
        told.append(draw(entries(code, at)))
    return tuple(told)


@st.composite
def entries(draw, code: Code, at: Instant) -> Entry:
    """One thing that happens."""
    kind = draw(st.integers(0, 9))
    if kind == 0 and code.free_statuses:
        return Change(at, draw(st.sampled_from(sorted(code.free_statuses))), holds=draw(st.booleans()))
    if kind == 1 and code.measures:
        roles = draw(st.sampled_from([{}, *({"of": (name,)} for name in code.actors[:4])]))
        return Change(at, draw(st.sampled_from(sorted(code.measures))), value=Decimal(draw(st.integers(0, 400))), roles=roles)
    if kind == 2 or not patterns_of(code):
        return draw(_of_life(code, at))
    if kind == 3:
        return Happening(at, draw(st.sampled_from(NOBODYS)), {"by": draw(_some(code.actors))})
    return draw(_like(code, draw(st.sampled_from(patterns_of(code))), at))


@st.composite
def _of_life(draw, code: Code, at: Instant) -> Happening:
    clauses = draw(st.sets(st.integers(0, len(code.provisions) - 1), max_size=2)) if code.provisions else set()
    return Happening(at, draw(st.sampled_from(OF_LIFE)), {"by": draw(_some(code.actors))}, frozenset(clauses))


@st.composite
def _like(draw, code: Code, pattern: Pattern, at: Instant) -> Happening:
    """An event of a kind, or nearly so: its roles filled by those whom the sentence names, and by others."""
    roles = {role.preposition: draw(_some(role.who.names or (*code.actors, *code.bodies))) for role in pattern.roles}
    if "by" not in roles and draw(st.integers(0, 3)):
        roles["by"] = draw(_some((*code.actors, *code.bodies)))
    amounts = tuple((Decimal(draw(st.sampled_from([0, 1, 50, 100, 20_000]))), amount.unit) for amount in pattern.amounts)
    return Happening(at, pattern.name, roles, pattern.clauses or frozenset(), amounts, pattern.aspect, said=pattern.said)


def _some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    known = st.sampled_from(names) if names else st.just("somebody")
    return st.lists(known | st.just("somebody else"), min_size=1, max_size=3, unique=True).map(tuple)
