"""Survey → findings: every check run, every finding told its Article.

A check that fails is a mistake of ours, not of the drafter: it becomes one internal finding, and the others go on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable

from clausekit.checks.registry import Check, text_checks
from clausekit.checks.survey import Survey
from clausekit.checks.texts import all_declarations
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.languages import name_of
from clausekit.source import Span

FAILED_CHECK = Rule("CK901", "failed-check", Severity.WARNING)


def run_checks(survey: Survey, run: Iterable[Check] | None = None) -> list[Diagnostic]:
    """What checks find, without their citations yet: those of `run`, or all checks of the text."""
    found: list[Diagnostic] = []
    for each in text_checks() if run is None else run:
        if each.run is None:
            continue
        try:
            found.extend(each.run(survey))
        except Exception as problem:  # noqa: BLE001  a faulty check must not take the others with it
            found.append(_failure(each, problem))
    return found


def _failure(each: Check, problem: Exception) -> Diagnostic:
    return report(
        FAILED_CHECK,
        f"the check {each.rule.code} ({each.rule.name}) could not be made: {type(problem).__name__}: {problem}"[:300],
        Label(None),
        help="nothing is known about what it looks for; please report this with the file, or leave the check out with `--ignore`",
    )


def settle(
    found: Iterable[Diagnostic],
    survey: Survey | None,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    strict: bool = False,
) -> tuple[Diagnostic, ...]:
    """The findings asked for, in the order of the text, each once, with the Articles they touch.

    `select` and `ignore` take codes, names, or the beginning of a code (`CK3`). `strict` makes errors of what only an undeclared vocabulary allows.
    """
    # a check that failed found nothing: who selected it must not take that for a clean bill
    kept = [each for each in found if (not select or each.rule is FAILED_CHECK or matches(each.rule, select)) and not matches(each.rule, ignore)]
    if strict:
        kept = [each._replace(severity=Severity.ERROR) if each.rule.name in STRICT else each for each in kept]
    if survey is not None and kept:
        places = _Places(survey)
        kept = [places.cite(each) for each in kept]
        cores: defaultdict[str, list[set[str]]] = defaultdict(list)
        for each in kept:
            if each.proof is not None:
                for code in _SEEN.get(each.rule.code, ()):
                    cores[code].append(set(each.proof.core))
        kept = [each for each in kept if not _is_proved(each, cores.get(each.code, ()))]
    unique = {(each.rule.code, each.message, each.labels): each for each in kept}
    return tuple(sorted(unique.values(), key=_position))


# What `--strict` no longer lets pass (language, section 2).
STRICT = frozenset({"undeclared-name"})


# What a check of the text sees of a flaw, by the check that proves the same; and what is a conflict of a sentence with itself, by why it is.
_SEEN = {
    "CK411": ("CK406",),
    "CK414": ("CK509",),
    "CK415": ("CK303", "CK304", "CK310", "CK411"),
    "CK416": ("CK725",),
    "CK419": ("CK615", "CK616", "CK714"),
    "CK420": ("CK604", "CK609", "CK713"),
    "CK421": ("CK607", "CK608"),
}


def _is_proved(each: Diagnostic, cores: Iterable[set[str]]) -> bool:
    """Whether a finding about the text is told by one of those that were proved, of the same sentences, which says more: `cores` are the sentences of these."""
    return bool(each.clauses) and any(core.issuperset(each.clauses) for core in cores)


def matches(rule: Rule, wanted: Collection[str]) -> bool:
    """Whether a rule is among the codes, beginnings of codes and names in `wanted`."""
    return any(rule.name == word or (word and rule.code.startswith(word.upper())) for word in wanted)


def _position(each: Diagnostic) -> tuple[str, int, int, str]:
    span, source = each.span, each.labels[0].source if each.labels else None
    return ("", -1, 0, each.code) if span is None else (source.name if source else "", span.start, span.end, each.code)


class _Places:
    """Where in the text each provision, heading and declaration stands."""

    def __init__(self, survey: Survey) -> None:
        citations = survey.citations
        named: list[tuple[int, int, str, str, bool]] = []
        for provision in citations.provisions:
            span = provision.clause.span
            if span is not None:
                name = citations.name_of(provision)
                named.append((span.start, span.end, name, provision.clause.label or name, False))
        for division, path in citations.divisions:
            if division.span is not None:
                first = division.clauses[0].span if division.clauses else division.divisions[0].span if division.divisions else None
                heading = citations.heading(path)
                named.append((division.span.start, first.start if first else division.span.end, heading, heading, True))
        # What stands under a scenario and was not read is a line of it, as what stands under a heading is.
        named += [(*each.span, f'scenario "{each.name}"', "", True) for each in survey.treaty.scenarios if each.span is not None]
        named += [(*each.span, f'expectation "{each.name}"' if each.name else "expectation", "", False) for each in survey.treaty.expectations if each.span]
        for translation in survey.treaty.translations:
            named += [(translation.start, translation.start, f"translation {name_of(translation.language)}", "", False)] if translation.span else []
            named += [(*entry.span, f"translation {name_of(translation.language)}", "", False) for entry in translation.entries if entry.span is not None]
        spans = (part.span for part in all_declarations(survey))
        named += [(*span, "", "", False) for span in spans if span is not None]
        if survey.source is not None:
            named += [(start, start, "", "", True) for start in survey.source.beginnings[1:]]  # no heading reaches into another file
        named.sort()
        self._named = named
        self._starts = [start for start, *_ in named]
        self._headings: list[str] = []
        above = ""
        for _, _, name, _, is_heading in named:
            above = name if is_heading else above
            self._headings.append(above)

    def cite(self, each: Diagnostic) -> Diagnostic:
        """The finding with the citation of its first place, and every clause it touches."""
        touched = [self._at(label.span) for label in each.labels if label.span is not None]
        clauses = tuple(sorted({clause for _, clause in touched if clause}))
        return each._replace(citation=each.citation or (touched[0][0] if touched else ""), clauses=each.clauses or clauses)

    def _at(self, span: Span) -> tuple[str, str]:
        """How the provision at `span` is cited, and its label; what stands in none (a sentence that was not read) is cited by the heading above it."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return "", ""
        _, end, name, clause, _ = self._named[index]
        return (name, clause) if span.start <= end else (self._headings[index], "")
