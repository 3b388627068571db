"""What the names say that page authors give to their elements: class, id, itemprop, role, data attributes."""

import re
from functools import lru_cache

from .vocabulary import sections


class Meaning:
    """What a name hints at, as bits of a plain integer: several can hold at once, and they are asked for very often."""

    NAV = 1 << 0
    FOOTER = 1 << 1
    SHARE = 1 << 2
    COMMENTS = 1 << 3
    AD = 1 << 4
    CONSENT = 1 << 5
    RELATED = 1 << 6
    SIGNUP = 1 << 7
    TAGS = 1 << 8
    CAPTION = 1 << 9
    CREDIT = 1 << 10
    GALLERY = 1 << 11
    MEDIA = 1 << 12
    HEADLINE = 1 << 13
    KICKER = 1 << 14
    SUMMARY = 1 << 40
    DECK = 1 << 15
    BYLINE = 1 << 16
    BIO = 1 << 17
    DATE = 1 << 18
    HIGHLIGHTS = 1 << 19
    SIDEBAR = 1 << 20
    PULLQUOTE = 1 << 21
    QUOTE = 1 << 22
    EMBED = 1 << 23
    FOOTNOTE = 1 << 24
    CONTENTS = 1 << 25
    BODY = 1 << 26
    UNSEEN = 1 << 27
    CONTROL = 1 << 28


_BY_NAME: dict[str, int] = {}
_STEMS: list[tuple[str, int]] = []
for _title, _lines in sections("names").items():
    _bit: int = getattr(Meaning, _title.upper())
    for _name in " ".join(_lines).split():
        if _name.startswith("~"):
            _STEMS.append((_name[1:], _bit))
        else:
            _BY_NAME[_name] = _BY_NAME.get(_name, 0) | _bit
_TOPICS = ("category-", "tag-", "post_tag-")
"""How names begin that say what a post is about, as publishing systems write them on the post's box."""
_PART = re.compile(r"[A-Z]?[a-zæøåäöüéèß]+|[A-Z]+(?![a-z])|\d+")
_HASH = re.compile(r"[A-Za-z]*\d+[A-Za-z][A-Za-z\d]*")
"""A part of a name that was made by a machine, as "f98b1ad2" is: the "ad" in it says nothing."""


@lru_cache(maxsize=20_000)
def meaning(names: str) -> int:
    """What the given names say, put together: ``meaning("story-highlights__item")`` holds ``HIGHLIGHTS``."""
    found = 0
    for name in names.split():
        found |= _meaning_of(name)
    return found


@lru_cache(maxsize=20_000)
def _meaning_of(name: str) -> int:
    if name.startswith(_TOPICS) or "-not-" in name:
        return 0
    if not name.isalpha():
        name = _HASH.sub("-", name)
    parts = [part.lower() for part in _PART.findall(name)]
    found = 0
    for i, part in enumerate(parts):
        found |= _BY_NAME.get(part, 0)
        if i + 1 < len(parts):
            found |= _BY_NAME.get(part + parts[i + 1], 0)
        if i + 2 < len(parts):
            found |= _BY_NAME.get(part + parts[i + 1] + parts[i + 2], 0)
    joined = "".join(parts)
    if len(joined) > 6:
        for stem, bit in _STEMS:
            if stem in joined:
                found |= bit
    return found
