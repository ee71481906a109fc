"""Grammar files → parse tables, by Lark; kept beside the grammar so that Lark need not run at every start.

Lark reads the grammar, checks it, and works out the LALR(1) table. What is kept is that table and, for each rule, how its children become the
arguments of a node builder, as JSON. A table whose fingerprint does not match the grammar is never used: it is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from clausekit import resources

if TYPE_CHECKING:
    from lark import Lark

FILE_NAME = "clause.tables.json"
START = "item"
_END = "$END"

FusedWord = tuple[str, list[str], str]
"""A fused terminal or keyword: its name, the words that follow its first word, and what must be seen after them (a pattern, or "")."""


class Recipe(NamedTuple):
    """How one rule reduces: `symbol` and `length` for the parser, `builder` and `plan` for the node.

    `plan` lists the children kept: their index, doubled, plus one when the child is a list to be spread; -1 stands for a missing optional. It is None
    when every child is kept as it is. A builder of "" passes a single child on; "*" makes a list.
    """

    symbol: str
    length: int
    builder: str
    plan: list[int] | None


class Tables(TypedDict):
    """What is stored: see the module."""

    fingerprint: str
    start: list[int]
    rules: list[list[object]]
    rows: list[dict[str, int]]
    row_of_state: list[int]
    gotos: list[dict[str, int]]
    words: dict[str, list[FusedWord]]


def load() -> Tables:
    """The tables of the grammar that is installed; made, and kept where possible, when they are missing or stale."""
    grammars = resources.folder("grammars")
    path = grammars / FILE_NAME
    expected = fingerprint(grammars)
    try:
        tables: Tables = json.loads(path.read_bytes())
        if tables["fingerprint"] == expected:
            return tables
    except (OSError, ValueError, KeyError, TypeError):
        pass  # absent, cut short or of an older shape: make it anew
    tables = build(grammars)
    try:
        write(tables, path)
    except OSError:
        pass  # a read-only installation: the table lives for this process only
    return tables


def fingerprint(grammars: Path) -> str:
    """What the tables depend on, as one hash: the grammar files, and this module that decides their shape."""
    digest = hashlib.sha256()
    for path in (Path(__file__), *sorted(grammars.glob("*.lark"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def write(tables: Tables, path: Path) -> None:
    """Store the tables whole: written aside, then renamed."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".tables-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(tables, file, separators=(",", ":"), sort_keys=True)
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise


def lark_parser(grammars: Path | None = None, start: str = START) -> Lark:
    """Stock Lark on the same grammar: the tables come from it, and with `start` for a whole file it is what tests and benchmarks compare with."""
    import lark

    grammars = grammars or resources.folder("grammars")
    return lark.Lark.open(
        str(grammars / "clause.lark"), parser="lalr", start=start, propagate_positions=True, maybe_placeholders=True
    )


def build(grammars: Path) -> Tables:
    """Work the tables out from the grammar files. Raises Lark's own errors when the grammar is wrong."""
    parser = lark_parser(grammars)
    table = parser.parser.parser._parse_table  # noqa: SLF001  the LALR table has no public name
    order = {rule: number for number, rule in enumerate(parser.rules)}
    rows: list[dict[str, int]] = []
    seen: dict[str, int] = {}
    row_of_state: list[int] = []
    gotos: list[dict[str, int]] = []
    terminals = {terminal.name for terminal in parser.terminals} | {_END}
    rules = list(parser.rules)
    for state in range(len(table.states)):
        row: dict[str, int] = {}
        goto: dict[str, int] = {}
        for symbol, (action, argument) in table.states[state].items():
            if symbol not in terminals:
                goto[symbol] = argument
            elif action.name == "Shift":
                row[symbol] = argument
            else:
                if argument not in order:
                    order[argument] = len(rules)
                    rules.append(argument)
                row[symbol] = -1 - order[argument]
        key = json.dumps(row, sort_keys=True)
        if key not in seen:
            seen[key] = len(rows)
            rows.append(row)
        row_of_state.append(seen[key])
        gotos.append(goto)
    recipes = [list(_recipe(rule)) for rule in rules]
    _shorten(gotos, [rows[number] for number in row_of_state], recipes)
    made = {
        "fingerprint": fingerprint(grammars),
        "start": [table.start_states[START], table.end_states[START]],
        "rules": recipes,
        "rows": rows,
        "row_of_state": row_of_state,
        "gotos": gotos,
        "words": _words(parser),
    }
    tables: Tables = json.loads(json.dumps(made))  # plain strings: Lark's own names are tokens, which are slow to look up
    return tables


