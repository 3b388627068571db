"""Recognizes lines that name who wrote a story with no word for it: names side by side, with offices and places."""

from __future__ import annotations

import re
from functools import lru_cache

from ..shapes import is_name
from ..vocabulary import words

_OFFICE = words("shapes", "office")
_AND = re.compile(r"\s*(?:,|;|&|\+)\s*|\s+(?:and|und|et|y|e|og|och|en|ja|i|и|та|ve)\s+")
_WORDS = re.compile(r"[^\s,;|&/()–—-]+")
_LONGEST = 110


@lru_cache(maxsize=1024)
def holds_office(text: str) -> bool:
    """Whether a short line says what somebody is at a paper: “Education correspondent”."""
    return len(text) <= _LONGEST and any(_is_office(word) for word in _WORDS.findall(text))


def _is_office(word: str) -> bool:
    folded = word.casefold().strip(".:")
    return folded in _OFFICE or any(folded.endswith(office) for office in _OFFICE if len(office) > 7)


@lru_cache(maxsize=1024)
def names_people(text: str) -> bool:
    """Whether a line is two names or more, or a name and an office: “Ann Lee and Bo Ek, Reuters”, “Ann Lee, editor”."""
    if len(text) > _LONGEST or text.endswith((".", "!", "?", ":")) or any(map(str.isdigit, text)):
        return False
    parts = [part for part in _AND.split(text) if part]
    if not parts or not is_name(parts[0]):
        return False
    names = sum(map(is_name, parts))
    rest = [part for part in parts if not is_name(part)]
    written = all(word[:1].isupper() or len(word) < 4 for word in text.split())
    return (names > 1 and written and len(rest) < 2) or (bool(rest) and all(map(holds_office, rest)))
