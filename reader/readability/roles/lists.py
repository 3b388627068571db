"""Rules for boxes with a label over them, and for highlights above the body."""

from __future__ import annotations

from itertools import islice

from ...story import Role
from ..outline import Box, Kind
from ..scene import Scene, View
from ..shapes import is_byline, is_date
from ..words import Meaning
from .rule import RoleRule

_LONGEST_LIST = 40


def _labelled(section: str, role: Role) -> RoleRule:
    def evidence(view: View, scene: Scene) -> str:
        return f"the label over its box is “{view.label_text}”" if view.label == section else ""

    return RoleRule(f"labelled {section}", role, evidence)


def _elsewhere(view: View, scene: Scene) -> str:
    in_core = scene.core.first <= view.number < scene.core.last and scene.core is not scene.story
    if view.label == "elsewhere" and (view.zone == "body" or in_core):
        return f"the label over its box is “{view.label_text}”, in the midst of the story"
    return ""


def _highlight(view: View, scene: Scene) -> str:
    if view.number > scene.body_first + 2 or view.link_share > 0.6:
        return ""
    if view.trail & Meaning.HIGHLIGHTS and not _has_sections(view):
        return "a name on its box says highlights"
    if view.piece.kind is Kind.ITEM and view.size >= 30 and _is_before_header(view, scene):
        return "a list right under the headline, before author and date"
    goes_on = view.number > 0 and scene.views[view.number - 1].role is Role.HIGHLIGHT
    long_enough = view.size >= 30 or (goes_on and view.size > 12)
    if view.piece.kind is Kind.ITEM and view.zone == "header" and long_enough and not view.measured.card:
        return "a list above the body" if _sums_up(view, scene) else ""
    return ""


def _has_sections(view: View) -> bool:
    """Whether the box that is named so holds several headings: it is a summary of a whole page, as of its functions."""
    for box in view.piece.box.chain():
        if box.meaning & Meaning.HIGHLIGHTS:
            return sum(1 for _ in box.element.iter("h2", "h3", "h4")) > 1
    return False


def _is_before_header(view: View, scene: Scene) -> bool:
    """Whether the list of an item comes right after the headline, and author or date right after the list."""
    box = view.piece.box
    while box.parent is not None and box.tag not in ("ul", "ol"):
        box = box.parent
    few = 1 < box.last - box.first < _LONGEST_LIST and scene.measures.linked(box) < 0.4 * scene.measures.size(box)
    if scene.headline < 0 or not 0 < box.first - scene.headline <= 2 or not few or view.link_share > 0.6:
        return False
    return any(is_byline(other.text) or is_date(other.text) for other in scene.views[box.last : box.last + 3])


def _sums_up(view: View, scene: Scene) -> bool:
    """Whether the list of an item is short, and has two items or more and hardly a link."""
    box = view.piece.box
    while box.parent is not None and box.tag not in ("ul", "ol"):
        box = box.parent
    few = 1 < box.last - box.first < _LONGEST_LIST
    if _is_pictured(box):
        return False
    return few and scene.measures.linked(box) < 0.2 * scene.measures.size(box)


def _is_pictured(box: Box) -> bool:
    """Whether most items of a list have a picture: what they say is said of it."""
    items = list(islice(box.element.iter("li"), _LONGEST_LIST))
    return sum(next(item.iter("img", "picture"), None) is not None for item in items) > 0.5 * len(items)


LABELLED = (
    _labelled("highlight", Role.HIGHLIGHT),
    _labelled("related", Role.RELATED),
    RoleRule("labelled elsewhere, in the body", Role.RELATED, _elsewhere),
    _labelled("elsewhere", Role.BOILERPLATE),
    _labelled("footnote", Role.FOOTNOTE),
    _labelled("sidebar", Role.SIDEBAR),
    _labelled("promo", Role.PROMO),
)
HIGHLIGHTS = (RoleRule("highlights", Role.HIGHLIGHT, _highlight),)
