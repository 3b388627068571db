"""What the publisher wants read aloud: the parts of a page that its schema.org `speakable` names.

Source: schema.org SpeakableSpecification, whose ``cssSelector`` and ``xpath`` most often name headline and summary.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from ..metadata import Told
from ..outline import Outline

_MOST = 8


def speakable(outline: Outline, root: HtmlElement, told: Told) -> frozenset[int]:
    """The numbers of all pieces in what the page names as speakable; a selector that cannot be used is passed over."""
    if not told.speakable:
        return frozenset()
    named: set[HtmlElement] = set()
    for path in told.speakable[:_MOST]:
        named.update(_elements(root, path.strip()))
    found: set[int] = set()
    for box in outline.boxes:
        if box.element in named:
            found.update(range(box.first, box.last))
    for piece in outline.pieces:
        # An inline element makes no box of its own.
        if any(inner in named for inner in piece.box.element.iterchildren("span", "strong", "b", "em")):
            found.add(piece.number)
    return frozenset(found)


def _elements(root: HtmlElement, path: str) -> list[HtmlElement]:
    try:
        if path.startswith("/"):
            elements = root.getroottree().xpath(path)
            return [one for one in elements if isinstance(one, HtmlElement)] if isinstance(elements, list) else []
        from ..sites.selecting import selected

        return selected(root, path)
    except (ValueError, etree.XPathError):
        return []
