"""A page made ready with the plugins that a test names, and with no other."""

from collections.abc import Iterable, Mapping
from types import ModuleType

from ..listing import Entry, Listing
from ..opening import entered
from ..opening import opened as open_location
from ..page import Limits, Page
from ..plugins import Plugins
from ..reading import Reading, prepare
from ..story import Story

PageLike = str | Page | Story
"""What can be read: HTML, a page, or a story that is ready."""

PluginLike = Iterable[object] | Mapping[str, object]
"""Modules or other objects with hooks; as a mapping they go by its names, else by their own."""

_LIMITS = Limits()


def opened(location: str, *, plugins: PluginLike, limits: Limits = _LIMITS) -> Page | Story | Listing:
    """What ``plugins`` open at ``location``: ``PLACE#3`` is the third story of a listing.

    Raises `LocationError` or `PageError` as a listener would be told it.
    """
    taking_part = plugins_of(plugins)
    found = open_location(location, limits, taking_part)
    raise_trouble(taking_part)
    return found


def ready(page: PageLike, detail: str, plugins: PluginLike, option: str) -> Reading:
    opened = Page("", "text/html; charset=utf-8", page.encode()) if isinstance(page, str) else page
    taking_part = plugins_of(plugins)
    found = entered(Entry("", opened), Listing("", ()), _LIMITS, taking_part)
    raise_trouble(taking_part)
    assert not isinstance(found, Listing), f"{found.location}: holds several stories; test with one of its entries"
    return prepare(found, taking_part, detail, options={plugin.name: option for plugin in taking_part})


def plugins_of(given: PluginLike) -> Plugins:
    plugins = Plugins()
    named = given if isinstance(given, Mapping) else {_name(plugin): plugin for plugin in given}
    for name, plugin in named.items():
        plugins.add(plugin, name)
    raise_trouble(plugins)
    return plugins


def _name(plugin: object) -> str:
    return plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__


def raise_trouble(plugins: Plugins) -> None:
    for plugin in plugins:
        if plugin.error:
            raise plugin.error
