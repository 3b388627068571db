"""Times of day and lengths of time: "4:23 PM EDT" is "four twenty three PM EDT"."""

import re
from collections.abc import Iterator

from .calendar import ZONE
from .grammar import DASH, HAS_DIGIT
from .numbers import cardinal, decimal, digits, year
from .pattern import Pattern, spaced
from .rule import Edit

_SHORTENED = Pattern(r"\d[ap]\b")
_COLON = Pattern(r"\d:\d")
_HALVED = Pattern(r"\d\s?-?[AaPp]\.?\s?[Mm]")
_FOUR = Pattern(r"\d{4}\s?[A-Zh]")
_HALF = r"[ap]\.?\s?m\b\.?"
_CLOCK = Pattern(
    rf"(?<!\d[,/-])(?<![\w.:$€£])(\d{{1,2}})(?:[:.](\d{{2}})(?::(\d{{2}}))?)?(?:\s?{DASH}\s?(\d{{1,2}})(?:[:.](\d{{2}}))?)?"
    rf"\s?-?({_HALF})(?:\s?({ZONE})(?![a-z]))?",
    2,
)
_PLAIN = Pattern(
    rf"(?<!\d,)(?<![\w.:$€£])(?<!\d/)([0-2]?\d):([0-5]\d)(?::([0-5]\d))?(?![\d:]"
    rf"|\.\d)(?:\s?({ZONE})(?![a-z])(?:\s?([+-]\d{{1,2}})(?!\d))?)?",
    2,
)
_LAP = Pattern(r"(?<!\d,)(?<![\w.:$€£/])(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)\.(\d{1,3})(?!\d)")
_MILITARY = Pattern(
    rf"(?<!\d,)(?<![\w.:$€£/-])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:{ZONE}(?![A-Za-z])|hours\b|hrs\b|h\b))(?:(h\b)"
    rf"|\s(hrs\b))?"
)
_DOTTED = Pattern(
    r"\b(?:at|from|until|till|by|before|after|around|about|since|between|and"
    r"|to)\s+(\d{1,2})\.([0-5]\d)(?=(?:\s?(?:GMT|BST|CET|on)\b))"
)
_HALVES = Pattern(r"(?<![\w.:/])50:50(?![\w:])")
# "Nov. 20, 20194:29 AM": pages that put date and time next to each other by style alone.
_GLUED = Pattern(r"(?<!\w)((?:19|20)\d\d)(\d{1,2}):([0-5]\d)\s?([AP])M\b", re.IGNORECASE)
_RATIO = Pattern(r"(?<!\d,)(?<![\w.:/])(\d{1,4}):(\d{1,3}(?:,\d{3})+|\d{1,4})(?![\d:]|[.,]\d)")
_VERSE = Pattern(
    r"\b(?:Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Nehemiah|Esther"
    r"|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Obadiah|Jonah|Micah"
    r"|Nahum|Habakkuk|Zephaniah|Haggai|Zechariah|Malachi|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians"
    r"|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Philemon|Hebrews|James|Peter|Jude|Revelation|Qur[’']?an"
    rf"|Quran|Koran|Surah)\s(\d{{1,3}}):(\d{{1,3}})(?:\s?{DASH}\s?(\d{{1,3}}))?(?![\w:]|\.\d|\s?[ap]\.?m\b)"
)
_PROPORTION = Pattern(r"\b(?:ratios?|dilut\w+|scale|proportions?|odds|blend|mix)\b", 2)
_AT = Pattern(r"\b(?:at|until|till|since|after|before)\s$", 2)
# "8-8:30"
_UNTIL = Pattern(rf"(?<![\w.:/$€£-])(\d{{1,2}})({DASH})(?=\d{{1,2}}:[0-5]\d(?!\d))")
_LISTED = Pattern(r"(?<![\w/.])(\d{1,2})(/)(\d{1,2})c\b")
_ENDED = Pattern(r"(?<![\w:.])(\d{1,2}):([0-5]\d)([ap])(?!\w)")
_HALF_DAYS = Pattern(rf"(?<![\w$£€.])(\d{{1,2}})([ap])?\s?{DASH}\s?(\d{{1,2}})([ap])(?!\w|\.\d)")
_CONTINUED = Pattern(rf"\s?{DASH}\s?(?=\d)")


