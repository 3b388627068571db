"""Finds the story on a page and says what everything on it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..page import Page
    from ..story import Story
    from .site_rules import SiteRules


def read(page: Page, rules: Sequence[SiteRules] = ()) -> Story:
    """The story of a page, whatever it is made of.

    ``rules`` are those for sites, the weightiest first; the ones that fit the page decide before all else.
    Raises `reader.errors.PageError` where there is nothing to read, `reader.errors.SiteRuleError` for broken rules.
    """
    from .decoding.decode import decode
    from .decoding.mend import mend

    text = mend(decode(page))
    if is_html(page.media_type, text):
        from .html_story import read_html

        return read_html(text, page.location, rules)
    from .plain_text import read_text

    return read_text(text, page.location)


def is_html(media_type: str, text: str) -> bool:
    """Whether a page is to be read as HTML: its content decides, where it says nothing the media type."""
    start = text[:4000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(
        ("<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<div", "<p>", "<article", "<meta", "<title")
    ):
        return True
    kind = media_type.split(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return True
    return kind in ("", "application/octet-stream") and any(
        tag in start for tag in ("<html", "<body", "<p>", "<div", "</")
    )
