"""The bindings of a `use` sentence and the parameters of its file → a value for each parameter, or what is wrong with them."""

from __future__ import annotations

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.model.names import NearNames, key
from clausekit.modules import rules
from clausekit.modules.kinds import Known, Value, example, name_value
from clausekit.modules.terms import Terms
from clausekit.source import Span
from clausekit.syntax.nodes import BindingNode, ParameterNode, UseNode

_ARTICLES = {"actor": "an", "event": "an", "action": "an", "instrument": "an"}


def given(use: UseNode, parameters: dict[str, ParameterNode], terms: Terms, known: Known, found: list[Diagnostic]) -> dict[str, Value] | None:
    """The value of every parameter; None where one has none that could be used. What is wrong is added to `found`."""
    values: dict[str, Value] = {}
    bound: dict[str, BindingNode] = {}
    usable = True
    for binding in use.bindings:
        wanted = key(binding.name.text)
        parameter = parameters.get(wanted)
        if parameter is None:
            found.append(_unknown(use, binding, parameters))
        elif wanted in bound:
            labels = [Label(Span(each.start, each.end), words) for each, words in ((binding, "given again"), (bound[wanted], "given here"))]
            found.append(report(rules.PARAMETER_TWICE, f"`{parameter.name.text}` is given twice", *labels, help="strike one of them"))
        else:
            bound[wanted] = binding
            value = _fitting(binding, parameter, terms.value_of(binding, parameter), known, found)
            usable = usable and value is not None
            values |= {} if value is None else {wanted: value}
    missing = [parameter for name, parameter in parameters.items() if name not in bound]
    if missing:
        found.append(_missing(use, missing))
    return values if usable and not missing else None


def _fitting(binding: BindingNode, parameter: ParameterNode, value: Value, known: Known, found: list[Diagnostic]) -> Value | None:
    """The value, or the name it was meant for; None if it is of another kind than its parameter."""
    misfit = known.misfit(parameter.kind, value)
    if misfit is None:
        return value
    label = Label(Span(binding.start, binding.end), f"{_ARTICLES.get(parameter.kind, 'a')} {parameter.kind} is wanted")
    if misfit.meant:
        message = f"`{value.written}` is not declared, and `{parameter.name.text}` stands for {_ARTICLES.get(parameter.kind, 'a')} {parameter.kind}"
        found.append(report(rules.WRONG_KIND, message, label, help=f"did you mean `{misfit.meant}`?"))
        return name_value(misfit.meant)
    message = f"`{binding.value}` is {misfit.what}, and `{parameter.name.text}` stands for {_ARTICLES.get(parameter.kind, 'a')} {parameter.kind}"
    found.append(report(rules.WRONG_KIND, message, label, help=f"give it one, as in `{parameter.name.text} = {example(parameter.kind)}`"))
    return None


def _unknown(use: UseNode, binding: BindingNode, parameters: dict[str, ParameterNode]) -> Diagnostic:
    names = [parameter.name.text for parameter in parameters.values()]
    near = NearNames(names).nearest(binding.name.text)
    has = f"it has {_listed(names)}" if names else "it has none"
    label = Label(Span(binding.start, binding.end), "stands for nothing")
    message = f"`{use.path}` has no parameter `{binding.name.text}`"
    return report(rules.UNKNOWN_PARAMETER, message, label, help=f"did you mean `{near}`?" if near else has)


def _missing(use: UseNode, missing: list[ParameterNode]) -> Diagnostic:
    word = "with" if not use.bindings else "and"
    written = ", ".join(f"{each.name.text} = {example(each.kind)}" for each in missing)
    message = f"`{use.path}` does not say what {_listed([each.name.text for each in missing])} {'stands' if len(missing) == 1 else 'stand'} for"
    return report(rules.MISSING_PARAMETER, message, Label(Span(use.start, use.end), "value missing"), help=f"add, for instance, `{word} {written}`")


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
