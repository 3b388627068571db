"""Parts the lines over posts: who wrote it and when stand alone, apart from points, buttons and what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from ..cutting.flat import flat_text
from ..outline import Kind, Outline, Piece
from ..shapes import is_author_word, is_date, is_date_word
from ..vocabulary import words
from .signs import is_brief, is_user
from .threads import Thread

SAID, NAME, DAY = "said", "name", "day"
"""Marks, among its tags, a piece that was a part of a longer one: what was written, and who wrote it when."""
_KNOWN = words("shapes", "work") | {"in", "reply", "to", "wrote", "said", "says", "asked", "answered", "commented"}
_LONGEST = 600
_MOST_INLINE = 30
_SHORTEST_SAID = 25
_BARS = " \n–—-|·•,»«"
"""What stands between the parts of such a line."""


def part_heads(outline: Outline, thread: Thread) -> bool:
    """Parts the lines around the posts, in place; numbers and ranges stay dense. Gives whether any was parted."""
    first = min(thread.first, thread.posts[0].first)
    around = {number for post in thread.posts for number in post.around()}
    around |= set(range(max(0, first - 12), thread.posts[0].first)) - set(thread.opening)
    parted = {number: parts for number in sorted(around) if (parts := _parts(outline.pieces[number]))}
    if parted:
        _put_in(outline, parted)
    return bool(parted)


def _parts(piece: Piece) -> list[Piece]:
    """The parts of a line with a name or a day and something else in it; none where there is nothing to part."""
    text = piece.text
    if piece.kind not in (Kind.TEXT, Kind.ITEM) or len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return []
    inline = list(
        islice(piece.box.element.iter("a", "span", "time", "small", "abbr", "b", "strong", "em", "i"), _MOST_INLINE)
    )
    name = _place(text, (element for element in inline if is_user(element)), piece)
    day = _place(text, (element for element in inline if _is_day(element)), piece)
    spans = sorted(span for span in ((*name, NAME), (*day, DAY)) if span[1])
    if not spans or (len(spans) > 1 and spans[0][1] > spans[1][0]):
        return []
    found = []
    cursor = 0
    for start, end, mark in (*spans, (len(text), len(text), "")):
        found.append((cursor, start, ""))
        found.append((start, end, mark))
        cursor = end
    rest = " ".join(text[start:end] for start, end, mark in found if not mark)
    if not _is_more(rest) or is_date(rest.strip(_BARS)):
        return []
    return list(_cut(piece, found))


def _is_more(rest: str) -> bool:
    """Whether there is more in a line than a name, a day, and the words that stand between them."""
    tokens = re.findall(r"[^\W_]+", rest)
    return any(
        token.casefold() not in _KNOWN and not is_author_word(token) and not is_date_word(token) for token in tokens
    )


def _is_day(element: HtmlElement) -> bool:
    text = flat_text(element)
    return len(text) < 60 and (is_date(text) or is_brief(text))


def _place(text: str, elements: Iterator[HtmlElement], piece: Piece) -> tuple[int, int]:
    """Where the text of the first of some elements stands in a piece; (0, 0) where there is none."""
    for element in elements:
        said = flat_text(element)
        start = text.find(said) if 0 < len(said) < len(text) else -1
        if start >= 0:
            return start, start + len(said)
    return 0, 0


def _cut(piece: Piece, found: list[tuple[int, int, str]]) -> Iterator[Piece]:
    said_something = any(not mark and _says(piece.text[start:end]) for start, end, mark in found)
    for start, end, mark in found:
        raw = piece.text[start:end]
        start += len(raw) - len(raw.lstrip(_BARS))
        text = raw.strip(_BARS)
        if not any(map(str.isalnum, text)):
            continue
        tag = mark or (SAID if _says(text) else "")
        links = tuple(
            (max(a, start) - start, min(b, start + len(text)) - start, href)
            for a, b, href in piece.links
            if a < start + len(text) and b > start
        )
        yield replace(
            piece, text=text, kind=Kind.TEXT, links=links, linked=sum(b - a for a, b, _ in links), bold=0, level=0,
            timed=piece.timed if mark == DAY else "", ordinal=None,
            tags=frozenset({tag} if tag and said_something else ()),
        )  # fmt: skip


def _says(text: str) -> bool:
    return len(text.strip()) >= _SHORTEST_SAID and text.strip(_BARS)[-1:] in '.!?…。！？”"'


def _put_in(outline: Outline, parted: dict[int, list[Piece]]) -> None:
    number_of: list[int] = []
    pieces: list[Piece] = []
    for piece in outline.pieces:
        number_of.append(len(pieces))
        for part in parted.get(piece.number, [piece]):
            pieces.append(part)
            part.number = len(pieces) - 1
    number_of.append(len(pieces))
    outline.pieces = pieces
    for box in outline.boxes:
        box.first = number_of[box.first]
        box.last = number_of[box.last]
