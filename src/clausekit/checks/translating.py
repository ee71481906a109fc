"""Treaty → what a translation of it must say, and the lines that say it.

Whatever a draft says by itself (sentences, numbers, dates, the names of built-in acts and roles) each language has of its own. What is asked for here is what
a drafter wrote in words: titles, names, recitals, prose, definitions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.survey import Survey
from clausekit.model.amounts import Formula
from clausekit.model.citations import Provision
from clausekit.model.clauses import Clause, Prose, Sentence
from clausekit.model.languages import GENDER, Language, languages
from clausekit.model.names import NearNames, key
from clausekit.model.qualifiers import Manner, Precedence
from clausekit.model.resolve_translations import ACTOR_KINDS
from clausekit.model.terms import Compares
from clausekit.model.translations import Translated, Translation
from clausekit.model.treaty import Division
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span
from clausekit.syntax.nodes import TranslatedNode
from clausekit.syntax.phrases import quotation
from clausekit.syntax.phrases_translations import translated_name

# Quantities of these need no translation: each language has a word or sign for them.
_BUILT_IN_UNITS = frozenset({"percent"})
_NAMES = ("groups", "bodies", "zones", "terms", "actions", "events", "statuses", "measures", "rules", "instruments")
INDECLINABLE = "indeclinable"
_PARAGRAPH = re.compile(r"(\d{1,9})(?: of (article|annex|part) (.+))?")


class Wanted(NamedTuple):
    """One thing that a translation must say.

    `original` is the text that it translates, where there is one beside the name. `has_noun` and `has_meaning` say whether it has a noun and a definition of
    its own. `is_loose` says that nobody declared it, so that the language may have a word for it. `span` is where it stands in the treaty.
    """

    kind: str
    name: str
    original: str
    has_noun: bool
    has_meaning: bool
    span: Span | None
    is_loose: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by among the lines of a translation."""
        return key_of(self.kind, self.name)


def key_of(kind: str, name: str) -> tuple[str, str]:
    """What a line is compared by: whoever acts is one kind, and so is what happens or lasts."""
    return ("party" if kind in ACTOR_KINDS else "event" if kind == "status" else kind, key(name))


def wanted(survey: Survey) -> tuple[Wanted, ...]:
    """Everything that a translation of the treaty must say, in the order in which a drafter would write it."""
    return survey.once(_gathered)


def missing(survey: Survey, translation: Translation) -> list[Wanted]:
    """What a translation does not say yet. A misspelt name says what it is meant for."""
    said = {key_of(entry.kind, entry.name) for entry in translation.entries if entry.text}
    labels = (cited.clause.label for entry in translation.entries if entry.kind == "paragraph" and (cited := provision_of(survey, entry)) is not None)
    said |= {key_of("clause", label) for label in labels if label}
    said |= {key_of(entry.kind, near) for entry in translation.entries if (near := meant(survey, entry))}
    said |= {(kind, name) for _, name in [each for each in said if each[0] == "phrase"] for kind in ("party", "event", "action", "unit")}
    return [each for each in wanted_in(survey, translation) if each.key not in said]


def wanted_in(survey: Survey, translation: Translation) -> list[Wanted]:
    """What one translation must say: neither undeclared names that the language has words for, nor those that only sentences use which it gives whole."""
    language = languages().get(translation.language)
    own = language.own if language is not None else frozenset()
    return [each for each in wanted(_to_be_made(survey, translation)) if not (each.is_loose and key(each.name) in own)]


