"""A history that was found for a rule set, played by the reference semantics: what of a claim is so in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from clausekit.logic.answers import Witness
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.norm import Code
from clausekit.norms.play import play


class Played:
    """One history, played until everything it opened has closed."""

    def __init__(self, code: Code, witness: Witness) -> None:
        """Play it to its end, and on while windows that opened in it are open."""
        self._code = code
        self._last = self._until = witness.until
        while True:
            self.timeline = play(code, witness.entries, in_force=witness.in_force, until=self._until)
            closes = [each for each in self.timeline.closings(self._until).values() if each < NEVER]
            end: Instant = max([self._until, *(each + 1 for each in closes)])
            if end == self._until:
                break
            self._until = end  # what closed may have opened a next step

    @cached_property
    def _states(self) -> dict[int, str]:
        return self.timeline.states(self._until)

    def violated(self) -> set[str]:
        """The labels of the rules that are violated in it, or that ask for something at some time and do not get it.

        What its own performance asks for again and again is not asked for after the end of the history.
        """
        norms, opened = self._code.norms, {each.number: each for each in self.timeline.opened}
        turns = Counter(each.norm for each in self.timeline.opened)
        found = set()
        for record in self.timeline.violations():
            instance = opened[record.instance]
            if norms[record.norm].modality == "prohibition" or record.at <= self._last or turns[instance.norm] < 2:
                found.add(norms[record.norm].label)
        for each in self.timeline.opened:
            if self._states[each.number] == "active" and norms[each.norm].modality == "duty" and each.closes >= NEVER and turns[each.norm] < 2:
                found.add(norms[each.norm].label)
        return found

    def opens(self, labels: Iterable[str]) -> bool:
        """Whether one of some sentences is opened in it."""
        wanted = set(labels)
        return any(self._code.norms[each.norm].label in wanted for each in self.timeline.opened)

    def contains(self, wanted: Iterable[tuple[str, str]]) -> bool:
        """Whether at one instant every one of some sentences is opened and comes to its state."""
        came = [
            {each.opened for each in self.timeline.opened if self._code.norms[each.norm].label == label and state in ("", self._states[each.number])}
            for label, state in wanted
        ]
        return bool(came) and bool(set.intersection(*came))


def comes_to(code: Code, witness: Witness, norm: int) -> bool:
    """Whether a norm is opened at the instant of a witness, with nothing violated by then."""
    past = tuple(entry for entry in witness.entries if entry.at <= witness.at)
    timeline = play(code, past, in_force=witness.in_force, until=witness.at)
    is_violated = any(each.at <= witness.at for each in timeline.violations())
    return not is_violated and any(each.norm == norm and each.opened == witness.at for each in timeline.opened)
