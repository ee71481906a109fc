"""What generated treaties say in other languages."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.model.published import translations as model
from tests.model import generate as make
from tests.model.generate import Draw

LANGUAGES = ("fr", "uk", "Old Norse", "de")
NAMES = (
    ("title", ""), ("short", ""), ("done at", ""), ("unit", "troops"), ("phrase", "a part of it"), ("event", "eclipse of the sun"), ("clause", "no such label"),
    ("recital", "3"), ("paragraph", "2 of article 5"), ("article", "12 bis"), ("annex", "C"),
)  # fmt: skip


@st.composite
def lines(draw: Draw) -> model.Translated:
    kind, name = draw(st.sampled_from(NAMES))
    form = st.builds(model.Form, name=st.sampled_from(("feminine", "plural genitive")), text=st.just("") | make.TEXTS)
    noun, meaning = (draw(st.just("") | make.TEXTS) for _ in range(2))
    return model.Translated(kind=kind, name=name, text=draw(make.TEXTS), noun=noun, meaning=meaning, forms=draw(make.some(form, 2)))


@st.composite
def translations(draw: Draw) -> tuple[model.Translation, ...]:
    """What a treaty says in some languages, each of them once."""
    languages = draw(st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True))
    return tuple(model.Translation(language=language, entries=draw(make.some(lines(), 3))) for language in languages)
