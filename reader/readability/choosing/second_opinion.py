"""Asks readability-lxml where the story is, and finds the box that it means."""

from __future__ import annotations

from lxml.html import HtmlElement

from ..outline import Box, Outline, State
from .candidates import shingles

_MOST_BOXES, _MOST_CHARACTERS = 10_000, 500_000
"""readability-lxml takes tens of seconds on pages far beyond these."""


def second_opinion(outline: Outline, root: HtmlElement) -> Box | None:
    """The smallest box with what readability-lxml chooses; None when it finds nothing, or the page is too large."""
    from lxml import etree

    if len(outline.boxes) > _MOST_BOXES or sum(len(piece.text) for piece in outline.pieces) > _MOST_CHARACTERS:
        return None

    try:
        import logging

        from readability import Document

        # It logs its failures with a traceback, which a listener would have to hear.
        logging.getLogger("readability").setLevel(logging.CRITICAL)

        chosen = Document(etree.tostring(root, encoding="unicode", method="html")).summary(html_partial=True)
        words = shingles(" ".join(map(str, etree.fromstring(chosen, etree.HTMLParser()).itertext())))
    except Exception:  # a vote that cannot be had is no vote: readability-lxml raises several unrelated kinds
        return None
    if len(words) < 40:
        return None
    best: Box | None = None
    for box in outline.boxes:
        if box.tag in ("html", "body") or box.state & (State.NAV | State.FOOTER):
            continue
        if best is not None and not box.within(best):
            continue
        text = " ".join(piece.text for piece in outline.pieces[box.first : box.last])
        if len(shingles(text) & words) >= 0.85 * len(words):
            best = box
    return best
