"""Keeps what points away from the story out of it: "Read more", newsletter boxes, offers.

A listener chooses with ``--set promos=announce`` (or speak, or skip). Without a choice they are skipped, and can be
heard from the list of what was left out; at full detail the preset decides, save for a promo that was there before.
"""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.treatment import chosen

_NEARBY = 200
"""How many blocks back a repetition is looked for: enough for any page, and quick on one without end."""


@hookimpl
def treat_block(block: Block, number: int, story: Story, detail: str, option: str) -> Treatment | None:
    """What the listener chose, else skip; at full detail only what repeats an earlier promo is skipped."""
    if block.role is not Role.PROMO:
        return None
    if option or detail != "full":
        return chosen(option or "skip", Treatment.SPEAK, Treatment.ANNOUNCE, Treatment.SKIP)
    earlier = story.blocks[max(0, number - _NEARBY) : number]
    return Treatment.SKIP if any(other.role is Role.PROMO and other.text == block.text for other in earlier) else None
