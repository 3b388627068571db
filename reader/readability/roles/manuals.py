"""Rules for the pages of manuals: declarations, the titles of samples, places in a source, notes within a line."""

from __future__ import annotations

import re

from ...patterns import later
from ...story import Role
from ..cutting.inline_notes import leads_back
from ..outline import Kind, State
from ..scene import Scene, View, folded
from ..vocabulary import words
from ..words import Meaning
from .rule import RoleRule

_NAME = r"[A-Za-z_$@][\w$.]*"
_MODIFIERS = (
    "public|protected|private|static|final|abstract|synchronized|native|virtual|inline|explicit|constexpr|extern|const"
    "|async|export|default|pub|unsafe|override|readonly|declare"
)
_DECLARES = "def|fn|func|function|class|interface|struct|enum|type|trait|typedef|template|namespace|record|exception"
_SIGNATURES = (
    re.compile(rf"(?:@\w+\s)?(?:(?:{_MODIFIERS})\s)+(?:(?:{_DECLARES})\s{_NAME}|[^.!?]*\w\s?\()"),
    re.compile(rf"(?:{_DECLARES})\s{_NAME}(?:\s?[(<:={{]|$|\s(?:extends|implements)\s)"),
    re.compile(rf"{_NAME}(?:, {_NAME})* :: \S.*"),
    later(rf"{_NAME}\??(?:\(.*\))?: \S.*"),
    later(rf"(?:[\w*&<>\[\]:]+ )*{_NAME} ?\(.*\)(?:[:;{{]|(?: (?:throws|->|=>|→|: )? ?.*))?"),
)
"""How declarations are written in several languages of programs; the last two only where a heading names them."""
_ANYWHERE = 3
_LONGEST = 900
_LONGEST_NAME = 80
_SHORT, _CLOSE = 20, 6
_LONGEST_TITLE = 200
_SOURCE = re.compile(r"(?:[^\W\d]+ [^\W\d]+ )?[\w./\\-]+\.\w{1,4}(?:, (?:line|Zeile|ligne) \d+|:\d+)")
_LISTED_FROM = later(r"\s*(?:#|//|--|;) File \S+, line \d+")
_NAMED_HEADING = re.compile(r"(?:^|[\w-]+[-_])heading$")
_MADE = re.compile(
    r"(?:(?:page |site |docs |documentation )?(?:generated|built|created|rendered) (?:by|with|using|on|at|from)"
    r"|erzeugt (?:mit|von|am)|généré (?:par|le|avec)|generado (?:por|con|el)) ",
    re.I,
)
"""How the last line of a page begins that says what made it."""
_NUMBERED = re.compile(r"([^\W\d]+)\.?\s?\d+(?:[.\-–]\d+)*[a-z]?(?:[.:)]|\s|$)")
_LISTED = words("shapes", "listing")


def _is_declaration(view: View) -> bool:
    if view.piece.kind is not Kind.TEXT or view.zone not in ("header", "body", "after") or view.size > _LONGEST:
        return False
    return not view.text.endswith((".", "!", "?"))


def _named_above(view: View, scene: Scene) -> str:
    """The name in the heading right above a piece, "" where no heading is there or it is more than a name."""
    above = scene.views[max(0, view.number - 1) : view.number]
    if not above or above[0].piece.kind not in (Kind.HEADING, Kind.TERM) or above[0].size > _LONGEST_NAME:
        return ""
    name = above[0].text.split("(")[0].split()
    return name[-1].rstrip("?:") if name else ""


def _signature(view: View, scene: Scene) -> str:
    name = _named_above(view, scene)
    if name and view.piece.kind is Kind.TABLE and len(view.piece.items) == 1:
        cell = view.piece.items[0][0].lstrip("‣▸►•▪ ")
        declared = cell == name or re.match(rf"{re.escape(name)}\s?\(", cell) is not None
        return f"the declaration of {name}, which the heading above it names" if declared else ""
    if not _is_declaration(view):
        return ""
    named = name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", view.text)
    if named and any(pattern.match(view.text) for pattern in _SIGNATURES):
        return f"the declaration of {name}, which the heading above it names"
    called = scene.views[scene.headline].text.split() if scene.headline >= 0 else []
    first = view.number <= max(scene.body_first, scene.headline + _CLOSE)
    if called and first and re.search(rf"(?<!\w){re.escape(called[-1])}(?!\w)", view.text):
        plain = any(pattern.match(view.text) for pattern in _SIGNATURES[:_ANYWHERE])
        return "the declaration of what the page is about" if plain else ""
    return ""


