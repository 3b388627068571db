"""Cuts preformatted prose into paragraphs, as pages of manuals have it: one element of lines for each section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...patterns import later
from ..outline import Kind

_BLANK = later(r"\n[ \t]*\n")
_WORD = later(r"[^\W\d_]{2,}")
_CODE = later(r"[{};=<>`$\\|#]|->|\(\)")
_RUNNING = later(r"\s*(\S+\(\w{1,4}\))\s{3,}.*\s{3,}\1\s*|\S.*\s{6,}.*\s{6,}\S+\(\w{1,4}\)\s*")
"""The line above and below a page of a manual: its name at both ends."""
_ENDS = (".", ":", "?", "!")
_FEWEST_WORDS = 5
_MOST_SIGNS = 0.02
_LONGEST_TERM = 90


def paragraphs(text: str) -> Iterator[tuple[Kind, str]]:
    """The paragraphs of a preformatted text; what is no prose, with its lines as they are, is a sample of code.

    A line that stands farther out than the lines under it is the term that these explain.
    """
    chunks = [chunk.strip("\n") for chunk in _BLANK.split(text) if chunk.strip()]
    for number, chunk in enumerate(chunks):
        lines = chunk.split("\n")
        inner = _indent(lines[1]) if len(lines) > 1 else 0
        if not inner and number + 1 < len(chunks):
            inner = _indent(chunks[number + 1])
        if _RUNNING.fullmatch(chunk):
            yield Kind.CONTROL, " ".join(chunk.split())
        elif inner > _indent(lines[0]) + 2 and len(lines[0].strip()) < _LONGEST_TERM and _leads(lines):
            yield Kind.TERM, " ".join(lines[0].split())
            if len(lines) > 1:
                yield Kind.TEXT, " ".join(" ".join(lines[1:]).split())
        elif _is_prose(chunk):
            yield Kind.TEXT, " ".join(chunk.split())
        else:
            yield Kind.CODE, chunk


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _leads(lines: list[str]) -> bool:
    """Whether the first line is a term, and prose stands under it."""
    return not lines[0].rstrip().endswith(".") and (len(lines) == 1 or _is_prose("\n".join(lines[1:])))


def _is_prose(text: str) -> bool:
    joined = text.rstrip()
    words = len(_WORD.findall(joined))
    signs = len(_CODE.findall(joined))
    if words < _FEWEST_WORDS or signs > max(1, _MOST_SIGNS * len(joined)):
        return False
    gaps = len(re.findall(r"\S {3,}\S", joined))
    return gaps <= joined.count("\n") and (joined.endswith(_ENDS) or words > 3 * _FEWEST_WORDS or " - " in joined)
