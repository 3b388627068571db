"""First, second, third."""

from collections.abc import Iterator

from .grammar import HAS_DIGIT
from .numbers import cardinal, ordinal
from .pattern import Pattern
from .rule import Edit

_ORDINAL = Pattern(
    r"(?<!\d,)(?<![\w.$€£/])(\d{1,3}(?:,\d{3}){1,9}|\d{1,30})\s?(st|nd|rd|th|ST|ND|RD|TH)(?![A-Za-z0-9])"
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def find(text: str) -> Iterator[Edit]:
    if not HAS_DIGIT.search(text):
        return
    for match in _ORDINAL.finditer(text):
        n = int(match[1].replace(",", ""))
        gap = match[0][len(match[1])] == " "
        right = match[2].lower() == ("th" if n % 100 in (11, 12, 13) else _ENDINGS.get(n % 10, "th"))
        if right:
            yield Edit(*match.span(), ordinal(n))
        elif not gap:
            yield Edit(*match.span(), f"{cardinal(n)} {match[2]}")
