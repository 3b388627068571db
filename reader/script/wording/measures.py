"""Measures: "5 km" is "five kilometers", "72°F" "seventy two degrees Fahrenheit"."""

import re
from collections.abc import Iterator

from . import degrees, durations, lengths, sizes
from .degrees import SIGN, signed
from .fractions import SIGNS, VULGAR, mixed
from .grammar import (
    DASH,
    DETERMINERS,
    FUNCTION_WORDS,
    HAS_DIGIT,
    NUMBER,
    describes,
    is_plural,
    word_after,
    word_before,
    words,
)
from .money import SCALE
from .numbers import decimal
from .pattern import Pattern, spaced
from .rule import Edit
from .units import LETTERS, SAFE, UNITS, Unit

_VALUE = rf"(?:(?:(\d{{1,4}})[\s-])?(\d{{1,3}})/(\d{{1,3}})(?!\d)|(\d{{0,4}})\s?([{SIGNS}])|({NUMBER}))"
_MEASURE = Pattern(
    rf"{SIGN}(?:({NUMBER})%?(?:\s({DASH}|to)\s|({DASH})))?{_VALUE}(\s(?:thousand|million|billion|trillion)"
    r"|bn(?=\s[a-zA-Z])|[mk](?=\s(?:km|mi|miles?|kg|tons?|tonnes?|lit(?:re|er)s?|ha|hectares?|acres?|sq|[MGk]Wh?)\b))?"
    r"([\s-]?)((?:sq|cu)(?:\.[\s-]?|[\s-])(?=ft|in|mi|yds?|k?m)|(?:square|cubic)[\s-])?([A-Za-zµμΩ°º℃℉%][A-Za-z°µμ]{0,11}[²³23]?)"
    r"(?:(/|\sper\s)([A-Za-z]{1,9}[²³23]?))?(?![\w’'])(?!-\d(?![\d.,]*\s?(?:[KMGT]B|[kcm]?m|k?g|ft)\b)|\.[a-z]\.)"
)
_SQUARE = Pattern(r"(?<=\s)(sq|cu)\.?(?=\s(?:miles?|met(?:re|er)s?|feet|foot|kilomet(?:re|er)s?|inch(?:es)?|yards?)\b)")
_TORQUE = Pattern(rf"(?<!\d,)(?<![\w.])({NUMBER})[\s-]?(?:lb-ft|ft-lbs?)\b")
_OUNCES = Pattern(r"(?<=\d\s)fl\.?\soz\b")
_COUNT = Pattern(
    r"(?<!\d,)(?<![\w.$€£])(?<![A-Za-z]-)(?<![A-Za-z]\d-)([-−~]?)(\d+(?:,\d{3})*(?:\.\d+)?)((?:\s?(?:mn|mln|bn|tn))|[mkbMKB])(?![\w/.,]\w|\w)"
)
_IN_LETTERS = Pattern(r"\s(?!IM\b)[A-Z]{2,4}(?:\s[a-z]+s\b|$|\s?[.,;)]|\s(?:in|and|to|by)\b)")
_POINTS = Pattern(r"(?<=\d\s)(?:pct\.?|percentage)\s(?:pts?\b\.?|points?\b)")
# "256GB–1TB", 6"-12": both have their unit.
_THROUGH = Pattern(
    rf"(?<=\d)\s?(?:[A-Za-z]{{1,4}}|[\"”″])\.?(\s?{DASH}\s?)(?=\d[\d.,]*\s?(?:([A-Za-z]{{1,4}})\b|[\"”″%]))"
)
_LARGE, _JOINS = Pattern(r"\d\s?[mbtkMBK]"), Pattern(rf"{DASH}\s?\d")
_LIVING = words("watched voted died fled lived live watch tuned viewed signed attended marched starved subscribe")
_RACES = words(
    """
    sprint sprints hurdles hurdle race freestyle butterfly backstroke breaststroke medley relay dash final
    finals world record title gold silver bronze champion championship event heat swim run walk steeplechase
    wide tall deep long high above below away underwater from of to per a distance mark platform springboard
    rifle in at and or time men women runner pool asl apart thick across offshore ahead behind short free
    individual
    """
)


