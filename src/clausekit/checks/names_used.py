"""Names in use → those that nobody declared: misspelt, or new.

Five checks ask the same question of different places in a sentence (a bearer, an event, an act, a place, a measure); what they share is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, spelled_as
from clausekit.diagnostics import Diagnostic, Label, Rule, report
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.vocabulary import BREACH


class UnknownName(NamedTuple):
    """A name that is not declared: where it is first used, what kind of thing it names, and the declared name it resembles."""

    written: str
    kind: str
    part: Part
    uses: int
    near: str | None


# Words that begin a phrase of manner or measure rather than a name: `in good faith`, `to such extent`.
_LOWER_CASE_IS_PROSE = frozenset({"to", "in", "from", "with", "for", "between", "on", "against", "by", "as determined by"})
_KINDS = {"party": ("who",), "event": ("happenings",), "action": ("actions",), "place": ("who", "things"), "measure": ("things",)}


def unknown_names(survey: Survey) -> tuple[UnknownName, ...]:
    """Every undeclared name, once for each kind of place it stands in, in the order of first use. Worked out once for a survey."""
    known: tuple[UnknownName, ...] | None = getattr(survey, "_unknown_names", None)
    if known is None:
        known = tuple(_gather(survey))
        survey._unknown_names = known  # type: ignore[attr-defined]  # noqa: SLF001  kept with the survey it belongs to
    return known


def _gather(survey: Survey) -> Iterator[UnknownName]:
    found: dict[tuple[str, str], list[Part]] = {}
    for use in survey.actors:
        if use.found is None:
            prose = use.context in _LOWER_CASE_IS_PROSE | {"object"} and not _capitalised(use.actor.name)
            kind = "prose" if prose else "place" if use.context in _LOWER_CASE_IS_PROSE and use.context != "by" else "party"
            found.setdefault((kind, key(use.actor.name)), []).append(use.actor)
    for event in survey.events:
        if event.found is None and key(event.event.name) != BREACH:
            found.setdefault(("event", key(event.event.name)), []).append(event.event)
    for act, _ in survey.unknown_acts:
        found.setdefault(("action", key(act.action)), []).append(act)
    for test in survey.measures:
        if test.found is None:
            found.setdefault(("measure", key(test.test.measure)), []).append(test.test)
    for (kind, _), parts in found.items():
        written = _name_of(parts[0])
        near = survey.vocabulary.near(written, *_KINDS["place" if kind == "prose" else kind])
        if kind == "prose" and near is None:
            continue  # ordinary words of a role: `in good faith`
        yield UnknownName(written, "place" if kind == "prose" else kind, parts[0], len(parts), near)


def misspelt(survey: Survey, rule: Rule, kind: str, what: str) -> Iterator[Diagnostic]:
    """A finding for each undeclared name of `kind` that resembles a declared one."""
    for name in unknown_names(survey):
        if name.kind == kind and name.near:
            yield suggestion(survey, rule, name, what)


def suggestion(survey: Survey, rule: Rule, name: UnknownName, what: str) -> Diagnostic:
    """The finding for a name that resembles a declared one."""
    assert name.near is not None
    declared = survey.vocabulary.declared.get(key(name.near))
    labels = [at(name.part, f"{what}")]
    if declared is not None and declared.span is not None:
        labels.append(Label(declared.span, f"did you mean `{name.near}`?"))
    text = survey.source.text if survey.source else None
    again = f" (used {name.uses} times)" if name.uses > 1 else ""
    return report(
        rule,
        f"`{name.written}` is not declared{again}",
        *labels,
        help=f"did you mean `{name.near}`? If not, declare `{name.written}`",
        fix=spelled_as(text, name.written, name.part.span, name.near),
    )


def _name_of(part: Part) -> str:
    for field in ("action", "measure", "name"):
        value = getattr(part, field, None)
        if isinstance(value, str):
            return value
    return ""


def _capitalised(name: str) -> bool:
    return any(word[0].isupper() for word in name.split(" "))
