"""Tells where the story ends in its box and something else begins: another story, or a text in another language."""

from __future__ import annotations

from ...story import PassedOver
from ..details import titles_of
from ..features import Measures
from ..language import language_in
from ..metadata import Told
from ..outline import Box, Kind, Outline, Piece, begin_of, named
from .core import Core
from .signed import is_signed

_PARTS = frozenset(["div", "section", "aside", "td", "center"])
_SHARE = 0.15
_SAMPLE = 1_500
_MOST_PIECES = 3_000
_CLOSE = 8
"""So many pieces under a headline its author or its day stand, at most."""
_STORY = 250
"""So much prose stands under a headline, at least."""


def end_of_story(
    outline: Outline, measures: Measures, told: Told, headline: int, core: Core
) -> tuple[int, PassedOver] | None:
    """The number of the first piece in the core that is no part of the story, and what begins there; else None."""
    following = next_story(outline, measures, told, headline, core)
    foreign = _foreign(outline, measures, told, headline, core)
    end = min(following, foreign)
    if end > core.last:
        return None
    if end == following:
        check, reason = (
            "another story",
            "it has a headline as large as that of the story, and an author or a day of its own",
        )
    else:
        check, reason = "wrong language", f"it is in another language than the page ({told.language})"
    box = _own(outline.pieces[end], headline) or outline.pieces[end].box
    return end, PassedOver(named(box), begin_of(outline, end), check, reason)


def _foreign(outline: Outline, measures: Measures, told: Told, headline: int, core: Core) -> int:
    """Where a part in another language begins, behind the last part in the language that the page names.

    Such a text is about consent or rights; where an article or main element is around both, it belongs to the story.
    """
    none = core.last + 1
    if core.box.tag in ("article", "main") or not told.language or core.box.last - core.box.first > _MOST_PIECES:
        return none
    whole = measures.prose(core.box) or 1.0
    parts = [
        box
        for box in measures.boxes
        if box.parent is core.box and box.tag in _PARTS and measures.prose(box) > _SHARE * whole and box.last > headline
    ]
    if len(parts) < 2:
        return none
    spoken = [
        language_in(" ".join(piece.text for piece in outline.pieces[box.first : box.last])[:_SAMPLE]) for box in parts
    ]
    mine = told.language.split("-")[0].lower()
    if spoken[0] != mine:
        return none
    tail = len(parts)
    while spoken[tail - 1] not in ("", mine):
        tail -= 1
    return min(none, parts[tail].first) if tail < len(parts) else none


def next_story(outline: Outline, measures: Measures, told: Told, headline: int, core: Core) -> int:
    """The number of the headline of the next story in the core; ``core.last + 1`` where there is none.

    It is a heading of the same level as the headline, in a box of its own with prose, and author or day stand under it
    as they do under the headline of this story, which the page is named by: a page of several posts is read whole.
    """
    first, last = core.first, core.last
    if headline < 0 or outline.pieces[headline].kind is not Kind.HEADING:
        return last + 1
    mine = outline.pieces[headline]
    if "".join(filter(str.isalnum, mine.text.casefold())) not in titles_of(told):
        return last + 1
    for piece in outline.pieces[max(first, headline) + 1 : last + 1]:
        if piece.kind is not Kind.HEADING or piece.level != mine.level or piece.text == mine.text:
            continue
        box = _own(piece, headline)
        if box is None or measures.prose_between(piece.number, min(box.last, last + 1)) < _STORY:
            continue
        if measures.prose_between(headline, piece.number) < _STORY:
            continue
        if is_signed(outline.pieces[headline + 1 : headline + _CLOSE]) and is_signed(
            outline.pieces[piece.number + 1 : piece.number + _CLOSE]
        ):
            return box.first
    return last + 1


def _own(piece: Piece, headline: int) -> Box | None:
    """The largest box around a heading that does not hold the headline of this story."""
    found = None
    for box in piece.box.chain():
        if box.first <= headline < box.last:
            return found
        found = box
    return None
