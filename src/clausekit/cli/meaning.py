"""A clause of a treaty → what it means, norm by norm: who, what, when, by when, unless what, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.survey import ApplicationUse, DeclaredUse, GuaranteeUse, StatementUse, Survey
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.tree import unlinked
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.clauses import Limb, Prose, Stated, Unread
from clausekit.model.life import Application, Record
from clausekit.model.modality import denies
from clausekit.model.qualifiers import Manner, Precedence, Qualifier, Restriction, Understanding, When
from clausekit.model.terms import Bearer, Reference, Role, Timing
from clausekit.model.treaty import Treaty

_CITED = re.compile(
    r"(?:paragraph\s+(?P<before>\d+)\s+of\s+)?(?:(?P<kind>article|annex|part|chapter|section|clause)\s+)?(?P<name>.+?)"
    r"(?:,?\s+paragraph\s+(?P<after>\d+)|\s*\((?P<round>\d+)\))?",
    re.IGNORECASE,
)
_KINDS = {
    "duty": "Duty",
    "prohibition": "Prohibition",
    "permission": "Permission",
    "power": "Power, which changes what others owe",
    "exemption": "Exemption from a duty",
    "commitment": "Political commitment, which binds nobody in law",
}
_FORCES = {"guarantee": "Guarantee of", "assurance": "Assurance of", "intention": "Intention to uphold"}
_ASPECTS = {"begin": "the beginning of it", "complete": "its completion"}
_Use = StatementUse | GuaranteeUse | ApplicationUse | DeclaredUse


class Row(NamedTuple):
    """One line of an explanation. A row without a name is a heading of its own."""

    name: str
    text: str


class Explainer:
    """Explains the clauses of one treaty."""

    def __init__(self, treaty: Treaty) -> None:
        """Look the treaty over once."""
        self._survey = Survey(treaty)
        self._citations = self._survey.citations
        self._wording = Wording(treaty, Phrasebook())
        self._sentences = Sentences(self._wording)

    # ------------------------------------------------------------ finding

    def find(self, written: str) -> list[Provision]:
        """The provisions that `written` cites: a label, `article 5`, `paragraph 2 of article 5`, `Article 5, paragraph 2`, `5(2)`, `annex A`."""
        labelled = self._citations.labelled(written)
        if labelled is not None:
            return [labelled]
        match = _CITED.fullmatch(written.strip())
        if match is None:
            return []
        kind = (match["kind"] or "article").lower()
        if kind == "clause":
            cited = self._citations.labelled(match["name"])
            return [] if cited is None else [cited]
        division = self._citations.article(match["name"]) if kind == "article" else self._citations.other(kind, match["name"])
        if division is None:
            return []
        paragraph = match["before"] or match["after"] or match["round"]
        inside = [each for each in self._citations.provisions if division in each.path]
        return inside if paragraph is None else [each for each in inside if each.path[-1] is division and each.paragraph == int(paragraph)]

    def citations(self) -> list[str]:
        """What can be explained: every label, and every article and annex as it is cited."""
        labels = [each.clause.label for each in self.provisions() if each.clause.label]
        return [*labels, *(self._citations.heading(path) for _, path in self._citations.divisions)]

    def provisions(self) -> list[Provision]:
        """Every provision, in order."""
        return self._citations.provisions

    # ------------------------------------------------------------ saying

    def title(self, provision: Provision) -> str:
        """How a provision is cited, with its label: `Article 5, paragraph 1 (response)`."""
        name = self._citations.name_of(provision) or "The sentence"
        return f"{name} ({provision.clause.label})" if provision.clause.label else name

    def sentence(self, provision: Provision) -> str:
        """The provision as the draft says it."""
        said = self._sentences.paragraph(provision, "")
        points = "".join(f" ({point.mark}) {point.text}" for point in said.points)
        return unlinked(f"{said.text}{points} {said.closing}".strip())

    def rows(self, provision: Provision) -> Iterator[Row]:
        """What the provision means: for each of its norms a heading, and a row for each thing that is settled, or left open."""
        self.sentence(provision)  # gives the actors named by `as` their words
        if isinstance(provision.clause, Prose):
            yield Row("", "Text, which binds nobody")
            return
        if isinstance(provision.clause, Unread):
            yield Row("", "Not read: `clausekit check` says why")
            return
        if isinstance(provision.clause, Record):
            yield from self._record(provision.clause)
            return
        rung = 0
        for use in self._uses(provision):
            if use.rung != rung:
                rung = use.rung
                yield Row("", "If that fails:" if rung == 1 else "If that fails too:")
            if isinstance(use, StatementUse):
                yield from self._statement(use)
            elif isinstance(use, GuaranteeUse):
                yield from self._guarantee(use)
            else:
                yield from self._application(use) if isinstance(use, ApplicationUse) else self._declared(use)
            yield from self._understood(_stated(use).understandings)

    def _uses(self, provision: Provision) -> list[_Use]:
        survey = self._survey
        uses: list[_Use] = [*survey.statements, *survey.guarantees, *survey.applications, *survey.declared]
        here = [use for use in uses if use.provision is provision]
        return sorted(here, key=lambda use: (use.rung, _stated(use).start))

    def _statement(self, use: StatementUse) -> Iterator[Row]:
        statement = use.statement
        for limb in statement.limbs:
            yield Row("", f"{_KINDS[use.modality]}: {self._act(limb)}")
            yield from self._who(use.bearer, use.modality, adds_up=bool(limb.act.quantities))
            if use.openings and use.bearer is not None and any(actor.other for actor in use.bearer.actors.members):
                yield Row("but not", "those who take part in what triggers it, as its author or its victim")
            yield from self._when(use.openings, use.rung)
            yield from self._limb(limb, use.modality)
        if len(statement.limbs) > 1:
            yield Row("choice", "one of these acts is enough" if statement.connective == "or" else "all of these acts are meant")

    def _guarantee(self, use: GuaranteeUse) -> Iterator[Row]:
        guarantee = use.guarantee
        cited = self._references(guarantee.cited) or ", ".join(guarantee.states)
        owed = f" as {self._wording.actors(guarantee.duties_of)} owes it" if guarantee.duties_of else ""
        yield Row("", f"{_FORCES[guarantee.force]} {cited}{owed}")
        yield from self._who(guarantee.bearer, "prohibition" if denies(guarantee.bearer) else "duty")
        if use.openings:
            yield from self._when(use.openings, use.rung)
        yield Row("opens", "when what is guaranteed is breached")
        yield Row("then", f"what {self._references(guarantee.response)} says" if guarantee.response else "to bring performance about")
        if guarantee.beneficiary:
            yield Row("in favour", unlinked(self._wording.actors(guarantee.beneficiary)))
        yield from self._times_and_qualifiers(guarantee.timing, guarantee.qualifiers)

    def _application(self, use: ApplicationUse) -> Iterator[Row]:
        stated, wording = use.application, self._wording
        yield Row("", "Life of the treaty, which binds nobody to an act" if self._is_of_treaty(stated) else "Application, which binds nobody to an act")
        yield Row("what", self._subject(stated))
        yield Row("becomes", f"{stated.verb} {self._complement(stated)}".rstrip())
        yield from (Row("reach", self._role(role)) for role in stated.roles)
        if stated.binds:
            yield Row("binds", stated.binds)
        if stated.invited_by is not None:
            yield Row("invited by", unlinked(wording.bearer(stated.invited_by)).removesuffix(","))
        if use.openings:
            yield from self._when(use.openings, use.rung)
        yield from self._times_and_qualifiers(stated.timing, stated.qualifiers)

    @staticmethod
    def _is_of_treaty(stated: Application) -> bool:
        return not stated.references and stated.subject is None and stated.event is None

    def _subject(self, stated: Application) -> str:
        wording = self._wording
        if stated.event is not None:
            return unlinked(wording.event(stated.event))
        if stated.subject is not None:
            amended = f" to {self._references(stated.targets)}" if stated.verb == "is adopted by" and stated.targets else ""
            return unlinked(wording.actors(stated.subject)) + amended
        return self._references(stated.references) if stated.references else wording.naming.instrument

    def _complement(self, stated: Application) -> str:
        wording, amounts = self._wording, self._wording.amounts
        parts = [stated.bound] if stated.bound else []
        parts += [amounts.period(stated.period)] if stated.period is not None else []
        parts += [self._references(stated.targets)] if stated.targets and stated.verb != "is adopted by" else []
        parts += [wording.naming.cited(stated.target)] if stated.target is not None else []
        parts += [unlinked(wording.event(stated.counted))] if stated.counted is not None else []
        parts += [amounts.quantity(stated.quantity)] if stated.quantity is not None else []
        parts += [amounts.decision(stated.decision).removeprefix("by ")] if stated.decision is not None else []
        return " ".join(parts)

    def _declared(self, use: DeclaredUse) -> Iterator[Row]:
        stated, wording = use.declared, self._wording
        yield Row("", "Recognition, which binds nobody to an act")
        yield Row("who", unlinked(wording.actors(stated.bearer.actors)))
        if stated.event is not None and stated.counted is not None:
            counts = "does not count as" if stated.negated else "counts as"
            yield Row(stated.verb, unlinked(f"{wording.event(stated.event)} {counts} {wording.event(stated.counted)}"))
        elif stated.condition is not None:
            yield Row(stated.verb, unlinked(wording.condition(stated.condition)))
        if use.openings:
            yield from self._when(use.openings, use.rung)
        yield from self._times_and_qualifiers(stated.timing, stated.qualifiers)

    def _record(self, record: Record) -> Iterator[Row]:
        wording = self._wording
        yield Row("", f"{record.what.capitalize()}, put on record")
        yield Row("by", unlinked(wording.actors(record.by)))
        if record.references:
            yield Row("to", self._references(record.references))
        if record.reservation_by is not None:
            yield Row("to", f"the reservation by {unlinked(wording.actors(record.reservation_by))}")
        if record.excluded:
            yield Row("effect", "leaves that provision out whole")
        if record.opposing:
            yield Row("effect", "keeps the treaty from entering into force between the two")
        yield from self._understood(record.understandings)

    def _understood(self, understandings: tuple[Understanding, ...]) -> Iterator[Row]:
        for each in understandings:
            yield Row("understood", f"by {unlinked(self._wording.actors(each.by))}: “{each.text}”")

    def _times_and_qualifiers(self, timings: tuple[Timing, ...], qualifiers: tuple[Qualifier, ...]) -> Iterator[Row]:
        for timing in timings:
            yield Row("time", unlinked(self._wording.timing(timing)))
        yield from (self._qualifier(qualifier) for qualifier in qualifiers)

    def _act(self, limb: Limb) -> str:
        act = limb.act
        declared = self._survey.vocabulary.declared.get(act.action.lower())
        words = [getattr(declared, "display", None) or act.action]
        words += [self._wording.actors(act.objects)] if act.objects else []
        words += [self._references(act.cited)] if act.cited else []
        words += [self._role(role) for role in act.roles]
        words += [", and ".join(f"that {self._wording.condition(each)}" for each in act.ensured)] if act.ensured else []
        return unlinked(" ".join(words))

    def _who(self, bearer: Bearer | None, modality: str, *, adds_up: bool = False) -> Iterator[Row]:
        bound = self._survey.actors_bound(bearer)
        if bearer is None:
            yield Row("who", "the guarantors, because the sentence names nobody" if bound else "nobody: the sentence names no one, and there is no guarantor")
        else:
            yield Row("who", unlinked(self._wording.actors(bearer.actors)))
        if bound and (bearer is None or len(bound) > 1):
            yield Row("these are", self._wording.grammar.joined(list(bound), "and"))
        if len(bound) > 1 and modality in {"duty", "commitment"}:
            yield Row("between them", _held(bearer, adds_up=adds_up))
        if bearer is not None and bearer.decision:
            yield Row("decided", self._wording.amounts.decision(bearer.decision))

    def _when(self, openings: tuple[When, ...], rung: int) -> Iterator[Row]:
        for opening in openings:
            yield Row("when", unlinked(self._sentences.opening(opening)))
        if not openings and not rung:
            yield Row("when", "from entry into force on")

    def _limb(self, limb: Limb, modality: str) -> Iterator[Row]:
        if limb.act.aspect:
            yield Row("only", _ASPECTS[limb.act.aspect])
        for quantity in limb.act.quantities:
            yield Row("how much", self._wording.amounts.quantity(quantity))
        for timing in limb.timing:
            yield Row("time", unlinked(self._wording.timing(timing)))
        if not limb.timing and modality == "duty":
            yield Row("time", "left open: the duty is never late")
        yield from (self._qualifier(qualifier) for qualifier in limb.qualifiers)

    def _qualifier(self, qualifier: Qualifier) -> Row:
        wording = self._wording
        if isinstance(qualifier, Restriction):
            said = wording.condition(qualifier.condition) if qualifier.condition else " ".join(self._role(role) for role in qualifier.roles)
            return Row({"provided that": "only if"}.get(qualifier.kind, qualifier.kind), unlinked(said))
        if isinstance(qualifier, Precedence):
            yields = {"subject to": "yields to", "notwithstanding": "prevails over", "without prejudice to": "leaves as it is"}
            return Row(yields[qualifier.kind], qualifier.name or self._references(qualifier.references))
        if isinstance(qualifier, Manner):
            to = unlinked(wording.actors(qualifier.actors)) if qualifier.actors else ""
            if qualifier.period:
                return Row("notice", wording.amounts.period(qualifier.period) + (f", to {to}" if to else ""))
            named = qualifier.name or self._references(qualifier.references)
            return Row("how", " ".join(filter(None, (qualifier.kind, to, named))))
        return Row("when", unlinked(self._sentences.opening(qualifier)))

    def _role(self, role: Role) -> str:
        return unlinked(self._wording.role(role))

    def _references(self, references: tuple[Reference, ...]) -> str:
        return unlinked(self._wording.references(references))


def _stated(use: _Use) -> Stated:
    """What a use is a use of."""
    return use[0]


def _held(bearer: Bearer | None, *, adds_up: bool) -> str:
    """How several hold one duty, and who answers for its failure (language, section 3). `adds_up` says that the duty is of an amount."""
    first = bearer.actors.members[0] if bearer else None
    if bearer and bearer.manner == "unstated":
        return "left open on purpose: whether each answers for itself or all for each is not said"
    if bearer and first and bearer.manner != "jointly and severally" and (bearer.manner == "severally" or first.quantifier in {"each", "that", "a"}):
        return "each owes it alone, and answers for itself"
    if adds_up:
        return "one duty; what they give adds up, and every one that gave less than its pledge answers for a failure, or else all"
    if bearer is None or first is None or bearer.manner == "jointly and severally" or first.quantifier == "any" or bearer.actors.joined_by == "or":
        return "one duty; what one of them does is enough, and all answer for a failure"
    if first.quantifier in {"at least", "exactly", "majority", "fraction", "percent"}:
        return "one duty; that many must act, and every one that does not answers for it"
    return "one duty of all; every one that does not act answers for it"
