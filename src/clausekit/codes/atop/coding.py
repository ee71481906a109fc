"""Treaty → all its codes in this scheme: the rules of every group of variables put together."""

from __future__ import annotations

from collections.abc import Mapping

from clausekit.codes.atop import bodies, conduct, duties, life, links, places
from clausekit.codes.atop.coder import Coder, Rule
from clausekit.codes.atop.variables import VARIABLES
from clausekit.codes.scheme import Code, Coding
from clausekit.model.treaty import Treaty

NAME = "atop"
TITLE = "Alliance Treaty Obligations and Provisions 4.01 (Leeds, Ritter, Mitchell and Long 2002)"
RULES: dict[str, Rule] = {**life.RULES, **duties.RULES, **conduct.RULES, **places.RULES, **bodies.RULES, **links.RULES}


def code(treaty: Treaty, said: Mapping[str, tuple[str, ...]]) -> Coding:
    """Every variable of the scheme for `treaty`; `said` is what the drafter says that acts count as."""
    coder = Coder(treaty, said, RULES)
    codes = tuple(Code(variable, coder.derive(variable.name)) for variable in VARIABLES)
    return Coding(NAME, TITLE, codes, coder.acts)
