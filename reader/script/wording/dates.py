"""Dates and the spans between them: "Wed April 16, 2014" is "Wednesday April sixteenth, twenty fourteen"."""

import re
from collections.abc import Iterator

from . import years
from .calendar import BY_NUMBER, DAY, MONTH, month, weekday
from .grammar import DASH, HAS_DIGIT, is_plural, word_after
from .numbers import cardinal, ordinal, year
from .pattern import Pattern, spaced
from .rule import Edit
from .years import short_year, year_of

_PARTED = Pattern(r"\d[-./]\d")
_MONTHLY = Pattern(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec", 2)
_WEEKLY = Pattern(r"\b(?:Mon|Tu|Wed|Thu|Fri|Sat|Sun)")
_ST = r"(?:st|nd|rd|th)"
_YEAR = r"(?:1\d{3}|20\d{2})(?![\d%]|,\d{3}|\.\d)"
_MONTH_DAY = Pattern(
    rf"(?<!\w)(?<![A-Za-z]-)({MONTH})[\s-]?\s*(\d{{1,2}})({_ST})?(?![\d%]|[.,:]\d|\s?{DASH}?(?:[ap]\.?m\b|years?"
    rf"|million|billion|people)|/)"
    rf"(?:\s?{DASH}\s?(\d{{1,2}}){_ST}?(?![\d:]|[.,]\d))?(?:(,?\s*)({_YEAR}))?",
    2,
)
_DAY_MONTH = Pattern(
    rf"(?<!\d,)(?:(?<![\w.:$€£/-])|(?<=[a-z][-–]))(\b(?:the\s)?)(\d{{1,2}})({_ST})?(?:\s?{DASH}\s?(\d{{1,2}}){_ST}?)?(?:\s"
    rf"|-)(?:of\s)?({MONTH})(?!\w|-(?!\d{{1,2}}(?:{_ST})?\s{MONTH}))"
    rf"(?!\s\d{{1,2}}(?:,|\s\d{{4}}))(?:(,?[\s-]?\s*)({_YEAR}|[’']\d\d\b))?",
    2,
)
_IN_MONTH = Pattern(rf"\b{MONTH}\s$", 2)
_MONTH_YEAR = Pattern(rf"(?<![\w-])({MONTH})(,?\s+)({_YEAR}|[’']\d\d\b)(?!\s?(?:[ap]\.?m\b|:))", 2)
_WEEK = Pattern(rf"\b({DAY})\s?[-–]\s?({DAY})(?!\w)")
_MONTHS = Pattern(rf"\b({MONTH})\s?[-–]\s?({MONTH})(?![\w-])")
_ON_DAY = Pattern(rf"\b{DAY},?\s(\d{{1,2}}{_ST})(?!\w|\s(?:of|{MONTH}))")
_WEEKDAY = Pattern(
    rf"\b((?:Mon|Tues?|Tu|Wed|Thu|Thurs?|Fri|Sat|Sun)\b\.?)(?=,?\s+(?:the\s)?(?:{MONTH}\s?\d"
    rf"|\d{{1,2}}{_ST}?\s{MONTH}|\(?\d{{1,2}}[/.:]\d|\d{{1,2}}\s?[ap]\.?m)"
    rf"|[-–](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)|(?:(?<=\d[,\s]\s)|(?<=[ap]\.m\.\s)|(?<=\d[ap]m\s)|(?<=\d\s[ap]m\s))(?:on\s)?((?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?)"
    rf"|(?<=[a-z][-–])((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)"
)
# "Sat." is no word within a sentence, as "sat" and "sun" are.
_CUT_DAY = Pattern(r"(?<![\w.])(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.(?=\s[a-z(&\d]|[,;:)])")
_NUMERIC = Pattern(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/]|[-.]\d)")
_ISO = Pattern(r"(?<![\w./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-])(?!\.\d)")
_ISO_TIME = Pattern(r"(?<![\w./-])(\d{4})-(\d{2})-(\d{2})T(?=\d{2}:)")
_SLASHED_TO = Pattern(r"(?<![\w./-])(\d{1,2})/(\d{1,2})[-–](\d{1,2})(?![\w/-]|\.\d)")
_SLASHED = Pattern(r"(?<![\w./])(?<!\d-)(\d{1,2})/(\d{1,2})(?![\w/]|[.-]\d)")
_TO_DATE = Pattern(rf"\s?{DASH}\s?(?={MONTH}\s\d|\d{{1,2}}(?:{_ST})?\s{MONTH})", 2)
_LOWER = frozenset({"may", "mar", "march", "dec", "sep", "oct"})


