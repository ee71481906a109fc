"""Name that stands for two things

Every provision that uses a name takes it in its first meaning. Where a name is declared twice, or a group goes by the
name of one of the Parties, half of those provisions are about the wrong thing, and nothing in them shows it.

The names of the built-in groups (`Party`, `Guarantor`, `State`, `Signatory`, in either number), of the `Depositary`, and the words for persons already named
(`it`, `they`) are taken too. A rule, an instrument or a class needs a name of its own as everything else does. Give one of the two another name.

bad:
    party Ukraine.
    guarantor Poland.
    guarantor Lithuania.
    group Allies means Poland and Lithuania.
    zone Allies means "the territories of Poland and Lithuania".  # error: [CK208]
    action consult.

    talks: The Allies shall consult every 6 months.

good:
    party Ukraine.
    guarantor Poland.
    guarantor Lithuania.
    group Allies means Poland and Lithuania.
    zone Allied Territory means "the territories of Poland and Lithuania".
    action consult.

    talks: The Allies shall consult in the Allied Territory every 6 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import Declaration, all_declarations
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.declarations import Action, Event, Group, Measure, Status
from clausekit.model.names import key, singular_of
from clausekit.model.part import Part
from clausekit.model.vocabulary import OFFICES, PLURAL_OF_ROLE, PRONOUNS, TREATY_EVENTS
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK208", "duplicate-name", Severity.ERROR)
_HELP = 'give one of the two another name; display text (`party Russia "the Russian Federation"`) does not count as one'


class _Taken(NamedTuple):
    """A name in use: what it stands for, in words, and the declaration it comes from, if it is not built in."""

    stands_for: str
    part: Part | None


@check(RULE)
def duplicate_name(survey: Survey) -> Iterator[Diagnostic]:
    """Names that stand for two things. What happens and what there is are looked up apart, so that an act and a person may share a name."""
    persons: dict[str, _Taken] = {word: _Taken("a person named before", None) for word in PRONOUNS}
    for role, plural in PLURAL_OF_ROLE.items():
        persons |= {key(role): _Taken(f"every {role}", None), key(plural): _Taken(f"every {role}", None)}
    persons |= {office: _Taken("an office of every treaty", None) for office in OFFICES}
    happenings: dict[str, _Taken] = {word: _Taken("an event in the life of every treaty", None) for word in TREATY_EVENTS}
    parts = all_declarations(survey)
    parts.sort(key=lambda part: part.span.start if part.span else 0)
    for part in parts:
        index = happenings if isinstance(part, Action | Event | Status) else persons
        for written, stands_for in _forms(part):
            taken = index.setdefault(key(written), _Taken(stands_for, part))
            if taken.part is not part:
                yield _twice(written, part, stands_for, taken)
                break
        if isinstance(part, Measure):
            yield from _levels(part)


def _forms(part: Declaration) -> Iterator[tuple[str, str]]:
    """Every form under which a declaration is found, and what it stands for."""
    yield part.name, "declared by this name"
    if isinstance(part, Group):
        for singular in (part.singular, singular_of(part.name)):
            if singular:
                yield singular, f"one of the group `{part.name}`"
    if isinstance(part, Action) and part.noun:
        yield part.noun, f"the noun of `{part.name}`"


def _twice(written: str, part: Part, stands_for: str, taken: _Taken) -> Diagnostic:
    if taken.part is None:
        return report(RULE, f"`{written}` already stands for {taken.stands_for}, without being declared", at(part, stands_for), help=_HELP)
    first: Label = at(taken.part, taken.stands_for)
    return report(RULE, f"`{written}` stands for two things", at(part, stands_for), first, help=_HELP)


def _levels(part: Measure) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for level in part.levels:
        if key(level) in seen:
            yield report(RULE, f"the scale `{part.name}` has the level `{level}` twice", at(part, "one scale, two equal levels"), help="strike one of the two")
        seen.add(key(level))
