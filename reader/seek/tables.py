"""Walking through a table cell by cell, as its rows and columns stand."""

from dataclasses import dataclass

from ..script.pieces import cells
from ..story import Block, Position, Role, Story


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that has text, at ``at``; ``row`` and ``column`` count from 1.

    ``row_header`` is the first cell of its row and ``column_header`` that of its column in the header row, each "" for
    a header itself.
    """

    at: Position
    row: int
    rows: int
    column: int
    columns: int
    text: str
    row_header: str
    column_header: str


def cell_at(story: Story, at: Position) -> Cell | None:
    """The cell in which ``at`` stands; None outside of tables and in the title of one."""
    block = story.blocks[at.block]
    begun = [found for found in _cells(block) if found[2] <= at.offset]
    return _cell(block, at.block, *begun[-1]) if begun else None


def beside(story: Story, at: Position, rows: int, columns: int) -> Cell | None:
    """The next cell that has text so many rows down or columns to the right, of one of which is 0; else None.

    From the title of a table it is the first cell.
    """
    here, block = cell_at(story, at), story.blocks[at.block]
    found = _cells(block)
    if here is None:
        return _cell(block, at.block, *found[0]) if found else None
    if rows:
        ahead = [cell for cell in found if cell[1] == here.column - 1 and (cell[0] - here.row + 1) * rows > 0]
    else:
        ahead = [cell for cell in found if cell[0] == here.row - 1 and (cell[1] - here.column + 1) * columns > 0]
    return _cell(block, at.block, *ahead[0 if rows + columns > 0 else -1]) if ahead else None


def _cells(block: Block) -> list[tuple[int, int, int]]:
    """Row and column from 0, and the character at which the cell begins."""
    if block.role is not Role.TABLE:
        return []
    return [(row, column, start) for row, column, start in cells(block) if start >= 0]


def _cell(block: Block, number: int, row: int, column: int, start: int) -> Cell:
    headers = block.items[0] if len(block.items) > 1 else ()
    return Cell(
        Position(number, start),
        row + 1,
        len(block.items),
        column + 1,
        max(map(len, block.items)),
        block.items[row][column],
        block.items[row][0] if column and row else "",
        headers[column] if row and column < len(headers) else "",
    )
