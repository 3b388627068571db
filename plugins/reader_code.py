"""Reads samples of code as a listener wants them: ``--set code=summarize`` tells their length and what they define.

Other choices are speak (line by line), announce, skip and after. Without one the preset decides, by their length.
"""

from reader import Block, Role, Treatment, hookimpl
from reader.treatment import chosen


@hookimpl
def treat_block(block: Block, option: str) -> Treatment | None:
    """What the listener chose for code."""
    return chosen(option) if block.role is Role.CODE else None
