"""The marks that make a function a hook: `hookimpl` in a plugin, `hookspec` where sayall says which hooks there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar, overload

F = TypeVar("F", bound=Callable[..., Any])

MARK: Final = "sayall_hook"
SPEC: Final = "sayall_spec"
_NONE: Mapping[str, str] = MappingProxyType({})


class Mark(NamedTuple):
    """What a plugin said of its function: its hook, "" where its own name says it, and how early it is asked."""

    name: str
    rank: int
    is_optional: bool


class HookSpec(NamedTuple):
    """A hook: ``since`` is the version of sayall that brought it; each argument has a version of its own.

    ``seconds`` is what a call may take; where it is offered `Limits`, their seconds come on top.
    """

    since: str
    seconds: float
    arguments: Mapping[str, str]


@overload
def hookimpl(function: F) -> F: ...
@overload
def hookimpl(
    *, specname: str = "", tryfirst: bool = False, trylast: bool = False, optionalhook: bool = False
) -> Callable[[F], F]: ...
def hookimpl(
    function: F | None = None,
    *,
    specname: str = "",
    tryfirst: bool = False,
    trylast: bool = False,
    optionalhook: bool = False,
) -> Any:
    """Marks a plugin's function as the hook of its name, or as ``specname``; the words are those of pluggy.

    Those marked ``tryfirst`` are asked before all others, those marked ``trylast`` after them. One that is an
    ``optionalhook`` may be of a name that this version of sayall does not know.
    """

    def marked(function: F) -> F:
        setattr(function, MARK, Mark(specname, tryfirst - trylast, optionalhook))
        return function

    return marked if function is None else marked(function)


def hookspec(*, since: str, seconds: float, later: Mapping[str, str] = _NONE) -> Callable[[F], F]:
    """Declares a hook; ``later`` are those of its arguments that came with a later version, with that version."""

    def declared(function: F) -> F:
        code = function.__code__
        arguments = {name: later.get(name, since) for name in code.co_varnames[: code.co_argcount]}
        setattr(function, SPEC, HookSpec(since, seconds, arguments))
        return function

    return declared