def find(text: str) -> Iterator[Edit]:
    if not HAS_DIGIT.search(text) and not any(sign in text for sign in SIGNS):
        return
    for match in _SQUARE.finditer(text) if "sq" in text or "cu" in text else ():
        yield Edit(*match.span(), "square" if match[1] == "sq" else "cubic")
    for match in _TORQUE.finditer(text) if "lb" in text else ():
        yield Edit(*match.span(), f"{decimal(match[1])} pound feet")
    for match in _POINTS.finditer(text) if "p" in text else ():
        yield Edit(*match.span(), "percentage points")
    for match in _THROUGH.finditer(text) if _JOINS.search(text) else ():
        before = text[match.start() : match.start(1)].strip(" .")
        if (before in UNITS or before in LETTERS or not before.isalpha()) and (not match[2] or match[2] in UNITS):
            yield Edit(*match.span(1), " to ")
    for match in _OUNCES.finditer(text) if "oz" in text else ():
        yield Edit(*match.span(), "fluid ounces")
    yield from durations.find(text)
    yield from degrees.find(text)
    yield from lengths.find(text)
    for match in _COUNT.finditer(text) if _LARGE.search(text) else ():
        if said := _count(text, match):
            yield Edit(*match.span(), said)
    for match in _MEASURE.finditer(text):
        yield from _measure(text, match)
    yield from sizes.find(text)


def _count(text: str, match: re.Match[str]) -> str:
    """20m litres, 5m people, 300k jobs: a number of things; "100m hurdles" are meters."""
    sign, number, scale = match.groups()
    after = word_after(text, match.end())
    if (
        scale == "m"
        and _IN_LETTERS.match(text, match.end())
        and word_before(text, match.start()) not in ("a", "an", "the")
    ):
        return f"{signed(sign)}{decimal(number, ' ')} million"  # "2m UK homes"
    if scale == "m" and after in _LIVING:
        return f"{signed(sign)}{decimal(number, ' ')} million"  # "5.5m watched"
    if scale == "m" and (
        not after or not after.islower() or after in _RACES or not (is_plural(after) or _noun_phrase(text, match.end()))
    ):
        return ""
    several = is_plural(after) or _noun_phrase(text, match.end())
    # "3M" is a firm, "5500M" a graphics chip.
    plain = (
        scale == "M"
        and number != "3"
        and not (number.isdecimal() and len(number) > 3)
        and text[match.end() : match.end() + 1] != "-"
    )
    millions = plain and (not after or after.islower())
    if word_before(text, match.start()) in ("size", "sizes") or (
        scale in ("b", "k", "M", "K", "B") and not several and not millions
    ):
        return ""
    return f"{signed(sign)}{decimal(number, ' ')} {SCALE[scale.strip().lower()]}"


def _noun_phrase(text: str, end: int) -> bool:
    """Whether the words behind it are an adjective and then several things: "5m new homes"."""
    words = text[end : end + 60].split()
    return (
        len(words) > 1
        and words[0] not in _RACES
        and is_plural(words[1].strip(".,;:!?"))
        and words[1].strip(".,") not in _RACES
    )


def _measure(text: str, match: re.Match[str]) -> Iterator[Edit]:
    sign, low, _, _, whole, above, below, whole_2, vulgar, number, scale, gap, power, symbol, slash, per = (
        match.groups()
    )
    end = match.end()
    unit = _unit(text, match, symbol, gap, bool(power or slash or (scale and symbol != "in")))
    if unit is None:
        return
    if (
        text[end : end + 1] == "."
        and symbol not in _WHOLE
        and (_GOES_ON.match(text, end + 1) or (gap == "-" and text[end + 1 :].strip()))
    ):
        end += 1
    if low and above and not whole and symbol != "%" and match[4] and "." not in low:
        low, whole = None, low  # "1-1/2 cups"
    one = False
    part = (int(above), int(below)) if above else VULGAR[vulgar] if vulgar else None
    whole = whole or whole_2
    if part:
        # Blood pressure is no fraction.
        link = "over" if symbol == "mmHg" else "or" if symbol in _STORED and above else ""  # "16/32GB"
        said = f"{decimal(above)} {link} {decimal(below)}" if link else mixed(whole, *part)
        one = not whole and not link
        part = None if link else part
    else:
        said = decimal(number, " " if scale else " and ")
        one = number in ("1", "1.0") and not scale
    if scale:
        said += f" {SCALE[scale.strip()]}"
    if low:
        said = f"{decimal(low, ' ' if scale else ' and ')} to {said}"
        one = False
    if (
        describes(text, match.start(), end)
        or _is_event(text, end)
        or (gap == "-" and symbol != "%")
        or (not gap and _names(text, match, unit, end))
    ):
        one = True
    # "0.5 to 4 meter lengths": a unit that is written out has the number that was meant.
    name = unit[0] if one or (gap == " " and symbol == unit[0]) else unit[1]
    if part and not whole and not power and unit[0] != "percent" and (part[0] == 1 or gap != "-") and symbol != "mmHg":
        if gap == "-" or word_before(text, match.start()) in ("a", "an", *DETERMINERS):
            said = said.removeprefix("one ")  # "a quarter mile", "the half-inch gap"
        else:
            said, of = ("half", "") if part == (1, 2) else (said, "of ")
            name = f"{of}{'an' if unit[0][0] in 'aeiou' else 'a'} {unit[0]}"
    if power:
        name = ("square " if power[0] == "s" else "cubic ") + name
    said = f"{signed(sign)}{said} {name}"
    if slash and per:
        said += f" per {_below(per)}"
    yield Edit(match.start(), end, spaced(text, match.start(), end, said))


