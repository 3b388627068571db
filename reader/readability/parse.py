"""Turns the text of a web page into a tree, and keeps hostile pages within limits that end in time."""

import re
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser

from ..errors import PageError, PageTooLargeError
from ..patterns import later


class TreeLimits(NamedTuple):
    """How much markup is taken in, so that every page ends in a clear outcome within seconds."""

    characters: int = 10_000_000
    elements: int = 250_000
    tag_characters: int = 20_000
    """A longer start tag is kept without its attributes when it has more than ``attributes`` of them."""
    attributes: int = 1_000
    depth: int = 400
    """Elements nested deeper are opened up: their text stays, at this depth."""


LIMITS = TreeLimits()
_CLASSES = etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment, entity=HtmlEntity)
"""Every element is an `HtmlElement`, fields of forms too: lxml's own choice by tag takes time for each of them."""

_CONTROL = later("[\x00-\x08\x0b\x0c\x0e-\x1f]+")
_SPACES = later(r"[ \t\r\n]{200,}")
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\r")
_TO_BLANKS = bytes.maketrans(b"\t\r\n", b"   ")
_BLANKS = b" " * 200
_BREAKS = later(r"(?:<br\b[^<>]{0,99}>\s*){3,}", re.I)
_MANY_BREAKS = 1_000
_TAG = later(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_OF_HEAD = frozenset(
    ["base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template", "title"]
)
"""What a head holds (HTML, parsing, "in head")."""
_RAW = later(r"<(script|style|textarea|title)\b.*?</\1\s*>", re.I | re.S)


def parse(text: str, location: str = "", limits: TreeLimits = LIMITS) -> HtmlElement:
    """The tree of a page. Raises `PageError` where there is nothing to read, `PageTooLargeError` beyond the limits."""
    text = tamed(text, limits)
    if len(text) > limits.characters or text.count("<") > 2 * limits.elements:
        raise PageTooLargeError(
            f"{location}: too much markup for one page; save the part you want as a file and read that"
        )
    root, too_deep = _tree(text)
    if too_deep:
        root, _ = _tree(flattened(text, limits.depth))
    if root is None:
        raise PageError(f"{location}: there is no text on this page")
    _open_body(root)
    return root


def tamed(text: str, limits: TreeLimits = LIMITS) -> str:
    """The same page without what only costs time: control characters, endless spaces, line breaks and attributes."""
    odd, spaced = _faults(text)
    if odd:
        text = _CONTROL.sub("", text)
    if spaced:
        text = _SPACES.sub("\n", text)
    if text.count("<br") + text.count("<BR") > _MANY_BREAKS:
        text = _BREAKS.sub("<br><br>", text)
    if _has_long_piece(text, limits.tag_characters):
        pieces = text.split("<")
        text = "<".join([piece if len(piece) <= limits.tag_characters else _shorter(piece, limits) for piece in pieces])
    return text


def _has_long_piece(text: str, longest: int) -> bool:
    """Whether more than ``longest`` characters stand somewhere without a "<" among them."""
    start = 0
    while len(text) - start > longest:
        found = text.rfind("<", start, start + longest + 1)
        if found < 0:
            return True
        start = found + 1
    return False


def _faults(text: str) -> tuple[bool, bool]:
    """Whether a page has control characters, and whether it has endless spaces: as bytes it shows ten times sooner."""
    if text.isprintable():
        return False, False
    data = text.encode("utf-8", "replace")
    plain = data.translate(_TO_BLANKS, _CONTROL_BYTES)
    return len(plain) != len(data), _BLANKS in plain


def _shorter(piece: str, limits: TreeLimits) -> str:
    """What follows a "<", as far as the next: a start tag with too many attributes loses them."""
    tag, end, rest = piece.partition(">")
    if not end or not tag[:1].isalpha() or tag.count("=") <= limits.attributes:
        return piece
    return f"{tag.split(None, 1)[0]}>{rest}"


def flattened(text: str, depth: int) -> str:
    """The same page with elements nested deeper than ``depth`` opened up; only their tags go."""
    out: list[str] = []
    open_tags: list[tuple[str, bool]] = []
    at = 0
    for match in _TAG.finditer(text):
        closing, name = match.group(1), match.group(2).lower()
        if name in _VOID:
            continue
        kept = True
        if not closing:
            kept = len(open_tags) < depth
            open_tags.append((name, kept))
        elif open_tags and open_tags[-1][0] == name:
            kept = open_tags.pop()[1]
        else:
            kept = len(open_tags) < depth
        if not kept:
            out.append(text[at : match.start()])
            out.append(" ")
            at = match.end()
    out.append(text[at:])
    return "".join(out)


def _open_body(root: HtmlElement) -> None:
    """Moves out of the head what does not belong there: where ``<body>`` is left out, as HTML allows, the body begins.

    libxml2 knows that of the elements of HTML 4 only, and leaves a ``<main>`` or an ``<article>`` in the head.
    """
    head, body = root.find("head"), root.find("body")
    if head is None:
        return
    begins = next((n for n, child in enumerate(head) if isinstance(child.tag, str) and child.tag not in _OF_HEAD), None)
    if begins is None:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    moved = list(head)[begins:]
    moved[-1].tail = (moved[-1].tail or "") + (body.text or "")
    body.text = None
    for number, child in enumerate(moved):
        body.insert(number, child)


def _tree(text: str) -> tuple[HtmlElement | None, bool]:
    # libxml2 stops at 256 nested elements in silence; with huge_tree at 2,048, and then only its log tells.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, etree.ParserError):
        root = None
    too_deep = any("xcessive depth" in entry.message for entry in parser.error_log)
    return root, too_deep
