"""Takes the numbers of items out of their texts where a text is all there is: “1. Beat the eggs”, “b) Stir”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .story import Block, Ordinal, Role

_MARK = re.compile(r"(\(?)(\d{1,3}|[a-hA-H]|[ivxIVX]{1,5})([.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Marked:
    """A number at the start of a text: how it is set in brackets, what it may count, up to where it goes."""

    brackets: str
    readings: tuple[Ordinal, ...]
    end: int


def numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, where the number of each item that counts on from a neighbour is its ordinal, and not in its text."""
    marks = {
        n: mark for n, block in enumerate(blocks) if block.role is Role.LIST_ITEM and (mark := _marked(block.text))
    }
    order = list(marks)
    found = list(blocks)
    for place, number in enumerate(order):
        mark = marks[number]
        beside = [(marks[other], step) for other, step in _beside(order, place)]
        for ordinal in mark.readings:
            steps = [side for other, step in beside if (side := _counts_on(mark, ordinal, other, step))]
            if steps:
                found[number] = _without(blocks[number], mark.end, replace(ordinal, falls=steps[0] < 0))
                break
    return tuple(found)


def _beside(order: Sequence[int], place: int) -> list[tuple[int, int]]:
    """The next item and the one before, each with the way to it."""
    return [(order[place + step], step) for step in (1, -1) if 0 <= place + step < len(order)]


def _counts_on(mark: _Marked, ordinal: Ordinal, other: _Marked, step: int) -> int:
    """1 where the neighbour ``step`` away counts up, -1 where it counts down, else 0."""
    if mark.brackets != other.brackets:
        return 0
    values = {step * (reading.value - ordinal.value) for reading in other.readings if reading.style == ordinal.style}
    return 1 if 1 in values else -1 if -1 in values else 0


def _marked(text: str) -> _Marked | None:
    match = _MARK.match(text)
    if not match:
        return None
    sign = match[2]
    if sign.isdecimal():
        readings: tuple[Ordinal, ...] = (Ordinal(int(sign)),)
    else:
        styles = "ai" if sign.islower() else "AI"
        readings = tuple(Ordinal(n, style) for style in styles for n in range(1, 40) if Ordinal(n, style).sign == sign)
    return _Marked(match[1] + match[3], readings, match.end()) if readings else None


def _without(block: Block, end: int, ordinal: Ordinal) -> Block:
    links = tuple(
        replace(link, start=max(0, link.start - end), end=link.end - end) for link in block.links if link.end > end
    )
    return replace(block, text=block.text[end:], links=links, ordinal=ordinal)
