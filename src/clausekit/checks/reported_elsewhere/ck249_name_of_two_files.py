"""Name that two used files declare

Two files that were written apart may give one name two meanings, or one label to two sentences. Then nobody can say what the name stands for, and changing
either file is not for the treaty to do. What both declare in the same words is one thing, and is no fault.

Use one of them under a namespace: `use "…" as Eastern` puts that word before every name and label of the file, so that `clause Eastern consultation` is told
from `clause consultation`.

bad:
    party Syldavia.
    party Borduria.
    guarantor Sylvania.

    use "std/consultation" with Members = Parties, Response Time = 48 hours and Interval = 6 months.
    use "std/consultation" with Members = Guarantors, Response Time = 24 hours and Interval = 1 year.  # error: [CK249]

good:
    party Syldavia.
    party Borduria.
    guarantor Sylvania.

    use "std/consultation" with Members = Parties, Response Time = 48 hours and Interval = 6 months.
    use "std/consultation" as Guarantee with Members = Guarantors, Response Time = 24 hours and Interval = 1 year.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import NAME_OF_TWO_FILES as RULE

PAGE = reported_elsewhere(RULE, __name__)
