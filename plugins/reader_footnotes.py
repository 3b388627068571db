"""Reads footnotes where a listener wants them: ``--set footnotes=here`` says each right after its paragraph.

Other choices are speak (where they stand), after (when the body is over), announce and skip.
"""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.errors import PluginError

_CHOICES = {name: Treatment(name) for name in ("speak", "after", "announce", "skip")}


@hookimpl
def adjust_story(story: Story, option: str) -> Story | None:
    """The story with each footnote after the paragraph that has its sign, where that is what was chosen."""
    if option != "here" or not any(block.role is Role.FOOTNOTE for block in story.blocks):
        return None
    from dataclasses import replace

    return replace(story, blocks=placed(story.blocks))


@hookimpl
def treat_block(block: Block, option: str) -> Treatment | None:
    """What was chosen for footnotes."""
    if block.role is not Role.FOOTNOTE or not option:
        return None
    if option != "here" and option not in _CHOICES:
        raise PluginError(f"there is no option {option}; choose one of here, {', '.join(_CHOICES)}")
    return _CHOICES.get(option, Treatment.SPEAK)


def placed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each footnote behind the one that has its sign, and what follows a footnote behind that."""
    from reader.notes import references

    owners = {found.note: found.block for found in reversed(references(blocks))}
    behind: dict[int, list[Block]] = {}
    stays: set[int] = set()
    owner: int | None = None
    for number, block in enumerate(blocks):
        owner = owners.get(number, owner) if block.role is Role.FOOTNOTE else None
        if owner is None:
            stays.add(number)
        else:
            behind.setdefault(owner, []).append(block)
    return tuple(part for n, block in enumerate(blocks) if n in stays for part in (block, *behind.get(n, ())))
