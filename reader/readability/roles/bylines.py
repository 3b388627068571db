"""Rules for the names of who wrote a story, and for what stands beside them."""

from __future__ import annotations

import re

from ...story import Role
from ..kinds.lone_names import is_desk, lone_name
from ..kinds.people import holds_office, names_people
from ..labels import asks, is_credits, label
from ..outline import Kind, State
from ..scene import Scene, View
from ..shapes import has_date, is_author_word, is_byline, is_credit, is_date, is_name, is_page_of_author
from ..words import Meaning
from .rule import RoleRule

_LONGEST_OVER_ENTRY = 100
"""No line that says who wrote an entry is longer."""
_SENTENCE = 6
"""A sentence that begins with “By” has so many words."""
_SHORTLY = 6
"""So few pieces after the body a name still signs it."""


def near_top(view: View, scene: Scene) -> bool:
    """Whether a piece stands between headline and body, or shortly above the headline."""
    return view.zone == "header" or (view.zone == "above" and view.number > scene.headline - 8)


def _beside_date(view: View, scene: Scene) -> bool:
    around = scene.views[max(0, view.number - 1) : view.number + 2]
    if all(label(word) == "control" for word in view.text.split()):
        return False
    return any(other is not view and is_date(other.text) and _is_early(other, scene) for other in around)


def _is_early(view: View, scene: Scene) -> bool:
    """Whether a piece is of the header, or shortly behind a standfirst that was taken for the first paragraph."""
    if view.zone != "body" or scene.headline < 0:
        return view.zone == "header"
    above = scene.views[scene.headline + 1 : view.number]
    return len(above) <= _SHORTLY and not any(other.role is Role.PARAGRAPH for other in above)


def _is_told(view: View) -> bool:
    """Whether a line is made like the text and ends as a sentence does: “By Friday the water had gone.”"""
    words = view.text.split()
    return view.made_like_body and view.text.endswith(".") and len(words) >= _SENTENCE and words[-1].islower()


def _byline(view: View, scene: Scene) -> str:
    if (view.zone in ("header", "after") or view.number == scene.body_last) and _is_signed(view, scene):
        return "the name of an author, by its link, its box or its place"
    within = view.zone == "body" and view.number > scene.body_first + 1
    if within and (view.size >= _LONGEST_OVER_ENTRY or not (is_byline(view.text) or _is_person(view))):
        return ""
    if view.number > scene.body_first + 3 and is_credits(view.text) and not view.trail & Meaning.BYLINE:
        return ""
    if view.zone == "header" and (signs_with_link(view) or is_beside_author(view, scene)):
        return "the linked name of an author, or what stands beside it"
    if view.zone == "header" and _is_called_author(view, scene):
        return "words for screen readers beside it say author"
    over_entry = view.zone == "body" and view.size < _LONGEST_OVER_ENTRY and is_byline(view.text)
    if over_entry and (view.trail & Meaning.BYLINE or has_date(view.text) or _begins_entry(view, scene)):
        return "it says who wrote what follows, as over each entry"
    if view.zone == "body" and _is_person(view) and _begins_entry(view, scene):
        return "a name under the time or the heading of an entry"
    if view.zone == "body" and scene.dated_entries > 1 and _is_person(view) and _is_named_above(view, scene):
        return "the name of one who writes this report, beside an entry"
    if within or (view.measured.card and view.zone != "header"):
        return ""
    if view.size > 200 or view.measured.sentences > 2:
        return ""
    text = view.text.casefold()
    authors = scene.told.authors
    named = scene.author_in(view.text)
    short = view.measured.sentences < 2 and len(view.text) <= len(" ".join(authors)) + 60
    if named and short and view.zone != "after" and not asks(view.text):
        return f"it names the author the page tells of, {named}"
    if is_name(view.text) and _is_early(view, scene) and _beside_date(view, scene) and not is_desk(view.text):
        return "a name beside the date"
    if evidence := lone_name(view, scene):
        return evidence
    if view.zone == "header" and _names_writers(view, scene):
        return "names with what they are, beside the date or right under the headline"
    if is_byline(view.text) and not _is_told(view) and (view.zone != "after" or view.number < scene.body_last + 12):
        return "it says who wrote it"
    said = view.piece.kind is Kind.HEADING and view.measured.ends
    if view.trail & Meaning.BYLINE and view.size < 120 and near_top(view, scene) and not said:
        words = set(text.split())
        if not authors or any(words & set(author.casefold().split()) for author in authors):
            return "a name on its box says author"
    return ""


