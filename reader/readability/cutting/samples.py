"""Finds samples of code that stand in boxes of lines, and tells coloured code from preformatted prose."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from .flat import flat_text

_FEWEST_LINES = 3
_MARKED = 60
"""Coloured code has a mark around each word or so: one in fewer characters than this."""
_SIGNS = re.compile(r"[{};]\s*$|[=(){}\[\];]|<<|>>|::|->|=>|^\s*(?:#|//|--|/\*|\*|import |using |from |package )")
_SENTENCE = re.compile(r"\w[.!?…。]\W?$")
_BLOCKY = ("div", "p", "ul", "ol", "dl", "table", "img", "pre", "h1", "h2", "h3", "h4")
_LINE = frozenset(["line", "codeline", "code-line", "view-line"])
"""What programs call the box of one line of code; poems are set so, too."""


def is_coloured(sample: HtmlElement) -> bool:
    """Whether the words of a preformatted text are marked one by one, as programs do that colour code."""
    if any(child.tag == "code" for child in sample):
        return True
    marks = sum(1 for _ in sample.iter("span"))
    return marks * _MARKED > sum(map(len, map(str, sample.itertext())))


def code_lines(element: HtmlElement) -> list[str]:
    """The lines of a sample of code whose every line is a box of its own; none where the boxes hold something else."""
    if not len(element) or element[0].tag != "div" or element[-1].tag != "div":
        return []  # as most boxes of a page
    if len(element) < _FEWEST_LINES and not any(map(_is_called_line, element)):
        return []
    if not any(map(_is_leaf, element[:_FEWEST_LINES])):
        return []
    children = list(element)
    if (element.text or "").strip() or any(child.tag != "div" or (child.tail or "").strip() for child in children):
        return []
    leaves = [child for child in children if _is_leaf(child)]
    if not leaves or 5 * len(leaves) < 3 * len(children):
        return []
    lines = ["".join(map(str, leaf.itertext())).replace("\u00a0", " ").rstrip() for leaf in leaves]
    written = [line for line in lines if line.strip()]
    named = all(map(_is_called_line, leaves))
    if len(written) < (1 if named else _FEWEST_LINES):
        return []
    signed = sum(_SIGNS.search(line) is not None for line in written)
    told = sum(_SENTENCE.search(line) is not None and _SIGNS.search(line) is None for line in written)
    return lines if 2 * signed >= len(written) and 5 * told < len(written) + 5 * named else []


def beside_lines(element: HtmlElement) -> list[str]:
    """What stands among the lines of a sample and is none of them: what a program shows when a word is pointed at."""
    return [text for child in element if not _is_leaf(child) and (text := flat_text(child))]


def _is_called_line(box: HtmlElement) -> bool:
    return not _LINE.isdisjoint((box.get("class") or "").split())


def _is_leaf(box: HtmlElement) -> bool:
    if box.tag != "div":
        return False
    if not len(box):
        return True
    return box[0].tag not in _BLOCKY and next(islice(box.iter(*_BLOCKY), 1, 2), None) is None
