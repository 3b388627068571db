"""Reads Markdown: headings, lists, quotes, tables, code and footnotes as what they are, and not their signs.

Markdown is told from plain text by its signs, of which two kinds at least must be there. Without the package
markdown-it-py such a file is still read, as plain text.
"""

from reader import Page, Story, hookimpl


@hookimpl
def read_page(page: Page) -> Story | None:
    """The document as a story; its first heading, or the title in its front matter, is the headline."""
    kind = page.media_type.partition(";")[0]
    if kind not in ("text/plain", "text/markdown", "text/x-markdown") or page.data.startswith(b"#!"):
        return None
    from reader_markdown_story import story_of

    return story_of(page)
