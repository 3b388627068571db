"""Knows lines that pages print about themselves: that there is a newsletter, that the text goes on, what was corrected.

They are told by pieces of what they say, in many languages; whether a line may be one where it stands is for the rules.
"""

from __future__ import annotations

from functools import cache, lru_cache

from ..labels import folded_label, folded_sections, holds

_LONGEST = 320
_MARKS = dict.fromkeys(
    map(ord, '.,:;!?¿¡…·•|–—-()[]{}«»“”„"‹›/\\→►▶➤<>©®%&*#@_~`´，。：；！？、「」『』【】（）《》〈〉・؟،؛।|＞▸'), " "
)
_WIDE = 0x0E00
"""From here on words are written without spaces between them, or with their particles behind them."""

Piece = tuple[str, ...]
Line = tuple[Piece, ...]


@lru_cache(maxsize=4096)
def notice(text: str) -> str:
    """Which section of the notices a text is from: "promo", "ad", "player", "share", "note"; "" for none."""
    if len(text) > _LONGEST:
        return ""
    bare = _bare(text)
    begun, within, anywhere = _by_begin()
    places = [placed for size in _BEGINS for placed in begun.get(bare[2 : 2 + size], ())]
    for key in within.keys() & {word[:_KEY] for word in bare.split()}:
        places += within[key]
    if not bare.isascii():
        places += anywhere
    # Most lines differ in their first piece, and the others are not even made ready.
    fitting = {placed for placed in places if holds(bare, _first(placed[2])) and _has(bare, _line(placed[2]))}
    return min(fitting)[1] if fitting else ""


@lru_cache(maxsize=1024)
def tells_profession(text: str) -> bool:
    """Whether a line says of somebody that he or she is a journalist: what a story's end says of its author."""
    bare = _bare(text)
    return len(text) <= _LONGEST and any(_has(bare, _line(line)) for line in folded_sections("notices")[_AUTHOR])


@cache
def _counted() -> frozenset[str]:
    return frozenset(word for line in folded_sections("notices")[_COUNTED] for word in line.split(" / "))


def counts_comments(word: str) -> bool:
    """Whether a word beside a number is the one for comments: "48 comments"."""
    return folded_label(word.strip()) in _counted()


_AUTHOR, _COUNTED = "about the author", "counted"


def _bare(text: str) -> str:
    """A text for comparing: without case and punctuation; at its ends stand signs that pieces can ask for."""
    return f"^ {' '.join(folded_label(text).replace('’', chr(39)).translate(_MARKS).split())} $"


_BEGINS, _KEY = (2, 3, 4), 3
Placed = tuple[int, str, str]
"""A line with its place in the list and its section."""
Places = dict[str, list[Placed]]


@cache
def _by_begin() -> tuple[Places, Places, list[Placed]]:
    """The lines by how a text must begin, by the first letters of a word in it, and those that may be anywhere.

    The last ones are of languages that put no spaces between words.
    """
    begun: Places = {}
    within: Places = {}
    anywhere: list[Placed] = []
    named = ((section, line) for section, lines in folded_sections("notices").items() for line in lines)
    for place, (section, line) in enumerate(named, 1):
        if section in (_AUTHOR, _COUNTED):
            continue
        placed = place, section, line
        choices = line.partition(" … ")[0].split(" / ")
        if all(choice[0] == "^" for choice in choices):
            for letters in {_begin(choice) for choice in choices}:
                begun.setdefault(letters, []).append(placed)
            continue
        first = _line(line.partition(" … ")[0])
        if all(choice.startswith((" ", "^")) for choice in first[0]):
            for letters in {choice.strip(" ^").split()[0][:_KEY] for choice in first[0]}:
                within.setdefault(letters, []).append(placed)
        else:
            anywhere.append(placed)
    return begun, within, anywhere


def _begin(choice: str) -> str:
    """The first letters of a piece that begins a text; made as little ready as will do, since there are thousands."""
    plain = choice[1 : 1 + max(_BEGINS) + 1]
    if plain.isascii() and plain.replace(" ", "").isalnum() and len(plain) > max(_BEGINS):
        return plain[:-1]
    return _piece(choice)[2 : 2 + max(_BEGINS)]


@lru_cache(maxsize=1024)
def _line(line: str) -> Line:
    return tuple(tuple(map(_piece, part.split(" / "))) for part in line.split(" … "))


def _piece(part: str) -> str:
    """A piece as it is looked for: with a space on each side where a word begins or ends."""
    part = part.strip()
    begins, ends = part.startswith("^"), part.endswith("$")
    stem = part.endswith("*")
    words = part.strip("^$* ")
    if not words.replace(" ", "").isalnum():
        words = " ".join(words.translate(_MARKS).split())
    if not words:
        return "$"
    before = "^ " if begins else "" if ord(words[0]) >= _WIDE else " "
    after = " $" if ends else "" if stem or ord(words[-1]) >= _WIDE else " "
    return f"{before}{words}{after}"


@lru_cache(maxsize=1024)
def _first(line: str) -> Piece:
    return _line(line.partition(" … ")[0])[0]


def _has(bare: str, line: Line) -> bool:
    """Whether a text has all pieces of a line, in their order; two pieces may share the space between them."""
    at = 0
    for piece in line:
        ends = [found + len(choice) for choice in piece if (found := bare.find(choice, at)) >= 0]
        if not ends:
            return False
        at = min(ends) - 1
    return True
