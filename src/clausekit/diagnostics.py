"""What any stage has to say about a clause file: the one type every room speaks.

A diagnostic says what is wrong in the drafter's words, shows every place involved, and offers the next step. Stages return them; only the front doors print.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from clausekit.named_tuples import NamedTuple
from clausekit.source import Source, Span


class Severity(StrEnum):
    """How much a finding weighs: an error refuses a draft, a warning asks for a decision, an info is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Label(NamedTuple):
    """A place a diagnostic points at, and what is to be seen there. `span` is None for a treaty that was built without a text.

    `source` is the file in which the place lies, where that is not the file which was read but one that it uses.
    """

    span: Span | None
    message: str = ""
    source: Source | None = None


class Edit(NamedTuple):
    """Replace what stands at `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change that would settle the finding. One that touches an obligation is `meaning`, and is never applied unasked."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Literal["layout", "meaning"]


class Rule(NamedTuple):
    """What a code stands for: `CK201`, `unknown-party`, and the severity it has by default."""

    code: str
    name: str
    severity: Severity


class Told(NamedTuple):
    """Something that happens, as an event log tells it: `on` is a day, or a day and an hour, and `event` what happens in the words of the clause language."""

    on: str
    event: str


class Course(NamedTuple):
    """A course of events that can be played: the day on which the treaty enters into force, what happens then, and the day until which it is to be played.

    `seen` is the instant at which the flaw shows, dated as an event is.
    """

    entry_into_force: str
    events: tuple[Told, ...]
    until: str
    seen: str = ""


class Proof(NamedTuple):
    """How a finding was proved: the clauses that bring it about together, each of them needed; the course of events that shows it, and its story in prose.

    `verdict` is shown, refuted or undecided. `witness` is None where no course of events is needed, or where none can be told in an event log. `steps` spell
    a sum or a circle out.
    """

    verdict: Literal["shown", "refuted", "undecided"]
    core: tuple[str, ...] = ()
    witness: Course | None = None
    story: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Diagnostic(NamedTuple):
    """One finding.

    `labels` holds every place involved, the first being where the finding is. `help` is the next step, in a sentence. `citation` is the provision of the
    first label ("Article 5, paragraph 1") and `clauses` names every sentence involved; both are filled in when the treaty is known. `proof` says how it was
    proved, where it was.
    """

    rule: Rule
    severity: Severity
    message: str
    labels: tuple[Label, ...] = ()
    help: str = ""
    fix: Fix | None = None
    citation: str = ""
    clauses: tuple[str, ...] = ()
    proof: Proof | None = None

    @property
    def code(self) -> str:
        """The code of its rule, such as `CK201`."""
        return self.rule.code

    @property
    def name(self) -> str:
        """The name of its rule, such as `unknown-party`."""
        return self.rule.name

    @property
    def span(self) -> Span | None:
        """Where the finding is, if it has a place in a text."""
        return self.labels[0].span if self.labels else None


def report(rule: Rule, message: str, *labels: Label, help: str = "", fix: Fix | None = None) -> Diagnostic:  # noqa: A002  the word the page uses
    """A diagnostic of `rule` at its default severity."""
    return Diagnostic(rule, rule.severity, message, labels, help, fix)
