"""Reads discussions kept as JSON, as Hacker News and its like give them: who says what, and in answer to whom.

``hn:8863`` is the discussion of that number; a saved file is told by what is in it.
"""

from reader import Page, Story, hookimpl


@hookimpl
def open_location(location: str) -> str | None:
    """Where the discussion ``hn:NUMBER`` is to be had as JSON."""
    prefix, _, number = location.partition(":")
    if prefix.lower() != "hn" or not number.isdigit():
        return None
    return f"https://hn.algolia.com/api/v1/items/{number}"


@hookimpl
def read_page(page: Page) -> Story | None:
    """The discussion as a story; each answer is a section, one level below what it answers."""
    start = page.data[:1].lstrip(b"\xef")
    if start not in (b"{", b"[") or not any(key in page.data for key in (b'"children"', b'"kids"', b'"replies"')):
        return None
    from reader_threads_story import story_of

    return story_of(page)
