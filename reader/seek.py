"""Finding places in a story: the next heading, the sentence before, out of the list, where am I.

Pure functions on a `Story`. What is read when the story is read (treated ``speak`` or ``after``) is called heard here.
Going back from within something leads to its start first, as from the third sentence of a paragraph to its first.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .script.pieces import pieces
from .story import Block, Position, Role, Story, Treatment
from .treatment import left_out


class Kind(StrEnum):
    """What can be jumped to; the value is its name in a sentence such as "no next list"."""

    HEADING = "heading"
    HEADING_1 = "heading at level 1"
    HEADING_2 = "heading at level 2"
    HEADING_3 = "heading at level 3"
    HEADING_4 = "heading at level 4"
    HEADING_5 = "heading at level 5"
    HEADING_6 = "heading at level 6"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    LIST = "list"
    ITEM = "list item"
    QUOTE = "quote"
    CAPTION = "caption"
    SIDEBAR = "sidebar"
    TABLE = "table"
    LEFT_OUT = "text that was left out"


LEVELS = {
    kind: level
    for level, kind in enumerate(
        (Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.HEADING_4, Kind.HEADING_5, Kind.HEADING_6), 1
    )
}
"""The kinds that are headings of one level, each with it; the headline is at level 1."""

_ROLES = {
    Kind.QUOTE: (Role.QUOTE, Role.PULLQUOTE),
    Kind.CAPTION: (Role.CAPTION,),
    Kind.SIDEBAR: (Role.SIDEBAR,),
    Kind.TABLE: (Role.TABLE,),
}
_ITEMS = (Role.LIST_ITEM, Role.HIGHLIGHT)
_HEARD = (Treatment.SPEAK, Treatment.AFTER)


def forward(story: Story, start: Position, kind: Kind) -> Position | None:
    """The next place of that kind behind ``start``, None where there is none."""
    if kind is Kind.SENTENCE:
        return _next_sentence(story, start)
    here = _rank(story, start.block)
    return _first(n for n in _numbers(story, kind) if _rank(story, n) > here)


def back(story: Story, start: Position, kind: Kind) -> Position | None:
    """The place of that kind before ``start``, None where there is none."""
    if kind is Kind.SENTENCE:
        return _previous_sentence(story, start)
    here = _rank(story, start.block)
    into = _is_past_first_sentence(story, start)

    def before(number: int) -> bool:
        return _rank(story, number) < here or (number == start.block and into)

    return _first(n for n in reversed(list(_numbers(story, kind))) if before(n))


def sentence(story: Story, at: Position) -> Position:
    """Where the sentence begins in which ``at`` stands."""
    starts = [0, *(start for start in _sentences(story, at.block) if start <= at.offset)]
    return Position(at.block, starts[-1])


def out(story: Story, at: Position) -> Position | None:
    """The first place behind the list, table, quote, sidebar or run of captions in which ``at`` stands, else None."""
    block = story.blocks[at.block]
    if block.group is None and not block.role.escapable:
        return None

    def inside(other: Block) -> bool:
        return other.group == block.group if block.group else other.role is block.role

    here = _rank(story, at.block)
    return _first(n for n in heard(story) if _rank(story, n) > here and not inside(story.blocks[n]))


def heard(story: Story) -> Iterator[int]:
    """The numbers of the blocks that are read, in the order in which they are read: ``after`` when the body is over."""
    for treatment in _HEARD:
        yield from (n for n, block in enumerate(story.blocks) if block.treatment is treatment)


def first(story: Story) -> Position:
    """The place where reading begins."""
    return _first(heard(story)) or Position(0)


def last(story: Story) -> Position:
    """The start of the last block that is read."""
    return _first(reversed(list(heard(story)))) or Position(0)


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
        if level := _level(block):
            if title:
                yield title
            title = Section(Position(number), level, block.text, len(block.text))
        elif title:
            title = Section(title.at, title.level, title.title, title.characters + len(block.text))
    if title:
        yield title


@dataclass(frozen=True, slots=True)
class Where:
    """Where a place is: ``path`` are the headings over it, outermost first.

    It is in the ``number``-th of ``count`` blocks that are read; ``item`` and ``items`` tell the same of its list,
    0 outside of lists. ``percent`` and ``characters_left`` go by the text that is read.
    """

    path: tuple[str, ...]
    role: Role
    number: int
    count: int
    item: int
    items: int
    percent: int
    characters_left: int


def where(story: Story, at: Position) -> Where:
    """Where ``at`` is."""
    order, here = list(heard(story)), _rank(story, at.block)
    passed = [n for n in order if _rank(story, n) <= here]
    path: list[tuple[int, str]] = []
    for number in passed:
        if level := _level(story.blocks[number]):
            path = [(over, text) for over, text in path if over < level]
            path.append((level, story.blocks[number].text))
    total = sum(len(story.blocks[n].text) for n in order)
    said = sum(len(story.blocks[n].text) for n in passed if n != at.block)
    said += at.offset if at.block in passed else 0
    block = story.blocks[at.block]
    members = [n for n, other in enumerate(story.blocks) if block.group and other.group == block.group]
    items = [n for n in members if not story.blocks[n].is_label]
    return Where(
        tuple(text for _, text in path),
        block.role,
        len(passed),
        len(order),
        items.index(at.block) + 1 if at.block in items else 0,
        len(items) if at.block in items else 0,
        100 * said // total if total else 100,
        total - said,
    )


def _numbers(story: Story, kind: Kind) -> Iterable[int]:
    """The blocks of that kind in reading order.

    What is usually left out, such as captions, is found whatever its treatment: who asks for it wants to hear it.
    """
    blocks = story.blocks
    if kind is Kind.LEFT_OUT:
        return left_out(story)
    if kind in _ROLES:
        found = (n for n, block in enumerate(blocks) if block.role in _ROLES[kind] and _leads(story, n, kind))
        return sorted(found, key=lambda n: _rank(story, n))
    return filter(_is(story, kind), heard(story))


def _is(story: Story, kind: Kind) -> Callable[[int], bool]:
    match kind:
        case Kind.HEADING:
            return lambda n: _level(story.blocks[n]) > 0
        case Kind.PARAGRAPH:
            return lambda n: True
        case Kind.ITEM:
            return lambda n: story.blocks[n].role in _ITEMS and not story.blocks[n].is_label
        case Kind.LIST:
            return lambda n: story.blocks[n].role in _ITEMS and _leads(story, n, kind)
        case _:
            return lambda n: _level(story.blocks[n]) == LEVELS[kind]


def _leads(story: Story, number: int, kind: Kind) -> bool:
    """Whether a block is the first of its list or its sidebar, whose other members are not jumped to."""
    if kind not in (Kind.LIST, Kind.SIDEBAR) or number == 0:
        return True
    block, before = story.blocks[number], story.blocks[number - 1]
    if block.group is None:
        return before.group is not None or before.role is not block.role
    return before.group != block.group


def _level(block: Block) -> int:
    if block.role is Role.HEADLINE:
        return 1
    return max(1, block.level) if block.role is Role.HEADING else 0


def _rank(story: Story, number: int) -> tuple[int, int]:
    """Orders blocks as they are read: those treated ``after`` come behind all others."""
    return int(story.blocks[number].treatment is Treatment.AFTER), number


def _first(numbers: Iterable[int]) -> Position | None:
    return next((Position(number) for number in numbers), None)


def _sentences(story: Story, number: int) -> Iterator[int]:
    block = story.blocks[number]
    return (piece.start for piece in pieces(block, block.language or story.language))


def _is_past_first_sentence(story: Story, at: Position) -> bool:
    starts = _sentences(story, at.block)
    next(starts, None)
    second = next(starts, None)
    return second is not None and at.offset >= second


def _next_sentence(story: Story, at: Position) -> Position | None:
    within = next((start for start in _sentences(story, at.block) if start > at.offset), None)
    if within is not None:
        return Position(at.block, within)
    here = _rank(story, at.block)
    return _first(n for n in heard(story) if _rank(story, n) > here)


def _previous_sentence(story: Story, at: Position) -> Position | None:
    begun = [start for start in _sentences(story, at.block) if start <= at.offset]
    if len(begun) > 1:
        return Position(at.block, begun[-2])
    here = _rank(story, at.block)
    number = next((n for n in reversed(list(heard(story))) if _rank(story, n) < here), None)
    if number is None:
        return None
    return Position(number, [0, *_sentences(story, number)][-1])
