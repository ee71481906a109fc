"""Whatever stands in a text and in the files it uses: no exception, and every place inside the file it is said to be in."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausekit.pipeline import read_source
from clausekit.pipeline.layout import lay_out
from clausekit.report import json_format, sarif, text
from clausekit.report.findings import FileFindings
from clausekit.source import Source

PIECES = st.sampled_from(
    [
        'use "part"',
        'use "other" as Second',
        'use "std/consultation"',
        "use",
        '"part"',
        " with Members = Parties",
        ", Delay = 3 days",
        ", Text = “x”",
        " as Members",
        " = ",
        ".",
        ".\n",
        "\n",
        ":",
        "parameter Members: group",
        "parameter Delay: period",
        "parameter Text: text",
        "parameter the: number",
        "parameter Ü ber: date",
        "Members",
        "each Member shall consult within Delay",
        "party Members",
        "action Delay",
        "zone Z means Text",
        'article 1 "One"',
        'article Delay "Text"',
        "clause Delay",
        "Delay: The Members shall report",
        "# Members\n",
        "\u200b",
        "\ue0001\ue000",
        "900001 days",
        "🙂",
        "\x00",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=25).map(" ".join)


@settings(max_examples=250, suppress_health_check=list(HealthCheck), deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text(tmp_path_factory, main, part, other):
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    (folder / "part.clause").write_text(part, encoding="utf-8")
    (folder / "other.clause").write_text(other, encoding="utf-8")
    reading = read_source(Source(main, str(folder / "main.clause")), folder=str(folder))
    for each in reading.diagnostics:
        for label in each.labels:
            source = label.source or reading.source
            assert label.span is None or 0 <= label.span.start <= label.span.end <= len(source.text)
        for edit in each.fix.edits if each.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(main)
    findings = [FileFindings(reading.source, reading.source.name, reading.diagnostics)]
    assert text.render(findings)
    assert json_format.render(findings)
    assert sarif.render(findings)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_text_is_laid_out_or_told(main):
    printed, found = lay_out(Source(main))
    assert (printed is None) == bool(found)
    if printed is not None:
        assert lay_out(Source(printed)) == (printed, [])
