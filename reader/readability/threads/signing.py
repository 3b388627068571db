"""Says of every piece around the posts of a thread what it is: who wrote, when, or furniture."""

from __future__ import annotations

import re
from itertools import takewhile

from ...patterns import later
from ...story import Role
from ..outline import Box, Kind
from ..scene import Scene, View, folded
from ..shapes import is_byline
from .post_heads import DAY, NAME, SAID
from .signs import is_dated, named
from .threads import Post, Thread

_REPLY = later(r"^(?:re|aw|sv|vs|antw|ant|rif|fwd?)\s*[:：]\s*", re.I)
_PROSE = 60
_RULE = later(r"[_=*~-]{5,}")
_QUOTED = later(
    r"^(?:originally posted|quote from|quoting|zitat von|citat från|cita de|citation de)\b"
    r"|(?:wrote|said|says|writes|schrieb|skrev|écrit|escribió|ha scritto|schreef|napisał|писал|написал)(?: .{0,40})?:$"
    r"|^[\w .-]{2,30}:$",
    re.I,
)
"""How the line begins or ends that says whom a post quotes."""
_CITED = later(r"[>＞]+(?![>＞\d０-９])")
"""How lines begin that repeat what another one wrote, as in letters; before a number it points to a post."""
_LONGEST_SIGN = 120
_LONGEST_TAG = 40
_KEPT = (Kind.CODE, Kind.TABLE, Kind.CAPTION, Kind.MEDIA)


def sign(thread: Thread, scene: Scene) -> None:
    """Gives a role to what stands around the posts; what was written in them is left to the rules."""
    inside = {number for post in thread.posts for number in range(post.first, post.last)}
    for post in thread.posts:
        _sign_one(post, scene)
        _open(post, scene)
    if thread.opening:
        _sign_opening(thread, scene)
    for view in scene.views[scene.headline + 1 : thread.first]:
        if (
            view.zone == "header"
            and view.measured.raw < _PROSE
            and (view.link_share > 0.5 or view.piece.kind is Kind.ITEM)
        ):
            _set(view, Role.BOILERPLATE, "above the posts: a link or an item of a list")
    for view in scene.views[thread.posts[0].first : thread.last + 1]:
        if view.number not in inside and view.measured.raw < _PROSE:
            _set(view, Role.BOILERPLATE, "between posts: it belongs to none of them")
    for view in scene.views[thread.last + 1 :]:
        view.zone = "outside"


def _sign_opening(thread: Thread, scene: Scene) -> None:
    """Who wrote what opened the thread, and when: above it, or between it and the first answer."""
    between = scene.views[thread.opening.stop : thread.posts[0].first]
    above = scene.views[max(0, scene.headline + 1) : thread.opening.start]
    _tell_who_and_when([view for view in (*between, *above) if view.zone != "outside" and view.measured.raw < _PROSE])
    for view in scene.views[thread.opening.start : thread.opening.stop]:
        if view.piece.kind is Kind.ITEM and view.link_share > 0.9 and view.size < _LONGEST_TAG:
            _set(view, Role.BOILERPLATE, "a tag of what opened the thread")
    for view in between:
        if view.measured.raw < _PROSE and view.piece.kind not in _KEPT:
            _set(view, Role.BOILERPLATE, "between the opening and the first answer: it belongs to neither")


def _tell_who_and_when(around: list[View]) -> None:
    """Gives their role to the name and the day among the pieces around a post."""
    for view in around:
        if SAID in view.piece.tags:
            _set(view, Role.PARAGRAPH, "remark: it was written under a post")
        elif view.piece.tags & {NAME, DAY}:
            _set(view, Role.BYLINE if NAME in view.piece.tags else Role.DATELINE, "remark: who made it, and when")
    around = [view for view in around if view.role is None]
    names = [view for view in around if named(view.piece)]
    days = [view for view in around if is_dated(view.piece)]
    who = max(names, key=lambda view: (view in days, is_byline(view.text), named(view.piece)), default=None)
    when = who if who in days else max(days, key=lambda view: bool(view.piece.timed), default=None)
    if who is not None:
        _set(who, Role.BYLINE, "post: it says who wrote it")
    if when is not None and when is not who:
        _set(when, Role.DATELINE, "post: it says when it was written")


def _sign_one(post: Post, scene: Scene) -> None:
    around = [scene.views[number] for number in post.around() if number != scene.headline]
    _tell_who_and_when(around)
    for view in around:
        if view.measured.raw >= _PROSE or view.piece.kind in _KEPT:
            continue
        if view.piece.kind is Kind.HEADING and not _is_again(view, scene):
            continue
        _set(view, Role.BOILERPLATE, "around a post: neither who nor when")


def _is_again(view: View, scene: Scene) -> bool:
    """Whether a heading over a post says nothing new: a name, a rank, or the title of the thread."""
    if view.link_share > 0.9 and view.size < 30:
        return True
    mine = folded(_REPLY.sub("", view.text))
    if scene.headline >= 0 and mine in folded(scene.views[scene.headline].text):
        return True
    return view.piece.level > 3 or view.size < 25


def _open(post: Post, scene: Scene) -> None:
    """What was written counts as the text of the story, whatever the boxes around it are called."""
    signed = False
    quoted: Box | None = None
    for view in scene.views[post.body.first : post.body.last]:
        inner = list(takewhile(lambda box: box is not post.body, view.piece.box.chain()))
        view.trail = view.piece.meaning
        for box in inner:
            view.trail |= box.meaning
        if view.piece.kind is Kind.ITEM and not any(box.tag == "li" for box in inner):
            # The post itself is the item of a list, which nobody counts.
            view.piece.kind, view.piece.ordinal, view.piece.level = Kind.TEXT, None, 0
        view.like_body = True
        view.made_like_body = view.piece.kind is Kind.TEXT
        signed = signed or _RULE.match(view.text.strip()) is not None
        if signed:
            _set(view, Role.BOILERPLATE, "signature: it stands under a line at the end of a post")
        elif view.piece.kind in (Kind.TEXT, Kind.ITEM):
            if _QUOTED.search(view.text) and view.size < _LONGEST_SIGN:
                quoted = _quote_of(inner) or quoted
            cited = _CITED.match(view.text) and view.piece.kind is Kind.TEXT
            if cited or quoted in inner or any(box.tag == "blockquote" for box in inner):
                _set(view, Role.QUOTE, "quote: it repeats what another one wrote")


def _quote_of(inner: list[Box]) -> Box | None:
    """The box around what is quoted, of those around the line that says who wrote it, the innermost first."""
    return next((box for box in inner if box.tag in ("aside", "td", "blockquote")), None)


def _set(view: View, role: Role, reason: str) -> None:
    if view.role is None:
        view.role, view.reason = role, reason
