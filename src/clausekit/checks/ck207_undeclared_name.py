"""Undeclared name

Words that nobody declared are allowed: a sentence is enough to begin with. But each of them is a question the other
side will ask: what counts as it, and who says so? Once declared, a misspelling can be caught, and the draft can use the
full wording.

Declare the name where the treaty's vocabulary stands: `party`, `class` for those nobody names one by one, `action`, `event`, `zone`, `measure`,
`rule … means` for a way of deciding, `instrument` for another treaty. `clausekit check --strict` makes an error of every name left undeclared.

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

from clausekit.checks.names_used import UnknownName, begun, capitalised, unknown_names
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, report
from clausekit.model.names import key, without_article
from clausekit.model.part import Part
from clausekit.model.terms import Level
from clausekit.source import Span

RULE = Rule("CK207", "undeclared-name", Severity.INFO)
_DECLARATION = {"place": "zone"}
_WHAT = {
    "party": "an actor", "event": "an event", "action": "an act", "place": "a place or person", "measure": "a measure", "rule": "a rule of decision",
    "instrument": "an instrument", "term": "a term",
}  # fmt: skip
# Their declarations say more than the name, and only the drafter can say it.
_MEANING = {"rule": " means …", "term": ' means "…"'}
# They open no role, so that what stands behind them belongs to the name of the act.
_NO_ROLES = frozenset(
    "across along over under through throughout into onto near inside outside beyond behind around towards toward about concerning regarding".split()
)
_FINDING = frozenset({"determine", "find", "establish", "declare", "decide"})


@check(RULE)
def undeclared_name(survey: Survey) -> Iterator[Diagnostic]:
    """Each undeclared name once, with the declaration it lacks."""
    names = unknown_names(survey)
    told = {key(name.written) for name in names if name.near or (name.kind == "party" and survey.treaty.actors)}  # as unknown or misspelt
    for name in names:
        if key(name.written) in told or _said_of_something_known(survey, name):
            continue
        told.add(key(name.written))
        used = f", used {name.uses} times" if name.uses > 1 else ""
        kind = _kind(survey, name)
        declaration = _declaration(name, kind)
        yield report(
            RULE,
            f"`{name.written}` is {_WHAT[name.kind]} that is not declared{used}",
            at(name.part, "first used here" if name.uses > 1 else "used here"),
            help=f"declare it, as in `{declaration}`, {_or_else(survey, name)}",
            fix=None if kind in _MEANING else _declare(survey, name.written, declaration),
        )


def _or_else(survey: Survey, name: UnknownName) -> str:
    act, done_to = begun(survey, name.written) if name.kind == "action" else ("", "")
    if done_to == "of":
        return f"or leave `of` out: whom `{act}` concerns stands behind `to`, `from`, `with` or `for`"
    if act and done_to.partition(" ")[0].lower() in _NO_ROLES:
        return f"or say where with `to`, `from`, `in` or `on` behind `{act}`: `{done_to.partition(' ')[0]}` opens no role"
    if act and survey.vocabulary.happening(done_to) is not None:
        found = f", as in `if {done_to} as determined by …`" if key(act) in _FINDING else ""
        return f"or leave it: `{done_to}` is an event, and whether it has come about is said where that counts{found}"
    return f"or declare `{done_to}` to have it read as what `{act}` is done to" if act else "or leave it to ordinary meaning"


def _said_of_something_known(survey: Survey, name: UnknownName) -> bool:
    """A level of what is no measure: told as such elsewhere."""
    return name.kind == "measure" and (survey.vocabulary.happening(name.written) or survey.vocabulary.who(name.written)) is not None


def _kind(survey: Survey, name: UnknownName) -> str:
    """What an undeclared name is to be declared as, as a sentence would write it."""
    written = without_article(name.written)
    if name.kind == "place" and written[:1].islower() and " of " in written:
        return "term"  # the armed forces of Ukraine are no zone
    if name.kind == "event" and name.part in survey.once(_while_they_last):
        return "status"
    return "class" if name.kind == "party" and not capitalised(name.written) else _DECLARATION.get(name.kind, name.kind)


def _while_they_last(survey: Survey) -> frozenset[Part]:
    """The events behind `while`, which can only be states of affairs."""
    return frozenset(use.event for use in survey.events if use.context == "while")


def _declaration(name: UnknownName, kind: str) -> str:
    levels = dict.fromkeys(part.level for part in name.parts if isinstance(part, Level))
    scale = f" as {' or '.join(levels)}" if levels else ""
    return f"{kind} {without_article(name.written)}{scale}{_MEANING.get(kind, '')}."


def _declare(survey: Survey, written: str, declaration: str) -> Fix | None:
    """Insert the declaration after the last one of the file, or at its beginning."""
    if survey.source is None:
        return None
    place, stopped = survey.once(_end_of_declarations)
    ended = f"\n{declaration}" if stopped else f".\n{declaration[:-1]}"
    text = ended if place else f"{declaration}\n"
    return Fix(f"declare `{written}`", (Edit(Span(place, place), text),), "meaning")


def _end_of_declarations(survey: Survey) -> tuple[int, bool]:
    """Where the last declaration of the file ends, 0 if there is none, and whether its full stop was passed: it may be left out before a heading."""
    assert survey.source is not None
    first = (*survey.source.beginnings[1:], len(survey.source.text))[0]  # what other files declare is theirs
    end = max((part.span.end for part in survey.vocabulary.declared.values() if part.span and part.span.end <= first), default=0)
    rest = survey.source.text[end:]
    stop = len(rest) - len(rest.lstrip())
    stopped = rest[stop : stop + 1] == "."
    return (end + stop + 1, True) if end and stopped else (end, False)
