"""Reads the transcript of a film, a talk or a podcast from its subtitles, WebVTT or SRT, as running text.

Lines that roll, so that each is shown two or three times, are said once; who speaks is named when the voice changes;
sounds and music stand apart; pauses and chapters make paragraphs and sections. Chapters stand in the file itself, or in
one beside it.
"""

from reader import Block, Page, Story, Treatment, hookimpl

SOUND = "a sound, not speech"
"""The reason of blocks that describe what is heard beside the speech."""


@hookimpl
def read_page(page: Page) -> Story | None:
    """The transcript as a story; notes and styles are left out of it."""
    start = page.data[:4000]
    is_vtt = start.lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT")
    if not is_vtt and b"-->" not in start.replace(b"\0", b""):
        return None
    from reader_subtitles_story import story_of

    return story_of(page, is_vtt)


@hookimpl
def treat_block(block: Block) -> Treatment | None:
    """Sounds are left out, and can be heard from the list of what was."""
    return Treatment.SKIP if block.reason == SOUND else None
