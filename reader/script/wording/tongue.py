"""The frame of numbers in languages that write them in the European way: 1.234,5 and 5. Mai and 14:30."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from .grammar import DASH, HAS_DIGIT
from .pattern import Pattern, spaced
from .roman import value
from .rule import Edit


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a language says where digits and signs are written.

    ``one`` is said for 1 before a noun. ``day_after`` are words behind which the day of a date is inflected with -n.
    ``numeral`` says a Roman numeral behind a word, "" where it is none; ``before_noun`` fits a number to its noun.
    ``scale_link`` stands between a round number and what is counted ("deux millions d’euros"). ``suffixes`` are the
    endings of ordinal numbers, each with what replaces the last letter of the ordinal.
    """

    cardinal: Callable[[int], str]
    ordinal: Callable[[int], str]
    year: Callable[[int], str]
    one: str
    point: str
    minus: str
    to: str
    score: str
    percent: str
    months: tuple[str, ...]
    day_month: str
    day_after: tuple[str, ...]
    clock: str
    link: str
    dot: str
    at: str
    slash: str
    dash: str
    hashtag: str
    currencies: Mapping[str, tuple[str, str]]
    scales: Mapping[str, str]
    units: Mapping[str, str]
    short: Mapping[str, str]
    signs: Mapping[str, str]
    numeral: Callable[[str, int], str]
    before_noun: Callable[[str, str], str]
    scale_link: str = ""
    suffixes: Mapping[str, str] = field(default_factory=dict)


def listed(text: str) -> tuple[str, ...]:
    """The words of a text, in their order."""
    return tuple(text.split())


def table(text: str) -> dict[str, str]:
    """What is written and what is said for it: "km = Kilometer | kg = Kilogramm"."""
    pairs = (entry.partition("=") for entry in text.split("|"))
    return {" ".join(written.split()): " ".join(said.split()) for written, _, said in pairs}


LONGEST = 14
_THIN = r"[.\u00a0\u202f\u2009 ’']"
_NUMBER = rf"(?:\d{{1,3}}(?:{_THIN}\d{{3}})+(?!\d)|\d+)(?:,\d+)?"
_LEFT = r"(?<![\w.,:/€$£-])"
_LINK = Pattern(r"\b(?:https?|ftp)://(?:www\.)?([\w.-]+)(?::\d+)?(?:/[^\s<>\"“”„]*)?(?<![.,;:!?)])", re.IGNORECASE)
_MAIL = Pattern(r"(?<!\w)(\w[\w.+-]*)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")
_SITE = Pattern(
    r"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9-]+\.)+(?:com|org|net|eu|de|at|ch|fr|be|es|mx|ar|cl|co|info|tv"
    r"|io))\b(?![@\w])(/[\w/-]*\w)?"
)
_TAG = Pattern(r"(?<![\w&/])([#@])(?=\w*[^\W\d])(\w+)")
_CLOCK = Pattern(
    r"(?<![\w.,:])([01]?\d|2[0-4])(?::|\s?h\s?|(?<=\d)\.(?=\d\d\s?Uhr))([0-5]\d)?(?:\s?(?:Uhr|h|hrs?\.?"
    r"|horas))?(?![\w:]|[.,]\d)"
)
_NUMERIC = Pattern(rf"{_LEFT}(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?![\w/]|[.-]\d)")
_ISO = Pattern(rf"{_LEFT}(\d{{4}})-(\d{{2}})-(\d{{2}})(?![\w-])")
_RANGE = Pattern(rf"(?<=\d)(?:\s?[%€])?\s?{DASH}\s?(?=\d)")
_YEAR = Pattern(rf"{_LEFT}(1[1-9]\d\d|20\d\d)(?![\w%]|[.,:]\d|\s\d{{3}})")
_PLAIN = Pattern(rf"(?:(?<![\w)])([-−]))?({_NUMBER})")
_MIXED = Pattern(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d])\w+")
_ROUND = ("million", "millions", "milliard", "milliards", "millón", "millones")
# "Kilomètres carrés" is "kilomètre carré" of one; "Celsius" stays.
_PLURAL = re.compile(r"(?<=[eéoa])s$")
_ROMAN = Pattern(r"\b(\w+)\s([IVX]{1,7})(?:\.(?=\s[a-zäöü]|,|$))?(?!\w)|\b()([IVX]{1,7})(?:e|ème)(?!\w)")
_SCORE = Pattern(r"(?<![\w.,:])(\d{1,3}):(\d{1,3})(?![\w:])")
_DECADE = Pattern(r"(?<!\w)(\d{2}|\d{4})er(?!\w)")
_NOUN = Pattern(r"\s([^\W\d_]+)")
_RUN = Pattern(r"\d+")
_PIECE = Pattern(r"\d+|[^\W\d_]+")


