"""The words behind a command → its options, or what is wrong with them, in words a person can act on."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, HelpFormatter, Namespace
from collections.abc import Callable, Iterable
from typing import NoReturn

from clausekit.cli.console import CannotRunError

Options = Callable[["Line"], None]
# Nobody waits longer than a day.
_LONGEST = 86_400


class UsageError(CannotRunError):
    """What is wrong with a command line."""


class _Formatter(HelpFormatter):
    """What argparse wants even when it formats nothing; without a width it would load `shutil` to ask the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class Line(ArgumentParser):
    """What may stand behind a command."""

    def __init__(self, command: str) -> None:
        """Nothing may, to begin with; options are never abbreviated, so that a new one cannot change what an old script means."""
        super().__init__(prog=f"clausekit {command}", usage="", add_help=False, allow_abbrev=False, formatter_class=_Formatter)

    def error(self, message: str) -> NoReturn:
        """Tell it in our words: argparse differs from version to version."""
        told = message.removeprefix("argument ").replace("the following arguments are required: ", "something is missing: ")
        whole = f"{self.prog.removeprefix('clausekit ')}: {told}; `{self.prog} --help` shows how it is used"
        raise UsageError(whole)

    def known_options(self) -> list[str]:
        """Every option, as it is written."""
        return [option for action in self._actions for option in action.option_strings]


def read_line(command: str, options: Options, words: list[str]) -> Namespace:
    """The options of a command line. Raises UsageError for what the command does not know."""
    line = Line(command)
    options(line)
    asked, unknown = line.parse_known_intermixed_args(words)
    if unknown:
        option = unknown[0].partition("=")[0]
        if option.startswith("-"):
            line.error(f"there is no option `{option}`{suggestion(option, line.known_options())}")
        line.error(f"`{unknown[0]}` is one word too many")
    return asked


def one_of(what: str, choices: Iterable[str]) -> Callable[[str], str]:
    """A reader of a word that must be one of `choices`; `what` is what they are called, such as `format`."""
    known = list(choices)

    def read(word: str) -> str:
        if word not in known:
            message = f"there is no {what} `{word}`{suggestion(word, known)}; there are: {', '.join(known)}"
            raise ArgumentTypeError(message)
        return word

    return read


def suggestion(written: str, known: Iterable[str]) -> str:
    """`; did you mean …?` for the nearest known word, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(written.lower(), list(known), 1, 0.6)
    return f"; did you mean `{near[0]}`?" if near else ""


def seconds(word: str) -> float:
    """A number of seconds of a command line."""
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if not 0 <= number <= _LONGEST:
        message = f"`{word}` is no number of seconds from 0 to {_LONGEST:,}"
        raise ArgumentTypeError(message)
    return number
