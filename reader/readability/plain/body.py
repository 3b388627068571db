"""Gives the pieces of the story itself their roles: paragraphs, headings, list items, captions, promos."""

import re
from collections import Counter

from ...story import Role
from ..shapes import has_date
from . import marks
from .forms import Form, Kind
from .pieces import Piece
from .sections import Sections


def give_body_roles(form: Form, sections: Sections) -> None:
    """Gives every piece that has no role yet the one that its shape and its neighbours tell."""
    pieces = form.pieces
    for piece in pieces:
        if piece.mark and piece.mark != ">":
            piece.is_now(Role.LIST_ITEM, f"begins with {piece.mark}")
    if form.kind is Kind.PAGE:
        _name_captions(pieces)
    _pull_quotes(pieces)
    repeated = Counter(piece.text.casefold() for piece in pieces if piece.size < 160)
    prose = [piece.is_prose for piece in pieces]
    with_captions = form.kind is Kind.PAGE and sum(prose) >= 4
    for number, piece in enumerate(pieces):
        if prose[number]:
            piece.is_now(Role.PARAGRAPH, "reads like a paragraph")
        elif piece.role is None:
            _short(pieces, number, repeated, with_captions, form.kind)


def _name_captions(pieces: list[Piece]) -> None:
    for piece in pieces:
        if (
            piece.role is None
            and piece.size < 400
            and (not piece.is_prose or piece.size < 250)
            and marks.CAPTION.fullmatch(piece.text)
        ):
            piece.is_now(Role.CAPTION, "has the words of a caption")


def _pull_quotes(pieces: list[Piece]) -> None:
    """A sentence that stands alone, and again within a paragraph, was pulled out of it."""
    whole = "\n".join(_plain(piece.text) for piece in pieces if piece.size > 120)
    tries = 0
    for piece in pieces:
        if piece.role is None and 30 <= piece.size <= 250 and piece.text.count(" ") >= 5 and tries < 500:
            tries += 1
            wanted = _plain(piece.text)
            times = whole.count(wanted)
            if times > (1 if piece.size > 120 else 0):
                piece.is_now(Role.PULLQUOTE, "stands within a paragraph too")


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _short(pieces: list[Piece], number: int, repeated: Counter[str], with_captions: bool, kind: Kind) -> None:
    """A short line: a heading, a caption, a promo, or a paragraph of few words."""
    piece = pieces[number]
    before = pieces[number - 1] if number else None
    after = pieces[number + 1] if number + 1 < len(pieces) else None
    if with_captions and piece.size <= 220:
        score = _caption_score(piece, before, after, repeated)
        if score >= 2:
            piece.is_now(Role.CAPTION, "is a short line between paragraphs, as captions are")
            return
        if marks.PROMO.fullmatch(piece.text) and not piece.ends:
            piece.is_now(Role.PROMO, "leads to another page")
            return
    leads = after is not None and (after.is_prose or after.role in (Role.PARAGRAPH, Role.LIST_ITEM) or after.mark)
    opens = before is None or before.block != piece.block
    if opens and leads and piece.size <= 100 and not piece.text.endswith((".", ",", ";")) and _begins_big(piece.text):
        piece.level = piece.level or 2
        piece.is_now(Role.HEADING, "is a short line over a paragraph")
    else:
        piece.is_now(Role.PARAGRAPH, "is a line of text")


def _begins_big(text: str) -> bool:
    letter = next((letter for letter in text if letter.isalnum()), "a")
    return not letter.islower()


def _caption_score(piece: Piece, before: Piece | None, after: Piece | None, repeated: Counter[str]) -> float:
    """How much a short line looks like a caption rather than a heading; 2 and more is a caption."""
    text = piece.text
    score = 3.0 if repeated[text.casefold()] > 1 else 0.0
    for beside in (before, after):
        if beside is not None and beside.block == piece.block and not beside.is_prose and not beside.mark:
            score += 2.0
    words = text.count(" ") + 1
    score += 0.5 if words >= 7 else 0.0
    score += 0.5 if words >= 11 else 0.0
    score += 1.0 if has_date(text) else 0.0
    score -= 1.0 if text.endswith((":", "?", "...", "…")) or words <= 3 else 0.0
    score -= 1.0 if text.isupper() or text.istitle() else 0.0
    return score
