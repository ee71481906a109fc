"""Source text → the same text without characters no document can show, and what to say about them.

They come from broken copies and from spoofing. Each is replaced by a space, so that offsets stay what they are and nothing else is misread for them.
"""

from __future__ import annotations

import re

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.source import Span
from clausekit.syntax import rules
from clausekit.syntax.words import RawWords

# Control characters and half characters, which neither Word nor XML can hold; and the marks that turn the order of reading around.
_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]+")
_MIXED = re.compile("[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]")
_FOREIGN = re.compile("[\u0370-\u04ff]")


def shown(found: str) -> str:
    """A piece of source text as a message can show it: short, and by its number what has no picture."""
    clipped = found if len(found) <= 40 else found[:39] + "…"
    return "".join(character if character.isprintable() else f"U+{ord(character):04X}" for character in clipped)


def readable(text: str, most: int) -> tuple[str, list[Diagnostic]]:
    """The text that can be read, and a diagnostic for each run of characters that cannot, `most` at most."""
    if text.replace("\n", "").isprintable():  # the quick way, for nearly every file
        return text, []
    found: list[Diagnostic] = []
    for pattern, what, why in (
        (_UNSHOWABLE, "no document can show", "take it out; it often comes from copying out of another program"),
        (_REORDERING, "changes the order in which the text is shown", "take it out: people would read other words than clausekit does"),
    ):
        for match in pattern.finditer(text):
            if len(found) >= most:
                break
            label = Label(Span(match.start(), match.end()), "here")
            found.append(report(rules.STRAY_CHARACTER, f"`{shown(match.group())}` is a character that {what}", label, help=why))
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text, found


def mixed_alphabets(raw: RawWords, most: int) -> dict[int, Diagnostic]:
    """A diagnostic for each word that mixes alphabets, by the raw word: with a Cyrillic letter in it, `shall` looks right and reads wrong."""
    if raw.text.isascii() or not _MIXED.search(raw.text):
        return {}
    found: dict[int, Diagnostic] = {}
    for at, word in enumerate(raw.texts):
        if not word.isascii() and word[0].isalpha() and _MIXED.search(word):
            foreign = _FOREIGN.findall(word)
            alphabet = "Greek" if foreign[0] < "\u0400" else "Cyrillic"
            found[at] = report(
                rules.STRAY_CHARACTER,
                f"`{shown(word)}` mixes Latin and {alphabet} letters: `{foreign[0]}` is {alphabet}",
                Label(Span(raw.starts[at], raw.ends[at]), "looks right, but is another word"),
                help="type the word anew, with one keyboard",
            )
            if len(found) >= most:
                break
    return found
