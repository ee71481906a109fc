"""The items of several files → the same without what two of them declare alike, and the names that two of them give different meanings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.model.names import key
from clausekit.modules import rules
from clausekit.modules.declared import Named, is_numbered
from clausekit.source import Span
from clausekit.source.volume import Page, Volume
from clausekit.syntax.nodes import ClauseNode, EntryNode, HeadingNode
from clausekit.syntax.placed import without_places

# More names than this in one message are no help; the rest are counted.
_MOST_NAMED = 4


class _Clash(NamedTuple):
    name: str
    again: Span
    before: Span


def settled(items: list[EntryNode], volume: Volume, paths: Mapping[str, str]) -> tuple[list[EntryNode], list[Diagnostic]]:
    """The items, each declaration once, with a finding for each use that gives a second meaning to a name of another used file.

    A name that the first file declares too is its drafter's own affair, and is told as any name that is declared twice. `paths` gives the path by which each
    file is spoken of.
    """
    if len(volume.pages) == 1:
        return items, []
    kept: list[EntryNode] = []
    first: dict[tuple[str, str], EntryNode] = {}
    clashes: dict[tuple[int, int], list[_Clash]] = {}
    for item in items:
        named = _named(item)
        earlier = first.setdefault(named, item) if named is not None else item
        if named is None or earlier is item:
            kept.append(item)
            continue
        page, before = volume.page(item.start), volume.page(earlier.start)
        if isinstance(item, Named):
            if page is not before and without_places(item) == without_places(earlier):
                continue
            if page is before or page.used_at is None or before.used_at is None:
                kept.append(item)
                continue
        else:
            kept.append(item)
        if page is not before and page.used_at is not None and before.used_at is not None:
            clash = _Clash(named[1], Span(item.start, item.end), Span(earlier.start, earlier.end))
            clashes.setdefault((before.start, page.start), []).append(clash)
    return kept, [_told(volume.page(before), volume.page(again), found, paths) for (before, again), found in clashes.items()]


def _named(item: EntryNode) -> tuple[str, str] | None:
    """What an item gives a name to, and the name."""
    if isinstance(item, ClauseNode):
        return ("clause", key(item.label.text)) if item.label is not None else None
    if isinstance(item, HeadingNode):
        return ("article", key(item.designation)) if item.kind == "article" and not is_numbered(item) else None
    return ("name", key(item.name.text)) if isinstance(item, Named) else None


def _told(before: Page, again: Page, clashes: list[_Clash], paths: Mapping[str, str]) -> Diagnostic:
    assert again.used_at is not None
    names = list(dict.fromkeys(f"`{each.name}`" for each in clashes))
    shown = names if len(names) <= _MOST_NAMED else [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} others"]
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    twice = before.source.name == again.source.name
    first, second = paths[before.source.name], paths[again.source.name]
    message = f"`{second}` is used twice, and declares {listed} each time" if twice else f"`{first}` and `{second}` both declare {listed}"
    return report(
        rules.NAME_OF_TWO_FILES,
        message,
        Label(again.used_at, "which of the two is meant?"),
        Label(clashes[0].again, "declared here"),
        *(() if twice else (Label(clashes[0].before, "declared here too"),)),
        help='give it a namespace, as in `use "…" as Second`, and speak of its names with that word before them',
    )
