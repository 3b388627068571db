"""What a text is about, as far as its words tell: for comparing two texts of one page."""

from __future__ import annotations

import re
from functools import cache

from ...patterns import has_eastern, later
from ..vocabulary import sections

_STEM = 5
"""So many letters of a word are compared: what follows is mostly grammar."""
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]{4,}")
_WIDE = later("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{2,}")


def topic(text: str) -> frozenset[str]:
    """The begins of the words of a text but for small words; of Chinese, Japanese, Korean, Thai: pairs of letters."""
    folded = text.casefold()
    found = {word[:_STEM] for word in _WORD.findall(folded)} - _small()
    if has_eastern(text):
        for run in _WIDE.findall(folded):
            found -= {run[:_STEM]}
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)


@cache
def _small() -> frozenset[str]:
    """The begins of the small words of all languages that are known here."""
    lists = sections("languages").values()
    return frozenset(word[:_STEM] for lines in lists for word in " ".join(lines).split() if len(word) >= _SHORTEST)
