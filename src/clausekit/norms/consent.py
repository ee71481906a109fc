"""Which events are a consent to be bound, and which rules bring a treaty into force: what the life of every treaty begins with."""

from __future__ import annotations

from clausekit.norms.lower_terms import COUNTED
from clausekit.norms.norm import Code, Condition, LifeRule, Test

# Events by which a State consents to be bound (VCLT 11 to 15).
CONSENT = ("ratification", "acceptance", "approval", "accession")
# Consent may be taken back while the treaty is in force for nobody.
TAKING_BACK = frozenset(f"{how} of {what}" for how in ("revocation", "withdrawal") for what in (*CONSENT, "instrument"))
# The acts by which a Party leaves.
LEAVING = ("withdrawal", "denunciation")
_BEGINS = ("enters into force", "takes effect")


def is_entry_into_force(rule: LifeRule) -> bool:
    """Whether a rule is about when the treaty as a whole enters into force, for all or for some."""
    return rule.provisions is None and rule.of is None and rule.verb in _BEGINS


def entry_rules(code: Code) -> list[LifeRule]:
    """The rules by which the treaty enters into force."""
    return [rule for rule in code.life if is_entry_into_force(rule)]


def conditions_of(rule: LifeRule) -> list[Condition]:
    """What a rule hangs on: its trigger, and the events that its times are counted from."""
    found = [rule.trigger, *(window.anchor for window in rule.windows), *(clock.anchor for window in rule.windows for clock in window.clocks)]
    return [condition for condition in found if condition is not None]


def tests_of(rule: LifeRule) -> list[Test]:
    """Every test of what a rule hangs on."""
    return [test for condition in conditions_of(rule) for alternative in condition for test in alternative]


def consents(code: Code) -> frozenset[str]:
    """The events by which somebody consents to be bound: those of every treaty, and those that entry into force of this one counts."""
    counted = {
        test.pattern.name
        for rule in entry_rules(code)
        for test in tests_of(rule)
        if test.pattern is not None and (test.count is not None or any(role.who.binds == COUNTED for role in test.pattern.roles))
    }
    return frozenset((*CONSENT, *(f"deposit of {each}" for each in CONSENT), *counted))
