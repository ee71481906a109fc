"""Notes on the clauses of a draft → comments of Word, each at its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from clausekit.drafting.tree import Draft, Note
from clausekit.drafting.word.fields import run
from clausekit.drafting.word.styles import W_NAMESPACE

# Word shows them beside the author.
_INITIALS = 2


class Comments:
    """The comments of one draft. What stands at no part of it stands at its title."""

    def __init__(self, draft: Draft) -> None:
        """Number the notes."""
        self._at: dict[str, list[int]] = {}
        for number, note in enumerate(draft.notes):
            self._at.setdefault(note.id, []).append(number)

    def around(self, identity: str, inside: str) -> str:
        """A stretch of a paragraph with the comments on it."""
        if identity not in self._at:
            return inside
        numbers = self._at[identity]
        begin = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        end = "".join(f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>' for number in numbers)
        return begin + inside + end


def comments_xml(notes: tuple[Note, ...], style: str) -> str:
    """The part of the document that holds the comments. None of them is dated."""
    said = "".join(_comment(number, note, style) for number, note in enumerate(notes))
    return f"<w:comments {W_NAMESPACE}>{said}</w:comments>"


def _comment(number: int, note: Note, style: str) -> str:
    inside = "".join(_paragraphs(note.text, style))
    author, initials = quoteattr(note.author), quoteattr(note.author[:_INITIALS])
    return f'<w:comment w:id="{number}" w:author={author} w:initials={initials}>{inside}</w:comment>'


def _paragraphs(text: str, style: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(line)}</w:p>'
