"""Rules for numbers that stand beside the text: of lines of code, of a notebook's cells, of formulas."""

from __future__ import annotations

import re

from ...story import Role
from ..outline import Kind
from ..scene import Scene, View
from .rule import RoleRule

_PROMPT = re.compile(r"(?:In|Out)\s?\[[\d\s*]*\]:?")
_NUMBERED = re.compile(r"\((?:[A-Z]\.)?\d+(?:[.-]\d+)*[a-z]?\)")


def _line_numbers(view: View, scene: Scene) -> str:
    """The numbers of the lines of a sample that follows, which stand in a column of their own."""
    if view.piece.kind is not Kind.CODE or not view.text[:1].isdigit():
        return ""
    lines = view.text.split()
    following = scene.views[view.number + 1 : view.number + 2]
    if not following or following[0].piece.kind is not Kind.CODE or not all(line.isdigit() for line in lines):
        return ""
    numbered = [int(line) for line in lines if len(line) < 7]
    if numbered != list(range(numbered[0], numbered[0] + len(lines))):
        return ""
    return "the numbers of the lines of code beside it"


def _prompt(view: View, scene: Scene) -> str:
    return "the number of a cell of a notebook" if view.size < 16 and _PROMPT.fullmatch(view.text) else ""


def _equation_number(view: View, scene: Scene) -> str:
    """The number of a formula, in brackets beside it."""
    if view.size > 12 or not _NUMBERED.fullmatch(view.text):
        return ""
    close = scene.views[max(0, view.number - 1) : view.number + 2]
    return "the number of a formula" if any(other.piece.kind is Kind.MATH for other in close) else ""


RULES = (
    RoleRule("line numbers", Role.BOILERPLATE, _line_numbers),
    RoleRule("prompt", Role.BOILERPLATE, _prompt),
    RoleRule("equation number", Role.BOILERPLATE, _equation_number),
)
