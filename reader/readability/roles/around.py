"""Rules for what stands around the text of a story: promos, related links, boxes, pull quotes."""

from __future__ import annotations

from ...story import Role
from ..labels import asks, begins_with_lead, begins_with_request, is_call, is_lead, label
from ..outline import Kind, State
from ..scene import Scene, View
from ..words import Meaning
from .asked import may_be_of_site
from .footnotes import footnote
from .manuals import is_address
from .rule import RoleRule


def _pullquote(view: View, scene: Scene) -> str:
    if view.trail & Meaning.PULLQUOTE:
        return "a name on its box says pull quote"
    if view.number in scene.repeated and not scene.thread:
        return "the text says the same words in their place"
    return ""


def _promo(view: View, scene: Scene) -> str:
    if view.zone == "above":
        return ""
    leads = is_lead(view.text) or (view.link_share > 0.6 and begins_with_lead(view.text))
    if leads and view.link_share > 0.3 and view.size < 250 and not view.measured.card:
        return "it says where to read more"
    if view.trail & Meaning.RELATED and asks(view.text) and view.size < 300:
        return "it asks something of the reader, in a box of related things"
    if view.zone in ("header", "body") and view.trail & Meaning.SIGNUP and view.size < 400:
        return "a name on its box says sign up"
    if view.piece.kind is Kind.HEADING and view.zone == "body" and _beside_form(view, scene):
        return "it heads a small box with a form"
    if view.zone == "body" and _is_lone_linked_heading(view, scene):
        return "a linked heading in the midst of the text"
    if view.piece.kind is Kind.HEADING and asks(view.text) and view.measured.ends and view.zone == "body":
        return "it asks something of the reader"
    if view.piece.kind is Kind.HEADING and view.link_share < 0.9:
        return ""
    in_core = scene.core.first <= view.number < scene.core.last
    if view.zone == "header" and asks(view.text) and not in_core and view.measured.ends:
        return "it asks something of the reader"
    calls = 25 < view.size < 500 and view.number > scene.body_first and is_call(view.text)
    asked = asks(view.text) and may_be_of_site(view, scene)
    if calls and (view.piece.linked or asked or view.piece.bold > 0.9 * len(view.text)):
        rest = scene.measures.prose_between(min(view.number, scene.body_last) + 1, scene.body_last + 1)
        if rest < 250 and view.number > scene.body_last - 5:
            return "it sends the reader elsewhere when the story is over"
    if _is_request(view, scene):
        return "it asks something of the reader"
    if view.zone == "body" and (view.state & State.FORM or _beside_form(view, scene)):
        return "it shares a small box with a form"
    if (view.zone == "header" or view.zone == "body") and (
        view.piece.linked
        and asks(view.text)
        and view.size < 300
        and (view.piece.tags & {"em", "i"} or view.link_share > 0.5 or view.piece.bold > 0.9 * len(view.text))
    ):
        return "it asks something of the reader"
    alone = view.piece.kind is Kind.TEXT and view.link_share > 0.9 and not (view.measured.ends and view.size > 60)
    alone = alone and not is_address(view)
    if alone and view.zone == "after" and in_core and (view.like_body or view.piece.box is scene.core):
        return "it is one link and no sentence"
    if view.zone != "body" or view.measured.card:
        return ""
    if view.trail & Meaning.RELATED and view.piece.box.tag != "p":
        return ""
    if alone and (view.like_body or view.piece.box.tag == "p" or (view.size >= 25 and len(view.piece.links) <= 2)):
        return "it is one link and no sentence"
    like_others = view.made_like_body or view.piece.kind is Kind.ITEM
    loud = view.piece.linked or view.piece.bold or not (like_others and view.measured.ends)
    if loud and label(view.text) == "promo":
        return "it asks to sign up or to share"
    return ""


