"""Gives every piece its role: the first rule of this list that finds evidence decides."""

from __future__ import annotations

from ...story import Role
from ..scene import Scene, folded
from . import around, asked, body, header, lists, manuals, media, notices, outside
from .rule import RoleRule
from .teasers import tell_single_teasers

_SHORTEST = 30
"""A shorter caption, such as the name of an agency, is that of another picture."""

RULES: tuple[RoleRule, ...] = (
    *outside.RULES,
    *lists.LABELLED,
    outside.FURNITURE,
    *manuals.EARLY,
    *notices.RULES,
    *media.KINDS,
    *media.CAPTIONS,
    *asked.RULES,
    *header.RULES,
    *lists.HIGHLIGHTS,
    *around.RULES,
    *body.RULES,
)


def assign(scene: Scene) -> None:
    """Sets role and reason of every view of the scene that has none yet."""
    for view in scene.views:
        if view.role is not None:
            continue
        for rule in RULES:
            evidence = rule.evidence(view, scene)
            if evidence:
                view.role, view.reason = rule.role, f"{rule.name}: {evidence}"
                break
        else:
            view.role, view.reason = Role.BOILERPLATE, "left over: no rule knows it"
    tell_single_teasers(scene)
    _drop_printed_twice(scene)


def _drop_printed_twice(scene: Scene) -> None:
    """Lets a caption count once that the page prints twice, as over a gallery and under its picture."""
    printed: set[str] = set()
    for view in scene.views:
        if view.role is not Role.CAPTION or len(view.text) < _SHORTEST:
            continue
        text = folded(view.text)
        if text in printed:
            view.role, view.reason = Role.BOILERPLATE, "printed twice: the page prints this caption already"
        printed.add(text)
