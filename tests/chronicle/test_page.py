"""A timeline, and duties, as pages: strict HTML, nothing from elsewhere, tables that can be read aloud."""

from __future__ import annotations

import html5lib
import pytest

from tests.chronicle.courses import TREATY, markup, raid
from tests.chronicle.test_picture import FROM_ELSEWHERE

HTML = "{http://www.w3.org/1999/xhtml}"


def read(page: str):
    """The page, read strictly: any mistake in it raises."""
    assert FROM_ELSEWHERE.findall(page) == []
    assert page.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    return html5lib.HTMLParser(strict=True).parse(page)


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


PAGES = {
    "timeline": lambda simulation: simulation.render("html"),
    "whole timeline": lambda simulation: simulation.render("html", whole=True),
    "duties": lambda simulation: simulation.duties("2026-04-30", conditional=True).render("html"),
    "no duties": lambda simulation: simulation.duties("2026-04-30", party="nobody").render("html"),
}


@pytest.mark.parametrize("course", [raid, markup])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_strict_html_with_everything_in_it(course, page):
    root = read(PAGES[page](course()))
    (title,), (heading,) = list(root.iter(f"{HTML}title"))[:1], list(root.iter(f"{HTML}h1"))
    assert words(title) == words(heading)
    assert list(root.iter(f"{HTML}script")) == []
    assert list(root.iter(f"{HTML}b")) == []


def test_a_page_tells_what_the_text_tells():
    root = read(raid().render("html"))
    told = [words(item) for item in root.iter(f"{HTML}li")]
    text = " ".join(raid().render("text").split())
    assert len(told) > 20
    assert [said for said in told if " ".join(said.split()) not in text] == []
    days = [words(cell) for cell in root.iter(f"{HTML}th")]
    assert days[:2] == ["1 March 2026", "5 March 2026"]
    assert all(cell.get("scope") == "row" for cell in root.iter(f"{HTML}th"))


def test_a_breach_is_marked():
    root = read(raid().render("html"))
    marked = [words(item) for item in root.iter(f"{HTML}li") if "violated" in item.get("class").split()]
    assert len(marked) == 4
    assert all("VIOLATED" in said for said in marked)


def test_silence_is_told_on_a_page_too():
    import clausekit

    silent = clausekit.simulate(clausekit.parse(TREATY), in_force="2026-03-01", until="2026-09-05")
    assert "Nothing is told of these, so they count as not complied with: Article 1, paragraph 1 (opening)" in words(read(silent.render("html")))
    assert "Nothing happens." in words(read(clausekit.simulate(clausekit.parse(TREATY)).render("html")))


def test_duties_are_a_table_for_each_who_owes():
    root = read(raid().duties("2026-04-30").render("html"))
    assert [words(heading) for heading in root.iter(f"{HTML}h2")] == ["Alba", "Brena", "Corva", "Dorn", "Elgar", "Strait Commission"]
    tables = list(root.iter(f"{HTML}table"))
    assert len(tables) == 6
    for table in tables:
        assert [words(cell) for cell in table.iter(f"{HTML}th")] == ["By when", "What", "To whom", "Clause"]
    assert [words(cell) for cell in list(tables[3].iter(f"{HTML}tr"))[1]] == [
        "OVERDUE, was due by 20 March 2026",
        "assist Brena",
        "Brena",
        "Article 1, paragraph 6 (help)",
    ]
    assert "What nothing is told of counts as not done" in words(root)
    assert "Nothing is owed." in words(read(PAGES["no duties"](raid())))
