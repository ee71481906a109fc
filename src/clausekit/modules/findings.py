"""Findings whose places lie in a volume → the same, each place in the file it really is in."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.diagnostics import Diagnostic, Edit, Fix, Label
from clausekit.source import Span
from clausekit.source.volume import Page, Volume

# What two files declare is told once, at the sentence that uses the second of them.
_TOLD_AT_USE = frozenset({"CK208", "CK209", "CK210"})


def in_files(found: Iterable[Diagnostic], volume: Volume) -> tuple[Diagnostic, ...]:
    """The findings as people can follow them. One that lies in another file shows which sentence brought it in."""
    unique: dict[object, Diagnostic] = {}
    for each in found:
        if not (each.code in _TOLD_AT_USE and _lies_elsewhere(each, volume)):
            placed = _in_file(each, volume)
            # a sentence that cannot be read cannot be read anywhere; what one that can be read says may be right in one place and wrong in another
            unreadable = each.code.startswith("CK1")
            unique.setdefault((each.code, each.message, placed.labels[:1] if unreadable else placed.labels, "" if unreadable else each.citation), placed)
    return tuple(unique.values())


def _lies_elsewhere(each: Diagnostic, volume: Volume) -> bool:
    """Whether a finding lies in used files alone."""
    return bool(each.labels) and all(label.span is not None and volume.page(label.span.start).used_at is not None for label in each.labels)


def _in_file(each: Diagnostic, volume: Volume) -> Diagnostic:
    labels = [_label(label, volume) for label in each.labels]
    used_at = volume.page(each.span.start).used_at if each.span is not None else None
    if used_at is not None:
        place = _label(Label(used_at, "used here"), volume)
        if all(label.span != place.span or label.source is not None for label in labels):
            labels.append(place)
    return each._replace(labels=tuple(labels), fix=_fix(each.fix, volume) if each.fix is not None else None)


def _label(label: Label, volume: Volume) -> Label:
    if label.span is None:
        return label
    page = volume.page(label.span.start)
    return Label(_place(label.span, page), label.message, None if page.used_at is None else page.source)


def _place(span: Span, page: Page) -> Span:
    """A place of the volume in the file of its page. What reaches into another text ends with this one."""
    inside = page.place(Span(span.start - page.start, span.end - page.start))
    return Span(min(inside.start, len(page.source.text)), min(inside.end, len(page.source.text)))


def _fix(fix: Fix, volume: Volume) -> Fix | None:
    """A fix that edits the first file, where that has the very words it changes; what belongs to all who use a file is not changed for one of them."""
    edits: list[Edit] = []
    for edit in fix.edits:
        page = volume.page(edit.span.start)
        place = _place(edit.span, page)
        if page.used_at is not None or page.source.text[place.start : place.end] != volume.text[edit.span.start : edit.span.end]:
            return None
        edits.append(edit._replace(span=place))
    return fix._replace(edits=tuple(edits))
