"""Sentence that cannot be read

A provision has an order: what triggers it, who is bound, the modal, the act, its deadline, its conditions. A sentence
that leaves one of them unfinished, or puts something where nothing of the kind can stand, has no one meaning, so it
is reported rather than guessed at. The sentences after it are read as usual.

The finding points at the first word that could not be read and says what could have stood there. Complete the
sentence, or take the word out.

bad:
    party Ukraine.
    party Poland.
    action consult.

    Poland shall.  # error: [CK104]
    Poland shall consult within 30.  # error: [CK104]
    If request by Ukraine.  # error: [CK104]

good:
    party Ukraine.
    party Poland.
    action consult.

    Poland shall consult within 30 days of request by Ukraine.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import UNREADABLE_SENTENCE as RULE

PAGE = reported_elsewhere(RULE, __name__)
