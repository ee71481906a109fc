"""A file that is used says what it would say if it had been written out: whole treaties taken apart, and generated parts with generated values."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausekit.model.citations import Citations
from clausekit.pipeline import Reading, read_source
from clausekit.source import Source
from clausekit.syntax.nodes import ActorDeclarationNode, GroupNode, ParameterNode, TextDeclarationNode, UseNode
from clausekit.syntax.parser import parse

ROOT = Path(__file__).resolve().parents[2]
ALONE = (ParameterNode, UseNode)


def uses_nothing(path: Path) -> bool:
    return not any(isinstance(item, ALONE) for item in parse(Source(path.read_text(encoding="utf-8")))[0].items)


TREATIES = [path for path in sorted((ROOT / "examples").rglob("*.clause")) if uses_nothing(path)]


def kind_of(item: object) -> str | None:
    """The kind of parameter that could take the place of a declaration."""
    if isinstance(item, ActorDeclarationNode):
        return "party" if item.role in {"party", "guarantor"} else "actor"
    if isinstance(item, GroupNode):
        return "group"
    return "zone" if isinstance(item, TextDeclarationNode) and item.kind == "zone" else None


def taken_apart(text: str) -> tuple[str, str]:
    """A text as two files: one that declares who and where, and one that says the rest and has a parameter for each of these, called as they are."""
    declared, parameters, bindings = [], [], []
    rest = text
    for item in reversed(parse(Source(text))[0].items):
        kind = kind_of(item)
        if kind is not None:
            declared.insert(0, text[item.start : item.end] + ".")
            rest = rest[: item.start] + rest[item.end :].lstrip().removeprefix(".")
            parameters.insert(0, f"parameter {item.name.text}: {kind}.")
            bindings.insert(0, f"{item.name.text} = {item.name.text}")
    use = f'use "rest"{" with " if bindings else ""}{", ".join(bindings)}.'
    return "\n".join([*declared, use]), "\n".join([*parameters, rest])


def together(folder: Path, main: str, rest: str) -> Reading:
    (folder / "rest.clause").write_text(rest, encoding="utf-8")
    return read_source(Source(main, str(folder / "main.clause")), folder=str(folder))


def said(reading: Reading, articles: dict[str, str]) -> Any:
    """What a treaty says, whatever its capitals; `articles` gives articles that are numbered by their place the numbers they carry in writing."""

    def lowered(value: Any) -> Any:
        if isinstance(value, tuple):
            fields = value[2:] if hasattr(value, "_fields") else value
            return [type(value).__name__, *map(lowered, fields)]
        return articles.get(value, value).lower() if isinstance(value, str) else value

    return lowered(reading.record)


def articles_of(reading: Reading) -> list[str]:
    return [division.designation for division, _ in Citations(reading.record).divisions if division.kind == "article"]


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_whole_treaties(path, tmp_path):
    text = path.read_text(encoding="utf-8")
    plain = read_source(Source(text))
    apart = together(tmp_path, *taken_apart(text))
    assert [each.message for each in apart.diagnostics if re.match("CK24[^6]|CK25", each.code)] == []
    numbers = dict(zip(articles_of(apart), articles_of(plain), strict=True))
    assert said(apart, numbers) == said(plain, {})


# ---------------------------------------------------------------- generated parts

DECLARED = """\
party Arendia.
party Belmora.
guarantor Corvany.
guarantor Delmark.
group Northern Powers means Corvany and Delmark.
group Sides means Arendia and Belmora.
body High Board means Arendia and Corvany, deciding by consensus.
zone Salt Marsh means "the marsh of Selwyn".
zone Line of Contact means "the line".
instrument Charter "the Charter".
event great breach "a great breach".
action impose sanctions as "imposition of sanctions".
"""
VALUES = {
    "group": ["Northern Powers", "Sides", "Parties", "Guarantors"],
    "party": ["Arendia", "Belmora", "Corvany"],
    "body": ["High Board"],
    "zone": ["Salt Marsh", "Line of Contact"],
    "period": ["30 days", "1 year", "1 year and 6 months", "12 hours"],
    "number": ["2", "20,000", "3"],
    "date": ["2031-05-04", "2027-01-01"],
    "text": ['"the shore"', '"a “place” called ""Old""."'],
    "event": ["great breach"],
    "action": ["impose sanctions"],
}
SINGULAR = {"Northern Powers": "Northern Power", "Sides": "Side", "Parties": "Party", "Guarantors": "Guarantor"}
NAMES = ["Defenders", "Members", "Protected", "Delay", "Delay Time", "First Date", "Most", "Council", "Shore", "Trigger", "Answer", "the Long Name of It", "Xs"]
# What stands in braces is a parameter of that kind; `group's` is the singular of a group.
SENTENCES = [
    "If request by {party}, then the {group} shall consult within {period}.",
    "a {n}: Each {group's} shall consult the other {group} within {period} of {event}.",
    "The {group} jointly shall consult {party} by {date}, unless waiver by any {group's}.",
    "b {n}: No {group's} shall enter {zone} from {date} until {date}.",
    "Any {group's} may withdraw with {period} notice, not earlier than {period} after entry into force.",
    "at least {number} {group} shall deploy forces to {party} of at least {number} troops within {period}.",
    "If {event} as determined by {body}, then {party} shall {action} within {period}, failing which the {group} may {action}.",
    "c {n}: text {text}.",
    "zone Area {n} means {text}.",
    "The {group} severally guarantee article 51 of Charter in favour of {party}.",
    "remains in force for {period}.",
]
SLOT = re.compile(r"\{(group's|\w+)\}")


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, str, str]:
    """A part with parameters, the sentence that uses it, and the part written out."""
    names = draw(st.permutations(NAMES))
    kinds = ["group", *draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=8))]
    parameters = {name: (kind, draw(st.sampled_from(VALUES[kind]))) for name, kind in zip(names, kinds, strict=False)}
    by_kind: dict[str, list[str]] = {}
    for name, (kind, _) in parameters.items():
        by_kind.setdefault(kind, []).append(name)
    part, written = [], []
    for number, sentence in enumerate(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))):

        def filled(match: re.Match[str], number: int = number) -> tuple[str, str]:
            slot = match[1]
            if slot == "n":
                return ("One", "Two", "Three", "Four", "Five", "Six")[number], ("One", "Two", "Three", "Four", "Five", "Six")[number]
            kind = slot.removesuffix("'s")
            name = draw(st.sampled_from([*by_kind.get(kind, []), None]))
            value = parameters[name][1] if name else draw(st.sampled_from(VALUES[kind]))
            if name is None:
                return (SINGULAR.get(value, value),) * 2 if slot == "group's" else (value, value)
            bare = name.removeprefix("the ")
            if slot == "group's":
                return bare.removesuffix("s"), SINGULAR[value] if bare.endswith("s") else value
            return draw(st.sampled_from([bare, bare.upper(), bare.lower(), bare.replace(" ", "  ")])), value

        pairs = [filled(match) for match in SLOT.finditer(sentence)]
        for lines, which in ((part, 0), (written, 1)):
            texts = iter(pair[which] for pair in pairs)
            lines.append(SLOT.sub(lambda _, texts=texts: next(texts), sentence))
    head = [f"parameter {name}: {kind}." for name, (kind, _) in parameters.items()]
    bindings = [f"{name} = {value}" for name, (_, value) in parameters.items()]
    return "\n".join([*head, *part]), f'use "rest" with {", ".join(bindings)}.', "\n".join(written)


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(parts())
def test_a_part_says_what_it_would_say_written_out(tmp_path_factory, drawn):
    part, use, written = drawn
    apart = together(tmp_path_factory.mktemp("part"), DECLARED + use, part)
    plain = read_source(Source(DECLARED + written))
    assert [each.message for each in apart.diagnostics if re.match("CK24[^6]|CK25", each.code)] == []
    assert {each.code for each in apart.diagnostics if each.code.startswith("CK1")} == {each.code for each in plain.diagnostics if each.code.startswith("CK1")}
    assert said(apart, {}) == said(plain, {})
