"""Grammar files → parse tables, by Lark: it reads the grammar, checks it, and works out the LALR(1) table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import lark
from lark.grammar import Rule

from clausekit.syntax import tables
from clausekit.syntax.tables import LIFE, LIFE_PHRASE, LIMB, PHRASE, FusedWord, Recipe

# What these see ahead is looked for word by word: their patterns, tried letter by letter at every comma, would be slow on a hostile text.
_SEEN_BY_WORDS = {"_THEN": LIMB, "_CLOSING_COMMA": LIMB, "_FAILING_WHICH": LIMB, "_ALSO": PHRASE, "_BEARER_EXCEPT": PHRASE}
_SEEN_BY_WORDS |= dict.fromkeys(("_S_ARTICLE", "_S_CLAUSE", "_S_ANNEX", "_S_PART", "_S_PARAGRAPH", "_S_POINT", "COUNTED_ROLE"), LIFE)
_SEEN_BY_WORDS["_ALSO_LIFE"] = LIFE_PHRASE
_SHAPES = frozenset("WORD NUMBER DATE TIME ZONE STRING MARK LABEL ENTRY COMMENT SPACE".split())
_Row = dict[str, int]


def parser(grammars: str | Path, start: str) -> lark.Lark:
    """Lark on the grammar. Raises Lark's own errors when the grammar is wrong."""
    return lark.Lark.open(str(Path(grammars) / "clause.lark"), parser="lalr", start=start, propagate_positions=True, maybe_placeholders=True)


def build(grammars: str | Path) -> str:
    """Work the tables out from the grammar files, as lines. Raises Lark's own errors when the grammar is wrong."""
    return tables_of(parser(grammars, tables.START), tables.fingerprint(grammars))


def tables_of(made: lark.Lark, fingerprint: str) -> str:
    """The tables that Lark works out, as lines."""
    table = _table(made)
    rules = numbered(made)
    rows: list[_Row] = []
    gotos: list[_Row] = []
    terminals = _terminals(made)
    for state in range(len(table.states)):
        row: _Row = {}
        goto: _Row = {}
        for symbol, (action, argument) in table.states[state].items():
            if symbol not in terminals:
                goto[str(symbol)] = argument
            else:
                row[str(symbol)] = argument if action.name == "Shift" else ~rules[argument]
        rows.append(row)
        gotos.append(goto)
    recipes = [_recipe(rule) for rule in rules]
    _shorten(gotos, rows, recipes)
    return tables.stored(
        fingerprint=fingerprint,
        start=(table.start_states[tables.START], table.end_states[tables.START]),
        rows=rows,
        gotos=gotos,
        rules=recipes,
        words=_words(made.terminals),
    )


def numbered(made: lark.Lark) -> dict[Rule, int]:
    """The rules of the table that Lark made, each with its number there. Another run may number them otherwise."""
    rules: dict[Rule, int] = {}
    terminals = _terminals(made)
    states = _table(made).states
    for state in range(len(states)):
        for symbol, (action, argument) in states[state].items():
            if symbol in terminals and action.name != "Shift":
                rules.setdefault(argument, len(rules))
    return rules


def _table(made: lark.Lark) -> Any:
    return made.parser.parser._parse_table  # noqa: SLF001  the LALR table has no public name


def _terminals(made: lark.Lark) -> set[str]:
    return {terminal.name for terminal in made.terminals} | {"$END"}


def _shorten(gotos: list[_Row], rows: list[_Row], recipes: list[Recipe]) -> None:
    """Go past states whose only action passes a single child on: nothing is built there, and a third of all steps would be such."""
    passed_on: dict[int, str] = {}
    for state, row in enumerate(rows):
        actions = set(row.values())
        if len(actions) == 1:
            (action,) = actions
            if action < 0 and recipes[~action][1:3] == (1, ""):
                passed_on[state] = recipes[~action][0]
    for goto in gotos:
        for symbol, first in goto.items():
            target = first
            while target in passed_on:
                target = goto[passed_on[target]]
            goto[symbol] = target


def _recipe(rule: Rule) -> Recipe:
    """How Lark's tree builder would shape this rule's children, as data."""
    name, options, expansion = str(rule.origin.name), rule.options, rule.expansion
    plan: list[int] = []
    position = 0
    for missing in options.empty_indices or [False] * len(expansion):
        if missing:
            plan.append(-1)
            continue
        symbol = expansion[position]
        if not symbol.is_term:
            plan.append(2 * position + (1 if symbol.name.startswith("_") else 0))
        elif options.keep_all_tokens or not symbol.filter_out:  # type: ignore[attr-defined]  # only a terminal has it
            plan.append(2 * position)
        position += 1
    whole = plan == [2 * index for index in range(len(expansion))]
    if name.startswith("_"):
        builder = "*"
    elif options.expand1 and not rule.alias and len(plan) == 1 and plan[0] >= 0:
        builder = ""
    else:
        builder = str(rule.alias or options.template_source or name)
    return name, len(expansion), builder, None if whole and builder else plan


