"""The colours of editors: what the language reserves is coloured, and what is coloured as a keyword is one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest

from clausekit.syntax import tables
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.words import QUOTATION_MARKS, TRANSLATED, TRANSLATED_ONCE, cut
from tests.docs.pages import ROOT

EDITORS = ROOT / "editors"
GRAMMAR = json.loads((EDITORS / "clause.tmLanguage.json").read_text(encoding="utf-8"))
EXAMPLES = sorted((ROOT / "examples").rglob("*.clause"))
# What may stand around a keyword where it is one.
AROUND = (
    *("{}", "{} x", "{} 5", '{} "x"', "{} (a)", "{} short", "x article 5 {}", "x {}", "x {} x", "x {} 5", 'x {} "x"', "x {} (a)"),
    *("x is {}", "x 5 {}", "x at 22:00 {}", "{} 22:00", "{} by x", "x, {} for 5 years", "x: {}", "expect: {} x", "parameter x: {}"),
    *("open for {} to x", "and bind {}", "{} are adopted by x", "on the first day of the {} month after x"),
)

Token = tuple[str, str]


@cache
def rules(name: str = "") -> list[dict]:
    """The rules of the grammar, or of one entry of its repository, without what includes others."""
    entry = GRAMMAR["repository"][name] if name else GRAMMAR
    found = []
    for rule in entry.get("patterns", [entry]) if not name or "match" not in entry else [entry]:
        found += rules(rule["include"][1:]) if "include" in rule else [rule]
    return found


def coloured(text: str) -> Iterator[Token]:
    """Every coloured stretch of a text and its scope: line by line, the first match wins, as editors do it."""
    inside: dict | None = None
    for line in text.splitlines():
        at = 0
        while at <= len(line):
            if inside is not None:
                end = next((match for match in re.finditer(inside["end"], line[at:]) if not _escaped(inside, line[at:], match)), None)
                stop = at + end.end() if end else len(line)
                yield line[at:stop], inside["name"]
                inside, at = (None, stop) if end else (inside, len(line) + 1)
                continue
            matches = [(match.start(), order, match, rule) for order, rule in enumerate(rules()) if (match := _search(rule, line, at))]
            if not matches:
                break
            _, _, match, rule = min(matches, key=lambda found: found[:2])
            if "begin" in rule:
                yield match[0], rule["name"]
                inside, at = rule, match.end()
                continue
            if "name" in rule:
                yield match[0], rule["name"]
            for group, capture in rule.get("captures", {}).items():
                if match[int(group)]:
                    yield match[int(group)], capture["name"]
            at = max(match.end(), at + 1)


def _search(rule: dict, line: str, at: int) -> re.Match | None:
    found = re.compile(rule.get("match") or rule["begin"]).search(line, at)
    return found if found and found.end() > at else None


def _escaped(rule: dict, line: str, end: re.Match) -> bool:
    """Whether the mark that seems to end a quotation is the second of two."""
    before = line[: end.start()]
    return bool(rule["patterns"]) and (len(before) - len(before.rstrip('"'))) % 2 == 1


def phrases() -> list[str]:
    """Every keyword and every fixed phrase of the language, from the tables made of grammars/terms.lark."""
    stored = tables.load()
    return sorted({" ".join([first, *rest]) for first in stored.words if first.isalpha() for _, rest, *_ in stored.group(first)})


VOCABULARY = {word for phrase in phrases() for word in phrase.split()} | TRANSLATED | {word for words in TRANSLATED_ONCE for word in words}


@pytest.mark.parametrize("phrase", phrases())
def test_what_the_language_reserves_is_coloured(phrase):
    """In some place where it can stand, each of its words is coloured, and none as a name."""

    def is_coloured(text: str) -> bool:
        found = " ".join(stretch for stretch, scope in coloured(text) if not scope.startswith("entity"))
        return set(phrase.split()) <= set(found.split())

    assert any(is_coloured(around.format(phrase)) for around in AROUND), list(coloured(phrase))


def test_no_hard_word_is_in_a_label():
    for word in HARD:
        assert all(scope != "entity.name.label.clause" for text in (f"{word}: x", f"Party {word}: x") for _, scope in coloured(text)), word


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_coloured_as_a_keyword_is_one(path):
    found = list(coloured(path.read_text(encoding="utf-8")))
    keywords = {word for stretch, scope in found if scope.startswith(("keyword", "storage")) for word in stretch.lower().split()}
    assert keywords
    assert keywords <= VOCABULARY


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_quotations_and_comments_are_coloured_whole(path):
    text = path.read_text(encoding="utf-8")
    found, words = list(coloured(text)), cut(text)
    assert [stretch for stretch, scope in found if scope.startswith("comment")] == [comment.text for comment in words.comments]
    quoted = "".join(stretch for stretch, scope in found if scope.startswith("string"))
    wanted = "".join(word for word in words.texts if word[:1] in QUOTATION_MARKS)
    assert "".join(quoted.split()) == "".join(wanted.split())


def test_a_sentence_and_its_colours():
    sentence = 'response: If breach, each Guarantor shall not deploy forces within 30 days of article 5 (a) source "A ""B""". # why'
    assert [(stretch, scope.removesuffix(".clause")) for stretch, scope in coloured(sentence)] == [
        ("response", "entity.name.label"),
        (":", "punctuation.separator.label"),
        ("If", "keyword.control.condition"),
        ("each", "keyword.other.quantifier"),
        ("Guarantor", "support.type.role"),
        ("shall not", "keyword.control.modal"),
        ("within", "keyword.other.time"),
        ("30 days", "constant.numeric.period"),
        ("of", "keyword.operator.word"),
        ("article", "keyword.other.reference"),
        ("5", "constant.numeric.reference"),
        ("(a)", "constant.other.point"),
        ("source", "keyword.other.reference"),
        ('"', "string.quoted.double"),
        ('A ""B"""', "string.quoted.double"),
        ("# why", "comment.line.number-sign"),
    ]


