"""Keeps related stories out of the way: skip, announce, summarize ("13 related stories, first …"), or read them.

A listener chooses with ``--set related=summarize``. Without a choice they are skipped, and can be heard from the list
of what was left out; at full detail the preset decides, save for one that was there before.
"""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.treatment import chosen

_NEARBY = 200
"""How many blocks back a repetition is looked for: enough for any page, and quick on one without end."""


@hookimpl
def treat_block(block: Block, number: int, story: Story, detail: str, option: str) -> Treatment | None:
    """What the listener chose, else skip; at full detail only what repeats an earlier one is skipped."""
    if block.role is not Role.RELATED:
        return None
    if option or detail != "full":
        return chosen(option or "skip")
    earlier = story.blocks[max(0, number - _NEARBY) : number]
    return Treatment.SKIP if any(other.role is Role.RELATED and other.text == block.text for other in earlier) else None
