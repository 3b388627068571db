"""Tells a text that is signed or dated, as stories are and their sections are not."""

from __future__ import annotations

from collections.abc import Iterable

from ..outline import Piece
from ..shapes import is_byline, is_date
from ..words import Meaning

_LONGEST = 160


def is_signed(pieces: Iterable[Piece]) -> bool:
    """Whether one of the pieces, by its words or by what the page calls it, is a byline or a date."""
    signs = Meaning.BYLINE | Meaning.DATE
    return any(
        piece.timed or is_date(piece.text) or is_byline(piece.text) or (piece.meaning | piece.box.meaning) & signs
        for piece in pieces
        if len(piece.text) < _LONGEST
    )
