"""Feet and inches, stones and pounds: 5'11" is "five foot eleven inches"."""

import re
from collections.abc import Iterator

from .fractions import SIGNS, VULGAR, mixed
from .grammar import DASH, NUMBER, describes, word_before
from .numbers import cardinal, decimal
from .pattern import Pattern, spaced
from .rule import Edit

_FEET = Pattern(
    r"(?<!\d,)(?<![\w.$€£:/])(\d{1,3})\s?(?:['’′]|ft\.?|-?foot)\s?-?(\d{1,2}(?:\.\d)?|)([½¼¾]?)(?:\s?[\"”″]"
    r"|\s?ins?\b\.?|\s?''|(?<=\d)(?![\w.]))?(?![\w’'])"
)
# In added time: "45+2'"
_ADDED = Pattern(r"(?<![\w.,+])(\d{2,3})\+(\d{1,2})['’′]")
# "Greenlaw (6-0, 230 lbs.)"
_TALL = Pattern(r"(?<![\w.-])([4-7])-(\d|1[01])(?=,\s[1-4]\d\d(?:\s|-)?(?:lbs?|pounds?)\b)")
# "3-5' of water"
_DEEP = Pattern(
    rf"(?<![\w.-])(\d{{1,3}})\s?{DASH}\s?(\d{{1,3}})[′'](?=\s(?:in|of|deep|high|wide|tall|long|above|below)\b)"
)
# "A 27.5' lot"
_TENTHS = Pattern(r"(?<![\w.,])(\d{1,3}\.\d)['′](?!\w)")
_INCHES = Pattern(
    rf"(?:(?<=[\"”″]x)|(?<!\d,)(?<![\w.$€£:/\"“]))(?:(\d{{1,3}})(\s|\s?{DASH}\s?|\sto\s))?({NUMBER}|\d/\d+|\d*[½¼¾])(?:\"|”|″)(?:(?=x\d)|(?!\w))"
)
_MARKED = Pattern(r"\d\s?(?:['’′]|-?f)")
_QUOTES = Pattern(r'(?<!\d)"')
_QUOTED = Pattern(r"(?<!\w)['‘]|['‘](?!\w)")
_STONES = Pattern(r"(?<!\d,)(?<![\w.])(\d{1,2})\s?st\.?(?:\s?(\d{1,2})\s?lbs?\b)?(?=[\s.,;)]|$)(?!\s[A-Z])")


def find(text: str) -> Iterator[Edit]:
    for match in _ADDED.finditer(text) if "+" in text else ():
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} plus {cardinal(int(match[2]))}")
    for match in _TALL.finditer(text) if "-" in text else ():
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} foot {cardinal(int(match[2]))}".removesuffix(" zero"))
    for match in _DEEP.finditer(text) if "'" in text or "′" in text else ():
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} to {cardinal(int(match[2]))} feet")
    for match in _TENTHS.finditer(text) if "'" in text or "′" in text else ():
        yield Edit(*match.span(), f"{decimal(match[1])} {'foot' if describes(text, *match.span()) else 'feet'}")
    for match in _FEET.finditer(text) if _MARKED.search(text) else ():
        feet, inches, half = match.groups()
        if not inches and (half or not (match[0][-1] == "′" or _is_prime(text, match)) or "foot" in match[0]):
            continue
        if inches and float(inches) >= 12:
            continue
        said = f"{cardinal(int(feet))} {'foot' if feet == '1' or (inches and len(feet) == 1) else 'feet'}"
        if inches:
            part = f"{decimal(inches)}" + (f" and {_part(half)}" if half else "")
            marked = match[0].rstrip(". ")[-1] in "\"”″'n"
            said += f" {part}" + (
                (" inch" if inches == "1" else " inches")
                if marked and word_before(text, match.start()) not in ("a", "an")
                else ""
            )
        yield Edit(*match.span(), said)
    for match in _INCHES.finditer(text) if '"' in text or "”" in text or "″" in text else ():
        whole, link, number = match.groups()
        before = text[max(0, match.start() - 400) : match.start()]
        if len(_QUOTES.compiled.findall(before)) % 2 or before.count("“") > before.count("”"):
            continue
        if "/" in number:
            above, _, below = number.partition("/")
            said = mixed(whole, int(above), int(below))
        elif number[-1] in SIGNS:
            said = mixed(number[:-1] or whole, *VULGAR[number[-1]])
        else:
            link = " to " if whole and link.strip() and float(number) > int(whole) else " "
            said = (f"{cardinal(int(whole))}{link}" if whole else "") + decimal(number)
        unit = "inch" if number == "1" or describes(text, *match.span()) else "inches"
        yield Edit(*match.span(), spaced(text, *match.span(), f"{said} {unit}"))
    for match in _STONES.finditer(text) if "st" in text else ():
        if match[2] or word_before(text, match.start()) in ("weighs", "weighed", "lost", "weighing"):
            pounds = f" {cardinal(int(match[2]))} pound{'' if match[2] == '1' else 's'}" if match[2] else ""
            yield Edit(*match.span(), f"{cardinal(int(match[1]))} stone{pounds}")


def _is_prime(text: str, match: re.Match[str]) -> bool:
    """Whether a straight mark behind a number is that of feet, and closes no quotation."""
    return match[0][-1] == "'" and not _QUOTED.search(text[max(0, match.start() - 200) : match.start()])


def _part(sign: str) -> str:
    return mixed("0", *VULGAR[sign]).removeprefix("zero and ")
