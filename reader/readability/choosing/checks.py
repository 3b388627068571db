"""Checks that a text beside the one under the headline must pass to be taken for the story, or for a part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..outline import Kind
from ..words import Meaning
from .another_story import own_headline, told_words
from .cases import Case
from .other_hands import entries, rights
from .other_words import about, language
from .parts import Part

_SECTIONS = 3
"""So many texts under headings of one level are sections."""
_ALL = 0.9
_OWN_ROLES = Meaning.FOOTNOTE | Meaning.SIDEBAR | Meaning.BIO | Meaning.CAPTION | Meaning.HIGHLIGHTS
"""What is named so belongs to the story, and has its role by that name."""


class Check(NamedTuple):
    """A named check; ``fault`` gives what is wrong with a text, "" where nothing is."""

    name: str
    fault: Callable[[Case], str]


def faults(main: Part, others: Sequence[Part]) -> list[tuple[Part, str, str]]:
    """The texts beside the main one that do not pass; the check that each fails, and what is wrong with it.

    Texts under headings of one level are sections of a story, where there are several of them, or where one passes.
    """
    found = [(part, *fault(Case(part, main, others))) for part in others]
    levels = Counter(part.heading.level for part in others if part.heading is not None)
    passing = {part.heading.level for part, name, _ in found if not name and part.heading is not None}
    of_story = passing | {level for level, count in levels.items() if count >= _SECTIONS}
    end = max([main.last, *(part.last for part, name, _ in found if not name)])
    return [
        (part, name, reason)
        for part, name, reason in found
        if name
        and not (name in OF_SECTIONS and part.heading is not None and part.heading.level in of_story)
        and not (name == "wrong language" and main.last <= part.first < end)  # what a story quotes in its midst
    ]


def fault(case: Case) -> tuple[str, str]:
    """The name of the first check that a text does not pass, and what is wrong; ("", "") where it passes all."""
    if case.part.box is not None and case.part.box.meaning & _OWN_ROLES:
        return "", ""
    for check in CHECKS:
        found = check.fault(case)
        if found:
            return check.name, found
    return "", ""


def _links(case: Case) -> str:
    size = sum(len(piece.text) for piece in case.part.pieces)
    linked = sum(
        len(piece.text) for piece in case.part.pieces if piece.link_share > _ALL and piece.kind is not Kind.CODE
    )
    return f"{round(100 * linked / size)} of 100 characters are linked lines" if linked > 0.5 * size else ""


def _above(case: Case) -> str:
    part, main = case.part, case.main
    if part.last > main.ground.headline or part.on_subject > main.on_subject:
        return ""
    return "it stands above the headline, and another text below it"


CHECKS = (
    Check("mostly links", _links),
    Check("wrong language", language),
    Check("far from the headline", _above),
    Check("written by readers", entries),
    Check("consent or rights", rights),
    Check("another story", own_headline),
    Check("longer than told", told_words),
    Check("not about the headline", about),
)


OF_SECTIONS = frozenset(
    ["mostly links", "wrong language", "written by readers", "another story", "not about the headline"]
)
"""Checks that a section of a long story might fail."""
