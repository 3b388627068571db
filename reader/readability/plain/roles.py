"""Gives every piece of a plain text its role: first what words tell, then the header, the sections, and the body."""

from collections import Counter

from ...story import Role
from ..labels import LEAD, label_role
from ..shapes import is_credit, is_date
from . import marks
from .body import give_body_roles
from .forms import Form, Kind
from .header import give_header_roles
from .pieces import Piece
from .sections import Sections, find_sections


def give_roles(form: Form) -> dict[int, str]:
    """Gives every piece of ``form`` its role and section; the labels of the sections by their number."""
    sections = Sections()
    _say_once(form.pieces)
    for piece in form.pieces:
        if piece.role is None:
            _by_words(piece, form.kind)
    if form.kind is Kind.PAGE:
        find_sections(form.pieces, sections)
    give_header_roles(form, sections)
    give_body_roles(form, sections)
    sections.gather_lists(form.pieces)
    return sections.labels


def _by_words(piece: Piece, kind: Kind) -> None:
    """The roles that the words of a piece tell wherever it stands."""
    text = piece.text
    if kind is Kind.BOOK:
        if marks.NOTE.fullmatch(text):
            piece.is_now(Role.FOOTNOTE, "begins with the mark of a footnote")
        elif text.startswith("[Illustration"):
            piece.is_now(Role.CAPTION, "is marked as an illustration")
        elif piece.size < 90 and marks.CHAPTER.fullmatch(text):
            piece.is_now(Role.HEADING, "is named as a part of a book")
        return
    if len(text) <= 400 and marks.FURNITURE.fullmatch(text):
        piece.is_now(Role.BOILERPLATE, "is a button or a notice of the page")
    elif len(text) <= 400 and marks.FOOTNOTE.fullmatch(text):
        piece.is_now(Role.FOOTNOTE, "tells of the authors or the text itself")
    elif len(text) <= 300 and kind is Kind.PAGE and LEAD.match(text) and not piece.mark:
        piece.is_now(Role.PROMO, "leads to another page")
    elif label_role(text) is Role.PROMO:
        piece.is_now(Role.PROMO, "asks to sign up or to follow")
    elif kind is Kind.PAGE and not piece.mark and marks.MEDIA.fullmatch(text):
        piece.is_now(Role.MEDIA, "names a player or a gallery")
    elif kind is Kind.PAGE and is_date(text) and piece.size <= 120:
        piece.is_now(Role.DATELINE, "is nothing but a date")
    elif is_credit(text) and piece.size < 120 and not piece.is_prose:
        piece.is_now(Role.CAPTION, "names whom a picture is by")


def _say_once(pieces: list[Piece]) -> None:
    """Long paragraphs that come twice are told only once."""
    counts = Counter(piece.text for piece in pieces if len(piece.text) > 80)
    seen: set[str] = set()
    for piece in pieces:
        if counts.get(piece.text, 0) > 1 and len(piece.text) > 80:
            if piece.text in seen:
                piece.is_now(Role.BOILERPLATE, "was there before, word for word")
            seen.add(piece.text)
