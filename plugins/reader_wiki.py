"""Reads encyclopedia pages: ``wiki:Braille``, ``wiki:de:Blindenschrift``.

A page of MediaWiki, fetched or saved, is read with the roles that it has there: the box at the side, pointers to other
pages, references, formulas; the signs for editing and the tables for navigating keep out of the way.
"""

import re

from reader import Page, Story, hookimpl

_WIKI = r"(?i)wiki:(?:([a-z]{2,3}(?:-[a-z]+)*):)?(.+)"


@hookimpl
def open_location(location: str) -> str | None:
    """The address of the article; English where no language is named."""
    if location[:5].lower() == "wiki:" and (article := re.fullmatch(_WIKI, location)):
        from urllib.parse import quote

        language, title = article[1] or "en", article[2].strip().replace(" ", "_")
        return f"https://{language.lower()}.wikipedia.org/wiki/{quote(title, safe='/:()_,')}"
    return None


@hookimpl
def read_page(page: Page) -> Story | None:
    """The article as a story; None where the page is not MediaWiki's."""
    if b"mw-parser-output" not in page.data or b"<" not in page.data[:2000]:
        return None
    from reader_wiki_article import article_of

    return article_of(page)
