"""A clause of a treaty → what it means, norm by norm: who, what, when, by when, unless what, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.survey import GuaranteeUse, StatementUse, Survey
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.tree import unlinked
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision
from clausekit.model.clauses import Limb, Prose
from clausekit.model.modality import denies
from clausekit.model.qualifiers import Manner, Precedence, Qualifier, Restriction, When
from clausekit.model.terms import Bearer, Reference, Role
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
        rung = 0
        for use in self._uses(provision):
            if use.rung != rung:
                rung = use.rung
                yield Row("", "If that fails:" if rung == 1 else "If that fails too:")
            yield from self._guarantee(use) if isinstance(use, GuaranteeUse) else self._statement(use)

    def _uses(self, provision: Provision) -> list[StatementUse | GuaranteeUse]:
        uses: list[StatementUse | GuaranteeUse] = [*self._survey.statements, *self._survey.guarantees]
        return sorted((use for use in uses if use.provision is provision), key=lambda use: use.rung)

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
        yield Row("", f"Guarantee of {cited}{owed}")
        yield from self._who(guarantee.bearer, "prohibition" if denies(guarantee.bearer) else "duty")
        if use.openings:
            yield from self._when(use.openings, use.rung)
        yield Row("opens", "when what is guaranteed is breached")
        yield Row("then", f"what {self._references(guarantee.response)} says" if guarantee.response else "to bring performance about")
        if guarantee.beneficiary:
            yield Row("in favour", unlinked(self._wording.actors(guarantee.beneficiary)))
        for timing in guarantee.timing:
            yield Row("time", unlinked(self._wording.timing(timing)).lstrip(", "))
        yield from (self._qualifier(qualifier) for qualifier in guarantee.qualifiers)

    def _act(self, limb: Limb) -> str:
        act = limb.act
        declared = self._survey.vocabulary.declared.get(act.action.lower())
        words = [getattr(declared, "display", None) or act.action]
        words += [self._wording.actors(act.objects)] if act.objects else []
        words += [self._references(act.cited)] if act.cited else []
        words += [self._role(role) for role in act.roles]
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
        for quantity in limb.act.quantities:
            yield Row("how much", self._wording.amounts.quantity(quantity))
        for timing in limb.timing:
            yield Row("time", unlinked(self._wording.timing(timing)).lstrip(", "))
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
            if qualifier.period:
                return Row("notice", wording.amounts.period(qualifier.period))
            return Row("how", f"{qualifier.kind} {unlinked(wording.actors(qualifier.actors))}" if qualifier.actors else qualifier.kind)
        return Row("when", unlinked(self._sentences.opening(qualifier)))

    def _role(self, role: Role) -> str:
        return unlinked(self._wording.role(role))

    def _references(self, references: tuple[Reference, ...]) -> str:
        return unlinked(self._wording.references(references))


def _held(bearer: Bearer | None, *, adds_up: bool) -> str:
    """How several hold one duty, and who answers for its failure (language, section 3). `adds_up` says that the duty is of an amount."""
    first = bearer.actors.members[0] if bearer else None
    if bearer and first and bearer.manner != "jointly and severally" and (bearer.manner == "severally" or first.quantifier in {"each", "that", "a"}):
        return "each owes it alone, and answers for itself"
    if adds_up:
        return "one duty; what they give adds up, and every one that gave less than its pledge answers for a failure, or else all"
    if bearer is None or first is None or bearer.manner == "jointly and severally" or first.quantifier == "any" or bearer.actors.joined_by == "or":
        return "one duty; what one of them does is enough, and all answer for a failure"
    if first.quantifier in {"at least", "exactly", "majority", "fraction"}:
        return "one duty; that many must act, and every one that does not answers for it"
    return "one duty of all; every one that does not act answers for it"
