"""Measure with an amount or time of its own

What is compared with a number is a measure: `tanks in Zone A`, `warheads of that Party`. It may say whose it is and where. An amount, a clause or a time behind
it would belong to an event, and would be lost in a comparison.

Put the time behind what is to be done, and compare the measure alone.

bad:
    party Ukraine.
    party Russia.
    measure tanks.

    article 1 "Limits"
      Russia shall ensure that tanks of article 1 are at most 200 at all times.  # error: [CK228]

good:
    party Ukraine.
    party Russia.
    measure tanks.

    article 1 "Limits"
      Russia shall ensure that tanks are at most 200 at all times.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.model.rules import QUALIFIED_MEASURE as RULE

PAGE = reported_elsewhere(RULE, __name__)
