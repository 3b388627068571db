"""Rules for what stands around the text of a story: promos, related links, boxes, notes, pull quotes."""

from __future__ import annotations

from ...story import Role
from ..labels import LEAD, label_role
from ..outline import Kind, State
from ..scene import Scene, View
from ..words import Meaning
from .rule import RoleRule


def _pullquote(view: View, scene: Scene) -> str:
    if view.trail & Meaning.PULLQUOTE:
        return "a name on its box says pull quote"
    return ""


def _footnote(view: View, scene: Scene) -> str:
    if view.trail & Meaning.FOOTNOTE:
        return "a name on its box says footnotes"
    if view.trail & Meaning.BIO and view.zone != "header":
        return "a name on its box says about the author"
    return ""


def _promo(view: View, scene: Scene) -> str:
    if view.zone == "header":
        return ""
    if LEAD.match(view.text) and view.link_share > 0.3 and view.size < 250:
        return "it says where to read more"
    if view.piece.kind is Kind.TEXT and view.link_share > 0.9 and not (view.measured.ends and view.size > 60):
        return "it is one link and no sentence"
    if view.trail & Meaning.SIGNUP and view.size < 400:
        return "a name on its box says sign up"
    if label_role(view.text) is Role.PROMO and not view.measured.ends:
        return "it asks to sign up or to share"
    return ""


def _related(view: View, scene: Scene) -> str:
    if view.trail & Meaning.RELATED and (view.link_share > 0.5 or view.size < 100):
        return "a name on its box says related"
    if view.piece.kind in (Kind.ITEM, Kind.HEADING) and view.link_share > 0.9 and view.zone != "header":
        return "a linked line among links"
    return ""


def _sidebar(view: View, scene: Scene) -> str:
    if view.trail & Meaning.SIDEBAR:
        return "a name on its box says sidebar"
    if view.state & State.ASIDE:
        return "it is in an aside"
    return ""


RULES = (
    RoleRule("pull quote", Role.PULLQUOTE, _pullquote),
    RoleRule("footnote", Role.FOOTNOTE, _footnote),
    RoleRule("promo", Role.PROMO, _promo),
    RoleRule("related", Role.RELATED, _related),
    RoleRule("sidebar", Role.SIDEBAR, _sidebar),
)
