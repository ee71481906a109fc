"""The pages of help: eighty columns, complete, and as they were read last."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from clausekit.cli.dispatch import COMMANDS
from clausekit.cli.line import Line

WIDTH = 80


def test_the_front_page(program, snapshot):
    asked = program("--help")
    assert (asked.status, asked.err) == (0, "")
    assert asked.out == snapshot


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_of_a_command(command, program, snapshot):
    asked = program(command, "--help")
    assert (asked.status, asked.err) == (0, "")
    assert asked.out == snapshot
    assert program("help", command) == asked
    assert program(command, "no-such-file.clause", "-h") == asked


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_tells_every_option_and_no_other(command):
    module = import_module(f"clausekit.cli.{command}")
    line = Line(command)
    module.options(line)
    told = {option for listed in re.findall(r"^  (-.*?)(?:  | [A-Z]|$)", module.__doc__, re.MULTILINE) for option in listed.split(", ")}
    assert told == set(line.known_options()) - {"--color"}  # the other spelling of --colour


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_a_page_can_be_asked_for(command):
    """Every example begins with the program and the command, and its options are known."""
    module = import_module(f"clausekit.cli.{command}")
    line = Line(command)
    module.options(line)
    examples = re.findall(r"^  (clausekit .*)$", module.__doc__, re.MULTILINE)
    assert examples
    for example in examples:
        assert example.split()[:2] == ["clausekit", command]
        assert set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", example)) <= set(line.known_options())


@pytest.mark.parametrize("page", ["", *COMMANDS])
def test_a_page_fits_a_terminal(page, program):
    lines = program(*page.split(), "--help").out.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) <= 40


@pytest.mark.parametrize(("command", "summary"), COMMANDS.items())
def test_the_front_page_has_the_first_line_of_each(command, summary):
    assert import_module(f"clausekit.cli.{command}").__doc__.splitlines()[0] == summary


def test_nothing_asked_is_told_what_can_be():
    from clausekit.cli import run  # what goes to standard error is checked by the next test

    assert run([]) == 2


def test_the_front_page_goes_to_standard_error_when_nobody_asked(program):
    asked = program()
    assert (asked.status, asked.out) == (2, "")
    assert asked.err == program("--help").out


def test_the_version(program):
    import clausekit

    assert program("--version") == (0, f"clausekit {clausekit.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "clausekit: there is no command `chekc`; did you mean `check`? (`clausekit --help` lists them)\n"),
        (["--verbose"], "clausekit: there is no option `--verbose` before the command; a command comes first, as in `clausekit check FILE`\n"),
        (["check"], "clausekit: check: something is missing: FILE; `clausekit check --help` shows how it is used\n"),
        (
            ["check", "a", "--fromat=json"],
            "clausekit: check: there is no option `--fromat`; did you mean `--format`?; `clausekit check --help` shows how it is used\n",
        ),
        (["draft", "a", "b"], "clausekit: draft: `b` is one word too many; `clausekit draft --help` shows how it is used\n"),
        (
            ["schema", "--of", "treatise"],
            (
                "clausekit: schema: --of: there is no schema `treatise`; did you mean `treaty`?; there are: treaty, diagnostics, "
                "timeline, tests, duties, status; "
                "`clausekit schema --help` shows how it is used\n"
            ),
        ),
        (["explain"], "clausekit: explain: name a check, or a clause and its file; `clausekit explain --list` lists the checks\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_slip_on_the_command_line_is_told_in_one_line(arguments, told, program):
    assert program(*arguments) == (2, "", told)


def test_a_file_in_the_place_of_a_command(program, files):
    files(one_clause="if breach then deploy forces")
    assert program("one.clause").err == "clausekit: `one.clause` is no command; to check that file, write `clausekit check one.clause`\n"
