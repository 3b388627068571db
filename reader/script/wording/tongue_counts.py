"""Numbers in languages that write them in the European way, 1.234,5 or 1 234,5: sums, measures, and all the others."""

import re
from collections.abc import Iterable, Iterator

from .fractions import SIGNS, VULGAR
from .grammar import DASH
from .pattern import Pattern, spaced
from .rule import Edit
from .tongue import Tongue
from .tongue_dates import LEFT
from .tongue_words import each

LONGEST = 14
_THIN = r"[.\u00a0\u202f\u2009 ’']"
_NUMBER = rf"(?:\d{{1,3}}(?:{_THIN}\d{{3}})+(?!\d)|\d+)(?:,\d+)?"
_RANGE = Pattern(rf"(?:(?<=\d)|(?<=\d[%€h])|(?<=\d\s[%€h]))\s?{DASH}\s?(?=\d)")
_MANY = Pattern(rf"{LEFT}({_NUMBER})\s?(M|Mds?)(?=\s(?:d['’]|de\s)\w)")
_BY = Pattern(r"(?<=\d)\s?[x×]\s?(?=\d)")
_PLAIN = Pattern(rf"(?:(?<![\w)])([-−]))?({_NUMBER})")
_MIXED = Pattern(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d])\w+")
_ROUND = ("million", "millions", "milliard", "milliards", "millón", "millones")
# "Kilomètres carrés" is "kilomètre carré" of one; "Celsius" stays.
_PLURAL = re.compile(r"(?<=[eéoa])s$")
_FRACTION = Pattern(rf"{LEFT}(?:(\d{{1,3}})\s)?(\d{{1,2}})/(\d{{1,2}})(?![\w/]|[.,-]\d)")
_VULGAR = Pattern(rf"(?<!\w)(?:(\d{{1,3}})\s?)?([{SIGNS}])")
# Dialled in groups: +49 30 1234567, 06 12 34 56 78, 91 234 56 78, 030 123456.
_PHONE = Pattern(
    r"(?<![\w.,/-])(?:\+\d{1,3}(?=(?:\D?\d){7})(?:[\s/-]\(?\d{1,8}\)?){1,6}|\(?0\d{1,4}\)?[\s/-]\s?\d{3,8}(?:[\s-]\d{2,4}){0,2}"
    r"|[6-9]\d\d\s\d{3}\s\d{3}(?=\s*(?:[.,;)]|$))|0?\d(?:\s\d\d){4}|\d{2,3}\s\d{3}\s\d{2}\s\d{2})(?![\w%]|[.,\s]\d|\s?[€$])"
)
_SCORE = Pattern(r"(?<![\w.,:])(\d{1,3}):(\d{1,3})(?![\w:])")
_DECADE = Pattern(r"(?<!\w)(\d{2}|\d{4})er(?!\w)")
_STOPPED = Pattern(rf"{LEFT}(\d{{1,3}})\.(?:(?=\s([^\W\d_]+))|(?=[,;)]))")
# What these number is not counted: "el número uno mundial".
_NAMED = Pattern(
    r"(?:nummer|nr\.|platz|seite|kapitel|artikel|absatz|número|n\.?º|núm\.|página|pág\.|capítulo|artículo|numéro|n°)\s?$",
    re.IGNORECASE,
)
_TIMES = Pattern(r"(?<![\w.,])(\d{1,3})x(?!\w)")
_NOUN = Pattern(r"\s([^\W\d_]+)")
_RUN = Pattern(r"\d+")
_PIECE = Pattern(r"\d+|[^\W\d_]+")


