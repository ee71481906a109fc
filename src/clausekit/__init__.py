"""clausekit: treaties that mean one thing.

Read a clause file or text, or build a treaty from the models; then check it, draft it, play what happens, or print it as a clause file::

    import clausekit

    reading = clausekit.read("framework.clause")
    for finding in clausekit.check(reading):
        print(finding.citation, finding.message)
    print(clausekit.draft(reading, format="md"))
    print(clausekit.simulate(reading, events=[("2027-01-10", "armed attack by Russia on Ukraine")]).render())

Nothing here prints, or keeps anything between two calls; all of it may be used from several threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausekit.chronicle.trials import Trials
    from clausekit.diagnostics import Diagnostic, Severity
    from clausekit.drafting.akn.structure import AknReading
    from clausekit.drafting.phrasebook import WordingError
    from clausekit.model.published.treaty import Treaty
    from clausekit.pipeline import Reading
    from clausekit.pipeline.library import UnreadableTextError, check, diagram, draft, parse, read, read_akn, report_on, simulate, treaty_text
    from clausekit.pipeline.library import format_text as format  # noqa: A004  the verb of the field
    from clausekit.pipeline.simulation import Simulation
    from clausekit.pipeline.trials import try_out
    from clausekit.source.files import UnreadableFileError

__version__ = "0.1.0"

__all__ = [
    "AknReading",
    "Diagnostic",
    "Reading",
    "Severity",
    "Simulation",
    "Treaty",
    "Trials",
    "UnreadableFileError",
    "UnreadableTextError",
    "WordingError",
    "__version__",
    "check",
    "diagram",
    "draft",
    "format",
    "parse",
    "read",
    "read_akn",
    "report_on",
    "simulate",
    "treaty_text",
    "try_out",
]

# Where each name comes from. `import clausekit` loads none of it: a program that asks for one name pays for that alone.
_HOMES = {
    "AknReading": "clausekit.drafting.akn.structure",
    "Diagnostic": "clausekit.diagnostics",
    "Reading": "clausekit.pipeline",
    "Severity": "clausekit.diagnostics",
    "Simulation": "clausekit.pipeline.simulation",
    "Treaty": "clausekit.model.published.treaty",
    "Trials": "clausekit.chronicle.trials",
    "UnreadableFileError": "clausekit.source.files",
    "UnreadableTextError": "clausekit.pipeline.library",
    "WordingError": "clausekit.drafting.phrasebook",
    "check": "clausekit.pipeline.library",
    "diagram": "clausekit.pipeline.library",
    "draft": "clausekit.pipeline.library",
    "format": "clausekit.pipeline.library",
    "parse": "clausekit.pipeline.library",
    "read": "clausekit.pipeline.library",
    "read_akn": "clausekit.pipeline.library",
    "report_on": "clausekit.pipeline.library",
    "simulate": "clausekit.pipeline.library",
    "treaty_text": "clausekit.pipeline.library",
    "try_out": "clausekit.pipeline.trials",
}


def __getattr__(name: str) -> object:
    """Load what is asked for (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        message = f"module `clausekit` has no attribute `{name}`"
        raise AttributeError(message)
    from importlib import import_module

    found: object = getattr(import_module(home), "format_text" if name == "format" else name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """What is offered, loaded or not."""
    return sorted(__all__)
