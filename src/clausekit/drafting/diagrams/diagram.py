"""Treaty → a picture of it as text: the door of this part of the room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clausekit.drafting.build import worded
from clausekit.drafting.diagrams.clause_graph import clause_graph
from clausekit.drafting.diagrams.clauses import clauses
from clausekit.drafting.diagrams.graph_text import dot, mermaid
from clausekit.drafting.diagrams.ladder import ladder
from clausekit.drafting.diagrams.layered import TooLargeError
from clausekit.drafting.diagrams.owes import owes
from clausekit.drafting.diagrams.shapes import Picture
from clausekit.drafting.diagrams.svg import svg
from clausekit.drafting.diagrams.timeline import timeline
from clausekit.drafting.draft import phrasebook
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.wording import Wording
from clausekit.model.treaty import Treaty

PICTURES: dict[str, Callable[[Wording], Picture]] = {"clauses": clauses, "ladder": ladder, "owes": owes, "timeline": timeline}
"""What there is to draw, by the name it has on the command line."""
FORMATS = ("svg", "mermaid", "dot")


def diagram(
    treaty: Treaty,
    *,
    kind: str = "clauses",
    format: str = "svg",  # noqa: A002  the option's name
    language: str = "en",
    templates: Path | None = None,
) -> str:
    """A picture of `treaty` as SVG, or its graph of clauses as Mermaid or DOT text.

    Raises WordingError, with a message for the drafter, for an unknown kind, format or language, and for what is too large to be a picture.
    """
    if kind not in PICTURES:
        message = f"there is no picture `{kind}`; there are: {', '.join(PICTURES)}"
        raise WordingError(message)
    if format not in FORMATS:
        message = f"there is no format `{format}` for pictures; there are: {', '.join(FORMATS)}"
        raise WordingError(message)
    if format != "svg" and kind != "clauses":
        message = f"only the graph of clauses can be written as {format}; draw `{kind}` as svg"
        raise WordingError(message)
    wording = worded(treaty, phrasebook(language, templates))
    if format != "svg":
        words: dict[str, str] = wording.phrases.word_list("diagram")
        return (mermaid if format == "mermaid" else dot)(clause_graph(wording), words)
    return svg(picture(wording, kind))


def pictures(treaty: Treaty, phrases: Phrasebook) -> tuple[Picture, ...]:
    """All pictures of a treaty that show anything, for a draft of it. A graph that is too large for a picture is left out."""
    wording = worded(treaty, phrases)
    found = []
    for draw in PICTURES.values():
        try:
            found.append(draw(wording))
        except TooLargeError:
            continue
    return tuple(each for each in found if each.boxes)


def picture(wording: Wording, kind: str) -> Picture:
    """A picture of a treaty, before it is SVG or anything else. Raises WordingError for what is too large to be one."""
    try:
        return PICTURES[kind](wording)
    except TooLargeError as problem:
        message = f"this treaty is too large for a picture of its clauses: {problem}; write the graph as `dot` or `mermaid` instead"
        raise WordingError(message) from problem
