"""The frame of numbers in languages that write them in the European way, filled with the words of a `Tongue`."""

import re
from collections.abc import Iterator

from .fractions import SIGNS, VULGAR
from .grammar import DASH, HAS_DIGIT
from .pattern import Pattern, spaced
from .roman import value
from .rule import Edit
from .tongue import Tongue
from .tongue_dates import LEFT, dated, weekdays

LONGEST = 14
_THIN = r"[.\u00a0\u202f\u2009 ’']"
_NUMBER = rf"(?:\d{{1,3}}(?:{_THIN}\d{{3}})+(?!\d)|\d+)(?:,\d+)?"
_LINK = Pattern(r"\b(?:https?|ftp)://(?:www\.)?([\w.-]+)(?::\d+)?(?:/[^\s<>\"“”„]*)?(?<![.,;:!?)])", re.IGNORECASE)
_MAIL = Pattern(r"(?<!\w)(\w[\w.+-]*)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")
_SITE = Pattern(
    r"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9-]+\.)+(?:com|org|net|eu|de|at|ch|fr|be|es|mx|ar|cl|co|info|tv"
    r"|io))\b(?![@\w])(/[\w/-]*\w)?"
)
_TAG = Pattern(r"(?<![\w&/])([#@])(?=\w*[^\W\d])(\w+)")
_RANGE = Pattern(rf"(?<=\d)(?:\s?[%€])?\s?{DASH}\s?(?=\d)")
_PLAIN = Pattern(rf"(?:(?<![\w)])([-−]))?({_NUMBER})")
_MIXED = Pattern(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d])\w+")
_ROUND = ("million", "millions", "milliard", "milliards", "millón", "millones")
# "Kilomètres carrés" is "kilomètre carré" of one; "Celsius" stays.
_PLURAL = re.compile(r"(?<=[eéoa])s$")
_ROMAN = Pattern(r"\b(\w+)\s(Ier|Ire|[IVX]{1,7})(?:\.(?=\s[a-zäöü]|,|$))?(?!\w)|\b()([IVX]{1,7})(?:e|ème)(?!\w)")
_FRACTION = Pattern(rf"{LEFT}(?:(\d{{1,3}})\s)?(\d{{1,2}})/(\d{{1,2}})(?![\w/]|[.,-]\d)")
_VULGAR = Pattern(rf"(?<!\w)(?:(\d{{1,3}})\s?)?([{SIGNS}])")
# Dialled in groups: 06 12 34 56 78, 91 234 56 78, 030 123456.
_PHONE = Pattern(
    r"(?<![\w.,/-])(?:\+\d{1,3}\s)?(?:\(?0\d{1,4}\)?[\s/-]\s?\d{3,8}(?:[\s-]\d{2,4}){0,2}|0?\d(?:\s\d\d){4}"
    r"|\d{2,3}\s\d{3}\s\d{2}\s\d{2})(?![\w%]|[.,\s]\d|\s?[€$])"
)
_ROMAN_FIRST = Pattern(r"\b([Dd]e[rmsn]|[Dd]ie|[Dd]as|[Ii]m|[Aa]m|[Zz]um|[Vv]om)\s([IVX]{1,5}\.)(?=\s[A-ZÄÖÜ]\w)")
_SCORE = Pattern(r"(?<![\w.,:])(\d{1,3}):(\d{1,3})(?![\w:])")
_DECADE = Pattern(r"(?<!\w)(\d{2}|\d{4})er(?!\w)")
_DATIVE = Pattern(r"\b(?:in|an|nach|vor|bei|seit|mit|von|zu|aus|auf|unter|während|ab|bis zu)\sder\s$", re.IGNORECASE)
# What these number is not counted: "el número uno mundial".
_NAMED = Pattern(
    r"(?:nummer|nr\.|platz|seite|kapitel|artikel|absatz|número|n\.º|núm\.|página|pág\.|capítulo|artículo|numéro|n°)\s?$",
    re.IGNORECASE,
)
_TIMES = Pattern(r"(?<![\w.,])(\d{1,3})x(?!\w)")
_NOUN = Pattern(r"\s([^\W\d_]+)")
_RUN = Pattern(r"\d+")
_PIECE = Pattern(r"\d+|[^\W\d_]+")


