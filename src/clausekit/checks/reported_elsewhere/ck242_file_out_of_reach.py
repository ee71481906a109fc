"""File outside the folders of the treaty

A treaty may be sent from hand to hand, and reading it must not open whatever its author names on the machine of its reader. So a file can use only what lies
below its own folder, or below a library; `..`, links and paths from the top of the machine do not lead out of there.

Keep the parts of a treaty below its folder. What several treaties share goes into a folder of its own, which `--library` names.

bad:
    party Syldavia.
    party Borduria.

    use "../secret/annex".  # error: [CK242]

good:
    party Syldavia.
    party Borduria.

    use "std/entry-into-force/on-signature".
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import FILE_OUT_OF_REACH as RULE

PAGE = reported_elsewhere(RULE, __name__)
