"""The files of the standard library → their page: `python -m clausekit.modules.pages docs/standard-library.md examples/modules`.

The page is made from the files and nothing else. The comment at the head of a file is its description: a title, paragraphs, and a line for each parameter.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from typing import NamedTuple

from clausekit.modules.kinds import example
from clausekit.modules.shelves import packaged
from clausekit.source import Source
from clausekit.source.files import SUFFIX, FileError, files_under, source_of, write_file
from clausekit.syntax.nodes import ParameterNode, UseNode
from clausekit.syntax.parser import parse

_PARAMETER = re.compile(r"([A-Z][\w' -]*): (.+)")
_ABOUT = """\
# The standard library

Parts that many treaties have, ready to be used. Each is a file that comes with clausekit; a `use` sentence puts it where it stands, with your names, periods
and dates in the place of its parameters. [Build a treaty from parts](how-to/modules.md) shows how, and how to write parts of your own.

What a part says is shown below as it is written. It is law only as far as your Parties agree to it: read it as you would read a colleague's draft.
"""
_END = "This page is made by `make docs` from the files themselves.\n"


class Part(NamedTuple):
    """One file of the library: how it is used, what its head says, its parameters with what is said of each, and its sentences."""

    path: str
    title: str
    paragraphs: tuple[str, ...]
    parameters: tuple[tuple[ParameterNode, str], ...]
    text: str


def parts() -> list[Part]:
    """Every file of the library that comes with clausekit, by its path."""
    shelf = packaged().folder
    return [part_of(source_of(name), os.path.relpath(name, shelf).removesuffix(SUFFIX).replace(os.sep, "/")) for name in sorted(map(str, files_under(shelf)))]


def part_of(source: Source, path: str) -> Part:
    """A file, taken apart. Raises ValueError when its head does not describe it, or one of its parameters."""
    head, _, text = source.text.partition("\n\n")
    said = [line.lstrip("#").strip() for line in head.splitlines()]
    blocks = [block.split("\n") for block in "\n".join(said).split("\n\n")]
    declared = {item.name.text: item for item in parse(source)[0].items if isinstance(item, ParameterNode)}
    meanings: dict[str, str] = {}
    paragraphs: list[str] = []
    for block in blocks[1:]:
        described = [match for line in block if (match := _PARAMETER.fullmatch(line)) and match[1] in declared]
        meanings |= {match[1]: match[2].rstrip(".") for match in described}
        if not described:
            paragraphs.append(" ".join(block))
    if not head.startswith("# ") or not paragraphs or list(declared) != list(meanings):
        message = f"the head of {source.name} must give its title, say what it is for, and describe each of its parameters in their order"
        raise ValueError(message)
    return Part(path, " ".join(blocks[0]), tuple(paragraphs), tuple((declared[name], meaning) for name, meaning in meanings.items()), text)


def page(examples: str) -> str:
    """The page. `examples` is the folder of treaties that use the library, as seen from the page."""
    every = parts()
    used = _used_in(examples)
    lines = [_ABOUT, "| part | is used as | what it takes |", "|---|---|---|"]
    lines += [f"| [{each.title}](#{_anchor(each.title)}) | `{each.path}` | {_names(each)} |" for each in every]
    return "\n".join([*lines, "", *(_shown(each, used.get(each.path, [])) for each in every), _END])


def _shown(each: Part, users: Iterable[str]) -> str:
    blocks = [f"## {each.title}", *each.paragraphs]
    if each.parameters:
        rows = [f"| `{parameter.name.text}` | {parameter.kind} | {meaning} |" for parameter, meaning in each.parameters]
        blocks.append("\n".join(["| parameter | kind | meaning |", "|---|---|---|", *rows]))
    given = ", ".join(f"{parameter.name.text} = {example(parameter.kind)}" for parameter, _ in each.parameters)
    blocks.append(f'Used as `use "{each.path}"{f" with {given}" if given else ""}.`')
    blocks.append(f"```clause\n{each.text.rstrip()}\n```")
    links = [f"[{os.path.basename(user).removesuffix(SUFFIX)}](../examples/modules/{os.path.basename(user)})" for user in users]
    blocks += [f"Seen at work in {' and '.join(links)}."] if links else []
    return "\n\n".join(blocks) + "\n"


def _names(each: Part) -> str:
    return ", ".join(f"`{parameter.name.text}`" for parameter, _ in each.parameters) or "nothing"


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _used_in(examples: str) -> dict[str, list[str]]:
    """The treaties that use each part themselves."""
    used: dict[str, list[str]] = {}
    for name in files_under(examples):
        for item in parse(source_of(str(name)))[0].items:
            if isinstance(item, UseNode) and str(name) not in used.setdefault(item.path, []):
                used[item.path].append(str(name))
    return used


def main(arguments: list[str]) -> int:
    """Write the page into the file named first; 2 when that is not what was asked, or cannot be done."""
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m clausekit.modules.pages PAGE EXAMPLES\n")
        return 2
    try:
        write_file(arguments[0], page(arguments[1]).encode())
    except (FileError, ValueError) as problem:
        sys.stderr.write(f"clausekit: {problem}\n")
        return 2
    sys.stdout.write(f"{len(parts())} parts in {arguments[0]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
