"""Tells promos by the small boxes they stand in: a few lines over a button, a question with buttons for its answers."""

from __future__ import annotations

from collections import Counter

from ..kinds.notices import notice
from ..labels import label
from ..outline import Box, Kind, State
from ..scene import Scene, View
from ..shapes import is_byline, is_date
from .manuals import is_address

LONGEST_BUTTON = 32
_NO_BOX = ("ul", "ol", "dl", "dd", "table", "tr", "figure", "li")
_MOST_WITH_BUTTON = 4
_LARGEST_WITH_BUTTON = 500
_FEWEST_ALIKE = 3


def is_with_button(view: View, scene: Scene) -> bool:
    """Whether a small box around a piece, one of its kind in the story, ends in a few linked words, or in a button."""
    if scene.thread or view.zone != "body" or view.like_body or view.piece.kind not in (Kind.TEXT, Kind.HEADING):
        return False
    if not any(map(str.isalpha, view.text)):
        return False
    box: Box | None = view.piece.box
    while box is not None and box.last - box.first < 2:
        box = box.parent
    if box is None or box is scene.core or scene.core.within(box) or box.last - box.first > _MOST_WITH_BUTTON:
        return False
    if scene.measures.size(box) > _LARGEST_WITH_BUTTON or box.tag in _NO_BOX:
        return False
    pieces = scene.views[box.first : box.last]
    if any(other.made_like_body or other.piece.kind in (Kind.CAPTION, Kind.ITEM, Kind.MEDIA) for other in pieces):
        return False
    last = pieces[-1]
    if last.state & State.HIDDEN:
        return False
    linked = last.link_share > 0.9 or (last.piece.kind is Kind.CONTROL and last.size > 4)
    if last is view or not linked or last.size > LONGEST_BUTTON or _is_of_page(last) or is_address(last):
        return False
    if any(is_date(other.text) or is_byline(other.text) or scene.author_in(other.text) for other in pieces):
        return False  # the header of the story, with buttons to share it
    return _alike(scene)[_make(box)] < _FEWEST_ALIKE


def _is_of_page(view: View) -> bool:
    """Whether a button is one to print, to share, to play."""
    said = notice(view.text)
    return said in ("share", "player") or (label(view.text) == "control" and said != "signup")


_MOST_WITH_ANSWERS = 10


def is_with_answers(view: View, scene: Scene) -> bool:
    """Whether a small box around a piece holds a question and several buttons: a poll of readers."""
    if scene.thread or view.zone not in ("body", "after") or view.like_body or view.piece.kind is Kind.CONTROL:
        return False
    box: Box | None = view.piece.box
    while box is not None and box.last - box.first < 2:
        box = box.parent
    if box is None or box is scene.core or scene.core.within(box) or box.last - box.first > _MOST_WITH_ANSWERS:
        return False
    pieces = scene.views[box.first : box.last]
    buttons = sum(other.piece.kind is Kind.CONTROL and not _is_of_page(other) for other in pieces)
    asked = any(other.text.endswith(("?", "？", "؟")) for other in pieces)
    return buttons > 1 and asked and not any(other.made_like_body for other in pieces)


def _make(box: Box) -> tuple[int, str, str]:
    return id(box.parent), box.tag, box.element.get("class") or ""


def _alike(scene: Scene) -> Counter[tuple[int, str, str]]:
    """How many boxes of each make stand side by side."""
    if scene.alike is None:
        scene.alike = Counter(map(_make, scene.measures.boxes))
    return scene.alike
