"""A rule that is no norm, and may be a step of a ladder → what it is there for."""

from __future__ import annotations

from clausekit.norms.instance import Instance
from clausekit.norms.norm import CountsAs, LifeRule
from clausekit.norms.state import State


def behind(state: State, rule: LifeRule | CountsAs) -> tuple[Instance | None, ...]:
    """What a rule is there for: None for one that just is; for a step of a ladder each failure before it, but no suspension for what was made good.

    Empty for a step that has not come about.
    """
    if not rule.after:
        return (None,)
    gives_way = isinstance(rule, LifeRule) and rule.verb == "is suspended"
    return tuple(each for each in state.come_about.get(rule, ()) if not (gives_way and each.state == "cured"))
