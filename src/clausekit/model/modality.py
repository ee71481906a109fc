"""Statement → what kind of norm it is: duty, prohibition, permission, power, exemption or political commitment."""

from __future__ import annotations

from typing import Literal

from clausekit.model.clauses import Act, Statement
from clausekit.model.terms import Bearer

Modality = Literal["duty", "prohibition", "permission", "power", "exemption", "commitment"]

# Acts that change norms. They are powers only with no object, or with the treaty or a clause as object: "withdraw forces" is an act (VCLT 54, 57).
POWERS = frozenset(
    "withdraw suspend terminate waive determine amend invoke reserve accede denounce extend reinstate resume modify".split(),
)
_OF_MODAL: dict[str, Modality] = {
    "shall": "duty", "must": "duty", "undertakes to": "duty",
    "shall not": "prohibition", "must not": "prohibition", "undertakes not to": "prohibition",
    "may not": "prohibition", "is not entitled to": "prohibition",
    "may": "permission", "is entitled to": "permission",
    "need not": "exemption",
    "should": "commitment", "will": "commitment", "intends to": "commitment",
    "should not": "commitment", "will not": "commitment", "intends not to": "commitment",
}  # fmt: skip


def is_power(act: Act) -> bool:
    """Whether doing `act` would change norms rather than the world."""
    if act.action.lower() not in POWERS or act.objects is not None or act.quantities:
        return False
    return not any(role.preposition == "from" and role.actors for role in act.roles)


def denies(bearer: Bearer | None) -> bool:
    """Whether the bearer is `no Party` or its like, which turns a duty or permission into a prohibition."""
    return bearer is not None and bearer.actors.members[0].quantifier == "no"


def modality(statement: Statement, bearer: Bearer | None) -> Modality:
    """What `statement` is for its bearer, which may stand in the statement before it. A bare act is a duty (language, section 3)."""
    if statement.modal is None:
        return "duty"
    kind = _OF_MODAL[statement.modal]
    if denies(bearer) and kind in ("duty", "permission"):
        return "prohibition"
    if kind == "permission" and all(is_power(limb.act) for limb in statement.limbs):
        return "power"
    return kind
