"""The treaties in examples/treaties → COVERAGE.md: each provision, the clauses that model it, and the constructs they are made of.

`python -m tests.coverage.generate` writes it anew; a test holds it to the files. A clause names its provision by `source "ID"`; a declaration by a comment
`# source ID` above it; what a clause does not hold of its provision stands in a comment `# lost ID: …` above it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import clausekit
from clausekit.model.citations import Citations, Provision
from clausekit.model.clauses import Guarantee, Prose, Sentence, Stated, Statement
from clausekit.model.life import Application, Declared, Record
from clausekit.model.modality import modality
from clausekit.model.terms import Bearer
from clausekit.source import Source
from clausekit.syntax.nodes import ClauseNode
from clausekit.syntax.parser import parse

ROOT = Path(__file__).resolve().parents[2]
TREATIES = ROOT / "examples" / "treaties"
PAGE = TREATIES / "COVERAGE.md"
_DECLARED = re.compile(r"#\s*source\s+(?P<ids>[A-Z0-9][\w-]*(?:\s*[;,]\s*[A-Z0-9][\w-]*)*)\s*$")
_LOST = re.compile(r"#\s*lost\s+(?P<id>[A-Z0-9][\w-]*):\s*(?P<what>.+)")
_HEAD = """# Twenty-three treaties, provision by provision

Each file in this folder models a real treaty in clausekit's own words; none is an official text. This table shows, for each of the {total} provisions
modelled, the clauses that say it and the constructs they are made of. {lost} of them lose something; what, stands in the last column. The table is made from
the files by `make coverage`, and a test holds it to them.
"""


class Modelled(NamedTuple):
    """A clause or declaration that models a provision: where it stands, and the construct it is."""

    file: str
    place: str
    construct: str


class Coverage(NamedTuple):
    """What is modelled of each provision, and what is lost, by its id."""

    modelled: dict[str, list[Modelled]]
    lost: dict[str, str]


def provisions() -> list[tuple[str, str, str]]:
    """Each provision: its id, where it stands in its treaty, and the treaty."""
    found, treaty = [], ""
    for line in (Path(__file__).parent / "provisions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            treaty = line.removeprefix("# ")
        elif line:
            name, _, article = line.partition("\t")
            found.append((name, article, treaty))
    return found


def coverage() -> Coverage:
    """Look all the treaties through."""
    made = Coverage({}, {})
    for path in sorted(TREATIES.glob("*.clause")):
        for name, modelled in (*_clauses(path), *_declarations(path)):
            made.modelled.setdefault(name, []).append(modelled)
        for found in _LOST.finditer(path.read_text(encoding="utf-8")):
            made.lost[found["id"]] = found["what"]
    return made


def _clauses(path: Path) -> Iterator[tuple[str, Modelled]]:
    reading = clausekit.read(path)
    assert reading.record is not None
    citations = Citations(reading.record)
    for provision in citations.provisions:
        for source, construct in _constructs(provision):
            for name in re.split(r"\s*;\s*", source):
                label = f" ({provision.clause.label})" if provision.clause.label else ""
                yield name, Modelled(path.name, f"{citations.name_of(provision)}{label}", construct)


def _constructs(provision: Provision) -> Iterator[tuple[str, str]]:
    clause = provision.clause
    if isinstance(clause, Record):
        yield clause.source, clause.what
    elif isinstance(clause, Prose):
        yield clause.source, "prose"
    elif isinstance(clause, Sentence):
        every = [*clause.statements, *(stated for rung in clause.rungs for stated in rung.statements)]
        sources = "; ".join(dict.fromkeys(stated.source for stated in every if stated.source))
        parts = dict.fromkeys([*_of_statements(clause.statements), *(part for rung in clause.rungs for part in _of_statements(rung.statements))])
        ladder = f", with a ladder of {len(clause.rungs) + 1} rungs" if clause.rungs else ""
        opened = " on a trigger" if clause.openings else ""
        yield sources, " and ".join(parts) + opened + ladder


def _of_statements(statements: tuple[Stated, ...]) -> Iterator[str]:
    bearer: Bearer | None = None
    for stated in statements:
        if isinstance(stated, Statement):
            bearer = stated.bearer or bearer
            ensured = any(limb.act.ensured for limb in stated.limbs)
            yield f"{modality(stated, bearer)}{' to ensure a state' if ensured else ''}"
        elif isinstance(stated, Guarantee):
            yield stated.force
        elif isinstance(stated, Application):
            yield f"application (`{stated.verb}`)"
        elif isinstance(stated, Declared):
            yield "recognition"


def _declarations(path: Path) -> Iterator[tuple[str, Modelled]]:
    source = Source(path.read_text(encoding="utf-8"), path.name)
    document, _ = parse(source)
    for comment in document.comments:
        found = _DECLARED.fullmatch(comment.text)
        if found is not None:
            item = next((item for item in document.items if item.start > comment.start), None)
            assert item is not None, comment.text
            assert not isinstance(item, ClauseNode), f"{path.name}: {comment.text} stands above a sentence, which should name its source itself"
            kind = source.text[item.start : item.end].split(maxsplit=1)[0]
            for name in re.split(r"\s*[;,]\s*", found["ids"]):
                yield name, Modelled(path.name, f"`{kind} {getattr(getattr(item, 'name', None), 'text', '')}`".replace(" `", "`"), f"declaration of a {kind}")


def page(made: Coverage) -> str:
    """The text of COVERAGE.md."""
    every = provisions()
    lines = [_HEAD.format(total=len(every), lost=len(made.lost))]
    last = ""
    for name, article, treaty in every:
        if treaty != last:
            lines.append(f"\n## {treaty}\n\n| provision | there | here | construct | lost |\n|---|---|---|---|---|")
            last = treaty
        modelled = made.modelled.get(name, [])
        places = "<br>".join(f"[{each.file}]({each.file}): {each.place}" for each in modelled)
        constructs = "<br>".join(each.construct for each in modelled)
        lines.append(f"| {name} | {article} | {places} | {constructs} | {made.lost.get(name, '')} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page anew, and say how many provisions are written."""
    made = coverage()
    PAGE.write_text(page(made), encoding="utf-8")
    every = {name for name, _, _ in provisions()}
    prose = [name for name in every if any(each.construct == "prose" for each in made.modelled.get(name, ()))]
    written = len(every & made.modelled.keys()) - len(prose)
    share = len(made.lost) * 100 / len(every)
    sys.stdout.write(
        f"{written} of {len(every)} provisions are written as constructs; {len(made.lost)} ({share:.1f} percent) lose something, each with the reason.\n"
    )


if __name__ == "__main__":
    main()
