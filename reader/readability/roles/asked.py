"""Rules for promos that are told by how they are made: a button, a title behind a colon, the words of a site."""

from __future__ import annotations

import re

from ...patterns import later
from ...story import Role
from ..kinds.address import Register, address, is_known, may_name_site, quiet, register_of
from ..labels import is_credits
from ..language import language_in
from ..outline import Kind, State
from ..scene import Scene, View
from .buttons import LONGEST_BUTTON, is_with_answers, is_with_button
from .rule import RoleRule

ZONES = ("header", "body", "after")
KINDS = (Kind.TEXT, Kind.HEADING, Kind.ITEM)
QUOTED = tuple("\"“”„«»‘'「『–—")
"""How a sentence begins that somebody says."""
LONGEST_TITLE = 160
_LONGEST = 320


def _made_as_promo(view: View, scene: Scene) -> str:
    if _is_addressed(view, scene):
        return "the page speaks to its reader of itself, as the story around it does not"
    if _is_button_behind(view, scene):
        return "a sentence with a button behind it"
    if _is_title_behind_colon(view, scene):
        return "a few words, a colon, and the linked title of another story"
    if is_with_answers(view, scene):
        return "a question with buttons for its answers"
    return "it shares a small box with a button" if is_with_button(view, scene) else ""


def _is_addressed(view: View, scene: Scene) -> bool:
    """Whether a short piece speaks to a reader of what belongs to the site; the plainer it is set, the more it must."""
    if scene.thread or view.zone not in ZONES or view.piece.kind not in KINDS or not 8 < view.size < _LONGEST_REQUEST:
        return False
    if view.state & State.QUOTE or view.text.startswith(QUOTED) or view.measured.sentences > 3:
        return False
    language = _language(scene)
    if not may_name_site(view.text, language) or address(view.text, quiet(language)).weight < _LEAST:
        return False  # before the whole story is looked through
    if is_credits(view.text):
        return False
    register = register_in(scene)
    found = address(view.text, register)
    if register.personal and not is_loud(view):
        return False
    spoken = found.reader or found.we or (found.site > 2 and not register.personal)
    least = (2 if is_loud(view) and view.piece.kind is Kind.TEXT else 3) + register.personal
    return spoken and found.weight >= least and not _is_of_entry(view, scene)


def _is_of_entry(view: View, scene: Scene) -> bool:
    """Whether a piece stands in one of several boxes with a day or a time and text each: those of a live report."""
    for box in view.piece.box.chain():
        if box is scene.core or not box.within(scene.core):
            return False
        inside = scene.views[box.first : box.last]
        if any(other.piece.timed or other.role is Role.DATELINE for other in inside if other is not view):
            body = (other for other in scene.views[scene.body_first : scene.body_last + 1] if other.measured.prose)
            around = (outer for other in body for outer in other.piece.box.chain())
            alike = {id(outer) for outer in around if outer.parent is box.parent and outer.tag == box.tag}
            return len(alike - {id(box)}) >= _FEWEST_ENTRIES
    return False


_FEWEST_ENTRIES = 3


_LONGEST_REQUEST = 260
_LEAST = 2
_BRIEF = 45
_SAMPLE = 1000


def is_loud(view: View) -> bool:
    """Whether a piece is set otherwise than the text: apart, in bold or italics, as links, or as a few words only."""
    return (
        not view.made_like_body
        or view.piece.bold > 0.9 * len(view.text)
        or bool(view.piece.tags & {"em", "i"})
        or view.link_share > 0.3
        or view.size < _BRIEF
    )


def register_in(scene: Scene) -> Register:
    """How the story speaks: found out once, and only for a page with a line that may speak of the site."""
    if scene.register is None:
        scene.register = register_of(_texts(scene), _language(scene))
    return scene.register


def may_be_of_site(view: View, scene: Scene) -> bool:
    """Whether a piece may name what belongs to a site and not to its stories, as far as its language is known."""
    language = _language(scene)
    return not is_known(language) or may_name_site(view.text, language)


def _language(scene: Scene) -> str:
    if scene.language is None:
        scene.language = scene.told.language or language_in(" ".join(_texts(scene))[:_SAMPLE])
    return scene.language


def _texts(scene: Scene) -> list[str]:
    body = scene.views[scene.body_first : scene.body_last + 1]
    return [view.text for view in body if view.made_like_body and view.measured.prose]


_ENDED = later("[.!?…。！？؟।][\"'”’»)」』]*$")


def _is_button_behind(view: View, scene: Scene) -> bool:
    """Whether a few linked words stand behind the end of the last sentence, as no writer links them: “… Get it”."""
    links = view.piece.links
    if view.zone != "body" or not links or view.size > _LONGEST or view.piece.kind is not Kind.TEXT or scene.thread:
        return False
    start, end, target = links[-1]
    button = view.text[start:end].strip()
    if target.startswith("#") or not any(map(str.isalpha, button)):
        return False  # the sign of a note
    if view.text[end:].strip() or not 2 < len(button) <= LONGEST_BUTTON or _ENDED.search(button):
        return False
    return len(button.split()) <= 4 and _ENDED.search(view.text[:start].rstrip()) is not None


_HEAD = re.compile(r"\W*((?:[^\W\d][^:：|\n]{1,24}))\s?[:：|]\s*\W*")
_SHORTEST_TITLE = 15


def _is_title_behind_colon(view: View, scene: Scene) -> bool:
    """Whether a few words with a colon stand before one link that is all of the rest, and no sentence."""
    links = view.piece.links
    if scene.thread or view.zone != "body" or len(links) != 1 or view.piece.kind is not Kind.TEXT or not is_title(view):
        return False
    start, end, _ = links[0]
    head = _HEAD.fullmatch(view.text[:start])
    title = view.text[start:end].strip()
    long_enough = len(title) >= _SHORTEST_TITLE and (len(title.split()) > 2 or not title.isascii())
    return head is not None and long_enough and not any(map(str.isalnum, view.text[end:])) and "@" not in title


def is_title(view: View) -> bool:
    return view.size < LONGEST_TITLE and (not view.text.endswith((".", "。", "।")) or view.link_share > 0.6)


RULES = (RoleRule("promo by its make", Role.PROMO, _made_as_promo),)
