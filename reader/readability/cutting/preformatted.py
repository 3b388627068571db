"""Reads pages whose story is one preformatted text, as archives of mailing lists and old documents are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...patterns import later
from ...story import Block, Role, Story
from ..language import language_in
from ..outline import Kind, Outline, Piece, State
from ..shapes import has_date, iso_date
from .paths import Paths

_FEWEST_WORDS = 40
_FEWEST_SENTENCES = 3
_SENTENCE = later(r"\w\w[.!?…。！？]\W?(?:\s|$)")
_CODE = later(r"[{};=<>`$\\|]")
_MOST_CODE = 0.02
"""So much of a text may be signs of programs and of drawings."""
_SMALL = 120


def read_preformatted(outline: Outline, location: str, language: str) -> Story | None:
    """The story of a page that is mostly one preformatted text of sentences; None for every other page."""
    piece = max(outline.pieces, key=lambda piece: len(piece.text) if piece.kind is Kind.CODE else 0)
    if piece.kind is not Kind.CODE or not _is_prose(piece.text, sum(len(other.text) for other in outline.pieces)):
        return None
    from ..plain_text import read_text

    before = outline.pieces[: piece.number]
    title = next((other for other in before if other.kind is Kind.HEADING), None)
    # The plain text reader takes the first line for the headline, and should know which one it is.
    story = read_text(f"{title.text}\n\n{piece.text}" if title else piece.text, location)
    source = Paths().of(piece.box.element)
    blocks = [*_around(before, title)]
    for block in story.blocks:
        if title is None or block.role is not Role.HEADLINE:
            blocks.append(replace(block, source=source))
        elif block.text != title.text:
            blocks.append(replace(block, role=Role.HEADING, level=2, source=source))
    blocks.extend(_around(outline.pieces[piece.number + 1 :], None))
    day = next((iso_date(block.text) for block in blocks if block.role is Role.DATELINE), "")
    return replace(
        story, headline=title.text if title else story.headline, blocks=tuple(blocks),
        published=story.published or day, language=language_in(piece.text, language),
    )  # fmt: skip


def _is_prose(text: str, everything: int) -> bool:
    return (
        2 * len(text) > everything
        and len(text.split()) >= _FEWEST_WORDS
        and len(_SENTENCE.findall(text)) >= _FEWEST_SENTENCES
        and len(_CODE.findall(text)) < _MOST_CODE * len(text)
    )


def _around(pieces: list[Piece], title: Piece | None) -> Iterator[Block]:
    """What stands before or after the text: the title of the page, the day under it, and what is no part of it."""
    for piece in pieces:
        if piece is title:
            yield Block(Role.HEADLINE, piece.text, reason="headline: the heading over a preformatted text")
        elif title and _is_day(piece, title):
            yield Block(Role.DATELINE, piece.text, reason="dateline: a short line with a date under the headline")
        else:
            yield Block(Role.BOILERPLATE, piece.text, reason="outside: it stands outside the preformatted text")


def _is_day(piece: Piece, title: Piece) -> bool:
    near = 0 < piece.number - title.number < 4 and not piece.box.state & State.HIDDEN
    return near and len(piece.text) < _SMALL and has_date(piece.text)
