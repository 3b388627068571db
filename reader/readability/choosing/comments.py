"""Tells what readers wrote under a story from a section of the story that is called “Comments” or “Discussion”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ..labels import label
from ..outline import Kind, Piece, State
from ..shapes import is_date
from ..words import Meaning

_NEAR, _FEWEST = 60, 2
_COUNTED = re.compile(r"^\(?\d[\d,]*\)?\s|\d\)?$")


def are_comments(pieces: Sequence[Piece], number: int) -> bool:
    """Whether what stands under a label of comments, piece ``number``, looks like what readers wrote.

    That shows in days, a form, ways to reply, or in the label itself, where it says how many there are.
    """
    titles = [piece.text for piece in pieces[max(0, number - _NEAR) : number] if piece.kind is Kind.HEADING]
    if _COUNTED.search(pieces[number].text) and not any(title[:1].isdigit() for title in titles):
        return True
    signs = filter(_is_sign, pieces[number + 1 : number + _NEAR])
    return len(list(islice(signs, _FEWEST))) == _FEWEST


def _is_sign(piece: Piece) -> bool:
    if piece.timed or piece.box.state & State.FORM or (piece.meaning | piece.box.meaning) & Meaning.COMMENTS:
        return True
    return len(piece.text) < 120 and (label(piece.text) in ("comments", "control") or is_date(piece.text))
