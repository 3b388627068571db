"""Finds how far a label reaches: “Key points” over a list, “Related stories” over a run of links."""

from __future__ import annotations

from ..patterns import later
from .choosing.comments import are_comments
from .labels import label, label_key
from .outline import Box, Kind, State
from .scene import Scene, View
from .words import Meaning

_NOTE = later(r"\[?\(?(?:\d{1,3}|[*†‡])[\].)]?\s|\[\d{1,3}\]|\^")
_SECTION = later(r"(?:\d{1,2}\.)+(?:\d{1,2})?\s+(?=\D)")
"""The number of a section before its heading."""
_AMBIGUOUS = frozenset(["notes", "note", "notas", "noten", "noter", "anmerkungen", "opmerkingen", "merknader"])
"""Labels over notes of a text, and over what is to be known besides, as in recipes."""
_FEW = 5
"""So many labels of comments are followed: a page that has more prints the word over each of them."""
_LITTLE = 80
"""Where no more prose than this follows in the story, there is nothing to lose."""


def apply_labels(scene: Scene) -> None:
    """Gives every piece in a labelled box the label's section; what follows a label of comments is put outside."""
    comments = 0
    for view in scene.views:
        if view.zone == "outside" or view.label or view.number == scene.headline:
            continue
        section = label(view.text) or _numbered(view, scene)
        if section in ("", "control") or (section == "promo" and view.zone not in ("header", "body")):
            continue
        if section == "promo" and (view.piece.kind is Kind.ITEM or _is_told(view)):
            continue  # what asks for something among others of its kind says nothing of those after it
        if section == "comments" and view.piece.kind is Kind.CONTROL:
            continue  # a button that leads to them
        if section == "comments":
            comments += 1
            if comments <= _FEW:
                _cut_comments(view, scene)
            continue
        if section == "highlight" and view.number > scene.body_first + 2 and view.state & State.ASIDE:
            continue  # a box of points beside the story sums up something else
        if section == "footnote" and not (_is_last(view, scene) and _are_noted(view, scene)):
            continue
        if section == "related" and view.zone == "after" and not view.inside and not scene.contained:
            section = "elsewhere"
        end = _until_next(scene, view.number, _end(view, scene, section), section)
        if end == view.number + 1 and _is_doubled(view, scene, section):
            view.label, view.label_text = section, view.text
        if end > view.number + 1:
            for member in scene.views[view.number : end]:
                member.label, member.label_text = section, view.text


def _is_told(view: View) -> bool:
    """Whether a text is a sentence without a link, in no card: one of a description, say, and no label over a box."""
    return view.piece.kind is Kind.TEXT and view.measured.ends and not view.piece.linked and not view.measured.card


def _numbered(view: View, scene: Scene) -> str:
    """ "footnote" for the numbered heading of references, “9. References”, where a list stands under it; else ""."""
    found = _SECTION.match(view.text) if view.piece.kind is Kind.HEADING else None
    if found is None or label(view.text[found.end() :]) != "footnote":
        return ""
    following = [other for other in scene.views[view.number + 1 : view.number + 3] if not _is_numbered(other)]
    return "footnote" if following and following[0].piece.kind in (Kind.ITEM, Kind.TERM, Kind.TABLE) else ""


def _is_numbered(view: View) -> bool:
    return view.piece.kind is Kind.HEADING and _SECTION.match(view.text) is not None


def _is_doubled(view: View, scene: Scene, section: str) -> bool:
    """Whether a heading with the same meaning stands right under a label: “References”, and under it “Notes”."""
    following = scene.views[view.number + 1 : view.number + 2]
    return bool(following) and following[0].piece.kind is Kind.HEADING and label(following[0].text) == section


def _are_noted(view: View, scene: Scene) -> bool:
    """Whether what stands under “Notes” is notes of a text; a recipe has notes, too, that belong to it."""
    if label_key(view.text) not in _AMBIGUOUS:
        return True
    following = scene.views[view.number + 1 : view.number + 4]
    marked = any(_NOTE.match(other.text) or other.trail & Meaning.FOOTNOTE for other in following)
    return marked or any(href.startswith("#") for other in following for _, _, href in other.piece.links)


def _begins_noted(view: View, scene: Scene) -> bool:
    following = scene.views[view.number + 1 : view.number + 2]
    return bool(following) and _NOTE.match(following[0].text) is not None


