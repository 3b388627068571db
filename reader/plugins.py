"""Loads each plugin alone and calls each alone, so that a broken one stops nobody."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any

import pluggy

from . import hookspecs
from .errors import SayallError

HOOKS = tuple(name for name, value in vars(hookspecs).items() if hasattr(value, f"{hookspecs.NAME}_spec"))


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plugin as it was found: ``trouble`` is "" while it works, else why it does not."""

    name: str
    module: str
    version: str = ""
    hooks: tuple[str, ...] = ()
    trouble: str = ""


class Plugins:
    """The plugins that take part in a reading.

    ``notices`` are the lines about plugins in trouble that the listener has not been told yet.
    """

    def __init__(self) -> None:
        self._manager = pluggy.PluginManager(hookspecs.NAME)
        self._manager.add_hookspecs(hookspecs)
        self._plugins: dict[str, Plugin] = {}
        self._notices: list[str] = []

    @classmethod
    def installed(cls, *, without: Iterable[str] = ()) -> "Plugins":
        """All that are installed, found by entry point, save those named in ``without``."""
        plugins = cls()
        left_out = set(without)
        for entry in sorted(entry_points(group=hookspecs.NAME), key=lambda entry: entry.name):
            if entry.name not in left_out:
                plugins._load(entry)
        return plugins

    def _load(self, entry: EntryPoint) -> None:
        version = entry.dist.version if entry.dist else ""
        try:
            plugin = entry.load()
        except (Exception, SystemExit) as error:
            self._plugins[entry.name] = Plugin(entry.name, entry.value, version)
            self.report(entry.name, "cannot be loaded", error)
        else:
            self.add(plugin, entry.name, version)

    def add(self, plugin: object, name: str, version: str = "") -> None:
        """Takes ``plugin`` in under ``name``; one whose hooks do not fit is noted as broken."""
        module = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__module__
        self._plugins[name] = Plugin(name, module, version)
        try:
            self._manager.register(plugin, name)
        except (Exception, SystemExit) as error:
            self._manager.unregister(name=name)
            self.report(name, "cannot be used", error)
            return
        hooks = tuple(
            h for h in HOOKS if any(i.plugin_name == name for i in getattr(self._manager.hook, h).get_hookimpls())
        )
        self._plugins[name] = Plugin(name, module, version, hooks)

    def each(self, hook: str, convert: Callable[[Any], Any] | None = None, **offered: Any) -> Iterator[tuple[str, Any]]:
        """Calls ``hook`` of one plugin after another: (name, what it gave) for each that gave something.

        Plugins called first are those marked ``tryfirst``, then the one registered last, as pluggy orders them. A
        mapping offered as ``option`` gives each plugin its own entry. What ``convert`` makes of a result is given in
        its place; a result that it cannot take is the plugin's trouble.
        """
        for impl in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            result = self._call(impl, hook, convert, offered)
            if result is not None:
                yield impl.plugin_name, result

    def chain(self, hook: str, argument: str, value: Any, kind: type, **offered: Any) -> Any:
        """Passes ``value`` through every plugin as ``argument``: each gets what the one before it made of it."""
        for impl in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            result = self._call(impl, hook, None, {**offered, argument: value})
            if isinstance(result, kind):
                value = result
            elif result is not None:
                self.report(impl.plugin_name, f"failed in {hook}", TypeError(f"gave {type(result).__name__}"))
        return value

    def _call(self, impl: Any, hook: str, convert: Callable[[Any], Any] | None, offered: dict[str, Any]) -> Any:
        if "option" in offered:
            offered = {**offered, "option": offered["option"].get(impl.plugin_name, "")}
        try:
            result = impl.function(*(offered[name] for name in impl.argnames))
            return result if result is None or convert is None else convert(result)
        except (Exception, SystemExit) as error:
            if hook == "open_location" and isinstance(error, SayallError):
                raise
            self.report(impl.plugin_name, f"failed in {hook}", error)
            return None

    def first(self, hook: str, **offered: Any) -> Any:
        """What the first plugin gave that gave anything, else None."""
        return next((result for _, result in self.each(hook, **offered)), None)

    def notices(self) -> tuple[str, ...]:
        """What the listener must be told of broken plugins, each line once."""
        told, self._notices = tuple(self._notices), []
        return told

    def __iter__(self) -> Iterator[Plugin]:
        return iter(self._plugins.values())

    def report(self, name: str, how: str, error: BaseException) -> None:
        """Notes that the plugin ``name`` is in trouble; the listener is told once."""
        why = f"{how}: {type(error).__name__}: {error}".splitlines()[0][:200]
        known = self._plugins[name]
        if not known.trouble:
            self._notices.append(f"Plugin {name} {why}. Reading on without it.")
            self._plugins[name] = Plugin(name, known.module, known.version, known.hooks, why)
