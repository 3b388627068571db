"""Finds the text of the story inside the story's box: where it begins and ends, and how it is made."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from ..features import AWAY, Measures
from ..labels import label
from ..outline import Box, Kind, Outline, Piece, State
from ..words import Meaning

_DIGITS = re.compile(r"\d+")
_NOT_BODY = AWAY | Meaning.SIDEBAR | Meaning.BIO | Meaning.FOOTNOTE | Meaning.DECK | Meaning.CAPTION
_FEWEST_ITEMS = 3
_LONGEST_TAIL = 120
_FLOW = ("p", "li", "pre", "blockquote", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "td", "table")
_LISTS = ("ul", "ol", "dl", "blockquote", "tr", "tbody")

Make = tuple[str, int, str]


class Core(NamedTuple):
    """The smallest box with the text of the story; ``first`` to ``last`` are the pieces from its begin to its end."""

    box: Box
    first: int
    last: int
    makes: frozenset[Make]
    fathers: frozenset[int]

    def is_made_like(self, piece: Piece) -> bool:
        """Whether a piece is the same element at the same depth with the same class as most of the text."""
        return make_of(piece) in self.makes

    def is_like(self, piece: Piece) -> bool:
        """Whether a piece is made like the story's text: same element, depth and class, or side by side with it."""
        make = make_of(piece)
        if make in self.makes or (make[2] and any(make[2] == other[2] for other in self.makes)):
            return True
        return make[0] in ("p", "li", "blockquote") and id(_father(piece)) in self.fathers


def core_of(story: Box, outline: Outline, measures: Measures, headline: int) -> Core:
    """The core of a story, looked for after its headline."""
    start = max(story.first, headline + 1) if headline < story.last else story.first
    prose = [m for m in measures.pieces[start : story.last] if m.prose]
    if not prose:
        rest = [m.piece for m in measures.pieces[start : story.last] if m.size > 20] or outline.pieces[
            start : story.last
        ]
        first, last = (rest[0].number, rest[-1].number) if rest else (story.first, max(story.first, story.last - 1))
        return Core(story, first, last, frozenset(), frozenset())
    whole = sum(m.prose for m in prose)
    makes: Counter[Make] = Counter()
    often: Counter[Make] = Counter()
    fathers: Counter[int] = Counter()
    boxes: dict[int, Box] = {}
    for m in prose:
        father = _father(m.piece)
        makes[make_of(m.piece)] += int(m.prose)
        often[make_of(m.piece)] += 1
        fathers[id(father)] += int(m.prose)
        boxes[id(father)] = father
    main = [boxes[key] for key, worth in fathers.items() if worth >= 0.1 * whole]
    box = _common(main, story) if sum(fathers[id(father)] for father in main) > 0.5 * whole else story
    if box.last <= start or not any(box.first <= m.piece.number < box.last for m in prose):
        box = story
    first, last = _extended(box, story, start, measures)
    inside = [m.piece for m in measures.pieces[max(first, start) : last] if m.prose]
    listed = sum(m.prose for m in prose if m.piece.kind is Kind.ITEM)
    texts = [piece for piece in inside if piece.kind is Kind.TEXT and listed < 0.5 * whole] or inside
    texts = (
        [piece for piece in texts if make_of(piece) in makes and (makes[make_of(piece)] * 6 >= whole)]
        or [piece for piece in texts if fathers[id(_father(piece))] * 8 >= whole]
        or texts
    )
    kept = frozenset(
        make for make, worth in makes.items() if worth * 6 >= whole and (often[make] > 1 or worth * 2 > whole)
    )
    return Core(
        box, texts[0].number, _tail(inside[-1].number, story, measures), kept,
        frozenset(key for key, worth in fathers.items() if worth * 8 >= whole),
    )  # fmt: skip


def make_of(piece: Piece) -> Make:
    """How a piece is made: its element, the depth of that, and its class without numbers."""
    box = piece.box
    return box.tag, box.depth, _without_digits(box.element.get("class") or "")


@lru_cache(maxsize=4096)
def _without_digits(name: str) -> str:
    return _DIGITS.sub("", name)


def _father(piece: Piece) -> Box:
    """The box that holds a piece side by side with others like it."""
    box = piece.box
    if box.tag in _FLOW and box.parent is not None:
        box = box.parent
    while box.tag in _LISTS and box.parent is not None:
        box = box.parent
    return box


def _common(boxes: list[Box], story: Box) -> Box:
    """The smallest box around all of ``boxes``."""
    chain = [box for box in boxes[0].chain() if box.within(story)] if boxes else []
    for box in chain:
        if all(other.within(box) for other in boxes):
            return box
    return story


def _extended(core: Box, story: Box, start: int, measures: Measures) -> tuple[int, int]:
    """The range of the core together with neighbouring boxes that are mostly prose themselves."""
    first, last = core.first, core.last
    neighbours = _siblings(core, story, measures)
    for box in neighbours:
        if box.first < start or (box.first >= core.first and box.last <= core.last):
            continue
        size = measures.size(box) or 1
        if box.meaning & _NOT_BODY or box.state & (State.ASIDE | State.FOOTER | State.NAV | State.HIDDEN):
            continue
        if measures.prose(box) > 0.6 * size and measures.linked(box) < 0.2 * size and measures.prose(box) > 300:
            first, last = min(first, box.first), max(last, box.last)
    return first, last


def _tail(last: int, story: Box, measures: Measures) -> int:
    """The last piece of what goes on after the last prose: lists under headings, as the parts and steps of a recipe."""
    end = last
    listed = 0
    for m in measures.pieces[last + 1 : min(story.last, last + 1 + _LONGEST_TAIL)]:
        piece = m.piece
        away = (State.ASIDE | State.FOOTER | State.NAV | State.FORM | State.HIDDEN) & piece.box.state
        if away or m.card or label(piece.text) or _is_named_away(piece.box, story):
            break
        defined = piece.kind is Kind.TERM or "dd" in (piece.box.tag, piece.box.parent.tag if piece.box.parent else "")
        if (piece.kind is Kind.ITEM or defined) and piece.link_share < 0.5:
            listed += 1
            end = piece.number if listed >= _FEWEST_ITEMS else end
        elif piece.kind is Kind.TEXT and m.prose and listed >= _FEWEST_ITEMS:
            end = piece.number
        elif piece.kind not in (Kind.HEADING, Kind.TEXT, Kind.CONTROL, Kind.CAPTION) or piece.link_share > 0.5:
            break
    return end


def _is_named_away(box: Box, story: Box) -> bool:
    at: Box | None = box
    while at is not None and at is not story:
        if at.meaning & (_NOT_BODY | Meaning.TAGS | Meaning.CONTENTS):
            return True
        at = at.parent
    return False


def _siblings(core: Box, story: Box, measures: Measures) -> list[Box]:
    """Boxes beside the core, or beside a box around it, within the story's box."""
    path = {id(box) for box in core.chain()}
    return [
        box
        for box in measures.boxes
        if box.parent is not None
        and id(box.parent) in path
        and id(box) not in path
        and box.last > box.first
        and box.within(story)
        and not box.within(core)
    ]
