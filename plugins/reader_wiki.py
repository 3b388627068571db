"""Reads encyclopedia pages: ``wiki:Braille``, ``wiki:de:Blindenschrift``.

The page itself is read as every page is: the readability stage knows the box at the side, pointers
to other pages, references and formulas, in whatever language they are labelled.
"""

import re

from reader import hookimpl

_WIKI = r"(?i)wiki:(?:([a-z]{2,3}(?:-[a-z]+)*):)?(.+)"


@hookimpl
def open_location(location: str) -> str | None:
    """The address of the article; English where no language is named."""
    if location[:5].lower() == "wiki:" and (article := re.fullmatch(_WIKI, location)):
        from urllib.parse import quote

        language, title = article[1] or "en", article[2].strip().replace(" ", "_")
        return f"https://{language.lower()}.wikipedia.org/wiki/{quote(title, safe='/:()_,')}"
    return None
