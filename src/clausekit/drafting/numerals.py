"""Numbers of Articles in the numerals that a draft is to have, and how its paragraphs are cited.

Of 1,226 treaties whose Articles are numbered, 199 number them in Roman numerals. Of 1,409 treaties, 480 cite `Article 5, paragraph 2`, 298 `paragraph 2 of
Article 5`.
"""

from __future__ import annotations

import re
from typing import Literal

from clausekit.drafting.word.counting import MOST, shown

Numerals = Literal["arabic", "roman"]
References = Literal["", "paragraph", "article", "short"]
_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def in_numerals(number: str, numerals: Numerals) -> str:
    """`5` or `V`, `5 bis` or `V bis`. What begins with no number, or with one that has no Roman numeral, stays as it is."""
    found = _NUMBER.match(number) if numerals == "roman" else None
    return number if found is None or int(found.group()) > MOST else shown(int(found.group()), "upperRoman") + number[found.end() :]
