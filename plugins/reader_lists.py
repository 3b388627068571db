"""Says the items of ordered lists with their numbers, or with ``--set lists=plain`` without them."""

from dataclasses import replace

from reader import Story, hookimpl
from reader.errors import PluginError


@hookimpl
def adjust_story(story: Story, option: str) -> Story | None:
    """The story without the numbers of its items, where that is what was chosen."""
    if option not in ("", "numbered", "plain"):
        raise PluginError(f"there is no option {option}; choose one of numbered, plain")
    if option != "plain":
        return None
    return replace(story, blocks=tuple(replace(block, ordinal=None) for block in story.blocks))
