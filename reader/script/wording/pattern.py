"""Patterns that are made ready only when the first text needs them, so that listening starts at once."""

import re
from collections.abc import Iterator


class Pattern:
    """A regular expression, compiled at its first use: a program that starts should not pay for all languages."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, start)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.compiled.search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text)


def spaced(text: str, start: int, end: int, said: str) -> str:
    """``said`` with a space on each side where it would otherwise run into a word next to it."""
    if said and start and said[0].isalnum() and (text[start - 1].isalnum() or text[start - 1] in "_%€£$¢"):
        said = " " + said
    if said and end < len(text) and said[-1].isalnum() and (text[end].isalnum() or text[end] in "_%€£$¢#@&+"):
        said += " "
    return said
