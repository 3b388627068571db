"""Finds where the story of a page stands among the lines of its text."""

from collections.abc import Sequence

from ...story import Role
from .pieces import Piece

_BETWEEN = {
    Role.DATELINE: -30, Role.PROMO: -20, Role.CAPTION: -20, Role.MEDIA: -20, Role.FOOTNOTE: -10, Role.BOILERPLATE: -25,
    Role.RELATED: -60, Role.SIDEBAR: -60, Role.HIGHLIGHT: 0, Role.HEADING: 0, Role.QUOTE: 60, Role.CODE: 40,
    Role.TABLE: 40,
}  # fmt: skip


def story_span(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The numbers of the first and of the last piece of the run that is most worth reading.

    A paragraph is worth its length, up to 500 characters; each line that is none costs something. The run is the one
    with the greatest sum (Bentley, "Programming Pearls": Algorithm Design Techniques). All of it where
    no run stands out.
    """
    best = total = 0.0
    first, span = 0, (0, len(pieces) - 1)
    for number, piece in enumerate(pieces):
        if total <= 0:
            total, first = 0.0, number
        total += _worth(piece)
        if total > best:
            best, span = total, (first, number)
    prose = [piece.size if piece.reads_on else 0 for piece in pieces]
    if 3 * sum(prose[span[0] : span[1] + 1]) < sum(prose):
        # Much of what reads like a story is elsewhere: it is made of many short parts.
        return 0, len(pieces) - 1
    return span[0], _with_lists(pieces, span[1])


def _with_lists(pieces: Sequence[Piece], last: int) -> int:
    """The number of the last item of the lists that follow right on ``last``, each under a few words of its own."""
    at = last + 1
    while at + 2 < len(pieces):
        while at + 2 < len(pieces) and pieces[at].role in (Role.CAPTION, Role.BOILERPLATE, Role.PROMO, Role.MEDIA):
            at += 1
        over, items = pieces[at], pieces[at + 1 : at + 200]
        size = next((n for n, piece in enumerate(items) if not piece.mark), len(items))
        is_label = over.role is None and over.size <= 100 and not over.mark
        if not is_label or size < 2:
            break
        if not over.text.endswith(":") and sum(piece.size for piece in items[:size]) < 20 * size:
            break
        at += size + 1
        last = at - 1
    return last


def _worth(piece: Piece) -> float:
    if piece.role not in (None, Role.LIST_ITEM):
        return _BETWEEN.get(piece.role, 0)
    size = piece.size
    if piece.reads_on:
        return min(size, 500)
    if piece.mark:
        return min(size, 200) - 50 if piece.ends else -8
    return size / 2 if piece.ends else -40
