"""Takes the marks of Markdown out of a piece of text: emphasis, code, links."""

import re

from ...story import Link, Role
from .pieces import Piece

_INLINE = re.compile(
    r"!?\[(?P<name>[^\[\]]{1,300})\]\((?P<target>[^()\s]{1,500})[^()]{0,100}\)|`(?P<code>[^`]{1,300})`|"
    r"(?P<mark>\*\*|__|\*|_)(?=\S)(?P<inner>[^*_]{1,300})(?<=\S)(?P=mark)(?!\w)"
)


def unmarked(piece: Piece) -> Piece:
    """``piece`` without the marks in its text; where a link was it has one. Code stays as it is."""
    if piece.role is Role.CODE or piece.items:
        return piece
    parts: list[str] = []
    links: list[Link] = []
    end = size = 0
    for match in _INLINE.finditer(piece.text):
        if match["mark"] and piece.text[: match.start()][-1:].isalnum():
            continue
        inner = match["name"] or match["code"] or match["inner"]
        parts += (piece.text[end : match.start()], inner)
        size += match.start() - end
        if match["target"]:
            links.append(Link(size, size + len(inner), match["target"]))
        size += len(inner)
        end = match.end()
    piece.text = "".join((*parts, piece.text[end:]))
    piece.links = tuple(links)
    return piece
