"""Opens what a location names, through the sources: a page or a story to be read, or a listing of several."""

import os
import re
from dataclasses import replace

from .errors import LocationError, PageError, RefusedError, SayallError
from .listing import Entry, Listing
from .page import Limits, Page
from .patterns import later
from .plugins import Plugins
from .sources import TEXTUAL, advice, described, shown
from .story import Block, Role, Story

Found = Page | Story | Listing | str
"""What a source or a reader of pages may give: a ``str`` is the location of what is meant."""

_HOPS = 6
"""How often one location, or one page, may stand for another."""

_NUMBERED = later(r"(.+)#(\d{1,6})", re.S)
_WEB = ("http://", "https://")


def opened(location: str, limits: Limits, plugins: Plugins) -> Page | Story | Listing:
    """What stands at ``location``: a page in HTML or plain text, a ready story, or a listing.

    ``location#3`` is the third story of a listing. Raises `LocationError` or `PageError`.
    """
    numbered = None if os.path.lexists(location) else _NUMBERED.fullmatch(location)
    if numbered is None:
        return _settled(location, location, limits, plugins)
    whole = opened(numbered[1], limits, plugins)
    if not isinstance(whole, Listing):
        return whole
    number = int(numbered[2])
    if not 1 <= number <= len(whole.entries):
        raise LocationError(
            f"{shown(location)}: there are {len(whole.entries)} stories; sayall list {shown(numbered[1])} shows them"
        )
    return entered(whole.entries[number - 1], whole, limits, plugins)


def entered(entry: Entry, listing: Listing, limits: Limits, plugins: Plugins) -> Page | Story | Listing:
    """What an entry of a listing holds; what came from the web leads to the web only, never to the listener's files."""
    content = entry.content
    if isinstance(content, str):
        return _settled(_followed(listing.location, content), content, limits, plugins)
    return _settled(content, listing.location, limits, plugins)


def told(entry: Entry, trouble: SayallError) -> Story:
    """What can be told of an entry that cannot be opened: its title, its summary, and why there is no more."""
    why = str(trouble)
    if isinstance(entry.content, str):
        why = why.removeprefix(f"{shown(entry.content)}: ")
    said = (
        (Role.HEADLINE, entry.title),
        (Role.DECK, entry.summary),
        (Role.PARAGRAPH, f"The story itself{' cannot be opened:' if why.startswith('no ') else ''} {why.rstrip('.')}."),
    )
    blocks = (Block(role, text, reason="from the listing") for role, text in said if text)
    return Story(entry.title, tuple(blocks), published=entry.published)


def _settled(found: Found, asked: str, limits: Limits, plugins: Plugins) -> Page | Story | Listing:
    """Follows locations and pages that stand for others to what is meant."""
    origin = ""
    for _ in range(_HOPS):
        match found:
            case str():
                origin = _followed(origin, found)
                found = _opened(origin, limits, plugins)
            case Page():
                origin = found.location
                inside = _inside(found, asked, limits, plugins)
                if inside is None:
                    return found
                found = inside
            case Story():
                return found
            case Listing():
                return replace(found, location=found.location or origin or asked)
    raise LocationError(f"{shown(asked)}: leads from one place to another without end; open the story itself")


def _opened(location: str, limits: Limits, plugins: Plugins) -> Found:
    for name, found in plugins.each("open_location", location=location, limits=limits):
        assert isinstance(found, Page | Story | Listing | str)
        plugins.opened_by.append((name, shown(location)))
        return found
    raise LocationError(f"{shown(location)}: no such file, and no source knows it; give a web address, a file, or -")


def _inside(page: Page, asked: str, limits: Limits, plugins: Plugins) -> Found | None:
    """What a plugin found in a page; None where it is to be read as it is."""
    for name, found in plugins.each("read_page", page=page, asked=asked, limits=limits):
        assert isinstance(found, Page | Story | Listing | str)
        plugins.opened_by.append((name, f"what is in it, {page.media_type.partition(';')[0]}"))
        return found
    kind = page.media_type.partition(";")[0]
    if kind and kind not in TEXTUAL and not kind.startswith("text/"):
        raise PageError(f"{shown(page.location or asked)}: is {described(kind)}; {advice(kind)}")
    return None


def _followed(origin: str, location: str) -> str:
    if origin.lower().startswith(_WEB) and not location.lower().startswith(_WEB):
        raise RefusedError(
            f"{shown(location)}: is where {shown(origin)} leads, but a web page may lead to the web only"
        )
    return location
