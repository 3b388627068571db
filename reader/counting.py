"""Counts the items of ordered lists in HTML as a browser does: start, value, reversed, type."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .patterns import later
from .story import Ordinal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STYLE = later(r"list-style(?:-type)?\s*:[^;]*?\b(none|(?:lower|upper)-(?:alpha|latin|roman)|decimal)", re.I)
_STYLES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "decimal": "1",
}  # fmt: skip
_INTEGER = later(r"\s*([+-]?\d{1,9})")
_OWN = later(r"\W{0,2}(?:[^\W\d_]{2,12} )?\W{0,2}([^\W_]{1,5})(?P<end>\W|$)")
"""A number at the start of a text, perhaps with brackets around it and a word before it: “1.”, “(1)”, “Step 1:”."""


@dataclass(slots=True)
class Count:
    """An ``ol`` while its items are counted; the style "" is one whose items show no number."""

    next: int
    style: str
    falls: bool

    def take(self, item: HtmlElement) -> Ordinal | None:
        """The number of the next item, or the one that its ``value`` says; None where none is shown."""
        value = _integer(item.get("value"), self.next)
        self.next = value + (-1 if self.falls else 1)
        style = _styled(item, self.style)
        return Ordinal(value, style, self.falls) if style else None


def count_of(listing: HtmlElement) -> Count:
    """The count at the beginning of an ``ol`` (HTML Standard, 4.4.5 and "ordinal value" in 4.4.8)."""
    falls = listing.get("reversed") is not None
    first = sum(1 for _ in listing.iterchildren("li")) if falls and listing.get("start") is None else 1
    style = listing.get("type") or "1"
    return Count(_integer(listing.get("start"), first), _styled(listing, style if style in "1aAiI" else "1"), falls)


def of_text(ordinal: Ordinal | None, text: str) -> Ordinal | None:
    """The number of an item with that text: None where the text begins with it, so that nobody says it twice."""
    if ordinal is None or ordinal.is_continued or not (own := _OWN.match(text)):
        return ordinal
    number = own[1]
    ends = own["end"] in (".", ")", ":", "．", "：", "、", "）", "]", "") or unicodedata.category(own["end"]) == "Pd"
    if len(number) == 1 and unicodedata.category(number) == "No":
        return None if unicodedata.numeric(number) == ordinal.value else ordinal
    ends = ends or (own["end"] == " " and text[own.end() :][:1].isupper())
    same = (number.isdecimal() and int(number) == ordinal.value) or number == ordinal.sign
    return None if same and ends else ordinal


def is_number(ordinal: Ordinal | None, text: str) -> bool:
    """Whether a text is nothing but the number of an item that is still to be told."""
    return ordinal is not None and not ordinal.is_continued and text.strip(" .):") == ordinal.sign


def continued(ordinal: Ordinal | None) -> Ordinal | None:
    """The number for the further paragraphs of an item."""
    return None if ordinal is None else replace(ordinal, is_continued=True)


def _integer(written: str | None, otherwise: int) -> int:
    match = _INTEGER.match(written or "")
    return int(match[1]) if match else otherwise


def _styled(element: HtmlElement, style: str) -> str:
    found = _STYLE.search(element.get("style") or "")
    return _STYLES.get(found[1].lower(), "") if found else style
