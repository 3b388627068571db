"""Rules for what elements say by themselves (tables, code, formulas, players), and for captions."""

from __future__ import annotations

from ...patterns import later
from ...story import Role
from ..kinds.people import names_people
from ..outline import Kind, State
from ..scene import Scene, View
from ..shapes import is_byline, is_credit, is_date, is_name
from ..words import Meaning
from .authors import tells_of_author
from .bylines import is_beside_author, signs_with_link
from .rule import RoleRule


def _of_kind(kind: Kind, words: str) -> RoleRule:
    role = Role(kind.name.lower())
    return RoleRule(kind.name.lower(), role, lambda view, scene: words if view.piece.kind is kind else "")


def _fact_table(view: View, scene: Scene) -> str:
    if view.piece.kind is not Kind.TABLE:
        return ""
    if view.trail & Meaning.SIDEBAR:
        return "a table whose name says sidebar"
    narrow = sum(len(row) <= 2 for row in view.piece.items) >= 0.8 * len(view.piece.items)
    if view.zone == "header" and narrow and view.piece.items:
        return "a table of facts above the text"
    return ""


def _table_above(view: View, scene: Scene) -> str:
    apart = view.piece.kind is Kind.TABLE and view.zone in ("header", "above", "after")
    return "a table of links beside the text" if apart and view.link_share > 0.35 and len(view.piece.items) > 2 else ""


def _link_table(view: View, scene: Scene) -> str:
    if (
        view.piece.kind is Kind.TABLE
        and (view.link_share > 0.8 or view.trail & Meaning.RELATED)
        and len(view.piece.items) < 40
    ):
        return "a table of links"
    return ""


def _shows(view: View) -> bool:
    """Whether the figure around a piece has something to see in it."""
    figure = next(
        (box for box in view.piece.box.chain() if box.tag == "figure" or box.element.get("role") == "figure"), None
    )
    if figure is None:
        return False
    return (
        next(figure.element.iter("img", "picture", "video", "svg", "canvas", "table", "amp-img", "object"), None)
        is not None
    )


def _is_author(view: View) -> bool:
    """Whether a name stands in the header of the story, with no picture beside it."""
    beside = view.figure or view.state & State.FIGURE
    if view.zone == "header" and signs_with_link(view):
        return True
    return view.zone == "header" and not beside and is_name(view.text.rstrip(" ,")) and not is_credit(view.text)


def _is_pictured(view: View) -> bool:
    """Whether a picture shares the item of a list with a piece."""
    item = next((box for box in view.piece.box.chain() if box.tag == "li"), None)
    return item is not None and next(item.element.iter("img", "picture"), None) is not None


def _caption(view: View, scene: Scene) -> str:
    if view.link_share > 0.5 and (view.measured.card or view.trail & Meaning.RELATED):
        return ""
    of_player = view.trail & Meaning.MEDIA and not view.trail & Meaning.RELATED and view.zone in ("header", "body")
    if of_player and view.trail & Meaning.CAPTION and view.size < 300:
        return "a name on its box says caption of a player"
    if view.link_share > 0.8 and view.size < 120 and not view.state & State.FIGURE:
        return ""
    if view.piece.kind is Kind.CAPTION:
        return "it is in a figcaption"
    if view.piece.kind is Kind.ITEM and view.trail & Meaning.GALLERY and _is_pictured(view):
        return "it stands in a gallery, with its picture"
    if (
        view.piece.kind is Kind.ITEM
        and view.zone in ("header", "above")
        and _is_pictured(view)
        and not view.piece.linked
    ):
        return "it stands in a list of pictures above the text"
    called = view.trail & (Meaning.CAPTION | Meaning.CREDIT) and view.size < 900
    if called and not view.trail & Meaning.SIGNUP and not _is_author(view):
        return "a name on its box says caption"
    if (view.trail & Meaning.GALLERY or view.figure) and view.state & State.HIDDEN:
        return "it belongs to a picture of a gallery that is not shown yet"
    in_quote = view.state & State.QUOTE and (view.measured.sentences or view.number in scene.repeated)
    if view.state & State.TABLE and view.state & State.FIGURE:
        return ""
    if view.state & State.FIGURE and view.size < 900 and not in_quote and _shows(view):
        return "it is in a figure"
    if view.zone == "after" or tells_of_author(view, scene):
        return ""
    if (view.zone == "header" and signs_with_link(view)) or is_beside_author(view, scene):
        return ""
    running = view.made_like_body and view.measured.ends and view.size > 60
    if view.figure and is_credit(view.text) and not running:
        return "it names whom the picture beside it is by"
    if of_player and 12 < view.size < 200 and not view.made_like_body and view.piece.kind is Kind.TEXT:
        return "it stands in the box of a player"
    if (
        view.trail & (Meaning.BYLINE | Meaning.DATE)
        or is_byline(view.text)
        or is_date(view.text)
        or (view.like_body and view.measured.sentences > 1)
    ):
        return ""
    long_enough = (view.measured.ends or view.size > 24) and not in_quote
    apart = not view.made_like_body or view.zone == "header"
    if view.figure and apart and view.size < 400 and view.piece.kind is Kind.TEXT and long_enough:
        return "it shares a small box with a picture"
    slashed = "/" in view.text and view.size < 60 and not view.piece.linked and _SLASHED.fullmatch(view.text)
    if slashed and not scene.author_in(view.text):
        return "a name and a company with a stroke between them, as of whom a picture is by"
    signs = view.zone == "header" and not view.figure and names_people(view.text)
    if is_credit(view.text) and not running and not signs and view.size < 90 and view.piece.kind is Kind.TEXT:
        return "it names whom a picture is by"
    return ""


_SLASHED = later(
    r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3}(?:/| / )[^\W\d_a-z][\w.&’'-]+(?: [^\W\d_a-z][\w.&’'-]*){0,3}"
)


KINDS = (
    RoleRule("table of facts", Role.SIDEBAR, _fact_table),
    RoleRule("table of links", Role.RELATED, _link_table),
    RoleRule("table beside", Role.BOILERPLATE, _table_above),
    _of_kind(Kind.TABLE, "a table of data"),
    _of_kind(Kind.CODE, "preformatted text"),
    _of_kind(Kind.MATH, "a formula on a line of its own"),
    _of_kind(Kind.MEDIA, "the title of a player or an embedded frame"),
)
CAPTIONS = (RoleRule("caption", Role.CAPTION, _caption),)
