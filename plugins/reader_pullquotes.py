"""Says a pull quote once: one that repeats the story is left out, one whose words stand nowhere else is read.

A listener chooses otherwise with ``--set pullquotes=speak`` (or skip, announce, after).
"""

import re
from collections import Counter

from reader import Block, Role, Story, Treatment, hookimpl
from reader.treatment import chosen

_SHARE = 0.8
"""So much of a quote stands in one paragraph where it repeats it: editors leave words out."""


@hookimpl
def treat_block(block: Block, story: Story, detail: str, option: str) -> Treatment | None:
    """What the listener chose, else speak for what would be lost; None leaves repetitions to the preset."""
    if block.role is not Role.PULLQUOTE:
        return None
    if option:
        return chosen(option)
    said = _words(block.text)
    others = (other.text for other in story.blocks if other.role is not Role.PULLQUOTE)
    is_told = any((said & _words(other)).total() >= _SHARE * said.total() for other in others)
    return None if is_told or detail == "brief" else Treatment.SPEAK


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))
