"""Command line → calls to the pipeline, and an exit status.

0: nothing of error severity; 1: findings; 2: the command could not run. A command is one module of this package: its docstring is its help, `options` says
what may stand on its line, `run` does it. Nothing is imported before it is known to be needed: start-up is a feature.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main() -> int:
    """The program `clausekit`: `run` for its own command line.

    The collector is off, because what a command makes it needs until its end; looking through it would cost a start more than many a check. A command
    that stays has to turn it on again.
    """
    import gc

    gc.disable()
    status = run(sys.argv[1:])
    gc.freeze()  # else the interpreter looks through it all once more when it ends
    return status


def run(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask, with the standard streams of this process; the exit status. Never raises, whatever the arguments and the files are."""
    if [*arguments] in (["--version"], ["-V"]):
        from clausekit import __version__

        print(f"clausekit {__version__}")  # noqa: T201  the shortest way is the feature
        return 0
    from clausekit.cli.dispatch import dispatch

    return dispatch(list(arguments))
