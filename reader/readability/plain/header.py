"""Finds what stands over a story in plain text: headline, deck, byline, dateline, highlights."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ...story import Role
from ..shapes import has_date
from . import marks
from .cut import is_amount
from .forms import Form, Kind
from .pieces import Piece
from .span import story_span

_BY = ("by", "written by", "von", "par", "por", "di", "door", "av", "af", "text", "author", "autor")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? +[^\W\d_]")
_IN_HEADER = (Role.DATELINE, Role.BYLINE, Role.HIGHLIGHT)


def give_header_roles(form: Form) -> None:
    """Gives the pieces before the first paragraph of the story their roles."""
    pieces = form.pieces
    if form.kind is Kind.MARKDOWN:
        _title_of_markdown(pieces)
        return
    if form.kind is not Kind.PAGE:
        return
    body = body_start(pieces)
    headline = _headline(pieces, body)
    _bylines(pieces[: body if headline is not None else min(body, 3)])
    if headline is None:
        return
    pieces[headline].role, pieces[headline].reason = Role.HEADLINE, "is the line that leads to the story"
    for piece in pieces[:headline] if body < len(pieces) else ():
        if not piece.is_prose and piece.role not in _IN_HEADER:
            piece.is_now(Role.BOILERPLATE, "stands above the headline")
    header = pieces[headline + 1 : body]
    if not any(piece.role in (*_IN_HEADER, Role.BOILERPLATE) for piece in pieces) and len(pieces) < body + 4:
        return
    _highlights(header)
    _names(header)
    _deck(pieces, headline, body)
    if form.is_furnished or (body < len(pieces) and pieces[body].alone):
        _captions(header)
    for piece in header:
        if marks.is_greeting(piece.text):
            piece.is_now(Role.PARAGRAPH, "greets the reader")
    for piece in header:
        if _NUMBERED.match(piece.text) and not piece.ends and piece.words <= 9 and piece.mark != "·":
            piece.is_now(Role.HEADING, "is a number and a few words")
            piece.level = 2
    is_pictured = form.is_furnished or any(piece.role is Role.CAPTION for piece in header)
    for piece, following in pairwise([*header, *pieces[body : body + 1]]) if is_pictured else ():
        leads = following.mark or piece.text.endswith((":", "："))
        if not piece.ends and piece.words <= 4 and piece.size <= 45 and not piece.mark and not leads:
            piece.is_now(Role.BOILERPLATE, "is a few words between headline and story")


def _title_of_markdown(pieces: Sequence[Piece]) -> None:
    for piece in pieces[:6]:
        if piece.role is Role.HEADING and piece.level == 1:
            piece.role, piece.reason, piece.level = Role.HEADLINE, "is the first heading", 0
            return
        if piece.reads_on:
            return


def body_start(pieces: Sequence[Piece]) -> int:
    """The number of the first paragraph of the story; the number of pieces where there is none."""
    first, _ = story_span(pieces)
    prose = [n for n in range(first, len(pieces)) if pieces[n].is_prose and not marks.is_byline(pieces[n].text)]
    if not prose:
        return len(pieces)
    parted = sum(pieces[n].alone for n in prose) >= 0.6 * len(prose)
    for number in prose:
        if number > prose[0] + 25:
            break
        piece = pieces[number]
        dated = any(other.role is Role.DATELINE for other in pieces[max(0, number - 8) : number])
        # A question is rather a headline than the first paragraph.
        if piece.text.endswith(("?", "!")) and piece.size <= 150 and piece.alone and number != prose[-1]:
            continue
        crowd = [other for other in pieces[max(0, number - 30) : number + 30] if other.block == piece.block]
        if parted and sum(other.reads_on for other in crowd) >= 4 and number < prose[-1] - 8:
            continue
        below = [other for other in pieces[number + 1 : number + 30] if other.block == piece.block]
        if parted and any(not other.reads_on for other in below):
            continue
        following = [other for other in pieces[number + 1 : number + 5] if other.role is not Role.BOILERPLATE][:2]
        if any(other.role in (Role.BYLINE, Role.HIGHLIGHT) or marks.is_byline(other.text) for other in following):
            continue
        if any(other.role is Role.DATELINE for other in following) and not dated:
            continue
        if (
            following
            and following[0].mark
            and following[0].block != piece.block
            and piece.size < 250
            and number == prose[0]
        ):
            # A sentence over a list leads it in, but the one under the headline is a deck if the list is highlights.
            continue
        return number
    return prose[0]


def _headline(pieces: Sequence[Piece], body: int) -> int | None:
    openings = Counter(_opening(piece.text) for piece in pieces)
    crowds = Counter(piece.block for piece in pieces[:body] if piece.size < 60)
    best, chosen = 0.0, None
    # Where nothing reads like a paragraph, the first lines are all there is to choose from.
    for number, piece in enumerate(pieces[: body if body < len(pieces) else 8]):
        if (
            piece.role not in (None, Role.PROMO)
            or piece.mark
            or marks.is_byline(piece.text)
            or not 3 <= piece.size <= 220
        ):
            continue
        long = piece.text.count(" ") >= 3 or piece.size >= 24
        score = 1.0 if piece.alone else 0.0
        score += 2.0 if long else 0.0
        score += 0.5 if piece.size >= 36 else 0.0
        score += 1.5 if piece.is_centred and piece.alone else 0.0
        score += 0.0 if piece.text.endswith((".", ",", ":", ";")) else 1.0
        score += _lead(pieces, number, body)
        score += 1.5 if long and (openings[_opening(piece.text)] > 1 or _is_title(piece, pieces[:body])) else 0.0
        score -= 1.0 if piece.size > 130 else 0.0
        score -= 1.0 if piece.role is Role.PROMO else 0.0
        if long and score >= 3 and chosen is None:
            score += 0.75
        score -= 2.0 if crowds[piece.block] >= 4 else 0.0
        score -= 2.0 if any(mark in piece.text for mark in (" | ", " > ", " » ", " › ", " / ", " :: ")) else 0.0
        if score > best:
            best, chosen = score, number
    return chosen if best >= 2.5 else None


def _opening(text: str) -> str:
    return " ".join(text.casefold().split()[:5])


def _is_title(piece: Piece, header: Sequence[Piece]) -> bool:
    """Whether another line of the header has the same words with the name of the site before or behind them."""
    text = piece.text.casefold()
    return any(len(text) < len(other.text) < len(text) + 60 and text in other.text.casefold() for other in header[:200])


def _lead(pieces: Sequence[Piece], number: int, body: int) -> float:
    """How much what follows is what follows a headline: a name or a date 2, a sentence or the story 1.5."""
    for following in range(number + 1, min(number + 4, len(pieces))):
        piece = pieces[following]
        if piece.role is Role.BOILERPLATE:
            continue
        if piece.role in _IN_HEADER or marks.is_byline(piece.text):
            return 2.0
        if piece.words >= 7 and not piece.mark and following + 1 < min(body, len(pieces)):
            below = pieces[following + 1]
            if below.role in _IN_HEADER or marks.is_byline(below.text):
                return 2.0  # a deck, and then who wrote it and when
        return 1.5 if following == body or piece.mark or piece.is_prose or piece.words >= 12 else 0.0
    return 0.0


def _bylines(pieces: Sequence[Piece]) -> None:
    for piece, following in pairwise(pieces):
        if piece.text.casefold().strip(":") in _BY and following.words <= 6 and following.role is None:
            piece.is_now(Role.BYLINE, "leads in the name of who wrote it")
            following.is_now(Role.BYLINE, "is the name of who wrote it")
    for piece in pieces:
        if (
            marks.is_byline(piece.text)
            and not piece.mark
            and piece.words <= 24
            and not (piece.ends and piece.words > 8)
        ):
            piece.is_now(Role.BYLINE, "says who wrote it")


def _names(header: Sequence[Piece]) -> None:
    """A name that stands alone under the headline says who wrote it, where nothing else does."""
    if any(piece.role is Role.BYLINE for piece in header):
        return
    for number, piece in enumerate(header):
        if piece.role is None and marks.is_name(piece.text) and not piece.mark and not piece.text.isupper():
            near = header[max(0, number - 1) : number + 2]
            if any(other.role is Role.DATELINE for other in near) or len(header) <= 3:
                piece.is_now(Role.BYLINE, "is a name under the headline")
                return


def _highlights(header: Sequence[Piece]) -> None:
    """Items with a bullet between headline and story are highlights when they say something."""
    items = [piece for piece in header if piece.mark and piece.role is None and not piece.is_numbered]
    # Amounts of a recipe and times of a programme have no bullet of their own.
    items = [piece for piece in items if piece.mark != "·" or not is_amount(piece.text)]
    if not items or any(piece.text.endswith(":") and after is items[0] for piece, after in pairwise(header)):
        return
    telling = len(items) >= 2 and sum(piece.size for piece in items) >= 16 * len(items)
    for piece in items:
        if telling:
            piece.is_now(Role.HIGHLIGHT, "has a bullet and stands between headline and story")
        else:
            piece.is_now(Role.BOILERPLATE, "is one of a few words with bullets under the headline")


def _deck(pieces: Sequence[Piece], headline: int, body: int) -> None:
    """The first whole line under the headline is the deck if a name, a date or highlights follow it."""
    for number in range(headline + 1, body):
        piece = pieces[number]
        if piece.role is None and not piece.mark and 6 <= piece.words <= 70:
            after = pieces[number + 1 : body]
            if any(other.role in _IN_HEADER for other in after) or (
                pieces[number - 1].role is Role.HEADLINE and piece.alone
            ):
                piece.is_now(Role.DECK, "stands between the headline and the names or the date")
            return
        if piece.role in (Role.DATELINE, Role.BYLINE):
            after = pieces[number + 1 : body]
            if not any(other.role in (Role.DATELINE, Role.BYLINE) for other in after):
                return


def _captions(header: Sequence[Piece]) -> None:
    """Sentences in a crowd of lines, between headline and story, tell of pictures."""
    crowd = [
        piece
        for piece in header
        if piece.role is None
        and not piece.mark
        and not piece.alone
        and piece.words >= 5
        and not is_amount(piece.text)
        and " | " not in piece.text
    ]
    pictured = len(crowd) > 1 or any(piece.role is Role.CAPTION for piece in header)
    if pictured and crowd and crowd[-1].reads_on and not has_date(crowd[-1].text):
        crowd.pop().is_now(Role.DECK, "is the last sentence between headline and story")
    for piece in crowd:
        piece.is_now(Role.CAPTION, "stands among short lines between headline and story")
