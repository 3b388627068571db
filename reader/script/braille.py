"""What is said, laid out for a line of braille: words for what a voice would tell, paragraphs whole, pages of lines.

A paragraph begins two cells in and goes on at the margin, an item goes on two cells in, as books in braille have it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap
from typing import Final

from ..story import Role
from .utterance import AFTER_NUMBER, ANNOUNCEMENT, Utterance

_NAMED: Final[dict[str, str]] = {Role.HEADLINE: "Headline: ", Role.HEADING: "Heading: ", Role.QUOTE: "Quote: "}
"""What sounds unlike the text in a voice, and is told by its name here."""

_ITEMS: Final[frozenset[str]] = frozenset((Role.LIST_ITEM, Role.HIGHLIGHT))
_LINES: Final[frozenset[str]] = frozenset((Role.TABLE, Role.CODE, ANNOUNCEMENT))
"""Each of their utterances is a line of its own."""

_AT_THE_MARGIN: Final[frozenset[str]] = frozenset((*_NAMED, *_LINES, Role.DECK, Role.BYLINE, Role.DATELINE))


def paragraphs(utterances: Iterable[Utterance], width: int) -> Iterator[list[str]]:
    """Each paragraph, heading, item or announcement as lines of at most ``width`` characters, broken between words."""
    for (style, _), run in groupby(enumerate(utterances), key=lambda numbered: _belonging(*numbered)):
        said = [utterance for _, utterance in run]
        opening = said[0]
        text = _NAMED.get(style, "") + " ".join(" ".join(utterance.text for utterance in said).split())
        if style == ANNOUNCEMENT:
            text = f"[{text}]"
        first, then = "", ""
        if AFTER_NUMBER in opening.parts:
            then = "  "
        elif style in _ITEMS:
            first, then = "- ", "  "
        elif style not in _AT_THE_MARGIN:
            first = "  "
        yield wrap(text, width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)


def _belonging(number: int, utterance: Utterance) -> tuple[str, int]:
    """What utterances share that run on in one paragraph."""
    style = utterance.style
    return style, -number - 1 if style in _LINES else utterance.start.block


def pages(given: Iterable[list[str]], rows: int, width: int) -> Iterator[str]:
    """Pages of ``rows`` lines, the last of which has the page's number at its right end; no heading ends a page."""
    page: list[str] = []
    number = 1
    for paragraph in given:
        together = len(paragraph) + 1 if paragraph[0].startswith(_NAMED[Role.HEADING]) else 1
        for line in paragraph:
            if page and len(page) + together > rows - 1:
                yield _page(page, rows, width, number)
                page, number = [], number + 1
            page.append(line)
            together = 1
    if page:
        yield _page(page, rows, width, number)


def _page(written: list[str], rows: int, width: int, number: int) -> str:
    blank = [""] * (rows - 1 - len(written))
    return "\n".join([*written, *blank, str(number).rjust(width)])