def find_in(text: str, tongue: Tongue) -> Iterator[Edit]:
    """The edits of a sentence; where two overlap, the first that is given is meant."""
    yield from _addresses(text, tongue)
    yield from weekdays(text, tongue)
    if HAS_DIGIT.search(text):
        for written, said in tongue.numbered.items():
            for match in re.finditer(rf"(?<![\w.]){re.escape(written)}(?=:?\s?[+(]?\d)", text):
                yield Edit(*match.span(), spaced(text, *match.span(), said))
        for match in _TIMES.finditer(text) if tongue.times else ():
            yield Edit(*match.span(), f"{tongue.cardinal(int(match[1]))}{tongue.times}")
    yield from _shortened(text, tongue)
    for match in _ROMAN_FIRST.finditer(text) if tongue.point == "Komma" else ():
        ending = "n" if match[1] not in ("der", "Der", "die", "Die", "das", "Das") else ""
        yield Edit(*match.span(2), tongue.ordinal(value(match[2][:-1])) + ending)
    for match in _ROMAN.finditer(text):
        numeral = match[2] or match[4]
        if numeral in ("Ier", "Ire"):
            yield Edit(*match.span(2), "premier" if numeral == "Ier" else "première")
            continue
        # A single letter is a numeral only behind a word that is counted: "siglo V", but "el plan V".
        word = match[1] or ""
        if said := tongue.numeral(word.lower() if len(numeral) == 1 and tongue.suffixes else word, value(numeral)):
            start = match.start(2) if match[2] else match.start(4)
            yield Edit(start, match.end(), said)
    if not text.isascii() and not HAS_DIGIT.search(text):
        yield from _parts(text, tongue)
    if HAS_DIGIT.search(text):
        for match in _PHONE.finditer(text):
            yield Edit(*match.span(), _dialled(match[0], tongue))
        yield from dated(text, tongue)
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


def _dialled(number: str, tongue: Tongue) -> str:
    """A telephone number, group by group; long groups, and those with a zero in front, digit by digit."""
    groups = re.findall(r"\+|\d+", number)
    said = [
        tongue.signs["+"]
        if group == "+"
        else tongue.cardinal(int(group))
        if len(group) < 4 and group[0] != "0"
        else _each(group, tongue)
        for group in groups
    ]
    return ", ".join(said).replace(f"{tongue.signs['+']},", tongue.signs["+"])


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


def _counted(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Sums, measures, ordinal numbers, and all other numbers."""
    scales = "|".join(sorted(map(re.escape, tongue.scales), key=len, reverse=True))
    signs = "|".join(sorted(map(re.escape, tongue.currencies), key=len, reverse=True))
    units = "|".join(sorted(map(re.escape, tongue.units), key=len, reverse=True))
    front = rf"(?<!\w)(-?)({signs})\s?({_NUMBER})(?:\s({scales})(?!\w))?"
    for match in re.finditer(front, text):
        yield Edit(*match.span(), _sum(match[3], match[4], match[2], tongue))
    behind = rf"{LEFT}({_NUMBER})(?:\s?({scales})(?!\w))?\s?({signs})(?!\w)"
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
        for match in re.finditer(rf"{LEFT}(\d{{1,4}})({endings})(?!\w)", text):
            said = tongue.ordinal(int(match[1]))
            if match[1] == "1" and match[2] in ("re", "ère"):
                said = "première"
            elif replaced := tongue.suffixes[match[2]]:
                said = said[:-1] + ("" if replaced == "r" else replaced)
            yield Edit(*match.span(), said)
    elif tongue.point == "Komma":
        for match in re.finditer(rf"{LEFT}(\d{{1,3}})\.(?=\s[A-ZÄÖÜ]\w+)", text):
            before = text[max(0, match.start() - 20) : match.start()].rstrip().rpartition(" ")[2].lower()
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
                if before == "der" and _DATIVE.search(text[max(0, match.start() - 20) : match.start()]):
                    ending = "n"  # "in der 89. Minute"
                yield Edit(*match.span(), tongue.ordinal(int(match[1])) + ending)
    yield from _parts(text, tongue)
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
        noun = None if _NAMED.search(text[max(0, match.start() - 12) : match.start()]) else noun
        said = _number(match[2], tongue, False)
        yield Edit(*match.span(), minus + (tongue.before_noun(said, noun[1]) if noun else said))


def _parts(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Fractions: 3/4, ½, 2½."""
    for match in _FRACTION.finditer(text):
        whole, above, below = match[1] or "", int(match[2]), int(match[3])
        if below in tongue.parts and 0 < above < 100:
            yield Edit(*match.span(), _part(whole, above, below, tongue))
    for match in _VULGAR.finditer(text):
        above, below = VULGAR[match[2]]
        if below in tongue.parts:
            yield Edit(*match.span(), spaced(text, *match.span(), _part(match[1] or "", above, below, tongue)))


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
        cents = f" {tongue.cents_link}{_number(part.lstrip('0') or '0', tongue, False)}" if part != "00" else ""
        return f"{_number(whole, tongue, True)} {one if single else several}{cents}"
    said = _number(number, tongue, True)
    return f"{said} {tongue.scale_link if said.endswith(_ROUND) else ''}{name}"
