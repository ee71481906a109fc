"""Who owes what to whom → its picture: a table with a row for whoever owes, and a column for whom it is owed to."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.drafting.diagrams.shapes import PAD, SMALL, Box, Label, Picture, Text, Written, paragraph, written
from clausekit.drafting.owing import Owing, owing
from clausekit.drafting.tree import capitalised, plain
from clausekit.drafting.wording import Wording

_EDGE, _HEAD, _CELL, _LEAST = 16.0, 150.0, 132.0, 640.0


# Whom something is owed to that several owe to one another, and what is owed to nobody in particular. No name of an actor has a space before it.
MUTUAL, AT_LARGE = " mutual", " at large"


class Table(NamedTuple):
    """The table: whom something is owed to, and for each row who owes, and what to each."""

    columns: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[tuple[str, ...], tuple[tuple[Owing, ...], ...]], ...]


def table(owed: tuple[Owing, ...], order: tuple[str, ...]) -> Table:
    """Sort what is owed. Those who owe the same to the same share a row, and those who are owed the same by the same a column."""
    place = {name: number for number, name in enumerate((*order, MUTUAL, AT_LARGE))}
    cells: dict[tuple[str, str], dict[Owing, None]] = {}
    for each in owed:
        is_mutual = len(each.bearers) > 1 and set(each.bearers) == set(each.owed_to)
        for bearer in each.bearers:
            for creditor in [MUTUAL] if is_mutual else [name for name in each.owed_to if name != bearer] or [AT_LARGE]:
                cells.setdefault((bearer, creditor), {})[each] = None
    bearers = sorted({bearer for bearer, _ in cells}, key=lambda name: (place.get(name, len(order)), name))
    creditors = sorted({creditor for _, creditor in cells}, key=lambda name: (place.get(name, len(order)), name))
    rows = _alike({bearer: tuple(tuple(cells.get((bearer, creditor), ())) for creditor in creditors) for bearer in bearers})
    columns = _alike({creditor: tuple(contents[number] for contents, _ in rows) for number, creditor in enumerate(creditors)})
    across = [creditors.index(names[0]) for _, names in columns]
    return Table(tuple(names for _, names in columns), tuple((names, tuple(contents[number] for number in across)) for contents, names in rows))


def _alike(
    lines: dict[str, tuple[tuple[Owing, ...], ...]],
) -> list[tuple[tuple[tuple[Owing, ...], ...], tuple[str, ...]]]:
    """The lines with the names of all that are alike; one another, and nobody in particular, are alike to nobody."""
    found: dict[tuple[str, tuple[tuple[Owing, ...], ...]], list[str]] = {}
    for name, contents in lines.items():
        found.setdefault((name if name in {MUTUAL, AT_LARGE} else "", contents), []).append(name)
    return [(contents, tuple(names)) for (_, contents), names in found.items()]


def owes(wording: Wording) -> Picture:
    """The picture of who owes what to whom: in each cell where it stands, and below the table what it is."""
    words: dict[str, str] = wording.phrases.word_list("diagram")
    owed = owing(wording)
    made = table(owed, (*(actor.name for actor in wording.treaty.actors), *(body.name for body in wording.treaty.bodies)))
    title = words["owes"]
    if not made.rows:
        labels, y = paragraph(words["nothing"], _EDGE, _EDGE, 400)
        return Picture("owes", 432, y + _EDGE, title, words["nothing"], (), (), (), labels)
    widths = [_HEAD, *(_CELL for _ in made.columns)]
    heads = [words["by"], *(_to(wording, names, words) for names in made.columns)]
    grid = [[written((Text(capitalised(head), bold=True, size=SMALL),), wide) for head, wide in zip(heads, widths, strict=True)]]
    for names, contents in made.rows:
        cited = [_listed(cell) for cell in contents]
        texts = (Text(_names(wording, names), bold=True, size=SMALL), *(Text(each, size=SMALL) for each in cited))
        grid.append([written((text,), wide) for text, wide in zip(texts, widths, strict=True)])
    boxes: list[Box] = []
    y = _EDGE
    for number, row in enumerate(grid):
        boxes += _row(row, widths, y, is_head=number == 0)
        y += _high(row)
    wide = max(sum(widths), _LEAST) + 2 * _EDGE
    labels, y = _key(owed, words, y + 14, wide)
    said = [f"{_names(wording, names)}: {_told(wording, made.columns, contents, words)}" for names, contents in made.rows]
    return Picture("owes", wide, y + _EDGE, title, f"{title}. " + ". ".join(said) + ".", tuple(boxes), (), (), labels)


def _key(owed: tuple[Owing, ...], words: dict[str, str], y: float, wide: float) -> tuple[tuple[Label, ...], float]:
    """What is owed, by where it stands, in two columns."""
    heading, y = paragraph(f"{words['key']}:", _EDGE, y, wide, bold=True, size=SMALL)
    by_place: dict[str, list[str]] = {}
    for each in owed:
        by_place.setdefault(each.cited, []).append(each.said)
    half = (wide - 2 * _EDGE - 20) / 2
    rows = [paragraph(f"{cited}: {'; '.join(dict.fromkeys(said))}", 0, 0, half, size=SMALL) for cited, said in by_place.items()]
    middle = sum(high for _, high in rows) / 2
    labels = list(heading)
    x, at, lowest = _EDGE, y, y
    for lines, high in rows:
        if x == _EDGE and at - y >= middle:
            x, at = x + half + 20, y
        labels += [line._replace(x=x, y=line.y + at) for line in lines]
        at += high
        lowest = max(lowest, at)
    return tuple(labels), lowest


def _high(row: list[Written]) -> float:
    return max(*(cell.h for cell in row), 2 * PAD + SMALL)


def _row(row: list[Written], widths: list[float], y: float, *, is_head: bool) -> list[Box]:
    x = _EDGE
    boxes = []
    for number, (cell, wide) in enumerate(zip(row, widths, strict=True)):
        boxes.append(Box(x, y, wide, _high(row), "head" if is_head or not number else "bare", cell.labels(x, y)))
        x += wide
    return boxes


def _listed(cell: tuple[Owing, ...]) -> str:
    """Where it stands, the word `Article` no oftener than it takes: `Article 1(1), 1(2), 3, Annex A`."""
    said: list[str] = []
    last = ""
    for cited in dict.fromkeys(each.cited for each in cell):
        word, _, rest = cited.partition(" ")
        said.append(rest if rest and word == last else cited)
        last = word
    return ", ".join(said)


def _names(wording: Wording, names: tuple[str, ...]) -> str:
    return capitalised(_listed_names(wording, names))


def _listed_names(wording: Wording, names: tuple[str, ...]) -> str:
    """Names, as the file has them where that is the language of the picture too: `UK` takes less room than the full name of the State."""
    is_of_the_file = wording.phrases.language == "en"
    return wording.grammar.joined([plain(name) if is_of_the_file else wording.naming.full_name(name) for name in names])


def _to(wording: Wording, names: tuple[str, ...], words: dict[str, str]) -> str:
    if names[0] in {MUTUAL, AT_LARGE}:
        return words["mutual" if names[0] == MUTUAL else "at_large"]
    return words["to"].format(_listed_names(wording, names))


def _told(wording: Wording, columns: tuple[tuple[str, ...], ...], contents: tuple[tuple[Owing, ...], ...], words: dict[str, str]) -> str:
    cells = zip(columns, contents, strict=True)
    return "; ".join(f"{_to(wording, names, words)}: {_listed(cell)}" for names, cell in cells if cell)