def _declaration(view: View, scene: Scene) -> str:
    """A declaration that has no heading of its own heads what is said of it."""
    if not _is_declaration(view) or view.piece.box.tag == "li":
        return ""
    told = _is_told(view, scene)
    if told and any(pattern.match(view.text) for pattern in _SIGNATURES[:_ANYWHERE]):
        return "a declaration, with what it declares told under it"
    return ""


def _is_told(view: View, scene: Scene) -> bool:
    """Whether text, code or an item is the next thing that the page shows."""
    following = (
        other for other in scene.views[view.number + 1 : view.number + _CLOSE] if not other.state & State.HIDDEN
    )
    under = next(following, None)
    return under is not None and under.piece.kind in (Kind.TEXT, Kind.CODE, Kind.ITEM)


def _named_heading(view: View, scene: Scene) -> str:
    """A few words in a box whose name ends in “heading”, with text under them."""
    plain = (
        view.piece.kind is Kind.TEXT and view.zone == "body" and view.size < _LONGEST_NAME and not view.measured.ends
    )
    if not plain or view.link_share > 0.5:
        return ""
    told = _is_told(view, scene)
    named = any(map(_NAMED_HEADING.match, (view.piece.box.element.get("class") or "").split()))
    return "a name on its box says heading" if named and told else ""


def _made(view: View, scene: Scene) -> str:
    last = view.zone == "after" or (view.zone == "body" and view.number >= scene.body_last - 1)
    said = last and view.piece.kind is Kind.TEXT and view.size < _LONGEST_NAME and _MADE.match(view.text)
    return "it says what made the page" if said else ""


def _title(view: View, scene: Scene) -> str:
    """The title of a sample or a table, as books print it: “Example 3.2. The file control”."""
    found = _NUMBERED.match(view.text) if view.size < _LONGEST_TITLE else None
    if not found or found[1].casefold() not in _LISTED or view.piece.kind not in (Kind.TEXT, Kind.CAPTION):
        return ""
    near = scene.views[max(0, view.number - 1) : view.number + 2]
    if any(other.piece.kind in (Kind.CODE, Kind.TABLE, Kind.MATH) for other in near):
        return "the numbered title of what stands beside it"
    return ""


def _source(view: View, scene: Scene) -> str:
    following = scene.views[view.number + 1] if view.number + 1 < len(scene.views) else view
    if view.piece.kind is Kind.TERM and view.size < _SHORT and _is_place(following):
        return "a label over where something stands in the source of a program"
    if view.piece.kind is Kind.CODE and _LISTED_FROM.match(view.text):
        return "the source of what is described, which the page unfolds at a click"
    return "where something stands in the source of a program" if _is_place(view) else ""


def _is_place(view: View) -> bool:
    named = view.piece.linked > 0 or view.state & State.ASIDE
    return view.size < _LONGEST_NAME and bool(named) and _SOURCE.fullmatch(view.text) is not None


def _boxed_code(view: View, scene: Scene) -> str:
    boxed = view.piece.kind is Kind.CODE and view.trail & Meaning.SIDEBAR and view.zone != "outside"
    return "code in a box beside the text" if boxed and not view.near & Meaning.SIDEBAR else ""


def is_address(view: View) -> bool:
    """Whether a line is a link whose words are the address that it leads to; a title has spaces in it."""
    if " " in view.text.strip(" →›»>:"):
        return False
    shown = folded(view.text)
    return any(folded(href).endswith(shown) and len(shown) > 6 for _, _, href in view.piece.links)


def _note(view: View, scene: Scene) -> str:
    within = view.piece.box.tag == "span" and view.piece.box.meaning & Meaning.FOOTNOTE and view.zone != "outside"
    if within:
        return "a note in the midst of a line"
    lone = view.zone in ("body", "after") and view.piece.kind in (Kind.TEXT, Kind.ITEM)
    return "its mark leads back to the text" if lone and leads_back(view.text, view.piece.links) else ""


EARLY = (
    RoleRule("note", Role.FOOTNOTE, _note),
    RoleRule("source", Role.BOILERPLATE, _source),
    RoleRule("made by", Role.BOILERPLATE, _made),
    RoleRule("code in a box", Role.SIDEBAR, _boxed_code),
    RoleRule("title of a sample", Role.CAPTION, _title),
    RoleRule("signature", Role.CODE, _signature),
    RoleRule("declaration", Role.HEADING, _declaration),
    RoleRule("named heading", Role.HEADING, _named_heading),
)
