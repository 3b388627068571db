"""Finds cards: boxes of one make, side by side, that each lead to another page with a linked title."""

from __future__ import annotations

from ..outline import Box, Kind, Outline, Piece

_LARGEST = 600
_FEWEST = 3
_MOST_PIECES = 7


def cards(outline: Outline) -> frozenset[int]:
    """The numbers of all pieces in runs of at least three cards, or of at least three linked lines."""
    children: dict[int, list[Box]] = {}
    for box in outline.boxes:
        if box.parent is not None and box.last > box.first:
            children.setdefault(id(box.parent), []).append(box)
    found: set[int] = set()
    for siblings in children.values():
        if len(siblings) < _FEWEST:
            continue
        like = [
            box
            for box in siblings
            if box.last - box.first <= _MOST_PIECES and _is_card(outline.pieces[box.first : box.last], box)
        ]
        if len(like) >= _FEWEST and len(like) >= 0.6 * len(siblings):
            for box in like:
                found.update(range(box.first, box.last))
    return frozenset(found)


def _is_covered(box: Box) -> bool:
    """Whether a link without words lies over a small box, as whole cards are made to be clicked on."""
    links = (link for link in box.element.iter("a") if not (link.text or "").strip())
    found = (link for link in links if link.get("href", "#").strip()[:1] not in ("", "#"))
    return any(link.get("aria-label") or not len(link) for link in found)


def _is_card(pieces: list[Piece], box: Box) -> bool:
    if box.tag in ("td", "th", "tr"):
        return False
    size = sum(len(piece.text) for piece in pieces)
    linked = sum(piece.linked for piece in pieces)
    if size > _LARGEST:
        return False
    if not linked and pieces and _is_covered(box):
        title = max(pieces[:2], key=lambda piece: (piece.kind is Kind.HEADING, len(piece.text)))
        title.linked = linked = len(title.text)
    if linked < 0.2 * size:
        return False
    if any(piece.kind in (Kind.TABLE, Kind.CODE) for piece in pieces):
        return False
    titles = [piece for piece in pieces if piece.link_share > 0.85]
    if box.tag == "p":
        return False
    longest = max((len(piece.text) for piece in titles), default=0)
    return longest >= 15 or (bool(titles) and linked > 0.85 * size)
