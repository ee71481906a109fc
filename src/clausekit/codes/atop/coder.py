"""Treaty → what the rules of the scheme ask of it, each rule worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from clausekit.codes.atop.acts import Reader
from clausekit.codes.atop.variables import BY_NAME, NOT_IN_TEXT
from clausekit.codes.provisions import Norm, Provisions
from clausekit.codes.scheme import Basis, Derivation, ReadAct, coded, not_derivable
from clausekit.codes.words import holds
from clausekit.model.part import Part
from clausekit.model.terms import EventTerm
from clausekit.model.treaty import Treaty

Found = TypeVar("Found")
Rule = Callable[["Coder"], Derivation]

# What a case is, by the words of its event; a threat of an attack is no attack.
ATTACK = ("attack*", "aggress*", "invasion*", "invaded")
WAR = ("war", "wars", "hostilit*")
THREAT = ("threat*", "danger*", "menace*", "endanger*", "crisis", "crises", "emergenc*", "tension*")
BREACH = ("violation", "breach")
# What is about security, in the words of a consultation.
SECURITY = (
    *ATTACK, *WAR, *THREAT, *BREACH, "security", "defen*", "peace", "force", "forces", "armed", "military", "independence", "integrity", "conflict*",
)  # fmt: skip


class Coder:
    """One treaty being coded."""

    def __init__(self, treaty: Treaty, said: Mapping[str, tuple[str, ...]], rules: Mapping[str, Rule]) -> None:
        """Read the acts of `treaty`; `said` is what the drafter says that they count as."""
        self.treaty = treaty
        self.provisions = Provisions(treaty)
        reader = Reader(self.provisions, said)
        self.norms = reader.norms()
        self.acts: tuple[ReadAct, ...] = reader.acts()
        self._rules = rules
        self._derived: dict[str, Derivation] = {}
        self._found: dict[str, Any] = {}
        self._attack: dict[int, bool] = {}
        self._bans: dict[int, set[str]] = {}
        for norm in self.forbidden("force"):
            self._bans.setdefault(id(norm.provision.clause), set()).update(self.provisions.bound(norm.bearer))

    # ------------------------------------------------------------ codes

    def derive(self, name: str) -> Derivation:
        """What the rule of a variable makes of the treaty; a variable without a rule is one that no text can tell."""
        if name not in self._derived:
            rule = self._rules.get(name)
            self._derived[name] = rule(self) if rule else not_derivable(BY_NAME[name].follows.removeprefix(NOT_IN_TEXT))
        return self._derived[name]

    def value(self, name: str) -> int:
        """The value of a variable that is worked out from others; 0 where the text cannot tell."""
        return self.derive(name).value or 0

    def once(self, name: str, work: Callable[[Coder], Found]) -> Found:
        """What `work` finds in this treaty, worked out once."""
        if name not in self._found:
            self._found[name] = work(self)
        found: Found = self._found[name]
        return found

    # ------------------------------------------------------------ norms

    def owed(self, *kinds: str) -> Iterator[Norm]:
        """The duties of these kinds."""
        yield from (norm for norm in self.norms if norm.modality == "duty" and norm.kinds & {*kinds})

    def forbidden(self, *kinds: str) -> Iterator[Norm]:
        """The bans on acts of these kinds."""
        yield from (norm for norm in self.norms if norm.modality == "prohibition" and norm.kinds & {*kinds})

    def allowed(self, *kinds: str) -> Iterator[Norm]:
        """The permissions and powers of these kinds."""
        yield from (norm for norm in self.norms if norm.modality in {"permission", "power"} and norm.kinds & {*kinds})

    def provided(self, *kinds: str) -> Iterator[Norm]:
        """The duties, permissions and powers of these kinds, in order."""
        yield from (norm for norm in self.norms if norm.modality in {"duty", "permission", "power"} and norm.kinds & {*kinds})

    def words(self, norm: Norm) -> str:
        """The words of what a norm is about."""
        return self.provisions.words_of_act(norm.act)

    def bases(self, norms: Iterable[Norm], note: str = "") -> list[Basis]:
        """That a code follows from these norms; with the kinds of their acts, or with `note`."""
        return [self.basis(norm, note) for norm in norms]

    def basis(self, norm: Norm, note: str = "") -> Basis:
        """That a code follows from a norm."""
        return self.provisions.basis(norm.limb, norm.provision, note or f"{norm.modality}: {norm.act.action}")

    def declaration(self, part: Part, what: str) -> Basis:
        """That a code follows from a declaration; `what` is the word it begins with."""
        return Basis(f"{what} {part.name}", "", part.span)  # type: ignore[attr-defined]

    # ------------------------------------------------------------ cases

    def cases(self, norm: Norm) -> list[EventTerm]:
        """The events that bring a norm into play."""
        return self.provisions.cases(norm)

    def is_attack(self, norm: Norm) -> bool:
        """Whether some case of a norm is an attack, or a breach of a ban on force."""
        known = id(norm.limb)
        if known not in self._attack:
            self._attack[known] = any(self._attacks(event, norm) for event in self.cases(norm))
        return self._attack[known]

    def is_war(self, norm: Norm) -> bool:
        """Whether a norm opens in a war; a war that it only asks for beside its case does not make it one."""
        opened = self.provisions.happenings(opening.condition for opening in norm.openings)
        return any(holds(words, WAR) and not holds(words, (*THREAT, *ATTACK)) for words in (self.provisions.words(event.name) for event in opened))

    def is_breach(self, norm: Norm) -> bool:
        """Whether some case of a norm is a breach of the treaty."""
        return any(holds(event.name, BREACH) for event in self.cases(norm))

    def about_security(self, norm: Norm) -> bool:
        """Whether the matter of a norm, or a case of it, is security."""
        return bool(holds(self.words(norm), SECURITY)) or any(holds(self.provisions.words_of_event(event), SECURITY) for event in self.cases(norm))

    def _attacks(self, event: EventTerm, norm: Norm) -> bool:
        words = self.provisions.words(event.name)
        if holds(words, ATTACK) and not holds(words, THREAT):
            return True
        return bool(self.barred(event, norm))

    def barred(self, event: EventTerm, norm: Norm) -> set[str]:
        """Whom the bans on force bind that an event is a breach of."""
        if any(reference.kind == "treaty" for reference in event.references):
            return set().union(*self._bans.values())
        cited = self.provisions.cited(event.references, norm.provision)
        return set().union(*(self._bans.get(id(each.clause), ()) for each in cited))

    # ------------------------------------------------------------ rules that recur

    def whether(self, norms: Iterable[Norm], yes: str, no: str) -> Derivation:
        """1 if there are such norms, with them as its clauses; else 0."""
        found = list(norms)
        return coded(1, yes, self.bases(found)) if found else coded(0, no)
