"""Degrees, of heat and of the compass: "72°F" is "seventy two degrees Fahrenheit"."""

import re
from collections.abc import Iterator

from .grammar import DASH, NUMBER, describes, word_before
from .numbers import decimal
from .pattern import Pattern, spaced
from .rule import Edit

SIGN = r"(?:(?<!\d,)(?<![\w.$€£:])(?<!\d/)(?<![+^]/)|(?<=\d[x×X]))([-−+±~]?)"
_DEGREES = Pattern(
    rf"{SIGN}({NUMBER})(?:(?:\s?[°º]\s?[CF]?)?\s?({DASH}"
    rf"|to)\s?([-−]?{NUMBER}))?\s?(?:([°º])\s?([CFKNSEW])?(?![\w])|([℃℉])|(?<=\d)([CF])(?!\w))"
)
_BEARING = Pattern(
    r"(?<![\w.])(\d{1,3})°\s?(\d{1,2}(?:\.\d+)?)[′'’]\s?(?:(\d{1,2}(?:\.\d+)?)[″\"”]\s?)?([NSEW])?(?!\w)"
)
_TEMPERATURE = {
    "C": "Celsius",
    "F": "Fahrenheit",
    "K": "Kelvin",
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "℃": "Celsius",
    "℉": "Fahrenheit",
}
_SCALED = Pattern(r"[°º℃℉]|\d[CF]")
_ROOM = Pattern(r"\b(?:Apt|Rm|Ste|No|Unit)\.?\s$")
# "9 C (48 F)"
_BOTH = Pattern(rf"(?<![\w.])([-−]?)({NUMBER})\s([CF])(?=\s\([-−]?\d+\s[CF]\))|(?<=\()([-−]?)({NUMBER})\s([CF])(?=\))")
_SPELLED = Pattern(r"(?<=\d\sdegrees\s)([CF])\b")


def find(text: str) -> Iterator[Edit]:
    for match in _SPELLED.finditer(text) if " degrees " in text else ():
        yield Edit(*match.span(1), _TEMPERATURE[match[1]])
    for match in _BOTH.finditer(text) if " C" in text and " F" in text else ():
        sign, number, scale = match.group(1, 2, 3) if match[2] else match.group(4, 5, 6)
        yield Edit(*match.span(), f"{signed(sign)}{decimal(number)} degrees {_TEMPERATURE[scale]}")
    for match in _BEARING.finditer(text) if "°" in text else ():
        parts = zip(match.groups()[:3], ("degree", "minute", "second"), strict=True)
        said = " ".join(f"{decimal(n)} {unit}{'' if n == '1' else 's'}" for n, unit in parts if n)
        yield Edit(*match.span(), f"{said} {_TEMPERATURE.get(match[4] or '', '')}".rstrip())
    for match in _DEGREES.finditer(text) if _SCALED.search(text) else ():
        if said := _degrees(text, match):
            yield Edit(*match.span(), spaced(text, *match.span(), said))


def signed(sign: str) -> str:
    """The word for the sign before a number: "−" is "minus "."""
    return {"-": "minus ", "−": "minus ", "+": "plus ", "±": "plus or minus ", "~": "about "}.get(sign, "")


def _degrees(text: str, match: re.Match[str]) -> str:
    sign, number, _, last, _, scale, whole, bare = match.groups()
    # "20C" in a sentence about the weather; "5C" may be a room, "10C" a class: both are said with the letter's name.
    if bare and (
        _ROOM.search(text[max(0, match.start() - 6) : match.start()]) is not None
        or word_before(text, match.start())
        in ("room", "flat", "apartment", "unit", "gate", "class", "seat", "row", "section", "iphone", "article")
    ):
        return ""
    said = signed(sign) + decimal(number)
    if last:
        said += f" to {signed(last[0])}{decimal(last.lstrip('-−'))}"
    one = (number == "1" and not last) or bool(scale and scale in "CF" and describes(text, *match.span()))
    return f"{said} degree{'' if one else 's'} {_TEMPERATURE.get(scale or whole or bare or '', '')}".rstrip()