def find_in(text: str, tongue: Tongue) -> Iterator[Edit]:
    """The edits of a sentence; where two overlap, the first that is given is meant."""
    yield from _addresses(text, tongue)
    yield from _shortened(text, tongue)
    for match in _ROMAN.finditer(text):
        numeral = match[2] or match[4]
        if said := tongue.numeral(match[1] or "", value(numeral)) if len(numeral) > 1 or not match[2] else "":
            start = match.start(2) if match[2] else match.start(4)
            yield Edit(start, match.end(), said)
    if HAS_DIGIT.search(text):
        yield from _dated(text, tongue)
        yield from _counted(text, tongue)
        for match in _RUN.finditer(text):
            yield Edit(*match.span(), spaced(text, *match.span(), _each(match[0], tongue)))
    for sign, name in tongue.signs.items():
        if sign in text:
            for match in re.finditer(re.escape(sign), text):
                left = " " if match.start() and not text[match.start() - 1].isspace() else ""
                right = " " if match.end() < len(text) and text[match.end()].isalnum() else ""
                yield Edit(*match.span(), left + name + right if name else "")


def _each(number: str, tongue: Tongue) -> str:
    """Digit by digit."""
    return " ".join(tongue.cardinal(int(digit)) for digit in number)


def _spelled(address: str, tongue: Tongue) -> str:
    words = []
    for piece in re.findall(r"[^\W\d_]+|\d+|\S", address):
        named = {".": tongue.dot, "/": tongue.slash, "-": tongue.dash, "@": tongue.at}.get(piece, piece)
        words.append(_each(piece, tongue) if piece.isdecimal() else named)
    return " ".join(words)


def _addresses(text: str, tongue: Tongue) -> Iterator[Edit]:
    if "://" in text:
        for match in _LINK.finditer(text):
            yield Edit(*match.span(), f"{tongue.link} {_spelled(match[1], tongue)}")
    if "@" in text:
        for match in _MAIL.finditer(text):
            yield Edit(*match.span(), _spelled(match[0], tongue))
    if "." in text:
        for match in _SITE.finditer(text):
            yield Edit(*match.span(), _spelled(match[1] + (match[2] or ""), tongue))
    if "#" in text or "@" in text:
        from .web import parted

        for match in _TAG.finditer(text):
            words = [
                tongue.cardinal(int(word)) if word.isdecimal() and len(word) < 9 else word for word in parted(match[2])
            ]
            yield Edit(*match.span(), " ".join([tongue.hashtag if match[1] == "#" else tongue.at, *words]))


def _shortened(text: str, tongue: Tongue) -> Iterator[Edit]:
    for written, said in tongue.short.items():
        at = text.find(written)
        while at >= 0:
            end = at + len(written)
            bounded = (not at or not (text[at - 1].isalnum() or text[at - 1] in ".-")) and not text[
                end : end + 1
            ].isalnum()
            if bounded:
                # A stop that ends the sentence, too, stays.
                yield Edit(at, end - (written[-1] == "." and not text[end:].strip(' "”»’)')), said)
            at = text.find(written, end)


