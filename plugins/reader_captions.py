"""Keeps captions out of the way without losing them: skip, announce, summarize or speak them, or read them at the end.

A listener chooses with ``--set captions=summarize``. Without a choice the preset decides, save for a caption that was
there before: a page often carries a picture twice, and nobody wants to hear it twice.
"""

from reader import Block, Role, Story, Treatment, hookimpl
from reader.errors import PluginError


@hookimpl
def treat_block(block: Block, number: int, story: Story, option: str) -> Treatment | None:
    """What the listener chose for captions, else skip for one that repeats an earlier caption, else None."""
    if block.role is not Role.CAPTION:
        return None
    if option:
        return _chosen(option)
    said = block.text.casefold()
    repeated = any(other.text.casefold() == said for at, other in story.numbered(Role.CAPTION) if at < number)
    return Treatment.SKIP if repeated else None


@hookimpl
def summarize(blocks: tuple[Block, ...]) -> str | None:
    """Captions in a sentence or two: "Gallery, 14 pictures. First: Boats in the harbour."."""
    captions = [block.text for block in blocks if block.role is Role.CAPTION and not block.is_label]
    if not captions:
        return None
    if len(captions) == 1:
        return f"Picture: {captions[0]}"
    return f"Gallery, {len(captions)} pictures. First: {captions[0]}"


def _chosen(option: str) -> Treatment:
    try:
        return Treatment(option)
    except ValueError:
        raise PluginError(f"there is no option {option}; choose one of {', '.join(Treatment)}") from None
