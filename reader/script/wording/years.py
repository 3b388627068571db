"""Years, decades, eras, quarters and the spans between them: "2014-15" is "twenty fourteen to fifteen"."""

from collections.abc import Iterator

from .grammar import DASH, is_plural, word_after, word_before, words
from .numbers import cardinal, in_pairs, ordinal, plural, year
from .pattern import Pattern
from .rule import Edit

_DECADES = Pattern(r"\d['’]?\s?s")
_HISTORIC = Pattern(r"[BC]\.?\s?[CE]|A\.?\s?D")
_QUARTERS = Pattern(r"[QH]|FY")
_CENTURIES = Pattern(r"\d{4}")
_DECADE = Pattern(r"(?<!\d,)(?<![\w.$€£/~])([’'‘]?)(\d{2}|\d{3}0)(?:['’]?\s?s)(?![\w])(?!\s?\()")
_DECADES_TO = Pattern(rf"(?<=\d0s){DASH}(?=[’'‘]?(?:\d\d)?\d0s\b)|(?<=\d0s)\s{DASH}\s(?=[’'‘]?(?:\d\d)?\d0s\b)")
_SINCE = Pattern(r"(?<=\b\d{4})\s?[-–—]\s?(?=(?:present|now|today|date)\b)", 2)
_ROUND = Pattern(r"(?<![\w.,])(10|100|1,?000|10,?000|100,?000|1,000,000)s(?=\sof\b)")
_ROUNDED = {
    "10": "tens", "100": "hundreds", "1000": "thousands", "10000": "tens of thousands",
    "100000": "hundreds of thousands",
    "1000000": "millions",
}  # fmt: skip
_ERA = r"(?:B\.?\s?C\.?\s?E\b\.?|B\.?\s?C\b\.?|C\.?\s?E\b\.?|A\.?\s?D\b\.?)"
_ERAS = Pattern(rf"(?<!\d,)(?<![\w.$€£/-])(\d{{1,4}}|\d{{1,3}},\d{{3}})(?:\s?{DASH}\s?(\d{{1,4}}))?\s?({_ERA})(?!\w)")
_AD = Pattern(r"\b(A\.?D\.?)\s(\d{1,4})\b")
_QUARTER = Pattern(
    r"(?<!\w)(?:([1-4])([QH])(?:\s?[’']?(\d{4}|\d{2}))?|([QH])([1-4])(?:(?:\s|-)?(?:of\s)?[’']?((?:19|20)\d{2}"
    r"|(?<=[-’'])\d{2}))?)(?!\w)"
)
_FISCAL = Pattern(r"\bFY\s?[’']?((?:19|20)\d{2}|\d{2})(?:[-–/](\d{2}))?(?!\w|-\d)")
_SPAN = Pattern(
    rf"(?<!\d,)(?<![\w.:$€£/-])(1\d{{3}}|20\d{{2}})\s?({DASH}|/)\s?(\d{{4}}|[’']?\d{{2}})(?![\w%]"
    rf"|[-./,]\d)(?!\s?(?:{DASH}\s?\d))"
)
_SHORT_TO = Pattern(rf"(?<=[’'‘]\d\d)\s?{DASH}\s?(?=[’'‘]?\d\d(?!\d))")
_SHORT = Pattern(r"(?<![\w’'])[’'‘](\d{2})(?![\w’']|\s?(?:in|ft|\"|”))")
_YEARS = Pattern(
    r"(?<!\d,)(?<!\d/)(?<!\d / )(?:(?<![\w.:$€£#+-])|(?<=\bc\.)|(?<=\bca\.))(\d{4})"
    r"(?![\w%]|[.,:]\d|[-–]\d|\s/\s\d|/\d+/)"
)
_AFTER_QUANTITY = words(
    "about around nearly almost roughly approximately some than over least most under exactly only another"
)


