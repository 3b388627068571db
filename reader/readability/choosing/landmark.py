"""The heading that tells where on a page its story must be, looked for before anything is known of the story."""

from __future__ import annotations

from collections.abc import Iterator

from ..details import likeness, titles_of, words_of
from ..metadata import Told
from ..outline import Kind, Outline, Piece, State
from ..scene import folded

_MOST = 400
"""So many headings are looked at."""
_LONGEST = 300
_SURE = 0.6
"""A heading that repeats so much of what the page calls itself is the headline, for sure enough."""
_TELLING = 12
"""A line that is no heading has so many letters, at least, and they are a title of the page."""
_AWAY = State.NAV | State.FOOTER | State.ASIDE | State.FORM | State.HIDDEN | State.NOSCRIPT


def landmark(outline: Outline, told: Told) -> int:
    """The number of the piece that is surely the headline; -1 where the page leaves a doubt.

    It repeats what the page calls itself (JSON-LD, og:title, title), or is its only heading of the first level.
    """
    headings = [piece for piece in _headings(outline) if folded(piece.text) != folded(told.site)]
    titles = [words_of(title) for title in told.headlines[:6]]
    best, best_score = -1, (_SURE, 0)
    for piece in headings:
        words = words_of(piece.text)
        score = (round(max((likeness(words, title) for title in titles), default=0.0), 1), -piece.level)
        if words and score > best_score and (len(words) > 1 or score[0] == 1.0):
            best, best_score = piece.number, score
    if best >= 0:
        return best
    first = [piece for piece in headings if piece.level == 1]
    if len(first) == 1 and len(words_of(first[0].text)) > 1 and first[0].link_share < 0.5:
        return first[0].number
    return _line(outline, titles_of(told)) if not first else -1


def _headings(outline: Outline) -> Iterator[Piece]:
    found = 0
    for piece in outline.pieces:
        if piece.kind is Kind.HEADING and len(piece.text) < _LONGEST and not piece.box.state & _AWAY:
            yield piece
            found += 1
            if found == _MOST:
                return


def _line(outline: Outline, titles: frozenset[str]) -> int:
    """The only line of the page that is one of its titles; -1 where there is none, or more than one."""
    found = [
        piece.number
        for piece in outline.pieces
        if _TELLING <= len(piece.text) < _LONGEST
        and piece.kind is Kind.TEXT
        and not piece.box.state & _AWAY
        and piece.link_share < 0.5
        and folded(piece.text) in titles
    ]
    return found[0] if len(found) == 1 else -1
