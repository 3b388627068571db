"""Leaves low tides for the end; ``--set lows=skip`` leaves them out."""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.errors import PluginError

TESTED_WITH = "0.1"


@hookimpl
def treat_block(block: Block, story: Story, option: str) -> Treatment | None:
    """After for a low tide, or what the listener set; None for all else."""
    if block.role is not Role.LIST_ITEM or not story.location.startswith("tide:"):
        return None
    if option not in ("", "after", "skip"):
        raise PluginError(f"there is no option {option}; choose after or skip")
    return Treatment(option or "after") if block.text.startswith("low") else None