def find(text: str) -> Iterator[Edit]:
    for match in _ROUND.finditer(text) if "s of" in text else ():
        yield Edit(*match.span(), _ROUNDED[match[1].replace(",", "")])
    for match in _SINCE.finditer(text):
        yield Edit(*match.span(), " to ")
    for match in _DECADES_TO.finditer(text) if _DECADES.search(text) else ():
        yield Edit(*match.span(), " to ")
    for match in _DECADE.finditer(text) if _DECADES.search(text) else ():
        if match[0][-2] in "'’" and text[match.end() :].lstrip()[:1].isdigit():
            continue  # "2020's 66.6%"
        if (said := _decade(match[2])) and (len(match[2]) == 4 or match[2][1] == "0"):
            if len(match[2]) == 4 and match[0][-2] == " " and text[match.end() :].lstrip()[:1].isalpha():
                continue
            yield Edit(*match.span(), said)
    historic = _HISTORIC.search(text) is not None
    for match in _ERAS.finditer(text) if historic else ():
        first = (
            cardinal(int(match[1].replace(",", "")))
            if "," in match[1] or (match[3][0] == "B" and int(match[1]) < 100)
            else _old(match[1])
        )
        said = f"{first} to {_old(match[2])}" if match[2] else first
        yield Edit(match.start(), *_era(text, match.end(), f"{said} {match[3].replace('.', '').replace(' ', '')}"))
    for match in _AD.finditer(text) if historic else ():
        yield Edit(*match.span(), f"AD {_old(match[2])}")
    quarters = _QUARTERS.search(text) is not None
    for match in _QUARTER.finditer(text) if quarters else ():
        number, kind, of = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        if kind == "H" and not of:
            continue
        if of or match[1]:
            name = "quarter" if kind == "Q" else "half"
            said = f"the {ordinal(int(number))} {name}" + (
                f" of {year(int(of)) if len(of) == 4 else _two(of)}" if of else ""
            )
            if word_before(text, match.start()) in ("the", "a", "last", "this", "next") and said.startswith("the "):
                said = said[4:]
            yield Edit(*match.span(), said)
    for match in _FISCAL.finditer(text) if quarters else ():
        yield Edit(*match.span(), f"fiscal year {year_of(match[1])}" + (f" to {_two(match[2])}" if match[2] else ""))
    centuries = _CENTURIES.search(text) is not None
    for match in _SPAN.finditer(text) if centuries else ():
        first, second = match[1], match[3].lstrip("’'")
        whole = second if len(second) == 4 else first[:2] + second
        if (
            int(whole) <= int(first)
            or (len(second) == 4 and not "1000" <= second < "2100")
            or (match[2] == "/" and len(second) == 4 and int(second) != int(first) + 1)
        ):
            continue
        said = year(int(second)) if len(second) == 4 else _two(second)
        yield Edit(*match.span(), f"{year(int(first))} to {said}")
    for match in _SHORT_TO.finditer(text) if "'" in text or "’" in text else ():
        yield Edit(*match.span(), " to ")
    for match in _SHORT.finditer(text) if "'" in text or "’" in text or "‘" in text else ():
        yield Edit(*match.span(), _two(match[1]))
    for match in _YEARS.finditer(text) if centuries else ():
        n = int(match[1])
        if "1" <= match[1][0] <= "2" and _is_year(text, n, *match.span()):
            yield Edit(*match.span(), year(n))


def _era(text: str, end: int, said: str) -> tuple[int, str]:
    return (end - 1, said) if text[end - 1] == "." and not text[end:].strip() else (end, said)


def _old(written: str) -> str:
    n = int(written)
    if len(written) == 4:
        return year(n)
    return in_pairs(written) if n % 100 and n > 100 else cardinal(n)


def _decade(written: str) -> str:
    if len(written) == 2:
        return "two thousands" if written == "00" else plural(cardinal(int(written)))
    n = int(written)
    if n == 2000 or n % 100 == 0:
        return f"{year(n)}s"
    return plural(year(n))


_COUNTED = words(
    """
    people dollars euros pounds miles meters metres feet words tons tonnes troops pixels votes points seats
    calories steps kilometers kilometres acres hectares copies cases deaths patients employees residents
    passengers homes yards barrels
    """
)


# "In 2014 people voted": nobody is among 2,014 people, but much happens in a year.
_PERSONS = words("people troops residents employees patients passengers voters")


def _is_year(text: str, n: int, start: int, end: int) -> bool:
    """Whether four digits name a year: they do, unless something is counted."""
    if n > 2100:
        return False
    before, after = word_before(text, start), word_after(text, end)
    if after in _COUNTED and not (before == "in" and n > 1700 and after in _PERSONS):
        return n % 100 == 0 and n % 1000 != 0
    if before in _AFTER_QUANTITY and is_plural(after):
        return n % 100 == 0 and n % 1000 != 0
    return not (is_plural(after) and n < 1300 and n % 100)


def year_of(written: str) -> str:
    """A year as a date has it, with two digits or four."""
    if len(written) == 4:
        return year(int(written))
    written = written.lstrip("’'")
    return short_year(written)


def short_year(written: str) -> str:
    """The year of a date: '14 is "twenty fourteen", '98 "ninety eight"."""
    return year(2000 + int(written)) if written < "30" else _two(written)


def _two(written: str) -> str:
    if written == "00":
        return "two thousand"
    return f"oh {cardinal(int(written))}" if written[0] == "0" else cardinal(int(written))
