"""Timeline → a page for a browser: the picture, and under it the course of events as a table."""

from __future__ import annotations

from clausekit.chronicle.picture import picture
from clausekit.chronicle.picture_parts import shown
from clausekit.chronicle.telling import Moment, moments
from clausekit.chronicle.words import Words
from clausekit.norms.timeline import Timeline

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #111827; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
figure { margin: 0; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #e5e7eb; }
th { white-space: nowrap; font-weight: 600; } ul { margin: 0; padding: 0; list-style: none; }
.happens { font-weight: 600; } .follows { padding-left: 1.2rem; } .violated { color: #a3262a; }
@media print { body { margin: 0; } figure { overflow: visible; } svg { width: 100%; height: auto; } tr { break-inside: avoid; } }
"""


def page(timeline: Timeline, words: Words, *, title: str, whole: bool = False) -> str:
    """One HTML file without anything from elsewhere: the picture, and the timeline as a table."""
    found, neglected = moments(timeline, words, whole=whole)
    rows = "\n".join(_row(moment, words) for moment in found)
    table = f"<table>\n<tbody>\n{rows}\n</tbody>\n</table>" if found else "<p>Nothing happens.</p>"
    note = f"<p>Nothing is told of these, so they count as not complied with: {shown('; '.join(neglected))}.</p>\n" if neglected else ""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{shown(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{shown(title)}</h1>\n"
        f"<figure>\n{picture(timeline, words, title=title, whole=whole)}</figure>\n<h2>Day by day</h2>\n{table}\n{note}</main>\n</body>\n</html>\n"
    )


def _row(moment: Moment, words: Words) -> str:
    items = []
    for line in moment.lines:
        kinds = "happens" if line.happens else f"follows {line.record.kind}" if line.record.kind == "violated" else "follows"
        items.append(f'<li class="{kinds}">{shown(line.said)}</li>')
    return f'<tr><th scope="row">{shown(words.day(moment.at))}</th><td><ul>{"".join(items)}</ul></td></tr>'
