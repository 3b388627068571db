"""What happens to each block: the presets, who decides, and the ledger of what was left out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from .errors import PluginError
from .story import Block, Group, Role, Story, Treatment

Vote = Callable[[Block, int, Story], tuple[str, Treatment] | None]
"""What the plugins say of the block with that number: who, and which treatment; None where none of them cares."""

LONG_TABLE_CELLS: Final = 40
LONG_CODE_LINES: Final = 6
"""Past these a table or a code sample is announced rather than spoken: about half a minute of speech."""

_BODY = dict.fromkeys(Role, Treatment.SPEAK)
_FURNITURE = {Role.BOILERPLATE: Treatment.SKIP}
_ASIDE = (Role.PROMO, Role.RELATED, Role.PULLQUOTE)

PRESETS: Final[Mapping[str, Mapping[Role, Treatment]]] = {
    "brief": _BODY
    | dict.fromkeys((*_ASIDE, Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.MEDIA), Treatment.SKIP)
    | dict.fromkeys((Role.SIDEBAR, Role.FOOTNOTE), Treatment.SKIP)
    | dict.fromkeys((Role.TABLE, Role.CODE), Treatment.ANNOUNCE)
    | _FURNITURE,
    "standard": _BODY
    | dict.fromkeys((Role.SIDEBAR, Role.CAPTION, Role.MEDIA, Role.FOOTNOTE), Treatment.ANNOUNCE)
    | dict.fromkeys(_ASIDE, Treatment.SKIP)
    | _FURNITURE,
    "full": _BODY | {Role.PULLQUOTE: Treatment.SKIP} | _FURNITURE,
}
"""How much is read: brief is the story alone, full is all but repetitions and page furniture."""


def treat(
    story: Story, detail: str, *, chosen: Mapping[Role, Treatment] | None = None, vote: Vote | None = None
) -> Story:
    """The story with every block treated: as the listener chose, else as a plugin says, else by the preset."""
    chosen = chosen or {}

    def decided(number: int, block: Block) -> Block:
        if block.role in chosen:
            return replace(block, treatment=chosen[block.role], treated_by="your choice")
        if vote and (voted := vote(block, number, story)):
            return replace(block, treatment=voted[1], treated_by=f"plugin {voted[0]}")
        treatment, why = _preset(detail, block)
        return replace(block, treatment=treatment, treated_by=why)

    return replace(story, blocks=tuple(decided(number, block) for number, block in enumerate(story.blocks)))


def _preset(detail: str, block: Block) -> tuple[Treatment, str]:
    treatment = PRESETS[detail][block.role]
    if detail == "standard" and treatment is Treatment.SPEAK and _is_long(block):
        return Treatment.ANNOUNCE, f"preset {detail}: a long {block.role.spoken()}"
    return treatment, f"preset {detail}"


def _is_long(block: Block) -> bool:
    match block.role:
        case Role.TABLE:
            return sum(map(len, block.items)) > LONG_TABLE_CELLS
        case Role.CODE:
            return block.text.count("\n") >= LONG_CODE_LINES
        case _:
            return False


def chosen(option: str, *choices: Treatment) -> Treatment | None:
    """The treatment that a listener set for a plugin, one of ``choices`` (any without); None where it is "".

    Raises `PluginError` with the choices that there are.
    """
    known = choices or tuple(Treatment)
    if option and option not in known:
        raise PluginError(f"there is no option {option}; choose one of {', '.join(known)}")
    return Treatment(option) if option else None


def left_out(story: Story) -> Iterator[int]:
    """The numbers of the blocks that are not said when the story is read, page furniture and labels aside."""
    for number, block in enumerate(story.blocks):
        said = block.treatment in (Treatment.SPEAK, Treatment.AFTER)
        if not said and not block.is_label and block.role is not Role.BOILERPLATE:
            yield number


def ledger(story: Story) -> str:
    """What was left out, in a line to be said: "Left out: 14 captions, 4 related links."; "" where nothing was."""
    things = dict.fromkeys(_counted(number, story.blocks[number]) for number in left_out(story))
    counts = Counter(role for role, _ in things)
    if not counts:
        return ""
    return "Left out: " + ", ".join(f"{count} {role.spoken(count)}" for role, count in counts.items()) + "."


def _counted(number: int, block: Block) -> tuple[Role, int | Group]:
    """The thing that a block is a part of: a box is one sidebar, and one about an author is one note."""
    group = block.group
    is_one = group is not None and (block.role is Role.SIDEBAR or (block.role is Role.FOOTNOTE and group.size == 1))
    return block.role, group if group is not None and is_one else number
