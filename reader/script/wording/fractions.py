"""Parts of a whole, marks and stars: "2½" is "two and a half", "★★★★☆" "four out of five stars"."""

import re
from collections.abc import Iterator

from .calendar import BY_NUMBER
from .grammar import word_before, words
from .numbers import cardinal, decimal, digits, fraction, ordinal, year
from .pattern import Pattern, spaced
from .rule import Edit

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6),
    "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
SIGNS = "".join(VULGAR)
_VULGAR = Pattern(rf"(?<!\d,)(?<![\w.])(?:(\d{{1,4}})\s?)?([{SIGNS}])")
_FRACTION = Pattern(
    r"(?<!\d,)(?<![\w.:/$€£])(?<!\d-)(?:(\d{1,4})[\s-])?(\d{1,4})\s?[/⁄]\s?(\d{1,4})(?:th|rd|nd|ths|rds)?(?![\w%/]"
    r"|[.,:]\d|-\d)"
)
_OUT_OF = Pattern(r"(?<!\d,)(?<![\w.:/$€£])(\d{1,3}(?:\.\d)?)\s?/\s?(5|10|20|100)(?![\w%/]|[.,:]\d)(\s+stars?\b)?", 2)
_STARS = Pattern(r"([★⭐✭✮🌟]\ufe0f?)+\s?([½]?)(☆*)")
_ASTERISKS = Pattern(r"(?<!\S)(\*{2,5})(?=\s*(?:$|review|out of))")
_HOTEL = Pattern(
    r"(?<![\w.])([1-7])\*(?=[\s-](?:hotels?|resorts?|luxury|spas?|reviews?|ratings?|accommodation|service)\b)"
)
_STARRED = Pattern(r"(?<![\w.,/])(\d(?:\.\d)?)\s?[★⭐]\ufe0f?(?!\s?[★⭐☆])")
_STAR = Pattern(r"[★⭐✭✮🌟]")
_RATED = Pattern(
    r"\b(?:rat(?:ed|ing|es?)|scor(?:e|es|ed|ing)|verdict|review|grade[sd]?|marks?|stars?|gave|gives|give|awarded"
    r"|pain)\b",
    2,
)
_PRESSURE = Pattern(r"\bblood pressure\b|mm\s?Hg|\bBP\b", 2)
# "Windows 10/11" is about two of them.
_NUMBERED = words("windows iphone ios android galaxy pixel macos python php java seasons grades years lines rooms")
_USUAL = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 1000)
_ODDS = Pattern(r"\b(?:odds|favou?rites?|bookmakers?|bookies|bets?|betting|punters)\b")
_FALLS = Pattern(r"\b(?:thru|through|seen|moon|date|due|by|until|since|on|a\.m|p\.m)\b")
_JOINED = Pattern(r"-[a-z]|\san?\s")
_IDIOMS = {
    "24/7": "twenty four seven",
    "50/50": "fifty fifty",
    "20/20": "twenty twenty",
    "24/7/365": "twenty four seven three sixty five",
}
_IDIOM = Pattern(r"(?<![\w./-])(?:24/7/365|24/7|50/50|20/20)(?![\w/]|[.-]\d)|(?<![\w./-])50-50(?![\w-])")


def find(text: str) -> Iterator[Edit]:
    for match in _STARRED.finditer(text) if "★" in text or "⭐" in text else ():
        yield Edit(*match.span(), f"{decimal(match[1])} {'star' if match[1] == '1' else 'stars'}")
    for match in _STARS.finditer(text) if not text.isascii() else ():
        full, half, empty = len(_STAR.compiled.findall(match[0])), match[2], len(match[3])
        said = cardinal(full) + (" and a half" if half else "")
        if empty:
            said += f" out of {cardinal(full + empty + bool(half))}"
        yield Edit(*match.span(), spaced(text, *match.span(), f"{said} {'star' if said == 'one' else 'stars'}"))
    for match in _HOTEL.finditer(text) if "*" in text else ():
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} star")
    for match in _ASTERISKS.finditer(text) if "**" in text else ():
        yield Edit(*match.span(), f"{cardinal(len(match[1]))} stars")
    if not text.isascii():
        for match in _VULGAR.finditer(text):
            said = mixed(match[1], *VULGAR[match[2]])
            if not match[1] and _JOINED.match(text, match.end()):
                said = said.removeprefix("one ")
            yield Edit(*match.span(), spaced(text, *match.span(), said))
    if "/" not in text and "⁄" not in text and "50-50" not in text:
        return
    for match in _IDIOM.finditer(text):
        yield Edit(*match.span(), _IDIOMS[match[0].replace("-", "/")])
    for match in _OUT_OF.finditer(text):
        best = int(match[2])
        if match[3] or "." in match[1] or (float(match[1]) <= best and (_RATED.search(text) or best == 10)):
            stars = f" {match[3].strip()}" if match[3] else ""
            yield Edit(*match.span(), f"{decimal(match[1])} out of {cardinal(best)}{stars}")
    for match in _FRACTION.finditer(text):
        whole, above, below = match[1], int(match[2]), int(match[3])
        if _PRESSURE.search(text) and above > 60:
            yield Edit(*match.span(), f"{cardinal(above)} over {cardinal(below)}")
            continue
        if below == above + 1 and word_before(text, match.start()) in _NUMBERED:
            yield Edit(*match.span(), f"{cardinal(above)} {cardinal(below)}")
            continue
        if said := _no_part(text, match):
            yield Edit(*match.span(), said)
            continue
        if below < 2 or (whole and word_before(text, match.start()) in ("in", "on") and len(whole) == 4):
            continue
        said = mixed(whole, above, below)
        joined = _JOINED.match(text, match.end()) or word_before(text, match.start()) in ("a", "an", "the")
        if not whole and above == 1 and joined and not said.startswith("one e"):
            said = said.removeprefix("one ")  # "two 1/4-point cuts", "1/2 a point", but "a one eighth share"
        yield Edit(*match.span(), said)


def _no_part(text: str, match: re.Match[str]) -> str:
    """Two numbers that are no fraction: odds, a day, a runway, a high and a low; "" for what may be one."""
    above, below = int(match[2]), int(match[3])
    if match[2][0] == "0" or match[3][0] == "0":
        return f"{_counted(match[2])}, {_counted(match[3])}"  # "Runway 01/19"
    if match[1] or " " in match[0] or text.strip() == match[0] or text.startswith((" of", "-"), match.end()):
        return ""
    if not match[0][-1].isdigit():
        return ""
    if 1900 <= below < 2100 and above < below:
        return f"{cardinal(above)}, {year(below)}"  # "report No. 14/2019"
    if _ODDS.search(text):
        return f"{cardinal(above)} to {cardinal(below)}"
    if below in _USUAL and (above < below or below in (2, 3, 4, 8)):
        return ""
    if 0 < above < 13 and 0 < below < 32 and (below in _USUAL or below > 12 or _FALLS.search(text)):
        return f"{BY_NUMBER[above - 1]} {ordinal(below)}"  # "thru 4/30"
    return f"{cardinal(above)}, {cardinal(below)}" if above > below or below > 20 else ""  # "Sunny, 79/61"


def _counted(number: str) -> str:
    return digits(number) if number[0] == "0" else cardinal(int(number))


def mixed(whole: str | None, above: int, below: int) -> str:
    """A number with a part: 2 1/2 is "two and a half"."""
    if not whole:
        return fraction(above, below)
    part = fraction(above, below)
    return f"{cardinal(int(whole))} and {part.replace('one', 'a', 1) if above == 1 else part}"
