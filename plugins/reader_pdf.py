"""Reads PDF as running text: columns in order, words whole again that a line end cut, and no running headers.

A PDF knows only where signs stand. What is a heading, a note or a caption is told by the size of its type, its place on
the page, and by the bookmarks of the document.
"""

from reader import Page, Story, hookimpl


@hookimpl
def read_page(page: Page) -> Story | None:
    """The document as a story; its largest heading at the front is the headline."""
    if b"%PDF-" not in page.data[:1024]:
        return None
    from reader_pdf_story import story_of

    return story_of(page)
