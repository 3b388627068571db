"""Rules for what is no part of the story: page furniture, controls, hidden text."""

from __future__ import annotations

import re
from itertools import pairwise

from ...patterns import later
from ...story import Role
from ..labels import is_tags, label
from ..outline import Kind, State
from ..scene import Scene, View, folded
from ..shapes import is_byline, is_date, is_rating
from ..words import Meaning
from . import numbers
from .manuals import is_address
from .rule import RoleRule

_NAMED = (
    (Meaning.SHARE, "sharing"),
    (Meaning.COMMENTS, "comments"),
    (Meaning.AD, "advertising"),
    (Meaning.CONSENT, "consent"),
    (Meaning.NAV, "navigation"),
    (Meaning.TAGS, "tags"),
    (Meaning.CONTENTS, "table of contents"),
)


_UNSEEN = later(r"\bsr-only\b|screen-?reader|visually-?hidden|u-srOnly|offscreen", re.I)
_COUNT = re.compile(
    r"[^\W\d]+(?: [^\W\d]+)?[:：]? ?\d[\d.,]*|(?:[^\W\d]+ )?\d[\d.,]* (?:of|/|von|sur|de|av|af) (?:/ )?\d+"
)


_DATED = later(r"\b(?:1[89]|20)\d\d\b")
"""A year counts nothing."""


def _is_dated(text: str) -> bool:
    return is_date(text) or _DATED.search(text) is not None


def _headline(view: View, scene: Scene) -> str:
    return "the heading that says what the page says it is about" if view.number == scene.headline else ""


def _outside(view: View, scene: Scene) -> str:
    if view.passed_over:
        return f"it was passed over: {view.passed_over}"
    return f"it stands outside the story (that is {scene.where})" if view.zone == "outside" else ""


_OTHER_TEXTS = ("not about the headline", "another story", "longer than told")
"""The checks that a text fails which is worth reading by itself."""


def _beside(view: View, scene: Scene) -> str:
    """A text below the headline that is another story, or about something else: that it is there is said."""
    below = scene.headline < view.number and scene.body_first < view.number
    if not below or not view.passed_over.startswith(_OTHER_TEXTS):
        return ""
    return f"it was passed over: {view.passed_over}" if view.measured.raw or view.piece.kind is Kind.HEADING else ""


def _hidden(view: View, scene: Scene) -> str:
    if view.piece.kind is Kind.HEADING and _UNSEEN.search(view.piece.box.element.get("class") or ""):
        return "a name on it says that it is for screen readers only"
    if not view.state & (State.HIDDEN | State.NOSCRIPT):
        return ""
    gallery = (view.trail & Meaning.GALLERY or view.figure) and view.measured.ends
    if view.size > 25 and (view.piece.kind is Kind.CAPTION or view.trail & Meaning.CAPTION or gallery):
        return ""  # the captions of a gallery that shows one picture at a time
    return "the page does not show it"


def _control(view: View, scene: Scene) -> str:
    if label(view.text) == "control":
        return "words of a control"
    if view.piece.links and view.size < 200 and _are_controls(view):
        return "controls side by side"
    if view.piece.kind is Kind.CONTROL:
        small = view.size < 200 and not (view.zone in ("header", "body") and view.measured.ends and view.size > 25)
        return f"a control or its label ({view.piece.box.tag})" if small else ""
    if view.state & State.FORM and view.size < 200 and not (view.zone == "body" and view.measured.ends):
        return "it is part of a form"
    return ""


def _are_controls(view: View) -> bool:
    """Whether a line is links with the words of controls, and nothing else but how many stars readers gave."""
    rest, cursor = "", 0
    for start, end, _ in view.piece.links:
        if label(view.text[start:end]) != "control":
            return False
        rest += view.text[cursor:start]
        cursor = end
    rest += view.text[cursor:]
    return not any(map(str.isalnum, rest)) or is_rating(rest.strip())


def _furniture(view: View, scene: Scene) -> str:
    evidence = _is_away(view)
    if evidence and (is_byline(view.text) or is_date(view.text)):
        return ""
    return "" if evidence and view.zone in ("header", "above") and scene.author_in(view.text) else evidence


