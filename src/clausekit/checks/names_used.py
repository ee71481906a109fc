"""Names in use → those that nobody declared: misspelt, or new.

Several checks ask the same question of different places in a sentence (a bearer, an event, an act, a place, a measure); what they share is here.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.survey import Survey
from clausekit.checks.survey_terms import JUDGED
from clausekit.checks.taken_words import taken
from clausekit.checks.wording import found_in, respelled
from clausekit.diagnostics import Diagnostic, Label, Rule, report
from clausekit.model.clauses import Act
from clausekit.model.names import key, without_article
from clausekit.model.part import Part
from clausekit.model.qualifiers import Manner, Precedence
from clausekit.model.vocabulary import BREACH
from clausekit.named_tuples import NamedTuple


class UnknownName(NamedTuple):
    """A name that is not declared: how it is written, what kind of thing it names, where it is used, and the declared name it resembles."""

    written: str
    kind: str
    parts: tuple[Part, ...]
    near: str | None

    @property
    def part(self) -> Part:
        """Where it is first used."""
        return self.parts[0]

    @property
    def uses(self) -> int:
        """How often it is used."""
        return len(self.parts)


# After these, words without a capital are a phrase of manner or measure rather than a name: `in good faith`, `to such extent`.
_ROLES = frozenset({"to", "in", "from", "with", "for", "between", "on", "against", "of", "by", *JUDGED})
_ACTING = frozenset({"by", *JUDGED})
_KINDS = {
    "party": ("who",), "event": ("happenings",), "action": ("actions",), "place": ("who", "things"), "measure": ("things",), "rule": ("rules",),
    "instrument": ("things",), "term": ("who", "things", "happenings"),
}  # fmt: skip
# Two more kinds are told only when they are misspelt: the words of a role without a capital (`in good faith`), which are then no capitalised name, and
# free names (an instrument outside the treaty).
_ANY = ("who", "things")
_Used = dict[tuple[str, str], tuple[str, list[Part]]]


def unknown_names(survey: Survey) -> tuple[UnknownName, ...]:
    """Every undeclared name, once for each kind of place it stands in, in the order of first use. Worked out once for a survey."""
    return survey.once(_gathered)


def _gathered(survey: Survey) -> tuple[UnknownName, ...]:
    used: _Used = {}
    misread = {id(part) for part, _, _, _ in survey.once(taken)}
    _actors(survey, used, misread)
    for event in survey.events:
        if event.found is None and key(event.event.name) != BREACH and id(event.event) not in misread:
            _add(used, "event", event.event.name, event.event)
    for act, _ in survey.unknown_acts:
        if id(act) in misread or is_guarantee(act):
            continue
        if begun_by_an_actor(survey, act.action)[0] or key(act.action.rpartition(" ")[2]) in variables(survey):
            continue  # no act of its own, but a sentence that lacks its modal, or an act and a name given elsewhere
        misspelt_object = _misspelt_object(survey, act.action)
        _add(used, "place" if misspelt_object else "action", misspelt_object or act.action, act)
    for test in survey.measures:
        if test.found is None and id(test.test) not in misread:
            _add(used, "measure", test.test.measure, test.test)
    for loose in survey.loose_names:
        _add(used, "place" if loose.kind == "zone" else loose.kind, loose.name, loose.part)
    _outside_roles(survey, used)
    found = []
    for (kind, _), (written, parts) in used.items():
        near = survey.vocabulary.near(written, *_KINDS.get(kind, _ANY))
        if kind in _KINDS:
            found.append(UnknownName(written, kind, tuple(parts), near))
        elif near is not None and (kind == "free" or not capitalised(near)):
            found.append(UnknownName(written, "place", tuple(parts), near))
    return tuple(found)


def is_guarantee(act: Act) -> bool:
    """Whether an act is a guarantee with a modal that it should not have: `shall guarantee article 1`."""
    return act.action.lower() == "guarantee" and bool(act.cited)


def variables(survey: Survey) -> dict[str, Part]:
    """The names given by `as` in any sentence of the treaty, and where they are first given."""
    return survey.once(_variables)


def _variables(survey: Survey) -> dict[str, Part]:
    return {key(use.actor.variable): use.actor for use in reversed(survey.introduced) if use.actor.variable}


def _add(used: _Used, kind: str, written: str, part: Part) -> None:
    used.setdefault((kind, key(written)), (written, []))[1].append(part)


def _actors(survey: Survey, used: _Used, misread: set[int]) -> None:
    given = variables(survey)
    for use in survey.actors:
        if use.found is not None or key(use.actor.name) in given or id(use.actor) in misread:
            continue
        name, context = use.actor.name, use.context
        if context in _ROLES or context == "object":
            if survey.vocabulary.happening(name) is not None:
                continue
            kind = "prose" if not capitalised(name) else "party" if context in _ACTING else "place"
        else:
            kind = "term" if context == "subject" else "party"
        _add(used, kind, name, use.actor)


def _outside_roles(survey: Survey, used: _Used) -> None:
    """What is outside the treaty (`subject to the Charter`, `in accordance with …`), what is guaranteed, the depositary: free words, unless misspelt."""
    vocabulary = survey.vocabulary
    for qualifier, _ in survey.qualifiers:
        if isinstance(qualifier, Precedence | Manner) and qualifier.name and vocabulary.anything(qualifier.name) is None:
            _add(used, "free", qualifier.name, qualifier)
    for use in survey.guarantees:
        for state in use.guarantee.states:
            if vocabulary.thing(state) is None and vocabulary.happening(state) is None:
                _add(used, "free", state, use.guarantee)
    depositary = survey.treaty.depositary
    if depositary and vocabulary.who(depositary) is None:
        _add(used, "free", depositary, survey.treaty)


def _misspelt_object(survey: Survey, phrase: str) -> str | None:
    """The end of an undeclared act that begins with a known one, when it is a misspelt name: the `Ukriane` of `assist Ukriane`."""
    _, rest = begun(survey, phrase)
    known = survey.vocabulary.anything(rest) is not None
    return rest if rest and not known and capitalised(rest) and survey.vocabulary.near(rest, "who", "things") else None


def begun(survey: Survey, phrase: str) -> tuple[str, str]:
    """The known act that an undeclared one begins with, and the rest of it: `cross` and `the frontier`. Both are empty where there is none."""
    words = phrase.split(" ")
    for split in range(len(words) - 1, 0, -1):
        known = survey.vocabulary.action(" ".join(words[:split]))
        if known is not None:
            return known.name, " ".join(words[split:])
    return "", ""


def begun_by_an_actor(survey: Survey, phrase: str) -> tuple[str, str]:
    """The actor, group or body that an undeclared act begins with, and the rest of it: `France` and `deploy forces`. Both are empty where there is none."""
    words = phrase.split(" ")
    for split in range(len(words) - 1, 0, -1):
        known = survey.vocabulary.who(" ".join(words[:split]))
        if known is not None and known.kind != "pronoun":
            return " ".join(words[:split]), " ".join(words[split:])
    return "", ""


def misspelt(survey: Survey, rule: Rule, kind: str, what: str) -> Iterator[Diagnostic]:
    """A finding for each undeclared name of `kind` that resembles a declared one."""
    for name in unknown_names(survey):
        if name.kind == kind and name.near:
            yield suggestion(survey, rule, name, what)


def suggestion(survey: Survey, rule: Rule, name: UnknownName, what: str) -> Diagnostic:
    """The finding for a name that resembles a declared one."""
    assert name.near is not None
    declared = declaration_of(survey, name.near)
    written = without_article(name.written)
    labels = [Label(found_in(survey.source, name.part.span, written) or name.part.span, what)]
    if declared is not None and declared.span is not None:
        labels.append(Label(declared.span, f"did you mean `{name.near}`?"))
    again = f" (used {name.uses} times)" if name.uses > 1 else ""
    return report(
        rule,
        f"`{written}` is not declared{again}",
        *labels,
        help=f"did you mean `{name.near}`? If not, declare `{written}`",
        fix=respelled(survey.source, name.parts, written, name.near),
    )


def declaration_of(survey: Survey, name: str) -> Part | None:
    """Where a name, or the act that has it as its noun, is declared."""
    vocabulary = survey.vocabulary
    found = vocabulary.anything(name) or vocabulary.happening(name)
    return vocabulary.declared.get(key(name)) or (vocabulary.declared.get(key(found.name)) if found else None)


def capitalised(name: str) -> bool:
    """Whether any word of a name begins with a capital: then it is meant as a name."""
    return any(word[0].isupper() for word in name.split(" "))
