"""A table of the story, for the eye and for those who walk through it cell by cell."""

from typing import Final

from ..story import Block
from .markup import element, shown

FEW_COLUMNS: Final = 3
"""Up to so many the cells of a table have room for whole words in the smallest window."""


def table(number: int, block: Block) -> str:
    """Columns have headers, and so have rows that their first cells tell apart; ``data-at`` leads into the text."""
    head, *rows = block.items
    named = len(rows) > 1 and len({row[0] for row in rows if row}) == len(rows)
    starts, end = _starts(block)
    title, rest = block.text[: starts[0]].strip(), block.text[end:].strip()
    lines = [element("tr", *(_cell(cell, "col" if rows else None) for cell in head), data_at=str(starts[0]))]
    for start, row in zip(starts[1:], rows, strict=True):
        cells = (_cell(cell, "row" if named and not column else None) for column, cell in enumerate(row))
        lines.append(element("tr", *cells, data_at=str(start)))
    caption = element("caption", shown(title), data_at="0") if title else ""
    whole = element("table", caption, *lines, id=f"b{number}")
    size = "wide few" if len(head) <= FEW_COLUMNS else "wide"
    return element("div", whole, element("p", shown(rest)) if rest else "", class_=size)


def _cell(text: str, heads: str | None) -> str:
    """A cell; an empty one heads nothing."""
    return element("th", shown(text), scope=heads) if heads and text.strip() else element("td", shown(text))


def _starts(block: Block) -> tuple[list[int], int]:
    """Where each row begins in the text of its block, and where the last one ends; a title stands before the first."""
    starts, cursor = [], 0
    for row in block.items:
        start = -1
        for cell in row:
            found = block.text.find(cell, cursor) if cell else -1
            if found >= 0:
                start = found if start < 0 else start
                cursor = found + len(cell)
        starts.append(start if start >= 0 else cursor)
    return starts, cursor
