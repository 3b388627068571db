"""Reads Word documents (DOCX): headings, lists, tables, footnotes and comments as what they are."""

from reader import Limits, Page, Story, hookimpl


@hookimpl
def read_page(page: Page, limits: Limits) -> Story | None:
    """The document as a story; its title, or else its first heading, is the headline."""
    if not page.data.startswith(b"PK\x03\x04") or b"word/document.xml" not in page.data:
        return None
    from reader_docx_story import story_of

    return story_of(page, limits)
