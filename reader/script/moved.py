"""From the head of a story to the whole of it: where each place of the one is in the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ..story import Block, Position, Story, Treatment
from .utterance import ANNOUNCEMENT, Mark, Utterance

Move = Callable[[Position], Position]

_FAR: Final = 200
"""A text that is so many blocks farther away than the head is long is another one."""


class Moved:
    """Called with a place in ``head``, it gives that place in ``whole``; of a text that is not there, what follows it.

    A block of the head is the next block of the whole with the same text.
    """

    def __init__(self, head: Story, whole: Story) -> None:
        self._head, self._whole = head, whole
        self._numbers = _numbers(head, whole)

    def __call__(self, at: Position) -> Position:
        number = self._numbers[at.block] if at.block < len(self._numbers) else None
        if number is not None:
            return Position(number, at.offset)
        following = (other for other in self._numbers[at.block :] if other is not None)
        return Position(next(following, self._end().block))

    def behind(self, utterance: Utterance) -> Position | None:
        """Where the whole goes on behind what was said of the head.

        None where that cannot be told: behind what sayall itself said, and in what the whole has not, or puts off.
        """
        end = next(part.at for part in reversed(utterance.parts) if isinstance(part, Mark))
        number = self._numbers[end.block] if utterance.style != ANNOUNCEMENT else None
        if number is None or not self._is_in_place(end.block, number):
            return None
        return Position(number, end.offset)

    def behind_all(self) -> Position:
        """Where the whole goes on when all of the head was said."""
        return self._end()

    def _end(self) -> Position:
        for at in range(len(self._numbers) - 1, -1, -1):
            number = self._numbers[at]
            if number is not None and self._is_in_place(at, number):
                return Position(number, len(self._whole.blocks[number].text))
        return Position(0)

    def _is_in_place(self, at: int, number: int) -> bool:
        """Whether the whole reads a block where the head did, and not when the body is over."""
        late = Treatment.AFTER
        return (self._whole.blocks[number].treatment is late) == (self._head.blocks[at].treatment is late)


def _numbers(head: Story, whole: Story) -> tuple[int | None, ...]:
    """For each block of ``head`` the number of the block of ``whole`` with its text, None where there is none."""
    places: dict[str, list[int]] = {}
    for number, block in enumerate(whole.blocks):
        places.setdefault(_key(block), []).append(number)
    found: list[int | None] = []
    expected = 0
    for block in head.blocks:
        known = places.get(_key(block), [])
        # Of equal texts it is the one that comes next; what stands far away is another one.
        at = bisect_left(known, expected)
        near = [other for other in known[max(0, at - 1) : at + 1] if abs(other - expected) <= len(head.blocks) + _FAR]
        found.append(near[-1] if near else None)
        if near:
            expected = near[-1] + 1
    return tuple(found)


def _key(block: Block) -> str:
    """The text of a block, whether its lines were joined or not: that does not move what stands in it."""
    return block.text.replace("\n", " ")


def moved(utterance: Utterance, move: Move) -> Utterance:
    """The same words, at their places in the whole story."""
    parts = tuple(Mark(move(part.at)) if isinstance(part, Mark) else part for part in utterance.parts)
    return replace(utterance, parts=parts, of_head=False)
