"""How names are compared: without regard to case, spacing, a leading article, or the number of a group."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

ARTICLES = frozenset({"the", "a", "an"})
# No word of a name is longer, and no name has more words; comparing absurd ones would only cost time.
LONGEST_WORD = 40
MOST_WORDS = 12
# A treaty has a few hundred names, and each is compared again and again.
MOST_REMEMBERED = 4096
# So many ways to mend a name word by word are tried; real names have one or two.
MOST_TRIED = 200


@lru_cache(MOST_REMEMBERED)
def key(name: str) -> str:
    """What is compared of a name: lower case, single spaces, no leading article."""
    words = name.lower().split()
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    return " ".join(words)


def without_article(name: str) -> str:
    """A name as it would be declared: the article that leads it in a sentence taken off."""
    first, _, rest = name.partition(" ")
    return without_article(rest) if rest and first.lower() in ARTICLES else name


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
    """Finds the declared name that a drafter probably meant.

    Each word may hold one slip of the keyboard: a letter dropped, added, changed, or swapped with its neighbour. Words that differ by more are other words
    (`eastern`, `western`), and a wrong suggestion is worse than none.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Prepare `names`, as spelled where they are declared."""
        self._by_key: dict[str, str] = {}
        for name in names:
            self._by_key.setdefault(key(name), name)
        self._unspaced = {_unspaced(known): known for known in reversed(self._by_key)}
        self._words = {word for known in self._by_key for word in known.split(" ")}
        self._shortened: dict[str, list[str]] = {}
        for word in self._words:
            for shorter in _shortened(word):
                self._shortened.setdefault(shorter, []).append(word)

    def nearest(self, written: str) -> str | None:
        """The declared name that differs from `written` by such slips, if there is one: the one with the fewest."""
        wanted = key(written)
        joined = self._unspaced.get(_unspaced(wanted))
        if joined is not None and joined != wanted:
            return self._by_key[joined]
        words = wanted.split(" ")
        if len(words) > MOST_WORDS:
            return None
        best, fewest = None, len(words) + 1
        for meant in islice(product(*map(self._alike, words)), MOST_TRIED):
            slips = sum(one != other for one, other in zip(words, meant, strict=True))
            if 0 < slips < fewest and " ".join(meant) in self._by_key:
                best, fewest = " ".join(meant), slips
        return None if best is None else self._by_key[best]

    def _alike(self, word: str) -> list[str]:
        """The words of declared names that `word` may be meant for: itself, its other number, and those one slip away."""
        shorter = _shortened(word)
        alike = {word, singular_of(word), plural_of(word), *shorter, *self._shortened.get(word, ())}
        alike.update(other for each in shorter for other in self._shortened.get(each, ()) if edits(word, other, 1) is not None)
        return sorted(other for other in alike if other in self._words and (other == word or _may_be_slip(word, other)))


def _unspaced(known: str) -> str:
    """Without what drafters vary most: `cease fire`, `cease-fire` and `ceasefire` are one."""
    return known.replace(" ", "").replace("-", "").replace("’", "'")


def _shortened(word: str) -> set[str]:
    """A word without each of its letters in turn; two words that one slip parts share one of these, or are one."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))} if len(word) <= LONGEST_WORD else set()


def _may_be_slip(one: str, other: str) -> bool:
    """Not where one letter makes another word: a changed one in a short word (`adapt`, `adopt`), the first one in any (`renunciation`, `denunciation`)."""
    if one in (singular_of(other), plural_of(other)) or other == plural_of(one):
        return True
    if len(one) == len(other):
        return len(one) >= 4 if sorted(one) == sorted(other) else len(one) >= 6 and one[0] == other[0]
    return max(len(one), len(other)) >= 5 and one[0] == other[0]


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