# ---------------------------------------------------------------- words


def _words(terminals: Iterable[lark.lexer.TerminalDef]) -> dict[str, list[FusedWord]]:
    """Every keyword and fused terminal, by its first word, the one to try first in front."""
    found: dict[str, list[tuple[int, int, FusedWord]]] = {}
    for terminal in terminals:
        if terminal.name in _SHAPES:
            continue
        pattern = terminal.pattern.value
        lookahead = ""
        if terminal.pattern.type == "str":
            sequences = [pattern.lower()]
        else:
            pattern, lookahead = _split_lookahead(pattern)
            lookahead = lookahead.replace("\n", r"\n").replace("\t", r"\t")  # the same to `re`, and kept within its line of the tables
            lookahead = _SEEN_BY_WORDS.get(terminal.name, lookahead)
            sequences = sorted(_sequences(pattern))
        for sequence in sequences:
            first, *rest = sequence.replace(",", " , ").split()
            found.setdefault(first, []).append((-terminal.priority, -len(rest), (terminal.name, rest, lookahead, beginnings(lookahead))))
    return {first: [word for _, _, word in sorted(group, key=lambda entry: entry[:2])] for first, group in sorted(found.items())}


def _split_lookahead(pattern: str) -> tuple[str, str]:
    """A fused terminal's words, and the lookahead at its end, if it has one."""
    depth = 0
    for index, character in enumerate(pattern):
        escaped = index and pattern[index - 1] == "\\"
        if character == "(" and not escaped:
            if depth == 0 and pattern.startswith(("(?=", "(?i:(?="), index):  # the second where the grammar composes a terminal of two
                return pattern[:index], pattern[index:]
            depth += 1
        elif character == ")" and not escaped:
            depth -= 1
    return pattern, ""


def beginnings(lookahead: str) -> frozenset[str]:
    """What the next word must begin with for a lookahead to see it: one or two characters. Nothing, where it may begin with anything.

    A glance at the word tells that most lookaheads cannot match, and much quicker: many patterns need never be compiled.
    """
    from re import _constants as op
    from re import _parser

    parsed: Any = _parser.parse(lookahead, re.IGNORECASE) if lookahead.startswith("(?") else ()
    while len(parsed) == 1 and parsed[0][0] is op.SUBPATTERN:
        parsed = parsed[0][1][3]
    if len(parsed) != 1 or parsed[0][0] is not op.ASSERT:
        return frozenset()
    begun = _begun(parsed[0][1][1], {""})
    return frozenset() if begun is None or "" in begun else frozenset(text.strip() for text in begun)


def _begun(parsed: Any, texts: set[str]) -> set[str] | None:
    """The first two characters that a part of a pattern makes of those before it; a space ends a word. None, where it may be anything."""
    for code, argument in parsed:
        begun = {text for text in texts if len(text) < 2}
        if not begun:
            break
        more = _goes_on(code, argument, begun)
        if more is None:
            return None
        texts = (texts - begun) | more
    return texts


def _goes_on(code: Any, argument: Any, begun: set[str]) -> set[str] | None:
    """As `_begun`, for one step of a pattern."""
    from re import _constants as op

    if code in (op.ASSERT, op.ASSERT_NOT):
        return begun  # it only takes some away
    if code is op.LITERAL:
        return {text + chr(argument).lower() for text in begun}
    if code is op.SUBPATTERN:
        return _begun(argument[3], begun)
    if code is op.BRANCH:
        branches = [_begun(branch, begun) for branch in argument[1]]
        return None if None in branches else set().union(*filter(None, branches))
    if code is op.IN and argument == [(op.CATEGORY, op.CATEGORY_SPACE)]:
        return {f"{text} " if text else "" for text in begun}
    if code is op.IN and argument == [(op.CATEGORY, op.CATEGORY_DIGIT)]:
        return {f"{text}{digit}" if text else f"{digit} " for text in begun for digit in range(10)}
    if code is op.IN and all(kind is op.LITERAL for kind, _ in argument):
        return {text + chr(character).lower() for text in begun for _, character in argument}
    return _repeated(argument, begun) if code is op.MAX_REPEAT else None


def _repeated(argument: Any, begun: set[str]) -> set[str] | None:
    """As `_begun`, for what may come several times, or not at all."""
    from re import _constants as op

    least, most, parsed = argument
    made = _begun(parsed, begun)
    is_space = list(parsed) == [(op.IN, [(op.CATEGORY, op.CATEGORY_SPACE)])]
    if made is None or (most > 1 and not is_space and any(len(text) < 2 for text in made)):
        return None  # what comes again would go on with it
    return made if least else made | begun


def _sequences(pattern: str) -> set[str]:
    """Every text a fused terminal can match, white space made single. Raises ValueError for a pattern with no finite list."""
    from re import _constants as op
    from re import _parser

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