def _is_request(view: View, scene: Scene) -> bool:
    """Whether a short piece asks the reader for something: by the words of a link, after a question, or all in bold."""
    if view.zone not in ("header", "body", "after") or view.size > 350:
        return False
    writes = "?" in view.text and any(href.startswith("mailto:") for _, _, href in view.piece.links)
    if writes and view.size < 220 and view.zone == "body":
        return True
    loud = view.piece.bold > 0.9 * len(view.text) or view.text.isupper() or bool(view.piece.tags & {"em", "i"})
    if not loud and not view.piece.links and not view.piece.linked:
        return False
    if not asks(view.text) and not any(begins_with_request(view.text[a:b]) for a, b, _ in view.piece.links):
        return False
    if view.zone == "after" and view.number > scene.body_last + _SHORTLY:
        return False
    brief = view.size < 220 and view.measured.sentences <= 3
    if brief and any(begins_with_request(view.text[start:end]) for start, end, _ in view.piece.links):
        return True
    if brief and view.piece.linked and "?" in view.text[:100]:
        return True
    rest = scene.measures.prose_between(min(view.number, scene.body_last) + 1, scene.body_last + 1)
    return loud and (view.size < 100 or rest < 250)


def _beside_form(view: View, scene: Scene) -> bool:
    """Whether a small box around a piece, which is not the story, has a field to write in."""
    box = view.piece.box
    for _ in range(3):
        if box.parent is None or box is scene.core or box.last - box.first > 8 or scene.measures.size(box) > 600:
            return False
        if any((field.get("type") or "text") in ("text", "email") for field in box.element.iter("input")):
            return True
        box = box.parent
    return False


def _related(view: View, scene: Scene) -> str:
    in_core = scene.core.first <= view.number < scene.core.last
    if label(view.text) in ("related", "elsewhere") and view.zone in ("body", "after"):
        return "a label with nothing under it" if in_core else ""
    if view.zone == "header" and in_core and view.trail & Meaning.RELATED and view.linked_line:
        return "a name on its box says related"
    if view.zone == "header" and view.measured.card and view.trail & (Meaning.MEDIA | Meaning.GALLERY):
        return "a playlist"
    if view.zone != "body":
        return ""
    if view.trail & Meaning.RELATED and (view.link_share > 0.5 or view.size < 100):
        return "a name on its box says related"
    if _is_pointer(view):
        return "a line in italics that points to another page"
    if view.number in scene.linked_titles:
        return ""
    if _heads_link(view, scene):
        return "it heads a small box with a link"
    if view.measured.card:
        return "it is one of several cards that lead elsewhere"
    if view.zone == "body" and view.size < 120 and not view.like_body and _in_links(view, scene):
        return "it shares a box with several cards that lead elsewhere"
    listed = view.piece.kind is Kind.ITEM and view.link_share > 0.9 and not _is_introduced(view, scene)
    if listed and _links_around(view, scene) >= 2:
        return "a linked line among links"
    if view.piece.kind is Kind.HEADING and view.link_share > 0.9 and not view.like_body and not _leads_to_place(view):
        return "one of several linked headings" if _has_fellows(view, scene) else ""
    return ""


def _is_introduced(view: View, scene: Scene) -> bool:
    """Whether the line over the list of an item is a line of the text that ends in a colon."""
    box = view.piece.box
    while box.parent is not None and box.tag not in ("ul", "ol"):
        box = box.parent
    above = scene.views[box.first - 1] if box.first else view
    return above.made_like_body and above.size > _LINE and above.text.endswith((":", "："))


def _heads_link(view: View, scene: Scene) -> bool:
    """Whether a few words without a link stand over a link that is alone with them in a small box."""
    following = scene.views[view.number + 1 : view.number + 2]
    if view.size > 40 or view.piece.linked or view.measured.ends or view.like_body or not following:
        return False
    other = following[0]
    box = view.piece.box
    while box.parent is not None and box.last <= other.number:
        box = box.parent
    small = box is not scene.core and box.last - box.first <= 3 and not scene.core.within(box)
    return small and other.link_share > 0.9 and other.size > 15


