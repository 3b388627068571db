"""Puts the rules for a site to use on one of its pages: they decide before any rule that knows no site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from lxml.html import HtmlElement

from ...errors import SiteRuleError
from ...story import Role
from ..choosing.core import Core
from ..cutting.flat import flat_text
from ..features import Measures
from ..outline import Box, Kind, Outline, Piece, State
from ..scene import Scene, View
from ..site_rules import STORY, SiteRules

_HALF = 0.5
"""How much of a piece an element must hold that has no lines of its own, such as a span, to speak for the piece."""

_LEVELS = {Role.HEADING: 2, Role.LIST_ITEM: 1}


@dataclass(slots=True)
class Ruled:
    """What the rules say of a page: the role of pieces by their number, with the reason, and where the story is."""

    roles: dict[int, tuple[Role, str]] = field(default_factory=dict)
    headline: int = -1
    story: Box | None = None
    inside: frozenset[int] = frozenset()
    """The pieces of the story where the rules say where it is."""
    reason: str = ""

    def unsaid(self, outline: Outline) -> Outline:
        """The pieces of which the rules say nothing, for looking for a headline among them."""
        return Outline(outline.boxes, [piece for piece in outline.pieces if piece.number not in self.roles])

    def core(self, core: Core, measures: Measures, headline: int) -> Core:
        """The core, as far as the rules say that the story goes."""
        if self.story is None:
            return core
        prose = [n for n in self.inside if measures.pieces[n].prose and (n > headline or headline >= self.story.last)]
        return core._replace(box=self.story, first=min([core.first, *prose]), last=max([core.last, *prose]))

    def apply(self, scene: Scene) -> None:
        """Gives the views their roles, and those a place in the story that stood outside it."""
        for number, (role, reason) in self.roles.items():
            view = scene.views[number]
            view.role, view.reason = role, reason
            view.piece.level = view.piece.level or _LEVELS.get(role, 0)
            if view.zone == "outside" and role is not Role.BOILERPLATE:
                view.zone = _place(view, scene)

    def explain(self, scene: Scene) -> None:
        """Adds to the reasons of paragraphs that the story was looked for where these rules say."""
        for number in self.inside - self.roles.keys():
            view = scene.views[number]
            if view.role is Role.PARAGRAPH:
                view.reason += f", found by {self.reason}"


def ruled(outline: Outline, root: HtmlElement, rules: Sequence[SiteRules]) -> Ruled:
    """What ``rules``, the weightiest first, say of a page. Raises `SiteRuleError` for a selector that is none.

    Of two elements, one in the other, the inner one decides; of two selectors for one element, the first.
    """
    found = Ruled()
    elements: dict[HtmlElement, Box] = {}
    for box in outline.boxes:
        elements.setdefault(box.element, box)
    for rule in reversed(rules):
        named: list[tuple[int, int, Role, str, HtmlElement]] = []
        places: list[tuple[str, list[HtmlElement]]] = []
        for order, (key, selector) in enumerate(rule.selectors()):
            matches = matched(root, selector, rule, key)
            reason = f"site rule {PurePath(rule.name).name}: {selector}"
            if key == STORY:
                places.append((reason, matches))
            else:
                named += [(_depth(match), -order, Role(key), reason, match) for match in matches]
        for *_, role, reason, element in sorted(named, key=lambda entry: entry[:2]):
            for number in _pieces(element, role, elements, outline.pieces):
                found.roles[number] = role, reason
        for reason, matches in reversed(places):
            _find_story(found, reason, matches, elements, outline)
    _choose_headline(found)
    return found


def matched(root: HtmlElement, selector: str, rule: SiteRules, key: str) -> list[HtmlElement]:
    """The elements of a page that a selector names."""
    from .selecting import selected

    try:
        return selected(root, selector)
    except ValueError as error:
        trouble = f'roles.{key}: "{selector}" is no CSS selector that can be used here: {error}'
        raise SiteRuleError(rule.name, trouble) from error


def _find_story(
    found: Ruled, reason: str, matches: list[HtmlElement], elements: dict[HtmlElement, Box], outline: Outline
) -> None:
    """Sets where the story is, if there is any text in the elements that were named for it."""
    boxes = [elements[match] for match in matches if match in elements]
    inside = frozenset(number for box in boxes for number in range(box.first, box.last))
    if not inside:
        return
    around = boxes[0]
    while around.parent is not None and not all(box.within(around) for box in boxes):
        around = around.parent
    found.story, found.inside, found.reason = around, inside, reason


def _choose_headline(found: Ruled) -> None:
    """There is one headline: the first piece that is named one. What the rules say of the others is not heeded."""
    named = sorted(number for number, (role, _) in found.roles.items() if role is Role.HEADLINE)
    for number in named[1:]:
        del found.roles[number]
    found.headline = named[0] if named else -1


def _pieces(element: HtmlElement, role: Role, elements: dict[HtmlElement, Box], pieces: list[Piece]) -> Iterator[int]:
    """The numbers of the pieces for which an element speaks; what it hides, and its buttons, stay what they are."""
    own = elements.get(element)
    if own is None:
        yield from _pieces_of_phrase(element, elements, pieces)
        return
    for piece in pieces[own.first : own.last]:
        hidden = piece.box.state & State.HIDDEN and not own.state & State.HIDDEN
        control = piece.kind is Kind.CONTROL and piece.box is not own
        if role is Role.BOILERPLATE or not (hidden or control):
            yield piece.number


def _pieces_of_phrase(element: HtmlElement, elements: dict[HtmlElement, Box], pieces: list[Piece]) -> Iterator[int]:
    """For an element within a line: the boxes in it, and the pieces around it that are mostly its text."""
    for inner in element.iterdescendants():
        if box := elements.get(inner):
            yield from range(box.first, box.last)
    around = next((elements[outer] for outer in element.iterancestors() if outer in elements), None)
    text = flat_text(element)
    if around is None or not text:
        return
    for piece in pieces[around.first : around.last]:
        mostly = text in piece.text and len(text) >= _HALF * len(piece.text)
        if piece.box is around and (mostly or piece.text in text):
            yield piece.number


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _place(view: View, scene: Scene) -> str:
    """Where a piece belongs that stands outside the story by its box alone."""
    if view.number > scene.body_last:
        return "after"
    if view.number >= scene.body_first:
        return "body"
    return "header" if scene.headline < 0 or view.number >= scene.headline else "above"
