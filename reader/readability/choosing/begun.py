"""Finds sections before and behind the box with most of the text, as the first and the last ones of a manual."""

from __future__ import annotations

from itertools import takewhile

from ..features import AWAY, FURNITURE
from ..labels import label
from ..metadata import Told
from ..outline import Box, Kind, Outline, Piece, State
from ..shapes import is_byline, is_date
from ..words import Meaning
from .core import Core

_MOST = 150
_NEAR = 4
_CLOSE = 4
_SHORTEST = 12
_SEVERAL = 2
_LINKS = 0.9
_PLAIN = ("p", "li", "pre", "blockquote")
_NO_SECTION = AWAY | Meaning.BYLINE | Meaning.DATE | Meaning.CAPTION | Meaning.CONTENTS | Meaning.DECK | Meaning.SIDEBAR


def with_all_sections(core: Core, outline: Outline, told: Told, headline: int, story: Box) -> Core:
    """The core of a page that is no news, from the first section under its headline to the last one beside it.

    A section is a heading with text under it; paragraphs right over the first heading are its introduction.
    """
    between = outline.pieces[headline + 1 : max(core.first, headline + _CLOSE)]
    if headline < 0 or told.published or any(is_byline(piece.text) or is_date(piece.text) for piece in between):
        return core
    around = story
    while around.parent is not None and not around.first <= headline < around.last:
        around = around.parent
    end = story.last if around.tag in ("body", "html") else around.last
    worn = _names(outline.pieces[core.first])
    return _with_last(_with_first(core, outline, headline, worn), outline, end, worn)


def _with_first(core: Core, outline: Outline, headline: int, worn: int) -> Core:
    between = outline.pieces[headline + 1 : core.first]
    if not 0 < len(between) <= _MOST:
        return core
    if _is_introduction(outline.pieces[headline + 1 : core.last + 1], worn):
        return core._replace(first=headline + 1)
    for piece in between:
        if piece.kind in (Kind.HEADING, Kind.TERM) and _is_clear(piece, worn) and _is_begun(piece, outline, worn):
            return core._replace(first=piece.number)
    return core


def _is_introduction(pieces: list[Piece], worn: int) -> bool:
    """Whether paragraphs and lists stand under a headline, and a heading next that is the first of several."""
    opening = [
        piece
        for piece in takewhile(lambda piece: piece.kind is not Kind.HEADING, pieces[:_MOST])
        if not piece.box.state & State.TABLE and piece.link_share < _LINKS  # a note, the contents
    ]
    plain = all(
        piece.kind in (Kind.TEXT, Kind.ITEM, Kind.CODE) and piece.box.tag in _PLAIN and _is_clear(piece, worn)
        for piece in opening
    )
    headings = sum(piece.kind is Kind.HEADING for piece in pieces)
    return bool(opening) and plain and opening[0].kind is Kind.TEXT and headings >= _SEVERAL


def _with_last(core: Core, outline: Outline, end: int, worn: int) -> Core:
    last = core.last
    for piece in outline.pieces[core.last + 1 : min(end, core.last + 1 + _MOST)]:
        if not _is_clear(piece, worn):
            break
        if piece.kind in (Kind.HEADING, Kind.TERM):
            if not _is_begun(piece, outline, worn):
                break
        elif last > core.last or outline.pieces[piece.number - 1].kind in (Kind.HEADING, Kind.TERM):
            last = piece.number
    return core._replace(last=last)


def _is_begun(heading: Piece, outline: Outline, worn: int) -> bool:
    """Whether text stands closely under a heading, or terms that are explained, before the next one."""
    for piece in outline.pieces[heading.number + 1 : heading.number + 1 + _NEAR]:
        if piece.kind is Kind.TERM and heading.kind is Kind.HEADING:
            return _is_begun(piece, outline, worn)
        if piece.kind in (Kind.HEADING, Kind.TERM):
            return False
        if _is_text(piece) and _is_clear(piece, worn):
            return True
    return False


def _is_text(piece: Piece) -> bool:
    plain = piece.kind in (Kind.TEXT, Kind.ITEM) and piece.box.tag in ("p", "dd", "li", "div")
    long_enough = len(piece.text) >= _SHORTEST
    return piece.kind is Kind.TABLE or ((plain or piece.kind is Kind.CODE) and long_enough and piece.link_share < 0.5)


def _is_clear(piece: Piece, worn: int) -> bool:
    """Whether nothing says that a piece is no part of the text; names that the text has too, ``worn``, say nothing."""
    if piece.box.state & (FURNITURE | State.ASIDE | State.FIGURE) or label(piece.text):
        return False
    if piece.link_share > 0.5 and piece.kind is not Kind.TABLE:
        return False
    return not _names(piece) & _NO_SECTION & ~worn


def _names(piece: Piece) -> int:
    found = 0
    for box in piece.box.chain()[:4]:
        found |= box.meaning
    return found
