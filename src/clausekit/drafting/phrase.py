"""Words that take other forms in a sentence: a name or a phrase with its gender, its number and its cases.

What a draft is put together from is plain text in a language without cases. In others it is a `Phrase`: a text as it stands alone, that a template can ask
for another form of (`actors|genitive`, `instrument|de`) and for what agrees with it (`subject.gender`, `subject.plural`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Self

Decline = Callable[[str], str]


class Joined(NamedTuple):
    """Several phrases, joined by `and` or `or`."""

    members: tuple[str, ...]
    conjunction: str


class Phrase(str):
    """A text in the form in which it stands alone, with its other forms."""

    __slots__ = ("_decline", "_gender", "forms", "joined", "plural")

    plural: bool
    forms: Mapping[str, str]
    joined: Joined | None
    _decline: Decline | None
    _gender: str | Callable[[], str]

    def __new__(
        cls,
        text: str,
        decline: Decline | None = None,
        *,
        gender: str | Callable[[], str] = "",
        plural: bool = False,
        forms: Mapping[str, str] | None = None,
        joined: Joined | None = None,
    ) -> Self:
        """A phrase. `decline` gives it in a case; `gender` may be found out only when it is asked for; `forms` are the drafter's own, with what it governs.

        `joined` are those that it joins, where it joins several.
        """
        made = super().__new__(cls, text)
        made._decline = decline
        made._gender = gender
        made.plural = plural
        made.joined = joined
        made.forms = {} if forms is None else forms
        return made

    @property
    def gender(self) -> str:
        """`masculine`, `feminine` or `neuter`; empty where it is not known and nothing asks for it."""
        return self._gender if isinstance(self._gender, str) else self._gender()

    @property
    def declines(self) -> bool:
        """Whether it has forms for the cases of its language."""
        return self._decline is not None

    def in_case(self, case: str) -> str:
        """The text in a case of its language."""
        return str(self) if self._decline is None else self._decline(case)

    def governing(self, forms: Mapping[str, str]) -> Phrase:
        """The same phrase, with what it governs."""
        return Phrase(str(self), self._decline, gender=self._gender, plural=self.plural, forms=forms)

    def changed(self, change: Callable[[str], str]) -> Phrase:
        """The same phrase with each of its forms changed: put in a link, or given what follows it."""
        decline = self._decline
        declined = None if decline is None else lambda case: change(decline(case))
        return Phrase(change(str(self)), declined, gender=self._gender, plural=self.plural, forms=self.forms)


def changed(text: str, change: Callable[[str], str]) -> str:
    """A text, or each form of a phrase, changed."""
    return text.changed(change) if isinstance(text, Phrase) else change(text)


def followed(text: str, *rest: str) -> str:
    """A text with what follows it, whatever form it takes itself."""
    behind = "".join(f" {each}" for each in rest if each)
    return changed(text, lambda form: form + behind) if behind else text