def test_translations_and_their_colours():
    text = 'translation French.\n  party Russia: "la Russie", feminine.\n  done at: "Genève".\n  recital 1: "Considérant".\n  phrase "a, b": "c".\n'
    assert [(stretch, scope.split(".")[0]) for stretch, scope in coloured(text) if not scope.startswith("string")] == [
        ("translation", "keyword"),
        ("French", "entity"),
        ("party", "storage"),
        ("Russia", "entity"),
        ("done at", "storage"),
        ("recital", "storage"),
        ("1", "entity"),
        ("phrase", "storage"),
    ]


def test_declarations_and_headings_and_their_colours():
    text = 'guarantor United Kingdom "the UK" pledging 5 troops.\naction assist as "assistance".\narticle response "Answers"\n  such\n'
    assert [(stretch, scope.split(".")[0]) for stretch, scope in coloured(text)] == [
        ("guarantor", "storage"),
        ("United Kingdom", "entity"),
        ('"', "string"),
        ('the UK"', "string"),
        ("pledging", "keyword"),
        ("5", "constant"),
        ("action", "storage"),
        ("assist", "entity"),
        ("as", "keyword"),
        ('"', "string"),
        ('assistance"', "string"),
        ("article", "keyword"),
        ("response", "entity"),
        ('"', "string"),
        ('Answers"', "string"),
    ]


def kinds(text: str) -> list[Token]:
    """The coloured stretches of a text, each with the kind of its colour, without quotations."""
    return [(stretch, scope.removesuffix(".clause")) for stretch, scope in coloured(text) if not scope.startswith("string")]


def test_scenarios_and_expectations_and_their_colours():
    text = """scenario "Winter"
  in force from 2027-01-01.
  on day 2 at 06:00: truce ends.
  then on day 3: clause help is not violated by France and truce holds.
expect "peace": always not breach.
expect: if France complies, never breach before request.
"""
    assert kinds(text) == [
        ("scenario", "keyword.control.heading"),
        ("in force from", "keyword.control.scenario"),
        ("2027-01-01", "constant.numeric.date"),
        ("on day", "keyword.control.scenario"),
        ("2", "constant.numeric"),
        ("at", "keyword.other.time"),
        ("06:00", "constant.numeric.date"),
        ("ends", "keyword.control.scenario"),
        ("then on day", "keyword.control.scenario"),
        ("3", "constant.numeric"),
        ("clause", "keyword.other.reference"),
        ("is not violated", "keyword.control.claim"),
        ("by", "keyword.operator.word"),
        ("and", "keyword.operator.word"),
        ("holds", "keyword.control.scenario"),
        ("expect", "keyword.control.heading"),
        ("always", "keyword.control.scenario"),
        ("not", "keyword.control.condition"),
        ("expect", "keyword.control.heading"),
        ("if", "keyword.control.condition"),
        ("complies,", "keyword.control.scenario"),
        ("never", "keyword.control.scenario"),
        ("before", "keyword.other.time"),
    ]


def test_used_files_and_the_life_of_a_treaty_and_their_colours():
    text = """parameter Response Time: period.
use "std/consultation" as First with Interval = 6 months.
term: this treaty remains in force for 10 years, renewed for 5 years.
exception: reservation by France to clause help: excluded.
cap: Each Party shall ensure that tanks are at most 25 percent of stocks rounded up.
"""
    assert kinds(text) == [
        ("parameter", "storage.type.declaration"),
        ("Response Time", "entity.name.type"),
        (":", "punctuation.separator.label"),
        ("period", "storage.type.declaration"),
        ("use", "storage.type.declaration"),
        ("as", "keyword.operator.word"),
        ("with", "keyword.operator.word"),
        ("=", "punctuation.separator.value"),
        ("6 months", "constant.numeric.period"),
        ("term", "entity.name.label"),
        (":", "punctuation.separator.label"),
        ("this treaty", "keyword.other.reference"),
        ("remains in force", "keyword.control.life"),
        ("for", "keyword.operator.word"),
        ("10 years", "constant.numeric.period"),
        ("renewed", "keyword.control.life"),
        ("for", "keyword.operator.word"),
        ("5 years", "constant.numeric.period"),
        ("exception", "entity.name.label"),
        (":", "punctuation.separator.label"),
        ("reservation", "keyword.control.record"),
        ("by", "keyword.operator.word"),
        ("to", "keyword.operator.word"),
        ("clause", "keyword.other.reference"),
        ("excluded", "keyword.control.record"),
        ("cap", "entity.name.label"),
        (":", "punctuation.separator.label"),
        ("Each", "keyword.other.quantifier"),
        ("Party", "support.type.role"),
        ("shall", "keyword.control.modal"),
        ("ensure that", "keyword.other.phrase"),
        ("are at most", "keyword.other.phrase"),
        ("25", "constant.numeric"),
        ("percent of", "keyword.other.formula"),
        ("rounded up", "keyword.other.formula"),
    ]


def test_the_extension_names_its_files():
    extension = json.loads((EDITORS / "package.json").read_text(encoding="utf-8"))["contributes"]
    (language,), (grammar,) = extension["languages"], extension["grammars"]
    assert grammar["scopeName"] == GRAMMAR["scopeName"]
    assert language["extensions"] == [f".{suffix}" for suffix in GRAMMAR["fileTypes"]]
    for place in (language["configuration"], grammar["path"]):
        assert (EDITORS / place).is_file()
    assert json.loads((EDITORS / language["configuration"]).read_text(encoding="utf-8"))["comments"] == {"lineComment": "#"}
