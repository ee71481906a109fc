"""Cross-references → those that cite nothing, and why.

Two checks share this: one tells of what does not exist, the other of what exists under another kind (`article response` for the clause of that label).
"""

from __future__ import annotations

from clausekit.checks.survey import ReferenceUse, Survey
from clausekit.model.citations import Place, Provision
from clausekit.model.clauses import Sentence, Statement
from clausekit.model.names import NearNames, edits, key
from clausekit.model.terms import Reference
from clausekit.named_tuples import NamedTuple

# The kinds of division that a reference can cite by name, in the order in which a drafter mixes them up.
_DIVISIONS = ("article", "annex", "part")


class Unfound(NamedTuple):
    """A reference that cites nothing as it stands: what is missing in words, and the reference that was probably meant, if any."""

    use: ReferenceUse
    missing: str
    meant: str
    other_kind: bool


def unfound(survey: Survey) -> tuple[Unfound, ...]:
    """Every cross-reference that cites nothing, once for a survey."""
    return survey.once(_gathered)


def written(reference: Reference) -> str:
    """A reference in the words of the language, without its paragraph: `article 5`, `clause response`."""
    return "this treaty" if reference.kind == "treaty" else f"{reference.kind} {reference.designation}".strip()


def in_words(reference: Reference) -> str:
    """A reference as a message speaks of it, without its paragraph: Article 5, clause `response`."""
    if reference.kind in ("treaty", "this article"):
        return f"this {reference.kind.removeprefix('this ')}"
    numbered = reference.designation[:1].isdigit() or len(reference.designation) == 1
    return f"{reference.kind.capitalize()} {reference.designation}" if numbered else f"{reference.kind} `{reference.designation}`"


def _gathered(survey: Survey) -> tuple[Unfound, ...]:
    found = []
    for use in survey.references:
        place = survey.citations.find(use.reference, use.provision)
        if place is None:
            found.append(_missing(survey, use))
        elif use.reference.point and not _has_point(survey, place):
            found.append(Unfound(use, f"{_of(use.reference)} has no point ({use.reference.point})", "", other_kind=False))
    return tuple(found)


def _missing(survey: Survey, use: ReferenceUse) -> Unfound:
    reference = use.reference
    if reference.kind == "this article":
        return Unfound(use, "this sentence stands in no article", "", other_kind=True)
    whole = reference._replace(paragraph=None, point="")
    place = survey.citations.find(whole, use.provision)
    if place is not None and place.division is not None:
        count = len(survey.citations.paragraphs(place.division))
        has = f"has {count} paragraphs" if count > 1 else "has one paragraph" if count else "has no sentence"
        return Unfound(use, f"{in_words(reference)} {has}, and no paragraph {reference.paragraph}", "", other_kind=False)
    other = _under_another_kind(survey, reference)
    if other:
        return Unfound(use, f"there is no {in_words(reference)}", other, other_kind=True)
    near = survey.once(_known)[reference.kind].nearest(reference.designation) or _one_letter_off(survey, reference)
    return Unfound(use, f"there is no {in_words(reference)}", f"{reference.kind} {near}" if near else "", other_kind=False)


def _under_another_kind(survey: Survey, reference: Reference) -> str:
    citations, name = survey.citations, reference.designation
    if reference.kind != "clause" and citations.labelled(name):
        return f"clause {name}"
    for kind in _DIVISIONS:
        if kind != reference.kind and (citations.article(name) if kind == "article" else citations.other(kind, name)):
            return f"{kind} {name}"
    return ""


def _one_letter_off(survey: Survey, reference: Reference) -> str | None:
    """The label that is cited but for one letter. What is cited stands for nothing, so that even a short word is rather misspelt than another."""
    wanted = key(reference.designation)
    labels = [provision.clause.label for provision in survey.citations.provisions if provision.clause.label] if reference.kind == "clause" else []
    shortest = 4
    return next((label for label in labels if len(wanted) >= shortest and edits(wanted, key(label), 1) is not None), None)


def _known(survey: Survey) -> dict[str, NearNames]:
    """The labels and designations that can be cited, by kind."""
    names: dict[str, list[str]] = {"clause": [], **{kind: [] for kind in _DIVISIONS}}
    names["clause"] = [provision.clause.label for provision in survey.citations.provisions if provision.clause.label]
    for division, _ in survey.citations.divisions:
        names.setdefault(division.kind, []).append(division.designation)
    return {kind: NearNames(known) for kind, known in names.items()}


def _of(reference: Reference) -> str:
    return f"paragraph {reference.paragraph} of {in_words(reference)}" if reference.paragraph else in_words(reference)


def _has_point(survey: Survey, place: Place) -> bool:
    provisions = [place.provision] if place.provision else survey.citations.paragraphs(place.division) if place.division else []
    return any(_position(place.point) <= _points(provision) for provision in provisions)


def _points(provision: Provision) -> int:
    """How many lettered points a provision has."""
    if not isinstance(provision.clause, Sentence):
        return 0
    return max((len(stated.limbs) for stated in provision.clause.statements if isinstance(stated, Statement) and stated.listed), default=0)


def _position(point: str) -> int:
    """Which of the points a letter or number is, from 1. Roman numerals are taken for the first: points are lettered."""
    mark = point.partition(")")[0]
    if mark.isdigit():
        return int(mark)
    return ord(mark) - ord("a") + 1 if len(mark) == 1 and mark not in "iv" else 1
