"""Words and signs in languages that write numbers in the European way: addresses, what is cut short, numerals."""

import re
from collections.abc import Iterator

from .grammar import HAS_DIGIT
from .pattern import Pattern, spaced
from .roman import value
from .rule import Edit
from .tongue import Tongue
from .tongue_dates import weekdays

_LINK = Pattern(r"\b(?:https?|ftp)://(?:www\.)?([\w.-]+)(?::\d+)?(?:/[^\s<>\"“”„]*)?(?<![.,;:!?)])", re.IGNORECASE)
_MAIL = Pattern(r"(?<!\w)(\w[\w.+-]*)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")
_SITE = Pattern(
    r"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9-]+\.)+(?:com|org|net|eu|de|at|ch|fr|be|es|mx|ar|cl|co|info|tv"
    r"|io))\b(?![@\w])(/[\w/-]*\w)?"
)
_TAG = Pattern(r"(?<![\w&/])([#@])(?=\w*[^\W\d])(\w+)")
_ROMAN = Pattern(r"\b(\w+)\s(Ier|Ire|[IVX]{1,7})(?:\.(?=\s[a-zäöü]|,|$))?(?!\w)|\b()([IVX]{1,7})(?:e|ème)(?!\w)")
_ROMAN_NEXT = Pattern(r"\s(?:y|e|o|al?|et|ou|à|und|oder|bis)\s([IVX]{1,7})(?!\w)")
_ROMAN_FIRST = Pattern(r"\b([Dd]e[rmsn]|[Dd]ie|[Dd]as|[Ii]m|[Aa]m|[Zz]um|[Vv]om)\s([IVX]{1,5}\.)(?=\s[A-ZÄÖÜ]\w)")


def web(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Links by their sites, mail addresses and sites read out."""
    if "://" in text:
        for match in _LINK.finditer(text):
            yield Edit(*match.span(), f"{tongue.link} {_spelled(match[1], tongue)}")
    if "@" in text:
        for match in _MAIL.finditer(text):
            yield Edit(*match.span(), _spelled(match[0], tongue))
    if "." in text:
        for match in _SITE.finditer(text):
            yield Edit(*match.span(), _spelled(match[1] + (match[2] or ""), tongue))


def web_read_out(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Addresses of the web, every sign of them."""
    for pattern in (_LINK, _SITE):
        for match in pattern.finditer(text):
            yield Edit(*match.span(), _spelled(match[0], tongue))


def tags(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Hashtags and handles."""
    if "#" not in text and "@" not in text:
        return
    from .web import parted

    for match in _TAG.finditer(text):
        words = [
            tongue.cardinal(int(word)) if word.isdecimal() and len(word) < 9 else word for word in parted(match[2])
        ]
        yield Edit(*match.span(), " ".join([tongue.hashtag if match[1] == "#" else tongue.at, *words]))


def abbreviations(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Words that are cut short: days of the week, titles, "z. B."."""
    yield from weekdays(text, tongue)
    if HAS_DIGIT.search(text):
        for written, said in tongue.numbered.items():
            for match in re.finditer(rf"(?<![\w.])(?<!\d\s){re.escape(written)}(?=\s?:?\s?[+(]?\d)", text):
                yield Edit(*match.span(), spaced(text, *match.span(), said))
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
    for written, said in tongue.named.items():
        for match in re.finditer(rf"(?<!\w){written}(?=\s[A-ZÀ-Þ])", text) if written in text else ():
            yield Edit(*match.span(), said)
    for written, said in tongue.endings.items():
        if written in text:
            for match in re.finditer(rf"(?<=[^\W\d_]){re.escape(written)}(?!\w)", text):
                yield Edit(*match.span(), said)


def roman(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Roman numerals of kings, popes, centuries and chapters."""
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
            if following := _ROMAN_NEXT.match(text, match.end()):
                yield Edit(*following.span(1), tongue.numeral(word, value(following[1])))


def symbols(text: str, tongue: Tongue) -> Iterator[Edit]:
    """Signs that stand for words."""
    for sign, name in sorted(tongue.signs.items(), key=lambda pair: -len(pair[0])):
        if sign in text:
            for match in re.finditer(re.escape(sign), text):
                left = " " if match.start() and not text[match.start() - 1].isspace() else ""
                right = " " if match.end() < len(text) and text[match.end()].isalnum() else ""
                yield Edit(*match.span(), left + name + right if name else "")


def _spelled(address: str, tongue: Tongue) -> str:
    words = []
    for piece in re.findall(r"[^\W\d_]+|\d+|\S", address):
        named = {**tongue.address_signs, ".": tongue.dot, "/": tongue.slash, "-": tongue.dash, "@": tongue.at}.get(
            piece, piece
        )
        words.append(each(piece, tongue) if piece.isdecimal() else named)
    return " ".join(words)


def each(number: str, tongue: Tongue) -> str:
    """Digit by digit."""
    return " ".join(tongue.cardinal(int(digit)) for digit in number)