def _dated(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Dates, times, and years."""
    months = "|".join(f"{name}|{name[:3]}\\." for name in tongue.months)
    if re.search(months, text, re.IGNORECASE):
        of = r"(?:\sde)?" if "de" in tongue.day_month else ""
        long = rf"(?<![\w.,])(?:(\w+)\s)?(\d{{1,2}})(\.|er|º|°)?{of}\s({months})(?!\w)(?:(\sdel?)?\s(\d{{4}})(?!\d))?"
        for match in re.finditer(long, text, re.IGNORECASE):
            if 0 < int(match[2]) < 32:
                end = match.end()
                said = _day(int(match[2]), _month(match[4], tongue), match[1] or "", tongue)
                if match[6]:
                    said += f"{match[5] or ''} {tongue.year(int(match[6]))}"
                yield Edit(match.start(2), end, said)
    for match in _NUMERIC.finditer(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if 0 < day < 32 and 0 < month < 13:
            link = " de " if "de" in tongue.day_month else " "
            full = year if year > 99 else year + (2000 if year < 50 else 1900)
            before = text[: match.start()].rstrip().rpartition(" ")[2]
            yield Edit(*match.span(), f"{_day(day, tongue.months[month - 1], before, tongue)}{link}{tongue.year(full)}")
    for match in _ISO.finditer(text):
        if 0 < int(match[2]) < 13 and 0 < int(match[3]) < 32:
            link = " de " if "de" in tongue.day_month else " "
            said = _day(int(match[3]), tongue.months[int(match[2]) - 1], "", tongue)
            yield Edit(*match.span(), f"{said}{link}{tongue.year(int(match[1]))}")
    for match in _CLOCK.finditer(text):
        if match[2] or match[0].endswith("h"):
            hour = tongue.one if match[1].lstrip("0") == "1" else tongue.cardinal(int(match[1]))
            minute = tongue.cardinal(int(match[2])) if match[2] and match[2] != "00" else ""
            template = tongue.clock if minute or " y " not in tongue.clock else "{hour}"
            yield Edit(*match.span(), template.format(hour=hour, minute=minute).strip())
    for match in _YEAR.finditer(text):
        yield Edit(*match.span(), tongue.year(int(match[1])))


def _month(written: str, tongue: Tongue) -> str:
    return next(
        name
        for name in tongue.months
        if name[:3].lower() == written[:3].lower() and (written.endswith(".") or name.lower() == written.lower())
    )


def _day(day: int, month: str, before: str, tongue: Tongue) -> str:
    if tongue.point == "Komma":
        said = tongue.ordinal(day) + ("n" if before.lower() in tongue.day_after else "r" if not before else "")
    else:
        said = tongue.ordinal(1) if day == 1 else tongue.cardinal(day)
    return tongue.day_month.format(day=said, month=month)


def _counted(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Sums, measures, ordinal numbers, and all other numbers."""
    scales = "|".join(sorted(map(re.escape, tongue.scales), key=len, reverse=True))
    signs = "|".join(sorted(map(re.escape, tongue.currencies), key=len, reverse=True))
    units = "|".join(sorted(map(re.escape, tongue.units), key=len, reverse=True))
    front = rf"(?<!\w)(-?)({signs})\s?({_NUMBER})(?:\s({scales})(?!\w))?"
    for match in re.finditer(front, text):
        yield Edit(*match.span(), _sum(match[3], match[4], match[2], tongue))
    behind = rf"{_LEFT}({_NUMBER})(?:\s?({scales})(?!\w))?\s?({signs})(?!\w)"
    for match in re.finditer(behind, text):
        yield Edit(*match.span(), _sum(match[1], match[2], match[3], tongue))
    measure = rf"(?:(?<![\w)])([-−]))?(?<![\w.,:/€$£])({_NUMBER})\s?({units})(?![\w/])"
    for match in re.finditer(measure, text):
        if match[3] in ("t", "l", "g", "m", "h", "L") and match[0][-2].isdigit() and len(match[2]) > 3:
            continue
        minus = f"{tongue.minus} " if match[1] else ""
        name = tongue.units[match[3]]
        if match[2] == "1":
            name = " ".join(_PLURAL.sub("", word) for word in name.split())
        yield Edit(*match.span(), f"{minus}{_number(match[2], tongue, True)} {name}".rstrip())
    if tongue.suffixes:
        endings = "|".join(sorted(map(re.escape, tongue.suffixes), key=len, reverse=True))
        for match in re.finditer(rf"{_LEFT}(\d{{1,4}})({endings})(?!\w)", text):
            said = tongue.ordinal(int(match[1]))
            if match[1] == "1" and match[2] in ("re", "ère"):
                said = "première"
            elif replaced := tongue.suffixes[match[2]]:
                said = said[:-1] + ("" if replaced == "r" else replaced)
            yield Edit(*match.span(), said)
    elif tongue.point == "Komma":
        for match in re.finditer(rf"{_LEFT}(\d{{1,3}})\.(?=\s[A-ZÄÖÜ]\w+)", text):
            before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
            inflected = before in (
                "der",
                "die",
                "das",
                "dem",
                "den",
                "des",
                "im",
                "am",
                "beim",
                "zum",
                "zur",
                "vom",
                "jeder",
                "jede",
            )
            if inflected:
                ending = "n" if before not in ("der", "die", "das", "jede", "jeder") else ""
                yield Edit(*match.span(), tongue.ordinal(int(match[1])) + ending)
    for match in _SCORE.finditer(text):
        said = f"{tongue.cardinal(int(match[1]))} {tongue.score} {tongue.cardinal(int(match[2]))}"
        yield Edit(*match.span(), said)
    for match in _DECADE.finditer(text) if not tongue.suffixes else ():
        yield Edit(*match.span(), f"{tongue.year(int(match[1]))}er")
    for match in _RANGE.finditer(text):
        yield Edit(match.start() + (match[0].strip()[0] in "%€"), match.end(), f" {tongue.to} ")
    for match in _MIXED.finditer(text):
        words = [
            tongue.cardinal(int(word)) if word.isdecimal() and len(word) < 5 else word
            for word in _PIECE.compiled.findall(match[0])
        ]
        if not any(word.isdecimal() for word in words):
            yield Edit(*match.span(), " ".join(words))
    for match in _PLAIN.finditer(text):
        minus = f"{tongue.minus} " if match[1] else ""
        noun = _NOUN.match(text, match.end())
        said = _number(match[2], tongue, False)
        yield Edit(*match.span(), minus + (tongue.before_noun(said, noun[1]) if noun else said))


def _number(written: str, tongue: Tongue, before_noun: bool) -> str:
    whole, comma, part = written.partition(",")
    whole = re.sub(r"\D", "", whole)
    if len(whole) > LONGEST or (len(whole) > 1 and whole[0] == "0"):
        said = _each(whole, tongue)
    else:
        said = tongue.one if before_noun and whole == "1" and not comma else tongue.cardinal(int(whole))
    if comma:
        said += f" {tongue.point} {_each(part, tongue)}"
    return said


def _sum(number: str, scale: str | None, sign: str, tongue: Tongue) -> str:
    one, several = tongue.currencies[sign]
    whole, _, part = number.partition(",")
    single = not scale and re.sub(r"\D", "", whole) == "1"
    if scale:
        return f"{_number(number, tongue, True)} {tongue.scales[scale]} {tongue.scale_link}{several}"
    name = one if single and not part else several
    if len(part) == 2:
        cents = f" {_number(part.lstrip('0') or '0', tongue, False)}" if part != "00" else ""
        return f"{_number(whole, tongue, True)} {one if single else several}{cents}"
    said = _number(number, tongue, True)
    return f"{said} {tongue.scale_link if said.endswith(_ROUND) else ''}{name}"
