"""Points of the compass: "3 mi. NE of Reno" is "three miles northeast of Reno"."""

from collections.abc import Iterator

from .grammar import word_before, words
from .pattern import Pattern
from .rule import Edit

_POINTED = Pattern(r"\b[NSEW]{1,3}\b")
_POINT = r"([NS][NS]?[EW]|[EW][NS][EW]|[NSEW])\b"
_FAR = r"(?:\d\s?(?:mi|km|ft|nm|m|yds?)|miles?|kilomet(?:er|re)s?|feet|yards|blocks)\b\.?"
_DIRECTED = Pattern(
    rf"(?<![\w.]){_POINT}(?=\sof\s(?:[A-Z]|the\s[a-z]))|{_FAR}\s{_POINT}(?=[,;)]|\s?$|\s(?:of|to|from|on|and|at|off)\b)"
    rf"|(?:[Mm]oving|[Hh]eading|from the|[Ww]inds?|out of the)\s{_POINT}|(?<![\w.]){_POINT}(?=\swinds?\b)"
)
_FROM = words("and or just due far directly well of is was lies mile miles km kilometers kilometres mi nm offshore")
_NAMES = {"N": "north", "S": "south", "E": "east", "W": "west"}


def find(text: str) -> Iterator[Edit]:
    if not _POINTED.search(text):
        return
    for match in _DIRECTED.finditer(text):
        number = match.lastindex or 1
        point = match[number]
        before = word_before(text, match.start(number))
        if number == 1 and len(point) == 1 and text.startswith(" of", match.end()) and before not in _FROM:
            continue  # "The S of the sign"
        *first, last = (point[:-2], point[-2:]) if len(point) > 1 else (point,)
        said = [*(_NAMES[letter] for letter in "".join(first)), "".join(_NAMES[letter] for letter in last)]
        yield Edit(*match.span(number), " ".join(said))
