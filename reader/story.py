"""The story: its blocks in the order a careful person would read them aloud, each with its role."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .frozen import frozen


class Role(StrEnum):
    """What a block is to the story. The value is its name everywhere: options, JSON, voices, plugins."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    HIGHLIGHT = "highlight"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    PULLQUOTE = "pullquote"
    CAPTION = "caption"
    TABLE = "table"
    CODE = "code"
    MATH = "math"
    FOOTNOTE = "footnote"
    SIDEBAR = "sidebar"
    PROMO = "promo"
    RELATED = "related"
    MEDIA = "media"
    BOILERPLATE = "boilerplate"

    def spoken(self, count: int = 1) -> str:
        """The words for ``count`` of this role: "caption", "captions", "related link"."""
        singular = _SPOKEN.get(self, self.value.replace("_", " "))
        if count == 1:
            return singular
        return _PLURAL.get(self, singular + "s")

    @property
    def semantics(self) -> str | None:
        """Its name in DPUB-ARIA 1.1 or WAI-ARIA 1.2 where there is one, else its EPUB structural semantic or None."""
        return _SEMANTICS.get(self)

    @property
    def skippable(self) -> bool:
        """Whether a listener may turn it off as a whole (EPUB Media Overlays 3.3, section 9.4, skippability)."""
        return self in _SKIPPABLE

    @property
    def escapable(self) -> bool:
        """Whether a listener may leave it in the middle (EPUB Media Overlays 3.3, section 9.5, escapability)."""
        return self in _ESCAPABLE


_SPOKEN = {
    Role.RELATED: "related link",
    Role.BOILERPLATE: "page furniture",
    Role.MEDIA: "media player",
    Role.MATH: "formula",
    Role.PULLQUOTE: "pull quote",
    Role.CODE: "code sample",
}
_PLURAL = {Role.BOILERPLATE: "pieces of page furniture"}
_SEMANTICS = {
    Role.HEADLINE: "heading", Role.DECK: "doc-subtitle", Role.BYLINE: "contentinfo", Role.HIGHLIGHT: "doc-abstract",
    Role.HEADING: "heading", Role.PARAGRAPH: "paragraph", Role.LIST_ITEM: "listitem", Role.QUOTE: "blockquote",
    Role.PULLQUOTE: "doc-pullquote", Role.CAPTION: "caption", Role.TABLE: "table", Role.CODE: "code",
    Role.MATH: "math", Role.FOOTNOTE: "doc-footnote", Role.SIDEBAR: "complementary", Role.RELATED: "navigation",
    Role.MEDIA: "figure",
}  # fmt: skip
_SKIPPABLE = frozenset({
    Role.PULLQUOTE, Role.CAPTION, Role.FOOTNOTE, Role.SIDEBAR, Role.PROMO, Role.RELATED, Role.MEDIA, Role.BOILERPLATE,
    Role.DATELINE, Role.BYLINE,
})  # fmt: skip
_ESCAPABLE = frozenset({
    Role.TABLE, Role.LIST_ITEM, Role.HIGHLIGHT, Role.QUOTE, Role.CODE, Role.MATH, Role.FOOTNOTE, Role.SIDEBAR,
    Role.RELATED, Role.CAPTION,
})  # fmt: skip


class Treatment(StrEnum):
    """What happens to a block when the story is read."""

    SPEAK = "speak"
    SKIP = "skip"
    ANNOUNCE = "announce"
    SUMMARIZE = "summarize"
    AFTER = "after"


@frozen
class Link:
    """A link within a block: ``text[start:end]`` leads to ``target``, an absolute address where that is known."""

    start: int
    end: int
    target: str


@frozen
class Tongue:
    """A passage within a block whose page says that ``text[start:end]`` is in ``language``, a BCP 47 tag."""

    start: int
    end: int
    language: str


@frozen
class Group:
    """Blocks that belong together: a list, a gallery, a sidebar, a run of teasers.

    Every member holds the same `Group`; ``number`` tells neighbouring groups apart, ``label`` is the heading that
    the page prints over them ("" where it prints none), ``size`` counts the members without that heading.
    """

    number: int
    label: str
    size: int


@frozen
class Ordinal:
    """The number of an item in an ordered list, which is shown before the text and is no part of it.

    ``value`` is what it counts to, ``style`` how that is written: "1", "a", "A", "i" or "I", as HTML has the type of
    a list. ``falls`` says that the list counts down. ``is_continued`` is for the further paragraphs of an item.
    """

    value: int
    style: str = "1"
    falls: bool = False
    is_continued: bool = False

    @property
    def sign(self) -> str:
        """It as it is written, without the point behind it: "3", "c", "III"; in digits where its style has no such."""
        match self.style.lower():
            case "a" if self.value > 0:
                written = _lettered(self.value)
            case "i" if 0 < self.value < _PAST_ROMAN:
                written = _in_roman(self.value)
            case _:
                return str(self.value)
        return written.upper() if self.style.isupper() else written


_PAST_ROMAN = 4000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _lettered(value: int) -> str:
    """a to z, then aa to az, as spreadsheets have it."""
    letters = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _in_roman(value: int) -> str:
    numeral = ""
    for worth, letters in _ROMAN:
        numeral += letters * (value // worth)
        value %= worth
    return numeral


@frozen
class Block:
    """One piece of the page: a paragraph, an item, a caption.

    ``level`` is the heading level 1 to 6, or the depth of a list item from 1, else 0. ``language`` is a BCP 47 tag, ""
    where it is the story's; ``tongues`` are passages in other languages, as the page says. ``items`` are the rows of a
    table, each a tuple of cells, the header row first. ``ordinal`` is the number of an item, or of the heading that an
    item begins with, None where it has none. ``source`` says where it stood in the page (a path in the tree, or a
    line), ``reason`` why it has its role. ``treated_by`` names who decided on the treatment and why.
    """

    role: Role
    text: str
    level: int = 0
    language: str = ""
    links: tuple[Link, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()
    group: Group | None = None
    source: str = ""
    reason: str = ""
    treatment: Treatment = Treatment.SPEAK
    treated_by: str = ""
    ordinal: Ordinal | None = None
    tongues: tuple[Tongue, ...] = ()

    @property
    def number_shown(self) -> str:
        """The number that stands before the text, "3" or "c"; "" where there is none, or where it stood before."""
        return "" if self.ordinal is None or self.ordinal.is_continued else self.ordinal.sign

    @property
    def is_label(self) -> bool:
        """Whether it is the heading printed over its group, and so not one of its members."""
        return self.group is not None and bool(self.group.label) and self.text == self.group.label


@frozen
class PassedOver:
    """A part of a page that was not taken for the story, or for a part of it: which check it failed, and why.

    ``candidate`` names its element as a selector would, "div.terms"; ``begin`` is what it begins with.
    """

    candidate: str
    begin: str
    check: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the story: a block by its number, and a character of that block's text."""

    block: int
    offset: int = 0


START = Position(0)


@frozen
class Story:
    """A story and all that stood around it; blocks with secondary roles keep their place in reading order.

    ``published`` is the date as ISO 8601 where it could be read, else as printed, else "". ``language`` is a BCP 47
    tag, "" where nothing tells. ``passed_over`` tells of what else on the page might have been the story.
    """

    headline: str
    blocks: tuple[Block, ...]
    byline: str = ""
    published: str = ""
    language: str = ""
    location: str = ""
    passed_over: tuple[PassedOver, ...] = ()

    def numbered(self, role: Role) -> Iterator[tuple[int, Block]]:
        """Each block of that role with its number."""
        return ((i, block) for i, block in enumerate(self.blocks) if block.role is role)
