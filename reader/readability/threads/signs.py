"""Signs of who wrote a post and when, in the short lines over and under it."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from ...patterns import later
from ..cutting.flat import flat_text
from ..outline import Kind, Piece
from ..shapes import has_date, is_byline, is_date
from ..words import Meaning

USER = later(r"member|user|profile|author|people|/u/|/@|\buid-\d|[?&](?:u|uid)=\d|[?&]u[ns]=", re.I)
"""What is in the address of the page of a user."""
USER_CLASS = later(r"author|user|creator|poster|member|nick", re.I)
_CONTROLLED = later(r"repl|quote|report|vote|authorid=|^#", re.I)
"""What is in the address of a button beside a name."""
_BRIEFLY = re.compile(r"(?:updated |edited )?\d{1,3}\s?(?:y|yr|mo|w|d|h|hr|m|min)s?\.?(?: ago)?", re.I)
_PROFILE = re.compile(
    r"(?:join(?:ed|\s?date)?|posts?|messages|threads|registe?re?d|registriert|beiträge|registrerad|inlägg|medlem|location"
    r"|inscrit|mensajes|registrado|member since|reputation)\b ?:?(?! ?by\b)",
    re.I,
)
"""How lines begin that tell of the writer, not of the post."""
_LONGEST_SIGN = 120
_LONGEST_DAY = 40
_MOST_INLINE = 12


def is_user(element: HtmlElement) -> bool:
    """Whether an inline element is the name of a user, by its class or by where it leads."""
    href = element.get("href") or ""
    return not _CONTROLLED.search(href) and bool(USER_CLASS.search(element.get("class") or "") or USER.search(href))


def _leads_to_user(href: str) -> bool:
    return USER.search(href) is not None and not _CONTROLLED.search(href)


def is_brief(text: str) -> bool:
    """Whether a text says how long ago something was, in a few letters: “3h”, “2 mo ago”."""
    return _BRIEFLY.fullmatch(text) is not None


def is_dated(piece: Piece) -> bool:
    """Whether a short line beside a post says when it was written."""
    if len(piece.text) > _LONGEST_SIGN or _PROFILE.match(piece.text):
        return False
    if piece.timed:
        return True
    if is_brief(piece.text):
        return True
    if is_date(piece.text) or has_date(piece.text) or any(is_date(piece.text[a:b]) for a, b, _ in piece.links):
        return True
    told = (flat_text(element) for element in islice(piece.box.element.iter("time", "abbr", "span"), _MOST_INLINE))
    return any(day in piece.text for day in told if 0 < len(day) < _LONGEST_DAY and is_date(day))


def named(piece: Piece) -> int:
    """How surely a short line beside a post says who wrote it: 0 not at all, 1 by a name around it, 2 by its own."""
    if not 1 < len(piece.text) <= _LONGEST_SIGN:
        return 0
    if is_byline(piece.text):
        return 2
    if piece.kind is Kind.TERM and is_dated(piece) and not is_date(piece.text):
        return 1  # the line over a post where posts are the definitions of a list
    if is_date(piece.text) or _PROFILE.match(piece.text):
        return 0
    if (piece.meaning | piece.box.meaning) & Meaning.BYLINE:
        return 2
    if any(_leads_to_user(href) and b - a < 40 and not piece.text[a:b].isdigit() for a, b, href in piece.links):
        return 2
    box = piece.box
    inside = islice(box.element.iter("a", "span", "strong", "b"), _MOST_INLINE)
    own = [element for element in inside if USER_CLASS.search(element.get("class") or "")]
    if any((text := (element.text or "").strip()) and text in piece.text for element in own):
        return 2
    around = (box, box.parent or box)
    return int(piece.kind is not Kind.ITEM and any(USER_CLASS.search(at.element.get("class") or "") for at in around))
