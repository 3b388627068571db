"""Finds sections that stand between the headline and the box of the text, as the first ones of a manual do."""

from __future__ import annotations

from dataclasses import replace

from .core import Core
from .features import AWAY, FURNITURE
from .labels import label
from .metadata import Told
from .outline import Kind, Outline, Piece, State
from .shapes import is_byline, is_date
from .words import Meaning

_MOST = 150
_NEAR = 4
_SHORTEST = 12
_NO_SECTION = AWAY | Meaning.BYLINE | Meaning.DATE | Meaning.CAPTION | Meaning.CONTENTS | Meaning.DECK | Meaning.SIDEBAR


def with_first_sections(core: Core, outline: Outline, told: Told, headline: int) -> Core:
    """The core, begun with the first heading under the headline that has text under it, where no news begins so."""
    between = outline.pieces[headline + 1 : core.first]
    if headline < 0 or told.authors or told.published or not 0 < len(between) <= _MOST:
        return core
    if any(is_byline(piece.text) or is_date(piece.text) for piece in between):
        return core
    for piece in between:
        if piece.kind in (Kind.HEADING, Kind.TERM) and _is_clear(piece) and _is_begun(piece.number, outline):
            return replace(core, first=piece.number)
    return core


def _is_begun(heading: int, outline: Outline) -> bool:
    """Whether text stands closely under a heading, before the next one."""
    for piece in outline.pieces[heading + 1 : heading + 1 + _NEAR]:
        if piece.kind in (Kind.HEADING, Kind.TERM):
            return False
        if _is_text(piece) and _is_clear(piece):
            return True
    return False


def _is_text(piece: Piece) -> bool:
    plain = piece.kind in (Kind.TEXT, Kind.ITEM) and piece.box.tag in ("p", "dd", "li", "div")
    return (plain or piece.kind in (Kind.CODE, Kind.TABLE)) and len(piece.text) >= _SHORTEST and piece.link_share < 0.5


def _is_clear(piece: Piece) -> bool:
    if piece.box.state & (FURNITURE | State.ASIDE | State.FIGURE) or label(piece.text) or piece.link_share > 0.5:
        return False
    return not any(box.meaning & _NO_SECTION for box in piece.box.chain()[:4])
