"""Sets the scene for the rules: finds the story and its headline, and divides the page into zones."""

from __future__ import annotations

from collections import Counter

from lxml.html import HtmlElement

from .details import find_headline
from .features import Measures, measure
from .labelled import apply_labels
from .main_story import core_of, find
from .metadata import Told
from .outline import Box, Kind, Outline, Piece, State
from .scene import Scene, View, trail_of

_AFTER = 60
"""So many pieces after the body are looked at for an author, a note, related links."""


def set_scene(outline: Outline, told: Told, root: HtmlElement) -> Scene:
    """The scene of a page, every piece viewed, none with a role yet."""
    measures = measure(outline)
    story = find(outline, measures, told, root).box
    headline = find_headline(outline, told, story)
    core = core_of(story, outline, measures)
    makes = _makes(core, measures)
    body_first, body_last = _body(core, measures, headline, makes)
    scene = Scene(outline, measures, told, story, headline, core, body_first, body_last)
    fathers = _fathers(core, measures, makes)
    classes = {make[2] for make in makes if make[2]}
    known: dict[int, int] = {}
    around = _around(story, headline)
    for measured in measures.pieces:
        piece = measured.piece
        trail = trail_of(piece, core, measures, known)
        view = View(
            piece, measured, trail, piece.meaning | piece.box.meaning, story.first <= piece.number < story.last, ""
        )
        view.zone = _zone(piece.number, scene, around)
        make = _make(piece)
        view.like_body = (
            make in makes or make[2] in classes or id(piece.box.parent) in fathers and make[0] in ("p", "div")
        )
        scene.views.append(view)
    apply_labels(scene)
    _frame(scene)
    return scene


def _make(piece: Piece) -> tuple[str, int, str]:
    box = piece.box
    return box.tag, box.depth, box.element.get("class") or ""


def _makes(core: Box, measures: Measures) -> set[tuple[str, int, str]]:
    """How the text of a story is made: the makes that hold a sixth of its prose or more."""
    makes: Counter[tuple[str, int, str]] = Counter()
    for measured in measures.pieces[core.first : core.last]:
        if measured.prose:
            makes[_make(measured.piece)] += int(measured.prose)
    whole = makes.total()
    return {make for make, prose in makes.items() if prose * 6 >= whole}


def _fathers(core: Box, measures: Measures, makes: set[tuple[str, int, str]]) -> set[int]:
    """The boxes right around at least three pieces of the story's text."""
    counts: Counter[int] = Counter()
    for measured in measures.pieces[core.first : core.last]:
        if measured.prose and _make(measured.piece) in makes:
            counts[id(measured.piece.box.parent)] += 1
    return {father for father, count in counts.items() if count >= 3}


def _body(core: Box, measures: Measures, headline: int, makes: set[tuple[str, int, str]]) -> tuple[int, int]:
    """The first and the last piece of the story's text, after its headline."""
    start = max(core.first, headline + 1) if headline < core.last else core.first
    prose = [m.piece for m in measures.pieces[start : core.last] if m.prose]
    text = [piece for piece in prose if piece.kind is Kind.TEXT]
    if not prose:
        prose = [m.piece for m in measures.pieces[start : core.last] if m.size > 20] or [
            measures.pieces[min(start, core.last - 1)].piece
        ]
    made = [piece for piece in text if _make(piece) in makes]
    return (made or text or prose)[0].number, prose[-1].number


def _around(story: Box, headline: int) -> Box:
    """The smallest box with both the story and its headline, unless that is the whole page."""
    box = story
    while box.parent is not None and not (box.first <= headline < box.last) and headline >= 0:
        box = box.parent
    return story if box.tag in ("html", "body") else box


def _zone(number: int, scene: Scene, around: Box) -> str:
    story, headline = scene.story, scene.headline
    if scene.body_first <= number <= scene.body_last:
        return "body"
    if number > scene.body_last:
        close = number < scene.core.last or around.first <= number < around.last or story.first <= number < story.last
        return "after" if close and number - scene.body_last <= _AFTER else "outside"
    if headline < 0 or headline > scene.body_first:
        return "header" if scene.core.first <= number else "outside"
    if number >= headline:
        return "header"
    inside = story.first <= number < story.last or around.first <= number < around.last
    return "above" if inside and number >= headline - 12 else "outside"


def _frame(scene: Scene) -> None:
    """Marks pieces that share a small box with a picture."""
    known: dict[int, bool] = {}
    for view in scene.views:
        if view.zone == "outside":
            continue
        box: Box | None = view.piece.box
        for _ in range(4):
            if box is None or box is scene.story or box is scene.core or box.last - box.first > 3:
                break
            if scene.measures.size(box) > 700:
                break
            if id(box) not in known:
                pictures = box.element.iter("img", "picture", "video", "amp-img", "iframe")
                known[id(box)] = next(pictures, None) is not None
            if known[id(box)] and scene.measures.prose(box) < 500:
                view.figure = box.tag not in ("p", "body", "li") or bool(box.state & State.FIGURE)
                break
            box = box.parent
