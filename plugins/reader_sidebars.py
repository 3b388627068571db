"""Keeps boxes beside the story out of its way: skip, announce, summarize or speak them, or read them at the end.

A listener chooses with ``--set sidebars=after``; without a choice the preset decides.
"""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.treatment import chosen


@hookimpl
def treat_block(block: Block, option: str) -> Treatment | None:
    """What the listener chose for sidebars."""
    return chosen(option) if block.role is Role.SIDEBAR else None


@hookimpl
def summarize(blocks: tuple[Block, ...], story: Story) -> str | None:
    """Each box in a sentence or two: "Sidebar: At a glance, 9 points. It began in May."."""
    sidebars = [block for block in blocks if block.role is Role.SIDEBAR]
    groups = dict.fromkeys(block.group for block in sidebars)
    boxes = ([block for block in sidebars if block.group == group] for group in groups)
    return " ".join(_summary(box, story.language) for box in boxes) or None


def _summary(box: list[Block], language: str) -> str:
    label = next((block.text.rstrip(" :") for block in box if block.is_label), "")
    points = [block.text for block in box if not block.is_label]
    named = f"Sidebar: {label}" if label else "Sidebar"
    if len(points) > 1:
        named += f", {len(points)} points"
    return f"{named}. {_first_sentence(points[0], language)}" if points else f"{named}."


def _first_sentence(text: str, language: str) -> str:
    from reader.script.sentences import sentences  # when it is needed: a plugin should cost nothing until then

    return next((text[start:end] for start, end in sentences(text, language)), text)
