"""What proving costs: treaties of any number of norms, an edit of one clause with the answers that were kept, and the framework agreement.

Seconds are those of the processor, and what proving adds to reading the text; how long that takes is measured elsewhere. Growth is held to a limit where norms
have little to do with each other; in dense treaties a norm can clash with many, and how much there is to settle grows with the square and more.
"""

from __future__ import annotations

import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import generate_norms
from clausekit.logic.prover import BUDGET

ROOT = Path(__file__).resolve().parent.parent
SIZES = (10, 50, 200, 1_000, 2_000)
SPARSE = ("chains", "shared", "ladders", "mixed")
MOST_GROWTH = 1.3
# From here on the growth is measured: what is done once, whatever the size, is most of what a smaller treaty takes.
_GROWS_FROM = 50
MOST_SECONDS = 60.0
MOST_EDIT = 0.1
MOST_FRAMEWORK = 2.0
_TURNS = 5
# In seconds: what is sparse has enough for everything, whatever else the machine does; what is dense ends at what the command line allows.
_BUDGET = {**dict.fromkeys(SPARSE, 600.0), "dense": BUDGET}
# What is known at the end of the budget takes its time to be told.
_MOST_OVER_BUDGET = 2.0
MOST_MEMORY_MB = 1_500

Hold = Callable[[bool, str], None]


def compare(hold: Hold) -> None:
    """Measure everything, print the table, and say what does not hold."""
    print(f"{'treaty':>10} {'norms':>6} {'proved s':>9} {'on the wall':>12} {'edit s':>7} {'share':>6} {'peak MB':>8} {'flaws':>6} {'open':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for kind in SPARSE:
            seconds = {size: _measured(kind, size, Path(folder), hold) for size in SIZES}
            growth = math.log(seconds[SIZES[-1]] / seconds[_GROWS_FROM]) / math.log(SIZES[-1] / _GROWS_FROM)
            print(f"growth exponent of proving {kind} from {_GROWS_FROM} to {SIZES[-1]:,} norms: {growth:.2f}", flush=True)
            hold(growth <= MOST_GROWTH, f"growth exponent of proving {kind} {growth:.2f}, not at most {MOST_GROWTH}")
        for size in SIZES:
            _measured("dense", size, Path(folder), hold)
    seconds = _framework()
    print(f"clausekit check framework, nothing kept: {seconds:.2f} s")
    hold(seconds <= MOST_FRAMEWORK, f"checking the framework agreement takes {seconds:.2f} s, not at most {MOST_FRAMEWORK:.0f}")


def _measured(kind: str, size: int, folder: Path, hold: Hold) -> float:
    """The seconds that a treaty takes; those of an edit of it are measured too."""
    text = generate_norms.treaty(kind, size)
    file, kept = folder / f"{kind}{size}.clause", folder / f"{kind}{size}"
    file.write_text(text, encoding="utf-8")
    whole = _run(file, kept, _BUDGET[kind])
    file.write_text(generate_norms.edited(text), encoding="utf-8")
    again = _run(file, kept, _BUDGET[kind])
    share = again["seconds"] / whole["seconds"]
    print(
        f"{kind:>10} {size:>6,} {whole['seconds']:>9.2f} {whole['wall']:>12.2f} {again['seconds']:>7.2f} {share:>6.2f}"
        f" {whole['peak_mb']:>8.0f} {whole['flaws']:>6.0f} {whole['open']:>5.0f}",
        flush=True,
    )
    if kind in SPARSE and size == SIZES[-1]:
        hold(whole["seconds"] <= MOST_SECONDS, f"proving {size:,} norms ({kind}) takes {whole['seconds']:.0f} s, not at most {MOST_SECONDS:.0f}")
        hold(share <= MOST_EDIT, f"an edit of one clause among {size:,} norms ({kind}) takes {share:.2f} of the full time, not at most {MOST_EDIT}")
        hold(not whole["open"], f"of {size:,} norms ({kind}) {whole['open']:.0f} questions are left open")
    hold(whole["peak_mb"] <= MOST_MEMORY_MB, f"proving {size:,} norms ({kind}) takes {whole['peak_mb']:,.0f} MB, not at most {MOST_MEMORY_MB:,}")
    if kind == "dense":
        limit = _MOST_OVER_BUDGET * BUDGET
        hold(whole["seconds"] <= limit, f"proving {size:,} norms ({kind}) takes {whole['seconds']:.0f} s, not at most {limit:.0f}")
    return whole["seconds"]


def _framework() -> float:
    """The seconds of a whole process that checks the framework agreement, and of those that it starts."""
    taken = []
    command = [sys.executable, "-m", "clausekit", "check", "--no-cache", str(ROOT / "examples" / "framework.clause")]
    with tempfile.TemporaryDirectory() as bytecode:
        # an installed package has its bytecode, whatever this shell thinks of writing it
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": bytecode}
        for _ in range(_TURNS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(taken[1:])  # the first turn fills the caches


def _run(file: Path, kept: Path, budget: float) -> dict[str, float]:
    finished = subprocess.run(
        [sys.executable, "-m", "benchmarks.run", "proving", str(file)],
        check=True, capture_output=True, text=True, cwd=ROOT, env={**os.environ, "CLAUSEKIT_CACHE": str(kept), "CLAUSEKIT_BENCH_BUDGET": str(budget)},
    )  # fmt: skip
    figures: dict[str, float] = json.loads(finished.stdout)
    figures["seconds"] = max(figures["seconds"] - figures["read"], 0.01)
    return figures
