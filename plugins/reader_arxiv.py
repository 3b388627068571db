"""Reads papers: ``arxiv:1706.03762`` opens one by its number, and papers made with LaTeXML are read as what they are.

That is how arXiv and many others show papers as pages: notes stand in the middle of sentences there, and equations in
tables. The page of an abstract is read as title, authors, abstract and comments.
"""

import re

from reader import Page, Story, hookimpl

_ADDRESS = r"(?i)arxiv:((?:[a-z-]+(?:\.[a-z]{2})?/)?\d{4}[.\d]\d{2,6}(?:v\d+)?)"


@hookimpl
def open_location(location: str) -> str | None:
    """The address of the paper with that number."""
    paper = re.fullmatch(_ADDRESS, location) if location[:6].lower() == "arxiv:" else None
    return f"https://arxiv.org/abs/{paper[1]}" if paper else None


@hookimpl
def read_page(page: Page) -> Story | None:
    """The paper, or what is said of it on the page of its abstract; None where the page is neither."""
    if b"ltx_document" not in page.data and b"abstract mathjax" not in page.data:
        return None
    from reader_arxiv_paper import story_of

    return story_of(page)