def find(text: str) -> Iterator[Edit]:
    if not HAS_DIGIT.search(text):
        return
    colon = _COLON.search(text) is not None
    for match in _HALF_DAYS.finditer(text) if _SHORTENED.search(text) else ():
        first = f"{cardinal(int(match[1]))}{f' {match[2].upper()}M' if match[2] else ''}"
        yield Edit(*match.span(), f"{first} to {cardinal(int(match[3]))} {match[4].upper()}M")
    for match in _GLUED.finditer(text) if colon else ():
        said = f"{year(int(match[1]))}, {cardinal(int(match[2]))} {_minutes(match[3])}".rstrip()
        yield Edit(*match.span(), f"{said} {match[4].upper()}M")
    for match in _VERSE.finditer(text) if colon else ():
        verses = f"{cardinal(int(match[2]))}" + (f" to {cardinal(int(match[3]))}" if match[3] else "")
        yield Edit(match.start(1), match.end(), f"{cardinal(int(match[1]))} {verses}")
    for match in _LAP.finditer(text) if colon else ():
        hours = f"{cardinal(int(match[1]))} " if match[1] else ""
        yield Edit(*match.span(), f"{hours}{cardinal(int(match[2]))} {_minutes(match[3])} point {digits(match[4])}")
    for match in _CLOCK.finditer(text) if _HALVED.search(text) else ():
        if (edit := _on_the_clock(text, match)) is not None:
            yield edit
            through = _CONTINUED.match(text, edit.end)
            if through and _CLOCK.match(text, through.end()):
                yield Edit(*through.span(), " to ")
    for match in _ENDED.finditer(text) if colon else ():
        said = f"{cardinal(int(match[1]))} {_minutes(match[2])}".rstrip()
        yield Edit(*match.span(), f"{said} {match[3].upper()}M")
    for match in _LISTED.finditer(text) if "/" in text else ():
        yield Edit(*match.span(), f"{cardinal(int(match[1]))}, {cardinal(int(match[3]))} Central")
    for match in _HALVES.finditer(text) if colon else ():
        yield Edit(*match.span(), "fifty fifty")
    for match in _UNTIL.finditer(text) if colon else ():
        yield Edit(*match.span(1), cardinal(int(match[1])))
        yield Edit(*match.span(2), " to ")
    for match in _PLAIN.finditer(text) if colon else ():
        if int(match[1]) < 25 and not (match[3] is None and match[4] is None and _PROPORTION.search(text)):
            yield from _without_half(text, match)
    for match in _MILITARY.finditer(text) if _FOUR.search(text) else ():
        end = match.end() + text.startswith("Z", match.end())
        hour = _early(match[1]) if match[1][0] == "0" else cardinal(int(match[1]))
        minutes = "hundred" if match[2] == "00" else _minutes(match[2])
        said = f"{hour} {minutes}" + (" hours" if match[3] or match[4] else "") + (" Zulu" if end > match.end() else "")
        yield Edit(match.start(), end, said)
    for match in _DOTTED.finditer(text) if "." in text and ("T" in text or " on" in text) else ():
        yield Edit(match.start(1), match.end(2), f"{cardinal(int(match[1]))} {_minutes(match[2])}".strip())
    for match in _RATIO.finditer(text) if colon else ():
        yield Edit(*match.span(), f"{cardinal(int(match[1]))} to {decimal(match[2])}")


def _minutes(text: str) -> str:
    if text == "00":
        return ""
    return f"o {cardinal(int(text))}" if text[0] == "0" else cardinal(int(text))


def _lasting(hours: str, minutes: str, seconds: str) -> str:
    """Hours, minutes and seconds by their names."""
    parts = []
    for count, unit in ((hours, "hour"), (minutes, "minute"), (seconds, "second")):
        n = int(count)
        parts.append(f"{cardinal(n)} {unit}" + ("" if n == 1 else "s"))
    return f"{parts[0]} {parts[1]} and {parts[2]}"


def _zone(written: str | None) -> str:
    if not written:
        return ""
    letters = re.sub(r"[^A-Za-z]", "", written).upper()
    return " Zulu" if letters == "Z" else f" {letters}"


def _on_the_clock(text: str, match: re.Match[str]) -> Edit | None:
    """A time with a.m. or p.m."""
    hour, minute, second, hour_2, minute_2, half, zone = match.groups()
    if int(hour) > 24 or (minute and int(minute) > 59):
        return None
    said = f"{cardinal(int(hour))} {_minutes(minute or '00')}".strip()
    if second:
        said = f"{said} and {cardinal(int(second))} seconds" if second != "00" else _lasting(hour, minute, second)
    if hour_2:
        said += f" to {cardinal(int(hour_2))} {_minutes(minute_2 or '00')}".rstrip()
    said += (" AM" if half[0] in "aA" else " PM") + _zone(zone)
    end = match.end()
    if text[end - 1] == "." and not text[end:].strip(" \"”'’)]"):
        end -= 1  # it ends the sentence, too
    return Edit(match.start(), end, spaced(text, match.start(), end, said))


def _without_half(text: str, match: re.Match[str]) -> Iterator[Edit]:
    hour, minute, second, zone, shift = match.groups()
    if second and _AT.search(text[max(0, match.start() - 8) : match.start()]) and int(hour) < 24:
        said = (
            f"{_early(hour) if hour[0] == '0' and len(hour) > 1 else cardinal(int(hour))} {_minutes(minute)}".rstrip()
        )
        said += f" and {cardinal(int(second))} seconds" if second != "00" else ""
    elif second:
        said = _lasting(hour, minute, second)
    elif minute != "00":
        said = f"{cardinal(int(hour)) if len(hour) == 1 or hour[0] != '0' else _early(hour)} {_minutes(minute)}"
    elif hour in ("00", "24"):
        said = "midnight"
    elif int(hour) > 12:
        said = f"{cardinal(int(hour))} hundred"
    else:
        said = cardinal(int(hour)) + ("" if zone or text[match.end() :].startswith((" o", " noon")) else " o'clock")
    said += _zone(zone)
    end = match.end()
    if shift:
        said += f" {'plus' if shift[0] == '+' else 'minus'} {cardinal(int(shift[1:]))}"
    if zone and text[end - 1] == "." and not text[end:].strip():
        end -= 1
    yield Edit(match.start(), end, spaced(text, match.start(), end, said))
    through = _CONTINUED.match(text, end)
    if through and _PLAIN.match(text, through.end()):
        yield Edit(*through.span(), " to ")


def _early(hour: str) -> str:
    return "zero" if hour == "00" else f"oh {cardinal(int(hour))}"
