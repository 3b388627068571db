"""How long it takes: "1h 20m" is "one hour twenty minutes"."""

from collections.abc import Iterator

from .numbers import decimal
from .pattern import Pattern
from .rule import Edit

_CUT = Pattern(r"\d\s?[hmy]|\s:\d")
_HOURS = Pattern(
    r"(?<!\d,)(?<![\w.])(\d{1,3})\s?(?:h|hr|hrs)\.?\s?(\d{1,2})\s?(?:m|min|mins)(?![A-Za-z])\.?(?:\s?(\d{1,2}(?:\.\d+)?)\s?(?:s|sec"
    r"|secs)\b\.?)?"
)
_CLIPPED = Pattern(r"(?<!\d,)(?<![\w.])(\d{1,2})h([0-5]\d)(?!\w)")
_MINUTES = Pattern(r"(?<!\d,)(?<![\w.])(\d{1,3})\s?(?:m|min|mins)\.?\s?(\d{1,2}(?:\.\d+)?)\s?(?:s|sec|secs)\b\.?")
_YEARS = Pattern(r"(?<![\w.,])(\d{1,2})\s?y\s?(\d{1,2})\s?m\b")
# ":42 left in the quarter"
_SECONDS = Pattern(r"(?<![\w:.,)]):([0-5]\d)(?![\w:.]\d|\w)")


def find(text: str) -> Iterator[Edit]:
    if not _CUT.search(text):
        return
    for match in _HOURS.finditer(text):
        yield Edit(*match.span(), _lasting(("hour", match[1]), ("minute", match[2]), ("second", match[3])))
    for match in _YEARS.finditer(text):
        yield Edit(*match.span(), _lasting(("year", match[1]), ("month", match[2])))
    for match in _SECONDS.finditer(text) if " :" in text else ():
        yield Edit(*match.span(), _lasting(("second", str(int(match[1])))))
    for match in _CLIPPED.finditer(text):
        yield Edit(*match.span(), _lasting(("hour", match[1]), ("minute", match[2])))
    for match in _MINUTES.finditer(text):
        yield Edit(*match.span(), _lasting(("minute", match[1]), ("second", match[2])))


def _lasting(*parts: tuple[str, str | None]) -> str:
    return " ".join(f"{decimal(n)} {unit}{'' if n == '1' else 's'}" for unit, n in parts if n)
