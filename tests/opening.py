"""For tests of sources: opens a location with the plugins that are named, and no others."""

from pathlib import Path
from types import ModuleType

import reader_files
from reader import Limits, Listing, Page, Story
from reader.opening import entered, opened
from reader.plugins import Plugins

DOCUMENTS = Path(__file__).parent / "documents"
LIMITS = Limits()


def plugins_of(*modules: ModuleType) -> Plugins:
    plugins = Plugins()
    for module in (reader_files, *modules):
        plugins.add(module, module.__name__)
    return plugins


def open_with(location: str, *modules: ModuleType) -> Page | Story | Listing:
    """What stands at ``location``; plugins in trouble are an error."""
    plugins = plugins_of(*modules)
    found = opened(location, LIMITS, plugins)
    assert [plugin.trouble for plugin in plugins if plugin.trouble] == []
    return found


def story_at(location: str, *modules: ModuleType) -> Story:
    found = open_with(location, *modules)
    assert isinstance(found, Story)
    return found


def listing_at(location: str, *modules: ModuleType) -> Listing:
    found = open_with(location, *modules)
    assert isinstance(found, Listing)
    return found


def entry_of(listing: Listing, number: int, *modules: ModuleType) -> Page | Story | Listing:
    return entered(listing.entries[number - 1], listing, LIMITS, plugins_of(*modules))


def told(story: Story) -> list[tuple[str, str]]:
    """Each block's role and text."""
    return [(block.role.value, block.text) for block in story.blocks]
