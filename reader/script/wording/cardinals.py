"""All other numbers: how many, percent, decimals, negative ones."""

from collections.abc import Iterator

from .grammar import HAS_DIGIT, is_plural, word_after, word_before, words
from .numbers import decimal, digits
from .pattern import Pattern, spaced
from .rule import Edit

_NUMBER = Pattern(
    r"(?<![\d.,]\s)(?<![\w.,])\d{1,3}(?:\s000)+(?![\d.,]|\s\d)|\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)+|(?<![\w.])\.\d+|\d+"
)
_DIGITS = Pattern(r"\d+")
_SCALED = Pattern(r"\s?-?(?:hundred|thousand|million|billion|trillion|quadrillion|m|bn|tn|k)\b", 2)
_MINUS = Pattern(r"(?:^|[\s(\[“\"?!.,;:=<>])[-−–]$")
_SUBTRACTED = Pattern(r"\d\s?[-−–]$")


def find(text: str) -> Iterator[Edit]:
    if not HAS_DIGIT.search(text):
        return
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        sign = ""
        before = text[max(0, start - 3) : start]
        if (
            before[-1:] in ("-", "−", "–")
            and before[-1:]
            and _MINUS.search(before)
            and not _SUBTRACTED.search(before[:-1] + before[-1:] if before[:-1].strip() else "")
        ):
            sign = "minus "
            start -= 1
        elif before[-1:] == "+" and not before[-2:-1].isalnum() and before[-2:] != "++":
            sign = "plus "
            start -= 1
        elif before[-1:] == "±":
            sign = "plus or minus "
            start -= 1
        elif before[-1:] in ("~", "≈") and not before[-2:-1].isalnum():
            sign = "about "
            start -= 1
        percent = text[end : end + 1] == "%" or text[end : end + 2] == " %"
        said = sign + _said(text, match[0], match.start(), end)
        if percent:
            end = text.index("%", end) + 1
            said += " percent"
        elif text[end : end + 1] == "‰":
            end += 1
            said += " per mille"
        yield Edit(start, end, spaced(text, start, end, said))


def find_rest(text: str) -> Iterator[Edit]:
    """Digits that no other rule could claim, because part of their number was claimed: none is left unsaid."""
    if not HAS_DIGIT.search(text):
        return
    for match in _DIGITS.finditer(text):
        yield Edit(*match.span(), spaced(text, *match.span(), digits(match[0])))


def _said(text: str, number: str, start: int, end: int) -> str:
    number = number.replace(" ", ",")
    whole = number.partition(".")[0]
    if number.count(".") > 1:
        return " point ".join(decimal(part, " ") for part in number.split("."))
    if "." in number:
        return decimal(number, " " if _SCALED.match(text, end) else " and ")
    if _SCALED.match(text, end):
        return decimal(number, " ")
    if "," in number:
        return decimal(number)
    if whole[0] == "0" and len(whole) > 1:
        return digits(whole)
    after = word_after(text, end)
    if len(whole) > 4 and not (is_plural(after) or (after.islower() and word_before(text, start) in _SOME)):
        return digits(whole)
    return decimal(whole)


_SOME = words("about around nearly almost over than some roughly approximately least to from between and of the")
