"""Treaty → Draft: title, chapeau, recitals, definitions, articles, final formulas, signatures, annexes, in the order of the field."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.drafting.alternat import for_copy_of, title_for_copy
from clausekit.drafting.definitions import definitions, pledges
from clausekit.drafting.frame import Frame
from clausekit.drafting.notes import Remark, notes
from clausekit.drafting.numerals import References
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.tree import PLAIN, Draft, Layout, Paragraph, Section, plain
from clausekit.drafting.typography import set_in_type
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.clauses import Prose
from clausekit.model.treaty import Division, Treaty


def build(treaty: Treaty, phrases: Phrasebook, *, errors: str = "", remarks: Iterable[Remark] = (), layout: Layout = PLAIN) -> Draft:
    """The document of `treaty` in the language of `phrases`.

    `errors` says what was wrong with it ("2 errors remain"), and stamps the draft; `remarks` are noted beside what they are about, and `layout` is what is
    wanted of its looks. Raises WordingError when a template cannot be used, and for an alternat copy of a treaty that is not between two Parties.
    """
    wording = worded(for_copy_of(treaty, layout.alternat) if layout.alternat else treaty, phrases, references=layout.references)
    wording.citing.numerals = layout.numerals
    wording.citing.are_unnumbered = layout.are_unnumbered
    frame = Frame(wording)
    outline = _Outline(wording, definitions(wording))
    sections = outline.sections([division for division in wording.treaty.divisions if division.kind != "annex"])
    annexes = outline.sections([division for division in wording.treaty.divisions if division.kind == "annex"])
    document = Draft(
        language=phrases.language,
        notice=wording.say("stamp", errors=errors) if errors else "",
        title=title_for_copy(frame.title(), wording) if layout.alternat else frame.title(),
        short=frame.short_title(),
        parties=frame.parties(),
        chapeau=frame.chapeau(),
        recitals=frame.recitals(),
        agreement=frame.agreement(),
        definitions=(*outline.definitions, *pledges(wording)),
        paragraphs=outline.paragraphs([provision for provision in wording.citing.citations.provisions if not provision.path]),
        sections=sections,
        testimonium=frame.testimonium(),
        signatures=frame.signatures(),
        annexes=annexes,
        words={
            "contents": wording.say("contents"),
            "language": phrases.words.get("own_name", phrases.language),
            "instrument": wording.naming.instrument,
            "parties": wording.naming.nouns("Party"),
        },
        treaty=treaty,
        layout=layout,
        notes=notes(remarks, wording.citing),
        status=_status(wording, layout),
    )
    if wording.lexicon is None:
        return document
    wording.lexicon.refuse_gaps()
    return set_in_type(document, phrases.word_list("typography"))


def worded(treaty: Treaty, phrases: Phrasebook, *, references: References = "") -> Wording:
    """The words for what stands in `treaty`."""
    return Wording(treaty._replace(divisions=_apart(treaty.divisions)), phrases, references=references)


def _status(wording: Wording, layout: Layout) -> str:
    """Which draft it is, if whoever asks for it says so."""
    if not (layout.number or layout.dated or layout.is_unsigned):
        return ""
    day = wording.grammar.day(layout.dated) if layout.dated else ""
    return wording.say("status", number=plain(layout.number), day=day, not_for_signature=layout.is_unsigned)


def _apart(divisions: tuple[Division, ...]) -> tuple[Division, ...]:
    """The same divisions, no two of them one object: a treaty built in Python may hold one twice, and each place has its own number."""
    return tuple(division._replace(divisions=_apart(division.divisions)) for division in divisions)


class _Outline:
    """The divisions of a treaty with their paragraphs. `definitions` are those that no Article has taken in."""

    def __init__(self, wording: Wording, meanings: tuple[Paragraph, ...]) -> None:
        self.definitions = meanings
        self._wording = wording
        self._sentences = Sentences(wording)
        self._titles = frozenset(wording.phrases.word_list("definition_titles"))

    def sections(self, divisions: list[Division] | tuple[Division, ...], level: int = 1) -> tuple[Section, ...]:
        return tuple(self._section(division, level) for division in divisions)

    def paragraphs(self, provisions: list[Provision]) -> tuple[Paragraph, ...]:
        bare = self._wording.citing.are_unnumbered
        return tuple(self._sentences.paragraph(provision, "" if bare or provision.alone else str(provision.paragraph)) for provision in provisions)

    def _section(self, division: Division, level: int) -> Section:
        citing = self._wording.citing
        number = citing.number(division)
        return Section(
            division.kind,
            citing.id_of_division(division),
            self._wording.say("heading", kind=division.kind, called=self._wording.grammar.called(division.kind), number=number),
            self._wording.texts.heading(division),
            level,
            (*self.paragraphs(citing.citations.paragraphs(division)), *self._taken_in(division)),
            self.sections(division.divisions, level + 1),
            number,
        )

    def _taken_in(self, division: Division) -> tuple[Paragraph, ...]:
        """The definitions, where a division is there for them."""
        norms = any(not isinstance(clause, Prose) for clause in division.clauses)
        if (
            norms
            or division.divisions
            or not self._titles & {title.casefold().strip(" .") for title in (plain(division.title), self._wording.texts.heading(division))}
        ):
            return ()
        taken, self.definitions = self.definitions, ()
        return taken
