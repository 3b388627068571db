"""Reads news feeds, RSS, Atom and JSON, and lists of feeds (OPML): ``feed:example.org`` finds the feed of a site.

An entry that brings its whole story is read as it is; one that brings only a summary is opened on the web.
"""

import re

from reader import Listing, Page, hookimpl

_OPML = rb"(?s)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*)*<opml\b"
_JSON_FEED = rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org'


@hookimpl
def open_location(location: str) -> str | None:
    """What ``feed:`` stands before: a web address (its scheme may be left out) or a file."""
    if location[:5].lower() != "feed:":
        return None
    rest = location[5:]
    if rest.startswith("//"):
        return f"https:{rest}"
    is_site = re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,24}(?:/.*)?", rest, re.I) and not re.search(
        r"\.(?:xml|rss|atom|json|opml)$", rest
    )
    return f"https://{rest}" if is_site else rest


@hookimpl
def read_page(page: Page, asked: str) -> Listing | str | None:
    """The stories of a feed, the feeds of a list; for a web page that was asked for as a feed, where its feed is."""
    kind = page.media_type.partition(";")[0]
    start = page.data[:2000]
    is_json = start[:1] in (b"{", b"\xef") and re.search(_JSON_FEED, start)
    is_list = b"<opml" in start.lower() and re.match(_OPML, start, re.I)
    is_page = asked[:5].lower() == "feed:" and kind in ("text/html", "application/xhtml+xml")
    if not (is_json or is_list or is_page or kind in ("application/rss+xml", "application/atom+xml")):
        return None
    from reader_feeds_entries import announced, feeds_of, listed

    if is_list:
        return feeds_of(page)
    return announced(page) if is_page else listed(page)
