"""Rules for what stands between the headline and the body: deck, byline, dateline."""

from __future__ import annotations

import re

from ...patterns import later
from ...story import Role
from ..choosing.core import make_of
from ..kinds.lone_names import lone_name
from ..labels import asks, is_credits, label
from ..outline import Kind, State
from ..scene import Scene, View, folded
from ..shapes import has_date, is_byline, is_date, is_date_word, is_name
from ..words import Meaning
from . import bylines
from .bylines import near_top
from .rule import RoleRule


def _dateline(view: View, scene: Scene) -> str:
    if _VERSION.fullmatch(view.text):
        return ""
    if _is_dated_line(view, scene):
        return "a date under the text, with a word that dates have"
    if _is_place(view, scene):
        return "a place in capitals over the first paragraph"
    if (view.zone == "after" and not view.trail & Meaning.DATE and not view.piece.timed) or is_byline(view.text):
        return ""
    if not view.trail & Meaning.DATE and lone_name(view, scene):
        return ""
    if view.trail & Meaning.MEDIA and not has_date(view.text):
        return ""  # how long a recording is
    if is_date(view.text) and not view.measured.card and not is_byline(view.text):
        return "it is a date"
    if _is_publication(view, scene):
        return "it says when it was first published"
    if near_top(view, scene) and view.size < 120 and (has_date(view.text) or view.piece.timed):
        if view.trail & Meaning.DATE or view.piece.timed:
            return "a name on it says date"
        few = len(view.text.split()) <= 7 and view.piece.kind is not Kind.ITEM
        if view.measured.sentences < 2 and few and not is_byline(view.text):
            return "a short line with a date under the headline"
    return ""


_PLACE = later(r"[^\W\d_]{3,}(?:[ .’'-]+[^\W\d_]+)*, ?[^\W\d_]+(?:[ .]+[^\W\d_]+)*\.?")


def _is_place(view: View, scene: Scene) -> bool:
    """Whether a short line over the first paragraph is a town and its land in capitals: “BAAR, SWITZERLAND”."""
    if view.size > 40 or not view.text.isupper() or view.piece.linked or view.piece.kind is not Kind.TEXT:
        return False
    following = scene.views[view.number + 1 : view.number + 2]
    first = scene.body_first - 1 <= view.number <= scene.body_first + 1
    return first and bool(following and following[0].measured.prose) and _PLACE.fullmatch(view.text) is not None


def _is_dated_line(view: View, scene: Scene) -> bool:
    """Whether a line shortly after the body is little more than a date: when the story was printed or changed."""
    if view.zone not in ("body", "after") or not 0 < view.number - scene.body_last + _SHORTLY <= 2 * _SHORTLY:
        return False
    if view.size > 90 or view.measured.card or not scene.contained or view.piece.linked:
        return False
    if scene.measures.prose_between(min(view.number, scene.body_last) + 1, scene.body_last + 1) > 100:
        return False
    return is_date(view.text) and (
        any(map(is_date_word, view.text.split())) or _DATED_EAST.search(view.text) is not None
    )


_DATED_EAST = later("更新|公開|配信|掲載|发布|發布|发表|입력|수정|등록|게재|업데이트")
"""Such words where no spaces stand around them."""


def _is_publication(view: View, scene: Scene) -> bool:
    """Whether a line at the end says when the story was published: “First published 1 May 2020”."""
    if view.zone not in ("body", "after") or view.size >= 110:
        return False
    if scene.measures.prose_between(min(view.number, scene.body_last) + 1, scene.body_last + 1) >= 100:
        return False
    return is_credits(view.text) and has_date(view.text)


