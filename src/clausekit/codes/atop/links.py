"""Treaty → the other treaties, organisations and later agreements that its clauses speak of."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.codes.atop.coder import Coder, Rule
from clausekit.codes.scheme import Basis, Derivation, coded, not_derivable
from clausekit.codes.words import holds
from clausekit.model.clauses import Sentence, Statement
from clausekit.model.declarations import DeclaredActor, Instrument
from clausekit.model.names import key

_UNITED_NATIONS = ("united nations", "un")
_LEAGUE = ("league of nations", "league", "covenant")
# Organs that are no organisation: they belong to one, or are persons.
_NO_ORGANISATION = ("command*", "court", "tribunal", "commission*", "committee", "director", "secretary", "representative*", "government")
_MILITARY = ("forces", "force", "troop*", "contingent*", "military", "base", "bases", "defence", "status of forces", "armed")

Thing = Instrument | DeclaredActor


def _spoken_of(coder: Coder) -> list[tuple[Thing, Basis]]:
    return coder.once("spoken of", lambda each: list(_look_for(each)))


def _look_for(coder: Coder) -> Iterator[tuple[Thing, Basis]]:
    """The instruments and organs that a clause speaks of, with the clause: not one by which the treaty is only registered."""
    registering = {id(norm.provision.clause) for norm in coder.norms if norm.kinds == {"register"}}
    things: list[Thing] = [*coder.treaty.instruments, *(each for each in coder.treaty.actors if each.role == "organ")]
    mentions = [(provision, coder.provisions.mentions(provision.clause)) for provision in coder.provisions.citations.provisions]
    for thing in things:
        for provision, names in mentions:
            clause = provision.clause
            if not isinstance(clause, Sentence) or key(thing.name) not in names:
                continue
            if id(clause) in registering and all(isinstance(stated, Statement) for stated in clause.statements):
                continue
            yield thing, coder.provisions.basis(clause, provision, thing.name)
    if coder.treaty.depositary:
        for thing in things:
            if key(thing.name) == key(coder.treaty.depositary):
                yield thing, Basis("depositary", "", thing.span, thing.name)


def _words(coder: Coder, thing: Thing) -> str:
    name = thing.name
    return (
        f"{coder.provisions.words(name)} ; charter of the united nations"
        if key(name) == "charter" and not getattr(thing, "display", None)
        else coder.provisions.words(name)
    )


def reflnun(coder: Coder) -> Derivation:
    """The League, or the United Nations."""
    for value, words, said in ((2, _UNITED_NATIONS, "the United Nations"), (1, _LEAGUE, "the League of Nations")):
        bases = [basis for thing, basis in _spoken_of(coder) if holds(_words(coder, thing), words)]
        if bases:
            return coded(value, f"{said} is spoken of" if value == 1 else f"{said} are spoken of", bases)
    return coded(0, "no clause speaks of the League of Nations or the United Nations")


def refothio(coder: Coder) -> Derivation:
    """Another organisation."""
    bases = [
        basis
        for thing, basis in _spoken_of(coder)
        if isinstance(thing, DeclaredActor) and not holds(_words(coder, thing), (*_UNITED_NATIONS, *_LEAGUE, *_NO_ORGANISATION))
    ]
    return coded(1, "another international organisation is spoken of", bases) if bases else coded(0, "no clause speaks of another international organisation")


def _other_treaties(coder: Coder) -> list[Basis]:
    found = ((thing, basis) for thing, basis in _spoken_of(coder) if isinstance(thing, Instrument))
    return [basis for thing, basis in found if not holds(_words(coder, thing), (*_UNITED_NATIONS, *_LEAGUE))]


def natrefal(coder: Coder) -> Derivation:
    """No other alliance, or treaties of which a name does not tell what they are."""
    bases = _other_treaties(coder)
    return (
        not_derivable("other treaties are cited; their names do not tell whether they are alliances", bases)
        if bases
        else coded(0, "no clause cites another treaty")
    )


def compag(coder: Coder) -> Derivation:
    """No companion, or treaties of which the text does not tell when they were made."""
    bases = _other_treaties(coder)
    return (
        not_derivable("other treaties are cited; the text does not tell which were made together with it", bases)
        if bases
        else coded(0, "no clause cites another treaty")
    )


def agprois(coder: Coder) -> Derivation:
    """A later agreement on military matters."""
    found = list(coder.owed("agree later"))
    military = [norm for norm in found if holds(coder.words(norm), _MILITARY)]
    if military:
        return coded(3, "an agreement on military matters is to be made", coder.bases(military))
    return (
        not_derivable("a later agreement is promised; the list of kinds is not known", coder.bases(found))
        if found
        else coded(0, "no clause promises a later agreement")
    )


RULES: dict[str, Rule] = {"reflnun": reflnun, "refothio": refothio, "natrefal": natrefal, "compag": compag, "agprois": agprois}
