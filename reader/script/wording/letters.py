"""Letters in fancy dress are said as the letters they are: ligatures, full width, bold and script alphabets."""

import re
from collections.abc import Iterator

from .pattern import Pattern, spaced
from .rule import Edit

_DRESSED = Pattern(
    "[\ufb00-\ufb06\u0132\u0133\u01c4-\u01cc\uff01-\uff0f\uff1a-\uff5e\u2100-\u2115\u2117-\u2121\u2123-\u214f\u24b6-\u24e9"
    "\U0001d400-\U0001d7cd\U0001f130-\U0001f149]+"
)
_LOWERED = Pattern("(?<=[A-Za-z)])([₀-₉]{1,9})")
_UNIT = Pattern(r"\s([A-Za-zµμΩ]{1,4})(?:/([a-z]{1,3}))?(?![\w/’'])")
_CARET = Pattern(r"(?<=[\w)])\^([-−]?)(\d{1,3})(?!\w)")
# Ⅳ and ④: numbers that are one sign.
_NUMBER = Pattern("[\u2160-\u217f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")
# "⁴He" and "SO₄²⁻"
_ISOTOPE = Pattern(r"(?<![\w)⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}(?=[A-Z][a-z]?(?![a-z]))")
_CHARGE = Pattern(r"(?<=[\w₀-₉)])([⁰¹²³⁴-⁹]?)([⁺⁻])(?![\d⁰¹²³⁴-⁹])")
_RAISED = Pattern(r"(?<=[\w)])([⁻]?)([⁰¹²³⁴-⁹]{1,9})")


def find(text: str) -> Iterator[Edit]:
    if text.isascii():
        return
    for match in _DRESSED.finditer(text):
        if plain := _plain(match[0]):
            yield Edit(*match.span(), plain)


def find_raised(text: str) -> Iterator[Edit]:
    """H₂O, 10⁶ and 10^6; a raised number behind a word is a footnote mark and is not said."""
    if text.isascii() and "^" not in text:
        return
    from .numbers import cardinal

    for match in _CARET.finditer(text):
        yield Edit(*match.span(), spaced(text, *match.span(), " " + _power(int(match[2]), bool(match[1]))))
    for match in _NUMBER.finditer(text):
        import unicodedata

        yield Edit(*match.span(), spaced(text, *match.span(), cardinal(int(unicodedata.numeric(match[0])))))
    for match in _ISOTOPE.finditer(text):
        yield Edit(*match.span(), cardinal(int(_plain(match[0]))) + " ")
    for match in _CHARGE.finditer(text):
        number = f" {cardinal(int(_plain(match[1])))}" if match[1] else ""
        yield Edit(*match.span(), f"{number} {'plus' if match[2] == '⁺' else 'minus'}")
    for match in _LOWERED.finditer(text):
        said = cardinal(int(_plain(match[1])))
        yield Edit(*match.span(), spaced(text, *match.span(), said))
    for match in _RAISED.finditer(text):
        power = int(_plain(match[2]))
        base = text[match.start() - 1]
        word_ends = text[max(0, match.start() - 3) : match.start()].isalpha() and match.start() > 2
        if word_ends or (base == ")" and not match[1]):
            yield Edit(*match.span(), "")
            continue
        yield Edit(*match.span(), spaced(text, *match.span(), " " + _power(power, bool(match[1]))))
        if base.isdigit() and (unit := _UNIT.match(text, match.end())):
            yield from _measured(unit)


def _measured(match: re.Match[str]) -> Iterator[Edit]:
    """The unit behind a power of ten, which no rule for measures finds."""
    from .units import LETTERS, UNITS

    unit = UNITS.get(match[1]) or LETTERS.get(match[1])
    per = UNITS.get(match[2]) or LETTERS.get(match[2])
    if unit and (per or not match[2]) and match[1] not in ("in", "at"):
        yield Edit(match.start(1), match.end(), unit[1] + (f" per {per[0]}" if per else ""))


def _power(power: int, negative: bool) -> str:
    from .numbers import cardinal, ordinal

    if negative:
        return f"to the minus {cardinal(power)}"
    return {2: "squared", 3: "cubed"}.get(power) or f"to the {ordinal(power)}"


def _plain(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFKC", text)