def _to_be_made(survey: Survey, translation: Translation) -> Survey:
    """The survey of a treaty whose sentences are prose where a translation gives them whole."""
    given = (provision_of(survey, entry) for entry in translation.entries if entry.text)
    whole = {id(provision.clause) for provision in given if provision is not None and isinstance(provision.clause, Sentence)}
    if not whole:
        return survey

    def made(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        return tuple(Prose(*each[:2], "prose", each.label, "", "", ()) if id(each) in whole else each for each in clauses)

    def divided(divisions: tuple[Division, ...]) -> tuple[Division, ...]:
        return tuple(each._replace(clauses=made(each.clauses), divisions=divided(each.divisions)) for each in divisions)

    treaty = survey.treaty
    return Survey(treaty._replace(clauses=made(treaty.clauses), divisions=divided(treaty.divisions)), survey.source, whole=survey.whole)


def meant(survey: Survey, entry: Translated) -> str | None:
    """The name that a line was probably meant for, where the treaty has none as it is written."""
    wanted_here = key_of(entry.kind, entry.name)
    near = None if wanted_here in survey.once(by_key) else survey.once(_near).get(wanted_here[0])
    return near.nearest(entry.name) if near is not None else None


def _near(survey: Survey) -> dict[str, NearNames]:
    """The names of each kind that a line may be meant for."""
    names: dict[str, list[str]] = {"clause": [each.clause.label for each in survey.citations.provisions if each.clause.label]}
    for each in wanted(survey):
        if each.name and each.kind != "clause":
            names.setdefault(each.key[0], []).append(each.name)
    return {kind: NearNames(listed) for kind, listed in names.items()}


def by_name(survey: Survey) -> dict[str, Wanted]:
    """The first thing of each name that a translation must say."""
    found: dict[str, Wanted] = {}
    for each in wanted(survey):
        found.setdefault(key(each.name), each)
    return found


def by_key(survey: Survey) -> dict[tuple[str, str], Wanted]:
    """What a translation must say, by what it is known by."""
    return {each.key: each for each in wanted(survey)}


def line(each: Wanted, language: Language | None) -> str:
    """The line that would say it, with empty quotations to be filled in."""
    noun = ' as ""' if each.has_noun else ""
    meaning = ' means ""' if each.has_meaning else ""
    forms = [f'{form} ""' for form in needed(each.kind, language) if form != GENDER]
    named = translated_name(TranslatedNode(each.kind, each.name, "", None, None, (), 0, 0))
    return ", ".join([f'{named}: ""{noun}{meaning}', *forms]) + "."


def needed(kind: str, language: Language | None) -> tuple[str, ...]:
    """The forms that a kind of name cannot do without in a language."""
    return language.needed.get(kind, ()) if language is not None else ()


def lacking(entry: Translated, language: Language) -> list[str]:
    """The forms that a line should have and has not, in words. A language that tells the gender by an article needs no mark behind one."""
    known = {*language.forms, *language.genders, INDECLINABLE}
    spelled = {form.name: form.name if form.name in known else NearNames(known).nearest(form.name) or form.name for form in entry.forms}
    given = {spelled[form.name] for form in entry.forms if form.text or spelled[form.name] in (*language.genders, INDECLINABLE, "plural", "singular")}
    if INDECLINABLE in given:
        return []
    lacks = []
    for form in needed(entry.kind, language):
        if form == GENDER:
            shown = any(mark and entry.text.lower().startswith(article) for article, mark in language.articles.items())
            if not shown and given.isdisjoint(language.genders) and "plural" not in given:
                lacks.append(" or ".join(language.genders))
        elif given.isdisjoint({form, f"plural {form}"}):
            lacks.append(form)
    return lacks


# ---------------------------------------------------------------- gathering


def _gathered(survey: Survey) -> tuple[Wanted, ...]:
    found: dict[tuple[str, str], Wanted] = {}
    for each in (*_frame(survey), *_declared(survey), *_undeclared(survey), *_adjoined(survey), *_counted_in(survey), *_written(survey), *_provisions(survey)):
        found.setdefault(each.key, each)
    return tuple(found.values())


def _frame(survey: Survey) -> Iterator[Wanted]:
    treaty = survey.treaty
    for kind, text in (("title", treaty.title), ("short", treaty.short), ("done at", treaty.done_at)):
        if text:
            yield _plain(kind, "", text)


def _declared(survey: Survey) -> Iterator[Wanted]:
    treaty = survey.treaty
    for actor in treaty.actors:
        yield _plain(actor.role, actor.name, actor.display or actor.name, actor.span)
    for field in _NAMES:
        for part in getattr(treaty, field):
            meaning, noun = getattr(part, "meaning", None), getattr(part, "noun", None)
            defined = isinstance(meaning, str) and bool(meaning)
            yield Wanted(type(part).__name__.lower(), part.name, part.display or part.name, bool(noun), defined, part.span)
    for measure in treaty.measures:
        for level in measure.levels:
            yield _plain("level", level, level, measure.span)


def _undeclared(survey: Survey) -> Iterator[Wanted]:
    for act, _ in survey.unknown_acts:
        yield _plain("action", act.action, act.action, act.span)._replace(is_loose=True)
    for use in survey.events:
        if use.found is None and survey.vocabulary.anything(use.event.name) is None:
            yield _plain("event", use.event.name, use.event.name, use.event.span)._replace(is_loose=True)
    for named in survey.actors:
        name = named.actor.name
        if named.found is None and survey.vocabulary.happening(name) is None:
            yield _plain("phrase", name, name, named.actor.span)
        if named.actor.variable:
            yield _plain("phrase", named.actor.variable, named.actor.variable, named.actor.span)


def _adjoined(survey: Survey) -> Iterator[Wanted]:
    """Words that stand beside acts and clauses, where a name may or may not: its constitutional processes, amendments, the languages of the text."""
    vocabulary = survey.vocabulary
    named = [(qualifier.name, qualifier.span) for qualifier, _ in survey.qualifiers if isinstance(qualifier, Manner | Precedence) and qualifier.name]
    for use in survey.applications:
        application = use.application
        if application.target:
            named.append((application.target, application.span))
        if application.subject is not None and application.verb == "is adopted by":
            named += [(actor.name, actor.span) for actor in application.subject.members]
    for name, span in named:
        if vocabulary.anything(name) is None and vocabulary.happening(name) is None:
            yield _plain("phrase", name, name, span)
    for each in survey.limbs_that_ensure[:1]:
        yield _plain("action", each.limb.act.action, each.limb.act.action, each.limb.span)._replace(is_loose=True)
    for language in survey.treaty.languages:
        yield _plain("phrase", language, language)._replace(is_loose=True)


def _counted_in(survey: Survey) -> Iterator[Wanted]:
    treaty = survey.treaty
    found: list[tuple[str | None, Span | None]] = [(each.unit, each.span) for each in treaty.measures]
    quantities = [use.quantity for use in survey.quantities] + [zone.distance for zone in treaty.zones if zone.distance is not None]
    formulas = [quantity.formula for quantity in quantities if quantity.formula is not None]
    found += [(quantity.unit, quantity.span) for quantity in quantities]
    for compared in (use.test for use in survey.measures):
        if isinstance(compared, Compares):
            found.append((compared.unit, compared.span))
            formulas += [compared.formula] if compared.formula is not None else []
    found += [unit for formula in formulas for unit in _units_of(formula)]
    for unit, span in found:
        if unit and unit.lower() not in _BUILT_IN_UNITS:
            yield _plain("unit", unit, unit, span)


def _units_of(formula: Formula) -> Iterator[tuple[str | None, Span | None]]:
    if formula.kind == "number":
        yield formula.of, formula.span
    for operand in formula.operands:
        yield from _units_of(operand)


def _written(survey: Survey) -> Iterator[Wanted]:
    for record in survey.records:
        if record.record.text:
            yield _plain("phrase", record.record.text, record.record.text, record.record.span)
    for group in survey.treaty.groups:
        if group.criterion is not None and group.criterion.text:
            yield _plain("phrase", group.criterion.text, group.criterion.text, group.span)


def _provisions(survey: Survey) -> Iterator[Wanted]:
    for number, recital in enumerate(survey.treaty.recitals, 1):
        yield _plain("recital", str(number), recital.text, recital.span)
    for division, _ in survey.citations.divisions:
        if division.title:
            yield _plain(division.kind, division.designation, division.title, division.span)
    for provision in survey.citations.provisions:
        clause = provision.clause
        if not isinstance(clause, Prose):
            continue
        if clause.label:
            yield _plain("clause", clause.label, clause.text, clause.span)
        else:
            within = f" of {provision.path[-1].kind} {provision.path[-1].designation}" if provision.path else ""
            yield _plain("paragraph", f"{provision.paragraph}{within}", clause.text, clause.span)


def provision_of(survey: Survey, entry: Translated) -> Provision | None:
    """The provision whose text a line gives; None for a line on something else, or on nothing that the treaty has."""
    citations = survey.citations
    if entry.kind == "clause":
        return citations.labelled(entry.name)
    paragraph = _PARAGRAPH.fullmatch(entry.name) if entry.kind == "paragraph" else None
    if paragraph is None:
        return None
    number, kind, designation = paragraph.groups()
    if kind is None:
        inside = [each for each in citations.provisions if not each.path]
    else:
        division = citations.article(designation) if kind == "article" else citations.other(kind, designation)
        inside = citations.paragraphs(division) if division is not None else []
    return inside[int(number) - 1] if 1 <= int(number) <= len(inside) else None


def head(survey: Survey, translation: Translation) -> Span | None:
    """The line that begins a translation."""
    span = translation.span
    if survey.source is None or span is None:
        return span
    text = survey.source.text
    end = min(at for at in (text.find("\n", span.start), text.find(".", span.start), len(text)) if at >= 0)
    return Span(span.start, max(span.start, end))


def _plain(kind: str, name: str, original: str, span: Span | None = None) -> Wanted:
    return Wanted(kind, name, original, has_noun=False, has_meaning=False, span=span)


def shown(entry: Translated) -> str:
    """A line of a translation by what it translates: `party Russia`."""
    return translated_name(TranslatedNode(entry.kind, entry.name, "", None, None, (), 0, 0))


def commented(each: Wanted, language: Language) -> str:
    """What a line translates, and which marks it is to have, for a comment behind it. Empty where its name says as much and an article tells the gender."""
    original = quotation(each.original) if key(each.original) != key(each.name) else ""
    marks = " or ".join(language.genders) if GENDER in needed(each.kind, language) and not language.articles else ""
    return "; ".join(filter(None, (original, marks)))
