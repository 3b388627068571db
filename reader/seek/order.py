"""The order in which the blocks of a story are read."""

from collections.abc import Iterable, Iterator

from ..story import Block, Position, Role, Story, Treatment

_HEARD = (Treatment.SPEAK, Treatment.AFTER)


def heard(story: Story) -> Iterator[int]:
    """The numbers of the blocks that are read, in the order in which they are read: ``after`` when the body is over."""
    for treatment in _HEARD:
        yield from (n for n, block in enumerate(story.blocks) if block.treatment is treatment)


def rank(story: Story, number: int) -> tuple[int, int]:
    """Orders blocks as they are read: those treated ``after`` come behind all others."""
    return int(story.blocks[number].treatment is Treatment.AFTER), number


def first(story: Story) -> Position:
    """The place where reading begins."""
    return first_of(heard(story)) or Position(0)


def last(story: Story) -> Position:
    """The start of the last block that is read."""
    return first_of(reversed(list(heard(story)))) or Position(0)


def first_of(numbers: Iterable[int]) -> Position | None:
    """The start of the first of these blocks."""
    return next((Position(number) for number in numbers), None)


def heading_level(block: Block) -> int:
    """The level of a heading, 1 for the headline, 0 for all else."""
    if block.role is Role.HEADLINE:
        return 1
    return max(1, block.level) if block.role is Role.HEADING else 0
