"""Addresses read out sign by sign, for who writes them down: "HTTPS colon slash slash example dot com"."""

from collections.abc import Iterator
from functools import partial

from .numbers import digits
from .pattern import Pattern
from .rule import Edit, Rule
from .rules import EUROPEAN, european
from .web import LINK, NAMES, mails, sites

_PIECE = Pattern(r"[^\W_]+|\S")
_PART = Pattern(r"\d+|\D+")
_INITIALS = Pattern(r"https?|ftp|www|[bcdfghjklmnpqrstvwxz]{2,5}", 2)
_MIXED = Pattern(r"\w*[a-z][A-Z]\w*|\w*[A-Z]{2}[a-z]\w*")
_SIGNS = NAMES | {",": "comma", ";": "semicolon", "!": "exclamation mark", "*": "asterisk", "(": "open", ")": "close"}


def find(text: str) -> Iterator[Edit]:
    """Links, mail addresses and sites."""
    if "@" in text:
        yield from mails(text)
    for match in LINK.finditer(text) if "://" in text else ():
        yield Edit(*match.span(), read_out(match[0]))
    for match in sites(text) if "." in text else ():
        yield Edit(*match.span(), read_out(match[0]))


def read_out(address: str) -> str:
    """Every sign of an address. Where capitals matter each letter is said by itself: "a, cap B, four"."""
    return " ".join(map(_said, (piece[0] for piece in _PIECE.finditer(address))))


def _said(piece: str) -> str:
    if _MIXED.fullmatch(piece):
        return ", ".join(digits(one) if one.isdecimal() else f"{'cap ' * one.isupper()}{one.upper()}" for one in piece)
    if not piece[0].isalnum():
        return _SIGNS.get(piece, piece)
    return " ".join(digits(part[0]) if part[0].isdecimal() else _word(part[0]) for part in _PART.finditer(piece))


def _word(word: str) -> str:
    return word.upper() if _INITIALS.fullmatch(word) else word


READ_OUT = (
    Rule("spelled", find, ("en",)),
    *(Rule("spelled", partial(european, family="spelled", name=name), (tag,)) for tag, name in EUROPEAN.items()),
)
"""To be put before all others."""
