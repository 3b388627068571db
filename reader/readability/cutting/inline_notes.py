"""Finds notes that stand in the midst of a line, where the page shows them at its edge or when they are pointed at."""

from __future__ import annotations

from lxml.html import HtmlElement

from ...patterns import later
from ..words import Meaning
from .flat import flat_text

_MARK = later(r"\d{1,3}|[*†‡§¶]{1,3}|[a-z]")
_SHORTEST = 4


def inline_note(element: HtmlElement, hints: int) -> tuple[str, str] | None:
    """The mark and the text of a note that is a span of its own; None where a span is no note.

    It begins with its mark, raised, and repeats that before its text; or its names, of which ``hints`` tells, say so.
    """
    first = next(iter(element.iterchildren()), None)
    raised = first is not None and first.tag == "sup" and not (element.text or "").strip()
    mark = flat_text(first) if raised and first is not None else ""
    if mark and _MARK.fullmatch(mark):
        text = flat_text(element)[len(mark) :].lstrip()
        while text.startswith(mark):  # before the text, and once more for those who see no styles
            text = text[len(mark) :].lstrip()
            if len(text) >= _SHORTEST and not text.startswith(mark):
                return mark, text
        return None
    if hints & Meaning.FOOTNOTE and len(element) and len(text := flat_text(element)) > _LONG:
        return "", text
    return None


def leads_back(text: str, links: tuple[tuple[int, int, str], ...]) -> bool:
    """Whether a text begins with a mark that is a link to a place on the same page, as a note under a text does."""
    if not links or links[0][0] > 1 or not links[0][2].startswith("#") or len(text) < links[0][1] + _SHORTEST:
        return False
    return _MARK.fullmatch(text[: links[0][1]].strip(" []().^")) is not None


_LONG = 20
"""A shorter span that is called a note is the mark that leads to one."""
