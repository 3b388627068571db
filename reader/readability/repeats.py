"""Finds what a page says twice: pull quotes, and paragraphs that were put in again."""

from __future__ import annotations

from .outline import Kind
from .scene import Scene, folded

_SHORTEST = 40
_SHORTEST_AGAIN = 80
_LONGEST = 600


def repeated(scene: Scene) -> frozenset[int]:
    """The pieces of the body that another piece of it says in full; of two that are equal, the later one."""
    said: dict[int, str] = {}
    for view in scene.views:
        if view.zone in ("body", "header") and view.piece.kind in (Kind.TEXT, Kind.HEADING) and not view.measured.card:
            said[view.number] = folded(view.text)
    whole = "\n".join(said.values())
    found: set[int] = set()
    seen: set[str] = set()
    for number, text in said.items():
        if not _SHORTEST <= len(text) <= _LONGEST:
            continue
        if whole.count(text) > 1:
            longer = any(text in other and len(other) > len(text) for other in said.values())
            if longer or (text in seen and len(text) >= _SHORTEST_AGAIN):
                found.add(number)
        seen.add(text)
    return frozenset(found)
