"""Tells what is said about the authors of a story, in a box near its end."""

from __future__ import annotations

from ..outline import Box, Kind
from ..scene import Scene, View
from ..shapes import is_page_of_author

_MOST_PIECES = 8
_LARGEST = 1200
_NEAR_END = 0.08


def tells_of_author(view: View, scene: Scene) -> bool:
    """Whether a sentence stands, when the story is over, in a small box with the name of an author."""
    if scene.thread or view.zone not in ("body", "after") or not view.measured.sentences:
        return False
    last = scene.body_last
    rest = scene.measures.prose_between(min(view.number, last) + 1, last + 1)
    if rest > _NEAR_END * scene.measures.prose(scene.core):
        return False
    box: Box | None = view.piece.box
    for _ in range(4):
        if box is None or box is scene.core or box is scene.story or box.last - box.first > _MOST_PIECES:
            return False
        if scene.measures.size(box) > _LARGEST:
            return False
        names = _leads_to_author if view.made_like_body else names_author
        if any(names(other, scene) for other in scene.views[box.first : box.last]):
            return True
        box = box.parent
    return False


def heads_author(view: View, scene: Scene) -> bool:
    """Whether a piece is a link to an author's page, right above what is told of that author."""
    following = scene.views[view.number + 1 : view.number + 2]
    return bool(following) and _leads_to_author(view, scene) and tells_of_author(following[0], scene)


def _leads_to_author(view: View, scene: Scene) -> bool:
    """Whether a short piece is a link to the page of an author, and nothing else."""
    return view.link_share > 0.9 and view.size <= 80 and any(is_page_of_author(href) for _, _, href in view.piece.links)


def names_author(view: View, scene: Scene) -> bool:
    """Whether a short piece is a link to the page of an author, or the name of one that the page tells of."""
    if view.size > 80 or view.piece.kind not in (Kind.TEXT, Kind.HEADING, Kind.ITEM):
        return False
    if any(is_page_of_author(href) for _, _, href in view.piece.links):
        return True
    author = scene.author_in(view.text)
    return bool(author) and len(view.text) < len(author) + 20
