"""Keeps captions out of the way without losing them: skip, announce, summarize or speak them, or read them at the end.

A listener chooses with ``--set captions=summarize``; without a choice the preset decides. A caption that was there
before is skipped: a page often carries a picture twice, and nobody wants to hear it twice. The title of a sample of
code is read where captions are announced: without it, "code sample skipped" tells nothing.
"""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.treatment import chosen

_NEARBY = 200
"""How many blocks back a repetition is looked for: enough for any page, and quick on one without end."""

_FEW = 4
"""Up to so many, the first caption stands for all; beyond, the one that says most does: see benchmarks/summary.py."""


@hookimpl
def treat_block(block: Block, number: int, story: Story, detail: str, option: str) -> Treatment | None:
    """Skip for a caption that repeats an earlier one, else what the listener chose; speak for the title of a sample."""
    if block.role is not Role.CAPTION:
        return None
    said = block.text.casefold()
    earlier = story.blocks[max(0, number - _NEARBY) : number]
    if any(other.role is Role.CAPTION and other.text.casefold() == said for other in earlier):
        return Treatment.SKIP
    if not option and detail == "standard" and block.group is None and _titles_code(number, story):
        return Treatment.SPEAK
    return chosen(option)


def _titles_code(number: int, story: Story) -> bool:
    beside = story.blocks[max(0, number - 1) : number + 2]
    return any(other.role is Role.CODE for other in beside)


@hookimpl
def summarize(blocks: tuple[Block, ...], story: Story) -> str | None:
    """Captions in a sentence or two: "Gallery, 14 pictures. First: Boats in the harbour."; of many the most telling."""
    captions = [block.text for block in blocks if block.role is Role.CAPTION and not block.is_label]
    if not captions:
        return None
    if len(captions) == 1:
        return f"Picture: {captions[0]}"
    if len(captions) <= _FEW:
        return f"Gallery, {len(captions)} pictures. First: {captions[0]}"
    from reader_summary_words import extract

    return f"Gallery, {len(captions)} pictures. Among them: {extract(captions, story, 1)[0]}"
