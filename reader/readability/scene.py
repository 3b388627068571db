"""Everything the rules may look at: the page, where its story is, and one view of each piece."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..story import PassedOver, Role
from .features import Measured, Measures
from .kinds.address import Register
from .metadata import Told
from .outline import Box, Outline, Piece
from .threads.threads import Thread
from .words import Meaning


@dataclass(slots=True, eq=False)
class View:
    """One piece as the rules see it."""

    piece: Piece
    measured: Measured
    trail: int
    """What the names say of the piece and of the boxes around it, as far as the story's own box."""
    near: int
    """The same of the piece and its own box only."""
    inside: bool
    """Whether it is in the box of the story."""
    zone: str
    """Where it stands: "above" the headline, "header" (between headline and body), "body", "after", "outside"."""
    figure: bool = False
    """Whether it shares a small box with a picture or a video."""
    like_body: bool = False
    """Whether it is made like most of the story's text: the same elements at the same depth, or side by side."""
    made_like_body: bool = False
    """Whether it has the same element, depth and class as most of the text."""
    label: str = ""
    """What the label over its box says: a section of the labels, "" where there is no label."""
    label_text: str = ""
    passed_over: str = ""
    """Which check its text did not pass, and why; "" where it passed."""
    role: Role | None = None
    reason: str = ""
    text: str = field(init=False)
    """The text of the piece."""
    number: int = field(init=False)
    """The number of the piece on the page."""
    size: int = field(init=False)
    """The length of the text; wide characters count for more."""
    state: int = field(init=False)
    """What holds for everything in its box."""

    def __post_init__(self) -> None:
        # Rules ask for these thousands of times a page.
        self.text, self.number = self.piece.text, self.piece.number
        self.size, self.state = self.measured.size, self.piece.box.state

    @property
    def about_author(self) -> bool:
        """Whether it was found to tell of an author, in a box that is one note however many lines it has."""
        return "author" in self.reason

    @property
    def linked_line(self) -> bool:
        """Whether it is a line with a link in it, and no more than a line."""
        return self.piece.linked > 0 and self.size < 300

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.piece.link_share


@dataclass(slots=True, eq=False)
class Scene:
    """The page as the rules see it."""

    outline: Outline
    measures: Measures
    told: Told
    story: Box
    headline: int
    """The number of the piece that is the headline, -1 where the page prints none."""
    core: Box
    """The smallest box with the text of the story; ``story`` may hold its header and what follows as well."""
    body_first: int
    body_last: int
    contained: bool = True
    """Whether an article or main element is around headline and story: what follows in there still belongs to it."""
    repeated: frozenset[int] = frozenset()
    """The pieces of the body whose words stand in another, longer piece of it as well."""
    echoed: frozenset[str] = frozenset()
    """Short texts, folded, that the page prints three times or more."""
    spoken: frozenset[int] = frozenset()
    """The pieces that the publisher wants read aloud, by schema.org ``speakable``."""
    linked_titles: frozenset[int] = frozenset()
    """Linked headings that have text of the story under them."""
    views: list[View] = field(default_factory=list)
    thread: Thread | None = None
    """The thread that the page is, where it is one."""
    where: str = ""
    """The box of the story, and why it is the one; for those who ask why a piece stands outside."""
    passed_over: tuple[PassedOver, ...] = ()
    """What might have been the story or a part of it, and did not pass the checks."""
    dated_entries: int = 0
    """How many short lines of the body are dates or times, as over the entries of a live report."""
    language: str | None = None
    """The language of the page, once that was asked for; "" where it is not known."""
    register: Register | None = None
    """How the story speaks, once that was asked for."""
    alike: Counter[tuple[int, str, str]] | None = None
    """How many boxes of one make stand side by side, once that was asked for."""
    linked_items: dict[int, int] = field(default_factory=dict)
    """For each list looked at, how many of its items are links and nothing else."""

    def author_in(self, text: str) -> str:
        """The author that the page tells of and that a short text names; "" where it names none."""
        if len(text) > 200:
            return ""
        folded_text = text.casefold()
        for author in self.told.authors:
            name = author.casefold()
            if name == folded_text or (len(name) > 4 and name in folded_text):
                return author
        return ""


def folded(text: str) -> str:
    """A text for comparing: letters and digits only, without case."""
    if text.isascii():
        return text.casefold().translate(_NEITHER)
    return "".join(filter(str.isalnum, text.casefold()))


_NEITHER = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())
"""The signs of ASCII that are neither letters nor digits."""


def trail_of(piece: Piece, story: Box, measures: Measures, known: dict[int, int], headline: int = -1) -> int:
    """What the names of all boxes say between a piece and the story's box (or the page's body).

    A box that also holds the headline is the header of the story, and no navigation.
    """
    return piece.meaning | _trail(piece.box, story, measures, known, headline)


def _trail(box: Box, story: Box, measures: Measures, known: dict[int, int], headline: int) -> int:
    chain: list[Box] = []
    at: Box | None = box
    found = 0
    while at is not None and at is not story and at.tag not in ("body", "html"):
        if id(at) in known:
            found = known[id(at)]
            break
        chain.append(at)
        at = at.parent
    whole = measures.prose(story) or 1.0
    for at in reversed(chain):
        # A box that holds half the story is the story: its names say nothing about a single piece.
        if measures.prose(at) < 0.5 * whole:
            found |= at.meaning & ~Meaning.NAV if at.first <= headline < at.last else at.meaning
        known[id(at)] = found
    return found
