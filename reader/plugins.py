"""Loads each plugin alone and calls each alone, so that a broken one stops nobody."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from types import ModuleType, SimpleNamespace, TracebackType
from typing import Any, TypeVar

import pluggy

from . import hookspecs
from .errors import PluginError, SayallError
from .hook_checks import HOOKS, RESULTS, fitting, suggestion
from .installed import Installed, installed

__all__ = ["HOOKS", "Plugin", "Plugins"]

_SOURCES = ("open_location", "read_page")
"""The hooks whose errors tell the listener what is wrong with a location."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plugin as it was found: ``trouble`` is "" while it works, else why it does not.

    ``module`` is where it comes from: a module's name, or the path of a file. ``distribution`` is what was installed
    to get it, "" where it came otherwise. ``error`` is what it raised when it broke, with its traceback.
    """

    name: str
    module: str
    version: str = ""
    hooks: tuple[str, ...] = ()
    trouble: str = ""
    distribution: str = ""
    error: BaseException | None = None


class Plugins:
    """The plugins that take part in a reading.

    One that gets into trouble is not called again. Nothing here raises what a plugin raised, save that a source's
    `SayallError` is passed on: it tells the listener what is wrong with the location.
    """

    def __init__(self) -> None:
        self._manager = pluggy.PluginManager(hookspecs.NAME)
        self._manager.add_hookspecs(hookspecs)
        self._plugins: dict[str, Plugin] = {}
        self._asks: dict[tuple[str, str], tuple[str, ...]] = {}
        self._notices: list[str] = []
        self._missed: set[str] = set()
        self._lock = Lock()

    @classmethod
    def installed(cls, *, only: Iterable[str] | None = None, without: Iterable[str] = ()) -> "Plugins":
        """All that are installed, or ``only`` those named, save those in ``without``.

        Those that come with sayall are added first and so are asked last: any other may overrule them.
        """
        plugins = cls()
        without = set(without)
        found = sorted(installed(hookspecs.NAME), key=lambda entry: (entry.distribution != hookspecs.NAME, entry.name))
        names = {entry.name for entry in found}
        wanted = (names if only is None else set(only)) - without
        for entry in found:
            if entry.name in wanted:
                plugins._load(entry)
        plugins.expect(wanted | without, names)
        return plugins

    def expect(self, names: Iterable[str], among: Iterable[str] | None = None) -> None:
        """Notes each of ``names`` by which there is no plugin, once: the listener probably misspelt it."""
        known = set(self._plugins if among is None else among)
        for name in sorted({*names} - known - self._missed):
            self._missed.add(name)
            self._notices.append(f"There is no plugin {name}{suggestion(name, known) or '.'}")

    def add(self, plugin: object, name: str, version: str = "") -> None:
        """Takes ``plugin``, a module or another object, in under ``name``; one that does not fit is noted as broken."""
        module = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__module__
        self._take(Plugin(name, module, version), lambda: plugin)

    def load_file(self, path: Path) -> None:
        """Takes in the Python file at ``path`` as a plugin, under the name that the file has without its ending."""
        self._take(Plugin(path.stem, str(path)), lambda: _module_of(path))

    def _load(self, entry: Installed) -> None:
        self._take(Plugin(entry.name, entry.value, entry.version, distribution=entry.distribution), entry.load)

    def _take(self, found: Plugin, load: Callable[[], object]) -> None:
        if other := self._plugins.get(found.name):
            name = f"{found.name} of {found.distribution or found.module}"
            self._plugins[name] = replace(found, name=name)
            used = f"{other.name} of {other.distribution or other.module}"
            self.report(name, "", PluginError(f"has the name of another plugin, {used}, which is used instead"))
            return
        self._plugins[found.name] = found
        try:
            plugin = load()
        except (Exception, SystemExit) as error:
            self.report(found.name, "cannot be loaded", error)
            return
        try:
            hooks = tuple(fitting(plugin))
            self._manager.register(SimpleNamespace(**{hook.attribute: hook.function for hook in hooks}), found.name)
        except (Exception, SystemExit) as error:
            self.report(found.name, "cannot be used", error)
            return
        self._asks |= {(found.name, hook.name): hook.asks for hook in hooks}
        self._plugins[found.name] = replace(found, hooks=tuple(hook.name for hook in hooks))

    def each(self, hook: str, convert: Callable[[Any], Any] | None = None, **offered: Any) -> Iterator[tuple[str, Any]]:
        """Calls ``hook`` of one plugin after another: (name, what it gave) for each that gave something.

        Plugins called first are those marked ``tryfirst``, then the one added last, as pluggy orders them. A mapping
        offered as ``option`` gives each plugin its own entry. Results come checked, iterables as tuples; what
        ``convert`` makes of a result is given in its place, and what it raises is the plugin's trouble.
        """
        for impl in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            result = self._call(impl, hook, convert, offered)
            if result is not None:
                yield impl.plugin_name, result

    def first(self, hook: str, **offered: Any) -> Any:
        """What the first plugin gave that gave anything, else None."""
        return next((result for _, result in self.each(hook, **offered)), None)

    def chain(self, hook: str, argument: str, value: T, kind: type[T], **offered: Any) -> T:
        """Passes ``value`` through every plugin as ``argument``: each gets what the one before it made of it."""
        for impl in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            result = self._call(impl, hook, None, {**offered, argument: value})
            if isinstance(result, kind):
                value = result
        return value

    def _call(self, impl: Any, hook: str, convert: Callable[[Any], Any] | None, offered: dict[str, Any]) -> Any:
        name = impl.plugin_name
        if self._plugins[name].trouble:
            return None
        given = {argument: offered[argument] for argument in self._asks[name, hook]}
        if "option" in given and not isinstance(given["option"], str):
            given["option"] = given["option"].get(name, "")
        try:
            result = impl.function(**given)
            if result is not None:
                result = RESULTS[hook](result) if hook in RESULTS else result
                result = convert(result) if convert else result
        except (Exception, SystemExit) as error:
            if hook in _SOURCES and isinstance(error, SayallError) and not isinstance(error, PluginError):
                raise
            self.report(name, f"failed in {hook}", error)
            return None
        return result

    def note(self, line: str) -> None:
        """Keeps a line for the listener, told among the notices of plugins."""
        with self._lock:
            self._notices.append(line)

    def notices(self) -> tuple[str, ...]:
        """What the listener must be told of plugins, each line once."""
        with self._lock:
            told, self._notices = tuple(self._notices), []
        return told

    def __iter__(self) -> Iterator[Plugin]:
        return iter(tuple(self._plugins.values()))

    def report(self, name: str, how: str, error: BaseException) -> None:
        """Notes that the plugin ``name`` is in trouble; the listener is told once."""
        why = str(error) if isinstance(error, PluginError) else f"{type(error).__name__}: {error}"
        why = f"{how}: {why}" if how else why
        line = " ".join(why.split())[:200] + _place(error)
        with self._lock:
            if not self._plugins[name].trouble:
                self._notices.append(f"Plugin {name} {line}{'' if line.endswith('?') else '.'} Reading on without it.")
                self._plugins[name] = replace(self._plugins[name], trouble=line, error=error)


def _module_of(path: Path) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    name = f"sayall_plugin_{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise PluginError(f"{path} is no Python file; give one whose name ends in .py")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _place(error: BaseException) -> str:
    """Where it was raised, for its author: " (captions.py, line 12)", "" where the message says all."""
    if isinstance(error, SayallError) or error.__traceback__ is None:
        return ""
    place = ""
    trace: TracebackType | None = error.__traceback__
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_absolute() and not _is_ours_or_pythons(file):
            place = f" ({file.name}, line {trace.tb_lineno})"
        trace = trace.tb_next
    return place


def _is_ours_or_pythons(file: Path) -> bool:
    return Path(__file__).parent in file.parents or (
        Path(os.__file__).parent in file.parents and "site-packages" not in file.parts
    )
