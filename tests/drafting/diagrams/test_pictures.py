"""The pictures of treaties: labels inside their boxes, nothing over anything else, words that anybody can read, the same each time."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

import clausekit
from clausekit.drafting.build import worded
from clausekit.drafting.diagrams.clause_graph import Graph, clause_graph
from clausekit.drafting.diagrams.diagram import FORMATS, PICTURES, diagram, picture
from clausekit.drafting.diagrams.measure import filled, width
from clausekit.drafting.diagrams.shapes import Box, Label, Picture
from clausekit.drafting.draft import phrasebook
from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.wording import Wording
from clausekit.model.published.convert import record
from clausekit.model.treaty import Treaty
from tests.drafting.diagrams.shapes_of import bent, crosses, overlapping
from tests.drafting.readers import html_page
from tests.model import generate_treaties as make

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted([*(ROOT / "examples").glob("*.clause"), *(ROOT / "examples/treaties").glob("*.clause")])
SVG = "{http://www.w3.org/2000/svg}"
FROM_ELSEWHERE = re.compile(r"@font-face|@import|<script|<image|<use|<foreignObject|href=|src=|url\(", re.IGNORECASE)
HOSTILE = [
    "<script>alert(1)</script>",
    '"quoted" & <b>bold</b>',
    "\u202eturned",
    "a" * 400,
    "x -->|y| z;",
    "]]>",
    "\\n\\l",
    "日本国と大韓民国との間の条約",
    "<!--",
]


def treaty(text: str) -> Treaty:
    found = clausekit.parse(text).record
    assert found is not None
    return found


def words_of(what: Treaty) -> Wording:
    return worded(what, phrasebook("en"))


def graph_of(text: str) -> Graph:
    return clause_graph(words_of(treaty(text)))


def lines_of(graph: Graph) -> set[tuple[str, str, str]]:
    """The lines by the headings of their boxes; an event by its name."""
    names = {node.name: node.heading or node.text for node in graph.nodes}
    return {(names[edge.source], edge.kind, names[edge.target]) for edge in graph.edges}


def outside(made: Picture) -> list[str]:
    """The labels that leave their boxes, or the picture."""
    found = []
    for box in made.boxes:
        found += [label.text for label in box.labels if not _is_in(label, box.x, box.y, box.w, box.h)]
    found += [label.text for label in made.labels if not _is_in(label, 0, 0, made.wide, made.high)]
    return found


def _is_in(label: Label, x: float, y: float, w: float, h: float) -> bool:
    return x <= label.x <= label.x + label.wide <= x + w and y <= label.y - label.size * 0.75 <= label.y <= y + h


def whole(made: Picture) -> None:
    """Nothing over anything else, and everything in the picture."""
    assert outside(made) == []
    boxes = {number: (box.x, box.y, box.x + box.w, box.y + box.h) for number, box in enumerate(made.boxes)}
    assert overlapping(boxes) == []
    assert all(left >= 0 and right <= made.wide and top >= 0 and bottom <= made.high for left, top, right, bottom in boxes.values())
    for path in made.paths:
        points = [path.start]
        for stretch in path.stretches:
            if stretch.first is not None and stretch.second is not None:
                points += bent(points[-1], stretch.first, stretch.second, stretch.to)
            else:
                points.append(stretch.to)
        hit = [number for number, box in boxes.items() if any(crosses(one, other, box) for one, other in pairwise(points))]
        assert hit == [], path.said


def drawn(text: str) -> etree._Element:
    assert FROM_ELSEWHERE.findall(text) == []
    return etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


# ---------------------------------------------------------------- every picture


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_picture_of_every_example(path):
    said = clausekit.read(path).record
    assert said is not None
    for kind in PICTURES:
        made = picture(words_of(said), kind)
        whole(made)
        root = drawn(diagram(said, kind=kind))
        assert root.get("role") == "img"
        told = {each.get("id"): each.text for each in root if each.tag in {f"{SVG}title", f"{SVG}desc"}}
        assert list(told) == root.get("aria-labelledby").split()
        assert all(told.values())


@pytest.mark.parametrize("kind", PICTURES)
def test_the_framework_agreement_is_drawn_as_it_was_looked_at(kind, golden):
    said = clausekit.read(ROOT / "examples" / "framework.clause").record
    golden(f"framework-{kind}.svg", diagram(said, kind=kind))


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_the_graph_as_text(form, golden):
    said = clausekit.read(ROOT / "examples" / "framework.clause").record
    golden(f"framework.{form}", diagram(said, format=form))


@pytest.mark.parametrize("kind", PICTURES)
def test_a_treaty_of_one_sentence_can_be_drawn(kind):
    for text in ("if breach then deploy forces", 'note: text "Nothing more."', "party A."):
        made = picture(words_of(treaty(text)), kind)
        whole(made)
        assert made.boxes or [label.text for label in made.labels]


@settings(derandomize=True, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=make.treaties())
def test_any_treaty(generated):
    said = record(generated)
    for kind in PICTURES:
        text = diagram(said, kind=kind)
        drawn(text)
        assert text == diagram(said, kind=kind)
        whole(picture(words_of(said), kind))
    for form in FORMATS[1:]:
        assert diagram(said, format=form) == diagram(said, format=form)


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_name_is_it_stays_a_name(name):
    quoted = name.replace('"', "”")
    text = (
        f'party A "{quoted}".\nparty B.\naction help "{quoted}" as "{quoted}".\nevent trouble "{quoted}".\n'
        f'article 1 "{quoted}"\n  x: If trouble, then A shall help B within 3 days, failing which B may use force.\n'
        "  y: If trouble, then B shall help A every year.\n"
    )
    said = treaty(text)
    for kind in PICTURES:
        made = diagram(said, kind=kind)
        assert "<script" not in made
        drawn(made)
        whole(picture(words_of(said), kind))
    for form in ("mermaid", "dot"):
        made = diagram(said, format=form)
        assert "<script" not in made.replace("<br>", "") or form == "dot"
        assert len(made.splitlines()) == len(diagram(said, format=form).splitlines())


# ---------------------------------------------------------------- what ties clauses


PARTIES = 'party A.\nparty B.\naction help.\naction pay.\naction warn as "a warning".\nevent trouble.\n'


def test_an_act_opens_what_waits_for_it():
    graph = graph_of(f"{PARTIES}article 1\n  a: A shall warn B within 2 days.\n  b: If warning by A, then B shall pay within 3 days.\n")
    assert lines_of(graph) == {("Article 1(1)", "triggers", "Article 1(2)")}


def test_a_step_answers_the_one_before():
    graph = graph_of(f"{PARTIES}article 1\n  a: A shall pay within 2 days, failing which B may warn A, failing which B may help A.\n")
    assert lines_of(graph) == {("Article 1", "failing", "Article 1, step 2"), ("Article 1, step 2", "failing", "Article 1, step 3")}


def test_a_violation_is_answered_and_a_performance_opens():
    text = (
        f"{PARTIES}article 1\n  a: A shall pay within 2 days.\narticle 2\n  b: If violation of clause a, then B may warn A.\n"
        "  c: Upon performance of clause a, B shall help A within 3 days.\n"
    )
    assert lines_of(graph_of(text)) == {("Article 1", "failing", "Article 2(1)"), ("Article 1", "triggers", "Article 2(2)")}


def test_a_clause_refers_to_another():
    text = f"{PARTIES}article 1\n  a: A shall pay within 2 days.\narticle 2\n  b: B shall help A every year, without prejudice to article 1.\n"
    assert lines_of(graph_of(text)) == {("Article 2", "refers", "Article 1")}


def test_a_guarantee_is_tied_to_what_it_guarantees_and_to_what_answers():
    text = (
        "party A.\nguarantor B.\naction pay.\naction help.\n"
        "article 1\n  a: A shall pay within 2 days.\n  b: A shall help B every year.\n"
        "article 2\n  g: B guarantees article 1 by clause r.\n  r: B shall help A within 5 days of breach.\n"
    )
    found = lines_of(graph_of(text))
    assert ("Article 2(1)", "guarantees", "Article 1") in found
    assert ("Article 2(1)", "failing", "Article 2(2)") in found


def test_an_event_that_opens_several_is_a_box_and_one_that_opens_one_is_not():
    one = graph_of(f"{PARTIES}a: If trouble, then A shall pay within 2 days.\n")
    assert (one.nodes, one.alone) == ((), ("paragraph 1",))
    two = graph_of(f"{PARTIES}a: If trouble, then A shall pay within 2 days.\nb: If trouble, then B shall pay within 2 days.\n")
    assert [node.form for node in two.nodes] == ["clause", "clause", "event"]
    assert lines_of(two) == {("Trouble", "triggers", "paragraph 1"), ("Trouble", "triggers", "paragraph 2")}


def test_what_a_defined_event_is_made_of_opens_it():
    text = f"{PARTIES}event default means violation of clause a.\na: A shall pay within 2 days.\nb: If default, then B may warn A.\n"
    assert lines_of(graph_of(text)) == {("paragraph 1", "failing", "Default"), ("Default", "triggers", "paragraph 2")}


def test_every_clause_is_in_the_picture_or_listed():
    graph = graph_of((ROOT / "examples" / "framework.clause").read_text(encoding="utf-8"))
    drawn_ones = {node.heading for node in graph.nodes}
    assert not drawn_ones & set(graph.alone)
    assert "Article 13(2), step 2" in drawn_ones
    assert "Article 12(1)" in graph.alone


# ---------------------------------------------------------------- texts


@settings(derandomize=True, max_examples=40)
@given(text=st.text(max_size=120), room=st.floats(20, 300), most=st.integers(0, 4))
def test_lines_are_no_wider_than_there_is_room(text, room, most):
    lines = filled(text, room, 12, most=most)
    assert all(width(line, 12) <= room or len(line) <= 2 for line in lines)
    assert not most or len(lines) <= most
    assert bool(lines) == bool(text.split())


def test_what_is_left_out_is_shown():
    assert filled("one two three four", 40, 12, most=1) == ["one …"]
    assert filled("one", 40, 12, most=1) == ["one"]


def test_a_label_outside_its_box_would_be_seen():
    made = picture(words_of(treaty("if breach then deploy forces")), "timeline")
    label = made.labels[0]._replace(x=0, y=20)
    assert outside(made._replace(boxes=(Box(0, 0, 3, 30, "box", (label,)),))) == [label.text]


# ---------------------------------------------------------------- what cannot be drawn


def test_what_cannot_be_drawn_is_said():
    said = treaty("if breach then deploy forces")
    for asked, message in (
        ({"kind": "map"}, "there is no picture `map`"),
        ({"format": "bmp"}, "there is no format `bmp`"),
        ({"kind": "owes", "format": "dot"}, "only the graph of clauses"),
        ({"language": "xx"}, "no templates for the language"),
    ):
        with pytest.raises(WordingError, match=message):
            diagram(said, **asked)


def test_a_treaty_too_large_for_a_picture_is_text_still():
    text = "party A.\nparty B.\nevent trouble.\naction pay.\n" + "".join(
        f"c{number}: If trouble, then A shall pay within {number + 1} days.\n" for number in range(450)
    )
    said = treaty(text)
    with pytest.raises(WordingError, match="write the graph as `dot` or `mermaid`"):
        diagram(said)
    assert diagram(said, format="dot").count("->") == 450


# ---------------------------------------------------------------- in a draft


def test_a_page_ends_with_the_pictures_and_their_boxes_lead_to_the_clauses():
    said = clausekit.read(ROOT / "examples" / "framework.clause")
    page = html_page(str(clausekit.draft(said, format="html", diagrams=True)))
    assert page.xpath("//section[@id='pictures']//h2/span/text()") == ["Pictures", "They show what the text says, and are no part of it"]
    assert len(page.xpath("//section[@id='pictures']//figure")) == len(PICTURES)
    targets = {link.removeprefix("#") for link in page.xpath("//figure//*[local-name()='a']/@href")}
    assert len(targets) > 50
    assert targets <= set(page.xpath("//@id"))
    assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id")), "no two parts of a page have one id"


def test_a_page_without_pictures_is_as_before():
    said = clausekit.read(ROOT / "examples" / "treaties" / "cyprus.clause")
    assert "<svg" not in str(clausekit.draft(said, format="html"))
    assert "<svg" in str(clausekit.draft(said, format="html", diagrams=True))


def test_a_draft_in_several_languages_has_no_pictures_and_says_so():
    reading = clausekit.read(ROOT / "examples" / "framework.clause")
    with pytest.raises(WordingError, match="draft it for each of en, fr"):
        clausekit.draft(reading, format="html", language="en,fr", diagrams=True)


def test_everything_that_is_coloured_has_a_colour_for_a_dark_screen():
    """A class of ours that the style does not name would stay dark on dark."""
    said = clausekit.read(ROOT / "examples" / "framework.clause").record
    assert said is not None
    for kind in PICTURES:
        text = diagram(said, kind=kind)
        style = text[text.index("<style>") : text.index("</style>")]
        for name in set(re.findall(r"ck-[a-z-]+", text.replace(style, ""))) - {"ck-picture"}:
            assert re.search(rf"\.{name}[ ,]", style), name