def find(text: str) -> Iterator[Edit]:
    for match in _MONTHS.finditer(text) if "-" in text or "–" in text else ():
        yield Edit(*match.span(), f"{month(match[1])} to {month(match[2])}")
    weekly = _WEEKLY.search(text) is not None
    for match in _WEEK.finditer(text) if weekly and ("-" in text or "–" in text) else ():
        yield Edit(*match.span(), f"{weekday(match[1])} to {weekday(match[2])}")
    for match in _CUT_DAY.finditer(text) if weekly and "." in text else ():
        yield Edit(*match.span(), weekday(match[0]))
    if not HAS_DIGIT.search(text):
        return
    for match in _ON_DAY.finditer(text) if weekly else ():
        yield Edit(*match.span(1), f"the {ordinal(int(match[1][:-2]))}")
    parted = _PARTED.search(text) is not None
    months = _MONTHLY.search(text) is not None
    if parted:
        yield from _iso(text)
    if months:
        yield from _days(text)
    for match in _MONTH_YEAR.finditer(text) if months else ():
        if _is_month(match[1]):
            yield Edit(*match.span(), f"{month(match[1])}{match[2]}{year_of(match[3])}")
    for match in _WEEKDAY.finditer(text) if weekly else ():
        number = match.lastindex or 1
        start, end = match.span(number)
        if text[end - 1] == "." and not text[end:].strip():
            end -= 1
        yield Edit(start, end, weekday(text[start:end]))
    for match in _NUMERIC.finditer(text) if parted else ():
        if said := _numeric(text, match):
            yield Edit(*match.span(), said)
    yield from years.find(text)


def _is_month(written: str) -> bool:
    return written[0].isupper() or written.lower().rstrip(".") not in _LOWER


def _days(text: str) -> Iterator[Edit]:
    """A day of a month, written either way round."""
    for match in _DAY_MONTH.finditer(text):
        _, day, _, last, name, comma, of = match.groups()
        if (
            not 0 < int(day) < 32
            or (last and int(last) > 31)
            or (not _is_month(name) and not of and text.strip() != match[0])
        ):
            continue
        if _IN_MONTH.search(text[max(0, match.start() - 12) : match.start()]):
            continue  # "Oct. 31-Nov. 2"
        said = f"the {ordinal(int(day))}" + (f" to the {ordinal(int(last))}" if last else "") + f" of {month(name)}"
        yield Edit(
            *match.span(), spaced(text, *match.span(), said + (f"{comma.replace('-', ' ')}{year_of(of)}" if of else ""))
        )
        yield from _through(text, match.end())
    for match in _MONTH_DAY.finditer(text):
        name, day, _, last, comma, of = match.groups()
        if (
            not 0 < int(day) < 32
            or (last and int(last) > 31)
            or (not _is_month(name) and is_plural(word_after(text, match.end())))
        ):
            continue
        said = f"{month(name)} {ordinal(int(day))}" + (f" to {ordinal(int(last))}" if last else "")
        yield Edit(*match.span(), spaced(text, *match.span(), said + (f"{comma}{year_of(of)}" if of else "")))
        yield from _through(text, match.end())


def _through(text: str, end: int) -> Iterator[Edit]:
    if match := _TO_DATE.match(text, end):
        yield Edit(*match.span(), " to ")


def _iso(text: str) -> Iterator[Edit]:
    for match in _ISO_TIME.finditer(text):
        if 0 < int(match[2]) < 13:
            yield Edit(
                *match.span(), f"{BY_NUMBER[int(match[2]) - 1]} {ordinal(int(match[3]))}, {year(int(match[1]))}, "
            )
    for match in _ISO.finditer(text):
        if 0 < int(match[3]) < 13 and 0 < int(match[4]) < 32:
            said = f"{BY_NUMBER[int(match[3]) - 1]} {ordinal(int(match[4]))}, {year(int(match[1]))}"
            yield Edit(*match.span(), said)
    for match in _SLASHED_TO.finditer(text):
        first, second, third = (int(number) for number in match.groups())
        if 0 < first < 13 and 0 < second < third < 32:
            yield Edit(*match.span(), f"{BY_NUMBER[first - 1]} {ordinal(second)} to {ordinal(third)}")
    for match in _SLASHED.finditer(text):
        if match[0] in ("9/11", "7/7", "26/11"):
            yield Edit(*match.span(), f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}")
            continue
        first, second = int(match[1]), int(match[2])
        before = text[max(0, match.start() - 16) : match.start()]
        if 0 < first < 13 and 0 < second < 32 and _DATED.search(before):
            yield Edit(*match.span(), f"{BY_NUMBER[first - 1]} {ordinal(second)}")


_DATED = Pattern(
    rf"(?:\b{DAY},?\s\(?|\b(?:on|since|dated|until|till|before|after|by|effective"
    r"|updated|posted|as of|starting|expires|deadline|ET,|[AaPp][Mm],):?\s)$",
    2,
)


def _numeric(text: str, match: re.Match[str]) -> str | None:
    """01.10.2010, 10/06/2005: the month comes first, unless the first number can be no month."""
    first, second = int(match[1]), int(match[3])
    if not 0 < first < 32 or not 0 < second < 32 or min(first, second) > 12:
        return None
    if match[2] == "." and len(match[4]) == 2 and text[match.end() : match.end() + 1] == ".":
        return None
    said = short_year(match[4]) if len(match[4]) == 2 else year(int(match[4]))
    if first > 12:
        return f"the {ordinal(first)} of {BY_NUMBER[second - 1]} {said}"
    return f"{BY_NUMBER[first - 1]} {ordinal(second)} {said}"
