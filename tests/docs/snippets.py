"""A page of the docs → the same page, every shown output made true.

The fences of a page run in its order, in one folder. What stands behind the name of the language says how:

    clause                       is read without a mistake
    clause shows=CK105           is read with that finding; marks such as `# error: CK105` say the same, line by line
    clause file=peace.clause     is written to that file (any language can be); with below="party" under the last line that begins so
    clause of="ctbt: entry"      is that sentence of that treaty of examples/treaties (see `models`)
    draft                        is what the clause fence above it says, as it is drafted, without the frame; with shows=definitions or shows=sentences
    draft of="ctbt: entry"       is what that sentence of that treaty says, as it is drafted
    sh                           runs each line `$ command`; what stands behind it is its output
    sh status=1                  the last command ends with this status; the others, and all without a status, with 0
    sh from="Article 2" lines=9  shows the output from the first line that holds the text, so many lines; `…` stands for the rest
    python                       runs; the lines `#> …` behind a statement are what it prints
    json schema=diagnostics      is JSON, and fits the schema that `clausekit schema --of diagnostics` prints
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema

from clausekit.checks.page import Mark
from clausekit.model.resolve import resolve
from clausekit.pipeline import read_source
from clausekit.source import Source
from clausekit.syntax.nodes import ParameterNode
from clausekit.syntax.parser import parse
from tests.checks.examples import PROVED, PROVING
from tests.docs import models

LEFT_OUT = "…"
_OPENING = re.compile(r"```(\w+)(?: (.*))?")
_MARK = re.compile(r"[ \t]*# (error|warning|info): \[?(CK\d+)\]?")


class Fence(NamedTuple):
    """A fenced snippet: its language, its flags, its lines, and the line (from 1) of the page that opens it."""

    language: str
    flags: dict[str, str]
    lines: list[str]
    opened: int


def fences(text: str) -> Iterator[Fence]:
    """The fences of a page. Raises ValueError for one that is never closed."""
    numbered = enumerate(text.splitlines(), 1)
    for number, line in numbered:
        opening = _OPENING.fullmatch(line)
        if opening is None:
            continue
        body: list[str] = []
        for _, inner in numbered:
            if inner == "```":
                break
            body.append(inner)
        else:
            message = f"the fence of line {number} is never closed"
            raise ValueError(message)
        flags = dict(flag.split("=", 1) for flag in shlex.split(opening[2] or ""))
        yield Fence(opening[1], flags, body, number)


def renewed(text: str, folder: Path) -> str:
    """The page `text` with true outputs. Raises AssertionError, with the line, for a fence that does not do what it says."""
    page = _Page(folder)
    lines = text.splitlines()
    for fence in reversed(list(map(page.run, fences(text)))):
        before, after = lines[: fence.opened], lines[fence.opened :]
        lines = [*before, *fence.lines, *after[after.index("```") :]]
    return "\n".join(lines) + "\n"


class _Page:
    """One page being run: its folder, and the names its Python snippets share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said = ""
        self._names: dict[str, Any] = {"__name__": "snippet"}

    def run(self, fence: Fence) -> Fence:
        """The fence with its true output."""
        run = getattr(self, f"_{fence.language}", None)
        try:
            if "file" in fence.flags:
                self._write(fence)
            if run is not None and not (fence.language == "python" and "file" in fence.flags):
                return fence._replace(lines=run(fence))
        except Exception as problem:
            message = f"line {fence.opened}: {problem}"
            raise AssertionError(message) from problem
        return fence

    def _write(self, fence: Fence) -> None:
        path = self._folder / fence.flags["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [_MARK.sub("", line) for line in fence.lines]
        if "below" in fence.flags:
            written = path.read_text(encoding="utf-8").splitlines()
            at = max(number for number, line in enumerate(written, 1) if line.startswith(fence.flags["below"]))
            lines = [*written[:at], *lines, *written[at:]]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        if path.name == "pyproject.toml":
            self._install(path)

    def _install(self, project: Path) -> None:
        """What `pip install` would do for a package of plain modules: say where its entry points are, in a folder that Python looks in."""
        described = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
        installed = self._folder / f"{described['name'].replace('-', '_')}-{described['version']}.dist-info"
        installed.mkdir()
        (installed / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {described['name']}\nVersion: {described['version']}\n", encoding="utf-8")
        groups = described["entry-points"].items()
        listed = "\n".join(f"[{group}]\n" + "\n".join(f"{name} = {place}" for name, place in places.items()) for group, places in groups)
        (installed / "entry_points.txt").write_text(listed + "\n", encoding="utf-8")

    # ------------------------------------------------------------ one method a language

    def _clause(self, fence: Fence) -> list[str]:
        if "of" in fence.flags:
            return models.written(fence.flags["of"])
        self._said = "\n".join(fence.lines)
        source = Source("".join(_MARK.sub("", line) + "\n" for line in fence.lines), "snippet.clause")
        marks = {Mark(number, *mark.groups()) for number, line in enumerate(fence.lines, 1) for mark in _MARK.finditer(line)}
        document, unread = parse(source)
        if any(isinstance(item, ParameterNode) for item in document.items):  # then a name may stand for a period or a text
            unread = [finding for finding in read_source(source).diagnostics if finding.severity == "error"]
        mistakes = {finding.code: finding.message for finding in [*unread, *resolve(document)[1]]}
        shown = set(filter(None, fence.flags.get("shows", "").split(","))) | {mark.code for mark in marks}
        assert set(mistakes) <= shown, f"it cannot be read: {mistakes}"
        if shown:
            reading = read_source(source, proving=PROVING if shown & PROVED else None)
            found = {Mark(source.position(each.span.start).line if each.span else 1, str(each.severity), each.code) for each in reading.diagnostics}
            assert shown <= {each.code for each in found}, f"it shows something else: {found}"
            assert marks <= found, f"it shows something else: {found}"
        return fence.lines

    def _draft(self, fence: Fence) -> list[str]:
        drafted = models.drafted(fence.flags["of"]) if "of" in fence.flags else models.body_of(self._said, fence.flags.get("shows", ""))
        return _excerpt(drafted, fence.flags)

    def _sh(self, fence: Fence) -> list[str]:
        commands = [line for line in fence.lines if line.startswith("$ ")]
        shown: list[str] = []
        for command in commands:
            done = run_shell(command[2:], self._folder)
            wanted = int(fence.flags.get("status", "0")) if command is commands[-1] else 0
            assert done.returncode == wanted, f"`{command}` ended with {done.returncode}:\n{done.stdout}"
            shown += [command, *_excerpt(done.stdout.splitlines(), fence.flags)]
        return shown or fence.lines

    def _python(self, fence: Fence) -> list[str]:
        source = [line for line in fence.lines if not line.startswith("#>")]
        shown: list[str] = []
        done = 0
        for statement in ast.parse("\n".join(source)).body:
            assert statement.end_lineno is not None
            shown += source[done : statement.end_lineno]
            done = statement.end_lineno
            printed = io.StringIO()
            with contextlib.chdir(self._folder), contextlib.redirect_stdout(printed):
                exec(compile(ast.Module([statement], []), f"<line {fence.opened}>", "exec"), self._names)
            shown += [f"#> {line}".rstrip() for line in printed.getvalue().splitlines()]
        return shown + source[done:]

    def _json(self, fence: Fence) -> list[str]:
        value = json.loads("\n".join(fence.lines))
        if "schema" in fence.flags:
            schema = json.loads(run_shell(f"clausekit schema --of {fence.flags['schema']}", self._folder).stdout)
            jsonschema.validate(value, schema)
        return fence.lines

    def _toml(self, fence: Fence) -> list[str]:
        tomllib.loads("\n".join(fence.lines))
        return fence.lines


def run_shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `command` as a reader would in `folder`, with output and messages together, and the packages written there installed."""
    path = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    here = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    here |= {
        "PATH": path,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")])),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
    }
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=here,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def _excerpt(output: list[str], flags: dict[str, str]) -> list[str]:
    """The lines of an output that a page shows."""
    first = next((number for number, line in enumerate(output) if flags["from"] in line), None) if "from" in flags else 0
    assert first is not None, f"no line of the output holds “{flags['from']}”:\n" + "\n".join(output)
    last = first + int(flags.get("lines", len(output)))
    return [*([LEFT_OUT] if first else []), *output[first:last], *([LEFT_OUT] if last < len(output) else [])]
