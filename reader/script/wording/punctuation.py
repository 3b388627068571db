"""Dashes, dots and trails that a voice would stumble over: "Home > World" is "Home, World"."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

_CRUMBS = Pattern(
    r"(?<=[\w)])\s*[>›»|¦→/]\s+(?=[\w(“\"])|(?<=[\w)])\s+[>›»|¦]\s*(?=[\w(“\"])|(?<=[A-Za-z)])[›»>](?=[A-Z])"
)
_ARROWS = Pattern(r"[>›»]")
_DASHES = Pattern(r"\s*(?<![-–—])(?:--+|[–—]{2,}|―)(?![-–—])\s*(?=\w|[“\"‘'(])|\s+-\s+(?=[A-Za-z“\"‘'(])")
_DOTS = Pattern(r"\.\s\.\s\.(?:\s\.)?|\.{4,}|…\.+")
_RULE = Pattern(r"(?<!\S)(?:[-_=*~#]\s?){3,}(?!\S)|[-_=*~#]{4,}")
_TICKS = Pattern(r"``|''|`")
_UNDERLINED = Pattern(r"(?<!\w)_([^_\s][^_]{0,200})_(?!\w)")
_MASKED = Pattern(r"(?<=\b[A-Za-z])\*{2,}(?=[a-z])")
_STRONG = Pattern(r"(?<!\w)(\*{1,3})(?=[^\s*])|(?<=[^\s*])(\*{1,3})(?!\w)")
_EXCLAIMED = Pattern(r"([!?])[!?]{2,}")
_VARIABLES, _VARIABLE = Pattern(r"(?<!\w)[a-z]\s?$"), Pattern(r"(?:[a-z]|\d+)(?!\w)")
_TRAIL = Pattern(r"\s*\|\s*$|^\s*\|\s*|\s*[>›»]\s*$")


def find(text: str) -> Iterator[Edit]:
    if any(sign in text for sign in ("--", "__", "==", "**", "~~", "##", "- -", "* *")):
        for match in _RULE.finditer(text):
            yield Edit(*match.span(), "")
    if "|" in text or ">" in text or "»" in text or "›" in text:
        for match in _TRAIL.finditer(text):
            if match[0].strip():
                yield Edit(*match.span(), "")
        for match in _CRUMBS.finditer(text):
            sign = match[0].strip()
            if sign == ">" and text[match.end()].isdigit() and text[match.end() - 1] == ">":
                continue  # "more than 11,000 times"
            if (
                sign == ">"
                and text[match.end()].isdigit()
                and not text[: match.start()].rpartition(" ")[2][1:].strip("0123456789.")
            ):
                continue
            if (
                sign == ">"
                and _VARIABLES.search(text[max(0, match.start() - 2) : match.start() + 1])
                and _VARIABLE.match(text, match.end())
            ):
                continue
            if sign in "/→" and not _ARROWS.search(text):
                continue
            yield Edit(*match.span(), ", ")
    if "-" in text or "—" in text or "–" in text or "―" in text:
        for match in _DASHES.finditer(text):
            yield Edit(*match.span(), ", " if match.start() else "")
    if "..." in text or ". ." in text or "…" in text:
        for match in _DOTS.finditer(text):
            yield Edit(*match.span(), "…")
    if "`" in text or "''" in text:
        for match in _TICKS.finditer(text):
            yield Edit(*match.span(), '"')
    if "_" in text:
        for match in _UNDERLINED.finditer(text):
            yield Edit(match.start(), match.start() + 1, "")
            yield Edit(match.end() - 1, match.end(), "")
    if "*" in text:
        for match in _MASKED.finditer(text):
            yield Edit(*match.span(), "-")  # "f***ing"
        for match in _STRONG.finditer(text):
            yield Edit(*match.span(), "")
    if "!" not in text and "?" not in text:
        return
    for match in _EXCLAIMED.finditer(text):
        yield Edit(*match.span(), match[1])
