"""Finds blocks that belong together: a list with its label, a gallery, a sidebar, a run of teasers."""

from __future__ import annotations

from ..story import Group
from .scene import Scene, View


def grouped(views: list[View], scene: Scene) -> dict[int, Group]:
    """The group of each piece that has one, by the number of the piece."""
    return {}