def _shorten(gotos: list[dict[str, int]], row_of: list[dict[str, int]], recipes: list[list[object]]) -> None:
    """Go past states whose only action passes a single child on: nothing is built there, and a third of all steps would be such."""
    passed_on = {}
    for state, row in enumerate(row_of):
        actions = set(row.values())
        if len(actions) == 1:
            (action,) = actions
            if action < 0 and recipes[~action][1:3] == [1, ""]:
                passed_on[state] = recipes[~action][0]
    for goto in gotos:
        for symbol, target in goto.items():
            while target in passed_on:
                target = goto[passed_on[target]]  # type: ignore[index]
            goto[symbol] = target


def _recipe(rule: object) -> Recipe:
    """How Lark's tree builder would shape this rule's children, as data."""
    name: str = rule.origin.name  # type: ignore[attr-defined]
    options = rule.options  # type: ignore[attr-defined]
    expansion = rule.expansion  # type: ignore[attr-defined]
    keep_all = options.keep_all_tokens
    empty = list(options.empty_indices) or [False] * len(expansion)
    plan: list[int] = []
    position = 0
    for missing in empty:
        if missing:
            plan.append(-1)
            continue
        symbol = expansion[position]
        if not symbol.is_term:
            plan.append(2 * position + (1 if symbol.name.startswith("_") else 0))
        elif keep_all or not symbol.filter_out:
            plan.append(2 * position)
        position += 1
    whole = plan == [2 * index for index in range(len(expansion))]
    if name.startswith("_"):
        builder = "*"
    elif options.expand1 and not rule.alias and len(plan) == 1 and plan[0] >= 0:  # type: ignore[attr-defined]
        builder = ""
    else:
        builder = rule.alias or options.template_source or name  # type: ignore[attr-defined]
    return Recipe(name, len(expansion), builder, None if whole and builder != "" else plan)


# ---------------------------------------------------------------- words


def _words(parser: Lark) -> dict[str, list[FusedWord]]:
    """Every keyword and fused terminal, by its first word, the one to try first in front."""
    shapes = {"WORD", "NUMBER", "DATE", "STRING", "MARK", "LABEL", "COMMENT", "SPACE"}
    found: dict[str, list[tuple[int, int, FusedWord]]] = {}
    for terminal in parser.terminals:
        if terminal.name in shapes:
            continue
        pattern = terminal.pattern.value
        lookahead = ""
        if terminal.pattern.type == "str":
            sequences = [pattern.lower()]
        else:
            pattern, lookahead = _split_lookahead(pattern)
            sequences = sorted(_sequences(pattern))
        for sequence in sequences:
            first, *rest = sequence.replace(",", " , ").split()
            found.setdefault(first, []).append((-terminal.priority, -len(rest), (terminal.name, rest, lookahead)))
    return {first: [word for _, _, word in sorted(group, key=lambda entry: entry[:2])] for first, group in sorted(found.items())}


def _split_lookahead(pattern: str) -> tuple[str, str]:
    """A fused terminal's words, and the lookahead at its end, if it has one."""
    depth = 0
    for index, character in enumerate(pattern):
        escaped = index and pattern[index - 1] == "\\"
        if character == "(" and not escaped:
            if depth == 0 and pattern.startswith("(?=", index):
                return pattern[:index], pattern[index:]
            depth += 1
        elif character == ")" and not escaped:
            depth -= 1
    return pattern, ""


def _sequences(pattern: str) -> set[str]:
    """Every text a fused terminal can match, white space made single. Raises ValueError for a pattern with no finite list."""
    from re import _constants as op  # type: ignore[attr-defined]
    from re import _parser  # type: ignore[attr-defined]

    def unfold(parsed: object) -> set[str]:
        texts = {""}
        for code, argument in parsed:  # type: ignore[attr-defined]
            if code is op.LITERAL:
                texts = {text + chr(argument) for text in texts}
            elif code is op.BRANCH:
                texts = {text + more for more in set().union(*map(unfold, argument[1])) for text in texts}
            elif code is op.SUBPATTERN:
                texts = {text + more for more in unfold(argument[3]) for text in texts}
            elif code is op.MAX_REPEAT and argument[2][0][0] is op.IN:
                texts = {text + " " for text in texts}  # \s+ or \s*
            elif code is op.MAX_REPEAT and argument[:2] == (0, 1):
                texts |= {text + more for more in unfold(argument[2]) for text in texts}
            elif code is not op.ASSERT_NOT:  # the END of a word
                message = f"a fused terminal may not use {code}: {pattern}"
                raise ValueError(message)
        return texts

    return unfold(_parser.parse(pattern, re.IGNORECASE))


if __name__ == "__main__":  # python -m clausekit.syntax.tables: make them before packaging
    write(build(resources.folder("grammars")), resources.folder("grammars") / FILE_NAME)
