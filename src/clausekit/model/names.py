"""How names are compared: without regard to case, spacing, a leading article, or the number of a group."""

from __future__ import annotations

from collections.abc import Iterable

ARTICLES = frozenset({"the", "a", "an"})
# Spelling mistakes change a letter or two; what differs more is another name, and a wrong suggestion is worse than none.
NEAR_ENOUGH = 0.8
# A drafter looks at a few dozen suggestions. Beyond this many comparisons the names are not misspelt, they are undeclared.
MOST_COMPARED = 200_000


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
        self._by_key = {key(name): name for name in names}
        self._budget = MOST_COMPARED

    def nearest(self, written: str) -> str | None:
        """The declared name nearest to `written`, if one is near enough."""
        from difflib import SequenceMatcher  # its import is only worth paying for when a name is unknown

        wanted = key(written)
        candidates = [known for known in self._by_key if abs(len(known) - len(wanted)) <= 1 + len(wanted) // 4]
        self._budget -= len(candidates)
        if self._budget < 0 or len(wanted) < 3:
            return None
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        best, best_ratio = None, NEAR_ENOUGH
        for known in candidates:
            matcher.set_seq1(known)
            if matcher.real_quick_ratio() >= best_ratio and matcher.quick_ratio() >= best_ratio:
                ratio = matcher.ratio()
                if ratio >= best_ratio and known != wanted:
                    best, best_ratio = known, ratio
        return None if best is None else self._by_key[best]
