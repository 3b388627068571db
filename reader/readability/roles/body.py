"""Rules for the text of the story itself: headings, items, quotes, paragraphs."""

from __future__ import annotations

from ...story import Role
from ..outline import Box, Kind, State
from ..scene import Scene, View
from ..words import Meaning
from .outside import SCRAP
from .rule import RoleRule

_SQUARES = "■◆▼●◇□▽"


def _heading(view: View, scene: Scene) -> str:
    in_core = scene.core.first <= view.number < scene.core.last
    if view.zone == "after" and in_core and view.piece.kind in (Kind.HEADING, Kind.TERM):
        return "it heads the last lines" if _heads_last_lines(view, scene) else ""
    if view.zone != "body" and not (view.zone == "header" and in_core):
        return ""
    if view.piece.kind is Kind.HEADING and view.size > 110 and view.measured.sentences and view.measured.ends:
        return ""  # a paragraph that is set as large as a heading
    if view.piece.kind is Kind.ITEM and view.size < 100 and not view.text.endswith((".", "。", ":")) and _is_lone(view):
        return "a list of one short item, as a heading that is counted"
    if view.piece.kind is Kind.TERM and view.zone == "header" and view.number + 1 != scene.body_first:
        return ""
    if view.piece.box.tag == "summary" and view.zone == "body" and 8 < view.size < 150 and not view.piece.linked:
        return "the line that opens what is folded up"
    if view.piece.kind is Kind.HEADING or view.piece.kind is Kind.TERM:
        return f"a heading element ({view.piece.box.tag})"
    if view.text.startswith(("-", "–", "—", "―")):
        return ""
    titled = view.near & Meaning.HEADLINE and view.zone == "body" and view.piece.kind is Kind.TEXT
    if titled and view.size < 100 and view.link_share < 0.5 and not view.measured.ends and not view.measured.card:
        return "a name on it says title"
    if view.near & Meaning.DECK and view.zone == "body" and view.size < 110 and not view.made_like_body:
        return "a name on its box says subheading" if view.number > scene.body_first + 3 else ""
    ends = view.text.endswith((".", ":", ",", "。", ";")) and not view.text.endswith("...")
    if view.text[0] in _SQUARES and view.size < 110 and not view.measured.ends and view.piece.kind is Kind.TEXT:
        return "a short line behind a square, as headings are printed" if view.zone == "body" else ""
    if view.size < 60 and view.text.isupper() and not view.measured.ends and view.like_body and not view.piece.links:
        return "a short line in capitals on its own"
    if view.size < 100 and not ends and view.piece.bold > 0.9 * len(view.text) and view.piece.kind is Kind.TEXT:
        return "a short bold line on its own"
    return ""


def _heads_last_lines(view: View, scene: Scene) -> bool:
    """Whether a heading behind the last long paragraph stands right above a line made like the text."""
    following = scene.views[view.number + 1 : view.number + 2]
    if view.link_share > 0.5 or not following or not scene.core.first <= following[0].number < scene.core.last:
        return False
    line = following[0]
    plain = line.measured.ends or (line.piece.box.tag == "p" and not scene.told.authors and not scene.told.published)
    return line.made_like_body and line.link_share < 0.5 and line.piece.kind is Kind.TEXT and plain


def _is_lone(view: View) -> bool:
    box = view.piece.box.parent
    return box is not None and box.tag == "ol" and box.last - box.first == 1 and view.link_share < 0.5


def _quote(view: View, scene: Scene) -> str:
    if view.zone == "after":
        return ""
    if view.state & State.QUOTE and not _is_indented(view):
        return "it is in a blockquote"
    if view.trail & Meaning.EMBED and view.measured.prose:
        return "a name on its box says embedded post"
    return ""


def _step(view: View, scene: Scene) -> str:
    if (
        view.zone != "body"
        or view.piece.kind is not Kind.TEXT
        or view.piece.ordinal is None
        or view.state & State.QUOTE
    ):
        return ""
    return "a step with its number before it"


def _is_indented(view: View) -> bool:
    """Whether an item is in a blockquote that holds a list and nothing else: it is set in, and nobody's words."""
    box: Box | None = view.piece.box
    while box is not None and box.tag not in ("ul", "ol", "body"):
        box = box.parent
    if view.piece.kind is not Kind.ITEM or box is None or box.parent is None:
        return False
    around = box.parent if box.parent.tag == "blockquote" else box.parent.parent
    return around is not None and around.tag == "blockquote" and (around.first, around.last) == (box.first, box.last)


