"""Sets the scene for the rules: finds the story and its headline, and divides the page into zones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from ..story import PassedOver
from .choosing.begun import with_all_sections
from .choosing.core import core_of
from .choosing.others import end_of_story
from .choosing.speakable import speakable
from .choosing.titles import linked_titles
from .cutting.inline_notes import leads_back
from .details import find_headline, titles_of
from .features import Measures, measure
from .kinds.admonitions import apply_admonitions
from .labelled import apply_labels
from .main_story import Found, find
from .metadata import Told
from .outline import Box, Kind, Outline, State, named
from .repeats import echoed, repeated
from .scene import Scene, View, folded, trail_of
from .shapes import is_date
from .threads.post_heads import part_heads
from .threads.signing import sign
from .threads.threads import Thread, find_thread
from .words import Meaning

if TYPE_CHECKING:
    from .sites.ruled import Ruled

_JUST_ABOVE = 2
_SHORT = 220
_MUCH = 600
"""More prose than this stands above no headline."""
_AFTER = 60
"""So many pieces after the body are looked at for an author, a note, related links."""


def set_scene(outline: Outline, told: Told, root: HtmlElement, by_site: Ruled | None = None) -> Scene:
    """The scene of a page, every piece viewed, none with a role yet; ``by_site`` is what rules for the site say."""
    measures = measure(outline, told.site)
    thread = None if by_site else find_thread(outline, measures)
    if thread and part_heads(outline, thread):
        measures = measure(outline, told.site)
        thread = find_thread(outline, measures)
    if thread:
        measures.restore(thread.first, thread.last + 1)
    spoken = speakable(outline, root, told)
    found = _story(by_site, thread, lambda: find(outline, measures, told, root, spoken))
    story = found.box
    headline = by_site.headline if by_site else -1
    if headline < 0:
        headline = find_headline(by_site.unsaid(outline) if by_site else outline, told, story, spoken)
        if not thread and _is_buried(headline, outline, measures, story, told):
            headline = -1
    core = core_of(story, outline, measures, headline)
    core = by_site.core(core, measures, headline) if by_site else core
    if not by_site and not thread:
        core = with_all_sections(core, outline, told, headline, story)
    if thread:
        core = core._replace(box=story, first=thread.first, last=thread.last)
    end = len(outline.pieces)
    other: tuple[int, PassedOver] | None = None
    if not thread and not by_site:
        other = end_of_story(outline, measures, told, headline, core)
        if other:
            end, core = other[0], core._replace(last=other[0] - 1)
    scene = Scene(
        outline, measures, told, story, headline, core.box, core.first, core.last, thread=thread, spoken=spoken,
        where=f"{named(story)}: {found.why}",
        passed_over=(*found.passed_over, other[1]) if other else found.passed_over,
    )  # fmt: skip
    passed = {number: fault for first, last, fault in found.others for number in range(first, last)}
    known: dict[int, int] = {}
    around = _around(story, headline)
    scene.contained = around.tag in ("article", "main") or around.element.get("role") in ("article", "main")
    for measured in measures.pieces:
        piece = measured.piece
        trail = trail_of(piece, core.box, measures, known, headline)
        view = View(
            piece, measured, trail, piece.meaning | piece.box.meaning, story.first <= piece.number < story.last, ""
        )
        view.zone = _zone(piece.number, scene, around) if piece.number < end else "outside"
        if view.zone == "outside" and 0 < piece.number - scene.body_last <= _AFTER:
            noted = trail & Meaning.FOOTNOTE or leads_back(piece.text, piece.links)
            view.zone = "after" if noted else "outside"
        view.passed_over = passed.get(piece.number, "")
        if view.passed_over and piece.number != headline:
            view.zone = "outside"
        view.like_body = core.is_like(piece)
        view.made_like_body = core.is_made_like(piece)
        scene.views.append(view)
    if thread:
        sign(thread, scene)
    else:
        for view in scene.views[max(0, headline - _JUST_ABOVE) : max(0, headline)]:
            away = view.state & (State.NAV | State.HIDDEN | State.ASIDE)
            if view.zone == "outside" and is_date(view.text) and not away:
                view.zone = "above"  # the day over a post of a blog
        for name in (Meaning.COMMENTS, Meaning.SIDEBAR):
            _unname(scene, name)
        apply_admonitions(scene)
        apply_labels(scene)
    scene.repeated = repeated(scene)
    scene.echoed = echoed(scene)
    scene.linked_titles = linked_titles(scene)
    body = scene.views[scene.body_first : scene.body_last + 1]
    scene.dated_entries = sum(view.size < 60 and is_date(view.text) for view in body)
    if not thread:
        _frame(scene)
    return scene


def _story(by_site: Ruled | None, thread: Thread | None, look: Callable[[], Found]) -> Found:
    """The box of the story, and the words for why it is the one."""
    if by_site and by_site.story:
        return Found(by_site.story, "a rule for the site says so")
    if thread:
        return Found(thread.box, f"{len(thread.posts)} posts, each signed and dated")
    return look()


def _is_buried(headline: int, outline: Outline, measures: Measures, story: Box, told: Told) -> bool:
    """Whether what was taken for the headline heads a section in the midst of the story."""
    if not story.first < headline < story.last or folded(outline.pieces[headline].text) in titles_of(told):
        return False
    if outline.pieces[headline].level == 1:  # not where every section has a heading of the first level
        firsts = (p.number for p in outline.pieces[story.first : headline] if p.kind is Kind.HEADING and p.level == 1)
        return any(measures.prose_between(number, headline) for number in firsts)
    above = measures.prose_between(story.first, headline)
    return above > _MUCH and above > 0.1 * measures.prose(story)


def _unname(scene: Scene, name: int) -> None:
    """Where most of the story is named as comments or as boxes, the name says nothing about a single piece."""
    inside = scene.views[scene.body_first : scene.body_last + 1]
    named = sum(view.size for view in inside if view.trail & name)
    if named > 0.5 * sum(view.size for view in inside):
        for view in scene.views[scene.story.first : scene.story.last]:
            view.trail &= ~name


def _around(story: Box, headline: int) -> Box:
    """The smallest box with both the story and its headline, unless that is the whole page."""
    box = story
    while box.parent is not None and not (box.first <= headline < box.last) and headline >= 0:
        box = box.parent
    if box.tag in ("html", "body"):
        return story
    for name in ("main", "article"):
        for outer in box.chain():
            if outer.tag == name or outer.element.get("role") == name:
                return outer
    return box


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
            if scene.measures.size(box) > 700 or _is_headed(scene, box):
                break
            if id(box) not in known:
                pictures = box.element.iter("img", "picture", "video", "amp-img", "iframe")
                known[id(box)] = next(pictures, None) is not None
            if known[id(box)] and scene.measures.prose(box) < 500:
                under = box.tag == "p" and view.size < _SHORT and _is_under_picture(box)
                view.figure = under or box.tag not in ("p", "body", "li") or bool(box.state & State.FIGURE)
                break
            box = box.parent


def _is_under_picture(box: Box) -> bool:
    """Whether a paragraph begins with a picture and a line break: what follows is printed under it."""
    element = box.element
    if (element.text or "").strip() or len(element) < 2:
        return False
    first, second = element[0], element[1]
    while len(first) and not (first.text or "").strip() and first.tag in ("a", "span", "center"):
        first = first[0]
    return first.tag == "img" and second.tag == "br" and not (element[0].tail or "").strip()


def _is_headed(scene: Scene, box: Box) -> bool:
    """Whether a small box has a heading in it: then it is a part of the page with a picture, and no caption."""
    return any(piece.kind is Kind.HEADING for piece in scene.outline.pieces[box.first : box.last])
