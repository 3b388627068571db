"""Checks that tell what nobody wrote for the story: what readers wrote under it, what lawyers wrote beside it."""

from __future__ import annotations

from ..outline import Kind, Piece
from ..shapes import is_byline
from ..threads.signs import is_dated
from ..vocabulary import sections
from .cases import Case
from .parts import Part

_RIGHTS = 3
"""So many phrases about consent or rights are no accident."""
_RARE = 400
"""On so many characters of such a text there is one of them, at least."""
_FEWEST_ENTRIES = 3
_NEXT, _LINE = 4, 60
"""How far behind a name and a day their text begins, in pieces; how long these are at most, in characters."""


def entries(case: Case) -> str:
    """What readers wrote: names and days in turn, over one text each, and no headings."""
    pieces = case.part.pieces
    if any(piece.kind is Kind.HEADING for piece in pieces[2:]) or _signatures(case.main) >= _FEWEST_ENTRIES:
        return ""
    count = _signatures(case.part)
    return f"{count} entries, each signed and dated, as readers write them" if count >= _FEWEST_ENTRIES else ""


def rights(case: Case) -> str:
    found = _phrases(case.part)
    if len(found) < _RIGHTS or len(_phrases(case.main)) > 1 or sum(found.values()) * _RARE < len(case.part.text):
        return ""
    if 2 * case.part.on_subject > case.main.on_subject:
        return ""
    return f"it speaks of consent or rights ({', '.join(sorted(found)[:3])})"


def _signatures(part: Part) -> int:
    """How many different short lines stand right beside a day and over a text, as the names of writers do."""
    names = set()
    pieces = part.pieces
    for number, piece in enumerate(pieces):
        if not _is_line(piece) or not is_dated(piece):
            continue
        if not any(part.ground.measures.pieces[other.number].raw for other in pieces[number + 1 : number + _NEXT]):
            continue
        for other in (*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2]):
            if _is_line(other) and not is_dated(other):
                names.add(other.text)
        if is_byline(piece.text):
            names.add(piece.text)
    return len(names)


def _is_line(piece: Piece) -> bool:
    return len(piece.text) < _LINE and piece.kind in (Kind.TEXT, Kind.ITEM) and not piece.text.endswith((".", ":", ","))


def _phrases(part: Part) -> dict[str, int]:
    """What a text says of consent or rights, each with how often."""
    folded = part.text.casefold()
    return {phrase: folded.count(phrase) for phrase in sections("rights")["rights"] if phrase in folded}
