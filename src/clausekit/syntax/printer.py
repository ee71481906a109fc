"""Nodes → clause text in canonical layout, comments kept."""

from __future__ import annotations

import re

from clausekit.source import Source
from clausekit.syntax import phrases, phrases_life
from clausekit.syntax.canonical import canonical
from clausekit.syntax.nodes import (
    ApplicationNode,
    AssertedNode,
    ClauseNode,
    Comment,
    CoreNode,
    DeclarationNode,
    DeclaredNode,
    Document,
    ExpectNode,
    GuaranteeNode,
    HeaderNode,
    HeadingNode,
    InForceNode,
    ItemNode,
    NormNode,
    ProseNode,
    RecitalNode,
    RecordNode,
    ScenarioNode,
    SettingNode,
    SlotNode,
    StatementNode,
    ToldNode,
    TranslatedNode,
    TranslationNode,
    UseNode,
)
from clausekit.syntax.phrases import joined, quotation
from clausekit.syntax.phrases_declarations import declaration
from clausekit.syntax.phrases_scenarios import expectation, scenario_line
from clausekit.syntax.phrases_translations import translated, translated_name, translation

WIDTH = 100
_HEADS = (HeadingNode, ScenarioNode, TranslationNode)
_TOLD = (InForceNode, ToldNode, AssertedNode)
_INDENTED = (ClauseNode, RecitalNode, *_TOLD)
_LADDER = "failing which "
_WORDS = re.compile(r"[^ ]+")
_UNBROKEN = "\x02=\x02"
_TIED = "\x02"


def print_document(document: Document, source: Source | None = None) -> str:
    """The canonical text of a document. With its source, comments and single blank lines are kept where they stood."""
    lines: list[str] = []
    previous: ItemNode | None = None
    indent = ""
    comments = _placed(document, source) if source else {}
    for number, item in enumerate(canonical(document).items):
        if isinstance(item, _HEADS):
            indent = "  "
        own = "  " if isinstance(item, TranslatedNode) else indent if isinstance(item, _INDENTED) else ""
        before, behind = comments.get(number, ([], []))
        if previous is not None and _parted(previous, item, before, source):
            lines.append("")
        lines += _above(before, item.start, own, source)
        printed = _item(item, own)
        if behind:
            printed[-1] += "  " + " ".join(comment.text for comment in behind)
        lines += printed
        previous = item
    rest = comments.get(len(document.items), ([], []))[0]
    if rest and lines:
        lines.append("")
    lines += _above(rest, 0, "", source)
    return "\n".join(lines) + "\n" if lines else ""


def print_item(item: ItemNode) -> str:
    """The canonical text of one sentence or heading, without indentation."""
    return "\n".join(_item(canonical(Document((item,), ())).items[0], ""))


# ---------------------------------------------------------------- comments and blank lines


def _placed(document: Document, source: Source) -> dict[int, tuple[list[Comment], list[Comment]]]:
    """For each item, the comments to print before it and behind it; those after the last item stand under one number more."""
    placed: dict[int, tuple[list[Comment], list[Comment]]] = {}
    number = 0
    for comment in document.comments:
        while number < len(document.items) and document.items[number].end < comment.start:
            number += 1
        previous = document.items[number - 1] if number else None
        if previous is not None and source.position(previous.end).line == source.position(comment.start).line:
            placed.setdefault(number - 1, ([], []))[1].append(comment)
        else:
            placed.setdefault(number, ([], []))[0].append(comment)
    return placed


def _above(comments: list[Comment], item: int, indent: str, source: Source | None) -> list[str]:
    """The lines of the comments above the item that begins at `item`; a comment stands apart from what follows it where the drafter set it apart."""
    lines: list[str] = []
    followers = [*(comment.start for comment in comments[1:]), item]
    for comment, after in zip(comments, followers, strict=False):  # no comments have a follower all the same
        lines.append(indent + comment.text)
        if source is not None and source.text.count("\n", comment.end, after) > 1:
            lines.append("")
    return lines


