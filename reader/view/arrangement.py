"""The parts of the view in their order: what is read stands in its place, what is left out is folded away."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from ..script.announcements import skipped
from ..story import Block, Role, Story, Treatment

Summarize = Callable[[tuple[Block, ...]], str | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6; no level is left out on the way down."""

    number: int
    level: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that stands for itself."""

    number: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``label`` names it where no heading stands over it."""

    numbers: tuple[int, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A sidebar or a run of teasers that is read; ``label`` is the number of the heading printed over it, if any."""

    role: Role
    name: str
    parts: "tuple[Part, ...]"
    label: int | None = None


@dataclass(frozen=True, slots=True)
class Fold:
    """Something left out, closed until it is asked for: ``title`` says what and how many."""

    title: str
    parts: "tuple[Part, ...]"
    label: int | None = None
    """The number of the heading printed over it, which the title holds."""


Part: TypeAlias = Heading | Passage | Items | Box | Fold


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``headline`` is the number of the block with the headline; ``left_out`` holds one fold a role."""

    headline: int | None
    body: tuple[Part, ...]
    left_out: tuple[Fold, ...]


_SAID = (Treatment.SPEAK, Treatment.AFTER)
_LISTED = (Role.LIST_ITEM, Role.HIGHLIGHT)
_BOXED = (Role.SIDEBAR, Role.RELATED)


def arrange(story: Story, summarize: Summarize | None = None) -> Arrangement:
    """The parts as their treatments say: every block of the story stands in exactly one of them.

    What is announced or summarized is folded where it stands, what is skipped is folded behind the body by role, so
    that it costs a listener one line a role.
    """
    blocks = story.blocks
    headline = next((number for number, _ in story.numbered(Role.HEADLINE)), None)
    rest = [number for number in range(len(blocks)) if number != headline]
    now = [n for n in rest if blocks[n].treatment not in (Treatment.SKIP, Treatment.AFTER)]
    after = [n for n in rest if blocks[n].treatment is Treatment.AFTER]
    aside = [n for n in rest if blocks[n].treatment is Treatment.SKIP]
    levels = _Levels()
    body = (*_body(blocks, now, levels, summarize), *_body(blocks, after, levels, summarize))
    roles = sorted(dict.fromkeys(blocks[n].role for n in aside), key=lambda role: role is Role.BOILERPLATE)
    left_out = (_fold(blocks, [n for n in aside if blocks[n].role is role]) for role in roles)
    return Arrangement(headline, body, tuple(left_out))


class _Levels:
    """Heading levels without gaps: a heading is one deeper than the last one that the page holds for higher."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def next(self, printed: int) -> int:
        while self._above and self._above[-1] >= printed:
            self._above.pop()
        self._above.append(printed)
        return min(len(self._above) + 1, 6)

    def beneath(self) -> int:
        """The level of a heading that belongs to the section, but begins none."""
        return min(len(self._above) + 2, 6)


def _body(
    blocks: Sequence[Block], numbers: Sequence[int], levels: _Levels, summarize: Summarize | None
) -> Iterator[Part]:
    for (treatment, role), run in groupby(numbers, key=lambda n: _kind(blocks[n])):
        members = list(run)
        if treatment is None:
            yield from _said(blocks, members, levels)
        elif role is Role.HEADING:
            # A heading that is not said would leave its section without a beginning.
            yield from (_fold(blocks, [n]) for n in members)
        else:
            asked = summarize if treatment is Treatment.SUMMARIZE else None
            yield _fold(blocks, members, asked)


def _kind(block: Block) -> tuple[Treatment | None, Role | None]:
    # A line with a date is as short as the fold around it would be.
    shown = block.treatment in _SAID or (block.role is Role.DATELINE and block.treatment is Treatment.SUMMARIZE)
    return (None, None) if shown else (block.treatment, block.role)


def _said(blocks: Sequence[Block], numbers: Sequence[int], levels: _Levels) -> Iterator[Part]:
    for (role, _), run in groupby(numbers, key=lambda n: _belonging(blocks[n], n)):
        members = list(run)
        first = blocks[members[0]]
        if role in _LISTED:
            label = members.pop(0) if first.is_label else None
            if label is not None:
                yield Heading(label, levels.beneath())
            name = "Highlights" if role is Role.HIGHLIGHT else first.group.label if first.group else ""
            if members:
                yield Items(tuple(members), name if label is None else "")
        elif role in _BOXED:
            label = next((n for n in members if blocks[n].is_label), None)
            name = first.role.spoken(1 if role is Role.SIDEBAR else 2).capitalize()
            parts = tuple(_parts(blocks, [n for n in members if n != label]))
            yield Box(first.role, name, parts, label)
        elif first.role is Role.HEADING:
            yield Heading(members[0], levels.next(first.level or 2))
        elif first.is_label:
            yield Heading(members[0], levels.beneath())
        else:
            yield Passage(members[0])


def _belonging(block: Block, number: int) -> tuple[Role | None, object]:
    """What neighbours share that are shown together; a number where a block stands alone."""
    if block.role in _LISTED or block.role in _BOXED:
        return block.role, block.group
    return None, number


def _parts(blocks: Sequence[Block], numbers: Sequence[int]) -> Iterator[Part]:
    """What a box or a fold holds: tables and code as they are, the rest as a list where there is more than one."""
    for alone, run in groupby(numbers, key=lambda n: blocks[n].is_label or blocks[n].role in (Role.TABLE, Role.CODE)):
        members = tuple(run)
        if alone or len(members) == 1:
            yield from map(Passage, members)
        else:
            yield Items(members)


def _fold(blocks: Sequence[Block], numbers: Sequence[int], summarize: Summarize | None = None) -> Fold:
    members = tuple(blocks[n] for n in numbers)
    summary = summarize(members) if summarize else None
    labels = [n for n in numbers if blocks[n].is_label]
    label = labels[0] if len(labels) == 1 and len(numbers) > 1 and not summary else None
    return Fold(summary or _title(members), tuple(_parts(blocks, [n for n in numbers if n != label])), label)


def _title(members: tuple[Block, ...]) -> str:
    """The role's word and how many: "Captions, 14". Of several sidebars the boxes are counted, of one its lines."""
    counted = [block for block in members if not block.is_label] or list(members)
    role = counted[0].role
    if len(counted) == 1 and role in (Role.TABLE, Role.CODE):
        return skipped(counted).removesuffix(", skipped.")
    count, words = len(counted), len(counted)
    if role is Role.SIDEBAR:
        boxes = len({block.group.number if block.group else -n for n, block in enumerate(counted, 1)})
        count, words = (boxes, boxes) if boxes > 1 else (count, 1)
    word = role.spoken(words)
    return f"{word[0].upper()}{word[1:]}, {count}"
