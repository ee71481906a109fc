"""The generated treaties use every field of every model; else the properties held over them would say less than they seem to."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, settings

from clausekit.model.published import clauses, terms, treaty
from clausekit.model.published.part import Part
from tests.model.generate_treaties import treaties

# What tells the kinds of clauses and conditions apart has one value in each.
TELLTALE = "kind"


def parts(value: object) -> Iterator[Part]:
    if isinstance(value, Part):
        yield value
        for field in type(value).model_fields:
            yield from parts(getattr(value, field))
    elif isinstance(value, tuple):
        for each in value:
            yield from parts(each)


def test_every_field_is_used():
    seen: set[tuple[str, str]] = set()

    @settings(max_examples=40, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None)
    @given(treaties())
    def look(built: treaty.Treaty) -> None:
        for part in parts(built):
            fields = type(part).model_fields
            seen.update((type(part).__name__, name) for name, field in fields.items() if getattr(part, name) != field.default)

    look()
    models = {each for module in (terms, clauses, treaty) for each in vars(module).values() if isinstance(each, type) and issubclass(each, Part)} - {Part}
    wanted = {(model.__name__, name) for model in models for name, field in model.model_fields.items() if name != TELLTALE or field.is_required()}
    assert len(wanted) > 100
    assert sorted(wanted - seen) == []
