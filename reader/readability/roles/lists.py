"""Rules for boxes with a label over them, and for highlights above the body."""

from __future__ import annotations

from ...story import Role
from ..outline import Kind
from ..scene import Scene, View
from ..words import Meaning
from .rule import RoleRule


def _labelled(role: Role) -> RoleRule:
    def evidence(view: View, scene: Scene) -> str:
        return f"the label over its box is “{view.label_text}”" if view.label is role else ""

    return RoleRule(f"labelled {role.value}", role, evidence)


def _highlight(view: View, scene: Scene) -> str:
    if view.number > scene.body_first + 2:
        return ""
    if view.trail & Meaning.HIGHLIGHTS and view.link_share < 0.8:
        return "a name on its box says highlights"
    if view.piece.kind is Kind.ITEM and view.zone == "header" and view.size >= 30 and view.link_share < 0.6:
        return "a list above the body"
    return ""


LABELLED = tuple(_labelled(role) for role in (Role.HIGHLIGHT, Role.RELATED, Role.PROMO, Role.FOOTNOTE, Role.SIDEBAR))
HIGHLIGHTS = (RoleRule("highlights", Role.HIGHLIGHT, _highlight),)