def _is_last(view: View, scene: Scene) -> bool:
    """Whether a label stands near the end of the text, and not over a section of it, in a box or in a table."""
    if view.trail & Meaning.SIDEBAR or (view.state & State.TABLE and not scene.core.state & State.TABLE):
        return False
    rest = scene.measures.prose_between(view.number, max(view.number, scene.body_last + 1))
    return rest < 0.25 * scene.measures.prose(scene.core)


def _end(view: View, scene: Scene, section: str) -> int:
    """The number after the last piece that a label is printed over; the next number where it is over nothing."""
    box: Box | None = view.piece.box
    best = view.number + 1
    while (
        box is not None and box.first >= view.number - 1 and box is not scene.core and box.tag not in ("body", "html")
    ):
        rest = scene.views[view.number + 1 : min(box.last, view.number + 20)]
        if not all(map(_is_mere, rest)) and _suits(box, scene, section):
            best = box.last
        box = box.parent
    if best > view.number + 1:
        return best
    end = view.number + 1
    father = _beside(view, scene)
    for member in scene.views[end : end + 60]:
        if not father.first <= member.number < father.last:
            break
        if member.piece.kind is Kind.HEADING and not member.measured.card:
            break
        noted = section == "footnote" and member.piece.kind is Kind.TEXT and _begins_noted(view, scene)
        if not _is_mere(member) and not _suits_alone(member, section) and not noted:
            break
        end += 1
    return end


def _until_next(scene: Scene, start: int, end: int, section: str) -> int:
    """Where a labelled range ends: before a heading inside it that is a label of something else."""
    for member in scene.views[start + 1 : end]:
        other = label(member.text)
        if other not in ("", "control", "comments", section) and (
            member.piece.kind is Kind.HEADING or section == "highlight"
        ):
            return member.number
    return end


def _is_mere(view: View) -> bool:
    """Whether a piece is hidden, or the word of a control such as “[edit]”: no part of what a label is over."""
    return bool(view.state & State.HIDDEN) or label(view.text) == "control"


def _beside(view: View, scene: Scene) -> Box:
    """The box whose pieces stand under a label: its parent, or the next one out that has more in it than the label."""
    box = view.piece.box
    after = view.number + 1
    while after < len(scene.views) and _is_mere(scene.views[after]):
        after += 1
    while box.parent is not None and box.last <= after:
        box = box.parent
    return box


def _suits(box: Box, scene: Scene, section: str) -> bool:
    size = scene.measures.size(box) or 1
    if section in ("related", "elsewhere"):
        prose = scene.measures.prose(box)
        return scene.measures.linked(box) > 0.25 * size and (prose < 0.4 * size or box.first > scene.body_last)
    if section == "highlight":
        few = size < 2500 and box.last - box.first <= 14
        return few and box.first <= scene.body_first + 1 and scene.measures.linked(box) < 0.5 * size
    if section == "sidebar" and scene.measures.linked(box) > 0.6 * size:
        return False
    if section == "promo":
        return size < 600 and box.last - box.first <= 8
    return scene.measures.prose(box) < 0.3 * scene.measures.prose(scene.core)


def _suits_alone(view: View, section: str) -> bool:
    if section in ("related", "elsewhere"):
        listed = view.piece.kind is Kind.ITEM and view.piece.linked > 0 and view.size < 200
        return view.link_share > 0.7 or view.measured.card or listed
    if section == "highlight":
        return view.piece.kind is Kind.ITEM and view.link_share < 0.7
    if section in ("sidebar", "promo"):
        return False
    return view.piece.kind is Kind.ITEM or view.zone == "after"


def _cut_comments(view: View, scene: Scene) -> None:
    """Puts everything after a label of comments outside, where most of the text stands before it."""
    before = scene.measures.prose_between(scene.core.first, view.number)
    after = scene.measures.prose_between(view.number, scene.core.last) if view.number < scene.core.last else 0.0
    if before < after * 0.5 or before == 0:
        return
    named = view.trail & Meaning.COMMENTS
    if after > _LITTLE and not named and not are_comments(scene.outline.pieces, view.number):
        return  # a section of the text that is called so
    fathers = {id(m.piece.box.parent) for m in scene.measures.pieces[scene.core.first : view.number] if m.prose}
    for member in scene.views[view.number :]:
        if member.measured.prose and id(member.piece.box.parent) in fathers:
            return
    for member in scene.views[view.number :]:
        noted = member.trail & Meaning.FOOTNOTE and scene.core.first <= member.number < scene.core.last
        member.zone = "after" if noted else "outside"
