"""Treaty → a document in one of the formats: the door of this room."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from clausekit import resources
from clausekit.drafting.build import build
from clausekit.drafting.format import Format
from clausekit.drafting.notes import Remark
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import PLAIN, Draft, Layout
from clausekit.model.treaty import Treaty

ENTRY_POINTS = "clausekit.formats"


def draft(  # noqa: PLR0913  what a draft hangs on, each by its name
    treaty: Treaty,
    *,
    format: str = "text",  # noqa: A002  the option's name
    language: str = "en",
    errors: str = "",
    templates: Path | None = None,
    layout: Layout = PLAIN,
    remarks: Iterable[Remark] = (),
) -> str | bytes:
    """Draft `treaty` in a format and a language; in several, with commas between them, where the format holds them in one file.

    `errors` stamps the draft with what was found wrong ("2 errors remain"). `templates` is a folder of the drafter's own templates, which come before
    the built-in ones; `layout` is what is wanted of its looks, and `remarks` what is noted beside it. Raises WordingError, with a message for the drafter,
    for an unknown format or language or a faulty template.
    """
    known = formats()
    if format not in known:
        message = f"there is no format `{format}`; there are: {', '.join(known)}"
        raise WordingError(message)
    languages = _languages(language, known[format], known.values())
    if layout.diagrams and len(languages) > 1:
        message = f"pictures stand behind a draft in one language: draft it for each of {', '.join(languages)}"
        raise WordingError(message)
    remarks = tuple(remarks)
    if remarks and len(languages) > 1:
        message = f"findings are noted beside the clauses of a draft in one language: draft it for each of {', '.join(languages)}"
        raise WordingError(message)
    try:
        books = [phrasebook(each, templates) for each in languages]
        documents = _documents(treaty, books, errors, layout, remarks)
        join = known[format].join
        return known[format].render(documents[0], books[0]) if len(documents) == 1 or join is None else join(documents, books[0])
    except RecursionError as problem:
        message = "the divisions of this treaty lie too deep in one another to be drafted: no treaty needs more than a few levels of parts and chapters"
        raise WordingError(message) from problem


def _documents(treaty: Treaty, books: list[Phrasebook], errors: str, layout: Layout, remarks: Iterable[Remark]) -> list[Draft]:
    """The documents, one for each language. What is missing in any of them is said of all at once."""
    documents, lacking = [], []
    for phrases in books:
        try:
            documents.append(_document(treaty, phrases, errors, layout, remarks))
        except WordingError as problem:
            lacking.append(str(problem))
    if lacking:
        raise WordingError("\n".join(lacking))
    return documents


def _document(treaty: Treaty, phrases: Phrasebook, errors: str, layout: Layout, remarks: Iterable[Remark]) -> Draft:
    """The document in one language, with its pictures where they are asked for."""
    document = build(treaty, phrases, errors=errors, remarks=remarks, layout=layout)
    if not layout.diagrams:
        return document
    from clausekit.drafting.diagrams.diagram import pictures  # drawn only where they are asked for

    own = {name: phrases.word_list("diagram")[name] for name in ("pictures", "not_part")}
    return document._replace(pictures=pictures(treaty, phrases), words=document.words | own)


def _languages(asked: str, wanted: Format, known: Iterable[Format]) -> list[str]:
    """The languages asked for, each once. Raises WordingError for several of them in a format that holds one."""
    languages = list(dict.fromkeys(filter(None, (each.strip() for each in asked.split(","))))) or [asked]
    if len(languages) > 1 and wanted.join is None:
        several = ", ".join(f"`{each.name}`" for each in known if each.join is not None)
        message = f"a file in `{wanted.name}` holds one language: draft it for each of {', '.join(languages)}; several go into one file of {several}"
        raise WordingError(message)
    return languages


def phrasebook(language: str, templates: Path | None = None) -> Phrasebook:
    """The phrases of a language, with the drafter's own templates before the built-in ones. Raises WordingError as `draft` does."""
    return _built_in(language) if templates is None else Phrasebook(language, templates)


@cache
def _built_in(language: str) -> Phrasebook:
    """The built-in phrases of a language, which never change: reading them takes longer than drafting a treaty."""
    return Phrasebook(language)


@cache
def formats() -> dict[str, Format]:
    """Every format by name: the built-in ones, then those that other packages add under names of their own.

    Raises WordingError when what another package offers cannot be loaded.
    """
    from clausekit.drafting import html, json_format, markdown, text
    from clausekit.drafting.akn import format as akn
    from clausekit.drafting.pdf import format as pdf
    from clausekit.drafting.word import format as word

    built_in = (text.FORMAT, markdown.FORMAT, html.FORMAT, word.FORMAT, pdf.FORMAT, akn.FORMAT, json_format.FORMAT)
    found = {each.name: each for each in built_in}
    try:
        added = resources.added(ENTRY_POINTS)
    except Exception as problem:  # another package's code may fail in any way
        message = f"a format that another package adds cannot be loaded: {problem}"
        raise WordingError(message) from problem
    return found | {each.name: each for each in added if isinstance(each, Format) and each.name not in found}
