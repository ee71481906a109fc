"""Acts and events → what kind of act they are: procedure, leaving a place, entering one; and which events open a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausekit.checks.survey import Survey
from clausekit.model.declarations import Action
from clausekit.model.names import key
from clausekit.model.qualifiers import When
from clausekit.model.terms import EventTerm, Occurs

# What only brings people together or papers before them.
_PROCEDURE = re.compile(
    r"(?:consult|negotiate|meet|convene|discuss|deliberate|confer|notify|inform|report|refer|submit|request|ask|invite|bring|raise|propose|complain|explain|"
    r"clarify|answer|reply|respond|examine|investigate|inquire|enquire|review|consider|verify|inspect|communicate|transmit|circulate|state|address|seek|"
    r"call (?:for|on|upon|a))\b",
    re.IGNORECASE,
)

_LEAVING = re.compile(r"(?:vacate|leave|evacuate|withdraw|quit|clear|pull (?:back|out)|remove)\b", re.IGNORECASE)
_ENTERING = re.compile(r"(?:enter|re-?enter|occupy|re-?occupy|move (?:in|into|to)|deploy|station|take over|return (?:to|into)|cross)\b", re.IGNORECASE)


def wordings_of(survey: Survey, action: str) -> tuple[str, ...]:
    """The words of an act: its name, and what the draft writes for it."""
    declared = survey.vocabulary.declared.get(key(action))
    return (action, declared.display) if isinstance(declared, Action) and declared.display else (action,)


def is_procedure(survey: Survey, action: str) -> bool:
    """Whether an act only consults, notifies, refers or looks into something."""
    return any(_PROCEDURE.match(words) for words in wordings_of(survey, action))


def leaves(survey: Survey, action: str) -> bool:
    """Whether an act takes forces out of a place."""
    return any(_LEAVING.match(words) for words in wordings_of(survey, action))


def enters(survey: Survey, action: str) -> bool:
    """Whether an act brings forces into a place."""
    return any(_ENTERING.match(words) for words in wordings_of(survey, action))


def opening_events(openings: Iterable[When]) -> Iterator[EventTerm]:
    """The events on whose occurrence a sentence opens, in any of its cases."""
    for opening in openings:
        for alternative in opening.condition.alternatives:
            for atom in alternative:
                if isinstance(atom, Occurs) and not atom.negated:
                    yield atom.event
