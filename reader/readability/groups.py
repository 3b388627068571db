"""Finds blocks that belong together: a list with its label, a gallery, a sidebar, a run of teasers."""

from __future__ import annotations

from itertools import groupby

from ..story import Group, Role
from .outline import Box, Kind
from .scene import View

_GROUPED = frozenset(
    {Role.HIGHLIGHT, Role.LIST_ITEM, Role.RELATED, Role.SIDEBAR, Role.CAPTION, Role.FOOTNOTE, Role.QUOTE}
)
_GALLERY = 3


def grouped(views: list[View]) -> dict[int, Group]:
    """The group of each piece that has one, by the number of the piece; ``views`` are in reading order."""
    found: dict[int, Group] = {}
    number = 0
    shown = [view for view in views if view.role is not Role.BOILERPLATE]
    for (role, _), run in groupby(shown, key=_key):
        members = list(run)
        if role not in _GROUPED or len(members) < (_GALLERY if role is Role.CAPTION else 2):
            continue
        first = members[0]
        short = role is Role.SIDEBAR and first.size < 50 and not first.measured.ends
        labelled = (
            short or first.text == first.label_text or (first.piece.kind is Kind.HEADING and role is not Role.CAPTION)
        )
        label = first.text if labelled else ""
        number += 1
        size = 1 if role is Role.FOOTNOTE and first.about_author else len(members) - bool(label)
        group = Group(number, label, size)
        found.update((view.number, group) for view in members)
    return found


def _key(view: View) -> tuple[Role | None, object]:
    """Neighbours with the same key are one group: the same role, and the same label or the same box."""
    if view.role is Role.FOOTNOTE and view.about_author:
        return view.role, "about the author"
    if view.label:
        return view.role, view.label_text
    if view.role in (Role.LIST_ITEM, Role.QUOTE, Role.SIDEBAR, Role.HIGHLIGHT):
        return view.role, id(_outer(view))
    return view.role, ""


def _outer(view: View) -> Box:
    """The outermost list, quote or aside around a piece; its own box where there is none."""
    found = view.piece.box
    for box in view.piece.box.chain()[:12]:
        if box.tag in ("ul", "ol", "dl", "blockquote", "aside"):
            found = box
        elif (
            view.role is Role.SIDEBAR
            and box.tag in ("div", "section", "table")
            and box.last - box.first > 1
            and found.tag != "aside"
        ):
            return box
    return found
