"""A page as it is cut up: boxes that stand on lines of their own, and the pieces of text inside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from lxml.html import HtmlElement

from ..story import Ordinal

_BEGIN = 50


class Kind(Enum):
    """What a piece is by its element alone."""

    TEXT = auto()
    ITEM = auto()
    HEADING = auto()
    TERM = auto()
    TABLE = auto()
    CODE = auto()
    MATH = auto()
    CAPTION = auto()
    MEDIA = auto()
    CONTROL = auto()
    NUMBER = auto()
    """The number of what follows, in an element of its own."""


class State:
    """What holds for everything inside an element, as bits of a plain integer."""

    HIDDEN = 1 << 0
    LINK = 1 << 2
    FIGURE = 1 << 3
    QUOTE = 1 << 4
    ASIDE = 1 << 5
    NAV = 1 << 6
    FOOTER = 1 << 7
    HEADER = 1 << 8
    FORM = 1 << 9
    NOSCRIPT = 1 << 10
    TABLE = 1 << 11
    ARTICLE = 1 << 12
    SECTION = 1 << 13
    """In an item of a list whose items are parts of the story, each with a heading and text of its own."""


@dataclass(slots=True, eq=False)
class Box:
    """An element on lines of its own; ``pieces[first:last]`` of the outline are inside it."""

    tag: str
    element: HtmlElement
    parent: Box | None
    meaning: int
    state: int
    depth: int
    first: int
    last: int = 0
    ordinal: Ordinal | None = None
    """The number of an item that is still to be told by the next piece in it."""

    def chain(self) -> list[Box]:
        """This box and all around it, the innermost first."""
        found: list[Box] = []
        box: Box | None = self
        while box is not None:
            found.append(box)
            box = box.parent
        return found

    def within(self, outer: Box) -> bool:
        """Whether this box is ``outer`` or inside it."""
        box: Box | None = self
        while box is not None and box.depth >= outer.depth:
            if box is outer:
                return True
            box = box.parent
        return False


@dataclass(slots=True, eq=False)
class Piece:
    """One run of text with nothing but inline elements in it; ``links`` are (start, end, href)."""

    number: int
    text: str
    box: Box
    kind: Kind
    meaning: int = 0
    """What the inline elements say that hold nearly all of it."""
    links: tuple[tuple[int, int, str], ...] = ()
    linked: int = 0
    bold: int = 0
    timed: str = ""
    """The machine-readable date of a ``time`` element inside."""
    level: int = 0
    items: tuple[tuple[str, ...], ...] = ()
    tags: frozenset[str] = frozenset()
    """Inline elements that hold nearly all of it."""
    ordinal: Ordinal | None = None
    tongues: tuple[tuple[int, int, str], ...] = ()
    """Where another language is declared within it."""

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.linked / max(1, len(self.text))


@dataclass(slots=True, eq=False)
class Outline:
    """All boxes and pieces of a page, both in page order."""

    boxes: list[Box] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


def named(box: Box) -> str:
    """A box as a writer of selectors would name it: ``div.story``."""
    name = (box.element.get("class") or "").split()
    return f"{box.tag}.{name[0]}" if name else box.tag


def begin_of(outline: Outline, number: int) -> str:
    """The first words of a piece."""
    text = outline.pieces[number].text
    return text if len(text) <= _BEGIN else text[:_BEGIN].rpartition(" ")[0] + " …"
