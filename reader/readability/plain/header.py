"""Finds what stands over a story in plain text: headline, deck, byline, dateline, highlights."""

from collections import Counter

from ...story import Role
from ..shapes import is_byline
from . import marks
from .forms import Form, Kind
from .pieces import Piece
from .sections import Sections


def give_header_roles(form: Form, sections: Sections) -> None:
    """Gives the pieces before the first paragraph of the story their roles."""
    pieces = form.pieces
    if form.kind is not Kind.PAGE:
        _title_of_marked(form)
        return
    body = _body_start(pieces)
    headline = _headline(pieces, body)
    if headline is None:
        _bylines(pieces, 0, min(body, 3))
        return
    pieces[headline].role, pieces[headline].reason = Role.HEADLINE, "is the line that stands over the story"
    for piece in pieces[:headline]:
        if piece.role is None and not is_byline(piece.text):
            if piece.is_prose:
                continue
            piece.is_now(Role.BOILERPLATE, "stands above the headline")
    _bylines(pieces, 0, body)
    _highlights(pieces, headline + 1, body)
    _deck(pieces, headline, body)
    for number in range(headline + 1, body):
        piece = pieces[number]
        if piece.role is None and piece.size < 45 and not piece.mark and not piece.ends:
            near = pieces[number - 1].role, pieces[number + 1].role
            if (
                marks.NAMES.fullmatch(piece.text)
                and Role.DATELINE in near
                and not any(p.role is Role.BYLINE for p in pieces[:body])
            ):
                piece.is_now(Role.BYLINE, "is a name beside the date")


def _title_of_marked(form: Form) -> None:
    """The headline of Markdown is its first heading of level 1, where nothing but names stands before."""
    if form.kind is not Kind.MARKDOWN:
        return
    for piece in form.pieces[:6]:
        if piece.role is Role.HEADING and piece.level == 1:
            piece.role, piece.reason, piece.level = Role.HEADLINE, "is the first heading", 0
            return


def _body_start(pieces: list[Piece]) -> int:
    """The number of the first paragraph of the story: one that others follow, or the first there is."""
    prose = [
        number
        for number, piece in enumerate(pieces)
        if piece.is_prose and piece.role is None and not is_byline(piece.text)
    ]
    if not prose:
        return len(pieces)
    for number in prose:
        # A sentence that a date, a name or a list follows is what introduces the story.
        following = [piece for piece in pieces[number + 1 : number + 4] if piece.role is not Role.BOILERPLATE]
        introduces = any(
            piece.role in (Role.DATELINE, Role.BYLINE, Role.HIGHLIGHT) or piece.mark or is_byline(piece.text)
            for piece in following[:2]
        )
        if not introduces or number > prose[0] + 12:
            return number
    return prose[0]


def _headline(pieces: list[Piece], body: int) -> int | None:
    first_words = Counter(" ".join(piece.text.casefold().split()[:5]) for piece in pieces)
    best, chosen = 0.0, None
    blocks = Counter(piece.block for piece in pieces[:body] if piece.size < 60)
    for number, piece in enumerate(pieces[:body]):
        if piece.role not in (None, Role.HEADING) or piece.mark or is_byline(piece.text) or piece.size > 220:
            continue
        words = piece.text.count(" ") + 1
        score = 1.0 if piece.alone else 0.0
        score += 2.0 if words >= 4 or piece.size >= 24 else 0.0
        score += 0.0 if piece.text.endswith((".", ",", ":")) else 1.0
        score += 1.5 if _leads(pieces, number, body) else 0.0
        score += 1.0 if first_words[" ".join(piece.text.casefold().split()[:5])] > 1 and words >= 4 else 0.0
        score -= 2.0 if blocks[piece.block] >= 4 else 0.0
        score -= 2.0 if any(mark in piece.text for mark in (" | ", " > ", " » ", " › ", " / ")) else 0.0
        score += 2.0 if piece.role is Role.HEADING else 0.0
        score -= 0.1 * number if number < 8 else 0.8
        if score > best:
            best, chosen = score, number
    return chosen if best >= 1.5 else None


def _leads(pieces: list[Piece], number: int, body: int) -> bool:
    """Whether what follows is what follows a headline: a date, a name, highlights, the story."""
    for following in range(number + 1, min(number + 4, len(pieces))):
        piece = pieces[following]
        if piece.role is Role.BOILERPLATE:
            continue
        return (
            following == body
            or piece.role is Role.DATELINE
            or bool(piece.mark)
            or is_byline(piece.text)
            or piece.is_prose
        )
    return False


def _bylines(pieces: list[Piece], first: int, body: int) -> None:
    for piece in pieces[first:body]:
        if piece.role is None and is_byline(piece.text) and not piece.ends and piece.text.count(" ") < 20:
            piece.is_now(Role.BYLINE, "says who wrote it")


def _highlights(pieces: list[Piece], first: int, body: int) -> None:
    """Items with a bullet between headline and body are the highlights."""
    items = [piece for piece in pieces[first:body] if piece.mark and piece.role is None]
    if len(items) < 2 or body >= len(pieces):
        return
    for piece in items:
        piece.is_now(Role.HIGHLIGHT, "has a bullet and stands between headline and story")


def _deck(pieces: list[Piece], headline: int, body: int) -> None:
    for piece in pieces[headline + 1 : body]:
        if piece.role is Role.BOILERPLATE:
            continue
        if piece.role is None and piece.text.count(" ") >= 5 and piece.size <= 400:
            piece.is_now(Role.DECK, "stands between the headline and the names or the date")
        return
