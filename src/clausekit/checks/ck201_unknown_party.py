"""Unknown party

A duty, permission or power needs somebody to hold it. A name that is not among the parties, groups or bodies of the
treaty is either misspelt or was never declared, and a court would have to guess who is bound.

Correct the name, or declare the actor: `party`, `guarantor`, `state`, `organ`, `group … means …` or `body`; `class` for persons
or Powers that nobody names one by one.

bad:
    party Syldavia.
    party Borduria.

    notice: Syldavja shall notify Borduria within 30 days of request by Borduria.  # error: [CK201]

good:
    party Syldavia.
    party Borduria.

    notice: Syldavia shall notify Borduria within 30 days of request by Borduria.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import UnknownName, capitalised, suggestion, unknown_names
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import Declaration
from clausekit.checks.wording import MOST_NAMED, at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.names import key

_COUNTS = ("the number of", "the total", "the amount of", "the quantity of")
RULE = Rule("CK201", "unknown-party", Severity.ERROR)


@check(RULE)
def unknown_party(survey: Survey) -> Iterator[Diagnostic]:
    """Actors that nobody declared: misspelt ones always, others once the treaty declares any actor."""
    for name in unknown_names(survey):
        if name.kind != "party":
            continue
        if name.near:
            yield suggestion(survey, RULE, name, "not a party, group or body")
        elif survey.treaty.actors:
            cannot = _instead_of_a_thing(survey, name)
            if cannot:
                yield report(RULE, f"`{name.written}` is nobody who could be bound", at(name.part, "no party, group or body"), help=cannot)
                continue
            yield report(
                RULE,
                f"`{name.written}` is not a party to this treaty, nor a group, body or State it names",
                at(name.part, "nobody by this name is declared"),
                help=f"{_meant(survey, name.written)}declare it, as in {_declared_as(_single(name.written))}, or name one that is declared",
            )


def _instead_of_a_thing(survey: Survey, name: UnknownName) -> str:
    """What to write where a thing stands as the bearer: tanks that shall not exceed 20, disputes that shall be settled."""
    acts = survey.once(_acts_of_bearers).get(name.written, ())
    words = key(name.written).split(" ")
    counted = name.written.lower().startswith(_COUNTS) or any(survey.vocabulary.thing(" ".join(words[:end])) for end in range(1, len(words) + 1))
    if counted or any(act.partition(" ")[0] in ("exceed", "remain") for act in acts):
        return "say who is to see to it, of a declared measure: `Each Party shall ensure that tanks of that Party are at most 20.`"
    if acts and all(act.startswith("be ") for act in acts):
        return f"name those who act, and what they do, as in `The Parties shall settle disputes by negotiation`; `{name.written}` is what it is done to"
    return ""


def _acts_of_bearers(survey: Survey) -> dict[str, list[str]]:
    acts: dict[str, list[str]] = {}
    for use in survey.statements:
        for member in use.bearer.actors.members if use.bearer is not None else ():
            acts.setdefault(member.name, []).extend(limb.act.action.lower() for limb in use.statement.limbs)
    return acts


def _single(written: str) -> str:
    """A name as it is declared: without `all` or `both` before it."""
    first, _, rest = written.partition(" ")
    return rest if rest and first.lower() in ("all", "both") else written


def _declared_as(written: str) -> str:
    """What such a name is likely to be: a State or a body where it has a capital, else some whom nobody names one by one."""
    return f"`party {written}.` or `body {written}.`" if capitalised(written) else f"`class {written}.` for those nobody names one by one"


def _meant(survey: Survey, written: str) -> str:
    """Declared actors whose name holds the words written: `the Commission` where a `Joint Commission` is declared."""
    wanted = key(written)
    by_word = survey.once(_actors_by_word)
    fuller = [f"`{name}`" for name in by_word.get(wanted.partition(" ")[0], ()) if f" {wanted} " in f" {key(name)} "]
    return f"did you mean {listed(fuller, 'or')}? If not, " if fuller else ""


def _actors_by_word(survey: Survey) -> dict[str, list[str]]:
    by_word: dict[str, list[str]] = {}
    actors: list[Declaration] = [*survey.treaty.bodies, *survey.treaty.groups, *survey.treaty.actors]
    for actor in actors:
        for word in key(actor.name).split(" "):
            named = by_word.setdefault(word, [])
            if len(named) < MOST_NAMED:  # a word that so many names share tells nothing
                named.append(actor.name)
    return by_word
