"""Gives the pieces of the story itself their roles: paragraphs, headings, list items, captions, promos."""

import re
from collections import Counter
from collections.abc import Sequence

from ...story import Role
from ..shapes import has_date
from . import marks
from .forms import Form, Kind
from .pieces import Piece
from .span import story_span

_LED = (Role.PARAGRAPH, Role.LIST_ITEM, Role.TABLE, Role.CODE, Role.QUOTE, Role.HEADING, Role.CAPTION)
_STORY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.TABLE, Role.CODE, Role.QUOTE)
_PASSED = (Role.BOILERPLATE, Role.PROMO, Role.MEDIA)
_NEWS = (Role.DATELINE, Role.BYLINE, Role.HIGHLIGHT, Role.CAPTION)
_MOST_TRIES, _MOST_EFFORT = 500, 600_000_000
"""So many sentences, or characters, are searched for what was pulled out; only texts of megabytes come near."""


def give_body_roles(form: Form) -> None:
    """Gives every piece that has no role yet the one that its shape and its neighbours tell."""
    pieces = form.pieces
    is_page = form.kind is Kind.PAGE
    _items(pieces, is_page)
    if is_page:
        if form.is_furnished:
            _below(pieces)
        _pull_quotes(pieces)
    prose = [number for number, piece in enumerate(pieces) if piece.is_prose]
    for number in prose:
        pieces[number].is_now(Role.PARAGRAPH, "reads like a paragraph")
    story = _Story(
        is_page=is_page,
        is_article=is_page and len(prose) >= 4,
        is_parted=sum(pieces[number].alone for number in prose) >= 0.6 * len(prose),
        is_news=sum(piece.role in _NEWS for piece in pieces) >= 2,
        last=_last(form),
        promos=1 + len(prose) // 6,
        repeated=Counter(piece.text.casefold() for piece in pieces if piece.size < 160),
    )
    story.captions = sum(
        piece.role is None and _caption_score(piece, *_beside(pieces, number), story) >= 2
        for number, piece in enumerate(pieces)
    )
    for number in range(len(pieces) - 1, -1, -1):
        if pieces[number].role is None:
            _short(pieces, number, story)


def _last(form: Form) -> int:
    """The number of the last piece of the story; where nothing stands around it, of the last there is."""
    if not form.is_furnished:
        return len(form.pieces)
    return max((n for n, piece in enumerate(form.pieces) if piece.role in _STORY), default=len(form.pieces))


class _Story:
    """What is known of the story as a whole."""

    def __init__(
        self, *, is_page: bool, is_article: bool, is_parted: bool, is_news: bool, last: int, promos: int,
        repeated: Counter[str],
    ) -> None:  # fmt: skip
        self.is_page = is_page
        self.is_article = is_article
        self.is_parted = is_parted
        self.is_news = is_news
        self.last = last
        self.repeated = repeated
        self.captions = 0
        self._promos = promos
        self._are_few: bool | None = None

    def promos_are_few(self, pieces: Sequence[Piece]) -> bool:
        """Whether lines that read like other headlines are as rare as promos are in the news."""
        if self._are_few is None:
            alike = [
                piece for piece in pieces if piece.role is None and piece.alone and _reads_like_headline(piece, True)
            ]
            self._are_few = self.is_news and len(alike) <= self._promos
        return self._are_few


def _reads_like_headline(piece: Piece, leads: bool) -> bool:
    """Whether a line is as long as the headlines of other stories are; one that leads nothing may be shorter."""
    if piece.ends or piece.mark or piece.size > 160:
        return False
    telling = any(letter.isdigit() or letter in ":#|" for letter in piece.text)
    return piece.words >= (5 if not leads else 7 if telling else 9)


def _below(pieces: Sequence[Piece]) -> None:
    """What follows the story on its page is no part of it, even where it reads like sentences."""
    _, last = story_span(pieces)
    for piece in pieces[last + 1 :]:
        if piece.reads_on:
            piece.is_now(Role.RELATED, "stands among the lines below the story")
        elif piece.role is None:
            piece.is_now(Role.BOILERPLATE, "is a line below the story")


def _items(pieces: Sequence[Piece], is_page: bool) -> None:
    for number, piece in enumerate(pieces):
        if not piece.mark or piece.mark == ">":
            continue
        beside = [*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2]]
        if (
            piece.is_numbered
            and piece.size <= 120
            and not piece.ends
            and not any(other.is_numbered for other in beside)
        ):
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            if after is not None and after.reads_on and (piece.alone or not is_page):
                piece.level = 2
                piece.is_now(Role.HEADING, "is a number and a few words over a paragraph")
        piece.is_now(Role.LIST_ITEM, f"begins with {piece.mark}")


