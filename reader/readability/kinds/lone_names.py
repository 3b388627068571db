"""Tells who wrote a story by place alone: a name on a line of its own under the headline, with no word for it."""

from __future__ import annotations

from ...patterns import later
from ...story import Role
from ..outline import Kind, State
from ..scene import Scene, View
from ..shapes import is_date, is_name
from ..vocabulary import words
from ..words import Meaning
from .people import names_people

_AND = later(r"\s+(?:and|und|et|y|e|og|och|en|i|и|та|και|ve|&)\s+|\s*,\s*")
_BARS = later(r"\s+[|·•–—-]\s+|\s*[|·•]\s*")
_DESKS = words("shapes", "desks")
_ARTICLES = words("shapes", "articles")
_EASTERN = later("(?:[\u4e00-\u9fff\u3005]{2,5}|[\u4e00-\u9fff\u3005]{1,3}[ 　][\u4e00-\u9fff\u3040-\u30ff]{1,3})")
_WORD = later(r"[^\W\d_]+")
_CLOSE = 3
"""So many pieces under the headline, at most, stands the name of who wrote what follows."""
_LONGEST = 60
_READ = 30
"""So many pieces of the story are looked through for the words of a name."""
_NO_NAME = (
    Meaning.CAPTION | Meaning.CREDIT | Meaning.RELATED | Meaning.TAGS | Meaning.KICKER | Meaning.NAV | Meaning.DECK
)


def lone_name(view: View, scene: Scene) -> str:
    """Why a line under the headline is a name that signs the story; "" where it is none."""
    if view.size > _LONGEST or view.measured.ends or view.piece.kind is not Kind.TEXT or view.trail & _NO_NAME:
        return ""
    if scene.thread or view.measured.card or view.figure or view.state & (State.NAV | State.ASIDE | State.QUOTE):
        return ""
    if scene.headline < 0 or not 0 < view.number - scene.headline <= _CLOSE or view.number > scene.body_first:
        return ""
    above = scene.views[scene.headline + 1 : view.number]
    if any(other.role not in (Role.DECK, Role.DATELINE, Role.BOILERPLATE) for other in above):
        return ""
    parts = _BARS.split(view.text)
    if len(parts) == 2 and any(map(is_date, parts)) and any(_are_names(part) for part in parts if not is_date(part)):
        return "a name and a date, with a bar between them"
    if _EASTERN.fullmatch(view.text):
        return (
            "a name of a few letters beside the date" if view.text not in _DESKS and _beside_date(view, scene) else ""
        )
    if not _are_names(view.text) or view.piece.bold > 0.9 * len(view.text):
        return ""
    if _is_told_of(view, scene):
        return ""
    return "a name alone under the headline, of which the story does not tell"


def is_desk(text: str) -> bool:
    """Whether a short line is the name of a part of a paper, or ends in one: “Harbour News”, “Kultur”."""
    tokens = [token.casefold() for token in _WORD.findall(text)]
    return bool(tokens) and (tokens[0] in _DESKS or tokens[-1] in _DESKS or text in _DESKS)


def _are_names(text: str) -> bool:
    parts = _AND.split(text)
    first = text.split()[0].casefold() if text.split() else ""
    return first not in _ARTICLES and not is_desk(text) and (all(map(is_name, parts)) or names_people(text))


def _is_told_of(view: View, scene: Scene) -> bool:
    """Whether the headline or the story has the words of a line: then it is a place, a topic or a first heading."""
    name = {token.casefold() for token in _WORD.findall(view.text) if not token.islower()}
    told = [scene.views[scene.headline].text, scene.told.site]
    told += [other.text for other in scene.views[view.number + 1 : view.number + _READ] if other.zone == "body"]
    return any(name & {token.casefold() for token in _WORD.findall(text)} for text in told)


def _beside_date(view: View, scene: Scene) -> bool:
    around = scene.views[max(0, view.number - 1) : view.number + 2]
    return any(other is not view and is_date(other.text) for other in around)
