"""The generated treaties use every field of every model; else the properties held over them would say less than they seem to."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from clausekit.model.published import amounts, clauses, declarations, life, qualifiers, scenarios, terms, translations, treaty
from clausekit.model.published.part import Part
from tests.model import generate_treaties as make
from tests.model.generate_scenarios import expectations, scenario
from tests.model.generate_sentences import provisions
from tests.model.generate_translations import translations as generated_translations

# What tells the kinds of clauses and conditions apart has one value in each.
TELLTALE = "kind"
VOCABULARIES = (make.actors(), make.groups(), make.bodies(), make.zones(), make.all_of(("Silence",), make.rules), make.measures())
# One round draws so many of each; some rounds later, the rarest field has come up.
ROUND = ((make.treaties(), 10), (provisions(), 100), (st.one_of(*VOCABULARIES), 60), (scenario(), 20), (expectations(), 30), (generated_translations(), 20))
MOST_ROUNDS = 40
MODULES = (amounts, clauses, declarations, life, qualifiers, scenarios, terms, translations, treaty)


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

    def look(built: object) -> None:
        for part in parts(built):
            fields = type(part).model_fields
            seen.update((type(part).__name__, name) for name, field in fields.items() if getattr(part, name) != field.default)

    models = {each for module in MODULES for each in vars(module).values() if isinstance(each, type) and issubclass(each, Part)} - {
        Part,
        clauses.Unread,
    }  # which no text says
    wanted = {(model.__name__, name) for model in models for name, field in model.model_fields.items() if name != TELLTALE or field.is_required()} - {
        ("Treaty", "translations")
    }
    assert len(wanted) > 100
    for number in range(MOST_ROUNDS):
        for strategy, examples in ROUND:
            look_at = settings(max_examples=examples, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None)
            seed(number)(look_at(given(strategy)(look)))()
        if wanted <= seen:
            break
    assert sorted(wanted - seen) == []
