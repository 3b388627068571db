"""Finds tables and program code among the lines of plain text."""

import re
from collections.abc import Sequence

from ...story import Role
from . import marks
from .pieces import Piece

_ROW = re.compile(r"\s*\|.*\|\s*")
_COLUMNS = re.compile(r"\t+|\s{3,}|\s*\|\s*")


def table_rows(lines: Sequence[str], at: int, end: int) -> int:
    """How many lines from ``at`` on are the rows of one table; 0 where there is none."""
    last = at
    if _ROW.fullmatch(lines[at]):
        while last < end and _ROW.fullmatch(lines[last]):
            last += 1
    elif "\t" in lines[at].strip():
        while last < end and "\t" in lines[last].strip():
            last += 1
    else:
        width = len(_cells(lines[at]))
        while width >= 3 and last < end and len(_cells(lines[last])) == width:
            last += 1
        return last - at if last - at >= 3 else 0
    return last - at if last - at >= 2 else 0


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in _COLUMNS.split(line.strip().strip("|").strip()))


def table_piece(lines: Sequence[str]) -> Piece:
    """The table whose rows are ``lines``; rows that only draw a line are left out, and so is the same row again."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        cells = _cells(line)
        if any(letter.isalnum() for letter in "".join(cells)) and (not rows or rows[-1] != cells):
            rows.append(cells)
    text = "\n".join(" ".join(cell for cell in row if cell) for row in rows)
    return Piece(text, items=tuple(rows), role=Role.TABLE, reason="its lines are parted into columns")


def is_code(lines: Sequence[str]) -> bool:
    """Whether ``lines``, which stand together, are of a program."""
    marked = len(lines) > 1 and sum(marks.is_code(line) for line in lines)
    if len(lines) == 1:
        return marks.is_command(lines[0])
    return marked >= 0.6 * len(lines) and sum(map(_odd, lines)) >= len(lines)


def _odd(line: str) -> int:
    """How many characters and words of ``line`` are rare outside of programs."""
    return sum(line.count(sign) for sign in "{};=<>$_#/\\()[]|") + line.count(" -")


def code_piece(lines: Sequence[str]) -> Piece:
    """The code in ``lines``, as they are."""
    return Piece("\n".join(line.rstrip() for line in lines), role=Role.CODE, reason="is written as a program is")
