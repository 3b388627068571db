"""Finds what a page says twice: pull quotes, and paragraphs that were put in again."""

from __future__ import annotations

from collections import Counter

from .outline import Kind
from .scene import Scene, folded

_SHORT = 80
_OFTEN = 3
_SHORTEST = 40
_SHORTEST_QUOTED = 18
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
        box = scene.views[number].piece.box
        quoted = any(around.tag in ("aside", "blockquote", "figure", "q") for around in box.chain()[:3])
        if not (_SHORTEST_QUOTED if quoted else _SHORTEST) <= len(text) <= _LONGEST:
            continue
        if whole.count(text) > 1:
            view = scene.views[number]
            apart = quoted or not view.made_like_body or view.text.startswith(("“", '"', "«", "„"))
            longer = apart and any(text in other and len(other) > len(text) for other in said.values())
            again = text in seen and len(text) >= _SHORTEST_AGAIN and view.measured.ends
            if longer or again:
                found.add(number)
        seen.add(text)
    return frozenset(found)


def echoed(scene: Scene) -> frozenset[str]:
    """Short texts that stand in or around the story three times or more: labels of a gallery's pictures, of buttons."""
    times = Counter(folded(view.text) for view in scene.views if view.zone != "outside" and view.size < _SHORT)
    return frozenset(text for text, count in times.items() if count >= _OFTEN)
