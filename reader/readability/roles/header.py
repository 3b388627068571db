"""Rules for what stands between the headline and the body: deck, byline, dateline."""

from __future__ import annotations

from ...story import Role
from ..outline import Kind
from ..scene import Scene, View, folded
from ..shapes import has_date, is_byline, is_date
from ..words import Meaning
from .rule import RoleRule


def _near_top(view: View, scene: Scene) -> bool:
    return view.zone == "header" or (view.zone == "before" and view.number > scene.headline - 8)


def _dateline(view: View, scene: Scene) -> str:
    if view.zone == "body" and scene.seen["dateline"] and not view.trail & Meaning.DATE:
        return ""
    if is_date(view.text) and (view.zone != "body" or view.size < 80):
        return "it is a date"
    if _near_top(view, scene) and view.size < 120 and (has_date(view.text) or view.piece.timed):
        if view.trail & Meaning.DATE or view.piece.timed:
            return "a name on it says date"
        if view.measured.sentences < 2 and len(view.text) < 90 and not is_byline(view.text):
            return "a short line with a date under the headline"
    return ""


def _byline(view: View, scene: Scene) -> str:
    if view.zone == "body" and view.number > scene.body_first + 1:
        return ""
    if view.zone == "after" and not is_byline(view.text):
        return ""
    if view.size > 200 or (view.piece.kind is Kind.HEADING and view.piece.level == 1):
        return ""
    text = view.text.casefold()
    named = next((author for author in scene.told.authors if author.casefold() in text), "")
    if named and len(view.text) <= len(" ".join(scene.told.authors)) + 60 and view.measured.sentences < 2:
        return f"it names the author the page tells of, {named}"
    if is_byline(view.text) and view.measured.sentences < 3:
        return "it says who wrote it"
    if view.trail & Meaning.BYLINE and view.size < 120 and _near_top(view, scene):
        return "a name on its box says author"
    return ""


def _deck(view: View, scene: Scene) -> str:
    if view.zone != "header" or view.size < 25 or view.link_share > 0.6 or view.size > 700:
        return ""
    if view.near & Meaning.DECK or (view.trail & Meaning.DECK and view.measured.sentences):
        return "a name on its box says summary"
    mine = folded(view.text)
    if len(mine) > 25 and any(mine[:80] in folded(told) for told in scene.told.descriptions):
        return "it is the page's own description of itself"
    if view.piece.kind is Kind.HEADING or view.measured.ends:
        return "it stands between the headline and the body"
    return ""


RULES = (
    RoleRule("dateline", Role.DATELINE, _dateline),
    RoleRule("byline", Role.BYLINE, _byline),
    RoleRule("deck", Role.DECK, _deck),
)
