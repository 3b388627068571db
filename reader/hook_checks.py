"""Checks that a plugin's hooks fit and give what they should: a slip is said at once, with what was meant."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import FunctionType, MethodType, ModuleType
from typing import Any, Final, NamedTuple

from . import hookspecs
from .errors import PluginError, SiteRuleError
from .listing import Listing
from .marks import MARK, SPEC, HookSpec
from .page import Page
from .script.wording.rule import Rule
from .story import Story, Treatment

HOOKS: Final[Mapping[str, HookSpec]] = {
    name: getattr(value, SPEC) for name, value in vars(hookspecs).items() if hasattr(value, SPEC)
}
"""The hooks by name, each with the arguments that it offers."""


class Hook(NamedTuple):
    """A plugin's function for the hook ``name``, by its own name; ``asks`` are the arguments that it wants."""

    name: str
    attribute: str
    function: Callable[..., Any]
    asks: tuple[str, ...]


def fitting(plugin: object) -> Iterator[Hook]:
    """The hooks that ``plugin`` has.

    Raises `PluginError` for what would never be called, or could not: a name that is no hook, an argument that is not
    offered, a missing mark, a wrapper, a coroutine.
    """
    marked = 0
    for attribute, member in _functions(plugin):
        mark = getattr(member, MARK, None) or getattr(getattr(member, "__func__", member), MARK, None)
        if mark is None:
            _refuse_unmarked(plugin, attribute, member)
            continue
        marked += 1
        name = mark["specname"] or attribute
        if name in HOOKS:
            function = getattr(plugin, attribute)
            yield Hook(name, attribute, function, _asked(name, function, mark))
        elif not mark["optionalhook"]:
            raise PluginError(f"{name} is not a hook{suggestion(name, HOOKS)}")
    if not marked:
        raise PluginError("has no hooks; put @reader.hookimpl above each function that is one")


def _functions(plugin: object) -> Iterator[tuple[str, object]]:
    """Its functions by name, without running any property: a module's are had a good deal faster than an object's."""
    kinds = (FunctionType, MethodType, staticmethod, classmethod)
    if isinstance(plugin, ModuleType):
        yield from ((name, value) for name, value in vars(plugin).items() if isinstance(value, kinds))
        return
    for name in dir(plugin):
        value = inspect.getattr_static(plugin, name, None)
        if isinstance(value, kinds):
            yield name, value


def _asked(name: str, function: Callable[..., Any], mark: Mapping[str, Any]) -> tuple[str, ...]:
    offers = HOOKS[name].arguments
    if mark["wrapper"] or mark["hookwrapper"]:
        raise PluginError(f"{name} is a wrapper, but every plugin is called alone; make it a plain function")
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise PluginError(f"{name} is async, but nobody awaits it; make it a plain function")
    asks: list[str] = []
    for parameter in inspect.signature(function).parameters.values():
        match parameter.kind:
            case parameter.VAR_KEYWORD:
                return tuple(offers)
            case parameter.POSITIONAL_OR_KEYWORD | parameter.KEYWORD_ONLY if parameter.name in offers:
                asks.append(parameter.name)
            case parameter.VAR_POSITIONAL:
                pass
            case _ if parameter.default is parameter.empty:
                offered = ", ".join(offers) or "no arguments"
                raise PluginError(
                    f"{name} asks for {parameter.name}, which is not offered{suggestion(parameter.name, offers)} "
                    f"(it offers {offered})"
                )
    return tuple(asks)


def _refuse_unmarked(plugin: object, attribute: str, function: object) -> None:
    own = isinstance(plugin, ModuleType) and getattr(function, "__module__", "") == plugin.__name__
    if own and attribute in HOOKS:
        raise PluginError(f"{attribute} is not marked as a hook; put @reader.hookimpl above it")


def suggestion(given: str, known: Iterable[str]) -> str:
    """What may have been meant, to put behind a message: "; did you mean captions?", or ""."""
    from difflib import get_close_matches

    close = get_close_matches(given, list(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def _one(*kinds: type) -> Callable[[Any], Any]:
    def checked(result: Any) -> Any:
        if not isinstance(result, kinds):
            *most, last = (kind.__name__ for kind in kinds)
            wanted = f"{', '.join(most)} or {last}" if most else last
            raise PluginError(f"gave {_called(result)} instead of a {wanted}")
        return result

    return checked


def _made_of(*kinds: type) -> Callable[[Any], Any]:
    """The result, where it is one of ``kinds`` and all that it is made of is what it should be."""
    check_kind = _one(*kinds)

    def checked(result: Any) -> Any:
        check_kind(result)
        if not isinstance(result, str):
            from .values import flaw

            if found := flaw(result, *kinds):
                raise PluginError(f"gave a {type(result).__name__} whose {found}")
        return result

    return checked


def _several(*kinds: type) -> Callable[[Any], Any]:
    def checked(result: Any) -> Any:
        if isinstance(result, str | bytes) or not isinstance(result, Iterable):
            raise PluginError(f"gave {_called(result)} instead of several {kinds[0].__name__}s")
        return tuple(map(_one(*kinds), result))

    return checked


def _treatment(result: Any) -> Treatment:
    try:
        return Treatment(result)
    except ValueError:
        raise PluginError(f"gave {_called(result)} instead of one of {', '.join(Treatment)}") from None


def _makers(kind: str) -> Callable[[Any], dict[str, Any]]:
    """Checks what makes engines or services, by their names."""

    def checked(result: Any) -> dict[str, Any]:
        made = dict(_one(Mapping)(result))
        for name, make in made.items():
            if not callable(make):
                raise PluginError(f"gave {_called(make)} instead of what makes the {kind} {name}")
        return made

    return checked


def _site_rules(result: Any) -> tuple[Any, ...]:
    from pathlib import Path

    from .readability.site_rules import SiteRules, load

    try:
        given = tuple(_several(Path, SiteRules)(result))
        return tuple(load(rules) if isinstance(rules, Path) else rules for rules in given)
    except SiteRuleError as error:
        raise PluginError(str(error)) from error


def _commands(result: Any) -> tuple[Any, ...]:
    from click import Command

    return tuple(_several(Command)(result))


def _called(result: Any) -> str:
    shown = repr(result)
    return shown if len(shown) <= 40 else f"a {type(result).__name__}"


RESULTS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "site_rules": _site_rules,
    "open_location": _made_of(Page, Story, Listing, str),
    "read_page": _made_of(Page, Story, Listing, str),
    "adjust_story": _made_of(Story),
    "treat_block": _treatment,
    "summarize": _one(str),
    "wording_rules": _several(Rule),
    "engines": _makers("engine"),
    "services": _makers("service"),
    "heard": lambda result: None,
    "commands": _commands,
}
"""By hook: what checks a result and gives it in its final form, or raises `PluginError`.

Generators are run to their end here, so that what they raise is raised here too.
"""
