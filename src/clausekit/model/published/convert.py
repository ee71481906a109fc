"""Parts as the rooms use them ↔ parts as the outside sees them: the same names and fields, as Pydantic models."""

from __future__ import annotations

from functools import cache
from typing import Any

import clausekit.model.treaty
from clausekit.model import amounts as amount_records
from clausekit.model import clauses as clause_records
from clausekit.model import declarations as declaration_records
from clausekit.model import life as life_records
from clausekit.model import qualifiers as qualifier_records
from clausekit.model import scenarios as scenario_records
from clausekit.model import terms as term_records
from clausekit.model import translations as translation_records
from clausekit.model.part import NOWHERE
from clausekit.model.published import amounts, clauses, declarations, life, qualifiers, scenarios, terms, translations, treaty
from clausekit.model.published.part import Part


def published(record: clausekit.model.treaty.Treaty) -> treaty.Treaty:
    """The treaty as frozen Pydantic models, places kept."""
    result: treaty.Treaty = _out(record)
    return result


def record(model: treaty.Treaty) -> clausekit.model.treaty.Treaty:
    """The treaty as named tuples, places kept."""
    result: clausekit.model.treaty.Treaty = _in(model)
    return result


def _out(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    if hasattr(value, "_fields"):
        return _makers()[type(value).__name__](value[0], value[1], *map(_out, value[2:]))
    return tuple(map(_out, value))


def _in(value: Any) -> Any:
    if isinstance(value, Part):
        start, end = value.span or (NOWHERE, NOWHERE)
        return _records()[type(value).__name__](start, end, *(_in(getattr(value, field)) for field in type(value).model_fields))
    return tuple(map(_in, value)) if isinstance(value, tuple) else value


@cache
def _makers() -> dict[str, Any]:
    """A quick constructor for each model."""
    found = {}
    for module in (amounts, terms, qualifiers, life, clauses, declarations, scenarios, translations, treaty):
        for name, each in vars(module).items():
            if isinstance(each, type) and issubclass(each, Part) and each is not Part:
                found[name] = each.maker()
    return found


@cache
def _records() -> dict[str, Any]:
    modules = (
        amount_records,
        term_records,
        qualifier_records,
        life_records,
        clause_records,
        declaration_records,
        scenario_records,
        translation_records,
        clausekit.model.treaty,
    )
    return {name: each for module in modules for name, each in vars(module).items() if isinstance(each, type) and hasattr(each, "_fields")}
