"""File that is not there to be used

A `use` sentence puts another file in its place. When there is no such file, a part of the treaty is missing, and nothing else in it can be relied on.

Paths are counted from the folder of the file that uses them, then from the folders named with `--library`, then from the library that comes with clausekit.
They are written with `/`, and may leave out `.clause`. A text from standard input stands in no folder, and can use libraries only.

bad:
    party Syldavia.
    party Borduria.

    use "std/consultations" with Members = Parties, Response Time = 48 hours and Interval = 6 months.  # error: [CK241]

good:
    party Syldavia.
    party Borduria.

    use "std/consultation" with Members = Parties, Response Time = 48 hours and Interval = 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import UNKNOWN_FILE as RULE

PAGE = reported_elsewhere(RULE, __name__)
