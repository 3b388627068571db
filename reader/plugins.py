"""Loads each plugin alone and calls each alone, so that one that breaks or hangs stops nobody."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace, TracebackType
from typing import Any, Final, TypeVar

import pluggy

from . import hookspecs
from .errors import PluginError, SayallError
from .frozen import frozen
from .hook_checks import HOOKS, RESULTS, Hook, fitting, suggestion
from .installed import Installed, installed, module_of
from .marks import NAME
from .patience import OverdueError, Turn

__all__ = ["HOOKS", "Plugin", "Plugins"]

_SOURCES = ("open_location", "read_page")
"""The hooks whose errors tell the listener what is wrong with a location."""

_LOADING_SECONDS: Final = 10.0
"""What importing a plugin may take, on a slow machine that has not compiled it before."""

T = TypeVar("T")


@frozen
class Plugin:
    """A plugin as it was found: ``trouble`` is "" while it works, else why it does not.

    ``module`` is where it comes from: a module's name, or the path of a file. ``distribution`` is what was installed
    to get it, "" where it came otherwise. ``tested_with`` is the version of sayall that it was tested with, "" where it
    does not say. ``error`` is what it raised when it broke, with its traceback.
    """

    name: str
    module: str
    version: str = ""
    hooks: tuple[str, ...] = ()
    trouble: str = ""
    distribution: str = ""
    tested_with: str = ""
    error: BaseException | None = None


class _Manager(pluggy.PluginManager):
    """Passes over what every object has by nature: asking whether that is a hook costs more than all the rest."""

    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        return None if name.startswith("__") else super().parse_hookimpl_opts(plugin, name)


class Plugins:
    """The plugins that take part in a reading.

    One that gets into trouble is not called again. Nothing here raises what a plugin raised, save that a source's
    `SayallError` is passed on: it tells the listener what is wrong with the location. Plugins are called in threads
    of their own, now in one and now in another, and left behind there where they hang.
    """

    def __init__(self) -> None:
        self._manager = _Manager(NAME)
        self._manager.add_hookspecs(hookspecs)
        self._plugins: dict[str, Plugin] = {}
        self._objects: dict[str, object] = {}
        self._hooks: dict[tuple[str, Callable[..., Any]], Hook] = {}
        self._notices: list[str] = []
        self._missed: set[str] = set()
        self.opened_by: list[tuple[str, str]] = []
        """Each plugin that opened something so far, and what: a location, or what is in a page."""
        self._lock = threading.Lock()
        self._local = threading.local()

    @classmethod
    def installed(
        cls, *, only: Iterable[str] | None = None, without: Iterable[str] = (), files: Iterable[Path] = ()
    ) -> "Plugins":
        """All that are installed and all ``files``, or ``only`` those named, save those in ``without``.

        Those that come with sayall are added first and so are asked last: any other may overrule them.
        """
        plugins = cls()
        without = set(without)
        found = sorted(installed(NAME), key=lambda entry: (entry.distribution != NAME, entry.name))
        files = tuple(files)
        names = {entry.name for entry in found} | {file.stem for file in files}
        wanted = (names if only is None else set(only)) - without
        plugins._load(entry for entry in found if entry.name in wanted)
        for file in files:
            if file.stem in wanted:
                plugins.load_file(file)
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
        self._take(Plugin(path.stem, str(path)), lambda: module_of(path))

    def _load(self, entries: Iterator[Installed]) -> None:
        def load() -> None:
            for entry in entries:
                found = Plugin(entry.name, entry.value, entry.version, distribution=entry.distribution)
                self._take(found, entry.load)

        self.together(load)

    def _take(self, found: Plugin, load: Callable[[], object]) -> None:
        if other := self._plugins.get(found.name):
            name = f"{found.name} of {found.distribution or found.module}"
            self._plugins[name] = replace(found, name=name)
            used = f"{other.name} of {other.distribution or other.module}"
            self.report(name, "", PluginError(f"has the name of another plugin, {used}, which is used instead"))
            return
        self._plugins[found.name] = found
        loaded = self.ask(found.name, "", _LOADING_SECONDS, lambda: (load(),))
        if loaded is None:
            return
        (plugin,) = loaded
        self._objects[found.name] = plugin
        found = replace(found, tested_with=str(getattr(plugin, "TESTED_WITH", "")))
        self._plugins[found.name] = found
        try:
            hooks = tuple(fitting(plugin))
            self._manager.register(SimpleNamespace(**{hook.attribute: hook.function for hook in hooks}), found.name)
        except (Exception, SystemExit) as error:
            self.report(found.name, "cannot be used", error)
            return
        self._hooks |= {(found.name, hook.function): hook for hook in hooks}
        self._plugins[found.name] = replace(found, hooks=tuple(hook.name for hook in hooks))

    def object_of(self, name: str) -> object:
        """The module or object that the plugin ``name`` is; `KeyError` where none could be loaded."""
        return self._objects[name]

    def _implementing(self, hook: str) -> Iterator[tuple[str, Hook]]:
        """Who has ``hook``, in the order in which pluggy calls: it keeps them the other way round."""
        for impl in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            yield impl.plugin_name, self._hooks[impl.plugin_name, impl.function]

    def each(self, hook: str, convert: Callable[[Any], Any] | None = None, **offered: Any) -> Iterator[tuple[str, Any]]:
        """Calls ``hook`` of one plugin after another: (name, what it gave) for each that gave something.

        Plugins called first are those marked ``tryfirst``, then the one added last, as pluggy orders them. A mapping
        offered as ``option`` gives each plugin its own entry. Results come checked, iterables as tuples; what
        ``convert`` makes of a result is given in its place, and what it raises is the plugin's trouble.
        """
        for name, found in self._implementing(hook):
            result = self._call(name, found, convert, offered)
            if result is not None:
                yield name, result

    def first(self, hook: str, **offered: Any) -> Any:
        """What the first plugin gave that gave anything, else None."""
        return next((result for _, result in self.each(hook, **offered)), None)

    def chain(
        self, hook: str, argument: str, value: T, kind: type[T], keep: Callable[[T, T], T] | None = None, **offered: Any
    ) -> T:
        """Passes ``value`` through every plugin as ``argument``: each gets what the one before it made of it.

        ``keep`` gives what is kept of a result, told what it was made of; what it raises is the plugin's trouble.
        """
        for name, found in self._implementing(hook):
            convert = partial(keep, value) if keep else None
            result = self._call(name, found, convert, {**offered, argument: value})
            if isinstance(result, kind):
                value = result
        return value

    def ask(self, name: str, what: str, seconds: float, function: Callable[[], T]) -> T | None:
        """What ``function`` of the plugin ``name`` gives; None where it raises or hangs, which is noted as its trouble.

        ``what`` is what it was asked for, "" for its loading. A plugin that is in trouble is not asked.
        """
        if self._plugins[name].trouble:
            return None
        turn: Turn | None = getattr(self._local, "turn", None)
        if turn is None:
            return self.together(partial(self.ask, name, what, seconds, function))
        try:
            return turn.made(name, what, seconds, function)
        except (Exception, SystemExit) as error:
            if turn.is_over:
                raise
            if what in _SOURCES and isinstance(error, SayallError) and not isinstance(error, PluginError):
                raise
            self.report(name, _how(what), error)
            return None

    def together(self, job: Callable[[], T]) -> T:
        """What ``job`` gives, in which plugins are called many times: they share one thread, which takes less time.

        Where a plugin hangs, that is noted as its trouble, and the job is done anew without it.
        """
        while True:
            turn = Turn()
            try:
                return turn.run(partial(self._in, turn, job))
            except OverdueError as error:
                self.report(error.call.name, _how(error.call.what), error)

    def _in(self, turn: Turn, job: Callable[[], T]) -> T:
        self._local.turn = turn
        try:
            return job()
        finally:
            self._local.turn = None

    def _call(self, name: str, found: Hook, convert: Callable[[Any], Any] | None, offered: dict[str, Any]) -> Any:
        if self._plugins[name].trouble:
            return None
        given = {argument: offered[argument] for argument in found.asks}
        if "option" in given and not isinstance(given["option"], str):
            given["option"] = given["option"].get(name, "")

        def call() -> Any:
            result = found.function(**given)
            if result is not None:
                result = RESULTS[found.name](result) if found.name in RESULTS else result
                result = convert(result) if convert else result
            return result

        limits = offered.get("limits")
        return self.ask(name, found.name, HOOKS[found.name].seconds + (limits.seconds if limits else 0), call)

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
        line = " ".join(why.split())[:200] + place_of(error) + _versions(self._plugins[name].tested_with)
        with self._lock:
            if not self._plugins[name].trouble:
                self._notices.append(f"Plugin {name} {line}{'' if line.endswith('?') else '.'} Reading on without it.")
                self._plugins[name] = replace(self._plugins[name], trouble=line, error=error)


def _how(what: str) -> str:
    return f"failed in {what}" if what else "cannot be loaded"


def _versions(tested_with: str) -> str:
    """That a plugin was tested with another version of sayall than this, where it was: that may be why it fails."""
    if not tested_with:
        return ""
    from importlib.metadata import version

    here = version(NAME)
    if tested_with.split(".")[:2] == here.split(".")[:2]:
        return ""
    return f"; it was tested with sayall {tested_with}, and this is {here}"


def place_of(error: BaseException) -> str:
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
