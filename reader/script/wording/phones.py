"""Telephone and other numbers that are dialled or typed in are said digit by digit, group by group."""

from collections.abc import Iterator

from .numbers import ONES, digits
from .pattern import Pattern, spaced
from .rule import Edit

_DIALLED = Pattern(r"\d{3}")
_SEPARATOR = r"[-.\s–]"
_AMERICAN = Pattern(
    rf"(?<!\d,)(?<![\w.$€£/-])(?:\+?1{_SEPARATOR}?\s?)?(?:\(\d{{3}}\)\s?{_SEPARATOR}?"
    rf"|\d{{3}}{_SEPARATOR})\d{{3}}{_SEPARATOR}\d{{4}}"
    rf"(?:-\d+)?(?:,?\s?(?:x|ext\.?)\s?\d{{1,5}})?(?![\w%]|-\d|[.,]\d)"
)
_WORLDWIDE = Pattern(r"(?<![\w+])\+\d{1,3}(?:[-.\s]?\(\d{1,4}\))?(?:[-.\s]?\d{2,5}){2,5}(?![\w%])")
_NATIONAL = Pattern(
    r"(?<!\d,)(?<![\w.$€£/+-])(?:\(0\d{1,4}\)|0\d{1,4})[\s-]\d{3,4}(?:[\s-]?\d{2,4}){0,3}(?![\w%]|[.,/]\d)"
    r"|(?<!\d,)(?<![\w.])0\d{9,10}(?!\w)"
)
_FREE = Pattern(r"(?<!\d,)(?<![\w.$-])1?-?(?:800|888|877|866|855)-(?:[A-Z0-9]{2,7}(?:-[A-Z0-9]{2,7})?)(?![\w-])")
_SOCIAL = Pattern(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_LOCAL = Pattern(r"(?<!\d,)(?<![\w.$€£/-])\d{3}-\d{4}(?![\w%/-]|[.,]\d)")
_CODE = Pattern(
    r"\b(?:(?:ending|ends) (?:in|with)|PIN|pin|OTP|otp|passcode|password|code|account|card|serial|reference"
    r"|confirmation|tracking|booking|case"
    r"|extension|ext\.?|ZIP(?: code)?|zip(?: code)?|postcode|P\.?\s?O\.? Box)(?: number| no\.| code| is| was|:"
    r"| #)*\s+#?"
    r"(\d{3,20}(?:[- ]\d{3,6}){0,5})(?![\w%,./]\d|\w)"
)
_CALLED = Pattern(
    r"\b(?:call(?:s|ed|ing|er|ers)?|dial(?:s|led|ed|ling|ing)?|r[iau]ng|ring(?:s|ing)?|phon(?:e|es|ed|ing)"
    r"|text(?:s|ed|ing)?|emergency number)\b",
    2,
)
# "Text HELP to 90999"
_SHORT_CODE = Pattern(r"\b[Tt]ext(?:s|ed|ing)?\s[^.!?\d]{1,40}\sto\s(\d{5,6})(?![\w,]\d|\w)")
_EMERGENCY = Pattern(
    r"(?<!\d,)(?<![\w.$€£/:-])(?:911|999|112|111|110|000|101|211|311|411|611|711|811|988|119|116)(?![\w%]|[.,:/-]\d)"
)
_NINE_ELEVEN = Pattern(r"(?:Porsche|porsche|Carrera)\s+$")
_BOOK = Pattern(r"\bISBN(?:-1[03])?:?\s([\d -]{9,18}[\dX])\b")
_GROUP = Pattern(r"[A-Z]+|\d+|\+|x(?=\s?\d)|ext")


def find(text: str) -> Iterator[Edit]:
    if not _DIALLED.search(text):
        return
    for pattern in (_AMERICAN, _WORLDWIDE, _NATIONAL, _FREE, _SOCIAL):
        for match in pattern.finditer(text):
            if sum(char.isdigit() for char in match[0]) > 6 or pattern is _FREE:
                yield Edit(*match.span(), spaced(text, *match.span(), dialled(match[0])))
    for match in _LOCAL.finditer(text):
        if _CALLED.search(text) or match[0].startswith("555"):
            yield Edit(*match.span(), dialled(match[0]))
    for match in _SHORT_CODE.finditer(text) if "ext" in text else ():
        yield Edit(*match.span(1), digits(match[1]))
    for match in _CODE.finditer(text):
        if not (match[1][0] in "12" and len(match[1]) == 4 and "code" in match[0][:6] and "is" not in match[0]):
            yield Edit(*match.span(1), dialled(match[1]))
    for match in _BOOK.finditer(text) if "ISBN" in text else ():
        yield Edit(*match.span(1), dialled(match[1]))
    for match in _EMERGENCY.finditer(text):
        if (
            (
                match[0] == "911"
                and not _NINE_ELEVEN.search(text[: match.start()])
                and not text[match.end() :].startswith(" people")
            )
            or _CALLED.search(text[: match.start()])
            or text[match.end() :].startswith((" call", " operator", " emergency"))
        ):
            yield Edit(*match.span(), digits(match[0]))


def dialled(number: str) -> str:
    """Digit by digit with a comma between the groups; "800" is said as hundreds when it opens a free number."""
    groups = [group[0] for group in _GROUP.finditer(number)]
    said = []
    for index, group in enumerate(groups):
        if group == "+":
            said.append("plus")
        elif group in ("x", "ext"):
            said.append("extension")
        elif group in ("800", "900") and groups[:index] in ([], ["1"]):
            said.append(f"{ONES[int(group[0])]} hundred,")
        elif group.isdecimal():
            said.append(digits(group) + ",")
        else:
            said.append((" ".join(group) if len(group) < 3 else group.capitalize()) + ",")
    return " ".join(said).rstrip(",").replace("one, plus", "one plus")
