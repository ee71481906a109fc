"""`typing.NamedTuple`, made in a tenth of the time: written and used like it, and the same to a type checker.

Reading a text takes some two hundred kinds of named tuple. `typing` compiles the annotation of every field, which nobody asks for, and a constructor for
every kind; that was a seventh of all that `clausekit check` does. Here annotations stay as they are written, and kinds with as many fields share the code of
their constructor but for the names in it. Rooms that reading does not load use `typing`.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414  a type checker takes it for what it stands for
else:

    class _Kind(type):
        """Makes a named tuple of a class whose annotations are its fields; what else it says are defaults, and methods."""

        def __new__(cls, name: str, bases: tuple[type, ...], said: dict[str, Any]) -> type:
            if not bases:  # `NamedTuple` itself
                return super().__new__(cls, name, bases, said)
            fields = tuple(said.get("__annotations__", ()))
            defaults = {field: said[field] for field in fields if field in said}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                message = f"in {name}, a field without a default stands behind one with a default"
                raise TypeError(message)
            made = {**_METHODS, **said, **dict(zip(fields, _PLACES, strict=False))}
            made |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            made["__new__"] = _constructor(name, fields, tuple(defaults.values()))
            return type(name, (tuple,), made)

    class NamedTuple(metaclass=_Kind):
        """What a named tuple is written below."""


# A getter of each place of a tuple, as the standard library makes them; no kind of tuple has more fields.
_MOST_FIELDS = 64
_NAMES = [f"at_{place}" for place in range(_MOST_FIELDS)]
_PLACES = tuple(map(vars(namedtuple("_Places", _NAMES)).__getitem__, _NAMES))  # noqa: PYI024  this one holds nothing


def _constructor(name: str, fields: tuple[str, ...], defaults: tuple[object, ...]) -> Callable[..., Any]:
    if len(fields) > _MOST_FIELDS:
        message = f"{name} has {len(fields)} fields, and a named tuple can have {_MOST_FIELDS}"
        raise TypeError(message)
    code = _shared(len(fields)).replace(co_varnames=("_cls", *fields))
    made = FunctionType(code, {"_new": tuple.__new__}, "__new__", defaults)
    made.__qualname__ = f"{name}.__new__"
    return made


@cache
def _shared(count: int) -> Any:
    """The code of a constructor of so many fields."""
    names = "".join(f"{name}, " for name in _NAMES[:count])
    return eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__  # noqa: S307  of nothing but a number


# ---------------------------------------------------------------- what every named tuple can do


def _replace(self: Any, /, **changes: object) -> Any:
    """The same with some fields changed."""
    made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
    if changes:
        message = f"got unexpected field names: {list(changes)!r}"
        raise ValueError(message)
    return made


def _make(cls: Any, values: Any) -> Any:
    """One of this kind, of its values in order."""
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        message = f"expected {len(cls._fields)} values, got {len(made)}"
        raise TypeError(message)
    return made


def _as_dict(self: Any) -> dict[str, Any]:
    """The values by the names of their fields."""
    return dict(zip(self._fields, self, strict=True))


def _shown(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{field}={value!r}' for field, value in zip(self._fields, self, strict=True))})"


def _arguments(self: Any) -> tuple[Any, ...]:
    """What `copy` and `pickle` make it of."""
    return tuple(self)


_METHODS = {"_replace": _replace, "_make": classmethod(_make), "_asdict": _as_dict, "__repr__": _shown, "__getnewargs__": _arguments}
