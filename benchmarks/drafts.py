"""What writing documents costs, over what the library beneath takes for the same text: python-docx, typst, Jinja.

Everything runs in this process, in turns, in time of the processor; the median counts. Documents are drafted once before the clock starts, as the second
draft of an editor or a server is: what is read from disk once is not measured.
"""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from benchmarks import generate

if TYPE_CHECKING:
    from clausekit.drafting.tree import Draft, Paragraph, Section

MOST_OVER_DOCX = 1.5
MOST_OVER_TYPST = 1.3
MOST_OVER_JINJA = 2.0
_TURNS = 7
_PLAIN = """#set page(paper: "a4", margin: 28mm, numbering: "1 / 1")
#set document(title: "Generated Agreement")
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", hyphenate: false)
#set par(justify: true, leading: .62em, spacing: .95em)
"""


def compare(hold: Callable[[bool, str], None]) -> None:
    """Print the figures, and hold them to their limits."""
    from clausekit.drafting.build import build
    from clausekit.drafting.draft import formats, phrasebook

    phrases = phrasebook("en", None)
    short, long = _treaty(500), _treaty(10_000)
    document, large = build(short, phrases), build(long, phrases)
    known = formats()
    texts = [text for _, _, text in _texts(document)]
    listed = list(_texts(large))
    print(f"{'draft':>24} {'ours s':>8} {'alone s':>8} {'×':>6}")
    _compare("500 clauses to docx", lambda: known["docx"].render(document, phrases), lambda: _python_docx(texts))
    whole = _compare("… sentences and all", lambda: known["docx"].render(build(short, phrases), phrases), lambda: _python_docx(texts))
    hold(whole <= MOST_OVER_DOCX, f"500 clauses to docx take {whole:.2f} times python-docx writing as many plain paragraphs, not at most {MOST_OVER_DOCX}")
    source = _typst_source(document)
    pdf = _compare("500 clauses to pdf", lambda: known["pdf"].render(document, phrases), lambda: _typst(source))
    hold(pdf <= MOST_OVER_TYPST, f"writing pdf takes {pdf:.2f} times typst alone, not at most {MOST_OVER_TYPST}")
    render = _jinja()
    markdown = _compare("10,000 clauses to md", lambda: known["md"].render(large, phrases), lambda: render(listed))
    hold(markdown <= MOST_OVER_JINJA, f"writing Markdown takes {markdown:.2f} times Jinja on a flat list, not at most {MOST_OVER_JINJA}")


def _compare(what: str, ours: Callable[[], object], alone: Callable[[], object]) -> float:
    """The ratio of two ways, run in turns."""
    seconds: dict[str, list[float]] = {"ours": [], "alone": []}
    for turn in range(_TURNS + 1):
        for name, run in (("ours", ours), ("alone", alone)):
            gc.collect()
            begun = time.process_time()
            run()
            if turn:  # the first turn fills the caches
                seconds[name].append(time.process_time() - begun)
    ratio = statistics.median(a / b for a, b in zip(seconds["ours"], seconds["alone"], strict=True))
    print(f"{what:>24} {statistics.median(seconds['ours']):>8.3f} {statistics.median(seconds['alone']):>8.3f} {ratio:>6.2f}", flush=True)
    return ratio


def _treaty(clauses: int) -> Any:
    from clausekit.pipeline import read_source
    from clausekit.source import Source

    reading = read_source(Source(generate.treaty(clauses), "generated"), ignore=["CK2", "CK3", "CK4", "CK5", "CK6", "CK7"])
    assert reading.record is not None
    return reading.record


def _texts(document: Draft) -> Iterator[tuple[str, str, str]]:
    """Every heading and paragraph: its id, its number, its words."""
    for section in _all((*document.sections, *document.annexes)):
        yield section.id, "", f"{section.heading}. {section.title}"
        for paragraph in section.paragraphs:
            yield paragraph.id, paragraph.number, " ".join(filter(None, (paragraph.text, *(point.text for point in paragraph.points), paragraph.closing)))


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)


# ------------------------------------------------------------ the libraries alone


def _python_docx(texts: list[str]) -> bytes:
    import docx

    from clausekit.drafting.tree import unlinked

    made = docx.Document()
    for text in texts:
        made.add_paragraph(unlinked(text))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _typst_source(document: Draft) -> bytes:
    """The same text as a typst document that a person would write: a table of contents, headings, paragraphs, links to the Articles that are cited."""
    lines = [_PLAIN, "#outline()\n#pagebreak()\n"]
    for section in _all((*document.sections, *document.annexes)):
        lines.append(f"= {section.heading}. {section.title} <{section.id}>\n")
        lines += [f"{paragraph.number}. {_marked_up(paragraph)}\n" for paragraph in section.paragraphs]
    return "\n".join(lines).encode()


def _marked_up(paragraph: Paragraph) -> str:
    from clausekit.drafting.tree import runs

    texts = (paragraph.text, *(point.text for point in paragraph.points), paragraph.closing)
    pieces = [piece for text in texts if text for piece in (*runs(text), (" ", ""))]
    return "".join(f"#link(<{target}>)[{words}]" if target.startswith("article") else re.sub(r"([#@$*_`<>\\])", r"\\\1", words) for words, target in pieces)


def _typst(source: bytes) -> bytes:
    import typst

    fonts = typst.Fonts(include_system_fonts=False)
    made = typst.Compiler(source, font_paths=fonts, ignore_system_fonts=True).compile(format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


def _jinja() -> Callable[[list[tuple[str, str, str]]], str]:
    """Jinja on a flat list: the anchor, the number and the words of each paragraph, with the filter that Markdown needs."""
    import jinja2

    from clausekit.drafting.markdown import marked_down

    environment = jinja2.Environment(autoescape=False)  # noqa: S701  Markdown
    environment.filters["md"] = marked_down
    template = environment.from_string('{% for id, number, text in texts %}<a id="{{ id }}"></a>{{ number }}\\. {{ text|md }}\n\n{% endfor %}')
    return lambda texts: template.render(texts=texts)
