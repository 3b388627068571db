"""A place that holds several stories: a feed, a folder, a mailbox."""

from .frozen import frozen
from .page import Page
from .story import Story


@frozen
class Entry:
    """One story of a listing, opened only when its turn comes.

    ``content`` is a location, a page that the listing brought along, or a ready story. ``published`` is a date as ISO
    8601 where it could be read, else as printed, else "". ``summary`` is what the listing itself says of the story, to
    be read where the story cannot be opened.
    """

    title: str
    content: Page | Story | str
    published: str = ""
    summary: str = ""


@frozen
class Listing:
    """Stories in the order in which they are to be read; ``location#3`` names the third of them."""

    title: str
    entries: tuple[Entry, ...]
    location: str = ""
