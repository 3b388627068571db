"""What stands in a line of a manual and is no part of it: the sign of a heading's address, the words of a control."""

from __future__ import annotations

import unicodedata

_ANCHORS = frozenset(["#", "¶", "§", "🔗", "^", "↑", "↩", "↩︎", ""])
_PRIVATE = "\ue000"
"""The first letter that means only what a font makes of it."""
_TOGGLES = frozenset(["click to toggle source", "toggle source", "view source", "show source", "[source]", "copied!"])
"""What a control says that stands in a line of a manual."""


def is_anchor(text: str) -> bool:
    """Whether the words of a link are but the sign of a heading's own address, or an icon of a font."""
    return text in _ANCHORS or (text[0] >= _PRIVATE and all(unicodedata.category(c) == "Co" for c in text))


def is_toggle(text: str) -> bool:
    """Whether words are those of a control that unfolds, shows or copies something."""
    return bool(text) and text.strip().casefold() in _TOGGLES
