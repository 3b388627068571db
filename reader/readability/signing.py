"""Says of every piece around the posts of a thread what it is: who wrote, when, or furniture."""

from __future__ import annotations

import re
from itertools import takewhile

from ..story import Role
from .outline import Box, Kind
from .scene import Scene, View, folded
from .shapes import is_byline
from .threads import Post, Thread, is_dated, named

_REPLY = re.compile(r"^(?:re|aw|sv|vs|antw|ant|rif|fwd?)\s*[:：]\s*", re.I)
_PROSE = 60
_RULE = re.compile(r"[_=*~-]{5,}")
_QUOTED = re.compile(
    r"^(?:originally posted|quote from|quoting|zitat von|citat från|cita de|citation de)\b"
    r"|(?:wrote|said|says|writes|schrieb|skrev|écrit|escribió|ha scritto|schreef|napisał|писал|написал)(?: .{0,40})?:$"
    r"|^[\w .-]{2,30}:$",
    re.I,
)
"""How the line begins or ends that says whom a post quotes."""
_LONGEST_SIGN = 120
_KEPT = (Kind.CODE, Kind.TABLE, Kind.CAPTION, Kind.MEDIA)


def sign(thread: Thread, scene: Scene) -> None:
    """Gives a role to what stands around the posts; what was written in them is left to the rules."""
    inside = {number for post in thread.posts for number in range(post.first, post.last)}
    for post in thread.posts:
        _sign_one(post, scene)
        _open(post, scene)
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


def _sign_one(post: Post, scene: Scene) -> None:
    around = [scene.views[number] for number in post.around() if number != scene.headline]
    names = [view for view in around if named(view.piece)]
    days = [view for view in around if is_dated(view.piece)]
    who = max(names, key=lambda view: (view in days, is_byline(view.text), named(view.piece)), default=None)
    when = who if who in days else max(days, key=lambda view: bool(view.piece.timed), default=None)
    if who is not None:
        _set(who, Role.BYLINE, "post: it says who wrote it")
    if when is not None and when is not who:
        _set(when, Role.DATELINE, "post: it says when it was written")
    for view in around:
        if view is who or view is when or view.measured.raw >= _PROSE or view.piece.kind in _KEPT:
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
        view.like_body = True
        view.made_like_body = view.piece.kind is Kind.TEXT
        signed = signed or _RULE.match(view.text.strip()) is not None
        if signed:
            _set(view, Role.BOILERPLATE, "signature: it stands under a line at the end of a post")
        elif view.piece.kind in (Kind.TEXT, Kind.ITEM):
            if _QUOTED.search(view.text) and view.size < _LONGEST_SIGN:
                quoted = _quote_of(inner) or quoted
            if quoted in inner or any(box.tag == "blockquote" for box in inner):
                _set(view, Role.QUOTE, "quote: it repeats what another one wrote")


def _quote_of(inner: list[Box]) -> Box | None:
    """The box around what is quoted, of those around the line that says who wrote it, the innermost first."""
    return next((box for box in inner if box.tag in ("aside", "td", "blockquote")), None)


def _set(view: View, role: Role, reason: str) -> None:
    if view.role is None:
        view.role, view.reason = role, reason