def _item(view: View, scene: Scene) -> str:
    if view.piece.kind is not Kind.ITEM or view.zone == "above":
        return ""
    if view.zone == "after" and not view.like_body:
        return ""
    if view.zone == "header" and not scene.core.first <= view.number < scene.core.last:
        return ""
    return "an item of a list"


def _paragraph(view: View, scene: Scene) -> str:
    if view.zone == "body":
        return "text of the story"
    in_core = scene.core.first <= view.number < scene.core.last
    is_last = view.zone == "after" and in_core and view.like_body and not _is_in_page_footer(view)
    if is_last and view.piece.box.tag == "p" and view.link_share < 0.5:
        return "the last lines of the story"
    if view.zone == "header" and view.measured.ends and view.size > 25:
        return "a sentence under the headline"
    return ""


def _is_in_page_footer(view: View) -> bool:
    """Whether it is in the footer of the whole page, which says who publishes it."""
    if not view.state & State.FOOTER:
        return False
    return any(box.tag == "footer" and box.parent and box.parent.tag == "body" for box in view.piece.box.chain())


_NO_EDGE = Meaning.KICKER | Meaning.TAGS | Meaning.SHARE | Meaning.DATE | Meaning.BYLINE | Meaning.BIO


def _is_begun(view: View, scene: Scene) -> bool:
    """Whether a heading of a section stands closely above a piece of the header, under the headline."""
    above = scene.views[max(scene.headline + 1, view.number - 3) : view.number]
    return view.zone == "header" and any(other.role is Role.HEADING for other in above)


def _edge(view: View, scene: Scene) -> str:
    """Short lines right before and after the body, which are no sentences and yet are set like its paragraphs."""
    in_core = scene.core.first <= view.number < scene.core.last
    if view.zone not in ("header", "after") or not in_core or view.measured.card or _is_in_page_footer(view):
        return ""
    if not view.made_like_body and not _is_begun(view, scene):
        return ""
    if view.piece.kind is not Kind.TEXT or view.link_share >= 0.5 or view.trail & _NO_EDGE:
        return ""
    return "a line made like the text of the story"


def _listed(view: View, scene: Scene) -> str:
    """Short lines in boxes made alike, one after another under a heading: the parts of a recipe, for one."""
    if view.zone != "body" or view.piece.kind is not Kind.TEXT or view.size > 80 or view.piece.linked:
        return ""
    first = view.number
    while first > 0 and _is_beside(scene.views[first - 1], scene.views[first]):
        first -= 1
    last = view.number
    while last + 1 < len(scene.views) and _is_beside(scene.views[last + 1], scene.views[last]):
        last += 1
    headed = first > 0 and scene.views[first - 1].piece.kind is Kind.HEADING
    return "one of several short lines made alike under a heading" if headed and last > first else ""


def _is_beside(view: View, other: View) -> bool:
    """Whether two short lines stand in boxes of one make, side by side, with nothing else in them."""
    if view.piece.kind is not Kind.TEXT or view.size > 80 or view.piece.linked or view.piece.box.tag == "p":
        return False
    if view.role is Role.BOILERPLATE:
        return False
    mine, its = _alone(view), _alone(other)
    if mine is its or mine.parent is not its.parent or mine.tag != its.tag:
        return False
    return bool(mine.element.get("class") == its.element.get("class"))


def _alone(view: View) -> Box:
    """The largest box that holds nothing but a piece."""
    box = view.piece.box
    while box.parent is not None and box.parent.last - box.parent.first == 1:
        box = box.parent
    return box


RULES = (
    RoleRule("quote", Role.QUOTE, _quote),
    RoleRule("list item", Role.LIST_ITEM, _step),
    RoleRule("heading", Role.HEADING, _heading),
    RoleRule("paragraph", Role.PARAGRAPH, _edge),
    RoleRule("list item", Role.LIST_ITEM, _listed),
    SCRAP,
    RoleRule("list item", Role.LIST_ITEM, _item),
    RoleRule("paragraph", Role.PARAGRAPH, _paragraph),
)