def _is_away(view: View) -> str:
    if view.state & State.NAV and view.measured.prose < 100:
        return "it is navigation"
    if view.state & State.FOOTER and not view.inside and view.measured.prose < 100:
        return "it is the foot of the page"
    if view.state & State.QUOTE and view.zone == "body" and view.measured.sentences:
        return ""
    for bit, words in _NAMED:
        if bit == Meaning.CONSENT and view.zone == "body" and view.piece.box.tag == "p":
            continue  # a link between paragraphs, which is called so too
        if bit == Meaning.CONTENTS and view.piece.kind in (Kind.CODE, Kind.TABLE, Kind.MATH):
            continue  # the contents of an example
        if view.trail & bit and (view.size < 140 or view.link_share > 0.5) and not view.like_body:
            return f"a name on its box says {words}"
    return ""


def _again(view: View, scene: Scene) -> str:
    if view.number == scene.headline or scene.headline < 0 or view.measured.prose or view.zone == "body":
        return ""
    headline = scene.views[scene.headline].text
    if len(headline) > 20 and folded(headline) in folded(view.text) and len(view.text) < len(headline) + 60:
        return "it repeats the headline"
    return ""


def _language(view: View, scene: Scene) -> str:
    """The name of a programming language over a sample, or the button that copies it."""
    following = scene.views[view.number + 1 : view.number + 3]
    if view.size > 15 or view.measured.ends or view.piece.kind not in (Kind.TEXT, Kind.CONTROL) or " " in view.text:
        return ""
    return "a word right above a code sample" if any(other.piece.kind is Kind.CODE for other in following[:1]) else ""


def _contents(view: View, scene: Scene) -> str:
    """A list of the page's own sections: links that all lead to a place on the same page."""
    if view.piece.kind not in (Kind.ITEM, Kind.TEXT) or view.label == "highlight":
        return ""
    within = sum(end - start for start, end, href in view.piece.links if href.startswith("#"))
    if view.piece.kind is Kind.TEXT:
        least = 0.9 if view.measured.ends else 0.7
        row = len(view.piece.links) > 1 and within > least * len(view.text)
        return "links to sections of the same page, side by side" if row else ""
    return "a link to a section of the same page" if within > 0.9 * len(view.text) else ""


def _number(view: View, scene: Scene) -> str:
    return "it counts what follows, and is said before it" if view.piece.kind is Kind.NUMBER else ""


def _count(view: View, scene: Scene) -> str:
    if view.piece.kind in (Kind.TEXT, Kind.ITEM) and (_RATED.fullmatch(view.text) or is_rating(view.text)):
        return "" if is_date(view.text) else "how many stars readers gave"
    if view.size < 30 and view.piece.kind is Kind.TEXT and _COUNT.fullmatch(view.text) and not _is_dated(view.text):
        return "a number with a word that says what is counted"
    return ""


def _tags(view: View, scene: Scene) -> str:
    return "a line of tags" if is_tags(view.text) and view.size < 300 else ""


_RATED = re.compile(r"\d(?:[.,]\d+)? (?:from|out of|/|of|av|von|sur) \d+(?: (?:votes?|reviews?|ratings?|stars?))?")
_SCRIPTS = re.compile(
    r"(?:enable|turn on|activate|requires?|aktivieren sie|activez) javascript"
    r"|javascript (?:is|to be) (?:off|disabled|enabled|required)",
    re.I,
)
_OF_RIGHTS = re.compile(r"copyright (?!by |of |held |holders? |the )[a-z]+ .*\.$", re.S)
"""A sentence about rights: “copyright law has changed.”"""
_RIGHTS = re.compile(r"^\W*(?:copyright|\(c\))?\W*(?:19|20)\d\d\b|rights|^copyright")
"""The year right behind the sign: one farther on is that of a picture."""


def _copyright(view: View, scene: Scene) -> str:
    folded = view.text.casefold()
    rights = folded.startswith(("©", "(c) ", "copyright ")) or ("all rights reserved" in folded and view.size < 250)
    told = view.piece.kind in (Kind.CAPTION, Kind.CODE) or (view.made_like_body and not _RIGHTS.match(folded))
    told = told or _OF_RIGHTS.match(view.text[:1].lower() + view.text[1:]) is not None
    if rights and view.size < 400 and view.number > scene.body_first and not told:
        return "it says who holds the rights to the page" if _RIGHTS.search(folded) else ""
    return ""