def _is_pointer(view: View) -> bool:
    """Whether a line in italics, set in, points to another page: “For other uses, see …”, “Main article: …”."""
    if view.piece.box.tag != "dd" or not view.piece.linked or view.size > 200:
        return False
    return bool(view.piece.tags & {"i", "em"})


def _in_links(view: View, scene: Scene) -> bool:
    """Whether a small box around a piece holds mostly links to other pages."""
    box = view.piece.box
    for _ in range(3):
        if box is scene.core or box.parent is None:
            return False
        if box.last - box.first > 60:
            return False
        others = scene.views[box.first : box.last]
        if len(others) > 3:
            cards = sum(other.measured.card for other in others)
            return cards >= 3 and cards >= 0.6 * len(others)
        box = box.parent
    return False


def _is_lone_linked_heading(view: View, scene: Scene) -> bool:
    if view.piece.kind is not Kind.HEADING or view.link_share <= 0.9 or view.measured.card or view.like_body:
        return False
    if _leads_to_place(view):
        return False
    return not view.trail & Meaning.RELATED and not _has_fellows(view, scene) and view.number not in scene.linked_titles


def _leads_to_place(view: View) -> bool:
    """Whether a heading leads to a place on a page, as headings of sections do that lead to themselves."""
    return any("#" in href for _, _, href in view.piece.links)


def _has_fellows(view: View, scene: Scene) -> bool:
    """Whether another linked heading or card stands close to a linked heading."""
    close = scene.views[max(0, view.number - 3) : view.number + 4]
    return any(other is not view and other.link_share > 0.9 and other.piece.kind is Kind.HEADING for other in close)


def _links_around(view: View, scene: Scene) -> int:
    """How many items of the same list are links and nothing else; 0 where that is not most of them."""
    box = view.piece.box
    while box.parent is not None and box.tag not in ("ul", "ol"):
        box = box.parent
    if id(box) not in scene.linked_items:
        items = [other for other in scene.views[box.first : box.last] if other.piece.kind is Kind.ITEM]
        linked = sum(other.link_share > 0.9 for other in items)
        scene.linked_items[id(box)] = linked if linked >= 0.7 * len(items) else 0
    return scene.linked_items[id(box)]


def _sidebar(view: View, scene: Scene) -> str:
    if view.zone not in ("body", "header"):
        return ""
    if view.trail & Meaning.SIDEBAR:
        return "a name on its box says sidebar"
    if view.state & State.ASIDE:
        return "it is in an aside"
    if _is_of_facts(view, scene):
        return "a small box of short lines, each with a colon, under a title"
    return ""


_MOST_FACTS = 12


def _is_of_facts(view: View, scene: Scene) -> bool:
    """Whether a small box in the midst of the text has a few words over lines that say each what is how."""
    if view.zone != "body" or view.like_body or view.piece.kind is not Kind.TEXT or scene.thread:
        return False
    box = view.piece.box
    while box.parent is not None and box.last - box.first < 2:
        box = box.parent
    if box is scene.core or scene.core.within(box) or not 3 <= box.last - box.first <= _MOST_FACTS:
        return False
    pieces = scene.views[box.first : box.last]
    if any(other.made_like_body or other.size > 120 or other.piece.kind is not Kind.TEXT for other in pieces):
        return False
    if pieces[0].measured.ends or any(other.piece.linked for other in pieces):
        return False
    told = sum(": " in other.text or "：" in other.text for other in pieces[1:])
    return told > 0.5 * (len(pieces) - 1)


_LINE = 60
_SHORTLY = 6
"""So many pieces after the story a request still belongs to it."""
RULES = (
    RoleRule("pull quote", Role.PULLQUOTE, _pullquote),
    RoleRule("footnote", Role.FOOTNOTE, footnote),
    RoleRule("promo", Role.PROMO, _promo),
    RoleRule("related", Role.RELATED, _related),
    RoleRule("sidebar", Role.SIDEBAR, _sidebar),
)
