"""Gives every piece of a plain text its role: what its words tell, then boxes, then the header, then the story."""

import re
from collections import Counter
from itertools import pairwise

from ...story import Role
from ..shapes import is_credit, is_date
from . import marks
from .body import give_body_roles
from .boxes import Boxes, give_box_roles
from .forms import QUOTE_LEAD, Form, Kind
from .header import give_header_roles
from .pieces import Piece

_SPEAKER = re.compile(r"([A-ZÀ-ÞА-Я][\w.'’ -]{0,30}?)(?: \([^()]{1,40}\))?: \S")
_FEWEST_TURNS = 2
_AROUND_STORY = (Role.BOILERPLATE, Role.PROMO, Role.RELATED, Role.SIDEBAR, Role.MEDIA)
_LONGEST_LEAD = 120


def give_roles(form: Form) -> dict[int, str]:
    """Gives every piece of ``form`` its role and section; the labels of the sections by their number."""
    boxes = Boxes()
    _note_repetition(form)
    if form.kind is Kind.PAGE:
        _note_quotations(form.pieces)
    for number, piece in enumerate(form.pieces):
        if piece.role is None:
            _by_words(piece, form.kind, number < 20, _ends_at(form.pieces, number))
    if form.kind is Kind.PAGE:
        give_box_roles(form.pieces, boxes)
    form.is_furnished = any(piece.role in _AROUND_STORY for piece in form.pieces[1:])
    give_header_roles(form)
    give_body_roles(form)
    boxes.gather(form.pieces)
    return boxes.labels


def _ends_at(pieces: list[Piece], number: int) -> bool:
    """Whether a piece stands late in the text, and no paragraph of the story right behind it."""
    if number < 0.6 * len(pieces) or number + 1 == len(pieces):
        return number + 1 == len(pieces)
    following = pieces[number + 1]
    return not following.is_prose or marks.is_note(following.text, True)


def _by_words(piece: Piece, kind: Kind, at_start: bool, at_end: bool) -> None:
    """The roles that the words of a piece tell wherever it stands."""
    text = piece.text
    if kind is Kind.BOOK:
        if marks.is_mark_of_note(text):
            piece.is_now(Role.FOOTNOTE, "begins with the mark of a footnote")
        elif text.startswith("[Illustration"):
            piece.is_now(Role.CAPTION, "is marked as an illustration")
        elif at_start and marks.is_byline(text) and piece.size < 80:
            piece.is_now(Role.BYLINE, "says who wrote it")
        elif marks.is_chapter(text.partition("\n")[0]):
            piece.is_now(Role.HEADING, "is named as a part of a book")
            piece.level = 2
        return
    if is_date(text) and not marks.is_byline(text):
        # Only pages are dated line by line; in a list of items a date is an item.
        if not piece.mark and kind is Kind.PAGE:
            piece.is_now(Role.DATELINE, "is nothing but a date")
    elif marks.is_media(text):
        piece.is_now(Role.MEDIA, "names a player or a gallery")
    elif marks.is_furniture(text, piece.is_sentence):
        piece.is_now(Role.BOILERPLATE, "is a button, a counter or a notice of the page")
    elif marks.is_note(text, at_end) and not piece.mark:
        piece.is_now(Role.FOOTNOTE, "tells of the authors or of the text itself")
    elif kind is Kind.PAGE and not piece.mark and marks.is_promo(text, piece.is_sentence):
        piece.is_now(Role.PROMO, "leads to another page, or asks something of the reader")
    elif kind is Kind.PAGE and marks.is_caption(text, piece.reads_on) and (not piece.reads_on or piece.size < 300):
        piece.is_now(Role.CAPTION, "has the words of a caption")
    elif is_credit(text) and not piece.reads_on:
        piece.is_now(Role.CAPTION, "names whom a picture is by")


def _note_speakers(form: Form) -> None:
    """Lines that begin with the names of two or more speakers, who take turns, are what they say."""
    said = [(piece, match[1]) for piece in form.pieces if (match := _SPEAKER.match(piece.text))]
    turns = Counter(name for _, name in said)
    speakers = {name for name, count in turns.items() if count >= _FEWEST_TURNS}
    if len(speakers) < 2:
        return
    for piece, name in said:
        if name in turns and (name in speakers or turns[name] < _FEWEST_TURNS):
            piece.is_now(Role.PARAGRAPH, "begins with who speaks")


def _note_quotations(pieces: list[Piece]) -> None:
    """What stands right under “… wrote:” is quoted."""
    for piece, following in pairwise(pieces):
        if piece.size < _LONGEST_LEAD and QUOTE_LEAD.fullmatch(piece.text):
            piece.is_now(Role.QUOTE, "leads in what is quoted")
            if following.block == piece.block:
                following.is_now(Role.QUOTE, "stands under the line that says who wrote it")


def _note_repetition(form: Form) -> None:
    """A long paragraph that comes again is said once."""
    if form.kind not in (Kind.PAGE, Kind.MARKDOWN):
        return
    counts = Counter(piece.text for piece in form.pieces)
    _note_speakers(form)
    for piece in form.pieces:
        if piece.is_spread and counts[piece.text] > 1 and not piece.ends:
            piece.is_now(Role.BOILERPLATE, "stands over or under every page")
    seen: set[str] = set()
    for piece in form.pieces:
        if counts[piece.text] == 1:
            continue
        if piece.size > 80 and piece.text in seen:
            piece.is_now(Role.BOILERPLATE, "was there before, word for word")
        seen.add(piece.text)
