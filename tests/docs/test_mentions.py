"""What the README and the docs mention is there: files, headings, commands, options, findings, pictures."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from clausekit.checks.registry import pages as check_pages
from tests.docs.pages import DOCS, PAGES, ROOT, named
from tests.docs.snippets import fences, run_shell

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE_SPAN = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^|[$|;&(]|python -m) *(?:printf [^|]*\| *)?clausekit +([a-z]+)\b([^|;&)>]*)", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_CODE = re.compile(r"\bCK\d{3}\b")
# Options of other programs that the pages speak of.
_OF_OTHERS = {"--snapshot-update"}
_OF_ALL = {"--help", "--version"}


def prose_of(text: str) -> str:
    return _FENCED.sub("", text)


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = _HEADING.findall(prose_of(path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@cache
def help_of(command: str) -> str:
    return run_shell(f"clausekit {command} --help", ROOT).stdout


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page):
    for target in _LINK.findall(prose_of(page.read_text(encoding="utf-8"))):
        if target.startswith(("https://", "mailto:")):
            continue
        place, _, anchor = target.partition("#")
        there = (page.parent / place).resolve() if place else page
        assert there.exists(), f"{target} leads nowhere"
        assert not anchor or anchor in anchors(there), f"{target} has no such heading: {sorted(anchors(there))}"


def commands_in(text: str) -> list[tuple[str, list[str]]]:
    """Every command of clausekit that a page mentions in a fence or a code span, with its options."""
    spoken = [span for span in _CODE_SPAN.findall(prose_of(text)) if span.startswith("clausekit ")]
    fenced = [line for fence in fences(text) if fence.language in {"sh", "yaml"} for line in fence.lines]
    return [(command, _OPTION.findall(rest)) for line in spoken + fenced for command, rest in _COMMAND.findall(line)]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_and_options_exist(page):
    text = page.read_text(encoding="utf-8")
    known = set(re.findall(r"^  ([a-z]+)  ", help_of(""), re.MULTILINE))
    for command, options in commands_in(text):
        assert command in known, f"there is no `clausekit {command}`"
        for option in set(options) - _OF_ALL:
            assert option in help_of(command), f"`clausekit {command}` has no {option}"
    everywhere = " ".join(map(help_of, sorted(known)))
    alone = {option for span in _CODE_SPAN.findall(prose_of(text)) if span.startswith("--") for option in _OPTION.findall(span)}
    assert [option for option in sorted(alone - _OF_OTHERS) if option not in everywhere] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_findings_spoken_of_exist(page):
    known = {each.rule.code for each in check_pages()}
    ours = {code for code in _CODE.findall(page.read_text(encoding="utf-8")) if not code.startswith("CK0")}  # CK0xx: what other packages add in examples
    assert ours <= known


def test_every_page_is_in_the_index():
    index = {(DOCS / target).resolve() for target in _LINK.findall((DOCS / "README.md").read_text(encoding="utf-8")) if "://" not in target}
    ours = [page for page in DOCS.rglob("*.md") if "checks" not in page.parts]
    assert [named(page) for page in sorted(ours) if page not in index and page != DOCS / "README.md"] == []


# ---------------------------------------------------------------- pictures

PICTURES = sorted((DOCS / "pictures").glob("*.svg"))
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("picture", PICTURES, ids=named)
def test_a_picture_can_be_read_by_all(picture):
    root = etree.parse(picture).getroot()
    named_by = root.attrib["aria-labelledby"].split()
    found = {element.get("id"): element.text for element in root if element.tag in {f"{_SVG}title", f"{_SVG}desc"}}
    assert root.get("role") == "img"
    assert list(found) == named_by
    assert all(text and len(text.split()) > 2 for text in found.values())
    assert "viewBox" in root.attrib
    text = picture.read_text(encoding="utf-8")
    assert re.findall(r"@font-face|@import|<script|<image|href=|url\((?!#)", text) == []
    assert float(min(re.findall(r"font-size: (\d+)px", text), key=float)) >= 12


@pytest.mark.parametrize("picture", PICTURES, ids=named)
def test_a_picture_is_shown(picture):
    shown = {(page.parent / target).resolve() for page in PAGES for target in _LINK.findall(page.read_text(encoding="utf-8")) if target.endswith(".svg")}
    assert picture in shown


@pytest.mark.parametrize("name", ["ladder.svg", "bound.svg"])
def test_what_a_picture_says_of_the_framework_agreement_is_in_it(name):
    """Every number with its unit, and every name of two words with capitals."""
    agreement = " ".join((ROOT / "examples" / "framework.clause").read_text(encoding="utf-8").split())
    spoken = [" ".join((element.text or "").split()) for element in etree.parse(DOCS / "pictures" / name).iter(f"{_SVG}text")]
    facts = [fact for line in spoken for fact in re.findall(r"\d[\d,]* (?:hours|days|troops)|[A-Z]\w+ [A-Z]\w+", line)]
    assert len(facts) >= 3
    assert [fact for fact in facts if fact not in agreement] == []
