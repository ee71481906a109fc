"""One text in two languages → the numbers of each, and whether each obliges, allows or forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from clausekit.model.clauses import Sentence, Statement
from clausekit.model.languages import Language
from clausekit.model.terms import Reference
from clausekit.syntax.canonical import NUMERALS

# Digits with whatever parts thousands: a space (that breaks or not, wide or narrow), a comma, a full stop, an apostrophe.
_PARTING = " \u00a0\u2009\u202f.,’'"
_NUMBER = re.compile(rf"(?<!\w)\d+(?:[{_PARTING}]\d{{3}}(?!\d))*(?:[.,]\d+)?")
_GROUP = re.compile(rf"[{_PARTING}](?=\d{{3}}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+(?:(?:['-][^\W\d_]+)+|'?)")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'"})  # that of print, and the letter of Ukrainian
# One of something is as often an article; a language may write it in either way.
_ONE = "1"
# The modals of the language by what they do. Political words (`should`, `will`) have no counterpart that is certain.
_DUTIES = frozenset({"shall", "must", "undertakes to"})
_PERMISSIONS = frozenset({"may", "is entitled to"})
_PROHIBITIONS = frozenset({"shall not", "must not", "undertakes not to", "may not", "is not entitled to"})
_Numbers = tuple[frozenset[str], frozenset[str]]


def numbers_of_text(text: str, numerals: Mapping[str, str]) -> _Numbers:
    """The numbers in the digits of a text, and those in its words."""
    digits = frozenset(_plain(found) for found in _NUMBER.findall(text))
    return digits, frozenset(numerals[word] for word in _words(text) if word in numerals)


def numbers_of_english(text: str) -> _Numbers:
    """As `numbers_of_text`, for what the treaty itself says."""
    return numbers_of_text(text, NUMERALS)


def numbers_of_sentence(sentence: Sentence) -> _Numbers:
    """The numbers that a sentence states, and those that it may show: of what it cites, of hours, of months in words."""
    stated: set[str] = set()
    shown: set[str] = set()
    for value in _values(sentence[2:], shown):
        if isinstance(value, date):
            stated |= {str(value.year), str(value.day)}
            shown.add(str(value.month))
        elif isinstance(value, str):
            shown |= {_plain(found) for found in re.findall(r"\d+", value)}
        else:
            stated.add(_plain(f"{value:f}" if isinstance(value, Decimal) else str(value)))
    return frozenset(stated), frozenset(shown)


def differing(original: _Numbers, translated: str, numerals: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The numbers that a translation leaves out, and those that it adds."""
    stated, shown = original
    digits, words = numbers_of_text(translated, numerals)
    return _sorted(stated - digits - words - {_ONE}), _sorted(digits - stated - shown - {_ONE})


def modality_of_sentence(sentence: Sentence) -> frozenset[str]:
    """What a sentence does, by its modals: duty, permission, prohibition; nothing, where all of it is political, or says what applies."""
    found: set[str] = set()
    for statements in (sentence.statements, *(rung.statements for rung in sentence.rungs)):
        for stated in statements:
            if isinstance(stated, Statement):
                denied = stated.bearer is not None and any(actor.quantifier == "no" for actor in stated.bearer.actors.members)
                found |= _kind(stated.modal, denied=denied)
    return frozenset(found)


def modality_of_text(text: str, language: Language) -> frozenset[str]:
    """What a text does, by the words of its language. What is allowed behind a word that forbids is forbidden.

    A `denial` says in so many words that the act is not to be done, or need not be.
    """
    spoken = _spoken(text)
    found = {kind for kind in ("duty", "prohibition") if any(_spoken(each) in spoken for each in language.modals.get(kind, ()))}
    denying = tuple(_spoken(each) for each in language.modals.get("prohibition", ()))
    for each in language.modals.get("permission", ()):
        *before, _ = spoken.split(_spoken(each))
        if any(not f"{part} ".endswith(denying) for part in before):
            found.add("permission")
    if any(_spoken(each) in spoken for each in language.modals.get("denial", ())):
        found.add("denial")
    return frozenset(found)


def _spoken(text: str) -> str:
    """The words of a text, each between spaces: `n'a` is two."""
    return f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    plain = text.lower().translate(_APOSTROPHES)
    return [word for found in _WORD.findall(plain) for word in _parted(found)]


def _parted(word: str) -> list[str]:
    """A word, and the one that is elided before it, apart: `l'Accord`, `n'est`; not `зобов'язана`."""
    before, mark, after = word.partition("'")
    return [before + mark, after] if mark and after and len(before) <= 2 and before.isascii() else [word]


def _kind(modal: str | None, *, denied: bool) -> set[str]:
    if modal in _PROHIBITIONS or (denied and modal in _DUTIES | _PERMISSIONS):
        return {"prohibition"}
    return {"permission"} if modal in _PERMISSIONS else {"duty"} if modal in _DUTIES or modal is None else set()


def _values(parts: Iterable[object], shown: set[str]) -> Iterator[date | Decimal | int | str]:
    """Every number, date and text in the parts of a sentence. A cross-reference shows its numbers, and states none."""
    for part in parts:
        if isinstance(part, Reference):
            shown |= {_plain(found) for value in part[2:] for found in re.findall(r"\d+", str(value))}
        elif isinstance(part, tuple):
            yield from _values(part[2:] if hasattr(part, "_fields") else part, shown)
        elif isinstance(part, date | Decimal | str) or (isinstance(part, int) and not isinstance(part, bool)):
            yield part


def _plain(written: str) -> str:
    """A number without what parts its thousands, and with a full stop before its decimals."""
    number = _GROUP.sub("", written).replace(",", ".")
    return number.rstrip("0").rstrip(".") if "." in number else number


def _sorted(numbers: frozenset[str]) -> list[str]:
    return sorted(numbers, key=lambda each: (len(each.partition(".")[0]), each))
