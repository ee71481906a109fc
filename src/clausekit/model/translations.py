"""What a treaty says in other languages: its names, headings and recitals, word by word where a drafter gave it.

Generated from `clausekit.model.published.translations`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class Form(NamedTuple):
    """One form of a translated name, or a mark of it: `genitive "України"`, `plural "militaires"`, `feminine`."""

    start: int
    end: int
    name: str
    text: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Translated(NamedTuple):
    """What one name, heading, recital or sentence is in the other language: `party Russia: "la Fédération de Russie", feminine.`"""

    start: int
    end: int
    kind: str
    name: str
    text: str
    noun: str
    meaning: str
    forms: tuple[Form, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Translation(NamedTuple):
    """What a treaty says in one other language. The blocks of one language, in however many files, make one."""

    start: int
    end: int
    language: str
    entries: tuple[Translated, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
