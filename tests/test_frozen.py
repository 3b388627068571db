"""Frozen values are what frozen dataclasses with slots are; here the two are held side by side."""

import copy
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from reader.frozen import frozen


@frozen
class Stop:
    """A stop of a train."""

    town: str
    minute: int = 0
    lines: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_late(self) -> bool:
        return self.minute > 30


@dataclass(frozen=True, slots=True)
class Held:
    """The same as a dataclass."""

    town: str
    minute: int = 0
    lines: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


@frozen
class Halt:
    """A stop without a town."""

    name: str


@frozen
class Halted:
    """The same fields in another class."""

    name: str


GIVEN: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    (("Kyiv",), {}),
    (("Kyiv", 40, ("S1",), {"a": "b"}), {}),
    ((), {"town": "Kyiv", "lines": ("S1",)}),
    (("Kyiv",), {"minute": 40}),
    ((), {}),
    (("Kyiv",), {"town": "Lviv"}),
    (("Kyiv",), {"gauge": 3}),
    (("Kyiv", 1, (), {}, 5), {}),
)


@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_it_takes_what_a_dataclass_takes_and_refuses_the_rest(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    try:
        expected = Held(*given, **named)
    except TypeError:
        with pytest.raises(TypeError, match=r"^Stop\(\) "):
            Stop(*given, **named)
        return
    made = Stop(*given, **named)
    assert repr(made) == repr(expected).replace("Held(", "Stop(")
    assert replace(made, minute=7) == Stop(made.town, 7, made.lines, made.notes)
    assert copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made


def test_it_is_a_dataclass_to_whoever_asks() -> None:
    match Stop("Kyiv", 40):
        case Stop(town, minute):
            assert (town, minute) == ("Kyiv", 40)
    kinds: tuple[type, ...] = (Stop, Held)
    assert all(map(is_dataclass, kinds))
    assert [[one.name for one in fields(kind)] for kind in kinds] == [["town", "minute", "lines", "notes"]] * 2


def test_nothing_of_it_can_be_changed_taken_away_or_added() -> None:
    stop = Stop("Kyiv", 40)
    for name in ("town", "anything"):
        with pytest.raises(FrozenInstanceError, match=f"^{name} of a Stop"):
            setattr(stop, name, 1)
        with pytest.raises(FrozenInstanceError, match=f"^{name} of a Stop"):
            delattr(stop, name)
    assert stop == Stop("Kyiv", 40)
    assert stop.is_late
    assert not hasattr(stop, "__dict__")


def test_equal_are_values_of_one_class_and_they_have_one_hash() -> None:
    assert Halt("a") == Halt("a") != Halt("b")
    assert {Halt("a"), Halt("a"), Halt("b")} == {Halt("b"), Halt("a")}
    others: tuple[object, ...] = (Halted("a"), "a", ("a",))
    assert Halt("a") not in others


def test_defaults_that_are_made_are_made_for_each() -> None:
    assert Stop("Kyiv").notes == {}
    assert Stop("Kyiv").notes is not Stop("Kyiv").notes


@frozen
class Delay:
    """Two are equal whatever they were written down as."""

    minutes: int
    written: str = field(default="", compare=False)


@frozen
class Terminus:
    """Nothing follows."""


def test_what_is_not_compared_and_values_without_fields() -> None:
    assert Delay(5, "five") == Delay(5, "5") != Delay(6, "5")
    assert hash(Delay(5, "five")) == hash(Delay(5, "5"))
    assert repr(Delay(5, "five")) == "Delay(minutes=5, written='five')"
    assert Terminus() == Terminus() == pickle.loads(pickle.dumps(Terminus()))
    assert repr(Terminus()) == "Terminus()"
    assert {Terminus(), Terminus()} == {Terminus()}


def test_its_signature_names_the_fields_with_their_defaults() -> None:
    shown = str(inspect.signature(Stop))
    assert shown.startswith("(town: str, minute: int = 0, lines: tuple[str, ...] = ()")
    assert shown.replace("<class 'dict'>", "<factory>") == str(inspect.signature(Held))
