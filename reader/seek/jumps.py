"""The next place of a kind and the one before, and the ways out of a list or a table.

Going back from within something leads to its start first, as from the third sentence of a paragraph to its first.
"""

from collections.abc import Callable, Iterable
from itertools import islice

from ..story import Block, Position, Role, Story
from ..treatment import left_out
from .kinds import ITEMS, LEVELS, ROLES, WITHIN, Kind
from .order import first_of, heading_level, heard, rank
from .spans import Span, spans


def forward(story: Story, start: Position, target: Kind | Role) -> Position | None:
    """The next place of that kind or role behind ``start``, None where there is none."""
    here = rank(story, start.block)
    if isinstance(target, Kind) and target in WITHIN:
        within = next((at for at, _ in spans(story, start.block, target) if at > start.offset), None)
        if within is not None:
            return Position(start.block, within)
        ahead = (n for n in heard(story) if rank(story, n) > here)
        return next((Position(n, at) for n in ahead for at, _ in islice(spans(story, n, target), 1)), None)
    return first_of(n for n in _numbers(story, target) if rank(story, n) > here)


def back(story: Story, start: Position, target: Kind | Role) -> Position | None:
    """The place of that kind or role before ``start``, None where there is none."""
    here = rank(story, start.block)
    if isinstance(target, Kind) and target in WITHIN:
        begun = [span for span in spans(story, start.block, target) if span[0] <= start.offset]
        if begun and _is_inside(begun[-1], start.offset, target):
            begun.pop()
        if begun:
            return Position(start.block, begun[-1][0])
        behind = (n for n in reversed(list(heard(story))) if rank(story, n) < here)
        found = ((n, list(spans(story, n, target))) for n in behind)
        return next((Position(n, ready[-1][0]) for n, ready in found if ready), None)
    into = _is_past_first_sentence(story, start)

    def before(number: int) -> bool:
        return rank(story, number) < here or (number == start.block and into)

    return first_of(n for n in reversed(list(_numbers(story, target))) if before(n))


def into(story: Story, at: Position) -> Position | None:
    """The start of the list, table, quote, sidebar or run of captions in which ``at`` stands, else None."""
    inside = _container(story, at)
    if inside is None:
        return None
    number = at.block
    while number and inside(story.blocks[number - 1]):
        number -= 1
    return Position(number)


def out(story: Story, at: Position) -> Position | None:
    """The first place behind the list, table, quote, sidebar or run of captions in which ``at`` stands, else None."""
    inside = _container(story, at)
    if inside is None:
        return None
    here = rank(story, at.block)
    return first_of(n for n in heard(story) if rank(story, n) > here and not inside(story.blocks[n]))


def _container(story: Story, at: Position) -> Callable[[Block], bool] | None:
    """Tells the blocks of what ``at`` stands in; None where that cannot be left as a whole."""
    block = story.blocks[at.block]
    if block.group is None and not block.role.escapable:
        return None
    return lambda other: other.group == block.group if block.group else other.role is block.role


def _numbers(story: Story, target: Kind | Role) -> Iterable[int]:
    """The blocks of that kind in reading order.

    What is usually left out, such as captions, is found whatever its treatment: who asks for it wants to hear it.
    """
    blocks = story.blocks
    if target is Kind.LEFT_OUT:
        return left_out(story)
    if isinstance(target, Role):
        return sorted((n for n, block in enumerate(blocks) if block.role is target), key=lambda n: rank(story, n))
    if target in ROLES:
        found = (n for n, block in enumerate(blocks) if block.role in ROLES[target] and _leads(story, n, target))
        return sorted(found, key=lambda n: rank(story, n))
    return filter(_is(story, target), heard(story))


def _is(story: Story, kind: Kind) -> Callable[[int], bool]:
    match kind:
        case Kind.HEADING:
            return lambda n: heading_level(story.blocks[n]) > 0
        case Kind.PARAGRAPH:
            return lambda n: True
        case Kind.ITEM:
            return lambda n: story.blocks[n].role in ITEMS and not story.blocks[n].is_label
        case Kind.LIST:
            return lambda n: story.blocks[n].role in ITEMS and _leads(story, n, kind)
        case _:
            return lambda n: heading_level(story.blocks[n]) == LEVELS[kind]


def _leads(story: Story, number: int, kind: Kind) -> bool:
    """Whether a block is the first of its list or its sidebar, whose other members are not jumped to."""
    if kind not in (Kind.LIST, Kind.SIDEBAR) or number == 0:
        return True
    block, before = story.blocks[number], story.blocks[number - 1]
    if block.group is None:
        return before.group is not None or before.role is not block.role
    return before.group != block.group


def _is_inside(span: Span, offset: int, kind: Kind) -> bool:
    """Whether going back leads to the one before: sentences and words follow one another, links do not."""
    return kind is not Kind.LINK or offset < span[1]


def _is_past_first_sentence(story: Story, at: Position) -> bool:
    second = next(islice(spans(story, at.block, Kind.SENTENCE), 1, None), None)
    return second is not None and at.offset >= second[0]
