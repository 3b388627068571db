"""The names of keys, from what a terminal sends for them."""

from collections.abc import Iterator
from typing import Final

from ..patterns import later

# ECMA-48 and xterm: cursor and editing keys, in normal and application mode; rxvt's and Linux's own where they differ.
_SEQUENCES: Final = {
    "[A": "up", "[B": "down", "[C": "right", "[D": "left", "OA": "up", "OB": "down", "OC": "right", "OD": "left",
    "[H": "home", "[F": "end", "OH": "home", "OF": "end", "[1~": "home", "[4~": "end", "[7~": "home", "[8~": "end",
    "[5~": "page up", "[6~": "page down", "[3~": "delete", "OR": "f3", "[13~": "f3", "[[C": "f3", "[25~": "shift-f3",
    "[a": "shift-up", "[b": "shift-down", "[c": "shift-right", "[d": "shift-left",
    "Oa": "ctrl-up", "Ob": "ctrl-down", "Oc": "ctrl-right", "Od": "ctrl-left",
}  # fmt: skip
_MODIFIED: Final = later(r"\[1;([2357])([A-DFHR])|\[(\d+);([2357])~")
_MODIFIERS: Final = {"2": "shift", "3": "alt", "5": "ctrl", "7": "ctrl-alt"}
_NAMED: Final = {" ": "space", "\x7f": "backspace", "\b": "backspace", "\r": "enter", "\n": "enter", "\t": "tab"}


def named(typed: str) -> Iterator[str]:
    """The names of the keys that sent ``typed``: "h", "space", "page up", "alt-1", "ctrl-left", "escape".

    Those that are unknown give none.
    """
    at = 0
    while at < len(typed):
        char = typed[at]
        at += 1
        if char != "\x1b":
            yield _NAMED.get(char, char)
            continue
        # Some terminals send another Escape before a sequence where Alt is held.
        alt = typed[at : at + 2] in ("\x1b[", "\x1bO")
        if not alt and (at == len(typed) or typed[at] == "\x1b"):
            yield "escape"
            continue
        end = _sequence_end(typed, at + alt)
        sequence, at = typed[at + alt : end], end
        if sequence in _SEQUENCES:
            yield f"{'alt-' * alt}{_SEQUENCES[sequence]}"
        elif modified := _MODIFIED.fullmatch(sequence):
            letter, number = modified[2], modified[3]
            plain = _SEQUENCES.get("OR" if letter == "R" else f"[{letter or number + '~'}")
            if plain:
                yield f"{_MODIFIERS[modified[1] or modified[4]]}-{plain}"
        elif len(sequence) == 1:
            yield f"alt-{sequence}"


def _sequence_end(typed: str, at: int) -> int:
    """Where the sequence behind an Escape ends: parameters, then a letter or a tilde."""
    if typed[at] == "O":
        return min(at + 2, len(typed))
    if typed[at] != "[":
        return at + 1
    if typed.startswith("[", at + 1):  # a function key of the Linux console
        return min(at + 3, len(typed))
    for end in range(at + 1, len(typed)):
        if "@" <= typed[end] <= "~":
            return end + 1
    return len(typed)
