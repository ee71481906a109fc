"""`make bench`: the road from text to diagnostics against Lark and beancount, what documents, playing, proving and starting cost.

Every figure is a ratio to a reference run in the same minute, in time of the processor; the runs of a pair take turns, and the median counts. The exit
status is 1 when a limit is broken.
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
from pathlib import Path

from benchmarks import drafts, generate, prover

SIZES = (100, 1_000, 10_000)
LOGS = (1_000, 10_000, 100_000)
ROOT = Path(__file__).resolve().parent.parent
# What the project promises its users: see the README's figures.
LEAST_OVER_LARK = 3.0
MOST_UNDER_BEANCOUNT = 3.0
MOST_MEMORY_MB = 300.0
MOST_GROWTH = 1.1
MOST_VERSION_MS = 40.0
MOST_CHECK_RATIO = 1.5
# Events played in a second of the processor, over what reading them takes.
LEAST_EVENTS = 50_000
MOST_OVER_JSON = 14.0
MOST_MEMORY_MORE_MB = 8.0


def main() -> int:
    """Run everything, print the table, and say what holds."""
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        _compare_roads(Path(folder), broken)
        _compare_plays(Path(folder), broken)
    drafts.compare(lambda holds, otherwise: _hold(holds, otherwise, broken))
    prover.compare(lambda holds, otherwise: _hold(holds, otherwise, broken))
    _compare_starts(broken)
    print("\nAll limits hold." if not broken else "\nBROKEN: " + "; ".join(broken))
    return 1 if broken else 0


def _compare_roads(folder: Path, broken: list[str]) -> None:
    print(f"{'clauses':>8} {'road s':>8} {'peak MB':>8} {'Lark s':>8} {'× faster':>9} {'beancount s':>12} {'× slower':>9}")
    seconds: dict[int, float] = {}
    for size in SIZES:
        clause_file, ledger_file = folder / f"{size}.clause", folder / f"{size}.beancount"
        clause_file.write_text(generate.treaty(size), encoding="utf-8")
        ledger_file.write_text(generate.ledger(size), encoding="utf-8")
        turns = 5 if size < SIZES[-1] else 3
        runs: dict[str, list[dict[str, float]]] = {"road": [], "lark": [], "beancount": []}
        for turn in range(turns):
            for what, file in (("road", clause_file), ("lark", clause_file), ("beancount", ledger_file)):
                if what != "lark" or size < SIZES[-1] or turn == turns // 2:  # once is enough of what takes as long as all the rest together
                    runs[what].append(_run(what, file))
        median = {what: statistics.median(run["seconds"] for run in each) for what, each in runs.items()}
        peak = max(run["peak_mb"] for run in runs["road"])
        seconds[size] = median["road"]
        faster, slower = median["lark"] / median["road"], median["road"] / median["beancount"]
        print(
            f"{size:>8,} {median['road']:>8.3f} {peak:>8.0f} {median['lark']:>8.3f} {faster:>9.1f} {median['beancount']:>12.3f} {slower:>9.2f}",
            flush=True,
        )
        _hold(faster >= LEAST_OVER_LARK, f"{size:,} clauses: {faster:.1f} times faster than Lark, not {LEAST_OVER_LARK}", broken)
        _hold(slower <= MOST_UNDER_BEANCOUNT, f"{size:,} clauses: {slower:.1f} times slower than beancount, not at most {MOST_UNDER_BEANCOUNT}", broken)
        if size == SIZES[-1]:
            _hold(peak <= MOST_MEMORY_MB, f"peak memory {peak:.0f} MB, not at most {MOST_MEMORY_MB:.0f}", broken)
    growth = math.log(seconds[SIZES[-1]] / seconds[SIZES[0]]) / math.log(SIZES[-1] / SIZES[0])
    print(f"growth exponent from {SIZES[0]:,} to {SIZES[-1]:,} clauses: {growth:.2f}")
    _hold(growth <= MOST_GROWTH, f"growth exponent {growth:.2f}, not at most {MOST_GROWTH}", broken)


def _compare_plays(folder: Path, broken: list[str]) -> None:
    """Playing event logs of the framework agreement, over what it costs to read them."""
    print(f"{'events':>8} {'JSON s':>8} {'read s':>8} {'play s':>8} {'events/s':>9} {'× JSON':>7} {'MB more':>8}")
    seconds: dict[int, float] = {}
    memory: dict[int, float] = {}
    for size in LOGS:
        file = folder / f"{size}.jsonl"
        file.write_text(generate.event_log(size), encoding="utf-8")
        runs: dict[str, list[dict[str, float]]] = {"jsonlines": [], "reading": [], "playing": []}
        for _ in range(3):
            for what, each in runs.items():
                each.append(_run(what, file))
        median = {what: statistics.median(run["seconds"] for run in each) for what, each in runs.items()}
        seconds[size] = median["playing"] - median["reading"]
        memory[size] = statistics.median(run["peak_mb"] for run in runs["playing"]) - statistics.median(run["peak_mb"] for run in runs["reading"])
        rate, ratio = size / seconds[size], seconds[size] / median["jsonlines"]
        print(
            f"{size:>8,} {median['jsonlines']:>8.3f} {median['reading']:>8.3f} {seconds[size]:>8.3f} {rate:>9,.0f} {ratio:>7.1f} {memory[size]:>8.1f}",
            flush=True,
        )
    _hold(ratio <= MOST_OVER_JSON, f"playing takes {ratio:.1f} times as long as reading the JSON, not at most {MOST_OVER_JSON:.0f}", broken)
    _hold(rate >= LEAST_EVENTS, f"{rate:,.0f} events played a second over reading them, not at least {LEAST_EVENTS:,}", broken)
    growth = math.log(seconds[LOGS[-1]] / seconds[LOGS[0]]) / math.log(LOGS[-1] / LOGS[0])
    print(f"growth exponent from {LOGS[0]:,} to {LOGS[-1]:,} events: {growth:.2f}")
    _hold(growth <= MOST_GROWTH, f"growth exponent of playing {growth:.2f}, not at most {MOST_GROWTH}", broken)
    more = memory[LOGS[-1]] - memory[LOGS[0]]
    _hold(more <= MOST_MEMORY_MORE_MB, f"{more:.0f} MB more for {LOGS[-1]:,} events than for {LOGS[0]:,}, not at most {MOST_MEMORY_MORE_MB:.0f}", broken)


def _compare_starts(broken: list[str]) -> None:
    """Whole processes, taking turns. Checking is timed without the prover: what proofs cost is another measurement.

    It is held to its limit by the agreement itself. What its two translations add, files longer than it is, is told beside it.
    """
    framework = ROOT / "examples" / "framework.clause"
    with tempfile.TemporaryDirectory() as bytecode:
        alone = Path(bytecode) / "framework.clause"
        text = framework.read_text(encoding="utf-8")
        alone.write_text("".join(line for line in text.splitlines(keepends=True) if not line.startswith('use "translations/')), encoding="utf-8")
        commands = {
            "interpreter": [sys.executable, "-c", "pass"],
            "version": [sys.executable, "-m", "clausekit", "--version"],
            "imports": [sys.executable, "-c", "import lark, pydantic"],
            "check": [sys.executable, "-m", "clausekit", "check", "--no-prover", str(alone)],
            "translated": [sys.executable, "-m", "clausekit", "check", "--no-prover", str(framework)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        # an installed package has its bytecode, whatever this shell thinks of writing it
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": bytecode}
        for turn in range(16):
            for name, command in commands.items():
                begun = _of_children()
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment)
                if turn:  # the first turn fills the caches
                    times[name].append((_of_children() - begun) * 1000)
    median = {name: statistics.median(each) for name, each in times.items()}
    version, ratio = median["version"] - median["interpreter"], median["check"] / median["imports"]
    print(f"clausekit --version: {version:.0f} ms over the interpreter's own {median['interpreter']:.0f} ms")
    print(f"clausekit check --no-prover framework: {median['check']:.0f} ms, {ratio:.2f} × importing lark and pydantic ({median['imports']:.0f} ms)")
    print(f"the same with its translations into French and Ukrainian: {median['translated']:.0f} ms, {median['translated'] / median['imports']:.2f} ×")
    _hold(version <= MOST_VERSION_MS, f"--version takes {version:.0f} ms, not at most {MOST_VERSION_MS:.0f}", broken)
    _hold(ratio <= MOST_CHECK_RATIO, f"check --no-prover takes {ratio:.2f} times the imports, not at most {MOST_CHECK_RATIO}", broken)


def _run(what: str, file: Path) -> dict[str, float]:
    finished = subprocess.run(
        [sys.executable, "-m", "benchmarks.run", what, str(file)],
        check=True, capture_output=True, text=True, cwd=ROOT, env={**os.environ, "BEANCOUNT_DISABLE_LOAD_CACHE": "1"},
    )  # fmt: skip
    figures: dict[str, float] = json.loads(finished.stdout)
    return figures


def _of_children() -> float:
    """The processor's seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _hold(holds: bool, otherwise: str, broken: list[str]) -> None:  # noqa: FBT001
    if not holds:
        broken.append(otherwise)


if __name__ == "__main__":
    raise SystemExit(main())
