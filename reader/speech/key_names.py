"""The names of keys, from what a terminal sends for them."""

from collections.abc import Iterator
from typing import Final

# ECMA-48 and xterm: cursor and editing keys, in normal and application mode.
_SEQUENCES: Final = {
    "[A": "up", "[B": "down", "[C": "right", "[D": "left", "OA": "up", "OB": "down", "OC": "right", "OD": "left",
    "[H": "home", "[F": "end", "OH": "home", "OF": "end", "[1~": "home", "[4~": "end", "[7~": "home", "[8~": "end",
    "[5~": "page up", "[6~": "page down",
}  # fmt: skip
_NAMED: Final = {" ": "space", "\x7f": "backspace", "\b": "backspace", "\r": "enter", "\n": "enter", "\t": "tab"}


def named(typed: str) -> Iterator[str]:
    """The names of the keys that sent ``typed``: "h", "space", "page up", "alt-1", "escape"; unknown ones give none."""
    at = 0
    while at < len(typed):
        char = typed[at]
        at += 1
        if char != "\x1b":
            yield _NAMED.get(char, char)
            continue
        if at == len(typed) or typed[at] == "\x1b":
            yield "escape"
            continue
        end = _sequence_end(typed, at)
        sequence, at = typed[at:end], end
        if sequence in _SEQUENCES:
            yield _SEQUENCES[sequence]
        elif len(sequence) == 1:
            yield f"alt-{sequence}"


def _sequence_end(typed: str, at: int) -> int:
    """Where the sequence behind an Escape ends: parameters, then a letter or a tilde."""
    if typed[at] == "O":
        return min(at + 2, len(typed))
    if typed[at] != "[":
        return at + 1
    for end in range(at + 1, len(typed)):
        if "@" <= typed[end] <= "~":
            return end + 1
    return len(typed)
