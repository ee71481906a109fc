"""What is written below `clausekit.named_tuples.NamedTuple` is what `typing.NamedTuple` would make of it."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing

import pytest

from clausekit.named_tuples import NamedTuple


class Ours(NamedTuple):
    """A place."""

    start: int
    end: Unknown  # noqa: F821  an annotation is not looked at
    name: str = "here"

    @property
    def length(self) -> int:
        return self.end - self.start


class Theirs(typing.NamedTuple):
    """A place."""

    start: int
    end: int
    name: str = "here"

    @property
    def length(self) -> int:
        return self.end - self.start


def outcome(kind, *arguments, **named):
    try:
        return tuple(kind(*arguments, **named))
    except TypeError as problem:
        return str(problem).replace("Ours", "Theirs")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [((1, 2), {}), ((1,), {"end": 2}), ((), {"name": "there", "end": 2, "start": 1}), ((1,), {}), ((1, 2, 3, 4), {}), ((1, 2), {"end": 3}), ((1, 2), {"x": 3})],
)
def test_it_is_made_alike(arguments, named):
    assert outcome(Ours, *arguments, **named) == outcome(Theirs, *arguments, **named)


def test_it_says_the_same_of_itself():
    for name in ("_fields", "_field_defaults", "__match_args__", "__slots__", "__doc__", "__module__"):
        assert getattr(Ours, name) == getattr(Theirs, name)
    assert list(inspect.signature(Ours).parameters) == list(inspect.signature(Theirs).parameters)
    assert Ours.__mro__[1:] == Theirs.__mro__[1:]
    assert Ours.__annotations__.keys() == Theirs.__annotations__.keys()


def test_it_can_do_the_same():
    ours, theirs = Ours(1, 4), Theirs(1, 4)
    assert (ours, hash(ours), ours.length, ours.name) == (theirs, hash(theirs), theirs.length, theirs.name)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    changed = ours._replace(name="there")
    assert (changed, type(changed)) == ((1, 4, "there"), Ours)
    assert Ours._make([1, 4, "there"]) == changed
    for again in (copy.copy(ours), copy.deepcopy(ours), pickle.loads(pickle.dumps(ours))):
        assert (again, type(again)) == (ours, Ours)
    assert not hasattr(ours, "__dict__")
    match ours:
        case Ours(start, end):
            assert (start, end) == (1, 4)


def test_what_is_wrong_is_refused():
    with pytest.raises(ValueError, match="x"):
        Ours(1, 2)._replace(x=3)
    with pytest.raises(TypeError, match="3"):
        Ours._make([1, 2])
    with pytest.raises(TypeError, match="default"):

        class Wrong(NamedTuple):
            first: int = 1
            second: int

    with pytest.raises(TypeError, match="fields"):
        type(NamedTuple)("Long", (NamedTuple,), {"__annotations__": {f"field_{number}": "int" for number in range(65)}})


def test_its_own_methods_come_first():
    class Shown(NamedTuple):
        value: int

        def __repr__(self) -> str:
            return "shown"

    assert repr(Shown(1)) == "shown"


def test_it_may_have_no_fields():
    class Nothing(NamedTuple):
        pass

    assert Nothing() == ()
