"""Sizes and multiples: "25 x 7 m" is "twenty five by seven meters", "5x faster" "five times faster"."""

import re
from collections.abc import Iterator

from .grammar import FUNCTION_WORDS, NUMBER, is_plural, word_after, word_before, words
from .numbers import cardinal, decimal
from .pattern import Pattern
from .rule import Edit
from .units import LETTERS, UNITS

_SIZE = Pattern(rf"(?<!\d,)(?<![\w.$€£])({NUMBER})(\s?)([x×X])\s?(?={NUMBER}(?!(?<=X\d)[A-Z]))")
_CROSSED = Pattern(r"[\d\s\"”″'′m]\s?[x×X]")
_BETWEEN = Pattern(r"\d\s?(?:ft|in|cm|mm|km|m|[\"”″'′])(\s?[x×X]\s?)(?=\d)")
_SIZED = Pattern(rf"({NUMBER})(?:\s?[x×X]\s?({NUMBER}))?")
_MULTIPLE = Pattern(rf"(?<!\d,)(?<![\w.$€£])({NUMBER})([x×X])(?!\w)")
_GREATER = words(
    "faster slower bigger larger smaller more less higher lower greater longer stronger cheaper better lighter the as"
)
_TIMBER = Pattern(r"(?<![\w.,$€£])(\d)x(\d{1,2})s\b")
_BY = Pattern(r"(?:4x4|2x4|6x4|8x10|16x9)(?!\d)")


def find(text: str) -> Iterator[Edit]:
    """25 x 7 m is "twenty five by seven meters"; without a unit a tight "2x8" keeps its letter."""
    if not _CROSSED.search(text):
        return
    for match in _TIMBER.finditer(text):
        several = cardinal(int(match[2]))
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} by {several}{'es' if several[-1] == 'x' else 's'}")
    for match in _SIZE.finditer(text):
        by = (
            "times"
            if match[3] == "×" and not _measured(text, match.end())
            else "by"
            if match[2]
            or _measured(text, match.end())
            or _BY.match(text, match.start())
            or _is_large(match[1])
            or _is_large(text[match.end() : match.end() + 2])
            else "x"
        )
        yield Edit(match.start(), match.end(), f"{decimal(match[1])} {by} ")
    for match in _BETWEEN.finditer(text):
        yield Edit(*match.span(1), " by ")
    for match in _MULTIPLE.finditer(text):
        if match[1] == "777":
            continue  # an airliner
        after = word_after(text, match.end())
        # "A 5x zoom" is a name, "rose 3x" and "33x forward earnings" count.
        named = (
            after.islower()
            and after not in FUNCTION_WORDS
            and not any(map(is_plural, text[match.end() : match.end() + 40].split()[:2]))
        )
        alone = not after and not match.start()
        times = (
            match[2] == "×"
            or after in _GREATER
            or not (named or alone or after[:1].isupper() or word_before(text, match.start()) in ("a", "an"))
        )
        yield Edit(*match.span(), f"{decimal(match[1])} {'times' if times else 'x'}")


def _is_large(number: str) -> bool:
    """Whether it has two digits and more, as the sides of pictures and pans have: "1920x1080", "9x13"."""
    return len(number) > 1 and number.replace(",", "0")[:2].isdigit()


def _measured(text: str, start: int) -> bool:
    """Whether the last of the numbers has a unit."""
    size = _SIZED.match(text, start)
    if size is None:
        return False
    unit = re.match(r"[\s-]?([A-Za-z\"”″]+[²³23]?)", text[size.end() :])
    return unit is not None and (unit[1] in UNITS or unit[1] in LETTERS or unit[1][0] in '"”″')
