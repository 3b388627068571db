"""Tables of a PDF, which has none: lines that stand in cells, one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from reader import Role
from reader_pdf_kinds import Told
from reader_pdf_lines import Line

_ALIGNED_POINTS = 4.0
"""How far the edges or the middles of cells of one column may be from each other."""

_WRAPPED = 1.4
"""Lines of one cell are so far below each other at most, in sizes of its type; rows are further apart."""

_NUMBER = r"[•▪◦‣■●–*·-]|[\[(]?(?:\d{1,3}|[a-z]|[ivxlc]+)[\].)]*"
"""What an item of a list begins with: such lines have a gap, and are no rows."""

_TABLE = Told(Role.TABLE, 0, "cells that stand below each other")
_ROLES = (Role.PARAGRAPH, Role.LIST_ITEM)


def gathered(told: Iterable[tuple[Line, Told]]) -> Iterator[tuple[tuple[Line, ...], Told]]:
    """The lines of a page one by one, and those that are a table together."""
    rows: list[tuple[Line, Told]] = []
    for line, what in told:
        goes_on = rows and _goes_on(rows, line, what)
        if rows and not goes_on and not _is_next(rows[-1][0], line, what):
            yield from _closed(rows)
            rows = []
        if goes_on:
            line = replace(line, cells=line.cells or (line,))
        if rows or _may_be_row(line, what):
            rows.append((line, what))
        else:
            yield (line,), what
    yield from _closed(rows)


def cells_of(rows: Iterable[Line]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table, row by row; where a row has fewer than others, "" stands for what is not there."""
    lines = tuple(rows)
    columns = max((line.cells for line in lines), key=len)
    found: list[list[str]] = []
    last = lines[0]
    for line in lines:
        places = [min(range(len(columns)), key=lambda at: _apart(columns[at], cell)) for cell in line.cells]
        if not (found and 0 not in places and last.bottom - line.bottom < _WRAPPED * line.size):
            found.append([""] * len(columns))
        for at, cell in zip(places, line.cells, strict=True):
            found[-1][at] = f"{found[-1][at]} {cell.text}".strip()
        last = line
    return tuple(map(tuple, found))


def _closed(rows: list[tuple[Line, Told]]) -> Iterator[tuple[tuple[Line, ...], Told]]:
    lines = tuple(line for line, _ in rows)
    if _is_table(lines):
        yield lines, _TABLE
    else:
        yield from (((line,), what) for line, what in rows)


def _may_be_row(line: Line, what: Told) -> bool:
    return len(line.cells) > 1 and (what.role in _ROLES or (what.role is Role.HEADING and line.is_bold))


def _is_next(last: Line, line: Line, what: Told) -> bool:
    """Whether a line is the next row: right below, with a cell in each of the same columns or in some of them."""
    is_below = line.column == last.column and 0 < last.bottom - line.bottom < 3.5 * last.size
    if not (is_below and _may_be_row(line, what)):
        return False
    few, many = sorted((last.cells, line.cells), key=len)
    return all(any(_are_aligned(one, other) for other in many) for one in few)


def _goes_on(rows: list[tuple[Line, Told]], line: Line, what: Told) -> bool:
    """Whether a line is the second of a cell, or of several, behind the first column: right below, in their places."""
    last, columns = rows[-1][0], max((row.cells for row, _ in rows), key=len)
    is_below = line.column == last.column and 0 < last.bottom - line.bottom < _WRAPPED * last.size
    if what.role not in _ROLES or not is_below:
        return False
    places = [column.left for column in columns[1:]]
    return all(any(abs(cell.left - left) <= _ALIGNED_POINTS for left in places) for cell in line.cells or (line,))


def _are_aligned(one: Line, other: Line) -> bool:
    return _apart(one, other) <= _ALIGNED_POINTS


def _apart(one: Line, other: Line) -> float:
    """How far two cells are from standing below each other, by their edges or their middles."""
    return min(abs(one.left - other.left), abs(one.right - other.right), abs(_middle(one) - _middle(other)))


def _is_table(lines: tuple[Line, ...]) -> bool:
    """Whether rows are a table: three of them, or two of three cells, of which the first are no numbers of items."""
    if not lines or len(lines) * max(len(line.cells) for line in lines) < 6:
        return False
    return len(lines) > 1 and not all(re.fullmatch(_NUMBER, line.cells[0].text, re.I) for line in lines)


def _middle(cell: Line) -> float:
    return median((cell.left, cell.right))