def _parted(previous: ItemNode, item: ItemNode, before: list[Comment], source: Source | None) -> bool:
    """Whether a blank line stands between two items: always before a heading, else where the drafter left one."""
    if isinstance(item, _HEADS):
        return True
    if source is None and isinstance(previous, _TOLD) and isinstance(item, _TOLD):
        return False
    if source is None:
        return type(previous) is not type(item) and not isinstance(previous, _HEADS)
    until = before[0].start if before else item.start
    return source.text[previous.end : until].count("\n") > 1 and not isinstance(previous, _HEADS)


# ---------------------------------------------------------------- items


def _item(item: ItemNode, indent: str) -> list[str]:
    if isinstance(item, ClauseNode):
        return _clause(item, indent)
    if isinstance(item, HeaderNode):
        return _header(item)
    if isinstance(item, ExpectNode):
        return _expectation(item, indent)
    if isinstance(item, UseNode):  # what a parameter stands for is not parted from it
        return [line.replace(_UNBROKEN, " = ") for line in _filled(declaration(item).replace(" = ", _UNBROKEN) + ".", indent)]
    if isinstance(item, HeadingNode):  # a designation alone on its line would be a heading without a title
        return [line.replace(_TIED, " ") for line in _filled(_line(item), indent)]
    if isinstance(item, TranslatedNode):  # what is before a colon stands on one line, and a form with its name
        named = translated_name(item).replace(" ", _TIED)
        return [line.replace(_TIED, " ") for line in _filled(f"{named}: {translated(item)}.", indent)]
    return _filled(_line(item), indent)


def _line(item: HeadingNode | RecitalNode | ScenarioNode | InForceNode | ToldNode | AssertedNode | TranslationNode | DeclarationNode) -> str:
    """What stands in one sentence or heading."""
    if isinstance(item, HeadingNode):
        words = " ".join(part for part in (item.kind, item.designation) if part).replace(" ", _TIED)  # `12 bis` is one number
        return f"{words}{_TIED}{quotation(item.title)}" if item.title is not None else words
    if isinstance(item, RecitalNode):
        return f"recital {quotation(item.text)}."
    if isinstance(item, ScenarioNode):
        return scenario_line(item)
    if isinstance(item, TranslationNode):
        return translation(item) + "."
    if isinstance(item, InForceNode | ToldNode | AssertedNode):
        return scenario_line(item) + "."
    return declaration(item) + "."


def _expectation(item: ExpectNode, indent: str) -> list[str]:
    named = f"expect {quotation(item.name)}: " if item.name else "expect: "
    said = expectation(item)
    if item.norm is None:
        return _filled(f"{named}{said}.", indent)
    lines = _norm(named + said, item.norm, indent, opened=True)
    lines[-1] += "."
    return lines


def _header(header: HeaderNode) -> list[str]:
    lines = ["treaty" if header.title is None else f"treaty {quotation(header.title)}"]
    settings = [_setting(setting) for setting in header.settings]
    if header.title is None and settings:
        lines = [f"treaty {settings.pop(0)}"]
    printed = [line for number, text in enumerate([*lines, *settings]) for line in _filled(text, "  " if number else "")]
    printed[-1] += "."
    return printed


def _setting(setting: SettingNode) -> str:
    if setting.kind == "short":
        return f"short {quotation(setting.text)}"
    if setting.kind == "done at":
        return f"done at {quotation(setting.text)}" + (f" on {setting.date}" if setting.date else "")
    if setting.kind == "immediately means" and setting.period:
        return f"immediately means within {phrases.period(setting.period)}"
    if setting.kind == "time zone":
        return f"time zone {quotation(setting.text)}"
    if setting.kind == "working days":
        return f"working days of {joined([f'{each.text} {quotation(code)}' for each, code in zip(setting.names, setting.texts, strict=True)])}"
    return f"{setting.kind} {joined([name.text for name in setting.names]) or setting.text}"


