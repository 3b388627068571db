"""Puts embedded posts together: a post from elsewhere is one quote, with the name and the day under it."""

from __future__ import annotations

from ...patterns import later
from ..outline import Box, Kind, Outline, Piece
from ..words import Meaning

_SIGNED = later(r"[—–-]\s?.{2,80}\(@\w+\)")
_MOST = 8


def join_posts(outline: Outline) -> None:
    """Makes one piece of each embedded post, in place; numbers and ranges stay dense."""
    joined: dict[int, tuple[int, Box]] = {}
    for box in outline.boxes:
        if (
            box.tag == "blockquote"
            and 1 < box.last - box.first <= _MOST
            and _is_post(outline.pieces[box.first : box.last], box)
        ):
            joined[box.first] = (box.last, box)
    if not joined:
        return
    number_of: list[int] = []
    pieces: list[Piece] = []
    at = 0
    while at < len(outline.pieces):
        end, box = joined.get(at, (at + 1, outline.pieces[at].box))
        members = outline.pieces[at:end]
        number_of.extend(len(pieces) for _ in members)
        pieces.append(members[0] if len(members) == 1 else _one(members, box))
        pieces[-1].number = len(pieces) - 1
        at = end
    number_of.append(len(pieces))
    outline.pieces = pieces
    for box in outline.boxes:
        box.first = number_of[box.first]
        box.last = number_of[box.last]


def _is_post(pieces: list[Piece], box: Box) -> bool:
    return bool(box.meaning & Meaning.EMBED) or _SIGNED.match(pieces[-1].text) is not None


def _one(pieces: list[Piece], box: Box) -> Piece:
    text = " ".join(piece.text for piece in pieces)
    links: list[tuple[int, int, str]] = []
    tongues: list[tuple[int, int, str]] = []
    at = 0
    for piece in pieces:
        tongues.extend((start + at, end + at, tongue) for start, end, tongue in piece.tongues)
        links.extend((start + at, end + at, href) for start, end, href in piece.links)
        at += len(piece.text) + 1
    return Piece(
        pieces[0].number, text, box, Kind.TEXT, Meaning.EMBED, tuple(links), sum(piece.linked for piece in pieces),
        tongues=tuple(tongues),
    )  # fmt: skip
