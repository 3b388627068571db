"""Finds the story in plain text, a page without tags, by the shape of its lines."""

import re

from ..errors import PageError
from ..numbered import numbered
from ..story import Block, Group, Role, Story
from .decoding.mend import mend
from .language import language_in
from .plain.forms import Form, taken_apart
from .plain.pieces import Piece
from .plain.roles import give_roles
from .shapes import iso_date

_WRITTEN = (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE)
_ADDRESS = re.compile(r"^From:\s*|\s*<[^<>]*>")


def read_text(text: str, location: str) -> Story:
    """The story in ``text``, with the roles that a page of tags would have; each line's words are in some block.

    Knows text dumps of web pages, e-mail, books as Project Gutenberg has them, Markdown, and notes; lines wrapped to a
    width are joined again. Raises `PageError` where there are no words.
    """
    form = taken_apart(mend(text.lstrip("\ufeff")))
    if not form.pieces:
        raise PageError(f"{location}: there are no words in this text; check that it is the file you meant")
    labels = give_roles(form)
    headline = next((piece.text for piece in form.pieces if piece.role is Role.HEADLINE), "")
    byline = next((_ADDRESS.sub("", piece.text) for piece in form.pieces if piece.role is Role.BYLINE), "")
    dates = [piece.text for piece in form.pieces if piece.role is Role.DATELINE]
    dates += [piece.text for piece in form.pieces if piece.role is Role.BYLINE and iso_date(piece.text)]
    published = next(filter(None, map(iso_date, dates)), dates[0] if dates else "")
    language = language_in(" ".join(piece.text for piece in form.pieces if piece.role in _WRITTEN))
    return Story(headline, _blocks(form, labels), byline, published, language, location)


def _blocks(form: Form, labels: dict[int, str]) -> tuple[Block, ...]:
    sizes: dict[int, int] = {}
    for piece in form.pieces:
        if piece.section and piece.text != labels.get(piece.section):
            sizes[piece.section] = sizes.get(piece.section, 0) + 1
    groups = {number: Group(number, labels.get(number, ""), size) for number, size in sizes.items()}
    return numbered([_block(piece, groups) for piece in form.pieces])


def _block(piece: Piece, groups: dict[int, Group]) -> Block:
    role = piece.role or Role.PARAGRAPH
    level = piece.level
    if role is Role.LIST_ITEM and not level:
        level = 1
    return Block(
        role, piece.text, level=level, items=piece.items, links=piece.links, group=groups.get(piece.section),
        source=f"line {piece.line}", reason=piece.reason or "a line of the text",
    )  # fmt: skip
