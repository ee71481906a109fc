"""What a drafter wrote in whole texts (title, headings, recitals, prose, definitions) → the same in the language of the draft."""

from __future__ import annotations

from clausekit.drafting.tree import plain
from clausekit.model.citations import Provision
from clausekit.model.treaty import Division, Treaty


class Texts:
    """The texts of one treaty as its drafter wrote them."""

    def __init__(self, treaty: Treaty) -> None:
        """Keep the treaty."""
        self._treaty = treaty

    def title(self) -> str:
        """The title; empty without one."""
        return plain(self._treaty.title)

    def short(self) -> str:
        """What the treaty is cited as; empty where that is not said."""
        return plain(self._treaty.short)

    def place(self) -> str:
        """Where it is done; empty where that is not said."""
        return plain(self._treaty.done_at)

    def language(self, name: str) -> str:
        """The name of a language."""
        return plain(name)

    def recitals(self) -> list[str]:
        """The recitals, one by one."""
        return [plain(recital.text) for recital in self._treaty.recitals]

    def heading(self, division: Division) -> str:
        """The title of an article or another division; empty without one."""
        return plain(division.title)

    def prose(self, text: str, provision: Provision) -> str:
        """The free text of a provision."""
        del provision  # the text is its own
        return plain(text)

    def sentence(self, provision: Provision) -> str:
        """The whole sentence that the drafter wrote for a provision in this language; empty where it is to be made."""
        del provision
        return ""

    def meaning(self, kind: str, name: str, text: str | None) -> str:
        """The definition of a term or zone, in words; empty without one."""
        del kind, name
        return plain(text)

    def free(self, text: str | None) -> str:
        """Other words of the drafter: what makes a member of a group, what is put on record."""
        return plain(text)
