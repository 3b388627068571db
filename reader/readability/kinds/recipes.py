"""Knows the parts of a recipe by what is printed over them: ingredients, steps, tips, what is in it, what is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from lxml.html import HtmlElement

from ...story import Role
from ..choosing.core import make_of
from ..labels import Phrases, folded_sections, label, label_key
from ..outline import Box, Kind, Piece, State
from ..scene import Scene, View
from ..words import Meaning
from .amounts import are_amounts, is_amount, measured, names_energy

_AWAY = Meaning.NAV | Meaning.SHARE | Meaning.COMMENTS | Meaning.AD | Meaning.RELATED | Meaning.TAGS | Meaning.DATE
_LONGEST_LABEL = 60
_NEARBY = 6
_SOMEBODYS_TIP = re.compile(r"^[\w .-]{2,20}['’]s tips?$")
_LONGEST_LINE = 120
_LONGEST_TITLE = 60
_FEWEST_LINES = 3
_BOX_SIZE, _BOX_PIECES = 700, 10
_ASKED_SIZE, _ASKED_PIECES = 300, 5


@cache
def _phrases() -> dict[str, Phrases]:
    return {section: Phrases(lines) for section, lines in folded_sections("recipes").items()}


@cache
def _all_phrases() -> Phrases:
    """The phrases of every section: most texts are none of them, and are asked about once."""
    return Phrases([line for lines in folded_sections("recipes").values() for line in lines])


def part_of(text: str) -> str:
    """The section of the labels of recipes that a text is from, "" where it is from none: "ingredients", "tips" …"""
    if len(text) > _LONGEST_LABEL:
        return ""
    key = label_key(text)
    bare = re.sub(r"\s*[（(][^()（）]*[)）]$", "", key)
    if not (_all_phrases().match(key) or _all_phrases().match(bare) or _SOMEBODYS_TIP.search(key)):
        return ""
    found = next((name for name, phrases in _phrases().items() if phrases.match(key) or phrases.match(bare)), "")
    return found or ("tips" if _SOMEBODYS_TIP.search(key) else "")


def is_ingredients(table: HtmlElement, before: Sequence[Piece]) -> bool:
    """Whether a table is the list of what is needed, by its rows and by what is printed over it."""
    above = any(part_of(piece.text) == "ingredients" for piece in before[-_NEARBY:])
    return above and are_amounts(table)


def label_recipe(scene: Scene) -> None:
    """Gives roles to the parts of a recipe that its labels and its lines with amounts tell; none to other pages."""
    views = [view for view in scene.views if view.zone in ("header", "body", "after") and view.number != scene.headline]
    parts = {view.number: part for view in views if _may_head(view) and (part := part_of(view.text))}
    if "ingredients" not in parts.values() and not any(_runs_of_amounts(views)):
        return
    for number, part in parts.items():
        view = scene.views[number]
        match part:
            case "ingredients":
                _list_ingredients(view, scene, parts)
            case "method":
                if view.zone != "header" or view.piece.kind is Kind.HEADING:
                    _set(view, Role.HEADING, f"recipe: “{view.text}” is printed over its steps")
            case "tips":
                _set_all(
                    _boxed(view, scene, _BOX_SIZE, _BOX_PIECES),
                    Role.SIDEBAR,
                    f"recipe: “{view.text}” is printed over it",
                )
            case "nutrition":
                _set_nutrition(view, scene)
            case "asked":
                _set_all(
                    _boxed(view, scene, _ASKED_SIZE, _ASKED_PIECES) or [view],
                    Role.PROMO,
                    "recipe: it asks something of whoever has made it",
                )
    for run in _runs_of_amounts(views):
        _list_amounts(run, scene)
    for view in views:
        _label_line(view)


def _may_head(view: View) -> bool:
    """Whether a piece may be printed over something: a heading, or a few words on a line of their own."""
    return view.piece.kind in (Kind.HEADING, Kind.TEXT, Kind.TERM, Kind.ITEM) and view.link_share < 0.5


def _list_ingredients(heading: View, scene: Scene, parts: dict[int, str]) -> None:
    """The lines under “Ingredients” are items, what is printed over some of them is a heading."""
    lines = list(_lines_under(heading, scene, parts))
    if not lines:
        return
    _set(heading, Role.HEADING, f"recipe: “{heading.text}” is printed over its ingredients")
    alike = Counter(make_of(view.piece) for view in lines)
    for view in lines:
        if view.piece.kind is Kind.HEADING or _is_title(view):
            _set(view, Role.HEADING, "recipe: it is printed over some of the ingredients")
        elif view.measured.sentences and not is_amount(view.text) and view.piece.kind is Kind.TEXT:
            break
        elif view.piece.kind is Kind.ITEM or alike[make_of(view.piece)] > 1:
            _set(view, Role.LIST_ITEM, "recipe: a line under its ingredients")


def _lines_under(heading: View, scene: Scene, parts: dict[int, str]) -> Iterator[View]:
    """The short lines that follow a label, up to the next one, to a paragraph, or to a heading as large as it is."""
    level = heading.piece.level if heading.piece.kind is Kind.HEADING else 0
    for view in scene.views[heading.number + 1 :]:
        is_heading = view.piece.kind is Kind.HEADING
        if view.number in parts or view.zone == "outside" or (is_heading and view.piece.level <= (level or 2)):
            return
        if (view.size > _LONGEST_LINE and view.measured.sentences) or view.label:
            return
        unsaid = view.state & State.HIDDEN or view.trail & _AWAY or label(view.text) or not _has_words(view)
        if view.piece.kind in (Kind.HEADING, Kind.TEXT, Kind.ITEM) and not unsaid and view.link_share < 0.9:
            yield view


def _is_title(view: View) -> bool:
    """Whether a line heads others: in bold, or with a colon behind it, and with no amount."""
    if view.size > _LONGEST_TITLE or is_amount(view.text):
        return False
    return view.piece.bold > 0.9 * len(view.text) or view.text.endswith((":", "："))


def _runs_of_amounts(views: list[View]) -> Iterator[list[View]]:
    """Lines of one make, one after another, of which most begin with how much of what."""
    run: list[View] = []
    for view in [*views, None]:
        goes_on = view is not None and _is_line(view) and (not run or make_of(view.piece) == make_of(run[-1].piece))
        if run and not (goes_on and view is not None and view.number == run[-1].number + 1):
            if len(run) >= _FEWEST_LINES and sum(is_amount(one.text) for one in run) >= 0.6 * len(run):
                yield run
            run = []
        if view is not None and _is_line(view):
            run.append(view)


def _has_words(view: View) -> bool:
    return any(map(str.isalpha, view.text))


def _is_line(view: View) -> bool:
    if view.trail & _AWAY or view.state & (State.FORM | State.QUOTE):
        return False
    return view.piece.kind is Kind.TEXT and view.size < _LONGEST_LINE and view.link_share < 0.5 and not view.piece.timed


def _list_amounts(run: list[View], scene: Scene) -> None:
    for view in run:
        _set(view, Role.LIST_ITEM, "recipe: one of several lines that say how much of what")
    above = scene.views[run[0].number - 1]
    is_free = above.role is None and above.zone in ("header", "body") and above.number != scene.headline
    if (
        is_free
        and above.piece.kind in (Kind.TEXT, Kind.HEADING)
        and above.size < _LONGEST_TITLE
        and not above.measured.sentences
    ):
        _set(above, Role.HEADING, "recipe: it is printed over lines that say how much of what")


def _boxed(heading: View, scene: Scene, most_size: int, most_pieces: int) -> list[View]:
    """All pieces of the small box that begins with a label; none where there is no such box."""
    box: Box | None = heading.piece.box
    best: Box | None = None
    while box is not None and box is not scene.core and box.first >= heading.number:
        if box.last - box.first > most_pieces or scene.measures.size(box) > most_size:
            break
        best = box if box.last > heading.number + 1 else best
        box = box.parent
    return scene.views[best.first : best.last] if best else []


def _set_nutrition(heading: View, scene: Scene) -> None:
    """What stands under “Nutrition” is a box of facts, where it is amounts and nothing else."""
    inside = _boxed(heading, scene, 1500, 60)[1:]
    if not inside:
        for view in scene.views[heading.number + 1 :]:
            if view.piece.kind is Kind.HEADING or view.zone == "outside" or view.measured.sentences > 1:
                break
            inside.append(view)
    amounts = [view for view in inside if measured(view.text) or view.text[:1].isdigit()]
    if measured(heading.text) or (amounts and sum(view.measured.sentences for view in inside) < 4):
        _set_all([heading, *inside], Role.SIDEBAR, f"recipe: “{heading.text}” is printed over it")


def _label_line(view: View) -> None:
    """A line or a table that is a part of a recipe by its own words."""
    if view.role is not None:
        return
    head, colon, _ = view.text.partition(":")
    if view.piece.kind is Kind.TABLE:
        if names_energy(view.text) and measured(view.text) > 1:
            _set(view, Role.SIDEBAR, "recipe: a table of nutrition")
    elif view.size > 3 * _LONGEST_LINE:
        return
    elif colon and part_of(head) == "tips":
        _set(view, Role.SIDEBAR, f"recipe: it begins with “{head}”")
    elif names_energy(view.text) and measured(view.text) > 3:
        _set(view, Role.SIDEBAR, "recipe: it says how much of everything is in it")
    elif part_of(view.text[:_LONGEST_LABEL]) == "asked":
        _set(view, Role.PROMO, "recipe: it asks something of whoever has made it")


def _set_all(views: list[View], role: Role, reason: str) -> None:
    for view in views:
        _set(view, role, reason)


def _set(view: View, role: Role, reason: str) -> None:
    hidden = view.state & State.HIDDEN or not any(map(str.isalnum, view.text)) or label(view.text) == "control"
    if view.role is None and not hidden and view.zone != "outside":
        view.role, view.reason = role, reason
