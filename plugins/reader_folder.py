"""Opens a folder as a list of what is in it, by name: ``sayall notes/`` reads one file after another."""

from __future__ import annotations

import os
import re

from reader import Entry, Listing, hookimpl
from reader.errors import LocationError
from reader.patterns import later
from reader.sources import shown

_READABLE = later(
    r"\.(?:html?|xhtml|mht|mhtml|warc|txt|text|md|markdown|epub|pdf|docx|eml|mbox|vtt|srt|rss|atom|opml|json)(?:\.gz)?$",
    re.I,
)
"""By their names, since opening every file to see what it is would take as long as reading."""


@hookimpl(tryfirst=True)
def open_location(location: str) -> Listing | None:
    """The files of a folder that can be read, without those that are hidden; None where it is no folder."""
    folder = os.path.expanduser(location)
    if not os.path.isdir(folder) or os.path.isdir(os.path.join(folder, "cur")):  # that is a mailbox
        return None
    try:
        names = sorted(os.listdir(folder), key=_as_people_sort)
    except OSError as error:
        raise LocationError(f"{shown(location)}: cannot be read ({error.strerror}); check whose folder it is") from None
    files = [name for name in names if _READABLE.search(name) and not name.startswith(".")]
    if not files:
        raise LocationError(f"{shown(location)}: is a folder without anything to read in it; name a file or another")
    title = os.path.basename(os.path.abspath(folder))
    return Listing(title, tuple(Entry(name, os.path.join(folder, name)) for name in files), location)


def _as_people_sort(name: str) -> tuple[tuple[int, str], ...]:
    """ "Chapter 2" before "Chapter 10"."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