def _below(written: str) -> str:
    """The unit behind "per": "s²" is "second squared", "cm³" "cubic centimeter"."""
    unit = UNITS.get(written) or LETTERS.get(written)
    base = UNITS.get(written[:-1]) or LETTERS.get(written[:-1])
    if unit or not base:
        return unit[0] if unit else written
    return base[0] + (" squared" if written[-1] in "2²" else " cubed")


def _is_event(text: str, end: int) -> bool:
    """Whether it measures the thing that follows: "100m sprint", "a 2m high wall"."""
    after = word_after(text, end)
    if after in _EVENTS:
        return True
    return (
        after in _SIZES
        and bool(beyond := word_after(text, text.index(after, end) + len(after)))
        and (beyond.islower() and beyond not in FUNCTION_WORDS)
    )


_EVENTS = words(
    """
    sprint hurdles race freestyle butterfly backstroke breaststroke medley relay dash final steeplechase radius run
    walk swim ride hike trek stretch marathon
    """
)
_SIZES = words("tall wide deep long high thick")


# Units that are whole words keep their stop, and so does one before a word that may begin a sentence.
_WHOLE = frozenset(symbol for symbol, names in UNITS.items() if symbol in names or len(symbol) > 5)
_GOES_ON = Pattern(r"\)?[,;:/]|\)|\s*[\d($&a-z~]|\s+(?:[NS]?[NSEW]\b|[A-Z]{2,}\b(?!\s[a-z]))")
# Things are named by these: "35mm film", "a 512GB drive".
_STORED = words("KB MB GB TB")
_NAMING = words(
    "millimeter megapixel megabyte gigabyte terabyte watt kilowatt megawatt gigawatt volt kilovolt horsepower amp pixel"
)
_ADVERBS = words(
    """
    north south east west northeast northwest southeast southwest deep wide long high tall thick apart across
    downstream upstream inland offshore below above faster slower larger smaller bigger more less worldwide total
    RAM memory storage daily annually monthly weekly ahead behind higher lower each free used online
    """
)


def _names(text: str, match: re.Match[str], unit: Unit, end: int) -> bool:
    """Whether a measure that is written close to its number names the thing behind it."""
    after = word_after(text, end)
    if not after or after.endswith(("ed", "ly", "ing")) or (is_plural(after) and unit[0] != "millimeter"):
        return False
    if (unit[0] in _NAMING or unit[0].endswith(" hour")) and not match[15]:
        return after.lower() not in FUNCTION_WORDS and after not in _ADVERBS and not after.istitle()
    return word_before(text, match.start()) in ("a", "an") and len(after) > 1 and after.isupper()


def _unit(text: str, match: re.Match[str], symbol: str, gap: str, sure: bool) -> Unit | None:
    unit = UNITS.get(symbol)
    if symbol == "pp" and (match[10] or "").replace(",", "").isdecimal() and float(match[10].replace(",", "")) > 20:
        return ("page", "pages")
    if unit is not None:
        # "5 in Boston", "10 am", "2 at": short words need more than a number before them.
        if symbol == "in" and gap != "" and not sure and not _is_cut(text, match):
            return None
        if symbol == "ac" and gap == "":
            return None  # a kind of wireless network
        if gap == "-" and symbol not in SAFE and len(symbol) < 2:
            return None
        return unit
    unit = LETTERS.get(symbol)
    if unit is None or (gap == "-" and not sure and not (symbol in "mgL" and word_after(text, match.end()).islower())):
        return None
    if symbol == "t" and text.startswith(" of ", match.end()):
        return unit
    if symbol in ("w", "v") and gap:
        return None
    if symbol == "s" and "." in (match[10] or ""):
        return unit
    if symbol in ("h", "s", "d", "t") and not sure:
        # "5t" is tonnes and "30 s" seconds, but "6s" a telephone and "30 t" nothing.
        return (
            unit
            if (symbol == "t" and not gap) or symbol == "h" or (symbol == "s" and (gap or match[1] == "~"))
            else None
        )
    return unit


def _is_cut(text: str, match: re.Match[str]) -> bool:
    """Whether "in." is cut short: "2 in. of rain", "8 in."; but "the one he got 2 in. It…" is left."""
    rest = text[match.end() :]
    if (not rest and not match.start()) or (rest.startswith(".") and match[12] == "-"):
        return True
    return rest.startswith(".") and (
        not rest.strip(' .)"”') or (rest[1:2] in (",", " ", ")", ";") and not rest[2:3].isupper())
    )
