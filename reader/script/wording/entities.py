"""Signs that were escaped for the web once too often are the signs they stand for: "AT&amp;T" is "AT&T"."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

_ENTITY = Pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def find(text: str) -> Iterator[Edit]:
    if "&" not in text or ";" not in text:
        return
    for match in _ENTITY.finditer(text):
        import html

        meant = html.unescape(match[0])
        if meant == "&":
            yield Edit(match.start() + 1, match.end(), "")  # each language has its own word for it
        elif meant != match[0]:
            yield Edit(*match.span(), meant if meant.isprintable() else " " if meant.isspace() else "")
