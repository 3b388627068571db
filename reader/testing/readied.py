"""A page made ready with the plugins that a test names, and with no other."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType

from ..errors import PluginError
from ..hook_checks import suggestion
from ..installed import installed
from ..listing import Entry, Listing
from ..marks import NAME
from ..opening import entered
from ..page import Limits, Page
from ..plugins import Plugins
from ..reading import Reading, prepare
from ..story import Story

PageLike = str | Page | Story
"""What can be read: HTML, a page, or a story that is ready."""

PluginLike = Iterable[object] | Mapping[str, object]
"""Modules or other objects with hooks, or the names of installed plugins; as a mapping they go by its names."""

OptionLike = str | Mapping[str, str]
"""What the listener set: for every plugin that takes part, or for each by its name."""

LIMITS = Limits()


def ready(page: PageLike, detail: str, plugins: PluginLike, option: OptionLike, *, raises: bool = True) -> Reading:
    opened = Page("", "text/html; charset=utf-8", page.encode()) if isinstance(page, str) else page
    taking_part = plugins_of(plugins)
    found = entered(Entry("", opened), Listing("", ()), LIMITS, taking_part)
    if raises:
        raise_trouble(taking_part)
    assert not isinstance(found, Listing), f"{found.location}: holds several stories; test with one of its entries"
    options = {plugin.name: option for plugin in taking_part} if isinstance(option, str) else option
    return prepare(found, taking_part, detail, options=options)


def plugins_of(given: PluginLike) -> Plugins:
    plugins = Plugins()
    for name, plugin in _named([given] if isinstance(given, str) else given):
        plugins.add(_installed(plugin) if isinstance(plugin, str) else plugin, name)
    raise_trouble(plugins)
    return plugins


def _named(given: PluginLike) -> Iterator[tuple[str, object]]:
    if isinstance(given, Mapping):
        yield from given.items()
        return
    for plugin in given:
        match plugin:
            case str():
                yield plugin, plugin
            case ModuleType():
                yield plugin.__name__, plugin
            case _:
                yield type(plugin).__name__, plugin


@cache
def _installed(name: str) -> object:
    found = {entry.name: entry for entry in installed(NAME)}
    if name not in found:
        raise PluginError(f"there is no plugin {name}{suggestion(name, found)}")
    return found[name].load()


def raise_trouble(plugins: Plugins) -> None:
    for plugin in plugins:
        if plugin.error:
            raise plugin.error
