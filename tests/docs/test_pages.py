"""The README and every page of the docs: what they show is what happens. `--snapshot-update` brings shown outputs up to date."""

from __future__ import annotations

import difflib
import re

import pytest

from tests.docs.pages import PAGES, named
from tests.docs.snippets import fences, renewed

_INDENTED_FENCE = re.compile(r"^[ \t]+```", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_shows_what_happens(page, tmp_path, request):
    written = page.read_text(encoding="utf-8")
    true = renewed(written, tmp_path)
    if request.config.getoption("update_snapshots") and true != written:
        page.write_text(true, encoding="utf-8")
        written = true
    if written != true:
        changes = difflib.unified_diff(written.splitlines(), true.splitlines(), "shown", "true", lineterm="", n=1)
        pytest.fail("\n".join(changes), pytrace=False)
    for drawn in sorted(tmp_path.glob("*.svg")):
        kept = next((each / "pictures" for each in page.parents if (each / "pictures").is_dir()), page.parent) / drawn.name
        if request.config.getoption("update_snapshots"):
            kept.write_bytes(drawn.read_bytes())
        assert kept.read_bytes() == drawn.read_bytes(), f"{kept.name} is not the picture that the page draws"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_snippet_escapes(page):
    text = page.read_text(encoding="utf-8")
    assert _INDENTED_FENCE.search(text) is None, "an indented fence would not be run"
    assert text.count("\n```") == 2 * len(list(fences(text))), "a fence without a language would not be run"


# ---------------------------------------------------------------- the harness itself


def written(text: str) -> str:
    return text.replace("'''", "```")


@pytest.mark.parametrize(
    ("snippet", "complaint"),
    [
        ("'''clause\nEach Party consult.\n'''\n", "CK105"),
        ("'''clause shows=CK105\nEach Party shall consult.\n'''\n", "shows something else"),
        ("'''clause\nEach Party.\nEach Party shall.  # error: [CK104]\n'''\n", "CK105"),
        ("'''sh\n$ exit 1\n'''\n", "ended with 1"),
        ("'''sh status=1\n$ exit 0\n'''\n", "ended with 0"),
        ("'''sh from=\"nowhere\"\n$ echo here\n'''\n", "nowhere"),
        ("'''python\nraise KeyError('lost')\n'''\n", "lost"),
        ("'''json\n{\n'''\n", "Expecting property name"),
        ("'''toml\n[\n'''\n", "line 1"),
    ],
)
def test_a_fence_that_lies_is_found(snippet, complaint, tmp_path):
    with pytest.raises(AssertionError, match=complaint):
        renewed(written(snippet), tmp_path)


def test_an_output_that_lies_is_corrected(tmp_path):
    page = written("Before.\n\n'''sh\n$ echo one; echo two\nthree\n'''\n\n'''python\nprint(1 + 1)\n#> 3\nx = 2\n'''\n\nAfter.\n")
    true = page.replace("three", "one\ntwo").replace("#> 3", "#> 2")
    assert renewed(page, tmp_path) == true
    assert renewed(true, tmp_path) == true


def test_a_long_output_is_cut_as_asked(tmp_path):
    page = written("'''sh from=3 lines=2\n$ seq 9\n'''\n")
    assert renewed(page, tmp_path) == written("'''sh from=3 lines=2\n$ seq 9\n…\n3\n4\n…\n'''\n")


def test_files_are_written_and_added_to(tmp_path):
    page = written("'''clause file=a.clause\nparty A.\nA shall consult.\n'''\n'''clause file=a.clause below=party\nparty B.\n'''\n'''sh\n$ cat a.clause\n'''\n")
    assert renewed(page, tmp_path).endswith(written("$ cat a.clause\nparty A.\nparty B.\nA shall consult.\n'''\n"))


def test_an_open_fence_is_told():
    with pytest.raises(ValueError, match="line 2"):
        list(fences(written("text\n'''sh\n$ ls\n")))
