"""One timed run in a process of its own: `python -m benchmarks.run WHAT FILE` prints its seconds and its peak memory.

Seconds are those of the processor: on a machine that others use too, the clock would measure them.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clausekit.norms.eventlog import EventLog

_AT_A_TIME = 5_000
_ROOT = Path(__file__).resolve().parent.parent


def road(path: Path) -> Callable[[], object]:
    """From the text to the structural diagnostics, as the command line does it."""
    from clausekit.pipeline import read_source
    from clausekit.source import Source

    gc.disable()  # as the command line does when it starts
    # Lark's tables are made before its clock starts; ours are unpacked where they are first needed, and so by a treaty that is not timed.
    read_source(Source((_ROOT / "examples" / "framework.clause").read_text(encoding="utf-8"), "warm-up"))
    text = path.read_text(encoding="utf-8")

    def run() -> object:
        reading = read_source(Source(text, path.name))
        if reading.record is None or any(each.code.startswith("CK1") for each in reading.diagnostics):
            message = "the generated treaty was not read whole"
            raise RuntimeError(message)
        return reading

    return run


def lark(path: Path) -> Callable[[], object]:
    """Stock Lark, LALR with its contextual lexer and positions, on the same text with the same grammar."""
    from clausekit.syntax.tables import lark_parser

    parser = lark_parser(start="start")
    text = path.read_text(encoding="utf-8")
    return lambda: parser.parse(text)


def beancount(path: Path) -> Callable[[], object]:
    """Beancount's load and check of a ledger."""
    from beancount import loader

    def run() -> object:
        entries, errors, _ = loader.load_file(str(path))
        if errors or not entries:
            message = f"the generated ledger was not loaded: {errors[:1]}"
            raise RuntimeError(message)
        return entries

    return run


def jsonlines(path: Path) -> Callable[[], object]:
    """The JSON of an event log, line by line, and nothing else."""

    def run() -> object:
        with path.open(encoding="utf-8") as file:
            return sum(len(json.loads(line)["event"]) for line in file)

    return run


def reading(path: Path) -> Callable[[], object]:
    """An event log read as the events of the framework agreement, and let go of."""
    log = _event_log()

    def run() -> object:
        with path.open("rb") as file:
            return sum(len(together) for _, together in log.lines(file))

    return run


def playing(path: Path) -> Callable[[], object]:
    """An event log read, some at a time, and played as it is read."""
    from datetime import date
    from itertools import islice

    from clausekit.norms.play import Player

    log = _event_log()
    told: list[int] = [0]

    def count(_: object) -> None:
        told[0] += 1

    code = log.code

    def run() -> object:
        player = Player(code, count, count, in_force=code.calendar.at(date(2026, 6, 1)))
        with path.open("rb") as file:
            instants = log.lines(file)
            while some := list(islice(instants, _AT_A_TIME)):
                for at, together in some:
                    player.feed(at, together)
        if log.mistakes or told[0] < log.count:
            message = f"the event log was not played whole: {log.mistakes[:1]}"
            raise RuntimeError(message)
        return player

    return run


def proving(path: Path) -> Callable[[], object]:
    """From the text to all findings, proved by this process alone; what was answered before is taken from where `CLAUSEKIT_CACHE` says."""
    from clausekit.logic.keeping import folder
    from clausekit.pipeline import read_source
    from clausekit.pipeline.proving import Proving
    from clausekit.source import Source

    gc.disable()
    # A treaty that is not timed has the prover and its solver loaded.
    read_source(Source((_ROOT / "examples" / "framework.clause").read_text(encoding="utf-8"), "warm-up"), proving=Proving())
    how = Proving(float(os.environ["CLAUSEKIT_BENCH_BUDGET"]), folder(os.environ))
    source = Source(path.read_text(encoding="utf-8"), path.name)
    return lambda: read_source(source, proving=how)


def _event_log() -> EventLog:
    from clausekit.norms.eventlog import EventLog
    from clausekit.pipeline import read_source
    from clausekit.pipeline.simulation import Stage
    from clausekit.source import Source

    gc.disable()
    record = read_source(Source((_ROOT / "examples" / "framework.clause").read_text(encoding="utf-8"), "framework")).record
    assert record is not None
    return EventLog(Stage(record).telling)


def _found(reading: Any) -> dict[str, float]:
    """How many flaws were proved, how many questions were left open, and how many seconds it takes to read the same text without a proof."""
    from clausekit.pipeline import read_source

    codes = [each.code for each in reading.diagnostics]
    begun = time.process_time()
    read_source(reading.source)
    read = time.process_time() - begun
    return {"flaws": sum(each.proof is not None for each in reading.diagnostics), "open": codes.count("CK423"), "read": read}


def main() -> None:
    """Time one run and print the figures as JSON."""
    what, path = sys.argv[1], Path(sys.argv[2])
    timed = {"road": road, "lark": lark, "beancount": beancount, "jsonlines": jsonlines, "reading": reading, "playing": playing, "proving": proving}
    run = timed[what](path)
    begun, since = time.process_time(), time.monotonic()
    kept = run()
    seconds, wall = time.process_time() - begun, time.monotonic() - since
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({"seconds": seconds, "wall": wall, "peak_mb": round(peak, 1), **(_found(kept) if what == "proving" else {})}))


if __name__ == "__main__":
    main()