def phones(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Telephone numbers, group by group."""
    for match in _PHONE.finditer(text):
        yield Edit(*match.span(), _dialled(match[0], tongue))


def money(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Sums of money, and round numbers that are cut short."""
    scales, signs = _any_of(tongue.scales), _any_of(tongue.currencies)
    # "Euro 2024" is no sum.
    before = _any_of([sign for sign in tongue.currencies if not sign[1:].islower()])
    front = rf"(?<!\w)(-?)({before})\s?({_NUMBER})(?:\s({scales})(?!\w))?"
    for match in re.finditer(front, text):
        yield Edit(*match.span(), _sum(match[3], match[4], match[2], tongue))
    behind = rf"{LEFT}({_NUMBER})(?:\s?({scales})(?!\w))?\s?({signs})(?!\w)"
    for match in re.finditer(behind, text):
        yield Edit(*match.span(), _sum(match[1], match[2], match[3], tongue))
    for match in _MANY.finditer(text) if tongue.scale_link else ():
        if match[2] in tongue.scales:
            yield Edit(*match.span(2), spaced(text, *match.span(2), tongue.scales[match[2]]))


def measures(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Measures, percent and degrees."""
    units = _any_of(tongue.units)
    for match in re.finditer(rf"\d\s?({_any_of(tongue.scales)})\s({units})(?![\w/])", text):
        yield Edit(*match.span(2), _linked(tongue.scales[match[1]], tongue.units[match[2]], tongue))
    measure = rf"(?:(?<![\w)])([-−]))?(?<![\w.,:/€$£])({_NUMBER})\s?({units})(?![\w/])"
    for match in re.finditer(measure, text):
        if match[3] in ("t", "l", "g", "m", "h", "L", "s") and match[0][-2].isdigit() and len(match[2]) > 3:
            continue
        minus = f"{tongue.minus} " if match[1] else ""
        name = tongue.units[match[3]]
        if match[2] == "1":
            name = " ".join(_PLURAL.sub("", word) for word in name.split())
        yield Edit(*match.span(), f"{minus}{_number(match[2], tongue, True)} {name}".rstrip())
    for match in _BY.finditer(text):
        yield Edit(*match.span(), f" {tongue.by} ")
    for match in _TIMES.finditer(text) if tongue.times else ():
        yield Edit(*match.span(), f"{tongue.cardinal(int(match[1]))}{tongue.times}")


def ordinals(text: str, tongue: Tongue) -> Iterator[Edit]:
    """First, second, third."""
    if tongue.suffixes:
        endings = "|".join(sorted(map(re.escape, tongue.suffixes), key=len, reverse=True))
        for match in re.finditer(rf"{LEFT}(\d{{1,4}})({endings})(?!\w)", text):
            said = tongue.ordinal(int(match[1]))
            if match[1] == "1" and match[2] in ("re", "ère"):
                said = "première"
            elif replaced := tongue.suffixes[match[2]]:
                said = said[:-1] + ("" if replaced == "r" else replaced)
            yield Edit(*match.span(), said)
    if tongue.stopped:
        for match in _STOPPED.finditer(text):
            before = text[max(0, match.start() - 60) : match.start()]
            if said := tongue.stopped(int(match[1]), before, match[2] or ""):
                yield Edit(match.start(), match.end(1) + 1, said)


def fractions(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Fractions: 3/4, ½, 2½."""
    for match in _FRACTION.finditer(text):
        whole, above, below = match[1] or "", int(match[2]), int(match[3])
        if below in tongue.parts and 0 < above < 100:
            yield Edit(*match.span(), _part(whole, above, below, tongue))
        elif not whole:
            yield Edit(*match.span(), f"{tongue.cardinal(above)} {tongue.cardinal(below)}")
    if not text.isascii():
        units = _any_of(tongue.units)
        for match in re.finditer(rf"(?<=[{SIGNS}])\s?({units})(?![\w/])", text):
            yield Edit(*match.span(), f" {tongue.units[match[1]]}")
    for match in _VULGAR.finditer(text):
        above, below = VULGAR[match[2]]
        if below in tongue.parts:
            yield Edit(*match.span(), spaced(text, *match.span(), _part(match[1] or "", above, below, tongue)))


def ranges(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Scores, decades, and two numbers with a dash between."""
    for match in _SCORE.finditer(text):
        said = f"{tongue.cardinal(int(match[1]))} {tongue.score} {tongue.cardinal(int(match[2]))}"
        yield Edit(*match.span(), said)
    for match in _DECADE.finditer(text) if not tongue.suffixes else ():
        yield Edit(*match.span(), f"{tongue.year(int(match[1]))}er")
    for match in _RANGE.finditer(text):
        yield Edit(*match.span(), f" {tongue.to} ")


def serials(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Names made of letters and numbers."""
    for match in _MIXED.finditer(text):
        words = [
            tongue.cardinal(int(word)) if word.isdecimal() and len(word) < 5 else word
            for word in _PIECE.compiled.findall(match[0])
        ]
        if not any(word.isdecimal() for word in words):
            yield Edit(*match.span(), " ".join(words))


def cardinals(text: str, tongue: Tongue) -> Iterator[Edit]:
    """All other numbers."""
    for match in _PLAIN.finditer(text):
        minus = f"{tongue.minus} " if match[1] else ""
        noun = _NOUN.match(text, match.end())
        noun = None if _NAMED.search(text[max(0, match.start() - 12) : match.start()]) else noun
        said = _number(match[2], tongue, False)
        yield Edit(*match.span(), minus + (tongue.before_noun(said, noun[1]) if noun else said))


def rest(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Digits that no other family could claim."""
    for match in _RUN.finditer(text):
        yield Edit(*match.span(), spaced(text, *match.span(), each(match[0], tongue)))


def _any_of(table: Iterable[str]) -> str:
    """A pattern for any of these, the longest first."""
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


def _dialled(number: str, tongue: Tongue) -> str:
    """A telephone number, group by group; long groups, and those with a zero in front, digit by digit."""
    groups = re.findall(r"\+|\d+", number)
    said = [
        tongue.signs["+"]
        if group == "+"
        else tongue.cardinal(int(group))
        if len(group) < 4 and group[0] != "0"
        else each(group, tongue)
        for group in groups
    ]
    return ", ".join(said).replace(f"{tongue.signs['+']},", tongue.signs["+"])


def _part(whole: str, above: int, below: int, tongue: Tongue) -> str:
    one, several = tongue.parts[below]
    if whole and (above, below) == (1, 2):
        return f"{tongue.cardinal(int(whole))}{tongue.half_more}"
    part = f"{tongue.one} {one}" if above == 1 else f"{tongue.cardinal(above)} {several}"
    return f"{tongue.cardinal(int(whole))} {tongue.signs['&']} {part}" if whole else part


def _number(written: str, tongue: Tongue, before_noun: bool) -> str:
    whole, comma, part = written.partition(",")
    whole = re.sub(r"\D", "", whole)
    if len(whole) > LONGEST or (len(whole) > 1 and whole[0] == "0"):
        said = each(whole, tongue)
    else:
        said = tongue.one if before_noun and whole == "1" and not comma else tongue.cardinal(int(whole))
    if comma:
        said += f" {tongue.point} {each(part, tongue)}"
    return said


def _sum(number: str, scale: str | None, sign: str, tongue: Tongue) -> str:
    one, several = tongue.currencies[sign]
    whole, _, part = number.partition(",")
    single = re.sub(r"\D", "", whole) in ("1", "0" if tongue.zero_is_one else "1")
    if scale:
        many = tongue.scales[scale]
        return f"{_number(number, tongue, True)} {many} {_linked(many, several, tongue)}"
    name = one if single and not part else several
    if len(part) == 2:
        cents = f" {tongue.cents_link}{_number(part.lstrip('0') or '0', tongue, False)}" if part != "00" else ""
        return f"{_number(whole, tongue, True)} {one if single else several}{cents}"
    said = _number(number, tongue, True)
    return f"{said} {_linked(said.rpartition(' ')[2], name, tongue)}"


def _linked(many: str, counted: str, tongue: Tongue) -> str:
    """What is counted behind a round number: "d’euros", "de dollars" behind "millions"."""
    if many not in _ROUND:
        return counted
    is_elided = tongue.scale_link.endswith("’")
    return f"{'de ' if is_elided and counted[0] not in 'aeéèêhiouy' else tongue.scale_link}{counted}"
