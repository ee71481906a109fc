"""A file, a text or a treaty built in Python → readings, findings, drafts, clause text, simulations: what `import clausekit` offers."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from clausekit.checks.engine import settle
from clausekit.diagnostics import Diagnostic, Severity
from clausekit.pipeline import Reading, read_source
from clausekit.pipeline.layout import lay_out
from clausekit.source import Source
from clausekit.source.files import source_of

if TYPE_CHECKING:
    from clausekit.drafting.akn.structure import AknReading
    from clausekit.model.published.treaty import Treaty
    from clausekit.model.treaty import Division
    from clausekit.model.treaty import Treaty as Record
    from clausekit.pipeline.simulation import Event, Simulation


class UnreadableTextError(ValueError):
    """A text with sentences that cannot be read, where only a text without them will do. `diagnostics` says which, and why."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


def read(path: str | os.PathLike[str], *, libraries: Iterable[str | os.PathLike[str]] = ()) -> Reading:
    """Read a clause file with all that it uses: its treaty, and every finding about it.

    `libraries` are folders of files that it may use, besides its own folder and the library that comes with clausekit.

    Raises UnreadableFileError when the file cannot be opened, is no text in UTF-8, or is larger than any treaty.
    """
    return read_source(source_of(path), folder=os.path.dirname(os.fspath(path)), libraries=_folders(libraries))


def parse(text: str, name: str = "<text>", *, libraries: Iterable[str | os.PathLike[str]] = ()) -> Reading:
    """Read a clause text: its treaty, and every finding about it. `name` is what findings call it. Never raises, whatever the text.

    A text stands in no folder: what it uses is looked for in `libraries`, and in the library that comes with clausekit.
    """
    return read_source(Source(text, name), libraries=_folders(libraries))


def check(subject: Reading | Treaty, *, select: Collection[str] = (), ignore: Collection[str] = (), strict: bool = False) -> tuple[Diagnostic, ...]:
    """What there is to say about a reading, or about a treaty built in Python.

    `select` and `ignore` take codes (`CK301`), families (`CK3`) or names (`no-deadline`) of checks. `strict` makes errors of undeclared names. The places
    of findings about a treaty are places in its `treaty_text`. Raises ValueError for a treaty that no clause text says.
    """
    reading = subject if isinstance(subject, Reading) else parse(treaty_text(subject), "<treaty>")
    return settle(reading.diagnostics, None, select=select, ignore=ignore, strict=strict)


def draft(  # noqa: PLR0913  what a document hangs on, each by its name
    subject: Reading | Treaty,
    *,
    format: str = "text",  # noqa: A002  the option's name
    language: str = "en",
    anyway: bool = False,
    templates: str | os.PathLike[str] | None = None,
    fonts: Iterable[str | os.PathLike[str]] = (),
    reference: str | os.PathLike[str] | None = None,
    diagrams: bool = False,
    comments: bool = False,
    number: str = "",
    dated: date | None = None,
    not_for_signature: bool = False,
    numerals: Literal["arabic", "roman"] = "arabic",
    unnumbered: bool = False,
    references: Literal["", "paragraph", "article", "short"] = "",
    alternat: str = "",
    initials: bool = False,
) -> str | bytes:
    """The treaty as a document: `text`, `md`, `html`, `docx`, `pdf`, `json`, or a format added by another package; bytes where that is no text.

    A reading with errors is refused with ValueError unless `anyway`, which stamps the draft. `templates` is a folder of your own templates, `fonts` are
    folders of fonts for what the built-in ones of a PDF lack, and `reference` is a .docx file for the looks of a Word document. With `diagrams`, a document
    as HTML, Word or PDF ends with pictures of what it says. `comments` notes every finding beside its clause, in Word documents and HTML; a treaty built in
    Python is read for that. `number`, `dated` and `not_for_signature` say on every page which draft it is. `numerals` are those of the Articles; with
    `unnumbered`, paragraphs have no numbers; `references` cites `paragraph` 2 of Article 5, `article` 5, paragraph 2, or in `short` Article 5(2); `alternat` is
    the one of two Parties whose copy it is; `initials` leaves a place for them on each page of Word and PDF. Raises WordingError, with a message for people,
    for an unknown format or language and for a faulty template.
    """
    from clausekit.drafting.draft import draft as draft_treaty  # Jinja is loaded for drafts only
    from clausekit.drafting.tree import Layout
    from clausekit.pipeline.remarks import remarks

    layout = Layout(
        fonts=tuple(_folders(fonts)),
        reference="" if reference is None else os.fspath(reference),
        diagrams=diagrams,
        number=number,
        dated=dated,
        is_unsigned=not_for_signature,
        numerals=numerals,
        are_unnumbered=unnumbered,
        references=references,
        alternat=alternat,
        initials=initials,
    )
    if comments and not isinstance(subject, Reading):
        subject = parse(treaty_text(subject), "<treaty>")
    said, stamp = _draftable(subject, anyway=anyway) if isinstance(subject, Reading) else (_record(subject), "")
    noted = remarks(subject) if comments and isinstance(subject, Reading) else ()
    own = None if templates is None else Path(templates)
    return draft_treaty(said, format=format, language=language, errors=stamp, templates=own, layout=layout, remarks=noted)


def diagram(
    subject: Reading | Treaty,
    *,
    kind: str = "clauses",
    format: str = "svg",  # noqa: A002  the option's name
    language: str = "en",
    anyway: bool = False,
    templates: str | os.PathLike[str] | None = None,
) -> str:
    """A picture of the treaty: its `clauses` and what ties them, the `ladder` of what follows a failure, who `owes` what to whom, or its `timeline`.

    It is SVG; the graph of clauses is to be had as the text that Mermaid or Graphviz (`dot`) draws it from too. A reading with errors is refused with
    ValueError unless `anyway`. Raises WordingError, with a message for people, for an unknown kind, format or language, and for what no picture can hold.
    """
    from clausekit.drafting.diagrams.diagram import diagram as draw

    said = _draftable(subject, anyway=anyway)[0] if isinstance(subject, Reading) else _record(subject)
    return draw(said, kind=kind, format=format, language=language, templates=None if templates is None else Path(templates))


def read_akn(data: bytes, name: str = "<akn>", *, schema: str | os.PathLike[str] | None = None) -> AknReading:
    """Read an Akoma Ntoso document: what it says, and what is wrong with it. `name` is what findings call it. Never raises for the bytes, whatever they are.

    `schema` is a file with a schema that the document is held to besides. Raises WordingError where the extra `xml` is not installed, and
    UnreadableFileError for a schema that cannot be used.
    """
    from clausekit.drafting.akn.format import require

    require()
    from clausekit.drafting.akn.reading import read_akn as read_document

    return read_document(data, name, schema=None if schema is None else os.fspath(schema))


def report_on(  # noqa: PLR0913  what a report hangs on, each by its name
    reading: Reading,
    *,
    kind: str = "summary",
    party: str = "",
    format: str = "text",  # noqa: A002  the option's name
    language: str = "en",
    anyway: bool = False,
    templates: str | os.PathLike[str] | None = None,
) -> str | bytes:
    """A report on a reading, for people: a `summary` of a page, the `duties` of each Party or of one, the open `issues`, the skeleton of a `memorandum`.

    The formats are `text`, `md`, `html`, `docx` and `pdf`, the last two as bytes. A reading with errors is refused with ValueError unless `anyway`, but for
    its open issues. Raises WordingError, with a message for people, for an unknown kind, format, language or Party.
    """
    from clausekit.drafting.reports.report import report as write

    said, _ = _draftable(reading, anyway=anyway or kind == "issues")
    own = None if templates is None else Path(templates)
    return write(said, kind=kind, format=format, language=language, party=party, findings=reading.diagnostics, templates=own)


def simulate(  # noqa: PLR0913  what a course of events hangs on, each by its name
    subject: Reading | Treaty,
    *,
    scenario: str | None = None,
    events: Iterable[Event] | None = None,
    in_force: str | date | None = None,
    until: str | date | None = None,
    unstated: Literal["joint", "several"] = "joint",
    anyway: bool = False,
) -> Simulation:
    """Play a course of events against a reading, or a treaty built in Python: one of its own `scenario`s, or `events`; with neither, nothing happens.

    An event is a pair of a day and what happens in the words of the clause language, or a mapping with `on` and `event`. `in_force` dates the entry into
    force; else it follows from what happens, or is the day of the first event. `until` plays to the end of a day. `unstated` reads guarantees that leave it
    open. A reading with errors is refused with ValueError unless `anyway`; so are an unknown scenario, and a day or an event that cannot be read.
    """
    from clausekit.pipeline.simulation import Stage, day_of

    if scenario is not None and events is not None:
        message = "choose one: `scenario`, or `events`"
        raise ValueError(message)
    begins = None if in_force is None else day_of(in_force)
    said = _playable(subject, anyway=anyway) if isinstance(subject, Reading) else _record(subject)
    stage = Stage(said, unstated=unstated)
    played = stage.scenario(scenario, in_force=begins) if scenario is not None else stage.events(events or (), in_force=begins)
    return played if until is None else played.until(until)


def format_text(text: str) -> str:
    """A clause text in canonical layout, its comments kept; it means the same. Raises UnreadableTextError when a sentence of it cannot be read."""
    printed, found = lay_out(Source(text))
    if printed is None:
        message = f"a text can be laid out when every sentence of it can be read: {found[0].message}"
        raise UnreadableTextError(message, tuple(found))
    return printed


def treaty_text(treaty: Treaty) -> str:
    """The clause text that says `treaty`, in canonical layout. Raises ValueError when no text can, because a name in it cannot be written."""
    from clausekit.model.writing import write

    return write(_record(treaty))


def _folders(libraries: Iterable[str | os.PathLike[str]]) -> list[str]:
    return [os.fspath(library) for library in libraries]


def _record(treaty: Treaty) -> Record:
    from clausekit.model.published.convert import record

    return record(treaty)


def _playable(reading: Reading, *, anyway: bool) -> Record:
    """The treaty of a reading, if it can be played."""
    if reading.has_parameters:
        message = f"{reading.source.name} has parameters, and is no treaty by itself; play a file that uses it and gives them values"
        raise ValueError(message)
    if reading.record is None or (reading.has_errors and not anyway):
        message = f"{reading.source.name} has errors; see `diagnostics`{', or play it `anyway`' if reading.record is not None else ''}"
        raise ValueError(message)
    return reading.record


def _draftable(reading: Reading, *, anyway: bool) -> tuple[Record, str]:
    """The treaty of a reading, and what its draft is stamped with."""
    count = sum(1 for each in reading.diagnostics if each.severity is Severity.ERROR)
    if reading.record is None or (count and not anyway):
        if reading.has_parameters:
            message = f"{reading.source.name} has parameters, and is no treaty by itself; draft a file that uses it and gives them values"
            raise ValueError(message)
        message = f"{reading.source.name} has {errors_in_words(count)}; see `diagnostics`, or draft it `anyway`"
        raise ValueError(message if reading.record else f"{reading.source.name} holds nothing to draft; see `diagnostics`")
    return reading.record, f"{errors_in_words(count)} remain{'s' if count == 1 else ''}{_left_out(reading)}" if count else ""


def _left_out(reading: Reading) -> str:
    """How many sentences are missing from a draft because they could not be read: a reader must not take it for whole."""
    found = sum(1 for each in reading.diagnostics if each.severity is Severity.ERROR and each.code.startswith("CK1"))
    marked = _unread(reading.record)
    lost = max(found - marked, 0)
    said = []
    if marked:
        said.append(
            "1 sentence that could not be read stands in square brackets"
            if marked == 1
            else f"{marked} sentences that could not be read stand in square brackets"
        )
    if lost:
        said.append("1 sentence that could not be read is left out here" if lost == 1 else f"{lost} sentences that could not be read are left out here")
    return f" ({', '.join(said)})" if said else ""


def _unread(treaty: Record | None) -> int:
    """How many sentences of a treaty could not be read, and stand in it as they are written."""
    count = 0
    still: list[Record | Division] = [treaty] if treaty is not None else []
    while still:
        each = still.pop()
        count += sum(clause.kind == "unread" for clause in each.clauses)
        still += each.divisions
    return count


def errors_in_words(count: int) -> str:
    """`1 error`, `2 errors`."""
    return "1 error" if count == 1 else f"{count} errors"
