"""For tests of sources: what is opened with the plugins that are named, and files, and no others."""

from pathlib import Path
from types import ModuleType

import reader_files
from reader import Limits, Listing, Page, Story
from reader.testing import opened

DOCUMENTS = Path(__file__).parent / "documents"
LIMITS = Limits()


def open_with(location: str, *modules: ModuleType) -> Page | Story | Listing:
    """What stands at ``location``; what a plugin raises is raised."""
    return opened(location, plugins=(reader_files, *modules))


def story_at(location: str, *modules: ModuleType) -> Story:
    found = open_with(location, *modules)
    assert isinstance(found, Story)
    return found


def listing_at(location: str, *modules: ModuleType) -> Listing:
    found = open_with(location, *modules)
    assert isinstance(found, Listing)
    return found


def entry_of(listing: Listing, number: int, *modules: ModuleType) -> Page | Story | Listing:
    return open_with(f"{listing.location}#{number}", *modules)


def told(story: Story) -> list[tuple[str, str]]:
    """Each block's role and text."""
    return [(block.role.value, block.text) for block in story.blocks]
