"""Where a place is in its story: under which headings, in the how-many-th paragraph, how far in."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..story import Position, Role, Story
from .amounts import passed, total
from .order import heading_level, heard, rank
from .tables import Cell, cell_at


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, or the headline, and what is read under it: ``characters``, up to the next heading of any level."""

    at: Position
    level: int
    title: str
    characters: int


def outline(story: Story) -> Iterator[Section]:
    """The headline and the headings that are read, in order."""
    title: Section | None = None
    for number in heard(story):
        block = story.blocks[number]
        if level := heading_level(block):
            if title:
                yield title
            title = Section(Position(number), level, block.text, len(block.text))
        elif title:
            title = Section(title.at, title.level, title.title, title.characters + len(block.text))
    if title:
        yield title


def section_number(story: Story, at: Position) -> tuple[int, int]:
    """The how-many-th section ``at`` is in, 0 before the first, and how many there are; the headline begins none."""
    begins = [section.at for section in outline(story) if story.blocks[section.at.block].role is Role.HEADING]
    here = rank(story, at.block)
    return sum(rank(story, begin.block) <= here for begin in begins), len(begins)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a place is: ``path`` are the headings over it, outermost first, itself included where it is one.

    It is in the ``number``-th of ``count`` blocks that are read; ``item`` and ``items`` tell the same of its list,
    0 outside of lists. ``level`` is that of a heading, else 0; ``cell`` is the cell of a table. ``percent`` and
    ``characters_left`` go by the text that is read.
    """

    path: tuple[str, ...]
    role: Role
    number: int
    count: int
    item: int
    items: int
    percent: int
    characters_left: int
    level: int = 0
    cell: Cell | None = None
    is_heard: bool = True
    """Whether it is read when the story is read; otherwise ``number`` is that of the block before."""


def where(story: Story, at: Position) -> Where:
    """Where ``at`` is."""
    order, here = list(heard(story)), rank(story, at.block)
    before = [n for n in order if rank(story, n) <= here]
    path: list[tuple[int, str]] = []
    for number in before:
        if level := heading_level(story.blocks[number]):
            path = [(over, text) for over, text in path if over < level]
            path.append((level, story.blocks[number].text))
    whole, said = total(story), passed(story, at)
    block = story.blocks[at.block]
    members = [n for n, other in enumerate(story.blocks) if block.group and other.group == block.group]
    items = [n for n in members if not story.blocks[n].is_label]
    return Where(
        tuple(text for _, text in path),
        block.role,
        len(before),
        len(order),
        items.index(at.block) + 1 if at.block in items else 0,
        len(items) if at.block in items else 0,
        100 * said // whole if whole else 100,
        whole - said,
        heading_level(block),
        cell_at(story, at),
        at.block in before,
    )
