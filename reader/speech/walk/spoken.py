"""What sayall says of places, words, cells and links when it is asked."""

from typing import Final
from urllib.parse import urldefrag, urlsplit

from ...script.outline import duration
from ...seek import Cell, Where
from ...story import Block, Role

_RADIO: Final = {
    "A": "Alfa", "B": "Bravo", "C": "Charlie", "D": "Delta", "E": "Echo", "F": "Foxtrot", "G": "Golf", "H": "Hotel",
    "I": "India", "J": "Juliett", "K": "Kilo", "L": "Lima", "M": "Mike", "N": "November", "O": "Oscar", "P": "Papa",
    "Q": "Quebec", "R": "Romeo", "S": "Sierra", "T": "Tango", "U": "Uniform", "V": "Victor", "W": "Whiskey",
    "X": "X-ray", "Y": "Yankee", "Z": "Zulu",
}  # fmt: skip
"""The spelling alphabet of the International Civil Aviation Organization."""

_SIGNS: Final = {
    ".": "dot", ",": "comma", ":": "colon", ";": "semicolon", "!": "exclamation mark", "?": "question mark",
    "-": "hyphen", "–": "dash", "—": "long dash", "'": "apostrophe", "’": "apostrophe", "‘": "quote", "“": "quote",
    "”": "unquote", '"': "quote", "(": "left parenthesis", ")": "right parenthesis", "/": "slash", "…": "dots",
    "\u00ad": "soft hyphen",
}  # fmt: skip


def spoken_place(place: Where, characters_a_second: float, *, is_head: bool = False) -> str:
    """Where someone is, in a sentence or two to be said; ``is_head`` where more of the story is still to come."""
    above = place.path[:-1] if place.level and place.is_heard else place.path
    under = f"Under {', '.join(reversed(above))}. " if above else ""
    if place.cell:
        part = f"Table, {_row(place.cell)}, {_column(place.cell)}. "
    elif place.items:
        part = f"{place.role.spoken().capitalize()} {place.item} of {place.items}. "
    elif place.role is Role.HEADING:
        part = f"Heading at level {place.level}. "
    elif place.role is Role.PARAGRAPH:
        part = ""
    else:
        part = f"{place.role.spoken().capitalize()}. "
    left = duration(place.characters_left / characters_a_second)
    number = f"Paragraph {place.number} of {place.count}" if place.is_heard else "Left out when the story is read"
    if is_head:
        return f"{under}{part}{number} so far. The rest of the page is still being read."
    return f"{under}{part}{number}, {place.percent} percent, {left} left."


def spoken_section(number: int, count: int, *, is_head: bool = False) -> str:
    """Which section a jump leads to, before its heading is read; ``is_head`` where more of them may come."""
    told = f"Section {number} of {count}" if number else f"{count} sections"
    return f"{told} so far" if is_head else told


def spoken_table(block: Block) -> str:
    """What is said before a table: how large it is."""
    columns = max(map(len, block.items), default=0)
    return f"Table, {len(block.items)} rows, {columns} columns" if block.items else "Table"


def spoken_cell(cell: Cell, before: Cell | None) -> str:
    """What is said before a cell: of its row and its column what has changed since ``before``, with the headers."""
    new_row = before is None or before.row != cell.row
    new_column = before is None or before.column != cell.column
    row = f"{_row(cell)}, {cell.row_header}" if cell.row_header else _row(cell)
    said = ", ".join([row] * new_row + [_column(cell)] * new_column)
    return said[:1].upper() + said[1:]


def _row(cell: Cell) -> str:
    return f"row {cell.row} of {cell.rows}"


def _column(cell: Cell) -> str:
    number = f"column {cell.column} of {cell.columns}"
    return f"{number}, {cell.column_header}" if cell.column_header else number


def spelled(word: str, *, by_radio: bool = False) -> str:
    """``word`` letter by letter, ``by_radio`` with a word for each: "cap R, o, m, e", "cap Romeo, Oscar, …"."""
    return ", ".join(_letter(char, by_radio) for char in word)


def _letter(char: str, by_radio: bool) -> str:
    import unicodedata

    if char in _SIGNS:
        return _SIGNS[char]
    cap = "cap " if char.isupper() else ""
    if by_radio and char.upper() in _RADIO:
        return cap + _RADIO[char.upper()]
    if char.isdecimal() or (char.isalpha() and not by_radio):
        return cap + char.upper()
    return unicodedata.name(char, "unknown character").lower()


def spoken_address(target: str, location: str) -> str:
    """Where a link leads: "example.org slash news slash storm"; within the page of ``location`` it says so."""
    plain, fragment = urldefrag(target)
    if fragment and plain in ("", urldefrag(location)[0]):
        return f"a place in this page: {fragment}"
    parts = urlsplit(plain)
    match parts.scheme:
        case "http" | "https":
            path = [piece for piece in parts.path.split("/") if piece]
            return " slash ".join([(parts.hostname or "").removeprefix("www."), *path])
        case "mailto":
            return f"an e-mail to {parts.path}"
        case "tel":
            return f"the telephone number {parts.path}"
        case _:
            return plain


def is_followed(target: str, location: str) -> bool:
    """Whether a link leads to another page of the web."""
    plain = urldefrag(target)[0]
    return plain.startswith(("http://", "https://")) and plain != urldefrag(location)[0]
