"""Rules for lines that a page prints about itself: newsletters, subscriptions, advertising, players, corrections."""

from __future__ import annotations

import re

from ...patterns import later
from ...story import Role
from ..kinds.notices import counts_comments, notice, tells_profession
from ..labels import is_lead, label
from ..outline import Kind, State
from ..scene import Scene, View
from ..shapes import is_name
from ..vocabulary import words
from .asked import KINDS, QUOTED, ZONES, is_loud, is_title, register_in
from .rule import RoleRule

_LONGEST = 320
_LONGEST_LABEL = 130
_LONGEST_ENTRY = 40
"""No entry of a menu is longer."""


def _said(view: View, scene: Scene) -> str:
    """Which section of the notices a piece is from that may be one where it stands; else ""."""
    if scene.thread or view.zone not in ZONES or view.piece.kind not in KINDS or view.size > _LONGEST:
        return ""
    if view.state & State.QUOTE or view.text.startswith(QUOTED):
        return ""
    return notice(view.text)


def _promo(view: View, scene: Scene) -> str:
    said = _said(view, scene)
    if said == "promo" and (is_loud(view) or not register_in(scene).personal):
        return "the page speaks of itself, and asks something of the reader"
    if said == "lead" and is_title(view) and not label(view.text):
        return "it leads to another story"
    strong = view.zone in ZONES and view.piece.kind in (Kind.TEXT, Kind.HEADING)
    return "it leads to another story" if strong and _leads(view, scene) else ""


def _is_in_menu(view: View, scene: Scene) -> bool:
    """Whether a link beside the text is one of several side by side, each in a small box of its own and made alike."""
    if view.zone == "body" or view.link_share < 0.9:
        return False
    return any(
        other.link_share > 0.9
        and other.size < _LONGEST_ENTRY
        and other.piece.box is not view.piece.box
        and other.piece.box.parent is view.piece.box.parent
        and other.piece.box.tag == view.piece.box.tag
        for other in (scene.views[number] for number in (view.number - 1, view.number + 1) if number < len(scene.views))
    )


def _leads(view: View, scene: Scene) -> bool:
    """Whether a line with a colon says by several words that it leads elsewhere, and has a title and no sentence."""
    head, colon, title = view.text.replace("：", ":").replace("|", ":").partition(":")
    return bool(colon and title and " " in head.strip()) and is_lead(view.text) and is_title(view) and not scene.thread


def _label(view: View, scene: Scene) -> str:
    short = view.size < _LONGEST_LABEL and not (view.measured.ends and "," in view.text)
    said = _said(view, scene) if short else ""
    if said == "promo" and _is_in_menu(view, scene):
        return "it asks something of the reader as one of several links side by side"
    return "words of an advertisement, a player or a button" if said in _LABELS else ""


_LABELS = ("ad", "player", "share")
_LENGTH = re.compile(r"\W*\d{1,3}(?::\d\d| ?min\w*\.?)\W*$", re.I)
"""How long a recording is, behind the word of its button."""
_READ = re.compile(rf"\bread(?:ing)?\b|t[ie]+mpo d[ei] l|{'|'.join(sorted(words('lines', 'reading time')))}", re.I)
_CLOCKS = re.compile(r"\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?")
_SECTION = later(r"(?:\d{1,2}\.)+(?:\d{1,2})?\s")
"""The number of a section before its heading, which counts nothing."""
_COUNTED = re.compile(
    r"[\d.,]+\s?(?:件|条|條|則|개)?\s?(?:の)?(\D{2,})|(\D{2,}?)\s?[:：(（]?\s?[\d.,]+\s?(?:件|条|條|則|개)?[)）]?"
)


def _measured(view: View, scene: Scene) -> str:
    """How long it takes to read or to hear a story, how far a recording is, how many comments there are."""
    if view.zone not in ZONES or view.piece.kind not in KINDS or view.size > 60 or scene.thread:
        return ""
    if not any(map(str.isdigit, view.text)):
        return ""
    if _CLOCKS.fullmatch(view.text):
        return "the clock of a player"
    if _READ.search(view.text) and len(view.text.split()) <= 6 and not view.piece.timed:
        return "how long the story takes to read"
    named = _LENGTH.sub("", view.text)
    if named != view.text and (label(named) == "control" or notice(named) == "player"):
        return "a button, and how long the recording is"
    if view.piece.kind is Kind.HEADING and _SECTION.match(view.text):
        return ""
    counted = _COUNTED.fullmatch(view.text.strip())
    what = next(filter(None, counted.groups()), "") if counted else ""
    return "how many comments there are" if counts_comments(what) else ""


_SIGN = re.compile(r"[(（\[［【/][^()（）\[\].。!?]{2,24}[)）\]］】/]")


def _note(view: View, scene: Scene) -> str:
    if _said(view, scene) == "note":
        return "it says how the story came to be"
    if view.zone == "header" or view.number < scene.body_last - 2 or view.size > _LONGEST or scene.thread:
        return ""
    rest = scene.measures.prose_between(min(view.number, scene.body_last) + 1, scene.body_last + 1)
    if rest > 0.06 * scene.measures.prose(scene.core) or view.zone not in ZONES or view.piece.kind is not Kind.TEXT:
        return ""
    if view.number >= scene.body_last - 1 and _SIGN.fullmatch(view.text):
        return "a name in brackets when the story is over"
    named = is_name(" ".join(view.text.split()[:2])) and not view.state & State.QUOTE
    return "it tells of the author, by name" if named and tells_profession(view.text) else ""


RULES = (
    RoleRule("notice", Role.BOILERPLATE, _measured),
    RoleRule("notice", Role.BOILERPLATE, _label),
    RoleRule("notice", Role.PROMO, _promo),
    RoleRule("notice", Role.FOOTNOTE, _note),
)
