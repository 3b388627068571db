"""Dates, times and years in the European order: "am 5. Mai", "à 14h30", "16.04.2014"."""

import re
from collections.abc import Iterator

from .grammar import DASH
from .pattern import Pattern
from .rule import Edit
from .tongue import Tongue

LEFT = r"(?<![\w.,:/€$£-])"
_CLOCK = Pattern(
    r"(?<![\w.,:])([01]?\d|2[0-4])(?::|\s?h\s?|(?<=\d)\.(?=\d\d\s?Uhr))([0-5]\d)?(?:\s?(?:Uhr|h|hrs?\.?"
    r"|horas))?(?![\w:]|[.,]\d)"
)
_NUMERIC = Pattern(rf"{LEFT}(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?![\w/]|[.-]\d)")
_SHORT = Pattern(r"(?:(?<!\w)([A-Za-z]+)[.,]{0,2}\s|(?<![\w.,/-]))(\d{1,2})\.(\d{1,2})\.(?![\w.])")
_ISO = Pattern(rf"{LEFT}(\d{{4}})-(\d{{2}})-(\d{{2}})(?![\w-])")
_YEAR = Pattern(rf"(?:{LEFT}|(?<=(?<!\d)\d{{4}}[-–/]))(1[1-9]\d\d|20\d\d)(?![\w%]|[.,:]\d|\s\d{{3}})")


def dates(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Days with their months, as 5. Mai 2014, 16.04.2014 or 2014-04-16."""
    months = "|".join(
        rf"{name}|(?:{'|'.join(name[:n] for n in (5, 4, 3) if n < len(name))})\." if len(name) > 3 else name
        for name in tongue.months
    )
    if re.search(months, text, re.IGNORECASE):
        if tongue.point == "Komma":
            yield from _spans(text, months, tongue)
        of = r"(?:\sde)?" if "de" in tongue.day_month else ""
        long = rf"(?<![\w.,])(?:(\w+)\s)?(\d{{1,2}})(\.|er|º|°)?{of}\s({months})(?!\w)(?:(\sdel?)?\s(\d{{4}})(?!\d))?"
        for match in re.finditer(long, text, re.IGNORECASE):
            if 0 < int(match[2]) < 32:
                end = match.end()
                said = _day(int(match[2]), _month(match[4], tongue), match[1] or "", tongue)
                if match[6]:
                    said += f"{match[5] or ''} {tongue.year(int(match[6]))}"
                yield Edit(match.start(2), end, said)
    for match in _SHORT.finditer(text) if tongue.point == "Komma" else ():
        before, day, month = match[1] or "", int(match[2]), int(match[3])
        known = (
            match[3][0] == "0"
            or before.lower() in tongue.day_after
            or any(before[:2] == name[:2] for name in tongue.days if before)
        )
        if known and 0 < day < 32 and 0 < month < 13:
            said = _day(day, tongue.months[month - 1], before if before.lower() in tongue.day_after else "", tongue)
            end = match.end() - (not text[match.end() :].strip(' "”»’)'))
            yield Edit(match.start(2), end, said)
    for match in _NUMERIC.finditer(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if 0 < day < 32 and 0 < month < 13:
            link = " de " if "de" in tongue.day_month else " "
            full = year if year > 99 else year + (2000 if year < 50 else 1900)
            before = text[max(0, match.start() - 20) : match.start()].rstrip().rpartition(" ")[2]
            yield Edit(*match.span(), f"{_day(day, tongue.months[month - 1], before, tongue)}{link}{tongue.year(full)}")
    for match in _ISO.finditer(text):
        if 0 < int(match[2]) < 13 and 0 < int(match[3]) < 32:
            link = " de " if "de" in tongue.day_month else " "
            said = _day(int(match[3]), tongue.months[int(match[2]) - 1], "", tongue)
            yield Edit(*match.span(), f"{said}{link}{tongue.year(int(match[1]))}")


def times(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Times of day."""
    for match in _CLOCK.finditer(text):
        if match[2] or match[0].endswith("h"):
            minute = tongue.clock_link + tongue.cardinal(int(match[2])) if match[2] and match[2] != "00" else ""
            yield Edit(*match.span(), tongue.hour(int(match[1])) + minute)


def years(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Years, which some languages say otherwise than other numbers."""
    for match in _YEAR.finditer(text):
        yield Edit(*match.span(), tongue.year(int(match[1])))


def _spans(text: str, months: str, tongue: Tongue) -> Iterator[Edit]:
    """ "Vom 5. bis 7. Juni", "5.–7. Juni": both days are inflected as the word before the first asks."""
    both = (
        rf"(?<![\w.,])(?:(\w+)\s)?(\d{{1,2}})\.(\s(?:bis|und|oder)(?:\szum)?\s|\s?{DASH}\s?)(\d{{1,2}})\.\s?"
        rf"({months})(?!\w)"
    )
    for match in re.finditer(both, text, re.IGNORECASE):
        before, first, link, last, name = match.groups()
        ending = "n" if (before or "").lower() in tongue.day_after or "zum" in link else "r" if not before else ""
        said = f"{tongue.ordinal(int(first))}{ending}{link if link.strip().isalpha() or 'zum' in link else ' bis '}"
        yield Edit(match.start(2), match.end(), f"{said}{tongue.ordinal(int(last))}{ending} {_month(name, tongue)}")


def weekdays(text: str, tongue: Tongue) -> Iterator[Edit]:
    """ "Mo., 5. August", "ven. 13 oct.": a day of the week that is cut short before a number."""
    days = "|".join(f"{day[:2]}(?:{day[2]})?" for day in tongue.days)
    for match in re.finditer(
        rf"(?<!\w)({days})\.(\s(?:bis|und|au|et|a|y)\s|\s?{DASH}\s?)({days})\.?(?!\w)", text, re.IGNORECASE
    ):
        link = match[2] if match[2].strip().isalpha() else f" {tongue.to} "
        yield Edit(*match.span(), f"{_weekday(match[1], tongue)}{link}{_weekday(match[3], tongue)}")
    for match in re.finditer(rf"(?<!\w)({days})\.(?=,?\s(?:de[nmr]\s|le\s|el\s)?\d)", text, re.IGNORECASE):
        yield Edit(*match.span(), _weekday(match[1], tongue))


def _weekday(written: str, tongue: Tongue) -> str:
    return next(day for day in tongue.days if day[:2].lower() == written[:2].lower())


def _month(written: str, tongue: Tongue) -> str:
    return next(name for name in tongue.months if name.lower().startswith(written.lower().rstrip(".")))


def _day(day: int, month: str, before: str, tongue: Tongue) -> str:
    if tongue.point == "Komma":
        said = tongue.ordinal(day) + ("n" if before.lower() in tongue.day_after else "r" if not before else "")
    else:
        said = tongue.ordinal(1) if day == 1 else tongue.cardinal(day)
    return tongue.day_month.format(day=said, month=month)
