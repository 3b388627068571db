"""Reads books in EPUB, chapter after chapter; notes, boxes and page numbers keep out of the way.

Roles come from what the book says of itself: EPUB structural semantics (``epub:type``), DPUB-ARIA roles, its table of
contents, and the guide of EPUB 2.
"""

from reader import Limits, Page, Story, hookimpl


@hookimpl
def read_page(page: Page, limits: Limits) -> Story | None:
    """The whole book as one story; its chapters are sections."""
    if not page.data.startswith(b"PK\x03\x04") or b"META-INF/container.xml" not in page.data:
        return None
    from reader_epub_book import book_of

    return book_of(page, limits)