def _pull_quotes(pieces: Sequence[Piece]) -> None:
    """A sentence that stands alone, and again within a paragraph, was pulled out of it."""
    whole = "\n".join(_plain(piece.text) for piece in pieces if piece.size > 120)
    alike = Counter(_plain(piece.text) for piece in pieces if 120 < piece.size <= 250)
    tries = [piece for piece in pieces if piece.role is None and 30 <= piece.size <= 250 and piece.words >= 6]
    for piece in tries[: max(1, min(_MOST_TRIES, _MOST_EFFORT // max(1, len(whole))))]:
        wanted = _plain(piece.text)
        if whole.count(wanted) > alike[wanted]:
            piece.is_now(Role.PULLQUOTE, "stands within a paragraph too")


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _short(pieces: Sequence[Piece], number: int, story: _Story) -> None:
    """A short line: a heading, a caption, a promo, or a paragraph of few words."""
    piece = pieces[number]
    before, beside = _beside(pieces, number)
    rest = (other for other in pieces[number + 1 : number + 5] if other.role not in _PASSED)
    after = next(rest, None)
    if piece.ends and not piece.text.endswith(("?", "...", "…")) and story.repeated[piece.text.casefold()] != 2:
        piece.is_now(Role.PARAGRAPH, "is a sentence")
        return
    if marks.is_greeting(piece.text):
        piece.is_now(Role.PARAGRAPH, "greets the reader")
        return
    if story.is_article and number > story.last:
        piece.is_now(Role.BOILERPLATE, "is a few words below the story")
        return
    if story.is_page and marks.is_byline(piece.text) and piece.words <= 12:
        piece.is_now(Role.BYLINE, "says who wrote it")
        return
    heading = _heading_score(piece, before, after)
    if story.is_article and piece.size <= 220 and not piece.text.endswith((",", ":")):
        if _caption_score(piece, before, beside, story) >= 2:
            piece.is_now(Role.CAPTION, "is a short line between paragraphs, as captions are")
            return
        if story.promos_are_few(pieces) and piece.alone and heading < 3 and _reads_like_headline(piece, heading > 0):
            piece.is_now(Role.PROMO, "is a line between paragraphs that reads like another headline")
            return
    if heading >= 2 and not piece.text.endswith((",", ";")):
        piece.level = piece.level or 2
        piece.is_now(Role.HEADING, "is a short line over a paragraph")
    else:
        piece.is_now(Role.PARAGRAPH, "is a line of text")


def _beside(pieces: Sequence[Piece], number: int) -> tuple[Piece | None, Piece | None]:
    before = pieces[number - 1] if number else None
    return before, pieces[number + 1] if number + 1 < len(pieces) else None


def _heading_score(piece: Piece, before: Piece | None, after: Piece | None) -> float:
    """How much a short line looks like a heading; 2 and more is one."""
    text = piece.text
    if after is None or after.role not in _LED or piece.size > 120 or "\n" in text:
        return 0.0
    first = next((letter for letter in text if letter.isalnum()), "a")
    score = 0.0 if first.islower() and not text.startswith(("...", "…")) else 1.0
    score -= 1.0 if text.endswith((":", "：")) and piece.words >= 5 else 0.0
    apart = before is None or before.block != piece.block
    # Where no blank lines part them, a few words between two paragraphs are the heading of the second.
    among = before is not None and _is_text(before) and _is_text(after) and not piece.ends and piece.words <= 9
    score += 1.0 if apart or among else 0.0
    score += 1.0 if text.endswith(("?", "...", "…")) else 0.0
    score += 1.0 if piece.words > 1 and (text.isupper() or text.istitle()) else 0.0
    score -= 1.0 if after.role is Role.CAPTION and after.block == piece.block else 0.0
    score -= 1.0 if after.role is Role.PARAGRAPH and not after.reads_on else 0.0
    return score


def _is_text(piece: Piece) -> bool:
    return piece.reads_on or bool(piece.mark) or piece.role in _PASSED


def _caption_score(piece: Piece, before: Piece | None, after: Piece | None, story: _Story) -> float:
    """How much a short line looks like a caption rather than a heading; 2 and more is one."""
    text = piece.text
    again = any(beside is not None and beside.text == text for beside in (before, after))
    score = 3.0 if again or (story.repeated[text.casefold()] == 2 and piece.words >= 3) else 0.0
    for beside in (before, after) if story.is_parted else ():
        if beside is not None and beside.block == piece.block and not beside.reads_on and not beside.mark:
            score += 2.0 if beside.role in (None, Role.CAPTION, Role.MEDIA) else 0.0
    score += 0.5 if piece.words >= 7 else 0.0
    score += 0.5 if piece.words >= 11 else 0.0
    score += 1.0 if has_date(text) else 0.0
    score -= 1.0 if text.endswith((":", "?", "...", "…")) or piece.words <= 3 else 0.0
    score -= 1.0 if text.isupper() or text.istitle() else 0.0
    # Where other pictures or videos have such lines, so has one that stands alone.
    score += 2.0 if story.captions >= 2 and story.is_news and piece.words >= 4 else 0.0
    return score
