"""Numbers that a page prints in elements of their own, as over the steps of a recipe or the places of a ranking."""

from __future__ import annotations

import re
from itertools import pairwise

from ...patterns import later
from ...story import Ordinal
from ..choosing.core import make_of
from ..outline import Kind, Outline, Piece, State

_NUMBER = later(r"(\d{1,3})\s?[.):]?")
_FEWEST = 2
_CLOSE = 3
"""So many pieces at most stand from one number of a step to the next."""
_FAR = 30
"""The same where headings are counted."""
_AWAY = State.NAV | State.FOOTER | State.HIDDEN | State.FORM | State.TABLE


def number_steps(outline: Outline) -> None:
    """Gives each number that stands alone to the piece behind it, in place, where such numbers count up or down."""
    found = [(int(match[1]), piece) for piece in outline.pieces if (match := _alone(piece))]
    run: list[tuple[int, Piece]] = []
    for one in found:
        if run and not _counts_on(run, one):
            _number(run, outline)
            run = []
        run.append(one)
    _number(run, outline)


def _alone(piece: Piece) -> re.Match[str] | None:
    if len(piece.text) > 5 or piece.links or piece.box.state & _AWAY:
        return None
    return _NUMBER.fullmatch(piece.text) if piece.kind in (Kind.TEXT, Kind.ITEM) else None


def _counts_on(run: list[tuple[int, Piece]], one: tuple[int, Piece]) -> bool:
    step = run[1][0] - run[0][0] if len(run) > 1 else one[0] - run[0][0]
    value, piece = run[-1]
    return step in (1, -1) and one[0] == value + step and make_of(one[1]) == make_of(piece)


def _number(run: list[tuple[int, Piece]], outline: Outline) -> None:
    if len(run) < _FEWEST:
        return
    behind = [_behind(piece, outline) for _, piece in run]
    gaps = [right[1].number - left[1].number for left, right in pairwise(run)]
    headed = all(piece is not None and piece.kind is Kind.HEADING for piece in behind)
    if max(gaps) > (_FAR if headed else _CLOSE) or not all(behind):
        return
    falls = run[1][0] < run[0][0]
    for (value, number), piece in zip(run, behind, strict=True):
        number.kind = Kind.NUMBER
        if piece is not None:
            piece.ordinal = Ordinal(value, falls=falls)


def _behind(number: Piece, outline: Outline) -> Piece | None:
    """The piece right behind a number, where it shares a small box with it and has words."""
    following = outline.pieces[number.number + 1 : number.number + 2]
    if not following or following[0].kind not in (Kind.TEXT, Kind.ITEM, Kind.HEADING):
        return None
    box = number.box
    while box.parent is not None and box.last <= following[0].number:
        box = box.parent
    has_words = any(map(str.isalpha, following[0].text))
    return following[0] if has_words and box.tag not in ("html", "body") else None
