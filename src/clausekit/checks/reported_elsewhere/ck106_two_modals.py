"""Two modals in one statement

One statement has one modal. With two, an act could be owed or merely allowed, and it is open which bearer the second
one binds.

End the sentence with a full stop before the next bearer, or join the acts and repeat the modal after `and`: `shall
consult and may request assistance`.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    Poland shall consult shall report within 30 days of request by Ukraine.  # error: [CK106]

good:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    Poland shall consult within 10 days of request by Ukraine and shall report within 30 days of request
        by Ukraine.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import TWO_MODALS as RULE

PAGE = reported_elsewhere(RULE, __name__)
