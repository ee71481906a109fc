"""How names are compared: without regard to case, spacing, a leading article, or the number of a group."""

from __future__ import annotations

from collections.abc import Iterable

ARTICLES = frozenset({"the", "a", "an"})
# A drafter looks at a few dozen suggestions. Beyond this many comparisons the names are not misspelt, they are undeclared.
MOST_COMPARED = 100_000
# No word of a name is longer; comparing absurd ones would only cost time.
LONGEST_WORD = 40


def key(name: str) -> str:
    """What is compared of a name: lower case, single spaces, no leading article."""
    words = name.lower().split()
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    return " ".join(words)


def singular_of(name: str) -> str | None:
    """The singular of a plural name, by its last word: `European Allies` gives `European Ally`. None when it does not look plural."""
    lowered = name.lower()
    if lowered.endswith("ies") and len(name) > 4:
        return name[:-3] + ("Y" if name[-1].isupper() else "y")
    if lowered.endswith(("sses", "shes", "ches", "xes")):
        return name[:-2]
    if lowered.endswith("s") and not lowered.endswith(("ss", "us", "is")):
        return name[:-1]
    return None


def plural_of(name: str) -> str:
    """The plural of a name, by its last word: `European Ally` gives `European Allies`."""
    lowered = name.lower()
    if lowered.endswith("y") and lowered[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    if lowered.endswith(("s", "sh", "ch", "x")):
        return name + "es"
    return name + "s"


class NearNames:
    """Finds the declared name that a drafter probably meant."""

    def __init__(self, names: Iterable[str]) -> None:
        """Prepare `names`, as spelled where they are declared."""
        self._by_key: dict[str, str] = {}
        self._by_length: dict[int, list[str]] = {}
        self._unspaced: dict[str, str] = {}
        for name in names:
            known = key(name)
            if self._by_key.setdefault(known, name) is name:
                self._by_length.setdefault(known.count(" "), []).append(known)
                self._unspaced.setdefault(_unspaced(known), known)
        self._budget = MOST_COMPARED

    def nearest(self, written: str) -> str | None:
        """The declared name that differs from `written` by slips of the keyboard, if there is one: the one that differs least."""
        wanted = key(written)
        joined = self._unspaced.get(_unspaced(wanted))
        if joined is not None and joined != wanted:
            return self._by_key[joined]
        words = wanted.split(" ")
        best, fewest = None, 1 + len(words)
        for known in self._by_length.get(len(words) - 1, ()):
            if abs(len(known) - len(wanted)) > 2 * len(words):
                continue
            self._budget -= 1
            if self._budget < 0:
                return None
            slips = _slips(words, known.split(" "), fewest - 1)
            if slips is not None and 0 < slips < fewest:
                best, fewest = known, slips
        return None if best is None else self._by_key[best]


def _unspaced(known: str) -> str:
    """Without what drafters vary most: `cease fire`, `cease-fire` and `ceasefire` are one."""
    return known.replace(" ", "").replace("-", "").replace("’", "'")


def _slips(words: list[str], known: list[str], most: int) -> int | None:
    """How many slips of the keyboard lie between two names, word by word; None when they are too many to be slips."""
    total = 0
    for one, other in zip(words, known, strict=True):
        if one == other:
            continue
        slips = 1 if other in (singular_of(one), plural_of(one)) or one == singular_of(other) else edits(one, other, _allowed(one, other))
        if slips is None or total + slips > most:
            return None
        total += slips
    return total


def _allowed(one: str, other: str) -> int:
    """How many slips a word may hold. In a short word one letter makes another word (`Iran`, `Iraq`); in a long one two are still slips."""
    shorter = min(len(one), len(other))
    return 0 if shorter < 5 or max(len(one), len(other)) > LONGEST_WORD else 1 if shorter < 9 else 2


def edits(one: str, other: str, most: int) -> int | None:
    """How many letters must be added, dropped, changed or swapped with their neighbour to make one word of the other; None beyond `most`."""
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, before = before, row
        row = [at]
        for along, against in enumerate(other, 1):
            cost = min(before[along] + 1, row[-1] + 1, before[along - 1] + (letter != against))
            if at > 1 and along > 1 and letter == other[along - 2] and one[at - 2] == against:
                cost = min(cost, above[along - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
