"""Timeline → a page for a browser: the picture, and under it the course of events as a table."""

from __future__ import annotations

from html import escape
from itertools import groupby

from clausekit.chronicle.picture import legend, picture
from clausekit.chronicle.words import Words
from clausekit.norms.timeline import Timeline

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #111827; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
figure { margin: 0; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #e5e7eb; }
th { white-space: nowrap; font-weight: 600; } .violated { color: #a3262a; font-weight: 600; }
.legend span { display: inline-block; margin-right: 1.2rem; } .legend i { display: inline-block; width: .9rem; height: .7rem; margin-right: .35rem; }
@media print { body { margin: 0; } figure { overflow: visible; } svg { width: 100%; height: auto; } }
"""


def page(timeline: Timeline, words: Words, *, title: str) -> str:
    """One HTML file without anything from elsewhere: the picture, what its colours mean, and the whole timeline as a table."""
    keys = "".join(f'<span><i style="background:{colour}"></i>{state}</span>' for state, colour in legend())
    rows = []
    for at, together in groupby((record for record in timeline.records if record.kind != "kept"), key=lambda record: record.at):
        items = "".join(f'<li class="{record.kind.replace(" ", "-")}">{escape(words.record(record))}</li>' for record in together)
        rows.append(f'<tr><th scope="row">{escape(words.day(at))}</th><td><ul>{items}</ul></td></tr>')
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        f'<figure>\n{picture(timeline, words, title=title)}</figure>\n<p class="legend">{keys}'
        "<span>▲ something happens</span><span>● performed</span><span>◆ violated</span></p>\n"
        f"<h2>Day by day</h2>\n<table>\n<tbody>\n{chr(10).join(rows)}\n</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )
