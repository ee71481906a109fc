"""A text → its reading: parsed, resolved and checked, with every finding. The front doors and the library share this road."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clausekit.checks.engine import run_checks, settle
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Label, Severity, report
from clausekit.model.resolve import resolve
from clausekit.model.treaty import Treaty
from clausekit.named_tuples import NamedTuple
from clausekit.source import Source, Span
from clausekit.source.volume import Volume
from clausekit.syntax.nodes import Document, ParameterNode, UseNode
from clausekit.syntax.parser import parse as parse_text
from clausekit.syntax.rules import EMPTY_FILE

if TYPE_CHECKING:
    from clausekit.model.published.treaty import Treaty as PublishedTreaty
    from clausekit.pipeline.proving import Proving


class Reading(NamedTuple):
    """What was read: the source, its sentences as written, the treaty they make, and everything there is to say about it.

    `record` is the treaty as the rooms pass it on, with all that the file uses; None when nothing could be read, and for a file with parameters, which is no
    treaty until somebody uses it. `sources` are the texts that were read: the file itself, and each file it uses. `volume` is all of them end to end, where
    the places of `record` lie; None where that is `source` itself.
    """

    source: Source
    document: Document
    record: Treaty | None
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...] = ()
    volume: Volume | None = None

    def place(self, span: Span) -> tuple[Source, Span]:
        """The file in which something of `record` stands, and where in it."""
        if self.volume is None:
            return self.source, span
        page = self.volume.page(span.start)
        return page.source, page.place(Span(span.start - page.start, span.end - page.start))

    @property
    def treaty(self) -> PublishedTreaty | None:
        """The treaty as frozen Pydantic models, made anew each time it is asked for; None when nothing could be read, and for a file with parameters."""
        if self.record is None:
            return None
        from clausekit.model.published.convert import published  # loads Pydantic, which reading does not need

        return published(self.record)

    @property
    def has_errors(self) -> bool:
        """Whether anything of error severity was found: such a treaty is not drafted unasked."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)

    @property
    def has_parameters(self) -> bool:
        """Whether it is a file for others to use, which cannot be drafted by itself."""
        return any(type(item) is ParameterNode for item in self.document.items)


def read_source(  # noqa: PLR0913  what reading hangs on, each by its name
    source: Source,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    strict: bool = False,
    folder: str | None = None,
    libraries: Sequence[str] = (),
    proving: Proving | None = None,
) -> Reading:
    """Read a source through every stage. Never raises for what a drafter wrote.

    Files to be used are looked for below `folder`, where the file stands (None for a text that stands in no folder), and below `libraries`. With `proving`, the
    prover is asked too, for the checks that are wanted.
    """
    with collector_off():
        document, found = parse_text(source)
        if not document.items:
            return Reading(source, document, None, settle(found or [_nothing_said()], None, select=select, ignore=ignore), (source,))
        if any(type(item) is UseNode or type(item) is ParameterNode for item in document.items):
            from clausekit.pipeline.together import read_together  # a file that uses nothing pays nothing

            proofs = _Proofs(proving, select, ignore).found
            reading = read_together(source, document, folder, libraries, proofs)
            return reading._replace(diagnostics=settle(reading.diagnostics, None, select=select, ignore=ignore, strict=strict))
        treaty, unusable = resolve(document)
        survey = Survey(treaty, source, whole=not found)
        found += unusable
        found += run_checks(survey)
        found += _Proofs(proving, select, ignore).found(survey, found)
        return Reading(source, document, treaty, settle(found, survey, select=select, ignore=ignore, strict=strict), (source,))


class _Proofs(NamedTuple):
    """What the prover is asked for, if it is asked at all."""

    proving: Proving | None
    select: Collection[str]
    ignore: Collection[str]

    def found(self, survey: Survey, found: Collection[Diagnostic]) -> list[Diagnostic]:
        """What the checks that tell of proofs find, beside what was found already."""
        if self.proving is None:
            return []
        from clausekit.pipeline.proving import proved_findings  # the prover is loaded where it is asked

        return proved_findings(survey, found, self.proving, select=self.select, ignore=self.ignore)


def _nothing_said() -> Diagnostic:
    return report(
        EMPTY_FILE,
        "there is no sentence in this file",
        Label(Span(0, 0)),
        help="one is enough to begin with, such as `if breach then deploy forces`; `clausekit new` writes a file to start from",
    )


@contextmanager
def collector_off() -> Iterator[None]:
    """The collector finds nothing to free while a treaty is being built, and looking costs more than the building."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
