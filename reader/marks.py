"""The marks that make a function a hook, pluggy's own: `hookimpl` in a plugin, `hookspec` where hooks are listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

import pluggy

F = TypeVar("F", bound=Callable[..., Any])

NAME: Final = "sayall"
"""The project of pluggy, the group of entry points, and the distribution whose plugins are asked last."""
MARK: Final = f"{NAME}_impl"
"""Where pluggy keeps what `hookimpl` was told."""
SPEC: Final = f"{NAME}_versions"
_NONE: Mapping[str, str] = MappingProxyType({})

hookimpl = pluggy.HookimplMarker(NAME)
_spec = pluggy.HookspecMarker(NAME)


class HookSpec(NamedTuple):
    """A hook: ``since`` is the version of sayall that brought it; each argument has a version of its own.

    ``seconds`` is what a call may take; where it is offered `Limits`, their seconds come on top.
    """

    since: str
    seconds: float
    arguments: Mapping[str, str]


def hookspec(*, since: str, seconds: float, later: Mapping[str, str] = _NONE) -> Callable[[F], F]:
    """Declares a hook to pluggy; ``later`` are those of its arguments that came with a later version, with that one."""

    def declared(function: F) -> F:
        code = function.__code__
        arguments = {name: later.get(name, since) for name in code.co_varnames[: code.co_argcount]}
        setattr(function, SPEC, HookSpec(since, seconds, arguments))
        return _spec(function)

    return declared
