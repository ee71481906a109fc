"""The rules of the scheme and seven modelled treaties → the tables of docs/coding.md.

`python -m tests.codes.generate` writes them anew; a test holds the page to them. The published codes are in published.csv, the reasons for differences in
differences.toml.
"""

from __future__ import annotations

import csv
import re
import tomllib
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from clausekit.codes.atop import bodies, coder, conduct, life, limits, links, obligations, places
from clausekit.codes.atop.acts import KINDS
from clausekit.codes.atop.coding import RULES
from clausekit.codes.atop.variables import NOT_IN_TEXT, VARIABLES
from tests.codes.expectations import ROOT, coded

PAGE = ROOT / "docs" / "coding.md"
HERE = Path(__file__).parent
TREATIES = {
    "north-atlantic": ("North Atlantic 1949", "examples/treaties/north-atlantic.clause"),
    "rio": ("Rio 1947", "examples/treaties/rio.clause"),
    "anzus": ("ANZUS 1951", "examples/treaties/anzus.clause"),
    "warsaw": ("Warsaw 1955", "examples/treaties/warsaw.clause"),
    "locarno": ("Locarno 1925", "examples/treaties/locarno.clause"),
    "cyprus-alliance": ("Cyprus, Alliance 1960", "examples/cyprus-alliance.clause"),
    "cyprus": ("Cyprus, Guarantee 1960", "examples/treaties/cyprus.clause"),
}
_BLOCK = "<!-- {0} -->\n\n{1}\n\n<!-- end -->"


class Compared(NamedTuple):
    """A published code beside the derived one, which is None where the text cannot tell."""

    treaty: str
    variable: str
    published: int
    derived: int | None


def compared() -> list[Compared]:
    """Every published code, variable by variable."""
    derived = {treaty: {code.variable.name: code.derivation.value for code in coded(ROOT / path).codes} for treaty, (_, path) in TREATIES.items()}
    with (HERE / "published.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Compared(treaty, row["variable"], int(row[treaty]), derived[treaty][row["variable"]]) for row in rows for treaty in TREATIES]


def differences() -> dict[tuple[str, str], str]:
    """The reason for each difference, by treaty and variable."""
    written = tomllib.loads((HERE / "differences.toml").read_text(encoding="utf-8"))
    return {(treaty, variable): reason for treaty, reasons in written.items() for variable, reason in reasons.items()}


def _variables() -> str:
    lines = []
    for group, variables in groupby(VARIABLES, lambda variable: variable.group):
        lines += ["", f"### {group.capitalize()}", "", "| variable | what it means | how it follows |", "|---|---|---|"]
        for each in variables:
            member = ", for each member" if each.level == "member" else ""
            follows = f"**not derivable**: {each.follows.removeprefix(NOT_IN_TEXT)}" if each.name not in RULES else each.follows
            lines.append(f"| `{each.name}` | {each.meaning}{member} | {follows} |")
    return "\n".join(lines).strip()


def _acts() -> str:
    lines = ["| kind | its verbs | and what it is about |", "|---|---|---|"]
    lines += [f"| `{kind.name}` | {_shown(kind.verbs)} | {_shown(kind.about)} |" for kind in KINDS]
    return "\n".join(lines)


# What the rules tell by words, and the words of each.
WORDS = (
    ("a case is an attack", coder.ATTACK),
    ("a case is a war", coder.WAR),
    ("a case is a threat", coder.THREAT),
    ("a case is a breach", coder.BREACH),
    ("a consultation is about security", coder.SECURITY),
    ("an act of force is not to happen", obligations._FORCE),
    ("an attack is to be resisted", obligations._TO_RESIST),
    ("a guarantee is a promise of defence", obligations._GUARANTEED),
    ("a war is a present one", (*limits._PRESENT, *conduct._PRESENT_WAR)),
    ("a case is a demand", limits._DEMAND),
    ("a case is about provocation", limits._PROVOKED),
    ("an engagement conflicts", conduct._CONFLICTING),
    ("an event is a dispute", conduct._DISPUTES),
    ("a guarantee is of bases", conduct._BASES),
    ("a boundary is recognised", conduct._BOUNDARY),
    ("a war is over", conduct._ENDED_WAR),
    ("a treaty begins by ratification", life._RATIFYING),
    ("a treaty begins by signature", life._SIGNING),
    ("a renewal is agreed", life._AGREEMENT),
    ("a State is ready for something", life._READY),
    ("forces or bases are placed", places._ARMED),
    ("arms are counted", places._ARMS),
    ("a duty is about a member's own order", places._OWN_ORDER),
    ("a body is political or consultative", bodies._POLITICAL),
    ("a body is military", bodies._MILITARY),
    ("a body has a staff", bodies._STAFFED),
    ("a body is set up that is none declared", bodies._NAMED),
    ("an instrument or organ is of the United Nations", links._UNITED_NATIONS),
    ("an instrument or organ is of the League", links._LEAGUE),
    ("an organ is no organisation", links._NO_ORGANISATION),
    ("a later agreement is military", links._MILITARY),
)


def _words() -> str:
    return "\n".join(["| what | its words |", "|---|---|", *(f"| {what} | {_shown(words)} |" for what, words in WORDS)])


def _shown(words: tuple[str, ...]) -> str:
    return ", ".join(word.replace("*", "…") for word in words)


def _comparison() -> str:
    heads = " | ".join(f"[{title}](../{path})" for title, path in TREATIES.values())
    lines = [f"| variable | {heads} |", f"|---|{'---|' * len(TREATIES)}"]
    for name, codes in groupby(compared(), lambda each: each.variable):
        lines.append(f"| `{name}` | {' | '.join(_cell(each) for each in codes)} |")
    return "\n".join(lines)


def _cell(each: Compared) -> str:
    if each.derived is None:
        return f"n.d. ({each.published})"
    return str(each.derived) if each.derived == each.published else f"**{each.derived}** ({each.published})"


def _sums() -> str:
    lines = ["| treaty | derivable | agree | not derivable |", "|---|---|---|---|"]
    every = compared()
    for treaty, (title, _) in TREATIES.items():
        lines.append(f"| {title} | {_counted([each for each in every if each.treaty == treaty])} |")
    lines.append(f"| **all seven** | {_counted(every)} |")
    return "\n".join(lines)


def _counted(codes: list[Compared]) -> str:
    derivable = [each for each in codes if each.derived is not None]
    agree = sum(each.derived == each.published for each in derivable)
    return f"{len(derivable)} | {agree} ({100 * agree / len(derivable):.1f} percent) | {len(codes) - len(derivable)}"


def _reasons() -> str:
    why = differences()
    differing = [each for each in compared() if each.derived != each.published]
    lines = ["| treaty | variable | derived | published | why |", "|---|---|---|---|---|"]
    for treaty, (title, _) in TREATIES.items():
        for each in differing:
            if each.treaty == treaty:
                derived = "n.d." if each.derived is None else each.derived
                lines.append(f"| {title} | `{each.variable}` | {derived} | {each.published} | {why.get((treaty, each.variable), '')} |")
    return "\n".join(lines)


TABLES = {"variables": _variables, "acts": _acts, "words": _words, "sums": _sums, "comparison": _comparison, "differences": _reasons}


def renewed(text: str) -> str:
    """The page with its tables made anew."""
    for name, make in TABLES.items():
        start = re.escape(f"<!-- {name} -->")
        text, count = re.subn(rf"{start}\n.*?<!-- end -->", lambda _, name=name, make=make: _BLOCK.format(name, make()), text, flags=re.DOTALL)
        assert count == 1, f"the page has {count} places for the table of {name}"
    return text


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
