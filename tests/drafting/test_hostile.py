"""Whatever stands in a treaty, its draft is a document and nothing else: no markup of the drafter's, no marks that cannot be seen, in bounded time."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings

from clausekit.drafting.build import build
from clausekit.drafting.draft import draft, formats
from clausekit.drafting.markdown import marked_down
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import link, plain, runs, unlinked
from clausekit.model.clauses import Prose
from clausekit.model.published.convert import record
from clausekit.model.treaty import Division, Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.readers import html_page, markdown_page, text_page
from tests.model import generate_treaties as make

# What a drafter writes freely: texts, names, numbers. The rest of a treaty are the words of the language.
FREE = frozenset(
    (
        "title short display text meaning noun singular done_at name designation action label unit level measure point source depositary variable"
        " of instrument target base inside baseline under chair part_of place calendar time_zone hour zone"
    ).split()
)
HOSTILE = {
    "markup": "</style></title><script>alert(1)</script><!--&amp;<img src=x onerror=alert(1)>",
    "markdown": "*_`[x](http://a.example)![y](z)~#|$1$ \\",
    "template": "{{ 7 * 7 }}{% include 'x' %}{# y #}",
    "our own marks": "\ue000x\ue001y\ue002\ue001\ue000",
    "direction": "\u202eegnar\u2066\u200f",
    "control": "\x00\x07\x1b[31m\r\n\u2028\x85\ufeff",
    "surrogate": "\ud800",
    "quotation": "\"'“”>",
}


def soiled(part: Any, dirt: str) -> Any:
    """The part with `dirt` behind everything that a drafter writes freely."""
    if not isinstance(part, tuple):
        return part
    if not hasattr(part, "_fields"):
        return tuple(soiled(each, dirt) for each in part)
    fields = {}
    for field in part._fields[2:]:
        value = getattr(part, field)
        fields[field] = f"{value}{dirt}" if isinstance(value, str) and field in FREE else soiled(value, dirt)
    return part._replace(**fields)


@pytest.mark.parametrize("dirt", HOSTILE.values(), ids=HOSTILE)
@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=make.treaties())
def test_no_text_of_a_drafter_leaves_its_place(dirt, generated):
    whole: Treaty = soiled(record(generated), dirt)
    for form in ("text", "md", "html"):
        drafted = str(draft(whole, format=form))
        assert all(each.isprintable() or each in "\n\u00ad\u200c\u200d" for each in drafted)
        assert "49" not in drafted or "49" in str(draft(record(generated), format=form)), "a template was run"
        if form == "html":
            html_page(drafted)
            assert drafted.count("</style>") == 1
        elif form == "md":
            page = markdown_page(drafted)
            assert not page.xpath(".//img | .//code | .//em | .//hr | .//a[starts-with(@href, 'http')]")
        else:
            text_page(drafted)


def test_what_cannot_be_unicode_is_no_json():
    whole = read_source(Source('treaty "T".\nif breach then deploy forces')).record
    with pytest.raises(WordingError, match="cannot be written as JSON"):
        draft(whole._replace(title="\ud800"), format="json")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\u202eb", "ab"),
        ("a\u00a0b\u2009c", "a b c"),
        ("\x00 a \x1b[31m", "a [31m"),
        ("\ue000a\ue001b\ue002", "\ufffda\ufffdb\ufffd"),
        ("می‌خواهم", "می‌خواهم"),
        ("Ver\u00adtrag", "Ver\u00adtrag"),
        ("🇺🇦 e\u0301", "🇺🇦 e\u0301"),
        ("\ud800", ""),
        (None, ""),
    ],
)
def test_what_is_shown_of_a_text(written, shown):
    assert plain(written) == shown


def test_a_link_that_a_template_cut_leaves_no_marks():
    whole = f"see {link('article-1', 'Article 1')} and {link('article-2', 'Article 2')}"
    assert list(runs(whole)) == [("see ", ""), ("Article 1", "article-1"), (" and ", ""), ("Article 2", "article-2")]
    for end in range(len(whole)):
        assert not re.search("[\ue000-\ue002]", unlinked(whole[:end]) + "".join(piece for piece, _ in runs(whole[:end])))


@pytest.mark.parametrize(
    "text",
    ["1. One", "1) One", "- One", "+ One", "= One", "# One", "> One", "    One", "* One", "---", "***", "1986\\. One", "~~~", "<b>", "[a]: b", "&copy;", "a\\"],
)
def test_no_text_begins_anything_in_markdown(text):
    page = lxml.html.fragment_fromstring(formats_markdown(text), create_parent="div")
    assert [each.tag for each in page] == ["p"]
    assert page.text_content().strip() == text.strip()


def formats_markdown(text: str) -> str:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").render(marked_down(text.strip()) + "\n")


# ---------------------------------------------------------------- size and depth


def nested(depth: int) -> Division:
    inner: tuple[Division, ...] = ()
    for _ in range(depth):
        inner = (Division(-1, -1, "section", "1", None, (Prose(-1, -1, "prose", None, "Text.", "", ()),), inner),)
    return inner[0]


def test_divisions_in_divisions():
    whole = read_source(Source('treaty "T".\nif breach then deploy forces')).record
    for form in ("text", "md", "html"):
        drafted = str(draft(whole._replace(divisions=(nested(30),)), format=form))
        assert drafted.count("Section 1") >= 30
    html_page(str(draft(whole._replace(divisions=(nested(30),)), format="html")))
    with pytest.raises(WordingError, match="lie too deep in one another"):
        draft(whole._replace(divisions=(nested(5_000),)))


def test_one_part_in_two_places():
    """A treaty built in Python may hold one object twice; each place has its own number and id."""
    article = Division(-1, -1, "article", "response", None, (Prose(-1, -1, "prose", None, "Text.", "", ()),), ())
    whole = read_source(Source('treaty "T".\nif breach then deploy forces')).record._replace(clauses=(), divisions=(article, article))
    html_page(str(draft(whole, format="html")))
    assert "Article 1" in str(draft(whole))
    assert "Article 2" in str(draft(whole))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("".join(f'annex A "Annex"\n  same {number}: text "A.".\n' for number in range(3_000)), id="one number for all"),
        pytest.param("If breach then " + ", failing which ".join(f"Party{number} shall act" for number in range(3_000)) + ".", id="a ladder without end"),
        pytest.param("France shall suspend " + ", ".join(f"article {number}" for number in range(1, 5_000)) + " and article 1.", id="everything cited"),
        pytest.param("Each Party as one" + "".join(f", each Party as x{number}" for number in range(2_000)) + " and France shall act.", id="everybody named"),
        pytest.param('article 1 "One"\n  text "' + "word" * 50_000 + '".', id="one word"),
        pytest.param("this treaty applies for France" + ", and this treaty ceases for France" * 2_000 + ".", id="lives without end"),
        pytest.param("France shall ensure that breach" + ", and that not breach" * 3_000 + ".", id="everything ensured"),
        pytest.param("rule Long means consensus" + ", failing which consensus" * 3_000 + ".\nFrance acting by Long shall act.", id="a rule without end"),
        pytest.param("France shall act" + ' understanding by France "yes"' * 3_000 + ".", id="everything understood"),
        pytest.param('treaty "' + "Agreement on " * 20_000 + 'Peace".\nif breach then deploy forces', id="one title"),
    ],
)
def test_size_is_no_danger(text):
    """None of these would come to its end if the time grew with the square of the size."""
    whole = read_source(Source(text), ignore=["CK2", "CK3", "CK4", "CK5", "CK6"]).record
    assert whole is not None
    phrases = Phrasebook()
    document = build(whole, phrases)
    assert all(formats()[form].render(document, phrases) for form in ("text", "md", "html", "docx"))