def _deck(view: View, scene: Scene) -> str:
    if (
        scene.thread
        or view.zone not in ("header", "body")
        or view.size < 12
        or view.link_share > 0.6
        or view.size > 700
    ):
        return ""
    if view.number > scene.body_first + 3 or view.piece.kind not in (Kind.TEXT, Kind.HEADING):
        return ""
    line = view.zone == "header" and view.number == scene.headline + 1 and _is_line(view)
    no_deck = _NO_DECK & ~Meaning.KICKER if line else _NO_DECK
    if view.state & State.HEADER and view.state & State.ARTICLE and not view.piece.linked:
        no_deck &= ~Meaning.RELATED  # a teaser of the story itself
    if view.trail & no_deck or view.state & State.ASIDE or view.measured.card:
        return ""
    if view.piece.kind is Kind.HEADING and view.zone != "header":
        return ""
    if asks(view.text) or is_credits(view.text) or label(view.text):
        return ""
    if (view.near & Meaning.DECK and view.number <= scene.body_first) or (
        view.trail & Meaning.DECK and not view.like_body
    ):
        return "a name on its box says standfirst"
    outside_core = not scene.core.first <= view.number < scene.core.last
    if view.number in scene.spoken and view.zone == "header" and view.size > 25 and outside_core:
        return "the publisher wants it read aloud (speakable), and it stands above the body"
    above = scene.views[view.number - 1]
    headed = above.piece.kind is Kind.HEADING and above.number != scene.headline  # the abstract of a paper
    if view.trail & Meaning.SUMMARY and view.measured.sentences and not view.made_like_body and not headed:
        return "a name on its box says summary"
    ends = view.text.endswith((".", "”", "。", '"')) or not view.text[-1:].isascii()
    if view.piece.bold > 0.9 * len(view.text) and ends and view.number <= scene.body_first:
        return "all of it is bold, above the body"
    if view.number == scene.body_first and view.size < 300 and view.measured.ends and _leads_to_header(view, scene):
        return "author, date or highlights come after it"
    in_core = scene.core.first <= view.number < scene.core.last
    apart = not view.made_like_body or not in_core or _stands_apart(view, scene)
    if apart and view.piece.box.tag != "li" and _is_described(view, scene):
        return "it is the page's own description of itself"
    if line and view.measured.ends and _is_followed(view, scene):
        return "a sentence right under the headline, with author or date behind it"
    if _goes_on(view, scene):
        return "it is made like the standfirst before it, and unlike the text"
    if view.zone != "header" or (view.like_body and in_core):
        return ""
    if view.piece.kind is Kind.HEADING and view.number == scene.headline + 1 and _is_followed(view, scene):
        return "a second heading right under the headline"
    if view.size < 25:
        return ""
    if line:
        return "a line of text right under the headline"
    if view.piece.kind is Kind.HEADING and not in_core:
        return "a heading between the headline and the body"
    if view.measured.ends and not in_core:
        return "it stands between the headline and the body"
    return ""


def _is_line(view: View) -> bool:
    """Whether a piece is long enough for a line of text, as names of sections and counters are not."""
    words = view.text.split()
    long_enough = len(words) >= 6 or (len(words) <= 2 and view.size >= 30)
    dated = has_date(view.text)
    return (
        view.piece.kind is Kind.TEXT and long_enough and not view.piece.linked and not dated and not is_name(view.text)
    )


def _is_followed(view: View, scene: Scene) -> bool:
    """Whether author, date or a picture stand between a heading and the body, so that it heads no section."""
    between = scene.views[view.number + 1 : scene.body_first]
    return any(is_date(other.text) or is_byline(other.text) or scene.author_in(other.text) for other in between)


_BEGUN = (Role.HIGHLIGHT, Role.BYLINE, Role.DATELINE)


def _leads_to_header(view: View, scene: Scene) -> bool:
    """Whether one of the next pieces belongs to the header of a story: what stands before it is no body yet."""
    above = scene.views[scene.headline + 1 : view.number] if scene.headline >= 0 else []
    if any(other.piece.kind is Kind.HEADING or other.role in _BEGUN for other in above):
        return False
    for other in scene.views[view.number + 1 : view.number + 4]:
        elsewhere = other.piece.box.parent not in (view.piece.box.parent, scene.core)
        if elsewhere and other.measured.prose:
            return False
        if is_byline(other.text) or is_date(other.text) or scene.author_in(other.text) == other.text:
            return True
        if label(other.text) == "highlight":
            return True
        if other.measured.prose > 60:
            return False
    return False


def _goes_on(view: View, scene: Scene) -> bool:
    """Whether a paragraph goes on with the standfirst: pictures may stand between, but no text."""
    if view.made_like_body or view.piece.kind is not Kind.TEXT:
        return False
    for other in reversed(scene.views[max(0, view.number - _NEARBY) : view.number]):
        if other.role is Role.DECK:
            return make_of(other.piece) == make_of(view.piece)
        if other.role is Role.PARAGRAPH:
            return False
    return False


def _stands_apart(view: View, scene: Scene) -> bool:
    """Whether the first piece of the body shares a box with the headline that holds nothing of the body's rest."""
    if view.number != scene.body_first or view.size > 300 or scene.headline < 0:
        return False
    box = view.piece.box.parent
    return box is not None and box.first <= scene.headline and box.last <= scene.body_first + 3


def _is_described(view: View, scene: Scene) -> bool:
    """Whether the page describes itself with this text, which begins the body or goes on with a standfirst."""
    if view.state & State.QUOTE or (
        view.number > scene.body_first and scene.views[view.number - 1].role is not Role.DECK
    ):
        return False
    mine = folded(view.text)
    return len(mine) > 20 and any(mine[:80] in folded(told) for told in scene.told.descriptions)


_VERSION = re.compile(r"(?:since|seit|depuis|desde|new in|added in):? (?:version )?\d+(?:\.\d+)+\.?", re.I)
"""Since when something is there, in a manual."""
_NEARBY = 16
_SHORTLY = 6
_NO_DECK = (
    Meaning.SIGNUP | Meaning.RELATED | Meaning.BIO | Meaning.MEDIA | Meaning.GALLERY | Meaning.SHARE | Meaning.AD
    | Meaning.KICKER | Meaning.SIDEBAR
)  # fmt: skip
RULES = (
    RoleRule("dateline", Role.DATELINE, _dateline),
    bylines.RULE,
    RoleRule("deck", Role.DECK, _deck),
)
