"""The words of many languages by which the parts of a page are recognized; each list is a text file to extend."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The sections of a list, each with its lines; ``name`` is that of its file without the ending.

    The files are in Unicode's form NFC, as the texts are made that are compared with them.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in Path(__file__).with_name(f"{name}.txt").read_text("utf-8").splitlines():
        first = line[:1]
        if first == "[" and line[-1] == "]":
            lines = found.setdefault(line[1:-1], [])
        elif first not in ("", "#"):
            lines.append(line)
    return {title: tuple(kept) for title, kept in found.items()}


def words(name: str, section: str) -> frozenset[str]:
    """All words of a section, whatever line they stand on."""
    return frozenset(" ".join(sections(name)[section]).split())
