"""The rule for notes to a text: footnotes, who its author is, how it came to be."""

from __future__ import annotations

import re

from ...story import Role
from ..labels import is_credits
from ..outline import Kind
from ..scene import Scene, View
from ..shapes import is_byline
from ..words import Meaning
from .authors import heads_author, tells_of_author

_LONGEST_NOTE = 600
_BIO = 60
"""A line about the author in the header is longer than the name alone."""
_FEW_LINES = 8
_NUMBER = re.compile(r"\[\d{1,2}\](?=\s)")


def footnote(view: View, scene: Scene) -> str:
    """Why a piece is a note, a line about the author or one on how the story came to be; "" where it is none."""
    if view.trail & Meaning.FOOTNOTE:
        return "a name on its box says footnotes"
    if view.trail & Meaning.BIO and (view.zone != "header" or (view.measured.sentences and view.size > _BIO)):
        return "a name on its box says about the author"
    if tells_of_author(view, scene) or heads_author(view, scene):
        return "it tells of the author, whose name is in its box"
    if view.piece.kind is not Kind.TEXT or view.size >= _LONGEST_NOTE:
        return ""
    if view.size < 400 and _is_referred_to(view, scene):
        return "a note whose number stands in the text"
    if view.zone in ("body", "after") and _rest(view, scene) < 0.06 * scene.measures.prose(scene.core):
        if is_credits(view.text):
            return "it says how the story came to be"
        name = _author_at_start(view, scene)
        if name:
            return f"it begins with the author's name, {name}"
    return ""


def _is_referred_to(view: View, scene: Scene) -> bool:
    """Whether a line late in the text begins with a number in brackets that an earlier paragraph has as well."""
    found = _NUMBER.match(view.text)
    if not found or view.zone not in ("body", "after") or view.number < scene.body_last - _FEW_LINES * 2:
        return False
    return any(found.group() in other.text for other in scene.views[scene.body_first : view.number])


def _rest(view: View, scene: Scene) -> float:
    """How much prose of the story follows a piece, without other lines that say how the story came to be."""
    first, last = min(view.number, scene.body_last) + 1, scene.body_last + 1
    rest = scene.measures.prose_between(first, last)
    if last - first > _FEW_LINES or not rest:
        return rest
    return rest - sum(
        other.measured.prose for other in scene.views[first:last] if other.measured.prose and is_credits(other.text)
    )


def _author_at_start(view: View, scene: Scene) -> str:
    """The author of the story, where a line near its end begins with that name, as a line about the author does."""
    header = scene.views[max(0, scene.headline) : scene.body_first]
    written = [other.text for other in header if other.role is Role.BYLINE]
    names = [*scene.told.authors, *(text.split(None, 1)[-1] if is_byline(text) else text for text in written)]
    return next((name for name in names if len(name) > 4 and view.text.startswith((f"{name} ", f"{name}, "))), "")
