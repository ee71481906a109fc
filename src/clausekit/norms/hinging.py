"""Sentences on the life of the treaty → which of its provisions wait for something, and which apply only for as long as a state of affairs lasts."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.norms.behind import behind
from clausekit.norms.history import Bindings
from clausekit.norms.instance import Instance
from clausekit.norms.lives import ENDS, named
from clausekit.norms.norm import Code, LifeRule
from clausekit.norms.state import State


def waiting(code: Code) -> Iterator[tuple[int, LifeRule]]:
    """Provisions that apply only from something on, each with its rule. `If …, then article 4 applies` adds a case to those it is for."""
    for rule in code.life:
        is_dated = any(window.anchor is not None or window.at is not None for window in rule.windows)
        hangs_on = is_dated or ((rule.trigger is not None or rule.after) and rule.verb != "applies")
        if rule.verb in ("applies", "applies only", "takes effect", "enters into force") and hangs_on and not is_state(rule):
            yield from ((number, rule) for number in sorted(rule.provisions or ()))


def reason_of(rule: LifeRule, failed: Instance | None = None) -> str:
    """Why a provision does not apply by a rule; what it only suspends goes on when that is over, or when the failure before it is made good."""
    if rule.verb != "is suspended":
        return f"rule {rule.number}"
    return f"suspension by rule {rule.number}" if failed is None else f"failing {failed.number} rule {rule.number}"


def pending(state: State) -> None:
    """Provisions that wait for something do not apply before it."""
    for number, rule in waiting(state.code):
        state.switch_off(number, reason_of(rule), None)


def conditional(state: State) -> None:
    """Provisions that apply, or do not, for as long as a state of affairs lasts."""
    for rule in state.code.life:
        for failed in behind(state, rule) if is_hinged(rule) else ():
            _hinges(state, rule, {} if failed is None else failed.bindings, reason_of(rule, failed))


def _hinges(state: State, rule: LifeRule, bindings: Bindings, reason: str) -> None:
    met = (rule.trigger is None or state.is_met(rule.trigger, bindings)) and all(state.is_met(g.condition, bindings) for g in rule.guards if g.kind == "while")
    off = met if rule.verb in ("does not apply", "is suspended", *ENDS) else not met
    for number in sorted(rule.provisions or ()):
        if off and reason not in state.off[number]:
            state.switch_off(number, reason, named(rule, bindings))
            state.say("provision ends", said=rule.verb, provisions=(number,))
        elif not off and reason in state.off[number]:
            state.switch_on(number, reason)
            state.say("provision resumes", said=rule.verb, provisions=(number,))


def is_hinged(rule: LifeRule) -> bool:
    """Whether provisions apply, or do not, for as long as the state of affairs lasts that a rule hangs on."""
    return rule.provisions is not None and is_state(rule)


def is_state(rule: LifeRule) -> bool:
    """Whether a rule hangs on a state of affairs alone."""
    conditions = [rule.trigger] if rule.trigger is not None else []
    conditions += [guard.condition for guard in rule.guards if guard.kind == "while"]
    return bool(conditions) and all(test.kind != "occurs" for condition in conditions for alternative in condition for test in alternative)
