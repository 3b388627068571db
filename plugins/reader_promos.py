"""Keeps what points away from the story out of it: "Read more", newsletter boxes, related links.

A listener chooses with ``--set promos=announce`` (or speak, or skip). Without a choice they are skipped, and can be
heard from the list of what was left out; at full detail the preset decides, save for a promo that was there before.
"""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.errors import PluginError

_CHOICES = {choice.value: choice for choice in (Treatment.SPEAK, Treatment.ANNOUNCE, Treatment.SKIP)}
_ROLES = (Role.PROMO, Role.RELATED)
_NEARBY = 200
"""How many blocks back a repetition is looked for: enough for any page, and quick on one without end."""


@hookimpl
def treat_block(block: Block, number: int, story: Story, detail: str, option: str) -> Treatment | None:
    """What the listener chose, else skip; at full detail only what repeats an earlier promo is skipped."""
    if block.role not in _ROLES:
        return None
    if option:
        if option not in _CHOICES:
            raise PluginError(f"there is no option {option}; choose one of {', '.join(_CHOICES)}")
        return _CHOICES[option]
    if detail != "full":
        return Treatment.SKIP
    earlier = story.blocks[max(0, number - _NEARBY) : number]
    return Treatment.SKIP if any(other.role in _ROLES and other.text == block.text for other in earlier) else None
