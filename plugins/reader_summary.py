"""Says in a sentence or two what is left out, in the words of the page itself, and without any network.

Short boxes are told by their label and first sentence, longer ones by the sentence that carries most of the words that
set them apart, sooner rather than later; lists, tables and code by what they hold. Captions are left to others.
"""

from reader import Block, Story, hookimpl


@hookimpl
def summarize(blocks: tuple[Block, ...], story: Story) -> str | None:
    """What ``blocks``, neighbours of one role, hold."""
    from reader_summary_words import summary_of

    return summary_of(blocks, story)
