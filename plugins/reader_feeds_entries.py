"""The stories of a news feed, and the feeds of a list or a site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from reader import Block, Entry, Listing, Page, Role, Story
from reader.errors import PageError
from reader.sources import lacking, shown

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more|continue reading|keep reading)\W*$", re.I)
_POINTER = re.compile(
    r"(?:the post .+ appeared first on|(?:read|continue reading|keep reading|source|via)\b.{0,40}$)", re.I
)
_WHOLE_CHARACTERS = 1_000
"""A description shorter than this is a summary, even where nothing says so."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry, whichever of the formats it stood in; ``content`` and ``summary`` are HTML."""

    title: str
    link: str
    author: str
    published: str
    content: str
    summary: str
    language: str


def listed(page: Page) -> Listing:
    """The stories of a feed; raises `PageError`."""
    if page.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _listing(page, *_from_json(page))
    return _listing(page, *_from_xml(page))


def announced(page: Page) -> str:
    """The address of the feed that a web page names in its head."""
    from lxml import html

    root = html.document_fromstring(page.data)
    for link in root.iter("link"):
        if "alternate" in link.get("rel", "").lower().split() and link.get("type", "").lower() in _FEED_TYPES:
            return str(urljoin(page.location, link.get("href", "").strip()))
    raise PageError(f"{shown(page.location)}: names no feed; open the page itself, without feed: before it")


def feeds_of(page: Page) -> Listing:
    """The feeds of a list, each to be opened in its turn."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(page.data, parser)
    if root is None:
        raise PageError(f"{shown(page.location)}: is a list of feeds that is damaged; export it again")
    entries = [
        Entry(outline.get("title") or outline.get("text") or address, address)
        for outline in root.iter("outline")
        if (address := (outline.get("xmlUrl") or "").strip())
    ]
    return Listing(_line(root.findtext("head/title") or "List of feeds"), tuple(entries), page.location)


def _from_xml(page: Page) -> tuple[str, list[_Item]]:
    """The title of an RSS or Atom feed and its entries."""
    try:
        import feedparser
    except ImportError:
        raise lacking(page.location, "a news feed", "feeds") from None
    headers = {"content-location": page.location}
    try:
        feed = feedparser.parse(BytesIO(page.data), sanitize_html=False, response_headers=headers)
    except (ValueError, TypeError, LookupError, AttributeError):  # it stumbles over bytes that are no text
        feed = feedparser.FeedParserDict(entries=[], feed={})
    if not feed.entries and not feed.feed:
        raise PageError(f"{shown(page.location)}: is a news feed that cannot be read; try another feed of the site")
    language = str(feed.feed.get("language", ""))
    items = [
        _Item(
            entry.get("title") or "",
            entry.get("link") or "",
            _named(_line(entry.get("author") or "")),
            _date(dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")),
            max((part.get("value") or "" for part in entry.get("content", ())), key=len, default=""),
            entry.get("summary") or "",
            language,
        )
        for entry in feed.entries
    ]
    return feed.feed.get("title") or "", items


def _named(author: str) -> str:
    """The name in "Ines Falk (ines@example.org)", or in "ines@example.org (Ines Falk)", as RSS 2.0 has it."""
    found = re.fullmatch(r"\S+@\S+\s+\((.+)\)|(.+?)\s*[(<]\S+@[^\s)>]+[)>]", author)
    return (found[1] or found[2]) if found else author


def _from_json(page: Page) -> tuple[str, list[_Item]]:
    """The title of a JSON feed (jsonfeed.org, version 1.1) and its entries."""
    try:
        feed = json.loads(page.data.decode("utf-8-sig"))
        items = [_json_item(item, feed) for item in feed.get("items", ())]
    except (ValueError, AttributeError, TypeError) as error:
        raise PageError(f"{shown(page.location)}: is a news feed that is damaged: {error}; fetch it again") from None
    return str(feed.get("title", "")), items


def _json_item(item: dict[str, Any], feed: dict[str, Any]) -> _Item:
    from html import escape

    authors = item.get("authors") or feed.get("authors") or [item.get("author") or feed.get("author") or {}]
    plain = "".join(f"<p>{escape(text)}</p>" for text in re.split(r"\n\s*\n", item.get("content_text", "")) if text)
    return _Item(
        escape(item.get("title", "")),
        str(item.get("url") or item.get("external_url") or ""),
        ", ".join(author["name"] for author in authors if author.get("name")),
        str(item.get("date_published", ""))[:10],
        item.get("content_html") or plain,
        escape(item.get("summary", "")),
        str(item.get("language") or feed.get("language") or ""),
    )


def _listing(page: Page, title: str, items: list[_Item]) -> Listing:
    return Listing(_text(title), tuple(_entry(item, page.location) for item in items), page.location)


def _entry(item: _Item, feed: str) -> Entry:
    summary = _text(item.summary)
    title = _text(item.title) or _shortened(summary or _text(item.content)) or item.link
    content = item.content or item.summary
    text = _text(content)
    is_whole = not _CUT_OFF.search(text) and (len(text) >= _WHOLE_CHARACTERS or (item.content and text != summary))
    link = urljoin(feed, item.link) if item.link else ""
    if not link.startswith(("http://", "https://")) or is_whole:
        return Entry(title, _story(item, title, content, link or feed), item.published, summary)
    return Entry(title, link, item.published, max(summary, text, key=len))


def _story(item: _Item, title: str, content: str, location: str) -> Story:
    """The story of an entry that brings all of it."""
    blocks = [Block(Role.HEADLINE, title, level=1, reason="the entry's title")]
    if item.author:
        blocks.append(Block(Role.BYLINE, f"By {item.author}", reason="the entry's author"))
    body = [block for block in _blocks(content, location) if block.text != title]
    for number, block in enumerate(body):
        is_pointer = (
            block.role is Role.PARAGRAPH and number >= len(body) - 2 and _POINTER.match(block.text) and block.links
        )
        blocks.append(replace(block, role=Role.PROMO, reason="points away from the entry") if is_pointer else block)
    return Story(title, tuple(blocks), item.author, item.published, item.language, location)


def _blocks(content: str, location: str) -> Iterator[Block]:
    from reader.markup import blocks_of, parsed

    if content.strip():
        yield from blocks_of(parsed(content), base=location, source="the entry")


def _text(markup: str) -> str:
    """Words of a piece of HTML, in one line."""
    if "<" not in markup and "&" not in markup:
        return _line(markup)
    return " ".join(block.text for block in _blocks(markup, ""))


def _line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str, length: int = 70) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def _date(parsed: Any) -> str:
    return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}" if parsed else ""
