"""Generated treaties and histories, read twice: `python -m tests.norms.oracle_run` compares all of them and says how many agree, and what they use."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.norms.lower import lower
from clausekit.norms.norm import Code, Norm
from clausekit.norms.play import play
from clausekit.norms.scenario import history
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Timeline
from tests.norms import generate, generate_history, oracle
from tests.norms.oracle_compare import differences
from tests.norms.treaties import treaty

ALL = 20_000
# How long a history is played after the last thing that happens, in hours.
AFTER = 24 * 5


class Case(NamedTuple):
    """A treaty and a history: the clause file, what it comes to, and the timeline that it is played to."""

    text: str
    code: Code
    timeline: Timeline


def case(seed: int) -> Case:
    """A treaty and a history by chance; the same for the same seed."""
    made = generate.treaty(seed)
    text = f"{generate.text_of(made)}\n{generate_history.scenario(made, seed)}"
    said = treaty(text)
    code = lower(said)
    entries, in_force = history(said.scenarios[0], Telling(said, code))
    until = max([entry.at for entry in entries] + [in_force or 0]) + AFTER
    return Case(text, code, play(code, entries, in_force=in_force, until=until))


def disagreement(made: Case) -> list[str]:
    """What the second reading does not agree with."""
    timeline = made.timeline
    return list(differences(timeline, oracle.read(made.code, timeline.entries, in_force=timeline.in_force, until=timeline.until)))


# ---------------------------------------------------------------- what the cases use


def used(code: Code) -> frozenset[str]:
    """What a treaty uses: so that it is seen what the two readings agree on."""
    found = {f"life: {rule.verb}" for rule in code.life}
    found |= {f"step of a ladder: {rule.verb}" for rule in code.life if rule.after}
    if code.excluded:
        found.add("life: reservation")
    for norm in code.norms:
        found |= set(_of_norm(norm))
    return frozenset(found)


def _of_norm(norm: Norm) -> Iterator[str]:
    yield f"norm: {norm.modality}"
    yield f"held by: {norm.mode}"
    yield from (f"time: {window.kind}{' (an event)' if window.anchor else ''}{' (two clocks)' if window.clocks else ''}" for window in norm.windows)
    yield from (f"guard: {guard.kind}" for guard in norm.guards)
    tests = [test for alternative in norm.trigger or () for test in alternative]
    yield from (f"trigger: {test.kind}{' not' * test.negated}{' so many' if test.count else ''}" for test in tests)
    marks = {
        "step of a ladder": bool(norm.after),
        "step with its own condition": bool(norm.after) and norm.trigger is not None,
        "guarantee": norm.guaranteed is not None,
        "notice": norm.notice is not None,
        "precedence": bool(norm.prevails_over or norm.yields_to),
        "amount": any(act.amounts for act in norm.acts),
        "for each occurrence": norm.for_each,
        "to ensure": norm.ensured is not None,
        "trigger: several together": any(len(alternative) > 1 for alternative in norm.trigger or ()),
    }
    yield from (name for name, is_so in marks.items() if is_so)
    if norm.modality == "power" and norm.effect is not None:
        yield f"power: {norm.effect.kind}"


# ---------------------------------------------------------------- all of them


def main() -> int:
    """Compare all of them, and print what came of it."""
    parser = argparse.ArgumentParser(description="Hold the reference semantics to a second, naive reading of generated treaties and histories.")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first (0)")
    parser.add_argument("--count", type=int, default=ALL, help=f"how many ({ALL:,})")
    asked = parser.parse_args()
    uses: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    disagreeing = 0
    for number, seed in enumerate(range(asked.first, asked.first + asked.count), start=1):
        made = case(seed)
        uses.update(used(made.code))
        outcomes.update({record.kind for record in made.timeline.records})
        found = disagreement(made)
        if found:
            disagreeing += 1
            _say(f"\n{made.text}\nseed {seed}:", *found)
        if number % 100 == 0 or number == asked.count:
            sys.stderr.write(f"\r{number:,} of {asked.count:,} compared, {number - disagreeing:,} agree")
            sys.stderr.flush()
    sys.stderr.write("\n")
    for title, counted in (("What the treaties use", uses), ("What comes of it", outcomes)):
        _say(f"{title}, in percent of them:", *(f"  {100 * times / asked.count:5.1f}  {name}" for name, times in counted.most_common()))
    _say(f"{asked.count - disagreeing:,} of {asked.count:,} agree.")
    return 1 if disagreeing else 0


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
