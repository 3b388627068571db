"""Finds linked headings that have text of the story under them: titles of its parts, not links to other stories."""

from __future__ import annotations

from ..outline import Kind
from ..scene import Scene, View

_FEWEST = 3
_LINKED = 0.9
_NEAR = 3


def linked_titles(scene: Scene) -> frozenset[int]:
    """The numbers of linked headings that head text of the story: in a box of their own with it, or one of several.

    A single one between paragraphs, in the same box as they, leads elsewhere.
    """
    found = [view for view in scene.views if view.zone == "body" and _heads(view, scene)]
    several = len(found) >= _FEWEST
    return frozenset(view.number for view in found if several or _is_boxed(view, scene))


def _heads(view: View, scene: Scene) -> bool:
    """Whether text made like that of the story stands right under a linked heading, within the box around it."""
    father = view.piece.box.parent
    if view.piece.kind is not Kind.HEADING or view.link_share <= _LINKED or father is None:
        return False
    for other in scene.views[view.number + 1 : view.number + 1 + _NEAR]:
        if other.piece.kind is Kind.HEADING or not father.first <= other.number < father.last:
            return False
        if other.like_body and other.measured.prose:
            return True
    return False


def _is_boxed(view: View, scene: Scene) -> bool:
    father = view.piece.box.parent
    return father is not None and father is not scene.core and father.first == view.number and father.tag != "li"
