"""Finds boxes in the text that are headed by one word, as “Note” or “Warning”: they stand beside it."""

from __future__ import annotations

from ..labels import label_key
from ..outline import Box, Kind
from ..scene import Scene, View
from ..vocabulary import words

_WORDS = words("shapes", "admonition")
_LONGEST = 24
_LARGEST = 4_000
_BOXES = ("div", "section", "aside", "table", "td", "blockquote", "dl")


def apply_admonitions(scene: Scene) -> None:
    """Labels every piece of such a box as a sidebar."""
    for view in scene.views:
        if view.zone != "outside" and not view.label and len(view.text) <= _LONGEST and _is_word(view):
            box = _box_under(view, scene)
            for member in scene.views[view.number : box.last] if box else ():
                member.label, member.label_text = "sidebar", view.text


def _is_word(view: View) -> bool:
    return view.piece.kind in (Kind.TEXT, Kind.TERM, Kind.HEADING) and label_key(view.text) in _WORDS


def _box_under(view: View, scene: Scene) -> Box | None:
    """The smallest box that begins with a piece and holds more; None where that is no small box of the text."""
    box: Box | None = view.piece.box
    while box is not None and box.last <= view.number + 1:
        box = box.parent
    if box is None or box is scene.core or scene.core.within(box) or box.tag not in _BOXES:
        return None
    before = scene.outline.pieces[box.first : view.number]
    large = scene.measures.size(box) > _LARGEST or scene.measures.size(box) > 0.5 * scene.measures.size(scene.core)
    headed = any(piece.kind is Kind.HEADING for piece in scene.outline.pieces[view.number + 1 : box.last])
    return None if before or large or headed else box
