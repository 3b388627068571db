"""Values that cannot be changed: what ``@dataclass(frozen=True, slots=True)`` makes, ready sooner.

A dataclass writes and compiles seven functions of its own for each class. Some fifty classes stand between the start
of the command and the first sound, so here all of them share theirs. `dataclasses.fields` and `dataclasses.replace`,
``match``, equality, hashes, `copy` and `pickle` work as they do with a dataclass.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """``kind`` as a class of frozen values: its annotations are the fields, in order; equal are those of one class."""
    made = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    members = fields(made)  # type: ignore[arg-type]
    held = _held([member.name for member in members if member.compare])
    shared = {
        "__init__": _init(made, members),
        "__eq__": _eq(held),
        "__hash__": _hash(held),
        "__repr__": _repr,
        "__reduce__": _reduce,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__signature__": _Signature(),
    }
    for name, attribute in shared.items():
        setattr(made, name, attribute)
    return made


class _Signature:
    """What `help` and `inspect.signature` show of such a class: its fields, as those of a dataclass."""

    def __get__(self, value: object, kind: type) -> object:
        from inspect import Parameter, Signature

        def parameter(member: Field[Any]) -> Parameter:
            default = member.default if member.default is not MISSING else member.default_factory
            shown = Parameter.empty if default is MISSING else default
            return Parameter(member.name, Parameter.POSITIONAL_OR_KEYWORD, default=shown, annotation=member.type)

        return Signature([parameter(member) for member in fields(kind)], return_annotation=None)


def _held(names: list[str]) -> Callable[[Any], Any]:
    """What equality and hashes go by."""
    return attrgetter(*names) if names else lambda value: ()


def _init(kind: type, members: tuple[Field[Any], ...]) -> Callable[..., None]:
    # A slot is set past ``__setattr__``, which refuses.
    put = tuple(getattr(kind, member.name).__set__ for member in members)
    size = len(members)

    def __init__(self: object, *given: Any, **named: Any) -> None:
        if named or len(given) != size:
            given = _all(kind, members, given, named)
        for set_slot, value in zip(put, given, strict=True):
            set_slot(self, value)

    return __init__


def _all(kind: type, members: tuple[Field[Any], ...], given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """A value for every field, in order, defaults where none is given; `TypeError` as a function would raise it."""
    found = [*given]
    for member in members[len(given) :]:
        if member.name in named:
            found.append(named.pop(member.name))
        elif member.default is not MISSING:
            found.append(member.default)
        elif member.default_factory is not MISSING:
            found.append(member.default_factory())
        else:
            raise TypeError(f"{kind.__name__}() is missing its argument {member.name!r}")
    if named:
        raise TypeError(f"{kind.__name__}() got an argument {next(iter(named))!r}, unexpected or given twice")
    if len(found) > len(members):
        raise TypeError(f"{kind.__name__}() takes {len(members)} arguments, and {len(found)} were given")
    return tuple(found)


def _eq(held: Callable[[Any], Any]) -> Callable[[Any, object], bool]:
    def __eq__(self: Any, other: object) -> bool:
        return bool(held(self) == held(other)) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(held: Callable[[Any], Any]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:
        return hash(held(self))

    return __hash__


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({told})"


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


def _refuse(self: object, name: str, value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"{name} of a {type(self).__name__} cannot be changed; dataclasses.replace gives another")
