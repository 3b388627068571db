"""The pieces in which a block is said: sentences, the lines of a code sample, the rows of a table."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ..story import Block, Role
from .sentences import sentences
from .wording.pattern import Pattern
from .wording.rule import Edit

_LINE = Pattern(r"[^\n]*\S[^\n]*")


class Piece(NamedTuple):
    """``text[start:end]`` of a block; ``edits``, counted from ``start``, are said whatever the wording rules say."""

    start: int
    end: int
    edits: tuple[Edit, ...] = ()


def pieces(block: Block, language: str) -> Iterator[Piece]:
    """The pieces of a block in order; one utterance is made of each."""
    match block.role:
        case Role.CODE:
            return (Piece(*match.span()) for match in _LINE.finditer(block.text))
        case Role.TABLE if block.items:
            return _rows(block)
        case Role.HEADLINE | Role.HEADING | Role.BYLINE | Role.DATELINE | Role.MATH:
            return iter([Piece(0, len(block.text))] if block.text.strip() else [])
        case _:
            return (Piece(start, end) for start, end in sentences(block.text, language))


def _title_end(block: Block) -> int:
    """Where the title that is printed with a table ends: the cells stand behind it, 0 where there is none."""
    cells = " ".join(cell for row in block.items for cell in row if cell)
    spaced = " ".join(block.text.split())
    return len(block.text) - len(cells) if block.text == spaced and spaced.endswith(cells) else 0


def cells(block: Block) -> Iterator[tuple[int, int, int]]:
    """Each cell of a table: its row and column from 0, and where in the text it begins, -1 where it is empty.

    A cell is found by its words: they stand in the text one after another.
    """
    cursor = _title_end(block)
    for number, row in enumerate(block.items):
        for column, cell in enumerate(row):
            found = block.text.find(cell, cursor) if cell else -1
            cursor = found + len(cell) if found >= 0 else cursor
            yield number, column, found


def _rows(block: Block) -> Iterator[Piece]:
    """In tables of three columns and more each cell but the first is said with its header, as screen readers do.

    A header row that is there again is not said.
    """
    headers = block.items[0] if len(block.items) > 1 and len(block.items[0]) > 2 else ()
    if not any(any(map(str.isalpha, cell)) for cell in headers):
        headers = ()
    title_end = _title_end(block)
    if block.text[:title_end].strip():
        yield Piece(0, len(block.text[:title_end].rstrip()))
    for number, places in groupby(cells(block), key=lambda place: place[0]):
        row = block.items[number]
        start = end = -1
        edits: list[Edit] = []
        for _, column, found in places:
            if found < 0:
                continue
            if start < 0:
                start = found
            else:
                header = headers[column] if number and column < len(headers) else ""
                edits.append(Edit(end - start, found - start, f", {header}: " if header else ", "))
            end = found + len(row[column])
        repeats_the_header = number > 0 and row == headers
        if start >= 0 and not repeats_the_header:
            yield Piece(start, end, tuple(edits))
