"""What is said about mistakes: the table holds to its examples, and one mistake hides no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.source import Source
from clausekit.syntax.mistakes import Mistake, first_fault, table
from clausekit.syntax.parser import MOST_MISTAKES, machine, parse
from clausekit.syntax.rules import SYNTAX_RULES

BAD = sorted((Path(__file__).resolve().parents[1] / "corpus" / "syntax" / "bad").glob("*.clause"))
MARK = re.compile(r"error: \[(CK\d+)\]( on the line before)?")


def said(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in parse(Source(text))[1]]


# ---------------------------------------------------------------- the table


@pytest.mark.parametrize(("mistake", "example"), [(mistake, example) for mistake in table() for example in mistake.examples], ids=lambda value: str(value)[:60])
def test_an_example_cannot_be_read_and_its_own_entry_says_why(mistake, example):
    assert first_fault(machine(), example) is not None
    finding = parse(Source(example))[1][0]
    assert finding.name == mistake.code
    assert re.fullmatch(_pattern(mistake.message), finding.message, re.DOTALL), finding.message
    assert re.fullmatch(_pattern(mistake.help), finding.help, re.DOTALL), finding.help


def _pattern(words: str) -> str:
    return re.escape(words).replace(re.escape("{found}"), ".+")


@pytest.mark.parametrize("mistake", table(), ids=lambda mistake: mistake.message)
def test_an_entry_speaks_to_a_drafter(mistake: Mistake):
    assert mistake.code in {rule.name for rule in SYNTAX_RULES}
    assert mistake.examples
    for words in (mistake.message, mistake.help):
        assert not words.endswith(".")
        assert not re.search(r"\b(token|terminal|parser?|syntax|grammar|node|LALR)\b", words)


def test_the_table_knows_many_mistakes():
    assert sum(len(mistake.examples) for mistake in table()) >= 700
    examples = [example for mistake in table() for example in mistake.examples]
    assert len(set(examples)) == len(examples)


# What a message tells a drafter to write must be readable as it stands.
ADVICE = re.compile(r"`([^`]*\.)`")


def test_the_advice_can_be_followed():
    followed = [sentence for mistake in table() for sentence in ADVICE.findall(mistake.help) if sentence != "." and "…" not in sentence and "{" not in sentence]
    assert len(followed) >= 150
    assert {sentence: said(sentence) for sentence in followed if said(sentence)} == {}


# ---------------------------------------------------------------- the corpus


def marked(text: str) -> list[tuple[int, str]]:
    """The line and code of every mistake that a file says it has."""
    return sorted((number - bool(before), code) for number, line in enumerate(text.splitlines(), 1) for code, before in MARK.findall(line))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_file_has_exactly_its_mistakes(path):
    source = Source(path.read_text(encoding="utf-8"), path.name)
    found = parse(source)[1]
    assert sorted((source.position(finding.span.start).line, finding.code) for finding in found if finding.span) == marked(source.text)
    assert all(finding.help and finding.labels[0].span for finding in found)


def test_ten_mistakes_of_ten_kinds_are_ten_findings():
    source = next(path for path in BAD if path.stem == "ten_mistakes").read_text(encoding="utf-8")
    found = parse(Source(source))[1]
    assert len({finding.code for finding in found}) == len(found) == 11


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_mistake_alone_is_found_alone(path):
    """The finding of a sentence does not hang on the mistakes before it: the rest of the file, from there on, has the rest of the findings."""
    source = Source(path.read_text(encoding="utf-8"), path.name)
    for finding in parse(source)[1]:
        assert finding.span is not None
        begin = source.offset(source.position(finding.span.start)._replace(column=1))
        rest = [later.message for later in parse(source)[1] if later.span and later.span.start >= begin]
        if finding.code != "CK108":  # that one speaks of the line before
            assert [again.message for again in parse(Source(source.text[begin:]))[1]] == rest


# ---------------------------------------------------------------- single cases


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("France shall consult by 1.2.2027. UK shall go shall stay.", "CK104", "1.2"),
        ("France shall consult\n\nUK agrees to go.", "CK108", "UK"),
        ("party A\u0000B.", "CK103", "\u0000"),
        ('text "a\u202eb".', "CK103", "\u202e"),
        ("party \ud800.", "CK103", "\ud800"),
        ("France shall " + "very " * 300 + "consult.", "CK104", ""),
        ("France shall pay " + "1 plus " * 200 + "1 euro.", "CK104", "1"),
        ("France shall pay " + "the smaller of 1 and " * 100 + "1.", "CK104", "and"),
        ("rule R means " + "rejection by " * 300 + "consensus.", "CK104", "rejection"),
    ],
)  # fmt: skip
def test_where_a_mistake_is(text, code, place):
    finding = parse(Source(text))[1][0]
    assert finding.code == code
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == place


def test_a_message_shows_no_character_that_a_terminal_cannot():
    for text in ("party \ud800.", "a\u202eb", "x \u0007 y.", "France shall 𐏿\U000e0001 go."):
        for finding in parse(Source(text))[1]:
            assert finding.message.isprintable()
            assert finding.help.isprintable()
            finding.message.encode()


def test_what_was_unclosed_is_read_as_if_it_were_closed():
    document, found = parse(Source('party A "the A.\nparty B "the B".\n'))
    assert [finding.code for finding in found] == ["CK102"]
    assert [getattr(item, "display", None) for item in document.items] == ["the A", "the B"]


def test_too_many_mistakes_are_one_finding_more():
    found = parse(Source("France consult.\n" * (MOST_MISTAKES + 100)))[1]
    assert len(found) == MOST_MISTAKES + 1
    assert found[-1].code == "CK114"
    assert [finding.code for finding in parse(Source("France consult.\n" * MOST_MISTAKES))[1]] == ["CK105"] * MOST_MISTAKES


def test_a_word_of_two_alphabets_is_one_finding():
    spoofed = "sh\u0430ll"
    assert said(f"Each Party {spoofed} consult.") == [("CK103", f"`{spoofed}` mixes Latin and Cyrillic letters: `\u0430` is Cyrillic")]
    assert said("party \u0423\u043a\u0440\u0430\u0457\u043d\u0430.\n\u0423\u043a\u0440\u0430\u0457\u043d\u0430 shall consult.") == []
