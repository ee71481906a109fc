"""Undeclared name

Words that nobody declared are allowed: a sentence is enough to begin with. But each of them is a question the other side will ask: what counts as it, and
who says so? Once declared, a misspelling can be caught, and the draft can use the full wording.

Declare the name where the treaty's vocabulary stands. `clausekit check --strict` makes an error of every name left undeclared.

bad:
    party Ukraine.
    party Poland.

    Poland shall train border guards within 30 days of request by Ukraine.  # info: [CK207]

good:
    party Ukraine.
    party Poland.
    action train border guards as "training of border guards".

    Poland shall train border guards within 30 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import UnknownName, unknown_names
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, report
from clausekit.source import Span

RULE = Rule("CK207", "undeclared-name", Severity.INFO)
_DECLARATION = {"party": "party", "event": "event", "action": "action", "place": "zone", "measure": "measure"}
_WHAT = {"party": "an actor", "event": "an event", "action": "an act", "place": "a place or person", "measure": "a measure"}


@check(RULE)
def undeclared_name(survey: Survey) -> Iterator[Diagnostic]:
    """Each undeclared name once, with the declaration it lacks."""
    for name in unknown_names(survey):
        if name.near or (name.kind == "party" and survey.treaty.actors):
            continue  # an unknown party, or a misspelling: told elsewhere
        used = f", used {name.uses} times" if name.uses > 1 else ""
        yield report(
            RULE,
            f"`{name.written}` is {_WHAT[name.kind]} that is not declared{used}",
            at(name.part, "first used here"),
            help=f"declare it, as in `{_DECLARATION[name.kind]} {name.written}.`, or leave it to ordinary meaning",
            fix=_declare(survey, name),
        )


def _declare(survey: Survey, name: UnknownName) -> Fix | None:
    """Insert the declaration after the last one of the file, or at its beginning."""
    if survey.source is None:
        return None
    last = max((part.span.end for part in survey.vocabulary.declared.values() if part.span), default=None)
    declaration = f"{_DECLARATION[name.kind]} {name.written}."
    if last is None:
        at, text = 0, f"{declaration}\n"
    else:
        stop = _full_stop(survey.source.text, last)
        at, text = (last, f".\n{declaration[:-1]}") if stop is None else (stop, f"\n{declaration}")
    return Fix(f"declare `{name.written}`", (Edit(Span(at, at), text),), "meaning")


def _full_stop(text: str, end: int) -> int | None:
    """The place after the full stop of a declaration that ends at `end`; None where it was left out."""
    rest = text[end:].lstrip()
    return len(text) - len(rest) + 1 if rest.startswith(".") else None
