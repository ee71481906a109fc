"""What every part of a treaty is: a frozen Pydantic model that may know its place in a text.

The place is not a field: it does not count when two parts are compared, and is in neither the JSON nor its schema.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, GetJsonSchemaHandler

from clausekit.source import Span
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.spelling import single_spaced
from clausekit.syntax.words import cut


class Part(BaseModel):
    """Part of a treaty. Parts are values: they never change, and equal parts mean the same."""

    # Schemas are worked out when first needed: checking a file never needs them, and they would cost every start 50 ms.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    __slots__ = ("_place",)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Add to the schema what each field means: the line written under it in the code."""
        schema = handler(core_schema)
        described = handler.resolve_ref_schema(schema).get("properties", {})
        for field, meaning in _field_notes(cls).items():
            if field in described:
                described[field]["description"] = meaning
        return schema

    @property
    def span(self) -> Span | None:
        """Where this part stands in the text it was read from; None when it was built without one."""
        place = getattr(self, "_place", None)
        return None if place is None else Span(*place)

    @classmethod
    def maker(cls) -> Callable[..., Self]:
        """A quick constructor for the resolver: `make(start, end, *fields in order)`.

        It skips validation, which would cost more than all the rest of reading a large treaty: the resolver's values are typed already, and a test
        validates what it made.
        """
        setters = {f"set{index}": _setter(cls, slot) for index, slot in enumerate(_SLOTS)}
        names = tuple(cls.__pydantic_fields__)
        made: dict[str, Any] = {**setters, "new": object.__new__, "cls": cls, "known": set(names)}
        # A literal dictionary and the slots' own setters take half the time of any general way, and every clause has 25 parts. The names are those of
        # the class, as in a named tuple: nothing a drafter writes comes near this line.
        exec(_MAKER.format(names=", ".join(names), fields=", ".join(f"{name!r}: {name}" for name in names)), made)  # noqa: S102
        make: Callable[..., Self] = made["make"]
        return make


_MAKER = """
def make(start, end, {names}):
    part = new(cls)
    set0(part, {{{fields}}})
    set1(part, known)
    set2(part, None)
    set3(part, None)
    set4(part, (start, end))
    return part
"""
_SLOTS = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__", "_place")


def _setter(cls: type, slot: str) -> Callable[[object, object], None]:
    holder = next(base for base in cls.__mro__ if slot in base.__dict__)
    setter: Callable[[object, object], None] = holder.__dict__[slot].__set__
    return setter


def _field_notes(cls: type) -> dict[str, str]:
    """The string under each field of a class, read from its source: kept out of the models, so that starting up does not pay for it."""
    import ast
    import inspect
    import textwrap

    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(tree, ast.ClassDef)
    notes = {}
    for field, note in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(note, ast.Expr) and isinstance(note.value, ast.Constant):
            notes[field.target.id] = " ".join(str(note.value.value).split())
    return notes


def _is_name(text: str) -> str:
    words = text.split(" ")
    if not all(word[:1].isalpha() and cut(word).texts == [word, ""] for word in words):
        message = "a name is one or more words, with single spaces and without punctuation"
        raise ValueError(message)
    reserved = [word for word in words if word.lower() in HARD]
    if reserved:
        message = f"`{reserved[0]}` is a reserved word and cannot be part of a name"
        raise ValueError(message)
    return text


def _is_quotable(text: str) -> str:
    if text != single_spaced(text):
        message = "a text has single spaces, and none at its ends"
        raise ValueError(message)
    return text


Name = Annotated[str, AfterValidator(_is_name)]
"""One or more words that name something, spelled as they were declared."""
Text = Annotated[str, AfterValidator(_is_quotable)]
"""Prose, with single spaces."""
