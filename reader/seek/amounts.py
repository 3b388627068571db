"""Places by how much lies before them: percent of the story, minutes from its beginning, seconds from here.

All go by the characters that are read, and lead to the start of a sentence.
"""

from ..story import Position, Story
from .kinds import Kind
from .order import heard, rank
from .spans import spans


def total(story: Story) -> int:
    """The characters that are read."""
    return sum(len(story.blocks[number].text) for number in heard(story))


def passed(story: Story, at: Position) -> int:
    """The characters that are read before ``at``."""
    here = rank(story, at.block)
    before = sum(len(story.blocks[number].text) for number in heard(story) if rank(story, number) < here)
    return before + (at.offset if at.block in heard(story) else 0)


def at_percent(story: Story, percent: float) -> Position | None:
    """The sentence in which ``percent`` of the story are read; None beyond its ends."""
    return _at(story, total(story) * percent / 100) if 0 <= percent <= 100 else None


def at_second(story: Story, seconds: float, characters_a_second: float) -> Position | None:
    """The sentence that is heard ``seconds`` after the beginning; None beyond the ends."""
    return _at(story, seconds * characters_a_second)


def further(story: Story, at: Position, seconds: float, characters_a_second: float) -> Position | None:
    """The sentence that is heard ``seconds`` after ``at``, or before it where they are negative; None beyond the ends.

    It is another sentence than the one at ``at`` even where that one is longer. Back it leads to the start at most.
    """
    begins = sentence(story, at)
    before = passed(story, at)
    place = _at(story, max(0.0, before + seconds * characters_a_second))
    if seconds < 0:
        if before == 0 or place is None:
            return None
        return place if place < begins or at == begins else begins
    return _behind(story, begins) if place == begins else place


def sentence(story: Story, at: Position) -> Position:
    """Where the sentence begins in which ``at`` stands."""
    starts = [0, *(start for start, _ in spans(story, at.block, Kind.SENTENCE) if start <= at.offset)]
    return Position(at.block, starts[-1])


def _behind(story: Story, begins: Position) -> Position | None:
    from .jumps import forward

    return forward(story, begins, Kind.SENTENCE)


def _at(story: Story, characters: float) -> Position | None:
    if characters < 0:
        return None
    number, length = None, 0
    for number in heard(story):
        length = len(story.blocks[number].text)
        if characters < length:
            return sentence(story, Position(number, int(characters)))
        characters -= length
    # At the very end, give or take a rounding, it is the last sentence.
    return sentence(story, Position(number, length)) if number is not None and characters < 1 else None
