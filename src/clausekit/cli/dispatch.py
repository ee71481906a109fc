"""The words of a command line → the command they name, run; every way it can end → a status and, if it failed, one line that says why."""

from __future__ import annotations

import os
from importlib import import_module
from types import ModuleType

from clausekit.cli.console import COULD_NOT_RUN, INTERRUPTED, CannotRunError, Console
from clausekit.source.files import FileError

# Each command, and the first line of its page: the list of commands is to be had without loading any of them.
COMMANDS = {
    "check": "Find every mistake and open question in clause files.",
    "draft": "Draft the treaty that a clause file says.",
    "graph": "Draw what a treaty says: its clauses and what ties them, and more.",
    "report": "Write a summary, sheets of duties, open issues or a memorandum.",
    "fmt": "Lay clause files out in the canonical way.",
    "new": "Write a commented clause file to start from.",
    "translate": "Write the lines of a translation that are to be filled in.",
    "explain": "Say what a check asks, or what a clause means.",
    "test": "Play the scenarios of clause files, and say what does not hold.",
    "simulate": "Play what happens, and show what comes of it.",
    "duties": "Say who owes what to whom by when.",
    "status": "Say for whom a treaty is in force, and what is missing.",
    "validate": "Find what is wrong with Akoma Ntoso documents, beyond the schema.",
    "code": "Derive the variables of a coding scheme, each with its clauses.",
    "schema": "Print a JSON Schema: of treaties, or of what a command writes.",
}


def dispatch(arguments: list[str]) -> int:
    """Run the command that `arguments` begin with; the exit status."""
    console = Console()
    try:
        status = _run(arguments, console)
    except (CannotRunError, FileError) as problem:
        console.say(f"clausekit: {problem}")
        for line in problem.lines if isinstance(problem, CannotRunError) else ():
            console.say(line)
        status = COULD_NOT_RUN
    except KeyboardInterrupt:
        console.say(f"clausekit: stopped; {console.finished or 'nothing was finished'}")
        status = INTERRUPTED
    except MemoryError:
        console.say("clausekit: there is not enough memory for this")
        status = COULD_NOT_RUN
    except Exception as problem:  # noqa: BLE001  a fault of ours is told as one, without its entrails
        _tell_fault(problem, console)
        status = COULD_NOT_RUN
    return console.close(status)


def _run(arguments: list[str], console: Console) -> int:
    if not arguments:
        console.say_lines(_help())
        return COULD_NOT_RUN
    first, *others = arguments
    if first in {"--help", "-h", "help"}:
        others, first = others[1:] if others else [], others[0] if others else ""
        console.write(_page(_command(first)) if first else _help())
        return 0
    command = _command(first)
    if {"--help", "-h"} & set(others):
        console.write(_page(command))
        return 0
    from clausekit.cli.line import read_line

    return command.run(read_line(first, command.options, others), console)  # type: ignore[no-any-return]


def _command(name: str) -> ModuleType:
    if name in COMMANDS:
        return import_module(f"clausekit.cli.{name}")
    from clausekit.cli.line import suggestion

    if name.startswith("-"):
        message = f"there is no option `{name}` before the command; a command comes first, as in `clausekit check FILE`"
    elif os.path.exists(name):
        message = f"`{name}` is no command; to check that file, write `clausekit check {name}`"
    else:
        message = f"there is no command `{name}`{suggestion(name, COMMANDS)} (`clausekit --help` lists them)"
    raise CannotRunError(message)


def _help() -> str:
    """What the program is for, and its commands."""
    lines = [f"  {name:<11}{summary}" for name, summary in COMMANDS.items()]
    return "\n".join([_INTRODUCTION, *lines, "", _CLOSE])


def _page(command: ModuleType) -> str:
    return (command.__doc__ or "").strip() + "\n"


def _tell_fault(problem: Exception, console: Console) -> None:
    if os.environ.get("CLAUSEKIT_DEBUG"):
        import traceback

        console.say_lines("".join(traceback.format_exception(problem)))
    words = " ".join(f"{type(problem).__name__}: {problem}".split())[:300]
    console.say(f"clausekit: this is a fault of clausekit, not of your file, and worth a report; CLAUSEKIT_DEBUG=1 shows where ({words})")


_INTRODUCTION = """\
clausekit: write treaties that mean one thing.

usage: clausekit COMMAND ...
"""
_CLOSE = """\
`clausekit COMMAND --help` explains a command; `clausekit --version` says which
clausekit this is. In place of a file, `-` reads standard input.

Exit status: 0 nothing of error severity; 1 findings; 2 the command could not
run. It works on your machine and sends nothing anywhere.
"""