_LONGEST_BESIDE = 80


def signs_with_link(view: View) -> bool:
    """Whether a short line begins with the linked name of an author, and goes on with what that author is."""
    links = view.piece.links
    if view.size > _LONGEST_BESIDE or not links or links[0][0] > 3 or not is_page_of_author(links[0][2]):
        return False
    rest = view.text[links[0][1] :]
    return is_name(view.text[links[0][0] : links[0][1]]) and (not rest.strip() or holds_office(rest))


def is_beside_author(view: View, scene: Scene) -> bool:
    """Whether a line of the header under a name says what that author is, or who took the pictures."""
    above = scene.views[max(0, view.number - 1) : view.number]
    if not above or above[0].role is not Role.BYLINE or view.size > _LONGEST_BESIDE or view.measured.ends:
        return False
    if view.zone != "header" or view.state & State.FIGURE:
        return False
    return holds_office(view.text) or (":" in view.text and is_credit(view.text) and not view.figure)


def _is_named_above(view: View, scene: Scene) -> bool:
    header = scene.views[max(0, scene.headline) : scene.body_first + 1]
    return any(other.role is Role.BYLINE and view.text in other.text for other in header)


def _names_writers(view: View, scene: Scene) -> bool:
    """Whether a line names people beside the date, or says what the one is whom the line above names."""
    if view.measured.ends or view.measured.card or view.state & State.FIGURE or view.trail & _NO_WRITER:
        return False
    if not names_people(view.text):
        return False
    around = scene.views[max(0, view.number - 2) : view.number + 3]
    dated = any(other is not view and other.zone == "header" and is_date(other.text) for other in around)
    return dated or (holds_office(view.text) and view.number <= scene.headline + 3)


_NO_WRITER = Meaning.CAPTION | Meaning.CREDIT | Meaning.RELATED | Meaning.SIGNUP | Meaning.TAGS


def _is_signed(view: View, scene: Scene) -> bool:
    """Whether a name is that of the author: it leads to the page of one, or stands under a text with no name above."""
    text = view.text.partition("(")[0].rstrip(" ,.")
    if view.size > 80 or view.measured.card or view.state & State.QUOTE:
        return False
    return _is_named(view, text, scene) and not asks(view.text)


def _is_named(view: View, text: str, scene: Scene) -> bool:
    links = view.piece.links
    linked = bool(links) and view.link_share > 0.5 and is_page_of_author(links[0][2])
    if view.zone == "header":
        return linked and is_name(text)
    if view.number > scene.body_last + _SHORTLY or _has_byline(scene):
        return False
    if view.zone == "body":
        return view.number == scene.body_last and not view.measured.ends and is_name(text)
    return (linked or bool(view.trail & Meaning.BYLINE)) and is_name(" ".join(text.split()[:4]))


def _is_called_author(view: View, scene: Scene) -> bool:
    """Whether a hidden word of the same box, which a screen reader would say before a name, is that of an author."""
    if view.size > 80 or view.measured.ends or view.state & State.HIDDEN:
        return False
    beside = scene.views[max(0, view.number - 1) : view.number + 3]
    return any(
        other.state & State.HIDDEN and other.piece.box.parent is view.piece.box and is_author_word(other.text)
        for other in beside
    )


def _has_byline(scene: Scene) -> bool:
    return any(other.role is Role.BYLINE for other in scene.views[max(0, scene.headline - 8) : scene.body_first + 2])


_FROM = re.compile(r"(?:from|av|von|par|por|di|da|fra|från) ", re.I)
"""How a line over an entry may begin that goes on with a name."""


def _is_person(view: View) -> bool:
    """Whether a short line may be the name of whoever wrote an entry: “Ann Lee”, “From CNN's Ann Lee”."""
    if view.piece.kind is not Kind.TEXT or view.size > 60 or view.measured.ends or view.measured.card:
        return False
    return is_name(view.text) or (_FROM.match(view.text) is not None and is_name(_FROM.sub("", view.text)))


def _begins_entry(view: View, scene: Scene) -> bool:
    """Whether one of the two pieces above is the time or the heading of an entry, and several entries are dated."""
    above = scene.views[max(0, view.number - 3) : view.number]
    dated = any(other.role is Role.DATELINE and other.zone == "body" for other in above)
    return dated or (scene.dated_entries >= 2 and bool(above) and above[-1].role is Role.HEADING)


RULE = RoleRule("byline", Role.BYLINE, _byline)
