"""Tells the signs that lead to notes, raised or not, from other numbers that are links."""

from __future__ import annotations

import re
import unicodedata

from lxml.html import HtmlElement

from ...patterns import later
from .flat import flat_text

_NUMBER = later(r"\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}")
_TO_NOTE = later(r"#(?:[nfe]{0,2}[-_:.]?\d+|.*(?:fn|ftn|foot|note|cite|bib|ref).*)", re.I)
"""How the places of notes are named: “#fn1”, “#_ftn1”, “#note-1”, “#cite_note-1”, “#n1”, “#1”."""
_BACK = later(r"(?:fn|ftn|note|cite)[-_:]?ref|ref[-_:]?(?:fn|note)|back", re.I)
"""How the places are named that notes lead back to."""
_DECLARED = later(r"noteref|footnote-?ref", re.I)


def sign_of_note(element: HtmlElement, before: str) -> tuple[str, str]:
    """The number of the note that a ``sup`` or ``a`` element leads to, and the place; ("", "") where it is no sign.

    ``before`` is the character before it. A link that is not raised is a sign where its place is named as that of a
    note and it stands right behind a word, or in brackets; the number before a note is none.
    """
    link = element if element.tag == "a" else element.find("a")
    place = link.get("href") or "" if link is not None else ""
    if link is None or not place.startswith("#"):
        return "", ""
    words = unicodedata.normalize("NFKC", flat_text(element))
    if element.tag != "a":
        number = words.strip("[]()")
        return (number, place) if number.isdecimal() and len(number) < 4 else ("", "")
    if not _NUMBER.fullmatch(words) or before in ("", "\n", "[", "("):
        return "", ""
    declared = any(_DECLARED.search(element.get(name) or "") for name in ("role", "epub:type", "class", "rel"))
    if not declared and (not _TO_NOTE.fullmatch(place) or _BACK.search(place)):
        return "", ""
    is_behind_word = before != " " and not (before.isdecimal() and words.isdecimal() and not declared)
    return (words.strip("[]()"), place) if declared or is_behind_word or words[0] == "[" else ("", "")
