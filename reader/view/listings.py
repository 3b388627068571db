"""Puts the items of the view into lists: which belong together, how they are counted, what is within each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..story import Block, Ordinal, Role

Item = tuple[tuple[int, ...], str | None]
"""The numbers of the blocks in an item, and its ``value`` where it is not the one that a browser counts to."""


@dataclass(frozen=True, slots=True)
class Listing:
    """An ordered list: what its first item counts, how numbers are written, whether it counts down."""

    first: int
    style: str
    falls: bool


def listings(blocks: Sequence[Block], numbers: Sequence[int]) -> Iterator[tuple[Listing | None, tuple[Item, ...]]]:
    """The lists that ``numbers``, neighbours of one depth and deeper, are shown as; None for one without numbers."""
    listing: Listing | None = None
    items: list[Item] = []
    expected = 0
    for item in _items(blocks, numbers):
        ordinal = blocks[item[0]].ordinal
        own = None if ordinal is None or ordinal.is_continued else Listing(ordinal.value, ordinal.style, ordinal.falls)
        if items and not _alike(listing, own):
            yield listing, tuple(items)
            items.clear()
        if not items:
            listing = own
            expected = own.first if own else 0
        value = None if own is None or own.first == expected else str(own.first)
        items.append((item, value))
        expected = (own.first + (-1 if own.falls else 1)) if own else 0
    if items:
        yield listing, tuple(items)


def is_continued(block: Block) -> bool:
    """Whether a block goes on with an item that began before."""
    return block.ordinal is not None and block.ordinal.is_continued


def _alike(one: Listing | None, other: Listing | None) -> bool:
    return one == other if one is None or other is None else replace(one, first=other.first) == other


def _items(blocks: Sequence[Block], numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Each item with what is within it: deeper items, and further paragraphs of its own."""
    at = 0
    while at < len(numbers):
        end = at + 1
        while end < len(numbers) and _is_within(blocks[numbers[end]], blocks[numbers[at]]):
            end += 1
        yield tuple(numbers[at:end])
        at = end


def _is_within(block: Block, item: Block) -> bool:
    if _depth(block) > _depth(item):
        return True
    goes_on = block.ordinal is not None and block.ordinal.is_continued and _depth(block) == _depth(item)
    return goes_on and item.ordinal is not None and block.ordinal == _continued(item.ordinal)


def _continued(ordinal: Ordinal) -> Ordinal:
    return replace(ordinal, is_continued=True)


def _depth(block: Block) -> int:
    return block.level if block.role is Role.LIST_ITEM else 0
