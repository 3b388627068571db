"""Checks that tell another story from a section of this one: by its headline, or by how long this one is."""

from __future__ import annotations

from ..outline import Box, Kind, Piece
from ..shapes import is_name, is_page_of_author
from .cases import Case
from .parts import Part
from .signed import is_signed

_STORY = 400
"""A story of its own has so many characters of prose, at least."""
_CLOSE = 5
_FEW_HEADINGS = 2
_TOLD = 0.15
"""So far the number of words that a page tells of may be from the one we count."""
_CHAPTER = 3
"""A text with so many sections of its own is a chapter, however its heading is linked."""


def own_headline(case: Case) -> str:
    """Another story: the only text that begins with such a heading, which is signed or linked or in an article."""
    part, main = case.part, case.main
    heading = part.heading
    if heading is None or part.first < main.ground.headline or part.prose < _STORY or _is_author(heading, case):
        return ""
    like = [piece for piece in part.pieces if piece.kind is Kind.HEADING and piece.level == heading.level]
    like += [other.heading for other in (main, *case.others) if other.heading and other.heading.level == heading.level]
    if len(like) > _FEW_HEADINGS:
        return ""  # entries, or sections
    below = [piece for piece in part.pieces if piece.number > heading.number][:_CLOSE]
    header = [piece for piece in main.ground.outline.pieces[main.ground.headline + 1 :][:_CLOSE] if piece not in below]
    if is_signed(below) and is_signed(header):
        return "it has a headline, an author or a day of its own"
    if case.has_deck:
        return ""
    deeper = sum(piece.kind is Kind.HEADING and piece.level > heading.level for piece in part.pieces)
    if deeper < _CHAPTER and heading.link_share > 0.9 and not heading.links[0][2].startswith("#"):
        return "it has a headline of its own that leads to another page"
    mine, its = _article(part), _article(main)
    return "it is an article of its own, with a headline" if mine and its and mine is not its else ""


def told_words(case: Case) -> str:
    told = case.main.ground.told.words
    mine = len(case.main.text.split())
    if not told or abs(mine - told) > _TOLD * told or len(case.part.text.split()) < 2 * _TOLD * told:
        return ""
    return f"the page says that its story has {told} words, as the text under the headline has"


def _is_author(heading: Piece, case: Case) -> bool:
    """Whether a heading names the author of the story, over a note about the author."""
    named = any(heading.text.casefold() in author.casefold() for author in case.main.ground.told.authors)
    return named or is_name(heading.text) or any(is_page_of_author(href) for _, _, href in heading.links)


def _article(part: Part) -> Box | None:
    """The article element that a text is, or is in."""
    box = part.box or part.pieces[0].box
    return next((outer for outer in box.chain() if outer.tag == "article"), None)
