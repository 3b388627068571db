"""Finds which site a page is from; one that was saved as a file says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

HOST = re.compile(r"\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)*\.?")
_SAVED = re.compile(r"\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:\s*)(\S+)", re.I)


def host_of(root: HtmlElement, location: str) -> str:
    """The host of a page in lower case, "" where nothing tells.

    For a page of the web that is its address alone: what it says of itself counts for files only.
    """
    if location.startswith(("http://", "https://")):
        return host_in(location)
    return next(filter(None, map(host_in, _told(root))), "")


def host_in(address: str) -> str:
    """The host in a web address, as the name system has it (IDNA 2003, RFC 3490); "" where there is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").rstrip(".") if parts.scheme in ("http", "https", "") else ""
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""
    return plain if HOST.fullmatch(plain) else ""


def _told(root: HtmlElement) -> Iterator[str]:
    """The addresses that a page gives as its own, the most dependable first."""
    for comment in (*root.itersiblings(etree.Comment, preceding=True), *root.iterchildren(etree.Comment)):
        if found := _SAVED.match(comment.text or ""):
            yield found[1]
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield link.get("href") or ""
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() == "og:url":
            yield meta.get("content") or ""
    for base in root.iter("base"):
        yield base.get("href") or ""
