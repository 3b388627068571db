"""A single teaser in the midst of the text is a promo, as a line with a link is; several are related stories."""

from __future__ import annotations

from itertools import groupby

from ...story import Role
from ..outline import Kind
from ..scene import Scene, View

_LARGEST = 400
_MOST_PIECES = 4
_PASSED = (Role.BOILERPLATE, Role.CAPTION)


def tell_single_teasers(scene: Scene) -> None:
    """Makes promos of related pieces without a label that lead to one page alone, and of what is in a box with one."""
    if scene.thread:
        return
    for view in scene.views[scene.body_first : scene.body_last + 1]:
        if view.role is Role.PARAGRAPH and _is_under_promo(view, scene):
            view.role, view.reason = Role.PROMO, "single teaser: it shares a small box with a linked heading"
    shown = [view for view in scene.views[: scene.body_last + 1] if view.role not in _PASSED]
    for role, run in groupby(shown, key=lambda view: view.role):
        members = list(run)
        if role is not Role.RELATED or any(view.zone != "body" or view.label for view in members):
            continue
        targets = {href.partition("#")[0] for view in members for _, _, href in view.piece.links} - {""}
        if len(targets) == 1 and sum(view.size for view in members) < _LARGEST and len(members) <= _MOST_PIECES:
            for view in members:
                view.role, view.reason = Role.PROMO, f"single teaser: {view.reason}, and it leads to one page"


def _is_under_promo(view: View, scene: Scene) -> bool:
    """Whether a short text stands with a linked heading, which is a promo, in a small box of their own."""
    above = scene.views[view.number - 1] if view.number else None
    if above is None or above.role is not Role.PROMO or above.piece.kind is not Kind.HEADING or above.link_share < 0.9:
        return False
    box = view.piece.box
    while box.parent is not None and box.first > above.number:
        box = box.parent
    small = box.last - box.first <= _MOST_PIECES and scene.measures.size(box) < _LARGEST
    return small and box is not scene.core and not scene.core.within(box)
