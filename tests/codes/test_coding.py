"""A coding as a whole: what it may depend on, what a drafter can say of acts, and any treaty at all."""

from __future__ import annotations

import csv
import io
import json

import pytest

from clausekit.codes.atop.acts import NAMES
from clausekit.codes.atop.coding import code
from clausekit.codes.atop.variables import VARIABLES
from clausekit.codes.formats import FORMATS
from clausekit.model.clauses import Prose
from clausekit.model.resolve import resolve
from clausekit.model.treaty import Recital, Treaty
from clausekit.source import Source
from clausekit.syntax.parser import parse
from tests.codes.expectations import CORPUS, ROOT, coded_text
from tests.codes.generate import TREATIES

EVERY = sorted([*(ROOT / "examples").rglob("*.clause"), *(ROOT / "tests" / "corpus").rglob("*.clause"), *(ROOT / "tests" / "drafting").rglob("*.clause")])
ALARMING = "Treaty of war, alliance, secret aid, consultation, neutrality and joint command of the United Nations"


def treaty_of(text: str) -> Treaty:
    return resolve(parse(Source(text))[0])[0]


def values_of(treaty: Treaty) -> dict[str, object]:
    return {each.variable.name: [tuple(value) for value in each.derivation.values] for each in code(treaty, {}).codes}


def retold(treaty: Treaty) -> Treaty:
    """The same treaty under another title, with other recitals, other headings and other prose."""

    def other(clause):
        return clause._replace(text=ALARMING) if isinstance(clause, Prose) else clause

    def division(each):
        inner = tuple(division(one) for one in each.divisions)
        return each._replace(title=ALARMING, clauses=tuple(map(other, each.clauses)), divisions=inner)

    return treaty._replace(
        title=ALARMING,
        short=ALARMING,
        recitals=(Recital(-1, -1, ALARMING),),
        clauses=tuple(map(other, treaty.clauses)),
        divisions=tuple(map(division, treaty.divisions)),
    )


@pytest.mark.parametrize("path", [path for _, path in TREATIES.values()])
def test_titles_recitals_and_prose_are_not_read(path):
    treaty = treaty_of((ROOT / path).read_text(encoding="utf-8"))
    assert values_of(retold(treaty)) == values_of(treaty)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_any_treaty_can_be_coded(path):
    source = Source(path.read_text(encoding="utf-8"), path.name)
    made = code(resolve(parse(source)[0])[0], {})
    assert [each.variable for each in made.codes] == list(VARIABLES)
    for each in made.codes:
        assert each.derivation.reason
        assert not each.variable.values or {value.value for value in each.derivation.values} <= set(each.variable.values)
        assert all(basis.span and basis.span.end <= len(source.text) for basis in each.derivation.bases)
    assert all(render(made, source, 80) for render in FORMATS.values())


def test_a_group_that_contains_itself_is_no_obstacle():
    made = coded_text("party Syldavia.\ngroup Friends means Allies.\ngroup Allies means Friends and Syldavia.\nhelp: If attack, then each Ally shall help.")
    (defence,) = (each.derivation for each in made.codes if each.variable.name == "defense")
    assert defence.value == 1


# ---------------------------------------------------------------- what the drafter says of acts

ODD = "party Syldavia.\nparty Borduria.\nhelp: If attack, then Syldavia shall rush to Borduria.\nno force: Syldavia shall not use force.\n"


def value(made, name):
    return next(each.derivation.value for each in made.codes if each.variable.name == name)


def test_an_act_counts_as_what_the_drafter_says():
    assert value(coded_text(ODD), "defense") == 0
    made = coded_text(ODD, {"RUSH": ("support", "consult")})
    assert (value(made, "defense"), value(made, "consul")) == (1, 1)
    assert [tuple(act) for act in made.acts] == [("rush", ("support", "consult"), "as you say"), ("use force", ("force",), "use … force")]


def test_an_act_can_count_as_nothing():
    assert value(coded_text(ODD), "nonagg") == 1
    made = coded_text(ODD, {"use force": ()})
    assert value(made, "nonagg") == 0
    assert made.acts[1].because == "as you say"


def test_the_display_text_of_an_act_counts():
    assert value(coded_text('action rush "come to the aid of" as "aid".\n' + ODD), "defense") == 1


def test_every_act_is_told():
    for path in CORPUS:
        made = coded_text(path.read_text(encoding="utf-8"))
        assert all(set(act.kinds) <= set(NAMES) and bool(act.kinds) == bool(act.because) for act in made.acts)


# ---------------------------------------------------------------- formats

SMALL = "party Syldavia.\nparty Borduria.\n\nhelp: If armed attack on Syldavia in Eastern March, then Borduria shall assist Syldavia.\n"


def rendered(name: str) -> str:
    return FORMATS[name](coded_text(SMALL), Source(SMALL, "small.clause"), 80)


def test_the_table_is_readable_on_any_terminal():
    for path in CORPUS:
        text = path.read_text(encoding="utf-8")
        lines = FORMATS["text"](coded_text(text), Source(text, path.name), 80).splitlines()
        assert max(map(len, lines)) <= 80
        assert not any("\x1b" in line for line in lines)


def test_a_row_says_value_reason_and_clauses():
    lines = rendered("text").splitlines()
    at = lines.index("  defense        1  help against an attack is owed")
    assert lines[at + 1] == " " * 20 + "the only sentence (help), line 4"
    assert "  defcoloc     1/0  1 for Borduria; 0 for Syldavia: help against an attack is" in lines
    assert "  endyr          -  not derivable: what became of the treaty after it was made" in lines
    assert lines[-1] == "  assist: support (assist)"


def test_json_holds_every_code_with_its_places():
    made = json.loads(rendered("json"))
    assert rendered("json").isascii()
    assert {key: made[key] for key in ("version", "scheme", "file")} == {"version": 1, "scheme": "atop", "file": "small.clause"}
    codes = {each["variable"]: each for each in made["codes"]}
    assert len(codes) == len(VARIABLES)
    (clause,) = codes["defense"]["clauses"]
    assert (codes["defense"]["value"], clause["label"], clause["note"]) == (1, "help", "duty: assist")
    start, end = clause["range"]["start"], clause["range"]["end"]
    assert SMALL.splitlines()[start["line"] - 1][start["column"] - 1 : end["column"] - 1].startswith("assist Syldavia")
    assert codes["defcoloc"]["members"] == {"Syldavia": 0, "Borduria": 1}
    assert (codes["endyr"]["derivable"], codes["endyr"]["value"], codes["endyr"]["members"]) == (False, None, {})
    assert made["acts"] == [{"action": "assist", "kinds": ["support"], "because": "assist"}]


def test_csv_has_a_row_for_each_value():
    rows = list(csv.DictReader(io.StringIO(rendered("csv"))))
    assert {(row["variable"], row["member"], row["value"]) for row in rows} >= {
        ("defense", "", "1"), ("defcoloc", "Syldavia", "0"), ("defcoloc", "Borduria", "1"), ("endyr", "", ""),
    }  # fmt: skip
    (unknown,) = (row for row in rows if row["variable"] == "endyr")
    assert unknown["derivable"] == "no"
    assert unknown["reason"]


def test_a_treaty_built_without_a_text_has_no_places():
    built = code(treaty_of(SMALL), {})
    from_python = json.loads(FORMATS["json"](built._replace(codes=built.codes[:1]), Source(""), 80))
    assert from_python["codes"][0]["clauses"] == []