def _echo(view: View, scene: Scene) -> str:
    if view.zone == "header" and scene.author_in(view.text):
        mine = folded(view.text)
        before = scene.views[max(0, scene.headline - 8) : view.number]
        named = any(other.role is Role.BYLINE and folded(other.text) == mine for other in before)
        return "the author is named already" if named else ""
    if view.piece.kind is not Kind.TEXT or view.like_body or view.size >= 80 or view.measured.ends:
        return ""
    return "the page prints it again and again" if folded(view.text) in scene.echoed else ""


_PLAYER_WORDS = (
    "loaded", "progress", "mute", "unmute", "fullscreen", "current time", "duration", "playback rate", "stream type",
    "remaining time", "captions off", "picture-in-picture", "volume", "seek", "play", "pause", "replay",
)  # fmt: skip
_PLAYER = later(rf"\b(?:{'|'.join(_PLAYER_WORDS)})\b", re.I)


def _player(view: View, scene: Scene) -> str:
    if view.size >= 600:
        return ""
    folded = view.text.casefold()
    if sum([word in folded for word in _PLAYER_WORDS]) < 4:
        return ""
    found = len(set(map(str.casefold, _PLAYER.findall(view.text))))
    return "the controls of a player" if found >= 4 and found * 12 > len(view.text.split()) else ""


def _row(view: View, scene: Scene) -> str:
    """Links beside each other with bars between them: ways to print, to send, to go on."""
    links = view.piece.links
    if len(links) < 2 or view.size > 200 or view.measured.ends or view.link_share < 0.6:
        return ""
    between = [view.text[left[1] : right[0]].strip() for left, right in pairwise(links)]
    label_end = view.text.find(":") + 1 if view.text.find(":") < links[0][0] else 0
    rest = view.text[label_end : links[0][0]] + view.text[links[-1][1] :]
    barred = all(bar in ("|", "·", "•", "/", "»") for bar in between) and not any(map(str.isalnum, rest))
    return "a row of links with bars between them" if barred else ""


def _scripts(view: View, scene: Scene) -> str:
    if view.size < 200 and _SCRIPTS.search(view.text):
        return "it says that the page needs scripts"
    return ""


def _symbols(view: View, scene: Scene) -> str:
    if view.trail & Meaning.FOOTNOTE and view.text.strip(" .^[]").isdigit():
        return "the number of a note"
    return "" if any(c.isalnum() for c in view.text) else "there is nothing in it to say"


def _scrap(view: View, scene: Scene) -> str:
    """Short scraps in boxes that hold no prose: counters, kickers, names of sections."""
    if view.piece.kind is not Kind.TEXT or view.measured.ends or view.like_body:
        return ""
    if (view.piece.box.tag in ("p", "td", "dd", "blockquote") and view.zone == "body") or view.size > 40:
        return ""
    return "" if is_address(view) and view.zone == "body" else "a scrap of text on its own"


RULES = (
    RoleRule("headline", Role.HEADLINE, _headline),
    RoleRule("another text", Role.SIDEBAR, _beside),
    RoleRule("outside", Role.BOILERPLATE, _outside),
    RoleRule("hidden", Role.BOILERPLATE, _hidden),
    RoleRule("symbols", Role.BOILERPLATE, _symbols),
    RoleRule("player", Role.BOILERPLATE, _player),
    RoleRule("row", Role.BOILERPLATE, _row),
    RoleRule("control", Role.BOILERPLATE, _control),
    RoleRule("headline again", Role.BOILERPLATE, _again),
    RoleRule("echo", Role.BOILERPLATE, _echo),
    RoleRule("code label", Role.BOILERPLATE, _language),
    RoleRule("contents", Role.BOILERPLATE, _contents),
    RoleRule("number", Role.BOILERPLATE, _number),
    RoleRule("count", Role.BOILERPLATE, _count),
    RoleRule("tags", Role.BOILERPLATE, _tags),
    RoleRule("copyright", Role.BOILERPLATE, _copyright),
    *numbers.RULES,
    RoleRule("scripts", Role.BOILERPLATE, _scripts),
)
FURNITURE = RoleRule("furniture", Role.BOILERPLATE, _furniture)
SCRAP = RoleRule("scrap", Role.BOILERPLATE, _scrap)
