"""Whether a value that a plugin made holds what it should: a dataclass takes whatever it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_Check = Callable[[Any], str]
"""What is wrong with a value, the way to it in front: ".blocks[1].role is 'x', not a Role"; "" where all is well."""


def flaw(value: object, *kinds: type) -> str:
    """What in ``value``, one of the dataclasses ``kinds``, is not what its field is for; "" where all is well."""
    kind = next(kind for kind in kinds if isinstance(value, kind))
    return _check(kind)(value).removeprefix(".")


@cache
def _check(kind: Any) -> _Check:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _one_of(arguments)
    if origin is tuple:
        return _tuple(_check(arguments[0]))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return _dataclass(kind, [(field.name, _check(hints[field.name])) for field in fields(kind)])
    return lambda value: "" if isinstance(value, kind) else _wrong(value, kind.__name__)


def _one_of(kinds: tuple[Any, ...]) -> _Check:
    name = " or ".join("None" if kind is NoneType else kind.__name__ for kind in kinds)

    def check(value: Any) -> str:
        for kind in kinds:
            if isinstance(value, kind):
                return _check(kind)(value)
        return _wrong(value, name)

    return check


def _tuple(check_one: _Check) -> _Check:
    def check(value: Any) -> str:
        if not isinstance(value, tuple):
            return _wrong(value, "tuple")
        for number, item in enumerate(value):
            if found := check_one(item):
                return f"[{number}]{found}"
        return ""

    return check


def _dataclass(kind: Any, members: list[tuple[str, _Check]]) -> _Check:
    def check(value: Any) -> str:
        if not isinstance(value, kind):
            return _wrong(value, kind.__name__)
        for name, check_one in members:
            if found := check_one(getattr(value, name)):
                return f".{name}{found}"
        return ""

    return check


def _wrong(value: Any, wanted: str) -> str:
    shown = repr(value)
    article = "an" if wanted[0] in "AEIOaeio" else "a"
    return f" is {shown if len(shown) <= 40 else f'a {type(value).__name__}'}, not {article} {wanted}"
