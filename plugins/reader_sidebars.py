"""Keeps boxes beside the story out of its way: skip, announce, summarize or speak them, or read them at the end.

A listener chooses with ``--set sidebars=after``; without a choice the preset decides.
"""

import re

from reader import Block, Role, Treatment, hookimpl
from reader.errors import PluginError

_FIRST_SENTENCE = re.compile(r".+?[.!?…][\"'”’»)]*(?=\s|$)", re.S)


@hookimpl
def treat_block(block: Block, option: str) -> Treatment | None:
    """What the listener chose for sidebars."""
    if block.role is not Role.SIDEBAR or not option:
        return None
    try:
        return Treatment(option)
    except ValueError:
        raise PluginError(f"there is no option {option}; choose one of {', '.join(Treatment)}") from None


@hookimpl
def summarize(blocks: tuple[Block, ...]) -> str | None:
    """Each box in a sentence or two: "Sidebar: At a glance, 9 points. It began in May."."""
    sidebars = [block for block in blocks if block.role is Role.SIDEBAR]
    groups = dict.fromkeys(block.group for block in sidebars)
    return " ".join(_summary([block for block in sidebars if block.group == group]) for group in groups) or None


def _summary(box: list[Block]) -> str:
    label = next((block.text for block in box if block.is_label), "")
    points = [block.text for block in box if not block.is_label]
    name = f"Sidebar: {label.rstrip(' :')}" if label else "Sidebar"
    if not points:
        return f"{name}."
    count = f", {len(points)} points" if len(points) > 1 else ""
    first = _FIRST_SENTENCE.match(points[0])
    return f"{name}{count}. {first[0] if first else points[0]}"
