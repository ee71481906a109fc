"""What a drafter calls a language → the language: its code, its name, and what its folder of templates says of its words.

Every folder of `templates` whose `words.toml` has a `name` is a language that drafts and translations can be in. There, `forms` lists the forms that a
translated name may be given in, `genders` its marks of gender, `needed_forms` which of these a kind of name cannot do without, `modals` the words by which a
sentence obliges, allows and forbids, and `numerals` the numbers that are written in words. `articles` may tell the gender of a name by the word it begins
with; `acts`, `happenings` and `languages` are said without being translated.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from clausekit import resources
from clausekit.named_tuples import NamedTuple

GENDER = "gender"
"""What `needed_forms` calls any one of the genders of a language."""


class Language(NamedTuple):
    """A language that texts can be drafted in, or translated into."""

    code: str
    name: str
    forms: tuple[str, ...]
    genders: tuple[str, ...]
    needed: Mapping[str, tuple[str, ...]]
    modals: Mapping[str, tuple[str, ...]]
    numerals: Mapping[str, str]
    articles: Mapping[str, str]
    own: frozenset[str]


@cache
def languages() -> Mapping[str, Language]:
    """The installed languages by their codes, in the order of these."""
    found: dict[str, Language] = {}
    place = resources.place("templates")
    for code in sorted(os.listdir(place)):
        path = os.path.join(place, code, "words.toml")
        if os.path.isfile(path):
            language = _read(code, path)
            if language.name:
                found[code] = language
    return MappingProxyType(found)


def code_of(written: str) -> str:
    """The code of a language by its English name or its code, in any case; what is written, where no installed language is called so."""
    wanted = " ".join(written.lower().split())
    return next((code for code, language in languages().items() if wanted in (code, language.name.lower())), written)


def name_of(code: str) -> str:
    """The English name of a language by its code; the code, where it is not installed."""
    language = languages().get(code)
    return language.name if language is not None else code


def _read(code: str, path: str) -> Language:
    import tomllib  # only treaties with a translation pay for it

    with open(path, "rb") as file:
        words = tomllib.load(file)
    return Language(
        code,
        words.get("name", ""),
        tuple(words.get("forms", ())),
        tuple(words.get("genders", ())),
        _lists(words, "needed_forms"),
        _lists(words, "modals"),
        MappingProxyType(dict(words.get("numerals", {}))),
        MappingProxyType(dict(words.get("articles", {}))),
        frozenset(str(each).lower() for known in ("acts", "happenings", "languages") for each in words.get(known, ())),
    )


def _lists(words: dict[str, Any], name: str) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({kind: tuple(listed) for kind, listed in words.get(name, {}).items()})