# ---------------------------------------------------------------- sentences


def _clause(clause: ClauseNode, indent: str) -> list[str]:
    label = f"{clause.label.text}: " if clause.label else ""
    if isinstance(clause.body, ProseNode):
        return _filled(f"{label}text {quotation(clause.body.text)}{phrases.sourced(clause.body)}.", indent)
    if isinstance(clause.body, RecordNode):
        return _filled(f"{label}{phrases_life.record(clause.body)}.", indent)
    lines = _norm(label, clause.body, indent)
    lines[-1] += "."
    return lines


def _norm(lead: str, norm: NormNode, indent: str, *, opened: bool = False) -> list[str]:
    lines = _limbs(lead, norm.openings, norm.core, indent, opened=opened)
    for rung in norm.rungs:
        lines[-1] += ","
        lines += _limbs(_LADDER, rung.openings, rung.core, indent + "  ", opened=True)
    return lines


def _limbs(lead: str, openings: tuple[SlotNode, ...], core: CoreNode, indent: str, *, opened: bool = False) -> list[str]:
    """The lines of openings and statements. `lead` is the label or `failing which`; the first word after a label is a capital."""
    text = "".join(f"{phrases.slot(opening, opening=True)}, " for opening in openings)
    if openings:
        text = text.removesuffix(", ") + ", then "
    lines: list[str] = []
    for number, stated in enumerate(core):
        renewing = number > 0 and isinstance(stated, ApplicationNode) and phrases_life.renews(stated)
        if number:
            goes_on = isinstance(stated, StatementNode) and not stated.bearer
            text = text.rstrip() + (", " if renewing else " and " if goes_on else ", and ")
        if isinstance(stated, StatementNode) and stated.listed:
            lines += _filled(_sentence(lead, f"{text}{phrases.statement_head(stated)}:", opened), indent)
            lines += _points(stated, indent + "  ")
            lead, text, opened = "", "", True
        else:
            text += _stated(stated, following=number > 0, opened=not number and (bool(openings) or lead == _LADDER))
    if text:
        if lines:
            lines[-1] += text if text.startswith(",") else " " + text
        else:
            lines = _filled(_sentence(lead, text, opened), indent)
    return lines


def _stated(stated: StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode, *, following: bool, opened: bool) -> str:
    if isinstance(stated, ApplicationNode):
        return phrases_life.application(stated, following=following, opened=opened)
    if isinstance(stated, DeclaredNode):
        return phrases_life.declared(stated)
    return phrases.guarantee(stated) if isinstance(stated, GuaranteeNode) else phrases.statement(stated)


def _points(stated: StatementNode, indent: str) -> list[str]:
    lines: list[str] = []
    last = len(stated.limbs) - 1
    for number, limb in enumerate(stated.limbs):
        end = "" if number == last else "; " + stated.connective if number == last - 1 else ";"
        cited = phrases.sourced(stated) if number == last else ""
        lines += _filled(f"({limb.mark}) {phrases.limb(limb)}{cited}{end}", indent)
    return lines


def _sentence(lead: str, text: str, opened: bool) -> str:  # noqa: FBT001
    """A sentence behind its label, with a capital where it begins with a keyword. Names keep the drafter's letters."""
    first = text.split(" ", 1)[0]
    if not opened and first in _CAPITALS:
        text = first.capitalize() + text[len(first) :]
    return lead + text


_CAPITALS = frozenset(
    "if when whenever upon while each any no that at the a an exactly unless provided except within before after until by for from every not immediately as in"
    " with subject notwithstanding without one two three four".split()
)


def _filled(text: str, indent: str) -> list[str]:
    """The text filled into lines; those after the first hang four columns further in."""
    lines: list[str] = []
    line = indent
    for word in _WORDS.findall(text):
        if len(line) + len(word) > WIDTH and line.strip():
            lines.append(line.rstrip())
            line = indent + "    "
        line += word + " "
    lines.append(line.rstrip())
    return lines
