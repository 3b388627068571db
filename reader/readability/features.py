"""Measures every piece once: how much it reads like prose, and which of the page's parts it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from ..patterns import has_eastern, later
from .choosing.comments import are_comments
from .kinds.cards import cards
from .labels import label
from .outline import Box, Kind, Outline, Piece, State
from .shapes import is_byline, is_date
from .words import Meaning

_WIDE = later("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_STOPS = re.compile("[.!?…。！？؟।॥။](?:[\"'”’»)」』\\]]*)(?:\\s|$)|[。！？]")
_END = re.compile("[.!?…:;。！？؟।॥။：][\"'”’»)」』\\]]*$")
_MORE = ("more ", "mehr ", "mais ", "más ", "plus ", "altro ", "meer ", "mer ", "mere ", "lisää ", "więcej ", "ещё ")
_FEW_LETTERS = 80
_FEW = 20
"""So many labels of comments are looked at closely."""
AWAY = (
    Meaning.NAV | Meaning.FOOTER | Meaning.SHARE | Meaning.COMMENTS | Meaning.AD | Meaning.CONSENT | Meaning.RELATED
    | Meaning.SIGNUP
)  # fmt: skip
FURNITURE = State.NAV | State.FOOTER | State.FORM | State.HIDDEN | State.NOSCRIPT


@dataclass(slots=True, eq=False)
class Measured:
    """What was measured of one piece."""

    piece: Piece
    size: int
    """Its length in characters; a Chinese, Japanese, Korean or Thai character counts for two and a half."""
    sentences: int
    ends: bool
    """Whether it ends as sentences end."""
    prose: float
    """How many of its characters read like the text of a story."""
    card: bool
    """Whether it is part of a run of cards that lead to other pages."""
    raw: float = 0.0
    """The same as ``prose``, whatever the names of the boxes around it and the labels over them say."""


@dataclass(slots=True, eq=False)
class Measures:
    """All pieces measured, and sums that give the measure of any box at once."""

    pieces: list[Measured]
    boxes: list[Box]
    _size: list[int]
    _prose: list[float]
    _linked: list[int]

    def size(self, box: Box) -> int:
        """The length of everything in a box."""
        return self._size[box.last] - self._size[box.first]

    def prose(self, box: Box) -> float:
        """How much of a box reads like a story."""
        return self._prose[box.last] - self._prose[box.first]

    def prose_between(self, first: int, last: int) -> float:
        """How much of a range of pieces reads like a story."""
        return self._prose[last] - self._prose[first]

    def linked(self, box: Box) -> int:
        """How many characters of a box are links."""
        return self._linked[box.last] - self._linked[box.first]

    def restore(self, first: int, last: int) -> None:
        """Lets a range of pieces count for what they are, whatever the boxes around them are called."""
        for m in self.pieces[first:last]:
            m.prose = m.raw
        self._prose = list(accumulate((m.prose for m in self.pieces), initial=0.0))

    def silence(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Lets ranges of pieces count for nothing."""
        for first, last in ranges:
            for m in self.pieces[first:last]:
                m.prose = 0.0
        self._prose = list(accumulate((m.prose for m in self.pieces), initial=0.0))


def measure(outline: Outline, site: str = "") -> Measures:
    """Measures all pieces of a page in one pass; ``site`` is the name of the site where the page tells it."""
    total = sum(len(piece.text) for piece in outline.pieces)
    away: dict[int, bool] = {}
    carded = cards(outline)
    found = []
    for piece in outline.pieces:
        text = piece.text
        wide = _count_wide(text) if has_eastern(text) else 0
        size = len(text) + wide + wide // 2
        sentences = len(_STOPS.findall(text))
        ends = _END.search(text) is not None
        card = piece.number in carded
        prose = 0.0 if card else _prose(piece, size, sentences, ends)
        found.append(Measured(piece, size, sentences, ends, prose, card, prose))
    sums = Measures(
        found,
        outline.boxes,
        list(accumulate((m.size for m in found), initial=0)),
        list(accumulate((m.prose for m in found), initial=0.0)),
        list(accumulate((m.piece.linked for m in found), initial=0)),
    )
    for m in found:
        if m.prose and _is_away(m.piece.box, total, sums, away):
            m.prose *= 0.1
    sums._prose = list(accumulate((m.prose for m in found), initial=0.0))
    for first, last in _other_stories(outline, sums, site):
        for m in found[first:last]:
            m.prose *= 0.1
    sums._prose = list(accumulate((m.prose for m in found), initial=0.0))
    return sums


def _count_wide(text: str) -> int:
    """How many letters are as wide as two; for a few words, as of a button, the pattern is not compiled."""
    if len(text) > _FEW_LETTERS:
        return len(_WIDE.findall(text))
    return sum(
        "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" or "\u0e00" <= c <= "\u0e7f"
        for c in text
    )


def _other_stories(outline: Outline, sums: Measures, site: str) -> Iterator[tuple[int, int]]:
    """The ranges of boxes that begin with a label of related stories, of other stories of the site, or of comments."""
    name = site.casefold()
    comments = 0
    for piece in outline.pieces:
        if len(piece.text) > 60 or piece.box.state & FURNITURE:
            continue
        section = label(piece.text)
        if section not in ("related", "elsewhere", "comments") and not (
            name and len(name) > 2 and piece.text.casefold().startswith(_MORE) and name in piece.text.casefold()
        ):
            continue
        if section == "comments":
            comments += 1
            if comments <= _FEW and not are_comments(outline.pieces, piece.number):
                continue
        box: Box | None = piece.box
        while box is not None and box.last <= piece.number + 1:
            box = box.parent
        if box is not None and box.tag not in ("html", "body") and not sums.prose_between(box.first, piece.number):
            yield piece.number, box.last


def _prose(piece: Piece, size: int, sentences: int, ends: bool) -> float:
    state = piece.box.state
    if piece.kind in (Kind.CONTROL, Kind.MEDIA, Kind.CAPTION):
        return 0.0
    if piece.kind is Kind.CODE:
        return 0.5 * min(size, 400)
    if piece.kind is Kind.TABLE:
        return 0.2 * min(size, 600) * (1 - min(1, 2 * piece.link_share))
    if piece.kind is Kind.HEADING or state & FURNITURE:
        return 0.0
    if size < 25 or not (sentences or size > 140):
        return 0.0
    if size < 90 and (is_date(piece.text) or is_byline(piece.text)):
        return 0.0
    worth = size * max(0.0, 1 - 1.6 * piece.link_share)
    if not ends:
        worth *= 0.6
    if size < 80:
        worth *= 0.6
    if piece.kind is Kind.ITEM:
        worth *= 0.7
    if state & (State.ASIDE | State.FIGURE):
        worth *= 0.2
    return worth


def _is_away(box: Box, total: int, sums: Measures, known: dict[int, bool]) -> bool:
    """Whether a box, or one around it that is not half the page, is named as something other than a story."""
    found = known.get(id(box))
    if found is None:
        big = sums.size(box) > 0.4 * total
        if box.tag in ("body", "html"):
            found = False
        elif box.meaning & (AWAY | Meaning.CAPTION) and not big and not box.meaning & Meaning.BODY:
            found = True
        else:
            found = box.parent is not None and _is_away(box.parent, total, sums, known)
        known[id(box)] = found
    return found
