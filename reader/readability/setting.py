"""Sets the scene for the rules: finds the story and its headline, and divides the page into zones."""

from __future__ import annotations

from lxml.html import HtmlElement

from ..story import Role
from .details import find_headline
from .features import Measures, measure
from .labels import label_role
from .main_story import find
from .metadata import Told
from .outline import Box, Kind, Outline
from .scene import Scene, View, trail_of


def set_scene(outline: Outline, told: Told, root: HtmlElement) -> Scene:
    """The scene of a page, every piece viewed, none with a role yet."""
    measures = measure(outline)
    found = find(outline, measures, told, root)
    story = found.box
    headline = find_headline(outline, told, story)
    body_first, body_last = _body(outline, measures, story, headline)
    scene = Scene(
        outline,
        measures,
        told,
        story,
        headline,
        outline.pieces[headline].text if headline >= 0 else "",
        body_first,
        body_last,
    )
    known: dict[int, int] = {}
    around = _around(story, headline, outline, measures)
    for measured in measures.pieces:
        piece = measured.piece
        inside = story.first <= piece.number < story.last
        zone = _zone(piece.number, scene, inside, around)
        scene.views.append(
            View(
                piece,
                measured,
                trail_of(piece, story, measures, known),
                piece.meaning | piece.box.meaning,
                inside,
                zone,
            )
        )
    _label(scene)
    _frame(scene, outline)
    return scene


def _body(outline: Outline, measures: Measures, story: Box, headline: int) -> tuple[int, int]:
    """The first and the last piece of prose in the story, after its headline."""
    start = max(story.first, headline + 1) if headline < story.last else story.first
    prose = [m.piece.number for m in measures.pieces[start : story.last] if m.prose > 40 and m.piece.kind is Kind.TEXT]
    if not prose:
        prose = [m.piece.number for m in measures.pieces[start : story.last] if m.size > 20]
    return (prose[0], prose[-1]) if prose else (start, max(start, story.last - 1))


def _around(story: Box, headline: int, outline: Outline, measures: Measures) -> Box:
    """The smallest box with both the story and its headline, unless that is the whole page."""
    box = story
    while box.parent is not None and not (box.first <= headline < box.last) and headline >= 0:
        box = box.parent
    return story if box.tag in ("html", "body") else box


def _zone(number: int, scene: Scene, inside: bool, around: Box) -> str:
    if number == scene.headline:
        return "header"
    if scene.headline >= 0 and scene.headline < number < scene.body_first:
        return "header"
    if inside:
        if number < scene.headline and scene.headline < scene.body_first:
            return "before"
        if number < scene.body_first:
            return "header"
        return "body" if number <= scene.body_last else "after"
    return "outside"


def _label(scene: Scene) -> None:
    """Gives every piece in a labelled box the role of the label."""
    measures = scene.measures
    for view in scene.views:
        if view.zone == "outside" or view.label is not None or view.number == scene.headline:
            continue
        role = label_role(view.text)
        if role is None or role is Role.PROMO:
            continue
        end = _labelled_end(view, scene, role)
        if end > view.number + 1:
            for member in scene.views[view.number : end]:
                member.label, member.label_text = role, view.text


def _labelled_end(view: View, scene: Scene, role: Role) -> int:
    box = view.piece.box
    best = view.number + 1
    while (
        box is not None and box.first >= view.number - 1 and box.tag not in ("body", "html") and box is not scene.story
    ):
        if box.first <= view.number and box.last > view.number + 1 and _suits(box, scene, role):
            best = box.last
        box = box.parent
    if best > view.number + 1:
        return best
    end = view.number + 1
    for member in scene.views[end : end + 40]:
        if member.piece.kind is Kind.HEADING or not _suits_alone(member, role):
            break
        end += 1
    return end


def _suits(box: Box, scene: Scene, role: Role) -> bool:
    size = scene.measures.size(box) or 1
    if role is Role.RELATED:
        return scene.measures.linked(box) > 0.3 * size and scene.measures.prose(box) < 0.4 * size
    if role is Role.HIGHLIGHT:
        return size < 2500 and box.last - box.first <= 14 and box.first < scene.body_first + 3
    return True


def _suits_alone(view: View, role: Role) -> bool:
    if role is Role.RELATED:
        return view.link_share > 0.7
    if role is Role.HIGHLIGHT:
        return view.piece.kind is Kind.ITEM
    return view.piece.kind is Kind.ITEM


def _frame(scene: Scene, outline: Outline) -> None:
    """Marks pieces that share a small box with a picture."""
    known: dict[int, bool] = {}
    for view in scene.views:
        if view.zone == "outside":
            continue
        box: Box | None = view.piece.box
        for _ in range(4):
            if box is None or box is scene.story or box.last - box.first > 3 or scene.measures.size(box) > 700:
                break
            if id(box) not in known:
                known[id(box)] = next(box.element.iter("img", "picture", "video", "amp-img"), None) is not None
            if known[id(box)] and scene.measures.prose(box) < 500:
                view.figure = box.tag not in ("p", "body")
                break
            box = box.parent
