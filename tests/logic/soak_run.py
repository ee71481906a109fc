"""Small treaties by chance, the prover held to all their short histories: `python -m tests.logic.soak_run` compares very many, and says what came of it.

What is compared hangs on the seeds alone. A run that was broken off is gone on with by `--first` and the seed that was told last.
"""

from __future__ import annotations

import argparse
import sys

from tests.logic.compared import QUESTIONS, Totals, compare

ALL = 100_000
# So often it is told how far it is.
EVERY = 100


def main() -> int:
    """Compare all of them, and print what came of it."""
    parser = argparse.ArgumentParser(description="Hold the prover to all short histories of small treaties by chance, and what it shows to playing alone.")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first (0)")
    parser.add_argument("--count", type=int, default=ALL, help=f"how many ({ALL:,})")
    asked = parser.parse_args()
    last = asked.first + asked.count - 1
    totals, wrong, too_large = Totals(), 0, 0
    for seed in range(asked.first, last + 1):
        each = compare(seed)
        if each is None:
            too_large += 1
        else:
            totals.add(each)
            if each.wrong:
                wrong += 1
                _say(f"\n{each.text}\nseed {seed}:", *each.wrong)
        if (seed + 1) % EVERY == 0 or seed == last:
            sys.stderr.write(f"\rup to seed {seed:,} of {last:,}: {totals.treaties:,} compared, {wrong:,} contradicted, {too_large:,} too large")
            sys.stderr.flush()
    sys.stderr.write("\n")
    for question in QUESTIONS:
        counts = ", ".join(f"{count:,} {status}" for (name, status), count in sorted(totals.answers.items()) if name == question)
        _say(f"  {question:12} {counts or 'nothing'}; undecided in {totals.undecided[question]:,} treaties")
    _say(f"Undecided: {100 * totals.share_undecided:.2f} % of all questions put to all treaties.")
    _say(f"{totals.treaties - wrong:,} of {totals.treaties:,} agree; {too_large:,} have too many histories to be compared.")
    return 1 if wrong else 0


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
